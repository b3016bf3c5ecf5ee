"""Which column of a table holds what, by the meaning of its header and not by one wording.

Offices name the same column in many ways ("Cơ quan chủ trì", "Đơn vị thực hiện", "Người phụ trách"); the words stand in
`data/headers.tsv`. A header may have two levels ("Phân công" over "Chủ trì" and "Phối hợp", "Kinh phí" over years), a
row that only numbers the columns below it, no accents, or slips of OCR.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz

from knowledge.data import records
from knowledge.document import Cell, Cover, Row
from knowledge.text import folded, nfc

_NUMBERED = re.compile(r"^[\[(]?(?:\d{1,2}|[A-Za-z])[\])]?(?:\s*=.*)?[.]?$")
_PERIOD = re.compile(r"^(?:nam |quy |thang |q)?(?:\d{1,4}(?:\s*[-–/]\s*\d{1,4})*|[ivx]{1,4}|cac nam.*|giai doan.*)$")
_LONGEST = 90  # a header cell says a few words; a cell of a row says sentences
_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[IVX]+)\W*$")
_MOST_WORDS = 9  # of a header cell; more is a sentence of a row
_DEEPEST = 3  # levels of a header
_SLIP = 86  # of 100: "Thoi gian hoan thanh" read as "Thol gian hoan thành"
_PLACES = re.compile(r"\W+")


class Role(StrEnum):
    """What a column holds."""

    STT = "stt"
    GROUP = "group"
    OBJECTIVE = "objective"
    TASK = "task"
    ACTIVITY = "activity"
    RESULT = "result"
    LEAD = "lead"
    COORDINATE = "coordinate"
    TIME = "time"
    BUDGET = "budget"
    OTHER = "other"


WHAT = (Role.OBJECTIVE, Role.TASK, Role.ACTIVITY)
_HOW = (Role.RESULT, Role.LEAD, Role.COORDINATE, Role.TIME, Role.BUDGET)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its printed name, and its name on the second level if it has one."""

    role: Role
    name: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table and how many printed rows say so."""

    columns: tuple[Column, ...]
    height: int
    labels: tuple[str, ...]

    def first(self, role: Role) -> int | None:
        """The position of the first column with a role."""
        return next((i for i, c in enumerate(self.columns) if c.role is role), None)

    def all(self, role: Role) -> tuple[int, ...]:
        """The positions of all columns with a role."""
        return tuple(i for i, c in enumerate(self.columns) if c.role is role)


def find_header(rows: Sequence[Row], start: int = 0) -> tuple[int, Header] | None:
    """The first header of tasks at or after a row, with its position; None where the table has none."""
    for at in range(start, len(rows)):
        header = read_header(rows, at)
        if header:
            return at, header
    return None


def read_header(rows: Sequence[Row], at: int) -> Header | None:
    """The header that begins with a row, or None where that row heads no table of tasks."""
    top = [flat(cell) for cell in rows[at].cells]
    if not _looks_like_header(rows[at]):
        return None
    names, subs, height = _levels(rows, at)
    columns = _settle([_column(name, sub) for name, sub in zip(names, subs, strict=True)], rows[at + height :])
    if not _is_of_tasks(columns):
        return None
    if at + height < len(rows) and is_numbering(rows[at + height]):
        height += 1
    return Header(tuple(columns), height, tuple(top))


def columns_of(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns that a header of one line names, or none where they are not those of a list of tasks."""
    columns = _settle([_column(name, "") for name in names], ())
    return (
        tuple(columns)
        if len(columns) >= 3 and _is_of_tasks(columns) and any(c.role is Role.STT for c in columns)
        else ()
    )


def repeats(row: Row, header: Header) -> bool:
    """Whether a row prints the header once more, perhaps with slips."""
    cells = [flat(cell) for cell in row.cells]
    if len(cells) != len(header.labels):
        return False
    pairs = [(folded(a), folded(b)) for a, b in zip(cells, header.labels, strict=True) if a or b]
    alike = sum(a == b or fuzz.ratio(a, b) >= _SLIP for a, b in pairs)
    return bool(pairs) and alike >= max(2, 0.7 * len(pairs))


def is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3) …, A B 1 2."""
    cells = [flat(cell) for cell in row.cells if cell.cover is Cover.OWN]
    filled = [c for c in cells if c]
    if len(filled) < 3 or len(filled) < len(cells) - 1 or not all(_NUMBERED.match(c) for c in filled):
        return False
    digits = [int(d[0]) for c in filled if (d := re.findall(r"\d+", c))]
    return len(digits) >= 2 and digits == sorted(digits) and len(set(digits)) == len(digits)


def flat(cell: Cell) -> str:
    """A cell's words on one line."""
    return nfc(cell.text.replace("\n", " "))


@lru_cache(maxsize=4096)
def role_of(name: str) -> tuple[Role, int]:
    """What a column of that name holds and how surely (0 for a name that says nothing)."""
    bare = _PLACES.sub(" ", folded(name)).strip()
    if not bare or len(bare) > _LONGEST:
        return Role.OTHER, 0
    found = [(s, -at, len(p), r) for r, s, p in _phrases() if (at := f" {bare} ".find(f" {p} ")) >= 0]
    if not found:
        found = [(s - 1, 0, len(p), r) for r, s, p in _phrases() if len(p) > 5 and _is_slip(p, bare)]
    if not found:
        return Role.OTHER, 0
    strength, _, _, role = max(found, key=lambda f: f[:3])
    return (Role.STT, strength) if role is Role.STT and len(bare) <= 14 else (_unless_stt(role), strength)


def _unless_stt(role: Role) -> Role:
    return Role.OTHER if role is Role.STT else role


def _is_slip(phrase: str, bare: str) -> bool:
    if abs(len(phrase) - len(bare)) <= 3:
        return fuzz.ratio(phrase, bare) >= _SLIP
    return len(bare) > len(phrase) and fuzz.partial_ratio(phrase, bare) >= _SLIP


@cache
def _phrases() -> tuple[tuple[Role, int, str], ...]:
    made = ((Role(r), int(s), _PLACES.sub(" ", folded(words)).strip()) for r, s, words in records("headers.tsv"))
    return tuple(made)


def _looks_like_header(row: Row) -> bool:
    own = [flat(c) for c in row.cells if c.cover is Cover.OWN and flat(c)]
    if (
        len(own) < 2
        or any(len(t) > _LONGEST or t.endswith((".", ";")) for t in own)
        or _NUMBER.match(flat(row.cells[0]))
    ):
        return False
    known = [role_of(t) if len(t.split()) <= _MOST_WORDS else (Role.OTHER, 0) for t in own]
    sure = {role for role, strength in known if strength >= 1 and role is not Role.OTHER}
    named = sum(strength > 0 for _, strength in known)
    return len(sure) >= 2 and named >= 0.6 * len(own)


def _levels(rows: Sequence[Row], at: int) -> tuple[list[str], list[str], int]:
    """The names of the columns on the upper level, on the lowest one, and how many rows say so."""
    names, height = [flat(cell) for cell in rows[at].cells], 1
    subs = [""] * len(names)
    while at + height < len(rows) and height < _DEEPEST and _is_second_level(rows[at + height], rows[at + height - 1]):
        if height == 1:
            deeper = [flat(c) if c.cover is not Cover.ABOVE else "" for c in rows[at + 1].cells]
            names = _spread(rows[at].cells, deeper)
        else:
            names = [f"{name} {sub}".strip() for name, sub in zip(names, subs, strict=True)]
        row = rows[at + height]
        subs = [flat(c) if c.cover is not Cover.ABOVE else "" for c in row.cells]
        height += 1
    return names, subs, height


def _is_second_level(row: Row, top: Row) -> bool:
    """A row below the header that names parts of its columns: nothing under the number or under what is to be done."""
    own = [(i, flat(c)) for i, c in enumerate(row.cells) if c.cover is not Cover.ABOVE and flat(c)]
    if not own or is_numbering(row):
        return False
    if row.cells[0].cover is Cover.ABOVE and all(_reaches(top, i) for i, _ in own):
        return True  # merged with the header above, and parts of what it reaches over
    for i, text in own:
        head = top.cells[i]
        parent_role, strength = role_of(flat(head))
        if strength and parent_role in {Role.STT, *WHAT, Role.GROUP} and not _reaches(top, i):
            return False
        if not (_PERIOD.match(folded(text)) or (role_of(text)[1] and len(text) <= _LONGEST)):
            return False
    return True


def _reaches(top: Row, at: int) -> bool:
    """Whether the header cell over a column is one over several (merged, or left empty in a text)."""
    if top.cells[at].cover is Cover.LEFT or not flat(top.cells[at]):
        return True
    right = top.cells[at + 1] if at + 1 < len(top.cells) else None
    return right is not None and (right.cover is Cover.LEFT or not flat(right))


def _spread(cells: Sequence[Cell], subs: Sequence[str]) -> list[str]:
    """The upper names over all the columns that they reach over; an empty one takes its left neighbour's."""
    names: list[str] = []
    for cell, sub in zip(cells, subs, strict=True):
        text = flat(cell)
        names.append(names[-1] if not text and sub and names else text)
    return names


def _column(name: str, sub: str) -> tuple[Column, int]:
    if sub and name != sub:
        role, strength = role_of(sub)
        if strength and role is not Role.OTHER:
            upper, _ = role_of(name)
            keep = upper if upper in {Role.TIME, Role.BUDGET} and strength < 3 else role
            return Column(keep, f"{name} {sub}".strip(), sub), strength
        role, strength = role_of(name)
        return Column(role, name or sub, sub), strength
    role, strength = role_of(name)
    return Column(role, name), strength


def _settle(found: Sequence[tuple[Column, int]], body: Sequence[Row]) -> list[Column]:
    """One column for each role: a second one of the same kind is a finer one, or is kept under its own name."""
    columns = [column for column, _ in found]
    columns = _number_column(columns, body)
    _refine_tasks(columns)
    for role in (Role.LEAD, Role.COORDINATE, Role.STT, Role.GROUP):
        _keep_strongest(columns, found, role)
    for role in (Role.RESULT, Role.OBJECTIVE, Role.TIME, Role.BUDGET):
        _keep_first(columns, role)
    return columns


def _number_column(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """The first column without a name is the number where numbers stand in it."""
    if not columns or columns[0].role is not Role.OTHER or any(c.role is Role.STT for c in columns):
        return columns
    cells = [flat(row.cells[0]) for row in body if row.cells and flat(row.cells[0])]
    short = sum(bool(re.match(r"^\W*(?:\d+(?:\.\d+)*|[IVXivx]+|[A-Za-z])[.)]?\W*$", c)) for c in cells)
    if not columns[0].name or (cells and short >= 0.7 * len(cells)):
        columns[0] = Column(Role.STT, columns[0].name)
    return columns


def _refine_tasks(columns: list[Column]) -> None:
    """Activity alone is the task; a second column of tasks is the activity; objectives alone are what is to be done."""
    tasks = [i for i, c in enumerate(columns) if c.role is Role.TASK]
    activities = [i for i, c in enumerate(columns) if c.role is Role.ACTIVITY]
    if not tasks and activities:
        first = activities.pop(0)
        columns[first] = _as(columns[first], Role.TASK)
        tasks = [first]
    if len(tasks) > 1 and not activities:
        columns[tasks[1]] = _as(columns[tasks[1]], Role.ACTIVITY)
        activities = [tasks.pop(1)]
    for i in [*tasks[1:], *activities[1:]]:
        columns[i] = _as(columns[i], Role.OTHER)
    if not tasks:
        first_objective = next((i for i, c in enumerate(columns) if c.role is Role.OBJECTIVE), None)
        if first_objective is not None:
            columns[first_objective] = _as(columns[first_objective], Role.TASK)


def _keep_strongest(columns: list[Column], found: Sequence[tuple[Column, int]], role: Role) -> None:
    same = [i for i, c in enumerate(columns) if c.role is role]
    if len(same) < 2:
        return
    best = max(same, key=lambda i: (found[i][1], -i))
    for i in same:
        if i != best and not (columns[i].sub and columns[i].name == columns[best].name):
            second = role is Role.LEAD and found[i][1] > 1 and not _has(columns, Role.COORDINATE)
            spare = Role.COORDINATE if second else Role.OTHER
            columns[i] = _as(columns[i], spare)


def _keep_first(columns: list[Column], role: Role) -> None:
    """Columns under one upper name stay together (years below "Kinh phí"); others after the first keep their name."""
    same = [i for i, c in enumerate(columns) if c.role is role]
    for i in same[1:]:
        if not columns[i].sub:
            columns[i] = _as(columns[i], Role.OTHER)


def _has(columns: Sequence[Column], role: Role) -> bool:
    return any(c.role is role for c in columns)


def _as(column: Column, role: Role) -> Column:
    return Column(role, column.name, column.sub)


def _is_of_tasks(columns: Sequence[Column]) -> bool:
    count = Counter(c.role for c in columns)
    return bool(count[Role.TASK]) and any(count[role] for role in _HOW if role is not Role.BUDGET)
