"""The real bot as a process: what people asked outlives a kill, and one unreadable update holds up nobody."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from chat import a_chat
from local_telegram import ROOT, TOKEN, LocalTelegram, local_telegram, process, until
from taken_once import TakenOnce
from updates import update_of

from handlers.incoming import Incoming
from handlers.writes import Writes
from scheduler.updates import UpdateStore

AN, ADMIN = 5, 9
QUESTION = "ai chủ trì số hóa kết quả giải quyết thủ tục hành chính"


@dataclass(frozen=True)
class Office:
    """A server, and how the bot is started beside it."""

    server: LocalTelegram
    command: list[str]


@pytest.fixture
def office(shared: Path, tmp_path: Path, taken_once: TakenOnce) -> Iterator[Office]:
    with local_telegram(shared) as server:
        for user in (AN, ADMIN):
            server.sim("user", id=user, first_name="An")
            server.sim("say", chat=user, text="chào", **{"from": user})
        config = tmp_path / "config.toml"
        access = f"[access]\nusers = [{AN}]\nadmins = [{ADMIN}]\n"
        config.write_text(f'[telegram]\nbase_url = "{server.base_url}"\n{access}', "utf-8")
        options = ["--config", str(config), "--data", str(tmp_path / "data"), "--now", "2026-12-01T08:00"]
        command = [sys.executable, "-m", "bot", *options]
        taken_once.bring(tmp_path / "data")
        sample = next((ROOT / "knowledge" / "samples").glob("*.txt"))
        subprocess.run([*command, "plans", "add", str(sample)], cwd=ROOT, check=True, timeout=60)
        yield Office(server, [*command, "run"])


def answers(server: LocalTelegram, after: int) -> list[str]:
    found = server.sim("wait", chat=AN, after=after, seconds=0)
    return [message["text"] for message in found if "Chủ trì" in message["text"]]


def banned(server: LocalTelegram) -> bool:
    """Whether a message was refused until a ban ends."""
    return any(call["method"] == "sendMessage" and call.get("code") == 429 for call in server.sim("log"))


@pytest.mark.timeout(120)
def test_a_question_whose_answer_was_killed_is_answered_once_after_the_restart(office: Office) -> None:
    server = office.server
    with process(office.command, {"PLANBOT_TOKEN": TOKEN}) as bot:
        server.say(AN, AN, "/help")
        server.sim("fault", method="sendMessage", chat=AN, code=429, retry_after=60, times=1)
        asked = server.sim("say", chat=AN, text=QUESTION, **{"from": AN})["message_id"]
        until(lambda: banned(server))  # the answer waits for the ban to end
        bot.send_signal(signal.SIGKILL)
        bot.wait(timeout=10)
    assert answers(server, asked) == []
    with process(office.command, {"PLANBOT_TOKEN": TOKEN}):
        until(lambda: answers(server, asked))  # the command before it is perhaps answered once more, too
        assert len(answers(server, asked)) == 1
    with process(office.command, {"PLANBOT_TOKEN": TOKEN}):
        server.say(AN, AN, "/help")
        assert len(answers(server, asked)) == 1


@pytest.mark.parametrize(
    "text", ["/help", f"/hoi {QUESTION}", QUESTION], ids=["a command", "asked by one", "a question"]
)
async def test_what_a_killed_bot_has_left_is_done_by_the_next_whatever_way_it_was_said(text: str) -> None:
    async with a_chat() as chat:
        left, store = update_of(chat.says(AN, text), chat.app.bot), UpdateStore(None)
        store.keep({left.update_id: left.to_json()}, (), chat.now)
        queue = Incoming(store, lambda: chat.now, Writes())
        assert await queue.resume(chat.app.bot) == []
        await chat.app.process_update(queue.get_nowait())
        assert len(chat.telegram.texts(AN)) == 1
        store.close()


def test_an_update_that_nobody_can_read_holds_up_nobody_and_the_admins_are_told_once(office: Office) -> None:
    server = office.server
    with process(office.command, {"PLANBOT_TOKEN": TOKEN}):
        server.say(ADMIN, ADMIN, "/help")
        for _ in range(3):
            server.sim("raw", poll={"id": "7"})
        asked = server.sim("say", chat=AN, text=QUESTION, **{"from": AN})["message_id"]
        until(lambda: answers(server, asked))  # what was said before the bot ran is perhaps answered after it
        until(lambda: told(server))
        server.say(ADMIN, ADMIN, "/help")
        assert len(told(server)) == 1
        assert len(answers(server, asked)) == 1


def told(server: LocalTelegram) -> list[str]:
    """What the admin has heard of updates that nobody can read."""
    heard = [message["text"] for message in server.sim("wait", chat=ADMIN, seconds=0)]
    return [text for text in heard if "không đọc được" in text]
