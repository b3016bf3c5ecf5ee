"""Documents that are not taken: secret ones, those of others than admins, what is no plan, what is too large."""

import io
import zipfile
from pathlib import Path

import pytest
from chat import ADMIN, AN, GROUP, STRANGER
from handing import AGREE, LEADER, STEM, TEXT, an_office, copies, edited, hand_in, press, settled, stored
from updates import buttons

from handlers import words_plans as words


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
async def test_a_secret_document_is_refused_and_its_copies_are_deleted(tmp_path: Path, mark: str) -> None:
    async with an_office(tmp_path) as chat:
        said = await hand_in(chat, edited(("Số: 118/KH-SKHCN", f"Số: 118/KH-SKHCN\n{mark}")))
        assert said == words.classified("", deleted=True)
        assert stored(chat) == []
        assert copies(tmp_path) == []
        assert [m for m in chat.telegram.messages.values() if m.get("document")] == []


async def test_of_a_parcel_with_a_secret_document_it_is_said_that_the_others_are_read(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mat.txt", edited(("Số: 118/KH-SKHCN", "Số: 118/KH-SKHCN\nMẬT")))
        archive.writestr("KH.txt", TEXT)
        archive.writestr("anh/bia.png", b"\x89PNG\r\n\x1a\n")
    async with an_office(tmp_path) as chat:
        await chat.hears(chat.sends(ADMIN, "cac ke hoach.zip", packed.getvalue()))
        await settled(chat)
        sent = sorted(chat.telegram.sent(ADMIN), key=lambda message: "mat.txt" not in message["text"])
        secret, left, other = sorted(sent, key=lambda message: AGREE in buttons(message))
        assert "mat.txt" in secret["text"]
        assert secret["text"].endswith(words.OTHERS_READ)
        assert left["text"] == "Trong tệp nén, tôi không đọc 1 tệp không phải văn bản: bia.png."
        assert AGREE in buttons(other)
        assert copies(tmp_path) == ["KH.txt"]


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
