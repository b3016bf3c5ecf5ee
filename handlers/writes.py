"""Writing down what was pressed or said: off the event loop, in threads of its own, and never for long.

A write may have to wait for another process. It waits here, so that those who only ask, and need no write, are answered
meanwhile; after a few seconds it is given up, and the one who pressed is told so.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from knowledge.errors import BusyError

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

THREADS = 4
PATIENCE = 4.0  # seconds until a write has to have begun


class Writes:
    """The threads in which is written."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="write")

    def later(self, write: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Write when there is time, without anybody waiting; where that fails the log says so."""
        with contextlib.suppress(RuntimeError):  # the threads have ended
            self._threads.submit(write, *args, **kwargs).add_done_callback(_told)

    def settle(self) -> None:
        """Wait until all is written; nothing can be written afterwards."""
        self._threads.shutdown()

    async def do(self, write: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `write` gives.

        Raises:
            BusyError: it could not begin in time, or found another process writing; nothing was written.
        """
        future = self._threads.submit(write, *args, **kwargs)
        waiting = asyncio.wrap_future(future)
        done, _ = await asyncio.wait({waiting}, timeout=PATIENCE)
        if not done and future.cancel():
            raise BusyError("too many writes wait; nothing was written")
        return await waiting


def _told(done: "Future[object]") -> None:
    if error := done.exception():
        log.warning("what a message shows was not written down: %(error)s", {"error": error})
