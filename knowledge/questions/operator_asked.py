"""What is done with the rows of a question, and in which role its units are meant: in none where roles are compared."""

from knowledge.questions.constraints import Operator
from knowledge.questions.fields_asked import counts_each_role, role_of, roles_beside
from knowledge.questions.plan_counts import compares_plans
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans


def operator_of(spans: Spans, intent: Intent) -> Operator:
    """What is done with the rows; two counts beside each other ("bao nhiêu …, bao nhiêu …") are two sides."""
    if intent is Intent.OVERVIEW:
        return Operator.SIDES if compares_plans(spans) else Operator.ROWS
    counts = sum("count" in cue.kinds for cue in spans.cues)
    several = (counts > 1 and len(spans.narrowing.where) > 1) or counts_each_role(spans)
    beside = several and spans.narrowing.operator is Operator.ROWS
    return Operator.SIDES if beside else spans.narrowing.operator


def role_asked(spans: Spans, intent: Intent) -> str | None:
    """In which role the units are meant; in none where their two roles are the sides."""
    both = operator_of(spans, intent) is Operator.SIDES and roles_beside(spans)
    return None if both else role_of(spans)
