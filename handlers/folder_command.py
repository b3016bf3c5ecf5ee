"""/napplan: the folder `plans` of the data folder is read; what is new or changed is shown as if it had been sent."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from telegram import Update

from handlers import words_plans as words
from handlers.context import Context, Services
from handlers.duty import name_of
from handlers.gate import where
from handlers.handing_in import keep, put
from handlers.render import Page
from handlers.show import say
from knowledge.errors import RefusedError
from knowledge.library.library import Library
from knowledge.library.prepared import ClassifiedError, NoPlanError
from knowledge.private import make_folder
from knowledge.readers.parcel import Parcel, laid_out, unpacked
from scheduler.access import Judged
from scheduler.handed import Handed

FOLDER = "plans"


@dataclass(slots=True)
class _Found:
    """What became of the files of the folder."""

    count: int = 0
    same: int = 0
    changed: int = 0
    shown: list[tuple[str, bytes]] = field(default_factory=list)  # the first of those that changed
    refused: list[str] = field(default_factory=list)


async def reload(update: Update, context: Context, _judged: Judged) -> None:
    """Begin to read the folder; the message is edited as it goes on."""
    message, services = update.message, context.bot_data
    library = services.library
    if message is None:
        return
    if library is None or library.folder is None:
        await say(words.NO_LIBRARY, services, where(message))
        return
    sent = await say(words.reading("thư mục plans"), services, where(message))
    about = Handed(message.chat.id, name_of(message.from_user), "plans", message=sent.messages[-1] if sent.sent else 0)
    services.background.start(_reload(services, library, about, library.folder / FOLDER))


async def _reload(services: Services, library: Library, about: Handed, folder: Path) -> None:
    files = await asyncio.to_thread(_files, folder)
    found = _Found(len(files))
    async with services.reader:
        for number, file in enumerate(files, 1):
            await put(services, about, Page(words.reading("thư mục plans", f"tệp {number}/{len(files)}: {file.name}")))
            await asyncio.to_thread(_look, library, file, found)
    if not files:
        await put(services, about, Page(words.FOLDER_EMPTY))
        return
    await put(services, about, Page(words.folder_read(found.count, found.same, found.changed, found.refused)))
    for name, content in found.shown:
        await keep(services, Handed(about.chat, about.by, name), [(name, content)])


def _files(folder: Path) -> list[Path]:
    make_folder(folder)
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))


def _look(library: Library, file: Path, found: _Found) -> None:
    """Read each document of a file; one that cannot be opened says why when it is read."""
    try:
        parcel = unpacked(file.read_bytes(), file.name)
    except (OSError, RefusedError):
        parcel = Parcel([])
    if len(parcel.documents) < 2:
        _read(library, file, found)
        return
    found.count += len(parcel.documents) - 1
    with laid_out(parcel) as documents:
        for path in documents:
            _read(library, path, found)
    found.refused.extend(words.NO_DOCUMENT.format(name=f"{file.name}: {name}") for name in parcel.left)


def _read(library: Library, file: Path, found: _Found) -> None:
    try:
        prepared = library.prepare(file)
    except ClassifiedError:
        found.refused.append(words.CLASSIFIED_FILE.format(name=file.name))
    except NoPlanError:
        found.refused.append(words.NO_PLAN.format(name=file.name))
    except RefusedError as error:
        found.refused.extend(error.problems)
    else:
        if prepared.is_known:
            found.same += 1
        else:
            found.changed += 1
            if found.changed <= words.MOST_AT_ONCE:
                found.shown.append((file.name, file.read_bytes()))
