"""A whole year that says which plans are meant, and no window of days: "Sở Nội vụ năm 2024 làm gì".

Of a plan for that year alone every row is a row of the year, also one that is done all the time or has no day. Where
it is asked what falls due, or plans for several years have rows as well, the year stays a window.
"""

from collections.abc import Collection
from dataclasses import replace

from knowledge.deadlines.periods import Period, Relation
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.plan_search import Scope
from knowledge.questions.row_openings import begins_with_rows
from knowledge.questions.rule_words import DROP, EXCEPT
from knowledge.questions.said import Said

_OF_DAYS = frozenset({"due", "until", "when", "soon", "overdue", "open", "done", "doing"})
_OF_A_ROW = frozenset({"who", "result", "share", "objective", "check", "back", "budget"})


def of_its_year(
    said: Said, scope: Scope, periods: tuple[Period, ...], among: Collection[int], *, acts: bool
) -> tuple[Scope, tuple[Period, ...]]:
    """A scope with the plans of the year that is told, which is no time then; both as they were where it tells none.

    Args:
        among: positions of the plans that may be meant.
        acts: whether a unit is named, whose rows are asked for.
    """
    if len(periods) != 1 or not _is_year(periods[0]) or said.has(*_OF_DAYS) or scope.missing or scope.absent:
        return scope, periods
    compares = said.has("compare") and not scope.named  # "… so với tỉnh năm 2024" names its plan
    if compares or said.has(*_OF_A_ROW) or not (scope.named or _is_of_a_unit(said, acts=acts)):
        return scope, periods
    if _LEFT_OUT[said.utterance.accented].search(" ".join(said.utterance.topical[: periods[0].start])):
        return scope, periods  # "ngoài năm 2024"
    year = periods[0].last.year
    own = {at: said.lookup.years_of([at]) for at in (scope.plans if scope.named else among)}
    fits = tuple(at for at, years in own.items() if year in years)
    alone = any(len(own[at]) == 1 for at in fits)
    if not alone or any(len(own[at]) > 1 and said.lookup.has_table(at) for at in fits):
        return scope, periods
    taken = scope.taken | frozenset(range(periods[0].start, periods[0].end))
    return replace(scope, plans=fits, named=True, taken=taken), ()


def _is_of_a_unit(said: Said, *, acts: bool) -> bool:
    """Whether the rows of a unit are asked for, or its list goes on in another year ("còn năm 2022"); no single row."""
    if not acts:
        return said.earlier.of_units and said.has("again", "opening")
    return said.has("list") or (not said.earlier.of_row and (said.has(*_WORK) or begins_with_rows(said.words)))


_WORK = frozenset({"count", "duty", "lead", "coordinate"})
_LEFT_OUT = either_way(rf"(?<!\S)(?:{EXCEPT}|{DROP})(?!\S)")


def _is_year(period: Period) -> bool:
    return period.is_year and period.dated and not period.finer and period.relation is Relation.IN and not period.doubt
