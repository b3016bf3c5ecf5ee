"""A unit that is pointed at: "phòng đó" of the row that was shown, or of the list that was given."""

import re

from knowledge.language.text import folded, nfc
from knowledge.model import Task
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS

_ANY = ("đơn vị", "cơ quan", "bên", "chỗ", "nơi")
_KINDS = "|".join((*_ANY, "phòng ban", "phòng", "sở", "ban", "tổ", "khoa", "trạm", "chi cục", "trung tâm"))
_POINTS = either_way(rf"(?<!\S)(?P<kind>{_KINDS}) (?:đó|ấy|này|kia|đấy|nớ)(?!\S)")


def with_unit_shown(text: str, before: Conversation, lookup: Lookup) -> str:
    """The text with the unit's name where it is pointed at; the same where nothing was shown that has such a unit."""
    text = nfc(text)  # so that it stays as long without its accents, and a match has the same place in both
    typed = text.lower() != folded(text)
    match = _POINTS[typed].search(text.lower() if typed else folded(text))
    names = _names(before, lookup, folded(match["kind"])) if match else []
    return f"{text[: match.start()]}{' và '.join(names)}{text[match.end() :]}" if match and names else text


def _names(before: Conversation, lookup: Lookup, kind: str) -> list[str]:
    """What is called so of the units talked of, those that chair before those that coordinate."""
    any_kind = kind in map(folded, _ANY)
    for names in _talked(before, lookup):
        found = [name for name in names if any_kind or re.match(rf"{kind}\b", folded(name))]
        if found:
            return found
    return []


def _talked(before: Conversation, lookup: Lookup) -> list[tuple[str, ...]]:
    if before.query and before.query.units and before.intent in LISTS:
        return [tuple(sorted({name for unit in before.query.units for name in unit.printed}))]
    citation = lookup.snapshot.find(before.shown[0]) if before.shown else None
    item = citation.item if citation else None
    return [item.lead, item.coordinate] if isinstance(item, Task) else []
