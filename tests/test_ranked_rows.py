"""Rows by an order or a place: so many at an end, those given to the most units, the n-th of a section; who is late."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

FIRST, SECOND = ("I. Trồng trọt",), ("II. Chăn nuôi",)
ROWS = [
    a_task(stt="1", task="Cấp giống lúa vụ hè", section=FIRST, lead=("Trạm Giống",),
           coordinate=("Tổ Lúa", "Hội Nông dân"), deadline=a_deadline(date(2027, 3, 10))),
    a_task(stt="2", task="Phun thuốc trừ rầy", section=FIRST, lead=("Tổ Lúa",), coordinate=("Trạm Giống",),
           deadline=a_deadline(date(2027, 4, 15))),
    a_task(stt="3", task="Đo độ mặn kênh chính", section=FIRST, lead=("Tổ Nước", "Tổ Lúa"), coordinate=(),
           deadline=a_deadline(date(2027, 2, 5))),
    a_task(stt="4", task="Tiêm phòng đàn bò", section=SECOND, lead=("Trạm Thú y",), coordinate=("Hội Nông dân",),
           deadline=a_deadline(date(2027, 4, 15))),
    a_task(stt="5", task="Đếm đàn vịt chạy đồng", section=SECOND, lead=("Trạm Thú y",),
           deadline=a_deadline(date(2027, 9, 1)), coordinate=("Tổ Nước", "Trạm Giống", "Hội Nông dân")),
    a_task(stt="6", task="Khử trùng chợ gia cầm", section=SECOND, lead=("Trạm Thú y",), coordinate=("Tổ Nước",),
           deadline=a_deadline(date(2027, 12, 20))),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


def first(said: Answer) -> str:
    return plain(said).splitlines()[0]


LISTS = [
    ("việc gấp nhất là việc nào", "1"),
    ("3 việc gấp nhất là việc nào", "124"),
    ("hai việc muộn nhất", "56"),
    ("cho 1 việc gần đến hạn nhất", "1"),
    ("2 nhiệm vụ sắp tới hạn nhất của Trạm Thú y", "45"),
    ("top 3 việc xa nhất của Trạm Thú y", "456"),
    ("việc nào có nhiều đơn vị phối hợp nhất", "5"),
    ("nhiệm vụ nào được giao nhiều đơn vị chủ trì nhất", "3"),
    ("việc nào đông đơn vị tham gia nhất", "5"),
    ("việc nào ít đơn vị phối hợp nhất", "246"),
    ("việc nào của Trạm Thú y có nhiều bên cùng phối hợp nhất", "5"),
    ("việc nào có nhiều tổ phối hợp nhất", "5"),
    ("việc nào trong quý 2 có nhiều đơn vị phối hợp nhất", "24"),
    ("3 việc có nhiều đơn vị phối hợp nhất", "12456"),
    ("2 việc nào nhiều đơn vị phối hợp nhất", "15"),
    ("việc số 5 mục 2 là gì", "5"),
    ("nhiệm vụ thứ 2 của mục II", "5"),
    ("phần 1 việc thứ ba là việc nào", "3"),
    ("dòng 3 trong mục 2 ghi gì", "6"),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "rows"), LISTS, ids=[text for text, _ in LISTS])
def test_rows_are_those_of_the_order_or_place(snapshot: Snapshot, text: str, rows: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert numbers(said) == rows


def test_more_rows_than_were_asked_for_are_explained(snapshot: Snapshot) -> None:
    said = ask(snapshot, "2 việc gấp nhất")
    assert stts(said) == ["1", "2", "4"]
    assert "nêu thêm những nhiệm vụ cùng ngày đến hạn" in plain(said)


def test_rows_that_no_order_of_days_has_are_not_explained_by_their_days(snapshot: Snapshot) -> None:
    said = ask(snapshot, "liệt kê 2 việc của Trạm Thú y cần chú ý nhất")
    assert stts(said) == ["4", "5", "6"]
    assert "cùng ngày đến hạn" not in plain(said)


def test_how_many_units_is_said_first(snapshot: Snapshot) -> None:
    said = first(ask(snapshot, "việc nào có nhiều đơn vị phối hợp nhất"))
    assert said == "Nhiệm vụ có nhiều đơn vị phối hợp nhất: 3 đơn vị."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("việc số 5 mục 2 hạn khi nào", "Thời hạn: Trước ngày 01/09/2027"),
        ("mục II việc thứ 3 ai chủ trì", "Chủ trì: Trạm Thú y"),
    ],
)
def test_a_field_is_asked_of_the_row_of_a_section(snapshot: Snapshot, text: str, says: str) -> None:
    assert first(ask(snapshot, text)).startswith(says)


@pytest.mark.parametrize("text", ["đơn vị nào quá hạn", "ai trễ hạn", "tổ nào bị trễ", "don vi nao dang qua han"])
def test_who_is_late_is_told_unit_by_unit(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert "Tổ Nước: 1 nhiệm vụ" in plain(said)
    assert stts(said) == ["3"]


@pytest.mark.parametrize(
    "text",
    ["ai trễ hạn nhất", "đơn vị nào quá hạn nhất", "trạm nào đang trễ hạn nhất", "ai tre han nhat", "xã nào trễ nhất"],
)
def test_who_is_latest_is_asked_of_all_that_are_late_together(text: str) -> None:
    late = [a_task(stt="7", task=f"Nạo vét {place}", lead=("Trạm Bơm",), coordinate=(),
                   deadline=a_deadline(date(2027, 1, day))) for day, place in ((4, "mương"), (5, "ao"))]  # fmt: skip
    said = first(ask(make_snapshot([a_loaded_plan([*ROWS, *late])]), text))
    assert said == "Trạm Bơm có nhiều nhiệm vụ đã quá hạn nhất: 2 nhiệm vụ."


def test_of_a_level_only_its_rows_are_counted(snapshot: Snapshot) -> None:
    said = ask(snapshot, "trạm nào có việc trong tháng 4")
    assert first(said).startswith("Tổng cộng 1 nhiệm vụ")
    assert stts(said) == ["4"]


def test_no_place_is_beyond_the_section(snapshot: Snapshot) -> None:
    assert ask(snapshot, "nhiệm vụ thứ 9 của mục II").abstained
