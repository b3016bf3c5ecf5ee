"""Rows of one plan that have no counterpart in another."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.answers.answer import Answer
from knowledge.identity import LoadedPlan
from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task
from knowledge.reply import line_text


def plan(stem: str, issuer: str, year: int, *tasks: str) -> LoadedPlan:
    heading = Heading(issuer=issuer, place="Cao Bằng", title=f"Kế hoạch công tác năm {year}", years=(year,))
    rows = [a_task(stt=str(at), task=task) for at, task in enumerate(tasks, 1)]
    return a_loaded_plan(rows, stem=stem, source=f"{stem}.txt", heading=heading)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [
            plan("cu", "Sở Du lịch tỉnh Cao Bằng", 2026, "Tổ chức lễ hội thác Bản Giốc năm 2026", "Sửa biển chỉ đường"),
            plan("moi", "Sở Du lịch tỉnh Cao Bằng", 2027, "Tổ chức lễ hội thác Bản Giốc năm 2027", "Tập huấn homestay"),
            plan("xa", "UBND xã Đàm Thủy", 2027, "Dọn rác ven thác"),
        ]
    )


def tasks(said: Answer) -> list[str]:
    return [c.item.task for c in said.cited if isinstance(c.item, Task)]


SAID = [
    ("việc nào có trong kế hoạch 2026 mà 2027 không có", ["Sửa biển chỉ đường"]),
    ("nhiệm vụ nào của kế hoạch 2027 của Sở không có trong kế hoạch 2026", ["Tập huấn homestay"]),
    ("kế hoạch năm nay của Sở có thêm việc gì so với năm ngoái", ["Tập huấn homestay"]),
    ("năm nay bỏ việc gì so với kế hoạch năm ngoái", ["Sửa biển chỉ đường"]),
    ("việc nào kế hoạch của xã có mà kế hoạch 2027 của Sở không có", ["Dọn rác ven thác"]),
]


@pytest.mark.parametrize(("text", "rows"), SAID, ids=[text for text, _ in SAID])
def test_the_rows_that_the_other_plan_lacks_are_listed(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    said = ask(snapshot, text)
    assert tasks(said) == rows
    assert "không có nhiệm vụ tương ứng trong kế hoạch" in line_text(said.head[0])


@pytest.mark.parametrize(("text", "rows"), SAID, ids=[text for text, _ in SAID])
def test_the_same_without_accents(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert tasks(ask(snapshot, folded(text))) == rows


def test_what_is_not_in_a_cell_is_no_other_plan(snapshot: Snapshot) -> None:
    assert "tương ứng" not in line_text(ask(snapshot, "việc nào không có trong phụ lục").head[0])
