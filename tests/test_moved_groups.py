"""A group becomes a supergroup with another id: whatever is kept of it goes with it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from builders import a_link, a_loaded_plan, a_task
from chat import ADMIN, AN, GROUP, NOW, OTHER_GROUP, STRANGER, a_chat
from reminded_unit import Unit, a_unit
from test_owing import ASKED, a_fault, the_line_works
from test_owing_restart import an_owed
from test_run import Post, clock
from updates import buttons

from handlers import words
from knowledge.database import Database
from knowledge.errors import BusyError, PlanbotError, RefusedError
from knowledge.model import State
from knowledge.tasks.progress import ProgressStore
from scheduler.access import Kind as Place
from scheduler.delivery import Delivery, Outcome, Passed
from scheduler.directory import Chat
from scheduler.items import Item, Key, Kind, StageSeries
from scheduler.ledger import Ledger
from scheduler.people import PeopleStore
from scheduler.run import run_pass
from scheduler.stores import Stores, follow
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

OLD, NEW = -12, -1000000000012
REMINDED = [
    Item(
        Key("row", NOW.date(), StageSeries.DUE, -7, OLD), Kind.UPCOMING, Chat(OLD), "Văn phòng Sở", NOW.date(), number=1
    )
]
AS_BEGUN = {
    "broadcast_chats": "Telegram names the new id when it comes to the group",
    "documents_handed_in": "documents are handed in in private",
    "handed": "the messages of admins, in private",
}

FORGOTTEN = {"shown"}  # which message shows what, by numbers that other messages have in the new group


@pytest.fixture
def stores() -> Iterator[Stores]:
    opened = Stores(list, Ledger(None), UnitStore(None), WorkdayStore(None), ProgressStore(None))
    opened.people = PeopleStore(None)
    opened.people.let_in(OLD, by="quản trị", now=NOW)
    yield opened
    opened.close()


def test_no_row_of_any_store_stays_with_the_old_id(stores: Stores) -> None:
    every: dict[str, Database] = {}
    for part in databases_of(stores):
        names = [name for (name,) in part.tuples("select name from sqlite_master where type = 'table'")]
        every |= {name: part for name in names if "chat" in columns_of(part, name)}
    assert len(every) > len(AS_BEGUN)
    for table, part in every.items():
        with part.writing() as db:
            db.table(table).insert({name: OLD if name == "chat" else "1" for name in columns_of(part, table)})
    follow(stores, OLD, NEW, NOW)
    stayed = {table for table, part in every.items() if chats_in(part, table) != [NEW]}
    assert stayed == AS_BEGUN.keys() | FORGOTTEN
    assert [chats_in(every[table], table) for table in FORGOTTEN] == [[]]
    assert [stores.people.roll().lets_in(chat) for chat in (OLD, NEW)] == [False, True]


def test_a_part_that_is_busy_keeps_no_other_from_following(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_old: int, _new: int) -> None:
        raise BusyError("the data folder is busy")

    stores.owed.keep([an_owed(chat=OLD, message=7)])
    monkeypatch.setattr(stores.units, "move", busy)
    with pytest.raises(BusyError):
        follow(stores, OLD, NEW, NOW)
    assert [stores.people.roll().lets_in(chat) for chat in (OLD, NEW)] == [False, True]
    assert [one.chat for one in stores.owed.recover(NOW)] == [NEW]


def test_every_part_that_could_not_follow_is_told(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(words: str, _old: int, _new: int) -> None:
        raise RefusedError(words)

    monkeypatch.setattr(stores.units, "move", partial(fails, "units.db: disk full"))
    monkeypatch.setattr(stores.shown, "move", partial(fails, "shown.db: read-only"))
    with pytest.raises(PlanbotError) as told:
        follow(stores, OLD, NEW, NOW)
    assert str(told.value).splitlines() == ["units.db: disk full", "shown.db: read-only"]


async def test_what_it_was_told_is_kept_though_not_all_can_follow(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_old: int, _new: int) -> None:
        raise BusyError("the data folder is busy")

    monkeypatch.setattr(stores.shown, "move", busy)
    stores.units.link(a_link(chat=OLD))
    office = replace(stores, plans=lambda: (a_loaded_plan([a_task()]),))
    post = Post(lambda message: Delivery(Outcome.SENT, NEW, moved_from=OLD) if message.chat.id == OLD else None)
    told = await run_pass(office, post, clock())
    assert (told.sent > 0, told.failed) == (True, 0)
    assert {link.chat.id for link in stores.units.links()} == {NEW}
    assert await run_pass(office, post, clock()) == Passed()


def into_another(unit: Unit) -> None:
    """The group of the unit has just become another, with the same members."""
    unit.telegram.moved[GROUP] = OTHER_GROUP
    unit.telegram.members[OTHER_GROUP] = unit.telegram.members[GROUP]


def databases_of(stores: Stores) -> list[Database]:
    parts: list[Any] = [getattr(stores, name) for name in Stores.__slots__]
    return [part._database for part in parts if hasattr(part, "_database")]


def chats_in(part: Database, table: str) -> list[int]:
    with part.writing() as db:
        return [row["chat"] for row in db.table(table).rows]


def columns_of(part: Database, table: str) -> list[str]:
    return [name for (name,) in part.tuples("select name from pragma_table_info(?)", [table])]


def test_a_question_and_what_is_owed_have_no_number_in_the_new_group(stores: Stores) -> None:
    stores.owed.keep([an_owed(chat=OLD, message=7), an_owed(chat=AN, message=8)])
    follow(stores, OLD, NEW, NOW)
    assert [(one.chat, one.message) for one in stores.owed.recover(NOW)] == [(NEW, 0), (AN, 8)]


def test_a_message_of_the_new_group_is_not_taken_for_one_of_the_old_with_its_number(stores: Stores) -> None:
    claim = stores.ledger.claim(REMINDED, NOW)
    assert claim is not None
    stores.ledger.record(claim, REMINDED, NOW, message=7)
    stores.shown.keep(OLD, 8, ["a", "b"], NOW)
    stores.shown.keep(OLD, 9, ["a"], NOW, opened="o:a")
    follow(stores, OLD, NEW, NOW)
    assert [stores.ledger.said(NEW, 7), stores.ledger.showing(REMINDED[0].key.ref, "")] == [(), ()]
    assert [stores.shown.refs(NEW, 8), stores.shown.opened("a", 20), stores.shown.last_list(NEW)] == [(), (), (0, ())]
    assert [item.key.chat for item in stores.ledger.said(NEW)] == [NEW], "it is not said again"


@pytest.mark.parametrize("known", ["by a message", "when it is sent to"])
async def test_what_is_owed_to_a_group_is_said_under_its_new_id(stores: Stores, known: str) -> None:
    stores.units.link(a_link(chat=OLD))
    async with a_chat(stores=stores) as chat:
        for group in (OLD, NEW):
            chat.group(group)
        a_fault(chat)
        await chat.hears(chat.says(AN, f"/hoi {ASKED}", OLD))
        chat.telegram.moved[OLD] = NEW
        if known == "by a message":
            await chat.hears(chat.says(ADMIN, None, OLD, migrate_to_chat_id=NEW))
        await the_line_works(chat)
        assert [ASKED in text for text in chat.telegram.texts(NEW)] == [True]
        assert "reply_to_message" not in chat.last
        assert len(chat.app.bot_data.owing) == 0


async def test_a_press_in_a_group_that_has_just_moved_is_answered_by_a_message_of_its_own(stores: Stores) -> None:
    async with a_chat(stores=stores) as chat:
        for group in (OLD, NEW):
            chat.group(group)
        await chat.hears(chat.says(AN, f"/hoi {ASKED}", OLD))
        chat.telegram.moved[OLD] = NEW
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW]))
        assert len(chat.telegram.sent(NEW)) == 1


async def test_a_report_in_a_group_that_has_just_moved_shows_the_row_there_as_a_new_message() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.hears(unit.presses(AN, unit.last, buttons(unit.last)["1"]))
        into_another(unit)
        assert await unit.press(AN, "Đang làm") == "Đã ghi nhận: đang thực hiện."
        anew = unit.last_in(OTHER_GROUP)
        assert ["Đã xong" in buttons(anew), "Đang làm" in buttons(anew)] == [True, False]
        assert await unit.press(AN, "Đã xong", anew) == "Đã ghi nhận: hoàn thành đúng hạn."
        assert "Đã xong" not in buttons(unit.last_in(OTHER_GROUP))
        assert len(unit.telegram.sent(OTHER_GROUP)) == 1, "from now on that message is changed"


async def test_a_reminder_pressed_in_a_group_that_has_just_moved_is_listed_there_once_more() -> None:
    async with a_unit() as unit:
        await unit.remind()
        into_another(unit)
        await unit.hears(unit.presses(AN, unit.digest, unit.mark("done"), stale=True))
        assert [text.count("hoàn thành đúng hạn") for text in unit.telegram.texts(OTHER_GROUP)] == [1]


async def test_older_messages_of_a_group_that_has_moved_can_still_be_pressed() -> None:
    async with a_unit() as unit:
        await unit.remind()
        into_another(unit)
        await unit.hears(unit.says(ADMIN, None, GROUP, migrate_to_chat_id=OTHER_GROUP))
        await unit.hears(unit.presses(AN, unit.digest, unit.mark("done", 2), stale=True))
        assert list(unit.telegram.toasts.values()) == ["Đã ghi nhận: hoàn thành đúng hạn."]
        await unit.hears(unit.presses(STRANGER, unit.digest, unit.mark("done"), stale=True))
        assert unit.states() == [State.NOT_STARTED, State.DONE_ON_TIME]


async def test_older_messages_can_still_be_pressed_when_the_bot_was_started_again_since(stores: Stores) -> None:
    async with a_chat(stores=stores) as chat:
        for group in (OLD, NEW):
            chat.group(group)
        await chat.hears(chat.says(AN, f"/hoi {ASKED}", OLD))
        older = chat.last
        await chat.hears(chat.says(ADMIN, None, OLD, migrate_to_chat_id=NEW))
    async with a_chat(stores=stores) as again:
        for group in (OLD, NEW):
            again.group(group)
        again.telegram.moved[OLD] = NEW
        await again.hears(again.presses(AN, older, buttons(older)[words.OPEN_ROW], stale=True))
        assert words.NOT_ALLOWED not in again.telegram.toasts.values()
        assert len(again.telegram.sent(NEW)) == 1
        judged = again.app.bot_data.judged
        assert [judged(AN, group, Place.GROUP) is not None for group in (OLD, NEW, OTHER_GROUP)] == [True, True, False]
