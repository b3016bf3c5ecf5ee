"""Units of merged cells whose merging was lost: the unit stands in the first of its rows, and those below are blank.

Text that is copied out of a table keeps the words of a merged cell in its first row only; other files tell which cells
are merged. A single blank cell is a row that nobody was given; where two fifths of the rows of a text are blank, each
below a unit of its own section, they are its own.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.document import Cover
from knowledge.model import Doubt
from knowledge.plan.columns import Role
from knowledge.plan.draft import Draft, Slot, span
from knowledge.plan.headers import Header

_SHARE = 0.4  # of the rows: so many are not left open
_FEWEST = 6  # rows of a table from which a share says anything


def fill_units(drafts: Sequence[Draft], header: Header) -> Iterator[Doubt]:
    """Gives blank rows the unit above them in the column of the chair, where it was merged; says so once."""
    column = header.first(Role.LEAD)
    if column is None or not _are_merged(drafts, column):
        return
    slot, filled = Slot(), 0
    for draft in drafts:
        if draft.text(column):
            slot = draft.slots[column]
        else:
            draft.slots[column], filled = slot, filled + 1
    where = span([drafts[0].place, drafts[-1].place])
    yield Doubt(f"{filled} ô đơn vị để trống được hiểu là như dòng trên, cần đối chiếu bản gốc", where)


def _are_merged(drafts: Sequence[Draft], column: int) -> bool:
    """Whether the blank cells of a column are too many to be left open, and none opens a section."""
    if len(drafts) < _FEWEST or any(
        cell.cover is Cover.ABOVE for draft in drafts for r in draft.rows for cell in r.cells
    ):
        return False  # merged cells are told
    blank = [draft for draft in drafts if not draft.text(column)]
    opens = [next(rows) for _, rows in groupby(drafts, lambda draft: draft.section)]
    return len(blank) >= _SHARE * len(drafts) and all(draft.text(column) for draft in opens)
