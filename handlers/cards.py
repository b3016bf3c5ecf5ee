"""A row opened, as the button that opens it asks for; so it can be opened anew when the row has changed."""

import asyncio

from handlers.buttons import Data
from handlers.context import Services
from handlers.digest_pages import Mark, card_buttons, mark_of
from handlers.duty import Work, oversight
from handlers.render import Page
from handlers.show import Press, card_page, pressed
from scheduler.access import Judged
from scheduler.overview import leading_chats


async def card(services: Services, work: Work | None, data: Data | None, judged: Judged) -> Page | None:
    """What a button of an answer or of a reminder opens, with what an admin may do; None where no plan has the row."""
    wanted, mark = pressed(data), mark_of("", data)
    if mark and work:
        page = await _of_reminder(services, work, mark, judged.chat)
    elif wanted and wanted.kind == "r":
        page = await _of_answer(services, wanted, judged.chat)
    else:
        page = None
    if page is None or work is None:
        return page
    ref = mark.ref if mark else wanted.ref if wanted else ""
    return Page(page.html, (*page.keyboard, *await oversight(work, ref, judged)))


async def _of_answer(services: Services, wanted: Press, chat: int) -> Page | None:
    """A row of an answer; with the way back as long as the answer is known."""
    found = await asyncio.to_thread(services.answerer.open, wanted.ref)
    shown = services.shown.get(wanted.shown, services.clock())
    return card_page(found, wanted, back=shown is not None and shown.chat == chat) if found else None


async def _of_reminder(services: Services, work: Work, mark: Mark, chat: int) -> Page | None:
    """A row of a reminder; in a chat of a unit that chairs it with what may be done."""
    found, row = await asyncio.to_thread(services.answerer.open, mark.ref), await work.row(mark.ref)
    if found is None:
        return None
    page = card_page(found, Press("r", mark.ref), back=False)
    if row is None or chat not in leading_chats(work.inputs.directory, row.tracked):
        return page
    return Page(page.html, (*card_buttons(row, mark.due, work.today), *page.keyboard))
