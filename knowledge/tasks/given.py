"""Rows that no plan gives to anybody, with the units to which an admin gave them.

The name that an admin says is read within the plan's own office, as a printed one is; where no plan of that office has
such a unit, it is the unit of that name wherever it is.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from knowledge.model import Progress
from knowledge.tasks.entry import Blank
from knowledge.tasks.task_index import Members, TaskIndex, UnitName
from knowledge.units.keys import unit_key


@dataclass(frozen=True, slots=True)
class GivenRows:
    """The units by the number of the row."""

    units: Mapping[int, tuple[str, ...]]
    index: TaskIndex

    def to(self, names: Mapping[int, Collection[str]]) -> list[int]:
        """The rows given to a unit, told by its printed names by plan."""
        if not self.units:
            return []
        keys: dict[str, set[str]] = {}
        for plan, printed in names.items():
            keys.setdefault(self.index.office(plan), set()).update(map(unit_key, printed))
        every = set[str]().union(*keys.values())

        def is_its(row: int, unit: str) -> bool:
            office = self.index.office(self.index.place(row)[0])
            meant = keys.get(office, set()) if self.index.names_unit(office, unit) else every
            return unit_key(unit) in meant

        return [row for row, units in self.units.items() if any(is_its(row, unit) for unit in units)]

    def beside(self, printed: Members[UnitName]) -> Members[UnitName]:
        """The rows by the units that chair them, those that are printed and these."""
        pairs = [(row, (self.index.place(row)[0], unit)) for row, units in self.units.items() for unit in units]
        if not pairs:
            return printed
        known = {name: number for number, name in enumerate(printed.names)}
        of = [known.setdefault(name, len(known)) for _, name in pairs]
        rows = np.concatenate([printed.rows, np.array([row for row, _ in pairs], np.int32)])
        every = np.concatenate([printed.of, np.array(of, np.int32)])
        order = np.lexsort((every, rows))
        return Members(tuple(known), rows[order], every[order])


def given_rows(index: TaskIndex, reported: Mapping[int, Progress]) -> GivenRows:
    """The rows that were given, of those of which anything was reported."""
    bare = index.blank[Blank.LEAD]
    return GivenRows({row: p.lead for row, p in reported.items() if p.lead and bare[row]}, index)
