"""The rows that are given to the most units, or the fewest: "việc nào có nhiều đơn vị phối hợp nhất"."""

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.list_words import entries_of
from knowledge.answers.selection import sizes_of
from knowledge.questions.constraints import Operator
from knowledge.reply import Answer
from knowledge.tasks.task_index import Rows
from knowledge.wording import listing


def answer_many_units(ask: Ask, rows: Rows) -> Answer:
    """The rows with the most units in the role that is asked for, or in both; rows that name none are not compared."""
    role = ask.query.role
    roles = (role,) if role else ("lead", "coordinate")
    sizes = np.add.reduce([sizes_of(ask.register, each)[rows] for each in roles])
    given = sizes > 0
    few = ask.query.operator is Operator.FEWEST
    if not given.any():
        return ask.abstain(listing.empty_list(""))
    best = int((np.min if few else np.max)(sizes[given]))
    chosen = rows[given & (sizes == best)]
    head = listing.most_units_head(len(chosen), best, role, fewest=few)
    return Answer(ask.query.intent.value, (head,), entries_of(ask, chosen))
