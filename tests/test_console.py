"""The conversation in a terminal, with input from a pipe."""

import io

import pytest
from chat import FakeDesk, a_line, an_answer

from bot.console import chat
from handlers import words
from knowledge.reply import Choice


def talk(answerer: FakeDesk, *typed: str) -> str:
    """What stands on the screen after the lines were typed and the input ended."""
    screen = io.StringIO()
    chat(answerer, office="Sở Nội vụ tỉnh An Bình", source=io.StringIO("".join(f"{t}\n" for t in typed)), target=screen)
    return screen.getvalue()


def test_it_opens_with_three_things_to_try() -> None:
    screen = talk(FakeDesk())
    assert "Sở Nội vụ tỉnh An Bình" in screen
    assert all(example in screen for example in words.EXAMPLES)
    assert len(words.EXAMPLES) == 3


def test_a_question_is_answered_and_a_number_opens_the_row() -> None:
    screen = talk(FakeDesk(), "ai chủ trì số hóa?", "1")
    assert "Văn phòng Sở chủ trì.\n\nSố hóa hồ sơ\n\n(Gõ số" in screen
    assert "Toàn bộ: Số hóa hồ sơ" in screen


def test_follow_ups_go_on_in_the_same_conversation() -> None:
    answerer = FakeDesk()
    talk(answerer, "ai chủ trì?", "", "/hoi khi nào?")
    assert answerer.asked == [("ai chủ trì?", ()), ("khi nào?", ("ai chủ trì?",))]


def test_an_offered_question_is_asked_by_its_number() -> None:
    answerer = FakeDesk(an_answer("A", choices=(Choice("Khi nào?", "hạn của việc này"),)))
    assert "2. Khi nào?" in talk(answerer, "ai chủ trì?", "2")
    assert [text for text, _ in answerer.asked] == ["ai chủ trì?", "hạn của việc này"]


def test_a_number_that_stands_under_nothing_says_which_do() -> None:
    assert words.no_such_number(1) in talk(FakeDesk(), "ai chủ trì?", "7")


def test_a_row_that_is_gone_is_said_to_be_gone() -> None:
    assert words.NO_ROW in talk(FakeDesk(cards={}), "ai chủ trì?", "1")


def test_after_quit_nothing_more_is_asked() -> None:
    answerer = FakeDesk()
    talk(answerer, "/help", "/quit", "ai chủ trì?")
    assert answerer.asked == []


def test_an_unknown_command_is_answered_with_the_keys() -> None:
    assert words.UNKNOWN_COMMAND in talk(FakeDesk(), "/khongco")


def test_there_are_no_colour_codes_in_a_pipe() -> None:
    answerer = FakeDesk(an_answer("A", head="[bold]không phải mã[/bold]"))
    screen = talk(answerer, "gì?")
    assert "\x1b" not in screen
    assert "[bold]không phải mã[/bold]" in screen
    assert a_line("x")


def test_after_an_error_the_conversation_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    answerer = FakeDesk(fails=RuntimeError("the index is broken"))
    screen = talk(answerer, "ai chủ trì?", "khi nào?")
    assert screen.count(words.FAILED) == 2
    assert "could not be answered: RuntimeError: the index is broken" in caplog.text
