"""Running text of invented plans, cut into passages under their headings."""

import pytest

from knowledge.document import Document, Paragraph
from knowledge.model import Place
from knowledge.plan.metadata import heading
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


def test_a_title_shorter_than_the_lines_of_the_text_is_whole_above_many_short_cells() -> None:
    cells = "PHỤ LỤC\n" + "\n".join(f"{n}\nSửa quy trình {n}\nVăn phòng\nQuý I" for n in range(1, 20))
    grounds = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn"
    text = WRAPPED.replace("\nThực hiện Nghị định", f"\n{grounds}\nthư, thực hiện Nghị định") + cells
    assert heading(a_text(text, wrapped=True)).title == "Kế hoạch Cải cách hành chính năm 2027"


def test_the_grounds_below_a_title_in_small_letters_are_none_of_it() -> None:
    title = "Cải cách hành chính và nâng cao chất lượng phục vụ người dân của Sở năm 2027"
    text = f"KẾ HOẠCH\n{title}\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn\nthư;\n"
    assert heading(a_text(text + WRAPPED, wrapped=True)).title == f"Kế hoạch {title}"


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


def sections(text: str) -> list[tuple[str, ...]]:
    """The headings over each passage of the body that a text makes."""
    head = "KẾ HOẠCH\nCải cách hành chính năm 2027\n"
    return [p.section for p in passages(a_text(head + text.strip()))]


def test_parts_take_the_title_on_the_next_line() -> None:
    assert sections("PHẦN I\nĐÁNH GIÁ TÌNH HÌNH\nI. Kết quả\nĐạt kết quả tốt.") == [
        ("PHẦN I ĐÁNH GIÁ TÌNH HÌNH", "I. Kết quả"),
    ]


def test_letters_stand_over_roman_numbers_and_these_over_arabic_ones() -> None:
    text = "A. MỤC TIÊU\nI. Chung\n1. Thể chế\n1.1. Nhiệm vụ\na) Rà soát\n- Một.\nB. GIẢI PHÁP\nI. Riêng\n- Hai."
    assert sections(text) == [
        ("A. MỤC TIÊU", "I. Chung", "1. Thể chế", "1.1. Nhiệm vụ", "a) Rà soát"),
        ("B. GIẢI PHÁP", "I. Riêng"),
    ]


def test_the_letter_with_a_stroke_counts_on_like_the_others() -> None:
    text = "D. KINH PHÍ\nI. Nguồn\n- Một.\nĐ. TỔ CHỨC\n- Hai.\nE. BÁO CÁO\n- Ba."
    assert sections(text) == [("D. KINH PHÍ", "I. Nguồn"), ("Đ. TỔ CHỨC",), ("E. BÁO CÁO",)]


def test_a_bullet_that_ends_with_a_colon_heads_the_bullets_under_it() -> None:
    text = "I. MỤC TIÊU\n- Đến năm 2027:\n+ Một.\n+ Hai.\n- Ba."
    assert sections(text) == [("I. MỤC TIÊU", "- Đến năm 2027:"), ("I. MỤC TIÊU", "- Đến năm 2027:"), ("I. MỤC TIÊU",)]


def test_units_without_numbers_head_what_follows() -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\nVăn phòng Sở:\n- Một.\nCác phòng chuyên môn:\n- Hai."
    assert sections(text) == [
        ("I. TỔ CHỨC THỰC HIỆN", "Văn phòng Sở:"),
        ("I. TỔ CHỨC THỰC HIỆN", "Các phòng chuyên môn:"),
    ]


def test_an_item_gives_the_items_under_it_its_number() -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\n1. Giám đốc chỉ đạo; kiểm tra.\n- Phân công.\n2. Trưởng phòng báo cáo."
    assert sections(text) == [("I. TỔ CHỨC THỰC HIỆN",), ("I. TỔ CHỨC THỰC HIỆN", "1."), ("I. TỔ CHỨC THỰC HIỆN",)]


def test_an_item_that_says_what_it_names_is_no_heading() -> None:
    assert sections("I. MỤC ĐÍCH\n1. Mục đích: Tạo chuyển biến.\n- Một.") == [("I. MỤC ĐÍCH",), ("I. MỤC ĐÍCH", "1.")]


def test_the_last_paragraph_stands_under_no_item() -> None:
    text = (
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\nBố trí kinh phí.\n"
        "Trên đây là Kế hoạch cải cách hành chính năm 2027, yêu cầu các đơn vị nghiêm túc thực hiện./."
    )
    assert sections(text) == [("I. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính"), ("I. TỔ CHỨC THỰC HIỆN",)]


def test_articles_of_a_decision_that_are_sentences_are_passages() -> None:
    text = "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\nĐiều 2. Trách nhiệm thi hành\nCác đơn vị thi hành."
    assert sections(text) == [(), ("Điều 2. Trách nhiệm thi hành",)]


def test_crumbs_of_markdown_and_html_are_no_words() -> None:
    head = "KẾ HOẠCH\nCải cách hành chính năm 2027\n"
    (passage,) = passages(a_text(head + "## **I. MỤC TIÊU**\n- *Nâng cao* <b>chất lượng</b> phục vụ."))
    assert (passage.section, passage.text) == (("I. MỤC TIÊU",), "- Nâng cao chất lượng phục vụ.")


def test_a_paragraph_cut_by_the_page_end_is_whole() -> None:
    head = "KẾ HOẠCH\nCải cách hành chính năm 2027\nI. MỤC TIÊU\n"
    cut = "- Rà soát, hoàn thiện các quy trình nội bộ đang áp dụng tại các phòng\n\nchuyên môn thuộc Sở."
    (passage,) = passages(a_text(head + cut))
    assert passage.text == cut.replace("\n\n", " ")
    assert passage.place.lines == (4, 6)


def test_every_line_of_the_body_is_in_a_passage_or_a_heading() -> None:
    found = passages(a_text(PLAN))
    said = {text for p in found for text in (*p.section, p.text)}
    body = [line for line in PLAN.strip().splitlines()[6:-5] if line]
    assert [line for line in body if line not in said] == []


ITEMS = """
KẾ HOẠCH
Cải cách hành chính năm 2027
I. TỔ CHỨC THỰC HIỆN
- Các phòng chuyên môn, đơn vị trực thuộc bố trí công chức đủ năng lực để triển khai Kế
hoạch
Sở Nội vụ.
- Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch của các phòng chuyên môn, đơn vị
trực thuộc
Trên đây là Kế hoạch cải cách hành chính năm 2027 của Sở.
"""


def test_a_list_item_goes_on_until_its_own_mark() -> None:
    found = [p.text for p in passages(a_text(ITEMS, wrapped=True))]
    assert found == [
        "- Các phòng chuyên môn, đơn vị trực thuộc bố trí công chức đủ năng lực để triển khai Kế hoạch Sở Nội vụ.",
        "- Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch của các phòng chuyên môn, đơn vị trực thuộc",
        "Trên đây là Kế hoạch cải cách hành chính năm 2027 của Sở.",
    ]


def test_an_order_right_below_a_heading_stands_under_it_and_what_speaks_of_the_whole_ends_an_item() -> None:
    text = """
KẾ HOẠCH
1. Về thu ngân sách
- Rà soát hộ kinh doanh;
2. Về hội nghị tổng kết
Giao Phòng Văn hóa - Xã hội dự thảo báo cáo tổng kết năm 2027, trình Chủ tịch UBND xã;
3. Báo và Phát thanh, Truyền hình Bình Minh xây dựng chuyên mục tuyên truyền về kỹ năng thoát nạn.
Chỉ thị này có hiệu lực kể từ ngày ký./.
"""
    blocks = tuple(
        Paragraph(line, Place(lines=(n, n)), bold="Về" in line) for n, line in enumerate(text.strip().split("\n"))
    )
    found = [(passage.section, passage.text[:12]) for passage in passages(Document("thong-bao.docx", blocks))]
    assert found == [
        (("1. Về thu ngân sách",), "- Rà soát hộ"),
        (("2. Về hội nghị tổng kết",), "Giao Phòng V"),
        ((), "3. Báo và Ph"),
        ((), "Chỉ thị này "),
    ]


def test_orders_below_a_title_without_a_mark_stay_under_it() -> None:
    lines = [
        "KẾ HOẠCH",
        "II. NHIỆM VỤ",
        "1. Công tác tuyên truyền",
        "Giao Phòng Quản lý thương mại xây dựng 06 phóng sự tuyên truyền về an toàn thực phẩm.",
        "Giao Văn phòng Sở cập nhật văn bản mới về an toàn thực phẩm trên Trang thông tin điện tử.",
        "2. Các phòng báo cáo kết quả",
        "Giao Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này trong toàn ngành, báo cáo Giám đốc./.",
    ]
    blocks = tuple(Paragraph(line, Place(lines=(n, n))) for n, line in enumerate(lines))
    found = [(passage.section[-1], passage.text[:14]) for passage in passages(Document("ke-hoach.docx", blocks))]
    assert found == [
        ("1. Công tác tuyên truyền", "Giao Phòng Quả"),
        ("1. Công tác tuyên truyền", "Giao Văn phòng"),
        ("II. NHIỆM VỤ", "2. Các phòng b"),
        ("II. NHIỆM VỤ", "Giao Văn phòng"),
    ]


@pytest.mark.parametrize("opening", ["Thừa lệnh Chủ tịch UBND tỉnh,", "Thừa ủy quyền Bộ trưởng,"])
def test_the_last_item_above_what_is_announced_by_order_is_no_heading(opening: str) -> None:
    order = "2. Đối với cầu Bến Đò, yêu cầu Sở Xây dựng đôn đốc nhà thầu trong tháng 9/2027."
    last = f"{opening} Văn phòng thông báo để các cơ quan biết, thực hiện./."
    lines = ["THÔNG BÁO", "1. Sở Tài chính điều chuyển vốn.", order, last]
    blocks = tuple(Paragraph(line, Place(lines=(n, n))) for n, line in enumerate(lines))
    assert [p.text for p in passages(Document("thong-bao.docx", blocks))] == lines[1:]
