"""What narrows a list is joined: each side of "hoặc" has its rows, and what only says the same twice narrows once."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot

DUE = ("Quý II/2027", "Tháng 6/2027", "", "15/6/2027")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    dues = [a_deadline(date(2027, 6, 30), text=text) if text else a_deadline() for text in DUE]
    return make_snapshot([a_loaded_plan([a_task(stt=str(no), deadline=due) for no, due in enumerate(dues, start=1)])])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào bỏ trống thời hạn hoặc chỉ ghi quý", "13"),
        ("viec nao bo trong thoi han hoac chi ghi quy", "13"),
        ("việc nào để trống thời hạn hay ghi theo tháng", "23"),
        ("việc ghi theo quý và việc chưa ghi thời hạn", "13"),
        ("việc nào chỉ ghi theo quý hoặc chưa ghi thời hạn", "13"),
        ("việc nào thời hạn chỉ ghi quý chứ không có ngày cụ thể", "1"),
        ("viec nao thoi han chi ghi quy, khong co ngay cu the", "1"),
    ],
)
def test_rows_without_a_deadline_stand_beside_those_of_a_quarter(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows
