"""The turn of an update in its chat, which ends when whoever pressed has been answered.

A press is answered by a word under the button, of which Telegram takes as many as one likes; what it changes in the
chat waits for the pace of the chat. Whoever presses next need not wait for that.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Turn:
    """What an update holds while others wait for it.

    Args:
        ended: told once, when it is over.
    """

    def __init__(self, ended: Callable[[], None] = lambda: None) -> None:
        self._held: list[asyncio.Lock | asyncio.Semaphore] = []
        self._ended: Callable[[], None] | None = ended

    async def take(self, place: asyncio.Lock | asyncio.Semaphore) -> None:
        """Returns when the update holds this, too."""
        await place.acquire()
        self._held.append(place)

    def over(self) -> None:
        """Others may go on."""
        while self._held:
            self._held.pop().release()
        ended, self._ended = self._ended, None
        if ended:
            ended()


_now: ContextVar[Turn | None] = ContextVar("turn", default=None)


@contextmanager
def in_turn(turn: Turn) -> Iterator[None]:
    """In the body, `end_turn` is about this one; at the end of the body it is over in any case."""
    token = _now.set(turn)
    try:
        yield
    finally:
        _now.reset(token)
        turn.over()


def end_turn() -> None:
    """The press that is dealt with here has been answered."""
    if turn := _now.get():
        turn.over()
