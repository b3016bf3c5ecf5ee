"""An office that a question takes for a unit of its own plan."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.model import Heading


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("UBND tỉnh phải làm gì", ["3"], id="what it has to do itself"),
        pytest.param("ubnd tinh duoc giao nhung viec gi", ["3"], id="what it is given, without accents"),
        pytest.param("UBND tỉnh Gia Lai phải làm gì", ["1", "2", "3"], id="its plan, where its place is said"),
        pytest.param("kế hoạch của UBND tỉnh có những việc gì", ["1", "2", "3"], id="its plan, where that is said"),
    ],
)
def test_an_office_that_has_rows_of_its_own_has_to_do_these(text: str, rows: list[str]) -> None:
    heading = Heading(issuer="UBND tỉnh Gia Lai", place="Gia Lai", title="Kế hoạch Cải cách 2027", years=(2027,))
    leads = ("Sở Nội vụ", "Sở Tài chính", "UBND tỉnh")
    given = [a_task(stt=str(at), task=f"Việc thứ {at}", lead=(lead,)) for at, lead in enumerate(leads, 1)]
    other = Heading(issuer="Trường Cao đẳng Pleiku", place="Gia Lai", title="Kế hoạch Dạy nghề 2027", years=(2027,))
    both = [a_loaded_plan(given, heading=heading), a_loaded_plan([a_task(stt="9")], stem="truong", heading=other)]
    assert stts(ask(make_snapshot(both), text)) == rows
