"""The rows that a list may be about by what they mean, where none has the words of its topic."""

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.settling import neighbours
from knowledge.number_sets import common
from knowledge.questions.constraints import Operator
from knowledge.questions.query import Intent
from knowledge.search.corpus import Part
from knowledge.tasks.task_index import Rows

_NEAR = 0.045  # above the usual likeness, from which the nearest row is proposed: three of four right rows are nearer
_HALF = 0.5  # of that distance, within which others are proposed beside it
_MOST = 5
_LISTS = (Intent.TASKS, Intent.DUE, Intent.OVERDUE)


def meant_rows(ask: Ask, rows: Rows) -> Rows:
    """The rows among these that are clearly nearer to the topic than most; none where their meaning is not known."""
    query = ask.query
    asked = query.topic and query.intent in _LISTS and query.operator is Operator.ROWS and len(rows)
    meant = neighbours(ask, query.topic) if asked else None
    if meant is None or meant.best - meant.usual < _NEAR:
        return rows[:0]
    least = meant.best - _HALF * (meant.best - meant.usual)
    starts = ask.register.index.starts
    near = [
        starts[plan] + item
        for (part, plan, item), likeness in zip(meant.places, meant.values, strict=True)
        if part is Part.TASK and likeness >= least
    ]
    return common(np.array(sorted(near[:_MOST]), np.int32), rows)
