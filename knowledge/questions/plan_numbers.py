"""A plan called by its number, and another beside it called by its office ("số 300 và kế hoạch của Sở X").

A name right behind the number is the same plan's ("kế hoạch số 300 của tỉnh") and has to fit it. Another is meant where
the two are joined, or "kế hoạch" or what asks stands between them.
"""

from collections.abc import Collection, Mapping, Sequence

from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_search import Scope, Search, Talk
from knowledge.questions.rule_words import JOINS

_APART = JOINS | {"hoach", "kh", "ai", "nao", "may", "gi", "nhieu", "bn"}
_MASK = "|"


def found_by_number_or_name(
    names: PlanNames, bare: Sequence[str], among: Collection[int], skip: Mapping[int, frozenset[int]], talk: Talk
) -> Scope:
    """The plans that folded words name; where a number and a name are of two, both."""
    found = Search(names, bare, tuple(among), skip, talk).scope()
    if found.missing is None:
        return found
    numbered = Search(names, bare, tuple(among), skip, talk).numbered()
    if not numbered.named or numbered.missing is not None:
        return found
    rest = [_MASK if at in numbered.taken else word for at, word in enumerate(bare)]
    other = Search(names, rest, tuple(among), skip, talk).scope()
    if not (other.named and other.plans) or not _stand_apart(bare, numbered.taken, other.taken):
        return found
    plans = tuple(dict.fromkeys((*numbered.plans, *other.plans)))
    return Scope(plans, named=True, taken=numbered.taken | other.taken, several=True)


def _stand_apart(bare: Sequence[str], number: Collection[int], name: Collection[int]) -> bool:
    """Whether between a number and the nearest name beside it the name of another plan begins."""
    left, right = min(((a, b) for a in number for b in name), key=lambda pair: abs(pair[0] - pair[1]))
    return not _APART.isdisjoint(bare[min(left, right) + 1 : max(left, right) + 1])
