"""Slips of recognition that the shapes of letters explain: what a cell's frame leaves, figures in dates, capitals."""

import re
import unicodedata
from collections.abc import Sequence

_FRAME = re.compile(r"^[|_\[\]‘’“”'\"`~¬\\]+\s+|^['‘’|\[](?=\w)|\s+[|_\[\]\\]+$|^[|_\[\]\\]+$")
_TWO_STROKES = re.compile(r"(?<=[\dIVX])\s?/\s?/\s?(?=\d)")  # a stroke that was seen twice, between figures
_LIKE_DIGITS = str.maketrans("lIiOoSB|", "11100581")
_DATE = re.compile(r"\b([\dlIOoSB|]{1,2})([/.])([\dlIOoSB|]{1,2})(?:\2([\dlIOoSB|]{4}))?(?!\w)")
_QUARTER = re.compile(r"\b([Qq])u[ýyỷ]\s*([1lI|H]{1,3}|[1lIT|]V)(?:\s*/?\s*(20\d\d)|(?=$|[\s/,;.\-–]))")


def mended(text: str) -> str:
    """A printed line without these slips."""
    text = _TWO_STROKES.sub("/", _FRAME.sub("", text))
    text = _DATE.sub(lambda m: m[0].translate(_LIKE_DIGITS) if re.search(r"\d", m[0]) else m[0], text)
    text = _QUARTER.sub(_quarter, text)
    return _lowered(text)


def has_quarter(text: str) -> bool:
    """Whether a text names a quarter, or breaks off where it should."""
    return bool(re.search(r"\b[Qq]u[ýyỷ]\b", text))


def with_quarters(text: str, reading: str, strokes: Sequence[int] = ()) -> str:
    """The text with the numbers of its quarters as another reading of the same words has them.

    Where as many quarters were counted in the picture, their strokes say which of I, II and III each is.
    """
    numbers = [_roman(number) for number in _READING.findall(reading)]
    named = list(_NAMED.finditer(text))
    if len(numbers) != len(named) and len(strokes) == len(named):
        numbers = [found[1] for found in named]
    if len(strokes) == len(numbers):
        numbers = [_counted(number, count) for number, count in zip(numbers, strokes, strict=True)]
    if len(named) != len(numbers):
        return text
    for found, number in zip(reversed(named), reversed(numbers), strict=True):
        text = text[: found.start(1)] + number + text[found.end(1) :]
    return text


_NAMED = re.compile(r"\b[Qq]uý\s+([1-4]|I{1,3}|IV)(?=$|[\s/,;.\-–])")
_READING = re.compile(r"\b[Qq]u[yýỷ]\s+([1lI|HT]{1,3}|[1lIT|]V|[1-4])(?=$|[\s/,;.\-–])")


def _counted(number: str, strokes: int) -> str:
    return "I" * strokes if set(number) == {"I"} and strokes in {1, 2, 3} else number


def _quarter(found: re.Match[str]) -> str:
    year = f"/{found[3]}" if found[3] else ""
    return f"{found[1]}uý {_roman(found[2])}{year}"


def _roman(read: str) -> str:
    if read.endswith("V"):
        return "IV"
    if read in {"2", "3", "4"}:
        return {"2": "II", "3": "III", "4": "IV"}[read]
    return "I" * min(3, sum(2 if sign == "H" else 1 for sign in read))


def _lowered(text: str) -> str:
    """Accented capitals after the first letter of a word are small letters, where the line is not in capitals."""
    letters = [c for c in text if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.5 * len(letters):
        return text
    return re.sub(r"[^\W\d_]+", lambda m: _word(m[0]), text)


def _word(word: str) -> str:
    accented = any(c.isupper() and unicodedata.decomposition(c) for c in word[1:])
    return word[0] + word[1:].lower() if accented else word
