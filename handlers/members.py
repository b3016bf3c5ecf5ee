"""/nguoidung: who is let in, and out again; /nhatky: what was done by whom."""

import asyncio
from datetime import datetime

from telegram import CallbackQuery, Update

from handlers import words_admin as words
from handlers.buttons import Data, On, pack
from handlers.context import Context, Services, Where
from handlers.duty import name_of
from handlers.gate import where
from handlers.render import Button, Page, in_rows
from handlers.show import replace, say, turns
from knowledge.errors import NotFoundError, RefusedError
from scheduler.access import Act, Group, Judged, Person
from scheduler.stores import Stores

A_PAGE = 10
LOG_LINES = 25


async def listing(update: Update, context: Context, _judged: Judged) -> None:
    """The first page of those who are let in."""
    if message := update.message:
        await say(await asyncio.to_thread(_page, context.bot_data, 0), context.bot_data, where(message))


async def log_book(update: Update, context: Context, _judged: Judged) -> None:
    """The last lines of the log."""
    if message := update.message:
        lines = await asyncio.to_thread(context.bot_data.people.audit, LOG_LINES)
        names = await asyncio.to_thread(context.bot_data.people.names)
        await say(words.log_book(lines, names) if lines else words.NO_LOG, context.bot_data, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Leaf, ask whether somebody is to go, and remove them."""
    if not judged.may(Act.MANAGE):
        await services.outbox.toast(query.id, words.ONLY_ADMINS, alert=True)
        return
    page, alert = await _asked(query, services, data)
    await services.outbox.toast(query.id, alert, alert=bool(alert))
    if page:
        await replace(query, page, services, Where(query.from_user.id))


async def _asked(query: CallbackQuery, services: Services, data: Data) -> tuple[Page | None, str]:
    """What the message shows next, and what is said in the small window."""
    match (data.act, *data.args):
        case ["page", number] if number.isdecimal():
            return await asyncio.to_thread(_page, services, int(number)), ""
        case ["erase", number] if number.isdecimal():
            return await _erase(query, services, int(number))
        case ["ask" | "out" as act, number] if number.removeprefix("-").isdecimal():
            line = (await asyncio.to_thread(_lines, services)).get(int(number))
            if line is None:
                return None, words.GONE
            return (_confirm(int(number), line), "") if act == "ask" else await _out(query, services, int(number), line)
    return None, words.GONE


async def _out(query: CallbackQuery, services: Services, number: int, line: str) -> tuple[Page | None, str]:
    by, now = name_of(query.from_user), services.clock()
    try:
        await services.writes.do(services.people.remove, number, by=by, now=now)
    except RefusedError:
        return None, words.LAST_ADMIN
    except NotFoundError:
        return None, words.GONE
    erase = Button(words.ERASE, pack(On.MEMBERS, "erase", number))
    return Page(words.taken_out(line), ((erase,),) if number > 0 and services.stores else ()), ""


async def _erase(query: CallbackQuery, services: Services, number: int) -> tuple[Page | None, str]:
    """Forget what somebody who was taken out has asked and wished for."""
    if (stores := services.stores) is None or services.people.roll().role(number) is not None:
        return None, words.GONE
    await services.writes.do(_forget, stores, number, name_of(query.from_user), services.clock())
    await services.owing.forget(number)
    return Page(words.erased(number)), ""


def _forget(stores: Stores, user: int, by: str, now: datetime) -> None:
    stores.asked.forget(user)
    stores.wishes.forget(user)
    stores.counters.forget([user])
    stores.people.note(by, words.erased_noted(user), now)


def _confirm(number: int, line: str) -> Page:
    out = Button(words.TAKE_OUT, pack(On.MEMBERS, "out", number))
    return Page(words.take_out(line), ((out, Button(words.KEEP, pack(On.MEMBERS, "page", 0))),))


def _page(services: Services, number: int) -> Page:
    lines = _lines(services)
    count = -(-len(lines) // A_PAGE)
    first = min(number, count - 1) * A_PAGE
    shown = list(lines.items())[first : first + A_PAGE]
    numbers = in_rows(Button(str(n), pack(On.MEMBERS, "ask", who)) for n, (who, _) in enumerate(shown, first + 1))
    leaf = turns(min(number, count - 1), count, lambda n: pack(On.MEMBERS, "page", n))
    return Page(words.members([line for _, line in shown], first + 1, len(lines)), (*numbers, *leaf))


def _lines(services: Services) -> dict[int, str]:
    """Everybody who is let in, people by role, then groups."""
    roll, names = services.people.roll(), services.people.names()
    people = sorted(roll.people.values(), key=lambda p: (-p.role.rank, p.unit, p.id))
    every: tuple[Person | Group, ...] = (*people, *roll.groups.values())
    return {one.id: words.member(one, names.get(one.id, "")) for one in every if one.let_in}
