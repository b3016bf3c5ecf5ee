"""Short forms that are dictated letter by letter ("ét em ét", "xê xê hát xê"), written as they are typed.

A phone writes the name of a letter as it sounds. Most names are other words as well ("em", "ai"), so that a run of them
is a short form only where somebody knows what it spells, and one of the names is nothing else or the run is long.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import product

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded

_SURE = {  # names that are no other word, accents or none
    "ét": "s", "xê": "c", "cê": "c", "giê": "g", "gờ": "g", "pê": "p", "en": "n", "el": "l", "vê": "v", "dét": "z",
    "kiu": "q", "rờ": "r",
}  # fmt: skip
_OTHERS = {
    "a": "ar", "ây": "a", "bê": "b", "bi": "b", "bờ": "b", "si": "c", "dê": "d", "đê": "d", "đi": "d", "e": "e",
    "i": "iye", "ép": "f", "ghi": "g", "hát": "h", "hắt": "h", "ai": "i", "ca": "k", "ka": "k", "cây": "k", "lờ": "l",
    "em": "m", "o": "o", "ô": "o", "pi": "p", "cu": "q", "quy": "q", "tê": "t", "ti": "t", "u": "u",
    "iu": "u", "ư": "u", "vi": "v", "ích": "x", "y": "y",
}  # fmt: skip
_NAMES = {**_OTHERS, **_SURE}
_BARE = {folded(name): letters for name, letters in (*_SURE.items(), *_OTHERS.items())}
_OTHER_WORDS = frozenset({"xe", "ve", "go", "ro"})  # without their accents
_SURE_NAMES = frozenset((*_SURE, *map(folded, _SURE))) - _OTHER_WORDS
_LONGEST, _LONG, _SHORTEST = 8, 4, 2  # letters


def with_letters(words: Sequence[str], knows: Callable[[str], bool]) -> tuple[str, ...]:
    """The words with short forms that are said letter by letter put together.

    Args:
        knows: whether a short form is one of the plans or of the questions.
    """
    names = _NAMES if any(word != folded(word) for word in words) else _BARE
    if _SURE_NAMES.isdisjoint(words) and sum(word in names for word in words) < _LONG:
        return tuple(words)
    found: list[str] = []
    at = 0
    while at < len(words):
        spelt = _short_form(words, at, names, knows)
        found.append(spelt or words[at])
        at += len(spelt) or 1
    return tuple(found)


def _goes_on(words: Sequence[str], start: int, end: int, names: Collection[str]) -> bool:
    """Whether letters beside a run belong to it: sure ones to any ("pê xê xê | rờ"), any to two ("o | xê cê")."""
    others = names if end - start == _SHORTEST else _SURE_NAMES
    return any(word in others for word in (*words[max(start - 1, 0) : start], *words[end : end + 1]))


def _short_form(words: Sequence[str], at: int, names: dict[str, str], knows: Callable[[str], bool]) -> str:
    """The longest short form that names of letters spell from a word on; empty where none does."""
    last = next((i for i in range(at, min(at + _LONGEST, len(words))) if words[i] not in names), at + _LONGEST)
    for end in range(min(last, len(words)), at + _SHORTEST - 1, -1):
        run = words[at:end]
        if _SURE_NAMES.isdisjoint(run) and len(run) < _LONG:
            continue
        if _goes_on(words, at, end, names):
            continue
        spelt = ("".join(letters) for letters in product(*(names[word] for word in run)))
        if known := next((form for form in spelt if not is_syllable(form) and knows(form)), ""):
            return known
    return ""
