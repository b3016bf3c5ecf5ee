"""What is put right in the middle of a sentence is not asked, and a word for a slip alone puts nothing right."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.questions.corrections import repaired


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param("việc quý 2 à nhầm quý 3 của văn phòng", "việc quý 3 của văn phòng", id="a time"),
        pytest.param("Sở Y tế, à quên, Sở Nội vụ có việc gì", "Sở Nội vụ có việc gì", id="a unit"),
        pytest.param("viec thang 3 a nham thang 4 cua van phong", "viec thang 4 cua van phong", id="without accents"),
        pytest.param("hạn ngày 5 ủa nhầm ngày 15 tháng 3 là gì", "hạn ngày 15 tháng 3 là gì", id="the shorter part"),
        pytest.param("kế hoạch 2023 à nhầm 2024 có mấy việc", "kế hoạch 2024 có mấy việc", id="a figure"),
        pytest.param("quý 1 à nhầm quý 2, ủa lộn quý 3 có gì", "quý 3 có gì", id="twice"),
        pytest.param("quý 2 xin lỗi nói nhầm quý 3 có gì", "quý 3 có gì", id="said so"),
    ],
)
def test_what_slipped_out_is_left_out(said: str, meant: str) -> None:
    assert repaired(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "à nhầm, quý 4",
        "tháng 3 có việc gì à không",
        "văn phòng có phối hợp gì không, à quên, chị gửi em file",
        "xử lý hồ sơ nhầm lẫn, hồ sơ thiếu do ai",
        "không, ý tôi là quý 4",
        "quý 2 có việc gì, à quên quý 3 nữa nhé",
        "em cần danh sách việc quý 3, à quên, em ở phòng tổ chức",
        "việc hạn tháng 12 của văn phòng à nhầm tháng 11",
        "trạm y tế xã à nhầm xã đội có việc gì",
        "hạn 30/6 của công an xã à nhầm 31/3",
        "việc 15 hạn tháng 3 à, không phải tháng 4 à",
    ],
)
def test_what_puts_nothing_right_stays(text: str) -> None:
    assert repaired(text) == text


def test_a_list_is_of_the_unit_that_was_meant() -> None:
    rows = [
        a_task(
            task="Trực chốt", stt="1", lead=("Phòng Điều dưỡng",), coordinate=(), deadline=a_deadline(date(2027, 5, 2))
        ),
        a_task(task="Phát tờ rơi", stt="2", lead=("Phòng Truyền thông",), coordinate=()),
    ]
    text = "em mới về phòng điều dưỡng… à nhầm, phòng truyền thông, cho em xin toàn bộ đầu việc phòng em làm chính"
    assert stts(ask(make_snapshot([a_loaded_plan(rows)]), text)) == ["2"]
