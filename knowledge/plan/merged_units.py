"""Units of merged cells whose merging was lost: the unit stands in the first of its rows, and those below are blank.

Text that is copied out of a table keeps the words of a merged cell in its first row only; other files tell which cells
are merged. A single blank cell is a row that nobody was given; where two fifths of the rows of a text are blank, each
below a unit of its own section, or several say who helps it, they are its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.document import Cover
from knowledge.model import Doubt, Place
from knowledge.plan.columns import Role
from knowledge.plan.draft import Draft, Slot, span
from knowledge.plan.headers import Header

_SHARE = 0.4  # of the rows: so many are not left open
_FEWEST = 6  # rows of a table from which a share says anything
_HELPED = 2  # rows that say who helps and not whom: no office leaves that open again and again


@dataclass(frozen=True, slots=True)
class Charged:
    """Whether a row says who chairs, whether it says who helps, and where it stands."""

    chaired: bool
    helped: bool
    section: tuple[str, ...]


def fill_units(drafts: Sequence[Draft], header: Header) -> Iterator[Doubt]:
    """Gives blank rows the unit above them in the column of the chair, where it was merged; says so once."""
    column, helps = header.first(Role.LEAD), header.first(Role.COORDINATE)
    told = [Charged(bool(draft.text(column)), bool(draft.text(helps)), draft.section) for draft in drafts]
    if column is None or not are_merged(told) or any(map(_tells_merging, drafts)):
        return
    slot = Slot()
    for draft in drafts:
        slot = draft.slots[column] if draft.text(column) else slot
        draft.slots[column] = slot
    yield merged(sum(not one.chaired for one in told), span([drafts[0].place, drafts[-1].place]))


def merged(filled: int, where: Place) -> Doubt:
    """That blank cells were read as merged with those above."""
    return Doubt(f"{filled} ô đơn vị để trống được hiểu là như dòng trên, cần đối chiếu bản gốc", where)


def _tells_merging(draft: Draft) -> bool:
    return any(cell.cover is Cover.ABOVE for row in draft.rows for cell in row.cells)


def are_merged(rows: Sequence[Charged]) -> bool:
    """Whether the blank cells of a column are too many to be left open, and none opens a section."""
    blank = [row for row in rows if not row.chaired]
    helped = sum(row.helped for row in blank)
    many = len(blank) >= _SHARE * len(rows) or (helped >= _HELPED and helped * 2 >= len(blank))
    opens = [next(under) for _, under in groupby(rows, lambda row: row.section)]
    return len(rows) >= _FEWEST and bool(blank) and many and all(row.chaired for row in opens)
