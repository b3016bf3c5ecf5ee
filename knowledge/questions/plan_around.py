"""What names a plan in part, and what stands around it in a question, as values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.questions.rule_words import PARTS


@dataclass(frozen=True, slots=True)
class Hint:
    """Words start to end (exclusive) that name the plans at these positions."""

    start: int
    end: int
    plans: frozenset[int]


@dataclass(frozen=True, slots=True)
class Around:
    """What else stands in a question.

    Args:
        content: positions of words that no cue, unit or time covers.
        units: positions of words that name a unit → the plans that have it.
        years: where a year begins, said or told by the clock ("năm ngoái") → where it ends, and the year.
        of_table: where those begin that stand behind the word for a plan's table.
        strange: positions of words that no plan knows.
        apart: positions of words behind a kind of office that never stand beside the next one in any plan.
        typed: the words with all the accents that were typed.
        compares: whether sides are compared, so that two names of offices are two plans.
        listed: whether a list or a count is asked for; said_in: the plans that have a row which says words together.
        breaks: positions of the words behind a comma or another sign.
        cased: whether names are told by their capitals.
        headings: how many of some words at the beginning stand in a heading of the plans.
        asking: positions of words that ask for a number, all plans or a comparison ("so kh" is no "Sở").
    """

    content: frozenset[int] = frozenset()
    units: Mapping[int, frozenset[int]] = field(default_factory=dict)
    years: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    of_table: frozenset[int] = frozenset()
    strange: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    typed: tuple[str, ...] = ()
    compares: bool = False
    asking: frozenset[int] = frozenset()
    listed: bool = False
    breaks: frozenset[int] = frozenset()
    said_in: Callable[[Sequence[str]], frozenset[int]] = lambda _: frozenset()
    cased: bool = False
    headings: Callable[[Sequence[str]], int] = lambda _: 0

    def knowing(self, places: frozenset[int]) -> "Around":
        """The same, where words at some places are not strange."""
        return self if places.isdisjoint(self.strange) else replace(self, strange=self.strange - places)

    def without(self, hints: Sequence[Hint]) -> "Around":
        """The same, where what hints cover is no content any more."""
        taken = {i for hint in hints for i in range(hint.start, hint.end)}
        return self if taken.isdisjoint(self.content) else replace(self, content=self.content - taken)

    def known_as(self, mended: Sequence[str]) -> "Around":
        """The same, where words are strange no more as they were slips."""
        slips = {at for at in self.strange if self.typed[at] != mended[at]}
        typed = tuple(mended[at] if at in slips else word for at, word in enumerate(self.typed))
        return replace(self, strange=self.strange - slips, apart=self.apart - slips, typed=typed)


def is_number(bare: Sequence[str], at: int) -> bool:
    """Whether a word, typed without accents, is the "số" in front of a number ("ke hoach so 300/KH-UBND")."""
    return bare[at : at + 1] == ["so"] and any(word[:1].isdigit() for word in bare[at + 1 : at + 2])


def begins_a_heading(led: str, behind: Sequence[str], headings: Callable[[Sequence[str]], int]) -> bool:
    """Whether a heading of the plans says what stands behind a word for a part ("mảng | thương mại điện tử").

    Args:
        headings: how many of some words at the beginning stand in a heading.
    """
    return led in PARTS and headings(behind) > 1


def is_a_part(bare: Sequence[str], hint: Hint, around: Around) -> bool:
    """Whether what hints at a plan is such a heading."""
    led = "".join(bare[max(hint.start - 1, 0) : hint.start])
    return begins_a_heading(led, bare[hint.start :], around.headings)


def pays(bare: Sequence[str], hint: Hint, *, listed: bool) -> bool:
    """Whether a level of offices is whose money is meant ("ngân sách tỉnh"), which names no plan.

    Where no list is asked for, "kinh phí sở" is that of its plan.
    """
    purse = " ".join(bare[max(hint.start - 2, 0) : hint.start])
    return hint.end - hint.start == 1 and (purse in _PURSES or (listed and purse == "kinh phi"))


_PURSES = {"ngan sach", "nguon von"}
