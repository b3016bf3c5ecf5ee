"""Sums of money that are said in words ("hai trăm triệu", "tỷ rưỡi", "hai tỷ tư"), written in digits.

A number of words stands before a coin; behind it stands what is over: half of the coin, tenths by one figure, or a
number with a smaller coin. "Vài trăm triệu" is no sum.
"""

from collections.abc import Sequence

from knowledge.language.money import figure_of
from knowledge.language.text import canonical, folded

_COINS = {"tỷ": 1e9, "tỉ": 1e9, "triệu": 1e6, "nghìn": 1e3, "ngàn": 1e3}
_FIGURES = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7,
            "bẩy": 7, "tám": 8, "chín": 9}  # fmt: skip
_TENS = {"mươi", "chục", "mười"}
_SILENT = {"linh", "lẻ", "không"}
_HALF, _HUNDRED = {"rưỡi", "rưởi"}, {"trăm"}
_NEVER_FIRST = {"tư", "lăm", "nhăm", "mốt", *_SILENT, *_HALF}
_VAGUE = {"vài", "mấy", "nhiều", "hàng", "nhiêu"}
_NO_SUM = {*_VAGUE, "tháng", "quý", "ngày", "mùng"}
_TO = {"đến", "tới"}
_BEHIND = {*_TO, "đồng", "trở", "đổ", "nào", "không", "thì", "và", "hay", "hoặc"}
_WORDS = {*_FIGURES, *_TENS, *_SILENT, *_HALF, *_HUNDRED}
_BEGINNINGS = {*_WORDS, *_COINS, "nửa"}
_TEN = 10
Sum = tuple[float, int]  # in đồng, and where it ends


def with_sums(words: Sequence[str]) -> list[str]:
    """The words with sums in words put into digits, in their coin."""
    said = [_BARE.get(word, word) for word in words]  # each as it is written here
    if _COINS.keys().isdisjoint(said):
        return list(words)
    found: list[str] = []
    at = 0
    while at < len(words):
        begins = said[at] in _BEGINNINGS or said[at][:1].isdecimal()
        read = _sum(said, at) if begins and not (at and said[at - 1] in _NO_SUM) else None
        if read:
            coin = next(i for i in range(at, read[1]) if said[i] in _COINS)
            found += [_written(read[0] / _COINS[said[coin]]), words[coin]]
        elif first := _from(said, at):
            found.append(_written(first[0]))
            read = first
        else:
            found.append(words[at])
        at = read[1] if read else at + 1
    return found


def in_digits(words: Sequence[str]) -> str:
    """A number that is said in words with their accents, as it is written; empty where they are none, or a year.

    "hai" is 2 and "bốn trăm mười hai" is 412; "năm" alone is rather a year than 5.
    """
    if not _WORDS.issuperset(words) or list(words) == ["năm"]:
        return ""
    value, end = _number(words, 0)
    return _written(value) if value and end == len(words) else ""


def in_words(figure: str) -> str:
    """A figure as plans print it in a name of their field ("bốn tại chỗ", "ba trong một"); empty where they do not.

    "một" and "năm" are other words far more often ("một số", "năm 2027").
    """
    return next((word for word, worth in _FIGURES.items() if str(worth) == figure and word not in _RATHER), "")


_RATHER = {"một", "năm", *_NEVER_FIRST}


def _from(said: Sequence[str], at: int) -> Sum | None:
    """The number that a stretch of sums begins with ("từ | một trăm | đến hai trăm triệu")."""
    number, end = _number(said, at) if said[at] in _WORDS else (None, at)
    goes_on = number is not None and end + 1 < len(said) and said[end] in _TO and _sum(said, end + 1)
    return (number or 0, end) if goes_on else None


def _sum(said: Sequence[str], at: int) -> Sum | None:
    """The sum that begins at a word and has some word for a number; None where there is none."""
    number, end = _number(said, at)
    coin = _COINS.get(said[end]) if end < len(said) else None
    if number is None:
        return _half(said, at)
    if coin is None:
        return None
    over, last = _over(said, end + 1, coin)
    worded = any(word in _WORDS for word in said[at:last])
    return (number * coin + over, last) if worded else None


def _half(said: Sequence[str], at: int) -> Sum | None:
    """A sum without a number: "nửa tỷ", "tỷ rưỡi"."""
    first, *rest = said[at : at + 2]
    if first == "nửa" and rest and rest[0] in _COINS:
        return _COINS[rest[0]] / 2, at + 2
    return (_COINS[first] * 1.5, at + 2) if first in _COINS and _HALF.issuperset(rest) and rest else None


def _over(said: Sequence[str], at: int, coin: float) -> Sum:
    """What is said behind a coin: "rưỡi", "tư", "hai trăm triệu"."""
    if at < len(said) and said[at] in _HALF:
        return coin / 2, at + 1
    number, end = _number(said, at)
    if number is None:
        return _tenths(said, at, coin)
    smaller = _COINS.get(said[end], 0.0) if end < len(said) else 0.0
    if 0 < smaller < coin:
        return number * smaller, end + 1
    return _tenths(said, at, coin)


def _tenths(said: Sequence[str], at: int, coin: float) -> Sum:
    """One figure behind a coin ("hai tỷ tư"), with which the sum ends: "một tỷ năm 2027" names a year."""
    figure = _FIGURES.get(said[at], 0) if at < len(said) else 0
    ends = bool(figure) and (at + 1 == len(said) or said[at + 1] in _BEHIND)
    return (figure * coin / _TEN, at + 1) if ends else (0, at)


def _number(said: Sequence[str], at: int) -> tuple[float | None, int]:
    """The number that begins at a word, and where it ends; None where none does."""
    if at < len(said) and said[at][:1].isdecimal() and said[at].replace(",", "").replace(".", "").isdecimal():
        return figure_of(said[at]), at + 1
    value, last, end, ahead = 0.0, 0.0, at, ""
    if said[at : at + 1] and said[at] in _NEVER_FIRST:  # without accents "tu" may be "từ"
        return None, at
    while end < len(said) and said[end] in _WORDS:
        value, last = _added(value, last, said[end])
        ahead, end = said[max(end - 1, at)], end + 1
    last *= _TEN if ahead in _HUNDRED and last else 1  # "trăm hai" is 120, "trăm linh hai" 102
    return (value + last, end) if end > at and value + last else (None, at)


def _added(value: float, last: float, word: str) -> tuple[float, float]:
    """A number with one more word: what is whole already, and the figure that may still be multiplied."""
    if word in _HUNDRED:
        return value + (last or 1) * _TEN**2, 0
    if word in _TENS:
        return value + (last or 1) * _TEN, 0
    if word in _HALF:
        return value + (_TEN**2 / 2 if value % _TEN**2 == 0 else _TEN / 2), 0
    return value, _FIGURES.get(word, last)


def _written(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ",")


NUMERALS = frozenset(map(folded, _WORDS)) | {str(worth) for worth in _FIGURES.values()}
"""The folded words and figures that a number begins with which may be written otherwise."""
_BARE = {folded(word): canonical(word) for word in (*_NEVER_FIRST, *_COINS, *_NO_SUM, *_BEHIND, *_FIGURES, *_TENS)}
_BARE |= {folded(word): word for word in (*_HUNDRED, "nửa", "một", "tư", "không")}
