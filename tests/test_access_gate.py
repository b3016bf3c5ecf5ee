"""The gate: whoever could not be judged is refused, whatever went wrong and whatever kind of update it was."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import a_link, a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, GROUP, OTHER_GROUP, STRANGER, Chat, FakeDesk, a_chat, an_answer
from fake_telegram import ME
from telegram import Update
from telegram.ext import CallbackQueryHandler, ChatMemberHandler
from update_kinds import every_kind

from handlers import context, gate, membership, words
from handlers.context import Services
from handlers.gate import Guarded
from knowledge.errors import PlanbotError
from knowledge.tasks.progress import ProgressStore
from scheduler.access import Role
from scheduler.ledger import Ledger
from scheduler.people import PeopleStore
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

SECRET = "Số hóa hồ sơ"
SPOTS: list[tuple[object, str, Callable[[dict[str, Any]], bool]]] = [
    (Services, "judged", lambda _: True),
    (PeopleStore, "roll", lambda _: True),
    (UnitStore, "links", lambda _: True),
    (context, "judge", lambda _: True),
    (gate, "_admitted", lambda _: True),
    (gate, "_pressing", lambda update: "callback_query" in update),
    *(
        (gate, name, lambda update: not {"callback_query", "inline_query"} & set(update))
        for name in ("person", "kind_of", "meant_for_the_bot", "_machine_made")
    ),
]
ERRORS = [sqlite3.OperationalError, ValueError]


def some_parts(**people: Any) -> Stores:
    plans = [a_loaded_plan([a_task(task=SECRET)])]
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=some_people(**people),
    )  # fmt: skip
    stores.units.link(a_link("Văn phòng Sở", GROUP))
    return stores


async def test_each_kind_of_update_that_telegram_has_is_tried() -> None:
    async with a_chat() as chat:
        kinds = {kind for update in every_kind(chat, AN, GROUP) for kind in update} - {"update_id"}
    assert kinds == {str(kind) for kind in Update.ALL_TYPES}


def everything_said(chat: Chat) -> str:
    return str(chat.telegram.calls)


def breaks(monkeypatch: pytest.MonkeyPatch, where: object, name: str, error: type[Exception]) -> None:
    def fail(*_: object) -> None:
        raise error("the data base is locked")

    monkeypatch.setattr(where, name, fail)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
@pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: spot[1])
async def test_whoever_could_not_be_judged_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    spot: tuple[object, str, Callable[[dict[str, Any]], bool]],
    error: type[Exception],
) -> None:
    stores = some_parts(admins=[ADMIN])
    async with a_chat(stores=stores, answerer=FakeDesk(an_answer(SECRET, head=SECRET))) as chat:
        breaks(monkeypatch, *spot[:2], error)
        for user in (STRANGER, AN, ADMIN):
            every = every_kind(chat, user, GROUP if user != STRANGER else OTHER_GROUP)
            await chat.hears(*filter(spot[2], every))
        assert SECRET not in everything_said(chat)
        assert chat.answerer.asked == []
        monkeypatch.undo()
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        assert SECRET in everything_said(chat)
    stores.close()


@pytest.mark.parametrize("user", [STRANGER, 404], ids=["a stranger", "somebody removed"])
async def test_nobody_who_is_not_let_in_learns_a_word_by_any_kind_of_update(user: int) -> None:
    stores = some_parts(admins=[ADMIN], users=[404])
    stores.people.remove(404, by="VP", now=chat_now())
    async with a_chat(stores=stores, answerer=FakeDesk(an_answer(SECRET, head=SECRET))) as chat:
        chat.person(404)
        for group in (OTHER_GROUP, *([GROUP] if user == 404 else [])):
            await chat.hears(*every_kind(chat, user, group))
        assert SECRET not in everything_said(chat)
        assert chat.answerer.asked == []
    stores.close()


def speaking_as(update: dict[str, Any], sender: dict[str, Any], bot: dict[str, Any]) -> dict[str, Any]:
    """The update where whoever wrote it speaks as a chat; a press and an inline question always tell the person."""
    for kind, content in update.items():
        if kind != "update_id" and "message_id" in content and content["chat"]["id"] == GROUP:
            return {**update, kind: {**content, "from": bot, "sender_chat": sender}}
    return update


TIN = {"id": -100900, "type": "channel", "title": "Tin"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


@pytest.mark.parametrize("known", [False, True], ids=["a channel that nobody knows", "one whose number was let in"])
async def test_who_speaks_as_a_channel_in_a_group_learns_no_word_by_any_kind_of_update(*, known: bool) -> None:
    stores = some_parts(admins=[ADMIN], users=[TIN["id"]] if known else [])
    async with a_chat(stores=stores, answerer=FakeDesk(an_answer(SECRET, head=SECRET))) as chat:
        chat.telegram.uploads["F"] = b"KH"
        for update in every_kind(chat, ADMIN, GROUP):
            spoken = speaking_as(update, TIN, CHANNEL_BOT)
            if spoken is not update:
                await chat.hears(spoken)
        assert set(chat.telegram.texts(GROUP)) <= {words.NOT_ALLOWED}
        assert (SECRET in everything_said(chat), chat.answerer.asked) == (False, [])
    stores.close()


async def test_an_anonymous_admin_of_a_group_is_answered_there_in_each_way_of_asking() -> None:
    stores = some_parts(admins=[ADMIN])
    async with a_chat(stores=stores, answerer=FakeDesk(an_answer(SECRET, head=SECRET))) as chat:
        asking = [
            chat.says(None, "/hoi ai chủ trì?", GROUP),
            chat.says(None, f"@{ME['username']} ai chủ trì?", GROUP),
            chat.says(None, "ai chủ trì?", GROUP, reply_to_message={**chat.message(AN, "x", GROUP), "from": ME}),
            {"update_id": 1, "edited_message": chat.message(None, "/hoi ai chủ trì?", GROUP)},
        ]
        for number, update in enumerate(asking, start=1):
            await chat.hears(update)
            assert len(chat.answerer.asked) == number
        await chat.hears(chat.says(None, "/viec", GROUP))
        assert SECRET in chat.telegram.texts(GROUP)[-1]
    stores.close()


def chat_now() -> Any:
    return Chat().now


async def test_every_handler_is_behind_the_gate_but_the_bots_own_membership() -> None:
    stores = some_parts()
    async with a_chat(stores=stores) as chat:
        handlers = [handler for group in chat.app.handlers.values() for handler in group]
        outside = [handler.callback for handler in handlers if not isinstance(handler.callback, Guarded)]
        assert outside == [membership.changed, membership.moved]
        assert {type(h) for h in handlers} >= {CallbackQueryHandler, ChatMemberHandler}
    stores.close()


async def test_removing_somebody_ends_everything_at_once() -> None:
    stores = some_parts(admins=[ADMIN])
    async with a_chat(stores=stores) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        answer, asked = chat.last, len(chat.answerer.asked)
        stores.people.remove(AN, by="VP", now=chat.now)
        data = answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await chat.hears(chat.presses(AN, answer, data))
        assert list(chat.telegram.toasts.values())[-1] == words.NOT_ALLOWED
        await chat.hears(chat.says(AN, "ai chủ trì?"), chat.says(AN, "/hoi ai chủ trì?", GROUP))
        assert len(chat.answerer.asked) == asked
        assert chat.telegram.texts(GROUP) == [words.NOT_ALLOWED]
        stores.people.add(AN, Role.VIEWER, by="VP", now=chat.now)
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        assert len(chat.answerer.asked) == asked + 1
    stores.close()


async def test_a_handler_that_fails_tells_only_the_one_who_was_let_in(caplog: pytest.LogCaptureFixture) -> None:
    async with a_chat(answerer=FakeDesk(fails=PlanbotError("x"))) as chat:
        await chat.hears(chat.says(STRANGER, "ai chủ trì?"))
        assert words.FAILED not in chat.telegram.texts(STRANGER)
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        assert chat.telegram.texts(AN) == [words.FAILED]
    assert "an update could not be handled" in caplog.text


async def test_a_press_that_cannot_be_written_down_says_so_and_questions_are_answered_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.database.WAIT_SECONDS", 1.0)
    path, plans = tmp_path / "planbot.db", [a_loaded_plan([a_task(task=SECRET)])]
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(path), units=UnitStore(path), workdays=WorkdayStore(path),
        progress=ProgressStore(path), people=PeopleStore(path),
    )  # fmt: skip
    async with a_chat(stores=stores) as chat:
        ref = plans[0].task_refs[0]
        markup = {"inline_keyboard": [[{"text": "1. Đã xong", "callback_data": f"1d:done:{ref}:2027-06-30"}]]}
        reminder = {"message_id": 1, "date": 1, "chat": chat.telegram.chats[ADMIN], "from": ME, "text": "x"}
        stores.ledger.park(AN, "x", chat.now)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("begin immediate")
        pressing = asyncio.ensure_future(
            chat.hears(chat.presses(ADMIN, reminder | {"reply_markup": markup}, f"1d:done:{ref}:2027-06-30"))
        )
        await asyncio.wait_for(chat.hears(chat.says(AN, "ai chủ trì?")), 10)
        await pressing
        assert len(chat.telegram.sent(AN)) == 1
        assert list(chat.telegram.toasts.values()) == [words.NOT_WRITTEN]
        order = [name for name, _ in chat.telegram.calls if name in {"sendMessage", "answerCallbackQuery"}]
        assert order == ["sendMessage", "answerCallbackQuery"]  # who asks does not wait for who writes
        assert stores.progress.all() == {}
        other.rollback()
        other.close()
    stores.close()
