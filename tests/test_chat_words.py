"""What the bot says of its own: commands that Telegram takes and the guide explains, and toasts that fit."""

from pathlib import Path

import pytest
from telegram_markup import parsed

from handlers import words, words_admin
from handlers.commands import COMMANDS
from knowledge.model import State
from scheduler.access import Judged, Kind, Role

ROOT = Path(__file__).resolve().parents[1]
MENU = tuple(sorted((command.name, command.says) for command in COMMANDS))


@pytest.mark.parametrize(("name", "description"), MENU)
def test_every_command_of_the_menus_is_explained_in_the_guide(name: str, description: str) -> None:
    assert f"`/{name}" in (ROOT / "docs" / "huong-dan.md").read_text("utf-8")
    assert 1 <= len(description) <= 256


@pytest.mark.parametrize(
    "toast",
    [
        words.NOT_ALLOWED,
        words_admin.ASKED,
        words_admin.LAST_ADMIN,
        words_admin.came_in(Role.LEADER, ""),
        words.OLD_LIST,
        words.OLD_BUTTON,
        words.NO_ROW,
        words.MEMBERS_ONLY,
        words.ADMINS_ONLY,
        words.DECIDED,
        words.REFUSED,
        words.already_asked("30/8/2027", "Nguyễn Thị Hồng Hạnh"),
        words.DATE_TOO_EARLY,
        words.NOTHING_TO_EXTEND,
        words.FAILED,
        words.recorded(State.DONE_ON_TIME),
        words.outdated("30/6/2027"),
    ],
)
def test_the_answer_to_a_press_fits_into_200_characters(toast: str) -> None:
    assert len(toast) <= 200


@pytest.mark.parametrize("group", [True, False])
def test_what_the_bot_says_of_itself_is_markup_that_telegram_takes(group: bool) -> None:
    office = "Sở <Nội vụ> & Lao động"
    said = [
        words.welcome(office, group=group, username="planbot_test_bot"),
        words.guide(group=group, username="planbot_test_bot", commands=MENU),
        words.of_role(Judged(5, 5, Kind.PRIVATE, Role.FOCAL, office)),
        words.stranger(5),
        words.stranger(None),
        words.strange_group(-100),
        words.group_moved("Nhóm <1>", -1, -2),
        words.extension_refused("A < B", "30/6/2027"),
    ]
    assert all(len(parsed(text)) <= 4096 for text in said)
    assert office in parsed(said[0])
