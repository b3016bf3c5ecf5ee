"""Red and blue stamps over the writing of a page, and signatures in blue, made white before it is recognised.

The seal of an office is printed over the signature and often over the last rows of a table. Its ink is red or blue and
the writing below it dark; in that part of the light the ink is paper and the writing is still there. Only what is round
and as large as a seal is taken away, and of blue ink also what is as large as a signature and as thin: a name or a
title in colour is writing.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_STRONGER = 45  # of 255: how much more of its own part of the light than of any other the ink has
_PALEST = 90  # of 255: its own part of the ink; below that it is dark writing
_CELL = 0.06  # inches: pieces of a seal that stand apart by less belong together
_SEAL = (0.9, 2.3)  # inches across (Thông tư 24/2016/TT-BCA has 28 to 42 mm)
_ROUND = 1.35  # one side of the other at most
_STROKES = (0.4, 3.5)  # inches: lines of print are lower, tables with rules in colour broader than a signature
_STROKE = 0.01  # inches: what is drawn in one stroke stands apart by less; letters of print are each for themselves
_THIN = 0.15  # of its box: what a signature covers at most
_INK = 0.8  # of the usual shade of a seal: what is as light is ink, what is darker was written
_DARK = 140  # of 255
_RULE = 0.4  # inches: the shortest line that is taken for a rule
_MOSTLY = 0.7  # of a rule is not covered
_FEWEST = 0.0005  # of a page: less is no seal

Mask = NDArray[np.bool_]
_Box = tuple[slice, slice]


def grey_without_stamps(image: Image.Image, dpi: float) -> Image.Image:
    """A page in grey, without the ink of seals and of blue signatures."""
    if image.mode in {"1", "L", "LA", "I;16"}:
        return image.convert("L")
    grey = image.convert("L")
    colours = np.asarray(image.convert("RGB"))
    inks = [(part, ink) for part in (_RED, _BLUE) if (ink := _is_ink(colours, part)).mean() >= _FEWEST]
    paper = np.array(grey)
    for part, ink in inks:
        for box in _stamps(ink, dpi, (paper < _DARK) | ink if part == _BLUE else None):
            _take_away(paper, colours[..., part], ink, box, dpi)
    return Image.fromarray(paper) if inks else grey


_RED, _BLUE = 0, 2  # parts of the light


def _take_away(paper: NDArray[np.uint8], light: NDArray[np.uint8], ink: Mask, box: _Box, dpi: float) -> None:
    """Make the ink in a box white; what is dark also in the light of its colour was written."""
    near = _widened(ink[box])
    shade = _INK * float(np.median(light[box][ink[box]]))
    seen = np.clip(light[box].astype(np.float32) * (255 / shade), 0, 255).astype(np.uint8)
    paper[box][near] = np.maximum(paper[box], seen)[near]  # another ink beside this one is light in its own part only
    around = tuple(slice(max(0, side.start - round(dpi)), side.stop + round(dpi)) for side in box)
    for one, mask in ((paper[around], ink[around]), (paper[around].T, ink[around].T)):
        one[_broken_rules(one < _DARK, mask, round(dpi * _RULE))] = 0


def _broken_rules(dark: Mask, ink: Mask, shortest: int) -> Mask:
    """Where a seal that was put into the file covers rules: inked pieces of long straight lines that are dark else."""
    line = np.pad(dark | ink, ((0, 0), (1, 1))).astype(np.int8)
    starts, ends = np.argwhere(np.diff(line) == 1), np.argwhere(np.diff(line) == -1)
    covered = np.zeros_like(dark)
    for (row, start), end in zip(starts, ends[:, 1], strict=True):
        if end - start >= shortest and dark[row, start:end].mean() > _MOSTLY:
            covered[row, start:end] = True
    return covered & ink


def _is_ink(colours: NDArray[np.uint8], part: int) -> Mask:
    light = colours[..., part]
    others = np.maximum(colours[..., part - 1], colours[..., part - 2])
    found: Mask = (light > _PALEST) & (light > others) & (light - np.minimum(light, others) > _STRONGER)
    return found


def _widened(ink: Mask) -> Mask:
    """The pixels of an ink with those around them, where the ink fades."""
    wide = ink.copy()
    for _ in range(2):
        for axis in (0, 1):
            wide |= np.roll(wide, 1, axis) | np.roll(wide, -1, axis)
    return wide


def _stamps(ink: Mask, dpi: float, drawn: Mask | None) -> Iterator[_Box]:
    """Where seals stand on the page, and signatures where it is known what is drawn, in this ink or in the dark."""
    cell = max(1, round(dpi * _CELL))
    for top, left, bottom, right in _pieces(_coarse(ink, cell)):
        box = slice(top * cell, (bottom + 1) * cell), slice(left * cell, (right + 1) * cell)
        sides = (bottom - top + 1) * cell / dpi, (right - left + 1) * cell / dpi
        large = _is_seal(*sides) or (drawn is not None and _is_signature(*sides) and ink[box].mean() < _THIN)
        if large and (drawn is None or _has_stroke(drawn[box], dpi)):
            yield box


def _coarse(mask: Mask, cell: int) -> Mask:
    """A mask in cells, each set where one of its pixels is."""
    height, width = (-(-side // cell) for side in mask.shape)
    padded = np.zeros((height * cell, width * cell), dtype=np.bool_)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    return np.asarray(padded.reshape(height, cell, width, cell).any(axis=(1, 3)), dtype=np.bool_)


def _has_stroke(drawn: Mask, dpi: float) -> bool:
    """Whether something in a box is drawn in one stroke, higher than print: lines in colour are many small ones."""
    cell = max(1, round(dpi * _STROKE))
    least = _STROKES[0] * dpi / cell
    return any(min(b - t, r - le) + 1 >= least for t, le, b, r in _pieces(_coarse(drawn, cell)))


def _is_seal(high: float, broad: float) -> bool:
    """Whether something is as large and as round as a seal, in inches."""
    least, most = _SEAL
    return least <= min(high, broad) and max(high, broad) <= min(most, _ROUND * min(high, broad))


def _is_signature(high: float, broad: float) -> bool:
    """Whether something is as large as a signature, in inches."""
    least, most = _STROKES
    return least <= min(high, broad) and max(high, broad) <= most


def _pieces(coarse: NDArray[np.bool_]) -> Iterator[tuple[int, int, int, int]]:
    """The boxes (top, left, bottom, right) around cells that touch each other."""
    left_over = {(int(y), int(x)) for y, x in np.argwhere(coarse)}
    while left_over:
        waiting, piece = [left_over.pop()], list[tuple[int, int]]()
        while waiting:
            y, x = waiting.pop()
            piece.append((y, x))
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left_over
            left_over -= near
            waiting.extend(near)
        rows, columns = zip(*piece, strict=True)
        yield min(rows), min(columns), max(rows), max(columns)
