"""Units of a PDF that may be two, one on each line of their cell.

Where a line fills its column, nothing on the page says whether the name goes on in the next line or another begins. A
name that is printed once and is made of two that the plan names elsewhere is told; where it names both several times
they are parted when the cell is read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.model import Doubt, Task


def joined_units(tasks: Sequence[Task]) -> Iterator[Doubt]:
    """The units, with their rows, that may be two."""
    count = Counter(unit for task in tasks for unit in (*task.lead, *task.coordinate))
    for task in tasks:
        for unit in (*task.lead, *task.coordinate) if task.place.page else ():
            words = unit.split(" ")
            pairs = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
            if count[unit] == 1 and (pair := next((p for p in pairs if all(map(count.get, p))), None)):
                where = f"Dòng {task.stt}: " if task.stt else ""
                said = f"{where}“{unit}” có thể là hai đơn vị “{pair[0]}” và “{pair[1]}”, cần đối chiếu bản gốc"
                yield Doubt(said, task.place)
