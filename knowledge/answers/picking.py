"""Which row of what was shown a text points at, and what is left to ask of it."""

from dataclasses import dataclass

from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.pointing import Pointer, pointed


@dataclass(frozen=True, slots=True)
class Picked:
    """A row that was pointed at, empty where the list has none there, and the words that are left."""

    ref: str
    rest: str


def pick(text: str, before: Conversation, lookup: Lookup) -> Picked | None:
    """The row of the last list that a text points at, None where it points at none."""
    found = pointed(text, lookup.beside) if before.listed else None
    if found is None or _is_the_plans(found):
        return None
    refs = _by_number(found.number, before, lookup) if not found.place else _at(found.place, before)
    if len(refs) != 1 and not found.sure:
        return None
    return Picked(refs[0] if len(refs) == 1 else "", found.rest)


def _at(place: int, before: Conversation) -> list[str]:
    at = place - 1 if place > 0 else place
    inside = -len(before.listed) <= at < len(before.listed)
    return [before.listed[at]] if inside and before.listed[at] else []


def _by_number(number: str, before: Conversation, lookup: Lookup) -> list[str]:
    """The rows of the list with a printed number."""
    found = ((ref, lookup.snapshot.find(ref)) for ref in before.listed if ref)
    return [ref for ref, c in found if c and isinstance(c.item, Task) and c.item.stt.strip(".") == number]


def _is_the_plans(found: Pointer) -> bool:
    """Whether the words beside speak of a plan, whose own numbers are then meant ("dòng 3 của kế hoạch …")."""
    return not found.sure and "ke hoach" in folded(found.rest)
