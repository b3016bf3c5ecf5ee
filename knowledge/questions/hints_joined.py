"""Names of offices in part that what joins them makes plans: sides that are compared, asked alike, or in a row.

One such name alone may be a common word ("xã", "y tế"); beside another plan's, with nothing else around, it is one.
"""

from collections.abc import Collection, Sequence

from knowledge.questions.plan_around import Around, Hint
from knowledge.questions.rule_words import JOINS

LISTED = JOINS | {"lan"}


def joined_hints(hints: Sequence[Hint], bare: Sequence[str], around: Around, sure: Sequence[Hint]) -> tuple[Hint, ...]:
    """Those that are plans because of what joins them.

    Args:
        sure: those that are plans by themselves.
    """
    asked = (*_chained(hints, bare, around), *_compared(hints, bare, around), *_asked_alike(hints, bare, around))
    return (*asked, *_beside_sure(hints, bare, sure))


def is_one_side(hint: Hint, hints: Sequence[Hint], taken: Collection[int], bare: Sequence[str]) -> bool:
    """Whether a plan stands behind "hơn", with none before it to be held against ("… của xã cao hơn sở").

    Args:
        taken: positions of the words that name plans wholly.
    """
    before = any(other.end <= hint.start for other in hints) or any(i < hint.start for i in taken)
    return not before and bare[max(hint.start - 1, 0)] == "hon"


def _beside_sure(hints: Sequence[Hint], bare: Sequence[str], sure: Sequence[Hint]) -> list[Hint]:
    """Hints for another plan that a word joins to one that is sure ("Bộ hay | bệnh viện | làm bệnh án")."""
    ends = {one.end: one.plans for one in sure}
    joined = ((h, ends.get(h.start - 1)) for h in hints if h.start and bare[h.start - 1] in LISTED)
    return [hint for hint, plans in joined if plans and not plans & hint.plans]


def _compared(hints: Sequence[Hint], bare: Sequence[str], around: Around) -> list[Hint]:
    """Hints for different plans where sides are compared ("kinh phí trường và kinh phí xã bên nào cao hơn")."""
    ending = [h for h in hints if h.end == len(bare) or h.end not in around.content or bare[h.end] in LISTED]
    joined = bool(ending) and bool(LISTED & set(bare[ending[0].end : ending[-1].start]))
    return ending if around.compares and joined and len({hint.plans for hint in ending}) > 1 else []


def _asked_alike(hints: Sequence[Hint], bare: Sequence[str], around: Around) -> list[Hint]:
    """Hints for different plans of which the same is asked ("tỉnh giao ai, sở giao ai", "sở | làm | tháng mấy")."""
    asked = [h for h in hints if h.end < len(bare) and not {h.end, h.end + 1} <= around.content]
    asked = [h for h in asked if h.start - 1 not in around.units]
    alike = [h for h in asked if any(o.plans != h.plans and bare[o.end] == bare[h.end] for o in asked)]
    return [h for h in alike if not any(o.start <= h.start < h.end <= o.end and o != h for o in alike)]


def _chained(hints: Sequence[Hint], bare: Sequence[str], around: Around) -> list[Hint]:
    """Hints in a row that joins them ("y tế, trường hay xã"), with no topic around it."""
    chain: list[Hint] = []
    best: list[Hint] = []
    for hint in hints:
        joined = chain and all(word in LISTED for word in bare[chain[-1].end : hint.start])
        chain = [*chain, hint] if joined else [hint]
        best = chain if len(chain) > len(best) else best
    if len(best) < 2 or not LISTED & set(bare[best[0].start : best[-1].end]):
        return []
    free = not around.content & {best[0].start - 1, best[-1].end}
    return best if free else []
