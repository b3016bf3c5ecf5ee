"""Rules for a row by its place in a section: "việc số 3 mục 2", "nhiệm vụ thứ hai của phần III", "mục 2 dòng 3".

A section is said by its mark, in Roman or other figures; the number is the printed one, or the place within the section
where none is printed so.
"""

from collections.abc import Iterator

from knowledge.language.numerals import bare_ordinals, ordinals, roman
from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import Constraint, Kind, Narrowing


def _in_section(match: Match, text: Text) -> Iterator[Found]:
    span, number = text.words(match), _value(match["number"])
    mark = _mark(match["mark"], text)
    section = Constraint(Kind.SECTION, words=(mark,), said=mark.upper())
    place = Constraint(Kind.PLACE, words=(number,))
    yield Found(Narrowing(where=(section.placed(*span), place.placed(*span))), *span, 12)


def _value(said: str) -> str:
    """A number in figures."""
    return str(bare_ordinals().get(folded(said), said))


def _mark(said: str, text: Text) -> str:
    """The mark as the headings have it: "mục 2" is "II" where they are numbered so."""
    value = _value(said)
    sign = roman(int(value)).lower() if value.isdigit() else value
    return sign if text.headings((sign,)) else value


_THING = "(?:stt|số thứ tự|dòng|nhiệm vụ|việc|công việc|đầu việc|nv|ý|hàng)"
_PART = "(?:mục|phần|chương|nhóm)"
_SPELLED = "|".join(sorted(ordinals(), key=len, reverse=True))
_NUMBER = rf"(?:(?:số|thứ) )?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*|(?<=thứ )(?:{_SPELLED}))"
_MARK = rf"(?:(?:số|thứ) )?(?P<mark>[ivx]{{1,4}}|\d{{1,2}}|(?<=thứ )(?:{_SPELLED}))"
_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"{_THING} {_NUMBER}(?: (?:của|ở|trong|thuộc|tại))* {_PART} {_MARK}", _in_section),
    (rf"{_PART} {_MARK}(?: (?:thì|có|,))* {_THING} {_NUMBER}", _in_section),
)
TYPED, BARE = compiled(_RULES)
