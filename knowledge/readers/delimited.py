"""Tables whose cells a semicolon or a comma parts, anywhere in a text, as spreadsheets save them or people paste them.

Their lines are handed on with tabs between the cells, those around them with the words of theirs alone. A sign with a
blank behind it is one of a sentence, unless the header has them so. A row whose cells do not fit the header is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.document import Doubt, Place
from knowledge.language.text import folded
from knowledge.readers.fields import Record, records_of

_FEWEST = 3  # columns
_LONGEST = 60  # characters of a name of a column
_NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu", "thu tu", "no", "#"})
_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5}|[A-ZĐ])[.)]?\W*$")
_NEAR, _ROWS = 6, 2  # lines below a header, and how many of them have to be rows

Line = tuple[int, str]


def lines_of(text: str) -> tuple[list[Line], tuple[Doubt, ...]]:
    """The lines of a text with their numbers, and what could not be told of them."""
    plain = [*enumerate(re.split(r"\r\n|\n|\r", text), start=1)]
    for sign in ";,":
        if any(line.count(sign) >= _FEWEST - 1 for _, line in plain):
            records = [*records_of(text, sign)]
            forms = [_form(records, at, sign) for at in range(len(records))]
            if any(forms):
                reading = _Reading(records, forms, sign, plain)
                return [*reading.lines()], tuple(reading.doubts)
    return plain, ()


@dataclass(frozen=True, slots=True)
class _Form:
    """How the rows below a header are made: of how many cells, with numbers in the first, with blanks behind signs."""

    width: int
    counted: bool
    spaced: bool

    def cells(self, record: Record, sign: str) -> list[str]:
        """The cells of a record, without what is empty past the last column."""
        cells = [*record.fields] if self.spaced else _dense(record, sign)
        while len(cells) > self.width and not cells[-1].strip():
            cells.pop()
        return cells

    def is_begun(self, cells: Sequence[str]) -> bool:
        """Whether cells are those of a row, whose last ones may have been left out where they are empty."""
        short = self.counted and 1 < len(cells) < self.width and _NUMBER.match(cells[0]) is not None
        return short or self.is_row(cells)

    def is_row(self, cells: Sequence[str]) -> bool:
        """Whether cells are those of a row that says something, and not of a line around the table."""
        filled = sum(bool(cell.strip()) for cell in cells)
        return len(cells) == self.width and filled >= _FEWEST and (not self.counted or bool(_NUMBER.match(cells[0])))


def _form(records: Sequence[Record], at: int, sign: str) -> _Form | None:
    """The form of the table that a record heads: it names columns in a few words, and rows of as many cells follow."""
    fields = records[at].fields
    spaced = len(fields) > 1 and all(field.startswith(" ") for field in fields[1:])
    names = [name.strip() for name in (fields if spaced else _dense(records[at], sign))]
    if len(names) < _FEWEST or any(len(name) > _LONGEST or "\t" in name for name in names):
        return None
    counted = folded(names[0]) in _NUMBERS
    named = [name for name in names if name]
    if len(named) < _FEWEST or not (counted or (not spaced and all(name[0].isupper() for name in named))):
        return None
    form = _Form(len(names), counted, spaced)
    rows = [form.cells(record, sign) for record in records[at + 1 : at + 1 + _NEAR]]
    begun = sum(form.is_begun(row) for row in rows)
    return form if begun >= _ROWS and any(map(form.is_row, rows)) else None


def _dense(record: Record, sign: str) -> list[str]:
    """The cells of a record; a sign with a blank behind it is one of the words before."""
    cells = [record.fields[0]]
    for field in record.fields[1:]:
        if field.startswith(" ") and field.strip():
            cells[-1] += sign + field
        else:
            cells.append(field)
    return cells


class _Reading:
    """A text with tables, record for record."""

    def __init__(
        self, records: Sequence[Record], forms: Sequence[_Form | None], sign: str, plain: Sequence[Line]
    ) -> None:
        self._records, self._forms, self._sign, self._plain = records, forms, sign, plain
        self._form: _Form | None = None
        self._at = 0
        self.doubts: list[Doubt] = []

    def lines(self) -> Iterator[Line]:
        """Its lines, with tabs between the cells of tables."""
        inside = False
        while self._at < len(self._records):
            record = self._records[self._at]
            if form := self._forms[self._at]:
                self._form, inside = form, True
            cells = self._row(inside=inside)
            inside = cells is not None
            if cells is None:
                yield from self._around(record)
            else:
                yield record.lines[0], "\t".join(cell.strip().replace("\n", "<br>") for cell in cells)
            self._at += 1

    def _row(self, *, inside: bool) -> list[str] | None:
        """The cells of the row that begins here, None where none does; the next line may go on with its last cell."""
        form, record = self._form, self._records[self._at]
        if form is None:
            return None
        cells = form.cells(record, self._sign)
        filled = sum(bool(cell.strip()) for cell in cells)
        numbered = form.counted and _NUMBER.match(cells[0]) is not None
        if form.is_row(cells) or (len(cells) == form.width and numbered and filled > 1):
            return cells
        if not inside or not ((numbered and filled >= _FEWEST) or (filled and self._goes_on())):
            return None
        if len(cells) == form.width:
            return cells
        return self._mended(cells, form) if numbered and len(cells) > 1 else None

    def _goes_on(self) -> bool:
        """Whether a row follows before the next empty line."""
        form = self._form
        for record in self._records[self._at : self._at + _FARTHEST] if form else ():
            if not any(field.strip() for field in record.fields):
                return False
            if form and form.is_begun(form.cells(record, self._sign)):
                return True
        return False

    def _mended(self, cells: list[str], form: _Form) -> list[str]:
        """A row of more or fewer cells than the header: its last ones were left out, it goes on below, or is told."""
        following = self._records[self._at + 1 : self._at + 2]
        rest = form.cells(following[0], self._sign) if following else []
        if len(cells) < form.width and len(cells) + len(rest) - 1 == form.width and not _NUMBER.match(rest[0]):
            self._at += 1
            return [*cells[:-1], f"{cells[-1]} {rest[0]}", *rest[1:]]
        if len(cells) < form.width:
            return [*cells, *[""] * (form.width - len(cells))]
        number, *said = cells
        message = (
            f"Dòng {number.strip()}: có {len(cells)} ô nhưng tiêu đề bảng có {form.width} ô, chưa tách được "
            f"đơn vị và thời hạn; hãy đặt ô có dấu “{self._sign}” trong ngoặc kép rồi gửi lại"
        )
        self.doubts.append(Doubt(message, Place(lines=self._records[self._at].lines)))
        return [number, self._sign.join(said), *[""] * (form.width - 2)]

    def _around(self, record: Record) -> Iterator[Line]:
        """A line around the table: its words where it is one of a spreadsheet, else as it stands."""
        first, last = record.lines
        raw = "\n".join(line for _, line in self._plain[first - 1 : last])
        whole = len(record.fields) == 1 and raw != record.fields[0] and self._sign in raw
        if whole or self._sign * 2 in raw:
            yield first, "\t".join(field.strip().replace("\n", " ") for field in record.fields if field.strip())
        else:
            yield from self._plain[first - 1 : last]


_FARTHEST = 30  # lines between rows
