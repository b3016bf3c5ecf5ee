"""Whether the cells of a column head the rows beside them, several each, as merged cells do ("Tuần 1 (01/3 - 05/3)").

Where the text of a table has lost the merging, a cell stands in the first of its rows only, or once more in each.
"""

from collections.abc import Sequence
from itertools import groupby

from knowledge.document import Cover, Row
from knowledge.plan.columns import flat

_FEWEST = 4  # rows of a table whose merging is lost
_ROWS = 2  # of a heading, on average


def groups_rows(body: Sequence[Row], at: int) -> bool:
    """Whether the cells of a column each reach over several of some rows."""
    rows = [row for row in body if not any(cell.cover is Cover.LEFT for cell in row.cells)]
    if any(cell.cover is Cover.ABOVE for row in rows for cell in row.cells):
        return any(row.cells[at].cover is Cover.ABOVE and flat(row.cells[at]) for row in rows)
    said = [flat(row.cells[at]) for row in rows if sum(bool(flat(cell)) for cell in row.cells) > 1]
    headings = [text for text, _ in groupby(_filled_down(said))]
    several = len(headings) > 1 and len(headings) * _ROWS <= len(said)
    return several and all(headings) and len(set(headings)) == len(headings) and len(said) >= _FEWEST


def _filled_down(said: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for text in said:
        filled.append(text or (filled[-1] if filled else ""))
    return filled
