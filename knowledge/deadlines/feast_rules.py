"""Rules for days that are told with what they are kept for: "trước lễ 30/4", "từ Quốc khánh 2/9", "sau lễ 30/4 - 1/5".

What a day is kept for adds nothing to it where the day is the end of a stretch; "lễ 30/4" by itself may be a matter.
"""

from collections.abc import Iterator

from knowledge.deadlines.chart_parser import Chart, Row, only_if
from knowledge.deadlines.grain import Grain
from knowledge.deadlines.relations import Related, Relation
from knowledge.deadlines.windows import Time

# what stands before two days that are kept as one: how the time lies to them, and to which of them
_BOUNDS = {
    "before": (Relation.BEFORE, 0),
    "after": (Relation.AFTER, 1),
    "until": (Relation.BY, 1),
    "by": (Relation.BY, 1),
}


def feast_rules() -> Iterator[Row]:
    """Days that are kept, each by itself or two of them as one."""
    yield "feast feasts?", "feasts", lambda *row: row[0]
    yield "unit feasts", "feasts", lambda name, feast: only_if(name == "day", feast)
    yield "feasts time", "time", lambda _, day: only_if(_is_a_day(day), day), _bounds
    yield "feasts time time", "feastdays", lambda _, *days: only_if(all(map(_is_a_day, days)), days)
    for joint in ("mark", "and", "comma"):
        yield f"feasts time {joint} time", "feastdays", lambda _, *row: only_if(all(map(_is_a_day, row[::2])), row[::2])
    for word in _BOUNDS:
        yield f"{word} feastdays", "rel", lambda *row, word=word: Related(_BOUNDS[word][0], row[1][_BOUNDS[word][1]])


def _is_a_day(time: Time) -> bool:
    return time.grain is Grain.DAY and not time.clock


def _bounds(chart: Chart, start: int, _end: int) -> bool:
    """Whether a stretch begins or ends there: behind "trước", "từ", "đến" and their like."""
    return chart.ending(start, "hint")
