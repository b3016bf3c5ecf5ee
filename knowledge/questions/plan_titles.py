"""Plans called by words of their title alone, without "kế hoạch": "việc của lễ hội", "lễ hội có mấy việc".

The words have to stand where a name stands: behind "của" and "kinh phí", or as all that a list is asked of. They name a
plan only where no other has them in its title or in a row: there they may be what rows are about. Behind "kế hoạch" a
title may be said with some of its words left out.
"""

from collections.abc import Iterator, Sequence

from knowledge.questions.negations import BARE
from knowledge.questions.plan_around import Around, Hint
from knowledge.questions.plan_calls import LONGEST, Calls

_OF = frozenset({"cua", "phi", "tien", "toan"})  # also behind "kinh phí", "tiền", "dự toán": they are a plan's
_ABOUT = frozenset({"ve"})
_DEGREE = frozenset({"nhat", "hon"})
_LEAST = 2  # words of a title that can stand for it


def titled(calls: Calls, words: Sequence[str], bare: Sequence[str], around: Around) -> Iterator[Hint]:
    """The plans that are called so."""
    runs = [(start, end) for start, end in _runs(bare, around) if end - start >= _LEAST]
    for start, end in runs:
        behind = bare[start - 1] if start else ""
        whole = around.listed and len(runs) == 1 and behind not in _ABOUT
        if not (behind in _OF or whole):
            continue
        plans = calls.about(bare[start:end]) or (calls.office(words[start:end]) if whole else frozenset())
        if 0 < len(plans) < calls.count and around.said_in(bare[start:end]) <= plans:
            yield Hint(start, end, plans)


def further(
    calls: Calls, bare: Sequence[str], end: int, plans: frozenset[int], around: Around
) -> tuple[int, frozenset[int]]:
    """Where a title ends that is said with words left out ("văn hóa | (thể dục) thể thao"), and whose it is.

    Args:
        end: where the first of its words end; plans: whose title has them.
    """
    for start in (end - 1, end):
        for last in range(min(len(bare), end + LONGEST), max(end, start + 1), -1):
            same = calls.about(bare[start:last]) & plans
            if same and around.units.keys().isdisjoint(range(end, last)):
                return further(calls, bare, last, same, around)
    return end, plans


def _runs(bare: Sequence[str], around: Around) -> Iterator[tuple[int, int]]:
    """Stretches of words side by side that nothing else takes, no negation and no superlative ("tốn nhất") in them."""
    ends = {at for at, word in enumerate(bare) if word in BARE}
    ends |= {at for i, word in enumerate(bare) if word in _DEGREE for at in (i - 1, i)}
    free = around.content - ends
    for start in sorted(free):
        if start - 1 not in free:
            yield start, next(at for at in range(start, max(free) + 2) if at not in free)
