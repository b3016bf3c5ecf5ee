"""A data folder of every older version is brought to the form of today, and nothing in it is lost.

They are made by `make_old_data.py`; a version that changes the form of the data is added to them.
"""

import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import at
from make_old_data import kept, script

from bot.config import Config
from bot.wiring import Wiring
from knowledge.database import DATABASE_NAME
from knowledge.library import shared_lists
from knowledge.model import State
from scheduler.access import Role
from scheduler.run import messages_due
from scheduler.stores import MIGRATIONS

VERSIONS = sorted({version for versions in kept().values() for version in versions})


@pytest.fixture(name="wiring", params=VERSIONS)
def _wiring(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Wiring]:
    connection = sqlite3.connect(tmp_path / DATABASE_NAME)
    connection.execute("pragma synchronous = off")  # each of its statements would wait for the disk
    connection.executescript(script(request.param))
    connection.close()
    wiring = Wiring(Config(), tmp_path, lambda: at("2027-03-15 08:00"))
    yield wiring
    wiring.close()


def test_plans_reports_units_and_days_are_still_there(wiring: Wiring) -> None:
    [loaded] = wiring.library.snapshot.plans
    assert [task.task for task in loaded.plan.tasks] == ["Số hóa hồ sơ thủ tục hành chính", "Rà soát quy trình nội bộ"]
    stores = wiring.stores
    assert [stores.progress.of(ref).state for ref in loaded.task_refs] == [State.IN_PROGRESS, State.DONE_ON_TIME]
    assert stores.progress.of(loaded.task_refs[0]).note == "đang làm"
    assert [(link.unit, link.chat.id) for link in stores.units.links()] == [("Văn phòng Sở", -1001)]
    assert [alias.alias for alias in stores.units.aliases()] == ["VP Sở"]
    assert not stores.workdays.calendar(stores.settings).is_working(date(2027, 4, 30))
    assert wiring.library.damage() == []


def test_a_chat_that_was_linked_is_let_in_and_reminded(wiring: Wiring) -> None:
    roll = wiring.stores.people.roll()
    assert roll.lets_in(-1001)
    if 7 in roll.people:  # versions before there was a store of people have nobody in it
        assert roll.role(7) is Role.LEADER
    assert -1001 in {message.chat.id for message in messages_due(wiring.stores, at("2027-06-23 08:00"))}


def test_opening_it_again_changes_nothing(wiring: Wiring) -> None:
    wiring.stores.counters.flush()
    first = wiring.library.snapshot.plans
    again = Wiring(Config(), wiring.folder, wiring.clock)
    assert [plan.task_refs for plan in again.library.snapshot.plans] == [plan.task_refs for plan in first]
    assert again.stores.people.roll() == wiring.stores.people.roll()
    again.close()


def test_the_newest_version_of_the_list_has_the_form_of_today() -> None:
    newest = kept_newest()
    today = {
        (migrations.name, migration.name)
        for migrations in MIGRATIONS
        if migrations is not shared_lists.migrations  # on a server alone
        for migration in migrations._migrations
    }
    assert today == newest, "add the version to the list: python tests/make_old_data.py"


def kept_newest() -> set[tuple[str, str]]:
    """The migrations of the version that has most of them."""
    made = []
    for version in VERSIONS:
        connection = sqlite3.connect(":memory:")
        connection.executescript(script(version))
        made.append(set(connection.execute("select migration_set, name from _sqlite_migrations")))
        connection.close()
    return max(made, key=len)


def test_the_state_of_before_is_put_aside_once_where_the_form_changes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.executescript(script(next(iter(kept().values()))[0]))
    before = list(connection.iterdump())
    connection.close()
    for _ in range(2):
        wiring = Wiring(Config(), folder, lambda: at("2027-03-15 08:00"))
        _ = wiring.library, wiring.stores
        wiring.close()
    [file] = (folder / "backups").iterdir()
    with zipfile.ZipFile(file) as archive:
        archive.extract(DATABASE_NAME, tmp_path)
    connection = sqlite3.connect(tmp_path / DATABASE_NAME)
    assert list(connection.iterdump()) == before
    connection.close()
