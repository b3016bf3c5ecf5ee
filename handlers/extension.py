"""More time: a unit asks for it in its chat, or its focal point in private, with buttons or /giahan; an admin decides.

The list of open tasks, then the dates to choose from, each a press; or, with the reason, "/giahan 2 30/6/2027 …" and
"/giahan 2 thêm 10 ngày vì …", the number being that of the last list in the chat. A reason that came without a date
stands in the message that asks for the date, so that no restart loses it. The admins are told at once.
"""

import asyncio
import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from telegram import CallbackQuery, Update, User

from handlers import digest_pages, words, words_report
from handlers.buttons import Data, On, pack, pressed_message
from handlers.context import Context, Services, Where
from handlers.digest_pages import day_of
from handlers.duty import Work, at_work, headline, may_report, name_of, speaks_for_unit
from handlers.freshen import freshen
from handlers.gate import pressed_at, typed, where
from handlers.pointing import last_listed
from handlers.render import Button, Page, escape, in_rows, sheets
from handlers.show import MOST_ENTRIES, replace, say, turns
from handlers.shown import remember
from handlers.waiting import more_time_waits
from knowledge.deadlines.more_time import MoreTime, more_time
from knowledge.language.dates import printed
from knowledge.model import State
from knowledge.tasks.dates_in_force import has_several
from knowledge.tasks.progress import Extension
from knowledge.tasks.standing import CLOSED, shown_name
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Judged
from scheduler.calendar import WorkingCalendar
from scheduler.overview import Row, earliest_extension, of_chat, of_unit, units_of_chat
from scheduler.task_lists import extensible
from scheduler.wording import clipped, words_of

NOBODY = "0"  # who gave a reason as an anonymous admin of a group
_BECAUSE = re.compile(r"(?:bởi vì|vì lý do|với lý do|lý do(?: là)?|vì|do)\b[:, ]*", re.IGNORECASE)
MOST_OF_A_REASON = 1500  # characters; the message with the dates holds them also where each counts double


async def command(update: Update, context: Context, judged: Judged) -> None:
    """/giahan: the list to choose from, or at once the number, the date and the reason."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None:
        return
    place, text = where(message), typed(message)
    if work is None or not _units(work, judged):
        await say(words.NO_UNIT_HERE, services, place)
    elif not text:
        await _show_list(services, work, place, judged)
    else:
        by = None if judged.user is None else message.from_user
        await say(await _asked(services, work, judged, by, text), services, place)


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """The list, its second page, the dates for a task, or one of these dates asked for."""
    work, place = await at_work(services), pressed_at(query)
    match (data.act, *data.args) if work else ():
        case [digest_pages.MORE] if work:
            await services.outbox.toast(query.id)
            await _show_list(services, work, place, judged)
        case ["page", number] if work and number.isdecimal():
            await services.outbox.toast(query.id)
            rows = await asyncio.to_thread(_open_rows, work, judged)
            await replace(query, _page(rows, work, judged, int(number)), services, place)
        case ["task", ref] if work and (row := await work.row(ref)):
            await services.outbox.toast(query.id)
            await say(dates_page(row, work), services, place)
        case ["task", ref, text, *by] if work and (day := day_of(text)) and (row := await work.row(ref)):
            await _ask(query, services, work, (row, day, _reason(query, *by[:1])), judged)
        case _:
            await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)


async def _show_list(services: Services, work: Work, place: Where, judged: Judged) -> None:
    rows = await asyncio.to_thread(_open_rows, work, judged)
    done = await say(_page(rows, work, judged, 0), services, place)
    remember(services, done, tuple(row.tracked.ref for row in rows), numbered=True)


def _page(rows: Sequence[Row], work: Work, judged: Judged, number: int) -> Page:
    """A page of the tasks that a chat's unit may ask more time for, with their numbers to press."""
    unit = "; ".join(_units(work, judged))
    every = sheets(extensible(unit, rows, work.today))
    number = min(number, len(every) - 1)
    numbers = in_rows(Button(str(n), pack(On.EXTENSION, "task", ref)) for n, ref in every[number].refs)
    return Page(every[number].html, (*numbers, *turns(number, len(every), lambda n: pack(On.EXTENSION, "page", n))))


def _reason(query: CallbackQuery, by: str = "") -> str:
    """The reason that the message holds, where who gave it chooses, or where who gave it could not be known."""
    message = pressed_message(query)
    may_be = by in {NOBODY, str(query.from_user.id)}
    return words.reason_in(message.text or "") if message and may_be else ""


async def _ask(
    query: CallbackQuery, services: Services, work: Work, wish: tuple[Row, date, str], judged: Judged
) -> None:
    row, day, reason = wish
    why = await refusal(services, work, row, judged, day)
    said = why or await services.writes.do(keep, work, row, day, name_of(query.from_user), reason)
    await services.outbox.toast(query.id, said, alert=bool(why))
    if not why:
        await replace(query, Page(words.of_row(headline(row), said)), services, pressed_at(query))
        freshen(services, row.tracked.ref)
        more_time_waits(services)


async def _asked(services: Services, work: Work, judged: Judged, by: User | None, text: str) -> Page:
    """The answer to a number, a date or a length, and a reason that were typed."""
    number, wish = (*text.split(maxsplit=1), "")[:2]
    refs = await _listed(services, work, judged.chat)
    if number.rstrip(".") not in refs:
        return Page(escape(words.EXTENSION_HOW))
    until, reason = more_time(wish, today=work.today)
    row = await work.row(refs[number.rstrip(".")])
    if row is None:
        return Page(words.NO_ROW)
    if until is None:
        return dates_page(row, work, judged.user, reason) if reason else Page(escape(words.EXTENSION_HOW))
    if until.doubt:
        return Page(escape(time_unknown(until.doubt)))
    day = day_for(row, until, work)
    if why := await refusal(services, work, row, judged, day):
        return Page(escape(why))
    said: str = await services.writes.do(keep, work, row, day, name_of(by), reason)
    freshen(services, row.tracked.ref)
    more_time_waits(services)
    return Page(words.of_row(headline(row), said))


async def _listed(services: Services, work: Work, chat: int) -> Mapping[str, str]:
    """The rows by their numbers in the last list or reminder of the chat."""
    return {str(one.number): one.ref for one in await last_listed(services, work, chat)}


def day_for(row: Row, until: MoreTime, work: Work) -> date:
    """The day up to which more time is asked for; a length is told from the date in force, or from today if later."""
    start = max(row.due or work.today, work.today)
    return until.last(start, work.inputs.calendar.add_working_days)


async def refusal(services: Services, work: Work, row: Row, judged: Judged, day: date) -> str:
    """Why more time cannot be asked for, empty where it can."""
    if not await may_report(services, work, row, judged):
        return words.MEMBERS_ONLY
    earliest = earliest_extension(row, work.today)
    if earliest is None:
        return words.NOTHING_TO_EXTEND
    progress = row.tracked.progress
    if progress.state is State.EXTENSION_ASKED and progress.asked_due:
        return words.already_asked(printed(progress.asked_due), shown_name(progress.who))
    return "" if day >= earliest else words.DATE_TOO_EARLY


def keep(work: Work, row: Row, day: date, who: str, reason: str) -> str:
    """Ask for more time for a row; what is said then."""
    asked = Extension(
        day, without_because(reason) or None, row.due if has_several(row.tracked.task, row.tracked.progress) else None
    )
    work.stores.progress.ask_extension(row.tracked.ref, asked, who=who, now=work.now)
    work.stores.people.note(who, words_report.logged_act(headline(row), f"xin gia hạn đến {printed(day)}"), work.now)
    return words.extension_asked(printed(day), asked.note or "")


def without_because(reason: str) -> str:
    """A reason without the word that leads up to it: it is shown behind "lý do"."""
    bare = reason.strip(" ,;:")
    led = _BECAUSE.match(bare)
    return bare[led.end() :] if led else bare


def dates_page(row: Row, work: Work, user: int | None = None, reason: str = "") -> Page:
    """The dates to choose from for a task; a reason that was given stands in the message until one is chosen."""
    if row.due is None or row.state in CLOSED:
        return Page(words.NOTHING_TO_EXTEND)
    by = (str(user) if user else NOBODY,) if reason else ()
    reason = clipped(without_because(reason), MOST_OF_A_REASON)
    days = _proposals(max(row.due, work.today), work.inputs.calendar)
    buttons = in_rows(
        (Button(printed(day), pack(On.EXTENSION, "task", row.tracked.ref, day.isoformat(), *by)) for day in days), 2
    )
    return Page(words.choose_date(clipped(words_of(row.tracked.task)), printed(row.due), reason), buttons)


def _proposals(start: date, working: WorkingCalendar) -> tuple[date, ...]:
    """One and two weeks later, the end of the next month and of the quarter after that, each on a working day."""
    month = _last(start.year + start.month // 12, start.month % 12 + 1)
    after = month + timedelta(days=1)
    quarter = _last(after.year, (after.month - 1) // 3 * 3 + 3)
    days = (start + timedelta(days=7), start + timedelta(days=14), month, quarter)
    return tuple(sorted({working.on_or_before(day) for day in days}))


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _units(work: Work, judged: Judged) -> tuple[str, ...]:
    """The unit that a person speaks for, else those that the chat stands for."""
    return (judged.unit,) if speaks_for_unit(judged) else units_of_chat(work.inputs.directory, judged.chat)


def _open_rows(work: Work, judged: Judged) -> tuple[Row, ...]:
    if speaks_for_unit(judged):
        rows = of_unit(work.inputs, judged.unit, work.today)
    else:
        rows = of_chat(work.inputs, judged.chat, work.today)
    return tuple(row for row in rows if row.due and row.state not in CLOSED)[:MOST_ENTRIES]
