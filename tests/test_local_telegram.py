"""The real bot as a process, on the strict Bot API of ../shared: private questions, groups, buttons, strangers."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from local_telegram import ROOT, TOKEN, LocalTelegram, local_telegram, process
from taken_once import TakenOnce

from handlers import words

AN, STRANGER, GROUP, UNIT = 5, 66, -100500, -100700
BOT = [sys.executable, "-m", "bot"]
QUESTION = "ai chủ trì nhiệm vụ số hóa?"


@pytest.fixture(scope="module")
def telegram(shared: Path, tmp_path_factory: pytest.TempPathFactory, taken_once: TakenOnce) -> Iterator[LocalTelegram]:
    """The server with a bot on the sample plan, a colleague, a stranger and a group."""
    folder = tmp_path_factory.mktemp("bot")
    with local_telegram(shared) as server:
        for user, name in ((AN, "An"), (STRANGER, "Lạ")):
            server.sim("user", id=user, first_name=name)
        config = folder / "config.toml"
        config.write_text(
            f'[telegram]\nbase_url = "{server.base_url}"\n[access]\nusers = [{AN}]\ngroups = [{GROUP}]\n', "utf-8"
        )
        options = ["--config", str(config), "--data", str(folder / "data"), "--now", "2026-11-30T08:00"]
        taken_once.bring(folder / "data")
        samples = sorted((ROOT / "knowledge" / "samples").glob("*.txt"))
        subprocess.run([*BOT, *options, "plans", "add", *map(str, samples)], cwd=ROOT, check=True, timeout=60)
        link = [*BOT, *options, "units", "link", "Văn phòng Sở", str(UNIT)]
        subprocess.run(link, cwd=ROOT, check=True, timeout=60)
        server.sim("group", id=UNIT, title="Văn phòng Sở", members=[AN])
        with process([*BOT, *options, "run"], {"PLANBOT_TOKEN": TOKEN}):
            server.sim("group", id=GROUP, title="Văn phòng", members=[AN])
            server.hears(GROUP)  # the greeting comes first
            yield server


def the_button(message: dict[str, Any]) -> str:
    return str(message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])


def test_a_question_is_answered_privately_and_its_button_opens_the_row(telegram: LocalTelegram) -> None:
    answer = telegram.say(AN, AN, QUESTION)
    assert "số hóa" in answer["text"].lower()
    assert telegram.press(AN, AN, answer["message_id"], the_button(answer))["ok"]
    telegram.becomes(answer, "Chủ trì: ")


@pytest.mark.parametrize("text", [f"/hoi {QUESTION}", f"@planbot_test_bot {QUESTION}"])
def test_a_question_is_answered_in_a_group(telegram: LocalTelegram, text: str) -> None:
    answer = telegram.say(GROUP, AN, text)
    assert "số hóa" in answer["text"].lower()
    assert answer["reply_to_message"]["text"] == text


def test_a_reply_in_the_group_carries_the_question_on(telegram: LocalTelegram) -> None:
    answer = telegram.say(GROUP, AN, f"/hoi {QUESTION}")
    follow_up = telegram.say(GROUP, AN, "khi nào phải xong?", reply_to=answer["message_id"])
    assert "2027" in follow_up["text"]


@pytest.mark.parametrize("chat", [AN, GROUP], ids=["private", "group"])
def test_an_edited_question_is_answered_anew_in_place(telegram: LocalTelegram, chat: int) -> None:
    answer = telegram.say(chat, AN, "/hoi số kế hoạch là gì")
    question = answer.get("reply_to_message") or telegram.sim("chat", chat=chat)["messages"][-2]
    telegram.sim("edit", chat=chat, message=question["message_id"], text=f"/hoi {QUESTION}")
    telegram.becomes(answer, "số hóa")


def test_a_message_of_a_group_that_is_edited_into_a_question_is_answered(telegram: LocalTelegram) -> None:
    said = telegram.sim("say", chat=GROUP, **{"from": AN}, text="mai họp nhé")
    telegram.sim("edit", chat=GROUP, message=said["message_id"], text=f"/hoi {QUESTION}")
    [answer] = telegram.hears(GROUP, after=said["message_id"])
    assert "số hóa" in answer["text"].lower()


def test_a_stranger_learns_their_id_and_nothing_else(telegram: LocalTelegram) -> None:
    answer = telegram.say(STRANGER, STRANGER, QUESTION)
    assert answer["text"] == words.stranger(STRANGER).replace("<code>", "").replace("</code>", "")


def test_a_failing_line_delays_an_answer_and_loses_none(telegram: LocalTelegram) -> None:
    telegram.sim("fault", method="sendMessage", code=502, times=1)
    telegram.sim("fault", method="sendMessage", code=429, retry_after=1, times=1)
    assert "số hóa" in telegram.say(AN, AN, QUESTION)["text"].lower()


def test_the_unit_is_reminded_and_reports_with_a_button(telegram: LocalTelegram) -> None:
    messages = telegram.hears(UNIT, 2)
    [digest] = [m for m in messages if "Kiện toàn Tổ chuyển đổi số" in m["text"]]
    telegram.press(AN, UNIT, digest["message_id"], the_button(digest))
    [opened] = telegram.hears(UNIT, after=max(m["message_id"] for m in messages))
    done = the_button(opened)
    for user, expected in ((STRANGER, words.MEMBERS_ONLY), (AN, "Đã ghi nhận: hoàn thành đúng hạn.")):
        assert telegram.press(user, UNIT, opened["message_id"], done)["toast"] == expected
    pressed = telegram.press(AN, UNIT, opened["message_id"], done, stale=True)
    # whether the press or the new form of the card comes first is a matter of milliseconds
    assert pressed["toast"] == words.OLD_BUTTON or "đã được báo: hoàn thành đúng hạn" in pressed["toast"]
    telegram.becomes(digest, "hoàn thành đúng hạn")


def test_nothing_was_refused(telegram: LocalTelegram) -> None:
    assert telegram.sim("refusals") == []
