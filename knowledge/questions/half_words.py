"""Whether words are half of a word of the plans: "đề" of "vấn đề" is no "để", "giá" of "đánh giá" is no price."""

from collections.abc import Callable, Sequence

BONDED = 0.6  # how often pyvi writes two syllables as one word before half of it is no word by itself

Bond = Callable[[str, str], float | None]  # how much two neighbours are one word, None where they never are neighbours


def is_half(words: Sequence[str], start: int, end: int, bond: Bond) -> bool:
    """Whether the words start to end (exclusive) make one word with the one before them, or with the one behind."""
    around = (words[start - 1 : start + 1] if start else (), words[end - 1 : end + 1])
    return any((bond(*pair) or 0.0) >= BONDED for pair in around if len(pair) > 1)
