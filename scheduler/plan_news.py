"""Which chats a change of a plan concerns, and what it changes for the unit that each stands for. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.library.diff import Change, Difference
from scheduler.directory import Chat, Directory


@dataclass(slots=True)
class News:
    """What changes for one chat: the unit that it stands for, and the refs of its rows."""

    unit: str
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)


def news_of(difference: Difference, issuer: str | None, directory: Directory) -> dict[Chat, News]:
    """The chats of units that chair or help with a row that is new, gone or changed."""
    found: dict[Chat, News] = {}
    for kind, change in _changes(difference):
        for name in dict.fromkeys(_units(change)):
            for unit, chat in directory.reach(name, issuer).chats:
                getattr(found.setdefault(chat, News(unit)), kind).add(change.ref)
    return found


def _changes(difference: Difference) -> Iterator[tuple[str, Change]]:
    yield from (("added", change) for change in difference.added)
    yield from (("removed", change) for change in difference.removed)
    yield from (("moved" if "deadline" in change.fields else "changed", change) for change in difference.changed)


def _units(change: Change) -> Iterator[str]:
    for task in (change.before, change.after):
        if task:
            yield from (*task.lead, *task.coordinate)
