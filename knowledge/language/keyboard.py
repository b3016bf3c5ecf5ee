"""What is left in the text when the Vietnamese keyboard was off: Telex and VNI letters turned back into accents.

"nhieemj vuj" is typed Telex, "nhie6m5 vu5" typed VNI; both mean "nhiệm vụ". The decoder only says what a word would be;
whether it was meant so is decided by who knows the vocabulary.
"""

import re
import unicodedata

from knowledge.language.text import canonical

_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_MARKS = {"6": "aeo", "7": "ou", "8": "a", "9": "d"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = "aăâeêioôơuưy"
_TELEX = re.compile(r"[a-z]{2,10}")
_VNI = re.compile(r"[a-z]+[1-9][a-z1-9]*")


def decode(word: str) -> tuple[str, ...]:
    """The accented words that these keys would make in Telex or VNI, canonical; empty where they are neither.

    Args:
        word: a canonical word without accents.
    """
    made = []
    if _TELEX.fullmatch(word):
        made.append(_telex(word))
    elif _VNI.fullmatch(word) and len(word) <= 10:
        made.append(_vni(word))
    return tuple(canonical(w) for w in made if w and w != word)


def _telex(word: str) -> str | None:
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _TONES and any(c in _VOWELS for c in letters):
            tone = _TONES[key]
        elif key == "w":
            letters += [] if _mark(letters, _HORNS) else ["ư"]
        elif not _doubles(key, letters):
            letters.append(key)
    return _with_tone(letters, tone)


def _doubles(key: str, letters: list[str]) -> bool:
    """Whether the key repeats an earlier letter and so puts the hat on it or the bar through it (aa, ee, oo, dd)."""
    if key == "d" and letters[:1] == ["d"]:
        letters[0] = "đ"
        return True
    if key in _HATS and key in letters:
        letters[letters.index(key)] = _HATS[key]
        return True
    return False


def _mark(letters: list[str], marks: dict[str, str]) -> bool:
    """Put a horn or breve on the vowels that take one (uo takes two); whether there was one."""
    places = [i for i, c in enumerate(letters) if c in marks]
    if not places:
        return False
    pair = [i for i in places if letters[i] == "u" and letters[i + 1 : i + 2] == ["o"]]
    for i in (pair[0], pair[0] + 1) if pair else places[-1:]:
        letters[i] = marks[letters[i]]
    return True


def _vni(word: str) -> str | None:
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif key in _VNI_MARKS:
            _vni_mark(key, letters)
        else:
            letters.append(key)
    return _with_tone(letters, tone)


def _vni_mark(key: str, letters: list[str]) -> None:
    if key == "9":
        letters[:1] = ["đ"] if letters[:1] == ["d"] else letters[:1]
    elif key == "6":
        places = [i for i, c in enumerate(letters) if c in _HATS]
        for i in places[-1:]:
            letters[i] = _HATS[letters[i]]
    else:
        _mark(letters, {c: _HORNS[c] for c in _VNI_MARKS[key]})


def _with_tone(letters: list[str], tone: str) -> str | None:
    """The word with its tone on the vowel that carries it; None where it has no vowel."""
    start = 2 if "".join(letters[:2]) in {"qu", "gi"} and any(c in _VOWELS for c in letters[2:]) else 0
    vowels = [i for i, c in enumerate(letters) if c in _VOWELS and i >= start]
    if not vowels:
        return None
    if tone:
        place = _carrier(letters, vowels)
        letters[place] += tone
    return unicodedata.normalize("NFC", "".join(letters))


def _carrier(letters: list[str], vowels: list[int]) -> int:
    marked = [i for i in vowels if letters[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    closed = vowels[-1] < len(letters) - 1
    pair = "".join(letters[i] for i in vowels[:2])
    if len(vowels) > 1 and (closed or len(vowels) > 2 or pair in {"oa", "oe", "uy"}):
        return vowels[1]
    return vowels[0]
