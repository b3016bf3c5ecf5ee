"""An archive or a mail with several documents is as many plans, whichever way it is handed in."""

from pathlib import Path

import pytest
from chat import ADMIN
from handing import AGREE, TEXT, an_office, edited, settled
from packing import archive, mail
from test_cli import Planbot, planbot  # noqa: F401 - the fixture
from updates import buttons

from knowledge.readers import parcel
from knowledge.readers.parcel import Parcel, laid_out, unpacked

OTHER = edited(("118/KH-SKHCN", "9/KH-SKHCN"), ("Chuyển đổi số của", "An toàn thông tin của"))
PROGRAM = b"MZ\x90\0\x03"


TWO = {"KH1.txt": TEXT.encode(), "KH2.txt": OTHER.encode()}
SENT = [
    pytest.param("gui.zip", archive(**TWO), id="archive"),
    pytest.param("gui.eml", mail(*TWO.items()), id="mail"),
    pytest.param("gui.eml", mail(("nen", archive(**TWO))), id="archive in a mail"),
    pytest.param("gui.zip", archive(**{"thu.eml": mail(*TWO.items())}), id="mail in an archive"),
    pytest.param(
        "gui.eml",
        mail(("nen.zip", archive(**{"KH1.txt": TEXT.encode()})), ("KH2.txt", OTHER.encode())),
        id="archive beside a document",
    ),
]


@pytest.mark.parametrize(("name", "data"), SENT)
async def test_each_plan_is_shown_in_the_chat_by_itself(tmp_path: Path, name: str, data: bytes) -> None:
    async with an_office(tmp_path) as chat:
        await chat.hears(chat.sends(ADMIN, name, data))
        await settled(chat)
        assert [AGREE in buttons(m) for m in chat.telegram.sent(ADMIN)] == [True, True]


@pytest.mark.parametrize(("name", "data"), SENT[:1])
async def test_each_plan_of_the_folder_is_shown_by_itself(tmp_path: Path, name: str, data: bytes) -> None:
    async with an_office(tmp_path) as chat:
        (tmp_path / "plans").mkdir()
        (tmp_path / "plans" / name).write_bytes(data)
        await chat.hears(chat.says(ADMIN, "/napplan"))
        await settled(chat)
        told, *previews = chat.telegram.texts(ADMIN)[-3:]
        assert "2 tệp, 0 không đổi, 2 mới hoặc có thay đổi" in told
        assert [text.count("Đây là kế hoạch mới") for text in previews] == [1, 1]


async def test_what_an_archive_of_the_folder_holds_besides_is_named(tmp_path: Path) -> None:
    async with an_office(tmp_path) as chat:
        (tmp_path / "plans").mkdir()
        (tmp_path / "plans" / "gui.zip").write_bytes(archive(**TWO, **{"chay.exe": PROGRAM}))
        await chat.hears(chat.says(ADMIN, "/napplan"))
        await settled(chat)
        assert "Không đọc được:\n• gui.zip: chay.exe: không phải văn bản, đã bỏ qua" in chat.telegram.texts(ADMIN)[-3]


@pytest.mark.parametrize(("name", "data"), SENT[1:2])
def test_each_plan_is_taken_and_shown_on_the_command_line(
    planbot: Planbot,  # noqa: F811
    tmp_path: Path,
    name: str,
    data: bytes,
) -> None:
    (tmp_path / name).write_bytes(data)
    shown = planbot("extract", str(tmp_path / name)).stdout
    assert shown.index("118/KH-SKHCN") < shown.index("KH2.txt") < shown.index("9/KH-SKHCN", shown.index("KH2.txt"))
    taken = planbot("plans", "add", str(tmp_path / name)).stdout
    assert [line.split(":")[0] for line in taken.splitlines() if ": version 1: " in line] == ["KH1", "KH2"]


def test_a_document_that_cannot_be_read_ends_nothing_on_the_command_line(
    planbot: Planbot,  # noqa: F811
    tmp_path: Path,
) -> None:
    (tmp_path / "gui.zip").write_bytes(archive(**{"KH0.docx": b"broken", **TWO, "chay.exe": PROGRAM}))
    shown = planbot("extract", str(tmp_path / "gui.zip"))
    assert shown.returncode == 3
    assert "118/KH-SKHCN" in shown.stdout
    assert "9/KH-SKHCN" in shown.stdout
    assert "chay.exe: not a document" in shown.stderr
    assert "KH0.docx" in shown.stderr


def test_what_is_packed_again_is_held_to_the_limits_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = archive(**TWO)
    monkeypatch.setattr(parcel, "UNZIPPED", len(inner) + 100)
    assert unpacked(archive(**{"a.zip": inner}), "gui.zip").documents == [("a.zip", inner)]


def test_a_packed_file_that_is_broken_is_left_to_whoever_reads_it() -> None:
    broken = archive(**TWO).replace(b"118/KH", b"119/KH")
    sent = mail(("a.zip", broken), ("KH2.txt", OTHER.encode()))
    assert unpacked(sent, "gui.eml").documents == [("a.zip", broken), ("KH2.txt", OTHER.encode())]


@pytest.mark.parametrize("name", ["../x.txt", "a\\b\\c.txt", "..", "", "/", "a\0b.txt", "Kế hoạch " * 60 + ".txt"])
def test_no_name_leads_out_of_the_folder_or_breaks_it(name: str) -> None:
    with laid_out(Parcel([(name, b"one"), (name, b"two")])) as files:
        assert [path.read_bytes() for path in files] == [b"one", b"two"]
        assert list(files.values()) == [name, name]


def test_a_mail_of_its_own_text_is_itself() -> None:
    data = mail()
    assert unpacked(data, "thu.eml") == Parcel([("thu.eml", data)])
