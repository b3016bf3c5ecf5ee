"""A year behind the word for a table is the plan's, and no time that rows are due in."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import DeadlineKind, Heading


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    always = a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING)
    loaded = []
    for year, first in ((2026, "11"), (2027, "21")):
        rows = [
            a_task(task="Trực tổng đài điều phối xe", stt=first, lead=("Trạm Cấp cứu",), coordinate=(),
                   deadline=always),
            a_task(task="Diễn tập chuyển viện", stt=f"{first}0", lead=("Trạm Cấp cứu",), coordinate=(),
                   deadline=a_deadline(date(year, 6, 20))),
            a_task(task="Mua cáng cho mùa lễ", stt=f"{first}1", lead=("Khoa Dược",), coordinate=(),
                   deadline=a_deadline(date(year - 1, 12, 15))),
        ]  # fmt: skip
        heading = Heading(
            issuer="Bệnh viện An Bình", place="An Bình", years=(year,), title=f"Kế hoạch Cấp cứu năm {year}"
        )
        loaded.append(a_loaded_plan(rows, stem=f"cap-cuu-{year}", heading=heading))
    return make_snapshot(loaded)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Tôi là Trạm Cấp cứu, trong phụ lục 2027 mình đứng tên chủ trì những mục nào?", ["21", "210"],
                     id="one's own unit"),
        pytest.param("theo bảng phân công 2026 Trạm Cấp cứu chủ trì những gì", ["11", "110"], id="a longer word"),
        pytest.param("trong phu luc nam 2026 tram cap cuu chu tri muc nao", ["11", "110"], id="without accents"),
        pytest.param("trong phụ lục 2 năm 2026 Trạm Cấp cứu chủ trì mục nào", ["11", "110"], id="a numbered table"),
        pytest.param("bảng 2027: Trạm Cấp cứu chủ trì mấy mục", ["21", "210"], id="counted"),
        pytest.param("việc đến hạn trong phụ lục năm 2027 của Trạm Cấp cứu", ["210"], id="what is due in the year"),
        pytest.param("trong bảng, năm 2025 Khoa Dược có việc nào", ["111"], id="a year of no plan"),
    ],
)  # fmt: skip
def test_the_year_of_a_table_is_its_plans(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert stts(ask(snapshot, text)) == rows


def test_a_table_is_where_a_row_stands_and_no_topic(snapshot: Snapshot) -> None:
    said = ask(snapshot, "trong phụ lục 2026 ai chủ trì diễn tập chuyển viện")
    assert stts(said) == ["110"]
    assert not said.tentative
