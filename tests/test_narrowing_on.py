"""Lists narrowed by how rows stand and what they cost, in one turn or in the next; what each unit has, a plan costs."""

from collections.abc import Mapping
from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Progress, State, Task
from knowledge.reply import line_text, plain

FLOOD = Heading(
    number="8/KH-SNN", issuer="Sở Nông nghiệp", place="Hà Vân", title="Kế hoạch Phòng lũ năm 2027", years=(2027,)
)
SCHOOL = Heading(
    number="5/KH-THCS", issuer="Trường THCS Bản Mo", place="Bản Mo", title="Kế hoạch Dạy học năm 2027", years=(2027,)
)
DIKES, SCIENCE = "Chi cục Thủy lợi", "Tổ Khoa học tự nhiên"


def a_row(stt: str, task: str, lead: str, due: date | None, budget: str | None = None, result: str = "Báo cáo") -> Task:
    deadline = a_deadline(due) if due else a_deadline(text="Sau mỗi đợt lũ")
    return a_task(stt=stt, task=task, lead=(lead,), coordinate=(), deadline=deadline, budget=budget, result=result)


FLOOD_ROWS = [
    a_row("1", "Kiểm tra hồ chứa", DIKES, date(2027, 4, 15), "60 triệu đồng"),
    a_row("2", "Tu sửa kè Suối Lạnh", "Ban Quản lý dự án", date(2027, 6, 30), "2.400 triệu đồng"),
    a_row("3", "Diễn tập vỡ đập", DIKES, date(2027, 7, 31), "320 triệu đồng"),
    a_row("4", "Mua vật tư", "Văn phòng Sở", date(2027, 2, 20), "500 triệu đồng"),
    a_row("5", "Thống kê thiệt hại", DIKES, None),
]
SCHOOL_ROWS = [
    a_row("1", "Hội thi khoa học", SCIENCE, date(2027, 2, 1)),
    a_row("2", "Mua sách", "Tổ Văn phòng", date(2027, 9, 30)),
]


@pytest.fixture(scope="module")
def both() -> Snapshot:
    targets = tuple(Passage(text, ("I. CHỈ TIÊU",)) for text in ("1. Tốt nghiệp đạt 99%.", "2. Có 12 giải cấp tỉnh."))
    hurried = (Passage("Báo cáo nhanh trước 15 giờ, thời gian xử lý không quá 40 phút.", ("II. TỔ CHỨC",)),)
    return make_snapshot(
        [
            a_loaded_plan(FLOOD_ROWS, stem="lu", heading=FLOOD, passages=hurried),
            a_loaded_plan(SCHOOL_ROWS, stem="truong", heading=SCHOOL, passages=targets),
        ]
    )


@pytest.fixture(scope="module")
def progress(both: Snapshot) -> Mapping[str, Progress]:
    done, *_ = both.plans[0].task_refs
    return {done: Progress(State.DONE_ON_TIME)}


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (["chi cục thủy lợi chủ trì những việc gì", "bỏ mấy việc xong rồi đi"], "3 5"),
        (["chi cục thủy lợi chủ trì những việc gì", "bỏ cái đã xong"], "3 5"),
        (["chi cuc thuy loi chu tri nhung viec gi", "bo may viec xong roi"], "3 5"),
        (["chi cục thủy lợi chủ trì những việc gì", "bỏ cái đã xong", "cái nào tốn nhất"], "3"),
        (["trừ những việc đã xong thì chi cục thủy lợi chủ trì việc gì"], "3 5"),
        (["những việc của kế hoạch phòng lũ, không tính việc quá hạn"], "1 2 3 5"),
        (["chi cục thủy lợi chủ trì việc gì, không kể việc chưa xong"], "1"),
        (["việc nào quá hạn rồi của trường"], "1"),
        (["việc nào quá hạn rồi nhỉ của trường"], "1"),
        (["những việc trên 200 triệu", "dưới 500 triệu thôi"], "3"),
        (["những việc từ 200tr trở lên", "không quá 500 triệu thôi"], "3 4"),
        (["những việc dưới 400 triệu", "thế trên 100 triệu"], "3"),
        (["chi cục thủy lợi có mấy việc", "cái nào chưa có ngày cụ thể"], "5"),
        (["chi cục thủy lợi chủ trì mấy việc có kinh phí"], "1 3"),
        (["những việc có ghi kinh phí mà hạn trong quý 2"], "1 2"),
        (["những việc chi cục thủy lợi chủ trì trong tháng 7"], "3"),
        (["việc gần đến hạn nhất của kế hoạch phòng lũ là việc nào"], "1"),
        (["việc nào xa hạn nhất của trường"], "2"),
        (["việc nào sau tháng 6 mới đến hạn"], "3 2"),
    ],
)
def test_a_list_is_narrowed_on(both: Snapshot, progress: Mapping[str, Progress], turns: list[str], rows: str) -> None:
    said = ask(both, *turns, progress=progress)
    assert sorted(stts(said)) == sorted(rows.split())
    assert not said.tentative


def test_the_first_line_says_what_was_left_out(both: Snapshot, progress: Mapping[str, Progress]) -> None:
    said = ask(both, "những việc của kế hoạch phòng lũ, không tính việc quá hạn", progress=progress)
    assert line_text(said.head[0]) == "Có 4 nhiệm vụ trừ nhiệm vụ đã quá hạn:"
    said = ask(both, "những việc trên 200 triệu", "dưới 500 triệu thôi")
    assert line_text(said.head[0]) == "Có 1 nhiệm vụ có kinh phí trên 200 triệu đồng và dưới 500 triệu đồng:"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("mỗi đơn vị chủ trì mấy việc", f"1. {DIKES}: 3 nhiệm vụ"),
        ("moi phong may viec", f"1. {DIKES}: 3 nhiệm vụ"),
    ],
)
def test_each_unit_is_counted(both: Snapshot, text: str, first: str) -> None:
    said = ask(both, text)
    assert [line_text(line) for line in said.head[:2]] == ["Tổng cộng 7 nhiệm vụ:", first]


def test_each_unit_of_a_kind_is_counted(both: Snapshot) -> None:
    said = ask(both, "mỗi tổ chủ trì mấy việc")
    assert line_text(said.head[0]) == "Tổng cộng 2 nhiệm vụ các Tổ chủ trì:"


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch phòng lũ tổng tiền bao nhiêu",
        "tổng kinh phí của kế hoạch phòng lũ là bao nhiêu",
        "kế hoạch phòng lũ cần bao nhiêu tiền",
        "tổng kinh phí phòng lũ bao nhiêu",
    ],
)
def test_a_plan_that_states_no_sum_costs_what_its_rows_come_to(both: Snapshot, text: str) -> None:
    said = ask(both, text)
    assert line_text(said.head[0]) == "Tổng kinh phí: 3.280 triệu đồng, cộng từ 4 nhiệm vụ có ghi kinh phí:"
    assert stts(said) == ["1", "2", "3", "4"]


def test_a_plan_of_which_no_row_costs_anything_says_nothing_of_money(both: Snapshot) -> None:
    assert ask(both, "kế hoạch của trường tổng tiền bao nhiêu").abstained


def test_the_sum_that_a_plan_states_itself_comes_first() -> None:
    stated = (Passage("Tổng kinh phí thực hiện là 900 triệu đồng.", ("III. KINH PHÍ",)),)
    snapshot = make_snapshot([a_loaded_plan(FLOOD_ROWS, heading=FLOOD, passages=stated)])
    assert "900 triệu đồng" in line_text(ask(snapshot, "kế hoạch phòng lũ tổng kinh phí bao nhiêu").head[0])


@pytest.mark.parametrize(
    "text", ["kế hoạch của trường có mấy chỉ tiêu", "kế hoạch của trường đặt ra những chỉ tiêu gì"]
)
def test_the_aims_of_a_plan_are_counted_and_told(both: Snapshot, text: str) -> None:
    said = ask(both, text)
    assert line_text(said.head[0]) == "Kế hoạch nêu 2 mục tiêu, chỉ tiêu:"
    assert "12 giải" in plain(said)


def test_what_is_said_behind_about_is_what_is_spoken_of(both: Snapshot) -> None:
    assert "40 phút" in plain(ask(both, "kế hoạch phòng lũ nói gì về thời gian xử lý"))


def test_what_units_spend_stands_beside_each_other(both: Snapshot) -> None:
    said = ask(both, "ban quản lý dự án với chi cục thủy lợi bên nào tốn nhiều tiền hơn")
    assert [line_text(line) for line in said.head] == [
        "Ban Quản lý dự án có tổng kinh phí nhiều nhất: 2.400 triệu đồng.",
        "1. Ban Quản lý dự án: 2.400 triệu đồng",
        "2. Chi cục Thủy lợi: 380 triệu đồng",
    ]
    assert stts(said) == ["2", "1", "3", "5"]
