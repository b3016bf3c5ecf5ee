"""How long something lasts or is kept ("nghỉ thai sản mấy tháng"), and whether that verb may name a row instead."""

import re
from collections.abc import Sequence

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.text import folded
from knowledge.questions.rule_words import HOW_MANY

_NEAR = 5  # words up to what asks
SPELLS = CALENDAR - {"quy"} | {"gio", "buoi", "phut", "lau"}
_NO_SPAN = frozenset({"nua", "toi", "de"})
_ENDS = re.compile(r"(?:nua|(?:(?:thi|la|moi|se|phai) )?(?:xong|hoan thanh|ket thuc))\b")


def asks_how_long(words: Sequence[str], end: int) -> bool:
    """Whether how long is asked right behind a verb ("nghỉ thai sản | mấy tháng"), and no day that is left.

    "Mất bao lâu để …" asks by when a thing is done, and so does "kho lưu trữ điện tử bao lâu thì xong".

    Args:
        end: where the verb ends.
    """
    behind = [*map(folded, words[end:])]
    counted = _counted(behind)
    asked = any(behind[at + 1] in SPELLS and _NO_SPAN.isdisjoint(behind[at + 2 : at + 3]) for at in counted)
    return asked and not _ENDS.match(" ".join(behind[counted[0] + 2 : counted[0] + 5]))


def name_around(words: Sequence[str], at: int, end: int) -> str:
    """The folded words around a verb up to what asks, where they may name a row ("kho lưu trữ điện tử | bao lâu").

    Empty where nothing stands between both, for then it is asked of the verb ("hồ sơ lưu trữ | bao lâu").
    """
    bare = [*map(folded, words)]
    first = next(iter(_counted(bare[end:])), 0)
    between = bare[end : end + first]
    still = between[-1:] == ["con"]
    between = between[:-1] if still else between
    return " ".join(bare[max(at - 1, 0) : end] + between) if between or (still and at) else ""


def _counted(behind: Sequence[str]) -> list[int]:
    """The places near a verb where it is asked how many or how long."""
    near = behind[:_NEAR]
    return [at for at, word in enumerate(near[:-1]) if word in HOW_MANY or near[at : at + 2] == ["bao", "lau"]]
