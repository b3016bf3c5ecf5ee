"""What a handler is given besides the update: typed, by the context, never by a string key."""

import asyncio
import logging
import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from telegram.ext import CallbackContext, ExtBot

from handlers.background import Background
from handlers.memory import Memory
from handlers.order import ChatOrder
from handlers.outbox import Outbox
from handlers.owing import Owing
from handlers.writes import Writes
from knowledge.backup import Backup
from knowledge.library.library import Library
from knowledge.library.prepared import Prepared
from knowledge.questions.reports import Reported
from knowledge.reply import Answer
from knowledge.tasks.happened import ProofFile
from scheduler.access import Judged, Kind, judge
from scheduler.clock import Clock
from scheduler.counters import CounterStore
from scheduler.directory import Role
from scheduler.health import Health
from scheduler.owed import OwedStore
from scheduler.people import PeopleStore
from scheduler.stores import Stores

log = logging.getLogger(__name__)


class Answerer(Protocol):
    """Where questions are answered from the plans; pure, and called from a thread."""

    def ask(self, text: str, conversation: object | None) -> tuple[Answer, object]:
        """The answer, and the conversation with it; None begins one."""
        ...

    def recall(self, refs: tuple[str, ...]) -> object:
        """The conversation that begins with a message which shows these rows, "" for an entry that is none."""
        ...

    def open(self, ref: str) -> Answer | None:
        """The whole row, target or passage of a ref as a card; None where no plan has it any more."""
        ...


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What became of a configuration that was loaded again.

    Args:
        changed: the keys that hold from now on; `waiting` those that hold after the next start.
        office: the office's name as it is now.
    """

    changed: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    office: str = ""


class Operations(Protocol):
    """What keeps the bot running; called from a thread."""

    def health(self) -> Health:
        """How the bot is now."""
        ...

    @property
    def elsewhere(self) -> bool:
        """Whether the data are on a server that others back up."""
        ...

    def backup(self, now: datetime) -> AbstractContextManager[Backup]:
        """A backup in a file that is there as long as the body runs.

        Raises:
            RefusedError: it could not be made.
        """
        ...

    def reload(self) -> Reloaded:
        """Loads the configuration again.

        Raises:
            RefusedError: it is wrong; that of before goes on.
        """
        ...


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who asks where. Conversations are never shared between people, chats or topics."""

    chat: int
    user: int
    thread: int | None = None
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Where:
    """Where an answer goes.

    Args:
        thread: the topic of a forum; None is General or no forum.
        reply_to: the message that is answered, where that is not evident (in groups).
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that was shown in a chat, in its conversation, to page on in it and to press what it offers.

    Args:
        rated: whether people are asked if it helped.
    """

    chat: int
    answer: Answer
    talk: object | None = None
    rated: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered: its words, the message of the answer, and the conversation before it."""

    text: str
    message: int
    talk: object | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that a chat was shown: its message, and the refs in their order, "" for an entry that is no row."""

    message: int
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A row that a message shows.

    Args:
        number: as it stands in the message, 0 where it has none.
        due: the date that the message is about, where it is about one.
    """

    number: int
    ref: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Reporting:
    """A report in words that waits until it is known which row or state is meant.

    Args:
        user: who said it.
        file: what came with it.
        pointed: the rows that may be meant.
    """

    user: int
    said: Reported
    file: ProofFile | None = None
    pointed: tuple[Pointed, ...] = ()


@dataclass(slots=True)
class Services:
    """All that handlers may call.

    Args:
        people: who is let in; it is read for each update, so that a change takes effect at once.
        talks: the conversations of people, said: those that messages are part of, answered: the questions by chat and
            message, to answer one that is edited in place; shown: the answers that buttons belong to, told: what was
            said only once.
        stores: the reminders and what was reported; None where this bot reminds of nothing.
        listed: the last list of rows that a chat was shown.
        reporting: reports in words that wait for an answer, by the name that their buttons carry.
        prepared: documents that were read and wait for a decision, by their id; read again where one is forgotten.
        reader: one document is read at a time, so that answers keep a core; `storing`: one is stored at a time, so
            that the next is compared with it.
        patience: between 0 and 1, by how much longer than another one this bot bears a second poller.
        stop: ends the bot, with the reason.
        counters: how much was asked; `background`: what goes on after a message was dealt with.
        freshening: the rows whose messages are brought up to date just now, by `refreshing`; True where they have
            changed again since.
        operations: health, backups and configuration; None where this bot keeps nothing.
        owing: answers that perhaps did not arrive.
        requesting: admins are told of requests for more time by one pass at a time; `telling`: of one other person
            who waits for them at a time.
    """

    people: PeopleStore
    answerer: Answerer
    clock: Clock
    outbox: Outbox
    order: ChatOrder
    office: str = ""
    stores: Stores | None = None
    talks: Memory[Speaker, object] = field(default_factory=lambda: Memory(5000, timedelta(hours=2)))
    said: Memory[tuple[int, int], object] = field(default_factory=lambda: Memory(5000, timedelta(hours=48)))
    answered: Memory[tuple[int, int], Answered] = field(default_factory=lambda: Memory(2000, timedelta(hours=48)))
    shown: Memory[str, Shown] = field(default_factory=lambda: Memory(500, timedelta(days=2)))
    started: datetime = field(init=False)
    patience: float = field(init=False, default_factory=random.random)
    writes: Writes = field(default_factory=Writes)
    listed: Memory[int, Listed] = field(default_factory=lambda: Memory(2000, timedelta(days=7)))
    reporting: Memory[str, Reporting] = field(default_factory=lambda: Memory(500, timedelta(days=2)))
    prepared: Memory[str, Prepared] = field(default_factory=lambda: Memory(50, timedelta(hours=6)))
    reader: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    storing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    stop: Callable[[str], None] = lambda _reason: None
    counters: CounterStore = field(default_factory=lambda: CounterStore(None))
    background: Background = field(default_factory=Background)
    freshening: dict[str, bool] = field(default_factory=dict)
    refreshing: Background = field(default_factory=Background)
    operations: Operations | None = None
    requesting: asyncio.Lock = field(default_factory=asyncio.Lock)
    telling: asyncio.Lock = field(default_factory=asyncio.Lock)
    owing: Owing = field(init=False)
    told: Memory[tuple[str, int], bool] = field(default_factory=lambda: Memory(5000, timedelta(minutes=10)))

    def __post_init__(self) -> None:
        """Keeps when it began."""
        self.started = self.clock()
        store = self.stores.owed if self.stores else OwedStore(None)
        self.owing = Owing(store, self.outbox, self.writes, self.clock)

    @property
    def library(self) -> Library | None:
        """The plans, for admins who change them; None where this bot only answers."""
        return self.stores.library() if self.stores and self.stores.library else None

    def has_plans(self) -> bool:
        """Whether there is a plan at all; True where this bot only answers."""
        if self.stores is None:
            return True
        return bool(self.stores.library().snapshot.plans if self.stores.library else self.stores.plans())

    def reached(self, chat: int, name: str = "") -> None:
        """A chat can be sent to again: where it was parked, its reminders come back; how it calls itself is kept."""
        self.people.call(chat, name)
        if self.stores and self.stores.ledger.unpark(chat):
            log.info("chat %(chat)s can be reached again", {"chat": chat})

    def judged(self, user: int | None, chat: int, kind: Kind) -> Judged | None:
        """Who speaks and what they may do, by the store as it is now; None for whoever may nothing. Only reads.

        Args:
            chat: where; a group that has moved is judged as what it is now.
        """
        roll = self.people.roll()
        chat = roll.now_at(chat)
        links = self.stores.units.links() if self.stores else ()
        units = (link.unit for link in links if link.chat.id == chat and link.role is Role.UNIT)
        return judge(roll, user, chat, kind, units)

    def standing(self, user: int | None, chat: int) -> str | None:
        """As what somebody stands in a chat now, None where they may not even ask."""
        judged = self.judged(user, chat, Kind.GROUP if chat < 0 else Kind.PRIVATE)
        return judged.standing if judged else None

    async def settled(self) -> None:
        """Returns when what goes on beside the updates is done."""
        await self.background.settled()
        await self.refreshing.settled()

    def once(self, what: str, chat: int) -> bool:
        """Whether `what` has not been said in this chat for a while; from now on it has."""
        return self.told.first((what, chat), value=True, now=self.clock())


Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]
