"""Two rows that are compared though one of them is told in other words, by one word, or by what closes the question."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import line_text

ROWS = [
    a_task(stt="1", task="Sửa chữa cầu phao bến Lở", lead=("Tổ Hạ tầng",),
           deadline=a_deadline(date(2027, 4, 15), text="15/4/2027")),
    a_task(stt="2", task="Bê tông hóa tuyến đường bản Nà Lốc đi bản Huổi Sáy dài 3 km", lead=("Tổ Địa chính",),
           deadline=a_deadline(date(2027, 9, 30), text="30/9/2027")),
    a_task(stt="3", task="Tổ chức đoàn khảo sát (presstrip) cho phóng viên", lead=("Tổ Văn hóa",),
           deadline=a_deadline(date(2027, 6, 10), text="10/6/2027")),
    a_task(stt="4", task="Cấp con dấu điện tử cho các bản", lead=("Tổ Hạ tầng",),
           deadline=a_deadline(date(2027, 7, 20), text="20/7/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("turns", "rows", "head"),
    [
        pytest.param(("presstrip với sửa cầu phao có chung một tổ làm không",), ["3", "1"], "Chủ trì khác nhau",
                     id="a name of one word"),
        pytest.param(("sửa cầu phao hay cấp con dấu điện tử làm trước",), ["1", "4"],
                     "“Sửa chữa cầu phao bến Lở” đến hạn trước", id="which is done first"),
        pytest.param(("sua cau phao voi cap con dau dien tu to chuc truoc",), ["1", "4"],
                     "“Sửa chữa cầu phao bến Lở” đến hạn trước", id="without accents"),
        pytest.param(("cấp con dấu điện tử với sửa cầu phao có chung đơn vị chủ trì ko, ai làm cái nào",), ["4", "1"],
                     "Chủ trì giống nhau: Tổ Hạ tầng", id="asked, and asked once more"),
        pytest.param(("sửa cầu phao ai lo", "còn cấp con dấu điện tử thì cũng tổ đó luôn hả hay tổ khác"), ["1", "4"],
                     "Chủ trì giống nhau: Tổ Hạ tầng", id="the same one, or another"),
    ],
)  # fmt: skip
def test_both_rows_are_found(snapshot: Snapshot, turns: tuple[str, ...], rows: list[str], head: str) -> None:
    said = ask(snapshot, *turns)
    assert (stts(said), said.tentative) == (rows, False)
    assert line_text(said.head[0]).startswith(head)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("so với đổ nhựa đường Nà Lốc - Huổi Sáy thì cái nào xong trước", ["1", "2"], id="most of it"),
        pytest.param("so với mua xe cứu thương thì cái nào xong trước", [], id="nothing of it"),
    ],
)
def test_a_side_in_other_words_is_the_row_that_has_most_of_it(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, "sửa cầu phao bến Lở hạn khi nào", text)) == rows


def test_cells_without_anybody_are_listed_where_nothing_breaks_the_words(snapshot: Snapshot) -> None:
    assert ask(snapshot, "việc nào đơn vị chủ trì không có ai").intent == "unit_tasks"
