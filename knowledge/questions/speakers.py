"""Who speaks in a question and who is spoken to: "em", "các bác"; nobody for whom something is done is one of them."""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_phrases
from knowledge.questions.half_words import Bond, is_half


def speakers(words: Sequence[str], bond: Bond) -> list[tuple[int, int]]:
    """Where the speaker, or whoever is spoken to, is named; half of a word of the plans is no person."""
    accented = any(word != folded(word) for word in words)
    found = stand(words, "speaker" if accented else "speaker typed bare")
    spoken = [(start, end) for start, end in found if end - start > 1 or not is_half(words, start, end, bond)]
    return [(start, end) for start, end in spoken if not _are_others(words, start)]


def _are_others(words: Sequence[str], at: int) -> bool:
    """Whether a word is of people for whom something is done ("cử anh em đi học"), and nobody in the talk.

    "Cho anh em hỏi", "nhờ chị em xem giúp" are spoken by them.
    """
    first = at - 1 if tuple(words[at - 1 : at + 1]) in _PEOPLE else at
    behind = words[first + 2 : first + 3]
    group = tuple(words[first : first + 2]) in _PEOPLE
    return group and bool(_DONE_FOR.intersection(words[max(first - 1, 0) : first])) and not _TALKED.intersection(behind)


_PEOPLE = frozenset(
    pair
    for typed in ("anh em", "chị em", "anh chị", "cô chú", "bà con", "các cháu")
    for pair in (tuple(typed.split()), tuple(folded(typed).split()))
)
_DONE_FOR = frozenset({"cử", "cho", "đưa", "giao", "dạy", "mời", "gọi", "bố", "của", "cu", "dua", "day", "moi", "goi"})
_TALKED = frozenset({"hỏi", "hoi", "biết", "biet", "xin", "xem", "mình", "tôi", "tui", "minh", "toi"})


def stand(words: Sequence[str], kind: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand."""
    phrases = plain_phrases(kind)
    sizes = {len(phrase) for phrase in phrases}
    return [(at, at + size) for at in range(len(words)) for size in sizes if tuple(words[at : at + size]) in phrases]
