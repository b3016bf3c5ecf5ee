"""/donvi: units with their chats and names, and the rows that lack a chair or a date, which an admin sets by a reply.

What is meant by a name is told by the one matcher (`units.Roster`); an unknown name is answered with the nearest ones.
Which row a reply is about stands behind the button of the message that asks for it. All is logged and taken back by a
button.
"""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from telegram import CallbackQuery, Message, Update

from handlers import units_pages, words_units
from handlers.admin_pages import asked_of_admin, press_of_admin
from handlers.buttons import Data, On, pack, unpack
from handlers.context import Context, Services
from handlers.duty import Work, at_work, headline, name_of
from handlers.freshen import freshen
from handlers.gate import typed, where
from handlers.render import Button, Page, escape, unmarked
from handlers.show import say
from knowledge.deadlines.arguments import argument_day
from knowledge.language.dates import printed
from knowledge.units.customs import Alias
from knowledge.units.keys import unit_key
from knowledge.units.unit import Unit, own_name
from knowledge.wording.courtesy import time_unknown
from knowledge.wording.unit_names import unit_not_found
from scheduler.access import Judged
from scheduler.overview import Row, everything, unit_of


async def command(update: Update, context: Context, _judged: Judged) -> None:
    """The units; one of them in whole; or a name that is given to one."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None:
        return
    text, by = typed(message), name_of(message.from_user)
    said, sign, meant = (part.strip() for part in text.partition("="))
    if sign:
        page = await _name(services, work, said, meant, by) if said and meant else Page(words_units.NO_NAME)
    elif text:
        found = await asyncio.to_thread(unit_of, work.inputs, text)
        page = await asyncio.to_thread(units_pages.unit, work, text) if found.known else _unknown(text, found)
    else:
        page = await asyncio.to_thread(units_pages.listing, work, 0)
    await say(page, services, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Leaf, open a unit or a row, take something back; for admins."""
    await press_of_admin(query, services, judged, data, _pressed, words_units.GONE)


async def settles(message: Message, text: str, services: Services, judged: Judged, username: str) -> bool:
    """Set the chair or the date that an admin replies; False where the reply is to no message that asks for one."""
    wanted = asked_of_admin(message, judged, username, _asks_for)
    work = await at_work(services) if wanted else None
    if work is None or wanted is None:
        return False
    row, by = await work.row(wanted[1]), name_of(message.from_user)
    if row is None:
        page = Page(words_units.GONE)
    elif wanted[0] == "chair":
        page = await _give(services, work, row, text, by)
    else:
        page = await _date(services, work, row, text, by)
    await say(page, services, where(message))
    return True


async def _pressed(services: Services, work: Work, by: str, data: Data) -> Page | None:
    match (data.act, *data.args):
        case ["page", number] if number.isdecimal():
            return await asyncio.to_thread(units_pages.listing, work, int(number))
        case ["unit", number] if number.isdecimal():
            names = await asyncio.to_thread(units_pages.units, work)
            return (
                await asyncio.to_thread(units_pages.unit, work, names[int(number)])
                if int(number) < len(names)
                else None
            )
        case ["chair" | "date" as what, number, *_] if number.isdecimal():
            return await asyncio.to_thread(units_pages.lacking, work, what, int(number))
        case ["ask", "chair" | "date" as what, ref] if row := await work.row(ref):
            return units_pages.asking(what, row)
        case ["alias" | "group" as what, number] if number.isdecimal():
            return await services.writes.do(_drop_name, work, what, int(number), by)
    return None


def _unknown(name: str, found: Unit) -> Page:
    return Page(escape(unit_not_found(name, found.nearest)))


async def _name(services: Services, work: Work, said: str, meant: str, by: str) -> Page:
    """A further name for a unit, or the members of a collective name where several are named."""
    names = [name.strip() for name in meant.split(";") if name.strip()]
    found = [await asyncio.to_thread(unit_of, work.inputs, name) for name in names]
    for name, unit in zip(names, found, strict=True):
        if not unit.known:
            return _unknown(name, unit)
    real = [own_name(unit) for unit in found]
    if [unit_key(name) for name in real] == [unit_key(said)]:
        return Page(words_units.alias_known(said, real[0]), (units_pages.back(),))
    if len(names) == 1 and not await asyncio.to_thread(_is_printed, work, said):
        await services.writes.do(_keep_alias, services, work, said, real[0], by)
        number = [a.alias for a in work.stores.units.aliases()].index(said)
        undo = Button(words_units.UNDO, pack(On.UNITS, "alias", number))
        return Page(words_units.alias_set(said, real[0]), ((undo, *units_pages.back()),))
    await services.writes.do(_keep_members, work, said, real, by)
    number = [m.group for m in work.stores.units.members()].index(said)
    undo = Button(words_units.UNDO, pack(On.UNITS, "group", number))
    return Page(words_units.members_set(said, real), ((undo, *units_pages.back()),))


def _is_printed(work: Work, name: str) -> bool:
    """Whether plans print a name of their own: then it can only be a collective one."""
    rows = everything(work.inputs, work.today)
    return unit_key(name) in {unit_key(unit) for row in rows for unit in row.tracked.task.lead}


def _keep_alias(services: Services, work: Work, alias: str, unit: str, by: str) -> None:
    work.stores.units.alias(Alias(alias, unit, services.office))
    work.stores.people.note(by, f"đơn vị: “{alias}” là {unit}", work.now)


def _keep_members(work: Work, group: str, units: Sequence[str], by: str) -> None:
    work.stores.units.set_members(group, units)
    work.stores.people.note(by, f"đơn vị: “{group}” gồm {'; '.join(units)}", work.now)


def _drop_name(work: Work, what: str, number: int, by: str) -> Page | None:
    """Take a further name, or the members of a collective one, back."""
    store = work.stores.units
    names = [a.alias for a in store.aliases()] if what == "alias" else [m.group for m in store.members()]
    if number >= len(names):
        return None
    store.unalias(names[number]) if what == "alias" else store.set_members(names[number], ())
    work.stores.people.note(by, f"đơn vị: hoàn tác “{names[number]}”", work.now)
    return Page(words_units.undone(names[number]), (units_pages.back(),))


async def _give(services: Services, work: Work, row: Row, text: str, by: str) -> Page:
    found = await asyncio.to_thread(unit_of, work.inputs, text)
    if not found.known:
        return Page(_unknown(text, found).html, units_pages.asking("chair", row).keyboard)
    name, ref = own_name(found), row.tracked.ref
    change = partial(work.stores.progress.set_lead, ref, [name], who=by, now=work.now)
    return await _set(services, work, row, by, words_units.chair_set(headline(row), name), change)


async def _date(services: Services, work: Work, row: Row, text: str, by: str) -> Page:
    day, _ = argument_day(text, today=work.today)
    if day is None or day.doubt:
        return Page(escape(time_unknown(day.doubt if day else text)), units_pages.asking("date", row).keyboard)
    change = partial(work.stores.progress.set_due, row.tracked.ref, day.last, who=by, now=work.now)
    return await _set(services, work, row, by, words_units.day_set(headline(row), printed(day.last)), change)


async def _set(services: Services, work: Work, row: Row, by: str, said: str, change: Callable[[], object]) -> Page:
    """Keep what is set, and its line of the log."""
    ref = row.tracked.ref
    await services.writes.do(change)
    await services.writes.do(work.stores.people.note, by, " ".join(unmarked(said).split()), work.now)
    number = (await asyncio.to_thread(work.stores.progress.history, ref))[-1].number
    freshen(services, ref)
    return Page(said, ((Button(words_units.UNDO, pack(On.REPORT, "undo", ref, number)), *units_pages.back()),))


def _asks_for(data: str) -> tuple[str, str] | None:
    """What a message asks for, and of which row, by the button under it."""
    match unpack(data):
        case Data(On.UNITS, "chair" | "date" as what, (_, ref)):
            return what, ref
    return None
