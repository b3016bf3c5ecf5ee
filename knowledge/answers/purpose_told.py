"""What a thing is done for: which rows and sentences can tell it, and which do so by their own words.

"Đối thoại để giải quyết khó khăn" says itself what it is to settle, and "Ra quân diệt lăng quăng" what is to be done
away with: the row is the answer then, and any figure or aim beside it would be another one.
"""

import re
from functools import lru_cache

from knowledge.answers.ask import Ask
from knowledge.language.text import canonical, folded
from knowledge.model import Passage, Target, Task
from knowledge.plan.block import split_marker


def tells_its_purpose(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether the words of an item tell what for, where that is asked and no cell of the row holds it."""
    text, verb = _said_of(item), _asked_by(ask)
    return says_what_for(text) or bool(verb and _stands(verb, text))


def asks_what_for(ask: Ask) -> bool:
    """Whether it is asked what for ("mục đích gì", "để đạt gì"), and no target: whichever of them, the cell is one."""
    said = (frozenset(map(folded, ask.query.words[cue.start : cue.end])) for cue in ask.query.cues)
    aims = (words for cue, words in zip(ask.query.cues, said, strict=True) if "objective" in cue.kinds)
    return any(words & _AIMS or {"muc", "dich"} <= words for words in aims)


def aims_at_what_is_asked(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether an item says in its own words for what it does just what is asked ("… để giải quyết | khó khăn").

    A verb of two words need not stand behind "để", where what is set as the aim has another one.
    """
    verb, text = _asked_by(ask), _said_of(item)
    if not verb:
        return False
    aim = item.objective or "" if isinstance(item, Task) else text
    whole = " " in verb and _stands(verb, text) and not _stands(verb, aim)
    return whole or any(_stands(f"{lead} {verb}", text) for lead in _AIMS)


def _said_of(item: Task | Target | Passage) -> str:
    return f"{item.task} . {item.activity or ''}" if isinstance(item, Task) else item.text


def _stands(words: str, text: str) -> bool:
    return f" {words} " in f" {_NO_WORD.sub(' ', folded(text))} "


_NO_WORD = re.compile(r"\W+")


def _asked_by(ask: Ask) -> str:
    """The verb behind "để" by which it is asked, folded ("để | giải quyết | gì"); empty where a thing is named."""
    words = list(map(folded, ask.query.words))
    for cue in ask.query.cues:
        behind = words[cue.end : cue.end + _LONGEST]
        ends = [at for at, word in enumerate(behind) if word in _ENDS]
        if ask.asks_purpose and words[cue.end - 1] in _AIMS and ends:
            return " ".join(behind[: ends[0]])
    return ""


_AIMS = frozenset({"de", "nham"})
_ENDS = frozenset({"gi", "chi", "j", "cai", "nhung", "may", "cac"})
_LONGEST = 4  # words of a verb, and what asks behind it


def has_objective(item: Task | Target | Passage, *, for_what: bool) -> float:
    """How well an item answers what a thing is to reach.

    Args:
        for_what: whether it is asked what a thing is for, which running text tells only where it says so.
    """
    if isinstance(item, Task):
        return 1.0 if item.objective else _OF_NO_AIM if for_what else 0.5
    return _NO_AIM if for_what and not says_what_for(" ".join((item.text, *item.section[-1:]))) else 0.6


_OF_NO_AIM = 0.8  # a row that is found by its own words, which else would stand behind any like one that has an aim
_NO_AIM = 0.2


@lru_cache(maxsize=2048)
def says_what_for(text: str) -> bool:
    """Whether words tell what something is done for."""
    return bool(_WHAT_FOR.search(canonical(text)))


_WHAT_FOR = re.compile(r"\b(?:nhằm|để|góp phần|hướng tới|mục tiêu|mục đích|giúp|qua đó|từ đó)\b")


def heads_aims(heading: str) -> bool:
    """Whether what stands under a heading are the aims of that above it ("1. Cải cách thể chế › 1.1. Mục tiêu")."""
    return split_marker(folded(heading))[1].startswith(("muc tieu", "muc dich"))
