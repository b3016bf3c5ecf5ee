"""Slips that no Vietnamese syllable can be meant by: what a word would be that is typed against the rules of spelling.

No syllable ends in "g" or "h" alone, in "gn", "hn" or "hc", or in a doubled letter; before "i" and "e" stands "ngh",
before other vowels "ng"; "ie" and "ye" with a tone have a hat, "uo" has one or its horns. Whether a word is meant so is
decided by who knows the vocabulary.
"""

import re
import unicodedata

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded

_ENDINGS = {"gn": ("ng",), "hn": ("nh",), "hc": ("ch",), "g": ("ng",), "h": ("nh", "ch")}
_ENDS = re.compile(r"(?P<stem>.*[aeiouy])(?P<end>gn|hn|hc|g|h)")
_BEGINS = re.compile(r"(?P<onset>ngh?)(?P<vowel>[aeiouy])")
_BEFORE_FRONT = frozenset("ie")


def respelled(word: str) -> tuple[str, ...]:
    """The words that a canonical one may be a slip of; none where it is a syllable, or none by either rule."""
    word = unicodedata.normalize("NFC", word)
    bare = folded(word)
    if len(bare) != len(word) or (is_syllable(bare) and not bare.startswith("ng")):
        return ()
    made = {*_by_end(word, bare), *_by_onset(word, bare)}
    if bare[-1:] == bare[-2:-1] and is_syllable(bare[:-1]):
        made.add(word[:-1])
    return tuple(sorted(made - {word}))


def _by_end(word: str, bare: str) -> list[str]:
    found = _ENDS.fullmatch(bare)
    return [word[: len(found["stem"])] + end for end in _ENDINGS[found["end"]]] if found else []


def _by_onset(word: str, bare: str) -> list[str]:
    found = _BEGINS.match(bare)
    onset = "" if not found else "ngh" if found["vowel"] in _BEFORE_FRONT else "ng"
    return [onset + word[len(found["onset"]) :]] if found and onset != found["onset"] else []


def with_hats(word: str) -> tuple[str, ...]:
    """A word whose vowel has its tone, but not the hat or the horns that belong to it ("nhièu"), with these."""
    split = unicodedata.normalize("NFD", word)
    found = _HATLESS.search(split)
    vowels = _HATTED[found["vowel"]] if found else ()
    made = (f"{split[: found.start()]}{vowel}{split[found.end('vowel') :]}" for vowel in vowels if found)
    return tuple(unicodedata.normalize("NFC", each) for each in made)


_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
# "giẻ" begins with "gi", "quọ" with "qu"; the hat of "ệ" stands behind its tone
_HATLESS = re.compile(rf"(?P<vowel>(?<!g)ie|ye|(?<!q)uo)(?={_TONE}(?!\u0302))")
_HATTED = {"ie": ("iê",), "ye": ("yê",), "uo": ("uô", "ươ")}
