"""Where the head of an invented document ends and its running text begins."""

import pytest

from knowledge.document import Document, Paragraph
from knowledge.plan.paragraphs import blocks
from knowledge.plan.parts import parts
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

HEAD = "SỞ TƯ PHÁP\nSố: 12/KH-STP\nLong Xuyên, ngày 06 tháng 01 năm 2026\n"
BEGINS = [
    pytest.param("KẾ HOẠCH\nSố hóa sổ hộ tịch năm 2026\nBan Quản lý dự án số (viết tắt là BQLDA SỐ) làm đầu mối.",
                 "Ban Quản lý dự án số (viết tắt là BQLDA SỐ) làm đầu mối.", id="a sentence below the title"),
    pytest.param("KẾ HOẠCH SỐ HÓA SỔ HỘ TỊCH NĂM 2026\nCác đơn vị thuộc Sở cùng làm theo kế hoạch này.",
                 "Các đơn vị thuộc Sở cùng làm theo kế hoạch này.", id="a title on one line"),
    pytest.param("KẾ HOẠCH\nTriển khai Chương trình phổ biến pháp luật\nvà trợ giúp pháp lý cho dân\nnăm 2026\n"
                 "Hai chương trình trên được làm trong cả năm.",
                 "Hai chương trình trên được làm trong cả năm.", id="a title of three lines"),
    pytest.param("CHƯƠNG TRÌNH\nPhát triển nông thôn số\n(Kèm theo Quyết định số 8/QĐ-UBND ngày 05/01/2026)\n"
                 "Nông thôn số là hướng đi lâu dài của tỉnh nhà;",
                 "Nông thôn số là hướng đi lâu dài của tỉnh nhà;", id="a caption in brackets"),
    pytest.param("KẾ HOẠCH\nTuyển dụng viên chức năm 2026\nPHỤ LỤC\nDANH MỤC VIỆC", None, id="an annex at once"),
    pytest.param("CÔNG ĐIỆN\nVề ứng phó bão số 4\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:\n- Sở Y tế;\n- Sở Xây dựng.\n"
                 "Bão số 4 đang mạnh lên và đi vào đất liền tỉnh ta.",
                 "Bão số 4 đang mạnh lên và đi vào đất liền tỉnh ta.", id="those whom a telegram is sent to"),
    pytest.param("THÔNG BÁO\nKết luận tại cuộc họp giao ban\nKính gửi: Các phòng, đơn vị thuộc Sở Tư pháp.\n"
                 "Ngày 05/01/2026, Giám đốc Sở đã họp giao ban và kết luận như sau:",
                 "Ngày 05/01/2026, Giám đốc Sở đã họp giao ban và kết luận như sau:", id="those whom it is sent to"),
]  # fmt: skip


@pytest.mark.parametrize(("below", "first"), BEGINS)
def test_the_running_text_begins_below_the_title(below: str, first: str | None) -> None:
    body = parts(read_text(HEAD + below, "kh.txt")).body

    assert (body[0].text if body else None) == first


def test_a_paragraph_that_is_not_in_bold_as_the_title_is_begins_the_text() -> None:
    bold = (Paragraph("KẾ HOẠCH", bold=True), Paragraph("Số hóa sổ hộ tịch năm 2026", bold=True))
    below = Paragraph("Trung tâm Công nghệ (TTCN) giữ máy chủ cho các đơn vị")
    found = parts(Document("kh.docx", (*bold, below)))

    assert [[block.text for block in part] for part in (found.head, found.body)] == [
        ["KẾ HOẠCH", "Số hóa sổ hộ tịch năm 2026"], [below.text],
    ]  # fmt: skip


def test_what_stands_between_title_and_annex_is_read() -> None:
    text = HEAD + "KẾ HOẠCH\nSố hóa sổ hộ tịch năm 2026\nTrung tâm Công nghệ thông tin (TTCNTT) giữ máy chủ.\nPHỤ LỤC\n"
    plan = understand(read_text(text, "kh.txt"))

    assert plan.heading.title == "Kế hoạch Số hóa sổ hộ tịch năm 2026"
    assert plan.glossary == (("TTCNTT", "Trung tâm Công nghệ thông tin"),)
    assert [passage.text for passage in plan.passages][-1].startswith("Trung tâm Công nghệ")


def test_a_document_is_cut_once_whoever_asks_for_its_parts() -> None:
    document, same = read_text(HEAD + "I. MỤC TIÊU", "kh.txt"), read_text(HEAD + "I. MỤC TIÊU", "kh.txt")
    found = parts(document)
    assert parts(document) is found
    assert blocks(document) is blocks(document)
    assert parts(same) == found
    assert parts(same) is not found
