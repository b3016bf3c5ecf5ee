"""Rules for a section by its mark ("mục IV", "phần thứ hai"), and for a row by its place there: "việc số 3 mục 2".

So is the running text, where it is set apart from the table ("phần lời văn", "giao bằng lời").

A section is said by its mark, in Roman or other figures; the number is the printed one, or the place within the section
where none is printed so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from knowledge.language.numerals import bare_ordinals, ordinals, roman
from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import JOINS


def _in_section(match: Match, text: Text) -> Iterator[Found]:
    span, number = text.words(match), _value(match["number"])
    mark = _mark(match["mark"], text)
    section = Constraint(Kind.SECTION, words=(mark,), said=mark.upper())
    place = Constraint(Kind.PLACE, words=(number,))
    yield Found(Narrowing(where=(section.placed(*span), place.placed(*span))), *span, 12)


def _marked(match: Match, text: Text) -> Iterator[Found]:
    """As in "mục IV chế độ công vụ", "mục bảy chỉ đạo điều hành": the mark of a heading, and words of it."""
    said = folded(match["said"]).split()
    size = text.headings(said[1:])
    start, _ = text.words(match)
    first, _ = text.words(match, "said")
    if words := _heading(match, said, size if size > 1 else 0, text):
        section = Constraint(Kind.SECTION, words=words, said=" ".join((words[0].upper(), *words[1:])))
        told = 2 if tuple(said[:2]) in _AT_AN_END else 1 + (size if size > 1 else 0)
        end, score = first + told, 4 + size
        yield Found(Narrowing(where=(section.placed(start, end, score),)), start, end, score)


def in_part(match: Match, text: Text) -> Iterator[Found]:
    """As in "phần tài chính công": a heading of the plan, or one of two side by side ("mảng tuyển sinh, đào tạo")."""
    said = folded(match["said"]).split()
    size = text.headings(said)
    if size < _TOLD:
        return
    start, _ = text.words(match)
    first, _ = text.words(match, "said")
    parts = [Constraint(Kind.SECTION, words=tuple(said[:size])).placed(start, first + size, 1 + size)]
    begin = size + (not _JOINT.isdisjoint(said[size : size + 1]))
    end = begin + text.headings(said[begin:])
    closed = said[end] in _CLOSES if end < len(said) else match.end("said") == len(match.string)
    if end - begin >= _TOLD and closed:
        other = Constraint(Kind.SECTION, words=tuple(said[begin:end]), either=True)
        parts.append(other.placed(first + begin, first + end, 1 + end))
    yield Found(Narrowing(where=tuple(parts)), start, parts[-1].end, parts[-1].score)


_TOLD = 2  # words of a heading that tell it
_JOINT = JOINS | {",", "hoac", "hay"}
_CLOSES = frozenset({",", "co", "gom", "thi", "la", "trong", "cua"})


def _heading(match: Match, said: Sequence[str], size: int, text: Text) -> tuple[str, ...]:
    """The words by which a heading is told: its mark; a figure only with words, as rows are numbered so too."""
    lettered = _LETTER.fullmatch(said[0]) and (text.listed or not folded(match[0]).startswith("nhom"))
    if _ROMAN.fullmatch(said[0]) or (lettered and text.headings((said[0],))):  # "bệnh nhóm A" may be of a row
        return (said[0],)
    if end := _AT_AN_END.get(tuple(said[:2])):
        return _first_or_last(end, text) if text.listed else ()
    value, typed = _value(said[0]), match["said"].split()[0]
    numbered = said[0].isdigit() or (typed in (*ordinals(), *bare_ordinals()) and tuple(said[:2]) not in _NO_NUMBER)
    if not (text.listed and numbered and value.isdigit()):
        return ()
    sign = _mark(said[0], text)
    told = size or match["thing"] or (not said[0].isdigit() and not folded(match[0]).startswith("nhom"))
    if sign != value:
        return (sign,) if told else ()
    return (value, *said[1 : 1 + size]) if size and text.headings((value, *said[1:])) > size else ()


def _first_or_last(end: str, text: Text) -> tuple[str, ...]:
    """The mark of the first or the last heading, where they have Roman ones."""
    marks = [*takewhile(lambda mark: text.headings((mark,)), (roman(at).lower() for at in range(1, _MOST)))]
    return (marks[0 if end == "first" else -1],) if marks else ()


_AT_AN_END: dict[tuple[str, ...], str] = {("dau", "tien"): "first", ("cuoi", "cung"): "last"}
_MOST = 30  # headings
_NO_NUMBER = {("mot", "cua"), ("mot", "so"), ("mot", "vai")}  # "phần | một cửa", "mục | một số việc"


def _value(said: str) -> str:
    """A number in figures."""
    return str(bare_ordinals().get(folded(said), said))


def _mark(said: str, text: Text) -> str:
    """The mark as the headings have it: "mục 2" is "II" where they are numbered so."""
    value = _value(said)
    sign = roman(int(value)).lower() if value.isdigit() else value
    return sign if text.headings((sign,)) else value


def _in_text(match: Match, text: Text) -> Iterator[Found]:
    """What running text gives, and no table."""
    start, end = text.words(match)
    running = Constraint(Kind.TABLE, include=False).placed(start, end)
    yield Found(Narrowing(where=(running,)), start, end, _TEXT_ALONE)


_TEXT_ALONE = 5
_ROMAN = re.compile(r"[ivx]{1,4}")
_LETTER = re.compile("[abcegh]")  # "d" may be "đ" as well
_THING = "(?:stt|số thứ tự|dòng|nhiệm vụ|việc|công việc|đầu việc|nv|ý|hàng)"
_PART = "(?:mục|phần|chương|nhóm)"
_SPELLED = "|".join(sorted(ordinals(), key=len, reverse=True))
_NUMBER = rf"(?:(?:số|thứ) )?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*|(?<=thứ )(?:{_SPELLED}))"
_MARK = rf"(?:(?:số|thứ) )?(?P<mark>[ivx]{{1,4}}|\d{{1,2}}|(?<=thứ )(?:{_SPELLED}))"
_IN = "(?:trong|ở|theo|tại|nêu|nằm|của|thuộc)"
_GIVEN = "(?:<lead>|phân công|giao|giao việc|viết|nói|ghi|nêu)"
_BEHIND = "(?=$| <|,| (?:của|trong|kế|kh|thì|giao|có|nói|ghi|nêu|viết|phân|là|ấy|đó|mà|bắt|yêu|đơn|bên)(?!\\S))"
_TEXT = f"(?:{_IN} )*(?:phần|đoạn|chỗ) (?:{_GIVEN} )?(?:bằng )?(?:lời văn|văn xuôi|lời|chữ|văn)(?: chữ)? ?{_BEHIND}"
_RULES: tuple[tuple[str, Rule], ...] = (
    (_TEXT, _in_text),
    (f"{_GIVEN} bằng (?:lời văn|lời|chữ|văn xuôi)", _in_text),
    (rf"{_THING} {_NUMBER}(?: (?:của|ở|trong|thuộc|tại))* {_PART} {_MARK}", _in_section),
    (r"(?:(?:trong|ở|của|thuộc|về) )*(?:(?P<thing>phần|chương)|mục|nhóm)(?: số| thứ)?(?= (?P<said>[^<]+))", _marked),
    (rf"{_PART} {_MARK}(?: (?:thì|có|,))* {_THING} {_NUMBER}", _in_section),
)
TYPED, BARE = compiled(_RULES)
