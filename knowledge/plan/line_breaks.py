"""Which breaks between the printed lines of a table end a cell.

A text layer often sets an empty line between the lines into which a cell is wrapped and none before the next cell, or
the other way round. What a table does is seen by the lines that begin with a small letter: those go on with a cell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.document import Paragraph

_ENOUGH = 6  # lines that go on with a cell, before they show what stands between them
_FEW = 0.1  # of them, behind a break that ends cells: one may begin so ("các khoa lâm sàng")


def ending_breaks(parts: Iterable[Sequence[Paragraph]]) -> frozenset[bool]:
    """The kinds of breaks (with an empty line or without) at which no cell of a table goes on."""
    small = Counter(apart for part in parts for _, line, apart in _breaks(part) if line.text[:1].islower())
    return frozenset(
        kind for kind in (True, False) if small[not kind] >= _ENOUGH and small[kind] <= _FEW * small.total()
    )


def behind_ends(part: Sequence[Paragraph], ending: frozenset[bool]) -> frozenset[int]:
    """The lines (positions) of a row that stand behind such a break."""
    return frozenset(at for at, _, apart in _breaks(part) if apart in ending)


def _breaks(part: Sequence[Paragraph]) -> Iterator[tuple[int, Paragraph, bool]]:
    """The lines below others, each with its position and whether empty lines stand above it."""
    for at, (above, line) in enumerate(pairwise(part), start=1):
        first, second = above.place.lines, line.place.lines
        if above.text and first and second:
            yield at, line, second[0] - first[1] > 1
