"""What follows from the plans alone, worked out once for them: where rows stand, their units, days and empty cells.

Rows are numbered through all plans in their order. Whatever may be a million of something is an array.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import is_
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from knowledge.identity import LoadedPlan
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.model import DeadlineKind, State, Task, TaskKind
from knowledge.search.words import terms
from knowledge.tasks.cost import stated_cost
from knowledge.tasks.dates_in_force import recurs
from knowledge.tasks.entry import Blank, blanks_of
from knowledge.tasks.standing import plan_says
from knowledge.units.customs import Alias, Customs
from knowledge.units.keys import unit_key
from knowledge.units.mentions import UnitNames
from knowledge.units.roster import Roster

Rows = npt.NDArray[np.int32]  # numbers of rows, ascending, each once
Place = tuple[int, int]  # position of the plan, position of the task in it
UnitName = tuple[int, str]  # position of the plan, the unit as it is printed there
Name = TypeVar("Name")

KINDS = tuple(DeadlineKind)
STATES = tuple(State)
CODE = {state: code for code, state in enumerate(STATES)}
UNREPORTED = 255


@dataclass(frozen=True, slots=True)
class Members(Generic[Name]):
    """Rows by what they belong to: to each of `names` the rows whose place in `of` is its number; by row, then name."""

    names: tuple[Name, ...]
    rows: Rows
    of: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Roles:
    """A unit's rows in one plan by the position of the task: those it chairs and those it coordinates, ascending."""

    lead: "array[int]" = field(default_factory=lambda: array("l"))
    coordinate: "array[int]" = field(default_factory=lambda: array("l"))


class TaskIndex:
    """The rows of some plans."""

    def __init__(self, plans: Sequence[LoadedPlan], rest: Callable[[], None] = lambda: None) -> None:
        """Args: rest: called every now and then, to let others work."""
        self.plans = tuple(plans)
        self.starts = _starts(self.plans)
        self.size = self.starts[-1]
        self._roster: tuple[Customs, Roster] | None = None
        self._in_force: dict[int, tuple[int, ...]] = {}
        self.roles: dict[UnitName, Roles] = defaultdict(Roles)
        self.rhythms: dict[tuple[int, str], array[int]] = defaultdict(lambda: array("l"))
        self.undated_rhythms: dict[tuple[int, str], array[int]] = defaultdict(lambda: array("l"))
        self.reported = np.full(self.size, UNREPORTED, np.uint8)
        self.is_prose = np.zeros(self.size, bool)
        self.kinds = np.zeros(self.size, np.uint8)  # of the deadline, as its place in KINDS
        self.blank = {blank: np.zeros(self.size, bool) for blank in Blank}
        days, rows = array("l"), array("l")
        for row, plan, item, task in self._tasks(rest):
            self._note(row, plan, item, task)
            for day in task.deadline.due:
                days.append(day.toordinal())
                rows.append(row)
        self.roles = dict(self.roles)
        self._sort(np.array(days, np.int32), np.array(rows, np.int32))

    def office(self, plan: int) -> str:
        """The issuer of a plan, to be compared; a plan without one is its own."""
        heading = self.plans[plan].plan.heading
        return folded(f"{heading.issuer} {heading.place}") if heading.issuer else self.plans[plan].stem

    def in_force(self, year: int) -> tuple[int, ...]:
        """The plans of each office for this year, or all of it where none is; one that tells no year is always."""
        if year not in self._in_force:
            years = [loaded.plan.heading.years for loaded in self.plans]
            ours = {self.office(plan) for plan, own in enumerate(years) if year in own}
            self._in_force[year] = tuple(
                plan for plan, own in enumerate(years) if year in own or not own or self.office(plan) not in ours
            )
        return self._in_force[year]

    def names_unit(self, office: str, unit: str) -> bool:
        """Whether a plan of an office, as `office` has it, names such a unit."""
        return (office, unit_key(unit)) in self._units_by_office

    @cached_property
    def _units_by_office(self) -> frozenset[tuple[str, str]]:
        return frozenset((self.office(plan), unit_key(name)) for plan, name in self.roles)

    def place(self, row: int) -> Place:
        """Where a row stands."""
        plan = bisect_right(self.starts, row) - 1
        return plan, row - self.starts[plan]

    def task(self, row: int) -> Task:
        """The task of a row."""
        plan, item = self.place(row)
        return self.plans[plan].plan.tasks[item]

    def plans_of(self, rows: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
        """The positions of the plans of rows."""
        return np.searchsorted(np.array(self.starts), rows, side="right") - 1

    @cached_property
    def sections(self) -> tuple[tuple[tuple[str, ...], ...], npt.NDArray[np.int32]]:
        """The headings under which rows stand, from the outermost on, and for each row which of these it is under."""
        known: dict[tuple[str, ...], int] = {}
        of = [known.setdefault(task.section, len(known)) for loaded in self.plans for task in loaded.plan.tasks]
        return tuple(known), np.array(of, np.int32)

    @cached_property
    def with_budget(self) -> Rows:
        """The rows that state what they cost, or from which budget."""
        tasks = (task for loaded in self.plans for task in loaded.plan.tasks)
        return np.array([row for row, task in enumerate(tasks) if stated_cost(task)], np.int32)

    @cached_property
    def section_words(self) -> tuple[str, ...]:
        """The headings of each of `sections`, one a line, folded words with a space around each."""
        return tuple("\n".join(map(_heading_words, section)) for section in self.sections[0])

    def heading_size(self, words: Sequence[str], plans: Collection[int] | None = None) -> int:
        """How many folded words at the beginning stand side by side in a heading of some plans, or of any."""
        every = plans is None or len(plans) == len(self.plans)
        headings = self._every_heading if every else "\n".join(map(self._headings, plans or ()))
        size = 0
        while size < len(words) and f" {' '.join(words[: size + 1])} " in headings:
            size += 1
        return size

    @cached_property
    def _every_heading(self) -> str:
        return "\n".join(self.section_words)

    def _headings(self, plan: int) -> str:
        of = self.sections[1][self.starts[plan] : self.starts[plan + 1]]
        return "\n".join(self.section_words[number] for number in set(of.tolist()))  # in any order

    @cached_property
    def deadline_texts(self) -> tuple[tuple[str, ...], npt.NDArray[np.int32]]:
        """The wordings of deadlines, each once, and for each row which of these it has."""
        known: dict[str, int] = {}
        of = [known.setdefault(task.deadline.text, len(known)) for loaded in self.plans for task in loaded.plan.tasks]
        return tuple(known), np.array(of, np.int32)

    @cached_property
    def numbers(self) -> Mapping[str, Rows]:
        """The rows by their printed number."""
        found: dict[str, list[int]] = defaultdict(list)
        for row, task in enumerate(task for loaded in self.plans for task in loaded.plan.tasks):
            found[task.number].append(row)
        return {number: np.array(rows, np.int32) for number, rows in found.items()}

    @cached_property
    def chairs(self) -> Members[UnitName]:
        """The rows by the units that chair them, as printed."""
        return self._members(self.chaired)

    @cached_property
    def coordinators(self) -> Members[UnitName]:
        """The rows by the units that coordinate them, as printed."""
        return self._members(self.coordinated)

    @cached_property
    def chaired(self) -> dict[UnitName, Rows]:
        """The rows that each unit chairs, as printed, ascending."""
        return {(plan, name): np.array(roles.lead, np.int32) + self.starts[plan]
                for (plan, name), roles in self.roles.items()}  # fmt: skip

    @cached_property
    def coordinated(self) -> dict[UnitName, Rows]:
        """The rows that each unit coordinates, as printed, ascending."""
        return {(plan, name): np.array(roles.coordinate, np.int32) + self.starts[plan]
                for (plan, name), roles in self.roles.items()}  # fmt: skip

    def _members(self, by_unit: Mapping[UnitName, Rows]) -> Members[UnitName]:
        found = list(by_unit.values())
        rows = np.concatenate(found or [np.zeros(0, np.int32)]).astype(np.int32)
        of = np.repeat(np.arange(len(found)), [len(rows) for rows in found]).astype(np.int32)
        order = np.lexsort((of, rows))
        return Members(tuple(self.roles), rows[order], of[order])

    @cached_property
    def rows_by_ref(self) -> dict[str, int]:
        """The number of each row by its ref."""
        return {ref: row for row, ref in enumerate(ref for loaded in self.plans for ref in loaded.task_refs)}

    @cached_property
    def units(self) -> UnitNames:
        """The readings of all units, by which they are found however somebody calls them."""
        return UnitNames(self.roles, tuple(self._in_short()))

    def _in_short(self) -> Iterator[tuple[int, str, str]]:
        """The short forms of units that plans explain and name in full, but for those that are a syllable."""
        printed = {(plan, unit_key(name)): name for plan, name in self.roles}
        for plan, loaded in enumerate(self.plans):
            told = ((short, printed.get((plan, unit_key(long)))) for short, long in loaded.plan.glossary)
            yield from ((plan, short, name) for short, name in told if name and not is_syllable(folded(short)))

    @cached_property
    def explained(self) -> tuple[Alias, ...]:
        """Long names of units that plans print only by the short form that they explain ("viết tắt là BQLDA CĐS")."""
        printed = {unit_key(name) for _, name in self.roles}
        pairs = dict.fromkeys((short, long) for loaded in self.plans for short, long in loaded.plan.glossary)
        shortened = ((s, long) for s, long in pairs if unit_key(s) in printed and unit_key(long) not in printed)
        return tuple(Alias(long, short) for short, long in shortened if " " in long)

    def roster(self, customs: Customs) -> Roster:
        """The units as an office calls them; asked for again, it is not made again."""
        if self._roster is None or self._roster[0] != customs:
            issuers = [loaded.plan.heading.issuer or "" for loaded in self.plans]
            self._roster = customs, Roster(self.roles, issuers, customs, self.units)
        return self._roster[1]

    def _note(self, row: int, plan: int, item: int, task: Task) -> None:
        for name in dict.fromkeys(task.lead):
            self.roles[plan, name].lead.append(item)
        for name in dict.fromkeys(task.coordinate):
            self.roles[plan, name].coordinate.append(item)
        for blank in blanks_of(task):
            self.blank[blank][row] = True
        if recurs(task):
            self.rhythms[plan, task.deadline.recur or ""].append(row)
        elif task.deadline.recur and task.deadline.kind in _RECURRING and not task.deadline.due:
            self.undated_rhythms[plan, task.deadline.recur].append(row)
        if task.status and (said := plan_says(task.status)) is not None:
            self.reported[row] = CODE[said]
        self.is_prose[row] = task.kind is TaskKind.PROSE
        self.kinds[row] = KINDS.index(task.deadline.kind)

    def _sort(self, days: npt.NDArray[np.int32], rows: Rows) -> None:
        order = np.argsort(days, kind="stable")
        self.days, self.day_rows = days[order], rows[order]
        self.dated = np.zeros(self.size, bool)
        self.dated[rows] = True
        for members in self.rhythms.values():
            self.dated[np.array(members)] = True

    def _tasks(self, rest: Callable[[], None]) -> Iterator[tuple[int, int, int, Task]]:
        for plan, loaded in enumerate(self.plans):
            rest()
            for item, task in enumerate(loaded.plan.tasks):
                yield self.starts[plan] + item, plan, item, task


_RECURRING = frozenset({DeadlineKind.PERIODIC, DeadlineKind.MIXED})


def _starts(plans: Sequence[LoadedPlan]) -> list[int]:
    starts = [0]
    for loaded in plans:
        starts.append(starts[-1] + len(loaded.plan.tasks))
    return starts


_indexes: list[TaskIndex] = []  # the one in use and, while it is swapped, the one before


def index_of(plans: Sequence[LoadedPlan], rest: Callable[[], None] = lambda: None) -> TaskIndex:
    """The index of these very plans; they never change, so it is made once."""
    for found in _indexes:
        if found.plans is plans or (len(found.plans) == len(plans) and all(map(is_, found.plans, plans))):
            return found
    made = TaskIndex(plans, rest)
    _indexes[:] = [made, *_indexes[:1]]
    return made


def _heading_words(heading: str) -> str:
    return f" {' '.join(terms(folded(heading)))} "
