"""Whoever waits for an admin: each admin is told at once and once, and after a kill who was not told is told then.

A request for more time is said by a small pass of its own, in working hours like all that the ledger keeps; the next
pass says what this one could not. Who wants to be let in, and a question that is handed over, wait at any hour: which
admins have their message is kept.
"""

import asyncio
from datetime import timedelta

from handlers import words_admin, words_office
from handlers.buttons import On, pack
from handlers.context import Services, Where
from handlers.digest_pages import poster
from handlers.render import Button, Page
from handlers.show import say
from scheduler.access import Role
from scheduler.asked import Asked
from scheduler.people import Request
from scheduler.requests import requests_due
from scheduler.run import run_pass

TRIES, PAUSE = 5, 3.0  # of a pass that meets another one, and the seconds in between
MADE_UP = timedelta(days=2)  # what is older was seen in /hoidap, or is asked again


def more_time_waits(services: Services) -> None:
    """More time was asked for: begin to tell the admins."""
    services.background.start(_tell_of_more_time(services))


async def entry_waits(services: Services, user: int) -> None:
    """Tell every admin who has not been told of a stranger who asks to be let in."""
    async with services.telling:  # or what is told meanwhile of another would be taken for old
        requests = await asyncio.to_thread(services.people.requests)
        if services.stores:
            await services.writes.do(services.stores.asked.forget_entries, {_name(one) for one in requests})
    for request in [one for one in requests if one.id == user]:
        await _tell(services, _name(request), _entry(request))


async def question_waits(services: Services, asked: Asked, by: str) -> bool:
    """Hand a question over to every admin who does not have it; whether one has it now."""
    teach = Button(words_office.TEACH, pack(On.LESSON, "open", asked.name))
    page = Page(words_office.handed_over(asked.text, asked.who or by, asked.said), ((teach,),))
    return await _tell(services, asked.name, page)


async def make_up(services: Services) -> None:
    """At the start of the bot: tell the admins what a bot before was killed over."""
    if (stores := services.stores) is None:
        return
    since = (services.clock() - MADE_UP).isoformat(timespec="seconds")
    for request in await asyncio.to_thread(services.people.requests):
        if request.at >= since:
            await entry_waits(services, request.id)
    for asked in await asyncio.to_thread(stores.asked.unsettled):
        if asked.handed_at >= since and not asked.reply:
            await question_waits(services, asked, "")


def _name(request: Request) -> str:
    """What the messages about a stranger are kept under."""
    return f"entry:{request.id}:{request.at}"


def _entry(request: Request) -> Page:
    pair = (
        Button(words_admin.ALLOW, pack(On.ENTRY, "yes", request.id)),
        Button(words_admin.REFUSE, pack(On.ENTRY, "no", request.id)),
    )
    return Page(words_admin.request(request.name, request.id), (pair,))


async def _tell(services: Services, name: str, page: Page) -> bool:
    """Send a page to the admins who have none of this name, one such page after the other; whether one has it."""
    async with services.telling:
        told = await asyncio.to_thread(_told, services, name)
        admins = (await asyncio.to_thread(services.people.roll)).with_role(Role.ADMIN)
        reached = [await _copy(services, name, admin, page) for admin in admins if admin not in told]
    return bool(told) or any(reached)


async def _copy(services: Services, name: str, admin: int, page: Page) -> bool:
    done = await say(page, services, Where(admin))
    if done.messages and services.stores:
        await services.writes.do(services.stores.asked.handed_to, name, admin, done.messages[-1])
    return done.sent


def _told(services: Services, name: str) -> set[int]:
    return {chat for chat, _ in services.stores.asked.copies(name)} if services.stores else set()


async def _tell_of_more_time(services: Services) -> None:
    """One such pass at a time; what another pass has on its way is looked at again."""
    if (stores := services.stores) is None:
        return
    post = poster(services.outbox, services.background)
    async with services.requesting:
        for _ in range(TRIES):
            if not (await run_pass(stores, post, services.clock, requests_due)).left:
                return
            await asyncio.sleep(PAUSE)
