"""What is asked of a row in few words: what it brings ("xong thì phải ra cái gì"), and behind its answer also who else.

Behind an answer of one row neither "gì" nor "các đơn vị" ask for a list, where no rows are spoken of ("nộp lên cái gì",
"kể tên các đơn vị phối hợp", "ngoài ra còn ai").
"""

import re

from knowledge.language.text import folded
from knowledge.questions.cues import soft_words
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.spans import Spans
from knowledge.questions.unit_fit import names_a_kind
from knowledge.units.name_words import ANY_UNIT, unit_kinds


def asked_of_the_row(spans: Spans) -> Intent | None:
    """What is asked of the row that was told, where only small words would tell of a list or of who chairs."""
    bare = list(map(folded, spans.words))
    units = [unit for unit in spans.units if not names_a_kind(bare[unit.start : unit.end])]
    told = units or spans.periods or spans.narrowing.where or spans.scope.named or spans.has(*_OTHER)
    if told or not spans.earlier.of_row or _ROWS.intersection(bare):
        return None
    if _WHOSE.match(" ".join(bare)):
        return Intent.LEAD
    return None if spans.has(*FACTS) else _who_else(spans, " ".join(bare)) or _brought(spans, " ".join(bare))


_OPENS = r"(?:(?:the|vay|roi|va|u|ua|la|vay la) )*"
_KIND = rf"(?:{'|'.join(map(folded, unit_kinds()))})"
_WHOSE = re.compile(rf"{_OPENS}(?:cua|thuoc(?: ve)?) (?:ai|{_KIND} nao)(?: (?:vay|the|a|em|anh|chi|nhi|ha))*$")
_OTHER = ("when", "share", "count", "table", "duty", "overdue")
_ROWS = frozenset({"viec", "nhiem", "muc", "dong", "dau", "plan", "hoach"})  # of "việc", "nhiệm vụ", "đầu việc"


def _who_else(spans: Spans, said: str) -> Intent | None:
    """Who has a part in the row, asked for as a list, or as those beside who was told."""
    roles = [role for role in ("lead", "coordinate") if spans.has(role)]
    if spans.has("list") and len(roles) == 1 and not spans.has("who", "check"):
        left = {folded(spans.words[i]) for i in spans.rest}
        return Intent(roles[0]) if left <= _KINDS | soft_words() else None
    return Intent.COORDINATE if _ELSE.match(said) and not roles else None


_KINDS = frozenset({"cac", "nhung", "ten", "phong", "ban", *" ".join(map(folded, ANY_UNIT)).split()})
_ELSE = re.compile(
    rf"{_OPENS}(?:(?:ngoai (?:ra|do) )?con|cung(?: voi)?) (?:nhung )?"
    rf"(?:ai|{_KIND}(?: nao)?)(?: (?:khac|nua|tham gia|vay|khong|a|em|anh|chi|nhi))*$"
)


def _brought(spans: Spans, said: str) -> Intent | None:
    """What there is once the row is done; all of it, where nothing but "gì" is said."""
    if spans.has("who", "lead", "coordinate", "objective") or not (spans.has("list", "what") or _WHAT.search(said)):
        return None
    outcome_ = _OUTCOMES.findall(said)
    small = {word for phrase in outcome_ for word in phrase.split()} | soft_words() | _SMALL
    if {folded(spans.words[i]) for i in spans.rest} - small:
        return None
    return Intent.RESULT if outcome_ or spans.has("result") else Intent.GENERAL if spans.has("list") else None


_WHAT = re.compile(r"\b(?:gi|chi)\b")
_OUTCOMES = re.compile(
    r"\b(?:ket qua|san pham|dau ra|nop|giao|trinh|ra duoc|hoan thanh|hoan tat|xong|cuoi cung|rot cuoc|rot cuc|trong tay"
    r"|the hien|phai dat|cu the)\b"
)
_SMALL = frozenset({"ra", "duoc", "cai", "gi", "bang", "la", "thi", "co", "phai", "lai", "len"})
