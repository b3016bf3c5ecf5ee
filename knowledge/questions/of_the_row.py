"""What is asked of a row in few words: what it brings ("xong thì phải ra cái gì"), and behind its answer also who else.

So is what it is done for, behind its answer ("làm vậy cốt để được gì", "mục đích của việc đó").

Where it is written ("nó ở mục nào") is asked of it as well.

Behind an answer of one row neither "gì" nor "các đơn vị" ask for a list, where no rows are spoken of ("nộp lên cái gì",
"kể tên các đơn vị phối hợp", "ngoài ra còn ai").
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.constraints import Kind, Operator
from knowledge.questions.cues import plain_words, soft_words
from knowledge.questions.lookup import Lookup
from knowledge.questions.once import once
from knowledge.questions.pointing import POINTING
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.spans import Spans
from knowledge.questions.unit_fit import names_a_kind
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import ANY_UNIT, bare_kinds


@once
def asked_of_the_row(spans: Spans) -> Intent | None:
    """What is asked of the row that was told, where only small words would tell of a list or of who chairs."""
    if not spans.earlier.of_row:
        return None
    bare = list(map(folded, spans.words))
    if alone := next((intent for intent, said in _ALONE.items() if said.fullmatch(" ".join(bare))), None):
        return alone
    units = [u for u in _named(spans) if not (_is_a_kind(bare[u.start : u.end]) or _with_who_has_it(spans, u))]
    other = any(not (c.kind is Kind.UNIT and c.include) for c in spans.narrowing.where)
    other = other or spans.narrowing.operator is not Operator.ROWS
    counted = spans.has("result") and spans.has("count") and not spans.has("share", "when", "table")
    told = units or spans.periods or other or spans.scope.named or (spans.has(*_OTHER) and not counted)
    rows = any(word in _ROWS for at, word in enumerate(bare) if at not in _pointed_at(spans) | _named_aim(bare))
    if told or rows:
        return None
    if _WHOSE.match(" ".join(bare)):
        return Intent.LEAD
    if counted and not any(b == a + 1 for a, b in pairwise(spans.rest)):
        return Intent.RESULT  # "lắp xong thì kết quả phải có | bao nhiêu cái | chạy được"
    said, facts = " ".join(bare), spans.has(*FACTS)
    return None if facts else _who_else(spans, said) or _aimed(spans, said) or _brought(spans, said)


_OPENS = r"(?:(?:the|vay|roi|va|u|ua|la|vay la) )*"
_KIND = rf"(?:{'|'.join(bare_kinds())})"
_WHOSE = re.compile(rf"{_OPENS}(?:cua|thuoc(?: ve)?) (?:ai|{_KIND} nao)(?: (?:vay|the|a|em|anh|chi|nhi|ha))*$")
_CLOSES = "(?: (?:thi sao|sao|vay|the|nua|a|em|anh|chi|nhi))*"
_WHOLE = "(?:(?:ca|toan) (?!viec|vu|no)|(?:ke hoach|xa|phuong|thi tran|huyen|quan|tinh|thanh pho|so|truong|don vi) )"
_POINTS = rf"(?:cho|cua|de lam) (?:(?!{_WHOLE})\w+ ){{0,3}}?(?:do|nay|ay|no|day)"
_SPENT = "(?:(?:ma|cho hoi|con|a) )*(?:kinh phi|du toan|ngan sach|tien|chi phi)"
_COST = re.compile(
    rf"{_OPENS}{_SPENT}(?:(?: (?:rieng|to chuc|thuc hien|lam))*(?: {_POINTS})?"
    rf"(?: (?:la|het|ton|can|duoc|cap|bo tri|du kien|khoang))* (?:bao nhieu|bn|may)(?: (?:tien|dong|trieu|ty))?)?"
    rf"{_CLOSES}"
)
_HOW_MANY = re.compile(rf"{_OPENS}(?:tat ca |tong cong |co )*(?:bao nhieu|may|bn) (?:cai|chiec){_CLOSES}")
_ALONE = {Intent.BUDGET: _COST, Intent.RESULT: _HOW_MANY}  # where that is all that is said
_TAIL = "(?:vay|khong|a|em|anh|chi|nhi|the|ha)"
_OTHER = ("when", "share", "count", "table", "duty", "overdue")
_ROWS = frozenset({"viec", "nhiem", "muc", "dong", "dau", "plan", "hoach"})  # of "việc", "nhiệm vụ", "đầu việc"


def _who_else(spans: Spans, said: str) -> Intent | None:
    """Who has a part in the row, asked for as a list, or as those beside who was told."""
    roles = [role for role in ("lead", "coordinate") if spans.has(role)]
    beside = any(_with_who_has_it(spans, unit) for unit in _named(spans))
    if (spans.has("list") or beside) and len(roles) == 1 and not spans.has("who", "check"):
        role = next(cue.start for cue in spans.cues if roles[0] in cue.kinds)
        kind = range(role - _KIND_WORDS, role) if beside else range(0)  # "mấy | phường | đi cùng với Phòng A"
        left = {folded(spans.words[i]) for i in spans.rest if i not in _pointed_at(spans) and i not in kind}
        return Intent(roles[0]) if left <= _KINDS | soft_words() else None
    return Intent.COORDINATE if not roles and (_ELSE.match(said) or _TAKES_PART.match(said)) else None


def _is_a_kind(bare: Sequence[str]) -> bool:
    return names_a_kind(bare) or _KINDS.issuperset(bare)


def _named(spans: Spans) -> list[UnitMention]:
    """The units that are named, those by which a list would be narrowed among them."""
    narrowing = (constraint for constraint in spans.narrowing.where if constraint.kind is Kind.UNIT)
    return [*spans.units, *(unit for constraint in narrowing for unit in constraint.units)]


def _with_who_has_it(spans: Spans, unit: UnitMention) -> bool:
    """Whether a unit is only said to be who has the row, beside whom others do it ("đi cùng với Sở Nội vụ")."""
    ahead = folded(spans.words[unit.start - 1]) if unit.start else ""
    return ahead in _WITH and any(not names.isdisjoint(spans.earlier.units) for names in unit.names.values())


_KIND_WORDS = 2
_WITH = frozenset({"voi", "cung"})


def _pointed_at(spans: Spans) -> set[int]:
    """Where a word points at the row, or at a thing of it, with the word before ("việc đó", "lớp ấy")."""
    back = {i for cue in spans.cues if "back" in cue.kinds for i in range(cue.start - 1, cue.end)}
    return back | {i for at, word in enumerate(spans.words) if word in POINTING for i in (at - 1, at)}


_TAKES_PART = re.compile(rf"{_OPENS}(?:\w+ ){{1,3}}nao (?:co |cung |duoc )?(?:tham gia|tham du)(?: {_TAIL})*$")
_KINDS = frozenset({"cac", "nhung", "ten", "phong", "ban", *" ".join(map(folded, ANY_UNIT)).split()})
_ELSE = re.compile(
    rf"{_OPENS}(?:(?:ngoai (?:ra|do) )?con|cung(?: voi)?) (?:nhung )?"
    rf"(?:ai|{_KIND}(?: nao)?)(?: (?:khac|nua|tham gia|{_TAIL}))*$"
)


def _aimed(spans: Spans, said: str) -> Intent | None:
    """What the row is done for, where nothing else is named; what has to be handed in is no aim ("để nộp gì")."""
    aims = _AIM.search(said)
    if aims is None or spans.has("who", "lead", "coordinate", "when") or not asks_aim(spans.words):
        return None
    first = len(said[: aims.start()].split())
    frame = {*range(first, first + len(aims[0].split())), *_pointed_at(spans)}
    left = {folded(spans.words[i]) for i in spans.rest if i not in frame}
    if not left <= _SMALL | soft_words() | plain_words("closing") | _IS_DONE:
        return None
    return Intent.TARGET if spans.has("objective") else Intent.PASSAGE


def asks_aim(words: Sequence[str]) -> bool:
    """Whether words ask what something is done for."""
    bare = list(map(folded, words))
    return bool(_AIM.search(" ".join(bare))) and _HANDED_IN.isdisjoint(bare)


def _named_aim(bare: Sequence[str]) -> set[int]:
    """Where the word for an aim stands, whose first half is no word for rows ("mục | đích")."""
    return {at for at, pair in enumerate(pairwise(bare)) if pair in _AIMS}


_AIMS = (("muc", "dich"), ("muc", "tieu"))
_HANDED_IN = frozenset({"nop", "trinh", "giao"})
_IS_DONE = frozenset({"lam", "man", "viec", "vu", "chuyen", "vay", "the", "do", "cua", "sao"})
_AIM = re.compile(
    r"\b(?:(?:muc dich|y nghia|loi ich)(?: gi)?|duoc (?:cai )?(?:loi|ich)(?: loc| ich)? gi"
    r"|(?:tai|vi) sao(?: phai| lai| can)?"
    r"|(?:cot|nham|de)(?: (?:de|nham|lam|duoc|dat|phuc vu|huong toi|giup|cho|co|cai|dieu|ty le)){0,4} (?:gi|chi))\b"
)


def _brought(spans: Spans, said: str) -> Intent | None:
    """What there is once the row is done; all of it, where nothing but "gì" is said."""
    if spans.has("who", "lead", "coordinate", "objective") or not (spans.has("list", "what") or _WHAT.search(said)):
        return None
    outcome_ = [*_OUTCOMES.findall(said), *_COMES_OUT.findall(said)]
    small = {word for phrase in outcome_ for word in phrase.split()} | soft_words() | _SMALL
    small |= plain_words("closing").intersection(map(folded, spans.words[-1:]))
    done = _done_first(said, spans.lookup) if outcome_ else range(0)
    if {folded(spans.words[i]) for i in spans.rest if i not in done} - small:
        return None
    return Intent.RESULT if outcome_ or spans.has("result") else Intent.GENERAL if spans.has("list") else None


def _done_first(said: str, lookup: Lookup) -> range:
    """Where words open a turn that only say when something comes out ("bắt | xong phải nộp gì", "nghiệm thu | thì …").

    One of the plans may name another row ("bơi xong có gì"), as two words may, and those with which a row begins.
    """
    found = _DONE_FIRST.match(said)
    words = found[1].split() if found else []
    other = lookup.begins_rows(words) if found and found[1] in _AT_LAST else len(words) > 1 or _is_known(words, lookup)
    if found is None or other or (found[1] not in _AT_LAST and found[2] == "thi"):
        return range(0)
    first = len(said[: found.start(1)].split())
    return range(first, first + len(words))


def _is_known(words: Sequence[str], lookup: Lookup) -> bool:
    return any(lookup.weight(word) for word in words)


_AT_LAST = frozenset({"nghiem thu", "ban giao", "hoan thanh", "hoan tat", "ket thuc", "tong ket", "thanh ly"})
_DONE_FIRST = re.compile(rf"{_OPENS}(?:(?:den|luc|khi) )?(\w+(?: \w+)?) (xong|roi|thi)\b")
_WHAT = re.compile(r"\b(?:gi|chi|(?:the|nhu|nhu the|lam) nao|(?:ra|lam) sao|sao moi|ntn)\b")
_OUTCOMES = re.compile(
    r"\b(?:ket qua|san pham|dau ra|nop|giao|trinh|ra duoc|hoan thanh|hoan tat|xong|cuoi cung|rot cuoc|rot cuc|trong tay"
    r"|the hien|dat|cu the)\b"
)
_COMES_OUT = re.compile(r"\b(\w+) ra (?:duoc |cai |nhung ){0,2}(?:gi|chi)\b")  # "đẻ ra cái gì", whichever verb
_SMALL = frozenset(
    {"ra", "duoc", "cai", "gi", "bang", "la", "thi", "co", "phai", "lai", "len", "can", "coi", "goi", "moi", "sao"}
    | {"yeu", "cau"}
)


def asks_where_written(words: Sequence[str]) -> bool:
    """Whether words ask under which heading something stands, and little else ("ghi cụ thể sao, ở mục nào")."""
    said = " ".join(words)
    typed = said != folded(said)
    return bool(_WRITTEN[typed].fullmatch(said))


_BESIDE = "nó|cái|câu|đoạn|chỗ|này|đó|ấy|vậy|thì|thế|là|được|có|ghi|nêu|nói|viết|cụ|thể|sao|ra|làm|nào|à|ạ|và|nằm"
_ENDING = "(?: (?:vậy|thế|ạ|em|nhỉ))*"
_WRITTEN = either_way(
    rf"(?:(?:{_BESIDE}) )*(?:ở|tại|trong|thuộc|chỗ) (?:mục|phần|trang|chương|điều|đoạn) (?:nào|mô|mấy){_ENDING}"
)
