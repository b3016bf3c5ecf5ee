"""Whether a row tells which firm is meant: a bare "nhà thầu" in it names none."""

import re
from functools import cache
from itertools import takewhile

from knowledge.answers.ask import Ask
from knowledge.data import records
from knowledge.language.text import canonical, folded
from knowledge.model import Passage, Target, Task
from knowledge.search.words import terms


def names_a_firm(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether an item has a firm with a name ("công ty cổ phần Sao Mai"), or any as its unit where units are asked for.

    A name that the question says itself is of another thing ("nhà thầu nào thi công Nhà văn hóa").
    """
    units = (*item.lead, *item.coordinate) if isinstance(item, Task) else ()
    whose = f" {' '.join(terms(folded(' . '.join(units))))} "
    if any(cue.kinds & _OF_UNITS for cue in ask.query.cues) and any(f" {folded(firm)} " in whose for firm in firms()):
        return True
    own = (item.task, item.activity, item.result, item.objective, item.note) if isinstance(item, Task) else (item.text,)
    said = frozenset(map(folded, ask.query.words))
    texts = filter(None, (*units, *own))
    behind = (words.split() for text in texts for words in _named_behind().findall(text))
    names = (word for words in behind for word in takewhile(lambda word: word not in _OF_ANOTHER, words))
    return any(word[0].isupper() and folded(word) not in said for word in names)


_OF_UNITS = frozenset({"lead", "coordinate", "who"})
_HALVES = frozenset({"hiệu"})  # of other words: "Hiệu trưởng Trường …"
# what stands behind these is called so, and no firm ("nhà thầu | tại Khu Đầm Sen")
_OF_ANOTHER = frozenset({"của", "cho", "ở", "tại", "trên", "trong", "với", "theo", "do", "về", "và", "hoặc", "thuộc"})
_NEAR = 3  # words behind a word for a firm up to its name


@cache
def _named_behind() -> re.Pattern[str]:
    """A word for a firm, with the words behind it that may be its name."""
    return re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, firms() - _HALVES))})((?: \w+){{1,{_NEAR}}})")


@cache
def firms() -> frozenset[str]:
    """The words for a firm."""
    return frozenset(canonical(said) for kind, said, *_ in records("asked_values.tsv") if kind == "firm")
