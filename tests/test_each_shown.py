"""A field of each row of a list that was shown, in words that order the list once more."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    may = a_deadline(date(2027, 5, 31), text="Tháng 5/2027")
    rows = [
        a_task(stt="1", task="Dệt chiếu cói", lead=("Tổ Dệt",), coordinate=("Tổ Cói",), result="90 đôi", deadline=may),
        a_task(stt="2", task="Lập danh sách hộ trồng cói", lead=("Tổ Dệt",), coordinate=(), result="Danh sách",
               deadline=may),
        a_task(stt="3", task="Phơi cói", lead=("Tổ Cói",), coordinate=(), result="5 tấn", deadline=may),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("danh sách việc kèm hạn từng việc", "Thời hạn của 2"), ("liet ke kem han tung viec", "Thời hạn của 2"),
        ("liệt kê hạn của từng cái", "Thời hạn của 2"), ("cho danh sách kèm sản phẩm", "Sản phẩm của 2"),
        ("mỗi việc ai phối hợp", "Phối hợp của 2"), ("bao nhiêu dòng hoạt động", "Có 2 nhiệm vụ"),
        ("có mấy dòng nhiệm vụ", "Có 2 nhiệm vụ"),
    ],
)  # fmt: skip
def test_a_field_of_each_row_is_asked_behind_a_list(snapshot: Snapshot, said: str, told: str) -> None:
    answer = ask(snapshot, "Tổ Dệt chủ trì việc gì", said)
    assert stts(answer) == ["1", "2"]
    assert plain(answer).startswith(told)


@pytest.mark.parametrize(
    ("said", "row"),
    [("danh sách hộ trồng cói hạn khi nào", "2"), ("phơi cói hạn khi nào", "3")],
    ids=["names a list", "other"],
)
def test_a_row_that_is_named_is_asked_about_itself(snapshot: Snapshot, said: str, row: str) -> None:
    assert stts(ask(snapshot, "Tổ Dệt chủ trì việc gì", said)) == [row]
