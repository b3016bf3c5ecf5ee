"""Tables by spaces whose cells touch: a single space is left between two of them, and each page sets its columns anew.

The cells of a column begin below each other. Where a stretch of words reaches past the place where the next column
begins, the word that begins there, or nearly so, begins its cell. The lines are set anew, with white between columns.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from knowledge.language.text import folded
from knowledge.units.name_words import head_of, starts_with_head
from knowledge.units.name_words import words as names_of

_CELLS = re.compile(r"\S+(?: \S+)*")
_COUNTS = re.compile(r"(?:s[ốô]?\s?)?t\.?t\.?|no\.?|#", re.IGNORECASE)
_COUNTED = re.compile(r"(\d{1,3})[.)]?")
_SECTION = re.compile(r"(?:[IVXLC]{1,5}|[A-ZĐ])[.)]?")
_PAGE = re.compile(r"\W*(?:trang )?\d{1,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_NEAR = 3  # letters between where a column begins and where a cell of it does: programs shift what stands beside words
_SHIFTED = 8  # the same where cells touch
_AS_FIRST, _AS_LATER = 9, 2  # letters that a capital counts for in the first line of a row, and in others
_AS_UNIT = 3  # letters that beginning as a unit counts for
_FAR = 10_000  # letters: no line is as long
_WHITE = "    "  # between two columns that are set anew
_FEWEST = 3  # rows, and columns

_Cells = Mapping[int, str]  # the words of a line by column


def straightened(texts: Sequence[str], named: int, breaks: Collection[int]) -> list[str] | None:
    """The lines up to the last row of a numbered table, its columns set apart; None where a line of it does not fit.

    Args:
        named: the line with the names of the columns.
        breaks: the lines that pages begin with, as far as the text tells.
    """
    names = _spans(texts[named])
    cuts: dict[int, _Cells] = {named: {n: texts[named][a:b] for n, (a, b) in enumerate(names)}}
    edges: list[int] = []
    end = _end(texts, named)
    for page in _pages(texts, range(named + 1, end), breaks, names[0][1]):
        starts = Counter(a for at in page if not _is_section(texts[at]) for a, _ in _spans(texts[at]))
        edges = _moved(edges, starts, _NEAR) if edges else _first_edges(names, starts)
        for row in _rows(texts, page):
            cells = _cut_row([texts[at] for at in row], edges)
            if cells is None:
                return None
            cuts.update(zip(row, cells, strict=True))
    return _set(texts[:end], cuts, len(names)) if len(cuts) > _FEWEST else None


def names_numbers(text: str) -> bool:
    """Whether a line names columns of which the first is that of the numbers of rows."""
    names = _spans(text)
    return len(names) >= _FEWEST and _COUNTS.fullmatch(text[slice(*names[0])]) is not None


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CELLS.finditer(text)]


def _end(texts: Sequence[str], named: int) -> int:
    """The position past the last row: behind its number only lines without an empty one between them are its own."""
    numbers, last, end = _spans(texts[named])[0][1], 0, named
    for at in range(named + 1, len(texts)):
        left, right = next(iter(_spans(texts[at])), (0, 0))
        if left == right or _is_page_number(texts[at], numbers) or _is_section(texts[at]):
            continue
        counted = _COUNTED.fullmatch(texts[at][left:right]) if left < numbers else None
        if counted and int(counted[1]) == last + 1:
            last, end = last + 1, at
        elif left < numbers:
            break
        elif all(text.strip() for text in texts[end:at]):
            end = at
    return end + 1 if last >= _FEWEST else named


def _pages(texts: Sequence[str], lines: range, breaks: Collection[int], numbers: int) -> Iterator[list[int]]:
    """The lines with words, page by page, without the numbers of pages; `numbers`: where those of rows end."""
    page: list[int] = []
    for at in lines:
        number = _is_page_number(texts[at], numbers)
        if page and (number or at in breaks):
            yield page
            page = []
        if texts[at].strip() and not number:
            page.append(at)
    if page:
        yield page


def _is_page_number(text: str, numbers: int) -> bool:
    """Whether a line is a number and stands behind the column of those of rows."""
    return _PAGE.fullmatch(text) is not None and len(text) - len(text.lstrip()) > numbers


def _is_section(text: str) -> bool:
    """Whether a line is the number and the title of rows below it."""
    first, *rest = _spans(text) or [(0, 0)]
    return len(rest) == 1 and _SECTION.fullmatch(text[slice(*first)]) is not None


def _first_edges(names: Sequence[tuple[int, int]], starts: Mapping[int, int]) -> list[int]:
    """Where columns begin: a name may stand in the middle over its cells, or where they do."""
    middles = [(a + b) // 2 for a, b in names]
    found = (
        _most(starts, before + 1, name[0] + _NEAR, name[0]) for before, name in zip(middles, names[1:], strict=False)
    )
    return [names[0][0], *found]


def _moved(edges: Sequence[int], starts: Mapping[int, int], right: int) -> list[int]:
    """Where the columns begin on another page or in a row, where some cells do; `right`: how far on at most."""
    middles = [(a + b) // 2 for a, b in pairwise(edges)]
    ends = [min(edge + right, middle) for edge, middle in zip(edges[1:], [*middles[1:], _FAR], strict=True)]
    found = (_most(starts, before + 1, end, edge) for before, end, edge in zip(middles, ends, edges[1:], strict=True))
    return [edges[0], *found]


def _most(starts: Mapping[int, int], first: int, last: int, otherwise: int) -> int:
    """The place from the first to the last where most cells begin."""
    return max((place for place in starts if first <= place <= last), key=lambda p: (starts[p], -p), default=otherwise)


def _rows(texts: Sequence[str], page: Sequence[int]) -> Iterator[list[int]]:
    """The lines of a page, each row and each title of rows by itself."""
    row: list[int] = []
    for at in page:
        if row and (_is_section(texts[at]) or _is_section(texts[row[0]]) or _is_counted(texts[at])):
            yield row
            row = []
        row.append(at)
    yield row


def _is_counted(text: str) -> bool:
    first = next(iter(_spans(text)), (0, 0))
    return _COUNTED.fullmatch(text[slice(*first)]) is not None


def _cut_row(lines: Sequence[str], edges: Sequence[int]) -> list[_Cells] | None:
    """The cells of each line of a row; None where words reach into a column of which none begins a cell.

    Where the columns begin in the row itself, its cells behind white tell.
    """
    if _is_section(lines[0]):
        return [{n: lines[0][a:b] for n, (a, b) in enumerate(_spans(lines[0]))}]
    starts = Counter(a for line in lines for a, _ in _spans(line))
    own = dict(enumerate(_moved(edges, starts, _FAR)))
    touched = {n: edge for n, edge in own.items() if edge not in starts}
    cut = []
    for line in lines:
        cells = _cut(line, edges, own, touched)
        if cells is None:
            return None
        cut.append(cells)
    return cut


def _cut(text: str, edges: Sequence[int], own: dict[int, int], touched: dict[int, int]) -> _Cells | None:
    """The cells of a line; the first of a column that stand behind white in no line tells where it begins in others."""
    capital = _AS_FIRST if _is_counted(text) else _AS_LATER
    cells: dict[int, str] = {}
    spans = _spans(text)
    for (left, right), (behind, _) in zip(spans, [*spans[1:], (_FAR, 0)], strict=True):
        start = left
        column = max((n for n, edge in own.items() if edge - _NEAR <= start), default=0)
        column = min(max(column, max(cells, default=-1) + 1), len(edges) - 1)
        while column + 1 < len(edges) and right > max(edges[column + 1], own[column + 1]):
            if behind <= own[column + 1] + _SHIFTED:
                break  # the cell of the next column stands behind white
            following = _begin(text, range(start, right), own[column + 1], capital)
            if following is None:
                return None
            cells[column] = text[start:following].strip()
            start, column = following, column + 1
            if touched.pop(column, None) is not None:
                own[column] = start
        cells[column] = f"{cells.get(column, '')} {text[start:right]}".strip()
    return cells


def _begin(text: str, words: range, edge: int, capital: int) -> int | None:
    """Where in a stretch of words the cell of the next column begins: near its edge, best with a capital, as a unit."""
    starts = (words.start + match.end() for match in re.finditer(" ", text[words.start : words.stop]))
    near = [at for at in starts if abs(at - edge) <= _SHIFTED]
    likely = {at: _begins(text[words.start : at], text[at : words.stop], capital) - abs(at - edge) for at in near}
    return max(near, key=lambda at: likely[at], default=None)


def _begins(before: str, words: str, capital: int) -> int:
    """How much words look like the first ones of a cell; none ends with the words that a unit's name begins with."""
    ends = [" ".join(before.split()[-size:]) for size in (1, 2)]
    heads = {folded(end) for end in ends if end[0].isupper()} - names_of("complete")
    cut = any(head_of(end) == end for end in heads)
    unit = words[0].isupper() and starts_with_head(words)
    return capital * (words[0].isupper() or words[0].isdigit()) + _AS_UNIT * unit - capital * cut


def _set(texts: Sequence[str], cuts: Mapping[int, _Cells], width: int) -> list[str]:
    """The lines with each column as wide as its widest cell."""
    rows = [cells for at, cells in cuts.items() if not _is_section(texts[at])]
    widths = [max((len(cells.get(n, "")) for cells in rows), default=0) + len(_WHITE) for n in range(width)]
    begins = [0, *accumulate(widths)]
    lines = list(texts)
    for at, cells in cuts.items():
        line = ""
        for n, cell in sorted(cells.items()):
            line = f"{line.ljust(begins[n])}{cell}"
        lines[at] = line
    return lines
