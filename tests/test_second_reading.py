"""A list that has no row may be no list: a row that leaves no doubt is told before it is said that there is none."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

CHECKING, PRESS, CENTRE = "Phòng Thanh tra", "Phòng Truyền thông - Giáo dục sức khỏe", "Trung tâm Dịch vụ vận tải tỉnh"
ROWS = [
    a_task(stt="1", task="Sản xuất chuỗi video ngắn về phòng đuối nước phát trên Zalo", lead=(PRESS,), coordinate=(),
           result="12 video, mỗi video dưới 90 giây", objective=None,
           deadline=a_deadline(date(2027, 7, 31), text="Tháng 7/2027")),
    a_task(stt="2", task="Sắp xếp lại các bến xe khách ngoại tỉnh", lead=(CENTRE,), coordinate=(CHECKING,),
           result="Phương án", objective="Khắc phục tình trạng chồng chéo giữa các bến",
           deadline=a_deadline(date(2027, 8, 31), text="Tháng 8/2027")),
    a_task(stt="3", task="Theo dõi tải trọng trên quốc lộ", lead=(CENTRE,), coordinate=(), result="Biên bản",
           deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize("asked", ["danh sách việc không ghi hạn", "việc nào hạn ghi chung chung"])
def test_a_list_by_what_cells_are_like_is_of_no_single_row(asked: str) -> None:
    ending = a_task(stt="4", task="Học lái tàu", lead=(CENTRE,), objective="Tỷ lệ tốt nghiệp đúng hạn đạt 92%",
                    deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027"))  # fmt: skip
    said = ask(make_snapshot([a_loaded_plan([*ROWS, ending])]), asked)
    assert said.abstained
    assert not numbers(said)


@pytest.mark.parametrize(
    "asked",
    [
        "phòng truyền thông quay video ngắn về phòng đuối nước thì phải ra mấy cái",
        "phòng truyền thông làm chuỗi video ngắn phòng đuối nước thì được bao nhiêu cái",
    ],
)
def test_words_that_a_name_took_up_are_what_is_asked_about(snapshot: Snapshot, asked: str) -> None:
    said = ask(snapshot, asked)
    assert numbers(said) == "1"
    assert "12 video" in plain(said).splitlines()[0]


@pytest.mark.parametrize(
    "asked",
    [
        "Phòng Thanh tra chủ trì những việc nào về tải trọng quốc lộ",
        "Thanh tra tỉnh được giao chủ trì những việc nào",
        "Sở Du lịch chủ trì mấy việc về video ngắn",
        "tháng 7 có việc nào về theo dõi tải trọng trên quốc lộ",
        "có mấy việc về mua thuyền cứu hộ",
    ],
)
def test_what_a_unit_or_a_time_does_not_have_is_denied(snapshot: Snapshot, asked: str) -> None:
    said = ask(snapshot, asked)
    assert said.abstained
    assert not numbers(said)


def test_where_money_is_asked_a_row_without_a_sum_is_no_answer(snapshot: Snapshot) -> None:
    said = ask(snapshot, "tổng vốn sắp xếp bến xe khách ngoại tỉnh năm nay")
    assert said.abstained
    assert not numbers(said)


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("có mấy cuộc diễn tập cháy rừng", "12"),
        ("co may cuoc dien tap chay rung", "12"),
        ("có mấy buổi trực cháy rừng", "3"),
    ],
)
def test_occasions_are_counted_whether_or_not_rows_print_the_noun(asked: str, rows: str) -> None:
    tasks = [
        a_task(stt="1", task="Diễn tập cháy rừng cấp xã", lead=(CENTRE,), coordinate=(), result="Báo cáo"),
        a_task(stt="2", task="Hội thi diễn tập cháy rừng", lead=(CENTRE,), coordinate=(), result="01 cuộc diễn tập"),
        a_task(stt="3", task="Trực cháy rừng", lead=(CENTRE,), coordinate=(), result="Sổ trực"),
    ]
    assert numbers(ask(make_snapshot([a_loaded_plan(tasks)]), asked)) == rows
