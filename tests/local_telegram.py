"""The strict Bot API of ../shared as a process of its own, and the person's side of it."""

import contextlib
import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx

T = TypeVar("T")
TOKEN = "1:TEST"
ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0  # seconds in which a process has to have done what is waited for, on a machine that may be busy
_PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # never used over http; without it each call reads all certificates


@dataclass(frozen=True)
class LocalTelegram:
    """A running server: what people do (`sim`) and where the bot finds it (`base_url`)."""

    port: int

    @property
    def base_url(self) -> str:
        """For the configuration's telegram.base_url."""
        return f"http://127.0.0.1:{self.port}/bot"

    def sim(self, what: str, **data: Any) -> Any:
        """Something that a person does, or a look at what happened."""
        address = f"http://127.0.0.1:{self.port}/sim/{what}"
        return httpx.post(address, json=data, timeout=120, trust_env=False, verify=_PLAIN).json()

    def say(self, chat: int, user: int, text: str, **more: Any) -> dict[str, Any]:
        """A person says something; the bot's next message in that chat."""
        before = self.sim("wait", chat=chat, seconds=0)
        said: dict[str, Any] = self.sim("say", chat=chat, **{"from": user}, text=text, **more)
        after = max([said["message_id"], *(m["message_id"] for m in before)])
        messages: list[dict[str, Any]] = self.sim("wait", chat=chat, after=after, seconds=PATIENCE)
        assert messages, f"no answer to {text!r}"
        return messages[0]

    def hears(self, chat: int, count: int = 1, after: int = 0) -> list[dict[str, Any]]:
        """What the bot has said in a chat behind a message, once it is so many messages."""
        found: list[dict[str, Any]] = self.sim("wait", chat=chat, count=count, after=after, seconds=PATIENCE)
        assert len(found) >= count, f"chat {chat} has heard {[message.get('text') for message in found]}"
        return found

    def press(self, user: int, chat: int, message: int, data: str, **more: Any) -> dict[str, Any]:
        """A person presses a button; what the server says of it once the bot has answered the press."""
        more |= {"from": user, "chat": chat, "message": message, "data": data, "seconds": PATIENCE}
        pressed: dict[str, Any] = self.sim("press", **more)
        return pressed

    def becomes(self, message: dict[str, Any], words: str) -> None:
        """Waits until a message of the bot is changed and says this: it is changed after the press is answered."""
        chat, number = message["chat"]["id"], message["message_id"]

        def text() -> str:
            now = self.sim("wait", chat=chat, seconds=0)
            return str(next(one["text"] for one in now if one["message_id"] == number))

        until(lambda: words in (now := text()) and now != message["text"], lambda: f"it still says {text()}")


@contextlib.contextmanager
def local_telegram(shared: Path, *arguments: str) -> Iterator[LocalTelegram]:
    """The server on a free port, ended with the body."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(shared / "telegram" / "server.py"), "--port", str(port), *arguments]
    with process(command, {}):
        server = LocalTelegram(port)
        until(lambda: _is_up(server), lambda: f"no server on port {port}")
        yield server


@contextlib.contextmanager
def process(command: Sequence[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A child process, ended with the body."""
    child = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL)
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(timeout=15)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(timeout=15)


def until(so: Callable[[], T | None], told: Callable[[], str] = str) -> T:
    """What something comes to, once it comes to anything.

    Args:
        told: what is said where it never does.
    """
    end = time.monotonic() + PATIENCE
    while not (found := so()):
        assert time.monotonic() < end, told()
        time.sleep(0.02)
    return found


def _is_up(server: LocalTelegram) -> bool:
    with contextlib.suppress(httpx.TransportError):
        server.sim("refusals")
        return True
    return False
