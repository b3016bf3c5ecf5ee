"""What a PDF page shows, as pdfium has it: its visible glyphs, its rules, how much of it is pictures.

Coordinates are points from the upper left corner of the page as the file lays it out; how the text runs, and not what
the file claims (/Rotate), says which way up it is read. Text that is drawn invisibly is left out: it is the layer that
a scanner's program put under its picture, or something that nobody is to read.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.readers.pdf_text import Glyph
from knowledge.readers.ruling import Rule

_THIN = 2.5  # points: a filled rectangle up to this is a rule
_DEEP = 6  # forms inside forms
_INVISIBLE = (3, 7)  # text rendering modes (ISO 32000-1, table 106)
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x0, top, x1, bottom


@dataclass(slots=True)
class Ink:
    """The contents of one page.

    Args:
        turns: quarter turns clockwise by which its text runs (0 upright, 2 upside down).
        pictures: the share of the page that pictures cover.
        boxes: the figures with a border that are drawn; their sides are among the rules.
        hidden: how many letters are drawn invisibly.
        shapes: how many paths are drawn; letters may be drawn as such.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    turns: int = 0
    pictures: float = 0.0
    hidden: int = 0
    shapes: int = 0


def ink_of(page: pypdfium2.PdfPage) -> Ink:
    """The contents of a page.

    Raises:
        pypdfium2.PdfiumError: the page is broken.
    """
    left, bottom, right, top = page.get_bbox()
    ink = Ink(right - left, top - bottom)
    text = page.get_textpage()
    _Letters(text.raw, ink, left, top).read()
    text.close()
    _shapes(page, ink, left, top)
    return ink


@dataclass(frozen=True, slots=True)
class _Drawn:
    """How the letters of one text object are drawn."""

    font: str
    visible: bool
    turns: int
    scale: float
    handle: Any
    widths: dict[int, float]  # of letters at one point, shared by all objects of a font


@dataclass(slots=True)
class _Letters:
    """The letters of one page, one after the other."""

    text: Any
    ink: Ink
    left: float
    top: float
    known: dict[int, _Drawn] = field(default_factory=dict)
    fonts: dict[int, dict[int, float]] = field(default_factory=dict)
    turned: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    box: Any = field(default_factory=pdfium.FS_RECTF)
    point: Any = field(default_factory=lambda: (ctypes.c_double(), ctypes.c_double()))

    def read(self) -> None:
        """All that are visible; the spaces that pdfium puts in are left out, gaps tell words."""
        for i in range(pdfium.FPDFText_CountChars(self.text)):
            code = pdfium.FPDFText_GetUnicode(self.text, i)
            if pdfium.FPDFText_IsGenerated(self.text, i) or (code < 0x20 and code not in _SIGNS):
                continue
            drawn = self._drawn(i)
            if drawn.visible:
                self._add(i, code, drawn)
            else:
                self.ink.hidden += 1
        self.ink.turns = self.turned.index(max(self.turned))

    def _add(self, i: int, code: int, drawn: _Drawn) -> None:
        lost = not code or pdfium.FPDFText_HasUnicodeMapError(self.text, i)
        letter = "\ufffd" if lost else _SIGNS.get(code) or chr(code)
        box, (x, y) = self.box, self.point
        if not pdfium.FPDFText_GetLooseCharBox(self.text, i, ctypes.byref(box)):
            return
        pdfium.FPDFText_GetCharOrigin(self.text, i, ctypes.byref(x), ctypes.byref(y))
        size = pdfium.FPDFText_GetFontSize(self.text, i) * drawn.scale or 1.0
        length = self._width(code, drawn) * size
        left, right = box.left - self.left, box.right - self.left
        top, bottom = self.top - box.top, self.top - box.bottom
        low, high = _LOW * size, (1 - _LOW) * size
        base_x, base_y = x.value - self.left, self.top - y.value
        if drawn.turns == 0:
            place = (left, min(right, left + length) if length else right, base_y - high, base_y + low)
        elif drawn.turns == 2:
            place = (max(left, right - length) if length else left, right, base_y - low, base_y + high)
        elif drawn.turns == 3:  # down the page
            place = (base_x - low, base_x + high, top, min(bottom, top + length) if length else bottom)
        else:
            place = (base_x - high, base_x + low, max(top, bottom - length) if length else top, bottom)
        self.turned[drawn.turns] += 1
        self.ink.glyphs.append(Glyph(letter, *place, size, drawn.font))

    def _drawn(self, i: int) -> _Drawn:
        handle = pdfium.FPDFText_GetTextObject(self.text, i)
        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if address not in self.known:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self.text, i, ctypes.byref(matrix))
            angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
            turns = round(angle) % 4
            visible = _is_visible(handle) and abs(angle - round(angle)) < _SLANT
            scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c)) or 1.0
            font: Any = pdfium.FPDFTextObj_GetFont(handle) if handle else None
            widths = self.fonts.setdefault(ctypes.cast(font, ctypes.c_void_p).value or 0 if font else 0, {})
            self.known[address] = _Drawn(_name(font), visible, turns, scale, font, widths)
        return self.known[address]

    def _width(self, code: int, drawn: _Drawn) -> float:
        """The room that the font gives a letter, 0 where it does not say; hats of accented ones are broader."""
        if code not in drawn.widths:
            width = ctypes.c_float()
            known = drawn.handle and pdfium.FPDFFont_GetGlyphWidth(drawn.handle, code, 1.0, ctypes.byref(width))
            drawn.widths[code] = width.value if known else 0.0
        return drawn.widths[code]


_SIGNS = {0: "\ufffd", 2: "-"}  # what has no letter; a hyphen at a line's end
_SLANT = 0.1  # of a right angle: text that runs aslant is a stamp or a watermark
_LOW = 0.22  # of the size: how deep letters reach below the line they stand on


def _name(font: Any) -> str:  # noqa: ANN401 - a handle of pdfium
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace")
    weight = pdfium.FPDFFont_GetWeight(font)
    return f"{name}-Bold" if weight >= 600 and "bold" not in name.lower() else name


def _is_visible(handle: Any) -> bool:  # noqa: ANN401 - as above
    if not handle:
        return True
    if pdfium.FPDFTextObj_GetTextRenderMode(handle) in _INVISIBLE:
        return False
    colours = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(handle, *map(ctypes.byref, colours)):
        return True
    return colours[3].value > 12


def _shapes(page: pypdfium2.PdfPage, ink: Ink, left: float, top: float) -> None:
    covered = 0.0
    for handle, matrix in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            ink.shapes += 1
            _path(handle, matrix, ink, left, top)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += _area(handle, matrix)
    ink.pictures = min(1.0, covered / max(1.0, ink.width * ink.height))


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, _Matrix]]:
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _inside(pdfium.FPDFPage_GetObject(page, i), _SAME, 0)


def _inside(handle: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:  # noqa: ANN401 - as above
    """An object, or those of a form, with the matrix that takes them to the page."""
    if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, matrix
        return
    inner = _times(_matrix(handle), matrix)
    for i in range(pdfium.FPDFFormObj_CountObjects(handle) if depth < _DEEP else 0):
        yield from _inside(pdfium.FPDFFormObj_GetObject(handle, i), inner, depth + 1)


def _matrix(handle: Any) -> _Matrix:  # noqa: ANN401 - as above
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(found)):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _area(handle: Any, matrix: _Matrix) -> float:  # noqa: ANN401 - as above
    a, b, c, d, _, _ = _times(_matrix(handle), matrix)
    return abs(a * d - b * c)


def _path(handle: Any, matrix: _Matrix, ink: Ink, left: float, top: float) -> None:  # noqa: ANN401 - as above
    """The rules of a path: its straight lines where it is drawn, its boxes where they are thin or have a border."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(filled), ctypes.byref(stroked))
    if not filled.value and not stroked.value:
        return
    whole = _times(_matrix(handle), matrix)
    for points in _subpaths(handle, whole, left, top):
        _rules(points, ink, stroked=bool(stroked.value))


def _subpaths(handle: Any, matrix: _Matrix, left: float, top: float) -> Iterator[list[_Point]]:  # noqa: ANN401 - as above
    """The straight stretches of a path; curves part them."""
    a, b, c, d, e, f = matrix
    points: list[_Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (a * x.value + c * y.value + e - left, top - (b * x.value + d * y.value + f))
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            points.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        else:
            yield points
            points = [point]
    yield points


def _rules(points: list[_Point], ink: Ink, *, stroked: bool) -> None:
    if len(points) < 2:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    flat, upright = y1 - y0 <= _THIN, x1 - x0 <= _THIN
    if flat and not upright:
        ink.across.append(Rule((y0 + y1) / 2, x0, x1))
    elif upright and not flat:
        ink.down.append(Rule((x0 + x1) / 2, y0, y1))
    elif stroked and not (flat and upright):
        ink.boxes.append((x0, y0, x1, y1))
        _sides(points, ink)


def _sides(points: list[_Point], ink: Ink) -> None:
    """The level and the upright sides of a drawn figure."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y0 - y1) <= 0.5 < abs(x0 - x1):
            ink.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) <= 0.5 < abs(y0 - y1):
            ink.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
