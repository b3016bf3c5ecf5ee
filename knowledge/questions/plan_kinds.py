"""Plans that are called by what kind of document they are: "chương trình dân số", "CTr này", "phương án của trạm".

A question is read as if each were a "kế hoạch", as all rules of plans know that word. So it is only where a plan that
is loaded is of the kind, and what stands behind it points at a plan, or is of its title or its office; and never where
a row goes on so: "chương trình khai mạc", "chương trình mục tiêu".
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from knowledge.language.abbreviations import meanings
from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.plan_calls import Calls
from knowledge.questions.pointing import POINTING

_WORD = re.compile(r"[\w/.-]*\w")
_LEADS = frozenset({"ve", "cua", "cong", "tac", "cho", "o"})
_POINTS = frozenset(map(folded, POINTING))
_LONGEST = 5  # words of a title, or of an office, that are looked at
_PLAN = "kế hoạch"


def with_plan_kinds(
    text: str, calls: Calls, said_in: Callable[[Sequence[str]], Collection[int]], *, of_row: bool = False
) -> str:
    """The text with "kế hoạch" for the kind of each plan that is called so.

    Args:
        said_in: the plans with a row that has words side by side.
        of_row: whether a row was talked of, which may be what is pointed at.
    """
    if not calls.papers:
        return text
    typed = nfc(text)
    found = [*_WORD.finditer(typed)]
    words = [canonical(match[0]) for match in found]
    plan = _PLAN if typed.lower() != folded(typed) else folded(_PLAN)
    named = ((start, end) for start, end in _kinds(words, calls, said_in) if not (of_row and _points(words, end)))
    for start, end in reversed([*named]):
        typed = f"{typed[: found[start].start()]}{plan}{typed[found[end - 1].end() :]}"
    return typed if typed != nfc(text) else text


def _kinds(
    words: Sequence[str], calls: Calls, said_in: Callable[[Sequence[str]], Collection[int]]
) -> Iterator[tuple[int, int]]:
    """Where the kinds of plans stand among words."""
    bare, behind = [*map(folded, words)], 0
    for at in range(len(words)):
        for kind, plans in calls.papers.items():
            end = _end_of(kind, bare, at)
            if at < behind or not end or not _names(words, bare, end, plans, calls):
                continue
            if not said_in((*kind, *bare[end : end + 1])):
                yield at, end
                behind = end
                break


def _end_of(kind: Sequence[str], bare: Sequence[str], at: int) -> int:
    """Where a kind ends that begins at a word, its first two words perhaps in short; 0 where none does."""
    if tuple(bare[at : at + len(kind)]) == tuple(kind):
        return at + len(kind)
    short = any(tuple(folded(long).split()) == tuple(kind[:_PAIR]) for long in meanings(bare[at]))
    rest = kind[_PAIR:]
    return at + 1 + len(rest) if short and tuple(bare[at + 1 : at + 1 + len(rest)]) == tuple(rest) else 0


_PAIR = 2


def _names(words: Sequence[str], bare: Sequence[str], end: int, plans: frozenset[int], calls: Calls) -> bool:
    """Whether what stands behind a kind points at one of these plans, numbers it, or is of its title or office."""
    if _points(bare, end) or (bare[end : end + 1] == ["so"] and _digit(bare[end + 1 : end + 2])):
        return True
    first = next((at for at in range(end, len(bare)) if bare[at] not in _LEADS), len(bare))
    ends = range(min(first + _LONGEST, len(bare)), first, -1)
    return any(plans & (calls.about(bare[first:last]) | calls.office(words[first:last])) for last in ends)


def _points(words: Sequence[str], end: int) -> bool:
    return not _POINTS.isdisjoint(map(folded, words[end : end + 1]))


def _digit(word: Sequence[str]) -> bool:
    return bool(word) and word[0][:1].isdigit()
