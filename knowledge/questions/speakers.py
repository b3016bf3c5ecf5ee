"""Who speaks in a question, who is spoken to, and whether words ask; nobody for whom something is done speaks."""

from collections.abc import Sequence
from functools import cache

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.regional import plainly
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.cues import plain_phrases
from knowledge.questions.half_words import Bond, is_half


def speakers(words: Sequence[str], bond: Bond) -> list[tuple[int, int]]:
    """Where the speaker, or whoever is spoken to, is named; half of a word of the plans is no person."""
    accented = any(word != folded(word) for word in words)
    found = stand(words, "speaker" if accented else "speaker typed bare")
    spoken = [(start, end) for start, end in found if end - start > 1 or not is_half(words, start, end, bond)]
    spoken = [(start, end) for start, end in spoken if accented or not _leads_to_a_time(words, start, end)]
    first = [(0, 1)] if len(words) > 1 and words[0] in _BY_LETTERS else []  # "…, | e điền phiếu"
    return [*first, *((start, end) for start, end in spoken if not _are_others(words, start))]


def _leads_to_a_time(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a word typed without accents leads to a time ("toi 2025", "toi thang 6"), and names nobody."""
    behind = words[end : end + 2]
    numbered = behind[:1] if behind[0:1] and behind[0][:1].isdigit() else behind[1:]
    timed = behind[0:1] and (behind[0][:1].isdigit() or behind[0] in _SPELLS)
    return words[start] == "toi" and bool(timed) and any(word[:1].isdigit() for word in numbered)


_SPELLS = CALENDAR - {"tuan"} | {"het"}
_BY_LETTERS = frozenset({"e", "ad", "ae", "ace", "mn"})


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


def without_initials(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a question without letters for who speaks and is spoken to ("ae cho e hỏi", "ac ơi", "tra giúp e").

    Letters stand for people before "ơi", behind "cho" and "giúp", and in an opening that holds nothing but people up
    to the verb of asking; elsewhere "e" and "ca" are what they are.
    """
    bare = [folded(word) for word in words]
    verb = next((at for at, word in enumerate(bare[:_OPENING]) if word in _ASKS), 0)
    opening = verb if all(map(_is_of_an_opening, bare[:verb])) else 0
    called = {at for at in range(len(bare) - 1) if bare[at + 1] in _CALLS and all(map(_is_of_an_opening, bare[:at]))}
    gone = {at for at in range(opening) if _are_initials(bare[at])}
    gone |= {at for at in range(1, len(bare)) if bare[at - 1] in _FOR and _are_initials(bare[at])}
    gone |= {at for end in called for at in range(end + 1) if _are_initials(bare[at])}
    return tuple(word for at, word in enumerate(words) if at not in gone)


def _are_initials(word: str) -> bool:
    """Whether letters can only be the first ones of words for people ("ae", "ace", "e"), and make no other word."""
    people = _ELDER_AND_YOUNGER.issuperset(word) or (_FIRST.issuperset(word) and not is_syllable(word))
    return 0 < len(word) <= _LETTERS and people and word not in _WORDS


def _is_of_an_opening(word: str) -> bool:
    return _are_initials(word) or word in _WORDS


_OPENING = 8  # words in which an opening comes to its verb
_LETTERS = 3
_ASKS = frozenset({"hoi", "biet", "xem", "tra", "tim"})
_CALLS = frozenset({"oi", "ui"})
_FOR = frozenset({"cho", "giup", "gium", "dum"})
_PERSONS = "anh em chi co chu bac ban minh moi toi tui to chau sep thay ca nha nguoi dong"
_FIRST = frozenset(word[0] for word in _PERSONS.split()) | {"g"}  # of "mng" as well
_ELDER_AND_YOUNGER = frozenset("ace")
_WORDS = frozenset(f"{_PERSONS} cac may chao da thua oi ui xin nho cho muon duoc phep lam on giup gium".split())


def interrogates(words: Sequence[str]) -> bool:
    """Whether words have an interrogative, or one of the regions ("giấy tờ chi", "đạt nhiêu phần trăm")."""
    bare = all(word == folded(word) for word in words)
    kinds = ("asking", *(("asking typed bare",) if bare else ()))
    return any(stand(said, kind) for said in (words, plainly(words)) for kind in kinds)


def stand(words: Sequence[str], kind: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand."""
    phrases, (begun, sizes) = plain_phrases(kind), _openings(kind)
    first = (at for at, word in enumerate(words) if word in begun)
    return [(at, at + size) for at in first for size in sizes if tuple(words[at : at + size]) in phrases]


@cache
def _openings(kind: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """The words that phrases of a kind begin with, and how long phrases are."""
    phrases = plain_phrases(kind)
    return frozenset(phrase[0] for phrase in phrases), tuple(sorted({len(phrase) for phrase in phrases}))
