"""Rows picked by constraints: the engine behind every list and count, which knows no words.

Selections are ascending arrays of row numbers, as everywhere (`knowledge.tasks.register`). A row fits all constraints
or is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.answers.cell_words import MAY_COME_ROUND, comes_round_so, in_plans_with_it, is_spelt_so, says
from knowledge.answers.costs import rows_costing
from knowledge.answers.grouping import sizes_of
from knowledge.answers.matters import Holding, rows_about
from knowledge.deadlines.grains import is_written_by
from knowledge.deadlines.periods import Period
from knowledge.deadlines.quoting import quotes
from knowledge.model import DeadlineKind, State
from knowledge.number_sets import common, union, without
from knowledge.questions.constraints import Constraint, Kind, alternatives
from knowledge.search.corpus import CELLS
from knowledge.tasks.entry import Blank
from knowledge.tasks.register import Register
from knowledge.tasks.task_index import CODE, KINDS, Rows
from knowledge.units.unit import together

_NO_ROWS: Rows = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Selector:
    """What constraints are applied to.

    Args:
        register: the rows as they stand.
        holding: finds the rows that may say words in a field; none where only other constraints are used.
        times: the times that are asked about, in whose dates a state is looked for.
    """

    register: Register
    holding: Holding = lambda _words, _fields: _NO_ROWS
    times: Sequence[Period] = ()

    def select(self, rows: Rows, where: Iterable[Constraint]) -> Rows:
        """The rows that fit every constraint; of alternatives ("hằng ngày, hằng tuần", "A hoặc B") one is enough."""
        for group in alternatives(sorted(where, key=lambda constraint: constraint.kind is Kind.PLACE)):
            found = [self._fitting(rows, constraint) for constraint in group]
            rows = found[0] if len(found) == 1 else union(found)
        return rows

    def _fitting(self, rows: Rows, constraint: Constraint) -> Rows:
        if constraint.kind is Kind.PLACE:  # of what is left
            return _at_place(self.register, rows, constraint.words[0])
        said = constraint.kind is Kind.WORDS
        fitting = _worded(self, constraint, rows) if said else _FINDERS[constraint.kind](self, constraint)
        if constraint.kind is Kind.BLANK and constraint.include:
            fitting = in_plans_with_it(self.register, rows, fitting)
        return (common if constraint.include else without)(rows, fitting)

    def any_says(self, words: Sequence[str]) -> bool:
        """Whether any row says these words side by side."""
        return bool(words) and self.any_fits(Constraint(Kind.WORDS, "any", tuple(words)))

    def any_fits(self, constraint: Constraint) -> bool:
        """Whether any row fits it, be it of the list or not."""
        said = constraint.kind is Kind.WORDS
        found = _saying(self, constraint) if said else iter(_FINDERS[constraint.kind](self, constraint))
        return next(found, None) is not None


def _of_units(selector: Selector, constraint: Constraint) -> Rows:
    names = together(unit.names for unit in constraint.units)
    return selector.register.of_units(names, constraint.role or None)


def _blank(selector: Selector, constraint: Constraint) -> Rows:
    register = selector.register
    if constraint.field != "budget":
        return register.blank(Blank(constraint.field))
    return without(register.all(), register.index.with_budget)


def _in_state(selector: Selector, constraint: Constraint) -> Rows:
    return in_state(selector.register, selector.times, *map(State, constraint.words))


def in_state(register: Register, times: Sequence[Period], *states: State) -> Rows:
    """The rows that are in one of these states, for their dates in some times where such are given."""
    if not times:
        return register.in_state(*states)
    found = register.states_within([(time.first, time.last) for time in times])
    return np.flatnonzero(np.isin(found, [CODE[state] for state in states])).astype(np.int32)


def _due(selector: Selector, constraint: Constraint) -> Rows:
    period = constraint.period
    return selector.register.due_within(period.first, period.last) if period else _NO_ROWS


def _costing(selector: Selector, constraint: Constraint) -> Rows:
    return rows_costing(selector.register, constraint.bounds)


def _shown(selector: Selector, constraint: Constraint) -> Rows:
    by_ref = selector.register.index.rows_by_ref
    return np.unique(np.array([by_ref[ref] for ref in constraint.words if ref in by_ref], np.int32))


def _dated(selector: Selector, constraint: Constraint) -> Rows:
    """The rows of which a day can be told; where it is asked what has still to be set, ongoing work needs none."""
    dated = without(selector.register.all(), selector.register.undated())
    return union([dated, _of_kinds(selector, DeadlineKind.ONGOING)]) if constraint.words else dated


def _of_grain(selector: Selector, constraint: Constraint) -> Rows:
    """The rows of which a day can be told and whose deadline is written so exactly."""
    texts, of = selector.register.index.deadline_texts
    fitting = np.array([is_written_by(text, constraint.words) for text in texts], bool)[of]
    return without(np.flatnonzero(fitting).astype(np.int32), selector.register.undated())


def _tabled(selector: Selector, _constraint: Constraint) -> Rows:
    return np.flatnonzero(~selector.register.index.is_prose).astype(np.int32)


def _in_rhythm(selector: Selector, constraint: Constraint) -> Rows:
    index = selector.register.index
    if constraint.words == ("ongoing",):
        return _of_kinds(selector, DeadlineKind.ONGOING)
    recurring = [np.array(members, np.int32) for members in index.rhythms.values()]
    periodic = union([_of_kinds(selector, *MAY_COME_ROUND), *recurring])
    so = [comes_round_so(index.task(int(row)), constraint.words[-1]) for row in periodic]
    return np.array(periodic[np.array(so, bool)], np.int32)


def _of_kinds(selector: Selector, *kinds: DeadlineKind) -> Rows:
    wanted = [KINDS.index(kind) for kind in kinds]
    return np.flatnonzero(np.isin(selector.register.index.kinds, wanted)).astype(np.int32)


def _worded(selector: Selector, constraint: Constraint, among: Rows) -> Rows:
    """Of some rows those whose cell has the words, side by side as they were said.

    Where none has, those whose cell has them without the words that only link them ("theo hướng dẫn | của | Bộ A").
    """
    found = _spelt(selector, constraint, among)
    core = tuple(word for word in constraint.words if word not in _LINKS)
    if len(found) or constraint.exact or not 1 < len(core) < len(constraint.words):
        return found
    return _spelt(selector, replace(constraint, words=core), among)


_LINKS = frozenset({"cua", "cac", "nhung"})


def _spelt(selector: Selector, constraint: Constraint, among: Rows) -> Rows:
    """Of some rows those that say words; where any has the accents typed, what has others is another thing."""
    task = selector.register.index.task
    spelt = {row: is_spelt_so(task(row), constraint) for row in _saying(selector, constraint, among)}
    typed = True in spelt.values()
    return np.array([row for row, so in spelt.items() if so is not False or not typed], np.int32)


def _saying(selector: Selector, constraint: Constraint, among: Rows | None = None) -> Iterator[int]:
    rows = selector.holding(constraint.words, CELLS[constraint.field])
    rows = rows if among is None else common(rows, among)
    return (row for row in rows.tolist() if says(selector.register.index.task(row), constraint))


def _in_section(selector: Selector, constraint: Constraint) -> Rows:
    said = f" {' '.join(constraint.words)} "
    index = selector.register.index
    inside = np.array([said in headings for headings in index.section_words], bool)
    return np.flatnonzero(inside[index.sections[1]]).astype(np.int32)


def _numbered(selector: Selector, constraint: Constraint) -> Rows:
    return selector.register.index.numbers.get(constraint.words[0], _NO_ROWS)


def _at_place(register: Register, rows: Rows, number: str) -> Rows:
    """Of some rows those of a printed number, else of each plan the one at that place."""
    printed = common(rows, register.index.numbers.get(number, _NO_ROWS))
    if len(printed) or not number.isdigit():
        return printed
    plans, place = register.index.plans_of(rows), int(number)
    each = [rows[plans == plan] for plan in np.unique(plans)]
    return np.array([own[place - 1] for own in each if 0 < place <= len(own)], np.int32)


def _printed(selector: Selector, constraint: Constraint) -> Rows:
    """The rows whose deadline is worded so."""
    texts, of = selector.register.index.deadline_texts
    wanted = [quotes(text, constraint.words) for text in texts]
    return np.flatnonzero(np.array(wanted, bool)[of]).astype(np.int32)


def _with_units(selector: Selector, role: str, fewest: int, most: int | None = None) -> Rows:
    """The rows that are given to so many units in a role."""
    sizes = sizes_of(selector.register, role)
    return np.flatnonzero((sizes >= fewest) & (sizes <= (most or selector.register.index.size))).astype(np.int32)


def _shared(selector: Selector, constraint: Constraint) -> Rows:
    return _with_units(selector, constraint.role, int(constraint.words[0]))


def _alone(selector: Selector, constraint: Constraint) -> Rows:
    one = _with_units(selector, constraint.role, 1, 1)
    return np.intersect1d(_of_units(selector, constraint), one, assume_unique=True) if constraint.units else one


_FINDERS: Mapping[Kind, Callable[[Selector, Constraint], Rows]] = {
    Kind.UNIT: _of_units,
    Kind.BLANK: _blank,
    Kind.DATED: _dated,
    Kind.GRAIN: _of_grain,
    Kind.RHYTHM: _in_rhythm,
    Kind.SECTION: _in_section,
    Kind.NUMBER: _numbered,
    Kind.TABLE: _tabled,
    Kind.PRINTED: _printed,
    Kind.SHARED: _shared,
    Kind.ALONE: _alone,
    Kind.TOPIC: lambda selector, said: rows_about(
        selector.register, selector.holding, said.words, apart=bool(said.field)
    ),
    Kind.STATE: _in_state,
    Kind.DUE: _due,
    Kind.MONEY: _costing,
    Kind.SHOWN: _shown,
}
