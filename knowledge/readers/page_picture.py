"""A picture of a page → its rules and what stands between them, by looking at dark pixels.

A rule is a long unbroken run of dark pixels. The picture is first turned straight: of a few small angles the one is
taken under which the rows of pixels differ most (text lines and rules then fall into rows).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from knowledge.readers.ruling import Rule

Dark = NDArray[np.bool_]
_ACROSS = 0.45  # inches: the shortest horizontal rule, a narrow column
_DOWN = 0.17  # inches: the shortest vertical rule, a row of one line; letters are lower
_SKEW = 5.0  # degrees to either side


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


def lies_on_its_side(image: Image.Image) -> bool:
    """Whether the lines of a page run up or down: then its columns of pixels differ more than its rows."""
    small = image.resize((max(1, image.width // 4), max(1, image.height // 4)))
    turned = small.transpose(Image.Transpose.ROTATE_90)
    upright, sideways = (
        max(_levelness(page, angle) for angle in np.arange(-_SKEW, _SKEW + 0.01, 1.0)) / (page.height * page.width**2)
        for page in (small, turned)
    )
    return sideways > 1.5 * upright


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


def rules_of(picture: Picture) -> tuple[list[Rule], list[Rule], Picture]:
    """The horizontal and vertical rules of a page, in points, and the page without them.

    Letters often touch a rule or nearly do; so the rules are painted over, and cells can be cut out whole.
    """
    ink = dark(picture.image)
    across = _runs(ink, round(_ACROSS * picture.dpi))
    down = _runs(ink.T, round(_DOWN * picture.dpi))
    paper = np.asarray(picture.image, dtype=np.uint8).copy()
    for canvas, runs in ((paper, across), (paper.T, down)):
        for line, start, end in runs:
            canvas[line, start:end] = 255
    scale = picture.point
    rows, columns = (
        [Rule(at / scale, start / scale, end / scale) for at, start, end in runs] for runs in (across, down)
    )
    return rows, columns, Picture(Image.fromarray(paper), picture.dpi)


def _runs(ink: Dark, shortest: int) -> list[tuple[int, int, int]]:
    """Unbroken runs along the rows of pixels, (row, start, end); one pixel of skew or dirt does not break a run."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    edges = np.diff(np.pad(thick, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    long = ends[:, 1] - starts[:, 1] >= shortest
    return [(int(row), int(a), int(b)) for (row, a), b in zip(starts[long], ends[long, 1], strict=True)]


def has_ink(image: Image.Image) -> bool:
    """Whether anything is written in a part of a page: more than a few specks."""
    grey = np.asarray(image, dtype=np.uint8)
    return bool(grey.size) and int((grey < 140).sum()) > max(12, grey.size * 0.0004)


def tight(image: Image.Image) -> Image.Image:
    """What is written in a part of a page, with a little white around it."""
    ink = np.argwhere(np.asarray(image) < 140)
    if not len(ink):
        return image
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0)
    return ImageOps.expand(image.crop((int(left), int(top), int(right) + 1, int(bottom) + 1)), 6, 255)


def stems(image: Image.Image) -> int:
    """How many upright strokes as high as the writing a part of a page has."""
    ink = np.asarray(tight(image)) < 140
    upright = ink.sum(axis=0) >= 0.8 * max(1, int(ink.any(axis=1).sum()))
    return int((np.diff(np.pad(upright, 1).astype(np.int8)) == 1).sum())


def leading_stems(image: Image.Image) -> int:
    """How many upright strokes a word begins with, side by side: those of a Roman number before "/2027"."""
    ink = np.asarray(tight(image)) < 140
    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows):
        return 0
    height = int(rows[-1] - rows[0]) + 1
    upright = np.pad(ink.sum(axis=0) >= _STEM * height, 1)
    starts = np.flatnonzero(np.diff(upright.astype(np.int8)) == 1)
    far = np.flatnonzero(np.diff(starts) > _BESIDE * height)
    return int(far[0]) + 1 if len(far) else len(starts)


_STEM = 0.75  # of the height of a word that may have a stroke aslant that is higher
_BESIDE = 0.75  # of the height: strokes of one number stand closer; behind a slash and a figure comes the next


def shapes(image: Image.Image) -> str:
    """What stands side by side in a part of a page: "." a mark low on the line, "I" a plain bar, "o" any other."""
    ink = np.asarray(tight(image)) < 140
    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows):
        return ""
    ink = ink[rows[0] : rows[-1] + 1]
    edges = np.flatnonzero(np.diff(np.pad(ink.any(axis=0), 1).astype(np.int8)))
    return "".join(_shape(ink[:, start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True))


def _shape(ink: Dark) -> str:
    height, width = ink.shape
    top = int(np.flatnonzero(ink.any(axis=1))[0])
    if height - top < 0.35 * height:
        return "."
    return "I" if width < 0.35 * height and ink.mean() > 0.8 else "o"
