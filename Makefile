# One vocabulary for people and for CI. `make run` and `make test` need nothing but Python 3.11 to 3.13 and make.
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
FIND_PYTHON := for p in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	  if "$$p" -c '$(SUPPORTED)' >/dev/null 2>&1; then echo "$$p"; break; fi; done

.PHONY: setup dev charts metrics scan run test lint format bench eval train samples pictures lock clean

setup: $(VENV)/.run            ## the environment in .venv, everything pinned
dev: $(VENV)/.dev
charts: $(VENV)/.charts        ## the extra for pictures of figures
metrics: $(VENV)/.metrics      ## the extra for figures in the form of Prometheus
scan: $(VENV)/.scan            ## the extra for scanned documents (needs tesseract on the system)

$(VENV)/.run: requirements/run.lock
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then echo "planbot needs Python 3.11, 3.12 or 3.13 (set PYTHON=/path/to/python3)" >&2; exit 2; fi; \
	[ -x $(PY) ] || "$$python" -m venv $(VENV)
	@echo "installing what planbot needs into $(VENV) (once, a minute or two)"
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(PIP) --quiet install --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

$(VENV)/.charts: $(VENV)/.run requirements/charts.lock
	@$(PIP) install --require-hashes -r requirements/charts.lock
	@touch $@

$(VENV)/.metrics: $(VENV)/.run requirements/metrics.lock
	@$(PIP) install --require-hashes -r requirements/metrics.lock
	@touch $@

$(VENV)/.scan: $(VENV)/.run requirements/scan.lock
	@$(PIP) install --require-hashes -r requirements/scan.lock
	@touch $@

run: setup                     ## Telegram with PLANBOT_TOKEN (or PLANBOT_TOKEN_FILE), without it the console on the sample plans
	@if [ -n "$$PLANBOT_TOKEN$$PLANBOT_TOKEN_FILE" ]; then $(PY) -m bot run; else $(PY) -m bot chat --samples; fi

test: dev                      ## every test
	@$(PY) -m pytest -n 2 --dist loadfile $(ARGS)

lint: dev                      ## ruff, mypy, import-linter
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

format: dev
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: dev                     ## speed and memory beside a peer, on this machine
	@$(PY) -m tests.bench $(ARGS)

eval: dev                      ## credit on the questions beside the checkout, by set
	@$(PY) -m tests.evaluation $(ARGS)

train: dev                     ## learn the weights of the gate again, and the report on sets left out
	@PYTHONPATH=tests:. $(PY) -m tests.training

samples: dev                   ## write the sample plans again in their office formats
	@PYTHONPATH=tests:. $(PY) tests/make_samples.py

pictures: dev charts           ## draw the conversations of the guides again (needs Chromium on the system)
	@PYTHONPATH=tests:. $(PY) tests/pictures.py $(ARGS)

lock: dev                      ## pin again, after a change of dependencies in pyproject.toml
	@tools="$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml"; \
	$$tools --all-extras -o requirements/all.lock && \
	$$tools -c requirements/all.lock -o requirements/run.lock && \
	$$tools -c requirements/all.lock --extra dev -o requirements/dev.lock && \
	$$tools -c requirements/all.lock --extra charts -o requirements/charts.lock && \
	$$tools -c requirements/all.lock --extra metrics -o requirements/metrics.lock && \
	$$tools -c requirements/all.lock --extra scan -o requirements/scan.lock && rm requirements/all.lock

clean:
	@rm -rf $(VENV) *.egg-info .mypy_cache .ruff_cache .import_linter_cache
