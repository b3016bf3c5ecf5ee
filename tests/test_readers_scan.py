"""Scanned pages: rules found in the picture, cells recognised one by one, slips that shapes explain mended."""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from documents import row_text, texts
from PIL import Image
from writers import a_sheet, as_pdf

from knowledge.document import Document, Table
from knowledge.errors import MissingExtraError
from knowledge.readers import Limits, read_here
from knowledge.readers.grid import Span
from knowledge.readers.page_picture import has_ink, leading_stems, rules_of, shapes, stems, straightened, tight
from knowledge.readers.pdf import read_pdf
from knowledge.readers.reading_watch import Watch
from knowledge.readers.recognition_slips import mended, with_quarters
from knowledge.readers.ruling import ruled_tables

HEADER = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành")
SHEET = a_sheet(
    HEADER,
    ("I", "", "", ""),
    ("1.1", "Rà soát thủ tục hành chính", "Văn phòng Sở", "Quý III/2027"),
    ("", "Tập huấn quy trình số hóa hồ sơ", "Phòng Tổ chức cán bộ", "Trước ngày 15/01/2027"),
    ("2.5", "Kiểm tra công vụ", "Thanh tra Sở", "Quý II/2027"),
    title=("PHỤ LỤC NHIỆM VỤ CỤ THỂ",),
    merged=[Span(1, 1, "Cải cách thể chế", columns=3), Span(2, 0, "1.1", rows=2)],
)


@cache
def tesseract_reads_vietnamese() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    languages = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in languages.stdout.split()


def needs_recognition() -> None:
    pytest.importorskip("pytesseract", reason="the extra for scans is not installed (make scan)")
    if not tesseract_reads_vietnamese():
        pytest.skip("tesseract with Vietnamese is not on this machine")


def page_images(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)]


def scanned(pdf: bytes, angle: float = 0.0) -> bytes:
    """The PDF as a scanner gives it: pictures of its pages, a little askew."""
    images = [image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) for image in page_images(pdf)]
    out = io.BytesIO()
    images[0].save(out, "PDF", resolution=200, save_all=True, append_images=images[1:])
    return out.getvalue()


def turned(pdf: bytes, way: Image.Transpose) -> bytes:
    """The PDF as a scanner gives it that took the page in sideways."""
    out = io.BytesIO()
    page_images(pdf)[0].transpose(way).save(out, "PDF", resolution=200)
    return out.getvalue()


@pytest.mark.parametrize("way", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270], ids=["left", "right"])
def test_a_page_scanned_sideways_is_turned(way: Image.Transpose) -> None:
    needs_recognition()
    document = read_here(turned(as_pdf(SHEET), way), "quet.pdf")
    assert rows(document)[2] == "1.1 | Rà soát thủ tục hành chính | Văn phòng Sở | Quý III/2027"


def test_a_page_that_was_put_in_upside_down_is_turned() -> None:
    needs_recognition()
    document = read_here(turned(as_pdf(SHEET), Image.Transpose.ROTATE_180), "quet.pdf")
    assert rows(document)[2] == "1.1 | Rà soát thủ tục hành chính | Văn phòng Sở | Quý III/2027"
    assert len(document.doubts) == 1


def rows(document: Document) -> list[str]:
    return [row_text(row) for block in document.blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize("angle", [0.0, 0.8], ids=["straight", "askew"])
def test_a_scanned_table_is_read_cell_by_cell(angle: float) -> None:
    needs_recognition()
    document = read_here(scanned(as_pdf(SHEET), angle), "quet.pdf")
    assert rows(document) == [
        "STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian hoàn thành",
        "I | Cải cách thể chế | < | <",
        "1.1 | Rà soát thủ tục hành chính | Văn phòng Sở | Quý III/2027",
        "^ | Tập huấn quy trình số hóa hồ sơ | Phòng Tổ chức cán bộ | Trước ngày 15/01/2027",
        "2.5 | Kiểm tra công vụ | Thanh tra Sở | Quý II/2027",
    ]
    assert texts(document)[0] == "PHỤ LỤC NHIỆM VỤ CỤ THỂ"
    assert "đối chiếu" in document.doubts[0].message


def test_a_page_that_lies_far_askew_is_read_upright() -> None:
    needs_recognition()
    document = read_here(scanned(as_pdf(SHEET), -4.6), "quet.pdf")
    assert [row.split(" | ", 1)[1] for row in rows(document)] == [
        "Nhiệm vụ | Đơn vị chủ trì | Thời gian hoàn thành",
        "Cải cách thể chế | < | <",
        "Rà soát thủ tục hành chính | Văn phòng Sở | Quý III/2027",
        "Tập huấn quy trình số hóa hồ sơ | Phòng Tổ chức cán bộ | Trước ngày 15/01/2027",
        "Kiểm tra công vụ | Thanh tra Sở | Quý II/2027",
    ]


def test_a_table_over_two_scanned_pages_goes_on_and_progress_is_told() -> None:
    needs_recognition()
    said: list[str] = []
    more: list[float] = []
    body = [(str(i), "Rà soát thủ tục", "Văn phòng Sở", "Năm 2027") for i in range(1, 36)]
    data = scanned(as_pdf(a_sheet(HEADER, *body)))
    document = read_pdf(data, "quet.pdf", Limits(page_seconds=7), Watch(said.append, more.append))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [table.continues for table in tables] == [False, True]
    assert sum(len(table.rows) for table in tables) == 36
    assert said[-1] == "nhận dạng trang 2"
    assert more == [14]


def test_without_tesseract_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(
        MissingExtraError, match=r"^quet\.pdf: đây là bản quét .* chưa cài .*(tesseract|planbot\[scan\])"
    ):
        read_pdf(scanned(as_pdf(SHEET)), "quet.pdf", Limits(), Watch())


@pytest.mark.parametrize("angle", [0.0, 1.2, -2.0, 4.7])
def test_rules_are_found_in_a_picture(angle: float) -> None:
    image = page_images(as_pdf(SHEET))[0].rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    across, down, bare = rules_of(straightened(image, 200))
    (table,) = ruled_tables(across, down, 2.0)
    assert (len(table.ys) - 1, len(table.xs) - 1) == (5, 4)
    assert Span(1, 1, columns=3) in table.spans
    assert Span(2, 0, rows=2) in table.spans
    header_right = bare.crop(table.xs[3], table.ys[1] + 2, table.xs[4], table.ys[2] - 2)
    assert not has_ink(header_right)


def cell(text: str) -> Image.Image:
    """A picture of a few letters in a cell, without its rules."""
    image = page_images(as_pdf(a_sheet((text, "x"))), 250)[0]
    across, down, bare = rules_of(straightened(image, 250))
    (table,) = ruled_tables(across, down, 2.0)
    return tight(bare.crop(table.xs[0], table.ys[0], table.xs[1], table.ys[1]))


@pytest.mark.parametrize(("text", "strokes"), [("I", 1), ("II", 2), ("III.", 3), ("VII", 2)])
def test_the_strokes_of_a_roman_number_are_counted(text: str, strokes: int) -> None:
    assert stems(cell(text)) == strokes


@pytest.mark.parametrize(
    ("text", "seen"), [("2.5", "o.o"), ("12", "oo"), ("3.", "o."), ("II.", "II."), ("1.2.3", "o.o.o")]
)
def test_dots_between_figures_are_seen(text: str, seen: str) -> None:
    assert shapes(cell(text)) == seen


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("Quý 1V/2027", "Quý IV/2027"),
        ("Quý ||/2027", "Quý II/2027"),
        ("Quý H/2027", "Quý II/2027"),
        ("Chậm nhất quý II2027", "Chậm nhất quý II/2027"),
        ("Quý IV", "Quý IV"),
        ("Quý khách", "Quý khách"),
        ("Trước ngày l5/01/2027", "Trước ngày 15/01/2027"),
        ("Trước ngày 3O/6/2O27", "Trước ngày 30/6/2027"),
        ("Quý II//2027", "Quý II/2027"),
        ("Sở/Ban", "Sở/Ban"),
        ("| Văn phòng Sở", "Văn phòng Sở"),
        ("'Văn phòng Sở |", "Văn phòng Sở"),
        ("Văn phòng SỞ; Tỷ lệ", "Văn phòng Sở; Tỷ lệ"),
        ("KẾ HOẠCH", "KẾ HOẠCH"),
        ("Theo HĐND tỉnh", "Theo HĐND tỉnh"),
    ],
)
def test_slips_that_shapes_explain_are_mended(read: str, text: str) -> None:
    assert mended(read) == text


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("Quý II/2027", "Quy III/2027", "Quý III/2027"),
        ("Trong quý I và quý II", "Trong quy I va quy III", "Trong quý I và quý III"),
        ("Quý II/2027", "Ouy 2027", "Quý II/2027"),
        ("Quý 1/2027", "Quy TI/2027", "Quý II/2027"),
    ],
)
def test_quarters_take_the_strokes_of_the_second_reading(text: str, reading: str, expected: str) -> None:
    assert with_quarters(text, reading) == expected


@pytest.mark.parametrize(
    ("text", "reading", "strokes", "expected"),
    [
        ("Quý II/2027", "Quy II/2027", [3], "Quý III/2027"),
        ("Quý II/2027", "", [3], "Quý III/2027"),
        ("Quý IV/2027", "Quy IV/2027", [1], "Quý IV/2027"),
        ("Từ Quý I đến Quý II", "Tu Quy I den Quy II", [1, 3], "Từ Quý I đến Quý III"),
        ("Quý II/2027", "Quy II/2027", [7], "Quý II/2027"),
    ],
)
def test_the_strokes_in_the_picture_say_which_quarter_it_is(
    text: str, reading: str, strokes: list[int], expected: str
) -> None:
    assert with_quarters(text, reading, strokes) == expected


@pytest.mark.parametrize(("text", "strokes"), [("III/2027", 3), ("II/2021", 2), ("I/2027", 1), ("II", 2), ("III,", 3)])
def test_the_strokes_that_a_word_begins_with_are_counted_up_to_its_slash(text: str, strokes: int) -> None:
    assert leading_stems(cell(text)) == strokes


def test_every_quarter_of_a_scanned_table_is_read_with_all_its_strokes() -> None:
    needs_recognition()
    quarters = ["I", "II", "III", "IV", "III", "II", "III", "III"]
    body = [(str(n), "Rà soát thủ tục", "Văn phòng Sở", f"Quý {q}/2027") for n, q in enumerate(quarters, start=1)]
    document = read_here(scanned(as_pdf(a_sheet(HEADER, *body)), 1.0), "quet.pdf")
    assert [row.split(" | ")[-1] for row in rows(document)[1:]] == [f"Quý {quarter}/2027" for quarter in quarters]


def test_the_real_scan_has_all_rows(shared: Path) -> None:
    needs_recognition()
    data = (shared / "plans" / "formats" / "000_scan.pdf").read_bytes()
    pages = pypdfium2.PdfDocument(data)
    part = pypdfium2.PdfDocument.new()
    part.import_pages(pages, [13, 14])
    out = io.BytesIO()
    part.save(out)
    document = read_pdf(out.getvalue(), "quet.pdf", Limits(), Watch())
    assert len(rows(document)) == 18
    assert rows(document)[0].startswith("STT | Mục tiêu | Nhiệm vụ/hoạt động | Kết quả/Sản phẩm | Đơn vị chủ trì | ")
