"""What cells come to that are set beside each other: sums of money, or the figures of what is compared.

A cell may hold several figures ("10 lớp, 650 người"): that one is taken whose thing the question compares, in whatever
word for it ("học viên" are people, "cây số" are km, "dài hơn" is of a length).
"""

import re
from collections.abc import Sequence

from knowledge.language.money import amount_of, figure_of
from knowledge.language.text import folded
from knowledge.questions.query import Intent

_FIGURE = re.compile(r"(?<![\w./])\d[\d.,]*(?![\w/])")
_COUNTED = re.compile(rf"({_FIGURE.pattern})\s+([^\W\d_]+)")
_MEASURED = re.compile(r"\b(?:nhieu|dong|it|may|bao nhieu) (\w+)")
_ALIKE = (
    ("km", frozenset({"km", "cay", "ki", "kilomet"}), re.compile(r"\b(?:dai|ngan) (?:hon|nhat)\b")),
    ("nguoi", frozenset({"nguoi", "hoc", "luot", "em"}), re.compile(r"\bdong (?:\w+ ){0,2}?(?:hon|nhat)\b")),
)  # a thing, other words by which it begins, what compares it without a word for it


def amounts_beside(name: Intent, texts: Sequence[str], asked: str) -> list[float | None]:
    """What each cell comes to: a sum of money, or the figure of the products; of several figures the one asked for."""
    if name is Intent.BUDGET:
        return [amount_of(text) for text in texts]
    said = folded(asked)
    counted = [{_thing(folded(thing)): figure for figure, thing in _COUNTED.findall(text)} for text in texts]
    wanted = {*map(_thing, _MEASURED.findall(said)), *(thing for thing, _, more in _ALIKE if more.search(said))}
    things = sorted({thing for each in counted for thing in each}.intersection(wanted))
    if things:
        best = max(things, key=lambda thing: sum(thing in each for each in counted))
        return [figure_of(each[best]) if best in each else None for each in counted]
    figures = [_FIGURE.findall(text) for text in texts]
    return [figure_of(found[0]) if len(found) == 1 else None for found in figures]


def _thing(word: str) -> str:
    """A thing by the word that stands for it wherever it is counted."""
    return next((thing for thing, words, _ in _ALIKE if word in words), word)
