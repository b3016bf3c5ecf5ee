"""Of which level somebody is asked for: "sở nào", "khoa nào" ask for one of that level, "đơn vị nào" for anybody.

Words that people use for whatever unit ("phòng nào", "bên nào") ask for no level.
"""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.units.name_words import words as name_words

_ANY = frozenset({"don vi", "co quan", "phong", "phong ban", "bo phan", "to chuc", "ca nhan", "dia phuong", "ban"})
_OTHERS = frozenset({"to", "doi", "tram"})
_WHICH = frozenset({"nao", "gi"})


def level_asked(words: Sequence[str]) -> str:
    """The level, folded; empty where any unit may be meant."""
    bare, levels = list(map(folded, words)), (name_words("bare") | _OTHERS) - _ANY
    ends = [at for at, word in enumerate(bare) if word in _WHICH]
    said = (" ".join(bare[max(at - size, 0) : at]) for at in ends for size in (2, 1))
    first = next((level for level in said if level in levels | _ANY), "")
    return "" if first in _ANY else first


def side_asked(words: Sequence[str]) -> bool:
    """Whether "bên nào", "mỗi nơi" ask of what is named beside each other, whatever that is."""
    pairs = set(pairwise(map(folded, words)))
    return any((side, which) in pairs or (each, side) in pairs for side in _SIDES for which in _WHICH for each in _EACH)


_SIDES = frozenset({"ben", "noi", "cho"})
_EACH = frozenset({"moi", "tung"})


def is_of_level(name: str, level: str) -> bool:
    """Whether a unit's name begins with a level, or with the committee of one ("UBND xã Đông Khê").

    Args:
        level: as `level_asked` tells it, not empty.
    """
    bare = folded(name)
    return bare.startswith((f"{level} ", f"ubnd {level} ", f"uy ban nhan dan {level} "))
