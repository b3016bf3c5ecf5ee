"""Ruling lines become grids of cells, also where a page does not draw them all."""

import pytest

from knowledge.readers.grid import Span
from knowledge.readers.ruling import Rule, regrid, ruled_tables

SLACK = 1.5


def cells(across: list[Rule], down: list[Rule]) -> list[list[tuple[int, int, int, int]]]:
    return [[(s.row, s.column, s.rows, s.columns) for s in t.spans] for t in ruled_tables(across, down, SLACK)]


def h(y: float, x0: float = 0, x1: float = 100) -> Rule:
    return Rule(y, x0, x1)


def v(x: float, y0: float = 0, y1: float = 40) -> Rule:
    return Rule(x, y0, y1)


FULL = [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("across", "down", "expected"),
    [
        pytest.param([h(0), h(20), h(40)], [v(0), v(50), v(100)], [FULL], id="all rules drawn"),
        pytest.param([h(0), h(20)], [v(0), v(50), v(100)], [FULL], id="no rule at the page end"),
        pytest.param([h(20), h(40)], [v(0), v(50), v(100)], [FULL], id="no rule at the page start"),
        pytest.param([h(0), h(20), h(40)], [v(50)], [FULL], id="open at both sides"),
        pytest.param(
            [h(0, 0, 50), h(0, 50, 100), h(20), h(20.8), h(40)], [v(0), v(0.5), v(50), v(100)], [FULL],
            id="pieces and double lines",
        ),
        pytest.param(
            [h(0), h(20), h(40)], [v(0), v(50, 20, 40), v(100)], [[(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]],
            id="merged over columns",
        ),
        pytest.param(
            [h(0), h(20, 50, 100), h(40)], [v(0), v(50), v(100)], [[(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]],
            id="merged over rows",
        ),
        pytest.param(
            [h(0), h(20), h(40), h(60, 200, 300), h(90, 200, 300)],
            [v(0), v(50), v(100), v(200, 60, 90), v(250, 60, 90), v(300, 60, 90)],
            [FULL, [(0, 0, 1, 1), (0, 1, 1, 1)]],
            id="two tables",
        ),
        pytest.param([h(10, 0, 30), h(30, 0, 80)], [], [], id="lines under words"),
        pytest.param([h(0), h(40)], [v(0), v(100)], [], id="a frame"),
    ],
)  # fmt: skip
def test_rules_make_cells(across: list[Rule], down: list[Rule], expected: list[list[tuple[int, ...]]]) -> None:
    assert cells(across, down) == expected


def test_a_continuation_takes_the_columns_of_the_table_before() -> None:
    (table,) = ruled_tables([h(0), h(20), h(40)], [v(0), v(51), v(100)], SLACK)
    again = regrid(table, (0, 25, 50, 100), 4)
    assert again.spans[0] == Span(0, 0, columns=2)
    assert again.spans[1] == Span(0, 2)


def test_columns_that_do_not_fit_are_left_alone() -> None:
    (table,) = ruled_tables([h(0), h(20), h(40)], [v(0), v(60), v(100)], SLACK)
    assert regrid(table, (0, 25, 50, 100), 4) is table


def test_two_tables_that_touch_are_told_by_the_columns_that_do_not_go_on() -> None:
    across = [h(y) for y in (0, 10, 20, 30, 40)]
    above, below = (0, 10, 30, 70, 100), (0, 20, 40, 80, 90, 100)
    down = [*(v(x, 0, 20) for x in above), *(v(x, 20, 40) for x in below)]
    assert [(table.xs, table.ys) for table in ruled_tables(across, down, SLACK)] == [
        (above, (0, 10, 20)), (below, (20, 30, 40)),
    ]  # fmt: skip


def test_columns_that_are_parted_in_some_rows_make_no_other_table() -> None:
    across = [h(y) for y in (0, 10, 20, 30)]
    down = [*(v(x, 0, 30) for x in (0, 10, 30, 60, 80, 100)), v(45, 0, 10), v(70, 10, 30)]
    assert len(ruled_tables(across, down, SLACK)) == 1
