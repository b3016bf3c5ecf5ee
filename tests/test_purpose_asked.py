"""What a plan is for, and what it aims at, is asked of the plan and not of a row."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage, Place
from knowledge.reply import plain

_FOR = "Rút ngắn thời gian chờ của người bệnh, từng bước thay hồ sơ giấy."


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    passages = (
        Passage(_FOR, ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"), Place(lines=(15, 15))),
        Passage(
            "Lấy người bệnh làm trung tâm khi phục vụ.", ("I. MỤC ĐÍCH, YÊU CẦU", "2. Yêu cầu"), Place(lines=(17, 17))
        ),
        Passage("Công suất sử dụng giường bệnh đạt 92%.", ("II. CHỈ TIÊU",), Place(lines=(20, 20))),
    )
    rows = [
        a_task(task="Xây dựng kế hoạch diễn tập", stt="1", lead=("Phòng Hành chính",), coordinate=("Khoa Dược",)),
        a_task(task="Kiểm kê thuốc", stt="2", lead=("Khoa Dược",), deadline=a_deadline(date(2027, 5, 3))),
    ]
    return make_snapshot([a_loaded_plan(rows, passages=passages)])


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param(("kế hoạch này làm ra để làm gì",), id="what for"),
        pytest.param(("kế hoạch nhằm mục đích gì",), id="which purpose"),
        pytest.param(("mục đích chính của kế hoạch là gì",), id="its main purpose"),
        pytest.param(("lợi ích của kế hoạch này là gì",), id="what it is good for"),
        pytest.param(("kế hoạch này đặt ra để giải quyết vấn đề gì",), id="which matter it settles"),
        pytest.param(("mục tiêu chung năm nay là gì",), id="of the year"),
        pytest.param(("đặt mục tiêu chung là gì trong năm nay",), id="set for the year"),
        pytest.param(("Khoa Dược có việc gì", "kế hoạch này để làm gì"), id="behind a list"),
    ],
)
def test_the_purpose_of_a_plan_is_what_stands_under_its_heading(snapshot: Snapshot, turns: tuple[str, ...]) -> None:
    assert plain(ask(snapshot, *turns)).startswith(_FOR)


def test_what_a_row_is_for_is_asked_of_the_row(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "ai xây dựng kế hoạch diễn tập", "kế hoạch này để làm gì")) == ["1"]
    assert stts(ask(snapshot, "kiểm kê thuốc để làm gì")) == ["2"]


@pytest.mark.parametrize("text", ["cột này để làm gì", "bạn để làm gì"])
def test_what_a_thing_of_the_chat_is_for_is_no_purpose(snapshot: Snapshot, text: str) -> None:
    assert not ask(snapshot, text).cited


def test_aims_of_another_year_are_none_of_the_plan(snapshot: Snapshot) -> None:
    assert _FOR not in plain(ask(snapshot, "mục tiêu chung năm 2026 là gì"))


def test_the_rows_of_a_unit_are_no_aim(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "việc năm nay của Khoa Dược có mục tiêu gì")) != []
    assert not plain(ask(snapshot, "mục tiêu các việc của Khoa Dược năm nay")).startswith(_FOR)


def test_a_time_within_the_year_is_of_rows(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "tháng 5 có mục tiêu gì đến hạn")) == ["2"]
