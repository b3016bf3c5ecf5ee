"""What a question adds so that nothing is left out narrows nothing; what says which rows are meant stays."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, TaskKind
from knowledge.questions.additions import without_addition
from knowledge.reply import plain

DUTIES = ("IV. TỔ CHỨC THỰC HIỆN",)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Rà soát kho hóa chất", stt="1", lead=("Chi cục Thủy sản",), coordinate=("Đội Kiểm ngư",),
               deadline=a_deadline(date(2027, 3, 20))),
        a_task(task="Thả bổ sung cá giống", stt="2", lead=("Đội Kiểm ngư",), coordinate=("Chi cục Thủy sản",),
               deadline=a_deadline(date(2027, 5, 20))),
        a_task(task="Gửi danh sách tàu cá", kind=TaskKind.PROSE, stt="", lead=("Chi cục Thủy sản",), coordinate=(),
               section=DUTIES, deadline=a_deadline(date(2027, 3, 25))),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("tháng 6 có gì đến hạn, kể cả phần lời văn", "tháng 6 có gì đến hạn", id="at the end"),
        pytest.param("quý 2 phải xong những gì, tính luôn việc giao ở phần tổ chức thực hiện?",
                     "quý 2 phải xong những gì ?", id="before a sign"),
        pytest.param("liệt kê việc của đội, kể trọn hết luôn cả việc vừa rồi", "liệt kê việc của đội",
                     id="with stress"),
        pytest.param("khoa lo những khoản nào, nêu đủ cả khoản đó", "khoa lo những khoản nào", id="stated in full"),
        pytest.param("đội có mấy việc, liệt kê luôn cả cái vừa nói", "đội có mấy việc", id="listed"),
        pytest.param("kể cả cái qua rồi, tháng 3 có việc nào phải xong", "tháng 3 có việc nào phải xong", id="ahead"),
        pytest.param("thang 6 co gi den han, ke ca phan loi van", "thang 6 co gi den han", id="without accents"),
        pytest.param("đội còn việc gì chưa xong, kể cả việc quá hạn", "đội còn việc gì chưa xong", id="those past"),
        pytest.param("đội có việc gì, gồm cả việc phát sinh", "đội có việc gì", id="behind a sign"),
        pytest.param("đội có việc gì bao gồm cả phần lời văn", "đội có việc gì", id="a part of the document"),
        pytest.param("đội chủ trì những việc gì kể cả chung với Văn phòng", "đội chủ trì những việc gì",
                     id="shared ones"),
        pytest.param("tháng 6 có mấy việc kể cả định kỳ", "tháng 6 có mấy việc", id="no rows by a rule"),
        pytest.param("quý 2 có gì, tính luôn việc ghi tháng", "quý 2 có gì", id="those of the time anyway"),
    ],
)  # fmt: skip
def test_what_is_added_is_taken_out(text: str, rest: str) -> None:
    said, added = without_addition(text)
    assert said == rest
    assert added


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("tháng 6 có gì, tính luôn việc định kỳ", "tháng 6 có gì, kể cả việc định kỳ"),
        ("thang 6 co gi, tinh luon viec dinh ky", "thang 6 co gi, ke ca viec dinh ky"),
    ],
)
def test_what_has_rows_of_its_own_beside_a_time_stays(text: str, kept: str) -> None:
    assert without_addition(text, has_its_own=lambda _: True) == (kept, "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("việc Chi cục chủ trì, kể cả phối hợp", id="a role"),
        pytest.param("việc hạn quý 1, kể cả tháng 4", id="a time"),
        pytest.param("liệt kê việc của đội, kể cả Chi cục Thủy sản", id="a unit"),
        pytest.param("rà soát kho ai làm, nói luôn thời hạn", id="a further field"),
        pytest.param("có bao nhiêu việc, không kể cả phần lời văn", id="left out"),
        pytest.param("việc của đội, không cần kể cả phần lời văn", id="need not be there"),
        pytest.param("việc của đội, không được tính cả việc kiểm kê", id="must not be there"),
        pytest.param("việc nào gồm cả tập huấn", id="what rows hold"),
        pytest.param("liệt kê việc của tỉnh nói luôn tới sạt lở", id="what rows speak of"),
        pytest.param("những việc nào có nói luôn cả tiếng Bru", id="what is spoken"),
        pytest.param("việc nào lấy cả ngân sách tỉnh", id="what rows take"),
        pytest.param("viec nao dem ca tau ngu dan", id="what rows count"),
        pytest.param("liệt kê việc của tỉnh, trong phụ lục và phần dự trữ", id="a part that is no duties"),
        pytest.param("thả cá giống, kể cả cá mú thì ai làm", id="no list"),
    ],
)
def test_what_says_which_rows_are_meant_stays(text: str) -> None:
    assert without_addition(text, lambda words: "chi" in words) == (text, "")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Chi cục Thủy sản được giao chủ trì những gì kể cả phần tổ chức thực hiện", ["1", ""],
                     id="a unit"),
        pytest.param("Chi cục Thủy sản chủ trì những việc nào trong phụ lục và phần tổ chức thực hiện", ["1", ""],
                     id="beside the table"),
        pytest.param("Chi cục Thủy sản chủ trì những gì", ["1", ""], id="nothing added"),
        pytest.param("Chi cục Thủy sản chủ trì những gì trong bảng phụ lục", ["1"], id="the table alone"),
        pytest.param("tháng này phải xong những gì, tính luôn việc giao trong phần tổ chức thực hiện", ["1", ""],
                     id="a month"),
        pytest.param("Chi cục Thủy sản ôm mấy món gì, cả món làm chính lẫn món phụ", ["1", "2", ""], id="both roles"),
    ],
)  # fmt: skip
def test_a_list_with_an_addition_has_no_fewer_rows(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, text)) == rows


@pytest.mark.parametrize("text", ["Chi cục Thủy sản có việc gì gồm cả hóa chất", "liệt kê việc nói luôn tới hóa chất"])
def test_what_rows_are_said_to_hold_is_their_topic(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["1"]


@pytest.mark.parametrize("text", ["việc nào bao gồm cả hóa chất", "nhiệm vụ nào bao gồm hóa chất"])
def test_what_rows_hold_is_no_unit_that_begins_like_a_newspaper(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["1"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [("tháng 3 có việc nào", ["1", ""]), ("tháng 3 có việc nào, kể cả việc không ghi hạn", ["1", "3", ""])],
)
def test_rows_without_a_deadline_come_to_those_of_running_text(text: str, rows: list[str]) -> None:
    tasks = [
        a_task(task="Rà soát kho hóa chất", stt="1", deadline=a_deadline(date(2027, 3, 20))),
        a_task(task="Sơn lại tàu", stt="3", deadline=a_deadline(text="", kind=DeadlineKind.NONE)),
        a_task(task="Gửi danh sách tàu cá", kind=TaskKind.PROSE, stt="", section=DUTIES,
               deadline=a_deadline(date(2027, 3, 25))),
        a_task(task="Giữ gìn cầu cảng", kind=TaskKind.PROSE, stt="", section=DUTIES,
               deadline=a_deadline(text="", kind=DeadlineKind.NONE)),
    ]  # fmt: skip
    assert stts(ask(make_snapshot([a_loaded_plan(tasks)]), text)) == rows


@pytest.mark.parametrize(
    "text", ["việc nào quá hạn kể cả việc chưa ghi hạn", "viec nao qua han ke ca viec chua ghi han"]
)
def test_what_no_rule_joins_to_rows_of_a_state_is_named(text: str) -> None:
    tasks = [
        a_task(task="Rà soát kho hóa chất", stt="1", deadline=a_deadline(date(2027, 1, 20))),
        a_task(task="Sơn lại tàu", stt="3", deadline=a_deadline(text="", kind=DeadlineKind.NONE)),
    ]
    said = ask(make_snapshot([a_loaded_plan(tasks)]), text)
    assert said.tentative
    assert any(word in plain(said) for word in ("chưa ghi hạn", "chua ghi han"))
