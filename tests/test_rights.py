"""Who may do what, where and by which kind of update: the table as the office has it, written down beside the code's.

A command, a kind of button or a kind of what is said that has no row here fails the tests.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from builders import a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, GROUP, NOW, OTHER_GROUP, STRANGER, Chat, a_chat
from fake_telegram import ME
from telegram_markup import parsed
from update_kinds import DOCUMENT

from handlers import words, words_admin
from handlers.buttons import On, pack
from handlers.commands import COMMANDS, run
from handlers.gate import Guarded
from handlers.menu import Command
from handlers.presses import PRESSES
from knowledge.tasks.progress import ProgressStore
from scheduler.access import Role
from scheduler.ledger import Ledger
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

FOCAL, LEADER, REMOVED = 12, 11, 13
ANONYMOUS = None  # an admin of the group whom Telegram does not name
HELD = {
    STRANGER: None, AN: Role.VIEWER, FOCAL: Role.FOCAL, LEADER: Role.LEADER, ADMIN: Role.ADMIN,
    REMOVED: None, ANONYMOUS: None,
}  # fmt: skip
NAMES = {
    STRANGER: "a stranger", AN: "xem", FOCAL: "đầu mối", LEADER: "lãnh đạo", ADMIN: "quản trị", REMOVED: "removed",
    ANONYMOUS: "anonymous",
}  # fmt: skip
RIGHTS = """
command     private     group       edited
start       xem         xem         no
hoi         xem         xem         yes
viec        xem         xem         no
han         xem         xem         no
nhac        xem         xem         no
tat         xem         -           no
xoahoi      xem         -           no
giahan      xem         xem         no
baocao      lãnh đạo    lãnh đạo    no
xuat        quản trị    quản trị    no
moi         quản trị    -           no
lienket     -           quản trị    no
huylienket  -           quản trị    no
donvi       quản trị    -           no
hoidap      quản trị    -           no
kehoach     quản trị    -           no
napplan     quản trị    -           no
lich        quản trị    -           no
nguoidung   quản trị    -           no
nhatky      quản trị    -           no
thongbao    quản trị    -           no
thunhac     quản trị    -           no
thongke     quản trị    -           no
suckhoe     quản trị    -           no
saoluu      quản trị    -           no
help        xem         xem         no
"""
TABLE = {row[0]: row[1:] for row in (re.split(r" {2,}", line) for line in RIGHTS.strip().splitlines()[1:])}
ADMINS_ONLY = {
    On.ENTRY: ("yes", STRANGER), On.MEMBERS: ("page", 0), On.LESSON: ("page", 0), On.UNITS: ("page", 0),
    On.BROADCAST: ("all", 1), On.OPERATION: ("again",), On.HANDED: ("yes", "x", 0), On.PLANS: ("list", 0),
    On.CALENDAR: ("undo", "2027-03-02", "-", "-"),
}  # fmt: skip
LET_IN = {  # under rows: whoever is let in presses; who may report depends on the row's unit, see test_reporting
    On.ANSWER: ("r", "row0000001", 0, "x", 0), On.REMINDER: ("open", "row0000001", "2027-06-30"),
    On.REPORT: ("undo", "row0000001", 1), On.ASKED: ("yes", "x"), On.OWN: ("page", 0), On.EXTENSION: ("page", 0),
}  # fmt: skip


@asynccontextmanager
async def an_office() -> AsyncIterator[Chat]:
    plans = [a_loaded_plan([a_task(lead=("Văn phòng Sở",))])]
    people = some_people(users=[AN, REMOVED], groups=[GROUP], admins=[ADMIN], leaders=[LEADER])
    people.add(FOCAL, Role.FOCAL, unit="Văn phòng Sở", by="VP", now=NOW)
    people.remove(REMOVED, by="VP", now=NOW)
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=people,
    )  # fmt: skip
    async with a_chat(stores=stores) as chat:
        for user in (FOCAL, LEADER, REMOVED):
            chat.person(user)
        yield chat
    stores.close()


def may(user: int | None, least: str, where: int | None) -> bool:
    """Whether the table lets somebody; in a group that is let in every member who was not removed may what xem may."""
    if least == "-" or where == OTHER_GROUP or user == REMOVED:
        return False
    held = HELD[user] or (Role.VIEWER if where else None)
    return held is not None and held.rank >= next(role for role in Role if role.label == least).rank


def test_every_command_and_every_kind_of_button_has_a_row() -> None:
    assert [command.name for command in COMMANDS] == list(TABLE)
    assert set(On) == set(PRESSES) == ADMINS_ONLY.keys() | LET_IN.keys()
    assert not ADMINS_ONLY.keys() & LET_IN.keys()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("edited", [False, True], ids=["new", "edited"])
@pytest.mark.parametrize("where", [None, GROUP, OTHER_GROUP], ids=["private", "group", "strange group"])
async def test_exactly_those_whom_the_table_lets_reach_a_command(
    monkeypatch: pytest.MonkeyPatch, command: Command, where: int | None, edited: bool
) -> None:
    reached: list[int | None] = []

    async def note(_: object, _context: object, judged: Any) -> None:
        reached.append(judged.user)

    private, group, when_edited = TABLE[command.name]
    monkeypatch.setattr("handlers.routes.COMMANDS", [replace(command, handler=note)])
    async with an_office() as chat:
        everybody = [user for user in HELD if user is not ANONYMOUS or where]
        for user in everybody:
            message = chat.message(user, f"/{command.name}", where)
            await chat.hears({"update_id": 1, "edited_message" if edited else "message": message})
        allowed = [user for user in everybody if may(user, private if where is None else group, where)]
        assert reached == ([] if edited and when_edited == "no" else allowed)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_a_topic_of_a_group_is_judged_as_the_group(monkeypatch: pytest.MonkeyPatch, command: Command) -> None:
    reached: list[int | None] = []

    async def note(_: object, _context: object, judged: Any) -> None:
        reached.append(judged.user)

    monkeypatch.setattr("handlers.routes.COMMANDS", [replace(command, handler=note)])
    async with an_office() as chat:
        for user in HELD:
            topic = {"message_thread_id": 4, "is_topic_message": True}
            await chat.hears(chat.says(user, f"/{command.name}", GROUP, **topic))
        assert reached == [user for user in HELD if may(user, TABLE[command.name][1], GROUP)]


REFUSALS = {
    words_admin.ONLY_ADMINS, words_admin.ONLY_PRIVATE, words_admin.ONLY_GROUP, words_admin.HIDDEN,
    words.LEADERS_ONLY, words.NOT_ALLOWED,
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("where", [None, GROUP], ids=["private", "group"])
async def test_whoever_may_not_is_told_so_in_one_sentence_and_gets_nothing_else(
    command: Command, where: int | None
) -> None:
    private, group, _ = TABLE[command.name]
    least = private if where is None else group
    async with an_office() as chat:
        for user in HELD:
            if (user is ANONYMOUS and where is None) or may(user, least, where):
                continue
            chat.telegram.calls.clear()
            await chat.hears(chat.says(user, f"/{command.name}", where))
            assert [name for name, _ in chat.telegram.calls if name.startswith("send")] == ["sendMessage"], NAMES[user]
            told = chat.telegram.texts(where or user or 0)[-1]
            turned_away = user in {STRANGER, REMOVED} and where is None
            assert told == parsed(words.stranger(user)) if turned_away else told in REFUSALS, NAMES[user]


@pytest.mark.parametrize("on", list(On), ids=lambda on: on.name.lower())
@pytest.mark.parametrize("where", [None, GROUP, OTHER_GROUP], ids=["private", "group", "strange group"])
async def test_a_press_that_somebody_made_up_does_no_more_than_the_table_lets(on: On, where: int | None) -> None:
    act, *about = (ADMINS_ONLY | LET_IN)[on]
    data, least = pack(on, str(act), *about), "quản trị" if on in ADMINS_ONLY else "xem"
    keyboard = {"inline_keyboard": [[{"text": "1", "callback_data": data}]]}
    async with an_office() as chat:
        people = chat.app.bot_data.people
        people.ask_in(STRANGER, "Lạ", NOW)
        before = people.audit(1)
        for user in (STRANGER, AN, FOCAL, LEADER, REMOVED):
            if may(user, least, where):
                continue
            pressed = chat.presses(user, {**chat.message(user, "x", where), "from": ME, "reply_markup": keyboard}, data)
            await chat.hears(pressed)
            toast = chat.telegram.toasts[pressed["callback_query"]["id"]]
            assert toast in {words.NOT_ALLOWED, words_admin.ONLY_ADMINS, words.ADMINS_ONLY}, NAMES[user]
        assert not [name for name, _ in chat.telegram.calls if name.startswith(("send", "edit"))]
        assert people.audit(1) == before
        assert people.roll().role(STRANGER) is None


SAID = {  # kind of update -> who may, in private and in a group where the bot is meant
    "words": ("xem", "xem"),
    "edited words": ("xem", "xem"),
    "words under a picture": ("xem", "xem"),
    "words behind the bot's name": ("xem", "-"),
}


@pytest.mark.parametrize("kind", SAID)
@pytest.mark.parametrize("where", [None, GROUP, OTHER_GROUP], ids=["private", "group", "strange group"])
async def test_a_question_is_answered_to_those_whom_the_table_lets_by_every_kind_of_update(
    kind: str, where: int | None
) -> None:
    text = "@planbot_test_bot ai chủ trì?" if where else "ai chủ trì?"
    photo = {"photo": [{"file_id": "P", "file_unique_id": "P", "width": 9, "height": 9}], "caption": text}
    async with an_office() as chat:
        for user in HELD:
            if (user is ANONYMOUS and (where is None or "name" in kind)) or (where and "name" in kind):
                continue
            chat.answerer.asked.clear()
            update = {
                "words": lambda c, u: c.says(u, text, where),
                "edited words": lambda c, u: c.edits(c.message(u, "x", where), text),
                "words under a picture": lambda c, u: c.says(u, None, where, **photo),
                "words behind the bot's name": lambda c, u: c.types(u, text),
            }[kind](chat, user)
            await chat.hears(update)
            assert len(chat.answerer.asked) == may(user, SAID[kind][bool(where)], where), NAMES[user]


@pytest.mark.parametrize("where", [None, GROUP, OTHER_GROUP], ids=["private", "group", "strange group"])
async def test_nobody_but_an_admin_in_private_hands_a_document_in(where: int | None) -> None:
    mention = {"caption": "@planbot_test_bot"} if where else {}
    async with an_office() as chat:
        for user in HELD:
            if user not in {ANONYMOUS, ADMIN}:
                await chat.hears(chat.says(user, None, where, **DOCUMENT, **mention))
        assert not {name for name, _ in chat.telegram.calls if name in {"getFile", "sendDocument"}}


async def test_the_table_of_commands_is_what_is_routed_and_every_command_goes_through_the_gate() -> None:
    async with an_office() as chat:
        handlers = [h for group in chat.app.handlers.values() for h in group if getattr(h, "commands", None)]
        assert [name for h in handlers for name in h.commands] == list(TABLE)  # type: ignore[attr-defined]
        assert all(isinstance(h.callback, Guarded) and h.callback.handler.func is run for h in handlers)  # type: ignore[attr-defined]
