"""Which row of what was shown a text points at, and what is left to ask of it."""

from dataclasses import dataclass

from knowledge.language.text import folded, tokens
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
    if found is None or _is_the_plans(found) or _is_one_of_two(found, lookup):
        return None
    if not found.sure and any(found.number in unit.words for unit in lookup.units.find(tokens(text))):
        return None  # "còn đội số 1" names a unit
    refs = _by_number(found.number, before, lookup) if not found.place else _at(found.place, before)
    if len(refs) != 1 and not found.sure:
        return None
    return Picked(refs[0] if len(refs) == 1 else "", found.rest)


def ref_at(place: int, before: Conversation) -> str:
    """The row at a place of what was shown, -1 the last; empty where there is none."""
    shown = before.listed or before.shown
    at = place - 1 if place > 0 else place
    return shown[at] if -len(shown) <= at < len(shown) else ""


def _at(place: int, before: Conversation) -> list[str]:
    ref = ref_at(place, before)
    return [ref] if ref else []


def _is_one_of_two(found: Pointer, lookup: Lookup) -> bool:
    """Whether the words beside point at another row ("cái đầu với cái cuối cái nào xong trước")."""
    other = pointed(found.rest, lookup.beside) if found.sure else None
    return other is not None and other.sure


def _by_number(number: str, before: Conversation, lookup: Lookup) -> list[str]:
    """The rows of the list with a printed number."""
    found = ((ref, lookup.snapshot.find(ref)) for ref in before.listed if ref)
    return [ref for ref, c in found if c and isinstance(c.item, Task) and c.item.stt.strip(".") == number]


def _is_the_plans(found: Pointer) -> bool:
    """Whether the words beside speak of a plan, whose own numbers are then meant ("dòng 3 của kế hoạch …")."""
    return not found.sure and "ke hoach" in folded(found.rest)
