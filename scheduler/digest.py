"""From items to messages: one digest for each unit, and for each other chat and kind, in pages sent one by one.

A unit's digest has one line for each row, under headings that say why it is there, and a button with its number that
opens it.

A page is what Telegram takes as one message, so that a crash can repeat no more than one page. What a button does is a
value; how it looks is decided where it is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowledge.reply import Citation, Entry, Line, line_text
from scheduler import wording
from scheduler.account import Report
from scheduler.directory import Chat
from scheduler.items import TO_OFFICE, TO_UNITS, Figures, Item, Kind, StageSeries

LARGEST_TEXT = 3500  # UTF-16 units of 4,096, so that marks and later edits have room
MOST_FOR_UNITS = 20  # rows with a number to press
NUMBERS_A_ROW = 6
MOST_LISTED = 20

_ORDER = {kind: n for n, kind in enumerate(Kind)}


class Action(StrEnum):
    """What a button does."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    LATER = "later"
    OPEN = "open"
    GRANT = "grant"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a digest.

    Args:
        number: of the entry that it belongs to.
        due: the date that a report would be for.
    """

    action: Action
    number: int
    ref: str
    due: date


@dataclass(frozen=True, slots=True)
class Message:
    """One page of a digest: what is said, and the items that are then said.

    Args:
        late: whether something in it should have been said on an earlier day.
        left: how many pages of the same digest follow.
        report: what its picture and its sheet are made of, where it has them.
    """

    chat: Chat
    unit: str
    kind: Kind
    late: bool
    head: tuple[Line, ...]
    entries: tuple[Entry, ...]
    items: tuple[Item, ...]
    foot: tuple[Line, ...] = ()
    left: int = 0
    report: Report | None = None

    @property
    def to_unit(self) -> bool:
        """Whether it is a unit's digest: rows in one line each, with numbers to press."""
        return self.kind in TO_UNITS

    @property
    def by_number(self) -> bool:
        """Whether a row has nothing to press but its number."""
        return all(item.kind is not Kind.EXTENSION for item in self.shown)

    @property
    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        """The numbers of the rows; where there is more to press, one row of buttons for each, in the same order."""
        rows = tuple(row for n, item in enumerate(self.shown, 1) if (row := _buttons(n, item)))
        if not self.by_number:
            return rows
        numbers = [button for row in rows for button in row]
        return tuple(tuple(numbers[i : i + NUMBERS_A_ROW]) for i in range(0, len(numbers), NUMBERS_A_ROW))

    @property
    def shown(self) -> tuple[Item, ...]:
        """The item that each entry shows; a task that is due for two reasons has one entry."""
        tasks: dict[tuple[str, date], list[Item]] = {}
        for item in self.items:
            if not item.listed:
                continue
            tasks.setdefault((item.key.ref, item.key.due), []).append(item)
        return tuple(map(_first, tasks.values()))

    @property
    def text(self) -> str:
        """The words without emphasis."""
        return "\n\n".join("\n".join(line_text(line) for line in block) for block in self.blocks)

    @property
    def blocks(self) -> tuple[tuple[Line, ...], ...]:
        """The paragraphs: the head, each entry (a unit's: all under one heading), the foot."""
        found: list[tuple[Line, ...]] = [self.head]
        for entry in self.entries:
            if self.to_unit and not entry.heading:
                found[-1] += entry.lines
            else:
                found.append((*entry.heading, *entry.lines))
        return (*found, self.foot) if self.foot else tuple(found)


def digests(items: Iterable[Item], today: date) -> tuple[Message, ...]:
    """The messages for these items: chat by chat in turn, each chat's own in the order of their kinds."""
    groups: dict[tuple[Chat, Kind, str], list[Item]] = {}
    for item in items:
        unit = "" if item.kind in TO_OFFICE or item.kind is Kind.EXTENSION else item.unit
        kind = Kind.UPCOMING if item.kind in TO_UNITS else Kind.OFFICE if item.kind in TO_OFFICE else item.kind
        groups.setdefault((item.chat, kind, unit), []).append(item)
    by_chat: dict[Chat, list[Message]] = {}
    for (chat, kind, unit), group in sorted(groups.items(), key=lambda entry: _ORDER[entry[0][1]]):
        made = _for_unit if kind in TO_UNITS else _for_office if kind is Kind.OFFICE else _pages
        by_chat.setdefault(chat, []).extend(made(chat, kind, unit, group, today))
    return tuple(_in_turn(list(by_chat.values())))


def _in_turn(queues: Sequence[list[Message]]) -> Iterator[Message]:
    """One message of each chat, then the next one: Telegram lets one chat have only one a second."""
    turn = 0
    while queues := [queue for queue in queues if turn < len(queue)]:
        yield from (queue[turn] for queue in queues)
        turn += 1


def _for_office(chat: Chat, _kind: Kind, unit: str, items: list[Item], today: date) -> Iterator[Message]:
    """What the office in charge has to see to: its kinds under a heading each, in as few messages as hold them."""
    kinds = sorted({item.kind for item in items}, key=_ORDER.__getitem__)
    by_kind = [list(_pages(chat, kind, unit, [i for i in items if i.kind is kind], today)) for kind in kinds]
    pages: list[Message] = []
    for page in (page for of_kind in by_kind for page in of_kind):
        if pages and len(kinds) > 1 and _length(pages[-1]) + _length(page) <= LARGEST_TEXT:
            pages[-1] = _joined(pages[-1], page, today)
        else:
            pages.append(page)
    yield from (replace(page, left=len(pages) - n) for n, page in enumerate(pages, 1))


def _joined(first: Message, second: Message, today: date) -> Message:
    """Two pages as one, each under its own heading; the rows are numbered through."""
    before = len(first.entries)
    kinds = [item.kind for item in (*first.shown, *second.shown)]
    entries = [_entry(n, [item], today) for n, item in enumerate((*first.shown, *second.shown), 1)]
    for at in (0, *(n for n in range(1, len(kinds)) if kinds[n] is not kinds[n - 1])):
        count = sum(kind is kinds[at] for kind in kinds)
        entries[at] = replace(entries[at], heading=wording.head(kinds[at], "", count, today, late=False))
    late = first.late or second.late
    head = wording.office_head(today, late=late) if before else first.head
    return replace(first, late=late, head=head, entries=tuple(entries), items=(*first.items, *second.items))


def _length(message: Message) -> int:
    return len(message.text.encode("utf-16-le")) // 2


def _pages(chat: Chat, kind: Kind, unit: str, items: list[Item], today: date) -> Iterator[Message]:
    tasks: dict[tuple[str, date], list[Item]] = {}
    for item in items:
        tasks.setdefault((item.key.ref, item.key.due), []).append(item)
    size = start = sum(map(_size, wording.head(kind, unit, 99, today, late=True)))
    page: list[tuple[Entry, list[Item]]] = []
    for group in sorted(tasks.values(), key=lambda group: group[0].key.due):
        entry = _entry(len(page) + 1, group, today)
        if page and (len(page) == MOST_LISTED or size + _size_of(entry) > LARGEST_TEXT):
            yield _page(chat, kind, unit, page, today)
            page, size = [], start
            entry = _entry(1, group, today)
        page.append((entry, group))
        size += _size_of(entry)
    yield _page(chat, kind, unit, page, today)


def _for_unit(chat: Chat, _kind: Kind, unit: str, items: list[Item], today: date) -> Iterator[Message]:
    """A unit's digest of the day: what is overdue first, then by date, under a heading for each reason."""
    tasks: dict[tuple[str, date], list[Item]] = {}
    for item in sorted(items, key=lambda item: _ORDER[item.kind]):
        if item.listed:
            tasks.setdefault((item.key.ref, item.key.due), []).append(item)
    rows = sorted(tasks.values(), key=lambda group: (wording.section(_first(group), today), group[0].key.due))
    pages = [rows[i : i + MOST_FOR_UNITS] for i in range(0, len(rows), MOST_FOR_UNITS)] or [[]]
    counted = [item for item in items if not item.listed]
    for n, page in enumerate(pages, 1):
        numbered = [replace(item, number=number) for number, group in enumerate(page, 1) for item in group]
        shown = [_first(group) for group in page]
        yield Message(
            chat=chat,
            unit=unit,
            kind=shown[0].kind if shown else Kind.INTRODUCTION,
            late=any(item.late for item in numbered),
            head=wording.unit_head(unit, len(rows), today, _figures(items) if n == 1 else None),
            entries=unit_entries(shown, today),
            items=(*numbered, *(counted if n == 1 else ())),
            foot=wording.unit_foot(shown, any_late=any(item.late for item in numbered)),
            left=len(pages) - n,
        )


def unit_entries(shown: Sequence[Item], today: date) -> tuple[Entry, ...]:
    """One line for each row, with a heading where the reason changes."""
    entries, last = [], -1
    for number, item in enumerate(shown, 1):
        section = wording.section(item, today)
        heading = wording.section_heading(item, today) if section != last else ()
        citation = Citation(item.key.ref, item.stem, item.task) if item.task is not None else None
        entries.append(Entry((wording.row_line(number, item, today),), citation, heading))
        last = section
    return tuple(entries)


def _figures(items: Iterable[Item]) -> Figures | None:
    return next((item.figures for item in items if item.kind is Kind.INTRODUCTION), None)


def _page(chat: Chat, kind: Kind, unit: str, page: list[tuple[Entry, list[Item]]], today: date) -> Message:
    items = tuple(item for _, group in page for item in group)
    shown = [_first(group) for _, group in page]
    late = any(item.late for item in items)
    return Message(
        chat=chat,
        unit=unit or "; ".join(dict.fromkeys(item.unit for item in shown if item.unit)),
        kind=kind,
        late=late,
        head=wording.head(kind, unit, len(page), today, late=late),
        entries=tuple(entry for entry, _ in page),
        items=items,
    )


def _entry(number: int, group: list[Item], today: date) -> Entry:
    item = _first(group)
    citation = Citation(item.key.ref, item.stem, item.task) if item.task is not None else None
    return Entry(wording.entry(number, item, today), citation)


def _first(group: list[Item]) -> Item:
    """The item of a task that is shown: a changed date before the stage that was reached with it."""
    return next((item for item in group if item.key.series is StageSeries.MOVED), group[0])


def _buttons(number: int, item: Item) -> tuple[Button, ...]:
    if item.task is None:
        return ()
    actions: tuple[Action, ...] = (Action.OPEN,)
    if item.kind is Kind.EXTENSION:
        actions = (Action.GRANT, Action.REFUSE, Action.OPEN)
    return tuple(Button(action, number, item.key.ref, item.key.due) for action in actions)


def _size_of(entry: Entry) -> int:
    return _size(tuple(span for line in entry.lines for span in line)) + len(entry.lines)


def _size(line: Line) -> int:
    """UTF-16 units of a line with its end, as Telegram counts."""
    return len(line_text(line).encode("utf-16-le")) // 2 + 1
