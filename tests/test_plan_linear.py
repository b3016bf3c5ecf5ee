"""Tables whose rules are lost, as the text layer of a PDF prints them (`data/linear.txt`, invented offices)."""

import pytest
from grids import cases, told

from knowledge.document import Paragraph
from knowledge.model import Heading, Place
from knowledge.plan.assembly import assemble
from knowledge.plan.linear import read_lines


def printed(text: str) -> list[Paragraph]:
    lines = enumerate(text.split("\n"), start=1)
    return [Paragraph(t.strip(), place=Place(lines=(n, n))) for n, t in lines if t.strip()]


DOCUMENTS = cases("linear.txt")
CUT = "a row over two pages"
MERGED = "each cell on its line, blank where it was merged with the one above, helpers in two paragraphs"


@pytest.mark.parametrize(("text", "rows"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_rows_are_found_by_their_number_and_laid_into_the_columns_of_the_header(text: str, rows: list[str]) -> None:
    assert [told(task) for task in assemble(read_lines(printed(text)).tasks, Heading())] == rows


def test_a_row_over_two_pages_spans_the_lines_of_both() -> None:
    lines = DOCUMENTS[CUT][0].split("\n")
    third = read_lines(printed(DOCUMENTS[CUT][0])).tasks[2]
    assert third.place.lines is not None
    first, last = third.place.lines
    assert (lines[first - 1][:9], lines[last - 1]) == ("3 Rà soát", "xuyên")


def test_the_number_of_a_page_is_no_word_of_the_row_it_stands_in() -> None:
    header = "STT\nNội dung\nĐơn vị chủ trì\nThời gian"
    first = "1\nKiểm tra bình chữa cháy\nPhòng Hành chính\nQuý I/2027"
    cut = "2\nTập huấn cho nhân viên\n\n\n\n7\n\n\n\nmới tuyển dụng\nPhòng Tổ chức cán bộ\nQuý II/2027"
    rows = assemble(read_lines(printed(f"{header}\n{first}\n{cut}")).tasks, Heading())
    assert [(row.task, row.lead) for row in rows] == [
        ("Kiểm tra bình chữa cháy", ("Phòng Hành chính",)),
        ("Tập huấn cho nhân viên mới tuyển dụng", ("Phòng Tổ chức cán bộ",)),
    ]


def test_running_text_with_a_numbered_list_is_no_table() -> None:
    assert not read_lines(printed("1. Mục tiêu chung\n2. Nội dung thực hiện\n3 Kinh phí")).tasks


def test_a_row_of_no_end_is_kept_whole_and_doubtful() -> None:
    lines = [
        "TT Nhiệm vụ Đơn vị chủ trì Thời hạn",
        "1 Rà soát Sở Y tế Quý I/2027",
        "2 Kiểm tra",
        *["Sở Y tế xét"] * 300,
    ]
    reading = read_lines([Paragraph(line, Place(lines=(n, n))) for n, line in enumerate(lines, start=1)])

    assert [task.stt for task in reading.tasks] == ["1", "2"]
    assert [d.message for d in reading.doubts] == [
        "Dòng 2: dài bất thường, không chia được thành các cột, cần đối chiếu bản gốc"
    ]


def test_cells_of_several_lines_and_merged_chairs_are_told_for_a_check() -> None:
    lines = DOCUMENTS["each cell on its line, blank where it was merged with the one above, helpers in two paragraphs"][
        0
    ]
    assert [doubt.message for doubt in read_lines(printed(lines)).doubts] == [
        "3 ô đơn vị để trống được hiểu là như dòng trên, cần đối chiếu bản gốc"
    ]
    open_lines = lines.replace(
        "Phòng Kinh tế\nHội Nông dân\nDanh sách", "Phòng Kinh tế\nHội Nông dân\nĐoàn xã\nDanh sách"
    )
    assert read_lines(printed(open_lines)).doubts[0].message == (
        "Dòng 1: có ô gồm nhiều dòng, chưa rõ dòng nào thuộc ô nào, cần đối chiếu bản gốc"
    )
