"""What perhaps did not arrive of all that an update makes the bot say, for whoever watches over the update.

Who sends, deep in a handler, does not know who waits; who handed the update over does not know what was sent. Each
update is dealt with in a task of its own, so what is noticed belongs to it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from handlers.delivery import Delivery, Outcome
from handlers.render import Page


@dataclass(frozen=True, slots=True)
class Missed:
    """A message that somebody waits for and that perhaps did not arrive.

    Args:
        page: what it was, None where it was a file.
    """

    chat: int
    thread: int | None
    page: Page | None


_noticed: ContextVar[list[Missed] | None] = ContextVar("noticed", default=None)


@contextmanager
def noticing() -> Iterator[list[Missed]]:
    """What perhaps does not arrive of all that is sent in the body."""
    missed: list[Missed] = []
    token = _noticed.set(missed)
    try:
        yield missed
    finally:
        _noticed.reset(token)


def notice(done: Delivery, what: Missed) -> None:
    """Tells whoever watches what became of a message."""
    missed = _noticed.get()
    if missed is not None and done.outcome in {Outcome.PERHAPS, Outcome.FAILED}:
        missed.append(what)
