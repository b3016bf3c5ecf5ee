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
    pairs = pairwise(map(folded, words))
    levels = (name_words("bare") | _OTHERS) - _ANY
    return next((level for level, which in pairs if which in _WHICH and level in levels), "")


def is_of_level(name: str, level: str) -> bool:
    """Whether a unit's name begins with a level, or with the committee of one ("UBND xã Đông Khê")."""
    bare = folded(name)
    return bare.startswith((f"{level} ", f"ubnd {level} ", f"uy ban nhan dan {level} "))
