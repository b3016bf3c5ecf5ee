"""Columns called as plans head them, in questions."""

import pytest
from asking import ask, numbers
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.columns_named import with_columns_named


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("việc nào ô nơi cùng làm bỏ trống", "việc nào ô đơn vị phối hợp bỏ trống"),
        ("viec nao cot don vi tham gia de trong", "viec nao cot don vi phoi hop de trong"),
        ("dòng nào cột đầu mối ghi Tổ Xe", "dòng nào cột đơn vị chủ trì ghi Tổ Xe"),
        (
            "cột đầu mối ghi Tổ Xe, cột hỗ trợ ghi Tổ Kho",
            "cột đơn vị chủ trì ghi Tổ Xe, cột đơn vị phối hợp ghi Tổ Kho",
        ),
        ("cột phối hợp có ghi cả Tổ Xe", "cột phối hợp có ghi cả Tổ Xe"),
        ("cột ghi chú có chữ gấp", "cột ghi chú có chữ gấp"),
        ("ô tô của Tổ Xe hỏng", "ô tô của Tổ Xe hỏng"),
        ("đầu mối là ai", "đầu mối là ai"),
        ("ô tô công vụ do ai lo", "ô tô công vụ do ai lo"),
        ("sửa cột đèn đơn vị thực hiện là ai", "sửa cột đèn đơn vị thực hiện là ai"),
        ("trụ cột thực hiện là ai", "trụ cột thực hiện là ai"),
        ("cột mốc ranh giới rừng ai đóng", "cột mốc ranh giới rừng ai đóng"),
    ],
)
def test_a_column_is_called_by_the_field_that_it_holds(text: str, said: str) -> None:
    assert with_columns_named(text) == said


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Rửa xe tải", lead=("Tổ Xe",), coordinate=("Tổ Kho",)),
        a_task(stt="2", task="Kiểm kê phụ tùng", lead=("Tổ Kho",), coordinate=()),
        a_task(stt="3", task="Thay lốp", lead=("Tổ Xe",), coordinate=()),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("việc nào ô nơi cùng làm bỏ trống", "23"),
        ("bao nhieu viec cot don vi tham gia de trong", "23"),
        ("những việc nào cột đầu mối là Tổ Kho", "2"),
    ],
)
def test_rows_are_picked_by_it(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows
