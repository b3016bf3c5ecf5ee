"""The account of a period: the rows with a date in it, in figures by unit, the late ones first. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.exports.account import Account, Office
from knowledge.exports.figures import UnitFigures
from knowledge.model import State
from knowledge.tasks.entry import Entry, state_of
from knowledge.tasks.standing import DONE
from knowledge.units.naming import same_office
from scheduler.directory import Role
from scheduler.overview import Row, figures
from scheduler.rule_context import RuleInputs, tracked_task

_DAY = timedelta(days=1)
_PROVINCES = (" tỉnh ", " thành phố ")


@dataclass(frozen=True, slots=True)
class Report:
    """An account with what its picture needs besides: of each unit how many deadlines each month of the year has."""

    account: Account
    months: Mapping[str, tuple[int, ...]]


def account_of(
    inputs: RuleInputs,
    period: str,
    days: tuple[date, date],
    today: date,
    chat: int | None = None,
    role: Role = Role.UNIT,
) -> Account:
    """How the rows with a date in a period stand today.

    Args:
        period: in words, "quý I năm 2024"; `days`: its first and last day.
        chat: only what the units chair for which this chat stands, in this role.
    """
    register = inputs.register(today)
    every = register.entries(register.due_within(*days))
    entries = tuple(entry for entry in every if chat is None or _led_by(inputs, entry, chat, role))
    stand = {entry.ref: state_in(entry, days) for entry in entries}
    rows = [Row(tracked_task(entry), stand[entry.ref]) for entry in entries]
    units = tuple(UnitFigures(found.name, found.counts) for found in figures(rows, inputs.directory, chat, role))
    coming = register.entries(register.open_within(*following(days)))
    return Account(
        period,
        *days,
        today,
        units,
        UnitFigures("Tổng cộng", Counter(stand.values())),
        _in_order(entries),
        _in_order(entry for entry in entries if stand[entry.ref] is State.OVERDUE),
        _in_order(entry for entry in entries if stand[entry.ref] in DONE),
        _in_order(entry for entry in coming if chat is None or _led_by(inputs, entry, chat, role)),
    )


def months(
    inputs: RuleInputs, year: int, today: date, chat: int | None = None, role: Role = Role.UNIT
) -> dict[str, tuple[int, ...]]:
    """Of each unit how many deadlines each month of a year has, named as `account_of` names them."""
    days = date(year, 1, 1), date(year, 12, 31)
    entries = list(inputs.register(today).entries(inputs.register(today).due_within(*days)))
    found: dict[str, list[int]] = {}
    for entry in entries:
        names = {unit.name for unit in figures([Row(tracked_task(entry), entry.state)], inputs.directory, chat, role)}
        for name in names:
            counts = found.setdefault(name, [0] * 12)
            for month in (day.due.month for day in entry.occurrences if day.due.year == year):
                counts[month - 1] += 1
    return {name: tuple(counts) for name, counts in found.items()}


def state_in(entry: Entry, days: tuple[date, date]) -> State:
    """The worst state of a row for its dates in a period."""
    within = tuple(found for found in entry.occurrences if days[0] <= found.due <= days[1])
    return state_of(entry.progress, within) if within else entry.state


def following(days: tuple[date, date]) -> tuple[date, date]:
    """The period after one: as many months where it has whole ones, else as many days."""
    first, after = days[0], days[1] + _DAY
    if first.day != 1 or after.day != 1:
        return after, after + (days[1] - first)
    months = (after.year - first.year) * 12 + after.month - first.month
    year, month = divmod(after.year * 12 + after.month - 1 + months, 12)
    return after, date(year, month + 1, 1) - _DAY


def reporting_office(inputs: RuleInputs) -> Office:
    """Whose report it is: the office that is set, else the one that most plans are of."""
    headings = [plan.plan.heading for plan in inputs.plans]
    name = inputs.directory.office or next(iter(_most(h.issuer for h in headings if h.issuer)), "")
    own = [heading for heading in headings if name and same_office(heading.issuer or "", name)]
    place = next(iter(_most(h.place for h in own if h.place)), "")
    symbols = (h.symbol or (h.number or "").rpartition("/")[2] for h in own)
    symbol = next(iter(_most(s.partition("-")[2] for s in symbols if "-" in s)), "")
    return Office(name, _above(name), place, symbol)


def _above(name: str) -> str:
    """The people's committee above a department of a province; nothing where the name does not tell."""
    for word in _PROVINCES:
        _, found, province = name.partition(word)
        if found and not name.lower().startswith(("ubnd", "ủy ban", "uỷ ban")):
            return f"Ủy ban nhân dân{word}{province}"
    return ""


def _most(names: Iterable[str]) -> Sequence[str]:
    return [name for name, _ in Counter(names).most_common(1)]


def _led_by(inputs: RuleInputs, entry: Entry, chat: int, role: Role) -> bool:
    return any(
        chat == reached.id
        for unit in entry.task.lead
        for _, reached in inputs.directory.reach(unit, entry.office, role).chats
    )


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.due or date.max, entry.row)))
