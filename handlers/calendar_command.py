"""/lich: the working calendar; a day off or a working day is set in any way to write a date, and undone by a button."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from telegram import CallbackQuery, Update

from handlers import words_admin
from handlers import words_plans as words
from handlers.buttons import Data, On, pack
from handlers.context import Context, Services, Where
from handlers.duty import name_of
from handlers.gate import typed, where
from handlers.render import Button, Page, escape
from handlers.show import replace, say
from knowledge.deadlines.arguments import argument_day, names_feast
from knowledge.language.text import folded
from knowledge.wording.courtesy import time_unknown
from scheduler.access import Act, Judged
from scheduler.stores import Stores
from scheduler.workdays import unusual_days

MOST_DAYS = 31
_WORKS = {"nghi": False, "lam": True}
_AFTER = {"bu", "viec"}  # "làm bù", "làm việc"
_STATES: Mapping[str, bool | None] = {"-": None, "0": False, "1": True}


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to hold on some days."""

    first: date
    last: date
    works: bool
    note: str

    @property
    def days(self) -> tuple[date, ...]:
        """Each of the days."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


async def command(update: Update, context: Context, _judged: Judged) -> None:
    """Show the calendar, or set what is said."""
    message, services = update.message, context.bot_data
    stores = services.stores
    if message is None or stores is None:
        return
    text, today = typed(message), services.clock().date()
    if not text:
        page = await asyncio.to_thread(_list, stores, today)
    elif isinstance(wish := _wish(text, today), str):
        page = Page(escape(wish))
    else:
        page = await services.writes.do(_set, services, stores, wish, name_of(message.from_user))
    await say(page, services, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Undo what was set, unless somebody has set these days again since."""
    stores = services.stores
    if not judged.may(Act.MANAGE) or stores is None:
        await services.outbox.toast(query.id, words_admin.ONLY_ADMINS, alert=True)
        return
    done = False
    match (data.act, *data.args):
        case ["undo", first, before, works] if set(before) <= set(_STATES) and works in _STATES:
            done = await services.writes.do(_undo, services, stores, name_of(query.from_user), (first, before, works))
    await services.outbox.toast(query.id, "" if done else words.UNDO_LATE, alert=not done)
    if done:
        await replace(query, Page(words.UNDONE), services, Where(query.from_user.id))


def _wish(text: str, today: date) -> _Wish | str:
    """What is to be set, or what to say where that is not understood."""
    first, *rest = text.split()
    works = _WORKS.get(folded(first))
    while rest and works and folded(rest[0]) in _AFTER:
        rest = rest[1:]
    period, note = argument_day(" ".join(rest), today=today)
    if works is None or period is None or _names_another_time(note, today):
        return words.CALENDAR_HOW
    if period.doubt:
        return time_unknown(period.doubt)
    if period.first < today:
        return words.PAST_DAY
    wish = _Wish(period.first, period.last, works, note)
    return wish if len(wish.days) <= MOST_DAYS else words.TOO_LONG_A_TIME


def _names_another_time(note: str, today: date) -> bool:
    """Whether the words beside a time name a second one; the feast that it is on is none."""
    return argument_day(note, today=today)[0] is not None and not names_feast(note)


def _set(services: Services, stores: Stores, wish: _Wish, by: str) -> Page:
    now = services.clock()
    before = stores.workdays.put(dict.fromkeys(wish.days, wish.works), note=wish.note, who=by, now=now)
    said = f"{wish.first:%d/%m/%Y}" + (f" đến {wish.last:%d/%m/%Y}" if wish.last > wish.first else "")
    stores.people.note(by, f"lịch làm việc: đặt {'làm việc' if wish.works else 'nghỉ'} {said}", now)
    signs = "".join(_sign(before[day]) for day in wish.days)
    undo = Button(words.UNDO, pack(On.CALENDAR, "undo", wish.first.isoformat(), signs, _sign(wish.works)))
    return Page(words.day_set(wish.first, wish.last, works=wish.works, note=wish.note), ((undo,),))


def _undo(services: Services, stores: Stores, by: str, what: tuple[str, str, str]) -> bool:
    """Put the days back as they were; False where they are not any more as they were set."""
    try:
        first = date.fromisoformat(what[0])
    except ValueError:
        return False
    before = {first + timedelta(days=n): _STATES[sign] for n, sign in enumerate(what[1])}
    held = {day.day: day.works for day in stores.workdays.all()}
    if any(held.get(day) != _STATES[what[2]] for day in before):
        return False
    stores.workdays.put(before, note="", who=by, now=services.clock())
    stores.people.note(by, f"lịch làm việc: hoàn tác từ {first:%d/%m/%Y}, {len(before)} ngày", services.clock())
    return True


def _sign(works: bool | None) -> str:
    return next(sign for sign, state in _STATES.items() if state is works)


def _list(stores: Stores, today: date) -> Page:
    calendar = stores.workdays.calendar(stores.settings)
    last = date(today.year + (today.month > 10), 12, 31)  # at the end of a year the next one is what one plans for
    days = unusual_days(stores.workdays.all(), calendar, today, last)
    return Page(words.working_days(last.year, [words.day_line(d.day, works=d.works, why=d.why) for d in days][:60]))
