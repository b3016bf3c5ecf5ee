"""What a cell of units says besides: a note below the units, what they are to do, when; none of it is a unit."""

import re
from collections.abc import Sequence

from knowledge.language.text import canonical
from knowledge.plan.columns import Role
from knowledge.plan.labels import label_role
from knowledge.plan.time_words import time_words
from knowledge.units.name_words import addresses, starts_with_head
from knowledge.units.phrase import duty_words

_LABEL = re.compile(r"(?P<name>[^\W\d_][^:;.()]{1,40}):\s")
_NOTES = frozenset(map(canonical, ("lưu ý", "chú ý", "ghi chú")))


def remarks_in(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts of a cell of units that name none: notes by their label, and what is to be done behind who does it.

    A part that begins as a verb does is a name as well ("bảo vệ cơ quan", "Tổ chức"). It is a remark where it has a
    time, or where the verb says how somebody takes part ("phối hợp khi cần") and no unit; it is never the first thing.
    """
    named = [part for part in parts if not (starts_with_head(part) or addresses(part))]
    return tuple(part for part in named if _is_note(part) or (part not in parts[:1] and _says_what_to_do(part)))


def notes_apart(cell: str) -> str:
    """The cell with a note that stands behind a unit on its line on a line of its own ("Phòng A. Lưu ý: …")."""
    return re.sub(r"\.\s+", lambda stop: ".\n" if _is_note(cell[stop.end() :]) else stop[0], cell)


def helpers_apart(cell: str) -> tuple[str, str]:
    """(chairs, helps) of a cell that names others behind a comma or on a line below: "Phòng A; phối hợp Phòng B".

    What these are to do is a remark and no name ("…; phối hợp với các xã rà soát trước 5/5").
    """
    for mark in _WITH_THEM.finditer(cell):
        others = cell[mark.end() :]
        if starts_with_head(others[:1].upper() + others[1:]) and not time_words(others):
            return cell[: mark.start()], others
    return cell, ""


_WITH_THEM = re.compile(r"[;,.\n]\W*(?:và )?phối hợp (?:(?:cùng|với) )*", re.IGNORECASE)


def _is_note(part: str) -> bool:
    label = _LABEL.match(part)
    return label is not None and (canonical(label["name"]) in _NOTES or _says_other(label["name"]))


def _says_what_to_do(part: str) -> bool:
    bare = canonical(part)
    verb = next((verb for verb in duty_words("verb") if bare.startswith(f"{verb} ")), None)
    if verb is None or time_words(part):
        return verb is not None
    words = part.split()
    units = any(starts_with_head(" ".join(words[at:])) for at in range(1, len(words)))
    return part[:1].islower() and label_role(verb) is not None and not units


def _says_other(name: str) -> bool:
    return label_role(name) not in {None, Role.LEAD, Role.COORDINATE}
