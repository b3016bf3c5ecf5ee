"""A plan is heard by what kind of document it is ("chương trình cây xanh"), a row's programme stays the row's."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import lookup
from knowledge.questions.plan_kinds import with_plan_kinds

GREEN = Heading(issuer="UBND tỉnh Trà Lĩnh", place="Trà Lĩnh", years=(2027,), symbol="CTr-UBND", number="64",
                title="Chương trình hành động Thực hiện Nghị quyết số 9 về cây xanh đô thị năm 2027")  # fmt: skip
FAIR = Heading(issuer="Sở Công Thương", place="Trà Lĩnh", title="Kế hoạch Hội chợ năm 2027", years=(2027,))
DECEMBER = a_deadline(date(2027, 12, 9))
TREES = [
    a_task(stt="1", task="Trồng phượng", lead=("Sở Xây dựng",), deadline=a_deadline(date(2027, 6, 9))),
    a_task(stt="2", task="Tổng kết Chương trình năm 2027", lead=("Sở Xây dựng",), deadline=DECEMBER),
]
STALLS = [
    a_task(stt="3", task="Dựng chương trình khai mạc", lead=("Phòng Lễ tân",), deadline=a_deadline(date(2027, 6, 9))),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [a_loaded_plan(TREES, stem="ctr", heading=GREEN), a_loaded_plan(STALLS, stem="kh", heading=FAIR)]
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("chương trình cây xanh ai ký", "kế hoạch cây xanh ai ký"),
        ("CTr cây xanh gửi ai", "kế hoạch cây xanh gửi ai"),
        ("chuong trinh hanh dong ve cay xanh", "ke hoach ve cay xanh"),
        ("số việc của Chương trình này", "số việc của kế hoạch này"),
        ("chương trình số 64 ai ký", "kế hoạch số 64 ai ký"),
        ("chương trình của tỉnh Trà Lĩnh", "kế hoạch của tỉnh Trà Lĩnh"),
        # neighbours: what rows say, and programmes of nobody
        ("chương trình khai mạc ai dựng", "chương trình khai mạc ai dựng"),
        ("tổng kết chương trình năm 2027", "tổng kết chương trình năm 2027"),
        ("chương trình ca nhạc", "chương trình ca nhạc"),
        ("chương trình hội chợ", "chương trình hội chợ"),
    ],
)
def test_the_kind_of_a_plan_is_read_as_a_plan(snapshot: Snapshot, typed: str, read: str) -> None:
    known = lookup(snapshot)
    assert with_plan_kinds(typed, known.plans.calls, known.plans_saying) == read


def test_what_is_pointed_at_behind_a_row_may_be_of_the_row(snapshot: Snapshot) -> None:
    known = lookup(snapshot)
    typed = "chương trình này ai lo"
    assert with_plan_kinds(typed, known.plans.calls, known.plans_saying, of_row=True) == typed


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("tháng 6 chương trình cây xanh có việc gì đến hạn", ["1"]),
        ("chuong trinh cay xanh co may viec", ["1", "2"]),
        ("chương trình khai mạc ai dựng", ["3"]),
    ],
)
def test_its_rows_are_found(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot, text))) == rows
