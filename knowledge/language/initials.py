"""The first letters of words, which a short form may be made of ("Kế hoạch - Tài chính": "khtc")."""

import re
from collections.abc import Collection, Iterable, Iterator

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded

_JOINTS = re.compile(r"[-–,]")
_LETTERS = 2  # that may stand for a word
_CONSONANTS = frozenset("bcdghklmnpqrstvx")
_ONSET = re.compile(r"[cgknpt]h|ngh?|gi|tr|qu|[bcdghklmnpqrstvx]?")


def initials(words: Iterable[str], left_out: Collection[str] = ()) -> str:
    """The first letter or digit of each word, folded; what a hyphen joins are words of their own.

    Args:
        left_out: folded words that a short form may pass over.
    """
    parts = (part for word in words for part in _JOINTS.split(folded(word)) if part)
    return "".join(part[0] for part in parts if part[0].isalnum() and part not in left_out)


def fused(bare: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a folded word of a chat: first letters of a word, and the whole of the one behind it.

    A full stop in it tells where ("c.tri").
    """
    letters, sign, end = bare.partition(".")
    if sign:
        yield letters, end
        return
    for cut in range(1, _LETTERS + 1):
        if _CONSONANTS.issuperset(bare[:cut]) and is_syllable(bare[cut:]):
            yield bare[:cut], bare[cut:]


def onset(bare: str) -> str:
    """The consonants that a folded word begins with, none where it begins with a vowel."""
    found = _ONSET.match(bare)
    return found[0] if found else ""
