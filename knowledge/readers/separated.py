"""CSV and TSV → Document, where a text really is one: nearly every record has the same number of fields.

Lines of a title above the table and of a signature below it may have one field (in a text with tabs they are left to
the reader of texts, which knows tables inside of text).

Vietnamese Excel writes ";" between fields, others "," or tabs; cells may hold line breaks inside quotes.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.document import Cell, Document, Place, Row, Table
from knowledge.readers.fields import records_of
from knowledge.readers.limits import Limits
from knowledge.readers.lines import clean
from knowledge.readers.refusal import too_much
from knowledge.readers.title_rows import own_texts, paragraphs, table_range

_REGULAR = 0.95  # share of records that must have the same number of fields
_FIELDS = 3  # fewer could be a sentence with a comma in it
_OTHER_COLUMNS = re.compile(r"\t|\s\|\s|\s{4,}")
_ITEM = re.compile(r"\W*(?:\d{1,3}|[a-zđ])(?:[.)]|\.\d+\.?)\s+\S|[-–+*•]\s")


@dataclass(frozen=True, slots=True)
class _Record:
    """A record, in how many columns of another kind its first field falls, and whether it reads as a sentence does."""

    fields: tuple[str, ...]
    lines: tuple[int, int]
    columns: int
    told: bool


def read_separated(text: str, name: str, limits: Limits) -> Document | None:
    """The table of a separated text, or None where it is ordinary text.

    Raises:
        RefusedError: it has more cells than the limits allow.
    """
    for delimiter in ";,\t":
        records = _records(text, delimiter)
        if records and _regular(records, frozenset() if delimiter == "\t" else frozenset({1})):
            return _document(records, name, limits)
    return None


def _records(text: str, delimiter: str) -> list[_Record]:
    if text[:200].count(delimiter) < _FIELDS - 1 and text.count(delimiter) < 2 * (_FIELDS - 1):
        return []
    first_line = text[:20].split("\n", maxsplit=1)[0].strip().lower()
    skipped = 1 if first_line == f"sep={delimiter}" else 0
    body = text.split("\n", 1)[1] if skipped else text
    records = []
    for record in records_of(body, delimiter):
        if any(field.strip() for field in record.fields):
            cleaned = tuple(clean(field.replace("\r\n", "\n")) for field in record.fields)
            columns = len(_OTHER_COLUMNS.split(record.fields[0].strip()))
            first, last = record.lines
            records.append(_Record(cleaned, (first + skipped, last + skipped), columns, _is_told(record.fields)))
    return records


def _is_told(fields: Sequence[str]) -> bool:
    """Whether fields are parts of a sentence: a blank behind every separator, and an item's number or a full stop."""
    spaced = all(not field or field[0] == " " for field in fields[1:])
    return spaced and (fields[-1].rstrip().endswith((".", ";", ":")) or _ITEM.match(fields[0]) is not None)


def _regular(records: list[_Record], titles: frozenset[int]) -> bool:
    """Whether the records are those of a table; `titles` are the numbers of fields that lines around it may have."""
    widths = [len(record.fields) for record in records]
    if max(widths) < _FIELDS:
        return False
    width, number = Counter(width for width in widths if width >= _FIELDS).most_common(1)[0]
    first, last = widths.index(width), len(widths) - widths[::-1].index(width)
    around = [*records[:first], *records[last:]]
    if not {len(record.fields) for record in around} <= titles:
        return False
    if all(record.told for record in records if len(record.fields) == width):
        return False  # paragraphs that list equally much ("1. Việc A. Chủ trì: …; thời gian: …; sản phẩm: …")
    if titles and any(record.columns >= _FIELDS for record in around):
        return False  # the header of another table, whose cells hold as many lists each ("Phòng A; Phòng B")
    return number >= 2 and number >= _REGULAR * (last - first)


def _document(records: list[_Record], name: str, limits: Limits) -> Document:
    width = max(len(record.fields) for record in records)
    if width * len(records) > limits.cells:
        raise too_much(name, f"bảng có hơn {limits.cells} ô")
    rows, end = [], records[0].lines[0] - 1
    for record in records:
        if record.lines[0] > end + 1:  # what stands below a gap is none of the table
            rows.append(Row((Cell(""),) * width, Place(lines=(end + 1, record.lines[0] - 1))))
        padded = (*record.fields, *("",) * (width - len(record.fields)))
        rows.append(Row(tuple(Cell(field) for field in padded), Place(lines=record.lines)))
        end = record.lines[1]
    first, last = table_range(rows)
    table = Table(tuple(row for row in rows[first:last] if own_texts(row)))
    return Document(name, (*paragraphs(rows[:first]), table, *paragraphs(rows[last:])))
