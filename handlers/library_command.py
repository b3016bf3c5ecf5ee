"""/kehoach: the plans and their versions; shown, compared, brought back, retired, each change asked once more."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from telegram import CallbackQuery, Update

from handlers import library_pages as pages
from handlers import words_admin
from handlers import words_plans as words
from handlers.buttons import Data
from handlers.context import Context, Services, Where
from handlers.duty import name_of
from handlers.gate import where
from handlers.plan_changes import Changed, changed
from handlers.render import Page
from handlers.show import replace, say
from knowledge.errors import NotFoundError
from knowledge.identity import LoadedPlan
from knowledge.library.diff import Change, Difference
from knowledge.library.library import Library
from scheduler.access import Act, Judged


async def listing(update: Update, context: Context, _judged: Judged) -> None:
    """The list of the plans."""
    message, services = update.message, context.bot_data
    if message is None:
        return
    library = services.library
    page = await asyncio.to_thread(pages.list_page, library) if library else Page(words.NO_LIBRARY)
    await say(page, services, where(message))


async def press(query: CallbackQuery, services: Services, judged: Judged, data: Data) -> None:
    """Whatever is pressed under the list, a plan, or a question of /kehoach."""
    library = services.library
    if not judged.may(Act.MANAGE) or library is None:
        await services.outbox.toast(query.id, words_admin.ONLY_ADMINS, alert=True)
        return
    await asyncio.to_thread(library.refresh)
    page = await asyncio.to_thread(_looked_at, library, data)
    if page is None:
        page = await _decided(query, services, library, data)
    else:
        await services.outbox.toast(query.id)
    if page:
        await replace(query, page, services, Where(query.from_user.id))


async def _decided(query: CallbackQuery, services: Services, library: Library, data: Data) -> Page | None:
    """Does what is to be done with a plan, one such thing at a time; None where that is not there any more."""
    async with services.storing:
        if deed := _deed(library, data):
            await services.outbox.toast(query.id)
            return await _do(services, library, name_of(query.from_user), deed)
    await services.outbox.toast(query.id, words.PLAN_GONE, alert=True)
    return None


def _looked_at(library: Library, data: Data) -> Page | None:
    """What only shows something, or asks whether it is meant."""
    if data.act == "list":
        return pages.list_page(library, _number(data, 0))
    if not data.args:
        return None
    loaded = pages.in_use(library, data.args[0])
    if loaded is None:
        stem = _retired(library, data.args[0])
        return pages.retired_page(stem) if stem and data.act == "plan" else None
    if data.act in {"diff", "back"}:
        return _beside(library, loaded, data)
    simple: dict[str, Callable[[], Page]] = {
        "plan": lambda: pages.plan_page(library, loaded),
        "rows": lambda: pages.rows_page(loaded, _number(data, 1)),
        "retire": lambda: pages.retire_page(library, loaded),
    }
    return simple[data.act]() if data.act in simple else None


def _beside(library: Library, loaded: LoadedPlan, data: Data) -> Page | None:
    """Two versions compared, or asked about."""
    number = _number(data, 1)
    other = library.version(loaded.stem, number)
    if other is None:
        return None
    if data.act == "back":
        return pages.back_page(library, loaded, other, number)
    return pages.difference_page(library, loaded, other, number, _number(data, 2))


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is to be done with a plan: "goback" to a version, "gone", or "again"."""

    act: str
    stem: str
    number: int = 0


def _deed(library: Library, data: Data) -> _Deed | None:
    """What changes something; None where the plan has changed since it was asked, or is not there."""
    key = data.args[0] if data.args else ""
    if data.act == "again" and (stem := _retired(library, key)):
        return _Deed("again", stem)
    loaded = pages.in_use(library, key)
    if loaded is None or data.act not in {"goback", "gone"}:
        return None
    asked_about = _number(data, len(data.args) - 1)
    if asked_about != library.current_number(loaded.stem):
        return None
    return _Deed(data.act, loaded.stem, _number(data, 1))


async def _do(services: Services, library: Library, by: str, deed: _Deed) -> Page:
    try:
        change, say_done = await asyncio.to_thread(_done, library, by, deed)
    except NotFoundError:
        return Page(words.PLAN_GONE)
    told = await changed(services, change)
    return say_done(told)


def _done(library: Library, by: str, deed: _Deed) -> tuple[Changed, Callable[[int], Page]]:
    """Does it; what has changed, and the page that says so."""
    stem, number = deed.stem, deed.number
    if deed.act == "again":
        newest = library.bring_back(stem)
        loaded = library.get(stem)
        added = tuple(Change(r, None, t) for r, t in zip(loaded.task_refs, loaded.plan.tasks, strict=True))
        what = f"dùng lại kế hoạch {stem}, bản {newest}"
        change = Changed(loaded.plan, Difference(loaded.task_refs, added=added), by, what, words.TAKEN_IN)
        return change, lambda told: pages.done_page(words.brought_back(stem, newest, told))
    loaded = library.get(stem)
    if deed.act == "gone":
        library.remove(stem)
        removed = tuple(Change(r, t, None) for r, t in zip(loaded.task_refs, loaded.plan.tasks, strict=True))
        what = f"thôi dùng kế hoạch {stem}"
        change = Changed(loaded.plan, Difference((), removed=removed), by, what, words.TAKEN_OUT)
        return change, lambda told: pages.retired_page(stem, words.retired(stem, told))
    library.roll_back(stem, number)
    earlier = library.get(stem)
    what = f"quay lại bản {number} của kế hoạch {stem}"
    change = Changed(earlier.plan, pages.going_back(loaded, earlier), by, what)
    return change, lambda told: pages.done_page(words.went_back(stem, number, told))


def _retired(library: Library, key: str) -> str | None:
    return next((k.stem for k in library.known() if not k.in_force and pages.key_of(k.stem) == key), None)


def _number(data: Data, at: int) -> int:
    return int(data.args[at]) if at < len(data.args) and data.args[at].isdecimal() else 0
