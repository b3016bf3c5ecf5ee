"""Long answers and cards: paged in one message, opened, and led back to."""

from chat import AN, BINH, FakeDesk, a_chat, a_line, an_answer
from updates import buttons

from handlers import words
from knowledge.reply import Choice, Entry


async def test_a_long_list_is_paged_in_one_message() -> None:
    rows = [f"Nhiệm vụ số {i}" for i in range(1, 20)]
    async with a_chat(answerer=FakeDesk(an_answer(*rows))) as chat:
        await chat.hears(chat.says(AN, "các nhiệm vụ"))
        assert "Trang 1/3" in chat.last["text"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.NEXT]))
        assert chat.last["text"].startswith("9. Nhiệm vụ số 9\n")
        assert list(buttons(chat.last)) == [str(n) for n in range(9, 17)] + [words.PREVIOUS, words.NEXT]
        assert len(chat.telegram.sent(AN)) == 1


async def test_a_row_opened_from_the_second_page_leads_back_to_the_second_page() -> None:
    rows = [f"Nhiệm vụ số {i}" for i in range(1, 12)]
    async with a_chat(answerer=FakeDesk(an_answer(*rows), {"row0000010": an_answer(head="Dòng 10")})) as chat:
        await chat.hears(chat.says(AN, "các nhiệm vụ"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.NEXT]))
        second = chat.last["text"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)["10"]))
        assert chat.last["text"] == "Dòng 10"
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.BACK]))
        assert chat.last["text"] == second


async def test_an_offered_question_is_asked_by_pressing_it() -> None:
    answer = an_answer("A", choices=(Choice("Khi nào?", "hạn của việc này"),))
    async with a_chat(answerer=FakeDesk(answer)) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)["Khi nào?"]))
        assert chat.answerer.asked == [("ai chủ trì?", ()), ("hạn của việc này", ("ai chủ trì?",))]


async def test_after_a_restart_a_row_still_opens_and_an_old_page_asks_to_ask_again() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        message = chat.last
        await chat.hears(chat.presses(AN, message, "p:forgotten:1", stale=True))
        await chat.hears(chat.presses(AN, message, "r:row0000001:0:forgotten:0", stale=True))
        await chat.hears(chat.presses(AN, message, "r:rowremoved", stale=True))
        await chat.hears(chat.presses(AN, message, "something else", stale=True))
        assert list(chat.telegram.toasts.values()) == [words.OLD_LIST, "", words.NO_ROW, words.OLD_BUTTON]
        assert chat.telegram.texts(AN)[1] == "Toàn bộ: Số hóa hồ sơ"


async def test_an_answer_of_one_chat_cannot_be_paged_from_another() -> None:
    async with a_chat() as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        data = buttons(chat.last)[words.OPEN_ROW]
        name = data.split(":")[3]
        await chat.hears(chat.says(BINH, "ai chủ trì?"))
        await chat.hears(chat.presses(BINH, chat.last, f"p:{name}:0", stale=True))
        assert list(chat.telegram.toasts.values()) == [words.OLD_LIST]


async def test_signs_of_markup_in_a_row_arrive_as_they_are() -> None:
    async with a_chat(answerer=FakeDesk(an_answer("Mức A < B & C > D <b>", head="<i>?"))) as chat:
        await chat.hears(chat.says(AN, "gì?"))
        assert chat.telegram.texts(AN) == ["<i>?\n\nMức A < B & C > D <b>"]


async def test_an_answer_without_citations_has_no_buttons() -> None:
    async with a_chat(answerer=FakeDesk(an_answer(abstained=True, head="Các kế hoạch không nêu."))) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì xây cầu?"))
        assert buttons(chat.last) == {}
        assert chat.last["text"] == "Các kế hoạch không nêu."


async def test_the_card_of_a_very_long_row_is_paged_and_leads_back() -> None:
    card = an_answer(head="x").__class__(intent="card", head=(), entries=(Entry((a_line("rất dài " * 900),)),))
    async with a_chat(answerer=FakeDesk(cards={"row0000001": card})) as chat:
        await chat.hears(chat.says(AN, "ai chủ trì?"))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.OPEN_ROW]))
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.NEXT]))
        assert "Trang 2/2" in chat.last["text"]
        await chat.hears(chat.presses(AN, chat.last, buttons(chat.last)[words.BACK]))
        assert chat.last["text"].startswith("Văn phòng Sở")
