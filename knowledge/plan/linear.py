"""Tables whose rules are lost: the text layer of a PDF, one printed line after the other.

The header's words say which columns there are and in which order; rows are found by their running number; what stands
in a row is laid into the columns by what cells look like and by what the document itself repeats (`alignment`). The
header printed again on a page does not end a row: its rest stands behind it, again in the order of the columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from knowledge.deadlines.only_times import says_only_when
from knowledge.document import Paragraph
from knowledge.language.money import coin_of
from knowledge.language.text import folded
from knowledge.model import Doubt
from knowledge.plan.alignment import divide, words_of
from knowledge.plan.cell_fit import ColumnProfile
from knowledge.plan.columns import WHAT, Column, Role, role_of
from knowledge.plan.draft import RawTask, span
from knowledge.plan.header_words import names_in
from knowledge.plan.line_breaks import behind_ends, ending_breaks
from knowledge.plan.misfits import alone
from knowledge.plan.numbered_rows import NumberedRow, RowFinder, begins_row, may_hold_times, under_headings
from knowledge.plan.open_borders import open_borders
from knowledge.plan.part_numbers import parts_above
from knowledge.plan.settled_columns import columns_of
from knowledge.plan.timetable import day_above
from knowledge.plan.told_cells import rows_of_cells
from knowledge.plan.uncounted import uncounted_rows, unsure
from knowledge.plan.uncounted_header import uncounted_table

_HEADER_START = re.compile(r"^(?:stt|tt|so tt|s tt|no)\b", re.IGNORECASE)
_END = re.compile(r"^(?:(?i:nơi nhận|phụ lục|ghi chú:)|KT\.|TM\.|TL\.|TUQ\.|GIÁM ĐỐC|CHỦ TỊCH|NGƯỜI LẬP|THỦ TRƯỞNG)")
_LONGEST_HEADER = 24  # lines
_LONGEST_NAME = 60  # characters
_SEVERAL = 3  # columns
_APART = 4  # lines from one printed line to the next, where most have one empty line or none between them
_LONGEST_ROW = 600  # words; to divide more takes the square of their number, and no row of a table has so many
_SHOWN = 60  # letters of a row
_PASSES = 3  # over all rows; what is learnt in one helps the next


@dataclass(frozen=True, slots=True)
class LinearReading:
    """Rows read from lines, the lines (positions) that they and their header were read from, and those of no row."""

    tasks: tuple[RawTask, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    used: frozenset[int] = frozenset()
    unread: frozenset[int] = frozenset()


def read_lines(paragraphs: Sequence[Paragraph]) -> LinearReading:
    """Every task that a table without rules lists; nothing where there is no header of tasks with a number column."""
    tasks: list[RawTask] = []
    doubts: list[Doubt] = []
    used: set[int] = set()
    at = 0
    while at < len(paragraphs):
        header = _header_at(paragraphs, at)
        if header is None:
            uncounted = _uncounted(paragraphs, at)
            tasks.extend(uncounted.tasks)
            doubts.extend(uncounted.doubts)
            used |= uncounted.used
            at = max((at, *uncounted.used, *uncounted.unread)) + 1
            continue
        columns, height = header
        cells = rows_of_cells(paragraphs, at, columns)
        rows, end = (cells.rows, cells.end) if cells else _rows(paragraphs, at, height, columns)
        if rows:
            read = tuple(_raw(row, _body(columns)) for row in (rows if cells else _laid_out(rows, columns)))
            tasks.extend(read)
            borders = cells.doubts if cells else _of_borders(rows, columns)
            doubts.extend((*_doubts(rows), *borders, *alone(read)))
            used.update(range(at, end))
        at = max(end, at + height)
    return LinearReading(tuple(tasks), tuple(doubts), frozenset(used))


def _uncounted(paragraphs: Sequence[Paragraph], at: int) -> LinearReading:
    """What a table without numbers of rows lists whose header begins with a line."""
    table = uncounted_table(paragraphs, at, _END)
    if table is None:
        return LinearReading()
    roles = [column.role for column in table.columns]
    rows, left = uncounted_rows(table.pages, roles)
    if not rows and len(table.pages) == 1:  # names of columns may stand in running text, but not twice
        return LinearReading()
    if not rows:
        message = "Bảng không có cột số thứ tự, không chia được thành các dòng nên không đọc, cần đối chiếu bản gốc"
        return LinearReading(doubts=(Doubt(message, paragraphs[at].place),), unread=frozenset(range(at, table.end)))
    doubts = [*_of_borders(rows, table.columns), *_divided_wrongly(rows, roles)]
    if left:
        rest = span([line.place for line in table.pages[-1][-left:]])
        doubts.append(Doubt("Phần cuối của bảng không chia được thành các dòng nên không đọc, cần đối chiếu", rest))
    read = tuple(_raw(row, table.columns) for row in rows)
    return LinearReading(read, tuple(doubts), frozenset(range(at, table.end - left)))


def _divided_wrongly(rows: Sequence[NumberedRow], roles: Sequence[Role]) -> Iterator[Doubt]:
    for row in unsure(rows, roles):
        message = "bảng không có cột số thứ tự, các ô của dòng này có thể bị chia sai, cần đối chiếu bản gốc"
        yield Doubt(f"{_called(row)}: {message}", span([line.place for line in row.printed]))


def _called(row: NumberedRow) -> str:
    return f"Dòng {row.number.printed}" if row.number.printed else f"Dòng “{row.printed[0].text[:_SHOWN]}”"


def _header_at(paragraphs: Sequence[Paragraph], at: int) -> tuple[tuple[Column, ...], int] | None:
    """The columns of a header that begins with a line, and its height in lines."""
    if not _HEADER_START.match(folded(paragraphs[at].text)):
        return None
    height = 1
    below = paragraphs[at + 1 : at + _LONGEST_HEADER]
    for line, following in zip_longest(below, below[1:]):
        if begins_row(line.text) or _is_no_name(line.text) or _heads_first_row(line, following):
            break
        height += 1
    words = [w for line in paragraphs[at : at + height] for w in line.text.split()]
    columns = columns_of(names_in(words))
    return (columns, height + _numbering_height(paragraphs[at + height :], len(columns))) if columns else None


def _is_no_name(line: str) -> bool:
    """Whether a line is too long for the name of a column, and no row of such names."""
    if len(line) <= _LONGEST_NAME:
        return False
    names = names_in(line.split())
    return len(names) < _SEVERAL or not all(role_of(name)[1] for name in names)


def _heads_first_row(line: Paragraph, following: Paragraph | None) -> bool:
    """Whether a line is a time or the number of a heading under which the first rows stand, and no name of a column."""
    if following is None:
        return False
    return _BARE.fullmatch(line.text) is not None or (begins_row(following.text) and says_only_when(line.text))


_BARE = re.compile(r"(?:[IVX]{1,4}|[A-H])[.)]?")


def _numbering_height(paragraphs: Sequence[Paragraph], columns: int) -> int:
    """How many lines below the header only number the columns, as in (1) (2) (3)."""
    numbers: list[str] = []
    for height, line in enumerate(paragraphs[:columns], start=1):
        numbers.extend(word.strip("()[].") for word in line.text.split())
        if numbers != [str(n) for n in range(1, len(numbers) + 1)]:
            return 0
        if len(numbers) == columns:
            return height
    return 0


def _rows(
    paragraphs: Sequence[Paragraph], at: int, height: int, columns: Sequence[Column]
) -> tuple[list[NumberedRow], int]:
    """The rows below a header, over all pages on which it is printed again, and the position past the last line."""
    header = [folded(line.text) for line in paragraphs[at : at + height]]
    finder = RowFinder(timed=may_hold_times(columns))
    parts = parts_above(paragraphs[:at])
    position = at + height
    while position < len(paragraphs):
        again = _repeated(paragraphs, position, header)
        if again:
            finder.turn_page()
            position = again
            continue
        text = paragraphs[position].text
        ended = _END.match(text) or parts.ended_by(text, finder.numbers)
        if finder.found and (ended or _header_at(paragraphs, position)):
            break
        following = paragraphs[position + 1].text if position + 1 < len(paragraphs) else ""
        if text.isdigit() and _stands_apart(paragraphs, position):  # a page number
            finder.turn_page()
        elif not (text.isdigit() and _is_header_line(following, header)):  # one above a header
            finder.take(paragraphs[position])
        position += 1
    return list(under_headings(finder.found)), position


def _stands_apart(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether more empty lines stand above and below a line than between the printed lines of a table."""
    if not 0 < at < len(paragraphs) - 1:
        return False
    above, own, below = (paragraphs[i].place.lines for i in (at - 1, at, at + 1))
    if not (above and own and below):
        return False
    return own[0] - above[1] >= _APART and below[0] - own[1] >= _APART


def _is_header_line(text: str, header: Sequence[str]) -> bool:
    return folded(text) == header[0]


def _repeated(paragraphs: Sequence[Paragraph], at: int, header: Sequence[str]) -> int:
    """The position past a header that is printed again here, or 0. Its lines may be broken differently."""
    if not _HEADER_START.match(folded(paragraphs[at].text)):
        return 0
    wanted = " ".join(header).split()
    seen: list[str] = []
    for position in range(at, min(len(paragraphs), at + _LONGEST_HEADER)):
        seen.extend(folded(paragraphs[position].text).split())
        if seen == wanted:
            return position + 1
        if seen != wanted[: len(seen)]:
            return 0
    return 0


def _body(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.role is not Role.STT]


def _laid_out(rows: Sequence[NumberedRow], columns: Sequence[Column]) -> Sequence[NumberedRow]:
    """The rows with their words in the columns."""
    roles = [column.role for column in _body(columns)]
    ending = _ending(rows)
    profile = ColumnProfile()
    for _ in range(_PASSES):
        for row in rows:
            row.cells = _cells(row, roles, profile, ending)
        profile = ColumnProfile()
        for row in rows:
            printed = sum(bool(line.text) for line in row.printed)
            profile.layout.learn_row(row.cells, printed)
            if ending and len(row.parts) == 1:
                profile.layout.learn_breaks(row.cells, printed, len(behind_ends(row.printed, ending)))
            for i, (role, cell) in enumerate(zip(roles, row.cells, strict=True)):
                profile.learn(i, role, cell)
    return rows


def _cells(row: NumberedRow, roles: Sequence[Role], profile: ColumnProfile, ending: frozenset[bool]) -> list[list[str]]:
    cells: list[list[str]] = [[] for _ in roles]
    if _is_too_long(row):
        cells[_what(roles)] = [line.text for line in row.printed]
        return cells
    for i, part in enumerate(row.parts):
        words = words_of([line.text for line in part], behind_ends(part, ending))
        divided = divide(words, roles, profile, cells if i else [], cut=i + 1 < len(row.parts))
        cells = [held + new for held, new in zip(cells, divided, strict=True)]
    return cells


def _is_too_long(row: NumberedRow) -> bool:
    return sum(line.text.count(" ") + 1 for line in row.printed) > _LONGEST_ROW


def _what(roles: Sequence[Role]) -> int:
    """The first column that says what is to be done."""
    return next((at for at, role in enumerate(roles) if role in WHAT), 0)


def _raw(row: NumberedRow, body: Sequence[Column]) -> RawTask:
    fields: dict[Role, str] = {}
    extra: list[tuple[str, str]] = []
    for column, cell in zip(body, row.cells, strict=True):
        text = " ".join(cell)
        if column.role is Role.OTHER:
            extra.extend([(column.name, text)] if text else [])
        else:
            fields[column.role] = text
    place = span([line.place for line in row.printed])
    coin = next((coin_of(column.name) for column in body if column.role is Role.BUDGET), "")
    return RawTask(
        row.section,
        row.number.printed,
        stt_inherited=False,
        fields=fields,
        extra=tuple(extra),
        place=place,
        day=day_above(row.section),
        coin=coin,
    )


def _doubts(rows: Sequence[NumberedRow]) -> Iterator[Doubt]:
    for row in rows:
        if not any(cell for cell in row.cells):
            yield Doubt(f"Dòng {row.number.printed}: không có nội dung", span([p.place for p in row.printed]))
        elif _is_too_long(row):
            message = f"Dòng {row.number.printed}: dài bất thường, không chia được thành các cột, cần đối chiếu bản gốc"
            yield Doubt(message, span([p.place for p in row.printed]))


def _of_borders(rows: Sequence[NumberedRow], columns: Sequence[Column]) -> Iterator[Doubt]:
    for row in open_borders(rows, [column.role for column in _body(columns)], _ending(rows)):
        message = "chưa rõ tên đơn vị nào thuộc cột chủ trì, tên nào thuộc cột phối hợp, cần đối chiếu bản gốc"
        yield Doubt(f"{_called(row)}: {message}", span([p.place for p in row.printed]))


def _ending(rows: Sequence[NumberedRow]) -> frozenset[bool]:
    return ending_breaks(part for row in rows for part in row.parts)
