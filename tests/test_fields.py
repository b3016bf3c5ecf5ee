"""One row's field, or a plain word that it is not there."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Passage, Target, Task, TaskKind
from knowledge.reply import line_text, plain

ROWS = [
    a_task(stt="1", objective="100% bến xe có camera", task="Lắp camera giám sát bến xe", result="Hệ thống camera"),
    a_task(stt="2", task="Khảo sát sự hài lòng của hành khách", result=None, coordinate=(),
           deadline=a_deadline(text="Theo hướng dẫn của Bộ", kind=DeadlineKind.CONDITIONAL)),
    a_task(stt="3", task="Sơn kẻ vạch đường trước cổng trường học", budget="250 triệu đồng",
           deadline=a_deadline(date(2027, 3, 1), text="Trước ngày 01/3/2027")),
    a_task(stt="", task="Gửi báo cáo kết quả quý về Văn phòng Sở để tổng hợp", kind=TaskKind.PROSE,
           lead=("Các phòng, đơn vị",), coordinate=(), deadline=a_deadline(text="quý", kind=DeadlineKind.PERIODIC)),
]  # fmt: skip
PASSAGES = (Passage("Khi hành khách bị lỡ chuyến, bến xe xin lỗi và bố trí chuyến sau.", ("II. Nội dung",)),)
TARGETS = (
    Target("Tỷ lệ xe đúng giờ đạt tối thiểu 90%", ("90%",)),
    Target("Đường dây nóng 1022 của tỉnh trả lời 97% cuộc gọi của hành khách", ("97%",)),
    Target("Chỉ số năng lực cạnh tranh cấp tỉnh thuộc nhóm 12 địa phương đứng đầu", ("12",)),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS, passages=PASSAGES, targets=TARGETS)])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("ai lắp camera bến xe", "Chủ trì: Văn phòng Sở"),
        ("camera bến xe thì ra cái gì", "Sản phẩm: Hệ thống camera"),
        ("PCI đứng thứ mấy", "Chỉ số năng lực cạnh tranh cấp tỉnh thuộc nhóm 12 địa phương đứng đầu"),
        ("camera bến xe đặt mục tiêu bao nhiêu", "Mục tiêu, chỉ tiêu: 100% bến xe có camera"),
        ("sơn kẻ vạch đường hạn khi nào", "Thời hạn: Trước ngày 01/3/2027 (hôm nay)"),
        ("son ke vach duong het bao nhieu tien", "Kinh phí: 250 triệu đồng"),
        (
            "năm 2027 tỉnh trả lời cuộc gọi của hành khách bao nhiêu %",
            "Đường dây nóng 1022 của tỉnh trả lời 97% cuộc gọi của hành khách",
        ),
        ("cuối năm nay xe đúng giờ phải đạt bao nhiêu %", "Tỷ lệ xe đúng giờ đạt tối thiểu 90%"),
        ("xe đúng giờ phải đạt bao nhiêu %", "Tỷ lệ xe đúng giờ đạt tối thiểu 90%"),
        ("nhiệm vụ số 3 hạn khi nào", "Thời hạn: Trước ngày 01/3/2027 (hôm nay)"),
    ],
)
def test_the_first_line_is_the_answer_itself(snapshot: Snapshot, text: str, head: str) -> None:
    assert line_text(ask(snapshot, text).head[0]) == head


def test_a_conditional_deadline_is_said_to_be_one(snapshot: Snapshot) -> None:
    assert "phụ thuộc văn bản" in line_text(ask(snapshot, "khảo sát hài lòng hành khách hạn khi nào").head[0])


@pytest.mark.parametrize("text", ["khảo sát hài lòng hành khách nộp gì", "khảo sát hài lòng hành khách ai phối hợp"])
def test_a_cell_that_is_empty_is_said_to_be_empty(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)

    assert not said.abstained
    assert line_text(said.head[0]).startswith("Kế hoạch không ghi")
    assert [task.task for task in (c.item for c in said.cited) if isinstance(task, Task)] == [
        "Khảo sát sự hài lòng của hành khách"
    ]


def test_days_that_are_long_past_are_not_counted(snapshot: Snapshot) -> None:
    said = ask(snapshot, "sơn kẻ vạch đường hạn khi nào", today=date(2030, 1, 1))

    assert "ngày" not in line_text(said.head[0]).replace("Trước ngày", "")


def test_what_the_running_text_says_is_found(snapshot: Snapshot) -> None:
    assert "xin lỗi" in plain(ask(snapshot, "hành khách lỡ chuyến thì phải làm gì"))


def test_whom_a_duty_goes_to_is_told_by_its_words(snapshot: Snapshot) -> None:
    assert "Văn phòng Sở" in line_text(ask(snapshot, "báo cáo kết quả quý gửi về đâu").head[0])


def test_what_is_not_there_is_not_answered_but_the_nearest_is_named(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ai lắp đèn chiếu sáng bến cảng")

    assert said.abstained
    assert said.cited == ()


def test_the_row_itself_is_shown_below(snapshot: Snapshot) -> None:
    (entry,) = ask(snapshot, "ai lắp camera bến xe").entries
    text = "\n".join(line_text(part) for part in entry.lines)

    assert isinstance(entry.citation and entry.citation.item, Task)
    assert "Phối hợp: Phòng Cải cách hành chính" in text
    assert "số thứ tự 1" in text
    assert "Kế hoạch Cải cách hành chính năm 2027 số 12/KH-SNV" in text


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        pytest.param("nhiệm vụ 2.1 ai chủ trì", ["II. Bến xe", "VI. Đường bộ"], id="every section that has it"),
        pytest.param("ai chủ trì mục VI 2.1", ["VI. Đường bộ"], id="section beside"),
        pytest.param("ai chu tri muc ii.2.1", ["II. Bến xe"], id="section in the number"),
        pytest.param("nhiệm vụ 2.1 mục VI hạn khi nào", ["VI. Đường bộ"], id="section behind"),
    ],
)
def test_a_row_called_by_its_number_is_told_for_each_section_unless_one_is_said(text: str, sections: list[str]) -> None:
    rows = [
        a_task(stt="2.1", section=("II. Bến xe",), task="Lắp camera giám sát"),
        a_task(stt="2.1", section=("VI. Đường bộ",), task="Sơn kẻ vạch đường"),
        a_task(stt="2", section=("VI. Đường bộ",), task="Vá ổ gà"),
    ]

    said = ask(make_snapshot([a_loaded_plan(rows)]), text)

    assert [c.item.section[0] for c in said.cited] == sections


def test_a_passage_under_the_heading_that_is_asked_about_answers() -> None:
    source = Passage(
        "Kinh phí thực hiện do ngân sách tỉnh bảo đảm, lấy từ dự toán giao hằng năm.",
        section=("III. KINH PHÍ THỰC HIỆN",),
    )
    other = Passage("Tổng hợp dự toán kinh phí thực hiện.", section=("IV. TỔ CHỨC THỰC HIỆN",))
    said = ask(make_snapshot([a_loaded_plan([a_task()], passages=(other, source))]), "kinh phí thực hiện lấy từ đâu")

    assert [citation.item for citation in said.cited] == [source]


def test_a_row_that_is_the_topic_stands_above_one_that_names_it_in_passing() -> None:
    passing = a_task(task="Ban hành các kế hoạch, gồm: kế hoạch kiểm tra bến xe, kế hoạch thi đua", result="Kế hoạch")
    whole = a_task(task="Kiểm tra bến xe và tuyến xe buýt do tỉnh quản lý; đôn đốc khắc phục", result="Kết luận")
    said = ask(make_snapshot([a_loaded_plan([passing, whole])]), "kiểm tra bến xe có sản phẩm gì")

    assert [citation.item for citation in said.cited] == [whole]


@pytest.mark.parametrize(
    ("post", "answered"),
    [pytest.param("phó giám đốc", True, id="that is named"), pytest.param("trưởng phòng", False, id="that is not")],
)
def test_the_holder_of_a_post_is_told_only_where_the_row_names_the_post(post: str, *, answered: bool) -> None:
    rows = [a_task(task="Lắp camera giám sát bến xe", lead=("Phó Giám đốc phụ trách vận tải",))]
    said = ask(make_snapshot([a_loaded_plan(rows)]), f"Lắp camera bến xe do {post} nào phụ trách?")
    assert said.abstained is not answered


def test_an_objective_without_a_figure_is_told_unless_a_figure_is_asked() -> None:
    task = a_task(task="Tổ chức cuộc thi", objective="Có ý tưởng, cách làm mới trong vận tải công cộng")
    plan = make_snapshot([a_loaded_plan([task])])
    said = ask(plan, "mục tiêu về ý tưởng, cách làm mới trong vận tải là gì")
    assert line_text(said.head[0]) == "Mục tiêu, chỉ tiêu: Có ý tưởng, cách làm mới trong vận tải công cộng"
    assert ask(plan, "ý tưởng, cách làm mới trong vận tải đạt bao nhiêu %").abstained


def test_an_objective_is_the_cell_of_the_row_that_is_found(snapshot: Snapshot) -> None:
    said = ask(snapshot, "lắp camera giám sát bến xe có mục tiêu gì")

    assert line_text(said.head[0]) == "Mục tiêu, chỉ tiêu: 100% bến xe có camera"


def test_how_many_is_told_by_the_product_of_the_row_that_is_meant() -> None:
    rows = [
        a_task(stt="1", task="Tuyển chọn vận động viên bơi lội", result="24 vận động viên"),
        a_task(stt="2", task="Tập huấn ngoại ngữ cho lái xe", result="120 người được cấp chứng nhận"),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "tuyển chọn vận động viên bơi lội bao nhiêu người")
    assert line_text(said.head[0]) == "Mục tiêu, chỉ tiêu: 24 vận động viên"


@pytest.mark.parametrize("text", ["cột thời gian của dòng 3 ghi thế nào", "stt 3 phụ lục: hạn khi nào"])
def test_words_that_speak_of_the_table_beside_a_number_name_no_topic(snapshot: Snapshot, text: str) -> None:
    assert line_text(ask(snapshot, text).head[0]).startswith("Thời hạn: Trước ngày 01/3/2027")


@pytest.mark.parametrize("text", ["còn ai phối hợp nữa không đồng chí", "thế thì ai phối hợp, ghi cụ thể thế nào"])
def test_a_turn_without_a_topic_of_its_own_is_about_the_row_before(snapshot: Snapshot, text: str) -> None:
    context = Context(today=date(2027, 3, 1))
    _, conversation = answer("ai lắp camera bến xe", snapshot, context=context)
    said, _ = answer(text, snapshot, conversation=conversation, context=context)

    assert line_text(said.head[0]) == "Phối hợp: Phòng Cải cách hành chính"


def test_of_rows_on_one_thing_the_one_that_only_plans_it_stands_behind() -> None:
    rows = [
        a_task(stt="1", task="Xây dựng kế hoạch kiểm tra công tác văn thư", result="Kế hoạch"),
        a_task(stt="2", task="Tiến hành kiểm tra công tác văn thư tại các đơn vị", result="Báo cáo kết quả kiểm tra"),
    ]
    snapshot = make_snapshot([a_loaded_plan(rows)])

    assert ask(snapshot, "kiểm tra công tác văn thư sản phẩm là gì").cited[0].item == rows[1]
    assert ask(snapshot, "kế hoạch kiểm tra công tác văn thư sản phẩm là gì").cited[0].item == rows[0]


def test_what_is_spent_is_no_target(snapshot: Snapshot) -> None:
    row = a_task(task="Sửa đổi Quy chế chi tiêu nội bộ", objective=None, lead=("Văn phòng Sở",))
    said = ask(make_snapshot([a_loaded_plan([row])]), "quy chế chi tiêu nội bộ ai chủ trì")

    assert line_text(said.head[0]) == "Chủ trì: Văn phòng Sở"


def plan_of_counts() -> Snapshot:
    rows = [
        a_task(stt="1", task="Trồng 500 cây xanh dọc quốc lộ", result="Hàng cây"),
        a_task(stt="2", task="Xây dựng thư viện sách nói", result="Thư viện 120 đầu sách"),
        a_task(stt="3", task="Tập huấn sơ cứu cho giáo viên cấp xã", result="03 lớp tập huấn"),
    ]
    aims = (
        Passage("1. Trồng mới 2.000 cây xanh.", ("II. MỤC TIÊU",)),
        Passage("2. 90% trường có thư viện.", ("II. MỤC TIÊU",)),
    )
    return make_snapshot([a_loaded_plan(rows, passages=aims)])


@pytest.mark.parametrize(
    ("text", "head", "stt"),
    [
        pytest.param("trồng bao nhiêu cây dọc quốc lộ", "Trồng 500 cây xanh dọc quốc lộ", "1", id="in the task"),
        pytest.param("thư viện sách nói có bao nhiêu đầu sách", "Thư viện 120 đầu sách", "2", id="in the product"),
        pytest.param("tap huan so cuu mo bao nhieu lop", "03 lớp tập huấn", "3", id="without accents"),
    ],
)
def test_how_many_of_a_thing_is_said_by_the_cell_that_counts_it(text: str, head: str, stt: str) -> None:
    said = ask(plan_of_counts(), text)
    assert line_text(said.head[0]).endswith(head)
    assert [c.item.stt for c in said.cited if isinstance(c.item, Task)] == [stt]


def test_all_aims_are_listed_where_none_is_named() -> None:
    said = ask(plan_of_counts(), "kể hết các mục tiêu của kế hoạch")
    assert line_text(said.head[0]) == "Kế hoạch nêu 2 mục tiêu, chỉ tiêu:"
    assert len(said.cited) == 2


def test_a_row_of_another_level_of_offices_is_not_the_one_that_is_meant() -> None:
    assert ask(plan_of_counts(), "tập huấn sơ cứu cho giáo viên cấp huyện hạn khi nào").abstained
    assert not ask(plan_of_counts(), "tập huấn sơ cứu cho giáo viên cấp xã hạn khi nào").abstained


def test_a_number_that_no_row_has_finds_no_row() -> None:
    assert ask(plan_of_counts(), "nhiệm vụ số 25 là gì").abstained


def test_the_end_of_one_word_and_the_beginning_of_another_are_nothing_of_the_world() -> None:
    rows = [a_task(task="Số hóa hồ sơ đã nghiệm thu", stt="1")]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "số hóa hồ sơ đã nghiệm thu đó chị, ai chủ trì")  # no "thủ đô"
    assert not said.abstained


@pytest.mark.parametrize(
    "text", ["lắp camera", "ai chủ trì lắp camera?", "hạn lắp camera là khi nào?", "hạn gắn camera"]
)
def test_no_line_of_an_answer_from_one_row_is_said_twice(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    lines = [line_text(one) for one in (*said.head, *(one for entry in said.entries for one in entry.lines))]
    assert len(said.entries) == 1
    assert len(lines) == len(set(lines))
