"""Characters of a PDF page → printed lines of words.

The file only places glyphs. Words are told by the gaps between them (a space that has no width parts nothing, a gap
without a space does), lines by their common base, and the columns of a letterhead or a signature by the broad gap that
runs down between them.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from knowledge.readers.legacy_fonts import from_font, legacy_label
from knowledge.readers.lines import clean

_TWICE = 0.12  # of the letter size: how far a letter is printed beside itself
_SPACE = 0.17  # of the letter size: a gap from which on two letters belong to two words
_COLUMN = 2.2  # of the letter size: a gap that parts two columns


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character where it stands on the page, in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre, (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or the part of one that stands in one column."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False


def once_each(found: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs once each: bold is sometimes drawn by printing again, a little to the side."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in found:
        step = max(0.5, _TWICE * glyph.size)
        x, y = round(glyph.x0 / step), round(glyph.top / step)
        near = (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in seen.get((glyph.text, x + i, y + j), ()))
        if not any(abs(o.x0 - glyph.x0) <= step and abs(o.top - glyph.top) <= step for o in near):
            kept.append(glyph)
            seen[glyph.text, x, y].append(glyph)
    return kept


def lines_of(found: Sequence[Glyph], *, columns: bool = False) -> list[Line]:
    """The lines from top to bottom; with `columns`, a line is cut where a broad gap parts it."""
    parts = (part for row in rows_of(found) for part in (_parts(row) if columns else [row]))
    return [line for line in map(_line, parts) if line]


def rows_of(found: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line: those whose middles are close, in any size (an exponent stays with its line)."""
    rows: list[list[Glyph]] = []
    floor = 0.0
    for glyph in sorted(found, key=lambda g: (g.middle[1], g.x0)):
        if rows and glyph.middle[1] < floor:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            floor = glyph.middle[1] + 0.45 * glyph.size
    return [_in_order(row) for row in rows]


def words_of(row: Sequence[Glyph]) -> list[tuple[float, float]]:
    """Where the words of a line begin and end."""
    words: list[tuple[float, float]] = []
    for glyph in row:
        if glyph.text.isspace():
            continue
        if words and glyph.x0 - words[-1][1] <= _SPACE * glyph.size:
            words[-1] = (words[-1][0], max(glyph.x1, words[-1][1]))
        else:
            words.append((glyph.x0, glyph.x1))
    return words


def _in_order(row: list[Glyph]) -> list[Glyph]:
    """From left to right; a combining mark comes after its letter, wherever it was drawn."""
    return sorted(row, key=lambda g: (g.middle[0] if unicodedata.combining(g.text[0]) else g.x0, g.x1))


def _parts(row: list[Glyph]) -> list[list[Glyph]]:
    parts: list[list[Glyph]] = []
    end = 0.0
    for glyph in row:
        if glyph.text.isspace():
            continue
        if not parts or glyph.x0 - end > _COLUMN * glyph.size:
            parts.append([])
        parts[-1].append(glyph)
        end = max(end, glyph.x1) if len(parts[-1]) > 1 else glyph.x1
    return parts


def _line(row: list[Glyph]) -> Line | None:
    visible = [glyph for glyph in row if not glyph.text.isspace()]
    if not visible:
        return None
    text = clean(_spelled(visible))
    if not text:
        return None
    size = median(glyph.size for glyph in visible)
    bold = sum("bold" in glyph.font.lower() or "black" in glyph.font.lower() for glyph in visible)
    return Line(text, visible[0].x0, max(g.x1 for g in visible), min(g.top for g in visible),
                max(g.bottom for g in visible), size, bold > 0.6 * len(visible))  # fmt: skip


def _spelled(visible: list[Glyph]) -> str:
    """The words of a line, each stretch of an old font converted."""
    pieces: list[tuple[str, str]] = []
    end = visible[0].x0
    for glyph in visible:
        gap = glyph.x0 - end > _SPACE * glyph.size and not unicodedata.combining(glyph.text[0])
        old = glyph.font if legacy_label(glyph.font) else ""
        text = (" " if gap else "") + glyph.text
        if pieces and pieces[-1][0] == old:
            pieces[-1] = (old, pieces[-1][1] + text)
        else:
            pieces.append((old, text))
        end = max(end, glyph.x1)
    return "".join(from_font(text, font) if font else text for font, text in pieces)


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """Lines as they are read: where a gap runs down between two columns, the left one first."""
    ordered: list[Line] = []
    waiting: list[Line] = []  # a stretch of lines with a gap running down through all of them
    gap: _Gap | None = None
    middle = (min(line.x0 for line in lines) + max(line.x1 for line in lines)) / 2 if lines else 0.0
    for row in _same_height(lines):
        narrowed = _narrowed(gap, row) if gap and _goes_on(waiting, row, middle) else None
        if narrowed is None:
            ordered.extend(_by_columns(waiting, gap))
            waiting, gap = [], _narrowed((row[0].x1, row[-1].x0), row) if len(row) == 2 else None
            narrowed = gap
        if narrowed is None:
            ordered.extend(row)
        else:
            waiting.extend(row)
            gap = narrowed
    return [*ordered, *_by_columns(waiting, gap)]


_Gap = tuple[float, float]


def _goes_on(waiting: list[Line], row: list[Line], middle: float) -> bool:
    """Whether a line belongs to the two columns above it; one alone is close and not centred on the page."""
    line = row[0]
    distance = line.top - max(w.bottom for w in waiting)
    if len(row) > 1:
        return distance < 2.5 * line.size
    return distance < 0.9 * line.size and abs((line.x0 + line.x1) / 2 - middle) > line.size


def _narrowed(gap: _Gap, row: list[Line]) -> _Gap | None:
    """What is left of a gap beside the parts of a line; None where a part stands in it."""
    low, high = gap
    for part in row:
        if part.x1 < high and part.x0 < low:
            low = max(low, part.x1)
        else:
            high = min(high, part.x0)
    return (low, high) if low < high else None


def _by_columns(waiting: list[Line], gap: _Gap | None) -> list[Line]:
    if gap is None:
        return waiting
    return [line for line in waiting if line.x0 < gap[0]] + [line for line in waiting if line.x0 >= gap[0]]


def _same_height(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].top - line.top) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def unreadable_share(found: Sequence[Glyph]) -> float:
    """The share of glyphs that the file gives no letter for."""
    if not found:
        return 0.0
    lost = sum(g.text == "\ufffd" or 0xE000 <= ord(g.text[0]) <= 0xF8FF for g in found)
    return lost / len(found)
