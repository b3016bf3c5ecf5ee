"""Real plans, where they are beside this checkout."""

from pathlib import Path

from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text


def test_every_row_of_a_real_plan_over_twelve_pages_is_read(shared: Path) -> None:
    path = next((shared / "plans").glob("000_*.txt"))
    plan = understand(read_text(path.read_text("utf-8"), path.name))
    rows = [t for t in plan.tasks if t.kind == "table"]
    assert len(rows) == 55
    assert all(t.task and t.section for t in rows)
