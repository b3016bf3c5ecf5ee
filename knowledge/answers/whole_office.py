"""A list of a unit that is widened to its whole office: "cả sở luôn đi", "thế toàn trường thì sao".

The unit and its role are left, everything else of the list is kept, and the plan is that of the rows that were shown.
"""

from dataclasses import replace

from knowledge.language.text import folded, folded_tokens, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS
from knowledge.units.name_words import unit_kinds

_LEVELS = ("tỉnh", "huyện", "xã", "phường")
_ANY = ("cơ quan", "đơn vị", "phòng ban")
_KINDS = "|".join(sorted((*unit_kinds(), *_LEVELS, *_ANY), key=len, reverse=True))
_ENDS = r"(?= (?:luôn|đi|nữa|thì|có|phải|làm|trong|tháng|quý|tuần|năm|nhé|hết)\b|[,.?!]|$)"
_WHOLE = either_way(
    rf"^(?P<opens>(?:(?:thế|vậy|còn|rồi|à|ừ|thôi|cho|lấy|giờ) )*)"
    rf"(?:cả|toàn bộ|toàn|tất cả|hết)(?: các)? (?P<kind>{_KINDS}){_ENDS}(?: (?:luôn|đi|nữa|hết|nhé))*"
)


def of_the_whole_office(text: str, before: Conversation, lookup: Lookup) -> tuple[str, Conversation]:
    """A text without the words for the whole office, and the conversation without the unit of its list.

    Both are as they were where no list of a unit was shown, or no plan's office is called so.
    """
    query = before.query
    if query is None or not query.units or query.intent not in LISTS:
        return text, before
    typed = nfc(text)
    found = _WHOLE[typed.lower() != folded(typed)].match(typed.lower())
    if found is None or not _is_an_office(folded(found["kind"]), lookup):
        return text, before
    shown = (lookup.snapshot.find(ref) for ref in before.shown)
    plans = before.plans or tuple(dict.fromkeys(citation.stem for citation in shown if citation))
    rest = f"{found['opens']}{typed[found.end() :].lstrip(' ,')}".strip()
    goes_on = rest if rest.strip(" ?.!") else "thì sao"
    return goes_on, replace(before, query=replace(query, units=(), role=None), plans=plans)


def _is_an_office(kind: str, lookup: Lookup) -> bool:
    """Whether a plan is of an office of a kind ("sở", "trường"), or any office is meant."""
    said = kind.split()
    issuers = (folded_tokens(loaded.plan.heading.issuer or "") for loaded in lookup.snapshot.plans)
    return kind in map(folded, _ANY) or any(
        issuer[at : at + len(said)] == said for issuer in map(list, issuers) for at in range(len(issuer))
    )
