"""Whole plans beside each other: "hai kế hoạch khác nhau chỗ nào".

No passage tells it. What can be compared is counted: rows, who chairs, the span of the deadlines, the targets; the
first line says how many tasks each has. Which plans are meant is asked where it is not clear.
"""

from knowledge.answers.ask import Ask
from knowledge.answers.facts import plan_card
from knowledge.identity import LoadedPlan
from knowledge.language.text import folded
from knowledge.model import TaskKind
from knowledge.questions.plan_counts import plans_counted
from knowledge.reply import Answer
from knowledge.wording import plans_beside as wording

_TWO = 2
_MOST = 3  # plans that are set beside each other where nobody says which


def answer_plans_beside(ask: Ask) -> Answer:
    """What sets the plans apart that a question compares as a whole; which are meant is asked where that is open."""
    every = ask.lookup.snapshot.plans
    if len(every) < _TWO:
        return ask.abstain(wording.only_one())
    if len(ask.loaded) < max(_TWO, plans_counted(ask.query.words)):
        return wording.which_plans(ask.query.intent.value, every)
    open_ = not (ask.query.scope.named or ask.before.plans)
    if open_ and len(ask.loaded) != (plans_counted(ask.query.words) or min(len(ask.loaded), _MOST)):
        return wording.which_plans(ask.query.intent.value, ask.loaded)
    said = [_figures(loaded) for loaded in ask.loaded]
    entries = tuple(plan_card(loaded) for loaded in ask.loaded)
    return Answer(ask.query.intent.value, wording.beside(said), entries, (wording.ask_on(),))


def _figures(loaded: LoadedPlan) -> wording.Figures:
    """What of a plan can be compared."""
    plan = loaded.plan
    rows = [task for task in plan.tasks if task.kind is TaskKind.TABLE]
    days = [day for task in plan.tasks for day in task.deadline.due]
    return wording.Figures(
        heading=plan.heading,
        rows=len(rows),
        prose=len(plan.tasks) - len(rows),
        chairs=len({folded(name) for task in plan.tasks for name in task.lead}),
        dated=sum(bool(task.deadline.due) for task in plan.tasks),
        first=min(days, default=None),
        last=max(days, default=None),
        targets=len(plan.targets),
    )
