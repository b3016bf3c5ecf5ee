"""How exactly a printed deadline is written: "Trước ngày 30/6" by a day, "Quý II/2027" by a quarter."""

from collections.abc import Iterable
from functools import lru_cache

from knowledge.deadlines.grain import Grain
from knowledge.deadlines.lexicon import tokenise
from knowledge.deadlines.timeline import moments
from knowledge.deadlines.writing import settle
from knowledge.language.text import folded

SPELLS = {"năm": Grain.YEAR, "quý": Grain.QUARTER, "tháng": Grain.MONTH, "tuần": Grain.WEEK, "ngày": Grain.DAY}
_CALLED = {folded(name): grain for name, grain in SPELLS.items()}
CALENDAR = frozenset(_CALLED)  # the folded names of stretches of the calendar
_KEPT = 4096  # wordings; those of a plan are few, and each is asked about with every question


def is_written_by(printed: str, called: Iterable[str]) -> bool:
    """Whether any of its times is as exact as one of the stretches, by their folded names ("ngay", "quy")."""
    return not _grains_of(printed).isdisjoint(_CALLED[name] for name in called)


@lru_cache(maxsize=_KEPT)
def _grains_of(printed: str) -> frozenset[Grain]:
    """The grains of its times, without the years that only say in which one a finer time is."""
    return frozenset(moment.time.ends or moment.time.grain for moment in moments(tokenise(settle(printed)), None))
