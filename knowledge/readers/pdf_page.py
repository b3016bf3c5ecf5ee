"""One page of a PDF: its glyphs and rules, turned upright, parted into tables and the lines around them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from knowledge.readers.pdf_text import Glyph, Line, glyphs, lines_of, rows_of, unreadable_share
from knowledge.readers.ruling import Rule, Ruled, ruled_tables
from knowledge.readers.unruled import unruled_table

SLACK = 1.5  # points between two rules that are one
_THIN = 2.5  # points: a filled rectangle up to this is a rule
_PdfPage = Any  # pdfplumber brings no types of its own


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table and the printed lines of each of its cells, in the order of `ruled.spans`."""

    ruled: Ruled
    lines: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows.

    Args:
        tables: its ruled tables with their text.
        lines: the lines outside the tables, from top to bottom, cut where a broad gap parts them.
        letters: how many visible glyphs it has, tables included.
        lost: the share of glyphs that the file gives no letter for.
        columns: the edges of the columns where its table is told by the white between them.
    """

    number: int
    height: float
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    letters: int
    lost: float
    columns: tuple[float, ...] | None = None


def read_page(page: _PdfPage, before: Page | None = None) -> Page:
    """A page of pdfplumber as it is read, with the page before it."""
    found, across, down = _upright(page)
    tables, rest = [], found
    columns: tuple[float, ...] | None = None
    for ruled in ruled_tables(across, down, SLACK):
        inside = [glyph for glyph in rest if _in(ruled, glyph)]
        if any(not glyph.text.isspace() for glyph in inside):
            tables.append(PageTable(ruled, _contents(ruled, inside)))
            rest = [glyph for glyph in rest if not _in(ruled, glyph)]
    rows = [row for row in rows_of(rest) if any(not glyph.text.isspace() for glyph in row)]
    if not tables and (bare := unruled_table(rows, before.columns if before else None)):
        tables.append(PageTable(bare, _contents(bare, [glyph for glyph in rest if _in(bare, glyph)])))
        rest = [glyph for glyph in rest if not _in(bare, glyph)]
        columns = bare.xs
    letters = sum(not glyph.text.isspace() for glyph in found)
    height = float(page.width if _sideways(page) else page.height)
    lines = tuple(lines_of(rest, columns=True))
    return Page(page.page_number, height, tuple(tables), lines, letters, unreadable_share(found), columns)


def _in(ruled: Ruled, glyph: Glyph) -> bool:
    x, y = glyph.middle
    return ruled.xs[0] <= x <= ruled.xs[-1] and ruled.top <= y <= ruled.bottom


def _contents(table: Ruled, found: Sequence[Glyph]) -> tuple[tuple[Line, ...], ...]:
    owner = {
        (row, column): index
        for index, s in enumerate(table.spans)
        for row in range(s.row, s.row + s.rows)
        for column in range(s.column, s.column + s.columns)
    }
    inside: list[list[Glyph]] = [[] for _ in table.spans]
    for glyph in found:
        x, y = glyph.middle
        inside[owner[_step(table.ys, y), _step(table.xs, x)]].append(glyph)
    return tuple(tuple(lines_of(cell)) for cell in inside)


def _step(edges: Sequence[float], at: float) -> int:
    """The step between edges that a coordinate falls into."""
    return max(0, min(len(edges) - 2, bisect_right(edges, at) - 1))


def _upright(page: _PdfPage) -> tuple[list[Glyph], list[Rule], list[Rule]]:
    """Glyphs, horizontal and vertical rules of the page as one holds it to read it."""
    found, (across, down) = glyphs(page.chars), _rules(page)
    turned = _sideways(page)
    if not turned:
        return found, across, down
    if turned > 0:  # lines run up the page
        edge = float(page.height)
        rows = [Rule(r.at, edge - r.end, edge - r.start) for r in down]
        columns = [Rule(edge - r.at, r.start, r.end) for r in across]
        return [_turned_right(glyph, edge) for glyph in found], rows, columns
    edge = float(page.width)
    rows = [Rule(edge - r.at, r.start, r.end) for r in down]
    columns = [Rule(r.at, edge - r.end, edge - r.start) for r in across]
    return [_turned_left(glyph, edge) for glyph in found], rows, columns


def _turned_right(g: Glyph, edge: float) -> Glyph:
    return replace(g, x0=edge - g.bottom, x1=edge - g.top, top=g.x0, bottom=g.x1, size=g.x1 - g.x0)


def _turned_left(g: Glyph, edge: float) -> Glyph:
    return replace(g, x0=g.top, x1=g.bottom, top=edge - g.x1, bottom=edge - g.x0, size=g.x1 - g.x0)


def _sideways(page: _PdfPage) -> int:
    """1 where most lines run up the page, -1 where they run down, else 0."""
    tilts = [char["matrix"][1] for char in page.chars if not char["upright"]]
    if 2 * len(tilts) <= len(page.chars):
        return 0
    return 1 if sum(tilt > 0 for tilt in tilts) * 2 >= len(tilts) else -1


def _rules(page: _PdfPage) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical rules of a page: drawn lines, sides of drawn boxes, boxes as thin as a line."""
    across, down = [], []
    for shape in (*page.lines, *page.rects):
        x0, x1, top, bottom = shape["x0"], shape["x1"], shape["top"], shape["bottom"]
        flat, upright = bottom - top <= _THIN, x1 - x0 <= _THIN
        if flat and not upright:
            across.append(Rule((top + bottom) / 2, x0, x1))
        elif upright and not flat:
            down.append(Rule((x0 + x1) / 2, top, bottom))
        elif shape["object_type"] == "rect" and shape.get("stroke"):
            across.extend((Rule(top, x0, x1), Rule(bottom, x0, x1)))
            down.extend((Rule(x0, top, bottom), Rule(x1, top, bottom)))
    return across, down
