"""The rows that are given to the most units, or the fewest: "việc nào có nhiều đơn vị phối hợp nhất"."""

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.grouping import sizes_of
from knowledge.answers.list_words import entries_of
from knowledge.answers.ordering import at_an_end
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
    counts = dict(zip(rows[given].tolist(), sizes[given].tolist(), strict=True))
    chosen = at_an_end(rows[given], sizes[given], fewest=few, first=ask.query.first)
    more = (listing.as_many_too(ask.query.first),) if 0 < ask.query.first < len(chosen) else ()
    ends = counts[int(chosen[0])], counts[int(chosen[-1])]
    head = listing.most_units_head(len(chosen), ends, role, fewest=few)
    return Answer(ask.query.intent.value, (head, *more), entries_of(ask, chosen))
