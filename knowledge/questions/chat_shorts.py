"""Words of two syllables as chats shorten them: the first letters of one, the whole of the other ("tsinh", "tgian").

What they stand for are pairs that a question asks with ("thời gian", "cơ quan") and pairs that the plans have, by which
it is only guessed what is meant. One that may be several is left as it is typed: then each of them is looked for.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.data import records
from knowledge.language.initials import fused, onset
from knowledge.language.text import folded
from knowledge.questions.cues import phrases_of
from knowledge.questions.rule_words import OF_WORK
from knowledge.units.name_words import unit_kinds

_ASKED = ("lead", "coordinate", "who", "when", "result", "objective", "budget")
_PAIR = 2


def asked_in_full(bare: str) -> tuple[str, ...]:
    """The two folded words of a question that a short form stands for; none where it is none, or may be several."""
    parts = [(letters, pair) for letters, end in fused(bare) for pair in _asked().get(end, ())]
    whole = {pair for letters, pair in parts if onset(pair[0]) == letters}  # "cquan" is "cơ quan", no "chủ quản"
    found = whole or {pair for letters, pair in parts if pair[0].startswith(letters)}
    return next(iter(found)) if len(found) == 1 else ()


@cache
def _asked() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The pairs that questions ask with, folded, by their second word."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    days = (phrase for phrase, kind, *_ in records("time_words.tsv") if kind == "day")  # "hnay"
    for words in (*phrases_of(*_ASKED), *map(str.split, (*unit_kinds(), *OF_WORK, *days))):  # "đvị", "n/vụ"
        if len(words) == _PAIR:
            first, second = map(folded, words)
            found[second].add((first, second))
    return {second: sorted(pairs) for second, pairs in found.items()}
