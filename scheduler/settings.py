"""The [reminders] section of the configuration, when things are said and to whom; and [questions]."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Literal

from knowledge.wrong_values import Expected, WrongValue, WrongValuesError

MOST_DAYS = 3650  # ten years: no plan runs longer, and dates stay far from where a calendar ends
MOST_STAGES = 100
MOST_MONTHS = 120
MOST = {
    "overdue_every_days": MOST_DAYS,
    "most_in_30_days": 1000,
    "leader_after": MOST_DAYS,
    "office_after": MOST_DAYS,
    "later_days": MOST_DAYS,
    "every_minutes": 7 * 24 * 60,  # whoever looks more rarely than once a week misses stages
    "at_once": 1000,
}

Rhythm = Literal["monthly", "quarterly", "half-yearly", "never"]


@dataclass(frozen=True, slots=True)
class Questions:
    """How long what people asked is kept."""

    kept_months: int = 12

    def __post_init__(self) -> None:
        """Checks what the types do not say; the message names the key."""
        if not 1 <= self.kept_months <= MOST_MONTHS:
            raise WrongValuesError(WrongValue("kept_months", str(self.kept_months), Expected.RANGE, (1, MOST_MONTHS)))


@dataclass(frozen=True, slots=True)
class Reminders:
    """What an administrator may change; `config.toml` explains every key."""

    stages: tuple[int, ...] = (30, 14, 7, 3, 1, 0)
    stages_for: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    overdue_every_days: int = 7
    most_in_30_days: int = 8
    leader_after: int = 2
    office_after: int = 5
    copy_coordinating: bool = False
    later_days: int = 2
    ongoing: Rhythm = "quarterly"
    week_ahead: bool = True
    month_overview: bool = True
    superior_unit: str = ""
    quiet_from: str = "17:30"
    quiet_until: str = "07:30"
    every_minutes: int = 15
    at_once: int = 1

    def __post_init__(self) -> None:
        """Checks what the types do not say; every key that is wrong is named."""
        if wrong := [*self._numbers(), *self._times()]:
            raise WrongValuesError(*wrong)

    def _numbers(self) -> Iterator[WrongValue]:
        units = {f"stages_for.{unit}": stages for unit, stages in self.stages_for.items()}
        for name, stages in {"stages": self.stages, **units}.items():
            if len(stages) > MOST_STAGES or not all(0 <= days <= MOST_DAYS for days in stages):
                yield WrongValue(name, _shown(stages), Expected.DAYS, (MOST_STAGES, MOST_DAYS))
        for name, most in MOST.items():
            if not 1 <= getattr(self, name) <= most:
                yield WrongValue(name, str(getattr(self, name)), Expected.RANGE, (1, most))
        if self.office_after < self.leader_after:
            least = "leader_after", self.leader_after
            yield WrongValue("office_after", str(self.office_after), Expected.AT_LEAST, least)

    def _times(self) -> Iterator[WrongValue]:
        texts = {name: getattr(self, name) for name in ("quiet_from", "quiet_until")}
        wrong = [WrongValue(name, repr(text), Expected.TIME) for name, text in texts.items() if not _is_time(text)]
        yield from wrong
        if not wrong and self.quiet_times[0] <= self.quiet_times[1]:
            yield WrongValue("quiet_from", repr(self.quiet_from), Expected.AFTER, ("quiet_until",))

    @property
    def quiet_times(self) -> tuple[time, time]:
        """From when in the evening until when in the morning nothing is said."""
        return time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_until)


def _shown(stages: tuple[int, ...]) -> str:
    return str(list(stages)) if len(stages) <= MOST_STAGES else f"a list of {len(stages)}"


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True
