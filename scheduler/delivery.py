"""What becomes of a message that goes out: the words between a pass and whoever sends for it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from scheduler.digest import Message


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "sent"
    PERHAPS = "perhaps"  # it went out and may have arrived: it is not said again, and the admins are told
    BLOCKED = "blocked"  # nobody there: the chat is parked
    FAILED = "failed"  # not now: the next pass says it again
    REFUSED = "refused"  # the message itself was not taken


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the one who sends says of a message.

    Args:
        chat: where it went; the new id where the group has moved, `moved_from` is then the old one.
        message: its id in the chat.
    """

    outcome: Outcome
    chat: int
    message: int | None = None
    moved_from: int | None = None
    reason: str = ""


Send = Callable[[Message], Awaitable[Delivery]]


@dataclass(slots=True)
class Passed:
    """What one pass did, in messages; `left` were not tried and wait for the next pass."""

    sent: int = 0
    perhaps: int = 0
    failed: int = 0
    refused: int = 0
    parked: int = 0
    left: int = 0
