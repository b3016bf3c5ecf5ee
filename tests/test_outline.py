"""Running text of invented plans, cut into passages under their headings."""

from knowledge.document import Document, Paragraph
from knowledge.model import Place
from knowledge.plan.outline import is_wrapped, passages


def a_text(text: str, *, wrapped: bool = False) -> Document:
    """A document of the lines of a text."""
    lines = text.strip("\n").split("\n")
    blocks = [Paragraph(line, Place(lines=(n, n))) for n, line in enumerate(lines, 1) if line.strip()]
    return Document("ke-hoach.txt", tuple(blocks), wrapped=wrapped)


PLAN = """
UBND TỈNH AN BÌNH
SỞ NỘI VỤ
Số: 12/KH-SNV
An Bình, ngày 15 tháng 12 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2027
Căn cứ Kế hoạch số 90/KH-UBND ngày 01/12/2026 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch năm 2027 như sau:
I. MỤC TIÊU
1. Mục tiêu chung
Nâng cao chất lượng phục vụ người dân.
2. Mục tiêu cụ thể
- Tối thiểu 95% hồ sơ được giải quyết đúng hạn;
- 100% văn bản được ký số.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở có trách nhiệm:
a) Theo dõi, đôn đốc;
b) Báo cáo Giám đốc Sở hằng quý.
Nơi nhận:
- UBND tỉnh;
GIÁM ĐỐC
Trần Văn Bình
Phụ lục
"""


def test_passages_stand_under_their_headings() -> None:
    found = [(p.section, p.text) for p in passages(a_text(PLAN))]
    assert found[1:] == [
        (("I. MỤC TIÊU", "1. Mục tiêu chung"), "Nâng cao chất lượng phục vụ người dân."),
        (("I. MỤC TIÊU", "2. Mục tiêu cụ thể"), "- Tối thiểu 95% hồ sơ được giải quyết đúng hạn;"),
        (("I. MỤC TIÊU", "2. Mục tiêu cụ thể"), "- 100% văn bản được ký số."),
        (("II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng Sở có trách nhiệm:"), "a) Theo dõi, đôn đốc;"),
        (("II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng Sở có trách nhiệm:"), "b) Báo cáo Giám đốc Sở hằng quý."),
    ]


def test_letterhead_recipients_and_signature_are_no_passages() -> None:
    text = " ".join(p.text for p in passages(a_text(PLAN)))
    assert not any(word in text for word in ("SỞ NỘI VỤ", "Nơi nhận", "GIÁM ĐỐC", "Trần Văn Bình", "Phụ lục"))


WRAPPED = """
KẾ HOẠCH
Cải cách hành chính năm 2027
Thực hiện Nghị định số 30/2020/NĐ-
CP ngày 05/3/2020 của Chính phủ, Sở Nội vụ tỉnh An Bình ban hành Kế hoạch cải cách
hành chính năm 2027 của Sở, cụ thể như sau:
I. NHIỆM VỤ
- Rà soát các quy trình nội bộ đang áp dụng tại các phòng chuyên môn, đơn vị trực
4
thuộc Sở, kịp thời sửa đổi những nội dung không còn phù hợp với tình hình thực tế.
- Công khai kết quả.
"""


def test_lines_of_a_pdf_are_joined_over_the_end_of_the_page() -> None:
    found = passages(a_text(WRAPPED, wrapped=True))
    assert [(p.text, p.place.lines) for p in found] == [
        (
            (
                "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, Sở Nội vụ tỉnh An Bình "
                "ban hành Kế hoạch cải cách hành chính năm 2027 của Sở, cụ thể như sau:"
            ),
            (3, 5),
        ),
        (
            (
                "- Rà soát các quy trình nội bộ đang áp dụng tại các phòng chuyên môn, đơn vị trực thuộc Sở, "
                "kịp thời sửa đổi những nội dung không còn phù hợp với tình hình thực tế."
            ),
            (7, 9),
        ),
        ("- Công khai kết quả.", (10, 10)),
    ]


def test_text_of_a_pdf_is_told_from_text_with_whole_paragraphs() -> None:
    wrapped = [
        "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về việc đẩy mạnh cải cách hành",
        "chính trong năm 2027, các phòng chuyên môn thuộc Sở tập trung rà soát toàn",
        "bộ quy trình nội bộ, kịp thời sửa đổi những nội dung không còn phù hợp với",
        "tình hình thực tế của đơn vị, bảo đảm mọi hồ sơ được giải quyết đúng thời",
        "hạn; đồng thời công khai kết quả trên Trang thông tin điện tử của Sở và tại",
        "Bộ phận tiếp nhận và trả kết quả để người dân biết, theo dõi và giám sát việc",
        "thực hiện.",
    ]
    assert is_wrapped(wrapped)
    assert not is_wrapped(PLAN.splitlines())
