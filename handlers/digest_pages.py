"""Reminders as messages with buttons, and what a message becomes when one of them has been pressed.

A button carries what it does, the row and the date it is for; so a message can be pressed after a restart, and shown
anew from its own buttons and the rows as they stand.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from handlers import words
from handlers.background import Background
from handlers.buttons import Data, On, pack
from handlers.delivery import Delivery
from handlers.outbox import Outbox
from handlers.render import LIMIT, Attachment, Button, Page, escape, in_rows, lines_html, units, unmarked
from handlers.report_files import files_of
from knowledge.model import State
from knowledge.reply import Emphasis, Line, Span
from knowledge.tasks.standing import CLOSED, STATE_LABELS
from scheduler import delivery
from scheduler.account import Report
from scheduler.digest import NUMBERS_A_ROW, Action, Message
from scheduler.ledger_rows import SaidItem
from scheduler.overview import Row, earliest_extension, on_date
from scheduler.task_lists import brief_line, task_lines
from scheduler.wording import clipped, unit_digest_head, words_of

MORE = "more"  # the button that leads to the list of tasks to extend


@dataclass(frozen=True, slots=True)
class Mark:
    """A button under a reminder: entry number, what it does, the row, the date that it is for."""

    number: int
    action: Action
    ref: str
    due: date

    @property
    def button(self) -> Button:
        """As it stands under the message; at most 64 bytes."""
        label = f"{self.number}. {words.ACTIONS[self.action]}" if self.number else words.ACTIONS[self.action]
        return Button(label, pack(On.REMINDER, self.action, self.ref, self.due.isoformat()))


def mark_of(label: str, data: Data | None) -> Mark | None:
    """The mark of a button, None where it is another kind."""
    match data:
        case Data(On.REMINDER, act, (ref, due)) if act in set(Action) and (day := day_of(due)):
            number = label.partition(".")[0]
            return Mark(int(number) if number.isdecimal() else 0, Action(act), ref, day)
    return None


def day_of(text: str) -> date | None:
    """The date of a button, None where it is none: anybody can make a button's data up."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(text)
    return None


def page(message: Message) -> Page:
    """A reminder as one message."""
    text = "\n\n".join(lines_html(block) for block in message.blocks)
    marks = (tuple(Mark(b.number, b.action, b.ref, b.due) for b in row) for row in message.buttons)
    shown = _number if message.by_number else _named
    return Page(text, tuple(tuple(map(shown, row)) for row in marks))


def brought_up_to_date(said: Sequence[SaidItem], rows: Mapping[str, Row], now: datetime) -> Page:
    """A unit's digest as the ledger knows it, with its rows as they stand now under the same numbers."""
    listed = sorted({item.number: item for item in reversed(said) if item.number}.values(), key=lambda i: i.number or 0)
    head = unit_digest_head(said[0].unit, datetime.fromisoformat(said[0].at), now)
    lines = [_line(item, rows.get(item.key.ref), now.date()) for item in listed]
    marks = [Mark(item.number or 0, Action.OPEN, item.key.ref, item.key.due) for item in listed]
    return Page(lines_html(head) + "\n\n" + lines_html(lines), in_rows(map(_number, marks), NUMBERS_A_ROW))


def card_buttons(row: Row, due: date, today: date) -> tuple[tuple[Button, ...], ...]:
    """What a unit may do with a row that it has opened; of a date that was moved the one that holds now."""
    if all(occurrence.due != due for occurrence in row.tracked.entry.occurrences):
        due = row.due or due
    marks = [Mark(0, action, row.tracked.ref, due) for action in (Action.DONE, Action.IN_PROGRESS, Action.LATER)]
    buttons = [mark.button for mark in _left(marks, row)]
    if on_date(row, due).state not in CLOSED and earliest_extension(row, today):
        buttons.append(Button(words.ASK_EXTENSION, pack(On.EXTENSION, "task", row.tracked.ref)))
    return in_rows(buttons, 2)


def _line(item: SaidItem, row: Row | None, today: date) -> Line:
    if row is None:
        return (Span(f"{item.number}. {words.NO_ROW}"),)
    return brief_line(item.number or 0, on_date(row, item.key.due), today)


def _number(mark: Mark) -> Button:
    return Button(str(mark.number), mark.button.data)


def _named(mark: Mark) -> Button:
    return mark.button


def poster(outbox: Outbox, background: Background) -> Callable[[Message], Awaitable[delivery.Delivery]]:
    """How the reminder pass sends a message; the files of a report follow once it has arrived, and hold up nothing."""
    drawn: dict[int, tuple[Report, asyncio.Future[tuple[Attachment, ...]]]] = {}  # the same report goes to many

    async def post(message: Message) -> delivery.Delivery:
        done = await outbox.send(message.chat.id, [page(message)], thread=message.chat.thread)
        if message.report and done.sent:
            background.start(hand_over(message.report, done.chat, message.chat.thread))
        return _as_the_pass_knows_it(done)

    async def hand_over(report: Report, chat: int, thread: int | None) -> None:
        if id(report) not in drawn:
            drawn.clear()
            drawn[id(report)] = report, asyncio.ensure_future(asyncio.to_thread(files_of, report))
        for file in await drawn[id(report)][1]:
            await outbox.send_file(chat, file, thread=thread, urgent=False)

    return post


def restated(head: str, marks: Sequence[Mark], rows: Mapping[str, Row], today: date) -> Page:
    """A reminder shown anew: its head as it was, its rows as they stand now, the buttons that still make sense.

    Args:
        head: HTML of what stands above the rows.
        marks: its buttons in their order.
        rows: by ref; a row that no plan has any more is said to be gone.
    """
    groups = [list(group) for _, group in groupby(marks, key=lambda mark: mark.number)]
    texts = [head, *(_entry(group, rows.get(group[0].ref), today) for group in groups)]
    if units(unmarked("\n\n".join(texts))) > LIMIT:
        texts = [head, *(_short(group[0], rows.get(group[0].ref)) for group in groups)]
    keyboard = [tuple(mark.button for mark in _left(group, rows.get(group[0].ref))) for group in groups]
    more = ((Button(words.ASK_EXTENSION, pack(On.REMINDER, MORE)),),) if any(len(row) > 2 for row in keyboard) else ()
    return Page("\n\n".join(texts), (*keyboard, *more))


def _entry(marks: Sequence[Mark], row: Row | None, today: date) -> str:
    number = marks[0].number
    if row is None:
        return f"{number}. {escape(words.NO_ROW)}"
    row = on_date(row, marks[0].due)
    first, *rest = task_lines(row, today, chair=True)
    return lines_html(((Span(f"{number}. "), *first), *rest))


def _short(mark: Mark, row: Row | None) -> str:
    if row is None:
        return f"{mark.number}. {escape(words.NO_ROW)}"
    name = clipped(words_of(row.tracked.task))[:100]
    return lines_html(((Span(f"{mark.number}. {name}: "), Span(STATE_LABELS[row.state], Emphasis.BOLD)),))


def _left(marks: Sequence[Mark], row: Row | None) -> Iterable[Mark]:
    """The buttons that still make sense: of a closed row only the one that opens it."""
    row = row and on_date(row, marks[0].due)
    closed = row is None or row.state in CLOSED
    decided = row is not None and row.state is not State.EXTENSION_ASKED
    for mark in marks:
        done_with = mark.action in {Action.DONE, Action.IN_PROGRESS, Action.LATER} and closed
        under_way = mark.action is Action.IN_PROGRESS and row is not None and row.state is State.IN_PROGRESS
        if not (done_with or under_way or (mark.action in {Action.GRANT, Action.REFUSE} and decided)):
            yield mark


def _as_the_pass_knows_it(done: Delivery) -> delivery.Delivery:
    return delivery.Delivery(
        delivery.Outcome(done.outcome),
        done.chat,
        done.messages[0] if done.messages else None,
        done.moved_from,
        done.reason,
    )
