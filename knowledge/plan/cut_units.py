"""The name of a unit that the end of a page cut in two, its tail printed in the same column of the next row.

"Sở Tư pháp; Văn phòng" ends one page, "Sở Tư pháp UBND tỉnh (trên Cổng)" begins the next: the tail stands right behind
a whole name, without a sign between. It goes back to its head where the two make a unit that other rows name, and the
head by itself is none that any of them does.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.model import Doubt
from knowledge.plan.cell_fit import UNITS
from knowledge.plan.draft import Draft, Slot, row_named
from knowledge.plan.headers import Header

_BETWEEN = re.compile(r"\s*[;,\n]\s*|\s*\([^)]*\)\s*")


def join_cut_units(drafts: Sequence[Draft], header: Header, breaks: Collection[int]) -> Iterator[Doubt]:
    """Puts tails back to their heads, and tells of each row where that was done.

    Args:
        breaks: the printed rows (by identity) that stand first on a page.
    """
    columns = [at for role in UNITS for at in header.all(role)]
    cut = [pair for pair in pairwise(drafts) if id(pair[1].rows[0]) in breaks]
    for before, after in cut:
        others = [draft for draft in drafts if draft is not before and draft is not after]
        names = _names(draft.text(at) for draft in others for at in columns)
        for at in columns:
            if found := _parted(before.text(at), after.text(at), names):
                before.slots[at], after.slots[at] = Slot([found[0]]), Slot([found[1]])
                yield Doubt(f"{row_named(before.stt)}tên đơn vị bị cắt ở cuối trang được ghép lại", before.place)


def _names(cells: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(name).strip() for cell in cells for name in _BETWEEN.split(cell) if name)


def _parted(above: str, below: str, names: frozenset[str]) -> tuple[str, str] | None:
    """The two cells with the tail of the lower one at the end of the upper one; None where nothing was cut."""
    head = folded(_BETWEEN.split(above)[-1]).strip()
    if not head or head in names:
        return None
    words = below.split()
    for at in range(1, len(words)):
        own, tail = " ".join(words[:at]), " ".join(words[at:])
        joined = f"{head} {folded(_BETWEEN.split(tail)[0])}".strip()
        if joined in names and folded(own) in names:
            return f"{above} {tail}", own
    return None
