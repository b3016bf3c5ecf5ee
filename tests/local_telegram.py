"""The strict Bot API of ../shared as a process of its own, and the person's side of it."""

import contextlib
import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

TOKEN = "1:TEST"
ROOT = Path(__file__).resolve().parents[1]
START = 20.0  # seconds that a process may take to start
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
        messages: list[dict[str, Any]] = self.sim("wait", chat=chat, after=after, seconds=15)
        assert messages, f"no answer to {text!r}"
        return messages[0]


@contextlib.contextmanager
def local_telegram(shared: Path, *arguments: str) -> Iterator[LocalTelegram]:
    """The server on a free port, ended with the body."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(shared / "telegram" / "server.py"), "--port", str(port), *arguments]
    with process(command, {}):
        server = LocalTelegram(port)
        _until_up(server)
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


def _until_up(server: LocalTelegram) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        with contextlib.suppress(httpx.TransportError):
            server.sim("refusals")
            return
        time.sleep(0.05)
    raise TimeoutError(f"no server on port {server.port}")
