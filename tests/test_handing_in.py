"""An admin hands in plans by chat: what is shown, what is asked, what is stored, and what is still there afterwards."""

import io
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
from builders import at
from chat import ADMIN, AN, GROUP
from handing import AGREE, ROWS, SHORT, STEM, TEXT, an_office, copies, edited, hand_in, noted, press, settled, stored
from updates import buttons

from handlers import words_plans as words
from handlers.plan_changes import deliver
from knowledge.library.library import Library


async def test_a_document_is_read_shown_and_stored_when_an_admin_agrees(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        shown = await hand_in(chat)
        assert len(chat.telegram.sent(ADMIN)) == 1
        assert "Đọc được 32 dòng: 24 trong bảng hoặc danh mục, 8 trong lời văn" in shown
        assert "Đây là kế hoạch mới" in shown
        assert "Xây dựng kế hoạch truyền thông" in shown
        assert stored(chat) == []
        assert copies(tmp_path) == ["KH-cua-So.txt"]
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 1)]
        assert copies(tmp_path) == []
        assert f"bản 1: {ROWS} dòng" in chat.telegram.texts(ADMIN)[-1]
        [told] = chat.telegram.texts(GROUP)
        assert "vừa được đưa vào. Văn phòng Sở: " in told
        assert "nạp kế hoạch KH-cua-So, bản 1, 32 dòng, từ tệp KH cua So.txt" in noted(chat)


async def test_the_rows_can_be_leafed_through_before_one_agrees(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        first = await hand_in(chat)
        await press(chat, "Sau »")
        second = chat.telegram.texts(ADMIN)[-1]
        assert second != first
        assert AGREE in buttons(chat.telegram.sent(ADMIN)[-1])


async def test_a_new_version_says_what_moved_and_only_its_units_are_told(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        shown = await hand_in(chat, edited(("Trước ngày 31/3/2027", "Trước ngày 15/4/2027")), "ban sua.txt")
        assert "Thay cho kế hoạch đang dùng KH-cua-So (bản 1)" in shown
        assert "So với bản đang dùng (32 dòng): 0 dòng mới, 0 dòng bỏ, 1 dòng sửa (trong đó 1 đổi thời hạn)" in shown
        assert "Thời hạn: Trước ngày 31/3/2027 → Trước ngày 15/4/2027" in shown
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 2)]
        assert "Văn phòng Sở: 1 nhiệm vụ đổi thời hạn." in chat.telegram.texts(GROUP)[-1]


async def test_dropping_a_document_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, words.CANCEL)
        assert stored(chat) == []
        assert copies(tmp_path) == []
        assert chat.telegram.texts(ADMIN) == [words.DROPPED]
        assert "hủy tệp" in noted(chat)


async def test_the_same_plan_again_needs_no_yes(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        assert await hand_in(chat, name="khac.txt") == words.SAME
        assert copies(tmp_path) == []


async def test_a_version_that_loses_most_rows_is_asked_twice(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        await hand_in(chat, SHORT)
        label = next(label for label in buttons(chat.telegram.sent(ADMIN)[-1]) if label.startswith("Đồng ý nạp"))
        await press(chat, label)
        assert stored(chat) == [(STEM, 1)]
        assert "trong 32 dòng" in chat.telegram.texts(ADMIN)[-1]
        await press(chat, words.KEEP)
        await press(chat, label)
        await press(chat, words.REALLY)
        assert stored(chat) == [(STEM, 2)]


async def test_a_zip_with_several_plans_is_several_previews(tmp_path: Path) -> None:
    other = edited(("118/KH-SKHCN", "9/KH-SKHCN"), ("Chuyển đổi số của", "An toàn thông tin của"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/KH1.txt", TEXT)
        archive.writestr("KH2.txt", other)
    async with an_office(tmp_path) as chat:
        await chat.hears(chat.sends(ADMIN, "cac ke hoach.zip", packed.getvalue()))
        await settled(chat)
        assert [AGREE in buttons(m) for m in chat.telegram.sent(ADMIN)] == [True, True]
        for message in chat.telegram.sent(ADMIN):
            await chat.hears(chat.presses(ADMIN, message, buttons(message)[AGREE]))
        await settled(chat)
        assert stored(chat) == [("KH1", 1), ("KH2", 1)]


async def test_several_documents_at_once_are_each_shown(tmp_path: Path) -> None:
    other = edited(("118/KH-SKHCN", "9/KH-SKHCN"), ("Chuyển đổi số của", "An toàn thông tin của"))
    async with an_office(tmp_path) as chat:
        sent = [chat.sends(ADMIN, name, text.encode(), media_group_id="1") for name, text in
                (("a.txt", TEXT), ("b.txt", other))]  # fmt: skip
        await chat.hears(*sent)
        await settled(chat)
        assert [AGREE in buttons(m) for m in chat.telegram.sent(ADMIN)] == [True, True]


async def test_a_caption_that_names_a_plan_says_what_is_replaced(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        other = edited(("118/KH-SKHCN", "9/KH-SKHCN"))
        assert f"Thay cho kế hoạch đang dùng {STEM}" in await hand_in(chat, other, "b.txt", caption=STEM)


@pytest.mark.parametrize(("first", "then"), [("xin nạp", STEM), (STEM, "xin nạp")], ids=["named", "named no more"])
async def test_a_caption_that_is_edited_names_the_plan_otherwise(tmp_path: Path, first: str, then: str) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        other = edited(("118/KH-SKHCN", "9/KH-SKHCN"), ("Chuyển đổi số của", "An toàn thông tin của"))
        update = chat.sends(ADMIN, "b.txt", other.encode(), caption=first)
        await chat.hears(update)
        await settled(chat)
        document = {**update["message"], "caption": then}
        await chat.hears({"update_id": next(chat.telegram.ids), "edited_message": document})
        await settled(chat)
        shown = chat.telegram.sent(ADMIN)
        assert len(shown) == 2, "the preview is shown anew in its place"
        assert (f"Thay cho kế hoạch đang dùng {STEM}" in shown[-1]["text"]) is (then == STEM)
        assert AGREE in buttons(shown[-1])


async def test_units_are_told_when_the_office_works(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        chat.now = at("2027-03-06 21:00")
        await hand_in(chat)
        await press(chat, AGREE)
        assert chat.telegram.texts(GROUP) == []
        chat.now = at("2027-03-08 08:00")
        for _ in range(2):
            await deliver(chat.app.bot_data)
        assert len(chat.telegram.texts(GROUP)) == 1


async def test_questions_are_answered_while_a_document_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = threading.Event()
    async with an_office(tmp_path) as chat:
        library = chat.app.bot_data.library
        assert library
        prepare = Library.prepare

        def slow(*args: Any, **more: Any) -> Any:
            assert may_end.wait(10)
            more["progress"]("trang 3/12")
            return prepare(library, *args, **more)

        monkeypatch.setattr(library, "prepare", slow)
        await chat.hears(chat.sends(ADMIN, "KH.txt", TEXT.encode()))
        await chat.hears(chat.says(ADMIN, "ai chủ trì?"), chat.says(AN, "ai chủ trì?"))
        assert len(chat.answerer.asked) == 2
        may_end.set()
        await settled(chat)
        assert any(AGREE in buttons(m) for m in chat.telegram.sent(ADMIN))
