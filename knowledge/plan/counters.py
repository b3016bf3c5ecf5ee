"""Tasks that a list counts by a noun before them: "Việc 1: …", "Chuyên đề thứ hai. …", "NV3 - …".

Which noun an office counts by cannot be known; that it counts can be seen: by the same noun one after the other, each
with labels of its own below. Noun and number are then no part of the task.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.deadlines.meaning import understand_deadline
from knowledge.language.numerals import bare_ordinals
from knowledge.language.text import UPPER, folded
from knowledge.plan.assigned import Label
from knowledge.plan.cell_fit import begins
from knowledge.plan.columns import Role, role_of
from knowledge.plan.label_groups import Line
from knowledge.plan.labels import label_role
from knowledge.units.name_words import starts_with_head

_TASKS = frozenset({Role.TASK, Role.ACTIVITY})
_WHO_OR_WHEN = frozenset({Role.LEAD, Role.COORDINATE, Role.TIME})


@dataclass(frozen=True, slots=True)
class Counted:
    """A line that counts: by which noun, how far, and what it counts."""

    noun: str
    count: int
    number: str
    title: str


def with_counted(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that count a task with noun and number as the label of what stands behind them.

    One that is described before its labels is an item with that number, as "1. …" is.
    """
    found = {at: counted for at, line in enumerate(lines) if (counted := counted_in(line))}
    by_noun: defaultdict[str, list[int]] = defaultdict(list)
    for at, counted in found.items():
        by_noun[counted.noun].append(at)
    sure = {at for places in by_noun.values() if _counts_tasks(lines, [(at, found[at]) for at in places])
            for at in places}  # fmt: skip
    return [_told(lines, at, found[at]) if at in sure else line for at, line in enumerate(lines)]


def _told(lines: Sequence[Line], at: int, counted: Counted) -> Line:
    line = lines[at]
    if lines[at + 1].title:
        return replace(line, title=counted.title, labels=(), level=_ITEM, counted=counted.number)
    label = Label(Role.TASK, f"{counted.noun} {counted.number}", counted.title)
    return replace(line, title="", labels=(label,))


def _counts_tasks(lines: Sequence[Line], counted: Sequence[tuple[int, Counted]]) -> bool:
    """Whether lines of one noun go up by one and have labels below them; one alone is the first, or of tasks."""
    known = label_role(counted[0][1].noun) in _TASKS
    goes_up = all(b.count in {1, a.count + 1} for (_, a), (_, b) in pairwise(counted))
    if not goes_up or not (known or len(counted) > 1 or counted[0][1].count == 1):
        return False
    others = frozenset(at for at, _ in counted)
    return all(_is_told_how(lines, at, others) for at in others)


def _is_told_how(lines: Sequence[Line], at: int, others: frozenset[int]) -> bool:
    """Whether labels of who or when stand below a line, right there or behind some lines that describe it."""
    for place, below in enumerate(lines[at + 1 : at + 2 + _DESCRIBED], at + 1):
        if place in others:
            return False
        if not below.title:
            return any(label.role in _WHO_OR_WHEN for label in below.labels)
        if below.labels or below.heads or below.number or lines[at].number or lines[at].block.marker:
            return False
    return False


_DESCRIBED = 6  # lines between a counted task and its labels
_ITEM = 5  # how deep "1." stands


_COUNTED = re.compile(
    rf"(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}?)\s?(?:số\s|thứ\s)?"
    rf"[(\[]?(?P<number>\d{{1,2}}|(?<=thứ\s)[^\W\d_]+)[)\]]?(?:\s?[.:)]|\s[-–—])\s+(?P<title>[{UPPER}].*)",
    re.DOTALL,
)


def counted_in(line: Line) -> Counted | None:
    """What a line counts; None for a line with a number of its own and where the noun is a time, a unit or a level."""
    match = _COUNTED.fullmatch(line.block.text)
    if match is None or line.number or (line.labels and line.labels[0].role not in _TASKS):
        return None
    noun, number = match["noun"], match["number"]
    count = int(number) if number.isdigit() else bare_ordinals().get(folded(number), 0)
    role, _ = role_of(noun)
    if not count or _is_time(noun, number) or role in _NO_TASKS or (role not in _TASKS and starts_with_head(noun)):
        return None
    return Counted(noun.casefold(), count, str(count), match["title"].strip(" .;"))


def _is_time(noun: str, number: str) -> bool:
    """Whether noun and number name a time ("Quý 2", "Tháng 3"), as "Giai đoạn 2" does not."""
    return begins("time", noun) and bool(understand_deadline(f"{noun} {number}", year=_ANY_YEAR).due)


_ANY_YEAR = 2000
_NO_TASKS = frozenset(Role) - _TASKS - {Role.OTHER, Role.RESULT, Role.OBJECTIVE}
