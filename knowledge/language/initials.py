"""The first letters of words, which a short form may be made of ("Kế hoạch - Tài chính": "khtc")."""

import re
from collections.abc import Collection, Iterable

from knowledge.language.text import folded

_JOINTS = re.compile(r"[-–,]")


def initials(words: Iterable[str], left_out: Collection[str] = ()) -> str:
    """The first letter or digit of each word, folded; what a hyphen joins are words of their own.

    Args:
        left_out: folded words that a short form may pass over.
    """
    parts = (part for word in words for part in _JOINTS.split(folded(word)) if part)
    return "".join(part[0] for part in parts if part[0].isalnum() and part not in left_out)
