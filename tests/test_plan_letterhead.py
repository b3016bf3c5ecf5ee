"""The lines that print what a heading says."""

from knowledge.model import Signer
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

TEXT = """UBND TỈNH HÀ NAM
SỞ GIAO THÔNG VẬN TẢI

Số: 12 /KH-SGTVT

Hà Nam, ngày 05 tháng 12 năm 2026

KẾ HOẠCH
An toàn giao thông năm 2027

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.

Sở Giao thông vận tải ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Giảm 5% số vụ tai nạn giao thông trên địa bàn tỉnh trong năm 2027.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trần Thị Bình
"""


def test_number_date_issuing_sentence_and_signer_can_be_cited() -> None:
    plan = understand(read_text(TEXT, "kh.txt"))
    texts = [passage.text for passage in plan.passages]

    assert {"Số: 12 /KH-SGTVT", "Hà Nam, ngày 05 tháng 12 năm 2026", "Trần Thị Bình"} <= set(texts)
    assert sum(text.startswith("Sở Giao thông vận tải ban hành") for text in texts) == 1


def test_a_heading_of_growth_is_no_post_above_a_signature() -> None:
    text = (
        "KẾ HOẠCH\nPhát triển kinh tế năm 2027\n\nI. MỤC TIÊU\n\nTăng thu nhập.\n\nBAN HÀNH CƠ CHẾ TĂNG TRƯỞNG\n\n"
        "TT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Lập đề án | Sở Tài chính | Quý II/2027\n\n"
        "HẠT TRƯỞNG\n\nTrần Văn Bình\n"
    )
    plan = understand(read_text(text, "ke-hoach.txt"))

    assert [task.task for task in plan.tasks] == ["Lập đề án"]
    assert plan.heading.signer == Signer("Trần Văn Bình", "Hạt trưởng")
