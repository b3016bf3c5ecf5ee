"""Whether a printed row is the rest of the row above it, cut by the end of a page, or a row of its own.

The rest of a row has no number, begins in the middle of sentences, and leaves cells empty that were complete on the
page before. A further activity under the same number has no number either, but it is a whole sentence with its own
unit and time. Only what stands first on a page can be a rest; elsewhere all of it has to say so.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from knowledge.document import Cell, Cover, Row
from knowledge.language.text import folded
from knowledge.plan.columns import WHAT, Role, flat
from knowledge.plan.draft import Draft, span
from knowledge.plan.headers import Header
from knowledge.plan.numbering import Number, follows, is_child, parse
from knowledge.units.name_words import starts_with_head

_OPEN = re.compile(
    r"(?:[,;:(/+\-–]|\b(?:và|của|cho|theo|về|các|những|số|ngày|tháng|trong|tại|với|để|là|do|đến|từ|hoặc|thuộc))$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:[,(]|(?<!\w)(?:và|của|các|những|với|thuộc|hoặc|để|do|tại|trên|từng))$", re.IGNORECASE)
_TIME_STARTS = (
    "thuong xuyen",
    "truoc",
    "trong",
    "quy",
    "thang",
    "nam",
    "hang",
    "hằng",
    "theo",
    "dinh ky",
    "khi",
    "sau",
    "den",
    "tu ",
    "cuoi",
    "dau",
    "ngay",
    "cham nhat",
    "hoan thanh",
)
_BULLET = re.compile(r"^\s*[-–+*•]\s*\S")


def is_rest(before: Draft | None, row: Row, header: Header, *, at_break: bool) -> bool:
    """Whether a row goes on with the one before it."""
    number = header.first(Role.STT)
    if before is None or (number is not None and flat(row.cells[number])):
        return False
    cells = own_cells(row, header)
    if not cells or any(c.cover is Cover.ABOVE for c in row.cells):
        return False
    if at_break:
        return _likeness_to_rest(before, cells, header) >= 1
    return all(is_fragment(header.columns[i].role, t, before.text(i)) for i, t in cells.items())


def are_halves(upper: Row, lower: Row, later: Sequence[Row], header: Header, before: Number | None) -> bool:
    """Whether two printed rows are one that OCR parted; `before` is the last number above the lower."""
    column = header.first(Role.STT)
    number = parse(flat(lower.cells[column]), before) if column is not None else None
    if number and before and follows(number, before):
        return _numbered_below(upper, lower, later, header)
    return number is None and _begun_above(upper, lower, later, header)


def whole(upper: Row, lower: Row) -> Row:
    """Two halves of a row as one."""
    cells = tuple(_both(one, two) for one, two in zip(upper.cells, lower.cells, strict=True))
    return Row(cells, span([upper.place, lower.place]), upper.hidden or lower.hidden)


def _both(one: Cell, two: Cell) -> Cell:
    if flat(one) and flat(two):
        return replace(one, text=f"{one.text}\n{two.text}")
    return two if flat(two) else one


def rejoined(before: Row, rows: Sequence[Row], header: Header) -> list[Row]:
    """The rows of a page, its empty cells that are the other half of a merged one joined to the page before.

    A cell merged over several rows keeps its words on the first page; below the end of that page it is drawn empty.
    Where the page begins with the rest of a row, that takes nothing over: its words stand above with those of its row.
    """
    number = header.first(Role.STT)
    after = rows[1] if len(rows) > 1 else None
    halves = (i for i, cell in enumerate(rows[0].cells) if cell.cover is Cover.OWN and not flat(cell))
    cut = {i for i in halves if i != number and flat(before.cells[i]) and (_is_below(before, i) or _is_below(after, i))}
    first = 0 if (number is not None and flat(rows[0].cells[number])) or _is_whole(rows[0], before, header, cut) else 1
    joined = list(rows)
    for i in cut:
        for at, row in enumerate(rows):
            if at and not _is_below(row, i):
                break
            cell = Cell(before.cells[i].text, Cover.ABOVE)
            if at >= first:
                joined[at] = replace(joined[at], cells=(*joined[at].cells[:i], cell, *joined[at].cells[i + 1 :]))
    return joined


def _is_whole(row: Row, before: Row, header: Header, cut: Collection[int]) -> bool:
    """Whether a row without a number says all that the one before says beside its merged cells, and begins anew."""
    own = own_cells(row, header)
    others = {i for i in own_cells(before, header) if i not in cut}
    return others <= set(own) and not any(
        is_fragment(header.columns[i].role, text, flat(before.cells[i])) for i, text in own.items()
    )


def _is_below(row: Row | None, column: int) -> bool:
    """Whether a cell of a row is merged with the one above it."""
    return row is not None and row.cells[column].cover is Cover.ABOVE


def own_cells(row: Row, header: Header) -> dict[int, str]:
    """The words of a row that are its own, by column, without its number."""
    return {
        i: flat(cell)
        for i, cell in enumerate(row.cells)
        if cell.cover is Cover.OWN and flat(cell) and header.columns[i].role is not Role.STT
    }


def is_fragment(role: Role, text: str, before: str) -> bool:
    """Whether a cell's text goes on with that of the cell above: it begins with a small letter, or that ends openly."""
    if not before:
        return False
    if _OPEN.search(before.strip()) and not (before.endswith((";", ":")) and role in WHAT and not text[:1].islower()):
        return True
    if not _begins_small(text):
        return False
    bare = folded(text)
    if role in {Role.LEAD, Role.COORDINATE}:
        return not starts_with_head(text) or bare.startswith(("vu ", "so ", "bo ", "doan ", "truong "))
    return not (role is Role.TIME and bare.startswith(_TIME_STARTS))


def ends_openly(text: str) -> bool:
    """Whether a text cannot end here: a comma, an open bracket, "và", "các"."""
    return bool(_UNFINISHED.search(text.strip()))


def leaf(header: Header) -> int | None:
    """The column of the finest words of what is to be done."""
    found = [header.first(role) for role in reversed(WHAT)]
    return next((i for i in found if i is not None), None)


def _likeness_to_rest(before: Draft, cells: dict[int, str], header: Header) -> int:
    fragments = sum(is_fragment(header.columns[i].role, t, before.text(i)) for i, t in cells.items())
    score = 2 * fragments
    finest = cells.get(leaf(header) or -1, "")
    unit, time, result = header.first(Role.LEAD), header.first(Role.TIME), header.first(Role.RESULT)
    has_unit, has_time = unit is None or unit in cells, time is None or time in cells
    starts_anew = bool(finest) and not _begins_small(finest)
    if starts_anew and has_unit and has_time and (unit in cells or time in cells):
        whole = [i for i in (unit, time) if i in cells]
        if any(is_fragment(header.columns[i].role, cells[i], before.text(i)) for i in whole):
            return score
        return 2 * is_fragment(header.columns[leaf(header) or 0].role, finest, before.text(leaf(header))) - 3
    if not has_unit or not has_time:
        score += 1
    if _BULLET.match(finest) and re.search(r"(?:^|\s)[-–+] \S", before.text(leaf(header))):
        score += 1
    if starts_anew and result in cells and not _begins_small(cells[result]) and before.text(result):
        score -= 1
    return score


def _begins_small(text: str) -> bool:
    first = next((c for c in text if c.isalnum()), "")
    return first.islower() and not _BULLET.match(text)


def _numbered_below(upper: Row, lower: Row, later: Sequence[Row], header: Header) -> bool:
    """Whether the number and objective of one row are printed as a row of their own below its other cells.

    The lower row has nothing else and heads nothing: no row without a number, or of a number below its own,
    follows. The upper one has just what the lower lacks.
    """
    number, finest = header.first(Role.STT), leaf(header)
    outer = {i for i, c in enumerate(header.columns) if c.role in WHAT and i != finest}
    if number is None or not outer or any(c.cover is not Cover.OWN for row in (upper, lower) for c in row.cells):
        return False
    above, below = own_cells(upper, header), own_cells(lower, header)
    printed = parse(flat(lower.cells[number]))
    if printed is None or flat(upper.cells[number]) or not below or not set(below) <= outer or set(below) & set(above):
        return False
    after = parse(flat(later[0].cells[number])) if later else None
    heads = bool(later) and (after is None or is_child(after, printed))
    return not heads and finest in above and len(above) > 1 and not any(lower.cells[i].bold for i in below)


def _begun_above(upper: Row, lower: Row, later: Sequence[Row], header: Header) -> bool:
    """Whether a row has its number and the first words of its task printed as a row of their own above the rest.

    The rest has no number and begins in the middle of a sentence; the row after it has a number that is not below.
    """
    number, finest = header.first(Role.STT), leaf(header)
    if number is None or finest is None or any(c.cover is not Cover.OWN for row in (upper, lower) for c in row.cells):
        return False
    above, below = own_cells(upper, header), own_cells(lower, header)
    printed = parse(flat(upper.cells[number]))
    if printed is None or flat(lower.cells[number]) or set(above) != {finest} or upper.cells[finest].bold:
        return False
    after = parse(flat(later[0].cells[number])) if later else None
    goes_on = is_fragment(header.columns[finest].role, below.get(finest, ""), above[finest])
    return goes_on and len(below) > 1 and not (later and (after is None or is_child(after, printed)))
