"""Whether what is claimed is so is said only of rows that are meant for certain, and where they all say the same."""

from dataclasses import replace
from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain

TASK = "Kiểm tra phòng cháy chữa cháy tại trụ sở"
TASKS = (
    "Đóng cửa bãi rác tạm Đồi Chè",
    "Thay đường dây điện xuống cấp dãy nhà lồng B",
    "Khám sức khỏe định kỳ cho người bán thức ăn",
    "Tập huấn nghiệp vụ cho tổ bảo vệ",
    "Sưu tầm tài liệu Hán Nôm trong nhân dân",
)
NINH_LOC = Heading(issuer="UBND xã Ninh Lộc", place="Ninh Lộc", title="Kế hoạch", years=(2027,))
MUONG_KHOA = replace(NINH_LOC, issuer="UBND xã Mường Khoa", place="Mường Khoa")


def in_both(first: int, second: int) -> Snapshot:
    """The same row in two plans, due in a month of each."""
    rows = [a_task(task=TASK, deadline=a_deadline(date(2027, month, 20))) for month in (first, second)]
    headings = (("ninh-loc", NINH_LOC), ("muong-khoa", MUONG_KHOA))
    return make_snapshot(
        [a_loaded_plan([row], stem=stem, heading=heading) for row, (stem, heading) in zip(rows, headings, strict=True)]
    )


def first_lines(said: Answer) -> str:
    return plain(replace(said, entries=()))


@pytest.mark.parametrize(
    ("months", "verdict"),
    [
        pytest.param((5, 5), "Đúng. Thời hạn", id="both are due then"),
        pytest.param((9, 9), "Không đúng. Thời hạn", id="neither is"),
        pytest.param((5, 9), "Thời hạn", id="the first is"),
        pytest.param((9, 5), "Thời hạn", id="the other is"),
    ],
)
def test_of_rows_of_several_plans_it_is_said_of_all_or_of_none(months: tuple[int, int], verdict: str) -> None:
    said = ask(in_both(*months), "kiểm tra phòng cháy chữa cháy tại trụ sở hạn tháng 5 phải không")

    assert len(said.cited) == len(months)
    assert first_lines(said).startswith(verdict)


def test_of_a_row_that_may_not_be_meant_nothing_is_denied() -> None:
    rows = [
        a_task(stt="1", task="Khám sức khỏe định kỳ cho người bán thức ăn", deadline=a_deadline(date(2027, 5, 20))),
        a_task(stt="2", task="Tập huấn nghiệp vụ cho tổ bảo vệ", deadline=a_deadline(date(2027, 9, 20))),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "khám sức khỏe định kỳ cho bảo vệ là tháng 9 phải không")

    assert said.tentative
    assert "Thời hạn: Trước ngày 20/05/2027" in first_lines(said)
    assert "đúng" not in first_lines(said)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("hạn tháng 5", "Đúng. ", id="so"),
        pytest.param("hạn tháng 9", "Không đúng. ", id="not so"),
        pytest.param("hạn 20/5", "Đúng. ", id="a day"),
        pytest.param("tháng 9", "Không đúng. ", id="without the word"),
    ],
)
def test_the_words_of_a_claimed_deadline_are_not_looked_for_in_the_row(claim: str, verdict: str) -> None:
    rows = [a_task(stt=str(at), task=task, deadline=a_deadline(date(2027, 5, 20))) for at, task in enumerate(TASKS, 1)]
    said = ask(make_snapshot([a_loaded_plan(rows)]), f"đóng cửa bãi rác {claim} phải không")

    assert first_lines(said).startswith(f"{verdict}Thời hạn: Trước ngày 20/05/2027")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("tập huấn cứu nạn chỉ có {a} và {b} phối hợp thôi hả", "Không đúng. ", id="two of three"),
        pytest.param("tập huấn cứu nạn chỉ giao cho {a} phối hợp phải không", "Không đúng. ", id="given to one only"),
        pytest.param("tập huấn cứu nạn {a} và {b} phối hợp phải không", "Đúng. ", id="two, of others nothing is said"),
        pytest.param("tập huấn cứu nạn {a} và Phòng Du lịch phối hợp phải không", "Không đúng. ", id="one that is not"),
        pytest.param("tập huấn cứu nạn không phải chỉ có {a} phối hợp đúng không", "Đúng. ", id="denied"),
        pytest.param("dọn kho chỉ có {a} và {b} phối hợp thôi phải không", "Đúng. ", id="both of two"),
        pytest.param("trực cổng chỉ có {a} phối hợp phải không", "Không đúng. ", id="one of all"),
        pytest.param("tập huấn cứu nạn chỉ có {a} phối hợp thôi hả", "Không đúng. ", id="one, closed by a particle"),
    ],
)
def test_units_are_said_to_be_the_only_ones_wherever_they_stand(text: str, verdict: str) -> None:
    a, b, c = ("Phòng Khoa học", "Trạm Thú y", "Phòng Y tế")
    rows = [
        a_task(stt="1", task="Tập huấn cứu nạn mùa lũ", lead=("Phòng Vật tư",), coordinate=(a, b, c)),
        a_task(stt="2", task="Dọn kho dụng cụ", lead=("Phòng Du lịch",), coordinate=(a, b)),
        a_task(stt="3", task="Trực cổng ngày lễ", lead=("Phòng Du lịch",), coordinate=("Các phòng, đơn vị thuộc Sở",)),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text.format(a=a, b=b))
    assert first_lines(said).startswith(f"{verdict}Phối hợp: ")


@pytest.mark.parametrize(
    "text",
    [
        "đóng cửa bãi rác không cần xong trước 20/5 đúng không",
        "đóng cửa bãi rác chưa phải làm xong trong tháng 5 phải không",
        "thay duong day dien day nha long B khong can xong truoc 20/5 dung khong",
    ],
)
def test_of_a_deadline_that_is_denied_nothing_is_said_to_be_so(text: str) -> None:
    rows = [a_task(stt=str(at), task=task, deadline=a_deadline(date(2027, 5, 20))) for at, task in enumerate(TASKS, 1)]
    assert first_lines(ask(make_snapshot([a_loaded_plan(rows)]), text)).startswith("Thời hạn: Trước ngày 20/05/2027")
