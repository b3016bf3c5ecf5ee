"""How far the reading of a document is, in the one message about it; at most one edit in some seconds."""

import asyncio
from contextlib import suppress

from handlers import words_plans as words
from handlers.context import Services
from handlers.render import Page
from scheduler.handed import Handed

PAUSE = 3.0  # seconds between two edits


class Telling:
    """Called from the thread that reads; tells the chat from the event loop."""

    def __init__(self, services: Services, handed: Handed) -> None:
        self._services, self._handed = services, handed
        self._loop = asyncio.get_running_loop()
        self._text = self._told = ""
        self._ended = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def __call__(self, text: str) -> None:
        """The reading has come this far ("trang 3/12")."""
        self._loop.call_soon_threadsafe(self._note, text)

    async def end(self) -> None:
        """Nothing more is told; returns when the last edit is through, so that what follows is not overwritten."""
        self._ended.set()
        if self._task:
            await self._task

    def _note(self, text: str) -> None:
        self._text = text
        if self._handed.message and not self._ended.is_set() and (self._task is None or self._task.done()):
            self._task = self._loop.create_task(self._tell())

    async def _tell(self) -> None:
        while self._text != self._told and not self._ended.is_set():
            self._told = self._text
            page = Page(words.reading(self._handed.called, self._text))
            await self._services.outbox.edit(self._handed.chat, self._handed.message, page, urgent=False)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), PAUSE)
