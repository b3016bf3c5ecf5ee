"""How somebody comes in: by an admin's link, or by asking, which an admin grants or refuses with a button."""

import asyncio

from telegram import CallbackQuery, Message, Update

from handlers import help as about
from handlers import words_admin as words
from handlers.buttons import Data, On, unpack
from handlers.context import Context, Services, Where
from handlers.counting import count_stranger
from handlers.duty import name_of
from handlers.gate import typed, where
from handlers.render import Page
from handlers.show import replace, say
from handlers.waiting import entry_waits
from handlers.words import OLD_BUTTON
from knowledge.units.unit import own_name
from knowledge.wording.unit_names import unit_not_found
from scheduler.access import Act, Judged, Role, is_id, role_of
from scheduler.overview import unit_of
from scheduler.run import inputs_of

LONGEST_CODE = 64  # https://core.telegram.org/bots/features#deep-linking


async def start(update: Update, context: Context, judged: Judged) -> None:
    """Greet; a code gives who is in already another role."""
    message = update.message
    if message and judged.user == message.chat.id and (code := typed(message)):
        await _show_code(message, context.bot_data, code)
    else:
        await about.start(update, context, judged)


async def stranger_starts(update: Update, context: Context) -> bool:
    """A stranger shows a code in a private chat; False where there is none, and the stranger is turned away."""
    message = update.message
    if not message or not message.from_user or message.chat.id != message.from_user.id or not typed(message):
        return False
    if not await _show_code(message, context.bot_data, typed(message)):
        count_stranger(context.bot_data, message.from_user.id)
    return True


async def stranger_presses(update: Update, context: Context) -> bool:
    """A stranger presses "let me in" and every admin is asked; False where it was another button."""
    query, services = update.callback_query, context.bot_data
    if query is None or unpack(query.data or "") != Data(On.ENTRY, "ask"):
        return False
    user = query.from_user
    roll = await asyncio.to_thread(services.people.roll)
    if roll.barred(user.id):
        return False
    new = await services.writes.do(services.people.ask_in, user.id, user.full_name, services.clock())
    await services.outbox.toast(query.id, words.ASKED if new else words.ASKED_ALREADY, alert=True)
    if new:
        count_stranger(services, user.id, asks=True)
    if new or services.stores:  # without a memory of messages each press would tell everybody again
        await entry_waits(services, user.id)
    return True


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """An admin lets a stranger in, or not; whoever comes second is told that it is decided."""
    if data.act == "ask":
        await services.outbox.toast(query.id, words.came_in(judged.role, judged.unit), alert=True)
    elif not judged.may(Act.MANAGE):
        await services.outbox.toast(query.id, words.ONLY_ADMINS, alert=True)
    elif data.act in {"yes", "no"} and len(data.args) == 1 and data.args[0].isdecimal() and is_id(int(data.args[0])):
        await _decide(query, services, int(data.args[0]), data.act == "yes")
    else:
        await services.outbox.toast(query.id, OLD_BUTTON, alert=True)


async def _decide(query: CallbackQuery, services: Services, user: int, allowed: bool) -> None:
    by, people = name_of(query.from_user), services.people
    names = await asyncio.to_thread(people.names)
    role = Role.VIEWER if allowed else None
    done = await services.writes.do(people.decide, user, role, by=by, now=services.clock())
    if not done:
        await services.outbox.toast(query.id, words.DECIDED, alert=True)
        return
    await services.outbox.toast(query.id)
    said = words.decision(names.get(user, ""), user, by, allowed=allowed)
    await replace(query, Page(said), services, Where(query.from_user.id))
    await say(words.came_in(role, "") if role else words.NOT_ALLOWED_IN, services, Where(user))


async def invite(update: Update, context: Context, _judged: Judged) -> None:
    """An admin's link that lets one person in."""
    message, services = update.message, context.bot_data
    if message is None:
        return
    unit, role = named(typed(message))
    unit, doubt = await asyncio.to_thread(_as_plans_call_it, services, unit)
    by, now = name_of(message.from_user), services.clock()
    code = await services.writes.do(services.people.invite, role, unit=unit, by=by, now=now)
    link = f"https://t.me/{context.bot.username}?start={code}"
    await say(words.invitation(link, role, unit, doubt), services, where(message))


def _as_plans_call_it(services: Services, unit: str) -> tuple[str, str]:
    """The unit by its own name, and what is doubtful about it: an admin may know a unit that no plan names yet."""
    inputs = inputs_of(services.stores) if services.stores and unit else None
    if inputs is None or not inputs.plans:
        return unit, ""
    found = unit_of(inputs, unit)
    return (own_name(found), "") if found.known else (unit, unit_not_found(unit, found.nearest))


def named(text: str) -> tuple[str, Role]:
    """The unit and the role of "Văn phòng Sở đầu mối"; xem where no role is said."""
    said = text.split()
    for size in (2, 1):
        if len(said) >= size and (role := role_of(" ".join(said[-size:]))):
            return " ".join(said[:-size]), role
    return " ".join(said), Role.VIEWER


async def _show_code(message: Message, services: Services, code: str) -> bool:
    """Whether the code let somebody in."""
    user = message.from_user
    if user is None:
        return False
    person = None
    if len(code) <= LONGEST_CODE:
        person = await services.writes.do(services.people.accept, code, user.id, services.clock(), user.full_name)
    await say(words.came_in(person.role, person.unit) if person else words.NO_CODE, services, where(message))
    return person is not None
