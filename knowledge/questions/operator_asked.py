"""What is done with the rows of a question, and in which role its units are meant: in none where roles are compared."""

import re

from knowledge.language.text import folded
from knowledge.questions.constraints import Operator
from knowledge.questions.counted_each import counts_each, heads_what_is_left_out
from knowledge.questions.cue_uses import gap
from knowledge.questions.fields_asked import asks_somebody, counts_each_role, role_of, roles_beside
from knowledge.questions.plan_counts import compares_plans
from knowledge.questions.query import Intent
from knowledge.questions.rule_words import BY, HOW_MANY
from knowledge.questions.spans import Spans


def operator_of(spans: Spans, intent: Intent) -> Operator:
    """What is done with the rows; two counts beside each other ("bao nhiêu …, bao nhiêu …") are two sides."""
    if intent is Intent.OVERVIEW:
        return Operator.SIDES if compares_plans(spans) else Operator.ROWS
    counts_rows = [c for c in spans.cues if "count" in c.kinds and not heads_what_is_left_out(c, spans)]
    counted = [{*map(folded, spans.words[c.start : c.end])} & HOW_MANY for c in counts_rows]
    counts = max(sum(map(bool, counted)), sum(not many for many in counted))  # "đếm giúp em bao nhiêu việc" is one
    apart = sum(not constraint.either for constraint in spans.narrowing.where)
    several = (counts > 1 and apart > 1) or counts_each_role(spans) or counts_each(spans)
    beside = (several and spans.narrowing.operator is Operator.ROWS) or _of_each_named(spans)
    return Operator.SIDES if beside else spans.narrowing.operator


def _of_each_named(spans: Spans) -> bool:
    """Whether rows are counted for each of the units that are named ahead ("Sở A với Sở B, mỗi bên mấy việc")."""
    if spans.narrowing.operator is not Operator.EACH or spans.narrowing.by != "unit" or len(spans.units) < _TWO:
        return False
    said = " ".join(map(folded, spans.words))
    found = _EACH_OF_THEM.search(said)
    return found is not None and said.count(" ", 0, found.start()) >= max(unit.end for unit in spans.units)


_TWO = 2
_EACH_OF_THEM = re.compile(rf"\b(?:moi|tung) (?:{folded(BY['unit'])})\b")


def role_asked(spans: Spans, intent: Intent) -> str | None:
    """In which role the units are meant; in none where their two roles are the sides, or others are asked for."""
    both = operator_of(spans, intent) is Operator.SIDES and roles_beside(spans)
    of_others = intent is Intent.DUE and _others_asked(spans)
    if both or of_others:
        return None
    return "lead" if _helped(spans) else role_of(spans)


def _helped(spans: Spans) -> bool:
    """Whether it is asked which units help the one that is named right behind ("hội nào phụ | Phòng A")."""
    begun = {unit.start for unit in spans.units if len(spans.units) == 1}
    bare = [*map(folded, spans.words)]
    helping = (cue for cue in spans.cues if "coordinate" in cue.kinds and asks_somebody(cue, spans.words))
    ends = {cue.end + (bare[cue.end : cue.end + 1] == ["cho"]) for cue in helping if bare[cue.end - 1] == "phu"}
    return not begun.isdisjoint(ends)


def _others_asked(spans: Spans) -> bool:
    """Whether each role that is named is asked for ("Thanh tra quý I có việc nào, | đơn vị nào phối hợp")."""
    whos = [cue for cue in spans.cues if "who" in cue.kinds]
    roles = [cue for cue in spans.cues if cue.kinds & {"lead", "coordinate"}]
    return bool(spans.units and whos) and all(gap([role], whos) <= _NEAR for role in roles)


_NEAR = 1  # word between who and the role ("phối hợp | với | ai")
