"""The tries of a message: in its chat's turn, again where that can do no harm, and no longer than the bot runs.

After an answer that never came the line is not trusted: before the next message a harmless question has to be answered,
so that a line that is down costs waiting and not messages of which nobody knows whether they arrived. When the bot is
asked to end, whoever waits gives up at once and what is on its way gets a few seconds.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from telegram.error import RetryAfter, TelegramError

from handlers.delivery import NotSentError, is_told, may_have_arrived
from handlers.pace import Lane, Lanes, Passage, Turnstile, monotonic

log = logging.getLogger(__name__)

LONGEST_WAIT = 300.0  # seconds that one message is tried for in all; a longer ban is reported as a failure
LONGEST_PAUSE = 30.0  # seconds between two tries over a line that is down: 1, 2, 4, 8, 16, 30, 30 …
MOST_UNSURE = 2  # tries of a message that may have arrived
UNSURE_PAUSE = 10.0  # seconds before the second, where nobody waits for it
URGENT_PAUSE = 2.0  # and where somebody does
EDIT_TRIES = 6  # of what may be repeated
LAST_SECONDS = 4.0  # that a request on its way is given when the bot is asked to end

Call = Callable[[int], Awaitable[Any]]


class EndingError(NotSentError):
    """The bot is being stopped, nothing was sent."""

    def __init__(self) -> None:
        super().__init__("the bot is being stopped")


class UnsureError(TelegramError):
    """The message went out and may have arrived; the text says what came instead of an answer."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a message is tried.

    Args:
        urgent: somebody is waiting for it.
        repeatable: doing it twice is like doing it once (an edit).
        once: it has been sent before, so it is not written a second time.
        hurried: set when somebody begins to wait for it.
    """

    urgent: bool = False
    repeatable: bool = False
    once: bool = False
    hurried: asyncio.Event = field(default_factory=asyncio.Event, compare=False)

    @property
    def waited_for(self) -> bool:
        """Whether somebody is waiting for it by now."""
        return self.urgent or self.hurried.is_set()

    @property
    def yields(self) -> bool:
        """Whether it lets whatever else is to go to its chat go first: nobody waits for it, and nothing is missing."""
        return self.repeatable and not self.waited_for

    def pause(self, error: Exception, tried: int) -> float:
        """Seconds to wait before the next try: what Telegram says, or longer each time."""
        if isinstance(error, RetryAfter):
            return error._retry_after.total_seconds()  # noqa: SLF001 - the public one depends on an environment variable
        if may_have_arrived(error) and not self.repeatable:
            return URGENT_PAUSE if self.waited_for else UNSURE_PAUSE
        return min(LONGEST_PAUSE, 2.0 ** (tried - 1))

    def is_over(self, unsure: int) -> bool:
        """Whether there may be no further try after so many of which it is not known what became."""
        return unsure >= (EDIT_TRIES if self.repeatable else 1 if self.once else MOST_UNSURE)


class Ending:
    """The end of the bot, as those see it who wait for something."""

    def __init__(self) -> None:
        self._at: float | None = None
        self._scopes: dict[asyncio.Timeout, float] = {}

    @property
    def has_begun(self) -> bool:
        """Whether the bot was asked to end."""
        return self._at is not None

    def begin(self) -> None:
        """Ends every wait, and what is on its way after its seconds."""
        if self._at is None:
            self._at = monotonic()
            for scope, seconds in self._scopes.items():
                scope.reschedule(self._at + seconds)

    @contextlib.asynccontextmanager
    async def not_beyond(self, seconds: float = 0.0) -> AsyncIterator[None]:
        """The body, until so many seconds after the end has begun.

        Raises:
            EndingError: the body was given up.
        """
        scope = asyncio.timeout_at(None if self._at is None else self._at + seconds)
        try:
            async with scope:
                self._scopes[scope] = seconds
                try:
                    yield
                finally:
                    del self._scopes[scope]
        except TimeoutError:
            if scope.expired():
                raise EndingError from None
            raise


class Attempts:
    """Carries requests out, each in the turn of its chat and at the pace that Telegram allows.

    Args:
        probe: asks Telegram something harmless; an error where the line is down.

    Attributes:
        troubles: how often something went wrong that Telegram has not said itself.
    """

    def __init__(self, probe: Callable[[], Awaitable[object]]) -> None:
        self.ending = Ending()
        self._probe = probe
        self._doubtful = False
        self.troubles = 0
        self._lanes = Lanes()
        self._turnstile = Turnstile()

    async def carry_out(self, chat: int, call: Call, manner: Manner) -> Any:  # noqa: ANN401 - what Telegram answers
        """The answer of Telegram to a request about a chat.

        Raises:
            UnsureError: it went out, and whether it counted is not known.
            TelegramError: it did not count.
        """
        lane = self._lanes.of(chat, monotonic())
        async with self.ending.not_beyond():
            while manner.yields:
                if (seconds := lane.wait(monotonic(), sparing=True)) <= 0:
                    break
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(manner.hurried.wait(), seconds)
            await lane.lock.acquire()
        try:
            return await self._try_on(chat, lane, call, manner)
        finally:
            lane.lock.release()

    async def _try_on(self, chat: int, lane: Lane, call: Call, manner: Manner) -> Any:  # noqa: ANN401
        until, tried, unsure = monotonic() + LONGEST_WAIT, 0, 0
        while True:
            try:
                passage = await self._wait(lane, until, manner)
                tried += 1
                return await self._once(chat, lane, call, passage)
            except Exception as error:
                unsure += may_have_arrived(error)
                self.troubles += not is_told(error)
                self._give_up(error, manner, unsure)
                lane.not_before = max(lane.not_before, monotonic() + manner.pause(error, max(1, tried)))
                if lane.not_before > until:
                    raise _final(error, unsure) from error
                log.info(
                    "chat %(chat)s: %(error)s; trying again in %(seconds).0f s",
                    {"chat": chat, "error": error, "seconds": lane.not_before - monotonic()},
                )

    def _give_up(self, error: Exception, manner: Manner, unsure: int) -> None:
        """Raises where there is no further try."""
        if is_told(error):
            raise error
        if isinstance(error, EndingError) or manner.is_over(unsure):
            raise _final(error, unsure) from error

    async def _once(self, chat: int, lane: Lane, call: Call, passage: Passage) -> Any:  # noqa: ANN401 - as above
        answered = False
        try:
            async with self.ending.not_beyond(LAST_SECONDS):
                answer = await call(chat)
            answered = True
        except EndingError as error:
            raise UnsureError(error.message) from error
        except Exception as error:
            self._doubtful = self._doubtful or may_have_arrived(error)
            raise
        finally:
            lane.sent.append(monotonic())
            self._turnstile.leave(passage, answered=answered)
        return answer

    async def _wait(self, lane: Lane, until: float, manner: Manner) -> Passage:
        """Wait for a chat's turn, unless that would come after `until`."""
        async with self.ending.not_beyond():
            while (seconds := lane.wait(monotonic())) > 0:
                if monotonic() + seconds > until:
                    raise RetryAfter(int(seconds) + 1)
                await asyncio.sleep(seconds)
            if self._doubtful:
                await self._ask_the_line()
            return await self._turnstile.enter(urgent=manner.waited_for)

    async def _ask_the_line(self) -> None:
        try:
            await self._probe()
        except TelegramError as error:
            raise NotSentError(f"the line is down: {error.message}") from error
        self._doubtful = False


def _final(error: Exception, unsure: int) -> Exception:
    """What is told of a message that is tried no more."""
    return UnsureError(str(error)) if unsure else error
