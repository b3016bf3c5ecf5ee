"""Tables drawn with signs, as terminals and mails print them: "+----+", "| 1 | …", or box-drawing letters.

A ruler line parts the rows; what stands between two rulers is one row of several printed lines, or several rows where
more than one of its lines has something in the first column.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from knowledge.readers.lines import TextLine
from knowledge.readers.text_rows import TextRow

_RULER = re.compile(r"\s*[+┌╔├╠└╚╟][-=+─━═┬┴┼╦╩╬╤╧╪╫]{4,}[+┐╗┤╣┘╝╢]\s*")
_LINE = re.compile(r"\s*[|│║┃](?P<cells>.*)[|│║┃]\s*")
_BAR = re.compile(r"[|│║┃]")


def is_ruler(line: str) -> bool:
    """Whether a line only rules off the rows of a drawn table."""
    return _RULER.fullmatch(line) is not None


def boxed_rows(lines: Sequence[TextLine], start: int) -> tuple[list[TextRow], int]:
    """The rows of the table that begins with a ruler, and the position past it; no rows where it is no table."""
    end = start
    while end < len(lines) and (is_ruler(lines[end].text) or _LINE.fullmatch(lines[end].text)):
        end += 1
    rows = [row for group in _between_rulers(lines, start, end) for row in _rows(lines, group)]
    return (rows, end) if rows else ([], start + 1)


def _between_rulers(lines: Sequence[TextLine], start: int, end: int) -> Iterator[list[int]]:
    group: list[int] = []
    for at in range(start, end):
        if is_ruler(lines[at].text):
            yield group
            group = []
        else:
            group.append(at)
    yield group


def _rows(lines: Sequence[TextLine], group: Sequence[int]) -> Iterator[TextRow]:
    printed = [(at, _cells(lines[at].text)) for at in group]
    begins = [n for n, (_, cells) in enumerate(printed) if n == 0 or cells[0].strip()]
    for first, last in pairwise([*begins, len(printed)]):
        pieces = printed[first:last]
        columns = zip_longest(*(cells for _, cells in pieces), fillvalue="")  # a line may be printed short
        yield TextRow(tuple(map(_cell, columns)), pieces[0][0], pieces[-1][0])


def _cells(line: str) -> list[str]:
    match = _LINE.fullmatch(line)
    return _BAR.split(match["cells"]) if match else [line]


def _cell(pieces: Sequence[str]) -> str:
    """The printed lines of a cell; a line with room for the word that begins the next one ends by itself."""
    text = ""
    for above, piece in zip(("", *pieces), pieces, strict=False):
        word = piece.split()[0] if piece.strip() else ""
        if not word:
            continue
        ended = len(above.strip()) + 1 + len(word) <= len(above.strip("\n")) - 2
        text += ("\n" if text and ended else " " if text else "") + piece.strip()
    return text
