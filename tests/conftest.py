"""Fixtures that every test may use."""

import asyncio
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import Phase, is_hypothesis_test, settings
from postgres import a_server, an_office, on_a_server
from quick_stores import quickly
from taken_once import TakenOnce
from virtual_time import SkippingLoop, wrap_future

from knowledge.database import Database
from knowledge.search import nearness
from scheduler.stores import MIGRATIONS

# The modules that take some ten seconds or more, the longest first: whole processes, an index made beside, a year day
# by day, tables in all styles.
LONG = (
    "test_real_answers", "test_day", "test_postgres", "test_readers_scan", "test_table_styles", "test_claims",
    "test_busy_units", "test_lost_questions", "test_year", "test_trouble", "test_killed_upkeep", "test_killed_bot",
    "test_real_bot", "test_ending", "test_rights", "test_library", "test_readers_nothing", "test_crash",
    "test_remind_on_telegram", "test_replies_on_telegram", "test_owing_restart", "test_newcomer", "test_local_telegram",
    "test_cli", "test_index_building", "test_fuzz", "test_old_data", "test_round_trip", "test_setup",
    "test_shared_lists",
)  # fmt: skip
PLACE = {name: n for n, name in enumerate(LONG)}
MEANING = {"test_meaning", "test_meaning_answers", "test_training"}  # the modules that are about it
SHARED = Path(__file__).resolve().parents[2] / "shared"

# No deadlines: a busy machine is no fault of the code. The suite says the same of the same code every time;
# new examples are looked for, and made small, by `make properties`.
settings.register_profile("suite", deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
settings.register_profile("properties", deadline=None, print_blob=True)

# the loop of a test has to know of every thread that works for it
asyncio.wrap_future = wrap_future  # type: ignore[assignment]
Database._prepare = quickly(Database._prepare)  # type: ignore[method-assign]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Lets the tests of the stores run on a PostgreSQL server, and the properties alone with ever new examples."""
    parser.addoption("--postgres", metavar="ADDRESS", help="keep what stores write on this server")
    parser.addoption("--properties", action="store_true", help="only the properties, with new examples")


def pytest_configure(config: pytest.Config) -> None:
    """Before the modules of the tests are read: their settings are made from the profile."""
    settings.load_profile("properties" if config.getoption("--properties") else "suite")


@pytest.fixture(autouse=True)
def _kept_on_a_server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    owner = request.config.getoption("--postgres")
    with on_a_server(owner, monkeypatch) if owner else nullcontext():
        yield


@pytest.fixture(autouse=True)
def _by_words_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans that tests take are not read for what they mean, 40 ms a row; processes of their own do as they would."""
    if request.node.path.stem not in MEANING:
        monkeypatch.setattr(nearness, "lacking", lambda: "left out in this test")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real plans and the scorers; tests that read it skip where it is absent."""
    if not (SHARED / "plans").is_dir():
        pytest.skip("the real plans are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def taken_once(tmp_path_factory: pytest.TempPathFactory) -> TakenOnce:
    """The data folders that tests share, whichever worker they run in."""
    mine = tmp_path_factory.getbasetemp()
    return TakenOnce((mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "taken-once")


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop of a test: messages are paced and failures tried again later, which is nothing to wait for."""
    return {"skipping": SkippingLoop}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The modules that take long come first: with several workers none of them is left for the end."""
    if config.getoption("--properties"):
        items[:] = [item for item in items if is_hypothesis_test(getattr(item, "obj", None))]
    items.sort(key=lambda item: (PLACE.get(item.path.stem, len(LONG)), item.path))


@pytest.fixture(scope="module")
def owner() -> Iterator[str]:
    """The address of the owner of a PostgreSQL server of the tests' own; without one the test skips."""
    with a_server() as address:
        from knowledge.postgres_owner import prepare  # noqa: PLC0415 - an extra

        prepare(address, MIGRATIONS)
        yield address


@pytest.fixture
def offices(owner: str) -> tuple[str, str]:
    """The addresses of two new offices."""
    one, two = (an_office(owner, f"o{uuid.uuid4().hex[:12]}") for _ in range(2))
    return one, two
