"""A day of an office, told once and played on a stage: the project's own Telegram in memory, or a server of its own.

Whoever plays it gives the stage what people do; what the bot says is looked at here. Nothing is restarted in between.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from handlers import words, words_admin, words_plans
from knowledge.samples import in_every_format
from scheduler.digest import Action

ADMIN, SECOND, FOCAL, NEWCOMER = 9, 10, 5, 66
GROUP, MOVED = -100700, -100701
TODAY = "2027-03-01T08:00"  # a Monday
UNIT = "Văn phòng Sở"
PLAN = next(path for path in in_every_format() if path.suffix == ".txt").read_text(encoding="utf-8")
STEM, ROWS = "KH-cua-So", 32
LARGEST = 25 * 2**20  # bytes, more than a bot can fetch

Message = dict[str, Any]


class Stage(Protocol):
    """Where the day is played."""

    async def says(self, chat: int, user: int, text: str, reply_to: int | None = None) -> Message:
        """A person says something; the bot's next message in that chat."""

    async def sends(self, user: int, name: str, content: bytes) -> None:
        """A person sends a document in private."""

    async def photo(
        self, user: int, chat: int | None = None, caption: str = "", reply_to: Message | None = None
    ) -> None:
        """A person sends a picture, without words or with some, as a reply or not; in private where no chat is said."""

    async def presses(self, user: int, message: Message, label: str) -> str:
        """A person presses a button; what the small window says."""

    async def messages(self, chat: int) -> list[Message]:
        """The bot's messages in a chat as they are now."""

    async def waits(self) -> bool:
        """Time for the bot to go on; False where it has done everything."""

    async def passes(self) -> None:
        """The reminders look at what is due."""

    async def migrates(self, old: int, new: int) -> None:
        """A group becomes a supergroup."""

    async def blocks(self, user: int) -> None:
        """A person blocks the bot."""

    async def refusals(self) -> list[Any]:
        """What Telegram refused, but for what was planned."""


@dataclass
class Day:
    """The day, a scene after the other."""

    stage: Stage

    async def play(self) -> None:
        """Everything, in the order of the day."""
        scenes: tuple[Callable[[], Awaitable[None]], ...] = (
            self.a_stranger_asks_to_be_let_in,
            self.a_plan_is_handed_in,
            self.a_focal_point_and_its_group_come_in,
            self.ten_questions_are_asked,
            self.more_time_is_asked_for,
            self.the_unit_is_reminded_and_reports_with_proof,
            self.more_time_is_granted,
            self.a_new_version_is_compared_stored_and_rolled_back,
            self.files_that_are_no_plans_are_told,
            self.the_group_migrates,
            self.somebody_blocks_the_bot,
            self.somebody_is_revoked,
            self.the_log_tells_it_all,
        )
        for scene in scenes:
            await scene()
        assert await self.stage.refusals() == []

    async def a_stranger_asks_to_be_let_in(self) -> None:
        offer = await self.stage.says(NEWCOMER, NEWCOMER, "/start")
        await self.stage.presses(NEWCOMER, offer, words.ASK_IN)
        requests = [await self._shows(admin, str(NEWCOMER)) for admin in (ADMIN, SECOND)]
        await self.stage.presses(ADMIN, requests[0], words_admin.ALLOW)
        await self._shows(NEWCOMER, "được cấp quyền sử dụng: xem")
        assert await self.stage.presses(SECOND, requests[1], words_admin.REFUSE) == words_admin.DECIDED

    async def a_plan_is_handed_in(self) -> None:
        await self.stage.sends(ADMIN, "KH cua So.txt", PLAN.encode())
        shown = await self._shows(ADMIN, f"Đọc được {ROWS} dòng", "Đây là kế hoạch mới")
        await self.stage.presses(ADMIN, shown, words_plans.agree(ROWS))
        await self._shows(ADMIN, f"bản 1: {ROWS} dòng")

    async def a_focal_point_and_its_group_come_in(self) -> None:
        invitation = await self.stage.says(ADMIN, ADMIN, f"/moi {UNIT} đầu mối")
        code = re.search(r"start=(\S+)", invitation["text"])
        assert code
        assert "đầu mối" in (await self.stage.says(FOCAL, FOCAL, f"/start {code[1]}"))["text"]
        assert words_admin.NO_CODE in (await self.stage.says(NEWCOMER, NEWCOMER, f"/start {code[1]}"))["text"]
        assert UNIT in (await self.stage.says(GROUP, ADMIN, f"/lienket {UNIT}"))["text"]

    async def ten_questions_are_asked(self) -> None:
        row = await self._asks("ai chủ trì nhiệm vụ số hóa kết quả giải quyết thủ tục hành chính?", "Chủ trì")
        for text, said in (("khi nào phải xong?", "2027"), ("sản phẩm là gì", ""), ("ai phối hợp?", "")):
            await self._asks(text, said or "Nguồn", reply_to=row["message_id"])
        listed = await self._asks("văn phòng sở chủ trì những việc gì", "nhiệm vụ")
        await self._asks("cái thứ 2 hạn khi nào", "Thời hạn", reply_to=listed["message_id"])
        await self._asks("quy 2 co bao nhieu viec den han", "nhiệm vụ")
        await self._asks("đơn vị nào nhiều việc nhất", UNIT)
        await self._asks("số kế hoạch là gì, ngày nào ký", "118/KH-SKHCN")
        await self._asks("giá xăng hôm nay bao nhiêu", "Chưa tìm thấy nội dung này")

    async def more_time_is_asked_for(self) -> None:
        assert "1." in (await self.stage.says(GROUP, FOCAL, "/giahan"))["text"]
        assert "30/9/2027" in (await self.stage.says(GROUP, FOCAL, "/giahan 2 30/9/2027 chờ kinh phí"))["text"]
        for admin in (ADMIN, SECOND):  # at once: no pass was since
            await self._shows(admin, "ĐỀ NGHỊ GIA HẠN", "chờ kinh phí")

    async def the_unit_is_reminded_and_reports_with_proof(self) -> None:
        await self.stage.passes()
        digest = await self._shows(GROUP, "Nhắc việc ngày")
        await self.stage.presses(FOCAL, digest, "1")
        row = await self._shows(GROUP, "Nguồn:")
        await self.stage.says(GROUP, FOCAL, "xong rồi, kèm công văn 123/VP", row["message_id"])
        await self._shows(GROUP, "Đã ghi nhận", "123/VP")
        await self._shows(GROUP, "Nhắc việc ngày", "✓ hoàn thành")
        await self.stage.presses(FOCAL, digest, "3")
        other = await self._shows(GROUP, "Nguồn:", "Thời hạn: trước ngày 10/12/2026")
        await self.stage.photo(FOCAL, GROUP, "đã hoàn thành, gửi kèm ảnh", other)
        await self._shows(GROUP, "Đã ghi nhận", "Kèm theo: ảnh")

    async def more_time_is_granted(self) -> None:
        request = await self._shows(ADMIN, "ĐỀ NGHỊ GIA HẠN", "chờ kinh phí")
        await self.stage.presses(ADMIN, request, f"1. {words.ACTIONS[Action.GRANT]}")
        answer = await self.stage.says(GROUP, FOCAL, "/hoi hạn xây dựng kế hoạch truyền thông về chuyển đổi số")
        assert "30/9/2027" in answer["text"]

    async def a_new_version_is_compared_stored_and_rolled_back(self) -> None:
        await self.stage.sends(ADMIN, "KH cua So.txt", PLAN.replace("Quý III/2027", "Quý II/2027").encode())
        shown = await self._shows(ADMIN, f"Đọc được {ROWS} dòng", "Quý II/2027")
        await self.stage.presses(ADMIN, shown, words_plans.agree(ROWS))
        await self._shows(ADMIN, "bản 2")
        await self.stage.says(ADMIN, ADMIN, "/kehoach")
        listed = await self._shows(ADMIN, "Kế hoạch đang dùng")
        await self.stage.presses(ADMIN, listed, _labels(listed)[0])
        await self._presses_last(ADMIN, words_plans.go_back_to(1))
        await self._presses_last(ADMIN, words_plans.SURE_BACK)
        await self._shows(ADMIN, "bản 1")

    async def files_that_are_no_plans_are_told(self) -> None:
        await self.stage.sends(ADMIN, "lon.pdf", b"%PDF" + bytes(LARGEST))
        await self._shows(ADMIN, words_plans.TOO_BIG)
        await self.stage.photo(ADMIN)
        await self._shows(ADMIN, words_plans.PHOTO)
        await self.stage.sends(ADMIN, "hong.docx", b"PK\x03\x04 not a document")
        await self._shows(ADMIN, "hong.docx", words_plans.NOTHING_CHANGED)

    async def the_group_migrates(self) -> None:
        await self.stage.migrates(GROUP, MOVED)
        await self._shows(ADMIN, str(MOVED))
        await self.stage.says(MOVED, FOCAL, "/viec")
        await self._shows(MOVED, UNIT, "nhiệm vụ")

    async def somebody_blocks_the_bot(self) -> None:
        await self.stage.blocks(NEWCOMER)
        await self.stage.says(ADMIN, ADMIN, "/thongbao Chiều nay họp giao ban lúc 14 giờ")
        preview = await self._shows(ADMIN, "họp giao ban")
        await self.stage.presses(ADMIN, preview, _labels(preview)[0])
        await self._shows(FOCAL, "họp giao ban")
        await self.stage.says(ADMIN, ADMIN, "/nguoidung")
        assert str(NEWCOMER) not in (await self._shows(ADMIN, "Người và nhóm"))["text"]

    async def somebody_is_revoked(self) -> None:
        await self.stage.says(ADMIN, ADMIN, "/nguoidung")
        people = await self._shows(ADMIN, "Người và nhóm")
        line = next(line for line in people["text"].splitlines() if f"{FOCAL}: đầu mối" in line)
        await self.stage.presses(ADMIN, people, line.split(".")[0])
        await self._presses_last(ADMIN, words_admin.TAKE_OUT)
        await self._shows(ADMIN, "Đã đưa ra")
        for chat, text in ((FOCAL, "ai chủ trì số hóa?"), (MOVED, "/hoi ai chủ trì số hóa?")):
            assert "Chủ trì" not in (await self.stage.says(chat, FOCAL, text))["text"]

    async def the_log_tells_it_all(self) -> None:
        await self.stage.says(ADMIN, ADMIN, "/nhatky")
        log = (await self._shows(ADMIN, "Nhật ký"))["text"]
        for what in (
            str(NEWCOMER),
            UNIT,
            STEM,
            "30/9/2027",
            "123/VP",
            "họp giao ban",
            "quay lại bản 1",
            str(FOCAL),
        ):
            assert what in log, what

    async def _asks(self, text: str, said: str, reply_to: int | None = None) -> Message:
        answer = await self.stage.says(FOCAL, FOCAL, text, reply_to)
        assert said in answer["text"], text
        return answer

    async def _shows(self, chat: int, *said: str) -> Message:
        """The last of the bot's messages in a chat that says this."""
        while True:
            messages = await self.stage.messages(chat)
            found = [message for message in messages if all(words in _text(message) for words in said)]
            if found or not await self.stage.waits():
                assert found, f"nothing says {said} in {chat}, the last is {messages[-1:]}"
                return found[-1]

    async def _presses_last(self, chat: int, label: str) -> None:
        """Press a button of the last message that has it."""
        messages = await self.stage.messages(chat)
        while not any(label in _labels(message) for message in messages) and await self.stage.waits():
            messages = await self.stage.messages(chat)
        await self.stage.presses(chat, next(m for m in reversed(messages) if label in _labels(m)), label)


def _text(message: Message) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _labels(message: Message) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
