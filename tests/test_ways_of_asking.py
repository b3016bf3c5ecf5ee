"""Units, times and talk as people put them: parts of names, a speaker's own unit, how often, who the bot is."""

from datetime import date
from functools import cache

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind, TaskKind
from knowledge.reply import line_text

MONTHLY = Deadline(text="Hằng tháng", kind=DeadlineKind.PERIODIC, due=())
ROWS = (
    ("1", "Kiểm tra thu nộp đảng phí", "Ủy ban Kiểm tra Đảng ủy", "Văn phòng Đảng ủy", a_deadline(date(2027, 4, 15))),
    ("2", "Ra mắt chuyên mục phát thanh", "Đoàn TNCS Hồ Chí Minh xã", "", a_deadline(date(2027, 5, 19))),
    ("3", "Thanh toán viện phí không tiền mặt", "Phòng Tài chính - Kế toán", "", MONTHLY),
    ("4", "Vận động xóa bỏ hủ tục", "Hội Liên hiệp Phụ nữ xã", "", a_deadline(date(2027, 12, 31), text="Năm 2027")),
    ("5", "Bảo dưỡng máy đóng mở cửa van", "Đội Cơ điện", "Ban An toàn lao động", a_deadline(date(2027, 12, 10))),
    ("6", "Hướng dẫn kê khai tài sản", "Phòng Tổ chức - Hành chính", "", a_deadline(date(2027, 10, 5))),
)


@cache
def snapshot() -> Snapshot:
    rows = [
        a_task(task=task, stt=stt, lead=(lead,), coordinate=tuple(filter(None, (other,))), result=None, deadline=due)
        for stt, task, lead, other, due in ROWS
    ]
    duty = a_task(kind=TaskKind.PROSE, task="Tổng hợp kết quả", stt="", lead=("Văn phòng Đảng ủy",), coordinate=(),
                  result=None, deadline=a_deadline(date(2027, 11, 20)))  # fmt: skip
    return make_snapshot([a_loaded_plan([*rows, duty])])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ubkt chu tri viec gi", ["1"], id="initials without the office that it is of"),
        pytest.param("Ủy ban Kiểm tra chủ trì bao nhiêu việc", ["1"], id="without its office"),
        pytest.param("doan xa chu tri viec gi", ["2"], id="the head and the level"),
        pytest.param("hội phụ nữ chủ trì việc gì", ["4"], id="the head and the end"),
        pytest.param("phòng kế toán có việc gì", ["3"], id="the head and the last part"),
        pytest.param("ben ke toan phai chu tri cai gi", ["3"], id="a side by what it does"),
        pytest.param("bộ phận hành chính chủ trì việc gì", ["6"], id="a part of an office by what it does"),
        pytest.param("em ở phòng kế toán ạ, cho em hỏi bên em chủ trì việc gì", ["3"], id="the speaker's own unit"),
        pytest.param("tôi là bí thư đoàn xã, liệt kê việc của chúng tôi", ["2"], id="the speaker's own, by a post"),
    ],
)
def test_a_unit_is_known_by_a_part_of_its_name_that_only_it_has(text: str, expected: list[str]) -> None:
    assert stts(ask(snapshot(), text)) == expected


def test_a_unit_that_is_told_and_not_called_ones_own_is_no_constraint() -> None:
    assert len(stts(ask(snapshot(), "em ở phòng kế toán ạ, cho em hỏi có những việc gì trong quý 4"))) > 1


@pytest.mark.parametrize(
    "text",
    ["có bao nhiêu việc phải làm mỗi tháng một lần", "tháng nào cũng có việc gì", "liệt kê việc hằng tháng"],
)
def test_how_often_something_is_done_is_no_month(text: str) -> None:
    assert stts(ask(snapshot(), text)) == ["3"]


def test_a_list_by_days_says_which_rows_have_only_a_year_and_which_stand_in_running_text() -> None:
    said = ask(snapshot(), "quý 4 có việc gì đến hạn")
    assert [line_text(line) for line in said.head] == [
        "Có 4 nhiệm vụ đến hạn trong quý IV/2027:",
        "Trong đó 2 nhiệm vụ ghi rõ thời hạn, 1 nhiệm vụ chỉ ghi cả năm, 1 nhiệm vụ nêu trong phần lời văn.",
    ]
    assert stts(ask(snapshot(), "quý 4 có việc gì đến hạn")) == ["6", "5", "4", ""]


def test_words_of_the_plan_typed_without_accents_count_nothing() -> None:
    said = ask(snapshot(), "doi co dien bao duong may dong mo cua van co ban nao phoi hop")
    assert line_text(said.head[0]) == "Phối hợp: Ban An toàn lao động"


@pytest.mark.parametrize("text", ["m la ai v", "mày là ai", "bot tên gì vậy", "cậu là ai thế"])
def test_who_the_bot_is_gets_a_sentence_and_no_row(text: str) -> None:
    assert (ask(snapshot(), text).intent, ask(snapshot(), text).cited) == ("smalltalk", ())


def test_a_unit_that_nobody_knows_is_said_to_be_unknown_when_a_speaker_calls_it_theirs() -> None:
    said = ask(snapshot(), "em ở phòng giao thông ạ, có việc gì của phòng em không")
    assert said.abstained
    assert "phòng giao thông" in line_text(said.head[0])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("có bao nhiêu phần trăm việc là hằng tháng", "16,7%: 1 trong 6 nhiệm vụ định kỳ hằng tháng:",
                     id="the share of the rows"),
        pytest.param("việc của đoàn xã bao nhiêu",
                     "Có 1 nhiệm vụ Đoàn TNCS Hồ Chí Minh xã chủ trì:",
                     id="the count behind"),
        pytest.param("những việc không phải hằng tháng", "Có 5 nhiệm vụ không định kỳ hằng tháng:", id="all others"),
        pytest.param("bên mình tháng nào nhiều việc đến hạn nhất",
                     "tháng 12/2027 có nhiều nhiệm vụ nhất: 2 nhiệm vụ.", id="the group that is asked, not a side"),
    ],
)  # fmt: skip
def test_rows_are_counted_however_that_is_asked(text: str, first: str) -> None:
    assert line_text(ask(snapshot(), text).head[0]) == first
