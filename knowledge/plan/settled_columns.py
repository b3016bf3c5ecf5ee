"""What the columns of one table hold together: each by its name, then by the others, and by what stands in its cells.

One column for each role: a second one of the same kind is a finer one, or is kept under its own name.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from knowledge.deadlines.chart_parser import unit_words
from knowledge.document import Cover, Row
from knowledge.language.text import folded
from knowledge.plan.chart import period_named, span_of
from knowledge.plan.columns import POINT, WHAT, Column, Role, flat, named, names_chair, role_of
from knowledge.plan.grouped import groups_rows
from knowledge.plan.parts_taken import is_chair, is_mark, only_marks, takes_parts
from knowledge.units.name_words import printed_head, words

_TIMES = frozenset({Role.OTHER, Role.TIME})  # columns that may say when
_HOW = (Role.RESULT, Role.LEAD, Role.COORDINATE, Role.TIME, Role.BUDGET, Role.PART)
_STATE = re.compile(
    r"(?:da|chua|dang|khong)\b(?! phan)|(?:hoan thanh|dung tien do|cham tien do|qua han)(?:\W*\d+\s*%)?\W*$"
    r"|\W*\d{1,3}\s*%\W*$"
)
# "Người đứng đầu", "Lãnh đạo phụ trách", but not "Cơ quan, người thực hiện"
_PEOPLE = re.compile(
    r"^(?:ho ten )?(?:nguoi|lanh dao|can bo|cong chuc|dong chi|thu truong|chuyen vien|ca nhan|chu nhiem)\b"
)


def columns_of(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns that a header of one line names, or none where they are not those of a numbered list of tasks."""
    columns = settle([named(name, "") for name in names], ())
    numbered = any(column.role is Role.STT for column in columns)
    return tuple(columns) if len(columns) >= 3 and numbered and is_of_tasks(columns) else ()


def settle(found: Sequence[tuple[Column, int]], body: Sequence[Row]) -> list[Column]:
    """One column for each role: a second one of the same kind is a finer one, or is kept under its own name."""
    columns = [column for column, _ in found]
    columns = _number_column(columns, body)
    _take_short_chair(columns)
    _take_parts(columns, body)
    _take_products(columns)
    _refine_tasks(columns)
    _take_periods(columns)
    _take_states(columns, body)
    _take_people(columns, body)
    _take_unnamed_task(columns, found)
    _take_groups(columns, found, body)
    for role in (Role.LEAD, Role.COORDINATE, Role.STT, Role.GROUP, Role.PERSON, Role.STATUS):
        _keep_strongest(columns, found, role)
    dated = {i: (c.sub or c.name, c.role is Role.TIME) for i, c in enumerate(columns) if c.role in _TIMES}
    span = span_of(dated, body)
    for i, column in enumerate(columns):
        if i in span:
            columns[i] = Column(Role.TIME, column.name, column.sub or column.name)
        elif span and column.role is Role.TIME and not column.sub and _is_told_by(span, i, body):
            columns[i] = _as(column, Role.OTHER)  # "3 tháng", beside from when until when
    for role in (Role.RESULT, Role.OBJECTIVE, Role.BUDGET, *(() if span else (Role.TIME,))):
        _keep_first(columns, found, role, body)
    return columns


def _number_column(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """The first column without a name is the number where numbers stand in it; those of weeks or months are none."""
    if not columns or columns[0].role is not Role.OTHER or any(c.role is Role.STT for c in columns):
        return columns
    if folded(columns[0].name) in unit_words():
        return columns
    cells = [flat(row.cells[0]) for row in body if row.cells and flat(row.cells[0])]
    short = sum(bool(re.match(r"^\W*(?:\d+(?:\.\d+)*|[IVXivx]+|[A-Za-z])[.)]?\W*$", c)) for c in cells)
    if not columns[0].name or (cells and short >= 0.7 * len(cells)):
        columns[0] = Column(Role.STT, columns[0].name)
    return columns


def _take_short_chair(columns: list[Column]) -> None:
    """A column "CT" beside one "PH" says who chairs; alone it may be short for anything."""
    names = [folded(column.sub or column.name).strip(" .") for column in columns]
    if names.count("ct") == 1 and "ph" in names:
        at = names.index("ct")
        columns[at] = _as(columns[at], Role.LEAD)


def _take_parts(columns: list[Column], body: Sequence[Row]) -> None:
    """Columns named by units, in whose cells stands the part that each takes."""
    open_roles = {*Role} - {*WHAT, Role.STT, Role.GROUP}
    names = [c.sub or c.name if c.role in open_roles else "" for c in columns]
    found = unit_columns(names, body, {i for i, c in enumerate(columns) if c.sub and c.role in _OF_UNITS})
    for i in found:
        columns[i] = Column(Role.PART, columns[i].name, columns[i].sub or columns[i].name)


_OF_UNITS = frozenset({Role.LEAD, Role.COORDINATE})


def unit_columns(names: Sequence[str], body: Sequence[Row], below: Collection[int] = ()) -> frozenset[int]:
    """The columns that units name and whose cells only mark the part that each takes; none where one alone does.

    Where the marks tell who chairs from who helps, the names may be as short as can be, and a bare mark in a column
    between others is one as well. So may the names of those columns be that stand below one name of units.
    """
    marks = {i: [text for row in body if _is_own(row, i) and (text := flat(row.cells[i])) not in {"", name}]
             for i, name in enumerate(names) if 0 < len(name) <= _UNIT_NAME}  # fmt: skip
    called = {i for i, cells in marks.items() if takes_parts(names[i], cells)}
    called |= {i for i in below if marks.get(i) and all(map(is_mark, marks[i]))}
    sure = [i for i, cells in marks.items() if only_marks(cells)]
    if len(sure) >= _UNITS and any(is_chair(cell) for i in sure for cell in marks[i]):
        called |= {i for i in marks if i in sure or (sure[0] < i < sure[-1] and all(map(is_mark, marks[i])))}
    return frozenset(called) if len(called) >= _UNITS else frozenset()


_UNIT_NAME = 90  # characters
_UNITS = 2  # columns


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


def _take_groups(columns: list[Column], found: Sequence[tuple[Column, int]], body: Sequence[Row]) -> None:
    """A column of no known name before what is to be done heads the rows that one of its cells reaches over."""
    first = next((i for i, c in enumerate(columns) if c.role in WHAT), 0)
    if first and not _has(columns, Role.GROUP):
        open_names = (i for i in range(first) if columns[i].role is Role.OTHER and not found[i][1])
        at = next((i for i in open_names if not POINT.match(folded(columns[i].name)) and groups_rows(body, i)), None)
        if at is not None:
            columns[at] = _as(columns[at], Role.GROUP)


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
    best = max(same, key=lambda i: (found[i][1], role is Role.LEAD and names_chair(columns[i].name), -i))
    for i in same:
        if i != best and not (columns[i].sub and columns[i].name == columns[best].name):
            second = role is Role.LEAD and found[i][1] > 1 and not _has(columns, Role.COORDINATE)
            spare = Role.COORDINATE if second else Role.OTHER
            columns[i] = _as(columns[i], spare)


def _keep_first(columns: list[Column], found: Sequence[tuple[Column, int]], role: Role, body: Sequence[Row]) -> None:
    """Columns under one upper name stay together (years below "Kinh phí"); others beside one keep their name.

    The one is the first of those whose name says it best ("Sản phẩm" behind "Hồ sơ") and that say anything.
    """
    same = [i for i, c in enumerate(columns) if c.role is role]
    filled = [i for i in same if any(_says(row, i) for row in body)] or same
    ranks = {i: _ALONE if columns[i].sub else min(found[i][1], _ALONE) for i in filled}
    first = max(filled, key=lambda i: (ranks[i], -i), default=None)
    for i in same:
        if i != first and not columns[i].sub:
            columns[i] = _as(columns[i], Role.OTHER)


def _is_told_by(span: Sequence[int], at: int, body: Sequence[Row]) -> bool:
    """Whether until when is said in some row, and in each in which a column of times says anything."""
    told = [_says(row, span[1]) for row in body]
    return any(told) and all(said or not _says(row, at) for said, row in zip(told, body, strict=True))


def _says(row: Row, at: int) -> bool:
    return at < len(row.cells) and bool(flat(row.cells[at]))


_ALONE = 3  # the strength of a name that says by itself what its column holds


def _has(columns: Sequence[Column], role: Role) -> bool:
    return any(c.role is role for c in columns)


def _as(column: Column, role: Role) -> Column:
    return Column(role, column.name, column.sub)


def is_of_tasks(columns: Sequence[Column]) -> bool:
    """Whether columns are those of a list of tasks: what is to be done, and who, when or what comes out."""
    count = Counter(c.role for c in columns)
    return bool(count[Role.TASK]) and any(count[role] for role in _HOW if role is not Role.BUDGET)
