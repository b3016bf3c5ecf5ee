"""What a wording is cut into: tokens, each with the part it plays in a sentence about time."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import resources

from knowledge.deadlines.calendar_spans import Span
from knowledge.language.text import folded


class Mark(Enum):
    """What a token is in the sentence."""

    SPAN = auto()  # a day, month, quarter, year …; several where they share one head ("tháng 3, 6")
    RANGE = auto()  # a stretch printed as one ("tháng 3-6"): its last member counts
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
    FROM = auto()
    TO = auto()
    BEFORE = auto()
    AND = auto()
    COMMA = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()
    PART = auto()  # "cuối", "giữa", "nửa đầu", "tuần 2": which part of the span that follows
    SINCE = auto()  # "trở đi": the span before is only a start
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One meaning-bearing piece of a wording.

    Args:
        mark: what it is.
        text: its settled words.
        spans: of SPAN and RANGE.
        value: of CYCLE the rhythm ("monthly"), of PART and PLACE_IN_CYCLE its name, of DAY_OF_CYCLE the day.
    """

    mark: Mark
    text: str
    spans: tuple[Span, ...] = ()
    value: str = ""


Maker = Callable[[re.Match[str]], Token | None]
Rules = Iterator[tuple[str, Maker]]

# Pieces of patterns that all the word lists share.
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:(?:19|20)\d{2})(?!\d)"
# What begins a time: after "từ", "đến", "đầu" only these are about time.
TIME = (
    r"(?:ngay|thang|quy|nam|tuan|\d|q\.?[\divl]|t\.?\d|dau|cuoi|giua|nua|het|giai doan|truoc"
    r"|thuong tuan|trung tuan|ha tuan)(?![a-z])"
)
# Where the words of a document or an event end and a time of the row itself begins.
STOP = (
    r",? ?(?:va |nhung )?(?:truoc (?:ngay )?\d|truoc (?:thang|quy|nam) [\divl]|cham nhat|muon nhat"
    r"|khong (?:muon|cham) (?:hon|qua)|hoan thanh (?:truoc|trong)|xong truoc|den het (?:ngay|thang|quy|nam|\d)"
    r"|thuong xuyen|dinh ky)"
    r"|, ?(?:trong |den |het |cuoi )?(?:quy [ivl\d]|thang \d|nam \d|ngay \d|\d{1,2}/\d|hang |moi )"
    r"| va (?:hang |khi |thuong )|\(truoc"
)
REST = rf"(?:(?!{STOP})[^;])*"


def plain(mark: Mark, value: str = "") -> Maker:
    """Makes tokens of one mark."""
    return lambda match: Token(mark, match[0], value=value)


def valued(mark: Mark, group: str) -> Maker:
    """Makes tokens whose value is a group of the pattern."""
    return lambda match: Token(mark, match[0], value=match[group] or "")


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The lists of `knowledge/data/deadline_words.toml`, folded, longest first."""
    file = resources.files("knowledge.data").joinpath("deadline_words.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: tuple(sorted(map(folded, entries), key=len, reverse=True)) for name, entries in table.items()}


def any_of(name: str) -> str:
    """A pattern for any word of a list."""
    return "(?:" + "|".join(map(re.escape, words()[name])) + r")\b"
