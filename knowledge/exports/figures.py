"""How the rows of one unit stand in figures, and the shares that a leader asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.model import State

HEADINGS = (
    "Đơn vị chủ trì", "Tổng số", "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Chưa xong, trong hạn", "Xin gia hạn",
    "Quá hạn", "Tỷ lệ hoàn thành", "Tỷ lệ quá hạn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The counts of a unit by state; what does not apply any more is in none of the figures."""

    name: str
    counts: Mapping[State, int]

    @property
    def total(self) -> int:
        """How many rows count."""
        return sum(self.counts.values()) - self._of(State.NOT_APPLICABLE)

    @property
    def on_time(self) -> int:
        """Reported done in time."""
        return self._of(State.DONE_ON_TIME)

    @property
    def done_late(self) -> int:
        """Reported done after the day."""
        return self._of(State.DONE_LATE)

    @property
    def overdue(self) -> int:
        """Not reported done, and the day has passed."""
        return self._of(State.OVERDUE)

    @property
    def asked(self) -> int:
        """More time is asked for."""
        return self._of(State.EXTENSION_ASKED)

    @property
    def in_time(self) -> int:
        """Not done, and nothing has passed."""
        return self._of(State.NOT_STARTED) + self._of(State.IN_PROGRESS)

    def share(self, count: int) -> str:
        """A count in per cent of all, with a comma as it is written in Vietnam."""
        return share_of(count, self.total)

    def _of(self, state: State) -> int:
        return self.counts.get(state, 0)


def share_of(count: int, whole: int) -> str:
    """A count in per cent of a whole, with a comma as it is written in Vietnam."""
    return f"{100 * count / whole:.1f}%".replace(".", ",") if whole else "–"


def figures_row(unit: UnitFigures) -> tuple[str | int, ...]:
    """The figures under `HEADINGS`."""
    done = unit.on_time + unit.done_late
    parts = (unit.on_time, unit.done_late, unit.in_time, unit.asked, unit.overdue)
    return (unit.name, unit.total, *parts, unit.share(done), unit.share(unit.overdue))
