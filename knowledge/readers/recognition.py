"""Tesseract, the one door to it: pictures in, printed lines out."""

import re
import shutil
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from PIL import Image

from knowledge.errors import MissingExtraError
from knowledge.readers.lines import clean
from knowledge.readers.pdf_text import Line

LANGUAGE = "vie"
_PAGE, _BLOCK = 4, 6  # tesseract's page segmentation: one column of text of many sizes; one block of text
_GAP = 36  # pixels between two cells that are recognised in one picture
_LEAST = 10  # percent: what tesseract itself holds for noise


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
    return _lines(_read(image, _PAGE, dpi), 72 / dpi)


def recognise_cells(cells: Sequence[Image.Image], dpi: int) -> list[tuple[Line, ...]]:
    """The printed lines of each cell, coordinates in points from its corner.

    The cells are put one below the other and read in one go, so that no line runs from one column into the next.
    """
    if not cells:
        return []
    width = max(cell.width for cell in cells) + 2 * _GAP
    sheet = Image.new("L", (width, sum(cell.height + _GAP for cell in cells) + _GAP), 255)
    tops, top = [], _GAP
    for cell in cells:
        sheet.paste(cell, (_GAP, top))
        tops.append(top)
        top += cell.height + _GAP
    found: list[list[Line]] = [[] for _ in cells]
    scale = 72 / dpi
    for line in _lines(_read(sheet, _BLOCK, dpi), scale):
        middle = (line.top + line.bottom) / 2 / scale
        index = max((i for i, t in enumerate(tops) if t - _GAP / 2 <= middle), default=0)
        found[index].append(_moved(line, _GAP * scale, tops[index] * scale))
    return [tuple(lines) for lines in found]


def _moved(line: Line, left: float, up: float) -> Line:
    return Line(line.text, line.x0 - left, line.x1 - left, line.top - up, line.bottom - up, line.size)


def _read(image: Image.Image, segmentation: int, dpi: int) -> dict[str, list[Any]]:
    import pytesseract  # noqa: PLC0415 - an extra that may not be there

    options = f"--psm {segmentation} --dpi {dpi}"
    words = pytesseract.image_to_data(image, LANGUAGE, options, output_type=pytesseract.Output.DICT)
    return dict(words)


def _lines(words: dict[str, list[Any]], scale: float) -> list[Line]:
    groups: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for i, text in enumerate(words["text"]):
        if text.strip() and float(words["conf"][i]) >= _LEAST:
            groups[words["block_num"][i], words["par_num"][i], words["line_num"][i]].append(i)
    lines = [_line(words, group, scale) for group in groups.values()]
    return sorted((line for line in lines if line.text), key=lambda line: line.top)


def _line(words: dict[str, list[Any]], group: list[int], scale: float) -> Line:
    text = mended(clean(" ".join(words["text"][i] for i in group)))
    top, bottom = min(words["top"][i] for i in group), max(words["top"][i] + words["height"][i] for i in group)
    x0, x1 = min(words["left"][i] for i in group), max(words["left"][i] + words["width"][i] for i in group)
    return Line(text, x0 * scale, x1 * scale, top * scale, bottom * scale, (bottom - top) * scale)


_FRAME = re.compile(r"^[|_\[\]‘’“”'\"`~¬\\]+\s+|\s+[|_\[\]\\]+$|^[|_\[\]\\]+$")
_LIKE_DIGITS = str.maketrans("lIiOoSB|", "11100581")
_DATE = re.compile(r"\b([\dlIOoSB|]{1,2})([/.])([\dlIOoSB|]{1,2})(?:\2([\dlIOoSB|]{4}))?\b")
_QUARTER = re.compile(r"\b([Qq]u[ýyỷ])\s*([1lI|H]{1,3}|[1lI|]V|TV|IV)(?=$|[\s/,;.\-–])")


def mended(text: str) -> str:
    """The line without what the frame of a cell left in it, and with the letters in dates that look like digits."""
    text = _FRAME.sub("", text)
    text = _DATE.sub(lambda m: m[0].translate(_LIKE_DIGITS) if re.search(r"\d", m[0]) else m[0], text)
    return _QUARTER.sub(lambda m: f"Quý {_roman(m[2])}" if m[1][0] == "Q" else f"quý {_roman(m[2])}", text)


def _roman(read: str) -> str:
    if read.endswith("V"):
        return "IV"
    return "I" * min(3, sum(2 if sign == "H" else 1 for sign in read))
