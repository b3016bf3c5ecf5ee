"""The printed lines of a table cell → its text, with a line break only where the writer made one.

A line that ends although the next word would still have fitted was ended by the writer (a list of units, one a line);
any other line ends because the column does. Where a document lists units so, one that fills its line ends with it too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.readers.lines import is_item, join
from knowledge.readers.pdf_text import Line
from knowledge.units.name_words import head_of, starts_with_head, words

_STOPS = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of a column are written.

    Args:
        width: of a line at most, as the edges of the column have it.
        listed: whether a unit in it ends with its line although the next word would have fitted.
        marked: whether a mark parts the units in it.
    """

    width: float
    listed: bool = False
    marked: bool = False


def column_of(cells: Sequence[Sequence[Line]], width: float) -> Column:
    """What the cells of a column tell of it."""
    plain = Column(width)
    named = [pair for lines in cells if lines and _begins_unit(lines[0]) for pair in pairwise(lines)]
    marked = any(";" in line.text or line.text.endswith(",") for line, _ in named)
    listed = not marked and any(_begins_unit(after) and _ended(line, after, plain) for line, after in named)
    return replace(plain, listed=listed, marked=marked)


def cell_text(lines: Sequence[Line], column: Column, *, listed: bool = False) -> str:
    """The text of a cell; `listed` where the document has units one a line."""
    text = ""
    marked = bool(lines) and _begins_unit(lines[0]) and any(";" in line.text for line in lines)
    named = listed and not column.marked and bool(lines) and _begins_unit(lines[0])
    lone = sum(bool(_BULLET.match(line.text)) for line in lines) == 1 and not _BULLET.match(lines[0].text)
    for previous, line in zip((None, *lines), lines, strict=False):
        if previous is None:
            text = line.text
        elif marked and not previous.text.endswith(_STOPS):
            text = join(text, line.text)  # its units end with marks, and this line with none
        elif _ended(previous, line, column, named=named) and not (lone and _goes_on(previous, line)):
            text = f"{text}\n{line.text}"
        else:
            text = join(text, line.text)
    return text


_BULLET = re.compile(r"[-+•]\s")


def _begins_unit(line: Line) -> bool:
    return line.text[:1].isupper() and starts_with_head(line.text)


def _cuts_name(line: Line, following: Line) -> bool:
    """Whether the last unit of a line has only begun: "UBND cấp xã, Phòng", or "Trung tâm" with the rest below."""
    *before, last = (folded(piece).strip() for piece in re.split("[,;]", line.text))
    begun = bool(last) and head_of(last) == last and last not in words("complete")
    return begun and (bool(before) or not _begins_unit(following))


def _goes_on(line: Line, following: Line) -> bool:
    """Whether the only dash of a cell belongs to a name broken over two lines ("Phòng Kế hoạch / - Tài chính")."""
    return re.match(r"[-–]\s", following.text) is not None and not line.text.endswith(_STOPS)


def _ended(line: Line, following: Line, column: Column, *, named: bool = False) -> bool:
    """Whether the writer ended a line; `named` where each line that begins as a unit does is one."""
    if is_item(following.text) and (line.text.endswith(_STOPS) or _BULLET.match(following.text)):
        return True
    if line.text.endswith(("-", "–", "/", ",")) or _cuts_name(line, following):
        return False
    word = following.text.split()[0]
    letter = (following.x1 - following.x0) / max(1, len(following.text))
    fits = (line.x1 - line.x0) + letter * (len(word) + 1) < column.width - line.size
    return (named and _begins_unit(following)) or (fits and (not word[0].islower() or line.text.endswith(_STOPS)))
