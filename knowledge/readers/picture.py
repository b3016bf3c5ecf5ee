"""A picture of a page → its rules and what stands between them, by looking at dark pixels.

A rule is a long unbroken run of dark pixels. The picture is first turned straight: of a few small angles the one is
taken under which the rows of pixels differ most (text lines and rules then fall into rows).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from knowledge.readers.ruling import Rule

Dark = NDArray[np.bool_]
_ACROSS = 0.45  # inches: the shortest horizontal rule, a narrow column
_DOWN = 0.17  # inches: the shortest vertical rule, a row of one line; letters are lower
_SKEW = 3.0  # degrees to either side


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as grey pixels, straightened."""

    image: Image.Image
    dpi: int

    @property
    def point(self) -> float:
        """Pixels per point."""
        return self.dpi / 72

    def crop(self, x0: float, top: float, x1: float, bottom: float) -> Image.Image:
        """A part of the page, in points."""
        scale = self.point
        return self.image.crop((round(x0 * scale), round(top * scale), round(x1 * scale), round(bottom * scale)))


def straightened(image: Image.Image, dpi: int) -> Picture:
    """The page turned by the small angle that makes its lines level."""
    small = image.resize((max(1, image.width // 4), max(1, image.height // 4)))
    coarse = max(np.arange(-_SKEW, _SKEW + 0.01, 0.5), key=lambda a: _levelness(small, a))
    fine = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=lambda a: _levelness(small, a))
    if abs(fine) < 0.15:
        return Picture(image, dpi)
    return Picture(image.rotate(float(fine), Image.Resampling.BICUBIC, fillcolor=255), dpi)


def _levelness(image: Image.Image, angle: float) -> float:
    turned = image.rotate(float(angle), Image.Resampling.BILINEAR, fillcolor=255)
    rows = (255 - np.asarray(turned, dtype=np.float32)).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def dark(image: Image.Image) -> Dark:
    """Where the picture has ink, by Otsu's threshold (IEEE Trans. SMC 9(1), 1979)."""
    grey = np.asarray(image, dtype=np.uint8)
    counts = np.bincount(grey.ravel(), minlength=256).astype(np.float64)
    weight, moment = np.cumsum(counts), np.cumsum(counts * np.arange(256))
    total, mean = weight[-1], moment[-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mean * weight / total - moment) ** 2 / (weight * (total - weight))
    return grey <= min(200, int(np.nanargmax(between)) if np.isfinite(between).any() else 128)


def rules_of(picture: Picture) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical rules of a page, in points."""
    ink = dark(picture.image)
    across = _runs(ink, round(_ACROSS * picture.dpi), picture.point)
    down = _runs(ink.T, round(_DOWN * picture.dpi), picture.point)
    return list(across), list(down)


def _runs(ink: Dark, shortest: int, point: float) -> Iterator[Rule]:
    """Unbroken runs along the rows of pixels; one pixel of skew or dirt does not break a run."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    edges = np.diff(np.pad(thick, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    lengths = ends[:, 1] - starts[:, 1]
    for (row, start), end in zip(starts[lengths >= shortest], ends[lengths >= shortest, 1], strict=True):
        yield Rule(float(row) / point, float(start) / point, float(end) / point)


def has_ink(image: Image.Image) -> bool:
    """Whether anything is written in a part of a page: more than a few specks."""
    grey = np.asarray(image, dtype=np.uint8)
    return bool(grey.size) and int((grey < 140).sum()) > max(12, grey.size * 0.0004)
