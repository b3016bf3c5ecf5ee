"""The tables of a document that list tasks, read over all their pages.

A table goes on on the next page with its header printed again, or with none; then the columns are those of before. A
table whose header names no tasks is not one of tasks and is left to others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.document import Block, Paragraph, Row, Table
from knowledge.language.text import folded
from knowledge.model import Doubt, Target
from knowledge.plan.cards import upright
from knowledge.plan.columns import Role, flat, role_of
from knowledge.plan.cut_units import join_cut_units
from knowledge.plan.draft import RawTask
from knowledge.plan.headers import Header, find_header, repeats
from knowledge.plan.merged_units import fill_units
from knowledge.plan.misfits import alone, misfits
from knowledge.plan.numbering import leading, parse
from knowledge.plan.posts import is_signature
from knowledge.plan.row_fields import raw_tasks
from knowledge.plan.table_rows import RowReader
from knowledge.plan.target_tables import TargetColumns, target_columns, target_rows
from knowledge.plan.timetable import day_in, day_named

_TITLE = 200  # characters
_ASIDE = 40  # characters: a page number or a running title between two pages of one table


@dataclass(frozen=True, slots=True)
class TableReading:
    """Rows read from tables.

    Args:
        printed: rows that were printed below headers, without headers and empty rows; they are all accounted for.
        used: positions of the blocks that were read as tables of tasks.
    """

    tasks: tuple[RawTask, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    printed: int = 0
    used: frozenset[int] = frozenset()
    targets: tuple[Target, ...] = ()


@dataclass(slots=True)
class _Streams:
    """Tables of tasks, each over its pages."""

    readers: list[RowReader] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    fresh: bool = True  # words stood since the last table: a new one begins
    title: str = ""  # the heading above the next table: a numbered one, or one that stands directly above it
    loose: bool = False  # that heading has no number
    day: str = ""  # the day that a heading above the next table names
    targets: list[Target] = field(default_factory=list)
    of_targets: TargetColumns | None = None  # of the table before, where that was one of targets

    def pass_words(self, paragraph: Paragraph) -> None:
        """Words between tables: they begin a new table unless they are a page number or a running title."""
        text = paragraph.text
        titled = leading(text) is not None and len(text) <= _TITLE
        if titled or self.loose or _heads(paragraph):
            self.loose = not titled and _heads(paragraph)
            self.title = text if titled or self.loose else ""
        day = day_in(text) if titled or self.loose else day_named(text)
        self.day = day or self.day
        opens = titled or bool(day) or len(text) > _ASIDE or text.lower().startswith(("phụ lục", "biểu"))
        self.fresh = self.fresh or opens


def _heads(paragraph: Paragraph) -> bool:
    """Whether a line without a number is printed as a heading ("THÁNG 9/2026"); captions of annexes head no rows."""
    text = paragraph.text.strip()
    printed = paragraph.bold or paragraph.level is not None
    return printed and 0 < len(text) <= _CAPTION and text[-1] not in ".;:,)" and not _ANNEX.match(text)


_CAPTION = 80  # characters
_ANNEX = re.compile(r"(?:phụ lục|phụ biểu|biểu|danh mục|bảng|kế hoạch|chương trình)\b", re.IGNORECASE)


def read_tables(blocks: Sequence[Block]) -> TableReading:
    """Every task that the tables of a document list, in document order."""
    streams = _Streams()
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            streams.pass_words(block)
        elif block.rows and not _read_targets(streams, at, block):
            _read(streams, at, upright(block))
    several = len({reader.title for reader in streams.readers} - {""}) > 1
    for reader in streams.readers:
        reader.title = reader.title if several else ""  # one table's heading is that of the appendix
        reader.finish()
        reader.doubts.extend(join_cut_units(reader.drafts, reader.header, reader.breaks))
        reader.doubts.extend(fill_units(reader.drafts, reader.header))
    raw = [tuple(raw_tasks(reader.header, reader.drafts, reader.day)) for reader in streams.readers]
    tasks = tuple(task for rows in raw for task in rows)
    told = (doubt for reader in streams.readers for doubt in reader.doubts)
    guessed = (rows for reader, rows in zip(streams.readers, raw, strict=True) if reader.guessed)
    doubts = (*streams.doubts, *told, *(doubt for rows in guessed for doubt in (*alone(rows), *misfits(rows))))
    printed = sum(len(r.rows) for r in streams.readers)
    return TableReading(tasks, doubts, printed, frozenset(streams.used), tuple(streams.targets))


def _read_targets(streams: _Streams, at: int, table: Table) -> bool:
    """Read a table as one of targets, or as the next page of one; False where it is none."""
    before, streams.of_targets = streams.of_targets, None
    columns, start = target_columns(table) or (None, 0)
    if (
        columns is None
        and before is not None
        and (table.continues or not streams.fresh)
        and not find_header(table.rows)
    ):
        columns = before if before.width == len(table.rows[0].cells) else None
    if columns is None:
        return False
    streams.targets.extend(target_rows(table.rows[start:], columns))
    streams.of_targets, streams.fresh = columns, False
    streams.used.add(at)
    return True


def _read(streams: _Streams, at: int, table: Table) -> None:
    current = streams.readers[-1] if streams.readers else None
    found = find_header(table.rows)
    if found and current and (table.continues or not streams.fresh) and not _is_new(found, current, table):
        found = None  # a row of short words on a later page is no header
    if found is None:
        if current and _fits(table, current.header) and (table.continues or not streams.fresh):
            _go_on(streams, at, current, table.rows, at_break=True)
        elif current and _fits(table, current.header) and _counts_on(table, current):
            streams.readers.append(RowReader(current.header, title=streams.title))
            _go_on(streams, at, streams.readers[-1], table.rows, at_break=False)
        else:
            streams.doubts.extend(_unread(table, follows=current is not None and not streams.fresh))
        return
    start, header = found
    goes_on = (
        current is not None
        and (table.continues or not (streams.fresh or _is_headed(streams, table)))
        and _same(current.header, header, table.rows[start])
    )
    if goes_on and current is not None:
        _go_on(streams, at, current, table.rows[:start], at_break=True)
        _go_on(streams, at, current, table.rows[start + header.height :], at_break=True)
        return
    reader = RowReader(header, title=streams.title, day=streams.day, guessed=table.guessed)
    streams.readers.append(reader)
    streams.doubts.extend(_titles(table.rows[:start]))
    _pieces(streams, at, reader, table.rows[start + header.height :])


def _is_headed(streams: _Streams, table: Table) -> bool:
    """Whether a table has a heading and a header of its own; on the pages of a PDF it may be a running title."""
    return streams.loose and bool(streams.title) and table.rows[0].place.page is None


def _go_on(streams: _Streams, at: int, reader: RowReader, rows: Sequence[Row], *, at_break: bool) -> None:
    if rows:
        reader.read(rows, at_break=at_break)
    streams.used.add(at)
    streams.fresh, streams.title = False, ""


def _pieces(streams: _Streams, at: int, reader: RowReader, rows: Sequence[Row]) -> None:
    """A header printed again inside one table tells that a page ended there."""
    start, broken = 0, False
    for i, row in enumerate(rows):
        if repeats(row, reader.header):
            _go_on(streams, at, reader, rows[start:i], at_break=broken)
            start, broken = i + 1, True
    _go_on(streams, at, reader, rows[start:], at_break=broken)


def _is_new(found: tuple[int, Header], current: RowReader, table: Table) -> bool:
    """Whether what looks like a header on a later page is one: it numbers rows, or prints the one before again."""
    start, header = found
    numbered = role_of(header.labels[0])[0] is Role.STT
    return not _fits(table, current.header) or repeats(table.rows[start], current.header) or numbered


def _counts_on(table: Table, current: RowReader) -> bool:
    """Whether a table under a heading of its own numbers its rows as the next ones of the table with the header."""
    column = current.header.first(Role.STT)
    numbers = [parse(flat(row.cells[column])) for row in (*current.rows, *table.rows)] if column is not None else []
    last = next((n for n in reversed(numbers[: len(current.rows)]) if n), None)
    first = next((n for n in numbers[len(current.rows) :] if n), None)
    if last is None or first is None or last.style is not first.style:
        return False
    return first.count in {1, last.count + 1}


def _fits(table: Table, header: Header) -> bool:
    return len(table.rows[0].cells) == len(header.columns)


def _same(one: Header, other: Header, row: Row) -> bool:
    return repeats(row, one) or [c.role for c in one.columns] == [c.role for c in other.columns]


def _unread(table: Table, *, follows: bool) -> Iterator[Doubt]:
    """A table that is not one of tasks; letterheads and signatures are tables of few cells and are no news.

    Right below a table of tasks even a row or two may be the rest of it, in other columns.
    """
    rows = [row for row in table.rows if not is_signature(row)] if follows else table.rows
    large = len(rows) >= (1 if follows else 3) and len(table.rows[0].cells) >= 3
    if large and not (_is_of_sums(table) or _is_card(table)):
        first = " | ".join(dict.fromkeys(text for cell in table.rows[0].cells if (text := flat(cell))))
        yield Doubt(f"Bảng không có cột nhiệm vụ nên không đọc: “{first[:80]}”", table.rows[0].place)


def _titles(rows: Sequence[Row]) -> Iterator[Doubt]:
    """Rows above a header are titles; several cells of words there are worth a look."""
    for row in rows:
        own = {flat(cell) for cell in row.cells} - {""}
        if len(own) >= 4:
            yield Doubt(f"Dòng phía trên tiêu đề bảng không được đọc: “{' | '.join(sorted(own))[:80]}”", row.place)


def _is_of_sums(table: Table) -> bool:
    """Whether a table reckons up what things cost and says neither who nor when."""
    names = [folded(flat(cell)) for cell in table.rows[0].cells]
    roles = {role_of(name)[0] for name in names}
    sums = sum(name.startswith(("so luong", "don gia", "thanh tien", "don vi tinh", "dvt")) for name in names)
    money = any(map(_MONEY.search, names))
    return (sums >= _SUMS or money) and not roles & {Role.LEAD, Role.COORDINATE, Role.TIME}


_SUMS = 2  # columns
_MONEY = re.compile(r"\btien\b|\b(?:trieu|nghin|ngan|ty|ti) dong\b|\((?:dvt\W*)?dong\b")  # "hoạt động" is none


def _is_card(table: Table) -> bool:
    """Whether a table says facts of the document, each behind its name ("Số hiệu: | 77/KH-UBND")."""
    named = [flat(row.cells[at]) for row in table.rows for at in range(0, len(row.cells) - 1, 2)]
    return any(named) and all(name.endswith(":") for name in named if name)
