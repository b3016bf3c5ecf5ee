"""Old Office files go through LibreOffice where it is there; where it is not, the reader says what to install."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from documents import texts
from writers import a_sheet, as_docx, as_xlsx

from knowledge.errors import MissingExtraError, RefusedError
from knowledge.readers import Limits, read_here
from knowledge.readers.grid import Span
from knowledge.readers.legacy import _run, can_convert, convert, find_libreoffice

SHEET = a_sheet(
    ("STT", "Nhiệm vụ", "Chủ trì"),
    ("I", "", ""),
    ("1", "Rà soát thủ tục", "Văn phòng Sở"),
    title=("PHỤ LỤC",),
    merged=[Span(1, 1, "Thể chế", columns=2)],
)


def needs_libreoffice(old: str) -> None:
    if not can_convert("xlsx" if old == "xls" else "docx"):
        pytest.skip(f"LibreOffice for .{old} is not on this machine")


@pytest.mark.parametrize(
    ("data", "old"),
    [(as_docx(SHEET), "doc"), (as_docx(SHEET), "rtf"), (as_xlsx(SHEET), "xls")],
    ids=["doc", "rtf", "xls"],
)
def test_old_files_are_read(data: bytes, old: str, tmp_path: Path) -> None:
    needs_libreoffice(old)
    document = read_here(_run(find_libreoffice() or "", tmp_path, data, "x", old, Limits()), f"cu.{old}")
    assert texts(document)[1:] == ["STT | Nhiệm vụ | Chủ trì", "I | Thể chế | <", "1 | Rà soát thủ tục | Văn phòng Sở"]
    assert document.source == f"cu.{old}"


def test_without_libreoffice_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("knowledge.readers.legacy._PLACES", ())
    with pytest.raises(MissingExtraError, match=r"cu\.doc: tệp Office kiểu cũ, .* cài LibreOffice .* thành \.docx"):
        convert(b"x", "cu.doc", "docx", Limits())


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that does what the script says."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_libreoffice_that_hangs_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f"sleep 300 & echo $! > {tmp_path}/child; wait", monkeypatch)
    with pytest.raises(RefusedError, match="không đọc xong tệp trong 1 giây"):
        convert(b"x", "cu.doc", "docx", replace(Limits(), seconds=1.0))
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(["/bin/ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False)
    assert state.stdout.strip()[:1] in {"", "Z"}


def test_a_file_that_libreoffice_cannot_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(RefusedError, match="bị hỏng"):
        convert(b"x", "cu.doc", "docx", Limits())
