"""Whole documents understood, invented and real."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import RefusedError
from knowledge.model import TaskKind
from knowledge.plan.confined import understand_confined
from knowledge.plan.understanding import understand
from knowledge.readers import Limits, isolation
from knowledge.readers.text import read_text

HEAD = """Số: {number}/KH-VHTT

An Bình, ngày 05 tháng 01 năm 2027

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2027
"""
PLAN = (
    HEAD.format(number=7)
    + """
I. MỤC TIÊU

- Phấn đấu 80% tổ dân phố được phổ biến kế hoạch.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Nội vụ chủ trì theo dõi việc thực hiện Kế hoạch, báo cáo trước ngày 10/12/2027.

Phụ lục

TT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời gian
I\tTuyên truyền
1\tViết tin bài về dịch vụ công\tTin bài\tPhòng Văn hóa\tVăn phòng\tTrước ngày 30/6
"""
)


def test_a_plan_has_its_heading_rows_duties_targets_and_passages() -> None:
    plan = understand(read_text(PLAN, "ke-hoach.txt"))
    assert (plan.heading.number, plan.heading.years) == ("7/KH-VHTT", (2027,))
    assert [(t.kind, t.lead, t.deadline.due) for t in plan.tasks] == [
        (TaskKind.PROSE, ("Phòng Nội vụ",), (date(2027, 12, 10),)),
        (TaskKind.TABLE, ("Phòng Văn hóa",), (date(2027, 6, 30),)),
    ]
    assert [t.values for t in plan.targets] == [("80%",)]
    assert any("theo dõi việc thực hiện" in p.text for p in plan.passages)


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        pytest.param(
            "Trước ngày 31/02/2027",
            "Dòng 1: thời hạn “Trước ngày 31/02/2027” có ngày không tồn tại, được hiểu là 28/02/2027, "
            "cần đối chiếu bản gốc",
            id="February",
        ),
        pytest.param(
            "31/4", "Dòng 1: thời hạn “31/4” có ngày không tồn tại, được hiểu là 30/4/2027, cần đối chiếu bản gốc",
            id="without its year",
        ),
    ],
)  # fmt: skip
def test_a_printed_day_that_no_calendar_has_is_doubted(printed: str, message: str) -> None:
    plan = understand(read_text(PLAN.replace("Trước ngày 30/6", printed), "ke-hoach.txt"))
    row = plan.tasks[-1]

    assert [(doubt.message, doubt.place) for doubt in plan.doubts] == [(message, row.place)]


@pytest.mark.parametrize("printed", ["Trước ngày 30/6", "Tháng 2", "29/02/2028", "Cuối tháng 02/2027", "Quý I"])
def test_a_day_or_month_that_exists_is_not_doubted(printed: str) -> None:
    assert understand(read_text(PLAN.replace("Trước ngày 30/6", printed), "ke-hoach.txt")).doubts == ()


def test_a_file_with_two_plans_is_refused_with_the_place_of_both() -> None:
    with pytest.raises(RefusedError, match=r"hai-ke-hoach\.txt: tệp chứa 2 kế hoạch \(dòng 1, dòng \d+\)"):
        understand(read_text(PLAN + "\n" + HEAD.format(number=8), "hai-ke-hoach.txt"))


@pytest.mark.parametrize(("stem", "count"), [("000", 55), ("001", 66), ("002", 35), ("003", 43), ("004", 0)])
def test_every_row_of_a_real_plan_is_read(shared: Path, stem: str, count: int) -> None:
    path = next((shared / "plans").glob(f"{stem}_*.txt"))
    plan = understand(read_text(path.read_text("utf-8"), path.name))
    rows = [t for t in plan.tasks if t.kind is TaskKind.TABLE]
    assert len(rows) == count
    assert all(t.task and t.section and (t.lead or t.place) for t in rows)


def test_a_long_document_is_understood_in_a_process_of_its_own() -> None:
    document = read_text("KẾ HOẠCH\nCông tác năm 2027\nI. NHIỆM VỤ\n1. In đề thi. Chủ trì: Sở Y tế.\n", "dai.txt")

    assert understand_confined(document, short=10) == understand(document)


def test_understanding_that_takes_too_long_is_refused_with_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_PATIENCE", 60.0)  # the limit of the processor is meant, however busy the machine
    document = read_text("KẾ HOẠCH\n" + "Sở Y tế rà soát văn bản (VBQPPL) trước ngày 30/6/2027.\n" * 25_000, "dai.txt")
    with pytest.raises(RefusedError, match=r"dai.txt: tệp cần hơn 1 giây máy chạy để hiểu nội dung đã đọc"):
        understand_confined(document, limits=Limits(understanding=1), short=10)


def test_a_refusal_of_understanding_comes_through() -> None:
    one = "Số: {}/KH-SYT\nAn Bình, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\nI. MỤC ĐÍCH\nNâng cao.\n"
    document = read_text(one.format(1) + one.format(2), "hai.txt")
    with pytest.raises(RefusedError, match=r"tệp chứa 2 kế hoạch"):
        understand_confined(document, short=10)
