"""What every file has in common: told by its content, within limits, ending in a document or a refusal."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from documents import texts
from writers import SHEET, Sheet, a_sheet, as_csv, as_docx, as_html, as_pdf, as_xlsx

from knowledge.document import Document, Table
from knowledge.errors import MissingExtraError, RefusedError
from knowledge.readers import Limits, isolation, read, read_bytes, read_here
from knowledge.readers.isolation import read_isolated
from knowledge.readers.messages import Job
from knowledge.readers.sniff import Kind

WRITERS = {"docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf, "html": as_html}


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_table_is_read_from_every_format_whatever_the_file_is_called(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.tmp"
    path.write_bytes(WRITERS[kind](SHEET))
    document = read(path)
    assert document.source == "ke-hoach.tmp"
    assert texts(document) == [
        "PHỤ LỤC NHIỆM VỤ",
        "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn",
        "I | Cải cách thể chế | < | <",
        "1 | Rà soát thủ tục hành chính | Văn phòng Sở | Quý II/2027",
        "^ | Số hóa hồ sơ lưu trữ | Phòng Cải cách hành chính | Trước ngày 30/6/2027",
    ]


def test_text_and_csv_are_read_without_a_child_process() -> None:
    document = read_bytes(as_csv(SHEET), "ke-hoach.csv")
    assert texts(document)[1] == "I | Cải cách thể chế |  | "
    assert texts(read_bytes("KẾ HOẠCH\nI. MỤC ĐÍCH".encode(), "x.txt")) == ["KẾ HOẠCH", "I. MỤC ĐÍCH"]


def test_a_missing_file_is_named() -> None:
    with pytest.raises(RefusedError, match=r"khong-co.docx: không có tệp này"):
        read(Path("khong-co.docx"))


def test_a_file_over_the_size_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    path.write_bytes(b"a" * 3_000_000)
    with pytest.raises(RefusedError, match=r"to.txt: tệp nặng 2.9 MB, quá giới hạn 1 MB"):
        read(path, limits=Limits(size=1024 * 1024))


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_html, as_csv, as_pdf])
def test_a_table_over_the_limit_of_cells_is_refused(write: Callable[[Sheet], bytes]) -> None:
    with pytest.raises(RefusedError, match=r"hơn 8 ô"):
        read_here(write(SHEET), "ke-hoach", limits=Limits(cells=8))


def test_a_reader_that_does_not_end_in_time_is_ended() -> None:
    job = Job(Kind.PDF, as_pdf(SHEET), "cham.pdf", Limits(seconds=0.01))
    with pytest.raises(RefusedError, match=r"cham.pdf: tệp đọc quá 0 giây chưa xong"):
        read_isolated(job, print)


def test_a_reader_that_needs_too_much_of_the_processor_is_ended_and_the_limit_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(isolation, "_PATIENCE", 60.0)  # the limit of the processor is meant, however busy the machine
    text = ("KẾ HOẠCH " * 30_000).encode()
    job = Job(Kind.TEXT, text + b"<p>" * 9_000_000, "nang.txt", Limits(seconds=1, size=60_000_000))
    with pytest.raises(RefusedError, match=r"nang.txt: tệp cần hơn 1 giây máy chạy để đọc"):
        read_isolated(job, print)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        pytest.param(Limits(rows=2), "dòng bảng, quá giới hạn 2", id="rows"),
        pytest.param(Limits(letters=20), "chữ, quá giới hạn 20", id="letters"),
        pytest.param(Limits(line=8), "chữ trong một đoạn, quá giới hạn 8", id="one line"),
    ],
)
def test_what_is_too_much_to_be_understood_is_refused_with_its_limit(limits: Limits, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        read_here(as_docx(SHEET), "ke-hoach.docx", limits=limits)


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong")
    for path in (Path("/dev/zero"), tmp_path / "ong", tmp_path):
        with pytest.raises(RefusedError, match="không phải một tệp thường"):
            read(path)


def test_no_format_is_loaded_before_a_file_of_it_is_read() -> None:
    formats = {"openpyxl", "docx", "lxml", "pypdfium2", "PIL", "numpy"}
    code = f"import sys, knowledge.readers; print({formats} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_child_that_reads_loads_nothing_that_starts_processes() -> None:
    loaded = "knowledge.readers.worker, knowledge.readers.word"
    code = f"import sys, {loaded}; print({{'subprocess', 'queue'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_reader_that_dies_leaves_a_refusal() -> None:
    job = Job(Kind.WORD, as_docx(SHEET), "chet.docx", Limits(memory=1))
    with pytest.raises(RefusedError, match=r"chet.docx"):
        read_isolated(job, print)


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_a_reader_that_the_system_ends_is_told_as_such_and_blames_no_file(blow: signal.Signals) -> None:
    def struck(_said: str) -> None:
        for child in psutil.Process().children():
            child.send_signal(blow)

    with pytest.raises(RefusedError, match=r"dai.pdf: máy chủ đã dừng việc đọc tệp giữa chừng.* Đề nghị gửi lại"):
        read_bytes(as_pdf(a_sheet(*[("1", "Rà soát " * 8)] * 120)), "dai.pdf", progress=struck)


def test_progress_of_a_long_file_is_told() -> None:
    said: list[str] = []
    rows = [("1", "Rà soát " * 8)] * 120
    read_bytes(as_pdf(a_sheet(*rows)), "dai.pdf", progress=said.append)
    assert said[0].startswith("trang 1/")
    assert len(said) > 2


def test_a_refusal_keeps_its_kind_across_the_child_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError, match=r"cu.rtf: tệp Office kiểu cũ, cần LibreOffice"):
        read_bytes(rb"{\rtf1 x}", "cu.rtf")


def test_real_plans_read_from_word_and_pdf_have_the_same_rows(shared: Path) -> None:
    formats = shared / "plans" / "formats"
    word, excel = read(formats / "003_plan.docx"), read(formats / "003_plan.xlsx")
    assert _cells(word) == _cells(excel)


def _cells(document: Document) -> list[tuple[str, ...]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [tuple(cell.text for cell in row.cells) for table in tables for row in table.rows]
