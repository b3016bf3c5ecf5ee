"""The register: how every row of every plan stands today. Whatever lists, counts, reminds or reports selects from it.

A selection is an ascending array of row numbers; `knowledge.number_sets` cuts and subtracts them, `union` joins them.
What follows from the plans and the day alone is arrays; what was reported lies over it; an `Entry` is made for the rows
that are shown.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from knowledge.identity import LoadedPlan
from knowledge.model import Progress, State
from knowledge.number_sets import without
from knowledge.tasks.dates_in_force import Span, dates_in_force, fixed_dates, rhythm_dates, span_of
from knowledge.tasks.entry import Blank, Entry, make_entry
from knowledge.tasks.given import GivenRows, given_rows
from knowledge.tasks.standing import CLOSED, NOTHING_REPORTED
from knowledge.tasks.task_index import CODE, STATES, UNREPORTED, Members, Place, Rows, TaskIndex, UnitName, index_of

_DAY = timedelta(days=1)


class Register:
    """The rows of some plans as they stand on a day."""

    def __init__(
        self, plans: Sequence[LoadedPlan], progress: Mapping[str, Progress], today: date, index: TaskIndex | None = None
    ) -> None:
        """Args: progress: what was reported, by ref; it is not changed while the register is used."""
        self.plans = plans
        self.progress = progress
        self.today = today
        self.index = index or index_of(plans)
        self._spans: dict[int, Span] = {}

    def __len__(self) -> int:
        return self.index.size

    def entry(self, row: int) -> Entry:
        """A row as it stands."""
        plan, item = self.index.place(int(row))
        loaded = self.index.plans[plan]
        progress = self.progress.get(loaded.task_refs[item], NOTHING_REPORTED)
        return make_entry((int(row), item), loaded, progress, self.today, self._span(plan))

    def entries(self, rows: Iterable[int]) -> Iterator[Entry]:
        """The rows as they stand, in the order given."""
        return map(self.entry, rows)

    def find(self, ref: str) -> Entry | None:
        """The row of a ref as it stands, None where no plan has it."""
        row = self.index.rows_by_ref.get(ref)
        return None if row is None else self.entry(row)

    def place(self, row: int) -> Place:
        """Where a row stands: the position of its plan and of the task in it."""
        return self.index.place(int(row))

    def all(self) -> Rows:
        """Every row."""
        return np.arange(self.index.size, dtype=np.int32)

    def of_plans(self, plans: Iterable[int]) -> Rows:
        """The rows of plans, by their positions."""
        starts = self.index.starts
        return _joined([np.arange(starts[n], starts[n + 1], dtype=np.int32) for n in sorted(set(plans))])

    def of_units(self, names: Mapping[int, Collection[str]], role: str | None = None) -> Rows:
        """The rows of units, by plan their printed names, in a role ("lead", "coordinate", None for both)."""
        index = self.index
        named = [(plan, name) for plan, printed in names.items() for name in printed]
        found = [by_unit[name] for by_unit in _in_role(index, role) for name in named if name in by_unit]
        marks = np.zeros(index.size, bool)
        marks[_joined(found)] = True
        marks[self._given.to(names) if role != "coordinate" else []] = True
        return _true(marks)

    def due_within(self, first: date, last: date) -> Rows:
        """The rows with a date in force from the first to the last day, both included, done ones among them."""
        index = self.index
        begin, end = np.searchsorted(index.days, [first.toordinal(), last.toordinal() + 1])
        found = np.zeros(index.size, bool)
        found[index.day_rows[begin:end]] = True
        for (plan, recur), members in index.rhythms.items():
            days = rhythm_dates(recur, self._span(plan), last)
            if days and days[-1] >= first:
                found[np.array(members)] = True
        found &= ~self._redated
        found[[row for row in np.flatnonzero(self._redated) if self._days(int(row), first, last)]] = True
        return _true(found)

    def open_within(self, first: date, last: date) -> Rows:
        """The rows with an open date in force from the first to the last day, both included."""
        rows = self.due_within(first, last)
        rows = rows[_IS_OPEN[self.states[rows]]]
        partly = np.flatnonzero(self._partly_done[rows])
        shut = [at for at in partly if not self.open_dates(self.entry(int(rows[at])), first, last)]
        return np.delete(rows, shut) if shut else rows

    def open_dates(self, entry: Entry, first: date, last: date) -> tuple[date, ...]:
        """The open dates of a row from the first to the last day, also beyond the next year."""
        if entry.closed:
            return ()
        days = dates_in_force(entry.task, entry.progress, entry.span, first, last)
        closed = {occurrence.due for occurrence in entry.occurrences if not occurrence.open}
        return tuple(day for day in days if day not in closed)

    def dates_of(self, rows: Rows) -> tuple[Rows, npt.NDArray[np.int32]]:
        """The dates in force of rows, a row and a day (its ordinal) for each, by day."""
        index, wanted = self.index, np.zeros(self.index.size, bool)
        wanted[rows] = True
        plain = wanted & ~self._redated
        printed = plain[index.day_rows]
        found, days = [index.day_rows[printed]], [index.days[printed]]
        for (plan, recur), members in index.rhythms.items():
            own = np.array(members, np.int32)
            own = own[plain[own]]
            span = self._span(plan)
            due = [day.toordinal() for day in rhythm_dates(recur, span, span.horizon(self.today))] if len(own) else []
            found.append(np.repeat(own, len(due)))
            days.append(np.tile(np.array(due, np.int32), len(own)))
        for row in np.flatnonzero(wanted & self._redated):
            due = [occurrence.due.toordinal() for occurrence in self.entry(int(row)).occurrences]
            found.append(np.full(len(due), row, np.int32))
            days.append(np.array(due, np.int32))
        all_rows, all_days = np.concatenate(found), np.concatenate(days)
        order = np.lexsort((all_rows, all_days))
        return all_rows[order], all_days[order]

    def in_state(self, *states: State) -> Rows:
        """The rows in one of these states."""
        return _true(np.isin(self.states, [CODE[state] for state in states]))

    def states_within(self, spans: Sequence[tuple[date, date]]) -> npt.NDArray[np.uint8]:
        """The code of the worst state of every row that has dates in some times, for these dates."""
        yesterday, late = self.today - _DAY, np.zeros(self.index.size, bool)
        for first, last in spans:
            late[self.due_within(first, min(last, yesterday))] = True
        states = self._before_days
        states[late & _IS_OPEN[states]] = CODE[State.OVERDUE]
        reported = np.fromiter(self._reported, np.int32)
        states[reported] = self.states[reported]
        for row in reported[self._several[reported]]:
            states[row] = CODE[self.entry(int(row)).state_within(spans)]
        return states

    def open(self) -> Rows:
        """The rows on which something is left to do."""
        return _true(_IS_OPEN[self.states])

    def blank(self, blank: Blank) -> Rows:
        """The rows whose cell is empty in the plan; a deadline that was set since is not."""
        empty = self.index.blank[blank]
        if blank not in {Blank.DEADLINE, Blank.LEAD}:
            return _true(empty)
        dated = [row for row, progress in self._reported.items() if progress.due is not None]
        filled = dated if blank is Blank.DEADLINE else list(self._given.units)
        return without(_true(empty), np.array(filled, np.int32))

    def undated(self) -> Rows:
        """The rows of which no day can be told."""
        dated = self.index.dated.copy()
        dated[[row for row, progress in self._reported.items() if progress.due is not None]] = True
        return _true(~dated)

    def prose(self) -> Rows:
        """The duties that running text gives; all others are rows of tables and lists."""
        return _true(self.index.is_prose)

    @cached_property
    def duties_beside_tables(self) -> Rows:
        """The duties of running text in plans that have a table or list of tasks."""
        plans, prose = self.index.plans_of(self.all()), self.index.is_prose
        return _true(prose & np.isin(plans, np.unique(plans[~prose])))

    @cached_property
    def chairs(self) -> Members[UnitName]:
        """The rows by the units that chair them, printed or given by an admin."""
        return self._given.beside(self.index.chairs)

    def counts(self, rows: Rows) -> dict[State, int]:
        """How many of these rows are in which state, in the order of the states, without those that have none."""
        found = np.bincount(self.states[rows], minlength=len(STATES))
        return {state: int(count) for state, count in zip(STATES, found, strict=True) if count}

    def state(self, row: int) -> State:
        """The state of a row."""
        return STATES[int(self.states[row])]

    @cached_property
    def states(self) -> npt.NDArray[np.uint8]:
        """The code of the state of every row, see `STATES`."""
        states = self._unreported.copy()
        for row in self._reported:
            states[row] = CODE[self.entry(row).state]
        return states

    @cached_property
    def _unreported(self) -> npt.NDArray[np.uint8]:
        """The states as they would be if nobody had reported: what the plans say, and the days that have passed."""
        index, today = self.index, self.today
        late = np.zeros(index.size, bool)
        late[index.day_rows[: np.searchsorted(index.days, today.toordinal())]] = True
        for (plan, recur), members in index.rhythms.items():
            if rhythm_dates(recur, self._span(plan), today - _DAY):
                late[np.array(members)] = True
        states = self._before_days
        states[late & _IS_OPEN[states]] = CODE[State.OVERDUE]
        return states

    @property
    def _before_days(self) -> npt.NDArray[np.uint8]:
        """The states as the plans say them, whatever days have passed."""
        said = self.index.reported
        return np.where(said == UNREPORTED, np.uint8(CODE[State.NOT_STARTED]), said)

    @cached_property
    def _several(self) -> npt.NDArray[np.bool_]:
        """Whether a row may have several dates."""
        several = np.bincount(self.index.day_rows, minlength=self.index.size) > 1
        several[[row for members in self.index.rhythms.values() for row in members]] = True
        return np.array(several | self._redated, bool)

    @cached_property
    def _reported(self) -> dict[int, Progress]:
        by_ref = self.index.rows_by_ref if self.progress else {}
        return {by_ref[ref]: progress for ref, progress in self.progress.items() if ref in by_ref}

    @cached_property
    def _given(self) -> GivenRows:
        return given_rows(self.index, self._reported)

    @cached_property
    def _redated(self) -> npt.NDArray[np.bool_]:
        """Whether the dates in force of a row are not those of its plan."""
        redated = np.zeros(self.index.size, bool)
        redated[[row for row, p in self._reported.items() if p.due is not None or p.moved]] = True
        return redated

    @cached_property
    def _partly_done(self) -> npt.NDArray[np.bool_]:
        """Whether some of a row's dates were reported one by one."""
        partly = np.zeros(self.index.size, bool)
        partly[[row for row, p in self._reported.items() if p.done or p.done_for is not None]] = True
        return partly

    def _days(self, row: int, first: date, last: date) -> tuple[date, ...]:
        plan, _ = self.index.place(row)
        task, progress = self.index.task(row), self._reported[row]
        fixed = fixed_dates(task, progress)
        if fixed:
            return tuple(day for day in fixed if first <= day <= last)
        return dates_in_force(task, progress, self._span(plan), first, last)

    def _span(self, plan: int) -> Span:
        if plan not in self._spans:
            self._spans[plan] = span_of(self.index.plans[plan].plan.heading, self.today)
        return self._spans[plan]


_IS_OPEN = np.array([state not in CLOSED for state in STATES])  # by the code of a state
_NONE = np.array([], np.int32)
_registers: list[Register] = []  # the one in use and, while another day or report comes, the one before


def register_of(plans: Sequence[LoadedPlan], progress: Mapping[str, Progress], today: date) -> Register:
    """The register of these very plans and reports on a day; asked for again, it is not made again."""
    index = index_of(plans)
    for found in _registers:
        same = found.progress is progress or not (found.progress or progress)
        if found.index is index and same and found.today == today:
            return found
    made = Register(plans, progress, today, index)
    _registers[:] = [made, *_registers[:1]]
    return made


def _joined(found: Sequence[Rows]) -> Rows:
    return np.concatenate(found) if found else _NONE


def _true(mask: npt.NDArray[np.bool_]) -> Rows:
    return np.flatnonzero(mask).astype(np.int32)


def _in_role(index: TaskIndex, role: str | None) -> tuple[Mapping[UnitName, Rows], ...]:
    chaired = (index.chaired,) if role != "coordinate" else ()
    return (*chaired, index.coordinated) if role != "lead" else chaired
