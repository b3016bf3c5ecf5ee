"""The account of a period: the rows with a date in it, in figures by unit, the late ones first. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.answers.unit_rows import UnitRows, carried_out
from knowledge.deadlines.periods import Period
from knowledge.exports.account import Account, Office
from knowledge.exports.figures import UnitFigures
from knowledge.model import State
from knowledge.number_sets import common, union
from knowledge.questions.command import Argument
from knowledge.questions.constraints import Kind
from knowledge.questions.plan_search import Scope
from knowledge.questions.query import Intent, Query
from knowledge.tasks.entry import Entry
from knowledge.tasks.standing import DONE
from knowledge.tasks.task_index import Rows
from knowledge.units.naming import same_office
from knowledge.units.unit import Unit
from scheduler.directory import Role
from scheduler.items import line_name
from scheduler.overview import Lines, Row, figures_of, unit_lines
from scheduler.rule_context import RuleInputs

_DAY, _YEAR = timedelta(days=1), timedelta(days=365)
_PROVINCES = (" tỉnh ", " thành phố ")


@dataclass(frozen=True, slots=True)
class Report:
    """An account with what its picture needs besides: of each unit how many deadlines each month of the year has."""

    account: Account
    months: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows a report has.

    Args:
        chat: only what the units chair for which this chat stands, in this role.
        argument: what else was said: units, plans, states and more.
        what: the same in words, to be said after "nhiệm vụ".
    """

    chat: int | None = None
    role: Role = Role.UNIT
    argument: Argument | None = None
    what: str = ""


def account_of(
    inputs: RuleInputs, period: str, days: tuple[date, date], today: date, whose: Whose | None = None
) -> Account:
    """How the rows with a date in a period stand today, as `knowledge.answers.unit_rows` parts them.

    Args:
        period: in words, "quý I năm 2024"; `days`: its first and last day.
    """
    return _account(inputs, period, days, today, whose or Whose())[0]


def report_of(
    inputs: RuleInputs, period: str, days: tuple[date, date], today: date, whose: Whose | None = None
) -> Report:
    """The account of a period with how many deadlines each month of its year has, by unit, named as in the account."""
    whose, year = whose or Whose(), days[0].year
    account, lines = _account(inputs, period, days, today, whose)
    whole = date(year, 1, 1), date(year, 12, 31)
    if days != whole:  # the account's own first, because the first row of a unit gives it its name
        entries, _ = _standing(inputs, today, _chosen(inputs, whole, today, whose).own, whole, whose)
        own = sorted(account.entries, key=lambda entry: entry.row)
        every = {entry.row: entry for entry in (*own, *entries)}.values()
        rows = (Row(tracked, tracked.entry.state) for tracked in inputs.tracked((entry.row for entry in every), today))
        lines = _lines(inputs, rows, whose)
    return Report(account, {line_name(unit): _by_month(rows, year) for unit, rows in lines})


def _account(
    inputs: RuleInputs, period: str, days: tuple[date, date], today: date, whose: Whose
) -> tuple[Account, Lines]:
    register = inputs.register(today)
    rows = _chosen(inputs, days, today, whose)
    entries, stand = _standing(inputs, today, rows.own, days, whose)
    shared, shared_stand = _standing(inputs, today, rows.shared, days, whose)
    coming = common(_chosen(inputs, following(days), today, whose).own, register.open_within(*following(days)))
    tracked = inputs.tracked((entry.row for entry in entries), today)
    lines = _lines(inputs, (Row(row, stand[row.ref]) for row in tracked), whose)
    in_order, shared = _in_order(entries), _in_order(shared)
    account = Account(
        period,
        *days,
        today,
        tuple(UnitFigures(one.name, one.counts) for one in figures_of(lines)),
        UnitFigures("Tổng cộng", Counter(stand.values())),
        in_order,
        tuple(entry for entry in in_order if stand[entry.ref] is State.OVERDUE),
        tuple(entry for entry in in_order if stand[entry.ref] in DONE),
        _in_order(entry.narrowed([following(days)]) for entry in register.entries(coming)),
        whose.what,
        shared,
        tuple(entry for entry in shared if shared_stand[entry.ref] is State.OVERDUE),
        whose.argument.left if whose.argument else "",
    )
    return account, lines


def late_before(account: Account, inputs: RuleInputs, whose: Whose | None = None) -> int:
    """How many rows of plans in force are overdue since the year before a period, and are not in its account."""
    days = account.first - _YEAR, account.first - _DAY
    before = account_of(inputs, account.period, days, account.today, whose)
    told = {entry.row for entry in (*account.overdue, *account.shared_overdue)}
    return sum(entry.row not in told and not entry.past for entry in (*before.overdue, *before.shared_overdue))


def _lines(inputs: RuleInputs, rows: Iterable[Row], whose: Whose) -> Lines:
    """The rows by unit; where units are named, of these alone."""
    return unit_lines(rows, inputs.directory, whose.chat, whose.role, _named(whose, inputs))


def _by_month(rows: Iterable[Row], year: int) -> tuple[int, ...]:
    dates = (day.due for row in rows for day in row.tracked.entry.occurrences)
    counts = Counter(due.month for due in dates if due.year == year)
    return tuple(counts[month] for month in range(1, 13))


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


def _chosen(inputs: RuleInputs, days: tuple[date, date], today: date, whose: Whose) -> UnitRows:
    """The rows with a date in the period; how they stand is for `_standing`, which looks at the period's dates only."""
    register, argument = inputs.register(today), whose.argument
    query = argument.query if argument else Query(Intent.OVERVIEW, Scope(()), role="lead")
    where = tuple(constraint for constraint in query.where if constraint.kind is not Kind.STATE)
    query = replace(query, period=Period(*days, ""), also=(), where=where)
    of_chat = _units_of(inputs, whose)
    found = carried_out(query, (argument.units if argument else ()) or of_chat or (), register, inputs.holding)
    if of_chat is None or not (argument and argument.units):
        return found if of_chat != () else UnitRows(*[register.all()[:0]] * 3)
    allowed = carried_out(replace(query, where=()), of_chat, register, inputs.holding)
    within = union([allowed.own, allowed.shared])
    return UnitRows(common(found.own, within), common(found.shared, within), common(found.prose, within))


def _units_of(inputs: RuleInputs, whose: Whose) -> tuple[Unit, ...] | None:
    """The units whose rows the chat may see; None where it may see all."""
    if whose.chat is None:
        return None
    links = (link for link in inputs.directory.links if link.chat.id == whose.chat and link.role is whose.role)
    return tuple(inputs.directory.roster.resolve(link.unit, link.office) for link in links)


def _standing(
    inputs: RuleInputs, today: date, rows: Rows, days: tuple[date, date], whose: Whose
) -> tuple[tuple[Entry, ...], dict[str, State]]:
    """The rows that are in the states asked for, each as it stands for its dates in the period, and these states."""
    asked = [c for c in (whose.argument.query.where if whose.argument else ()) if c.kind is Kind.STATE]
    every = (tracked.entry.narrowed([days]) for tracked in inputs.tracked(rows, today))
    entries = tuple(entry for entry in every if all((entry.state in c.words) is c.include for c in asked))
    return entries, {entry.ref: entry.state for entry in entries}


def _named(whose: Whose, inputs: RuleInputs) -> frozenset[tuple[str, str]]:
    """The units that were asked for as chairing, as `Roster.unit_of` tells them apart; none where all count."""
    argument, roster = whose.argument, inputs.directory.roster
    units = argument.units if argument and argument.query.role == "lead" else ()
    issuers = [loaded.plan.heading.issuer or "" for loaded in inputs.plans]
    printed = ((name, issuers[plan]) for unit in units for plan, names in unit.own.items() for name in names)
    return frozenset(roster.unit_of(name, issuer) for name, issuer in printed)


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.due or date.max, entry.row)))
