"""A word may be one thing or another by what stands beside it: a unit or what is done, a weight or a round."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Điều tra đàn lợn, gia cầm hai kỳ trong năm", stt="1", lead=("Tổ Nông nghiệp",),
               coordinate=("Điều tra viên các xã",), deadline=a_deadline(date(2027, 4, 20)), result="Phiếu"),
        a_task(task="Thanh tra công vụ tại các phòng", stt="2", lead=("Thanh tra Sở",), coordinate=("Văn phòng",),
               deadline=a_deadline(date(2027, 5, 10)), result="Kết luận"),
        a_task(task="Kiểm tra ký số tại bộ phận một cửa", stt="3", lead=("Văn phòng",), coordinate=("Thanh tra Sở",),
               deadline=a_deadline(date(2027, 6, 10)), result="Biên bản"),
        a_task(task="Kiểm tra tủ điện chiếu sáng", stt="4", lead=("Đội điện",), coordinate=(), result="Biên bản đo",
               deadline=a_deadline(date(2027, 5, 20))),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("điều tra đàn lợn ai làm", ["1"], id="what is done, as a unit's name begins"),
        pytest.param("điều tra viên các xã phối hợp việc gì", ["1"], id="the unit"),
        pytest.param("thanh tra công vụ ai làm", ["2"], id="what is done"),
        pytest.param("thanh tra chủ trì việc gì", ["2"], id="the unit before its role"),
        pytest.param("thanh tra phối hợp việc nào", ["3"], id="the unit in the other role"),
        pytest.param("việc nào ngoài điều tra thì Tổ Nông nghiệp còn làm", [], id="what is done, left out"),
        pytest.param("ai kiểm tra mấy cái tủ điện ngoài đường", ["4"], id="several things, out in the street"),
        pytest.param("ngoài kiểm tra thì Văn phòng làm gì", ["2"], id="what is left out"),
        pytest.param("mấy bữa nữa tới hạn kiểm tra tủ điện", ["4"], id="how many days from now"),
        pytest.param("dieu tra dan lon nam nay may ky", ["1"], id="a round, no weight, without accents"),
    ],
)
def test_what_stands_beside_a_word_tells_what_it_is(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, text)) == rows


@pytest.mark.parametrize(
    "text", ["t5 co gi den han, tat ca cac kh", "thang 5 tat ca cac viec den han", "t5 ca cac xa co gi"]
)
def test_a_short_form_is_a_unit_only_where_it_is_no_half_of_a_word(text: str) -> None:
    police, office = ("Công an các xã",), ("Văn phòng",)
    rows = [
        a_task(task="Tuần tra", stt="1", lead=police, coordinate=(), deadline=a_deadline(date(2027, 5, 20))),
        a_task(task="Kiểm kê", stt="2", lead=office, coordinate=(), deadline=a_deadline(date(2027, 5, 21))),
    ]

    said = stts(ask(make_snapshot([a_loaded_plan(rows)]), text))

    assert said == (["1"] if text == "t5 ca cac xa co gi" else ["1", "2"])


def test_a_weight_that_no_row_has_is_still_none(snapshot: Snapshot) -> None:
    assert ask(snapshot, "đàn lợn nặng bao nhiêu ký").abstained


def test_whoever_takes_leave_asks_nothing_however_long(snapshot: Snapshot) -> None:
    text = "cảm ơn đồng chí, hôm nay thế là đủ rồi, chúc đồng chí buổi tối vui vẻ"
    assert ask(snapshot, text).intent == "smalltalk"


def test_nothing_is_called_near_that_is_ruled_out(snapshot: Snapshot) -> None:
    said = ask(snapshot, "đàn lợn nặng bao nhiêu ký")
    assert "gần nhất" not in plain(said)


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(
            ("Chị đang lên lịch tháng 5 năm 2027 cho cả cơ quan, sếp giục, việc nào tới hạn trong tháng đó em",),
            ["2", "4"],
            id="a month that is told before",
        ),
        pytest.param(("tháng 5 có gì", "việc nào của Đội điện trong tháng đó"), ["4"], id="a month of the turn before"),
        pytest.param(("việc tới hạn trong tháng do Đội điện làm",), [], id="this month, by somebody"),
        pytest.param(("Văn phòng phối hợp việc gì", "họ chủ trì việc gì"), ["3"], id="the unit of the turn before"),
        pytest.param(("tháng 5 phải hoàn tất những việc nào",), ["2", "4"], id="to be finished, not finished"),
    ],
)
def test_what_is_pointed_at_is_what_was_told(snapshot: Snapshot, turns: tuple[str, ...], rows: list[str]) -> None:
    assert stts(ask(snapshot, *turns)) == rows


@pytest.mark.parametrize(
    "text", ["đề nghị cho biết họ tên và chức danh người ký kế hoạch này", "ai kí kế hoạch này, họ tên là gì"]
)
def test_the_signer_is_asked_by_name_and_post(snapshot: Snapshot, text: str) -> None:
    assert ask(snapshot, text).intent == "metadata"
