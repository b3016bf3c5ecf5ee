"""Figures that a PDF prints small and above the line, as signs of their own: "Quý I" with a mark is not "Quý I1".

A file only places glyphs; the mark of a note is one that is smaller than the letter it stands behind, and higher.
Left as it is it would open a line of its own above the words, or become a part of a number or of a unit's name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.readers.lines import raised
from knowledge.readers.pdf_text import Glyph

_SMALLER = 0.8  # of the letter before: what is larger is printed in the same size, a little off
_HIGHER = 0.15  # of that letter's size, by which its foot stands above that of the letter
_NEAR = 0.6  # of that size, to the side: a mark stands right behind its word


def marks_raised(found: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs in the order of the file, marks of notes and powers on their line as raised figures."""
    result: list[Glyph] = []
    run: list[Glyph] = []  # what stands above the line behind the last of the result
    for glyph in found:
        if not _joins(result, run, glyph):
            result.extend(_as_signs(result, run))
            run = []
        if _joins(result, run, glyph):
            run.append(glyph)
        else:
            result.append(glyph)
    return [*result, *_as_signs(result, run)]


def _joins(result: Sequence[Glyph], run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph stands above the line right behind the last letter, or behind what does already."""
    if not result or not _stands_above(result[-1], glyph):
        return False
    return _goes_on(run[-1], glyph) if run else _is_behind(result[-1], glyph)


def _stands_above(host: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph is smaller than another and its foot higher, within the height of that line."""
    higher = host.bottom - glyph.bottom
    return glyph.size <= _SMALLER * host.size and _HIGHER * host.size <= higher and glyph.bottom > host.top


def _is_behind(host: Glyph, glyph: Glyph) -> bool:
    return -_HIGHER * host.size <= glyph.x0 - host.x1 <= _NEAR * host.size


def _goes_on(above: Glyph, glyph: Glyph) -> bool:
    return _is_behind(above, glyph) and abs(above.bottom - glyph.bottom) <= _HIGHER * glyph.size


def _as_signs(before: Sequence[Glyph], run: Sequence[Glyph]) -> Iterable[Glyph]:
    """A run above the line as one sign a figure, as high as the letter before; what is no mark stays as it is."""
    text = "".join(glyph.text for glyph in run)
    signs = raised(text)
    if signs == text or not run:
        return run
    host, width = before[-1], (run[-1].x1 - run[0].x0) / len(signs)
    placed = ((sign, run[0].x0 + at * width) for at, sign in enumerate(signs))
    return [replace(host, text=sign, x0=x0, x1=x0 + width) for sign, x0 in placed]
