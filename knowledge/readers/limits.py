"""How much one file may ask of the machine. A file that asks for more is refused, with the limit in words."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of reading one file.

    Args:
        size: bytes of the file itself (20 MB is what Telegram hands a bot).
        pages: pages of a PDF.
        cells: grid positions of all tables together.
        nesting: tables inside tables.
        unzipped: bytes of all parts of a zipped format (docx, xlsx) together.
        ratio: how many times larger a part above a megabyte may be than its packed form.
        parts: files inside a zipped format.
        elements: XML tags of one part.
        rows: rows of all tables together.
        letters: letters of the whole text; understanding takes time for each.
        line: letters of one paragraph or cell.
        seconds: time of the processor for one file; a busy machine may take longer by the clock.
        understanding: time of the processor to understand what was read of one file.
        page_seconds: further time for each page that has to be recognised from a picture.
        memory: bytes of address space of the process that reads.
    """

    size: int = 20 * MEGABYTE
    pages: int = 500
    cells: int = 300_000
    nesting: int = 8
    unzipped: int = 200 * MEGABYTE
    ratio: int = 250
    parts: int = 5_000
    elements: int = 5_000_000
    rows: int = 20_000
    letters: int = 3_000_000
    line: int = 200_000
    seconds: float = 60.0
    understanding: float = 90.0
    page_seconds: float = 20.0
    memory: int = 6 * 1024 * MEGABYTE
