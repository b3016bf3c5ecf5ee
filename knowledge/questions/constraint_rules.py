"""Rules for what narrows the rows: times and topics left out, blank cells, rhythms, headings, tables.

Signs stand for what is known already: "<u0>" the first unit, "<p>" a time, "<lead>" and "<coordinate>" a role. Patterns
are written with accents; for a text without any they are compared without.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.deadlines.periods import Period, Relation, month, quarter
from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Span, Text, compiled, either_way
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.negations import BARE as BARE_NO
from knowledge.questions.place_rules import in_part
from knowledge.questions.rule_words import (
    BARE_CELL,
    DROP,
    EMPTY,
    EXACT,
    EXCEPT,
    FIELD,
    FIELDS,
    LET,
    NOT,
    OF_TIME,
    OUT,
    SPELLS,
    WORK,
)


def _one(constraint: Constraint, span: Span, score: float, units: Iterable[int] = ()) -> Iterator[Found]:
    made = Narrowing(where=(constraint.placed(*span, score),), units=frozenset(units))
    yield Found(made, *span, score)


def _without_period(match: Match, text: Text) -> Iterator[Found]:
    """As in "trừ quý 1", "bỏ mấy việc tháng 3 với tháng 4 ra": times stand alone or at the end.

    A time behind a comma that corrects one is another: "không phải quý II, | quý III cơ".
    """
    start, end = text.words(match)
    out = [period for period in text.periods if start <= period.start < end]
    behind = next((at for at in sorted(text.breaks) if start < at < end), end)
    if behind < end and _CORRECTS[text.typed].match(match[0]) and not text.beside(start):
        out = [period for period in out if period.start < behind]
        end = behind
    if _RUNS[text.typed].search(match[0]):
        out = [_run_into(period) for period in out]
    where = tuple(Constraint(Kind.DUE, period=period, include=False).placed(start, end, 5) for period in out)
    yield Found(Narrowing(where=where, units=frozenset(period.start for period in out)), start, end, 5)


_CORRECTS = either_way(r"không phải")
_RUNS = either_way(r"(?<!\S)(?:kéo|lấn|tràn|vắt)(?!\S)")


def _run_into(period: Period) -> Period:
    """The quarter or month that rows run into, without all that is before it ("kéo dài | tới quý IV")."""
    if period.relation is not Relation.BY:
        return period
    last, said = period.last, folded(period.label)
    inside = quarter(last.year, (last.month + 2) // 3) if "quy" in said else month(last.year, last.month)
    return replace(inside, start=period.start, end=period.end) if "quy" in said or "thang" in said else period


def _without_section(match: Match, text: Text) -> Iterator[Found]:
    """As in "trừ mấy việc thuộc mảng đất đai": a heading of the plan that is left out."""
    for found in in_part(match, text):
        parts = tuple(replace(part, include=False, either=False) for part in found.narrowing.where)
        yield replace(found, narrowing=Narrowing(where=parts), score=found.score + 3)


def blank_cell(match: Match, text: Text) -> Iterator[Found]:
    """As in "chưa ghi sản phẩm", "không có ngày cụ thể"."""
    name = next((name for name in FIELDS if match[name]), "")
    inside = not text.typed and _IN.search(match[0]) is not None  # "chua ghi tien | trong phu luc"
    if not text.listed or match[0].startswith(_INSIDE) or (inside and not _LACKS.match(match[0])):
        return
    unset = _UNSET if {"định", "dinh"} & set(match[0].split()) else ()  # what admins are asked to set
    undated = unset or match.groupdict().get("exact") or _NO_DATE[text.typed].search(match[0])
    kind = Kind.DATED if name == "deadline" and undated else Kind.BLANK
    said = Constraint(kind, field=name, words=unset if kind is Kind.DATED else (), include=kind is Kind.BLANK)
    start, end = text.words(match)
    if any(start < at < end and text.says(at - 1, BARE_NO) for at in text.breaks):
        return  # "chung đơn vị chủ trì không, | ai làm cái nào"
    end -= inside
    score = _COLUMN if _NAMED_SO[text.typed].match(match[0]) else _EMPTY
    where, last = [said.placed(start, end, score)], end
    for other, first, last in _more_cells(match, text):
        where.append(Constraint(Kind.BLANK, field=other).placed(first, last, score))
    yield Found(Narrowing(where=tuple(where)), start, last, score * len(where))


_EMPTY, _COLUMN = 4.5, 9  # a column that is named so adds nothing up ("tất cả mấy việc | cột kinh phí để trống")
_NAMED_SO = either_way(r"(?:cột|ô) ")
_NO_DATE = either_way(r"(?<!\S)(?:ghi|nêu|đề)(?: rõ)? ngày tháng(?!\S)")  # "không ghi ngày tháng" but a quarter


def _more_cells(match: Match, text: Text) -> Iterator[tuple[str, int, int]]:
    """The other cells that are said to be empty ("thiếu thời hạn | hoặc sản phẩm"), and where they are named."""
    place = match.end()
    while also := _ALSO[text.typed].match(match.string, place):
        name = next(name for name in FIELDS if also[name])
        yield name, text.word_at(also.start(name)), text.words(also)[1]
        place = also.end()


_IN = re.compile(r"(?<! de)(?<! bo)(?<! bi)(?<! con)(?<! dang) trong$")  # without accents "trong" may be no "trống"
_LACKS = either_way(f"{NOT}(?!\\S)|thiếu|khuyết")[False]
_UNSET = ("unset",)
_BY_ITSELF = (  # "thiếu kinh phí và hạn | chót tháng 6" is of a time, and no cell that is empty
    r"(?!(?: (?:chót|cuối|nộp|trong|vào|đến|tới|trước|sau|trên|dưới|từ|hơn|quá|khoảng|rơi))* (?:<p>|\d))"
)
_ALSO = either_way(
    rf" (?:hoặc|hay|và|lẫn)(?: (?:cột|ô|cả|thiếu|không có|chưa có))* (?:{FIELD})(?!\S)"
    rf"(?! (?:là|ghi|có|nào|dạng)){_BY_ITSELF}"
)
_INSIDE = ("trong cot ", "trong o ", "trong phan ")  # typed without accents "trong" is no "trống" before these


def _penniless(match: Match, text: Text) -> Iterator[Found]:
    """As in "không tốn đồng nào": no sum of money is named."""
    if text.listed:
        yield from _one(Constraint(Kind.BLANK, field="budget"), text.words(match), 4)


def _filled(match: Match, text: Text) -> Iterator[Found]:
    """As in "có thời hạn cụ thể": filled in."""
    name = next((name for name in FIELDS if match.groupdict().get(name)), "")
    kind = Kind.DATED if name == "deadline" and match.groupdict().get("exact") else Kind.BLANK
    if text.listed:
        yield from _one(Constraint(kind, field=name, include=kind is Kind.DATED), text.words(match), 3)


def _rhythm(match: Match, text: Text) -> Iterator[Found]:
    """As in "nhiệm vụ thường xuyên", "việc hằng quý"."""
    round_ = match.groupdict().get("round")  # "định kỳ": every day, week or month there is
    words = ("periodic", folded(match["each"] or "")) if match["each"] or round_ else ("ongoing",)
    include = not match.groupdict().get("no")
    if text.listed:
        yield from _one(Constraint(Kind.RHYTHM, words=words, include=include), text.words(match), 2 + 4 * (not include))


def _table(match: Match, text: Text) -> Iterator[Found]:
    yield from _one(Constraint(Kind.TABLE), text.words(match), 2)


def _beside_tables(match: Match, text: Text) -> Iterator[Found]:
    """As in "ngoài bảng ra", "ngoài cái đi kiểm tra trong bảng, …": what running text gives."""
    start, end = text.words(match)
    if _ANY_ROWS[text.typed].fullmatch(match["rows"]) or end in text.breaks:
        yield from _one(Constraint(Kind.TABLE, include=False), (start, end), 9)


_EACH = f"(?:các|những|mấy|cái|{WORK})"
_YET = "(?:nhưng|song|mà)(?: (?:lại|vẫn|thì))*"
_AT = "trong|ở|của|thuộc|về|bên|nằm"
_ANY_ROWS = either_way(rf"(?: (?:{_EACH}|{_AT}|nêu|ghi|có))*")  # "ngoài | các việc trong | phụ lục"
_MARKED = "(?:danh|hạng|chuyên|khoản) mục"  # heads a section too, but for "danh mục | nhiệm vụ"
_PART = rf"phần|{_MARKED}(?! (?:nhiệm vụ|công việc|việc)(?: |$))|(?<!danh )(?<!hạng )(?<!chuyên )(?<!khoản )mục"
_PART += "|lĩnh vực|mảng|nhóm|chương|nội dung"
_NO = rf"(?P<no>{NOT}(?: phải(?: là)?)? )?"
_REGULAR = "(?:định kỳ |đều đặn |đều |làm |theo )*"
_STEADY = "(?:mang tính |có tính )?(?:làm |đều đặn |đều |suốt )*"
_TIMES_OUT = "<p>(?:(?: và| với| lẫn| cùng| hoặc| hay| ,)?(?: cả)? <p>)*"
_OF_KIND = "(?:(?<=nào )|(?<=việc )|(?<=vụ )|(?<=dòng )|(?<=mà )|(?<=cái )|(?<=loại ))"
_ALONE = "(?= <|$| (?:và|hoặc|hay|mà|của|do|trong|thì|nào|gì|thôi|nhé|có|bỏ|khỏi|không|loại|trừ)(?!\\S))"
_ROUND = "(?:lặp đi lặp lại|định kỳ|lặp lại)"
_ENDS = "(?= <|$| và | mà )"
_TABLE = "(?:(?:trong|ở|theo|các|những|toàn bộ|tất cả|hai|ba|bốn) )*(?:bảng phụ lục|bảng|phụ lục|biểu|pl)"
_TIMES = r"(?: (?:(?:một|hai|ba|1|2|3) lần|đều|đều đặn))?(?: quanh năm)?"

_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:{DROP}|{EXCEPT}|{NOT} (?:đến|tới|có) hạn){OF_TIME} {_TIMES_OUT}{OUT}*", _without_period),
    (rf"{EXCEPT}(?: {_EACH})*(?: (?:{_AT}))* (?:{_PART})(?= (?P<said>[^<]+))", _without_section),
    (rf"{EMPTY}{LET} (?:{FIELD}){EXACT}?(?: nào| gì)?(?: (?:là )?{BARE_CELL})?", blank_cell),
    (rf"(?:có|đã ghi|có ghi|đã có|ghi) (?:{FIELD}){EXACT}", _filled),
    (rf"(?:có|đã ghi|có ghi|đã có|ghi) (?:{FIELD})(?= {_YET}(?: còn)? {EMPTY}(?!\S))", _filled),
    (rf"{_YET} (?:có|đã có|có ghi|đã ghi) (?:{FIELD})(?= (?:là|nào|gồm)|$)", _filled),
    (
        rf"(?<!không )(?:có|đã ghi|có ghi|đã có)(?: rõ)? (?:số )?(?P<budget>kinh phí|dự toán|tiền){EXACT}?{_ENDS}",
        _filled,
    ),
    (rf"{NOT} (?:tốn|mất|hết|chi|cần)(?: một| 1| đến| tới)? (?:đồng|xu|cắc)(?: nào)?", _penniless),
    (
        rf"{_NO}(?:{_STEADY}(?:thường xuyên|quanh năm)|{_REGULAR}(?:hằng|hàng|mỗi) (?P<each>{SPELLS}){_TIMES})",
        _rhythm,
    ),
    (
        rf"{_OF_KIND}{_NO}(?P<each>)(?:mang tính |có tính |theo |kiểu |làm )*(?P<round>{_ROUND}(?: {_ROUND})*){_ALONE}",
        _rhythm,
    ),
    (rf"(?P<each>{SPELLS}) nào cũng(?: phải| có| làm)*{_TIMES}", _rhythm),
    (rf"(?:(?:{_AT}) )*(?:{_PART})(?= (?P<said>[^<]+))", in_part),
    (_TABLE, _table),
    (rf"(?:{EXCEPT}|{NOT} (?:nằm|ghi|ở|thuộc))(?P<rows>(?: (?!<)[^ ]+){{0,6}}?) {_TABLE}{OUT}*", _beside_tables),
)
TYPED, BARE = compiled(_RULES)
