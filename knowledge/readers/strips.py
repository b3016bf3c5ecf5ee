"""Printed lines of a page as stretches of words, to tell a table without rules by the white between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.readers.pdf_text import Glyph, words_of

WORDS_APART = 0.6  # of the size of letters: words of one cell are closer
_CELLS_APART = 1.0  # of that size: two cells for certain
_INTO = 0.15  # of that size: lines that reach into each other belong to cells centred beside each other
Part = tuple[float, float]  # where a stretch of words begins and ends


@dataclass(frozen=True)
class Strip:
    """One printed line."""

    glyphs: Sequence[Glyph]

    @cached_property
    def words(self) -> list[Part]:
        """Its words."""
        return words_of(self.glyphs)

    @cached_property
    def parts(self) -> list[Part]:
        """The stretches of words that belong to one cell at least."""
        return joined(self.words, WORDS_APART * self.size)

    @cached_property
    def cells(self) -> list[Part]:
        """The stretches that belong to different cells for certain."""
        return joined(self.words, _CELLS_APART * self.size)

    @cached_property
    def top(self) -> float:
        """Its upper edge."""
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2

    @cached_property
    def size(self) -> float:
        """That of its letters."""
        return self.glyphs[0].size

    @property
    def first_word(self) -> str:
        """The letters of its first word."""
        return "".join(glyph.text for glyph in self.glyphs if glyph.x1 <= self.words[0][1]).strip()

    @cached_property
    def text(self) -> str:
        """Its letters, without the gaps."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0][0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1][1]


def bands(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Lines by height; those that reach into each other are one band, as where short cells are centred beside long."""
    found: list[list[Strip]] = []
    floor = 0.0
    for strip in strips:
        if found and strip.top < floor - _INTO * strip.size:
            found[-1].append(strip)
            floor = max(floor, strip.bottom)
        else:
            found.append([strip])
            floor = strip.bottom
    return found


def cells_of(band: Sequence[Strip]) -> list[Part]:
    """The stretches of a band that no gap between cells parts."""
    return joined(sorted(part for strip in band for part in strip.cells), band[0].size)


def joined(words: Sequence[Part], gap: float) -> list[Part]:
    """Words as stretches that are at least so far apart."""
    parts: list[Part] = []
    for start, end in words:
        if parts and start - parts[-1][1] < gap:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return parts
