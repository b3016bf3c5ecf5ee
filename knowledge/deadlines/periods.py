"""Stretches of time that a question names: "tháng 5/2022", "quý sau", "6 tháng đầu năm", "từ ngày 1/3 đến 15/4".

Each becomes its first and last day. A year that is left out is the one the caller says (the plan's, or the one talked
about before); what is told by the clock ("tuần này", "30 ngày tới") goes by `today`.
"""

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.language.dates import day_and_month, printed
from knowledge.language.text import folded

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "dau": 1, "cuoi": 4}
_MONTHS = {
    "gieng": 1,
    "hai": 2,
    "ba": 3,
    "tu": 4,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_OF_YEAR = rf"(?: ?/ ?| nam | )?{_YEAR}"
_QUARTER = r"(?:[1-4]|iv|i{1,3}|mot|hai|ba|bon|tu)"
_NEXT = r"(?P<which>nay|sau|toi|tiep theo|ke tiep|truoc|vua roi|qua|roi|hien tai)"
_SHIFT = {"nay": 0, "hien tai": 0, "sau": 1, "toi": 1, "tiep theo": 1, "ke tiep": 1, "truoc": -1, "vua roi": -1}
_UNTIL = r"(?P<until>(?:tu dau nam |tu nay |cho |tinh )?(?:den|toi)(?: het| cuoi)? |truoc khi het |truoc het )?"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included, and the words (start to end, exclusive) that said so.

    Args:
        label: how it is called in an answer, "tháng 5/2022".
        dated: whether the year was said, or the clock tells it.
        whole_year: a bare year, which may as well name the plan.
    """

    first: date
    last: date
    label: str
    start: int = 0
    end: int = 0
    dated: bool = True
    whole_year: bool = False

    def in_year(self, year: int) -> "Period":
        """The same stretch of another year."""
        shift = year - self.last.year
        first, last = (_same_day(day, day.year + shift) for day in (self.first, self.last))
        return replace(self, first=first, last=last, label=self.label.replace(str(self.last.year), str(year)))


def _same_day(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def find_periods(words: Sequence[str], *, today: date, year: int) -> tuple[Period, ...]:
    """The stretches of time in a question's words, in order, none overlapping.

    Args:
        year: what a stretch without a year is taken to be in.
    """
    text = " ".join("6" if word == "sáu" else folded(word) for word in words)  # "tháng sáu" is not "tháng sau"
    found: list[Period] = []
    taken = [False] * (len(text) + 1)
    for pattern, make in _RULES:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            period = _made(make, match, today, year)
            if period:
                start = text.count(" ", 0, match.start())
                length = match[0].strip().count(" ") + 1
                found.append(replace(period, start=start, end=start + length))
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return tuple(sorted(found, key=lambda p: p.start))


def _made(make: Callable[..., Period | None], match: re.Match[str], today: date, year: int) -> Period | None:
    """The period, or None where the numbers make no date (31/2)."""
    groups = match.groupdict()
    said = groups.get("y")
    try:
        period = make(groups, today, int(said) if said else year)
    except (ValueError, KeyError):
        return None
    if period is None:
        return None
    if groups.get("until"):
        first = today if groups["until"].startswith("tu nay") else date(period.last.year, 1, 1)
        label = f"từ nay đến hết {period.label}" if first == today else f"từ đầu năm đến hết {period.label}"
        period = replace(period, first=min(first, period.last), label=label, whole_year=False)
    return replace(period, dated=bool(said) or period.dated)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return _months(year, number, number, f"tháng {number}/{year}")


def quarter(year: int, number: int) -> Period:
    """A quarter of a year."""
    return _months(year, 3 * number - 2, 3 * number, f"quý {['I', 'II', 'III', 'IV'][number - 1]}/{year}")


def _months(year: int, first: int, last: int, label: str) -> Period:
    end = calendar.monthrange(year, last)[1]
    return Period(date(year, first, 1), date(year, last, end), label, dated=False)


def _day(day: date, label: str | None = None) -> Period:
    return Period(day, day, label or f"ngày {printed(day)}", dated=False)


def _groups_day(g: dict[str, str], _today: date, year: int) -> Period:
    return _day(date(year, int(g["m"]), int(g["d"])))


def _groups_days(g: dict[str, str], _today: date, year: int) -> Period:
    last = date(year, int(g["m2"]), int(g["d2"]))
    first = date(int(g["y1"] or year), int(g["m1"]), int(g["d1"]))
    return Period(first, last, f"từ {printed(first)} đến {printed(last)}", dated=False)


def _groups_before(g: dict[str, str], _today: date, year: int) -> Period:
    last = date(year, int(g["m"]), int(g["d"]))
    return Period(date(year, 1, 1), last, f"trước ngày {printed(last)}", dated=False)


def _groups_before_month(g: dict[str, str], _today: date, year: int) -> Period:
    number = int(g["m"])
    last = date(year, number, 1) - timedelta(days=1)
    return Period(date(last.year, 1, 1), last, f"trước tháng {number}/{year}", dated=False)


def _groups_month(g: dict[str, str], _today: date, year: int) -> Period:
    return month(year, _month_number(g["m"]))


def _month_number(word: str) -> int:
    if word.startswith("muoi "):
        return 10 + {"mot": 1, "hai": 2}[word.split()[1]]
    return _MONTHS.get(word) or int(word)


def _groups_month_span(g: dict[str, str], _today: date, year: int) -> Period:
    first, last = int(g["m1"]), int(g["m2"])
    return _months(year, first, last, f"từ tháng {first} đến tháng {last}/{year}")


def _groups_quarter(g: dict[str, str], _today: date, year: int) -> Period:
    return quarter(year, _quarter_number(g["q"]))


def _quarter_number(word: str) -> int:
    return _ROMAN.get(word) or int(word)


def _groups_quarter_span(g: dict[str, str], _today: date, year: int) -> Period:
    first, last = quarter(year, _quarter_number(g["q1"])), quarter(year, _quarter_number(g["q2"]))
    return replace(first, last=last.last, label=f"{first.label.split('/')[0]} đến {last.label}")


def _groups_half(g: dict[str, str], _today: date, year: int) -> Period:
    early = "dau" in (g["half"] or g["half2"])
    return _months(year, 1 if early else 7, 6 if early else 12, f"6 tháng {'đầu' if early else 'cuối'} năm {year}")


def _groups_nine(_g: dict[str, str], _today: date, year: int) -> Period:
    return _months(year, 1, 9, f"9 tháng đầu năm {year}")


def _groups_part(g: dict[str, str], _today: date, year: int) -> Period:
    """Some months from the beginning or the end of the year."""
    count, early = _month_number(g["n"]), g["edge"] == "dau"
    label = f"{count} tháng {'đầu' if early else 'cuối'} năm {year}"
    return _months(year, 1 if early else 13 - count, count if early else 12, label)


def _groups_part_of_month(g: dict[str, str], _today: date, year: int) -> Period:
    """The first, middle or last ten days of a month."""
    whole = month(year, _month_number(g["m"]))
    first, last = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, whole.last.day)}[g["edge"]]
    label = f"{ {'dau': 'đầu', 'giua': 'giữa', 'cuoi': 'cuối'}[g['edge']] } {whole.label}"
    return replace(whole, first=whole.first.replace(day=first), last=whole.last.replace(day=last), label=label)


def _groups_year(_g: dict[str, str], _today: date, year: int) -> Period:
    return replace(_months(year, 1, 12, f"năm {year}"), whole_year=True)


def _groups_edge(g: dict[str, str], _today: date, year: int) -> Period:
    number = 1 if g["edge"] == "dau" else 4
    return replace(quarter(year, number), label=f"{'đầu' if number == 1 else 'cuối'} năm {year}")


def _clock_week(g: dict[str, str], today: date, _year: int) -> Period:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_SHIFT.get(g["which"], -1))
    sunday = monday + timedelta(days=6)
    return Period(monday, sunday, f"tuần từ {day_and_month(monday)} đến {printed(sunday)}")


def _clock_month(g: dict[str, str], today: date, _year: int) -> Period:
    index = today.year * 12 + today.month - 1 + _SHIFT.get(g["which"], -1)
    return replace(month(index // 12, index % 12 + 1), dated=True)


def _clock_quarter(g: dict[str, str], today: date, _year: int) -> Period:
    index = today.year * 4 + (today.month - 1) // 3 + _SHIFT.get(g["which"], -1)
    return replace(quarter(index // 4, index % 4 + 1), dated=True)


def _clock_year(g: dict[str, str], today: date, _year: int) -> Period:
    shift = -1 if g["which"] == "ngoai" else _SHIFT.get(g["which"], -1)
    return replace(_groups_year(g, today, today.year + shift), dated=True, whole_year=False)


def _clock_day(g: dict[str, str], today: date, _year: int) -> Period:
    shift = {"hom nay": 0, "ngay mai": 1, "mai": 1, "ngay kia": 2, "ngay mot": 2, "hom qua": -1}[g["which"]]
    return replace(_day(today + timedelta(days=shift)), dated=True)


_UNITS = {"ngay": "ngày", "tuan": "tuần", "thang": "tháng"}


def _clock_span(g: dict[str, str], today: date, _year: int) -> Period:
    count = int(g["n"])
    days = {"ngay": 1, "tuan": 7, "thang": 30}[g["unit"]] * count
    label = f"{count} {_UNITS[g['unit']]} tới"
    return Period(today, today + timedelta(days=days), label)


def _clock_rest(g: dict[str, str], today: date, _year: int) -> Period | None:
    made = {"nam": _clock_year, "thang": _clock_month, "quy": _clock_quarter, "tuan": _clock_week}[g["unit"]]
    whole = made({"which": "nay"}, today, today.year)
    return replace(whole, first=today, label=f"từ nay đến hết {whole.label}")


_MONTH_WORD = r"(?:gieng|muoi mot|muoi hai|muoi|hai|ba|tu|bay|tam|chin|0?[1-9]\b|1[0-2]\b)"
_RULES: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = tuple(
    (re.compile(rf"(?<!\S){pattern}(?!\S)"), make)
    for pattern, make in (
        (
            (
                r"(?:tu )?(?:ngay )?(?P<d1>\d{1,2})[/.-](?P<m1>\d{1,2})(?:[/.-](?P<y1>\d{4}))? (?:den|toi)"
                rf" (?:het )?(?:ngay )?(?P<d2>\d{{1,2}})[/.-](?P<m2>\d{{1,2}})(?:[/.-]{_YEAR})?"
            ),
            _groups_days,
        ),
        (rf"truoc(?: ngay)? (?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})(?:[/.-]{_YEAR})?", _groups_before),
        (rf"truoc ngay (?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}})(?:{_OF_YEAR})?", _groups_before),
        (rf"truoc thang (?P<m>\d{{1,2}})(?:{_OF_YEAR})?", _groups_before_month),
        (
            (
                rf"(?:tu )?(?:thang|t) ?(?P<m1>\d{{1,2}})(?:/\d{{4}})?(?: ?- ?| den | toi | va )(?:het )?(?:thang )?"
                rf"(?P<m2>\d{{1,2}})(?:{_OF_YEAR})?"
            ),
            _groups_month_span,
        ),
        (
            (
                rf"(?:tu )?(?:quy|q) ?(?P<q1>{_QUARTER})(?: ?- ?| den | toi | va )(?:het )?(?:quy )?"
                rf"(?P<q2>{_QUARTER})(?:{_OF_YEAR})?"
            ),
            _groups_quarter_span,
        ),
        (
            (
                rf"{_UNTIL}(?:(?:6|sau) thang (?P<half>dau nam|cuoi nam|dau|cuoi)|nua (?P<half2>dau|cuoi)(?: nam)?)"
                rf"(?:{_OF_YEAR})?"
            ),
            _groups_half,
        ),
        (rf"{_UNTIL}9 thang dau nam(?:{_OF_YEAR})?", _groups_nine),
        (
            rf"{_UNTIL}(?P<n>[1-9]|1[01]|hai|ba|bon|nam|bay|tam|chin|muoi) thang (?P<edge>dau|cuoi) nam(?:{_OF_YEAR})?",
            _groups_part,
        ),
        (rf"(?P<edge>dau|giua|cuoi) thang (?P<m>{_MONTH_WORD})(?:{_OF_YEAR})?", _groups_part_of_month),
        (rf"{_UNTIL}ngay (?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}})(?:{_OF_YEAR})?", _groups_day),
        (rf"{_UNTIL}thang(?: |)(?P<m>{_MONTH_WORD})(?:{_OF_YEAR})?", _groups_month),
        (rf"{_UNTIL}t(?P<m>\d{{1,2}})(?:{_OF_YEAR})?", _groups_month),
        (rf"{_UNTIL}(?:quy |q)(?P<q>{_QUARTER})(?:{_OF_YEAR})?", _groups_quarter),
        (rf"{_UNTIL}(?:ngay )?(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{_YEAR}", _groups_day),
        (rf"{_UNTIL}ngay (?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})", _groups_day),
        (rf"{_UNTIL}(?P<m>0?[1-9]|1[0-2])/{_YEAR}", _groups_month),
        (rf"tuan {_NEXT}", _clock_week),
        (rf"thang {_NEXT}", _clock_month),
        (rf"quy {_NEXT}", _clock_quarter),
        (r"tu nay (?:den|toi) (?:het|cuoi) (?P<unit>nam|thang|quy|tuan)(?: nay)?", _clock_rest),
        (r"nam (?P<which>nay|sau|toi|truoc|ngoai)", _clock_year),
        (r"(?P<which>hom nay|ngay mai|mai|ngay kia|ngay mot|hom qua)", _clock_day),
        (r"(?:trong |trong vong )?(?P<n>\d{1,3}) (?P<unit>ngay|tuan|thang) (?:toi|nua|sap toi|tiep theo)", _clock_span),
        (rf"(?P<edge>dau|cuoi) nam(?: {_YEAR})?", _groups_edge),
        (rf"{_UNTIL}(?:trong )?nam {_YEAR}", _groups_year),
        (rf"{_YEAR}", _groups_year),
    )
)
