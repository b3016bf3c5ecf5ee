"""An admin hands in plans by chat: what is shown, what is asked, what is stored, and what is still there afterwards."""

import io
import threading
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from builders import at, some_people
from chat import ADMIN, AN, BINH, GROUP, STRANGER, Chat, a_chat
from fake_telegram import buttons

from handlers import words_plans as words
from handlers.handing_in import resume
from handlers.incoming import Incoming
from handlers.plan_changes import deliver
from knowledge.library.library import Library
from knowledge.samples import in_every_format
from knowledge.tasks.progress import ProgressStore
from scheduler.directory import Chat as Room
from scheduler.directory import Link
from scheduler.handed import FOLDER, KEPT, HandedStore
from scheduler.ledger import Ledger
from scheduler.run import Stores
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

SECOND, LEADER = 10, 11
SAMPLE = next(path for path in in_every_format() if path.suffix == ".txt")
TEXT = SAMPLE.read_text(encoding="utf-8")
ISSUER = "Sở Khoa học và Công nghệ tỉnh An Bình"
STEM, ROWS = "KH-cua-So", 32
AGREE = words.agree(ROWS)


@asynccontextmanager
async def an_office(folder: Path, *, again: bool = False) -> AsyncIterator[Chat]:
    """The bot on a data folder, with two admins, a leader, and the group of Văn phòng Sở."""
    library = Library.open(folder)
    people = some_people(users=[AN, BINH], groups=[GROUP], admins=[ADMIN, SECOND], leaders=[LEADER])
    file = folder / "planbot.db"
    stores = Stores(
        plans=lambda: library.snapshot.plans, ledger=Ledger(None), units=UnitStore(file), workdays=WorkdayStore(None),
        progress=ProgressStore(None), people=people, library=lambda: library, handed=HandedStore(file, folder),
    )  # fmt: skip
    if not again:
        stores.units.link(Link("Văn phòng Sở", ISSUER, Room(GROUP)))
    async with a_chat(stores=stores) as chat:
        for user in (SECOND, LEADER):
            chat.person(user)
        yield chat
        await settled(chat)
        await cast("Incoming", chat.app.update_queue).settled()
    stores.close()
    library.close()


async def settled(chat: Chat) -> None:
    await chat.app.bot_data.background.settled()


async def hand_in(chat: Chat, text: str = TEXT, name: str = "KH cua So.txt", user: int = ADMIN, **more: Any) -> str:
    """Somebody sends a document; the words of the message that is shown then."""
    await chat.hears(chat.sends(user, name, text.encode(), **more))
    await settled(chat)
    return chat.telegram.texts(user)[-1]


async def press(chat: Chat, label: str, user: int = ADMIN, where: int = ADMIN) -> str:
    """Press a button of the last message that has it; what the small window says."""
    message = next(m for m in reversed(chat.telegram.sent(where)) if label in buttons(m))
    update = chat.presses(user, message, buttons(message)[label])
    await chat.hears(update)
    await settled(chat)
    return chat.telegram.toasts[update["callback_query"]["id"]] or ""


def stored(chat: Chat) -> list[tuple[str, int]]:
    library = chat.app.bot_data.library
    assert library
    return [(plan.stem, library.current_number(plan.stem) or 0) for plan in library.snapshot.plans]


def noted(chat: Chat) -> str:
    return chat.app.bot_data.people.audit(1)[0].what


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).rglob("*") if path.is_file())


def edited(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


MOVED = edited(("Quý III/2027", "Quý II/2027"))
SHORT = TEXT[: TEXT.index("PHỤ LỤC")]


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


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
async def test_a_secret_document_is_refused_and_its_copies_are_deleted(tmp_path: Path, mark: str) -> None:
    async with an_office(tmp_path) as chat:
        said = await hand_in(chat, edited(("Số: 118/KH-SKHCN", f"Số: 118/KH-SKHCN\n{mark}")))
        assert said == words.CLASSIFIED.format(deleted=words.MESSAGE_DELETED)
        assert stored(chat) == []
        assert copies(tmp_path) == []
        assert [m for m in chat.telegram.messages.values() if m.get("document")] == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("hong.docx", b"PK\x03\x04broken", "bị hỏng", id="a broken docx"),
        pytest.param("la.xyz", b"\x00\x01\x02\x03" * 50, "la.xyz", id="an unknown format"),
        pytest.param("rong.txt", b"", "rong.txt", id="an empty file"),
        pytest.param("thu.txt", "Kính gửi đồng chí,\n\nXin chào.".encode(), "không tìm thấy kế hoạch", id="no plan"),
    ],
)  # fmt: skip
async def test_what_cannot_be_taken_is_told_in_plain_words_and_changes_nothing(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    async with an_office(tmp_path) as chat:
        await chat.hears(chat.sends(ADMIN, name, content))
        await settled(chat)
        [told] = chat.telegram.texts(ADMIN)
        assert said in told
        assert told.endswith(words.NOTHING_CHANGED)
        assert not buttons(chat.telegram.sent(ADMIN)[-1])
        assert (stored(chat), copies(tmp_path)) == ([], [])


async def test_a_file_over_the_limit_of_telegram_is_told_with_what_to_do(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        update = chat.sends(ADMIN, "to.pdf", b"x")
        update["message"]["document"]["file_size"] = 25 * 2**20
        await chat.hears(update)
        assert chat.telegram.texts(ADMIN) == [words.TOO_BIG]
        assert chat.telegram.count("getFile") == 0


async def test_a_picture_sent_as_such_is_asked_for_as_a_file(tmp_path: Path) -> None:
    size = {"file_id": "P", "file_unique_id": "P", "width": 1, "height": 1}
    async with an_office(tmp_path) as chat:
        await chat.hears(chat.says(ADMIN, None, photo=[size]))
        assert chat.telegram.texts(ADMIN) == [words.PHOTO]


@pytest.mark.parametrize(
    ("user", "where", "said"),
    [
        pytest.param(AN, None, words.NOT_ADMIN, id="a colleague"),
        pytest.param(LEADER, None, words.NOT_ADMIN, id="a leader"),
        pytest.param(ADMIN, GROUP, words.IN_PRIVATE, id="an admin in a group"),
        pytest.param(AN, GROUP, "", id="a colleague in a group"),
    ],
)
async def test_documents_are_taken_from_admins_in_private_only(
    tmp_path: Path, user: int, where: int | None, said: str
) -> None:
    async with an_office(tmp_path) as chat:
        caption = {"caption": "@planbot_test_bot", "caption_entities": []} if where else {}
        await chat.hears(chat.sends(user, "KH.txt", TEXT.encode(), where, **caption))
        await settled(chat)
        assert chat.telegram.count("getFile") == 0
        assert (stored(chat), copies(tmp_path)) == ([], [])
        texts = chat.telegram.texts(where or user)
        assert said in texts if said else words.IN_PRIVATE not in texts


async def test_a_stranger_hands_in_nothing(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await chat.hears(chat.sends(STRANGER, "KH.txt", TEXT.encode()))
        assert (chat.telegram.count("getFile"), copies(tmp_path)) == (0, [])


@pytest.mark.parametrize("user", [AN, LEADER, STRANGER])
async def test_only_an_admin_decides(tmp_path: Path, user: int) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
        forged = {**shown, "chat": chat.telegram.chats[user]}
        await chat.hears(*(chat.presses(user, forged, data) for data in buttons(shown).values()))
        await settled(chat)
        assert stored(chat) == []
        assert copies(tmp_path)


async def test_of_two_admins_on_one_button_one_has_decided_and_the_other_is_told(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
        presses = [chat.presses(user, shown, buttons(shown)[AGREE]) for user in (ADMIN, SECOND)]
        await chat.hears(*presses)
        await settled(chat)
        assert stored(chat) == [(STEM, 1)]
        assert len(chat.telegram.texts(GROUP)) == 1
        late = chat.presses(SECOND, shown, buttons(shown).get(AGREE, presses[0]["callback_query"]["data"]), stale=True)
        await chat.hears(late)
        assert chat.telegram.toasts[late["callback_query"]["id"]]


async def test_a_press_after_the_plan_has_changed_is_asked_anew(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await press(chat, AGREE)
        await hand_in(chat, MOVED)
        await hand_in(chat, edited(("Trước ngày 31/3/2027", "Trước ngày 15/4/2027")), user=SECOND)
        await press(chat, AGREE, SECOND, SECOND)
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 2)]
        assert chat.telegram.texts(ADMIN)[-1].startswith("Kế hoạch đã thay đổi sau lần xem trước")
        assert "(bản 2)" in chat.telegram.texts(ADMIN)[-1]
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 3)]


async def test_a_new_plan_that_two_admins_send_under_two_names_is_stored_once(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        await hand_in(chat, name="khac.txt", user=SECOND)
        shown = [(user, chat.telegram.sent(user)[-1]) for user in (ADMIN, SECOND)]
        await chat.hears(*(chat.presses(user, message, buttons(message)[AGREE]) for user, message in shown))
        await settled(chat)
        assert len(stored(chat)) == 1
        assert words.SAME in [chat.telegram.texts(user)[-1] for user in (ADMIN, SECOND)]
        assert copies(tmp_path) == []


async def test_a_preview_outlives_a_restart(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        shown = chat.telegram.sent(ADMIN)[-1]
    async with an_office(tmp_path, again=True) as chat:
        chat.telegram.messages[ADMIN, shown["message_id"]] = shown
        await press(chat, AGREE)
        edits = [asked["text"] for name, asked in chat.telegram.calls if name == "editMessageText"]
        assert edits[0] == words.STORING  # the preview is not put in place of itself
        assert stored(chat) == [(STEM, 1)]
        assert copies(tmp_path) == []


async def test_what_was_being_read_when_the_bot_ended_is_read_after_the_restart(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        assert chat.stores
        with chat.stores.handed._database.writing() as db:
            db.execute("update documents_handed_in set shown = 0, message = 0")
    async with an_office(tmp_path, again=True) as chat:
        assert chat.stores
        await resume(chat.app.bot_data, chat.stores)
        await settled(chat)
        assert AGREE in buttons(chat.telegram.sent(ADMIN)[-1])


async def test_what_nobody_decides_about_is_dropped_after_some_days(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        assert chat.stores
        assert chat.stores.handed.clean(chat.now) == 0
        assert chat.stores.handed.clean(chat.now + KEPT + timedelta(minutes=1)) == 1
        assert copies(tmp_path) == []
        assert await press(chat, AGREE) == words.GONE
        assert stored(chat) == []


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


async def test_a_disk_that_is_full_leaves_the_old_plan_and_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with an_office(tmp_path) as chat:
        await hand_in(chat)
        monkeypatch.setattr("knowledge.library.originals.shutil.copyfile", no_room)
        await press(chat, AGREE)
        assert stored(chat) == []
        assert chat.telegram.texts(ADMIN)[-1].startswith(words.NO_PLACE)
        monkeypatch.undo()
        await press(chat, AGREE)
        assert stored(chat) == [(STEM, 1)]


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
