"""What people want for themselves: to be reminded of a row, or to hear nothing for a while. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from knowledge.language.text import folded

USUAL = (3,)  # days before the date, where none are said
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody wants to be reminded of a row.

    Args:
        user: also the number of their private chat.
        before: days before each of its dates, each a stage.
    """

    user: int
    ref: str
    before: tuple[int, ...] = USUAL


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody wants to hear nothing of their own reminders up to a day, which is included."""

    user: int
    until: date


def days_before(text: str) -> tuple[tuple[int, ...], str]:
    """How many days before a date somebody wants to be reminded ("trước 1 tuần"), and the words beside it."""
    bare = folded(text)
    if len(bare) != len(text):  # a letter that folds into two: then the words cannot be cut out
        text = bare
    found = _AHEAD.search(bare)
    if found is None:
        return USUAL, text.strip()
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
    if found["same"]:
        return (0,), rest
    count = int(found["count"]) if found["count"].isdecimal() else _COUNTS[found["count"]]
    return (min(count * _LENGTHS[found["unit"]], MOST_DAYS),), rest


def asks_to_be_reminded(text: str) -> str | None:
    """What somebody wants to be reminded of ("nhắc tôi việc 2.3 trước 3 ngày"); None where that is not wanted."""
    bare = folded(text)
    found = _REMIND_ME.match(bare)
    return (text if len(bare) == len(text) else bare)[found.end() :].strip() if found else None


_REMIND_ME = re.compile(
    r"(?:(?:xin|hay|nho|vui long|dong chi|bot) )*nhac (?:rieng |viec |lai )?(?:cho )?(?:toi|em|minh|tui|anh|chi)\b"
    r"(?: (?:ve|viec|nhiem vu|nay|do|so(?= \d)))*(?: nhe| voi| a)?"
)
_NAMED = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_COUNTS = {word: n for n, word in enumerate(_NAMED, start=1)}
_LENGTHS = {"ngay": 1, "hom": 1, "tuan": 7, "thang": 30}
_AHEAD = re.compile(
    rf"\b(?:(?P<same>dung (?:ngay|hom|han)(?: do)?)|(?:truoc )?(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}) ?"
    r"(?P<unit>ngay|hom|tuan|thang))\b(?: truoc)?"
)
