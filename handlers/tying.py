"""/lienket and /huylienket: a group, or a topic of it, stands for a unit; it is let in by that."""

import asyncio

from telegram import Message, Update

from handlers import words_admin as words
from handlers.context import Context, Services
from handlers.duty import name_of
from handlers.gate import person, typed, where
from handlers.render import escape
from handlers.show import say
from knowledge.errors import NotFoundError, RefusedError
from knowledge.language.text import folded
from knowledge.units.unit import Unit, own_name
from knowledge.wording.unit_names import unit_not_found
from scheduler import directory
from scheduler.access import Judged, Role
from scheduler.directory import Link, choose_office, units_by_issuer
from scheduler.run import inputs_of
from scheduler.stores import Stores

LEADER = "lanh dao"


async def tie(update: Update, context: Context, _judged: Judged) -> None:
    """Tie the group in which an admin says so."""
    if message := update.message:
        await _tie(message, context.bot_data)


async def stranger_ties(update: Update, context: Context) -> bool:
    """The same in a group that is not let in yet; False where it is not an admin who says it."""
    message, services = update.message, context.bot_data
    if message is None or message.chat.type not in {"group", "supergroup"} or services.stores is None:
        return False
    user = person(message)
    if user is None:  # once a while: it may be any command of any stranger in any group
        if services.once("hidden", message.chat.id):
            await say(words.HIDDEN, services, where(message))
        return True
    roll = await asyncio.to_thread(services.people.roll)
    if roll.role(user) is not Role.ADMIN:
        return False
    await _tie(message, services)
    return True


async def untie(update: Update, context: Context, _judged: Judged) -> None:
    """Untie this group, or this topic of it, from its units."""
    message, services = update.message, context.bot_data
    if message is None or services.stores is None:
        return
    chat = directory.Chat(message.chat.id, where(message).thread)
    units = await services.writes.do(_untie, services, services.stores, chat, name_of(message.from_user))
    await say(words.untied(units) if units else words.NOT_TIED, services, where(message))


async def _tie(message: Message, services: Services) -> None:
    said, stores = typed(message), services.stores
    leader = folded(said).endswith(f" {LEADER}")
    unit = " ".join(said.split()[:-2] if leader else said.split())
    if not unit or stores is None:
        await say(words.WHICH_UNIT, services, where(message))
        return
    found = await asyncio.to_thread(_resolved, stores, unit)
    if found and not found.known:
        await say(escape(unit_not_found(unit, found.nearest)), services, where(message))
        return
    unit = own_name(found) if found else unit
    try:
        office = await asyncio.to_thread(_office, stores, unit, services.office)
    except (NotFoundError, RefusedError):
        await say(words.WHOSE_UNIT, services, where(message))
        return
    role = directory.Role.LEADER if leader else directory.Role.UNIT
    link = Link(unit, office, directory.Chat(message.chat.id, where(message).thread), role)
    await services.writes.do(_keep, services, stores, link, message)
    await say(words.tied(unit, leader=leader), services, where(message))


def _resolved(stores: Stores, unit: str) -> Unit | None:
    """The unit that is called so; None as long as there is no plan that could know it."""
    inputs = inputs_of(stores)
    return inputs.directory.roster.resolve(unit) if inputs.plans else None


def _office(stores: Stores, unit: str, own: str) -> str:
    issuers = {
        issuer: tuple(names.values())
        for issuer, names in units_by_issuer([loaded.plan for loaded in stores.plans()], own).items()
    }
    return choose_office(unit, None, own, issuers)


def _keep(services: Services, stores: Stores, link: Link, message: Message) -> None:
    """The group is let in first: a link whose chat may see nothing would send nothing."""
    by, now = name_of(message.from_user), services.clock()
    services.people.call(link.chat.id, message.chat.title or "")
    services.people.tie(link.chat.id, link.unit, by=by, now=now)
    stores.units.link(link)
    stores.ledger.unpark(link.chat.id)
    services.people.note(by, f"nhóm {link.chat.id}: liên kết với {link.unit}", now)


def _untie(services: Services, stores: Stores, chat: directory.Chat, by: str) -> tuple[str, ...]:
    units = stores.units.untie(chat)
    if units:
        services.people.note(by, f"nhóm {chat.id}: hủy liên kết với {'; '.join(units)}", services.clock())
    return units
