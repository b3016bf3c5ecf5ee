"""The words of time: a settled wording is cut into tokens, each with what it means.

Patterns are tried in order at every word; the first that fits wins, and what none of them knows is a plain word. Words
that offices may add to stand in `knowledge/data/deadline_words.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import resources

from knowledge.deadlines import spans
from knowledge.deadlines.spans import Span
from knowledge.text import folded


class Mark(Enum):
    """What a token is in the sentence of time."""

    SPAN = auto()  # a day, month, quarter, year …; several where they share one head ("tháng 3, 6")
    RANGE = auto()  # a stretch printed as one ("tháng 3-6"): its last member counts
    CYCLE = auto()  # "hằng quý": the rhythm
    REPORT = auto()  # "6 tháng", "quý", "năm" alone: names a periodic report
    DAY_OF_CYCLE = auto()  # "ngày 20" without a month
    PLACE_IN_CYCLE = auto()  # "tháng cuối quý", "tháng tiếp theo": where in the rhythm
    PERIODIC = auto()  # "định kỳ"
    ONGOING = auto()
    FOLLOWING = auto()  # "và các năm tiếp theo"
    DOCUMENT = auto()  # "theo Kế hoạch …": depends on another document
    EVENT = auto()  # "khi có …", "trong 05 ngày làm việc"
    UNTIL_EVENT = auto()  # "đến khi …"
    OCCASIONAL = auto()  # "hoặc đột xuất"
    FROM = auto()
    TO = auto()
    BEFORE = auto()
    AND = auto()
    COMMA = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()
    PART = auto()  # "cuối", "giữa", "nửa đầu", "tuần 2": which part of the span that follows
    SINCE = auto()  # "trở đi": the span before is only a start
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One meaning-bearing piece of a wording.

    Args:
        spans: of SPAN and RANGE.
        value: of CYCLE the rhythm ("monthly"), of PART and PLACE_IN_CYCLE its name, of DAY_OF_CYCLE the day.
    """

    mark: Mark
    text: str
    spans: tuple[Span, ...] = ()
    value: str = ""


def tokenise(settled: str) -> list[Token]:
    """The tokens of a settled wording, in order."""
    result, position = [], 0
    while position < len(settled):
        if settled[position].isspace():
            position += 1
            continue
        token, position = _next(settled, position)
        result.append(token)
    return result


def _next(text: str, position: int) -> tuple[Token, int]:
    for pattern, make in _patterns():
        match = pattern.match(text, position)
        if match and match.end() > position and (token := make(match)):
            return token, match.end()
    match = re.compile(r"\w+(?:[/.\-]\w+)*|\S").match(text, position)
    end = match.end() if match else position + 1
    return Token(Mark.WORD, text[position:end]), end


Maker = Callable[[re.Match[str]], Token | None]

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:1[0-2]|0?[1-9])"
_Y = r"(?:(?:19|20)\d{2})(?!\d)"
_Q = r"(?:iv|i{1,3}|l{1,3}|lv|1v|11{1,2}|[1-4])(?![\w])"
_ROMAN = {"i": 1, "l": 1, "ii": 2, "ll": 2, "11": 2, "iii": 3, "lll": 3, "111": 3, "iv": 4, "lv": 4, "1v": 4}
_OF_YEAR = rf"(?: ?,? ?(?:cua )?nam (?P<y>{_Y})| ?[/.-] ?(?P<y2>{_Y})| (?P<y3>{_Y})| ?,? ?\(nam (?P<y4>{_Y})\))"
_CODE = r"(?:so:? ?)?\d[\d ]{0,6}[/-] ?(?:(?:19|20)\d{2} ?/ ?)?[a-z]+\d*(?:(?:[-/&] ?[a-z]+\d*)+|(?<=kh|qd|nd|nq|tt|ct|cv|bc|tb|hd|tu)(?!\w))"
_DATED = rf"(?: ?,? ?\(?(?:ky )?(?:ngay {_D} ?(?:[/.-] ?{_M} ?[/.-] ?{_Y}| thang {_M} (?:nam )?{_Y})|nam {_Y}))?"
# What begins a time: after "từ", "đến", "đầu" only these are about time.
_TIME = r"(?:ngay|thang|quy|nam|tuan|\d|q\.?[\divl]|t\.?\d|dau|cuoi|giua|nua|het|giai doan|truoc|thuong tuan|trung tuan|ha tuan)(?![a-z])"
# Where the words of a document or an event end and a time of the row itself begins.
_STOP = (
    r",? ?(?:va |nhung )?(?:truoc (?:ngay )?\d|truoc (?:thang|quy|nam) [\divl]|cham nhat|muon nhat|khong (?:muon|cham) (?:hon|qua)"
    r"|hoan thanh (?:truoc|trong)|xong truoc|den het (?:ngay|thang|quy|nam)|thuong xuyen|dinh ky)"
    r"|, ?(?:trong |den |het |cuoi )?(?:quy [ivl\d]|thang \d|nam \d|ngay \d|\d{1,2}/\d|hang |moi )"
    r"| va (?:hang |khi |thuong )|\(truoc"
)
_REST = rf"(?:(?!{_STOP})[^;])*"


def _year(match: re.Match[str]) -> int | None:
    return next((int(v) for k, v in match.groupdict().items() if k in ("y", "y2", "y3", "y4") and v), None)


def _short_year(text: str | None) -> int | None:
    return None if not text else int(text) if len(text) == 4 else 2000 + int(text)


def _span(*found: Span, text: str, ranged: bool = False) -> Token:
    return Token(Mark.RANGE if ranged else Mark.SPAN, text, found)


def _day(match: re.Match[str]) -> Token:
    found = spans.day(int(match["d"]), int(match["m"]), _short_year(match["y"]))
    return _span(found, text=match[0])


def _days(match: re.Match[str]) -> Token:
    year = _short_year(match["y"])
    first, last = (spans.day(int(match[name]), int(match["m"]), year) for name in ("d1", "d"))
    return _span(first, last, text=match[0], ranged=True)


def _months(match: re.Match[str]) -> Token:
    year = _year(match)
    numbers = [int(n) for n in re.findall(r"\d{1,2}", match["list"])]
    return _span(*(spans.month(n, year) for n in numbers), text=match[0], ranged=_ranged(match["list"]))


def _quarters(match: re.Match[str]) -> Token:
    year = _year(match)
    names = re.findall(r"iv|i+|lv|l+|1v|\d+", match["list"])
    numbers = [_ROMAN[n] if n in _ROMAN else int(n) for n in names]
    return _span(*(spans.quarter(n, year) for n in numbers), text=match[0], ranged=_ranged(match["list"]))


def _years(match: re.Match[str]) -> Token:
    years = [int(n) for n in re.findall(r"\d{4}", match["list"])]
    return _span(*(spans.whole_year(n) for n in years), text=match[0], ranged=_ranged(match["list"]))


def _ranged(text: str) -> bool:
    return bool(re.search(r"-|den|toi", text))


def _part_of_year(match: re.Match[str]) -> Token | None:
    count = int(match["n"])
    if not 1 <= count <= 12:
        return None
    first, last = (1, count) if match["side"] == "dau" else (13 - count, 12)
    return _span(spans.months_of_year(first, last, _year(match)), text=match[0])


def _half_year(match: re.Match[str]) -> Token:
    first, last = (1, 6) if match["side"] == "dau" else (7, 12)
    return _span(spans.months_of_year(first, last, _year(match)), text=match[0])


def _school_year(match: re.Match[str]) -> Token:
    return _span(spans.day(31, 5, int(match["last"])), text=match[0])


def _this_year(match: re.Match[str]) -> Token:
    return _span(spans.whole_year(None, shift=1 if match["toi"] else 0), text=match[0])


_UNITS = {"ngay": "daily", "tuan": "weekly", "thang": "monthly", "quy": "quarterly", "nam": "yearly"}


def _cycle(match: re.Match[str]) -> Token:
    return Token(Mark.CYCLE, match[0], value=_rhythm(int(match.groupdict().get("n") or 1), match["unit"]))


def _rhythm(count: int, unit: str) -> str:
    names = {(3, "thang"): "quarterly", (6, "thang"): "half-yearly", (12, "thang"): "yearly"}
    if count == 1:
        return _UNITS[unit]
    english = {"ngay": "days", "tuan": "weeks", "thang": "months", "quy": "quarters", "nam": "years"}
    return names.get((count, unit), f"every {count} {english[unit]}")


def _often(match: re.Match[str]) -> Token:
    """"2 lần/năm": so many times in a unit."""
    count, unit = int(match["n"]), match["unit"]
    names = {(2, "nam"): "half-yearly", (4, "nam"): "quarterly", (12, "nam"): "monthly", (3, "quy"): "monthly"}
    return Token(Mark.CYCLE, match[0], value=names.get((count, unit), _UNITS[unit]))


def _report(match: re.Match[str]) -> Token:
    count = int(match["n"]) if match["n"] else 0
    named = {"quy": "quarterly", "thang": "monthly", "nam": "yearly"}.get(match["unit"] or "", "")
    return Token(Mark.REPORT, match[0], value={3: "quarterly", 6: "half-yearly", 9: "nine months"}.get(count, named))


def _weekday(match: re.Match[str]) -> Token:
    days = {"2": "mon", "hai": "mon", "3": "tue", "ba": "tue", "4": "wed", "tu": "wed", "5": "thu", "nam": "thu",
            "6": "fri", "sau": "fri", "7": "sat", "bay": "sat"}  # fmt: skip
    return Token(Mark.CYCLE, match[0], value=f"weekly {days.get(match['d'] or '', 'sun')}")


def _valued(mark: Mark, group: str) -> Maker:
    return lambda match: Token(mark, match[0], value=match[group] or "")


def _plain(mark: Mark, value: str = "") -> Maker:
    return lambda match: Token(mark, match[0], value=value)


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The lists of `deadline_words.toml`, folded, longest first."""
    table = tomllib.loads(resources.files("knowledge.data").joinpath("deadline_words.toml").read_text(encoding="utf-8"))
    return {name: tuple(sorted(map(folded, entries), key=len, reverse=True)) for name, entries in table.items()}


def _any(name: str) -> str:
    return "(?:" + "|".join(map(re.escape, words()[name])) + r")\b"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Maker], ...]:
    groups = (_separators(), _documents(), _rhythms(), _calendar(), _dependencies(), _directions())
    return tuple((re.compile(pattern), make) for group in groups for pattern, make in group)


def _separators() -> Iterator[tuple[str, Maker]]:
    yield r"[;\n]", _plain(Mark.BREAK)
    yield r",", _plain(Mark.COMMA)
    yield r"[(\[]", _plain(Mark.OPEN)
    yield r"[)\]]", _plain(Mark.CLOSE)


def _documents() -> Iterator[tuple[str, Maker]]:
    yield rf"{_any('following')}", _plain(Mark.FOLLOWING)
    yield rf"(?:va )?(?:tro di|tro ve sau|tro len)\b", _plain(Mark.SINCE)
    yield rf"{_CODE}{_DATED}", _plain(Mark.DOCUMENT)
    yield rf"{_any('occasional')}", _plain(Mark.OCCASIONAL)
    yield rf"(?:theo|tung) (?:hang )?(?P<unit>ngay|tuan|thang|quy|nam)(?= ?(?:[,;()]|$|va |hoac ))", _cycle
    yield rf"(?<!tiep )(?<!kem ){_any('document')}{_REST}", _plain(Mark.DOCUMENT)


def _rhythms() -> Iterator[tuple[str, Maker]]:
    yield rf"(?:vao )?thu (?P<d>[2-7]|hai|ba|tu|nam|sau|bay) (?:cuoi cung )?hang (?:tuan|thang)\b", _weekday
    yield rf"(?:vao )?(?P<d>)chu nhat hang tuan\b", _weekday
    yield r"(?:hang|moi|tung) (?P<n>\d{1,2}) (?P<unit>ngay|tuan|thang|quy|nam)\b", _cycle
    yield r"(?:dinh ky )?(?P<n>\d{1,2}) (?P<unit>ngay|tuan|thang|quy|nam) ?(?:/ ?|mot |moi )?(?:0?1 )?lan\b", _cycle
    yield r"(?:dinh ky )(?:hang )?(?P<n>\d{1,2}) (?P<unit>tuan|thang|quy|nam)\b(?! (?:dau|cuoi))", _cycle
    yield r"(?:it nhat |toi thieu )?(?:moi|0?1|mot) (?P<unit>nam|quy|thang|tuan) (?:it nhat |toi thieu )?(?P<n>\d{1,2}) lan\b", _often
    yield r"(?:it nhat |toi thieu )?(?P<n>\d{1,2}) lan ?/? ?(?:trong |moi |mot |0?1 )?(?P<unit>nam|quy|thang|tuan|ngay)\b", _often
    yield r"(?:hang|moi|dinh ky (?:hang|moi)?|lan/|thuong) ?(?P<unit>ngay|tuan|thang|quy|nam)(?! \d| [ivl]{1,3}\b)\b", _cycle
    yield r"(?P<unit>thang|quy|nam|tuan)/(?:0?1 )?lan\b", _cycle
    yield r"(?:thuong nien)(?P<unit>)", _plain(Mark.CYCLE, "yearly")
    yield r"nua nam (?:mot|1) lan", _plain(Mark.CYCLE, "half-yearly")
    yield r"dinh ky\b|dinh ki\b|thuong ky\b", _plain(Mark.PERIODIC)
    yield r"(?:cua )?(?:thang|ngay) (?:cuoi(?: cung)?|thu ba) (?:cua )?(?:moi |hang )?quy(?! [ivl\d]+\b)(?: bao cao)?\b", _plain(Mark.PLACE_IN_CYCLE, "last of quarter")
    yield r"(?:cua )?thang (?:dau(?: tien)?) (?:cua )?(?:moi |hang )?quy(?! [ivl\d]+\b)(?: tiep theo| sau| ke tiep)?\b", _plain(Mark.PLACE_IN_CYCLE, "first of quarter")
    yield r"(?:cua )?thang (?:dau(?: tien)?|cuoi(?: cung)?) (?:cua )?ky\b.{0,24}", _plain(Mark.PLACE_IN_CYCLE)
    yield r"(?:cua )?quy (?:tiep theo|sau|ke tiep|bao cao)\b", _plain(Mark.PLACE_IN_CYCLE, "first of quarter")
    yield r"(?:cua )?thang (?:tiep theo|sau|ke tiep|lien ke|bao cao|lien sau)\b", _plain(Mark.PLACE_IN_CYCLE, "of month")
    yield r"(?:cua )?(?:ky (?:bao cao|tiep theo|ke tiep|sau))\b", _plain(Mark.PLACE_IN_CYCLE)
    yield r"(?:ngay (?:lam viec )?)?cuoi(?: cung)? (?:cua )?(?:moi |hang )?thang(?! \d)\b", _plain(Mark.PLACE_IN_CYCLE, "last of month")
    yield r"(?:ngay )?cuoi (?:cua )?(?:moi |hang )?quy(?! ?[ivl\d]+\b)\b", _plain(Mark.PLACE_IN_CYCLE, "end of quarter")
    yield r"cuoi (?:cua )?(?:moi |hang )?tuan\b", _plain(Mark.CYCLE, "weekly")


def _calendar() -> Iterator[tuple[str, Maker]]:
    short = r"(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    yield rf"(?:ngay )?(?P<d1>{_D}) ?(?:-|den(?: ngay)?) ?(?P<d>{_D})(?:/|\.| thang )(?P<m>{_M})(?:(?:[/.]| nam | )(?P<y>{_Y})|(?![\d/]))", _days
    yield rf"(?:ngay )?(?P<d>{_D})(?P<s>[/.-])(?P<m>{_M})(?P=s)(?P<y>{short})", _day
    yield rf"(?:ngay )?(?P<d>{_D})[/.-](?P<m>{_M})[/.-](?P<y>{_Y})", _day
    yield rf"(?:ngay )?(?P<d>{_D}) thang (?P<m>{_M})(?!\d)(?: ?,? ?(?:nam |/|-)? ?(?P<y>{_Y}))?(?! nam cuoi)", _day
    yield rf"ngay (?P<d>{_D}) ?[/.-] ?(?P<m>{_M})(?![\d])(?: ?(?:nam|/) ?(?P<y>{_Y}))?", _day
    yield rf"(?P<d>{_D})/(?P<m>{_M})(?![\d/])(?: nam (?P<y>{_Y}))?", _day
    yield rf"(?P<d>{_D})-(?P<m>{_M})(?![\d/-])(?P<y>)(?! ?thang)", _day
    more_months = rf"(?: ?(?:-|,|va|den|&|\+) ?(?:thang |t\.?)?{_M}(?!\d)(?! ?[/.-] ?\d{{1,2}}(?!\d))(?! thang| nam (?!{_Y})))*"
    yield rf"(?:thang |t\.? ?(?=\d))(?P<list>{_M}(?!\d){more_months}){_OF_YEAR}?(?! nam cuoi)", _months
    yield rf"(?P<list>{_M}(?: ?- ?{_M})?) ?[/.-] ?(?P<y>{_Y})", _months
    more_quarters = rf"(?: ?(?:-|,|va|den|&|\+|/) ?(?:quy |q\.?)?{_Q})*"
    yield rf"(?:cac )?(?:quy |q\.? ?(?=[ivl\d]))(?P<list>{_Q}{more_quarters}){_OF_YEAR}?", _quarters
    yield rf"(?:trong )?(?P<n>\d{{1,2}}) thang (?P<side>dau|cuoi) (?:cua )?(?:nam(?: (?P<y>{_Y})| nay)?|(?P<y2>{_Y}))\b", _part_of_year
    yield rf"nua (?P<side>dau|cuoi|sau) (?:cua )?nam(?: (?P<y>{_Y})| nay)?\b", _half_year
    yield rf"(?:(?:cuoi|het|ket thuc) )?nam hoc (?P<first>{_Y}) ?- ?(?P<last>{_Y})", _school_year
    more_years = rf"(?: ?(?:-|,|va|den|&)(?: nam)? ?{_Y})*"
    yield rf"(?:trong )?(?:cac |ca )?(?:giai doan |nhiem ky |thoi ky |nam |tu nam (?={_Y} ?-))(?:tu nam )?(?P<list>{_Y}{more_years})", _years
    yield rf"(?P<list>{_Y} ?- ?{_Y}|{_Y})", _years
    yield r"(?P<toi>)(?:trong |het |cuoi |ca |trong ca |den het |den cuoi |suot |ket thuc )nam(?: nay| ke hoach)?(?= ?(?:[;,()]|$|va |hoac |- ))", _this_year
    yield r"(?:cuoi |trong |het )?nam (?P<toi>toi|sau)\b", _this_year
    yield r"(?P<toi>)nam nay\b", _this_year


def _dependencies() -> Iterator[tuple[str, Maker]]:
    yield rf"{_any('ongoing')}", _plain(Mark.ONGOING)
    yield rf"(?:ngoai )?tru (?!so )(?:truong hop|khi|nhung|cac|noi dung){_REST}", _plain(Mark.WORD)
    yield rf"ke tu (?:khi|ngay_? ?(?!{_D}[/.\- ])|thoi diem)(?:(?! den )(?!{_STOP})[^;])*", _plain(Mark.EVENT)
    amount = r"\d{1,3} (?:ngay|gio|tuan|thang|nam)\b(?! (?:dau|cuoi|\d))"
    yield rf"(?:trong )?(?:vong|thoi han|thoi gian)[^;,]{{0,24}}? ?{amount}{_REST}", _plain(Mark.EVENT)
    yield rf"(?:trong|toi da|khong qua|cham nhat|it nhat|sau|truoc|du kien)[^;,\d]{{0,16}}? ?(?<!\d){amount}{_REST}", _plain(Mark.EVENT)
    yield rf"\d{{1,3}} (?:ngay lam viec|gio|ngay|tuan)\b(?! (?:dau|cuoi)){_REST}", _plain(Mark.EVENT)
    yield rf"\d{{1,3}} (?:thang|nam)\b(?= (?:ke tu|sau|tu khi|tu ngay_? (?!\d))){_REST}", _plain(Mark.EVENT)
    yield rf"ngay {_D} thang {_M} nam cuoi{_REST}", _plain(Mark.EVENT)
    yield r"(?:bao cao )?(?P<n>[369]|0[369]) (?P<unit>thang)\b", _report
    yield r"(?P<n>)(?:bao cao )?(?P<unit>quy|nam|thang)(?= ?(?:[,;()]|$|va |hoac |gui |ve |theo ))", _report
    yield rf"(?:den|toi) (?:khi|luc|thoi diem)\b{_REST}", _plain(Mark.UNTIL_EVENT)
    yield rf"(?:\(?neu co\)?|neu can(?: thiet)?)", _plain(Mark.EVENT, "if any")
    yield rf"{_any('event')}(?! (?:ngay )?\d){_REST}", _plain(Mark.EVENT)
    yield rf"ngay (?P<d>{_D})(?![\w/])", _valued(Mark.DAY_OF_CYCLE, "d")
    yield rf"(?P<d>{_D})(?= (?:hang|moi|cua) (?:thang|quy)|(?: va|,) {_D}(?: hang|/))", _valued(Mark.DAY_OF_CYCLE, "d")


def _directions() -> Iterator[tuple[str, Maker]]:
    yield r"(?:ke |bat dau(?: trien khai| thuc hien)? |trien khai |ap dung |thuc hien )?tu (?:nay|bay gio)\b", _plain(Mark.FROM, "now")
    yield rf"(?:ke tu sau|ke tu|bat dau tu|bat dau|tu sau|tu)(?= {_TIME})", _plain(Mark.FROM)
    yield rf"(?:cho |keo dai )?(?:den|toi)(?= {_TIME})", _plain(Mark.TO)
    yield r"-", _plain(Mark.TO)
    yield r"truoc(?: thoi diem)? (?:khi )?(?:ket thuc|het|cuoi)(?= (?:ngay|thang|quy|nam|\d))", _plain(Mark.WORD)
    yield rf"truoc(?= ?(?:ngay )?\d| (?:thang|quy|nam|t\d|q\d|giai doan)\b)", _plain(Mark.BEFORE)
    yield rf"truoc (?!ngay\b|mat\b|han\b|day\b|do\b|khi\b)\w+{_REST}", _plain(Mark.EVENT)
    yield r"sau(?= ?(?:ngay )?\d| (?:thang|quy|nam) )", _plain(Mark.FROM)
    yield rf"sau (?!do\b|day\b|rong\b|sat\b)\w+{_REST}", _plain(Mark.EVENT)
    yield r"dau(?: (?:thang|quy|nam))(?! ?\d| [ivl]+\b)", _plain(Mark.EVENT)
    yield rf"(?P<p>nua dau|nua cuoi|giua|dau|thuong tuan|trung tuan|ha tuan)(?: cua)?(?= {_TIME})", _valued(Mark.PART, "p")
    yield rf"(?:truoc )?(?:nua )?(?:cuoi|het)(?: cua)?(?= {_TIME})", _plain(Mark.PART, "cuoi")
    yield r"tuan (?:le )?(?:thu )?(?P<p>[1-5]|dau|cuoi)(?: tien| cung)?(?: cua| trong)?,?", _valued(Mark.PART, "p")
    yield r"(?:va|hoac|hay|&|\+)(?!\w)", _plain(Mark.AND)
