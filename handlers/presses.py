"""A button is pressed: whose it is, and to whom it goes. Each press gets an answer."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import CallbackQuery, Update

from handlers import (
    broadcast,
    calendar_command,
    deciding,
    extension,
    letting_in,
    library_command,
    members,
    office,
    operating,
    own,
    reminder_buttons,
    reporting,
    row_buttons,
    teaching,
    units_command,
    words,
)
from handlers.buttons import Data, On, made_for, unpack
from handlers.context import Context, Services
from handlers.digest_pages import MORE
from scheduler.access import Judged

Press = Callable[[CallbackQuery, Services, Judged, Data], Awaitable[None]]

PRESSES: Mapping[On, Press] = {
    On.ANSWER: row_buttons.press,
    On.REMINDER: reminder_buttons.press,
    On.REPORT: reporting.press,
    On.OWN: own.press,
    On.UNITS: units_command.press,
    On.ASKED: office.press,
    On.LESSON: teaching.press,
    On.EXTENSION: extension.press,
    On.ENTRY: letting_in.press,
    On.MEMBERS: members.press,
    On.BROADCAST: broadcast.press,
    On.OPERATION: operating.press,
    On.HANDED: deciding.press,
    On.PLANS: library_command.press,
    On.CALENDAR: calendar_command.press,
}


async def press(update: Update, context: Context, judged: Judged) -> None:
    """Do what a button asks for, where it stands under the kind of message that it was made for."""
    query, services = update.callback_query, context.bot_data
    if query is None:
        return
    data = unpack(query.data or "")
    if data is None or not made_for(query, data):
        await services.outbox.toast(query.id, words.OLD_BUTTON, alert=True)
        return
    handle = extension.press if data == Data(On.REMINDER, MORE) else PRESSES[data.on]
    await handle(query, services, judged, data)
