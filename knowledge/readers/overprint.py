"""What was stamped over the text of a PDF page: the box of a digital signature, a seal with words.

Such words run through those of the page, so that both become nonsense. They are told by their
letters: they stand on other letters. The stamp is taken off, with its frame, and the page is named.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.readers.pdf_objects import Box, Ink
from knowledge.readers.pdf_text import Glyph
from knowledge.readers.ruling import Rule

_ON = 0.3  # of the letters of a line that stand on others make it a stamped one
_SQUARE = 8.0  # points: letters further apart than a square or two do not touch
_FEW = 4  # letters on others; fewer are accents and slips of drawing


def without_stamp(ink: Ink) -> tuple[Ink, bool]:
    """The page without what was stamped over or under it, and whether anything was."""
    runs = _runs(ink.glyphs)
    over = _over(runs)
    if max(over, default=0) < _FEW and not any(map(_is_upon, over, runs)):
        return ink, False
    off, sides = _framed(runs, over, ink.boxes) or (_later(runs, over), frozenset[float]())
    kept = [glyph for index, run in enumerate(runs) if index not in off for glyph in run]
    across = [rule for rule in ink.across if not _is_side(rule, sides)]
    down = [rule for rule in ink.down if not _is_side(rule, sides)]
    return replace(ink, glyphs=kept, across=across, down=down), True


def _framed(
    runs: Sequence[Sequence[Glyph]], over: Sequence[int], boxes: Iterable[Box]
) -> tuple[range, frozenset[float]] | None:
    """The runs of a stamp that has a frame: the most that were drawn one after the other and all stand inside it."""
    found = [(inside, box) for box in boxes if len(inside := _longest_inside(runs, box)) >= 2]
    found = [(inside, box) for inside, box in found if any(_touched(runs, over, index) for index in inside)]
    if not found:
        return None
    inside, box = max(found, key=lambda pair: len(pair[0]))
    return inside, frozenset(box)


def _touched(runs: Sequence[Sequence[Glyph]], over: Sequence[int], index: int) -> bool:
    """Whether a run stands on another, or one that stands on others is drawn upon it."""
    later = (runs[i] for i in range(index + 1, len(runs)) if over[i])
    return bool(over[index]) or any(_covers(one, other) for run in later for one in run for other in runs[index])


def _longest_inside(runs: Sequence[Sequence[Glyph]], box: Box) -> range:
    longest, start = range(0), 0
    for index in range(len(runs) + 1):
        if index < len(runs) and _is_inside(runs[index], box):
            longest = max(longest, range(start, index + 1), key=len)
        else:
            start = index + 1
    return longest


def _is_inside(run: Sequence[Glyph], box: Box) -> bool:
    x0, top, x1, bottom = box
    return all(x0 <= g.middle[0] <= x1 and top <= g.middle[1] <= bottom for g in (run[0], run[-1]))


def _later(runs: Sequence[Sequence[Glyph]], over: Sequence[int]) -> range:
    """The runs of a stamp without a frame: from the first to the last that was drawn upon others."""
    stamped = [index for index, count in enumerate(over) if _is_upon(count, runs[index])]
    if not stamped:
        return range(0)
    first, past = stamped[0], stamped[-1] + 1
    while first > 0 and _is_line_of(runs[first - 1], runs[first]):
        first -= 1
    while past < len(runs) and _is_line_of(runs[past], runs[past - 1]):
        past += 1
    return range(first, past)


def _is_upon(count: int, run: Sequence[Glyph]) -> bool:
    """Whether a run was stamped upon words: a good part of it stands on them, or all of a short word ("ĐẾN")."""
    return count >= max(_FEW, _ON * len(run)) or (count == len(run) and count >= _WORD)


_WORD = 3  # letters


def _is_line_of(run: Sequence[Glyph], stamped: Sequence[Glyph]) -> bool:
    """Whether a run is the line of a stamp above or below another: in its size, and begun below the same letter."""
    one, other = run[0], stamped[0]
    beside = abs(one.x0 - other.x0) < 1.0 and abs(one.size - other.size) < _SAME
    return beside and abs(one.top - other.top) < 2 * other.size


_SAME = 0.1  # points


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The stretches of letters that were drawn one after the other on one line."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last and abs(last.top - glyph.top) < 1.0 and -1.0 <= glyph.x0 - last.x1 < glyph.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _over(runs: Sequence[Sequence[Glyph]]) -> list[int]:
    """How many letters of each run stand on letters that were drawn before it."""
    drawn: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    counts = []
    for run in runs:
        counts.append(sum(any(_covers(glyph, other) for other in _near(drawn, glyph)) for glyph in run))
        for glyph in run:
            drawn[_square(glyph)].append(glyph)
    return counts


def _square(glyph: Glyph) -> tuple[int, int]:
    return int(glyph.x0 // _SQUARE), int(glyph.top // _SQUARE)


def _near(drawn: dict[tuple[int, int], list[Glyph]], glyph: Glyph) -> Iterable[Glyph]:
    x, y = _square(glyph)
    return (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in drawn.get((x + i, y + j), ()))


def _covers(one: Glyph, other: Glyph) -> bool:
    """Whether two letters, not the same printed twice, share a good part of their room."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    same = one.text == other.text and abs(one.x0 - other.x0) < 0.2 * one.size
    return not same and wide > 0.25 * min(one.x1 - one.x0, other.x1 - other.x0) > 0 and high > 0.4 * one.size


def _is_side(rule: Rule, sides: frozenset[float]) -> bool:
    return rule.at in sides and rule.start in sides and rule.end in sides
