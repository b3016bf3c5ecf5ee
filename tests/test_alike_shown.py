"""A list of what is like the row before in one thing ("việc nào cùng hạn đó")."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind
from knowledge.reply import plain

_GRADUALLY = Deadline("Theo tiến độ thi công", DeadlineKind.CONDITIONAL)
_DAY = a_deadline(date(2027, 4, 15), text="Trước 15/4/2027")
_SAME_DAY = a_deadline(date(2027, 4, 15), text="15/4/2027")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Đào kênh dẫn nước", lead=("Tổ Đào",), coordinate=("Tổ Xe",), result="Biên bản",
               deadline=_GRADUALLY),
        a_task(stt="2", task="Xây cống hộp", lead=("Tổ Xây",), coordinate=(), result="Biên bản", deadline=_GRADUALLY),
        a_task(stt="3", task="Thả cá giống", lead=("Tổ Cá",), coordinate=("Tổ Xe",), result="Báo cáo", deadline=_DAY),
        a_task(stt="4", task="Cắt cỏ bờ kênh", lead=("Tổ Đào",), coordinate=(), result="Danh sách",
               deadline=_SAME_DAY),
        a_task(stt="5", task="Đếm cò trắng", lead=("Tổ Cò",), coordinate=(), result="Báo cáo",
               deadline=Deadline("", DeadlineKind.NONE)),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("ai đào kênh dẫn nước", "bao nhiêu việc ghi thời hạn như vậy"), "12"),
        (("đào kênh dẫn nước hạn nào", "còn việc nào cùng hạn đó không"), "12"),
        (("dao kenh dan nuoc han nao", "may viec cung han voi viec nay"), "12"),
        (("thả cá giống hạn nào", "mấy việc nào cũng hạn đó"), "34"),
        (("tha ca giong han nao", "con viec nao chung han voi viec do nua ko"), "34"),
        (("thả cá giống hạn nào", "những việc có deadline y vậy"), "34"),
        (("đào kênh dẫn nước ra sản phẩm gì", "việc nào cũng ra sản phẩm như thế"), "12"),
        (("đào kênh dẫn nước nộp gì", "liệt kê các việc cùng sản phẩm"), "12"),
        (("ai đào kênh dẫn nước", "còn việc nào khác cùng đơn vị chủ trì không"), "14"),
        (("đào kênh dẫn nước ai phối hợp", "việc nào cùng đơn vị phối hợp với việc này"), "13"),
    ],
)
def test_what_the_row_before_has_is_asked_of_others(snapshot: Snapshot, turns: tuple[str, ...], expected: str) -> None:
    assert sorted(stts(ask(snapshot, *turns))) == sorted(expected)


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("đếm cò trắng ai làm", "mấy việc cùng hạn đó"), "cùng hạn đó"),
        (("Tổ Đào có việc gì", "mấy việc cùng hạn với việc đó"), "cùng hạn với việc đó"),
    ],
)
def test_where_the_row_has_nothing_there_the_list_says_so(
    snapshot: Snapshot, turns: tuple[str, ...], words: str
) -> None:
    assert f"Chưa hiểu “{words}”" in plain(ask(snapshot, *turns))


@pytest.mark.parametrize(
    ("turns", "head"),
    [
        (("đào kênh dẫn nước ai làm", "việc này hạn như thế nào"), "Thời hạn: Theo tiến độ thi công"),
        (("đào kênh dẫn nước ai làm", "hai việc đó cùng hạn không"), "Thời hạn: Theo tiến độ thi công"),
    ],
)
def test_other_questions_stay_as_they_are(snapshot: Snapshot, turns: tuple[str, ...], head: str) -> None:
    assert plain(ask(snapshot, *turns)).startswith(head)


@pytest.mark.parametrize(
    ("turn", "rows"),
    [
        ("việc nào chưa có hạn vậy", "5"),
        ("viec nao chua co han vay", "5"),
        ("mấy việc tháng 4 tới hạn vậy em", "34"),
        ("những việc nào cùng Tổ Xe làm", "13"),
        ("việc nào cùng hạn tháng 4", "34"),
        ("việc nào cùng quý 2", "34"),
        ("việc nào không có hạn như vậy", "5"),
    ],
)
def test_what_else_is_said_behind_is_asked_of_all_rows(snapshot: Snapshot, turn: str, rows: str) -> None:
    told = ask(snapshot, "ai đào kênh dẫn nước", turn)
    assert sorted(stts(told)) == sorted(rows)
    assert "Chưa hiểu" not in plain(told)


def test_the_chair_does_not_stand_in_for_helpers_that_are_none(snapshot: Snapshot) -> None:
    told = plain(ask(snapshot, "ai đếm cò trắng", "việc nào cùng đơn vị phối hợp"))
    assert not told.startswith("Có")


def test_the_role_that_a_row_was_asked_for_is_no_role_of_everybody(snapshot: Snapshot) -> None:
    told = plain(ask(snapshot, "ai thả cá giống", "còn việc nào hạn tháng 4 không"))
    assert told.startswith("Có 2 nhiệm vụ đến hạn trong tháng 4/2027")
    assert "chưa rõ" not in told
