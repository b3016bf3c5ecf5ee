"""Whether a row says some words: side by side in one of its cells, in full or within what a short form stands for.

And which rows leave a cell open that others of their plan fill in.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from knowledge.deadlines.recurrence import comes_round
from knowledge.language.text import canonical, folded, tokens
from knowledge.model import DeadlineKind, Task
from knowledge.number_sets import common, without
from knowledge.questions.constraints import Constraint
from knowledge.questions.coverage import word_set
from knowledge.search.glimpse import FAR
from knowledge.search.words import terms
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows
from knowledge.wording.rows import task_title


def says(task: Task, constraint: Constraint) -> bool:
    """Whether a row has the words in one of its cells, or nothing else in the cell."""
    return any(_cell_says(said, constraint) for said in _cells(task, constraint.field) if said)


def is_spelt_so(task: Task, constraint: Constraint) -> bool | None:
    """Whether cells say the words with the accents that were typed ("vé điện tử" is no "thông tư"); None for neither.

    Neither is a word without accents, a short form in the cell, or a misprint of one word of several ("Bảo cáo").
    """
    typed = [word for word in tokens(canonical(constraint.said)) if word != folded(word)]
    saying = [said for said in _cells(task, constraint.field) if said and _cell_says(said, constraint)]
    printed = [frozenset(tokens(canonical(said))) for said in saying]
    if any(words.issuperset(typed) for words in printed):
        return True
    bare = {*map(folded, typed)}
    other = all(words.isdisjoint(typed) and not bare.isdisjoint(map(folded, words)) for words in printed)
    return False if other else None


def comes_round_so(task: Task, spell: str) -> bool:
    """Whether a row is due every "tuan", "thang", "quy" … (at all where it is ""): by its deadline, else its work."""
    if task.deadline.recur:
        return not spell or comes_round(task.deadline.recur, task.deadline.text, spell)
    said = folded(task.deadline.text or task_title(task))
    found = [match for match in _ROUND.finditer(said) if spell in {"", match[1]}]
    return any(match[1] != "nam" or "dinh ky" in match[0] for match in found)


MAY_COME_ROUND = (DeadlineKind.PERIODIC, DeadlineKind.MIXED, DeadlineKind.NONE)
_ROUND = re.compile(r"\b(?:dinh ky )?(?:hang|moi) (tuan|thang|quy|nam|ngay)\b")  # "kế hoạch hằng năm" need not be due


def _cell_says(said: str, constraint: Constraint) -> bool:
    return _holds(said, constraint.words, exact=constraint.exact)


@lru_cache(maxsize=1 << 16)  # of many rows most cells say one of a few things ("Quyết định"), and each is asked twice
def _holds(said: str, words: tuple[str, ...], *, exact: bool) -> bool:
    bare = tuple(terms(folded(said)))
    if exact:
        return bare == words
    if all(_beside(bare, *pair) for pair in pairwise(words)) and (len(words) > 1 or words[0] in bare):
        return True  # most rows that may say a word say it as it is: their short forms need not be written out
    held = word_set(said)
    near = [f"{left} {right}" in held or f"{left}~{right}" in held for left, right in pairwise(words)]
    return all(near) if near else held.issuperset(words)


def _beside(bare: Sequence[str], left: str, right: str) -> bool:
    """Whether two words stand side by side, or nearly so."""
    return any(word == left and right in bare[at + 1 : at + 1 + FAR] for at, word in enumerate(bare))


def _cells(task: Task, name: str) -> tuple[str | None, ...]:
    """What a cell of a row says, or each of those that say what is done, with what result, when and for what sum."""
    if name == "any":
        return task_title(task), task.result, task.deadline.text, task.budget
    units = {"lead": task.lead, "coordinate": task.coordinate}
    values = {"deadline": task.deadline.text, "result": task.result, "budget": task.budget}
    return ("; ".join(units[name]) if name in units else values.get(name),)


def in_plans_with_it(register: Register, rows: Rows, blank: Rows) -> Rows:
    """The rows with an empty cell, but none of plans without that column, where another of their plans has it.

    A column that a plan has not is none that is left open.
    """
    empty, index = common(rows, blank), register.index
    with_it = np.unique(index.plans_of(without(register.all(), blank)))
    kept = empty[np.isin(index.plans_of(empty), with_it)]
    return kept if len(kept) else empty
