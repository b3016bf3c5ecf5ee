"""Tables of targets: an indicator in each row with the figures that are to be reached, and no tasks.

They are known by a column of indicators ("Chỉ tiêu") beside columns in which figures stand; who watches them may stand
there as well. The figure that counts is the last column's that speaks of what is to be, not of what was.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.document import Cover, Row, Table
from knowledge.language.text import folded
from knowledge.model import Target
from knowledge.plan.columns import LONGEST, Role, flat, role_of
from knowledge.plan.headers import is_numbering
from knowledge.plan.numbering import SectionPath, parse

_INDICATOR = re.compile(r"^(?:ten |noi dung |cac |he thong )?(?:chi tieu|chi so|tieu chi)\b")
_MEASURE = re.compile(r"^(?:don vi(?: tinh)?|dvt|don vi do)$")
_FIGURE = re.compile(r"^[^\d]{0,18}\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*(?:%|‰|[^\W\d_]+(?: [^\W\d_]+)?)?$")
_PAST = re.compile(r"\b(?:hien trang|thuc hien nam|uoc|da dat|so lieu|truoc)\b")
_AIM = re.compile(r"\b(?:muc tieu|ke hoach|phan dau|chi tieu|ket qua|can dat)\b")
_SHARE = 0.6  # of the rows below that have a figure in a column of figures
_HEAD = 4  # rows, the header is among them


@dataclass(frozen=True, slots=True)
class TargetColumns:
    """Where the indicator, its measure and the figure that counts stand."""

    number: int | None
    indicator: int
    measure: int | None
    figure: int
    width: int


def target_columns(table: Table) -> tuple[TargetColumns, int] | None:
    """The columns of a table of targets and the position below its header; None where it is none."""
    for at, row in enumerate(table.rows[:_HEAD]):
        names = [flat(cell) for cell in row.cells]
        indicator = next((i for i, n in enumerate(names) if len(n) <= LONGEST and _INDICATOR.match(folded(n))), None)
        if indicator is None or _names_tasks(names) or _is_title(row):
            continue
        below = at + 1
        while below < len(table.rows) and _goes_on(table.rows[below], indicator):
            names = [_with_sub(name, flat(cell)) for name, cell in zip(names, table.rows[below].cells, strict=True)]
            below += 1
        figures = _figure_columns(table.rows[below:], names, indicator)
        if figures:
            number = next((i for i, name in enumerate(names) if role_of(name)[0] is Role.STT), None)
            measure = next((i for i, name in enumerate(names) if _MEASURE.match(folded(name))), None)
            return TargetColumns(number, indicator, measure, _counting(figures, names), len(names)), below
    return None


def target_rows(rows: Sequence[Row], columns: TargetColumns) -> Iterator[Target]:
    """The targets of rows below a header; a row without a figure heads those below it."""
    path = SectionPath()
    for row in rows:
        name, figure = flat(row.cells[columns.indicator]), flat(row.cells[columns.figure])
        number = flat(row.cells[columns.number]) if columns.number is not None else ""
        covered = row.cells[columns.figure].cover is Cover.LEFT
        if figure and name and not covered:
            value = _with_measure(figure, flat(row.cells[columns.measure]) if columns.measure is not None else "")
            yield Target(f"{name} {value}", (value,), path.path, row.place)
        elif name or number:
            path.enter(parse(number), name if name != number else "")


def _is_title(row: Row) -> bool:
    """Whether a row says no more than a number and a title ("VII. Chỉ số cải cách hành chính" over the columns)."""
    return sum(cell.cover is Cover.OWN and bool(flat(cell)) for cell in row.cells) < 3


def _names_tasks(names: Sequence[str]) -> bool:
    """Whether a header has tasks beside the indicators: then these are the objectives of tasks."""
    return any(role in {Role.TASK, Role.ACTIVITY} and strength > 1 for role, strength in map(role_of, names))


def _goes_on(row: Row, indicator: int) -> bool:
    return row.cells[indicator].cover is Cover.ABOVE or is_numbering(row)


def _with_sub(name: str, sub: str) -> str:
    return name if not sub or sub == name or (sub.strip("()").isdigit() and len(sub) < 4) else f"{name} {sub}"


def _figure_columns(rows: Sequence[Row], names: Sequence[str], indicator: int) -> list[int]:
    found = []
    for i, name in enumerate(names):
        if i == indicator or role_of(name)[0] in {Role.STT, Role.TIME, Role.BUDGET} or _MEASURE.match(folded(name)):
            continue
        cells = [flat(row.cells[i]) for row in rows if row.cells[i].cover is Cover.OWN and flat(row.cells[i])]
        figures = sum(bool(_FIGURE.match(text)) for text in cells)
        if figures and figures >= _SHARE * len(cells):
            found.append(i)
    return found


def _counting(figures: Sequence[int], names: Sequence[str]) -> int:
    ahead = [i for i in figures if not _PAST.search(folded(names[i]))] or list(figures)
    aims = [i for i in ahead if _AIM.search(folded(names[i]))]
    return (aims or ahead)[-1]


def _with_measure(figure: str, measure: str) -> str:
    if not figure[-1:].isdigit() or not measure or folded(measure) in {"-", "x"}:
        return figure
    return f"{figure}%" if measure == "%" else f"{figure} {measure[:1].lower()}{measure[1:]}"
