"""A table without rules on a page of a PDF, told by the white that runs down between its columns.

A stretch of lines counts as a table where several of them fall into four or more parts with the same white between. Its
rows begin where more white than between lines runs across, or, where there is none, where the first column has text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from knowledge.readers.grid import Span
from knowledge.readers.pdf_text import Glyph, words_of
from knowledge.readers.ruling import Ruled

_ALIGNED = 1.5  # points: how far the beginnings of lines of a column may be apart
_Word = tuple[float, float]  # where it begins and ends
_COLUMNS = 4  # fewer could be a letterhead or a list
_ROWS = 3  # lines that fall into columns
_CLOSE = 0.8  # of the size of letters: white between two lines of one table at most
_ABOVE = 1.2  # above a line in columns of a table that goes on
_SECTION_CLOSE = 1.5  # before a heading that ends the page
_CROSSING = 0.08  # share of lines that may run over the white between two columns (section rows)


def unruled_table(lines: Sequence[Sequence[Glyph]], before: Sequence[float] | None = None) -> Ruled | None:
    """The table that some lines of a page make, from top to bottom, or None; coordinates in points.

    `before` are the edges of the columns of such a table on the page before: then one line in columns is enough.
    """
    parted = [index for index, line in enumerate(lines) if len(_parts(line)) >= _COLUMNS]
    if len(parted) < (1 if before else _ROWS):
        return None
    stretch = lines[parted[0] : _end(lines, parted)]
    if before and _fits(stretch, before):
        xs, stretch = list(before), lines[_start(lines, parted[0], before) : _end(lines, parted)]
    else:
        xs = _columns(stretch)
    if len(xs) - 1 < _COLUMNS:
        return None
    ys = _row_edges(stretch, xs)
    return Ruled(tuple(xs), tuple(ys), tuple(_spans(stretch, xs, ys)))


def _start(lines: Sequence[Sequence[Glyph]], first: int, xs: Sequence[float]) -> int:
    """The first of the lines close above that keep to the columns: a row that has few cells goes before the others."""
    while first:
        above, line = lines[first - 1], lines[first]
        apart = min(g.top for g in line) - max(g.bottom for g in above)
        runs_over = any(start < x < end for start, end in _parts(above) for x in xs[1:-1])
        if apart > _ABOVE * line[0].size or (runs_over and not _is_section(above, xs[0])):
            break
        first -= 1
    return first


def _end(lines: Sequence[Sequence[Glyph]], parted: list[int]) -> int:
    """Behind the last line that falls into parts, and those close below it that belong to its cells."""
    last = parted[-1]
    left, right = _extent(lines[last])
    while last + 1 < len(lines):
        below, line = lines[last + 1], lines[last]
        apart = min(g.top for g in below) - max(g.bottom for g in line)
        close = (_SECTION_CLOSE if _is_section(below, left) else _CLOSE) * below[0].size
        if apart > close or (len(_parts(below)) == 1 and _runs_over(_extent(below), left, right)):
            break
        last += 1
    return last + 1


def _is_section(line: Sequence[Glyph], left: float) -> bool:
    """Whether a line at the left edge is in capitals or has a number of sections: a heading alone at a page's end."""
    start, end = words_of(line)[0]
    word = "".join(glyph.text for glyph in line if glyph.x1 <= end).strip()
    capitals = "".join(glyph.text for glyph in line).isupper()
    return start < left + line[0].size and (capitals or bool(_SECTION.fullmatch(word)))


_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")


def _runs_over(words: _Word, left: float, right: float) -> bool:
    """Whether a line is one of running text: it begins where the table does and is as long."""
    return words[0] < left + 0.25 * (right - left) and words[1] > 0.9 * right


def _parts(line: Sequence[Glyph]) -> list[_Word]:
    """The stretches of a line that no gap of a letter's size parts."""
    return _joined(words_of(line), line[0].size)


def _joined(words: list[_Word], gap: float) -> list[_Word]:
    parts: list[_Word] = []
    for start, end in words:
        if parts and start - parts[-1][1] < gap:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return parts


def _extent(line: Sequence[Glyph]) -> _Word:
    return min(g.x0 for g in line), max(g.x1 for g in line)


def _columns(stretch: Sequence[Sequence[Glyph]]) -> list[float]:
    """The edges of the columns: the middles of the white that hardly any line runs over."""
    left, right = min(_extent(line)[0] for line in stretch), max(_extent(line)[1] for line in stretch)
    size = median(line[0].size for line in stretch)
    covered = [0] * (int(right - left) + 2)
    for line in stretch:
        parts = _joined(words_of(line), 0.6 * size)
        weight = len(stretch) if len(parts) >= _COLUMNS else 1  # a line in columns never runs over the white
        if (len(parts) == 1 and parts[0][0] < left + size) or (len(parts) == 2 and _is_section(line, left)):
            weight = 0  # a section or a sum always may
        for start, end in parts:
            for x in range(int(start - left), int(end - left) + 1):
                covered[x] += weight
    most = _CROSSING * len(stretch)
    white = [x for x, count in enumerate(covered) if count <= most]
    edges = [left - 1.0]
    for start, end in _runs(white):
        inside, aligned = start > 0 and end < len(covered) - 1, _is_edge(stretch, left + end + 1)
        if inside and aligned:
            edges.append(left + max(start, end - 1))  # words of the column before may be longer on the next page
        elif inside and end - start >= 0.3 * size:
            edges.append(left + _middle(covered, start, end))
    return [*edges, right + 1.0]


def _middle(covered: Sequence[int], start: int, end: int) -> float:
    """The middle of the widest stretch of a white over which the fewest lines run."""
    fewest = min(covered[start : end + 1])
    runs = _runs([x for x in range(start, end + 1) if covered[x] == fewest])
    low, high = max(runs, key=lambda run: run[1] - run[0])
    return (low + high) / 2


def _is_edge(stretch: Sequence[Sequence[Glyph]], x: float) -> bool:
    """Whether the text of most lines in columns begins at one place: a narrow white before it parts columns as well."""
    lines = [words for line in stretch if len(_joined(words := words_of(line), line[0].size)) >= _COLUMNS]
    return sum(any(abs(start - x) <= _ALIGNED for start, _ in words) for words in lines) >= 0.7 * len(lines)


def _fits(stretch: Sequence[Sequence[Glyph]], xs: Sequence[float]) -> bool:
    """Whether the lines in columns keep to these columns."""
    lines = [parts for line in stretch if len(parts := _joined(words_of(line), 0.6 * line[0].size)) >= _COLUMNS]
    right = xs[-1] + 0.1 * (xs[-1] - xs[0])  # how broad the last column is, its words on one page hardly say
    return all(start >= xs[0] - 2 and end <= right for parts in lines for start, end in parts) and not any(
        start < x < end for parts in lines for start, end in parts for x in xs[1:-1]
    )


def _runs(values: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of whole numbers without a hole."""
    start = None
    for value, following in pairwise([*values, -9]):
        start = value if start is None else start
        if following != value + 1:
            yield start, value
            start = None


def _row_edges(stretch: Sequence[Sequence[Glyph]], xs: list[float]) -> list[float]:
    """The edges of the rows."""
    tops = [min(g.top for g in line) for line in stretch]
    floors = [max(g.bottom for g in line) for line in stretch]
    if len(stretch) == 1:
        return [tops[0] - 1.0, floors[0] + 1.0]
    steps = [below - above for above, below in pairwise(tops)]
    usual = sorted(steps)[len(steps) // 4]  # lines of one cell are the closest
    begins = [index + 1 for index, step in enumerate(steps) if step > 1.25 * usual]
    numbered = [i for i, line in enumerate(stretch) if i and any(g.x1 < xs[1] and not g.text.isspace() for g in line)]
    if len(begins) < len(numbered) / 2:
        begins = numbered
    return [tops[0] - 1.0, *((floors[i - 1] + tops[i]) / 2 for i in begins), floors[-1] + 1.0]


def _spans(stretch: Sequence[Sequence[Glyph]], xs: list[float], ys: list[float]) -> Iterator[Span]:
    """The cells; text that runs over the white between columns joins them."""
    for row, (top, bottom) in enumerate(pairwise(ys)):
        inside = [line for line in stretch if top <= line[0].middle[1] <= bottom]
        parts = [part for line in inside for part in _joined(words_of(line), 0.6 * line[0].size)]
        column = 0
        while column < len(xs) - 1:
            last = column
            while last + 1 < len(xs) - 1 and any(
                start < xs[last + 1] - 1 and end > xs[last + 1] + 1 for start, end in parts
            ):
                last += 1
            yield Span(row, column, columns=last - column + 1)
            column = last + 1
