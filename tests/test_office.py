"""Whether an answer helped, questions that go to the office and come back, and what the bot is taught."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from builders import a_loaded_plan, a_task, some_people
from chat import ADMIN, AN, BINH, GROUP, STRANGER, Chat, a_chat
from updates import buttons

from bot.answering import PlanAnswerer
from handlers import words_admin, words_office, words_teach
from handlers.context import Services
from knowledge.answers.answer import Context
from knowledge.library.snapshot import make_snapshot
from knowledge.tasks.progress import ProgressStore
from scheduler.asked import Asked
from scheduler.ledger import Ledger
from scheduler.stores import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

SECOND = 10
QUESTION = "ai chủ trì nuôi ong lấy mật?"


class Plans:
    """A library with one plan of two rows."""

    def __init__(self) -> None:
        rows = [
            a_task(stt="1", objective=None, task="Số hóa hồ sơ", lead=("Văn phòng Sở",)),
            a_task(stt="2", objective=None, task="Diễn tập ứng cứu sự cố", lead=("Thanh tra Sở",)),
        ]
        self.plan = a_loaded_plan(rows)
        self.snapshot = make_snapshot([self.plan])


class Office(Chat):
    """A chat with answers from a plan, two admins, and what they do."""

    plans: Plans

    @property
    def services(self) -> Services:
        return self.app.bot_data

    @property
    def asked(self) -> tuple[Asked, ...]:
        assert self.stores
        return self.stores.asked.unsettled()

    async def say(self, user: int, text: str, chat: int | None = None, **more: Any) -> dict[str, Any]:
        await self.hears(self.says(user, text, chat, **more))
        await self.written()
        return self.telegram.sent(chat or user)[-1]

    async def press(self, user: int, label: str, message: dict[str, Any]) -> str:
        update = self.presses(user, message, buttons(message)[label])
        await self.hears(update)
        return self.telegram.toasts[update["callback_query"]["id"]] or ""


@asynccontextmanager
async def an_office() -> AsyncIterator[Office]:
    plans = Plans()
    stores = Stores(
        plans=lambda: [plans.plan], ledger=Ledger(None), units=UnitStore(None), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=some_people(users=[AN, BINH], groups=[GROUP], admins=[ADMIN, SECOND]),
    )  # fmt: skip
    async with a_chat(stores=stores, kind=Office) as chat:
        assert isinstance(chat, Office)
        chat.person(SECOND)
        chat.plans = plans

        def context() -> Context:
            return Context(chat.now.date(), lessons=stores.lessons.all())

        chat.services.answerer = PlanAnswerer(plans, context)  # type: ignore[arg-type]
        yield chat
    stores.close()


async def test_a_question_is_kept_with_its_answer_and_rated() -> None:
    async with an_office() as office:
        answer = await office.say(AN, "ai chủ trì số hóa hồ sơ")
        assert {words_office.HELPFUL, words_office.UNHELPFUL} <= set(buttons(answer))
        assert await office.press(AN, words_office.HELPFUL, answer) == words_office.THANKS
        assert not {words_office.HELPFUL, words_office.UNHELPFUL, words_office.ASK_OFFICE} & set(buttons(answer))
        assert "Văn phòng Sở" in answer["text"]
        assert office.stores
        [kept] = office.stores.asked.helpful()
        assert (kept.text, kept.user, kept.who, kept.helpful) == ("ai chủ trì số hóa hồ sơ", AN, "An", True)
        assert kept.refs == (office.plans.plan.task_refs[0],)


async def test_an_answer_that_did_not_help_offers_the_office_and_is_listed() -> None:
    async with an_office() as office:
        answer = await office.say(AN, "ai chủ trì số hóa hồ sơ")
        await office.press(AN, words_office.UNHELPFUL, answer)
        await office.written()
        assert words_office.ASK_OFFICE in buttons(answer)
        listed = await office.say(ADMIN, "/hoidap")
        assert "1. “ai chủ trì số hóa hồ sơ” – bị đánh dấu chưa đúng" in listed["text"]


async def test_talk_is_not_rated() -> None:
    async with an_office() as office:
        assert not buttons(await office.say(AN, "cảm ơn"))


async def test_the_office_replies_to_a_question_that_was_not_answered() -> None:
    async with an_office() as office:
        await office.hears(office.says(AN, f"/hoi {QUESTION}", GROUP))
        await office.written()
        answer = office.telegram.sent(GROUP)[-1]
        assert await office.press(BINH, words_office.ASK_OFFICE, answer) == words_office.HANDED
        copies = [office.telegram.sent(admin)[-1] for admin in (ADMIN, SECOND)]
        assert all(f"“{QUESTION}”" in copy["text"] for copy in copies)
        told = await office.say(ADMIN, "Thanh tra Sở chủ trì.", reply_to_message=copies[0])
        assert told["text"] == words_office.SENT_BACK
        back = office.telegram.sent(GROUP)[-1]
        assert back["text"] == f"Văn phòng trả lời câu hỏi “{QUESTION}”:\n\nThanh tra Sở chủ trì."
        assert back["reply_to_message"]["text"] == f"/hoi {QUESTION}"
        assert "✓ An (9) đã trả lời" in copies[1]["text"]


async def test_a_question_is_handed_over_once() -> None:
    async with an_office() as office:
        answer = await office.say(AN, QUESTION)
        button = buttons(answer)[words_office.ASK_OFFICE]
        await office.press(AN, words_office.ASK_OFFICE, answer)
        again = office.presses(AN, answer, button, stale=True)
        await office.hears(again)
        assert len(office.telegram.sent(ADMIN)) == 1


async def test_a_file_goes_back_with_the_reply() -> None:
    async with an_office() as office:
        await office.press(AN, words_office.ASK_OFFICE, await office.say(AN, QUESTION))
        copy = office.telegram.sent(ADMIN)[-1]
        more: dict[str, Any] = {
            "reply_to_message": copy,
            "document": {"file_id": "D", "file_unique_id": "D", "file_name": "cv.pdf"},
            "caption": "Xin xem công văn.",
        }
        await office.hears(office.says(ADMIN, None, **more))
        assert "Xin xem công văn." in office.telegram.texts(AN)[-1]
        assert [file["chat"]["id"] for file in office.telegram.files] == [AN]


async def test_somebody_removed_meanwhile_gets_no_reply() -> None:
    async with an_office() as office:
        await office.press(AN, words_office.ASK_OFFICE, await office.say(AN, QUESTION))
        copy = office.telegram.sent(ADMIN)[-1]
        office.services.people.remove(AN, by="VP", now=office.now)
        before = len(office.telegram.sent(AN))
        told = await office.say(ADMIN, "Thanh tra Sở.", reply_to_message=copy)
        assert told["text"] == words_office.NOT_SENT_BACK
        assert len(office.telegram.sent(AN)) == before


async def test_only_an_admin_answers_for_the_office() -> None:
    async with an_office() as office:
        await office.press(AN, words_office.ASK_OFFICE, await office.say(AN, QUESTION))
        copy = office.telegram.sent(ADMIN)[-1]
        forged = {**copy, "chat": office.telegram.chats[BINH]}
        await office.say(BINH, "Thanh tra Sở chủ trì.", reply_to_message=forged)
        assert not any("Văn phòng trả lời" in text for text in office.telegram.texts(AN))


async def taught(office: Office, kind: str, reply: str) -> dict[str, Any]:
    """A question is asked, found in the list and a lesson for it given."""
    await office.say(AN, QUESTION)
    listed = await office.say(ADMIN, "/hoidap")
    await office.press(ADMIN, "1", listed)
    await office.press(ADMIN, kind, listed)
    return await office.say(ADMIN, reply, reply_to_message=listed)


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        (words_teach.WORD, "nuôi ong lấy mật = diễn tập ứng cứu sự cố"),
        (words_teach.ROW, "2"),
        (words_teach.ROW, "diễn tập ứng cứu"),
        (words_teach.QUESTION, "ai chủ trì diễn tập ứng cứu sự cố"),
    ],
)
async def test_a_lesson_holds_at_once_and_is_taken_back(kind: str, reply: str) -> None:
    async with an_office() as office:
        said = await taught(office, kind, reply)
        assert "Câu hỏi nay được trả lời" in said["text"]
        assert "Thanh tra Sở" in (await office.say(AN, QUESTION))["text"]
        assert (await office.say(ADMIN, "/hoidap"))["text"] == words_teach.NOTHING
        await office.press(ADMIN, words_teach.UNDO, said)
        assert said["text"] == words_teach.UNDONE
        assert "Thanh tra Sở" not in (await office.say(BINH, QUESTION))["text"]
        logged = [line.what for line in office.services.people.audit(5)]
        assert any(line.startswith("dạy: ") for line in logged)
        assert any(line.startswith("bỏ điều đã dạy: ") for line in logged)


async def test_it_is_shown_which_earlier_answers_a_word_changes() -> None:
    async with an_office() as office:
        await office.say(BINH, "ai chủ trì số hóa hồ sơ")
        await office.say(AN, QUESTION)
        listed = await office.say(ADMIN, "/hoidap")
        await office.press(ADMIN, "1", listed)
        await office.press(ADMIN, words_teach.WORD, listed)
        said = await office.say(ADMIN, "số hóa = diễn tập ứng cứu sự cố", reply_to_message=listed)
        assert "đổi câu trả lời của 1 câu hỏi trước đây:\n• “ai chủ trì số hóa hồ sơ”" in said["text"]


@pytest.mark.parametrize(
    ("kind", "reply", "said"),
    [
        (words_teach.WORD, "nuôi ong", words_teach.NO_WORD),
        (words_teach.ROW, "nuôi cá tra", words_teach.NO_ROW),
        (words_teach.QUESTION, "ai nuôi cá tra xuất khẩu", words_teach.STILL_UNKNOWN),
    ],
)
async def test_what_is_no_lesson_is_said_and_asked_again(kind: str, reply: str, said: str) -> None:
    async with an_office() as office:
        told = await taught(office, kind, reply)
        assert told["text"] == said
        assert office.stores
        assert office.stores.lessons.all().every == ()


async def test_a_question_that_a_lesson_does_not_answer_stays_in_the_list() -> None:
    async with an_office() as office:
        said = await taught(office, words_teach.WORD, "nuôi cá = nuôi cá tra xuất khẩu")
        assert words_teach.STILL_OPEN in said["text"]
        assert QUESTION in (await office.say(ADMIN, "/hoidap"))["text"]


async def test_a_question_may_be_passed_over() -> None:
    async with an_office() as office:
        await office.say(AN, QUESTION)
        listed = await office.say(ADMIN, "/hoidap")
        await office.press(ADMIN, "1", listed)
        await office.press(ADMIN, words_teach.PASS_OVER, listed)
        assert listed["text"] == words_teach.NOTHING


async def test_the_lessons_are_listed_with_who_and_taken_back() -> None:
    async with an_office() as office:
        await taught(office, words_teach.ROW, "2")
        listed = await office.say(ADMIN, "/hoidap")
        await office.press(ADMIN, words_teach.TAUGHT, listed)
        meant = "“Diễn tập ứng cứu sự cố (số thứ tự 2)”"
        assert f"1. câu hỏi “ai chủ trì nuôi ong lấy mật?” là về nhiệm vụ {meant}" in listed["text"]
        await office.press(ADMIN, "1", listed)
        assert "An (9) dạy lúc 08:00 ngày 01/3/2027" in listed["text"]
        await office.press(ADMIN, words_teach.UNDO, listed)
        assert listed["text"] == words_teach.UNDONE


@pytest.mark.parametrize("user", [AN, STRANGER])
async def test_others_neither_see_nor_teach(user: int) -> None:
    async with an_office() as office:
        await office.say(AN, QUESTION)
        listed = await office.say(ADMIN, "/hoidap")
        await office.hears(office.says(user, "/hoidap"))
        assert QUESTION not in office.telegram.texts(user)[-1]
        forged = {**listed, "chat": office.telegram.chats[user]}
        await office.press(user, "1", forged)
        assert QUESTION not in str(office.telegram.sent(user)[-1])
        assert list(office.telegram.toasts.values())[-1] in {
            words_admin.ONLY_ADMINS,
            "Xin lỗi, đồng chí chưa được cấp quyền sử dụng. Xin liên hệ Văn phòng.",
        }


def test_the_same_question_is_listed_once() -> None:
    one = Asked("a", "2027-03-01T08:00:00+07:00", QUESTION)
    assert words_teach.line(replace(one, text="x"), 3).endswith("· 3 lần · 01/3")
