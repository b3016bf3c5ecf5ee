"""The rows of a matter that a list is without: those that speak of it, and those under its heading."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import reduce
from itertools import pairwise

import numpy as np

from knowledge.number_sets import common, union
from knowledge.questions.rule_words import JOINS
from knowledge.search.corpus import CELLS, Field
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import Rows

Holding = Callable[[Sequence[str], Collection[Field]], Rows]  # rows that may say words in one of the fields

_NO_ROWS: Rows = np.zeros(0, np.int32)
_PAIR = 2


def rows_about(register: Register, holding: Holding, words: Sequence[str], *, apart: bool = False) -> Rows:
    """The rows that speak of folded words, else those that have them in another cell ("trừ việc theo tiến độ").

    Of words that stand side by side in no cell most neighbours have to ("chờ thông báo | của Bộ Tư pháp"). Where no row
    is about what is joined, each part is a matter of its own ("bỏ thu gom | và | xử lý rác").

    Args:
        apart: whether rows count as well that have the words apart.
    """
    about = _about(register, holding, words)
    if apart and len(words) > _PAIR:
        about = union([about, _apart(holding, words)])
    parts = [] if len(about) else _parted(words)
    return union([_about(register, holding, part) for part in parts]) if len(parts) > 1 else about


def _parted(words: Sequence[str]) -> list[Sequence[str]]:
    """The parts of a matter between what joins them, each of two words at least."""
    joints = [-1, *(at for at, word in enumerate(words) if word in JOINS), len(words)]
    parts = [words[start + 1 : end] for start, end in pairwise(joints)]
    return parts if all(len(part) >= _PAIR for part in parts) else []


def _about(register: Register, holding: Holding, words: Sequence[str]) -> Rows:
    cells = ((Field.TEXT, Field.RESULT), CELLS["deadline"])
    spoken = next((found for each in cells if len(found := holding(words, each))), _NO_ROWS)
    if not len(spoken) and len(words) > _PAIR:
        spoken = _apart(holding, words)
    return union([spoken, _headed(register, " ".join(words))])


def _apart(holding: Holding, words: Sequence[str]) -> Rows:
    """The rows that have all of the words, and more than half of each two neighbours side by side."""
    every = reduce(common, (holding((word,), CELLS["any"]) for word in words))
    pairs = [common(every, holding(pair, CELLS["any"])) for pair in pairwise(words)]
    rows, counts = np.unique(np.concatenate(pairs), return_counts=True)
    return np.array(rows[2 * counts >= len(words)], np.int32)


def _headed(register: Register, said: str) -> Rows:
    """The rows under a heading that begins with some words, but for its mark ("C. An ninh trật tự")."""
    begins = re.compile(rf"^ (?:\w{{1,4}} )?{re.escape(said)} ", re.MULTILINE)
    inside = np.array([begins.search(headings) is not None for headings in register.index.section_words], bool)
    return np.flatnonzero(inside[register.index.sections[1]]).astype(np.int32)
