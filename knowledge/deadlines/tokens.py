"""What a wording is cut into: tokens, each with the part it plays in a sentence about time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from knowledge.data import records
from knowledge.deadlines.printed_times import Named
from knowledge.language.text import folded


class Mark(Enum):
    """What a token is in the sentence."""

    TIME = auto()  # a day, month, quarter, year …, what lies before or after it, from … to; several in "tháng 3, 6"
    CYCLE = auto()  # "hằng quý": the rhythm
    REPORT = auto()  # "6 tháng", "quý", "năm" alone: names a periodic report
    DAY_OF_CYCLE = auto()  # "ngày 20" without a month
    PLACE_IN_CYCLE = auto()  # "tháng cuối quý", "tháng tiếp theo": where in the rhythm
    PERIODIC = auto()  # "định kỳ"
    ONGOING = auto()
    FOLLOWING = auto()  # "và các năm tiếp theo"
    DOCUMENT = auto()  # "theo Kế hoạch …": depends on another document
    EVENT = auto()  # "khi có …", "trong 05 ngày làm việc"
    UNTIL_EVENT = auto()  # "đến khi …"
    OCCASIONAL = auto()  # "hoặc đột xuất"
    AND = auto()
    COMMA = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One meaning-bearing piece of a wording.

    Args:
        mark: what it is.
        text: its settled words.
        times: of TIME.
        value: of CYCLE the rhythm ("monthly"), of PLACE_IN_CYCLE its name, of DAY_OF_CYCLE the day.
    """

    mark: Mark
    text: str
    times: Named = ()
    value: str = ""


Maker = Callable[[re.Match[str]], Token | None]
Rules = Iterator[tuple[str, Maker]]

# Pieces of patterns that all the word lists share.
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:(?:19|20)\d{2})(?!\d)"
REST = (
    r"(?P<rest>[^;]*)"  # the words of a document or an event; they end where the lexicon finds a time of the row itself
)


def plain(mark: Mark, value: str = "") -> Maker:
    """Makes tokens of one mark."""
    return lambda match: Token(mark, match[0], value=value)


def valued(mark: Mark, group: str) -> Maker:
    """Makes tokens whose value is a group of the pattern."""
    return lambda match: Token(mark, match[0], value=match[group] or "")


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The phrases of `knowledge/data/time_words.tsv` by kind, folded, the longest first."""
    table: dict[str, list[str]] = {}
    for phrase, kind, *_ in records("time_words.tsv"):
        table.setdefault(kind, []).append(folded(phrase))
    return {kind: tuple(sorted(phrases, key=len, reverse=True)) for kind, phrases in table.items()}


def any_of(name: str) -> str:
    """A pattern for any phrase of a kind."""
    return "(?:" + "|".join(map(re.escape, words()[name])) + r")\b"
