"""Rows of two units together: who was picked among the rows of another is replaced, and what others have is told."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import line_text

SPRING, SUMMER = a_deadline(date(2027, 3, 31), text="Quý I/2027"), a_deadline(date(2027, 6, 30), text="Quý II/2027")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Thả phao luồng chợ nổi", lead=("Tổ Luồng",), coordinate=("Công an xã",), deadline=SPRING),
        a_task(stt="2", task="Sơn lại bến đò", lead=("Tổ Luồng",), coordinate=("Tổ Bến",), deadline=SUMMER),
        a_task(stt="3", task="Thu phí neo ghe", lead=("Tổ Phí",), coordinate=("Công an xã", "Trạm Y tế"),
               deadline=SUMMER),
        a_task(stt="4", task="Đếm ghe ra vào chợ", lead=("Tổ Bến",), coordinate=("Tổ Luồng",), deadline=SPRING),
    ]  # fmt: skip
    heading = Heading(issuer="Ban Quản lý chợ nổi Cái Sậy", title="Kế hoạch chợ nổi năm 2027", years=(2027,))
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("Tổ Luồng có việc gì", "Công an xã phối hợp việc gì"), "13", id="no “cộng”"),
        pytest.param(("to luong co viec gi", "cong an xa?"), "13", id="no “cộng”, without accents"),
        pytest.param(("Tổ Luồng có việc gì", "cộng cả Công an xã"), "1234", id="comes to it"),
        pytest.param(("to luong co viec gi", "cong them cong an xa"), "1234", id="comes to it, without accents"),
        pytest.param(("Tổ Luồng chủ trì việc gì", "mấy việc đó Công an xã phối hợp việc nào"), "1", id="which of them"),
        pytest.param(("to luong chu tri viec gi", "may viec do cong an xa phoi hop viec nao"), "1", id="bare"),
        pytest.param(("Tổ Luồng chủ trì việc gì", "trong mấy việc đó Tổ Bến giúp mấy việc"), "2", id="how many"),
        pytest.param(("Tổ Luồng chủ trì việc gì", "ngoài mấy việc đó Công an xã phối hợp việc nào"), "3", id="others"),
        pytest.param(("Tổ Luồng chủ trì việc gì", "mấy việc đó rõ rồi, Công an xã phối hợp việc nào"), "13", id="done"),
        pytest.param(("Tổ Luồng có việc gì", "trừ việc quý 2 ra, việc nào có Công an xã"), "1", id="but some"),
        pytest.param(("to luong co viec gi", "tru viec quy 2 ra thi con viec nao co cong an xa"), "1", id="left"),
        pytest.param(("Tổ Luồng có việc gì", "trong đó việc nào Tổ Bến phối hợp", "thế Công an xã"), "1", id="instead"),
        pytest.param(("to luong co viec gi", "trong do viec nao to ben phoi hop", "con cong an xa thi sao"), "1",
                     id="instead, without accents"),
        pytest.param(("Tổ Luồng có việc gì", "trong đó việc nào Tổ Bến phối hợp", "Công an xã?"), "1", id="alone"),
        pytest.param(("Tổ Luồng có việc gì", "trong đó việc nào Tổ Bến phối hợp", "còn Công an xã có việc gì"), "13",
                     id="a list of its own"),
        pytest.param(("Tổ Luồng có việc gì", "trong đó việc nào Tổ Bến phối hợp", "quý 2"), "2", id="a time of both"),
        pytest.param(("Tổ Luồng có việc gì", "còn Công an xã thì sao"), "13", id="of the unit before"),
    ],
)  # fmt: skip
def test_the_unit_that_was_said_last_is_replaced(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert "".join(sorted(numbers(ask(snapshot, *turns)))) == rows


def test_rows_of_others_are_told_where_two_units_have_none_together(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Tổ Luồng chủ trì việc gì", "trong đó việc nào Trạm Y tế phối hợp")
    assert said.abstained
    assert [line_text(line) for line in said.head] == [
        "Không có nhiệm vụ nào Tổ Luồng chủ trì mà Trạm Y tế phối hợp.",
        "Nếu không giới hạn theo đơn vị đã hỏi trước, có 1 nhiệm vụ Trạm Y tế phối hợp.",
    ]
