"""What is done with the rows of a question, and in which role its units are meant: in none where roles are compared."""

from collections.abc import Collection, Sequence

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.constraints import Operator
from knowledge.questions.cue_uses import gap
from knowledge.questions.cues import Cue
from knowledge.questions.fields_asked import counts_each_role, role_of, roles_beside
from knowledge.questions.plan_counts import compares_plans
from knowledge.questions.query import Intent
from knowledge.questions.rule_words import HOW_MANY
from knowledge.questions.spans import Spans
from knowledge.units.mentions import UnitMention


def operator_of(spans: Spans, intent: Intent) -> Operator:
    """What is done with the rows; two counts beside each other ("bao nhiêu …, bao nhiêu …") are two sides."""
    if intent is Intent.OVERVIEW:
        return Operator.SIDES if compares_plans(spans) else Operator.ROWS
    counts_rows = [c for c in spans.cues if "count" in c.kinds and not _heads_what_is_left_out(c, spans)]
    counted = [{*map(folded, spans.words[c.start : c.end])} & HOW_MANY for c in counts_rows]
    counts = max(sum(map(bool, counted)), sum(not many for many in counted))  # "đếm giúp em bao nhiêu việc" is one
    apart = sum(not constraint.either for constraint in spans.narrowing.where)
    several = (counts > 1 and apart > 1) or counts_each_role(spans) or _counts_each(spans)
    beside = several and spans.narrowing.operator is Operator.ROWS
    return Operator.SIDES if beside else spans.narrowing.operator


def _heads_what_is_left_out(count: Cue, spans: Spans) -> bool:
    """Whether "mấy việc" only leads to rows that are not wanted ("…, bỏ | mấy việc | ra báo cáo")."""
    out = (c for c in spans.narrowing.where if not c.include and folded(spans.words[c.start]) not in _PLAIN_NO)
    inside = any(c.start <= count.start < c.end or c.start == count.end for c in out)
    return inside or any(c.start <= count.start < c.end for c in spans.narrowing.where if not c.include)


_PLAIN_NO = frozenset({"khong", "chua", "chang", "cha"})  # "mấy việc | không thường xuyên" are counted


def _counts_each(spans: Spans) -> bool:
    """Whether behind each of several units, or times, it is asked how many ("phòng A mấy việc, phòng B mấy")."""
    bare = list(map(folded, spans.words))
    figures = [cue for cue in spans.cues if cue.kinds & {"count", "list", "share"}]
    figures = [cue for cue in figures if not _heads_what_is_left_out(cue, spans)]
    asked = {i for cue in figures for i in range(cue.start, cue.end) if bare[i] in HOW_MANY}
    of_rows = any(not cue.kinds.isdisjoint({"count", "list"}) for cue in figures)
    last = {len(bare) - 1} if bare[-1:] == ["may"] else set()
    return of_rows and any(_each_asks(sides, asked | last, bare) for sides in (spans.units, spans.periods))


def _each_asks(sides: Sequence[UnitMention | Period], asked: Collection[int], bare: Sequence[str]) -> bool:
    if len(sides) < _TWO:
        return False
    ends = [side.start for side in sides[1:]] + [len(bare)]
    joined = any(bare[side.start - 1] in _SHARED for side in sides[1:])
    return not joined and all(any(side.end <= at < end for at in asked) for side, end in zip(sides, ends, strict=True))


_TWO = 2
_SHARED = frozenset({"voi", "cung", "cua", "cho"})  # "phối hợp | với | phòng B mấy việc"


def role_asked(spans: Spans, intent: Intent) -> str | None:
    """In which role the units are meant; in none where their two roles are the sides, or others are asked for."""
    both = operator_of(spans, intent) is Operator.SIDES and roles_beside(spans)
    of_others = intent is Intent.DUE and _others_asked(spans)
    return None if both or of_others else role_of(spans)


def _others_asked(spans: Spans) -> bool:
    """Whether each role that is named is asked for ("Thanh tra quý I có việc nào, | đơn vị nào phối hợp")."""
    whos = [cue for cue in spans.cues if "who" in cue.kinds]
    roles = [cue for cue in spans.cues if cue.kinds & {"lead", "coordinate"}]
    return bool(spans.units and whos) and all(gap([role], whos) <= _NEAR for role in roles)


_NEAR = 1  # word between who and the role ("phối hợp | với | ai")
