"""What a Word file holds beside its running text: text boxes, pictures, and whole files of another format (altChunk).

A text box is read where it is anchored. An altChunk is read by the reader of its format. A picture that is as broad as
a table is read by recognition; where that gives no table, the picture is told: what it shows is not among the rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.document import Block, Doubt, Place, Table
from knowledge.errors import RefusedError
from knowledge.readers.inner import ReadInner
from knowledge.readers.word_xml import MC, Element, W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_INCH = 914_400  # EMU
_BROAD, _HIGH = 3.0, 1.2  # inches: a picture of a table is larger than a stamp, a signature, a logo


@dataclass(frozen=True, slots=True)
class PackageParts:
    """The other parts of the package by the ids that the text names them by, and who reads them."""

    blobs: dict[str, bytes]
    read: ReadInner
    name: str

    def chunk(self, element: Element, place: Place, doubts: list[Doubt]) -> tuple[Block, ...]:
        """What an altChunk holds."""
        return self._inner(self.blobs.get(element.get(f"{_R}id", ""), b""), "phần chèn từ tệp khác", place, doubts)

    def pictures(self, element: Element, place: Place, doubts: list[Doubt]) -> Iterator[Block]:
        """The tables in the pictures of a paragraph that are as broad as tables."""
        for reference in _broad(element):
            read: list[Doubt] = []
            blocks = self._inner(self.blobs.get(reference, b""), "ảnh", place, read)
            if any(isinstance(block, Table) for block in blocks):
                doubts.extend(read)
                yield from blocks
            else:
                doubts.append(Doubt("Không đọc được bảng nào trong ảnh này, nội dung của ảnh chưa đọc", place))

    def _inner(self, data: bytes, what: str, place: Place, doubts: list[Doubt]) -> tuple[Block, ...]:
        try:
            document = self.read(data, self.name)
        except RefusedError as error:
            reason = error.problems[0].removeprefix(f"{self.name}: ")
            doubts.append(Doubt(f"Chưa đọc {what}: {reason}", place))
            return ()
        doubts.extend(Doubt(doubt.message, place) for doubt in document.doubts)
        return document.blocks


def boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph. A box comes twice, for new and old Word, and may hold others."""
    for box in paragraph.iter(f"{W}txbxContent"):
        inside = [parent.tag for parent in box.iterancestors() if parent is not paragraph]
        if not any(parent.tag == f"{MC}Fallback" for parent in box.iterancestors()) and f"{W}txbxContent" not in inside:
            yield box


def _broad(paragraph: Element) -> Iterator[str]:
    """The ids of the pictures that may show a table."""
    for drawing in paragraph.iter(f"{W}drawing"):
        extent = drawing.find(f".//{_WP}extent")
        if extent is not None and _inches(extent, "cx") >= _BROAD and _inches(extent, "cy") >= _HIGH:
            yield from (blip.get(f"{_R}embed") for blip in drawing.iter(f"{_A}blip") if blip.get(f"{_R}embed"))


def _inches(extent: Element, side: str) -> float:
    length = extent.get(side, "0")
    return int(length) / _INCH if length.isdecimal() and len(length) < 12 else 0.0
