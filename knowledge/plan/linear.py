"""Tables whose rules are lost: the text layer of a PDF, one printed line after the other.

The header's words say which columns there are and in which order; rows are found by their running number; what stands
in a row is laid into the columns by what cells look like and by what the document itself repeats (`alignment`). The
header printed again on a page does not end a row: its rest stands behind it, again in the order of the columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.document import Paragraph
from knowledge.model import Doubt
from knowledge.plan.alignment import divide, words_of
from knowledge.plan.cells import Habits
from knowledge.plan.draft import RawTask, span
from knowledge.plan.headers import Column, Role, columns_of, role_of
from knowledge.plan.numbering import Number, SectionPath, Style, is_child, parse
from knowledge.text import folded

_HEADER_START = re.compile(r"^(?:stt|tt|so tt|s tt|no)\b", re.IGNORECASE)
_ROW = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})*|[a-zđ]\))[.)]?(?:\s+(?P<rest>\S.*))?$")
_SECTION = re.compile(r"^(?P<number>[IVX]{1,6}|[A-H])[.)]?\s+(?P<title>\S.*)$")
_END = re.compile(r"^(?:(?i:nơi nhận|phụ lục|ghi chú:)|KT\.|TM\.|TL\.|TUQ\.|GIÁM ĐỐC|CHỦ TỊCH|NGƯỜI LẬP|THỦ TRƯỞNG)")
_LONGEST_HEADER = 24  # lines
_PASSES = 3  # over all rows; what is learnt in one helps the next


@dataclass(slots=True)
class _RowText:
    """A row found by its number: its lines, page by page."""

    number: Number
    section: tuple[str, ...]
    parts: list[list[Paragraph]]
    cells: list[list[str]] = field(default_factory=list)

    @property
    def printed(self) -> list[Paragraph]:
        return [line for part in self.parts for line in part]


@dataclass(frozen=True, slots=True)
class LinearReading:
    """Rows read from lines, and the lines (positions) that they and their header were read from."""

    tasks: tuple[RawTask, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    used: frozenset[int] = frozenset()


def read_lines(paragraphs: Sequence[Paragraph]) -> LinearReading:
    """Every task that a table without rules lists; nothing where there is no header of tasks with a number column."""
    tasks: list[RawTask] = []
    doubts: list[Doubt] = []
    used: set[int] = set()
    at = 0
    while at < len(paragraphs):
        header = _header_at(paragraphs, at)
        if header is None:
            at += 1
            continue
        columns, height = header
        rows, end = _rows(paragraphs, at, height)
        if rows:
            tasks.extend(_tasks(rows, columns))
            doubts.extend(_doubts(rows))
            used.update(range(at, end))
        at = max(end, at + height)
    return LinearReading(tuple(tasks), tuple(doubts), frozenset(used))


def _header_at(paragraphs: Sequence[Paragraph], at: int) -> tuple[tuple[Column, ...], int] | None:
    """The columns of a header that begins with a line, and its height in lines."""
    if not _HEADER_START.match(folded(paragraphs[at].text)):
        return None
    height = 1
    for line in paragraphs[at + 1 : at + _LONGEST_HEADER]:
        if _ROW.match(line.text) or _SECTION.match(line.text) or len(line.text) > 60:
            break
        height += 1
    words = [w for line in paragraphs[at : at + height] for w in line.text.split()]
    names = _names(words)
    columns = columns_of(names)
    return (columns, height) if columns else None


def _names(words: Sequence[str]) -> list[str]:
    """The header's words divided into the names of its columns: each begins with a capital and says one thing."""
    best: dict[int, tuple[float, list[str], frozenset[Role]]] = {0: (0.0, [], frozenset())}
    for end in range(1, len(words) + 1):
        if end < len(words) and not _can_begin(words, end):
            continue
        for start in range(max(0, end - 9), end):
            if start not in best:
                continue
            score, names, roles = best[start]
            name = " ".join(words[start:end])
            role, strength = role_of(name)
            value = 4.0 * strength + 5 if strength else -6.0
            if role in roles and role is not Role.OTHER:
                value = -8.0
            total = score + value - 2
            if end not in best or total > best[end][0]:
                best[end] = (total, [*names, name], roles | {role})
    return best[len(words)][1] if len(words) in best else []


def _can_begin(words: Sequence[str], at: int) -> bool:
    return not words[at][:1].islower() and words[at][:1].isalpha() and not words[at - 1].endswith(("/", ",", "-", "("))


def _rows(paragraphs: Sequence[Paragraph], at: int, height: int) -> tuple[list[_RowText], int]:
    """The rows below a header, over all pages on which it is printed again, and the position past the last line."""
    header = [folded(line.text) for line in paragraphs[at : at + height]]
    finder = _Finder()
    position = at + height
    while position < len(paragraphs):
        again = _repeated(paragraphs, position, header)
        if again:
            finder.turn_page()
            position = again
            continue
        if _END.match(paragraphs[position].text) and finder.rows:
            break
        following = paragraphs[position + 1].text if position + 1 < len(paragraphs) else ""
        if not (paragraphs[position].text.isdigit() and _is_header_line(following, header)):  # a page number
            finder.take(paragraphs[position])
        position += 1
    return finder.rows, position


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


@dataclass(slots=True)
class _Finder:
    """Walks down the lines and tells headings and the numbers of rows from the words of cells."""

    rows: list[_RowText] = field(default_factory=list)
    path: SectionPath = field(default_factory=SectionPath)
    title: list[str] | None = None
    heading: Number | None = None
    last: Number | None = None  # the number of the last row
    last_heading: Number | None = None
    page_turned: bool = False

    def turn_page(self) -> None:
        """The header stands here again."""
        self.page_turned = True

    def take(self, line: Paragraph) -> None:
        """The next printed line."""
        section = _SECTION.match(line.text)
        if section and self._is_next_heading(section["number"], section["title"]):
            self._close_title()
            self.heading = self.last_heading = parse(section["number"], self.last_heading)
            self.title = [section["title"]]
            return
        row = _ROW.match(line.text)
        number = parse(row["number"]) if row else None
        if row and number and self._is_next_row(number):
            self._close_title()
            self.path.at_row(number, self.last)
            rest = row["rest"]
            first = [Paragraph(rest, place=line.place)] if rest else []
            self.rows.append(_RowText(number, self.path.path, [first or [Paragraph("", place=line.place)]]))
            self.last, self.page_turned = number, False
            return
        self._take_words(line)

    def _take_words(self, line: Paragraph) -> None:
        if self.title is not None:
            self.title.append(line.text)
        elif self.rows:
            if self.page_turned:
                self.rows[-1].parts.append([])
                self.page_turned = False
            self.rows[-1].parts[-1].append(line)

    def _close_title(self) -> None:
        if self.title is not None:
            self.path.enter(self.heading, " ".join(self.title))
            self.title, self.last = None, None if self._restarts else self.last
        self.page_turned = False

    @property
    def _restarts(self) -> bool:
        return False

    def _is_next_heading(self, printed: str, title: str) -> bool:
        number = parse(printed, self.last_heading)
        if number is None or not title[:1].isupper():
            return False
        if self.last_heading is None or number.style is not self.last_heading.style:
            return number.count in {1, 2}
        return number.count - self.last_heading.count in {1, 2}

    def _is_next_row(self, number: Number) -> bool:
        """Whether a number goes on with the rows: the next one, a first one after a heading, or a first part of one."""
        if self.last is None or self.title is not None:
            follows = self.last is not None and _succeeds(number, self.last)
            return number.count == 1 or follows or number.style is not Style.ARABIC
        return _succeeds(number, self.last)


def _succeeds(number: Number, last: Number) -> bool:
    if number.style is last.style and number.parts[:-1] == last.parts[:-1]:
        return number.count == last.count + 1
    if is_child(number, last):
        return number.count == 1
    depth = len(number.parts)
    if depth < len(last.parts) and number.parts[:-1] == last.parts[: depth - 1] and last.parts[depth - 1].isdigit():
        return number.count == int(last.parts[depth - 1]) + 1
    return False


def _tasks(rows: Sequence[_RowText], columns: Sequence[Column]) -> Iterator[RawTask]:
    body = [column for column in columns if column.role is not Role.STT]
    roles = [column.role for column in body]
    habits = Habits()
    for _ in range(_PASSES):
        for row in rows:
            row.cells = _cells(row, roles, habits)
        habits = Habits()
        for row in rows:
            for i, (role, cell) in enumerate(zip(roles, row.cells, strict=True)):
                habits.learn(i, role, cell)
    for row in rows:
        yield _raw(row, body)


def _cells(row: _RowText, roles: Sequence[Role], habits: Habits) -> list[list[str]]:
    cells: list[list[str]] = [[] for _ in roles]
    for i, part in enumerate(row.parts):
        words = words_of([line.text for line in part])
        before = [" ".join(cell) for cell in cells] if i else []
        divided = divide(words, roles, habits, before, cut=i + 1 < len(row.parts))
        cells = [held + new for held, new in zip(cells, divided, strict=True)]
    return cells


def _raw(row: _RowText, body: Sequence[Column]) -> RawTask:
    fields: dict[Role, str] = {}
    extra: list[tuple[str, str]] = []
    for column, cell in zip(body, row.cells, strict=True):
        text = " ".join(cell)
        if column.role is Role.OTHER:
            extra.extend([(column.name, text)] if text else [])
        else:
            fields[column.role] = text
    place = span([line.place for line in row.printed])
    return RawTask(row.section, row.number.printed, stt_inherited=False, fields=fields, extra=tuple(extra), place=place)


def _doubts(rows: Sequence[_RowText]) -> Iterator[Doubt]:
    for row in rows:
        if not any(cell for cell in row.cells):
            yield Doubt(f"Dòng {row.number.printed}: không có nội dung", span([p.place for p in row.printed]))
