"""Letters and accents of a question as a hurried hand left them: "mấyyy", "kê hoach nay", "ké hoạch của bẹnh viẹn".

A letter that is typed three times is meant once. A text in which no word has its tone, or none its hat, horns or bar,
though some word would have them, is one without accents: what accents it has tell nothing apart.
"""

import re
import unicodedata
from collections.abc import Callable

from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import TONES, canonical, folded, nfc

_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = frozenset("ivx")
_HATS = "\u0302\u0306\u031b"
_SOME = 2  # words with accents from which a text tells what it lacks, and such as nobody writes where it lacks hats


def as_meant(text: str, writes: Callable[[str], bool]) -> str:
    """A text with letters that were typed once, without accents where it has only one sort of them.

    Args:
        writes: whether anybody writes a word so, with its accents.
    """
    typed = _WORD.sub(lambda found: _once(found[0]), nfc(text))
    accented = [word for word in map(canonical, _WORD.findall(typed)) if word != folded(word)]
    strange = sum(not writes(word) for word in accented)
    if len(accented) < _SOME or not strange:
        return typed
    split = unicodedata.normalize("NFD", typed.lower())
    toneless = not any(tone in split for tone in TONES)
    hatless = strange >= _SOME and not any(hat in split for hat in _HATS) and "đ" not in split
    return _bare(typed) if toneless or hatless else typed


def _once(word: str) -> str:
    """A word, a letter in it that stands three times or more once, with the accent of the first.

    What has no vowel is a short form ("STTTT"), and what has no other letters a number ("III").
    """
    bare = folded(word)
    if len(bare) != len(word) or _ROMAN.issuperset(bare) or has_no_vowel(bare):
        return word
    kept = [at for at in range(len(word)) if not (_is_run(bare, at) and at and bare[at] == bare[at - 1])]
    return "".join(word[at] for at in kept)


def _is_run(bare: str, at: int) -> bool:
    """Whether a letter is one of three or more that are the same."""
    return any(bare[first : first + 3] == bare[at] * 3 for first in range(max(at - 2, 0), at + 1))


def _bare(text: str) -> str:
    """A text without accents, its capitals and signs kept."""
    split = unicodedata.normalize("NFD", text)
    return "".join(c for c in split if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")
