"""A whole year that says which plans are meant, and no window of days: "Sở Nội vụ năm 2024 làm gì".

Of a plan for that year alone every row is a row of the year, also one that is done all the time or has no day. Where
it is asked what falls due, or plans for several years have rows as well, the year stays a window.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from knowledge.deadlines.periods import Period, Relation
from knowledge.questions.cues import Cue
from knowledge.questions.lookup import Lookup
from knowledge.questions.plan_search import Scope

_OF_DAYS = frozenset({"due", "until", "when", "soon", "overdue", "open", "done", "doing"})
_OF_A_ROW = frozenset({"who", "result", "share", "objective", "check", "back"})


def of_its_year(
    scope: Scope,
    periods: tuple[Period, ...],
    cues: Sequence[Cue],
    lookup: Lookup,
    among: Collection[int],
    *,
    acts: bool,
) -> tuple[Scope, tuple[Period, ...]]:
    """A scope with the plans of the year that is told, which is no time then; both as they were where it tells none.

    Args:
        among: positions of the plans that may be meant.
        acts: whether a unit is named, whose rows are asked for.
    """
    kinds = frozenset[str]().union(*[cue.kinds for cue in cues])
    if len(periods) != 1 or not _is_year(periods[0]) or kinds & _OF_DAYS or scope.missing or scope.absent:
        return scope, periods
    compares = "compare" in kinds and not scope.named  # "… so với tỉnh năm 2024" names its plan
    if compares or kinds & _OF_A_ROW or not (scope.named or acts):
        return scope, periods
    year = periods[0].last.year
    own = {at: lookup.years_of([at]) for at in (scope.plans if scope.named else among)}
    fits = tuple(at for at, years in own.items() if year in years)
    if not fits or any(len(own[at]) > 1 and lookup.has_table(at) for at in fits):
        return scope, periods
    taken = scope.taken | frozenset(range(periods[0].start, periods[0].end))
    return replace(scope, plans=fits, named=True, taken=taken), ()


def _is_year(period: Period) -> bool:
    return period.is_year and period.dated and not period.finer and period.relation is Relation.IN and not period.doubt
