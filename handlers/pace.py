"""How fast messages may go, so that Telegram never has to say "too many requests".

Telegram allows about 30 messages a second in all, one a second in a chat (short bursts are taken) and twenty a minute
in a group (https://core.telegram.org/bots/faq). A chat's own limits are kept by the times of its last messages, taken
when the server has answered, so that the network's delay cannot move two of them closer together. Over all chats a
turnstile lets one message pass at a time at even distances; what somebody waits for passes before what is only due.
Even distances here are none there: a message counts when it arrives, so each is held against the next thirty until its
answer shows when that was.
"""

import asyncio
import heapq
import itertools
import math
from collections import deque
from dataclasses import dataclass, field

PER_SECOND = 29.0  # of 30: even distances, with a little room for the network's jitter
IN_ONE_SECOND = 30
CHAT_LIMITS = ((3, 3.0),)  # messages, seconds: one a second, in bursts of three
GROUP_LIMITS = (*CHAT_LIMITS, (20, 60.0))
MARGIN = 0.02  # seconds after a window has passed
LONGEST_PASSAGE = 20.0  # seconds that a message without an answer keeps its place: a busy bot writes it late, too


def monotonic() -> float:
    """Seconds of the running event loop, which only ever grow."""
    return asyncio.get_running_loop().time()


@dataclass(slots=True)
class Lane:
    """The pace of one chat. Whoever sends holds `lock`, so that a chat's messages keep their order."""

    limits: tuple[tuple[int, float], ...]
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=20))
    not_before: float = 0.0

    def wait(self, now: float, *, sparing: bool = False) -> float:
        """Seconds until the next message may go; with half of what may go left to others where it is `sparing`."""
        waits = [self.not_before - now]
        for most, span in self.limits:
            count = most // 2 if sparing else most
            if len(self.sent) >= count:
                waits.append(self.sent[-count] + span + MARGIN - now)
        return max(0.0, *waits)

    def idle(self, now: float) -> bool:
        """Whether nothing of this lane matters any more."""
        last = self.sent[-1] if self.sent else now - 60
        return not self.lock.locked() and self.not_before <= now and last <= now - 60


class Lanes:
    """The lanes of all chats; those long idle are forgotten."""

    def __init__(self) -> None:
        self._lanes: dict[int, Lane] = {}

    def of(self, chat: int, now: float) -> Lane:
        """The lane of a chat; groups have negative ids."""
        if chat not in self._lanes:
            if len(self._lanes) >= 5000:
                self._lanes = {key: lane for key, lane in self._lanes.items() if not lane.idle(now)}
            self._lanes[chat] = Lane(GROUP_LIMITS if chat < 0 else CHAT_LIMITS)
        return self._lanes[chat]


@dataclass(slots=True)
class Passage:
    """One message on its way: when it left, and until when it counts as one of this second."""

    left: float
    until: float


class Second:
    """What may count as said within one second at Telegram, whose clock nobody sees.

    A message is counted there after it left and before its answer came; so it takes a place from its leaving until a
    second after its answer, less the time that even the quickest answer of all needed. That holds however unevenly the
    line delays: a stall sends a handful there at the same moment, and those behind it wait.
    """

    def __init__(self, most: int = IN_ONE_SECOND) -> None:
        self._most = most
        self._passages: deque[Passage] = deque()
        self._answers, self._quickest = 0, math.inf

    def begin(self, now: float) -> Passage:
        """A message leaves."""
        self._passages.append(Passage(now, now + LONGEST_PASSAGE))
        return self._passages[-1]

    def end(self, passage: Passage, now: float, *, answered: bool) -> None:
        """Its answer has come, or none will."""
        if answered:
            self._answers, self._quickest = self._answers + 1, min(self._quickest, now - passage.left)
        known = self._answers >= self._most  # before, all of them may have been in the same stall
        passage.until = now + 1 + MARGIN - (self._quickest if known else 0)

    def wait(self, now: float) -> float:
        """Seconds until another may leave, as far as that is known now."""
        self._passages = deque(one for one in self._passages if one.until > now)
        return min((one.until - now for one in self._passages), default=0.0) if self._is_full else 0.0

    @property
    def _is_full(self) -> bool:
        return len(self._passages) >= self._most


class Turnstile:
    """Lets one caller pass at a time at even distances, the urgent ones first."""

    def __init__(self, per_second: float = PER_SECOND) -> None:
        self._gap = 1 / per_second
        self._next = 0.0
        self._count = itertools.count()
        self._waiting: list[tuple[bool, int, asyncio.Future[Passage]]] = []
        self._second = Second()
        self._keeper: asyncio.Task[None] | None = None

    async def enter(self, *, urgent: bool) -> Passage:
        """Wait for one's turn; what is given has to be handed to `leave` when the answer has come."""
        future: asyncio.Future[Passage] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (not urgent, next(self._count), future))
        if self._keeper is None or self._keeper.done():
            self._keeper = asyncio.create_task(self._keep())
        return await future

    def leave(self, passage: Passage, *, answered: bool) -> None:
        """The answer to a message has come, or none will."""
        self._second.end(passage, monotonic(), answered=answered)

    async def _keep(self) -> None:
        while self._waiting:
            if (delay := self._wait(monotonic())) > 0:
                await asyncio.sleep(delay)
                continue
            _, _, future = heapq.heappop(self._waiting)
            if future.cancelled():
                continue
            # on the timetable, so that a late wake-up is made good; after a pause a new one begins
            self._next = max(self._next + self._gap, monotonic())
            future.set_result(self._second.begin(monotonic()))

    def _wait(self, now: float) -> float:
        """Seconds until the next may pass, or until it is worth looking again: an answer may free a place meanwhile."""
        return max(self._next - now, min(self._second.wait(now), self._gap))
