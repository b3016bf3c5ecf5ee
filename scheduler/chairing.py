"""What units chair in the plans in force, for whoever asks it of many units one after the other."""

from collections.abc import Callable, Sequence
from datetime import date

from knowledge.answers.unit_rows import UnitRows, carrying_out
from knowledge.questions.plan_search import Scope
from knowledge.questions.query import Intent, Query
from knowledge.units.unit import Unit
from scheduler.rule_context import RuleInputs


def chairing(inputs: RuleInputs, today: date) -> Callable[[Sequence[Unit]], UnitRows]:
    """The rows of units, in the parts that /viec shows."""
    return carrying_out(Query(Intent.TASKS, Scope(()), role="lead"), inputs.register(today), inputs.holding)
