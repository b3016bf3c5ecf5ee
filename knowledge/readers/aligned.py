"""Tables whose columns stand one below the other with spaces between, as programs print a page of a PDF to plain text.

The first line of such a table has three cells or more, at least two spaces apart; between each two of them some places
stay blank in every line below. A cell goes on in the lines below it; a row ends at an empty line, or where a number
begins the next one, or, where there is neither, where a line begins several cells anew. A title of rows may run over
the columns; a line of words that no row follows ends the table.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

from knowledge.language.text import nfc
from knowledge.readers.aligned_rows import NUMBER, Line, rows_of
from knowledge.readers.lines import TextLine
from knowledge.readers.straight_columns import names_numbers, straightened
from knowledge.readers.text_rows import TextRow

_CELLS = re.compile(r"\S+(?: \S+)*")
_FEWEST = 3  # columns; a letterhead and a signature have two
_NARROW = 8  # letters: a column of numbers
_TALL = 3  # lines of a name, of which the last is in the middle of the header
_LINES = 3  # of a table, with two cells or more; one more where it is narrow, as signatures are
_TITLED = re.compile(r"(?:[IVXLC]{1,5}|[A-ZĐ])[.)]?")  # the number of a title over rows, and of no row
_PAGE = re.compile(r"\W*(?:trang )?\d{1,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_TITLE = 2  # cells: its number and its words
_TITLES = 4  # lines of words over rows, one below the other
_SEVERAL = 3  # cells of a row
_ASIDE = 6  # lines that may stand between two pages of one table: its number, empty ones


def aligned_rows(texts: Sequence[TextLine], start: int) -> tuple[list[TextRow], int]:
    """The rows of the table that begins at a line, and the position past it; no rows where it is no table."""
    rows, end = _rows_at(texts, start)
    named = _named_at(texts, start)
    if not names_numbers(_placed(texts[named].text)):
        return rows, end
    placed = [_placed(line.text) for line in texts]
    breaks = {at for at, line in enumerate(texts) if "\f" in line.text}
    straight = straightened(placed, named, breaks)
    more, past = _rows_at([_Straight(text) for text in straight], start) if straight else (rows, end)
    return (more, past) if past > end else (rows, end)


@dataclass(frozen=True, slots=True)
class _Straight:
    """A line whose columns were set apart."""

    text: str


def _rows_at(texts: Sequence[TextLine], start: int) -> tuple[list[TextRow], int]:
    named = _named_at(texts, start)
    first = _spans(_placed(texts[named].text))
    if len(first) < _FEWEST:
        return [], start
    rivers = _Rivers(first)
    above = [Line(at, _placed(texts[at].text), apart=at == start) for at in range(start, named)]
    lines = _without_words([*above, *_lines(texts, named, rivers)])
    few = _LINES + (len(first) == _FEWEST)
    if sum(len(_spans(line.text)) > 1 for line in lines) < few:
        return [], start
    cut = [(line, rivers.cut(line)) for line in lines]
    return rows_of(cut, len(first)), lines[-1].at + 1


def _named_at(texts: Sequence[TextLine], start: int) -> int:
    """The line of a header that has a word in all columns: there, or below the first words of names that go on."""
    named = start
    for at in range(start + 1, min(start + _TALL, len(texts))):
        text = _placed(texts[at].text)
        if not all(_goes_on_in(_placed(texts[n].text), text) for n in range(start, at)):
            break
        if len(_spans(text)) > len(_spans(_placed(texts[named].text))):
            named = at
    return named


def _goes_on_in(above: str, below: str) -> bool:
    """Whether each stretch of words stands over one that goes on with it in a small letter."""
    under = [(a, b) for a, b in _spans(below) if below[a].islower()]
    return all(sum(a < right and left < b for a, b in under) == 1 for left, right in _spans(above))


class _Rivers:
    """The places that stay blank between the columns; each line that is taken in may narrow them."""

    def __init__(self, first: Sequence[tuple[int, int]]) -> None:
        """Args: first: where the cells of the first line begin and end."""
        self._width = first[0][0] + first[-1][1]
        self._blank = [range(a_end, b_start) for (_, a_end), (b_start, _) in pairwise(first)]

    @property
    def second_ends(self) -> int:
        """Where the second column, that of the titles, ends at the latest."""
        return self._blank[1].start

    def leaves_first(self, text: str) -> bool:
        """Whether a line has one stretch of words, from the left over the white behind the numbers."""
        spans = _spans(text)
        return len(spans) == 1 and spans[0][0] < self._blank[0].start and spans[0][1] > self._blank[0].stop

    def leaves_number(self, text: str) -> bool:
        """Whether a line has one stretch of words, of which the first is a number that fills its narrow column."""
        (left, right), *more = _spans(text)
        number, _, title = text[left:right].partition(" ")
        inside = left < self._blank[0].start <= left + _NARROW and left + len(number) <= self._blank[0].stop + 1
        return not more and inside and bool(title) and _TITLED.fullmatch(number) is not None

    def is_counted(self, text: str) -> bool:
        """Whether a line has nothing but a number in the first column."""
        left, right = next(iter(_spans(text)), (0, 0))
        return left < self._blank[0].start and NUMBER.fullmatch(text[left:right]) is not None

    def titles(self, text: str) -> bool:
        """Whether a line has one stretch of words, over the white between columns or in the middle of the table."""
        left, right = len(text) - len(text.lstrip()), len(text)
        middle = left >= self._blank[0].stop and abs(left + right - self._width) <= _NARROW
        return middle or any(left < river.start and right > river.stop for river in self._blank)

    def at_row(self, lines: Sequence[str]) -> "_Rivers | None":
        """What is left of the rivers in the lines of a row: it has several cells, or begins with a number."""
        left = copy(self)
        several = any(len(_spans(line)) >= _SEVERAL for line in lines)
        return left if all(map(left.take, lines)) and (several or any(map(self.is_counted, lines[:1]))) else None

    def take(self, text: str) -> bool:
        """Narrow the rivers by a line; False, and nothing changed, where it leaves one of them dry."""
        narrowed = [max(_gaps(text, river), key=len, default=range(0)) for river in self._blank]
        if not all(narrowed):
            return False
        self._blank = narrowed
        return True

    def cut(self, line: Line) -> dict[int, str]:
        """The cells of a line by column."""
        if line.alone:
            return {0: line.text.strip()}
        if line.section:
            number, title = line.text.split(maxsplit=1)
            return {0: number, 1: title}
        bounds = [0, *(river.start for river in self._blank), len(line.text)]
        cells = (" ".join(line.text[a:b].split()) for a, b in pairwise(bounds))
        return {n: cell for n, cell in enumerate(cells) if cell}


def _gaps(text: str, river: range) -> Iterator[range]:
    """The stretches of a river that a line leaves blank."""
    start = river.start
    for place in range(river.start, min(river.stop, len(text))):
        if text[place] != " ":
            if place > start:
                yield range(start, place)
            start = place + 1
    if river.stop > start:
        yield range(start, river.stop)


def _lines(texts: Sequence[TextLine], start: int, rivers: _Rivers) -> Iterator[Line]:
    """The lines from the first one on that leave the rivers; numbers of pages between them are passed over."""
    last, counted = start, False
    for at in range(start, len(texts)):
        text = _placed(texts[at].text)
        if at - last > _ASIDE or (counted and _is_other_header(text, _placed(texts[start].text))):
            return
        apart = at > last + 1
        if not text.strip() or (apart and _is_aside(text)):
            continue
        if counted and _is_heading_below(text, _spans(_placed(texts[start].text))[0][0]):
            return
        counted = counted or rivers.is_counted(text)
        titled = False
        if apart and at not in (behind := _behind_words(texts, at)) and not text.lstrip()[0].islower():
            below = rivers.at_row([_placed(line.text) for line in texts[behind.start : behind.stop]])
            if below is None:
                return
            titled = below.titles(text)
        section = rivers.leaves_number(text) or (rivers.is_counted(text) and len(_spans(text)) == _TITLE)
        section = section and len(text) > rivers.second_ends
        alone = not section and (titled or (not apart and rivers.leaves_first(text)))
        if not section and not alone and not rivers.take(text):
            return
        yield Line(at, text, apart, section, alone)
        last = at


def _is_other_header(text: str, first: str) -> bool:
    """Whether a line below numbered rows has a word where their numbers stand and begins another table."""
    spans, above = _spans(text), _spans(first)
    cells = [text[a:b] for a, b in spans]
    if len(spans) < _FEWEST or spans[0][0] >= above[1][0] or NUMBER.fullmatch(cells[0]):
        return False
    return cells[0][0].isupper() and cells != [first[a:b] for a, b in above]


def _is_heading_below(text: str, left: int) -> bool:
    """Whether a line begins left of a table with the number of the next heading, and has nothing in its columns."""
    begins = len(text) - len(text.lstrip())
    return begins + 1 < left and len(_spans(text)) == 1 and _HEADING.match(text.lstrip()) is not None


_HEADING = re.compile(r"(?:[IVXLC]{1,5}|\d{1,2}|[A-ZĐ])\.\s+[^\W\d_]")


def _without_words(lines: list[Line]) -> list[Line]:
    """Without what stands apart below the last row and has one cell: the next heading."""
    end = len(lines)
    while end:
        last = next((n for n in range(end - 1, 0, -1) if lines[n].apart), 0)
        if any(len(_spans(line.text)) > 1 for line in lines[last:end]) or lines[last].text.lstrip()[0].islower():
            break
        end = last
    return lines[:end]


def _behind_words(texts: Sequence[TextLine], at: int) -> range:
    """The first lines without an empty one between them, from one on, that are not all a single stretch of words.

    None where titles have no more lines than the words have.
    """
    start, words = at, 0
    while words <= _TITLES:
        while start < len(texts) and _is_aside(texts[start].text):
            start += 1
        end = start
        while end < len(texts) and texts[end].text.strip():
            end += 1
        if start == end or any(len(_spans(_placed(line.text))) > 1 for line in texts[start:end]):
            return range(start, end)
        words += end - start
        start = end
    return range(0)


def _is_aside(text: str) -> bool:
    """Whether a line is empty or the number of a page."""
    return not text.strip() or _PAGE.fullmatch(_placed(text)) is not None


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CELLS.finditer(text)]


def _placed(text: str) -> str:
    """A line in which each letter takes one place."""
    text = text.replace("\f", "").replace("\xa0", " ").rstrip()
    return "".join(part if part.isspace() else nfc(part) for part in re.split(r"(\s+)", text))
