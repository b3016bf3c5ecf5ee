"""Rows set beside each other by what they cost, or by how much of something they make."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import line_text


@pytest.fixture(scope="module")
def workshop() -> Snapshot:
    rows = [
        a_task(stt="1", task="Thay lò nung gốm", lead=("Tổ Lò",), coordinate=(), budget="90 triệu đồng",
               result="02 lò"),
        a_task(stt="2", task="Lắp camera nhà kho", lead=("Tổ Kho",), coordinate=(), budget="40 triệu đồng",
               result="12 camera"),
        a_task(stt="3", task="Mở lớp vẽ men", lead=("Tổ Vẽ",), coordinate=(), budget="15 triệu đồng",
               result="30 người"),
        a_task(stt="4", task="Tổ chức hội thi xoay bàn", lead=("Tổ Vẽ",), coordinate=(), result="45 người"),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "rows", "head"),
    [
        pytest.param("thay lò nung với lắp camera cái nào ngốn tiền hơn", ["1", "2"], "“Thay lò nung gốm” nhiều hơn",
                     id="devours"),
        pytest.param("thay lo nung voi lap camera cai nao hao hon", ["1", "2"], "“Thay lò nung gốm” nhiều hơn 50",
                     id="eats up, without accents"),
        pytest.param("camera với lớp vẽ men vụ nào chi nhiều hơn", ["2", "3"], "“Lắp camera nhà kho” nhiều hơn 25",
                     id="one word alone"),
        pytest.param("lớp vẽ men với lò nung cái nào đắt hơn dữ vậy con", ["3", "1"], "“Thay lò nung gốm” nhiều hơn 75",
                     id="talk behind it"),
        pytest.param("lò nung, camera nhà kho, lớp vẽ men: cái nào tốn nhất", ["1", "2", "3"],
                     "“Thay lò nung gốm” nhiều nhất", id="the dearest of three"),
        pytest.param("lớp vẽ men với hội thi xoay bàn bên nào nhiều người hơn", ["3", "4"],
                     "“Tổ chức hội thi xoay bàn” nhiều hơn", id="more of a thing that stands between"),
    ],
)  # fmt: skip
def test_rows_are_set_beside_each_other_by_what_they_cost_or_make(
    workshop: Snapshot, text: str, rows: list[str], head: str
) -> None:
    said = ask(workshop, text)
    assert (stts(said), line_text(said.head[0]).startswith(head)) == (rows, True), line_text(said.head[0])
