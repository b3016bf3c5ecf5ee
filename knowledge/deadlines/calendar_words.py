"""Days, months, quarters, halves and years, in all the forms in which they are printed.

Each rule is a pattern over settled text and what it makes of a match. Order counts: the longer form comes first.
"""

import re
from dataclasses import replace
from datetime import date

from knowledge.deadlines import calendar_spans
from knowledge.deadlines.calendar_spans import Span
from knowledge.deadlines.tokens import DAY, MONTH, YEAR, Mark, Rules, Token

_QUARTER = r"(?:iv|i{1,3}|l{1,3}|lv|1v|11{1,2}|[1-4])(?![\w])"
_ROMAN = {"i": 1, "l": 1, "ii": 2, "ll": 2, "11": 2, "iii": 3, "lll": 3, "111": 3, "iv": 4, "lv": 4, "1v": 4}
_OF_YEAR = (
    rf"(?: ?,? ?(?:cua )?nam (?P<y>{YEAR})| ?[/.-] ?(?P<y2>{YEAR})| (?P<y3>{YEAR})| ?,? ?\(nam (?P<y4>{YEAR})\)"
    r"| (?:cua )?nam (?P<rel>sau|toi|tiep theo|ke tiep|truoc)\b)"
)
_NEXT = r"nam (?P<rel>sau|toi|tiep theo|ke tiep)\b"
_JOIN = r" ?(?:-|,|va|den|&|\+) ?"


def rules() -> Rules:
    """All forms of printed times, the longer ones first."""
    yield from _days_rules()
    yield from _months_rules()
    yield from _years_rules()


def _days_rules() -> Rules:
    short = r"(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    no_last_year = "(?! nam cuoi)"
    yield (
        (
            rf"(?:ngay )?(?P<d1>{DAY}) ?(?:-|den(?: ngay)?) ?(?P<d>{DAY})(?:/|\.| thang )(?P<m>{MONTH})"
            rf"(?:(?:[/.]| nam | )(?P<y>{YEAR})|(?![\d/]))"
        ),
        _days,
    )
    yield rf"(?:ngay )?(?P<d>{DAY})(?P<s>[/.-])(?P<m>{MONTH})(?P=s)(?P<y>{short})", _day
    yield rf"(?:ngay )?(?P<d>{DAY})[/.-](?P<m>{MONTH})[/.-](?P<y>{YEAR})", _day
    yield (
        (
            rf"(?:ngay )?(?P<d>{DAY}) thang (?P<m>{MONTH})(?!\d)"
            rf"(?: ?,? ?(?:nam |/|-)? ?(?P<y>{YEAR})| (?:cua )?{_NEXT})?{no_last_year}"
        ),
        _day,
    )
    yield rf"ngay (?P<d>{DAY}) ?[/.-] ?(?P<m>{MONTH})(?![\d])(?: ?(?:nam|/) ?(?P<y>{YEAR})| (?:cua )?{_NEXT})?", _day
    yield rf"(?P<d>{DAY})/(?P<m>{MONTH})(?![\d/])(?: nam (?P<y>{YEAR})| (?:cua )?{_NEXT})?", _day
    yield rf"(?P<d>{DAY})-(?P<m>{MONTH})(?![\d/-])(?P<y>)(?! ?thang)", _day


def _months_rules() -> Rules:
    no_day = r"(?!\d)(?! ?[/.-] ?\d{1,2}(?!\d))"
    more = rf"(?:{_JOIN}(?:thang |t\.?)?{MONTH}{no_day}(?! thang| nam (?!{YEAR})))*"
    yield rf"(?:thang |t\.? ?(?=\d))(?P<list>{MONTH}(?!\d){more}){_OF_YEAR}?(?! nam cuoi)", _months
    yield rf"(?P<list>{MONTH}(?: ?- ?{MONTH})?) ?[/.-] ?(?P<y>{YEAR})", _months
    more = rf"(?: ?(?:-|,|va|den|&|\+|/) ?(?:quy |q\.?)?{_QUARTER})*"
    yield rf"(?:cac )?(?:quy |q\.? ?(?=[ivl\d]))(?P<list>{_QUARTER}{more}){_OF_YEAR}?", _quarters
    yield (
        (
            rf"(?:trong )?(?P<n>\d{{1,2}}) thang (?P<side>dau|cuoi) (?:cua )?"
            rf"(?:nam(?: (?P<y>{YEAR})| nay)?|(?P<y2>{YEAR}))\b"
        ),
        _part_of_year,
    )
    yield rf"nua (?P<side>dau|cuoi|sau) (?:cua )?nam(?: (?P<y>{YEAR})| nay)?\b", _half_year


def _years_rules() -> Rules:
    yield rf"(?:(?:cuoi|het|ket thuc) )?nam hoc (?P<first>{YEAR}) ?- ?(?P<last>{YEAR})", _school_year
    more = rf"(?: ?(?:-|,|va|den|&)(?: nam)? ?{YEAR})*"
    head = rf"(?:giai doan |nhiem ky |thoi ky |nam |tu nam (?={YEAR} ?-))(?:tu nam )?"
    yield rf"(?:trong )?(?:cac |ca )?{head}(?P<list>{YEAR}{more})", _years
    yield rf"(?P<list>{YEAR} ?- ?{YEAR}|{YEAR})", _years
    yield rf"tuan (?:le )?(?:thu )?(?P<w>\d{{1,2}})(?:/| nam |, nam )(?P<y>{YEAR})", _week
    whole = "trong |het |cuoi |ca |trong ca |den het |den cuoi |suot |ket thuc "
    yield rf"(?P<next>)(?:{whole})nam(?: nay| ke hoach)?(?= ?(?:[;,()]|$|va |hoac |- ))", _this_year
    yield r"(?:cuoi |trong |het )?nam (?P<next>toi|sau)\b", _this_year
    yield r"(?P<next>)nam nay\b", _this_year


def _day(match: re.Match[str]) -> Token:
    return _token(match, calendar_spans.day(int(match["d"]), int(match["m"]), _short_year(match["y"])))


def _days(match: re.Match[str]) -> Token:
    month, year = int(match["m"]), _short_year(match["y"])
    return _token(match, *(calendar_spans.day(int(match[name]), month, year) for name in ("d1", "d")), ranged=True)


def _months(match: re.Match[str]) -> Token:
    numbers = [int(n) for n in re.findall(r"\d{1,2}", match["list"])]
    return _token(match, *(calendar_spans.month(n, _year(match)) for n in numbers), ranged=_is_range(match["list"]))


def _quarters(match: re.Match[str]) -> Token:
    names = re.findall(r"iv|i+|lv|l+|1v|\d+", match["list"])
    numbers = [_ROMAN[n] if n in _ROMAN else int(n) for n in names]
    return _token(match, *(calendar_spans.quarter(n, _year(match)) for n in numbers), ranged=_is_range(match["list"]))


def _years(match: re.Match[str]) -> Token:
    years = [int(n) for n in re.findall(r"\d{4}", match["list"])]
    return _token(match, *map(calendar_spans.whole_year, years), ranged=_is_range(match["list"]))


def _part_of_year(match: re.Match[str]) -> Token | None:
    count = int(match["n"])
    if not 1 <= count <= 12:
        return None
    first, last = (1, count) if match["side"] == "dau" else (13 - count, 12)
    return _token(match, calendar_spans.months_of_year(first, last, _year(match)))


def _half_year(match: re.Match[str]) -> Token:
    first, last = (1, 6) if match["side"] == "dau" else (7, 12)
    return _token(match, calendar_spans.months_of_year(first, last, _year(match)))


def _school_year(match: re.Match[str]) -> Token:
    """A school year is over on 31 May of its second year."""
    return _token(match, calendar_spans.day(31, 5, int(match["last"])))


def _this_year(match: re.Match[str]) -> Token:
    return _token(match, calendar_spans.whole_year(None, shift=1 if match["next"] else 0))


def _week(match: re.Match[str]) -> Token | None:
    """A week of the year by its ISO number is over on its Sunday."""
    try:
        sunday = date.fromisocalendar(int(match["y"]), int(match["w"]), 7)
    except ValueError:
        return None
    return _token(match, calendar_spans.day(sunday.day, sunday.month, sunday.year))


def _token(match: re.Match[str], *found: Span, ranged: bool = False) -> Token:
    relative = match.groupdict().get("rel")
    if relative:
        found = tuple(replace(span, shift=-1 if relative == "truoc" else 1) for span in found)
    return Token(Mark.RANGE if ranged else Mark.SPAN, match[0], found)


def _is_range(text: str) -> bool:
    return bool(re.search(r"-|den|toi", text))


def _year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    return next((int(groups[name]) for name in ("y", "y2", "y3", "y4") if groups.get(name)), None)


def _short_year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)
