"""The header of a table that has neither rules nor a column of numbers, and the lines below it, page by page.

Any name may stand first, so that all of its lines have to be names: of a task, of who does it and of when. Where the
header is printed again a page begins; the number of the page above it is no word of the table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.document import Paragraph
from knowledge.language.text import folded
from knowledge.plan.column_names import names_a_column, opens_a_name
from knowledge.plan.columns import Column, Role, named, role_of
from knowledge.plan.header_words import names_in
from knowledge.plan.part_numbers import parts_above
from knowledge.plan.settled_columns import is_of_tasks, settle

_FEWEST = 3  # columns
_LONGEST_NAME = 7  # words
_LONGEST_LINE = 140  # characters: all names may stand on one line
_LONGEST_HEADER = 16  # lines
_ENDS = (".", ";", ":", ",", "!", "?")


@dataclass(frozen=True, slots=True)
class UncountedTable:
    """The columns of a table, the lines below its header by page, and the position past the last of them."""

    columns: tuple[Column, ...]
    pages: list[list[Paragraph]]
    end: int


def uncounted_table(paragraphs: Sequence[Paragraph], at: int, ends: re.Pattern[str]) -> UncountedTable | None:
    """The table whose header begins with a line; some words end it wherever they stand."""
    columns, height = _header(paragraphs[at : at + _LONGEST_HEADER])
    if not columns:
        return None
    header = [folded(line.text) for line in paragraphs[at : at + height]]
    parts = parts_above(paragraphs[:at])
    pages: list[list[Paragraph]] = [[]]
    position = at + height
    while position < len(paragraphs):
        text = paragraphs[position].text
        if ends.match(text) or parts.ended_by(text, ()):
            break
        if [folded(line.text) for line in paragraphs[position : position + height]] == header:
            if pages[-1] and pages[-1][-1].text.isdigit():
                pages[-1].pop()
            pages.append([])
            position += height
            continue
        pages[-1].append(paragraphs[position])
        position += 1
    return UncountedTable(columns, pages, position)


def _header(lines: Sequence[Paragraph]) -> tuple[tuple[Column, ...], int]:
    """The columns of a header that begins with the first line, and its height: as many columns as its lines name."""
    best: tuple[tuple[Column, ...], int] = ((), 0)
    if not lines or not (opens_a_name(lines[0].text) or role_of(lines[0].text)[1]):
        return best
    words: list[str] = []
    for height, line in enumerate(lines, start=1):
        if line.text.endswith(_ENDS) or len(line.text) > _LONGEST_LINE or any(map(str.isdigit, line.text)):
            break
        words.extend(line.text.split())
        below = lines[height].text if height < len(lines) else ""
        columns = () if below[:1].islower() else _columns(words)
        if len(columns) > len(best[0]):
            best = columns, height
    return best


def _columns(words: Sequence[str]) -> tuple[Column, ...]:
    """The columns that words name, where they name nothing else; who does a task and when have to be among them."""
    names = names_in(words)
    if len(names) < _FEWEST or not all(map(_is_name, names)):
        return ()
    columns = settle([named(name, "") for name in names], ())
    roles = [column.role for column in columns]
    told = [role for role in roles if role is not Role.OTHER]
    once = len(set(told)) == len(told) and Role.STT not in told
    return tuple(columns) if once and {Role.LEAD, Role.TIME} <= set(roles) and is_of_tasks(columns) else ()


def _is_name(name: str) -> bool:
    role, strength = role_of(name)
    known = names_a_column(name) if role is Role.OTHER else strength > 0
    return known and name.count(" ") < _LONGEST_NAME
