"""Plans of which each is called by its year and its office: "cả bản 2022 của Sở X lẫn bản 2024 của tỉnh".

The year says which plan of the office is meant, and of which office it is says whose year. One alone may be another
thing (a draft, a time); two in one breath name plans, whatever joins or introduces them: "một cái của Sở X năm 2022,
một cái của tỉnh năm 2024", "Sở X (2022) đặt bao nhiêu, tỉnh (2024) đặt bao nhiêu".
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.deadlines.spoken_years import last_figures
from knowledge.language.text import folded
from knowledge.questions.plan_around import Hint
from knowledge.questions.plan_labels import phrases_in, places_in
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_search import Scope
from knowledge.questions.plan_sides import OURS
from knowledge.questions.plan_times import YEARS
from knowledge.questions.rule_words import JOINS, OF_WORK

_LEADS = frozenset({"cua", "ben", "o", "tai", "cho", "nam"})
_UP_TO_YEAR = frozenset({"nam", "giai", "doan"}) | OURS  # "Sở X | mình năm | 2021"
_EACH_ONE = frozenset({"cai", "ben", "ban", "noi", "lop", "kh"})  # told one by one: "một cái trong …, một cái …"
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
    said = _with_places(names, longest.values(), bare)
    found = [*_numbered(names, bare), *(named for hint in said if (named := _of_its_year(names, hint, bare)))]
    found = _without_inner(names, sorted(found, key=lambda hint: hint.start), bare)
    papers = any(bare[at] in _PAPERS for hint in found for at in range(hint.start, hint.end))
    years = {names.labels[plan].years for hint in found for plan in hint.plans}
    if len({hint.plans for hint in found}) < _TWO or not (papers or compares or len(years) > 1):
        return None  # of one year an office may be a unit in the plan of another
    meant = tuple(dict.fromkeys(plan for hint in found for plan in sorted(hint.plans) if plan in among))
    return Scope(meant, named=True, taken=frozenset(_taken(found, bare)), several=True)


_COMPARING = frozenset({"so", "voi", "vs"})  # between two plans they ask which has more
_BETWEEN = (JOINS | _LEADS | {"lan", "ca", "trong", "theo"}) - _COMPARING
_PAPERS = frozenset({"ban", "kh", "hoach"})


def _without_inner(names: PlanNames, found: Sequence[Hint], bare: Sequence[str]) -> list[Hint]:
    """The plans but each office that is a unit in the plan beside it, whose year is only said again.

    As in "Sở Xây dựng 2024 | trong kế hoạch tỉnh 2024", "kế hoạch tỉnh 2024: | Sở Xây dựng 2024 có việc gì".
    """
    inner = set[Hint]()
    for one, other in pairwise(found):
        between = frozenset(bare[one.end : other.start])
        if between & _BESIDE or _years(names, one).isdisjoint(_years(names, other)):
            continue
        if _is_paper(other, bare) and not _is_paper(one, bare) and between & _WITHIN:
            inner.add(one)
        told = between <= {":"} or "giao" in between or not _WITHIN.isdisjoint(bare[max(one.start - 1, 0) : one.start])
        if _is_paper(one, bare) and not _is_paper(other, bare) and told:
            inner.add(other)
    return [hint for hint in found if hint not in inner]


_WITHIN = frozenset({"trong", "theo", "thuoc"})
_BESIDE = JOINS | {"so", "lan", "con", "mot"}


def _years(names: PlanNames, hint: Hint) -> frozenset[int]:
    return frozenset[int]().union(*(names.labels[plan].years for plan in hint.plans))


def _is_paper(hint: Hint, bare: Sequence[str]) -> bool:
    """Whether a name begins with the word for a plan ("Ban Quản lý rừng" is an office)."""
    first, behind = bare[hint.start], bare[hint.start + 1]
    return first in {"ke", "kh"} or (first == "ban" and behind in YEARS | _LEADS)


def _taken(found: Sequence[Hint], bare: Sequence[str]) -> set[int]:
    """The places of the names of plans, of what joins them, and of what tells them one by one."""
    taken = {i for hint in found for i in (*_one_by_one(bare, hint.start), *range(hint.start, hint.end))}
    between = (range(one.end, other.start) for one, other in pairwise(found))
    return taken.union(*(joins for joins in between if all(bare[i] in _BETWEEN for i in joins)))


def _numbered(names: PlanNames, bare: Sequence[str]) -> Iterator[Hint]:
    """The plans that are called by their number ("kế hoạch 300/KH-UBND"), with the word for a plan before it."""
    for at, word in enumerate(bare):
        plans = frozenset(plan for plan, label in enumerate(names.labels) if label.number == word)
        start = _paper(bare, at - (bare[at - 1 : at] == ["so"]))
        if plans and start is not None:
            yield Hint(start, at + 1, plans)


def _with_places(names: PlanNames, offices: Iterable[Hint], bare: Sequence[str]) -> Iterator[Hint]:
    """The names of offices with the place that stands right before or behind them ("Đồng Nai, Sở Xây dựng 2022")."""
    places = [*places_in(bare, names.places)]
    for hint in offices:
        beside = ((start, end, place) for start, end, place in places if hint.start == end or hint.end == start)
        for start, end, place in beside:
            if plans := hint.plans.intersection(names.at(place, hint.plans)):
                hint = Hint(min(hint.start, start), max(hint.end, end), plans)  # noqa: PLW2901 - with all beside it
        yield hint


def _of_its_year(names: PlanNames, hint: Hint, bare: Sequence[str]) -> Hint | None:
    """The plan of an office in the year that stands beside its name; one in front stands behind a word for a plan."""
    for start, end, years in _years_beside(hint, bare):
        fits = [plan for plan in hint.plans if names.labels[plan].years >= years]
        exact = [plan for plan in fits if names.labels[plan].years == years] or fits
        if exact:
            return Hint(start, end, frozenset(exact))
    return None


def _years_beside(hint: Hint, bare: Sequence[str]) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Where a plan's name begins and ends, and its years."""
    ahead = next((at for at in range(hint.start - 1, -1, -1) if bare[at] not in _LEADS), -1)
    if ahead >= 0 and bare[ahead] in YEARS and (start := _paper(bare, ahead)) is not None:
        yield start, hint.end, frozenset({int(bare[ahead])})
    behind = next((at for at in range(hint.end, len(bare)) if bare[at] not in _UP_TO_YEAR), len(bare))
    years, end = _years_at(bare, behind)
    if years:
        start = _paper(bare, hint.start)
        yield (hint.start if start is None else start), end, years


def _years_at(bare: Sequence[str], at: int) -> tuple[frozenset[int], int]:
    """The years that stand at a place, of a stretch all, and where they end; the last two figures of one will do."""
    word = bare[at] if at < len(bare) else ""
    first, _, last = word.replace("–", "-").partition("-")
    if {first, last or first} <= YEARS:
        return frozenset(range(int(first), int(last or first) + 1)), at + 1
    year, end = last_figures(bare, at)
    return (frozenset({year}), end) if year and not _is_count(bare, end) else (frozenset(), at)


def _is_count(bare: Sequence[str], end: int) -> bool:
    """Whether what is counted stands behind two figures ("Sở X | 24 | việc"), and none asks for it ("24 việc gì")."""
    kinds = (*map(folded, OF_WORK), *_COUNTED)
    said = f"{' '.join(bare[end : end + _LONGEST])} "
    kind = next((kind for kind in kinds if said.startswith(f"{kind} ")), "")
    return bool(kind) and not said.removeprefix(f"{kind} ").startswith(("gi ", "nao "))


_COUNTED = ("nguoi", "chi tieu", "don vi", "%", "phan tram")
_LONGEST = 3


def _one_by_one(bare: Sequence[str], start: int) -> range:
    """The words by which a plan is told as one of several ("một cái trong | kế hoạch 2022 …"), right before it."""
    at = next((at for at in range(start - 1, -1, -1) if bare[at] not in _LEADS_TO), -1)
    one = at > 0 and bare[at] in _EACH_ONE and bare[at - 1] in {"mot", "1"}
    return range(at - 1, start) if one else range(0)


_LEADS_TO = _LEADS - {"ben"} | {"trong", "la", "theo"}


def _paper(bare: Sequence[str], end: int) -> int | None:
    """Where the word for a plan begins that stands right before a place, small words aside."""
    at = next((at for at in range(end - 1, -1, -1) if bare[at] not in _LEADS), -1)
    if at >= 0 and bare[at] in {"ban", "kh"}:
        return at
    return at - 1 if at > 0 and bare[at] == "hoach" else None
