"""One pass: work out what is due to be said, then claim, send and record it, message by message.

A pass may run at any time and any number of times: the ledger decides. Messages go out one at a time (or as
many as `at_once` says): a crash can repeat only what was on its way. A chat that has to wait gives way to the others
after a moment.
"""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from knowledge.errors import PlanbotError
from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM, Clock
from scheduler.delivery import Delivery, Outcome, Passed, Send
from scheduler.digest import Message, digests
from scheduler.directory import Chat
from scheduler.items import Item
from scheduler.monthly import monthly_reports
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now
from scheduler.stores import Stores, dead_links_of, directory_of, follow

__all__ = ["Stores", "directory_of", "inputs_of", "messages_due", "run_pass"]

log = logging.getLogger(__name__)

PATIENCE = 1.5  # seconds that the other chats wait for one that is slow
GRACE = 6.0  # seconds that a message on its way is given when the pass is stopped; the door out gives it fewer
RECORD_TRIES = 20  # of writing down what has been sent; each waits for another process that writes
RECORD_PAUSE = 1.0  # seconds in between


def inputs_of(stores: Stores) -> RuleInputs:
    """What the rules are given, as the stores have it now."""
    parked, roll = stores.ledger.parked(), stores.people.roll()
    snapshot = stores.library().snapshot if stores.library else None
    return RuleInputs(
        plans=snapshot.plans if snapshot else stores.plans(),
        snapshot=snapshot,
        directory=directory_of(stores, (chat.chat for chat in parked)),
        progress=stores.progress.all(),
        calendar=stores.workdays.calendar(stores.settings),
        settings=stores.settings,
        parked=parked,
        refused=stores.ledger.refused(),
        dead=dead_links_of(stores),
        uncertain=stores.ledger.uncertain(),
        wishes=tuple(wish for wish in stores.wishes.all() if roll.lets_in(wish.user)),
        quiet=stores.wishes.quiet(),
    )


def messages_due(stores: Stores, now: datetime) -> tuple[Message, ...]:
    """The messages that a pass would send now."""
    with _without_collection():
        inputs, delivered = inputs_of(stores), stores.ledger.delivered()
        items = due_now(inputs, delivered, now)
        said = digests(items, now.astimezone(VIETNAM).date())
        return (*said, *monthly_reports(inputs, delivered, now))


async def run_pass(
    stores: Stores, send: Send, clock: Clock, due: Callable[[Stores, datetime], Sequence[Message]] = messages_due
) -> Passed:
    """Says everything that is due, and stops where the quiet hours begin.

    Args:
        due: what is to be said, where it is not everything.
    """
    messages = await asyncio.to_thread(due, stores, clock())
    calendar = await asyncio.to_thread(stores.workdays.calendar, stores.settings)
    queues: dict[Chat, list[Message]] = {}
    for message in messages:
        queues.setdefault(message.chat, []).append(message)
    post = _Post(stores, send, clock, calendar, Passed(), asyncio.Semaphore(stores.settings.at_once))
    for chat, queue in queues.items():
        post.waiting.setdefault(chat.id, []).append(queue)
    await post.share()
    try:
        async with asyncio.TaskGroup() as group:
            for _ in queues:
                group.create_task(post.serve())
    finally:
        if post.on_their_way:
            await asyncio.wait(post.on_their_way, timeout=GRACE)
        try:
            await asyncio.to_thread(stores.ledger.leave, {chat.id for chat in queues} | set(post.moved.values()))
        except PlanbotError:  # all that was sent is recorded, and others have the chats when their time is over
            log.exception("chats that were written to could not be given back to other workers")
    return post.passed


@contextmanager
def _without_collection() -> Iterator[None]:
    """No search for cycles meanwhile: among a million new values that are all kept it takes longer than the rules."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Post:
    """The messages of one pass on their way; each chat has its queue, the batons go round among them.

    Args:
        waiting: what is for chats that nobody serves yet, a queue for each topic; `taken` is for the chat taken last.
        shared: whether other workers see these chats; each message is claimed, whoever writes to the chat.
    """

    stores: Stores
    send: Send
    clock: Clock
    calendar: WorkingCalendar
    passed: Passed
    baton: asyncio.Semaphore
    on_their_way: set[asyncio.Task[bool]] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    waiting: dict[int, list[list[Message]]] = field(default_factory=dict)
    taken: list[list[Message]] = field(default_factory=list)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    shared: bool = True

    async def share(self) -> None:
        """Shows the chats to the other workers; where that fails, the messages go out all the same."""
        try:
            await asyncio.to_thread(self.stores.ledger.offer, list(self.waiting), self.clock())
        except PlanbotError:
            log.exception("chats to be written to could not be shown to other workers")
            self.shared = False

    async def serve(self) -> None:
        """Sends the messages of the next chat in order, until one does not get there."""
        queue: list[Message] | None = None
        n = 0
        while queue is None or n < len(queue):
            async with self.baton:
                queue = await self._next() if queue is None else queue
                going = bool(queue) and self.calendar.is_open(self.clock())
                if going:
                    task = asyncio.create_task(self._attempt(queue[n]))
                    self.on_their_way.add(task)
                    task.add_done_callback(self.on_their_way.discard)
                    await asyncio.wait({task}, timeout=PATIENCE)
            if not (going and await asyncio.shield(task)):  # who stops the pass does not stop the message
                self.passed.left += len(queue) - n - (1 if going else 0)
                return
            n += 1

    async def _next(self) -> list[Message]:
        """The messages for the next chat, or topic, that no other worker serves; none where others have the rest."""
        async with self.turn:
            if not self.taken and self.waiting:
                await self._take()
            return self.taken.pop(0) if self.taken else []

    async def _take(self) -> None:
        chats, next_chat = list(self.waiting), self.stores.ledger.next_chat
        try:
            chat = await asyncio.to_thread(next_chat, chats, self.clock()) if self.shared else chats[0]
        except PlanbotError:
            log.exception("chats to be written to could not be shared with other workers")
            chat = chats[0]
        if chat is None:
            self.passed.left += sum(len(queue) for queues in self.waiting.values() for queue in queues)
            self.waiting.clear()
        else:
            self.taken += self.waiting.pop(chat)

    async def _attempt(self, message: Message) -> bool:
        """Delivers one message; an error of it (a database that stays locked) is no error of the other chats."""
        try:
            return await self._deliver(message)
        except Exception:
            log.exception("a reminder to chat %(chat)s was given up for this pass", {"chat": message.chat.id})
            self.passed.failed += 1
            return False

    async def _deliver(self, message: Message) -> bool:
        """Claims, sends and records one message; whether the chat may be sent the next one."""
        ledger = self.stores.ledger
        if message.chat.id in self.moved:
            message = _readdressed(message, self.moved[message.chat.id])
        claim = await asyncio.to_thread(ledger.claim, message.items, self.clock())
        if claim is None:  # another pass has it
            self.passed.left += 1
            return True
        delivery = await self._send(message)
        if delivery.moved_from is not None:
            await asyncio.to_thread(self._follow, delivery.moved_from, delivery.chat)
            message = _readdressed(message, delivery.chat)
        if delivery.outcome is Outcome.SENT:
            self.passed.sent += 1
            await self._record(claim, message, delivery)
            return True
        if delivery.outcome is Outcome.PERHAPS:
            self.passed.perhaps += 1
            log.warning(
                "reminder to chat %(chat)s may have arrived: %(reason)s",
                {"chat": delivery.chat, "reason": delivery.reason},
            )
            await self._record(claim, message, delivery)
            return False  # the next one waits for a better line
        await asyncio.to_thread(ledger.release, claim)
        return await self._trouble(delivery)

    async def _record(self, claim: str, message: Message, delivery: Delivery) -> None:
        """Writes down what Telegram has taken; given up only after several tries, because it would be said again."""
        for attempt in range(1, RECORD_TRIES + 1):
            try:
                doubt = delivery.reason or "?" if delivery.outcome is Outcome.PERHAPS else None
                record = partial(self.stores.ledger.record, message=delivery.message, doubt=doubt, left=message.left)
                await asyncio.to_thread(record, claim, message.items, self.clock())
            except Exception:
                log.exception("a reminder sent to chat %(chat)s is not recorded yet", {"chat": message.chat.id})
                if attempt == RECORD_TRIES:
                    raise
                await asyncio.sleep(RECORD_PAUSE)
            else:
                return

    def _follow(self, old: int, new: int) -> None:
        """A group has a new id: what is kept of it follows, and so do its messages that are still to be sent."""
        self.moved[old] = new
        try:
            follow(self.stores, old, new, self.clock())
        except PlanbotError:  # what was sent has still to be recorded, or it is said again
            log.exception("not all that is kept of group %(old)s went to %(new)s", {"old": old, "new": new})

    async def _send(self, message: Message) -> Delivery:
        try:
            return await self.send(message)
        except Exception:
            log.exception("a reminder to chat %(chat)s could not be sent", {"chat": message.chat.id})
            return Delivery(Outcome.FAILED, message.chat.id)

    async def _trouble(self, delivery: Delivery) -> bool:
        log.warning(
            "reminder to chat %(chat)s: %(outcome)s %(reason)s",
            {"chat": delivery.chat, "outcome": delivery.outcome, "reason": delivery.reason},
        )
        if delivery.outcome is Outcome.REFUSED:
            await asyncio.to_thread(self.stores.ledger.refuse, delivery.chat, delivery.reason, self.clock())
            self.passed.refused += 1
            return True
        if delivery.outcome is Outcome.BLOCKED:
            await asyncio.to_thread(self.stores.ledger.park, delivery.chat, delivery.reason, self.clock())
            self.passed.parked += 1
            return False
        self.passed.failed += 1
        return False


def _readdressed(message: Message, chat: int) -> Message:
    """The message for the new id of its group."""
    items = tuple(_to(item, chat) for item in message.items)
    return replace(message, chat=Chat(chat, message.chat.thread), items=items)


def _to(item: Item, chat: int) -> Item:
    return replace(item, key=replace(item.key, chat=chat), chat=Chat(chat, item.chat.thread))
