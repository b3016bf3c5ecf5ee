"""Rules for units that are left out ("trừ Văn phòng Sở", "chủ trì chứ không phải Thanh tra"), and that rows name."""

from collections.abc import Iterator

from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import DROP, EXCEPT, NOT, OUT, WORK


def without_unit(match: Match, text: Text) -> Iterator[Found]:
    """Rows that units have no part in: "trừ Văn phòng Sở", "không do Thanh tra chủ trì", "Thanh tra không chủ trì"."""
    role, span, units = (match.groupdict().get("role") or "").strip("<> "), text.words(match), text.units_in(match)
    score = 6 + bool(role)
    without = [Constraint(Kind.UNIT, units=(unit,), role=role, include=False).placed(*span, score) for unit in units]
    yield Found(Narrowing(where=tuple(without), units=frozenset(unit.start for unit in units)), *span, score)


def naming_unit(match: Match, text: Text) -> Iterator[Found]:
    """Rows that name units in a role: "chỗ nào ghi UBND cấp xã chủ trì"."""
    role, span, units = match["role"].strip("<> "), text.words(match), text.units_in(match)
    named = tuple(Constraint(Kind.UNIT, units=(unit,), role=role).placed(*span, _NAMES) for unit in units)
    yield Found(Narrowing(where=named, units=frozenset(unit.start for unit in units)), *span, _NAMES)


_NAMES = 7
UNITS = "<u\\d+>(?:(?: và| hoặc| hay| với| lẫn| ,)?(?: cả)? <u\\d+>)*"
_ROLE = "(?P<role> <lead>| <coordinate>)"
NO = "(?:không|chẳng|chả)"
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{EXCEPT}(?: (?!<u|,)[^ ]+){{0,2}}? {UNITS}{_ROLE}?(?: ra)?", without_unit),
    (rf"(?P<role><lead>|<coordinate>)(?: chứ| mà) {NO}(?: phải| thuộc)?(?: của| do| là)* {UNITS}", without_unit),
    (rf"{DROP}(?: (?!<u)[^ ]+){{0,4}}? {UNITS}{_ROLE}?{OUT}+", without_unit),
    (rf"\A{DROP}(?: (?:các|những|mấy|hết|phần|của|{WORK}))* {UNITS}{_ROLE}?\Z", without_unit),
    (rf"(?:chỗ|dòng|mục|ô|đoạn) nào (?:có )?ghi(?: là)? {UNITS}(?: cùng)?{_ROLE}", naming_unit),
    (rf"<u\d+> {NOT}(?: phải| được| có)?{_ROLE}", without_unit),
)
TYPED, BARE = compiled(_PATTERNS)
