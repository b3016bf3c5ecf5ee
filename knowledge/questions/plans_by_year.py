"""Plans of which each is called by its year and its office: "cả bản 2022 của Sở X lẫn bản 2024 của tỉnh".

The year says which plan of the office is meant, and of which office it is says whose year. One alone may be another
thing (a draft, a time); two in one breath name plans, also without "bản" where they are compared.
"""

from collections.abc import Collection, Iterator, Sequence

from knowledge.questions.plan_around import Hint
from knowledge.questions.plan_labels import phrases_in
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_search import Scope
from knowledge.questions.plan_times import YEARS

_LEADS = frozenset({"cua", "ben", "o", "tai", "cho", "nam"})
_TWO = 2


def plans_by_year(
    names: PlanNames, offices: Sequence[Hint], bare: Sequence[str], among: Collection[int], *, compares: bool
) -> Scope | None:
    """A scope with the plans; None where fewer than two are named so.

    Args:
        offices: what offices are called by, wherever it stands.
        compares: whether what is named is compared ("… của Sở X năm 2022 so với của tỉnh năm 2024").
    """
    written = [
        Hint(start, end, frozenset(at for at, label in enumerate(names.labels) if office in label.office))
        for start, end, office in phrases_in(bare, names.offices)
    ]
    longest = {hint.start: hint for hint in sorted((*offices, *written), key=lambda hint: hint.end)}
    found = [named for hint in longest.values() if (named := _of_its_year(names, hint, bare, compares))]
    if len({hint.plans for hint in found}) < _TWO:
        return None
    taken = frozenset(i for hint in found for i in range(hint.start, hint.end))
    meant = frozenset[int]().union(*(hint.plans for hint in found))
    return Scope(tuple(plan for plan in among if plan in meant), named=True, taken=taken, several=True)


def _of_its_year(names: PlanNames, hint: Hint, bare: Sequence[str], compares: bool) -> Hint | None:
    """The plan of an office in the year that stands beside its name, behind "bản" or "kế hoạch"."""
    for start, at, end in _years_beside(hint, bare, compares):
        year = int(bare[at])
        fits = [plan for plan in hint.plans if year in names.labels[plan].years]
        exact = [plan for plan in fits if len(names.labels[plan].years) == 1] or fits
        if exact:
            return Hint(start, end, frozenset(exact))
    return None


def _years_beside(hint: Hint, bare: Sequence[str], compares: bool) -> Iterator[tuple[int, int, int]]:
    """Where a plan's name begins, where its year stands, and where the name ends."""
    ahead = next((at for at in range(hint.start - 1, -1, -1) if bare[at] not in _LEADS), -1)
    if ahead >= 0 and bare[ahead] in YEARS and (start := _paper(bare, ahead)) is not None:
        yield start, ahead, hint.end
    behind = hint.end + (bare[hint.end : hint.end + 1] == ["nam"])
    start = _paper(bare, hint.start)
    start = hint.start if start is None and compares else start
    if behind < len(bare) and bare[behind] in YEARS and start is not None:
        yield start, behind, behind + 1


def _paper(bare: Sequence[str], end: int) -> int | None:
    """Where the word for a plan begins that stands right before a place, small words aside."""
    at = next((at for at in range(end - 1, -1, -1) if bare[at] not in _LEADS), -1)
    if at >= 0 and bare[at] in {"ban", "kh"}:
        return at
    return at - 1 if at > 0 and bare[at] == "hoach" else None
