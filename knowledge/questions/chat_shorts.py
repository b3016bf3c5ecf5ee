"""Words of two syllables as chats shorten them: the first letters of one, the whole of the other ("tsinh", "tgian").

What they stand for are pairs that a question asks with ("thời gian", "sản phẩm") and pairs that the plans have. One
that may be several is left as it is typed: then each of them is looked for.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.cues import phrases_of

_ASKED = ("lead", "coordinate", "who", "when", "result", "objective", "budget")
_PAIR = 2
_ONSET = 2  # letters that may stand for a word


def asked_in_full(bare: str) -> tuple[str, ...]:
    """The two folded words of a question that a short form stands for; none where it is none, or may be several."""
    ends = (bare[cut:] for cut in range(1, _ONSET + 1) if is_syllable(bare[cut:]))
    found = {pair for end in ends for pair in _asked().get(end, ()) if pair[0].startswith(bare.removesuffix(pair[1]))}
    return next(iter(found)) if len(found) == 1 else ()


@cache
def _asked() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The pairs that questions ask with, folded, by their second word."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for words in phrases_of(*_ASKED):
        if len(words) == _PAIR:
            first, second = map(folded, words)
            found[second].add((first, second))
    return {second: sorted(pairs) for second, pairs in found.items()}
