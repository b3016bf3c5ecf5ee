"""Whether words are half of a word of the plans: "đề" of "vấn đề" is no "để", "giá" of "đánh giá" is no price."""

from collections.abc import Callable, Sequence
from typing import Protocol

from knowledge.questions.rule_words import ROW_WORDS

BONDED = 0.6  # how often pyvi writes two syllables as one word before half of it is no word by itself

At = Callable[[int], bool]  # of the word at a position
Bond = Callable[[str, str], float | None]  # how much two neighbours are one word, None where they never are neighbours


def is_half(words: Sequence[str], start: int, end: int, bond: Bond) -> bool:
    """Whether the words start to end (exclusive) make one word with the one before them, or with the one behind."""
    around = (words[start - 1 : start + 1] if start else (), words[end - 1 : end + 1])
    return any((bond(*pair) or 0.0) >= BONDED for pair in around if len(pair) > 1)


class Neighbours(Protocol):
    """What the plans know of two words beside each other."""

    def bond(self, first: str, second: str) -> float:
        """How much they are one word, from 0 to 1."""
        ...

    def adjoin(self, first: str, second: str) -> bool:
        """Whether they stand side by side anywhere."""
        ...


def word_halves(words: Sequence[str], known: Neighbours, *, accented: bool) -> tuple[At, At]:
    """Whether the word at a position is half of one of the plans, and whether it is one with the word before it.

    Half are the end of a word ("phòng | trừ"), and without accents any word that plans have beside its neighbour ("tru
    sac"). Only of a text without accents it is asked which words are one ("ho | so").
    """

    def is_half_word(at: int) -> bool:
        pairs = (words[max(at - 1, 0) : at + 1], words[at : at + 2])
        return is_end(at) if accented else any(known.adjoin(*pair) for pair in pairs if len(pair) > 1)

    def is_end(at: int) -> bool:
        return at > 0 and words[at - 1] not in ROW_WORDS and known.bond(words[at - 1], words[at]) >= BONDED

    return is_half_word, lambda at: not accented and is_end(at)
