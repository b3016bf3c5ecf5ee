"""The mark of a note below the table, printed above the line, is no part of a word; of a measure it is."""

from collections.abc import Callable

import docx
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from writers import saved

from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.lines import raised

NAMES = ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")
MARKS = ("1", "(1)", "[1]", " (12)")


def cells(mark: str) -> list[tuple[tuple[str, str], ...]]:
    """The words of each row, with what is printed above the line behind them."""
    return [
        (("1", ""), ("Kiểm tra tour của doanh nghiệp", mark), ("Văn phòng Cục", mark), ("Quý I/2027", "")),
        (("2", ""), ("Xây nhà kho 120 m", "2"), ("Thanh tra Bộ", ""), ("Quý I/2027", "")),
    ]


def as_html(mark: str) -> bytes:
    head = "".join(f"<th>{name}</th>" for name in NAMES)
    rows = ("".join(f"<td>{text}{f'<sup>{up}</sup>' if up else ''}</td>" for text, up in row) for row in cells(mark))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<html><body><table><tr>{head}</tr>{body}</table></body></html>".encode()


def as_docx(mark: str) -> bytes:
    file = docx.Document()
    table = file.add_table(3, len(NAMES))
    for cell, name in zip(table.rows[0].cells, NAMES, strict=True):
        cell.text = name
    for row, texts in zip(table.rows[1:], cells(mark), strict=True):
        for cell, (text, up) in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text)
            cell.paragraphs[0].add_run(up).font.superscript = True
    return saved(file)


def as_xlsx(mark: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(NAMES)
    for at, texts in enumerate(cells(mark), start=2):
        for column, (text, up) in enumerate(texts, start=1):
            raised_up = TextBlock(InlineFont(vertAlign="superscript"), up)
            book.active.cell(at, column).value = CellRichText(text, raised_up) if up else text
    return saved(book)


@pytest.mark.parametrize("write", [as_html, as_docx, as_xlsx])
@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_of_a_note_is_left_out_and_a_measure_stays(mark: str, write: Callable[[str], bytes]) -> None:
    tasks = understand(read_here(write(mark), "ke-hoach")).tasks
    assert [(task.task, task.lead) for task in tasks] == [
        ("Kiểm tra tour của doanh nghiệp", ("Văn phòng Cục",)),
        ("Xây nhà kho 120 m²", ("Thanh tra Bộ",)),
    ]


@pytest.mark.parametrize("mark", MARKS[:2])
def test_the_mark_of_a_note_behind_a_figure_is_no_part_of_a_unit(mark: str) -> None:
    html = as_html(mark).decode().replace("Văn phòng Cục", "Phòng Nghiệp vụ 2")
    first, _ = understand(read_here(html.encode(), "a.html")).tasks
    assert first.lead == ("Phòng Nghiệp vụ 2",)


@pytest.mark.parametrize("text", ["th", "123", "", "(a)", "1 2"])
def test_other_words_above_the_line_stay_as_they_are(text: str) -> None:
    assert raised(text) == text


@pytest.mark.parametrize("mark", ["[^1]", " [^2]", "[3]", " [12]"])
def test_the_mark_of_a_note_in_square_brackets_is_left_out(mark: str) -> None:
    cells = "| ".join(f"{text}{mark} " for text in ("Lập bảng kê", "Phòng Nghiệp vụ 2", "Quý I/2027"))
    text = f"| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | {cells}|\n"
    (task,) = understand(read_here(text.encode(), "a.md")).tasks
    assert (task.task, task.lead, task.deadline.text) == ("Lập bảng kê", ("Phòng Nghiệp vụ 2",), "Quý I/2027")


@pytest.mark.parametrize(
    ("task", "unit", "time"),
    [
        ("Thay mẫu số [12] của Bộ", "Tổ [1], Tổ [2]", "Quý [2]"),
        ("Sửa nhà [5] cột", "Đội [3]", "Tuần [4]; tuần [5]"),
        ("In lại mẫu số [7]", "Nhóm [1]; Nhóm [2]", "Tháng [9]"),
    ],
)
def test_a_number_in_square_brackets_that_is_asked_for_stays(task: str, unit: str, time: str) -> None:
    text = f"| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | {task} | {unit} | {time} |\n"
    (read,) = understand(read_here(text.encode(), "a.md")).tasks
    assert (read.task, ", ".join(read.lead), read.deadline.text) == (task, unit.replace(";", ","), time)
