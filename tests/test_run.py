import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from builders import ADMIN, UNIT_CHAT, a_deadline, a_link, a_loaded_plan, a_task, at, some_people

from knowledge.errors import BusyError
from knowledge.tasks.progress import ProgressStore
from scheduler.delivery import Delivery, Outcome, Passed
from scheduler.digest import Message
from scheduler.items import Item
from scheduler.ledger import Ledger
from scheduler.run import Stores, messages_due, run_pass
from scheduler.settings import Reminders
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

QUIET = Reminders(week_ahead=False, month_overview=False, ongoing="never")
WHEN = at("2027-06-23 08:00")
ROWS = [a_task(stt=str(n)) for n in range(30)]  # two pages for Văn phòng


@pytest.fixture
def stores() -> Iterator[Stores]:
    stores = Stores(
        plans=lambda: (a_loaded_plan([*ROWS, a_task(stt="x", lead=("Thanh tra Sở",))]),),
        ledger=Ledger(None),
        units=UnitStore(None),
        workdays=WorkdayStore(None),
        progress=ProgressStore(None),
        settings=QUIET,
        people=some_people(admins=[ADMIN], groups=[UNIT_CHAT, -7]),
    )
    stores.units.link(a_link())
    stores.units.link(a_link("Thanh tra Sở", -7))
    yield stores
    for store in (stores.ledger, stores.units, stores.workdays, stores.progress):
        store.close()


class Post:
    """A chat service that keeps what arrived and has the given trouble."""

    def __init__(self, trouble: Callable[[Message], Delivery | None] = lambda _: None) -> None:
        self.arrived: list[Message] = []
        self.trouble = trouble

    async def __call__(self, message: Message) -> Delivery:
        await asyncio.sleep(0)
        delivery = self.trouble(message)
        if delivery is None or delivery.outcome is Outcome.SENT:
            self.arrived.append(message)
        return delivery or Delivery(Outcome.SENT, message.chat.id, message=len(self.arrived))

    def chats(self) -> list[int]:
        return [message.chat.id for message in self.arrived]


def clock(now: datetime = WHEN) -> Callable[[], datetime]:
    return lambda: now


async def test_the_same_pass_twice_sends_once(stores: Stores) -> None:
    post = Post()
    assert await run_pass(stores, post, clock()) == Passed(sent=3)
    assert await run_pass(stores, post, clock()) == Passed()
    assert post.chats() == [UNIT_CHAT, -7, UNIT_CHAT]


async def test_what_failed_is_said_by_the_next_pass(stores: Stores) -> None:
    down = Post(lambda m: Delivery(Outcome.FAILED, m.chat.id) if m.chat.id == UNIT_CHAT else None)
    assert await run_pass(stores, down, clock()) == Passed(sent=1, failed=1, left=1)
    up = Post()
    await run_pass(stores, up, clock())
    assert up.chats() == [UNIT_CHAT, UNIT_CHAT]


async def test_an_error_of_the_sender_loses_nothing(stores: Stores, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_: Message) -> Delivery:
        raise OSError("no network")

    assert (await run_pass(stores, broken, clock())).failed == 2
    assert "could not be sent" in caplog.text
    post = Post()
    assert (await run_pass(stores, post, clock())).sent == 3


async def test_what_was_perhaps_sent_is_not_said_again_and_the_admins_are_told(stores: Stores) -> None:
    unsure = Post(lambda m: Delivery(Outcome.PERHAPS, -7, reason="reset") if m.chat.id == -7 else None)
    assert await run_pass(stores, unsure, clock()) == Passed(sent=2, perhaps=1)
    assert {(said.key.chat, said.doubt) for said in stores.ledger.said(-7)} == {(-7, "reset")}
    again = Post()
    assert await run_pass(stores, again, clock()) == Passed(sent=1)
    assert [(m.kind.value, m.chat.id) for m in again.arrived] == [("uncertain", ADMIN)]
    assert await run_pass(stores, again, clock()) == Passed()


async def test_a_chat_that_blocks_is_parked_and_the_admins_are_told(stores: Stores) -> None:
    post = Post(lambda m: Delivery(Outcome.BLOCKED, -7, reason="bot was kicked") if m.chat.id == -7 else None)
    assert await run_pass(stores, post, clock()) == Passed(sent=2, parked=1)
    await run_pass(stores, post, clock())
    [told] = [message for message in post.arrived if message.chat.id == ADMIN]
    assert [item.kind.value for item in told.shown] == ["unlinked", "parked"]
    stores.ledger.unpark(-7)
    back = Post()
    await run_pass(stores, back, clock())
    assert back.chats() == [-7]


async def test_a_group_that_moved_keeps_what_it_was_told(stores: Stores) -> None:
    def move(message: Message) -> Delivery | None:
        return Delivery(Outcome.SENT, -100777, moved_from=-7) if message.chat.id == -7 else None

    post = Post(move)
    await run_pass(stores, post, clock())
    assert {link.chat.id for link in stores.units.links()} == {UNIT_CHAT, -100777}
    assert await run_pass(stores, post, clock()) == Passed()


async def test_a_message_that_is_refused_does_not_hold_up_the_next(stores: Stores) -> None:
    first = messages_due(stores, WHEN)[0].text
    post = Post(lambda m: Delivery(Outcome.REFUSED, m.chat.id, reason="bad") if m.text == first else None)
    assert await run_pass(stores, post, clock()) == Passed(sent=2, refused=1)
    assert await run_pass(stores, post, clock()) == Passed(sent=1)  # to the unit again on the next day
    assert await run_pass(stores, post, clock()) == Passed()
    assert [(m.kind.value, m.chat.id) for m in post.arrived if m.chat.id == ADMIN] == [("refused", ADMIN)]


async def test_the_pass_stops_where_the_quiet_hours_begin(stores: Stores) -> None:
    times = iter([at("2027-06-23 17:29")] * 4)
    post = Post()
    passed = await run_pass(stores, post, lambda: next(times, at("2027-06-23 17:31")))
    assert passed.sent == 1
    assert passed.sent + passed.left == 3


async def test_a_slow_chat_gives_way_to_the_others(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.run.PATIENCE", 0.01)
    other = asyncio.Event()
    order: list[int] = []

    async def send(message: Message) -> Delivery:
        if message.chat.id == UNIT_CHAT:
            await other.wait()
        order.append(message.chat.id)
        other.set()
        return Delivery(Outcome.SENT, message.chat.id)

    assert (await run_pass(stores, send, clock())).sent == 3
    assert order == [-7, UNIT_CHAT, UNIT_CHAT]


async def test_nothing_is_sent_on_a_day_that_admins_set_off(stores: Stores) -> None:
    stores.workdays.set(WHEN.date(), works=False, now=WHEN)
    assert await run_pass(stores, Post(), clock()) == Passed()


async def test_a_plan_with_a_moved_date_is_told(stores: Stores) -> None:
    await run_pass(stores, Post(), clock())
    moved = replace(a_loaded_plan(ROWS), plan=a_loaded_plan([
        replace(row, deadline=a_deadline(date(2027, 7, 30))) for row in ROWS
    ]).plan)  # fmt: skip
    post = Post()
    await run_pass(replace(stores, plans=lambda: (moved,)), post, clock(WHEN + timedelta(days=1)))
    assert {message.kind.value for message in post.arrived} == {"moved"}
    assert sum(len(message.entries) for message in post.arrived) == 30


@pytest.mark.parametrize("at_once", [1, 2])
async def test_no_more_are_on_their_way_than_is_set(stores: Stores, at_once: int) -> None:
    going, most, full = 0, 0, asyncio.Event()

    async def send(message: Message) -> Delivery:
        nonlocal going, most
        going += 1
        most = max(most, going)
        if going == at_once:
            full.set()
        await full.wait()
        going -= 1
        return Delivery(Outcome.SENT, message.chat.id)

    settings = replace(QUIET, at_once=at_once)
    assert (await run_pass(replace(stores, settings=settings), send, clock())).sent == 3
    assert most == at_once


async def test_a_slow_message_that_is_on_its_way_when_the_pass_is_stopped_is_recorded(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.run.PATIENCE", 0.01)
    began, patience_ended, may_arrive = asyncio.Event(), asyncio.Event(), asyncio.Event()
    arrived: list[int] = []

    async def send(message: Message) -> Delivery:
        if message.chat.id == UNIT_CHAT:
            began.set()
            await may_arrive.wait()
        else:
            patience_ended.set()
        arrived.append(message.chat.id)
        return Delivery(Outcome.SENT, message.chat.id, message=len(arrived))

    going = asyncio.create_task(run_pass(stores, send, clock()))
    await began.wait()
    await patience_ended.wait()
    going.cancel()
    await asyncio.sleep(0)
    may_arrive.set()
    with contextlib.suppress(asyncio.CancelledError):
        await going
    assert arrived.count(UNIT_CHAT) == 1
    post = Post()
    assert await run_pass(stores, post, clock()) == Passed(sent=1)  # the second page only


class TroubledLedger(Ledger):
    """A ledger on a database that another process keeps for a while."""

    def __init__(self, records_that_fail: int = 0, claims_for: int | None = None) -> None:
        super().__init__(None)
        self.records_that_fail = records_that_fail
        self.fails_for = claims_for
        self.may_claim = threading.Event()
        self.may_claim.set()
        self.waited: list[bool] = []

    def claim(self, items: Sequence[Item], now: datetime) -> str | None:
        self.waited.append(self.may_claim.wait(5))
        if items[0].key.chat == self.fails_for:
            raise sqlite3.OperationalError("database is locked")
        return super().claim(items, now)

    def record(
        self,
        claim: str,
        items: Sequence[Item],
        now: datetime,
        message: int | None = None,
        doubt: str | None = None,
        *,
        left: int = 0,
    ) -> None:
        if self.records_that_fail:
            self.records_that_fail -= 1
            raise sqlite3.OperationalError("database is locked")
        super().record(claim, items, now, message, doubt, left=left)


async def test_what_was_sent_is_recorded_when_the_database_is_free_again(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.run.RECORD_PAUSE", 0)
    ledger = TroubledLedger(records_that_fail=3)
    post = Post()
    assert await run_pass(replace(stores, ledger=ledger), post, clock()) == Passed(sent=3)
    ledger.recover()
    assert await run_pass(replace(stores, ledger=ledger), post, clock()) == Passed()
    assert len(post.arrived) == 3
    ledger.close()


async def test_a_locked_database_for_one_chat_does_not_end_the_pass_for_the_others(stores: Stores) -> None:
    ledger = TroubledLedger(claims_for=UNIT_CHAT)
    post = Post()
    assert await run_pass(replace(stores, ledger=ledger), post, clock()) == Passed(sent=1, failed=1, left=1)
    assert post.chats() == [-7]
    ledger.close()


@pytest.mark.parametrize("sharing", ["offer", "next_chat", "leave"])
async def test_no_trouble_with_the_sharing_of_chats_keeps_reminders_from_going_out(
    stores: Stores, monkeypatch: pytest.MonkeyPatch, sharing: str
) -> None:
    def is_locked(*_: object) -> None:
        raise BusyError("the database stays locked")

    monkeypatch.setattr(stores.ledger, sharing, is_locked)
    if sharing == "offer":  # a queue that the chats did not come into has none of them
        monkeypatch.setattr(stores.ledger, "next_chat", lambda *_: None)
    assert await run_pass(stores, Post(), clock()) == Passed(sent=3)


async def test_the_bot_answers_while_another_process_holds_the_database(stores: Stores) -> None:
    ledger = TroubledLedger()
    ledger.may_claim.clear()
    going = asyncio.create_task(run_pass(replace(stores, ledger=ledger), Post(), clock()))
    asyncio.get_running_loop().call_later(0.05, ledger.may_claim.set)  # only a loop that is not held up gets there
    assert (await going).sent == 3
    assert all(ledger.waited)
    ledger.close()
