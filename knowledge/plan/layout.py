"""What a whole table without rules shows of how it was set: where its cells begin, and how its units are named.

Where nearly every cell begins on a line of its own, a capital inside a line begins none ("Phòng Kế hoạch -"). Where
nearly every unit has a name in capitals ("Phòng Đào tạo"), a head before a small word is a thing ("Phòng đọc mới").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.text import folded
from knowledge.units.name_words import is_link, printed_head, words

_ENOUGH = 12  # cells or names, before they show how the table was set
_FEW = 0.06  # of the cells that begin inside a line, where the rule is that none does: readings that went wrong
_RARE = 0.2  # of the names in small words, likewise; the first pass takes things for units more often
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?$")
_SEVERAL = ("cac", "nhung", "toan", "tat", "can bo", "cong chuc", "vien chuc", "nguoi", "thanh vien")


@dataclass(slots=True)
class Layout:
    """Counts over the rows that were read so far."""

    cells: int = 0
    inside: int = 0  # of the cells, begun in the middle of a line
    below: int = 0  # cells begun behind a break
    elsewhere: int = 0  # of them, behind one that cells may go on over
    named: int = 0
    common: int = 0  # of the units, named by a small word behind the head

    def learn_row(self, cells: Sequence[Sequence[str]], printed: int) -> None:
        """Take in a row that was read, and how many printed lines it has: a line that two cells share counts twice."""
        self.cells += sum(map(bool, cells))
        self.inside += max(0, sum(map(len, cells)) - printed)

    def learn_breaks(self, cells: Sequence[Sequence[str]], printed: int, ended: int) -> None:
        """Take in a row that was read, and behind how many of its breaks no cell goes on."""
        inside = max(0, sum(map(len, cells)) - printed)
        begun = sum(map(bool, cells)) - 1 - inside
        self.below += begun
        self.elsewhere += max(0, begun - ended)

    def learn_names(self, units: Sequence[str]) -> None:
        """Take in the units of a cell."""
        for unit in units:
            kind = _is_common(unit)
            self.named += kind is not None
            self.common += kind is True

    @property
    def by_lines(self) -> bool:
        """Whether cells begin on lines of their own."""
        return self.cells >= _ENOUGH and self.inside <= _FEW * self.cells

    @property
    def by_breaks(self) -> bool:
        """Whether cells begin only behind breaks over which none goes on, or inside a line."""
        return self.below >= _ENOUGH and self.elsewhere <= _FEW * self.below

    def is_thing(self, text: str) -> bool:
        """Whether words that begin like a unit's name mean a thing, by what stands behind the head.

        A head that is counted or measured is a thing everywhere ("Ngân hàng 6.000 câu hỏi"), one before a small word
        only where the units of the table are named otherwise.
        """
        if is_counted(text):
            return True
        return self.named >= _ENOUGH and self.common <= _RARE * self.named and _is_common(text) is True


@lru_cache(maxsize=16384)
def is_counted(text: str) -> bool:
    """Whether a figure and then a small word stand behind the head; "Khu phố 3 phường An Phú" is a unit in another."""
    behind = _behind_head(text)
    if len(behind) < 2 or not _FIGURE.fullmatch(behind[0]) or not behind[1][:1].islower():
        return False
    return not _goes_on(behind[1])


@lru_cache(maxsize=16384)
def _is_common(text: str) -> bool | None:
    """Whether a small word stands right behind the head, None where the head is all or stands for several units."""
    behind = _behind_head(text)
    if not behind or not behind[0][:1].isalpha() or folded(text).startswith(_SEVERAL):
        return None
    digital = behind[0] == "số" and not " ".join(behind[1:2]).isdigit()  # "Thư viện số"; "Kho số 2" has a number
    return behind[0].islower() and (digital or not _goes_on(behind[0]))


def _goes_on(word: str) -> bool:
    """Whether a small word leads on to the owner or the level of a unit, or is of its kind ("Bộ môn")."""
    return is_link(word) or folded(word) in words("owner") | _LEVELS


_LEVELS = frozenset({"tinh", "xa", "phuong", "huyen", "thanh", "thi", "dac", "quan", "khu", "cap", "thon", "ap", "mon"})


def _behind_head(text: str) -> list[str]:
    head = printed_head(text)
    return text.split()[len(head.split()) :] if head else []
