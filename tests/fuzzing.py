"""Fuzzers: what people, files, settings and damaged data hand in, spoilt by chance, against the whole program.

Each counts what may never happen: an error that is not told in plain words, a hang (over so much CPU time), a change of
the library. The suite runs them short, `make bench ARGS=fuzz` long.
"""

import contextlib
import hashlib
import logging
import signal
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from types import FrameType
from typing import Any
from unittest import mock

from builders import a_link
from chat import ADMIN, AN, GROUP, STRANGER, Chat, a_chat
from mutation import QUESTIONS, WORDINGS, Chance
from updates import buttons
from virtual_time import AtOnce, in_virtual_time

from bot.config import Config, Office
from bot.wiring import Wiring
from handlers.buttons import On
from handlers.digest_pages import poster
from handlers.render import sheets
from knowledge.answers.answer_record import answer_json
from knowledge.deadlines import understand_deadline
from knowledge.deadlines.arguments import argument_day, argument_period
from knowledge.errors import PlanbotError
from knowledge.plan.interchange import plan_json
from knowledge.plan.understanding import understand
from knowledge.readers import Limits, read_here
from knowledge.reply import Answer
from scheduler.access import Role
from scheduler.clock import VIETNAM
from scheduler.run import run_pass

TODAY = date(2027, 6, 23)
NOW = datetime(2027, 6, 23, 8, tzinfo=VIETNAM)
UNIT, UNIT_OFFICE = "Văn phòng Sở", "Sở Khoa học và Công nghệ tỉnh An Bình"
CPU_SECONDS = 5.0  # of one item; over that it is a hang
READING_SECONDS = 30.0
FILE_LIMITS = Limits(size=2_000_000, pages=50, cells=20_000, unzipped=5_000_000, seconds=20)


class Hang(BaseException):
    """An item took more CPU time than it may; nothing of the program catches it."""


@dataclass
class Score:
    """What was counted; `examples` are the first of what was wrong."""

    done: int = 0
    errors: int = 0
    hangs: int = 0
    changes: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing was wrong."""
        return not (self.errors or self.hangs or self.changes)

    def note(self, item: object, error: BaseException) -> None:
        """Count an item that went wrong."""
        self.hangs += isinstance(error, Hang)
        self.errors += not isinstance(error, Hang)
        if len(self.examples) < 20:
            where = traceback.extract_tb(error.__traceback__)[-1:]
            place = f"{where[0].filename.rsplit('/', 2)[-1]}:{where[0].lineno}" if where else ""
            self.examples.append(f"{type(error).__name__}: {str(error)[:100]} at {place}: {ascii(item)[:300]}")

    @contextlib.contextmanager
    def item(self, item: object, seconds: float = CPU_SECONDS) -> Iterator[None]:
        """One item: refused in plain words is right, any other error and a hang are counted."""
        self.done += 1
        try:
            with at_most(seconds):
                yield
        except PlanbotError:
            pass
        except (Exception, Hang) as error:  # noqa: BLE001 - that is what is counted
            self.note(item, error)


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Ends what takes more CPU time than that; in the main thread."""
    signal.signal(signal.SIGVTALRM, _hangs)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _hangs(_signal: int, _frame: FrameType | None) -> None:
    raise Hang


def a_workplace() -> Wiring:
    """The sample plans in memory, on a day in the middle of them."""
    return Wiring(Config(office=Office(UNIT_OFFICE)), None, lambda: NOW).on_samples()


def state_of(wiring: Wiring) -> str:
    """Everything that the library holds, as one number."""
    plans = wiring.library.snapshot.plans
    return hashlib.sha256(repr([(plan.stem, plan.plan, plan.task_refs) for plan in plans]).encode()).hexdigest()


def fuzz_questions(count: int, seed: int) -> Score:
    """Questions, one in three with those before it, answered and written as in the chat and as JSON."""
    score, chance, wiring = Score(), Chance(seed), a_workplace()
    before, conversation = state_of(wiring), None
    for _ in range(count):
        question = chance.text(QUESTIONS)
        conversation = conversation if chance.of.random() < 1 / 3 else None
        with score.item(question):
            said, conversation = wiring.answerer.ask(question, conversation)
            _written(said, wiring)
    score.changes += state_of(wiring) != before
    wiring.close()
    return score


def _written(said: Answer, wiring: Wiring) -> None:
    assert sheets(said)
    answer_json(said, wiring.library.snapshot, question_id=None)


def fuzz_deadlines(count: int, seed: int) -> Score:
    """Wordings of deadlines in plans, and of times in commands."""
    score, chance = Score(), Chance(seed)
    for _ in range(count):
        wording = chance.text(WORDINGS)
        year = chance.of.choice((None, 1900, 2024, 2027, 9999))
        issued = chance.of.choice((None, "2023-12-28", "2021-12", chance.text(WORDINGS)))
        with score.item((wording, year, issued)):
            understand_deadline(wording, year=year, issued=issued)
            argument_period(wording, today=TODAY)
            argument_day(wording, today=TODAY)
    return score


def fuzz_files(count: int, seed: int, files: dict[str, bytes]) -> Score:
    """Spoilt files, read and understood as far as they can be."""
    score, chance = Score(), Chance(seed)
    for _ in range(count):
        name = chance.of.choice(sorted(files))
        data = chance.spoilt(files[name])
        with score.item((name, hashlib.sha256(data).hexdigest()), READING_SECONDS):
            plan_json(understand(read_here(data, name, limits=FILE_LIMITS)))
    return score


class _Heard(logging.Handler):
    """What handlers logged as an error."""

    def __init__(self, score: Score) -> None:
        super().__init__(logging.ERROR)
        self.score, self.item = score, ""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self.score.note(self.item, error or RuntimeError(record.getMessage()))


def fuzz_presses(count: int, seed: int) -> Score:
    """Forged and mutated data of buttons, under every kind of message, by those let in and by strangers.

    In virtual time: a chat may be written to once a second only, which thousands of presses would wait for.
    """
    with mock.patch("handlers.writes.ThreadPoolExecutor", AtOnce):
        return in_virtual_time(partial(_presses, count, seed))


async def _presses(count: int, seed: int) -> Score:
    score, chance, wiring = Score(), Chance(seed), a_workplace()
    before, heard = state_of(wiring), _Heard(score)
    wiring.stores.units.link(a_link(UNIT, GROUP, office=UNIT_OFFICE))
    logging.getLogger().addHandler(heard)
    try:
        while score.done < count:
            await _press_in_a_new_chat(min(200, count - score.done), chance, wiring, heard)
    finally:
        logging.getLogger().removeHandler(heard)
    score.changes += state_of(wiring) != before
    wiring.close()
    return score


async def _press_in_a_new_chat(count: int, chance: Chance, wiring: Wiring, heard: _Heard) -> None:
    async with a_chat(stores=wiring.stores, answerer=wiring.answerer, now=NOW) as chat:
        chat.telegram.members[GROUP] = {AN}
        wiring.stores.people.add(AN, Role.VIEWER, by="VP", now=NOW)  # an admin may have pressed them out
        wiring.stores.people.tie(GROUP, UNIT, by="VP", now=NOW)
        await _said(chat, wiring)
        real = [data for m in _own(chat) for data in buttons(m).values()]
        for _ in range(count):
            user = chance.of.choice((AN, AN, AN, ADMIN, STRANGER, STRANGER))
            message = chance.of.choice([m for m in _own(chat) if buttons(m)])
            data = _forged(chance, list(buttons(message).values()) * (chance.of.random() < 0.8) or real)
            if chance.of.random() < 0.1:
                message = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
            heard.item = f"{user} {data!r}"
            stands = _what_stands(wiring, user)
            press = chat.presses(user, message, data, stale=True)
            with heard.score.item(heard.item):
                await chat.hears(press)
                assert chat.telegram.toasts[press["callback_query"]["id"]] is not None, "the button turns on"
            heard.score.changes += _what_stands(wiring, user) != stands
        # of the chat before the messages are gone, as where somebody deletes them
        if refused := [words for words in chat.telegram.refused if "message to edit not found" not in words]:
            heard.score.note(refused[:3], RuntimeError("Telegram refused"))
        chat.telegram.refused.clear()


def _what_stands(wiring: Wiring, user: int) -> object:
    """What a press of this person may not change: people by nobody but admins, reports by no stranger."""
    roll = wiring.stores.people.roll()
    role = roll.role(user)
    return None if role is Role.ADMIN else roll, None if role else wiring.stores.progress.all()


async def _said(chat: Chat, wiring: Wiring) -> None:
    """One message of every kind: answers, pages, cards, reminders, the list of what to extend, who is let in."""
    for text in ("các nhiệm vụ của Văn phòng Sở", "ai chủ trì số hóa hồ sơ?", "/giahan", "/viec", "/han", "/help"):
        await chat.hears(chat.says(AN, text))
        await chat.hears(chat.says(AN, f"/hoi {text}" if text[0] != "/" else text, GROUP))
    await chat.hears(chat.says(STRANGER, "ai chủ trì?"))
    for text in ("/nguoidung", "/baocao"):
        await chat.hears(chat.says(ADMIN, text))
    await run_pass(wiring.stores, poster(chat.app.bot_data.outbox, chat.app.bot_data.background), lambda: chat.now)


def _own(chat: Chat) -> list[dict[str, Any]]:
    return [m for m in chat.telegram.messages.values() if m["from"]["id"] == 1]


def _forged(chance: Chance, real: list[str]) -> str:
    """Data of a button, changed and within 64 bytes."""
    stores = chance.of.choice(real).split(":")
    for _ in range(chance.of.choice((0, 0, 1, 1, 2, 3))):
        i = chance.of.randrange(len(stores))
        put = chance.of.choice((str(chance.value()), *chance.of.choice(real).split(":"), *(f"1{on}" for on in On)))
        stores = chance.of.choice((
            [*stores[:i], put, *stores[i + 1 :]],
            [*stores[:i], *stores[i + 1 :]] or [put],
            [*stores[:i], put, *stores[i:]],
        ))  # fmt: skip
    return ":".join(stores).encode("utf-8", "replace")[:64].decode("utf-8", "ignore")
