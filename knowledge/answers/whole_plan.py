"""A list of one part of a plan that is widened to all of it: "thế cả bảng phụ lục thì tổng cộng bao nhiêu".

The heading is left, and all else of the list is kept: its units, its role, its time, and the plans of its rows.
Where it is ranked who has the most rows of it, the units of the list are left, too.
"""

from dataclasses import replace

from knowledge.answers.whole_office import shown_plans
from knowledge.language.text import folded, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.constraints import Kind
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS
from knowledge.questions.rule_words import WORK
from knowledge.units.name_words import unit_kinds

_PLANS = "kế hoạch|kh|văn bản"
_TABLES = "phụ lục|danh mục|bảng"
_PAPER = "(?: (?:cái|quyển|cuốn|tờ|bản|bảng|bộ))*"
_LEADS = "(?:(?:tính|kể|gộp|xét|đếm|trong|trên|ở|chung|luôn|cho|của|nếu) )*"
_ENDS = r"(?: (?:này|đó|ấy|luôn|đi|nữa|thôi))*(?![^\s,.?!])(?! (?:của|năm|số|tỉnh|ai|nào|\d))"
_WHOLE = either_way(
    rf"(?<!\S){_LEADS}(?:cả|toàn bộ|toàn|hết|nguyên|trọn){_PAPER} (?:(?P<table>{_TABLES})|{_PLANS}){_ENDS}"
)
_UNITS = "|".join(kind for kind in unit_kinds() if kind != "quỹ")  # "quy nao" is rather "quý nào"
_RANKED = either_way(rf"(?<!\S)(?:ai|(?:{_UNITS}) nào) (?:.+ )?(?:nhiều|ít)(?: \S+){{0,2}}? nhất(?!\S)")
_ROWS = either_way(rf"\b(?:{WORK}|mấy|bao nhiêu|bn|nhiêu|chủ trì|phối hợp|thì sao|tổng)\b")


def of_the_whole_plan(text: str, before: Conversation, lookup: Lookup) -> tuple[str, Conversation]:
    """A text without the words for the whole plan, and the conversation without the part that its list was of.

    Both are as they were where no list of one part, or of units, was shown.
    """
    query = before.query
    parts = query is not None and any(one.kind is Kind.SECTION and one.include for one in query.where)
    if query is None or not (parts or query.units) or query.intent not in LISTS:
        return text, before
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    found = _WHOLE[accented].search(typed.lower())
    if found is None or not _ROWS[accented].search(typed.lower()):
        return text, before
    ranked = _RANKED[accented].search(typed.lower(), found.end())
    if not (parts or ranked):
        return text, before
    inside = "trong phụ lục" if found["table"] else ""
    kept = tuple(one for one in query.where if one.kind is not Kind.SECTION)
    rest = f"{typed[: found.start()]} {inside} {typed[found.end() :]}"
    plans = tuple(shown_plans(before, lookup))
    query = replace(query, where=kept, units=() if ranked else query.units, role=None if ranked else query.role)
    return " ".join(rest.split()), replace(before, query=query, plans=plans)
