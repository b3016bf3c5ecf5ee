"""Which rows somebody means who replies to a message of the bot, says a number, or some words of a row."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Message

from handlers.buttons import On, unpack
from handlers.context import Pointed, Services
from handlers.digest_pages import day_of, mark_of
from handlers.duty import Work, at_work
from knowledge.tasks.standing import CLOSED
from scheduler.access import Act, Judged
from scheduler.named_rows import by_number, by_words, rows_of
from scheduler.overview import Row, everything

TO_CHOOSE = 6  # rows that are offered where it is not known which is meant


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody says of the rows that are meant.

    Args:
        topic: folded words of a row.
        pointed: the rows of the message that is answered.
        rows: among which is looked.
    """

    numbers: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    pointed: tuple[Pointed, ...] = ()
    rows: tuple[Row, ...] = ()
    chat: int = 0


def answered(message: Message, username: str) -> Message | None:
    """The message of this bot that somebody replies to."""
    other = message.reply_to_message
    by = other.from_user if other and not other.forum_topic_created else None
    return other if by and by.is_bot and (by.username or "").lower() == username.lower() else None


async def shown_rows(work: Work, message: Message) -> tuple[Pointed, ...]:
    """The rows of a reminder or an answer as it is written down, else those that the message's own buttons open."""
    at = message.chat.id, message.message_id
    said = await asyncio.to_thread(work.stores.ledger.said, *at)
    listed = [Pointed(item.number, item.key.ref, item.key.due) for item in said if item.number]
    refs = () if listed else await asyncio.to_thread(work.stores.shown.refs, *at)
    opened = {one.ref: one for one in _of_buttons(message) if one.due}  # of one date of several, and without a number
    refs_shown = [opened.get(ref) or Pointed(n, ref) for n, ref in enumerate(refs, 1) if ref]
    listed = sorted(listed, key=lambda one: one.number) or refs_shown
    return tuple({one.ref: one for one in listed or _of_buttons(message)}.values())


async def talk_of(services: Services, message: Message) -> object:
    """The conversation that a reply to a message of the bot goes on with: about the rows that it shows, if any."""
    found = services.said.get((message.chat.id, message.message_id), services.clock())
    if found is not None:
        return found
    work = await at_work(services)
    rows = {row.number or n: row.ref for n, row in enumerate(await shown_rows(work, message), 1)} if work else {}
    return services.answerer.recall(tuple(rows.get(number, "") for number in range(1, max(rows, default=0) + 1)))


def own_rows(work: Work, judged: Judged) -> tuple[Row, ...]:
    """The rows of the unit for which somebody speaks there; all for an admin who speaks for none."""
    unit = judged.unit if judged.chat == judged.user else ""
    mine = rows_of(work.inputs, judged.chat, unit, work.today)
    return mine or (everything(work.inputs, work.today) if judged.may(Act.MANAGE) else ())


async def meant(services: Services, work: Work, search: Search) -> tuple[Pointed, ...]:
    """The rows that are meant; more than the numbers that were said where it is not evident, none where none fits."""
    pointed = search.pointed
    if not search.numbers:
        if len(pointed) == 1 or not search.topic:
            return pointed or tuple(_pointed(row) for row in search.rows if row.state not in CLOSED)[:TO_CHOOSE]
        rows = [row for one in pointed if (row := await work.row(one.ref))] or list(search.rows)
        shown = {one.ref: one for one in pointed}
        return tuple(shown.get(r.tracked.ref, _pointed(r)) for r in by_words(rows, search.topic)) or pointed
    listed = pointed or await last_listed(services, work, search.chat)
    found = [_of_number(number, search, listed) for number in search.numbers]
    return tuple({one.ref: one for each in found for one in each}.values()) if all(found) else ()


def _of_number(number: str, search: Search, listed: Sequence[Pointed]) -> tuple[Pointed, ...]:
    """The rows of a number: in the message that is answered, else printed so, or listed so in the last list."""
    here = tuple(one for one in search.pointed if str(one.number) == number)
    if here:
        return here
    near = {one.ref: one for one in listed if str(one.number) == number}
    printed = {row.tracked.ref: _pointed(row) for row in by_number(search.rows, number)}
    of_message = {ref: one for ref, one in printed.items() if ref in {one.ref for one in search.pointed}}
    return tuple((of_message or printed | near).values())


def _pointed(row: Row) -> Pointed:
    return Pointed(0, row.tracked.ref, row.due)


async def last_listed(services: Services, work: Work, chat: int) -> tuple[Pointed, ...]:
    """The rows of the last list or reminder that a chat was shown."""
    said = [item for item in await asyncio.to_thread(work.stores.ledger.said, chat) if item.number and item.message]
    last = max((item.message or 0 for item in said), default=0)
    known = services.listed.get(chat, services.clock())
    message, refs = (known.message, known.refs) if known else await asyncio.to_thread(work.stores.shown.last_list, chat)
    if message > last:
        return tuple(Pointed(number, ref) for number, ref in enumerate(refs, 1) if ref)
    return tuple(Pointed(i.number or 0, i.key.ref, i.key.due) for i in said if i.message == last)


def _of_buttons(message: Message) -> list[Pointed]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    found = (_of_button(button.text, str(button.callback_data)) for row in rows for button in row)
    return [one for one in found if one]


def _of_button(label: str, data: str) -> Pointed | None:
    asked = unpack(data)
    number = int(label) if label.isdecimal() else 0
    if mark := mark_of(label, asked):
        return Pointed(mark.number or number, mark.ref, mark.due)
    if asked is None or not asked.args:
        return None
    if asked.on is On.ANSWER and asked.act in {"r", "i"}:
        return Pointed(number, asked.args[0])
    if asked.on is On.EXTENSION and asked.act == "task":
        return Pointed(number, asked.args[0], day_of(asked.args[1]) if len(asked.args) > 1 else None)
    return Pointed(number, asked.args[0]) if asked.on is On.REPORT and asked.act == "undo" else None
