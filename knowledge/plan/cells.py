"""How well a stretch of words fits a column, by what cells of that column look like and by what the document repeats.

Used where a table has lost its rules. The scores are weights found by hand over several layouts; only their order
matters: an empty cell is better than a wrong one, a sentence is never cut before a small letter if that can be helped.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from knowledge.data import records
from knowledge.plan.headers import WHAT, Role
from knowledge.text import folded
from knowledge.units import split_units, starts_with_head

EMPTY = {
    Role.TASK: -12.0,
    Role.OBJECTIVE: -5.0,
    Role.ACTIVITY: -5.0,
    Role.LEAD: -6.0,
    Role.TIME: -5.0,
    Role.RESULT: -4.0,
    Role.COORDINATE: -4.0,
    Role.BUDGET: -3.0,
}
UNITS = (Role.LEAD, Role.COORDINATE)
_OPEN = re.compile(
    r"(?:[,;:(/+\-–&]|(?<!\w)(?:và|của|cho|theo|về|các|những|số|ngày|tại|với|thuộc|cấp|hoặc|được|từ|bằng))$",
    re.IGNORECASE,
)
_DATE = re.compile(r"^(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}/\d{4}|[IVX]+/\d{4}|\d{4}(?:\s*-\s*\d{4})?)\b")
_MONEY = re.compile(r"^\d[\d.,]*(?:\s*(?:triệu|tỷ|đồng|nghìn|tr|đ)\b|$)", re.IGNORECASE)
_EXCESS = 1.3
_SLACK = 0.82  # a proportional font: a line that is that full had no room for the next word


@dataclass(slots=True)
class Habits:
    """What has been seen of the columns so far: their texts and how wide their lines are."""

    texts: Counter[tuple[Role, str]] = field(default_factory=Counter)
    widths: dict[int, list[int]] = field(default_factory=dict)

    def learn(self, column: int, role: Role, lines: Sequence[str]) -> None:
        """Take in one cell that was read."""
        if not lines:
            return
        self.texts[_shared(role), folded(" ".join(lines))] += 1
        if len(lines) > 1:
            self.widths.setdefault(column, []).append(max(len(line) for line in lines))

    def width(self, column: int) -> int:
        """How many characters a line of a column holds, by its cells of several lines; 0 before any was seen.

        Not the widest one: a cell that was read wrongly must not set the measure.
        """
        seen = sorted(self.widths.get(column, ()))
        return seen[int(0.8 * (len(seen) - 1))] if len(seen) >= 3 else 0

    def familiarity(self, role: Role, text: str) -> float:
        """How often a text stood in such a column, on a scale that grows slowly."""
        seen = self.texts[_shared(role), folded(text)]
        return min(3.0, 1.5 * log(seen)) if seen > 1 else 0.0


def fit(role: Role, text: str, habits: Habits) -> float:
    """How well a whole cell's text fits a column of that role."""
    score = habits.familiarity(role, text)
    words = text.count(" ") + 1
    if role is Role.TIME:
        return (
            score
            + (4 if begins("time", text) or _DATE.match(text) else -6)
            - 0.3 * max(0, words - 15)
            - _strays(role, text)
        )
    if role in UNITS:
        return score + _unit_fit(text) - _strays(role, text)
    if role is Role.BUDGET:
        return score + (3 if begins("budget", text) or _MONEY.match(text) else -2)
    if role is Role.RESULT:
        return min(1.5, score) + _result_fit(text, words)
    if role in WHAT:
        return (1.0 if words >= 3 else -1.5) - (3 if _is_only_how(text, words) else 0)
    return score


def wrap_faults(column: int, lines: Sequence[str], habits: Habits) -> int:
    """How often a line of a cell is too long, or ends although the next word had room: the cell ended there."""
    width = habits.width(column)
    if not width:
        return 0
    short = sum(len(a) + 1 + len(b.split()[0]) < width * _SLACK for a, b in pairwise(lines))
    return short + sum(len(line) > width * _EXCESS for line in lines)


@lru_cache(maxsize=65536)
def is_open(text: str) -> bool:
    """Whether a text cannot end here."""
    return bool(_OPEN.search(text)) or text.count("(") > text.count(")")


@lru_cache(maxsize=65536)
def begins(kind: str, text: str) -> bool:
    """Whether a text begins with a word that cells of that kind begin with, in a capital letter."""
    bare = folded(text)
    return not text[:1].islower() and any(re.match(rf"{re.escape(w)}(?!\w)", bare) for w in _words(kind))


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(folded(word) for k, word in records("cells.tsv") if k == kind)


@lru_cache(maxsize=65536)
def _unit_fit(text: str) -> float:
    if not starts_with_head(text) or text[:1].islower():
        return -4
    units = split_units(text)
    headed = sum(starts_with_head(unit) for unit in units)
    long = sum(unit.count(" ") > 13 for unit in units)
    return (4 if headed == len(units) else -2) - 3 * long


def _strays(role: Role, text: str) -> float:
    """Words inside a cell that begin another column's cell."""
    words = text.split()
    tails = (" ".join(words[i:]) for i in range(1, len(words)) if words[i][:1].isupper() and not is_open(words[i - 1]))
    kinds = ("budget",) if role is Role.TIME else ("budget_only", "time_only")
    return 4.0 * any(_is_stray(kind, tail) for tail in tails for kind in kinds)


def _is_stray(kind: str, tail: str) -> bool:
    if kind == "time_only":
        return begins("time", tail) and not starts_with_head(tail)
    return begins("budget", tail) and folded(tail).startswith(("kinh phi", "ngan sach", "nsnn", "nguon"))


def _result_fit(text: str, words: int) -> float:
    score = 3.0 if begins("product", text) else 0.0
    if starts_with_head(text) and not begins("product", text):
        score -= 3
    if begins("time", text):
        score -= 3
    return score - 0.2 * max(0, words - 25)


def _is_only_how(text: str, words: int) -> bool:
    return words <= 8 and (begins("time", text) or begins("budget", text) or _unit_fit(text) > 0)


def _shared(role: Role) -> Role:
    return Role.LEAD if role in UNITS else role
