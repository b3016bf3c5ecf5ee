"""Cards of rows that were opened before something was reported, and replies to them."""

from dataclasses import replace
from datetime import date

from builders import a_deadline, a_task
from chat import ADMIN, AN, GROUP, OTHER_GROUP, a_line, an_answer
from reminded_unit import ROWS, a_unit, replies
from updates import buttons

from handlers import words, words_report
from knowledge.model import State
from knowledge.reply import Citation, Entry


async def test_an_admin_takes_the_last_report_back_on_the_opened_row() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await replies(unit, "việc 1 xong rồi", unit.digest)
        ref = unit.plans[0].task_refs[0]
        await unit.hears(unit.presses(ADMIN, unit.digest, f"1d:open:{ref}:2027-06-30", stale=True))
        assert await unit.press(ADMIN, words_report.TAKE_BACK, unit.last) == words_report.UNDONE
        assert unit.states()[0] is State.NOT_STARTED


async def test_a_card_opened_from_the_reminder_follows_a_report_in_words_and_its_undoing() -> None:
    async with a_unit() as unit:
        await unit.remind()
        await unit.press(AN, "1")
        card = unit.last
        said = await replies(unit, "việc 1 xong rồi", unit.digest)
        assert list(buttons(card)) == [words.TO_CALENDAR]
        await unit.press(AN, words_report.UNDO, said)
        assert list(buttons(card)) == ["Đã xong", "Đang làm", "Nhắc sau", words.ASK_EXTENSION, words.TO_CALENDAR]


async def test_a_card_opened_from_an_answer_says_how_the_row_stands_after_a_report() -> None:
    async with a_unit() as unit:
        ref = unit.plans[0].task_refs[0]
        await unit.hears(unit.says(ADMIN, "hồ sơ"))
        await unit.hears(unit.presses(ADMIN, unit.last, f"1a:r:{ref}:0::0", stale=True))
        card = unit.last
        unit.answerer.cards[ref] = an_answer(head="Tình trạng: hoàn thành")
        await unit.hears(unit.says(AN, "@planbot_test_bot việc 1 xong rồi", GROUP))
        assert card["text"].startswith("Tình trạng: hoàn thành")
        assert words_report.TAKE_BACK in buttons(card)


async def test_a_card_that_went_back_to_its_list_is_left_alone() -> None:
    async with a_unit() as unit:
        ref = unit.plans[0].task_refs[0]
        task = Citation(ref, "ke-hoach", ROWS[0])
        unit.answerer.answer = replace(an_answer(head="Có 1 nhiệm vụ."), entries=(Entry((a_line("Số hóa"),), task),))
        await unit.hears(unit.says(ADMIN, "hồ sơ"))
        answer = unit.last
        await unit.press(ADMIN, words.OPEN_ROW, answer)
        await unit.press(ADMIN, words.BACK, answer)
        await unit.written()
        await unit.hears(unit.says(AN, "@planbot_test_bot việc 1 xong rồi", GROUP))
        assert answer["text"].startswith("Có 1 nhiệm vụ.")


async def test_a_reply_to_a_card_is_about_the_date_that_it_was_opened_for() -> None:
    rows = [a_task(stt="1", deadline=a_deadline(date(2027, 6, 30), date(2027, 9, 30))), a_task(stt="2", task="Khác")]
    async with a_unit(rows) as unit:
        await unit.remind()
        await unit.press(AN, "1")
        await replies(unit, "xong rồi", unit.last)
        assert unit.stores
        assert dict(unit.stores.progress.of(unit.plans[0].task_refs[0]).done) == {date(2027, 6, 30): State.DONE_ON_TIME}


async def test_messages_of_chats_that_were_taken_out_learn_nothing_more() -> None:
    shared = a_task(stt="1", lead=("Văn phòng Sở", "Thanh tra Sở"))
    async with a_unit([shared, a_task(stt="2", task="Khác")]) as unit:
        assert unit.stores
        unit.shared_with("Thanh tra Sở", OTHER_GROUP)
        await unit.remind()
        await unit.press(ADMIN, "1", unit.telegram.sent(OTHER_GROUP)[0])
        before = unit.telegram.texts(OTHER_GROUP), [buttons(m) for m in unit.telegram.sent(OTHER_GROUP)]
        unit.stores.people.remove(OTHER_GROUP, by="VP", now=unit.now)
        await unit.hears(unit.says(AN, "@planbot_test_bot việc 1 xong rồi", GROUP))
        assert unit.states()[0] is State.DONE_ON_TIME
        assert (unit.telegram.texts(OTHER_GROUP), [buttons(m) for m in unit.telegram.sent(OTHER_GROUP)]) == before
