"""A list of a unit that is widened to its whole office: "cả sở luôn đi", "thế toàn trường thì sao".

The unit and its role are left, everything else of the list is kept, and the plans are those of the rows that were shown
whose office is called so. Behind a list of one plan "tất cả các nơi" is all the plans.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.text import folded, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS
from knowledge.units.name_words import unit_kinds

_LEVELS = ("tỉnh", "huyện", "xã", "phường")
_ANY = ("cơ quan", "đơn vị", "phòng ban")
_PLACES = ("nơi", "bên", "chỗ")
_KINDS = "|".join(sorted((*unit_kinds(), *_LEVELS, *_ANY), key=len, reverse=True))
_ENDS = r"(?= (?:luôn|đi|nữa|thì|có|phải|làm|trong|tháng|quý|tuần|năm|nhé|hết)\b|[,.?!]|$)"
_WHOLE = either_way(
    rf"^(?P<opens>(?:(?:thế|vậy|còn|rồi|à|ừ|thôi|cho|lấy|giờ) )*)"
    rf"(?:cả|toàn bộ|toàn|tất cả|hết)(?: các)? (?P<kind>{_KINDS}){_ENDS}(?: (?:luôn|đi|nữa|hết|nhé))*"
)
_EVERYBODY = either_way(  # "việc giao cho tất cả các đơn vị" is of a group that the plan names so
    rf"^(?P<opens>(?:.* )?)(?<!giao )(?<!cho )(?<!do )(?:(?:của|lấy|tính|kể|xem|gom|cho|là) )*"
    rf"(?:(?:toàn bộ|tất cả|hết thảy|hết|(?<!tất )cả) (?:(?:các|mọi) )?|mọi )(?P<kind>{'|'.join((*_ANY, *_PLACES))})"
    r"(?= (?:luôn|đi|nữa|thì|có|trong|tháng|quý|tuần|năm|nhé|nha|hết)\b|[,.?!]|$)(?: (?:luôn|đi|nữa|hết|nhé))*"
)


def of_the_whole_office(text: str, before: Conversation, lookup: Lookup) -> tuple[str, Conversation]:
    """A text without the words for the whole office, and the conversation without the unit of its list.

    Both are as they were where no list of a unit was shown, or the office of no plan of it is called so: "cả tỉnh"
    widens no list of the plan of a "Sở … tỉnh".
    """
    query = before.query
    if query is None or query.intent not in LISTS or not (query.units or before.plans):
        return text, before
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    found = _WHOLE[accented].match(typed.lower()) or _EVERYBODY[accented].match(typed.lower())
    if found is None:
        return text, before
    every = not query.units and folded(found["kind"]) in map(folded, _PLACES)
    plans = _plans_of(folded(found["kind"]), shown_plans(before, lookup), lookup) if query.units else ()
    if not (plans or every):
        return text, before
    rest = f"{found['opens']}{typed[found.end() :].lstrip(' ,')}".strip()
    goes_on = rest if folded(rest.strip(" ?.!")) not in ("", "lay", "cho") else "thì sao"
    return goes_on, replace(before, query=replace(query, units=(), role=None), plans=plans)


def shown_plans(before: Conversation, lookup: Lookup) -> Sequence[str]:
    """The plans that were named before, or those of the rows that were shown."""
    shown = (lookup.snapshot.find(ref) for ref in before.shown)
    return before.plans or tuple(dict.fromkeys(citation.stem for citation in shown if citation))


def _plans_of(kind: str, stems: Sequence[str], lookup: Lookup) -> tuple[str, ...]:
    """Those plans that are of an office of a kind ("sở", "trường"), or all where any office is meant."""
    if kind in map(folded, (*_ANY, *_PLACES)):
        return tuple(stems)
    issuers = {loaded.stem: loaded.plan.heading.issuer or "" for loaded in lookup.snapshot.plans}
    return tuple(stem for stem in stems if _is_called(issuers.get(stem, ""), kind))


def _is_called(issuer: str, kind: str) -> bool:
    """Whether an office is of a kind by how its name begins; a committee is called by its level ("cả xã") as well."""
    name = folded(issuer)
    committee = _COMMITTEE.match(name)
    begun = (name, name[committee.end() :]) if committee else (name,)
    return any(f"{words} ".startswith(f"{kind} ") for words in begun)


_COMMITTEE = re.compile(r"(?:ubnd|uy ban nhan dan) ")
