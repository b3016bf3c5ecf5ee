"""Rules for what narrows the rows: times and topics left out, blank cells, rhythms, wordings, headings, tables.

Signs stand for what is known already: "<u0>" the first unit, "<p>" a time, "<lead>" and "<coordinate>" a role. Patterns
are written with accents; for a text without any they are compared without.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import dropwhile

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Span, Text, compiled, until_stop
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import (
    DROP,
    EMPTY,
    EXACT,
    EXCEPT,
    FIELD,
    FIELDS,
    LEFT_OUT,
    LET,
    NOT,
    OF_TIME,
    OUT,
    PAPERS,
    ROW_WORDS,
    WORK,
)


def _bare(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(folded, words))


def _one(constraint: Constraint, span: Span, score: float, units: Iterable[int] = ()) -> Iterator[Found]:
    made = Narrowing(where=(constraint.placed(*span, score),), units=frozenset(units))
    yield Found(made, *span, score)


def _without_period(match: Match, text: Text) -> Iterator[Found]:
    """As in "trừ quý 1", "bỏ mấy việc tháng 3 với tháng 4 ra": times stand alone or at the end."""
    start, end = text.words(match)
    out = [period for period in text.periods if start <= period.start < end]
    where = tuple(Constraint(Kind.DUE, period=period, include=False).placed(start, end, 5) for period in out)
    yield Found(Narrowing(where=where, units=frozenset(period.start for period in out)), start, end, 5)


def _without_section(match: Match, text: Text) -> Iterator[Found]:
    """As in "trừ mấy việc thuộc mảng đất đai": a heading of the plan that is left out."""
    for found in _section(match, text):
        (inside,) = found.narrowing.where
        yield from _one(replace(inside, include=False), (found.start, found.end), found.score + 3)


def _without_topic(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào không phải báo cáo", "trừ các việc về tập huấn"."""
    rest = until_stop(match["said"])
    outside = folded(match[0]).startswith("ngoai") and not folded(match[0]).startswith("ngoai tru")
    closed = rest.index("ra") if "ra" in rest and outside else 0  # "ngoài báo cáo ra"
    asked = len(rest) > 1 and _ASKED.search(match.string[: match.start()])
    of_others = asked or _OTHERS.search(match.string[match.end() :])
    if outside and not closed and match.start() and not of_others:
        return  # "tủ điện ngoài đường" is a place
    rest = rest[: closed or _LONGEST]
    end = len(rest) + bool(closed)
    rest = tuple(dropwhile(lambda word: folded(word) in _DOING, rest))
    start, _ = text.words(match)
    first, _ = text.words(match, "said")
    if rest and text.listed and not text.is_half(start) and first not in text.states:
        without = Constraint(Kind.TOPIC, words=_bare(rest), include=False, said=" ".join(rest))
        yield from _one(without, (start, first + end), 2)


_OTHERS = re.compile(r" (?:thì|thi|còn|con|nữa|nua|khác|khac)(?!\S)")  # behind what others than it are asked of
# "việc gì | ngoài dạy bơi"; one word behind it is a place: "ngoài trời"
_ASKED = re.compile(r"(?<!\S)(?:gì|nào|gi|nao|<lead>|<coordinate>) $|(?<!\S)(?:còn lại|con lai|khác|khac) ")
_LONGEST = 4  # words of a topic that is excluded
_DOING = frozenset({"di", "lam", "phai"})  # before it: "không phải đi làm báo cáo"
_ONLY = frozenset({"chỉ", "mỗi", "đúng", "chi"})


def blank_cell(match: Match, text: Text) -> Iterator[Found]:
    """As in "chưa ghi sản phẩm", "không có ngày cụ thể"."""
    name = next((name for name in FIELDS if match[name]), "")
    if not text.listed or match[0].startswith(_INSIDE) or (not text.typed and _IN.search(match[0])):
        return
    unset = _UNSET if {"định", "dinh"} & set(match[0].split()) else ()  # what admins are asked to set
    kind = Kind.DATED if name == "deadline" and (unset or match.groupdict().get("exact")) else Kind.BLANK
    said = Constraint(kind, field=name, words=unset if kind is Kind.DATED else (), include=kind is Kind.BLANK)
    yield from _one(said, text.words(match), 4)


_IN = re.compile(r"(?<! de)(?<! bo)(?<! bi)(?<! con)(?<! dang) trong$")  # without accents "trong" may be no "trống"
_UNSET = ("unset",)
_INSIDE = ("trong cot ", "trong o ", "trong phan ")  # typed without accents "trong" is no "trống" before these


def _filled(match: Match, text: Text) -> Iterator[Found]:
    """As in "có thời hạn cụ thể": filled in."""
    name = next((name for name in FIELDS if match.groupdict().get(name)), "")
    kind = Kind.DATED if name == "deadline" else Kind.BLANK
    if text.listed:
        yield from _one(Constraint(kind, field=name, include=kind is Kind.DATED), text.words(match), 3)


def _rhythm(match: Match, text: Text) -> Iterator[Found]:
    """As in "nhiệm vụ thường xuyên", "việc hằng quý"."""
    words = ("periodic", folded(match["each"])) if match["each"] else ("ongoing",)
    include = not match.groupdict().get("no")
    if text.listed:
        yield from _one(Constraint(Kind.RHYTHM, words=words, include=include), text.words(match), 2 + 4 * (not include))


def _wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "sản phẩm là Quyết định", "hạn ghi là theo quy định", "dùng kinh phí đào tạo"."""
    name = next((name for name in ("deadline", "budget") if match.groupdict().get(name)), "result")
    rest = until_stop(match["said"])
    asks = ROW_WORDS.issuperset(map(folded, rest))  # "tới hạn là việc nào" asks for the rows
    if rest and text.listed and not asks:
        start, _ = text.words(match)
        first, _ = text.words(match, "said")
        exact = bool(_ONLY & set(match[0].split()))
        quoted = (match[name], *rest) if name == "budget" and "kinh" not in match[name] else rest  # "ngân sách tỉnh"
        made = Constraint(Kind.WORDS, field=name, words=_bare(rest), exact=exact, said=" ".join(quoted))
        yield from _one(made, (start, first + len(rest)), 3)


def _other_wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "không có sản phẩm là báo cáo": rows whose product is worded otherwise."""
    for found in _wording(match, text):
        (inside,) = found.narrowing.where
        other = replace(found.narrowing, where=(replace(inside, include=False, exact=False),))
        yield replace(found, narrowing=other, score=found.score + 4)


def _section(match: Match, text: Text) -> Iterator[Found]:
    """As in "phần tài chính công": a heading of the plan."""
    said = folded(match["said"]).split()
    size = text.headings(said)
    if size > 1:
        start, _ = text.words(match)
        first, _ = text.words(match, "said")
        yield from _one(Constraint(Kind.SECTION, words=tuple(said[:size])), (start, first + size), 1 + size)


def _table(match: Match, text: Text) -> Iterator[Found]:
    yield from _one(Constraint(Kind.TABLE), text.words(match), 2)


_EACH = f"(?:các|những|mấy|cái|{WORK})"
_AT = "trong|ở|của|thuộc|về|bên|nằm"
_MARKED = "(?:danh|hạng|chuyên|khoản) mục"  # heads a section too, but for "danh mục | nhiệm vụ"
_PART = rf"phần|{_MARKED}(?! (?:nhiệm vụ|công việc|việc)(?: |$))|(?<!danh )(?<!hạng )(?<!chuyên )(?<!khoản )mục"
_PART += "|lĩnh vực|mảng|nhóm|chương|nội dung"
_SAYS = "chữ|kiểu|mỗi|đúng|chỉ|được|có|ghi|là|nêu|(?:để|đề)(?! nghị| xuất)|gồm|dạng|bằng|ra"
_SAID = "(?= (?P<said>.+))"
_NO = rf"(?P<no>{NOT}(?: phải(?: là)?)? )?"
_REGULAR = "(?:định kỳ |đều đặn |làm |theo )*"
_STEADY = "(?:mang tính |có tính )?"
_SPENDS = "dùng|sử dụng|lấy|từ|có|bằng"
_REACHES = "(?:kéo|dài|sang|qua|tới|đến|hạn|trong|của|vào|có|nào)"
_TIMES_OUT = "<p>(?:(?: và| với| lẫn| cùng| hoặc| hay| ,)?(?: cả)? <p>)*"
_SPELLS = "năm|quý|tháng|tuần|ngày"
_TIMES = r"(?: (?:(?:một|hai|ba|1|2|3) lần|đều|đều đặn))?"

_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:{DROP}|{EXCEPT}|{NOT} (?:đến|tới|có) hạn){OF_TIME} {_TIMES_OUT}{OUT}*", _without_period),
    (rf"(?:{_EACH} )*(?:{_REACHES} )*{_TIMES_OUT} {LEFT_OUT}", _without_period),
    (rf"\A{DROP}(?: {_EACH})+(?: (?:là|về))*(?= (?P<said>[^<]+?){OUT}+\Z)", _without_topic),
    (rf"{EXCEPT}(?: {_EACH})*(?: (?:{_AT}))* (?:{_PART})(?= (?P<said>[^<]+))", _without_section),
    (rf"{EXCEPT}(?: (?:là|về|{_EACH}))*(?= (?P<said>[^<]+))", _without_topic),
    (rf"{EMPTY}{LET} (?:{FIELD}){EXACT}?(?: nào| gì)?", blank_cell),
    (rf"(?:có|đã ghi|có ghi|đã có|ghi) (?:{FIELD}){EXACT}", _filled),
    (r"(?<!không )(?:có|đã ghi|có ghi|đã có) (?P<budget>kinh phí|dự toán|tiền)(?= <|$| và | mà )", _filled),
    (
        rf"{_NO}(?:{_STEADY}thường xuyên|{_REGULAR}(?:hằng|hàng|mỗi) (?P<each>{_SPELLS}){_TIMES})",
        _rhythm,
    ),
    (rf"(?P<each>{_SPELLS}) nào cũng(?: phải| có| làm)*{_TIMES}", _rhythm),
    (rf"(?:mà |có )?(?P<deadline>{FIELDS['deadline']}|tiến độ)(?: (?:{_SAYS})){{1,4}}{_SAID}", _wording),
    (rf"(?:mà |có )?(?P<result>{FIELDS['result']})(?: (?:{_SAYS})){{1,5}}{_SAID}", _wording),
    (rf"{NOT}(?: (?:có|ra|phải|ghi))* (?P<result>{FIELDS['result']}) (?:là|dạng|ghi|bằng){_SAID}", _other_wording),
    (rf"(?:mà |có )?(?P<result>{FIELDS['result']}) {NOT} (?:phải|ra|dạng)(?: (?:là|dạng|ra))*{_SAID}", _other_wording),
    (rf"(?:(?:{_SPENDS}) )+(?P<budget>{FIELDS['budget']}){_SAID}", _wording),
    (rf"{NOT} (?:phải )?(?:(?:{_SPENDS}|chi|do|là|thuộc) )*(?P<budget>{FIELDS['budget']}){_SAID}", _other_wording),
    (rf"(?<=ra )(?P<said>{PAPERS})", _wording),
    (rf"(?:(?:{_AT}) )*(?:{_PART})(?= (?P<said>[^<]+))", _section),
    (r"(?:(?:trong|ở|theo|các|những|toàn bộ|tất cả|hai|ba|bốn) )*(?:bảng|phụ lục|biểu|pl)", _table),
)
TYPED, BARE = compiled(_RULES)
