"""Rows are left out by what they are about, by which part they stand in, and by both together."""

from datetime import date

import pytest
from asking import ask, numbers
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Task
from knowledge.reply import plain

NETS, BOATS = "I. Ngư cụ", "II. Tàu thuyền ven bờ"
CREW, STORE = "Phòng Lưới", "Tổ Kho"


def _row(stt: str, task: str, lead: str, part: str) -> Task:
    due = a_deadline(date(2027, 4, 28), text="Tháng 4/2027")
    return a_task(stt=stt, task=task, lead=(lead,), coordinate=(), section=(part,), deadline=due)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [
            a_loaded_plan(
                [
                    _row("1", "Kiểm tra mắt lưới kéo", CREW, NETS),
                    _row("2", "Kiểm tra vỏ tàu cá", CREW, BOATS),
                    _row("3", "Lập kế hoạch kiểm tra tàu", CREW, BOATS),
                    _row("4", "Sơn lại cabin", CREW, BOATS),
                    _row("5", "Kiểm tra phao cứu sinh", STORE, BOATS),
                ]
            )
        ]
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Phòng Lưới chủ trì việc gì, không kể việc kiểm tra ở mục tàu thuyền ven bờ", "14"),
        ("Phòng Lưới chủ trì việc gì, không kể hai việc kiểm tra ở mục tàu thuyền ven bờ mà tôi đã có", "14"),
        ("Phòng Lưới chủ trì việc gì, trừ mấy việc về kiểm tra trong phần tàu thuyền ven bờ", "14"),
        ("Phòng Lưới chủ trì việc gì, khỏi kể 2 việc kiểm tra thuộc mục II", "14"),
        ("phong luoi chu tri viec gi, khong ke viec kiem tra o muc tau thuyen ven bo", "14"),
        ("Phòng Lưới chủ trì việc gì, bỏ mấy việc kiểm tra thuộc phần tàu thuyền ven bờ ra", "14"),
        ("phần tàu thuyền ven bờ có việc nào Phòng Lưới chủ trì, trừ hai việc về kiểm tra ở mục đó ra", "4"),
        # neighbours
        ("Phòng Lưới chủ trì việc gì, không kể việc kiểm tra", "4"),
        ("Phòng Lưới chủ trì việc gì, không kể hai việc kiểm tra", "4"),
        ("Phòng Lưới chủ trì việc gì, trừ mấy việc thuộc mục tàu thuyền ven bờ", "1"),
        ("Phòng Lưới chủ trì việc gì, trừ những việc nằm ở phần tàu thuyền ven bờ vì tôi đã nắm", "1"),
        ("phong luoi chu tri viec gi, khong ke may viec nam trong muc tau thuyen ven bo", "1"),
        ("ở mục tàu thuyền ven bờ Phòng Lưới chủ trì việc gì, không kể việc kiểm tra", "4"),
        ("Phòng Lưới chủ trì việc gì ở mục tàu thuyền ven bờ", "234"),
    ],
)
def test_a_matter_is_left_out_of_one_part_alone(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows


def test_the_matter_and_its_part_are_said_together(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Phòng Lưới chủ trì việc gì, không kể việc kiểm tra ở mục tàu thuyền ven bờ"))
    assert "không phải “kiểm tra” thuộc phần “II. Tàu thuyền ven bờ”" in said
