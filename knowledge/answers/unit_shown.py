"""A unit that is not named once more: "phòng đó", "họ", "việc của tổ", "còn bên Tài chính" behind "Sở Tư pháp".

Who is meant stands in the turn before: who was named there, in a list or in what was to be confirmed, else who has the
row that was shown, in the role that was asked before the others. Where nobody is meant the list says that it is of all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.language.text import folded, folded_tokens, nfc
from knowledge.model import Task
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS, Intent, Query
from knowledge.questions.rule_words import COUNTS
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import ANY_UNIT, head_of, unit_kinds

_Names = tuple[str, ...]
_KINDS = "|".join(unit_kinds())
_POINTS = either_way(rf"(?<!\S)(?P<kind>{_KINDS})(?: (?P<role>chủ trì|phối hợp))? (?:đó|ấy|này|kia|đấy|nớ)(?!\S)")
_THEY = re.compile(r"(?<!\S)(?<!dòng )họ(?! (?:tên|hàng|tộc|đạo|và)\b)(?!\S)")  # without accents it is another word
_ENDS = r"(?= (?:cho|giúp|với|nhé|đi|trong|tháng|quý|tuần|năm|đến|từ|có|còn|thì|là)\b|[,.?!]|$)"
_OF = either_way(rf"(?<!\S)(?:của|cho|giao) (?:(?:cả )?(?:hai|ba|2|3) )?(?P<kind>{_KINDS}){_ENDS}")
_DOES = "(?:chủ trì|phối hợp|phải|có|làm|việc)"
_ALSO = either_way(
    rf"(?:(?:^(?:(?:vậy|thế|rồi|ngoài ra|cả|hai|ba|2|3) )*|(?<=việc )|(?<=việc nào ))(?!{'|'.join(ANY_UNIT)})"
    rf"|(?<!\S)(?<!các )(?<!mỗi )(?<!những )(?=(?:{_KINDS}) còn ))"
    rf"(?P<kind>{_KINDS})(?= (?:còn )?{_DOES}(?: (?!không)|$))"
)
_COUNTED = re.compile(rf"(?<!\S)(?:ca )?(?P<size>{'|'.join(COUNTS)}|[2-5]) $")
_SHORT = 5  # words of a name without its kind


def with_unit_shown(text: str, before: Conversation, lookup: Lookup) -> str:
    """The text with the unit's name where it is pointed at; the same where nothing was shown that has such a unit."""
    text = nfc(text)  # so that it stays as long without its accents, and a match has the same place in both
    for match, named in _pointing(text):
        said = {name: folded(word) for name, word in match.groupdict().items() if word}
        start = match.start("kind") if said else match.start()
        if match.re is _THEY and _just_named(text[:start], lookup):
            continue
        ahead = _COUNTED.search(folded(text)[:start]) if said else None
        talked = _talked(before, lookup, said.get("role", ""))
        fit = list(_called(talked, said.get("kind", folded(ANY_UNIT[0])), named=named))
        if fit:
            size = _size(ahead["size"]) if ahead else 0
            names = next((names for at, names in fit if not at or len(names) == size), fit[0][1])
            return f"{text[: ahead.start() if ahead else start]}{' và '.join(names)}{text[match.end() :]}"
    return text


def _just_named(ahead: str, lookup: Lookup) -> bool:
    """Whether a unit was named right before, with no part of its own ("Sở A thì sao, mấy việc có | họ | phụ")."""
    named = _NAMED.search(folded(ahead))
    return named is not None and bool(lookup.units.find(folded_tokens(named["who"])))


_PART = (
    "(?:chu tri|phoi hop|lam|lo|nho|phu|ngoai|tru|voi|em|toi|tui|minh|anh|chi(?! cuc)|chau|bac)"  # or the speaker's own
)
_NAMED = re.compile(rf"(?:^|[,;.?] *)(?P<who>(?:(?!\b{_PART}\b)[^,;.?])+),(?:(?!\b{_PART}\b)[^,;.?])*$")


def saying_nobody(query: Query, text: str, lookup: Lookup) -> Query:
    """The query of a list that says that a unit was pointed at, where it is of no unit and nobody was meant.

    "Việc của sở" points at nobody either, but where a plan is of such an office.
    """
    units = query.units or any(constraint.units for constraint in query.where)
    if query.intent not in LISTS or units or query.scope.named or query.row:
        return query
    for match, named in _pointing(nfc(text)):
        if named and _may_be_all(folded(match["kind"]), lookup):
            continue
        whom = match["kind"] if named else match[0]
        topic = () if set(map(folded, query.topic)) <= set(folded(whom).split()) else query.topic
        return replace(query, topic=topic, firm=min(query.firm, len(topic)), unread=(*query.unread, whom))
    return query


def _may_be_all(kind: str, lookup: Lookup) -> bool:
    """Whether all rows of a plan may be meant, as its office is called so."""
    offices = (folded(loaded.plan.heading.issuer or "") for loaded in lookup.snapshot.plans)
    return kind in map(folded, ANY_UNIT) or any(re.match(rf"{kind}\b", office) for office in offices)


def _pointing(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Where a text points at a unit, and whether it has to be one that was named: "của đơn vị" points at no row."""
    typed = text.lower() != folded(text)
    said = text.lower() if typed else folded(text)
    for pattern in (_POINTS[typed], _THEY, _OF[typed], _ALSO[typed]):
        if match := pattern.search(said):
            yield match, pattern in (_OF[typed], _ALSO[typed])


def _size(said: str) -> int:
    return COUNTS[said] if said in COUNTS else int(said)


def with_unit_called(query: Query, before: Conversation, lookup: Lookup) -> Query:
    """The query with the unit that is called by the rest of its name, where the list before was of one of its kind."""
    goes_on = query.again and before.intent in LISTS and 0 < len(query.topic) <= _SHORT
    if not goes_on or query.units or query.asks or query.scope.named:
        return query
    kinds = {folded(head_of(folded(name)) or "") for name in _of_units(before.query.units if before.query else ())}
    for kind in filter(None, kinds):
        if names := lookup.units.whole(" ".join((kind, *query.topic))):
            unit = UnitMention(0, 0, (kind, *map(folded, query.topic)), names)
            return replace(query, units=(unit,), topic=(), strange_unit=None)
    return query


def asks_who(query: Query) -> bool:
    """Whether somebody or a cell of a row is asked for, and no list of who is pointed at ("họ làm với ai")."""
    other = any(not _ASKED.isdisjoint(cue.kinds) for cue in query.cues)
    return bool(query.asks) and (other or Intent.COORDINATE in query.asks)


_ASKED = frozenset({"who", "whom", "when", "result"})


def _called(talked: Iterable[_Names], kind: str, *, named: bool) -> Iterator[tuple[int, _Names]]:
    """What is called so of the units talked of, and how far off it was talked of.

    Args:
        named: whether "đơn vị" is only a unit that was named.
    """
    any_kind = kind in map(folded, ANY_UNIT)
    for at, units in enumerate(talked):
        names = tuple(name for name in units if any_kind or re.match(rf"{kind}\b", folded(name)))
        if names and not (named and any_kind and at):
            yield at, names


def _talked(before: Conversation, lookup: Lookup, role: str) -> Iterator[_Names]:
    """The units talked of: who was named, then who has the row that was shown; of a role only those who have it so."""
    query = before.query
    citation = lookup.snapshot.find(before.shown[0]) if before.shown else None
    item = citation.item if citation else None
    lead, coordinate = (item.lead, item.coordinate) if isinstance(item, Task) else ((), ())
    if role:
        yield lead if role == "chu tri" else coordinate
        return
    told = query is not None and any("who" in cue.kinds for cue in query.cues)  # then the answer names who is meant
    named = (*(said.unit for said in query.claim.units), *query.units) if query and query.claim else ()
    yield _of_units(named or (query.units if query and not (told and item) else ()))
    if query and Intent.COORDINATE in query.asks[:1]:
        said = _of_units(query.units)
        yield tuple(name for name in coordinate if name in said) or coordinate
    yield lead
    yield coordinate
    yield (*lead, *coordinate)  # "hai phòng đó" of the chair and one that helps


def _of_units(units: Iterable[UnitMention]) -> _Names:
    """Their printed names, of those that differ in capitals only one."""
    every = sorted({name for unit in units for names in unit.names.values() for name in names})
    return tuple({folded(name): name for name in every}.values())
