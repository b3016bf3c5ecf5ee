"""Units of a PDF that may be two, one on each line of their cell.

Where a line fills its column, nothing on the page says whether the name goes on in the next line or another begins. A
name that is made of two that the plan names elsewhere is told, and in a plan that lists units one a line somewhere any
name that another could begin within; where the plan names both several times they are parted when the cell is read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.language.text import folded
from knowledge.model import Doubt, Task
from knowledge.units.name_words import head_of, starts_with_head


def joined_units(tasks: Sequence[Task]) -> Iterator[Doubt]:
    """The units, with their rows, that may be two."""
    count = Counter(unit for task in tasks for unit in (*task.lead, *task.coordinate))
    printed = [task for task in tasks if task.place.page]
    listed = any(_lists(*cell) for task in printed for cell in _cells(task))
    told = set[str]()
    for task in printed:
        for unit in (*task.lead, *task.coordinate):
            if unit in told:
                continue
            if pair := next((p for p in _pairs(unit) if _both_named(unit, p, count) or (listed and _are_two(p))), None):
                where = f"Dòng {task.stt}: " if task.stt else ""
                said = f"{where}“{unit}” có thể là hai đơn vị “{pair[0]}” và “{pair[1]}”, cần đối chiếu bản gốc"
                told.add(unit)
                yield Doubt(said, task.place)


def _cells(task: Task) -> tuple[tuple[str, Sequence[str]], ...]:
    return (task.lead_raw, task.lead), (task.coordinate_raw, task.coordinate)


def _lists(cell: str, units: Sequence[str]) -> bool:
    """Whether a cell lists units and nothing but the ends of lines parts them."""
    return len(units) > 1 and " ".join(units) == cell


def _pairs(unit: str) -> Iterator[tuple[str, str]]:
    words = unit.split(" ")
    return ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))


def _both_named(unit: str, pair: tuple[str, str], count: Counter[str]) -> bool:
    """Whether a name that is printed once is made of two that are named elsewhere."""
    return count[unit] == 1 and all(map(count.get, pair))


def _are_two(pair: tuple[str, str]) -> bool:
    """Whether both parts of a name could be names: the second begins with a capital and as one, the first has ended."""
    first, second = pair
    bare = folded(first)
    return second[:1].isupper() and starts_with_head(second) and starts_with_head(first) and head_of(bare) != bare
