"""A whole year beside a unit says which plans are meant; what falls due in it is asked by other words."""

from datetime import date
from functools import cache

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Heading
from knowledge.reply import plain

ONGOING = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
IN_MAY = a_deadline(date(2027, 5, 10), text="10/5/2027")
LAST_MAY = a_deadline(date(2026, 5, 10), text="10/5/2026")
LEAD = ("Đội Quy hoạch",)


def _heading(year: int) -> Heading:
    return Heading(issuer="Công ty Thủy lợi", title=f"Kế hoạch kênh mương năm {year}", years=(year,))


@cache
def snapshot() -> Snapshot:
    now = [
        a_task(stt="1", task="Đo đạc ao hồ", lead=LEAD, deadline=IN_MAY),
        a_task(stt="2", task="Trực chốt kênh", lead=LEAD, deadline=ONGOING),
        a_task(stt="3", task="Vớt bèo", lead=("Đội Cơ giới",), deadline=IN_MAY),
    ]
    then = [a_task(stt="8", task="Cắm mốc ven sông", lead=LEAD, deadline=LAST_MAY)]
    return make_snapshot(
        [
            a_loaded_plan(now, heading=_heading(2027)),
            a_loaded_plan(then, "ke-hoach-2026", heading=_heading(2026)),
        ]
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Đội Quy hoạch năm 2027 làm gì", "12"),
        ("Đội Quy hoạch chủ trì việc gì trong năm 2027", "12"),
        ("nhiệm vụ năm 2027 của Đội Quy hoạch", "12"),
        ("doi quy hoach nam 2027 chu tri may viec", "12"),
        ("việc Đội Quy hoạch chủ trì năm 2027, bỏ việc thường xuyên", "1"),
        ("Đội Quy hoạch năm 2026 làm gì", "8"),
        # neighbours: days are asked
        ("việc của Đội Quy hoạch đến hạn trong năm 2027", "1"),
        ("Đội Quy hoạch tháng 5/2027 làm gì", "1"),
        ("Đội Quy hoạch làm gì trước năm 2027", "8"),
        ("Đội Quy hoạch ngoài năm 2027 làm gì", "2"),
        ("việc của Đội Quy hoạch trừ năm 2027", "2"),
    ],
)
def test_a_unit_has_all_its_rows_of_the_plan_of_the_year(text: str, rows: str) -> None:
    assert numbers(ask(snapshot(), text)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [("Đội Quy hoạch năm 2026 có việc gì", "8"), ("còn của Đội Quy hoạch năm 2027", "12")],
    ids=["its rows are asked for", "no other row is told"],
)
def test_behind_a_row_a_unit_and_a_year_go_on_with_what_was_asked(text: str, rows: str) -> None:
    assert numbers(ask(snapshot(), "ai vớt bèo", text)) == rows


@pytest.mark.parametrize(
    "text",
    [
        "trong các kế hoạch đang có những việc nào của Đội Cơ giới",
        "trong các kế hoạch đang có, việc nào của Đội Cơ giới",
    ],
)
def test_plans_in_which_rows_are_looked_for_are_not_asked_for(text: str) -> None:
    assert stts(ask(snapshot(), text)) == ["3"]


@pytest.mark.parametrize("text", ["các kế hoạch đang có", "đang có những kế hoạch nào", "cho xem các kế hoạch đang có"])
def test_plans_that_are_asked_for_are_told(text: str) -> None:
    assert "Đang có 2 kế hoạch" in plain(ask(snapshot(), text))


def test_the_list_of_a_unit_goes_on_in_another_year() -> None:
    assert stts(ask(snapshot(), "Đội Quy hoạch năm 2027 làm gì", "còn năm 2026")) == ["8"]
    assert stts(ask(snapshot(), "Đội Quy hoạch năm 2026 làm gì", "năm 2027 thì sao")) == ["1", "2"]
