"""What became of a message, told from what Telegram or the line to it said.

Telegram has no key by which a message could be sent twice and arrive once. So a failure has two kinds. *Not sent*: the
request was refused before it counted (too many requests) or was never written (no connection, no name); it may be tried
as often as one likes. *Perhaps sent*: the request was written, and then came a reset, half an answer, junk, an error of
the server or nothing; each further try may repeat the message, so there is one at most.
"""

from dataclasses import dataclass
from enum import StrEnum

import telegram
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "sent"
    PERHAPS = "perhaps"  # it went out and no readable answer came: it may have arrived, and is not said again
    BLOCKED = "blocked"  # nobody there: the bot was blocked or removed, or the chat is gone
    FAILED = "failed"  # not now: the network or Telegram failed for too long; it may be tried again later
    REFUSED = "refused"  # never: Telegram does not take this message; trying again would not help


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one or more pages sent to a chat.

    Args:
        chat: where they went; the new id where the group has become a supergroup.
        messages: ids of the messages that arrived, in the order of the pages (also where a later one failed).
        moved_from: the id that was asked for, where the chat has moved.
        reason: Telegram's words where it was not sent.
    """

    outcome: Outcome
    chat: int
    messages: tuple[int, ...] = ()
    moved_from: int | None = None
    reason: str = ""

    @property
    def sent(self) -> bool:
        """Whether everything arrived."""
        return self.outcome is Outcome.SENT


class NotSentError(TelegramError):
    """Nothing was written to Telegram; the text says why."""


def is_told(error: Exception) -> bool:
    """Whether Telegram itself has said what became of the request, for good."""
    return isinstance(error, BadRequest | Forbidden | ChatMigrated | InvalidToken | Conflict)


def may_have_arrived(error: Exception) -> bool:
    """Whether a request that failed like this may have counted: it was written, and its answer is not known."""
    return not (is_told(error) or isinstance(error, RetryAfter | NotSentError) or _never_written(error))


def arrived(chat: int, result: object) -> Delivery:
    """The delivery of a request that was answered."""
    messages = (result.message_id,) if isinstance(result, telegram.Message) else ()
    return Delivery(Outcome.SENT, chat, messages)


def not_taken(chat: int, error: BadRequest) -> Delivery:
    """The delivery of a request that Telegram has refused."""
    words = error.message.lower()
    if "message is not modified" in words:
        return Delivery(Outcome.SENT, chat)
    if any(sign in words for sign in _GONE):
        return Delivery(Outcome.BLOCKED, chat, reason=error.message)
    return Delivery(Outcome.REFUSED, chat, reason=error.message)


def was_deleted(error: BadRequest) -> bool:
    """Whether a message that should be changed is not there any more: people may delete what the bot has said."""
    return "message to edit not found" in error.message.lower()


def _never_written(error: Exception) -> bool:
    return type(error.__cause__).__name__ in _NOT_WRITTEN


# of httpx, by name: python-telegram-bot keeps them as the cause of its own; a closed client is a RuntimeError
_NOT_WRITTEN = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "RuntimeError"})
_GONE = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "peer_id_invalid",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "need administrator rights",
    "topic_closed",
)
