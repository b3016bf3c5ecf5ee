"""A list that was shown is gone on with: more comes to it, something of it is left out, both roles are meant."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import TaskKind
from knowledge.reply import plain

ROWS = [
    a_task(stt="1", task="Sấy lúa giống", lead=("Tổ Sấy",), coordinate=("Tổ Kho",),
           deadline=a_deadline(date(2027, 3, 20), text="Trước ngày 20/3/2027")),
    a_task(stt="2", task="Đóng bao lúa giống", lead=("Tổ Kho",), coordinate=("Tổ Sấy",),
           deadline=a_deadline(date(2027, 3, 31), text="Tháng 3/2027")),
    a_task(stt="3", task="Kiểm định hạt giống", lead=("Phòng Kỹ thuật",), coordinate=(),
           deadline=a_deadline(date(2027, 4, 30), text="Tháng 4/2027")),
    a_task(stt="4", task="Bảo dưỡng lò sấy", lead=("Tổ Sấy",), coordinate=("Phòng Kỹ thuật",),
           deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
    a_task(stt="5", task="báo cáo lượng lúa nhập kho", lead=("Tổ Kho",), coordinate=(), kind=TaskKind.PROSE,
           deadline=a_deadline(date(2027, 5, 20), text="trước ngày 20/5/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("Tổ Sấy chủ trì việc gì", "thêm việc của Phòng Kỹ thuật nữa"), "134", id="a unit comes to it"),
        pytest.param(("to say chu tri viec gi", "cong ca phong ky thuat vao"), "134", id="without accents"),
        pytest.param(("tháng 3 có việc gì đến hạn", "thêm tháng 4 nữa"), "123", id="a time comes to it"),
        pytest.param(("tháng 3 có việc gì đến hạn", "bỏ việc của Tổ Kho"), "", id="a unit is left out"),
        pytest.param(("quý 2 có việc gì đến hạn", "bỏ mấy việc của Tổ Kho"), "34", id="and only it"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "gồm cả việc phối hợp nhé"), "124", id="both roles"),
        pytest.param(("Tổ Sấy được giao gì", "kể cả phối hợp"), "124", id="both roles of what it was given"),
        pytest.param(("Tổ Kho được giao gì", "còn Phòng Kỹ thuật thì sao"), "3", id="another unit"),
        pytest.param(("Sấy lúa giống ai làm", "còn Tổ Kho thì làm những việc gì"), "12", id="not after a row"),
    ],
)
def test_a_list_goes_on(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert "".join(sorted(stts(ask(snapshot, *turns)))) == rows


def test_what_a_unit_was_given_is_of_the_text_and_of_the_table(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Tổ Kho được giao những gì")
    assert stts(said) == ["5", "2"]
    assert "Trong đó 1 nhiệm vụ trong bảng, 1 nhiệm vụ nêu trong phần lời văn." in plain(said)


def test_its_responsibility_is_what_is_written_of_it(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Tổ Kho có trách nhiệm gì")) == ["5"]
    assert stts(ask(snapshot, "Tổ Sấy có trách nhiệm gì")) == ["1", "4"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("tháng 3 phải xong mấy việc nào", "12", id="what has to be done is due, not done"),
        pytest.param("nghỉ Tết xong rồi thì việc nào hạn tháng 3", "12", id="an end that is only told"),
        pytest.param("gặt xong thì Tổ Sấy có việc gì trong tháng 3", "12", id="of a unit"),
        pytest.param("tổng hợp công việc có hạn trong tháng 4", "3", id="to gather is to list"),
        pytest.param("tổng hợp giúp các việc của Phòng Kỹ thuật", "34", id="for somebody"),
    ],
)
def test_how_rows_stand_is_told_from_what_is_told_around_them(snapshot: Snapshot, text: str, rows: str) -> None:
    said = ask(snapshot, text)
    assert "".join(sorted(stts(said))) == rows
    assert not said.tentative


def test_what_is_done_is_still_asked(snapshot: Snapshot) -> None:
    assert "chưa thực hiện" in plain(ask(snapshot, "việc nào đã xong của Tổ Sấy"))
