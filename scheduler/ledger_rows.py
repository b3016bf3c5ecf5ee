"""The rows of the ledger as values, and values as rows."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from scheduler.clock import VIETNAM
from scheduler.items import Item, Key, StageSeries
from scheduler.rule_context import ParkedChat, RefusedMessage, UncertainMessage


@dataclass(frozen=True, slots=True)
class SaidItem:
    """One item as it was said.

    Args:
        message: the id of the message in its chat; None where that is not known, or the group has moved.
        skipped: ranks of the series that it stands for.
        doubt: why it is not known whether the message arrived; None where it is.
        number: of the row in a unit's message, 0 where it is only counted there; None in others and older ones.
    """

    key: Key
    stage: str
    kind: str
    unit: str
    at: str
    late: bool
    skipped: tuple[int, ...]
    message: int | None
    doubt: str | None = None
    number: int | None = None


def escalated_of(row: tuple[Any, ...]) -> tuple[tuple[str, int], date]:
    """When a task was first told to a leader."""
    ref, due, at = row
    return (ref, due), datetime.fromisoformat(at).astimezone(VIETNAM).date()


def complete_of(row: tuple[Any, ...]) -> tuple[tuple[int, str], date]:
    """When a unit last had the last message of a digest."""
    chat, unit, at = row
    return (chat, unit), datetime.fromisoformat(at).astimezone(VIETNAM).date()


def long_before(moment: str | None) -> str:
    """From when on it is remembered on which days a unit was written to; the beginning where no moment is readable."""
    try:
        return (datetime.fromisoformat(moment) - _REMEMBERED).isoformat() if moment else ""
    except ValueError:
        return ""


_REMEMBERED = timedelta(days=40)  # longer than the days over which messages are counted


def parked_of(row: tuple[Any, ...]) -> ParkedChat:
    """A chat that cannot be reached."""
    chat, reason, since = row
    datetime.fromisoformat(since)
    return ParkedChat(int(chat), str(reason), since)


def refused_of(row: tuple[Any, ...]) -> RefusedMessage:
    """A message that Telegram did not take."""
    chat, day, reason = row
    return RefusedMessage(int(chat), date.fromordinal(day), str(reason))


def uncertain_of(row: tuple[Any, ...]) -> UncertainMessage:
    """A message that may not have arrived."""
    chat, at, items, reason = row
    datetime.fromisoformat(at)
    return UncertainMessage(int(chat), at, items, str(reason))


def key_columns(key: Key) -> dict[str, Any]:
    """The columns that tell one item from all others."""
    return {"ref": key.ref, "due": key.due.toordinal(), "track": str(key.series), "chat": key.chat, "rank": key.rank}


def said_row(item: Item, at: str, message: int | None, doubt: str | None, left: int) -> dict[str, Any]:
    """An item as it is written down."""
    return {
        **key_columns(item.key),
        "stage": item.key.stage,
        "kind": str(item.kind),
        "unit": item.unit,
        "at": at,
        "late": int(item.late),
        "skipped": json.dumps(item.skipped),
        "message": message,
        "doubt": doubt,
        "number": (item.number or None) if item.listed else 0,
        "left": left,
    }


def said_of(row: dict[str, Any]) -> SaidItem:
    """An item as it was written down."""
    due = date.fromordinal(row["due"])
    return SaidItem(
        key=Key(row["ref"], due, StageSeries(row["track"]), row["rank"], row["chat"]),
        stage=row["stage"],
        kind=row["kind"],
        unit=row["unit"],
        at=row["at"],
        late=bool(row["late"]),
        skipped=tuple(json.loads(row["skipped"])),
        message=row["message"],
        doubt=row["doubt"],
        number=row["number"],
    )
