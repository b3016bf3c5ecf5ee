"""How long something lasts or is kept ("nghỉ thai sản mấy tháng"), and whether that verb may name a row instead."""

import re
from collections.abc import Sequence

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.text import folded
from knowledge.questions.rule_words import HOW_MANY

_NEAR = 5  # words up to what asks
_SPELLS = CALENDAR - {"quy"} | {"gio", "buoi", "phut", "lau"}
_NO_SPAN = frozenset({"nua", "toi"})  # "mấy tháng | tới" is a time
_AROUND = _NO_SPAN | {"nay", "qua", "cuoi", "dau", "sau", "truoc", "con", "gan"}
_ENDS = re.compile(r"(?:nua|(?:(?:thi|la|moi|se|phai) )?(?:xong|hoan thanh|ket thuc))\b")


def asks_how_long(words: Sequence[str], end: int) -> bool:
    """Whether how long is asked right behind a verb ("nghỉ thai sản | mấy tháng"), and no day that is left.

    "Mất bao lâu để …" asks by when a thing is done, and so does "kho lưu trữ điện tử bao lâu thì xong".

    Args:
        end: where the verb ends.
    """
    behind = [*map(folded, words[end:])]
    counted = _counted(behind[:_NEAR])
    asked = any(_is_spell(behind, at, _NO_SPAN | {"de"}) for _, at in counted)
    return asked and not _ENDS.match(" ".join(behind[counted[0][1] + 1 : counted[0][1] + 4]))


def asks_how_long_anywhere(words: Sequence[str]) -> bool:
    """Whether it is asked how long something lasts ("được nghỉ | mấy ngày"), but not "mấy tháng tới có gì"."""
    bare = [*map(folded, words)]
    return any(_is_spell(bare, at, _AROUND) for _, at in _counted(bare))


def name_around(words: Sequence[str], at: int, end: int) -> str:
    """The folded words around a verb up to what asks, where they may name a row ("kho lưu trữ điện tử | bao lâu").

    Empty where nothing stands between both, for then it is asked of the verb ("hồ sơ lưu trữ | bao lâu").
    """
    bare = [*map(folded, words)]
    first = next((start for start, _ in _counted(bare[end : end + _NEAR])), 0)
    between = bare[end : end + first]
    still = between[-1:] == ["con"]
    between = between[:-1] if still else between
    return " ".join(bare[max(at - 1, 0) : end] + between) if between or (still and at) else ""


def _counted(bare: Sequence[str]) -> list[tuple[int, int]]:
    """Where it is asked how many or how long ("bao nhiêu | tháng"), each with the place of what is counted."""
    pairs = ((at, bare[at]) for at in range(len(bare) - 1))
    return [
        (at - (word != "bao" and bare[max(at - 1, 0)] == "bao"), at + 1)
        for at, word in pairs
        if word in HOW_MANY or (word, bare[at + 1]) == ("bao", "lau")
    ]


def _is_spell(bare: Sequence[str], at: int, but: frozenset[str]) -> bool:
    """Whether a word is a stretch of time, with none of some words behind it."""
    return bare[at] in _SPELLS and but.isdisjoint(bare[at + 1 : at + 2])
