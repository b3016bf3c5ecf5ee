"""What a word would be that is written as a region speaks it: "lào" for "nào", "chủ chì", "việt gì", "kế hoạt".

The north swaps l and n; initials that are spoken alike there or in the south (s and x, ch and tr, d, gi, v and r), ends
(n, ng and nh, c, t and ch) and the tones hỏi and ngã are written for each other; letters that no syllable begins with
("f", "w", "z") stand for those they sound like. Which word is meant is decided by who knows the vocabulary.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded

Sound = tuple[str, str]
"""How a sound is written and how it should be; the same throughout the text of one speaker."""

_INITIALS = {
    "l": ("n",), "n": ("l",), "s": ("x",), "x": ("s",), "ch": ("tr", "v"), "tr": ("ch",),
    "d": ("gi", "v", "r"), "gi": ("d", "v", "r"), "v": ("d", "gi", "ch"), "r": ("d", "gi"),
    "z": ("d", "gi", "v", "r"), "dz": ("d", "v"), "f": ("ph",), "w": ("qu",), "q": ("qu",), "qu": ("ho",), "đ": (),
}  # fmt: skip
_ENDS = {"n": ("ng", "nh"), "ng": ("n",), "nh": ("n",), "c": ("t",), "t": ("c", "ch"), "ch": ("t",)}
_BEGINS = re.compile(r"[ckgt]h|gi(?=[aeouy])|tr|ph|ngh?|nh|qu|dz|[bcdghklmnpqrstvxfjwz]")
_CLOSES = re.compile(r"(?:ng|nh|ch|[ncmpt])$")
_HOI, _NGA = "\u0309", "\u0303"


@lru_cache(maxsize=4096)
def spoken_as(word: str) -> tuple[tuple[str, Sound], ...]:
    """The words that a canonical one may be written for as it is spoken, each with the sound that is put right."""
    bare = folded(word)
    if len(bare) != len(word) or not word.isalpha():
        return ()
    made = (*_by_initial(word, bare), *_by_end(word, bare), *_by_tone(word))
    return tuple((each, sound) for each, sound in made if each != word and is_syllable(folded(each)))


def _by_initial(word: str, bare: str) -> Iterator[tuple[str, Sound]]:
    found = _BEGINS.match(bare)
    written = "đ" if word.startswith("đ") else found[0] if found else ""
    rest = word[len(written) :]
    if written == "d" and word != bare:
        yield f"đ{rest}", ("d", "đ")  # a key that was not struck: "doàn"
    for meant in _INITIALS.get(written, ()):
        ahead = "g" if meant == "gi" and folded(rest[:1]) == "i" else meant  # "dìn" is "gìn"
        yield ahead + rest, (written, meant)


def _by_end(word: str, bare: str) -> Iterator[tuple[str, Sound]]:
    found = _CLOSES.search(bare)
    written = found[0] if found else ""
    for meant in _ENDS.get(written, ()):
        yield word[: len(word) - len(written)] + meant, (f"-{written}", f"-{meant}")


def _by_tone(word: str) -> Iterator[tuple[str, Sound]]:
    split = unicodedata.normalize("NFD", word)
    if _HOI in split or _NGA in split:
        yield unicodedata.normalize("NFC", split.translate(_OTHER)), ("?~", "~?")


_OTHER = str.maketrans({_HOI: _NGA, _NGA: _HOI})
