"""Which time or unit has most to do, in whatever words, and what a comparison of counts leaves aside."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task, TaskKind
from knowledge.reply import line_text

KILN, STORE, DOCK = "Tổ Lò nung", "Tổ Kho", "Tổ Bến bãi"


def _row(stt: str, task: str, lead: str, month: int) -> Task:
    return a_task(stt=stt, task=task, lead=(lead,), coordinate=(), deadline=a_deadline(date(2027, month, 20)))


ROWS = [
    _row("1", "Đốt lò mẻ đầu", KILN, 2),
    _row("2", "Xếp gạch mộc", STORE, 4),
    _row("3", "Thử độ hút nước", KILN, 5),
    _row("4", "Giao gạch đợt 1", DOCK, 6),
    _row("5", "Thay gạch chịu lửa", KILN, 8),
    _row("6", "Kiểm kê bãi chứa", STORE, 8),
    _row("7", "Giao gạch đợt 2", DOCK, 11),
]
MONTHLY = a_task(
    stt="1.", task="Báo cáo sản lượng", kind=TaskKind.PROSE, lead=(DOCK,), coordinate=(),
    deadline=a_deadline(*(date(2027, month, 25) for month in range(1, 13))),
)  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = Heading(issuer="Xí nghiệp Gạch Đồi Sim", title="Kế hoạch sản xuất năm 2027", years=(2027,))
    return make_snapshot([a_loaded_plan([*ROWS, MONTHLY], heading=heading)])


@pytest.mark.parametrize(
    ("text", "head", "rows"),
    [
        ("quý nào nhiều việc nhất", "quý II/2027 có nhiều nhiệm vụ nhất: 3 nhiệm vụ.", "2 3 4"),
        ("quy nao it viec nhat", "quý I/2027; quý IV/2027 có ít nhiệm vụ nhất: 1 nhiệm vụ.", "1 7"),
        ("quý nào bận nhất", "quý II/2027 có nhiều nhiệm vụ nhất: 3 nhiệm vụ.", "2 3 4"),
        ("quý mấy là bận nhất", "quý II/2027 có nhiều nhiệm vụ nhất: 3 nhiệm vụ.", "2 3 4"),
        ("tháng mấy đông việc nhất", "tháng 8/2027 có nhiều nhiệm vụ nhất: 2 nhiệm vụ.", "5 6"),
        ("tháng nào xí nghiệp gạch đồi sim có nhiều việc đến hạn nhất",
         "tháng 8/2027 có nhiều nhiệm vụ nhất: 2 nhiệm vụ.", "5 6"),
        ("mỗi quý bao nhiêu việc", "Tổng cộng 7 nhiệm vụ:", "1 2 3 4 5 6 7"),
        ("đơn vị nào nhiều việc nhất", "Tổ Lò nung có nhiều nhiệm vụ nhất: 3 nhiệm vụ.", "1 3 5"),
    ],
)  # fmt: skip
def test_the_busiest_is_told_of_what_is_asked(snapshot: Snapshot, text: str, head: str, rows: str) -> None:
    said = ask(snapshot, text)
    assert line_text(said.head[0]) == head
    assert sorted(stts(said)) == rows.split()


@pytest.mark.parametrize(
    "text",
    [
        "quý 2 với quý 3 quý nào đông việc hơn",
        "quý 2 với quý 3, quý nào căng hơn",
        "quý 2 so với quý 3 thì chênh nhau mấy việc",
        "quy 2 hay quy 3 nhieu viec hon",
        "quý 2 với quý 3 quý nào nhiều việc hơn, hơn mấy việc",
    ],
)
def test_duties_that_come_round_in_both_times_are_told_beside_what_is_compared(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert [line_text(each) for each in said.head] == [
        "quý II/2027 có nhiều hơn 1 nhiệm vụ.",
        "quý II/2027: 3 nhiệm vụ",
        "quý III/2027: 2 nhiệm vụ",
        "Chưa kể 1 nhiệm vụ nêu trong phần lời văn.",
    ]
    assert sorted(stts(said)) == ["2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Tổ Lò nung với Tổ Bến bãi ai chủ trì nhiều việc hơn và hơn mấy việc",
         "Tổ Lò nung chủ trì nhiều hơn 1 nhiệm vụ."),
        ("Tổ Lò nung hơn Tổ Kho mấy việc", "Tổ Lò nung có nhiều hơn 1 nhiệm vụ."),
        ("to lo nung voi to kho chenh nhau may viec", "Tổ Lò nung có nhiều hơn 1 nhiệm vụ."),
        ("Tổ Lò nung còn hơn mấy việc chưa làm xong", "Có 3 nhiệm vụ Tổ Lò nung chủ trì"),
    ],
)  # fmt: skip
def test_by_how_many_is_asked_of_two_sides(snapshot: Snapshot, text: str, first: str) -> None:
    said = ask(snapshot, text)
    assert line_text(said.head[0]).startswith(first)
    assert not said.tentative


@pytest.mark.parametrize("text", ["thống kê bao nhiêu camera theo tổ", "thong ke may camera theo to"])
def test_what_is_counted_by_unit_but_no_rows_is_no_tally(snapshot: Snapshot, text: str) -> None:
    assert ask(snapshot, text).abstained


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào của Tổ Kho phải xong đầu tiên", ["2"]),
        ("viec nao cua to kho lam cuoi cung", ["6"]),
        ("Tổ Bến bãi việc nào nộp sau cùng", ["7"]),
        ("việc nào làm xong cuối cùng của Tổ Kho", ["6"]),
        ("2 việc phải xong đầu tiên của Tổ Kho", ["2", "6"]),
        ("2 viec lam xong cuoi cung cua to kho", ["2", "6"]),
        ("xếp gạch mộc với kiểm kê bãi chứa việc nào làm trước tiên", ["2", "6"]),
        ("việc nào của Tổ Kho", ["2", "6"]),
    ],
)
def test_what_is_done_first_or_last_stands_at_an_end_of_the_list(
    snapshot: Snapshot, text: str, rows: list[str]
) -> None:
    assert stts(ask(snapshot, text)) == rows
