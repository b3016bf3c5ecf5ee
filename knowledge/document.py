"""A document as it was written, before anybody asks what it means.

Every reader (text, Word, Excel, PDF, scan, …) turns its file into the same values: headings and paragraphs in their
order, and tables as full grids. Nothing here knows about plans.
"""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: 1-based inclusive lines of a text, page of a PDF, or a table's row in words."""

    lines: tuple[int, int] | None = None
    page: int | None = None
    at: str | None = None  # "table 1 row 12", "Sheet1!A12"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reading is not sure of, in words for the person who checks it."""

    message: str
    place: Place = field(default_factory=Place)


class Cover(StrEnum):
    """Whether a grid position shows its own cell or one that reaches into it."""

    OWN = "own"
    ABOVE = "above"  # vertically merged: the text is that of the cell above
    LEFT = "left"  # horizontally merged: the text is that of the cell to the left


@dataclass(frozen=True, slots=True)
class Cell:
    """One grid position. A covered position repeats the text of the cell that covers it and says so."""

    text: str = ""
    cover: Cover = Cover.OWN
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row of a table; every row of a table has the same number of cells."""

    cells: tuple[Cell, ...]
    place: Place = field(default_factory=Place)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A grid. `continues` is set where a reader knows that it goes on from the table before (a page break)."""

    rows: tuple[Row, ...]
    name: str = ""  # sheet name, or the caption printed above
    continues: bool = False
    guessed: bool = False  # no rules part its cells: the white between them does


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or one printed line where the document is `wrapped`.

    Args:
        level: depth of a heading (1 is outermost) where the file itself marks it, else None.
        gap: empty lines before it.
    """

    text: str
    place: Place = field(default_factory=Place)
    level: int | None = None
    bold: bool = False
    gap: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader hands on.

    Args:
        source: file name without folders.
        blocks: paragraphs and tables in reading order.
        wrapped: True where a paragraph is only one printed line, as in text taken from a PDF; lines have to be joined.
        doubts: what the reader could not be sure of, each with its place.
        margins: texts beside the running text: headers, footers, floating boxes, watermarks.
    """

    source: str
    blocks: tuple[Block, ...]
    wrapped: bool = False
    doubts: tuple[Doubt, ...] = ()
    margins: tuple[str, ...] = ()

    @property
    def recognised(self) -> bool:
        """Whether it, or a page of it, was read from a picture."""
        return any(doubt.message == RECOGNISED for doubt in self.doubts)


# What a reader says of words that it took from a picture.
RECOGNISED = "Văn bản quét được nhận dạng chữ tự động: đề nghị đối chiếu tên đơn vị và thời hạn với bản gốc"
