"""Tables in columns of spaces without numbers of rows (`data/spaced.txt`, invented offices)."""

import pytest
from grids import cases, told

from knowledge.plan.understanding import understand
from knowledge.readers import read_here

TITLE = "KẾ HOẠCH\nCông tác năm 2027\n\nII. NỘI DUNG\n"


DOCUMENTS = cases("spaced.txt")


@pytest.mark.parametrize(("text", "rows"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_rows_are_told_by_empty_lines_or_by_the_cells_that_begin_in_a_line(text: str, rows: list[str]) -> None:
    tasks = understand(read_here((TITLE + text).encode(), "a.txt")).tasks
    assert [told(task) for task in tasks if task.kind.value == "table"] == rows
