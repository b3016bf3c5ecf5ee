"""What is set beside each other by counts: units by everyday names, roles, times, and whole plans."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Target, TaskKind
from knowledge.reply import line_text, plain
from knowledge.wording.sides import sides_head

FAIR = Heading(
    number="9/KH-UBND",
    issuer="UBND phường Lũng Vân",
    place="Lũng Vân",
    title="Kế hoạch Hội chợ hoa năm 2027",
    years=(2027,),
)
SCHOOL = Heading(
    number="4/KH-THPT",
    issuer="Trường THPT Suối Đá",
    place="Suối Đá",
    title="Kế hoạch Thư viện mở năm 2027",
    years=(2027,),
)
FAIR_ROWS = [
    a_task(stt="1", task="Dựng cổng chào", lead=("Phòng Văn hóa - Xã hội",), coordinate=("Công an phường",),
           deadline=a_deadline(date(2027, 1, 20)), budget="40 triệu đồng"),
    a_task(stt="2", task="Trực cấp cứu", lead=("Trạm Y tế phường",), coordinate=(),
           deadline=a_deadline(date(2027, 2, 10)), budget="15 triệu đồng"),
    a_task(stt="3", task="Giữ xe, phân luồng", lead=("Công an phường",), coordinate=("Trạm Y tế phường",),
           deadline=a_deadline(date(2027, 2, 12)), budget="1,2 tỷ đồng"),
    a_task(stt="4", task="Dọn vệ sinh", lead=("Công an phường",), coordinate=("Bộ phận Một cửa của phường",),
           deadline=a_deadline(date(2027, 5, 1)), budget=None),
    a_task(stt="5", task="Cấp phép gian hàng", lead=("Bộ phận Một cửa của phường",), coordinate=(),
           deadline=a_deadline(date(2027, 3, 1)), budget=None),
]  # fmt: skip
SCHOOL_ROWS = [
    a_task(stt="1", task="Dựng cổng chào ngày đọc sách", lead=("Tổ Văn",), coordinate=(),
           deadline=a_deadline(date(2027, 4, 10))),
    a_task(stt="2", task="Mua sách", lead=("Tổ Thư viện",), coordinate=(), deadline=a_deadline(date(2027, 9, 1))),
]  # fmt: skip


@pytest.fixture(scope="module")
def fair() -> Snapshot:
    return make_snapshot([a_loaded_plan(FAIR_ROWS, heading=FAIR)])


@pytest.fixture(scope="module")
def both() -> Snapshot:
    prose = a_task(stt="1.", task="Tổng hợp, báo cáo", kind=TaskKind.PROSE, lead=("Văn phòng",), deadline=a_deadline())
    return make_snapshot(
        [
            a_loaded_plan(
                [*FAIR_ROWS, prose], stem="hoi-cho", heading=FAIR, targets=(Target("100% gian hàng", ("100%",)),)
            ),
            a_loaded_plan(SCHOOL_ROWS, stem="truong", heading=SCHOOL),
        ]
    )


@pytest.mark.parametrize(
    ("text", "head", "rows"),
    [
        ("bên công an với bên y tế ai nhiều việc hơn", "Công an phường có nhiều hơn 1 nhiệm vụ.", "1 3 4 2"),
        ("bên y tế và bên công an bên nào nhiều việc hơn", "Công an phường có nhiều hơn 1 nhiệm vụ.", "2 3 1 4"),
        ("ben cong an voi ben y te ai nhieu viec hon", "Công an phường có nhiều hơn 1 nhiệm vụ.", "1 3 4 2"),
        ("trạm y tế với công an phường, mỗi bên mấy việc", "Công an phường có nhiều hơn 1 nhiệm vụ.", "2 3 1 4"),
        ("bên một cửa với bên y tế ai nhiều việc hơn", "Hai bên có số nhiệm vụ bằng nhau: 2 nhiệm vụ.", "4 5 2 3"),
        ("công an hay bên văn hóa bên nào chủ trì nhiều việc hơn", "Công an phường chủ trì nhiều hơn 1 nhiệm vụ.",
         "3 4 1"),
        ("công an phường chủ trì nhiều hơn hay phối hợp nhiều hơn", "Công an phường (chủ trì) có nhiều hơn 1 nhiệm vụ.",
         "3 4 1"),
        ("công an phường chủ trì mấy việc, phối hợp mấy việc", "Công an phường (chủ trì) có nhiều hơn 1 nhiệm vụ.",
         "3 4 1"),
        ("quý 1 với quý 2 quý nào nhiều việc tới hạn hơn", "quý I/2027 có nhiều hơn 3 nhiệm vụ.", "1 2 3 5 4"),
        ("quý 1 hay quý 2 nhiều việc hơn", "quý I/2027 có nhiều hơn 3 nhiệm vụ.", "1 2 3 5 4"),
        ("thang 2 voi thang 5 thang nao nhieu viec hon", "tháng 2/2027 có nhiều hơn 1 nhiệm vụ.", "2 3 4"),
        ("tháng nào nhiều việc hơn", "tháng 2/2027 có nhiều nhiệm vụ nhất: 2 nhiệm vụ.", "2 3"),
    ],
)  # fmt: skip
def test_two_sides_are_counted_and_the_first_line_says_which_has_more(
    fair: Snapshot, text: str, head: str, rows: str
) -> None:
    said = ask(fair, text)
    assert line_text(said.head[0]) == head
    assert sorted(stts(said)) == sorted(rows.split())


@pytest.mark.parametrize(
    "text",
    [
        "hai kế hoạch khác nhau chỗ nào",
        "2 kế hoạch này khác gì nhau vậy",
        "so sánh hai kế hoạch giúp em",
        "kế hoạch của phường khác kế hoạch của trường thế nào",
        "điểm khác nhau giữa hai kế hoạch là gì",
        "hai ban ke hoach co giong nhau khong",
    ],
)
def test_whole_plans_are_compared_by_what_can_be_counted(both: Snapshot, text: str) -> None:
    said = ask(both, text)

    assert line_text(said.head[0]) == "UBND phường Lũng Vân năm 2027 có nhiều hơn 3 nhiệm vụ (5 và 2)."
    assert line_text(said.head[1]) == (
        "UBND phường Lũng Vân năm 2027: 5 nhiệm vụ trong bảng, 1 nhiệm vụ trong phần lời văn; 5 đơn vị chủ trì; "
        "5 nhiệm vụ có ngày hoàn thành, từ 20/01/2027 đến 01/5/2027; 1 chỉ tiêu."
    )
    assert not said.abstained
    assert not stts(said)
    assert "Kế hoạch Thư viện mở năm 2027" in plain(said)


def test_which_plans_are_compared_is_asked_where_nobody_says_it(both: Snapshot) -> None:
    more = [a_loaded_plan(SCHOOL_ROWS, stem=f"p{n}", heading=Heading(issuer=f"Sở {n}", years=(2027,))) for n in "ABC"]
    said = ask(make_snapshot([*both.plans, *more]), "hai kế hoạch khác nhau chỗ nào")

    assert said.abstained
    assert line_text(said.head[0]) == "Đang có 5 kế hoạch, đề nghị nêu rõ kế hoạch cần so sánh:"


def test_which_other_plan_is_meant_is_asked_where_one_is_named_of_more(both: Snapshot) -> None:
    said = ask(both, "hai kế hoạch của trường khác nhau thế nào")
    assert said.abstained
    assert line_text(said.head[0]) == "Đang có 2 kế hoạch, đề nghị nêu rõ kế hoạch cần so sánh:"


def test_one_plan_alone_is_compared_with_nothing(fair: Snapshot) -> None:
    said = ask(fair, "hai kế hoạch khác nhau chỗ nào")
    assert said.abstained
    assert "chưa thể so sánh" in plain(said)


def test_what_is_asked_of_rows_is_no_comparison_of_whole_plans(both: Snapshot) -> None:
    said = ask(both, "hai kế hoạch khác nhau thế nào về dựng cổng chào")
    assert sorted(stts(said)) == ["1", "1"]


@pytest.mark.parametrize("text", ["các kế hoạch này nói về chuyện gì", "hai kế hoạch này nói về cái gì"])
def test_what_plans_are_about_is_told_by_their_titles(both: Snapshot, text: str) -> None:
    said = plain(ask(both, text))
    assert "Kế hoạch Hội chợ hoa năm 2027" in said
    assert "Kế hoạch Thư viện mở năm 2027" in said


def test_how_much_a_plan_holds_is_told_of_each_kind(both: Snapshot) -> None:
    said = ask(both, "kế hoạch hội chợ có mấy nhiệm vụ, mấy mục tiêu")
    assert line_text(said.head[0]) == "Gồm 6 nhiệm vụ (5 trong bảng, 1 trong phần lời văn), 1 chỉ tiêu."


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("dựng cổng chào: phường giao ai, trường giao ai",
         "Chủ trì: UBND phường Lũng Vân năm 2027: Phòng Văn hóa - Xã hội; Trường THPT Suối Đá năm 2027: Tổ Văn"),
        ("dung cong chao thi truong giao ai con phuong giao ai",
         "Chủ trì: UBND phường Lũng Vân năm 2027: Phòng Văn hóa - Xã hội; Trường THPT Suối Đá năm 2027: Tổ Văn"),
        ("dựng cổng chào phường hạn ngày nào, trường hạn ngày nào", "UBND phường Lũng Vân năm 2027 đến hạn trước"),
    ],
)  # fmt: skip
def test_one_field_asked_of_each_plan_stands_side_by_side(both: Snapshot, text: str, head: str) -> None:
    said = ask(both, text)
    assert line_text(said.head[0]).startswith(head)
    assert {citation.stem for citation in said.cited} == {"hoi-cho", "truong"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào tốn nhất hội chợ hoa", "3"),
        ("việc nào của hội chợ tốn nhất", "3"),
        ("hội chợ trong tháng 2 có mấy việc", "2 3"),
        ("những việc của hội chợ hoa do công an chủ trì", "3 4"),
        ("việc nào của thư viện mở có hạn quý 2", "1"),
        ("thư viện mở có những việc gì", "1 2"),
    ],
)
def test_a_plan_is_called_by_its_title_alone(both: Snapshot, text: str, rows: str) -> None:
    said = ask(both, text)
    assert stts(said) == rows.split()
    assert len({citation.stem for citation in said.cited}) == 1


def test_words_of_a_title_that_rows_of_another_plan_say_are_what_rows_are_about(both: Snapshot) -> None:
    rows = [*SCHOOL_ROWS, a_task(stt="3", task="Bán sách tại hội chợ hoa xuân", lead=("Tổ Văn",))]
    snapshot = make_snapshot([both.plans[0], a_loaded_plan(rows, stem="truong", heading=SCHOOL)])
    assert "truong" in {citation.stem for citation in ask(snapshot, "có mấy việc về hội chợ hoa").cited}
    assert "truong" in {citation.stem for citation in ask(snapshot, "hội chợ hoa có mấy việc").cited}


def test_the_dearest_row_is_looked_for_among_those_that_the_question_is_about(fair: Snapshot) -> None:
    assert stts(ask(fair, "việc nào về cấp cứu tốn tiền nhất")) == ["2"]
    assert stts(ask(fair, "việc nào tốn tiền nhất")) == ["3"]


def test_costs_are_told_apart_by_how_much(fair: Snapshot) -> None:
    said = ask(fair, "giữ xe phân luồng với dựng cổng chào việc nào tốn hơn, hơn bao nhiêu")
    assert line_text(said.head[0]).startswith("“Giữ xe, phân luồng” nhiều hơn 1.160 triệu đồng. Kinh phí:")


def test_who_gives_work_is_the_office_of_the_plan_and_no_unit_of_another_one() -> None:
    province = Heading(number="1/KH-UBND", issuer="UBND tỉnh Lũng Vân", place="Lũng Vân", years=(2027,))
    health = Heading(number="7/KH-SYT", issuer="Sở Y tế", place="Lũng Vân", years=(2027,))
    above = [a_task(stt="1", task="Kiểm tra hành nghề y", lead=("Thanh tra tỉnh",)), a_task(stt="2", lead=("Sở Y tế",))]
    below = [a_task(stt="1", task="Kiểm tra hành nghề y", lead=("Thanh tra Sở",)), a_task(stt="2", task="Mua máy")]
    snapshot = make_snapshot(
        [a_loaded_plan(above, stem="tinh", heading=province), a_loaded_plan(below, stem="so", heading=health)]
    )
    said = ask(snapshot, "kiểm tra hành nghề y: tỉnh giao ai, sở y tế giao ai")
    assert line_text(said.head[0]) == (
        "Chủ trì: UBND tỉnh Lũng Vân năm 2027: Thanh tra tỉnh; Sở Y tế Lũng Vân năm 2027: Thanh tra Sở"
    )


def test_rows_with_several_days_come_neither_first_nor_last() -> None:
    days = [(date(2027, 3, 31), date(2027, 9, 30)), (date(2027, 4, 30), date(2027, 8, 31))]
    plans = [
        a_loaded_plan(
            [a_task(task="Bồi dưỡng công chức", deadline=a_deadline(*due))], stem=head.number or "", heading=head
        )
        for due, head in zip(days, (FAIR, SCHOOL), strict=True)
    ]
    said = ask(make_snapshot(plans), "bồi dưỡng công chức: phường làm tháng mấy, trường làm tháng mấy")
    assert len(said.cited) == 2
    assert "trước" not in line_text(said.head[0])


def test_rows_that_plans_have_beside_each_other_are_named_where_no_field_is_asked(both: Snapshot) -> None:
    said = ask(both, "việc về dựng cổng chào của cả hai kế hoạch")
    assert "Dựng cổng chào ngày đọc sách" in line_text(said.head[0])


@pytest.mark.parametrize(
    "text",
    [
        "TCCB với KHTC, phòng nào chủ trì nhiều hơn?",
        "tccb voi khtc ai chu tri nhieu viec hon",
        "tổ chức cán bộ với kế hoạch tài chính bên nào chủ trì nhiều việc hơn",
    ],
)
def test_sides_are_called_by_their_field_or_its_initials(text: str) -> None:
    staff, money = ("Phòng Tổ chức cán bộ",), ("Phòng Kế hoạch và Tài chính",)
    rows = [
        a_task(stt="1", task="Tuyển dụng giáo viên", lead=staff),
        a_task(stt="2", task="Bồi dưỡng giáo viên", lead=staff),
        a_task(stt="3", task="Quyết toán", lead=money),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert line_text(said.head[0]) == "Phòng Tổ chức cán bộ chủ trì nhiều hơn 1 nhiệm vụ."


def test_works_that_are_compared_are_no_sides() -> None:
    rows = [
        a_task(stt="1", task="Kiểm tra công vụ", lead=("Ủy ban Kiểm tra",), budget="20 triệu đồng"),
        a_task(stt="2", task="Tuyên truyền pháp luật", lead=("Ban Tuyên truyền",), budget="50 triệu đồng"),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "kiểm tra công vụ với tuyên truyền pháp luật việc nào tốn hơn")
    assert line_text(said.head[0]).startswith("“Tuyên truyền pháp luật” nhiều hơn 30 triệu đồng.")


THREE = [
    *(a_task(stt=str(n), lead=("Phòng Vật tư",), coordinate=()) for n in range(1, 4)),
    a_task(stt="4", lead=("Phòng Kế toán",), coordinate=()),
    *(a_task(stt=str(n), lead=("Đội Cơ giới",), coordinate=()) for n in range(5, 8)),
]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Phòng Vật tư, Phòng Kế toán và Đội Cơ giới ai chủ trì nhiều việc hơn",
         ["Phòng Vật tư và Đội Cơ giới chủ trì nhiều nhiệm vụ nhất: 3.", "Phòng Vật tư: 3 nhiệm vụ",
          "Phòng Kế toán: 1 nhiệm vụ", "Đội Cơ giới: 3 nhiệm vụ"]),
        ("Phòng Kế toán và Đội Cơ giới ai chủ trì nhiều việc hơn",
         ["Đội Cơ giới chủ trì nhiều hơn 2 nhiệm vụ.", "Phòng Kế toán: 1 nhiệm vụ", "Đội Cơ giới: 3 nhiệm vụ"]),
        ("phong ke toan va doi co gioi ai chu tri nhieu viec hon",
         ["Đội Cơ giới chủ trì nhiều hơn 2 nhiệm vụ.", "Phòng Kế toán: 1 nhiệm vụ", "Đội Cơ giới: 3 nhiệm vụ"]),
        ("Phòng Vật tư và Đội Cơ giới ai chủ trì nhiều việc hơn",
         ["Hai bên chủ trì số nhiệm vụ bằng nhau: 3 nhiệm vụ.", "Phòng Vật tư: 3 nhiệm vụ",
          "Đội Cơ giới: 3 nhiệm vụ"]),
    ],
)  # fmt: skip
def test_units_beside_each_other_are_each_told_and_the_first_line_fits_how_many_there_are(
    text: str, said: list[str]
) -> None:
    assert list(map(line_text, ask(make_snapshot([a_loaded_plan(THREE)]), text).head)) == said


def test_sides_that_have_as_many_are_told_as_such_however_many_they_are() -> None:
    head, *_ = sides_head([("A", 2), ("B", 2), ("C", 2)], None)
    assert line_text(head) == "Các bên có số nhiệm vụ bằng nhau: 2 nhiệm vụ."
