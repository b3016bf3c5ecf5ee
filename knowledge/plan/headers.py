"""Which column of a table holds what, by the meaning of its header and not by one wording.

Offices name the same column in many ways ("Cơ quan chủ trì", "Đơn vị thực hiện", "Người phụ trách"); the words stand in
`data/headers.tsv`. A header may have two levels ("Phân công" over "Chủ trì" and "Phối hợp", "Kinh phí" over years), a
row that only numbers the columns below it, no accents, or slips of OCR.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from knowledge.document import Cell, Cover, Row
from knowledge.language.text import folded, folded_tokens
from knowledge.plan.block import split_marker
from knowledge.plan.chart import PERIOD, months_in_full
from knowledge.plan.columns import (
    LONGEST,
    POINT,
    SLIP,
    WHAT,
    Column,
    Role,
    flat,
    header_words,
    named,
    role_of,
)
from knowledge.plan.contents import by_contents
from knowledge.plan.labels import labels_in
from knowledge.plan.settled_columns import is_of_tasks, settle, unit_columns

_NUMBERED = re.compile(r"^[\[(]?(?:\d{1,2}|[A-Za-z])[\])]?(?:\s*=.*)?[.]?$")
_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[IVX]+)\W*$")
_FEW_WORDS = 5  # of any kind can be a header; more have to be words that headers are made of
_DEEPEST = 3  # levels of a header
_SAMPLE = 40  # rows below a header that tell which of its columns are units


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, how many printed rows say so, and the words of the first of these and of those below."""

    columns: tuple[Column, ...]
    height: int
    labels: tuple[str, ...]
    lower: tuple[tuple[str, ...], ...] = ()

    def first(self, role: Role) -> int | None:
        """The position of the first column with a role."""
        return next((i for i, c in enumerate(self.columns) if c.role is role), None)

    def all(self, role: Role) -> tuple[int, ...]:
        """The positions of all columns with a role."""
        return tuple(i for i, c in enumerate(self.columns) if c.role is role)


def find_header(rows: Sequence[Row]) -> tuple[int, Header] | None:
    """The first header of tasks, with its position; None where the table has none."""
    for at in range(len(rows)):
        header = read_header(rows, at)
        if header:
            return at, header
    return None


def read_header(rows: Sequence[Row], at: int) -> Header | None:
    """The header that begins with a row, or None where that row heads no table of tasks."""
    top, wrapped = _whole(rows, at)
    if not _looks_like_header(top, rows[at + wrapped + 1 : at + _SAMPLE]):
        return None
    names, subs, height = _levels([top, *map(_in_full, rows[at + wrapped + 1 : at + _SAMPLE])])
    height += wrapped
    printed = [_texts(row) for row in rows[at : at + height]]
    body = [row for row in rows[at + height :] if _texts(row) not in printed]  # the header again, on another page
    found = [named(name, sub) for name, sub in zip(names, subs, strict=True)]
    columns = settle(by_contents(found, body), body)
    if not (is_of_tasks(columns) or _says_in_cells(columns, body)):
        return None
    if at + height < len(rows) and is_numbering(rows[at + height]):
        height += 1
    return Header(tuple(columns), height, tuple(printed[0]), tuple(map(tuple, printed[1 : wrapped + 1])))


def _says_in_cells(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    """Whether rows of tasks say themselves, behind labels, who does them or when ("Chủ trì: …")."""
    if not any(column.role in {Role.TASK, Role.ACTIVITY} for column in columns):
        return False
    saying = sum(any(map(_says_who_or_when, row.cells)) for row in body)
    return saying > 0 and saying >= len(body) / 2


def _says_who_or_when(cell: Cell) -> bool:
    lines = cell.text.split("\n") if cell.cover is Cover.OWN else ()
    said = (label.role for line in lines for label in labels_in(split_marker(line.strip())[1]).labels)
    return not {Role.LEAD, Role.TIME}.isdisjoint(said)


def _texts(row: Row) -> list[str]:
    return [flat(cell) for cell in row.cells]


def _whole(rows: Sequence[Row], at: int) -> tuple[Row, int]:
    """A row joined with the rows below it that only go on with its names, and their number.

    Of "Đơn vị," over "cá nhân phụ trách" a spreadsheet keeps each line in a row of its own.
    """
    top, below = rows[at], 0
    while below + 1 < _DEEPEST and at + below + 1 < len(rows) and _goes_on(rows[at + below + 1], top):
        below += 1
        pairs = zip(top.cells, rows[at + below].cells, strict=True)
        cells = (replace(cell, text=f"{cell.text} {more.text}".strip()) for cell, more in pairs)
        top = replace(top, cells=tuple(cells))
    return _in_full(top), below


def _goes_on(row: Row, top: Row) -> bool:
    """Whether the cells of a row only hold words of names, in small letters, that begin in the row above."""
    said = [(cell, flat(above)) for cell, above in zip(_texts(row), top.cells, strict=True) if cell]
    words = [word for cell, _ in said for word in folded_tokens(cell)]
    if len(said) < 2 or not all(cell[0].islower() and above[:1].isupper() for cell, above in said):
        return False
    return sum(word in header_words() for word in words) >= _OF_NAMES * len(words)


_OF_NAMES = 0.75  # share of words that names of columns are made of


def _in_full(row: Row) -> Row:
    texts = _texts(row)
    full = months_in_full(texts)
    if full == texts:
        return row
    cells = (replace(cell, text=text) for cell, text in zip(row.cells, full, strict=True))
    return replace(row, cells=tuple(cells))


def repeats(row: Row, header: Header) -> bool:
    """Whether a row prints the header once more, or a further line of its names, perhaps with slips."""
    return any(_is_alike(_texts(row), labels) for labels in (header.labels, *header.lower))


def _is_alike(cells: Sequence[str], labels: Sequence[str]) -> bool:
    if len(cells) != len(labels):
        return False
    pairs = [(folded(a), folded(b)) for a, b in zip(cells, labels, strict=True) if a or b]
    alike = sum(a == b or fuzz.ratio(a, b) >= SLIP for a, b in pairs)
    return bool(pairs) and alike >= max(2, 0.7 * len(pairs))


def is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3) …, A B 1 2."""
    cells = [flat(cell) for cell in row.cells if cell.cover is Cover.OWN]
    filled = [c for c in cells if c]
    if len(filled) < 3 or len(filled) < len(cells) - 1 or not all(_NUMBERED.match(c) for c in filled):
        return False
    letters = [c.strip("[]().").upper() for c in filled]
    if letters == [chr(ord("A") + n) for n in range(len(letters))]:
        return True
    digits = [int(d[0]) for c in filled if (d := re.findall(r"\d+", c))]
    return len(digits) >= 2 and digits == sorted(digits) and len(set(digits)) == len(digits)


def _looks_like_header(row: Row, body: Sequence[Row]) -> bool:
    words = [(i, flat(c)) for i, c in enumerate(row.cells) if c.cover is Cover.OWN]
    own = [text for _, text in words if any(map(str.isalnum, text))]  # "#" is no word
    if len(own) < 2 or any(len(t) > LONGEST or _is_sentence(t) for t in own) or _NUMBER.match(flat(row.cells[0])):
        return False
    if units := unit_columns(_texts(row), body):
        own = [text for i, text in words if i not in units and any(map(str.isalnum, text))]
    known = [role_of(t) if _could_name(t) else (Role.OTHER, 0) for t in own]
    sure = {role for role, strength in known if strength >= 1 and role is not Role.OTHER}
    named = sum(strength > 0 or _names_time(t) for t, (_, strength) in zip(own, known, strict=True))
    return len(sure) >= 2 and named >= 0.6 * len(own)


def _names_time(text: str) -> bool:
    bare = folded(text)
    return PERIOD.match(bare) is not None or POINT.match(bare) is not None


def _is_sentence(text: str) -> bool:
    """Whether a text ends as one; "No." and "Số TT." are short for a name."""
    return text.endswith(";") or (text.endswith(".") and len(text.split()) > 2)


def _could_name(text: str) -> bool:
    """Whether a text is short like a name of a column, or made of the words that such names are made of."""
    words = folded_tokens(text)
    usual = sum(word in header_words() for word in words)
    return len(words) <= _FEW_WORDS or usual >= _OF_NAMES * len(words)


def _levels(rows: Sequence[Row]) -> tuple[list[str], list[str], int]:
    """The names of the columns on the upper level, on the lowest one, and how many of some rows say so."""
    names, height = [flat(cell) for cell in rows[0].cells], 1
    subs = [""] * len(names)
    while height < min(len(rows), _DEEPEST) and _is_second_level(rows[height], rows[height - 1], rows[height + 1 :]):
        if height == 1:
            deeper = [flat(c) if c.cover is not Cover.ABOVE else "" for c in rows[1].cells]
            names = _spread(rows[0].cells, deeper)
        else:
            names = [f"{name} {sub}".strip() for name, sub in zip(names, subs, strict=True)]
        subs = [flat(c) if c.cover is not Cover.ABOVE else "" for c in rows[height].cells]
        height += 1
    return names, subs, height


def _is_second_level(row: Row, top: Row, body: Sequence[Row]) -> bool:
    """A row below the header that names parts of its columns: nothing under the number or under what is to be done."""
    own = [(i, flat(c)) for i, c in enumerate(row.cells) if c.cover is not Cover.ABOVE and flat(c)]
    if own and row.cells[0].cover is Cover.ABOVE and all(_reaches(top, i) for i, _ in own):
        return True  # merged with the header above, and parts of what it reaches over
    if not own or is_numbering(row) or _is_numbered_row(own):
        return False
    if len(own) == 1 and not _reaches(top, own[0][0]):
        return False
    for i, _ in own:
        parent_role, strength = role_of(flat(top.cells[i]))
        if strength and parent_role in {Role.STT, *WHAT, Role.GROUP} and not _reaches(top, i):
            return False
    units = unit_columns(_texts(row), body, _below_units(row, top))
    parts = [i in units or PERIOD.match(folded(text)) or (role_of(text)[1] and len(text) <= LONGEST) for i, text in own]
    beside = any(parts) and all(_reaches(top, i) and _could_name(text) for i, text in own)
    return beside or all(parts)  # "Chính" says nothing but beside "Cùng làm"


def _below_units(row: Row, top: Row) -> set[int]:
    """The columns over which the header reaches with one name of units."""
    over = _spread(top.cells, _texts(row))
    return {i for i, name in enumerate(over) if role_of(name)[0] is Role.LEAD and over.count(name) > 1}


def _is_numbered_row(own: Sequence[tuple[int, str]]) -> bool:
    """Whether a row has a number and words, as the first one of the table does."""
    at, first = own[0]
    counted = _NUMBER.match(first) or _NUMBERED.match(first)
    return at == 0 and counted is not None and not all(PERIOD.match(folded(text)) for _, text in own)


def _reaches(top: Row, at: int) -> bool:
    """Whether the header cell over a column is one over several (merged, or left empty in a text)."""
    if top.cells[at].cover is Cover.LEFT or not flat(top.cells[at]):
        return True
    right = top.cells[at + 1] if at + 1 < len(top.cells) else None
    return right is not None and (right.cover is Cover.LEFT or not flat(right))


def _spread(cells: Sequence[Cell], subs: Sequence[str]) -> list[str]:
    """The upper names over all the columns that they reach over; an empty one takes its left neighbour's."""
    names: list[str] = []
    for cell, sub in zip(cells, subs, strict=True):
        text = flat(cell)
        names.append(names[-1] if not text and sub and names else text)
    return names
