"""The gate with an exception at each single call that it makes, one after the other, for every kind of update."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from builders import a_link, a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, GROUP, OTHER_GROUP, STRANGER, Chat, FakeDesk, a_chat, an_answer
from local_telegram import ROOT
from update_kinds import every_kind
from virtual_time import AtOnce, in_virtual_time

from handlers.gate import Guarded, _admitted
from knowledge.tasks.progress import ProgressStore
from scheduler.ledger import Ledger
from scheduler.stores import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

SECRET = "Số hóa hồ sơ"
BEGIN, BEHIND, WHOLE = _admitted.__code__, Guarded._handle.__code__, Guarded.__call__.__code__
ROOMS = tuple(str(ROOT / room) for room in ("handlers", "scheduler", "knowledge"))
EVERY = 3  # of the calls one is made to fail, of the next update the next one
PEOPLE = [(AN, GROUP), (ADMIN, GROUP), (STRANGER, OTHER_GROUP)]


class Saboteur:
    """Raises at the n-th call between the first of the gate and the first of the handler behind it."""

    def __init__(self, number: int) -> None:
        self._number, self._calls, self._within = number, 0, False
        self.struck = False

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        if event == "return":  # of what only waits too; it goes on with a call
            self._within = self._within and frame.f_code is not WHOLE
        if event != "call":
            return
        self._within = frame.f_code is BEGIN or (self._within and frame.f_code is not BEHIND)
        generated = frame.f_code.co_name == "<genexpr>"  # its end is a call too, whose errors nobody hears
        if self._within and not generated and frame.f_code.co_filename.startswith(ROOMS):
            self._calls += 1
            if self._calls == self._number:
                self.struck = True
                raise sqlite3.OperationalError("the data base is locked")


@contextmanager
def sabotage(number: int) -> Iterator[Saboteur]:
    saboteur, before = Saboteur(number), sys.getprofile()
    sys.setprofile(saboteur)
    try:
        yield saboteur
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize(("user", "group"), PEOPLE)
def test_an_exception_at_any_call_of_the_gate_lets_no_word_of_a_plan_out(
    user: int, group: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("handlers.writes.ThreadPoolExecutor", AtOnce)
    caplog.set_level("CRITICAL")

    stores = some_parts()

    async def main() -> int:
        struck = 0
        async with a_chat(stores=stores, answerer=FakeDesk(an_answer(SECRET, head=SECRET))) as chat:
            for number, update in enumerate(every_kind(chat, user, group)):
                if "migrate_to_chat_id" not in update.get("message", {}):  # it would make another group of it
                    struck += await strike(chat, update, 1 + number % EVERY)
            chat.telegram.refused.clear()  # the same press is answered again and again
        return struck

    assert in_virtual_time(main) > 100
    stores.close()


async def strike(chat: Chat, update: dict[str, Any], number: int) -> int:
    """How many calls were made to fail; nothing of the plan is said for any of them."""
    struck = 0
    while True:
        asked, calls = len(chat.answerer.asked), len(chat.telegram.calls)
        with sabotage(number) as saboteur:
            await chat.hears(update)
        if not saboteur.struck:
            return struck
        said = str(chat.telegram.calls[calls:])
        assert SECRET not in said, (number, update)
        assert len(chat.answerer.asked) == asked, (number, update)
        struck, number = struck + 1, number + EVERY


def some_parts() -> Stores:
    plans = [a_loaded_plan([a_task(task=SECRET)])]
    stores = Stores(
        plans=lambda: plans, ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=some_people(admins=[ADMIN]),
    )  # fmt: skip
    stores.units.link(a_link("Văn phòng Sở", GROUP))
    return stores
