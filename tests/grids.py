"""Tables as offices make them, written down briefly.

One line a row, cells apart by "|". "^" is a cell merged with the one above, "<" with the one to the left; `\\n` in a
cell is a line break. "===" alone is the end of a page: a new piece of the same table begins.
"""

from pathlib import Path

from knowledge.document import Cell, Cover, Document, Row, Table
from knowledge.model import Place, Task


def a_document(text: str) -> Document:
    """A document of one table over as many pages as the text has."""
    pieces = text.strip("\n").split("\n===\n")
    tables, line = [], 0
    above: list[Cell] = []
    for i, piece in enumerate(pieces):
        rows = []
        for printed in piece.split("\n"):
            line += 1
            cells = _cells(printed, above)
            above = list(cells)
            rows.append(Row(cells=tuple(cells), place=Place(lines=(line, line))))
        tables.append(Table(rows=tuple(rows), continues=i > 0))
    return Document(source="ke-hoach.docx", blocks=tuple(tables))


def told(task: Task) -> str:
    """A task in one line: what is empty is left out, labelled by its first letter."""
    parts = {
        "S": " > ".join(task.section),
        "N": task.stt + ("*" if task.stt_inherited else ""),
        "O": task.objective,
        "T": task.task,
        "A": task.activity,
        "R": task.result,
        "L": " + ".join(task.lead),
        "C": " + ".join(task.coordinate),
        "D": task.deadline.text,
        "B": task.budget,
        "P": task.person,
        "Z": task.status,
        "X": "; ".join(f"{name}={text}" for name, text in task.extra),
    }
    return " | ".join(f"{label}:{value}" for label, value in parts.items() if value)


def cases(name: str) -> dict[str, tuple[str, list[str]]]:
    """Each text of a file in `data` and the rows that it has, by its name: "## name", lines, "->" and a row a line."""
    found = {}
    for section in (Path(__file__).parent / "data" / name).read_text("utf-8").split("\n## ")[1:]:
        title, _, rest = section.partition("\n")
        text, _, rows = rest.partition("\n->")
        found[title] = (text, rows.strip().splitlines())
    return found


def _cells(printed: str, above: list[Cell]) -> list[Cell]:
    cells: list[Cell] = []
    for i, raw in enumerate(printed.split("|")):
        text = raw.strip().replace("\\n", "\n")
        if text == "^":
            cells.append(Cell(above[i].text, Cover.ABOVE))
        elif text == "<":
            cells.append(Cell(cells[-1].text, Cover.LEFT))
        else:
            cells.append(Cell(text.strip("*"), bold=text.startswith("**")))
    return cells
