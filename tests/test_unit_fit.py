"""Words that could be the short form of a unit are another word where they were typed with accents."""

from datetime import date

import pytest
from builders import a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import make_snapshot
from knowledge.questions.earlier import Earlier
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.reading import Reading


@pytest.fixture(scope="module")
def known() -> Lookup:
    rows = [a_task(task="Xây kho lưu trữ", stt="1", lead=("Công an tỉnh",), coordinate=("Ban Quản lý rừng",))]
    return lookup(make_snapshot([a_loaded_plan(rows)]))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("CA tỉnh làm gì", ["ca tinh"], id="typed as it is"),
        pytest.param("việc của ca tỉnh", ["cua ca tinh"], id="behind a link"),
        pytest.param("kho lưu trữ của cả tỉnh giao cho ai", [], id="the whole, behind a link"),
        pytest.param("cả tỉnh có kho lưu trữ không", [], id="the whole"),
        pytest.param("việc của ban quản lý rừng", ["cua ban quan ly rung"], id="a whole name"),
    ],
)
def test_a_short_form_has_no_accents(known: Lookup, text: str, units: list[str]) -> None:
    spans = Reading(known, date(2027, 3, 1)).spans_of(text, [0], earlier=Earlier())
    assert [folded(" ".join(spans.words[unit.start : unit.end])) for unit in spans.units] == units
