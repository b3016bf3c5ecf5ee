"""Red stamps over the writing of a page, made white before it is recognised.

The seal of an office is printed over the signature and often over the last rows of a table. Its ink is red and the
writing below it dark; in the red part of the light the ink is paper and the writing is still there. Only what is round
and as large as a seal is taken away: a name or a title in red is writing.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_REDDER = 45  # of 255: how much more red than any other part the ink has
_PALEST = 90  # of 255: the red part of the ink; below that it is dark writing
_CELL = 0.06  # inches: pieces of a seal that stand apart by less belong together
_SEAL = (0.9, 2.3)  # inches across (Thông tư 24/2016/TT-BCA has 28 to 42 mm)
_ROUND = 1.35  # one side of the other at most
_INK = 0.8  # of the usual red of a seal: what is as light is ink, what is darker was written
_DARK = 140  # of 255
_RULE = 0.4  # inches: the shortest line that is taken for a rule
_MOSTLY = 0.7  # of a rule is not covered
_FEWEST = 0.0005  # of a page: less is no seal

Mask = NDArray[np.bool_]


def grey_without_stamps(image: Image.Image, dpi: float) -> Image.Image:
    """A page in grey, without the ink of red seals."""
    if image.mode in {"1", "L", "LA", "I;16"}:
        return image.convert("L")
    grey = image.convert("L")
    colours = np.asarray(image.convert("RGB"))
    red = _is_red(colours)
    if red.mean() < _FEWEST:
        return grey
    paper = np.array(grey)
    for box in _seals(red, max(1, round(dpi * _CELL)), dpi):
        light, near = colours[box][..., 0].astype(np.float32), _widened(red[box])
        ink = _INK * float(np.median(light[red[box]]))
        paper[box][near] = np.clip(light * (255 / ink), 0, 255).astype(np.uint8)[near]
        around = tuple(slice(max(0, side.start - round(dpi)), side.stop + round(dpi)) for side in box)
        for one, mask in ((paper[around], red[around]), (paper[around].T, red[around].T)):
            one[_broken_rules(one < _DARK, mask, round(dpi * _RULE))] = 0
    return Image.fromarray(paper)


def _broken_rules(dark: Mask, red: Mask, shortest: int) -> Mask:
    """Where a seal that was put into the file covers rules: red pieces of long straight lines that are dark else."""
    line = np.pad(dark | red, ((0, 0), (1, 1))).astype(np.int8)
    starts, ends = np.argwhere(np.diff(line) == 1), np.argwhere(np.diff(line) == -1)
    covered = np.zeros_like(dark)
    for (row, start), end in zip(starts, ends[:, 1], strict=True):
        if end - start >= shortest and dark[row, start:end].mean() > _MOSTLY:
            covered[row, start:end] = True
    return covered & red


def _is_red(colours: NDArray[np.uint8]) -> Mask:
    light = colours[..., 0]
    others = np.maximum(colours[..., 1], colours[..., 2])
    found: Mask = (light > _PALEST) & (light > others) & (light - np.minimum(light, others) > _REDDER)
    return found


def _widened(red: Mask) -> Mask:
    """The red pixels with those around them, where the ink fades."""
    wide = red.copy()
    for _ in range(2):
        for axis in (0, 1):
            wide |= np.roll(wide, 1, axis) | np.roll(wide, -1, axis)
    return wide


def _seals(red: Mask, cell: int, dpi: float) -> Iterator[tuple[slice, slice]]:
    """Where seals stand on the page."""
    height, width = (-(-side // cell) for side in red.shape)
    padded = np.zeros((height * cell, width * cell), dtype=np.bool_)
    padded[: red.shape[0], : red.shape[1]] = red
    coarse = np.asarray(padded.reshape(height, cell, width, cell).any(axis=(1, 3)), dtype=np.bool_)
    least, most = (side * dpi / cell for side in _SEAL)
    for top, left, bottom, right in _pieces(coarse):
        high, broad = bottom - top + 1, right - left + 1
        if least <= min(high, broad) and max(high, broad) <= min(most, _ROUND * min(high, broad)):
            yield slice(top * cell, (bottom + 1) * cell), slice(left * cell, (right + 1) * cell)


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
