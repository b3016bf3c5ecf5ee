"""An office to whose bot admins hand in plans, and what they send and press."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from builders import some_people
from chat import ADMIN, AN, BINH, GROUP, Chat, a_chat
from updates import buttons

from handlers import words_plans as words
from handlers.incoming import Incoming
from knowledge.library.library import Library
from knowledge.samples import in_every_format
from knowledge.tasks.progress import ProgressStore
from scheduler.directory import Chat as Room
from scheduler.directory import Link
from scheduler.handed import FOLDER, HandedStore
from scheduler.ledger import Ledger
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

SECOND, LEADER = 10, 11
SAMPLE = next(path for path in in_every_format() if path.suffix == ".txt")
TEXT = SAMPLE.read_text(encoding="utf-8")
ISSUER = "Sở Khoa học và Công nghệ tỉnh An Bình"
STEM, ROWS = "KH-cua-So", 32
AGREE = words.agree(ROWS)


@asynccontextmanager
async def an_office(folder: Path, *, again: bool = False) -> AsyncIterator[Chat]:
    """The bot on a data folder, with two admins, a leader, and the group of Văn phòng Sở."""
    library = Library.open(folder)
    people = some_people(users=[AN, BINH], groups=[GROUP], admins=[ADMIN, SECOND], leaders=[LEADER])
    file = folder / "planbot.db"
    stores = Stores(
        plans=lambda: library.snapshot.plans, ledger=Ledger(None), units=UnitStore(file), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=people, library=lambda: library, handed=HandedStore(file, folder),
    )  # fmt: skip
    if not again:
        stores.units.link(Link("Văn phòng Sở", ISSUER, Room(GROUP)))
    async with a_chat(stores=stores) as chat:
        for user in (SECOND, LEADER):
            chat.person(user)
        yield chat
        await settled(chat)
        await cast("Incoming", chat.app.update_queue).settled()
    stores.close()
    library.close()


async def settled(chat: Chat) -> None:
    await chat.app.bot_data.background.settled()


async def hand_in(chat: Chat, text: str = TEXT, name: str = "KH cua So.txt", user: int = ADMIN, **more: Any) -> str:
    """Somebody sends a document; the words of the message that is shown then."""
    await chat.hears(chat.sends(user, name, text.encode(), **more))
    await settled(chat)
    return chat.telegram.texts(user)[-1]


async def press(chat: Chat, label: str, user: int = ADMIN, where: int = ADMIN) -> str:
    """Press a button of the last message that has it; what the small window says."""
    message = next(m for m in reversed(chat.telegram.sent(where)) if label in buttons(m))
    update = chat.presses(user, message, buttons(message)[label])
    await chat.hears(update)
    await settled(chat)
    return chat.telegram.toasts[update["callback_query"]["id"]] or ""


def stored(chat: Chat) -> list[tuple[str, int]]:
    library = chat.app.bot_data.library
    assert library
    return [(plan.stem, library.current_number(plan.stem) or 0) for plan in library.snapshot.plans]


def noted(chat: Chat) -> str:
    return chat.app.bot_data.people.audit(1)[0].what


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).rglob("*") if path.is_file())


def edited(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


MOVED = edited(("Quý III/2027", "Quý II/2027"))
SHORT = TEXT[: TEXT.index("PHỤ LỤC")]
