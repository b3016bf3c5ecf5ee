"""Stretches of time that a question names: "tháng 5/2022", "quý sau", "6 tháng đầu năm", "từ ngày 1/3 đến 15/4".

Each becomes its first and last day. A year that is left out is the one the caller says (the plan's, or the one talked
about before); what is told by the clock ("tuần này", "30 ngày tới") goes by `today`. The grammar is that of
`time_rules`. Where a piece beside a time fits nothing, or no calendar has the day, the whole is doubtful.
"""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from knowledge.deadlines.chart_parser import Chart, Edge, begun, choose, cut, filled, kinds_begun
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.relations import Related, Relation, adjoining, stretched, time_of
from knowledge.deadlines.time_rules import may_become, rules
from knowledge.deadlines.windows import Now, OtherDayError, Time, Window, months
from knowledge.deadlines.windows import quarter as quarter_of
from knowledge.language.dates import printed
from knowledge.language.numerals import roman

_REMEMBERED = 256  # runs of words of the questions asked last

__all__ = ["Period", "Relation", "find_periods", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included, and the words (start to end, exclusive) that said so.

    Args:
        label: how it is called in an answer, "tháng 5/2022".
        dated: whether the year was said, or the clock tells it.
        whole_year: a bare year, which may as well name the plan.
        relation: how what is asked for lies to the time that was said; first and last already tell it.
        year_said: whether the words name a year.
        doubt: the words that are a time but are not understood; first and last are then the widest it can be.
        today: which day it is, where the words that are not understood tell another one ("hôm nay 28/2").
        finer: whether a time within a year is named ("tháng 5/2022", "trước 1/3"), not years ("2026 và 2027").
    """

    first: date
    last: date
    label: str
    start: int = 0
    end: int = 0
    dated: bool = True
    whole_year: bool = False
    relation: Relation = Relation.IN
    year_said: bool = False
    doubt: str = ""
    finer: bool = False
    today: date | None = None

    @property
    def when(self) -> str:
        """The label as it is said after "đến hạn"."""
        return self.label if self.label.startswith(("từ", "trước", "sau", "ngày")) else f"trong {self.label}"

    @property
    def is_year(self) -> bool:
        """Whether it is a calendar year."""
        return self.first.timetuple().tm_yday == 1 and self.last == self.first.replace(month=12, day=31)

    def narrows(self, other: "Period") -> bool:
        """Whether it lies in another stretch and is shorter."""
        days, wider = (self.first, self.last), (other.first, other.last)
        return days != wider and other.first <= self.first and self.last <= other.last

    def in_year(self, year: int) -> "Period":
        """The same stretch of another year."""
        shift = year - self.last.year
        first, last = (_same_day(day, day.year + shift) for day in (self.first, self.last))
        return replace(self, first=first, last=last, label=self.label.replace(str(self.last.year), str(year)))


def find_periods(words: Sequence[str], *, today: date, year: int) -> tuple[Period, ...]:
    """The stretches of time in a question's words, in order, none overlapping.

    Args:
        year: what a stretch without a year is taken to be in.
    """
    chart = _chart(tuple(words))
    if not chart.edges:
        return ()
    now = Now(today, year)
    shown = list(choose(chart, _SHOWN))
    shown = [edge for at, edge in enumerate(shown) if not (at and _goes_on(edge, shown[at - 1], chart, words))]
    chosen = _together(_apart(shown, now), chart, now)
    return tuple(_period(group, chart, words, now) for group in _groups(chosen))


def _goes_on(edge: Edge, before: Edge, chart: Chart, words: Sequence[str]) -> bool:
    """Whether a half right behind a time is that of "… nữa", which without accents looks like it ("quy 2 nua ko")."""
    at = chart.pieces.word[edge.start]
    half = edge.kind == "half" and words[at] == "nua" and edge.start == before.end
    return half and before.kind in _ALONE and words[at + 1 : at + 2] not in _PARTS


_PARTS = (["dau"], ["cuoi"], ["sau"])


@lru_cache(maxsize=_REMEMBERED)
def _chart(words: tuple[str, ...]) -> Chart:
    """The edges of some words, whatever day it is; one question asks for them several times. Not to be added to.

    There are none where no rule can make a time of what the words begin with, as of most clauses without one.
    """
    if _ALONE.isdisjoint(may_become(frozenset[str]().union(*map(kinds_begun, words)))):
        return Chart(cut(()))
    chart = begun(cut(words))
    kinds = frozenset(kind for edges in chart.edges.values() for kind in edges)
    return Chart(chart.pieces) if _ALONE.isdisjoint(may_become(kinds)) else filled(chart, rules())


@lru_cache(maxsize=_REMEMBERED)
def finer_times(words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where words name a time within a year, whatever day it is: where each begins and ends."""
    found = find_periods(words, today=_ANY_DAY, year=_ANY_DAY.year)
    return tuple((period.start, period.end) for period in found if period.finer and not period.doubt)


_ANY_DAY = date(2000, 1, 1)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return _named(months(year, number, number))


def year(number: int) -> Period:
    """A calendar year."""
    return _named(months(number, 1, 12))


def quarter(year: int, number: int) -> Period:
    """A quarter of a year."""
    return _named(quarter_of(year, number))


def window_name(window: Window) -> str:
    """How a stretch of days is called: by its unit where it is one, else by its first and last day."""
    first, last = window
    if first == last:
        return f"ngày {printed(first)}"
    if first.day == 1 and first.year == last.year and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _months_name(first.year, first.month, last.month)
    return f"từ {printed(first)} đến {printed(last)}"


_NO_TIME = frozenset({"none", "years"})
_SHOWN = frozenset({"time", "times", "rel", "rels", "wd", "lday", "lunar", "leap", "length", "half"}) | _NO_TIME
_ALONE = frozenset({"time", "rel", "lday"})  # the others only show that a time beside them is not understood
_SAID = {
    Relation.IN: "{}",
    Relation.BEFORE: "trước {}",
    Relation.AFTER: "sau {}",
    Relation.BY: "từ đầu năm đến hết {}",
    Relation.SINCE: "từ {} trở đi",
}


def _named(window: Window) -> Period:
    return Period(*window, window_name(window), dated=False)


def _months_name(year: int, first: int, last: int) -> str:
    if first == last:
        return f"tháng {first}/{year}"
    if last - first == 2 and last % 3 == 0:
        return f"quý {roman(last // 3)}/{year}"
    if (first, last) == (1, 12):
        return f"năm {year}"
    if first == 1 or last == 12:
        return f"{last - first + 1} tháng {'đầu' if first == 1 else 'cuối'} năm {year}"
    return f"từ tháng {first} đến tháng {last}/{year}"


def _apart(chosen: Iterable[Edge], now: Now) -> Iterator[Edge]:
    """The edges with those of several times as one stretch ("quý I và II") or as one edge for each."""
    for edge in chosen:
        if edge.kind == "times":
            yield from (replace(edge, kind="time", value=one) for one in _stretches(edge.value, now))
        elif edge.kind == "rels":
            yield from (replace(edge, kind="rel", value=one) for one in edge.value)
        else:
            yield edge


def _stretches(times: Sequence[Time], now: Now) -> Iterator[Time]:
    one, *others = times
    for other in others:
        if _adjoin(one, other, now):
            one = stretched(one, other)
        else:
            yield one
            one = other
    yield one


def _together(chosen: Iterable[Edge], chart: Chart, now: Now) -> list[Edge]:
    """The edges with those joined that one after the other make one stretch ("quý I và quý II")."""
    result: list[Edge] = []
    for edge in chosen:
        one = result[-1] if result else edge
        joined = any(link.end == edge.start for link in chart.at(one.end, "and"))
        if joined and _listed(one, edge) and _adjoin(one.value, edge.value, now):
            result[-1] = replace(one, end=edge.end, value=stretched(one.value, edge.value))
        else:
            result.append(edge)
    return result


def _adjoin(one: Time, other: Time, now: Now) -> bool:
    try:
        return adjoining(one, other, now)
    except (ValueError, OverflowError):
        return False


def _groups(chosen: Iterable[Edge]) -> Iterator[list[Edge]]:
    """The edges that belong to one stretch: those that touch, unless they are two of a list."""
    group: list[Edge] = []
    for edge in chosen:
        if group and (edge.kind in _NO_TIME or edge.start != group[-1].end or _listed(group[-1], edge)):
            if _ALONE.intersection(one.kind for one in group):
                yield group
            group = []
        if edge.kind not in _NO_TIME and (group or edge.kind != "leap"):  # "lợi nhuận quý I" has no leap month
            group.append(edge)
    if _ALONE.intersection(one.kind for one in group):
        yield group


def _listed(one: Edge, other: Edge) -> bool:
    """Whether two times that touch are members of a list, as a comma parted them ("tháng 3, tháng 8")."""
    return isinstance(one.value, Time) and isinstance(other.value, Time) and one.value.grain is other.value.grain


def _period(group: list[Edge], chart: Chart, words: Sequence[str], now: Now) -> Period:
    start, end = chart.pieces.word[group[0].start], chart.pieces.word[group[-1].end - 1] + 1
    said = " ".join(words[start:end])
    value = _only(group, now)
    today = None
    try:
        window = value.window(now) if value else None
    except (ValueError, OverflowError) as refused:
        window = None
        today = now.today if isinstance(refused, OtherDayError) else None
    if value is None or window is None:
        whole = months(now.year, 1, 12)
        return Period(*whole, said, start, end, dated=False, doubt=said, today=today)
    time, relation = time_of(value), value.relation if isinstance(value, Related) else Relation.IN
    said_window = time.window(now)
    label = _SAID[relation].format(window_name(_end_of(said_window, relation)))
    bare = time.grain is Grain.YEAR and relation is Relation.IN and not time.clock
    finer = not _whole_years(said_window)
    return Period(*window, label, start, end, not time.open, bare, relation, time.year is not None, finer=finer)


def _end_of(window: Window, relation: Relation) -> Window:
    """The window by whose name a relation to it is said: of some days the one that it is counted from."""
    if not window_name(window).startswith("từ") or relation is Relation.IN:
        return window
    day = window[0] if relation in (Relation.BEFORE, Relation.SINCE) else window[1]
    return day, day


def _whole_years(window: Window) -> bool:
    first, last = window
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _only(group: list[Edge], now: Now) -> Time | Related | None:
    """The one time of a group; of two the finer one where it lies within the other ("15/3 năm nay")."""
    values = [edge.value for edge in group]
    if len(values) == 1:
        return values[0] if isinstance(values[0], Time | Related) else None
    if len(values) != 2 or not all(isinstance(value, Time) for value in values):
        return None
    fine, coarse = sorted(values, key=lambda time: time.grain)
    fine = replace(fine, year=coarse.year) if fine.open else fine
    try:
        return fine if _within(fine.window(now), coarse.window(now)) else None
    except (ValueError, OverflowError):
        return None


def _within(inner: Window, outer: Window) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _same_day(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
