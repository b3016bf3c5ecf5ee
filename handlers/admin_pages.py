"""Pages that admins leaf and press, and what they reply to one that asks for something: /donvi and /hoidap alike."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import CallbackQuery, Message

from handlers import words_admin
from handlers.buttons import Data
from handlers.context import Services
from handlers.duty import Work, at_work, name_of
from handlers.gate import pressed_at
from handlers.pointing import answered
from handlers.render import Page
from handlers.show import replace
from scheduler.access import Act, Judged, Kind

Wanted = TypeVar("Wanted")
Shows = Callable[[Services, Work, str, Data], Awaitable[Page | None]]  # what a press of somebody shows next
A_PAGE = 8


async def press_of_admin(
    query: CallbackQuery, services: Services, judged: Judged, data: Data, shows: Shows, gone: str
) -> None:
    """Show what an admin's press shows next.

    Args:
        gone: what is said where that is not there any more.
    """
    work = await at_work(services)
    if work is None or not judged.may(Act.MANAGE):
        await services.outbox.toast(query.id, words_admin.ONLY_ADMINS, alert=True)
        return
    page = await shows(services, work, name_of(query.from_user), data)
    await services.outbox.toast(query.id, "" if page else gone, alert=page is None)
    if page:
        await replace(query, page, services, pressed_at(query))


def asked_of_admin(
    message: Message, judged: Judged, username: str, asks_for: Callable[[str], Wanted | None]
) -> Wanted | None:
    """What the message asks for to which an admin replies in private, by the buttons under it."""
    other = answered(message, username)
    if other is None or other.reply_markup is None or judged.kind is not Kind.PRIVATE or not judged.may(Act.MANAGE):
        return None
    buttons = (button for row in other.reply_markup.inline_keyboard for button in row)
    return next((found for button in buttons if (found := asks_for(str(button.callback_data)))), None)


def first_of_page(number: int, count: int) -> int:
    """The position of the first line of a page, the last page where there are fewer."""
    return min(number, max(0, -(-count // A_PAGE) - 1)) * A_PAGE
