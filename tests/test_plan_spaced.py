"""Tables in columns of spaces without numbers of rows (`data/spaced.txt`, invented offices)."""

from pathlib import Path

import pytest
from grids import told

from knowledge.plan.understanding import understand
from knowledge.readers import read_here

TITLE = "KẾ HOẠCH\nCông tác năm 2027\n\nII. NỘI DUNG\n"


def documents() -> dict[str, tuple[str, list[str]]]:
    text = (Path(__file__).parent / "data" / "spaced.txt").read_text("utf-8")
    found = {}
    for section in text.split("\n## ")[1:]:
        name, _, rest = section.partition("\n")
        lines, _, rows = rest.partition("\n->\n")
        found[name] = (lines, rows.strip().splitlines())
    return found


DOCUMENTS = documents()


@pytest.mark.parametrize(("text", "rows"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_rows_are_told_by_empty_lines_or_by_the_cells_that_begin_in_a_line(text: str, rows: list[str]) -> None:
    tasks = understand(read_here((TITLE + text).encode(), "a.txt")).tasks
    assert [told(task) for task in tasks if task.kind.value == "table"] == rows
