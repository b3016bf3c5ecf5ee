"""/nhac: somebody's own reminders, for the row that is replied to or numbered; /tat: quiet for a while."""

import asyncio
from datetime import date

from telegram import CallbackQuery, Message, Update

from handlers import words, words_admin, words_own
from handlers.buttons import Data, On, pack
from handlers.context import Context, Pointed, Services
from handlers.duty import Work, at_work, headline
from handlers.gate import pressed_at, typed, where
from handlers.pointing import Search, answered, meant, own_rows, shown_rows
from handlers.render import Button, Page, in_rows
from handlers.show import replace, say
from knowledge.deadlines.arguments import argument_day, argument_period
from knowledge.language.dates import printed
from knowledge.language.text import folded, folded_tokens
from scheduler.access import Judged, Kind
from scheduler.overview import Row, everything
from scheduler.wish import MOST_DAYS, Wish, days_before

USUALLY_QUIET = "7 ngày tới"
ON_AGAIN = {"mo", "bat", "bat lai", "mo lai", "het", "thoi"}


async def remind(update: Update, context: Context, judged: Judged) -> None:
    """Want to be reminded of a row, or see what was wanted."""
    if message := update.message:
        await wanted(message, typed(message), context, judged)


async def wanted(message: Message, text: str, context: Context, judged: Judged) -> None:
    """The same, with what was said beside the command."""
    services = context.bot_data
    work = await at_work(services)
    if work is None:
        return
    place, other = where(message), answered(message, context.bot.username)
    if judged.user is None:
        await say(words_admin.HIDDEN, services, place)
    elif not services.people.roll().lets_in(judged.user):
        await say(words_own.WRITE_FIRST, services, place)
    elif not text and other is None:
        own = judged.kind is Kind.PRIVATE
        await say(await _listing(work, judged.user) if own else words_own.IN_PRIVATE, services, place)
    else:
        pointed = await shown_rows(work, other) if other else ()
        await say(await _wanted(services, work, judged, text, pointed), services, place)


async def quiet(update: Update, context: Context, judged: Judged) -> None:
    """Hear nothing for a while: seven days where no time is said; or hear again."""
    message, services = update.message, context.bot_data
    work = await at_work(services)
    if message is None or work is None or judged.user is None:
        return
    text = typed(message)
    if folded(text) in ON_AGAIN:
        await services.writes.do(work.stores.wishes.be_quiet, judged.user, None)
        await say(words_own.LOUD_AGAIN, services, where(message))
        return
    until = _until(text, work.today)
    if until is None or until < work.today:
        await say(words_own.HOW_QUIET, services, where(message))
        return
    await services.writes.do(work.stores.wishes.be_quiet, judged.user, until)
    again = ((Button(words_own.LOUD, pack(On.OWN, "loud")),),)
    await say(Page(words_own.quiet(printed(until)), again), services, where(message))


async def press(query: CallbackQuery, services: Services, _judged: Judged, data: Data) -> None:
    """Want or drop a stage, drop a row, see them all, or hear again: each for whoever presses."""
    work, user = await at_work(services), query.from_user.id
    match (data.act, *data.args) if work else ():
        case ["loud"] if work:
            await services.writes.do(work.stores.wishes.be_quiet, user, None)
            page: Page | None = Page(words_own.LOUD_AGAIN)
        case ["list"] if work:
            page = await _listing(work, user)
        case ["row", ref] if work:
            page = await _wish_page(work, user, ref)
        case ["set" | "off" as act, ref, days] if work and days.isdecimal():
            await services.writes.do(_change, work, user, ref, int(days), wanted=act == "set")
            page = await _wish_page(work, user, ref)
        case ["drop", ref] if work:
            await services.writes.do(work.stores.wishes.drop, user, ref)
            page = await _listing(work, user)
        case _:
            page = None
    await services.outbox.toast(query.id, "" if page else words.OLD_BUTTON, alert=page is None)
    if page:
        await replace(query, page, services, pressed_at(query))


def _change(work: Work, user: int, ref: str, days: int, *, wanted: bool) -> None:
    if wanted:
        work.stores.wishes.wish(user, ref, min(days, MOST_DAYS), work.now)
    else:
        work.stores.wishes.drop(user, ref, days)


async def _wanted(services: Services, work: Work, judged: Judged, text: str, pointed: tuple[Pointed, ...]) -> Page:
    """Keep the wish for the row that is meant, or ask back which."""
    user, (before, rest) = judged.user or 0, days_before(text)
    found = await _rows(services, work, judged, rest, pointed)
    if len(found) != 1:
        if not found:
            return Page(words_own.NOT_FOUND if rest else words_own.WHICH)
        choose = (Button(str(n), pack(On.OWN, "set", r.tracked.ref, before[0])) for n, r in enumerate(found, start=1))
        return Page(words_own.which([headline(row) for row in found]), in_rows(choose))
    row = found[0]
    if _ahead(work, row) is None:
        return Page(words_own.past(headline(row)) if row.due else words_own.NO_DATE)
    await services.writes.do(work.stores.wishes.wish, user, row.tracked.ref, before[0], work.now)
    if judged.kind is not Kind.PRIVATE:
        return Page(words_own.in_group(headline(row), before[0]))
    return await _wish_page(work, user, row.tracked.ref)


async def _rows(services: Services, work: Work, judged: Judged, said: str, pointed: tuple[Pointed, ...]) -> list[Row]:
    """The rows that are meant: of the message, of the own unit, else of all plans."""
    words_said = tuple(folded_tokens(said))
    numbers = tuple(word for word in words_said if word[0].isdigit())
    mine = await asyncio.to_thread(own_rows, work, judged)
    every = await asyncio.to_thread(everything, work.inputs, work.today)
    for rows in (mine, every):
        topic = () if numbers else words_said
        search = Search(numbers, topic, pointed, rows, judged.chat) if rows else None
        found = await meant(services, work, search) if search and (numbers or topic or pointed) else ()
        if found:
            return [row for one in found if (row := await work.row(one.ref))]
    return []


async def _listing(work: Work, user: int) -> Page:
    wishes = await asyncio.to_thread(work.stores.wishes.of, user)
    if not wishes:
        return Page(words_own.NOTHING)
    lines = [_line(wish, await work.row(wish.ref)) for wish in wishes]
    until = {one.user: one.until for one in work.inputs.quiet}.get(user)
    silent = printed(until) if until and until >= work.today else ""
    numbers = in_rows(Button(str(n), pack(On.OWN, "row", wish.ref)) for n, wish in enumerate(wishes, start=1))
    return Page(words_own.listing(lines, silent), numbers)


def _line(wish: Wish, row: Row | None) -> str:
    name, due = (headline(row), row.due) if row else (words_own.GONE, None)
    return words_own.line(name, printed(due) if due else "", wish.before)


async def _wish_page(work: Work, user: int, ref: str) -> Page:
    """A row with the stages that are wanted, each to be pressed."""
    row = await work.row(ref)
    wishes = {wish.ref: wish.before for wish in await asyncio.to_thread(work.stores.wishes.of, user)}
    before = wishes.get(ref, ())
    drop = (Button(words_own.REMOVE, pack(On.OWN, "drop", ref)), Button(words_own.BACK, pack(On.OWN, "list")))
    day = _ahead(work, row) if row else None
    if row is None or day is None:
        return Page(words_own.past(headline(row)) if row and row.due else words_own.NO_DATE, (drop,))
    stages = sorted({*words_own.AHEAD, *before}, reverse=True)
    toggles = (
        Button(words_own.toggle(n, wanted=n in before), pack(On.OWN, "off" if n in before else "set", ref, n))
        for n in stages
    )
    return Page(words_own.wish(headline(row), printed(day), before), (*in_rows(toggles, 3), drop))


def _ahead(work: Work, row: Row) -> date | None:
    """The next date of a row that can still be reminded of beforehand."""
    return min((one.due for one in row.tracked.entry.open if one.due >= work.today), default=None)


def _until(text: str, today: date) -> date | None:
    """The last day of a time that is said; "3 ngày" are those to come."""
    for said in (f"{text} tới", text) if text else (USUALLY_QUIET,):
        period, rest = argument_period(said, today=today)
        if period and not period.doubt and folded(rest) in {"", "toi", "trong", "den", "den het"}:
            return period.last
    day, _ = argument_day(text, today=today)
    return day.last if day and not day.doubt else None
