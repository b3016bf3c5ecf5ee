"""The printed lines of a table cell → its text, with a line break only where the writer made one.

A line that ends although the next word would still have fitted was ended by the writer (a list of units, one a line);
any other line ends because the column does.
"""

import re
from collections.abc import Sequence

from knowledge.readers.lines import is_item, join
from knowledge.readers.pdf_text import Line

_STOPS = (".", ";", ":", "!", "?")


def cell_text(lines: Sequence[Line], width: float) -> str:
    """The text of a cell whose lines may be `width` wide."""
    text = ""
    lone = sum(bool(_BULLET.match(line.text)) for line in lines) == 1 and not _BULLET.match(lines[0].text)
    for previous, line in zip((None, *lines), lines, strict=False):
        if previous is None:
            text = line.text
        elif _ended(previous, line, width) and not (lone and _goes_on(previous, line)):
            text = f"{text}\n{line.text}"
        else:
            text = join(text, line.text)
    return text


_BULLET = re.compile(r"[-+•]\s")


def _goes_on(line: Line, following: Line) -> bool:
    """Whether the only dash of a cell belongs to a name broken over two lines ("Phòng Kế hoạch / - Tài chính")."""
    return re.match(r"[-–]\s", following.text) is not None and not line.text.endswith(_STOPS)


def _ended(line: Line, following: Line, width: float) -> bool:
    if is_item(following.text) and (line.text.endswith(_STOPS) or _BULLET.match(following.text)):
        return True
    if line.text.endswith(("-", "–", "/", ",")):
        return False
    word = following.text.split()[0]
    letter = (following.x1 - following.x0) / max(1, len(following.text))
    fits = (line.x1 - line.x0) + letter * (len(word) + 1) < width - line.size
    return fits and (not word[0].islower() or line.text.endswith(_STOPS))
