"""What the service manager is told: that the bot is up, and again and again that its loop still turns (sd_notify(3)).

systemd names a socket in the environment and says how often it wants to hear of the bot; one that has been silent for
that long is ended and started anew. The word comes from the loop that does all the work: one that hangs says nothing.
"""

import asyncio
import contextlib
import logging
import os
import signal
import socket
from collections.abc import Iterator, Mapping

SOCKET = "NOTIFY_SOCKET"
PATIENCE = "WATCHDOG_USEC"  # microseconds after which silence counts as hanging
READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"
TOO_EARLY = "the configuration is not loaded again before Telegram has been reached: ask once more then"

log = logging.getLogger(__name__)


def tell(state: str, environment: Mapping[str, str] = os.environ) -> None:
    """Tells the service manager, where there is one; that it does not listen harms nothing."""
    address = environment.get(SOCKET, "")
    if not address or not hasattr(socket, "AF_UNIX"):
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect("\0" + address[1:] if address.startswith("@") else address)
        line.sendall(state.encode())


@contextlib.contextmanager
def telling() -> Iterator[None]:
    """While the body runs in a loop, the service manager hears of it; asked to load again, the loop does not end.

    What loads the configuration again takes the signal over once Telegram has been reached; until then it would end it.
    """
    with contextlib.suppress(NotImplementedError, AttributeError):  # Windows has no such signal
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, log.warning, TOO_EARLY)
    task = asyncio.ensure_future(keep_telling())
    try:
        yield
    finally:
        task.cancel()


async def keep_telling(environment: Mapping[str, str] = os.environ) -> None:
    """Says that the bot is up, and then that it lives, twice in the time after which silence counts as hanging."""
    tell(READY, environment)
    patience = int(environment.get(PATIENCE, "0")) / 1e6
    while patience:
        tell(ALIVE, environment)
        await asyncio.sleep(patience / 2)
