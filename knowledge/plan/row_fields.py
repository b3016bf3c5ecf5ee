"""The cells of a whole row, put under what they mean."""

import re
from collections.abc import Iterator, Sequence

from knowledge.language.money import coin_of
from knowledge.language.text import folded
from knowledge.plan.chart import from_until, in_full, may_be_time, names_end, names_start
from knowledge.plan.columns import POINT, Column, Role, helps_in_brackets
from knowledge.plan.draft import Draft, RawTask
from knowledge.plan.headers import Header
from knowledge.plan.parts_taken import parts_of
from knowledge.plan.timetable import day_in, day_of
from knowledge.plan.unit_headings import chairs
from knowledge.units.name_words import starts_with_head

_Filled = tuple[Column, str]  # a column and what a row says in it
_MARK = re.compile(r"^\s*(?:x|v|✓|✔|√|●|•|có)\s*$", re.IGNORECASE)


def raw_tasks(header: Header, drafts: Sequence[Draft], day: str) -> Iterator[RawTask]:
    """The rows that were read, with their fields by meaning; `day` is the one that the heading above them names."""
    timetable = any(folded(column.name).split()[:1] == ["gio"] for column in header.columns)
    days = next((i for i, c in _columns(header, Role.OTHER) if _is_of_days(c.name)), None)
    coin = next((coin for _, column in _columns(header, Role.BUDGET) if (coin := coin_of(column.name))), "")
    chaired = chairs(header, drafts)
    last = ""  # the day that a blank cell of a timetable repeats
    for draft in drafts:
        fields: dict[Role, str] = {}
        extra: list[tuple[str, str]] = []
        for role in Role:
            if role is Role.OTHER:
                extra = [(c.name, draft.text(i)) for i, c in _columns(header, role) if draft.text(i)]
            elif role is Role.PART:
                _take_parts(fields, [(c.sub, draft.text(i)) for i, c in _columns(header, role)])
            elif role not in {Role.STT, Role.GROUP}:
                fields[role] = _field(draft, list(_columns(header, role)))
        _settle_task(fields)
        _take_from_brackets(fields, header)
        if draft.section in chaired:
            fields[Role.LEAD] = chaired[draft.section]
        last = fields.get(Role.TIME) or last
        if timetable and Role.TIME in fields:
            fields[Role.TIME] = last
        day = day_of(draft.text(days)) or day
        named = next((found for heading in reversed(draft.section) if (found := day_in(heading))), day)
        yield RawTask(draft.section, draft.stt, draft.stt_inherited, fields, tuple(extra), draft.place, named, coin)


def _take_from_brackets(fields: dict[Role, str], header: Header) -> None:
    """Who helps, where the name of the column of who does it says that it stands there in brackets."""
    said = _BRACKETED.fullmatch(fields[Role.LEAD])
    if said is None or fields.get(Role.COORDINATE):
        return
    helps = any(starts_with_head(part[:1].upper() + part[1:]) for part in re.split(r"\s*[,;\n]\s*", said[2]))
    if helps and any(helps_in_brackets(column.name) for _, column in _columns(header, Role.LEAD)):
        fields[Role.LEAD], fields[Role.COORDINATE] = said[1], said[2]


_BRACKETED = re.compile(r"([^()]*[^()\s])\s*\(([^()]+)\)\s*")


def _take_parts(fields: dict[Role, str], marked: Sequence[tuple[str, str]]) -> None:
    """Who chairs and who coordinates, where units have columns of their own and no other column says it."""
    for role, units in zip((Role.LEAD, Role.COORDINATE), parts_of(marked), strict=True):
        if units and not fields.get(role):
            fields[role] = ";\n".join(units)  # no name goes on from one to the next


def _is_of_days(name: str) -> bool:
    """Whether a column beside one of hours says the day ("Thứ, ngày")."""
    return POINT.match(folded(name)) is not None and not folded(name).startswith(("gio", "buoi"))


def _columns(header: Header, role: Role) -> Iterator[tuple[int, Column]]:
    return ((i, c) for i, c in enumerate(header.columns) if c.role is role)


def _field(draft: Draft, columns: Sequence[tuple[int, Column]]) -> str:
    """One column's text; several below one upper name with theirs ("Năm 2026: 200; Năm 2027: 250"), or the marked."""
    filled = [(c, draft.slots[i].lines) for i, c in columns if i in draft.slots and draft.slots[i].lines]
    if len(columns) < 2 or not any(c.sub for c, _ in filled):
        return "\n".join(_alone(c, text) for c, text in filled)
    if bar := _bar(columns, filled):
        return bar
    said = _with_span(columns, filled)
    return "; ".join(c.sub if _MARK.match(text) else f"{c.sub}: {text}" if c.sub else text for c, text in said)


def _alone(column: Column, text: str) -> str:
    return in_full(column.name, text) if column.role is Role.TIME and names_end(column.name) else text


def _bar(columns: Sequence[tuple[int, Column]], filled: Sequence[_Filled]) -> str:
    """The first and the last of several columns marked side by side, as a chart of months or quarters has them."""
    if len(filled) < 2 or not all(_MARK.match(text) and not c.sub.strip().isdigit() for c, text in filled):
        return ""  # each year is a time of its own
    marked = [column for column, _ in filled]
    at = [n for n, (_, column) in enumerate(columns) if any(column is one for one in marked)]
    return f"{marked[0].sub} - {marked[-1].sub}" if at[-1] - at[0] == len(at) - 1 else ""


def _with_span(columns: Sequence[tuple[int, Column]], filled: Sequence[_Filled]) -> Sequence[_Filled]:
    """From when until when as one text, where two columns say so in any order; a start alone is no deadline."""
    if not (any(names_start(c.sub) for _, c in columns) and any(names_end(c.sub) for _, c in columns)):
        return filled
    start = next((found for found in filled if names_start(found[0].sub)), None)
    end = next((found for found in filled if names_end(found[0].sub)), None)
    begins, ends = (in_full(found[0].sub, found[1]) if found else "" for found in (start, end))
    if not ends and not may_be_time(begins):
        return filled
    others = (found for found in filled if found not in (start, end))
    return [(Column(Role.TIME, ""), from_until(begins, ends)), *others]


def _settle_task(fields: dict[Role, str]) -> None:
    """A row always says what is to be done: without a task its activity, then its objective says it."""
    if fields.get(Role.TASK):
        return
    for role in (Role.ACTIVITY, Role.OBJECTIVE):
        if fields.get(role):
            fields[Role.TASK], fields[role] = fields[role], "" if role is Role.ACTIVITY else fields[role]
            return
