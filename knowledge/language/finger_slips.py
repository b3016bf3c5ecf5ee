"""How far a typed word is from the one that was meant, as fingers slip: "hnững" is near to "những", "phòbg" to "phòng".

A key that repeats itself and two keys in the wrong order are likelier than a neighbouring key, and this than a letter
too many, too few or another; a word seldom begins with a wrong one. Accents count where any were typed.
"""

from rapidfuzz.distance import OSA

from knowledge.language.text import folded, nfc

_DOUBLED = 0.5
_SWAPPED = 0.7
_NEIGHBOURING = 0.8
_OTHER = 1.0
_FIRST = 0.3  # what a wrong first letter costs besides
_ACCENT = 0.5  # what each further letter with other accents costs
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYS = {key: (row, at) for row, keys in enumerate(_ROWS) for at, key in enumerate(keys)}


def slip_cost(typed: str, word: str) -> float | None:
    """What one slip that makes a typed word of another costs; None where it takes more than one.

    Args:
        typed: canonical.
        word: the one that may be meant, canonical.
    """
    bare, meant = folded(typed), folded(word)
    if OSA.distance(bare, meant, score_cutoff=1) != 1:
        return None
    cost = _kind_of(bare, meant)
    if cost >= _NEIGHBOURING and bare[0] != meant[0]:
        cost += _FIRST
    if typed == bare:
        return cost
    return cost + _ACCENT * max(OSA.distance(nfc(typed), nfc(word)) - 1, 0)


def is_cheap(cost: float) -> bool:
    """Whether a slip leaves all letters of the word in it: one was doubled, or two were swapped."""
    return cost <= _SWAPPED


def _kind_of(bare: str, meant: str) -> float:
    if sorted(bare) == sorted(meant):
        return _SWAPPED
    if len(bare) == len(meant):
        pairs = next((a, b) for a, b in zip(bare, meant, strict=True) if a != b)
        return _NEIGHBOURING if _are_beside(*pairs) else _OTHER
    doubled = any(bare[i] == bare[i + 1] and bare[:i] + bare[i + 1 :] == meant for i in range(len(bare) - 1))
    return _DOUBLED if doubled else _OTHER


def _are_beside(left: str, right: str) -> bool:
    if left not in _KEYS or right not in _KEYS:
        return False
    (row, at), (other, there) = _KEYS[left], _KEYS[right]
    return row == other and abs(at - there) == 1
