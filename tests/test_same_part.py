"""A part of the plan that a turn points at is the one that was talked of before."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Task

NETS, BOATS = "I. Ngư cụ biển", "II. Tàu thuyền ven bờ"
CREW, STORE = "Phòng Lưới", "Tổ Kho"


def _row(stt: str, task: str, lead: str, part: str, month: int = 4) -> Task:
    due = a_deadline(date(2027, month, 28), text=f"Tháng {month}/2027")
    return a_task(stt=stt, task=task, lead=(lead,), coordinate=(), section=(part,), deadline=due)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [
            a_loaded_plan(
                [
                    _row("1", "Vá lưới kéo", CREW, NETS),
                    _row("2", "Kiểm kê phao", CREW, NETS, 9),
                    _row("3", "Nhuộm dây câu", STORE, NETS),
                    _row("4", "Sơn vỏ tàu", CREW, BOATS),
                    _row("5", "Thay chân vịt", STORE, BOATS, 9),
                    _row("6", "Bơm khoang đáy", "Đội Bơm", BOATS, 9),
                    _row("7", "Trét boong", "Đội Bơm", BOATS, 10),
                ]
            )
        ]
    )


ONE_PART = "phần ngư cụ biển thì Phòng Lưới chủ trì mấy việc"
OF_NOBODY = "phần ngư cụ biển do cơ quan nào chủ trì là chính"


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param((OF_NOBODY, "phần ấy có tất cả bao nhiêu dòng nhiệm vụ"), "123", id="behind what one row tells"),
        pytest.param((OF_NOBODY, "mục đó có mấy việc vậy"), "123", id="called otherwise"),
        pytest.param((OF_NOBODY, "phan ay co bao nhieu viec"), "123", id="without accents"),
        pytest.param((ONE_PART, "trừ mấy việc đó ra thì trong mục còn dòng nào nữa"), "3", id="what is left of it"),
        pytest.param(
            (ONE_PART, "rứa trừ mấy dòng nớ ra thì trong mục nớ còn dòng mô nữa"), "3", id="in regional words"
        ),
        pytest.param(("phần ngư cụ biển có việc gì", "trong phần đó Tổ Kho chủ trì việc nào"), "3", id="a unit in it"),
        pytest.param(
            ("Tổ Kho có việc gì trong tháng 4", "trừ mấy việc đó thì trong mục tàu thuyền còn việc nào nữa"),
            "5",
            id="its unit in another part",
        ),
        pytest.param((OF_NOBODY, "phần đó bao nhiêu cái tất cả"), "123", id="no word for a row"),
        pytest.param((OF_NOBODY, "mục đó gồm những gì"), "123", id="what it is made of"),
        # neighbours
        pytest.param(("Đội Bơm có việc gì", "phần ấy hạn khi nào"), "67", id="a field of all shown"),
        pytest.param(("Tổ Kho có việc gì trong tháng 4", "phần này của Phòng Lưới thì sao"), "14", id="its share"),
        pytest.param((ONE_PART, "ngoài phần đó ra thì Phòng Lưới chủ trì gì nữa"), "4", id="all but that part"),
        pytest.param((ONE_PART, "còn phần tàu thuyền thì bao nhiêu"), "4", id="another part"),
        pytest.param((ONE_PART, "trong phần tàu thuyền có việc gì của Tổ Kho"), "5", id="a part that is named"),
    ],
)
def test_the_part_before(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    said = ask(snapshot, *turns)
    assert numbers(said) == rows
    assert not said.tentative


def test_what_a_part_has_is_shown_where_its_unit_has_no_more_there(snapshot: Snapshot) -> None:
    left = "trừ mấy việc đó thì trong phần ngư cụ biển còn việc nào nữa"
    said = ask(snapshot, "Phòng Lưới có việc gì trong tháng 4 và tháng 9", left)
    assert numbers(said) == "3"
    assert said.tentative


def test_who_has_the_rows_of_a_part_is_told_of_each(snapshot: Snapshot) -> None:
    said = ask(snapshot, "phần ngư cụ biển có bao nhiêu việc", "phần đó do ai phụ trách")
    assert (numbers(said), said.tentative) == ("123", False)


def test_who_signed_is_asked_of_the_plan(snapshot: Snapshot) -> None:
    said = ask(snapshot, "phần ngư cụ biển có bao nhiêu việc", "phần này ai ký")
    assert numbers(said) == ""


def test_a_part_is_none_where_none_was_talked_of(snapshot: Snapshot) -> None:
    assert numbers(ask(snapshot, "Phòng Lưới chủ trì những việc nào", "phần đó có mấy việc")) != "1234567"
