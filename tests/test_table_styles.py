"""Tables of tasks in any style of an office, written to any format, give the rows that were written."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from opendocument import as_odt
from tables_in_styles import (
    Line,
    Plan,
    Row,
    Style,
    examples,
    expected,
    lines,
    long_plans,
    plans,
    run_together,
    sheet_of,
    styles,
    understood,
)
from writers import TABLE_WRITERS, Sheet, as_pdf

from knowledge.plan.understanding import understand
from knowledge.readers import read_here
from knowledge.readers.legacy import can_convert

WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    **TABLE_WRITERS,
    "pdf with cells in the middle": partial(as_pdf, centred=True),
    "pdf without rules": partial(as_pdf, ruled=False),
    "pdf without rules, cells in the middle": partial(as_pdf, ruled=False, centred=True),
}
BREAKS_LINES = {"docx", "xlsx", "html"}  # inside a cell; whether a name that fills its line ends, a PDF does not say
IN_SPACES = "columns told apart by spaces"  # words over two columns leave none between them
BY_WHITE = {IN_SPACES, "pdf without rules", "pdf without rules, cells in the middle"}


def fitting(form: str, style: Style) -> Style:
    """What a form can show at all."""
    style = replace(style, between="; ") if style.between == "\n" and form not in BREAKS_LINES else style
    return replace(style, over_units=False) if form == IN_SPACES else style


def rows(data: bytes) -> list[Row]:
    return [understood(task) for task in understand(read_here(data, "ke-hoach")).tasks]


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=examples(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=plans, style=styles)
def test_rows_in_any_style_survive_every_format(form: str, plan: Plan, style: Style) -> None:
    assume(form not in BY_WHITE or sum(map(len, plan)) > 1)  # one row below its header makes no columns
    style = fitting(form, style)
    assert rows(WRITERS[form](sheet_of(plan, style))) == expected(plan, style)


@pytest.mark.parametrize("form", sorted(BY_WHITE))
@settings(max_examples=examples(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(line=lines, style=styles)
def test_a_row_alone_below_its_header_without_rules_is_told_as_a_guess(form: str, line: Line, style: Style) -> None:
    found = understand(read_here(WRITERS[form](sheet_of(((line,),), fitting(form, style))), "ke-hoach"))

    assert any("chỉ có một dòng" in doubt.message for doubt in found.doubts) == bool(found.tasks)
    assert found.doubts


@pytest.mark.parametrize("centred", [False, True], ids=["at the top", "in the middle"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without rules"])
@settings(max_examples=examples(4), deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=long_plans, style=styles, again=st.booleans())
def test_rows_in_any_style_survive_a_pdf_of_many_pages(
    plan: Plan, style: Style, *, ruled: bool, centred: bool, again: bool
) -> None:
    style = fitting("pdf of many pages", style)
    printed_again = 1 + style.over_units if again else 0
    data = as_pdf(sheet_of(plan, style), repeat=printed_again, ruled=ruled, centred=centred)
    assert rows(data) == expected(plan, style)


@pytest.mark.parametrize("centred", [False, True], ids=["at the top", "in the middle"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without rules"])
@settings(max_examples=examples(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=plans | long_plans, style=styles)
def test_units_one_a_line_of_a_pdf_are_parted_or_told_and_never_cut(
    plan: Plan, style: Style, *, ruled: bool, centred: bool
) -> None:
    assume(sum(map(len, plan)) > 1)
    style = replace(style, between="\n")
    found = understand(read_here(as_pdf(sheet_of(plan, style), ruled=ruled, centred=centred), "ke-hoach"))
    read, written = [understood(task) for task in found.tasks], expected(plan, style)

    assert [row[:4] for row in read] == [row[:4] for row in written]
    cells = [
        cell for one, other in zip(read, written, strict=True) for cell in ((one[4], other[4]), (one[5], other[5]))
    ]
    joined = [run_together(*cell) for cell in cells]
    assert None not in joined
    alone = {unit for units, _ in cells for unit in units}
    listed = any(len(units) > 1 for units, _ in cells)  # elsewhere a line ends before its column does
    told = " ".join(doubt.message for doubt in found.doubts)
    for parts in (parts for several in joined for parts in several or ()):
        assert f"“{' '.join(parts)}”" in told or not (listed or alone.issuperset(parts))


@pytest.mark.skipif(not can_convert("docx"), reason="LibreOffice Writer is not on this machine")
@settings(max_examples=examples(2), deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=plans, style=styles)
def test_rows_in_any_style_survive_an_opendocument_text(plan: Plan, style: Style) -> None:
    assert rows(as_odt(sheet_of(plan, style))) == expected(plan, style)
