"""What a column holds, told by the meaning of its name (`data/headers.tsv`) and not by one wording."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz

from knowledge.data import records
from knowledge.document import Cell, Cover, Row
from knowledge.language.text import folded, nfc
from knowledge.plan.chart import period_named, span_of
from knowledge.plan.parts_taken import takes_parts
from knowledge.units.name_words import printed_head, words

LONGEST = 90  # characters of a header cell: it says a few words; a cell of a row says sentences
SLIP = 86  # of 100: "Thoi gian hoan thanh" read as "Thol gian hoan thành"
# Columns of a timetable: their cells say which is that of the times.
POINT = re.compile(r"^(?:thu|ngay|gio|buoi)(?:\W+(?:thu|ngay|thang|nam|gio|buoi|hop|lam viec|dien ra))*$")
_PLACES = re.compile(r"\W+")
_STATE = re.compile(
    r"(?:da|chua|dang|khong)\b(?! phan)|(?:hoan thanh|dung tien do|cham tien do|qua han)(?:\W*\d+\s*%)?\W*$"
    r"|\W*\d{1,3}\s*%\W*$"
)
# "Người đứng đầu", "Lãnh đạo phụ trách", but not "Cơ quan, người thực hiện"
_PEOPLE = re.compile(r"^(?:ho ten )?(?:nguoi|lanh dao|can bo|cong chuc|dong chi|thu truong|chuyen vien|ca nhan)\b")


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
    STATUS = "status"
    PERSON = "person"
    PART = "part"
    OTHER = "other"


WHAT = (Role.OBJECTIVE, Role.TASK, Role.ACTIVITY)
_TIMES = frozenset({Role.OTHER, Role.TIME})  # columns that may say when
_HOW = (Role.RESULT, Role.LEAD, Role.COORDINATE, Role.TIME, Role.BUDGET, Role.PART)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its printed name, and its name on the second level if it has one."""

    role: Role
    name: str
    sub: str = ""


def columns_of(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns that a header of one line names, or none where they are not those of a numbered list of tasks."""
    columns = settle([named(name, "") for name in names], ())
    numbered = any(column.role is Role.STT for column in columns)
    return tuple(columns) if len(columns) >= 3 and numbered and is_of_tasks(columns) else ()


def flat(cell: Cell) -> str:
    """A cell's words on one line."""
    return nfc(cell.text.replace("\n", " "))


@cache
def header_words() -> frozenset[str]:
    """Every word that names of columns are made of, without accents."""
    return frozenset(word for _, _, phrase in _phrases() for word in phrase.split()) | {"du", "kien", "va", "cu", "the"}


@lru_cache(maxsize=4096)
def role_of(name: str) -> tuple[Role, int]:
    """What a column of that name holds and how surely (0 for a name that says nothing)."""
    bare = _PLACES.sub(" ", folded(name)).strip()
    if not bare or len(bare) > LONGEST:
        return Role.OTHER, 0
    found = [(s, -at, len(p), r) for r, s, p in _phrases() if (at := f" {bare} ".find(f" {p} ")) >= 0]
    if not found:
        found = [(s - 1, 0, len(p), r) for r, s, p in _phrases() if len(p) > 5 and _is_slip(p, bare)]
    if not found:
        return Role.OTHER, 0
    strength, _, _, role = max(found, key=lambda f: f[:3])
    if role is Role.OTHER and (said := _said_beside(name)):
        return said
    if role in WHAT and any(r is Role.LEAD and not at and s == 1 for s, at, _, r in found):
        return Role.LEAD, 2  # who is given a task ("Đơn vị nhận nhiệm vụ"): the first noun says what a name is of
    return (Role.STT, strength) if role is Role.STT and len(bare) <= 14 else (_unless_stt(role), strength)


def _said_beside(name: str) -> tuple[Role, int] | None:
    """What a part of a list of names says, where the first says nothing ("Đối tượng, nội dung thanh tra")."""
    parts = re.split(r"\s*[,;/]\s*|\s+và\s+", name)
    said = (role_of(part) for part in parts[1:]) if len(parts) > 1 else ()
    return next(((role, strength) for role, strength in said if role is not Role.OTHER), None)


def _unless_stt(role: Role) -> Role:
    return Role.OTHER if role is Role.STT else role


def _is_slip(phrase: str, bare: str) -> bool:
    if abs(len(phrase) - len(bare)) <= 3:
        return fuzz.ratio(phrase, bare) >= SLIP
    return len(bare) > len(phrase) and fuzz.partial_ratio(phrase, bare) >= SLIP


@cache
def _phrases() -> tuple[tuple[Role, int, str], ...]:
    made = ((Role(r), int(s), _PLACES.sub(" ", folded(words)).strip()) for r, s, words in records("headers.tsv"))
    return tuple(made)


def named(name: str, sub: str) -> tuple[Column, int]:
    """The column of a name and of one on the second level, and how surely its words say what it holds."""
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


def settle(found: Sequence[tuple[Column, int]], body: Sequence[Row]) -> list[Column]:
    """One column for each role: a second one of the same kind is a finer one, or is kept under its own name."""
    columns = [column for column, _ in found]
    columns = _number_column(columns, body)
    _take_parts(columns, body)
    _take_products(columns)
    _refine_tasks(columns)
    _take_periods(columns)
    _take_states(columns, body)
    _take_people(columns, body)
    _take_unnamed_task(columns, found)
    for role in (Role.LEAD, Role.COORDINATE, Role.STT, Role.GROUP, Role.PERSON, Role.STATUS):
        _keep_strongest(columns, found, role)
    dated = {i: (c.sub or c.name, c.role is Role.TIME) for i, c in enumerate(columns) if c.role in _TIMES}
    for i in span_of(dated, body):
        columns[i] = Column(Role.TIME, columns[i].name, columns[i].sub or columns[i].name)
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


def _take_parts(columns: list[Column], body: Sequence[Row]) -> None:
    """Columns named by units, in whose cells stands the part that each takes."""
    open_roles = {Role.OTHER, Role.LEAD, Role.COORDINATE}
    found = [
        i
        for i, c in enumerate(columns)
        if c.role in open_roles and takes_parts(c.sub or c.name, (flat(r.cells[i]) for r in body if _is_own(r, i)))
    ]
    for i in found if len(found) > 1 else ():
        columns[i] = Column(Role.PART, columns[i].name, columns[i].sub or columns[i].name)


def _is_own(row: Row, at: int) -> bool:
    return at < len(row.cells) and row.cells[at].cover is Cover.OWN


def _take_products(columns: list[Column]) -> None:
    """A column of aims that is called one of products as well ("Mục tiêu/Sản phẩm") is that, where no other is."""
    if _has(columns, Role.RESULT):
        return
    done = [column.role for column in columns]
    for i, column in enumerate(columns):
        if column.role is Role.OBJECTIVE and {Role.TASK, Role.ACTIVITY} & set(done[:i]) and Role.LEAD in done[:i]:
            columns[i] = _as(column, Role.RESULT)  # "Chỉ tiêu" behind who does it: how much of it is to come out
            return
        parts = re.split(r"[/,;]| và | hoặc ", column.name)
        if column.role is Role.OBJECTIVE and any(role_of(part)[0] is Role.RESULT for part in parts):
            columns[i] = _as(column, Role.RESULT)
            return


def _take_periods(columns: list[Column]) -> None:
    """Columns named by quarters, months or years say when; so does what is printed below "Thời gian (tháng)"."""
    timed = {i: c.role is Role.TIME for i, c in enumerate(columns) if c.role in _TIMES}
    named = {i: period_named(columns[i].name, columns[i].sub, timed=at_all) for i, at_all in timed.items()}
    periods = {i: said for i, said in named.items() if said}
    others = [i for i in periods if columns[i].role is Role.OTHER]
    if len(others) == 1 or (others and _has(columns, Role.TIME)):
        periods = {i: said for i, said in periods.items() if columns[i].role is Role.TIME}
    for i, said in periods.items():
        columns[i] = Column(Role.TIME, columns[i].name, said)


def _take_states(columns: list[Column], body: Sequence[Row]) -> None:
    """A column of times or results whose cells say how the work stands is one of states ("Tiến độ: Đã hoàn thành")."""
    for i, column in enumerate(columns):
        if column.role not in {Role.TIME, Role.RESULT}:
            continue
        said = [folded(text) for row in body if i < len(row.cells) and (text := flat(row.cells[i]))]
        states = sum(bool(_STATE.match(text)) for text in said if column.role is Role.TIME or "%" not in text[:5])
        if states and states >= 0.6 * len(said):
            columns[i] = _as(column, Role.STATUS)


def _take_people(columns: list[Column], body: Sequence[Row]) -> None:
    """Beside a column of offices, one that is named by people or lists their posts says who answers for the row."""
    leads = [i for i, c in enumerate(columns) if c.role is Role.LEAD]
    people = [i for i in leads if _PEOPLE.search(folded(columns[i].name)) or _lists_posts(i, body)]
    if len(people) < len(leads):
        for i in people:
            columns[i] = _as(columns[i], Role.PERSON)


def _lists_posts(column: int, body: Sequence[Row]) -> bool:
    said = [text for row in body if column < len(row.cells) and (text := flat(row.cells[column]))]
    return bool(said) and all(printed_head(text) in words("post") for text in said)


def _take_unnamed_task(columns: list[Column], found: Sequence[tuple[Column, int]]) -> None:
    """Where columns say who, when and what comes out but none what is to be done, the first of no known name does."""
    if any(_has(columns, role) for role in WHAT) or not _has(columns, Role.LEAD):
        return
    if not (_has(columns, Role.TIME) and (_has(columns, Role.STT) or _has(columns, Role.COORDINATE))):
        return
    unknown = (i for i, c in enumerate(columns) if c.role is Role.OTHER and c.name and not found[i][1])
    if (first := next(unknown, None)) is not None:
        columns[first] = _as(columns[first], Role.TASK)


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


def is_of_tasks(columns: Sequence[Column]) -> bool:
    """Whether columns are those of a list of tasks: what is to be done, and who, when or what comes out."""
    count = Counter(c.role for c in columns)
    return bool(count[Role.TASK]) and any(count[role] for role in _HOW if role is not Role.BUDGET)
