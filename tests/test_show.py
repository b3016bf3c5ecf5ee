"""Buttons: what stands on them comes back, within Telegram's 64 bytes."""

from datetime import date

import pytest
from builders import a_loaded_plan, a_task
from chat import AN, FakeDesk, a_chat, an_answer
from hypothesis import given
from hypothesis import strategies as st
from telegram_markup import parsed
from updates import buttons

from handlers import words
from handlers.buttons import unpack
from handlers.render import sheets
from handlers.show import Press, answer_page, card_page, pressed
from knowledge.answers.answer import Context
from knowledge.answers.answer import answer as ask
from knowledge.identity import REF_LENGTH
from knowledge.library.snapshot import make_snapshot
from knowledge.reply import Answer, Choice

REFS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=REF_LENGTH, max_size=REF_LENGTH)
NAMES = st.text("ABCxyz012_-", min_size=8, max_size=8)
PAGES = st.integers(0, 99_999)
PRESSES = st.one_of(
    st.builds(Press, st.just("r"), REFS, PAGES, NAMES, PAGES),
    st.builds(Press, st.sampled_from("pq"), number=PAGES, shown=NAMES),
)


@given(PRESSES)
def test_a_button_says_what_it_was_made_for_in_64_bytes(press: Press) -> None:
    assert len(press.data.encode()) <= 64
    assert pressed(unpack(press.data)) == press


@pytest.mark.parametrize("data", ["", "x", "r", "p:a", "p:a:b", "q:a:-1", "r:a:1:b:c", "r:a:1:b:2:3", "z:a:1"])
def test_other_data_is_no_button_of_an_answer(data: str) -> None:
    assert pressed(unpack(data)) is None


def test_a_page_beyond_the_last_is_the_last() -> None:
    answer = an_answer(*(f"việc {i}" for i in range(10)))
    assert answer_page(answer, "name", 7) == answer_page(answer, "name", 1)
    assert card_page(answer, Press("r", "ref", 7), back=False).html.endswith("<i>Trang 2/2</i>")


def test_offered_questions_stand_under_the_last_page_each_in_a_row_shortened() -> None:
    answer = an_answer(*(f"việc {i}" for i in range(10)), choices=(Choice("Xem " * 40, "a"), Choice("B", "b")))
    first, last = answer_page(answer, "name", 0), answer_page(answer, "name", 1)
    assert all(":q:" not in button.data for row in first.keyboard for button in row)
    offered = [row for row in last.keyboard if ":q:" in row[0].data]
    assert [(len(row), row[0].data) for row in offered] == [(1, "1a:q:name:0"), (1, "1a:q:name:1")]
    assert len(offered[0][0].label) <= 60


def test_more_plans_than_telegram_takes_buttons_are_offered_in_part_and_the_rest_by_their_number() -> None:
    library = make_snapshot([a_loaded_plan([a_task(stt=str(n))], stem=f"kh-{n}") for n in range(120)])
    context = Context(today=date(2027, 3, 1))
    said, after = ask("có những kế hoạch nào?", library, context=context)
    pages = len(sheets(said))
    assert len(answer_page(said, "name", pages - 1).keyboard) < 30
    one, _ = ask("120", library, conversation=after, context=context)
    assert (one.intent, one.abstained) == ("overview", False)
    assert after.offered[119] == "kh-119"


def test_the_way_back_is_only_there_while_the_answer_is_known() -> None:
    card = Answer("card", ())
    assert card_page(card, Press("r", "ref"), back=False).keyboard == ()
    [[button]] = card_page(card, Press("r", "ref", 0, "name", 3), back=True).keyboard
    assert button.data == "1a:p:name:3"
    assert parsed(card_page(card, Press("r", "ref"), back=False).html) == "…"


async def test_of_a_list_that_nobody_leafs_through_the_beginning_is_kept_and_the_rest_is_said() -> None:
    async with a_chat(answerer=FakeDesk(an_answer(*(f"việc {i}" for i in range(1000))))) as chat:
        await chat.hears(chat.says(AN, "tất cả"))
        assert "Trang 1/25" in chat.last["text"]
        last = next(data for label, data in buttons(chat.last).items() if label == words.NEXT).removesuffix("1") + "24"
        await chat.hears(chat.presses(AN, chat.last, last, stale=True))
        assert "200. việc 199" in chat.last["text"]
        assert words.first_of(200, 1000) in chat.last["text"]
