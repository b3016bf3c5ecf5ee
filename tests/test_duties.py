"""Duties in the running text of invented plans."""

from datetime import date

import pytest

from knowledge.model import Deadline, Heading, Passage, Task, TaskKind
from knowledge.plan.duties import duties

ORGANISED = ("III. TỔ CHỨC THỰC HIỆN",)
NO_SECTION: tuple[str, ...] = ("II. NHIỆM VỤ", "1. Cải cách thể chế")


def read(*texts: str, section: tuple[str, ...] = ORGANISED) -> tuple[Task, ...]:
    return duties([Passage(text, section) for text in texts], Heading(years=(2027,)))


def leads(*texts: str, section: tuple[str, ...] = ORGANISED) -> list[tuple[str, ...]]:
    return [task.lead for task in read(*texts, section=section)]


HEADINGS = [
    ("1. Sở Nội vụ có trách nhiệm:", ("Sở Nội vụ",)),
    ("1. Sở Nội vụ", ("Sở Nội vụ",)),
    ("2. SỞ TÀI CHÍNH", ("Sở tài chính",)),
    ("1. Sở Nội vụ (Cơ quan thường trực)", ("Sở Nội vụ",)),
    ("1. Sở Nội vụ - Cơ quan thường trực cải cách hành chính của tỉnh", ("Sở Nội vụ",)),
    ("3. Trách nhiệm của Văn phòng Sở", ("Văn phòng Sở",)),
    ("a) Đối với các phòng chuyên môn, đơn vị thuộc Sở:", ("các phòng chuyên môn, đơn vị thuộc Sở",)),
    ("4. UBND cấp xã", ("UBND cấp xã",)),
    ("5. Giao Công an tỉnh:", ("Công an tỉnh",)),
    ("6. Ban Tổ chức Huyện ủy", ("Ban Tổ chức Huyện ủy",)),
    ("7. Phòng Tổ chức - Hành chính", ("Phòng Tổ chức - Hành chính",)),
    ("8. Hiệu trưởng các trường trung học phổ thông", ("Hiệu trưởng các trường trung học phổ thông",)),
    ("9. Sở Tài chính, Kho bạc nhà nước tỉnh", ("Sở Tài chính", "Kho bạc nhà nước tỉnh")),
    ("10. Các Sở: Y tế, Công Thương", ("Sở Y tế", "Sở Công Thương")),
    ("10. Bộ phận Tiếp nhận và Trả kết quả", ("Bộ phận Tiếp nhận và Trả kết quả",)),
    ("11. Tổ công tác triển khai Đề án", ("Tổ công tác triển khai Đề án",)),
    ("Đ. Đội Tổng hợp chủ trì:", ("Đội Tổng hợp",)),
]


@pytest.mark.parametrize(("heading", "lead"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_the_heading_above_names_the_unit(heading: str, lead: tuple[str, ...]) -> None:
    assert leads("- Chủ trì theo dõi, đôn đốc.", section=(*ORGANISED, heading)) == [lead]


SENTENCES = [
    ("- Giao Văn phòng Sở tổng hợp kết quả, báo cáo UBND tỉnh.", ("Văn phòng Sở",)),
    (
        "- Các phòng chuyên môn, đơn vị thuộc Sở bố trí công chức có năng lực.",
        ("Các phòng chuyên môn, đơn vị thuộc Sở",),
    ),
    ("1. Sở Y tế: Chủ trì xây dựng kế hoạch tiêm chủng.", ("Sở Y tế",)),
    ("a) Sở Nội vụ (cơ quan thường trực) theo dõi, đôn đốc.", ("Sở Nội vụ",)),
    ("Đề nghị Ban Dân vận Tỉnh ủy phối hợp tuyên truyền.", ("Ban Dân vận Tỉnh ủy",)),
    (
        "Yêu cầu Giám đốc các sở, Chủ tịch UBND cấp xã nghiêm túc thực hiện.",
        ("Giám đốc các sở", "Chủ tịch UBND cấp xã"),
    ),
    ("Căn cứ Kế hoạch này, các đơn vị trực thuộc xây dựng kế hoạch cụ thể.", ("các đơn vị trực thuộc",)),
    ("Hằng năm, Sở Tài chính tham mưu bố trí kinh phí.", ("Sở Tài chính",)),
    (
        "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để tổng hợp.",
        ("các cơ quan, đơn vị",),
    ),
    ("Các đơn vị cung cấp dịch vụ có trách nhiệm bảo đảm đường truyền.", ("Các đơn vị cung cấp dịch vụ",)),
    ("Các đơn vị, địa phương được giao quản lý bến thuyền kiểm tra phao cứu sinh.", ("Các đơn vị, địa phương",)),
    ("Trung tâm Phục vụ hành chính công tỉnh bố trí quầy hướng dẫn.", ("Trung tâm Phục vụ hành chính công tỉnh",)),
    ("Chánh Văn phòng, Trưởng các phòng chịu trách nhiệm thi hành.", ("Chánh Văn phòng", "Trưởng các phòng")),
    ("- Phòng Kế hoạch - Tài chính lập dự toán.", ("Phòng Kế hoạch - Tài chính",)),
    ("Thanh tra Sở kiểm tra việc thực hiện.", ("Thanh tra Sở",)),
    ("1. UBND tỉnh giao Sở Tài chính thẩm định dự toán.", ("Sở Tài chính",)),
    ("Hội đồng nhân dân tỉnh thống nhất giao Ủy ban nhân dân tỉnh tổ chức thực hiện.", ("Ủy ban nhân dân tỉnh",)),
    ("Giám đốc Sở giao cho Phòng Pháp chế và Văn phòng Sở theo dõi.", ("Phòng Pháp chế", "Văn phòng Sở")),
    ("Sở Nội vụ tham mưu UBND tỉnh giao Sở Tài chính bố trí kinh phí.", ("Sở Nội vụ",)),
    ("Văn phòng Sở bàn giao Trung tâm Lưu trữ hồ sơ năm trước.", ("Văn phòng Sở",)),
    ("Sở Y tế chỉ đạo các bệnh viện chuẩn bị giường bệnh.", ("Sở Y tế",)),
    ("1. Về giải phóng mặt bằng: Giao UBND xã Nga Tiến bàn giao trước ngày 20/7/2027.", ("UBND xã Nga Tiến",)),
    ("2. Đối với cầu Bến Đò: yêu cầu Sở Xây dựng đôn đốc nhà thầu.", ("Sở Xây dựng",)),
    ("3. Về vốn vay: Đề nghị Kho bạc Nhà nước Khu vực IV giải ngân.", ("Kho bạc Nhà nước Khu vực IV",)),
    (
        "Báo và Đài Phát thanh - Truyền hình tỉnh tăng thời lượng tuyên truyền.",
        ("Báo và Đài Phát thanh - Truyền hình tỉnh",),
    ),
    ("UBND các xã, phường niêm yết công khai.", ("UBND các xã, phường",)),
    ("1. Phòng Kế hoạch tổng hợp theo dõi tiến độ.", ("Phòng Kế hoạch tổng hợp",)),
    ("Giao Phòng Tài chính kế toán thẩm định giá.", ("Phòng Tài chính kế toán",)),
    ("Giao Công đoàn cơ sở tổ chức hội thao.", ("Công đoàn cơ sở",)),
    ("Phòng Thủ tục hành chính hướng dẫn người dân.", ("Phòng Thủ tục hành chính",)),
    ("Giao Phòng Tài vụ mua 200 áo phao.", ("Phòng Tài vụ",)),
    ("Yêu cầu Văn phòng mời giảng viên, thuê hội trường.", ("Văn phòng",)),
    ("Phòng Tổng hợp soạn thư mời.", ("Phòng Tổng hợp",)),
]


@pytest.mark.parametrize(("text", "lead"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_sentence_names_the_unit(text: str, lead: tuple[str, ...]) -> None:
    assert leads(text) == [lead]


NO_DUTIES = [
    "- Tiếp tục tuyên truyền sâu rộng trong nhân dân.",
    "- Từng bước thay thế đèn đường bằng đèn tiết kiệm điện.",
    "- Ban hành kế hoạch kiểm tra.",
    "- Thanh tra, kiểm tra việc thực hiện.",
    "- Báo cáo kết quả theo quy định.",
    "- Các nội dung khác thực hiện theo quy định.",
    "- Phòng chống tham nhũng, lãng phí.",
    "- Phòng thủ dân sự phải mua sắm đủ trang bị.",
    "- Tổ chức triển khai kịp thời.",
    "- 100% văn bản do UBND tỉnh ban hành được rà soát.",
    "- Bộ chỉ số được công bố công khai.",
]


@pytest.mark.parametrize("text", NO_DUTIES)
@pytest.mark.parametrize("section", [ORGANISED, NO_SECTION], ids=["organised", "elsewhere"])
def test_words_about_no_unit_are_no_duty(text: str, section: tuple[str, ...]) -> None:
    assert leads(text, section=section) == []


def test_items_under_an_item_have_its_unit() -> None:
    passages = [
        Passage("1. Giám đốc Trung tâm xây dựng kế hoạch chi tiết.", ORGANISED),
        Passage("- Phân công công chức thực hiện.", (*ORGANISED, "1.")),
        Passage("2. Kế hoạch này thay thế các kế hoạch trước đây.", ORGANISED),
    ]
    assert [t.lead for t in duties(passages, Heading())] == [("Giám đốc Trung tâm",), ("Giám đốc Trung tâm",)]


def test_further_sentences_of_an_item_have_its_unit() -> None:
    found = read("1. Văn phòng Sở theo dõi việc thực hiện. Định kỳ hằng quý báo cáo Giám đốc Sở.")
    assert [(t.lead, t.stt, t.stt_inherited) for t in found] == [
        (("Văn phòng Sở",), "1.", False),
        (("Văn phòng Sở",), "1.", True),
    ]


def test_a_unit_at_the_start_is_charged_in_any_section() -> None:
    assert leads("- Sở Tư pháp thẩm định văn bản.", section=NO_SECTION) == [("Sở Tư pháp",)]


def test_what_follows_a_charged_sentence_elsewhere_is_no_duty() -> None:
    assert leads("- Sở Tư pháp thẩm định văn bản. Tăng cường kiểm tra.", section=NO_SECTION) == [("Sở Tư pháp",)]


def test_the_sentence_that_issues_the_plan_is_no_duty() -> None:
    assert leads("Sở Nội vụ ban hành Kế hoạch năm 2027 như sau:", section=()) == []


def test_the_last_sentence_charges_only_whom_it_names() -> None:
    passages = [
        Passage("2. Văn phòng Sở theo dõi việc thực hiện.", ORGANISED),
        Passage("Trên đây là Kế hoạch cải cách hành chính năm 2027 của Sở Nội vụ./.", ORGANISED),
    ]
    assert len(duties(passages, Heading())) == 1


def test_the_partner_is_named() -> None:
    (task,) = read("Giao Thanh tra Sở chủ trì, phối hợp với Văn phòng Sở kiểm tra việc thực hiện.")
    assert (task.lead, task.coordinate) == (("Thanh tra Sở",), ("Văn phòng Sở",))


TIMES = [
    ("Văn phòng Sở gửi báo cáo trước ngày 15/12/2027.", "date", "2027-12-15"),
    ("Các phòng báo cáo quý (trước ngày 15 tháng cuối quý), 6 tháng, năm.", "periodic", ""),
    (
        "Các đơn vị báo cáo 6 tháng (trước ngày 10/6/2027) và báo cáo năm (trước ngày 05/12/2027).",
        "periodic",
        "2027-06-10 2027-12-05",
    ),
    ("Định kỳ hằng quý, các đơn vị báo cáo kết quả về Sở Nội vụ.", "periodic", ""),
    ("Các đơn vị định kỳ trước ngày 20 hằng tháng báo cáo kết quả.", "periodic", ""),
    ("Sở Tài chính thường xuyên theo dõi việc sử dụng kinh phí.", "ongoing", ""),
    ("Các phòng xây dựng kế hoạch của đơn vị, hoàn thành trong tháng 01/2027.", "date", "2027-01-31"),
    ("Sở Y tế triển khai Kế hoạch số 12/KH-UBND ngày 05/01/2027 của UBND tỉnh.", "none", ""),
    ("Văn phòng Sở bố trí kinh phí trong dự toán ngân sách hằng năm.", "none", ""),
    ("Các đơn vị thực hiện nghiêm Kế hoạch cải cách hành chính năm 2027.", "none", ""),
    ("Các đơn vị xác định đây là nhiệm vụ thường xuyên.", "none", ""),
    ("Cuối năm, Văn phòng Sở tổng hợp kết quả thực hiện.", "date", "2027-12-31"),
]


@pytest.mark.parametrize(("text", "kind", "due"), TIMES, ids=[text for text, _, _ in TIMES])
def test_the_time_of_a_duty_is_understood(text: str, kind: str, due: str) -> None:
    (task,) = read(text)
    assert (task.deadline.kind, " ".join(map(str, task.deadline.due))) == (kind, due)


def test_a_duty_keeps_its_place_and_words() -> None:
    (task,) = read("- Giao Văn phòng Sở tổng hợp kết quả.")
    assert task == Task(
        task="Giao Văn phòng Sở tổng hợp kết quả",
        kind=TaskKind.PROSE,
        section=ORGANISED,
        stt="-",
        lead=("Văn phòng Sở",),
        lead_raw="Văn phòng Sở",
        deadline=Deadline(),
    )


def test_the_last_paragraph_of_a_document_charges_the_unit_that_it_begins_with() -> None:
    last = "Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này./."
    assert leads(last, section=()) == [("Văn phòng UBND tỉnh",)]


def test_an_hour_before_a_day_is_part_of_the_time() -> None:
    (task,) = read("Giao Sở Y tế báo cáo trước 18 giờ 30, ngày 21/7/2027.")
    assert task.deadline.due == (date(2027, 7, 21),)


def test_whom_a_unit_works_with_is_known_before_any_verb() -> None:
    (task,) = read("Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng cấp phép trong tháng 4/2027.")
    assert task.coordinate == ("Sở Xây dựng",)


def test_short_forms_that_are_explained_are_nobody_s_duty() -> None:
    section = ("I. CÁC TỪ VIẾT TẮT",)
    assert leads("Trung tâm Điều hành thông minh (viết tắt: IOC).", section=section) == []
    assert leads("Ban Quản lý dự án số (sau đây viết tắt là BQLDA CĐS).", section=section) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cơ quan chủ trì chậm tiến độ mà không báo cáo trước thì bị phê bình tại hội nghị giao ban.",
        "Đơn vị phối hợp không tham gia thì bị nhắc nhở.",
    ],
)
def test_what_happens_to_whoever_has_a_part_in_a_row_is_no_duty_of_a_unit(text: str) -> None:
    assert leads(text) == []
    assert leads(f"Phòng Kinh tế theo dõi việc thực hiện. {text}") == [("Phòng Kinh tế",)]


def test_a_unit_that_speaks_of_itself_has_its_duty() -> None:
    assert leads("Đơn vị phối hợp với Công an phường tổ chức tuần tra.") == [("Đơn vị",)]


def test_a_second_unit_behind_a_semicolon_has_its_own_duty_and_time() -> None:
    first, second = read(
        "Giao Phòng Văn hóa dự thảo báo cáo tổng kết, trình ngày 20/02/2027; Văn phòng Sở chuẩn bị hội trường, hoàn "
        "thành trước ngày 24/02/2027."
    )
    assert (first.lead, first.deadline.due) == (("Phòng Văn hóa",), (date(2027, 2, 20),))
    assert (second.lead, second.deadline.due) == (("Văn phòng Sở",), (date(2027, 2, 24),))


def test_a_semicolon_among_those_whom_a_unit_works_with_parts_nothing() -> None:
    text = "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính; Sở Nội vụ rà soát, sắp xếp các trạm y tế."
    assert leads(text) == [("Sở Y tế",)]


def test_the_order_that_opens_a_paragraph_holds_for_its_other_sentences_too() -> None:
    text = "Giao Sở Y tế kiểm tra các trạm. Văn phòng Sở tổng hợp kết quả, báo cáo UBND tỉnh."
    assert leads(text, section=()) == [("Sở Y tế",), ("Văn phòng Sở",)]


def test_those_to_whom_a_letter_is_addressed_are_charged_with_nothing_by_that() -> None:
    heading = Heading(years=(2027,), recipients=("Các Sở: Tài chính, Nông nghiệp và Môi trường",))
    assert duties([Passage("- Các Sở: Tài chính, Nông nghiệp và Môi trường;", ())], heading) == ()


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Giao Sở Y tế chốt danh sách; sản phẩm là danh sách niêm yết; hoàn thành trước ngày 20/3/2027.",
         "danh sách niêm yết"),
        ("Giao Sở Y tế chốt danh sách (sản phẩm: bảng tổng hợp) trong tháng 4/2027.", "bảng tổng hợp"),
        ("Giao Sở Y tế lập đề án, đầu ra là đề án được duyệt, trình trong tháng 4/2027.", "đề án được duyệt"),
        ("Giao Sở Công Thương hỗ trợ sản phẩm OCOP trong tháng 4/2027.", None),
    ],
)  # fmt: skip
def test_what_a_sentence_calls_the_product_is_that_of_its_duty(text: str, product: str | None) -> None:
    (task,) = read(text)
    assert task.result == product


@pytest.mark.parametrize(
    "unit",
    [
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        "Bộ đội Biên phòng tỉnh",
        "Ban Chỉ huy Quân sự xã",
        "Bộ Chỉ huy Quân sự tỉnh",
    ],
)
def test_forces_are_charged_with_what_they_do_in_a_telegram_by_any_verb(unit: str) -> None:
    assert leads(f"1. {unit} cấm tàu thuyền ra khơi từ 10 giờ.", section=()) == [(unit,)]


@pytest.mark.parametrize("heading", ["CƠ QUAN PHỐI HỢP", "Đơn vị thực hiện", "Phòng chủ trì:"])
def test_a_heading_without_any_units_name_charges_nobody(heading: str) -> None:
    assert duties([Passage("Quý I/2027", (heading,))], Heading(years=(2027,))) == ()


def test_an_office_that_is_called_by_its_kind_alone_is_charged() -> None:
    (task,) = duties([Passage("- Rà soát hồ sơ trước 30/6/2027;", ("Văn phòng chủ trì:",))], Heading(years=(2027,)))
    assert task.lead == ("Văn phòng",)
