"""Words that a full stop or a stroke cuts short: "c.trì", "đ/vị", "b/c", "t.truyền", "P.TCCB".

First letters alone are one short form ("q/đ"), written out where it may stand for one pair of words only ("b/c" is
"báo cáo"). Letters before a whole syllable are the beginning of the word before it, in a pair that questions or plans
have. Else what a full stop shortens are words of their own, of which the first may be the kind of a unit.
"""

import re
from collections.abc import Callable, Sequence

from knowledge.language.abbreviations import meanings, short_forms
from knowledge.language.initials import initials, onset
from knowledge.language.syllables import has_no_vowel, is_syllable
from knowledge.language.text import canonical, folded

_SIGNS = re.compile(r"[./]")
_SHORTENED = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_][\w-]*)+")
_PAIR = 2
_BEGUN = 3  # letters of a word whose end is cut off ("ngh.cứu")


def cut_at_signs(word: str) -> list[str]:
    """The parts of a word between its full stops and strokes."""
    return _SIGNS.split(word)


def uncut(word: str, in_full: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """The words that a typed one with a full stop or a stroke inside is short for.

    Args:
        in_full: the two words that letters, a sign and a syllable are short for; none where it may be several.
    """
    parts = cut_at_signs(word)
    if len(parts) == 1 or not all(map(str.isalpha, parts)):
        return _apart(word)
    bare = [*map(folded, parts)]
    if "".join(bare) in short_forms() or all(len(part) == 1 for part in bare):
        return _of_letters("".join(parts)) or _apart(word)
    first, *rest = bare
    if len(rest) == 1 and len(first) <= _BEGUN and has_no_vowel(first) and is_syllable(rest[0]):
        return in_full(word) or _apart(word)
    return _apart(word)


def _of_letters(letters: str) -> Sequence[str]:
    """The words that first letters stand for, or these as one short form where they may be several; else none."""
    known = [tuple(canonical(long).split()) for long in meanings(letters)]
    whole = [words for words in known if initials(words) == folded(letters)]
    pair = len(whole) == 1 and len(letters) == len(whole[0]) == _PAIR
    return whole[0] if pair else (letters,) if known else ()


def _apart(word: str) -> Sequence[str]:
    return word.split(".") if _SHORTENED.fullmatch(word) else (word,)


def finished(words: Sequence[str], ends: Callable[[str, str], str]) -> list[str]:
    """The words; one of which only the first consonants are typed ("kiểm tr") as the plans go on there.

    Args:
        ends: the one word that goes on behind another one with some letters; none where it may be several.
    """
    before = ("", *words)
    return [(_is_begun(word) and ends(left, word)) or word for left, word in zip(before, words, strict=False)]


def _is_begun(word: str) -> bool:
    """Whether a word is only how one begins: with two letters at least, as one alone may be a name ("dãy B")."""
    bare = folded(word)
    return 1 < len(bare) <= _BEGUN and onset(bare) == bare and has_no_vowel(bare)  # "gì" is whole
