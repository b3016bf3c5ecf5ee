"""Tesseract, the one door to it: pictures in, printed lines out."""

import re
import shutil
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from PIL import Image

from knowledge.errors import MissingExtraError
from knowledge.readers.lines import clean
from knowledge.readers.page_picture import leading_stems, shapes, stems, tight
from knowledge.readers.pdf_text import Line
from knowledge.readers.recognition_slips import has_quarter, mended, with_quarters

LANGUAGE = "vie"
_PAGE, _BLOCK = 4, 6  # tesseract's page segmentation: one column of text of many sizes; one block of text
_GAP = 36  # pixels between two cells that are recognised in one picture
_COLUMN = 2.0  # of the height of words: a gap that parts two columns
_LEAST = 30  # percent: marks without letters below this are specks


def check_tesseract(name: str) -> None:
    """Nothing, where scans can be read.

    Raises:
        MissingExtraError: says what to install.
    """
    try:
        import pytesseract  # noqa: PLC0415 - an extra that may not be there
    except ImportError as error:
        raise _missing(name, "thư viện nhận dạng chữ: pip install 'planbot[scan]'") from error
    if not shutil.which(pytesseract.pytesseract.tesseract_cmd):
        raise _missing(name, "chương trình tesseract và gói tiếng Việt (tesseract-ocr, tesseract-ocr-vie)")
    if LANGUAGE not in pytesseract.get_languages():
        raise _missing(name, "gói tiếng Việt của tesseract (tesseract-ocr-vie)")


def _missing(name: str, what: str) -> MissingExtraError:
    return MissingExtraError(
        f"{name}: đây là bản quét (ảnh chụp trang giấy), cần nhận dạng chữ để đọc nhưng máy này chưa cài {what}. "
        "Đề nghị cài rồi gửi lại, hoặc gửi bản Word, Excel hay PDF có chữ."
    )


def recognise_page(image: Image.Image, dpi: int) -> list[Line]:
    """The printed lines of a page without tables, coordinates in points."""
    return _lines(_read(image, f"--psm {_PAGE} --dpi {dpi}", LANGUAGE), 72 / dpi)


def upright(image: Image.Image, dpi: int) -> Image.Image:
    """A page that lies on its side, turned the way in which tesseract is surer of its words."""
    ways = [image.transpose(way) for way in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)]
    return max(ways, key=lambda way: _sureness(way.resize((way.width * 3 // 5, way.height * 3 // 5)), dpi * 3 // 5))


def _sureness(image: Image.Image, dpi: int) -> float:
    words = _read(image, f"--psm {_PAGE} --dpi {dpi}", LANGUAGE)
    return sum(float(conf) for conf, text in zip(words["conf"], words["text"], strict=True) if len(text.strip()) > 1)


def recognise_cells(
    cells: Sequence[Image.Image], dpi: int, *, language: str = LANGUAGE, allowed: str = ""
) -> list[tuple[Line, ...]]:
    """The printed lines of each cell, coordinates in points from its corner; `allowed` are the only letters, if given.

    The cells are put one below the other and read in one go, so that no line runs from one column into the next.
    """
    return [lines for lines, _ in _cells(cells, dpi, language, allowed)]


def recognise_cells_twice(cells: Sequence[Image.Image], dpi: int) -> list[tuple[Line, ...]]:
    """As `recognise_cells`, those that recognition is not sure of read once more, larger; the surer reading counts."""
    first = _cells(cells, dpi, LANGUAGE, "")
    unsure = [at for at, (lines, sure) in enumerate(first) if lines and sure < _SURE]
    larger = [_resized(cells[at], _LARGER) for at in unsure]
    for at, (lines, sure) in zip(unsure, _cells(larger, round(dpi * _LARGER), LANGUAGE, ""), strict=True):
        if lines and sure > first[at][1] + _SURER:
            first[at] = (lines, sure)
    return [lines for lines, _ in first]


_SURE, _SURER = 85.0, 3.0  # percent: below that a cell is read again, and by how much the other reading has to be surer
_LARGER = 1.3


def _cells(cells: Sequence[Image.Image], dpi: int, language: str, allowed: str) -> list[tuple[tuple[Line, ...], float]]:
    """The lines of each cell and how sure recognition is of their words, in percent."""
    if not cells:
        return []
    sheet, tops = _sheet(cells)
    found: list[list[Line]] = [[] for _ in cells]
    scale = 72 / dpi
    options = f"--psm {_BLOCK} --dpi {dpi}" + (f" -c tessedit_char_whitelist={allowed}" if allowed else "")
    words = _read(sheet, options, language)
    for line in _lines(words, scale):
        index = _cell_at((line.top + line.bottom) / 2 / scale, tops)
        found[index].append(_moved(line, _GAP * scale, tops[index] * scale))
    sure = _sure_of(words, tops)
    return [(tuple(lines), sure[at]) for at, lines in enumerate(found)]


def _sure_of(words: dict[str, list[Any]], tops: Sequence[int]) -> list[float]:
    """How sure recognition is of the letters of each cell, in percent; 0 where there are none."""
    letters, sums = [0] * len(tops), [0.0] * len(tops)
    for i, text in enumerate(words["text"]):
        if text.strip():
            at = _cell_at(words["top"][i] + words["height"][i] / 2, tops)
            letters[at] += len(text)
            sums[at] += len(text) * float(words["conf"][i])
    return [total / count if count else 0.0 for total, count in zip(sums, letters, strict=True)]


def _sheet(cells: Sequence[Image.Image]) -> tuple[Image.Image, list[int]]:
    """The cells one below the other, and where each begins."""
    width = max(cell.width for cell in cells) + 2 * _GAP
    sheet = Image.new("L", (width, sum(cell.height + _GAP for cell in cells) + _GAP), 255)
    tops, top = [], _GAP
    for cell in cells:
        sheet.paste(cell, (_GAP, top))
        tops.append(top)
        top += cell.height + _GAP
    return sheet, tops


def _cell_at(middle: float, tops: Sequence[int]) -> int:
    return max((i for i, top in enumerate(tops) if top - _GAP / 2 <= middle), default=0)


def recognise_numbers(cells: Sequence[Image.Image], dpi: int) -> list[str]:
    """What short cells say that hold nothing but a row number; "" where it reads otherwise.

    A language model makes words of lone figures ("1.1" → "đi:"), so these are read as English with few letters allowed.
    """
    if not cells:
        return []
    small = [_resized(tight(cell), _SMALLER) for cell in cells]
    rows = recognise_cells(small, round(dpi * _SMALLER), language=_figures(), allowed=_FIGURES)
    read = ["".join(line.text for line in lines).replace(" ", "") for lines in rows]
    return [_number(text, cell) for text, cell in zip(read, small, strict=True)]


def _number(text: str, image: Image.Image) -> str:
    if _NUMBER.fullmatch(text):
        return with_dots(with_stems(text, image), image)
    bars = re.fullmatch(r"I{1,3}\.?", shapes(image))  # a font without serifs, which tesseract takes for rules
    return bars[0] if bars and not text else ""


_SMALLER = 0.8  # large lone figures are read better a little smaller
_FIGURES = "0123456789.IVXSTabcd)("
_NUMBER = re.compile(r"S?TT|\d{1,3}(?:\.\d{1,2})*[.)]?|[IVX]+[.)]?|[a-d][.)]")


def _resized(image: Image.Image, times: float) -> Image.Image:
    size = (max(1, round(image.width * times)), max(1, round(image.height * times)))
    return image.resize(size, Image.Resampling.LANCZOS)


def recognise_quarters(cells: Sequence[list[str]], pictures: Sequence[Image.Image], dpi: int) -> list[list[str]]:
    """The lines of cells with the Roman numbers of their quarters read once more, and their strokes counted.

    "III" loses a stroke, also when it is read as English, and recognition is sure of it; a quarter too early would be
    a wrong deadline.
    """
    again = recognise_cells(pictures, dpi, language=_figures())
    strokes = _strokes(pictures, dpi)
    return [
        with_quarters("\n".join(lines), " ".join(line.text for line in reading), counted).split("\n")
        for lines, reading, counted in zip(cells, again, strokes, strict=True)
    ]


def _strokes(pictures: Sequence[Image.Image], dpi: int) -> list[list[int]]:
    """How many strokes stand behind each "Quý" of each cell, in printed order."""
    found: list[list[int]] = [[] for _ in pictures]
    if not pictures:
        return found
    sheet, tops = _sheet(pictures)
    words = _read(sheet, f"--psm {_BLOCK} --dpi {dpi}", _figures())
    boxes = [
        (words["left"][i], words["top"][i], words["width"][i], words["height"][i]) for i in range(len(words["text"]))
    ]
    filled = [i for i, text in enumerate(words["text"]) if text.strip()]
    for at, i in pairwise(filled):
        if has_quarter(words["text"][at]):
            (left, _, width, _), (x, y, broad, high) = boxes[at], boxes[i]
            number = sheet.crop((min(x, left + width + 2), y, x + broad, y + high))
            found[_cell_at(y + high / 2, tops)].append(leading_stems(number))
    return found


def with_stems(text: str, image: Image.Image) -> str:
    """A Roman number with as many strokes at its end as the picture has; tesseract drops some of several alike."""
    roman = re.fullmatch(r"(V|X)?I{1,3}([.)]?)", text)
    strokes = stems(image)
    return f"{roman[1] or ''}{'I' * strokes}{roman[2]}" if roman and 1 <= strokes <= 3 else text


def with_dots(text: str, image: Image.Image) -> str:
    """A number with the dots that the picture has; tesseract loses them between figures."""
    figures, drawn = text.replace(".", ""), shapes(image)
    if not figures.isdecimal() or len(drawn) - drawn.count(".") != len(figures):
        return text
    left = iter(figures)
    return "".join("." if shape == "." else next(left) for shape in drawn)


def _moved(line: Line, left: float, up: float) -> Line:
    return Line(line.text, line.x0 - left, line.x1 - left, line.top - up, line.bottom - up, line.size)


@cache
def _figures() -> str:
    import pytesseract  # noqa: PLC0415 - an extra that may not be there

    return "eng" if "eng" in pytesseract.get_languages() else LANGUAGE


def _read(image: Image.Image, options: str, language: str) -> dict[str, list[Any]]:
    import pytesseract  # noqa: PLC0415 - an extra that may not be there

    return dict(pytesseract.image_to_data(image, language, options, output_type=pytesseract.Output.DICT))


def _lines(words: dict[str, list[Any]], scale: float) -> list[Line]:
    groups: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for i, text in enumerate(words["text"]):
        if any(c.isalnum() for c in text) or (text.strip() and float(words["conf"][i]) >= _LEAST):
            groups[words["block_num"][i], words["par_num"][i], words["line_num"][i]].append(i)
    lines = [_line(words, part, scale) for group in groups.values() for part in _columns(words, group)]
    return sorted((line for line in lines if line.text), key=lambda line: line.top)


def _columns(words: dict[str, list[Any]], group: list[int]) -> list[list[int]]:
    """A line of words cut where a broad gap parts two columns."""
    parts: list[list[int]] = []
    for i in sorted(group, key=lambda i: words["left"][i]):
        before = parts[-1][-1] if parts else i
        gap = words["left"][i] - words["left"][before] - words["width"][before]
        if not parts or gap > _COLUMN * max(words["height"][i], words["height"][before]):
            parts.append([])
        parts[-1].append(i)
    return parts


def _line(words: dict[str, list[Any]], group: list[int], scale: float) -> Line:
    text = mended(clean(" ".join(words["text"][i] for i in group)))
    top, bottom = min(words["top"][i] for i in group), max(words["top"][i] + words["height"][i] for i in group)
    x0, x1 = min(words["left"][i] for i in group), max(words["left"][i] + words["width"][i] for i in group)
    return Line(text, x0 * scale, x1 * scale, top * scale, bottom * scale, (bottom - top) * scale)
