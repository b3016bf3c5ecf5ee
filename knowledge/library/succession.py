"""Which plan a document is a new version of: what it says of itself decides, its number, its office and its title.

A file's name decides only where a document says nothing of the kind (a bare table), and between plans that say the
same. Numbers begin again every year, so the year counts with them. What fits no plan is a plan of its own, also where
its file is called like that of another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.language.text import folded
from knowledge.model import Heading
from knowledge.units.naming import same_office

SAME_NUMBER_TITLE = 60.0  # likeness of titles under one number: less is another paper under it, such as its annex
SAME_TITLE = 92.0  # likeness of titles without a number; a slip of reading, not another subject
_KINDS = re.compile(r"^(?:ke hoach|chuong trinh hanh dong|chuong trinh|de an|phuong an)\s+")


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A plan that was ever handed in: its name in the library and what its newest version says of itself."""

    stem: str
    heading: Heading
    in_force: bool = True


def stem_for(heading: Heading, name: str, known: Sequence[HandedIn]) -> str:
    """The name under which a document is kept: that of the plan it replaces, else its own, made free.

    Args:
        name: what the file is called, without its ending.
    """
    if found := replaced(heading, name, known):
        return found.stem
    taken = {plan.stem for plan in known}
    count = 2
    free = name
    while free in taken:
        free, count = f"{name}-{count}", count + 1
    return free


def replaced(heading: Heading, name: str, known: Iterable[HandedIn]) -> HandedIn | None:
    """The plan that a document is a new version of, None where it is a plan of its own."""
    fits = [plan for plan in known if is_same(heading, plan.heading, same_name=plan.stem == name)]
    return max(fits, key=lambda plan: (plan.stem == name, plan.in_force), default=None)


def is_same(one: Heading, other: Heading, *, same_name: bool = False) -> bool:
    """Whether two documents are versions of one plan."""
    if _contradict(one, other):
        return False
    if one.number and other.number:
        return not (one.title and other.title) or _likeness(one, other) >= SAME_NUMBER_TITLE
    if one.title and other.title:
        return _likeness(one, other) >= SAME_TITLE
    return same_name


def _contradict(one: Heading, other: Heading) -> bool:
    """Whether the two say different things of number, kind, office or year."""
    codes = [(_code(one.number), _code(other.number)), (_code(one.symbol), _code(other.symbol))]
    issued = tuple((head.issued or "")[:4] for head in (one, other))
    return (
        any(a and b and a != b for a, b in (*codes, issued))
        or bool(one.issuer and other.issuer and not same_office(one.issuer, other.issuer))
        or bool(one.years and other.years and not set(one.years) & set(other.years))
    )


def _code(text: str | None) -> str:
    """A number or symbol in one spelling: "05/KH-UBND" is "5/kh-ubnd"."""
    return re.sub(r"^0+(?=\d)|\s", "", folded(text or ""))


def _likeness(one: Heading, other: Heading) -> float:
    """How alike two titles are, 0 to 100; titles that name different figures (years) are not."""
    titles = [_KINDS.sub("", folded(head.title or "")) for head in (one, other)]
    figures = [re.findall(r"\d+", title) for title in titles]
    return fuzz.ratio(*titles) if figures[0] == figures[1] or not all(figures) else 0.0
