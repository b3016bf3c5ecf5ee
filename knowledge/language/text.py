"""Vietnamese text as people write it, brought to forms that can be compared.

Two forms serve everywhere: `canonical` keeps the accents but settles Unicode form, tone placement and case; `folded`
drops the accents as well, for people who type without them. Syllables are the unit of both; codes and dates stay whole.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from operator import ne

from knowledge.language.letters import settled

# Capital letters, which Python's patterns have no class for.
UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

# Tone marks stand on the first vowel in the older printing and on the second in the newer one (hóa/hoá, thủy/thuỷ). The
# pair is only ambiguous at the end of a syllable, and never after q, where u belongs to the consonant.
_OLD_TO_NEW = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_TONE = re.compile("(?<!q)(" + "|".join(_OLD_TO_NEW) + r")(?!\w)")
# "qúy" is a slip for "quý": u after q takes no tone, which is that of the vowel behind it.
_ON_THE_U = re.compile(r"(?<=q)([ùúủũụ])([aâăeêioơy])")
# "caí" is a slip for "cái": of two vowels of which the second is the lighter the first has the tone.
_ENDINGS = ("ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "oi", "ôi", "ơi", "ui", "ưi", "ưu", "iu")
TONES = "\u0300\u0301\u0309\u0303\u0323"
_LAST_TO_FIRST = {
    unicodedata.normalize("NFC", pair + tone): unicodedata.normalize("NFC", pair[0] + tone + pair[1])
    for pair in _ENDINGS
    for tone in TONES
}
_ON_THE_LAST = re.compile("(?<![qg])(" + "|".join(_LAST_TO_FIRST) + r")(?!\w)")
# The vowel of "trường" has two horns and its tone on the second letter, whichever a hasty hand leaves out or shifts.
_HORNED = re.compile(r"(?<!q)(?:([ưừứửữự])([oòóỏõọơờớởỡợ])|([uùúủũụ])([ơờớởỡợ]))(?=[cmnptiu])")
# A token is a word, or a code, date or number with its inner marks: 300/KH-UBND, 30/6/2025, 2.1, 50%, KH-SXD.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%|\w+(?:[/.\-–]\w+)*", re.UNICODE)


@lru_cache(maxsize=1024)  # every stage of a question asks it of the same few texts
def nfc(text: str) -> str:
    """The text in NFC with the usual letters, single spaces and no invisible characters."""
    text = settled(text)
    if not text.isprintable():  # spaces other than " " and invisible characters are not; most texts have neither
        text = "".join(" " if c in "\u00a0\u2007\u202f" else c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.split())


@lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """Lower case, NFC, one tone placement, single spaces: two spellings of one text become equal."""
    one = _TONE.sub(lambda m: _OLD_TO_NEW[m[1]], nfc(text).lower())
    one = _ON_THE_LAST.sub(lambda m: _LAST_TO_FIRST[m[1]], _ON_THE_U.sub(_moved, one))
    return _HORNED.sub(_horned, one)


def _moved(slip: re.Match[str]) -> str:
    """The two vowels with the tone of the first on the second."""
    parts = unicodedata.normalize("NFD", slip[1])
    return parts[0] + unicodedata.normalize("NFC", slip[2] + parts[1])


def _horned(slip: re.Match[str]) -> str:
    """The two letters with both horns, and the tone of either on the second."""
    marks = unicodedata.normalize("NFD", slip[0])
    tone = next((mark for mark in marks if mark in TONES), "")
    return "ư" + unicodedata.normalize("NFC", f"ơ{tone}")


def either_tone(text: str) -> str:
    """A pattern for a canonical text in print, with its tone marks in either placement."""
    pattern = re.escape(text)
    for old, new in _OLD_TO_NEW.items():
        pattern = re.sub(rf"(?<!q){new}(?!\w)", f"(?:{old}|{new})", pattern)
    return pattern


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The canonical text without accents ("Sở Nội vụ" → "so noi vu"); đ becomes d."""
    return unicodedata.normalize("NFD", canonical(text)).translate(_WITHOUT_ACCENTS)


class _Letters(dict[int, int | None]):
    """What is left of each character, None of an accent; told when a text first has it."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_ACCENTS = _Letters({ord("đ"): ord("d")})


def tokens(text: str) -> list[str]:
    """The canonical words of a text in order; codes, dates and percentages whole."""
    return _TOKEN.findall(canonical(text))


@lru_cache(maxsize=65536)
def first_token(typed: str) -> str:
    """The canonical word of what stands between two blanks, without the signs beside it; empty for a mere sign."""
    return next(iter(tokens(typed)), "")


def may_begin(text: str, words: Sequence[str]) -> bool:
    """Whether a text may begin with a folded word (none is any): told by its first word, where to fold it all is long.

    What stands there may be an invisible sign, which is no word.
    """
    first = folded(next(iter(text.split(maxsplit=1)), ""))
    return not first or first in words or not words


def folded_tokens(text: str) -> list[str]:
    """The words of a text in order without accents."""
    return _TOKEN.findall(folded(text))


def has_accents(text: str) -> bool:
    """Whether a text carries Vietnamese accents at all (people type whole questions without them)."""
    return canonical(text) != folded(text)


def is_accented(words: Sequence[str]) -> bool:
    """Whether a question is typed with its accents, as half of the words of any text have them."""
    accented: int = sum(map(ne, words, map(folded, words)))
    return 2 * accented >= len(words)
