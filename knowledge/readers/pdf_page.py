"""One page of a PDF: its glyphs and rules, turned upright, parted into tables and the lines around them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.readers.pdf_objects import Ink
from knowledge.readers.pdf_raised import marks_raised
from knowledge.readers.pdf_text import Glyph, Line, lines_of, once_each, rows_of, unreadable_share
from knowledge.readers.ruling import Rule, Ruled, ruled_tables
from knowledge.readers.unruled import unruled_table

_DRAWING = 60  # paths
SLACK = 1.5  # points between two rules that are one


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table and the printed lines of each of its cells, in the order of `ruled.spans`.

    Args:
        doubtful: the rows (by position) that may be parted wrongly; None where rules part them.
    """

    ruled: Ruled
    lines: tuple[tuple[Line, ...], ...]
    doubtful: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows.

    Args:
        tables: its ruled tables with their text.
        lines: the lines outside the tables, from top to bottom, cut where a broad gap parts them.
        letters: how many visible glyphs it has, tables included.
        lost: the share of glyphs that the file gives no letter for.
        columns: the edges of the columns where its table is told by the white between them.
        pictures: the share of it that pictures cover.
        drawn: whether so much is drawn on it that letters may be among that.
    """

    number: int
    height: float
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    letters: int
    lost: float
    columns: tuple[float, ...] | None = None
    pictures: float = 0.0
    drawn: bool = False

    @property
    def text(self) -> str:
        """All its words, to judge what language they are."""
        inside = (line.text for table in self.tables for cell in table.lines for line in cell)
        return "\n".join([*(line.text for line in self.lines), *inside])


def read_page(ink: Ink, number: int, before: Page | None = None) -> Page:
    """What a page shows as it is read, with the page before it; `number` counts from 1."""
    found, across, down = _upright(ink)
    found = marks_raised(found)
    tables, rest = [], found
    columns: tuple[float, ...] | None = None
    for ruled in ruled_tables(across, down, SLACK):
        inside = [glyph for glyph in rest if _in(ruled, glyph)]
        if any(not glyph.text.isspace() for glyph in inside):
            tables.append(PageTable(ruled, _contents(ruled, inside)))
            rest = [glyph for glyph in rest if not _in(ruled, glyph)]
    rows = [row for row in rows_of(rest) if any(not glyph.text.isspace() for glyph in row)]
    if not tables and (bare := unruled_table(rows, before.columns if before else None)):
        table = bare.ruled
        inside = [glyph for glyph in rest if _in(table, glyph)]
        tables.append(PageTable(table, _contents(table, inside), bare.doubtful))
        rest = [glyph for glyph in rest if not _in(table, glyph)]
        columns = table.xs
    letters = sum(not glyph.text.isspace() for glyph in found)
    height = ink.width if ink.turns % 2 else ink.height
    lines = tuple(lines_of(rest, columns=True))
    return Page(
        number,
        height,
        tuple(tables),
        lines,
        letters,
        unreadable_share(found),
        columns,
        ink.pictures,
        ink.shapes > _DRAWING,
    )


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


def _upright(ink: Ink) -> tuple[list[Glyph], list[Rule], list[Rule]]:
    """Glyphs, horizontal and vertical rules of the page as one holds it to read it."""
    found, width, height = once_each(ink.glyphs), ink.width, ink.height
    if ink.turns == 1:  # lines run up the page
        rows = [Rule(r.at, height - r.end, height - r.start) for r in ink.down]
        columns = [Rule(height - r.at, r.start, r.end) for r in ink.across]
        turned = [_placed(g, height - g.bottom, height - g.top, g.x0, g.x1) for g in found]
    elif ink.turns == 2:
        rows = [Rule(height - r.at, width - r.end, width - r.start) for r in ink.across]
        columns = [Rule(width - r.at, height - r.end, height - r.start) for r in ink.down]
        turned = [_placed(g, width - g.x1, width - g.x0, height - g.bottom, height - g.top) for g in found]
    elif ink.turns == 3:
        rows = [Rule(width - r.at, r.start, r.end) for r in ink.down]
        columns = [Rule(r.at, width - r.end, width - r.start) for r in ink.across]
        turned = [_placed(g, g.top, g.bottom, width - g.x1, width - g.x0) for g in found]
    else:
        return found, ink.across, ink.down
    return turned, rows, columns


def _placed(glyph: Glyph, x0: float, x1: float, top: float, bottom: float) -> Glyph:
    return replace(glyph, x0=x0, x1=x1, top=top, bottom=bottom)
