"""Rows of a table whose columns were guessed, held against what their columns are to hold.

Where no rules part the cells, words may be put into a column beside their own: a time among the units, a unit among the
times. What does not fit is told with its row, and a row that is alone below its header.
"""

from collections.abc import Iterator, Sequence

from knowledge.model import Doubt
from knowledge.plan.cell_fit import begins
from knowledge.plan.columns import Role
from knowledge.plan.draft import RawTask
from knowledge.units.name_words import starts_with_head

_LONGEST = 15  # words of a time
_SHOWN = 60  # letters of a cell


def misfits(rows: Sequence[RawTask]) -> Iterator[Doubt]:
    """The rows in which a cell says what another column is for."""
    for row in rows:
        odd = next((text for role, is_odd in _ODD.items() if (text := row.get(role)) and is_odd(text)), None)
        if odd is not None:
            flat = " ".join(odd.split())[:_SHOWN]
            yield Doubt(f"{_told(row)} không kẻ khung, ô “{flat}” có thể nằm sai cột, cần đối chiếu", row.place)


def alone(rows: Sequence[RawTask]) -> Iterator[Doubt]:
    """The only row of its table: no other shows where its columns are."""
    for row in rows if len(rows) == 1 else ():
        yield Doubt(f"{_told(row)} không kẻ khung chỉ có một dòng nên các cột là đoán, cần đối chiếu", row.place)


def _told(row: RawTask) -> str:
    return f"Dòng {row.stt}: bảng" if row.stt else "Bảng"


def _is_no_time(text: str) -> bool:
    other = not begins("time", text) and (starts_with_head(text) or begins("product", text))
    return other or text.count(" ") >= _LONGEST


def _is_no_unit(text: str) -> bool:
    return not starts_with_head(text) and (begins("time", text) or begins("budget", text))


def _is_no_product(text: str) -> bool:
    return begins("time", text) or text.startswith((",", ";", ")"))


_ODD = {
    Role.TIME: _is_no_time,
    Role.LEAD: _is_no_unit,
    Role.COORDINATE: _is_no_unit,
    Role.RESULT: _is_no_product,
}
