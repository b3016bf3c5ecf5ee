"""Buttons under an answer: open a row, turn a page, go back, ask what is offered, put a row into a calendar."""

from telegram import CallbackQuery

from handlers import words
from handlers.ask import answer
from handlers.buttons import Data, unpack
from handlers.cards import card
from handlers.context import Services, Shown, Speaker
from handlers.duty import at_work
from handlers.gate import pressed_at
from handlers.render import Attachment, Page
from handlers.show import Press, pressed, replace, say, shown_page
from handlers.shown import remember, shows
from knowledge.exports.calendar_file import calendar_file
from scheduler.access import Judged


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Do what a button asks for; each press gets an answer."""
    wanted = pressed(data)
    if wanted is None:
        await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)
        return
    shown = _shown(services, wanted.shown, judged.chat)
    if wanted.kind == "i":
        await _calendar(query, services, wanted.ref)
    elif wanted.kind == "r":
        await _open(query, services, wanted, shown, judged)
    elif shown is None:
        await services.outbox.toast(query.id, words.OLD_LIST, alert=True)
    elif wanted.kind == "p":
        page = shown_page(shown, wanted.shown, wanted.number)
        await _edit(query, services, page, shows(shown.answer), shown.talk)
    else:
        await _ask(query, services, shown, wanted.number)


def _shown(services: Services, name: str, chat: int) -> Shown | None:
    found = services.shown.get(name, services.clock())
    return found if found and found.chat == chat else None


async def _open(query: CallbackQuery, services: Services, wanted: Press, shown: Shown | None, judged: Judged) -> None:
    """The whole row: in place of the answer where one can come back to it, else as a message of its own."""
    button = query.data or ""
    page = await card(services, await at_work(services), unpack(button), judged)
    if page is None:
        await services.outbox.toast(query.id, words.NO_ROW, alert=True)
        return
    await services.outbox.toast(query.id)
    place = pressed_at(query)
    in_place = shown is not None or wanted.number > 0
    done = await (replace(query, page, services, place) if in_place else say(page, services, place))
    remember(services, done, (wanted.ref,), opened=button)


async def _calendar(query: CallbackQuery, services: Services, ref: str) -> None:
    """The open dates of a row as a file for the calendar of a phone."""
    work = await at_work(services)
    row = await work.row(ref) if work else None
    if work is None or row is None or not row.tracked.entry.open:
        await services.outbox.toast(query.id, words.NO_OPEN_DATE, alert=True)
        return
    await services.outbox.toast(query.id)
    place, content = pressed_at(query), calendar_file([row.tracked.entry], work.now)
    file = Attachment("thoi-han.ics", content, words.CALENDAR_CAPTION)
    await services.outbox.send_file(place.chat, file, thread=place.thread)


async def _edit(
    query: CallbackQuery, services: Services, page: Page, refs: tuple[str, ...], talk: object | None
) -> None:
    await services.outbox.toast(query.id)
    remember(services, await replace(query, page, services, pressed_at(query)), refs, talk)


async def _ask(query: CallbackQuery, services: Services, shown: Shown, number: int) -> None:
    if number >= len(shown.answer.choices):
        await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)
        return
    await services.outbox.toast(query.id)
    place = pressed_at(query)
    speaker = Speaker(place.chat, query.from_user.id, place.thread, query.from_user.full_name)
    await answer(shown.answer.choices[number].question, services, place, speaker)
