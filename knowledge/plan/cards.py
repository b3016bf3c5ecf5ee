"""Tables that stand on their side: the names of the columns run down the first one, each task is a column beside it.

A form for a single task is such a table ("Nhiệm vụ | …", "Đơn vị chủ trì | …", "Thời hạn | …"), and a table may hold
one form below the other, counted or not ("Nhiệm vụ 2 | …"). They are turned, so that they are read as every other table
is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.document import Cell, Cover, Row, Table
from knowledge.language.text import folded
from knowledge.plan.columns import Role, flat, role_of
from knowledge.plan.draft import span
from knowledge.plan.labels import label_role

_FEWEST = 3  # names: fewer could be a header of two columns
_MOST = 12  # tasks side by side


def upright(table: Table) -> Table:
    """The table with its rows and columns turned where its first column names what columns do; else as it is."""
    spelled: dict[str, str] = {}
    counted = [*map(_name, table.rows)]
    names = [spelled.setdefault(folded(name), name) for name, _ in counted]
    if not _names_columns(names) or not 2 <= len(table.rows[0].cells) <= _MOST:
        return table
    header = list(dict.fromkeys(filter(None, names)))
    numbers = [number for _, number in counted]
    title = Row(tuple(Cell(text) for text in (*[_NUMBER] * any(numbers), *header)), table.rows[0].place)
    return replace(table, rows=(title, *_rows(table, names, header, numbers)))


_NUMBER = "STT"
_COUNTED = re.compile(r"(?P<name>[^\d:]+?)\s+(?:số\s+)?(?P<number>\d{1,3})")


def _name(row: Row) -> tuple[str, str]:
    """The name in the first column of a row, and the number of the task that it names, "" where it has none."""
    name = flat(row.cells[0]).rstrip(" :.") if row.cells and row.cells[0].cover is Cover.OWN else ""
    counted = _COUNTED.fullmatch(name)
    return (counted["name"], counted["number"]) if counted and _role(counted["name"]) is Role.TASK else (name, "")


def _role(name: str) -> Role:
    return label_role(name) or role_of(name)[0]


def _names_columns(names: Sequence[str]) -> bool:
    """Whether all names are those of columns of tasks, with one of what is to be done among them."""
    if len(set(names)) < _FEWEST or not all(names):
        return False
    roles = [*map(_role, names)]
    return Role.OTHER not in roles and Role.TASK in roles and len(set(roles)) >= _FEWEST


def _rows(table: Table, names: Sequence[str], header: Sequence[str], numbers: Sequence[str]) -> Iterator[Row]:
    """The tasks, form by form; a name that comes again begins the next form."""
    starts = [at for at, name in enumerate(names) if name == names[0]]
    for start, end in zip(starts, [*starts[1:], len(names)], strict=True):
        form = table.rows[start:end]
        place = span([row.place for row in form])
        for column in range(1, len(table.rows[0].cells)):
            if any(flat(row.cells[column]) and row.cells[column].cover is Cover.OWN for row in form):
                own = (_cell(form, names[start:end], name, column) for name in header)
                yield Row((*[Cell(numbers[start])] * any(numbers), *own), place)


def _cell(form: Sequence[Row], names: Sequence[str], name: str, column: int) -> Cell:
    """What a form says under a name, also where that stands there twice."""
    cells = [row.cells[column] for row, named in zip(form, names, strict=True) if named == name]
    return Cell(";\n".join(filter(None, (cell.text for cell in cells))), bold=any(cell.bold for cell in cells))
