"""The topic of a question as concepts, and how much of it a row or passage holds.

A concept is a word or phrase with its other forms: abbreviation and long form, synonyms, or the known words that a slip
may stand for. It is held where its words stand in the item side by side; apart they count half. Accents that were typed
and that the plans use have to fit, else the word counts half. A concept weighs the rarity of its words, so that an item
that shares only everyday words with the question holds little of it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from operator import ne

from knowledge.language.text import folded
from knowledge.questions.concept import Concept, Form, Vocabulary
from knowledge.questions.cues import everyday_phrases, kept_phrases, small_words, soft_phrases
from knowledge.questions.other_forms import Forms, OtherForms, Words, other_forms, sizes_with_forms
from knowledge.search.words import is_code, terms

UNKNOWN = 7.0  # idf of a word that stands once among a thousand items: what an unknown one counts
_LONGEST = 8  # words of a phrase that are looked up
_SYLLABLES = 3  # of the longest usual word
_BONDED = 0.5  # how often two syllables are one word before they are held only together
_MENDED = 4  # letters from which an unknown word is taken for a slip
_NEAR = 3  # known words that it may stand for
_SOFT = 0.3  # what a verb weighs that any office uses for anything ("gửi", "nộp"), and a year
_EVERYDAY = 0.1  # what a turn of speech weighs that no plan prints
_DIGITS = 3  # of the number of a document; more are a year
_DOCUMENTS = frozenset(
    {"de an", "nghi dinh", "nghi quyet", "quyet dinh", "thong tu", "chi thi", "cong van", "thong bao", "huong dan"}
)
_YEAR = re.compile(r"(?:năm|nam|(?:19|20)\d\d)")
_SLIP = 0.6  # what a word counts that the typed one may be a slip of
_SYNONYM = 0.9  # what a synonym counts beside the word that was typed

FormsOf = Callable[[Words, bool], OtherForms]  # of typed words, and whether accents were typed


@dataclass(frozen=True, slots=True)
class Making:
    """What makes concepts of words and keeps the last ones: a question is read in several ways, in the same words.

    Args:
        forms: the other forms of a phrase.
        concept: the concept of typed words, those around a strange one, and whether accents were typed.
    """

    forms: FormsOf
    concept: Callable[[Words, tuple[str, str], bool], Concept]

    @classmethod
    def by(cls, vocabulary: Vocabulary, most: int = 0) -> "Making":
        """What makes concepts by what is known of words; most: how many are kept."""
        forms: FormsOf = lru_cache(most)(partial(_forms, vocabulary))
        return cls(forms, lru_cache(most)(partial(_concept, vocabulary, forms)))


def concepts(words: Sequence[str], vocabulary: Vocabulary, making: Making | None = None) -> tuple[Concept, ...]:
    """The concepts of a topic's canonical words, in order.

    Args:
        making: what is kept of their kind.
    """
    making = making or Making.by(vocabulary)
    rest = [part for word in words for part in _syllables(word)]
    accented = any(map(ne, rest, map(folded, rest)))
    phrase = partial(_phrase, vocabulary=vocabulary, forms=making.forms, accented=accented)
    found: list[Concept] = []
    at = 0
    while at < len(rest):
        ahead = tuple(rest[at : at + _LONGEST])
        size = max(phrase(ahead), _everyday(ahead)) or _compound(ahead, vocabulary, phrase)
        strange = size == 1 and not vocabulary.weight(ahead[0])
        around = (rest[at - 1] if at else "", "".join(ahead[1:2])) if strange else _ANYWHERE
        concept = making.concept(ahead[:size], around, accented)
        found.append(replace(concept, weight=max(concept.weight, UNKNOWN)) if _numbers(rest, at) else concept)
        at += size
    return tuple(found)


@lru_cache(maxsize=4096)
def _syllables(word: str) -> tuple[str, ...]:
    """The terms of a word without a code as a whole."""
    return tuple(part for part in terms(word) if not is_code(part))


def _numbers(words: Sequence[str], at: int) -> bool:
    """Whether a word is the number of a document ("nghị định 60"), which names it."""
    if not words[at].isdigit() or len(words[at]) > _DIGITS:
        return False
    before = [folded(word) for word in words[max(at - 3, 0) : at] if folded(word) != "so"]
    return " ".join(before[-2:]) in _DOCUMENTS


def spelled(topic: Iterable[Concept], *, widely: bool = False) -> str:
    """The topic with the forms that are equal to what was typed, or widely with its synonyms, for the index."""
    return " ".join(
        [
            word
            for concept in topic
            for form, worth in zip(concept.forms, concept.worths, strict=True)
            if widely or worth != _SYNONYM
            for word in form.words
        ]
    )


_ANYWHERE = ("", "")


def _forms(vocabulary: Vocabulary, typed: Words, accented: bool) -> OtherForms:
    return other_forms(typed, vocabulary.glossary, accented=accented)


def _concept(
    vocabulary: Vocabulary, forms_of: FormsOf, typed: Words, around: tuple[str, str], accented: bool
) -> Concept:
    forms = forms_of(typed, accented)
    slips: Forms = ()
    guessed = False
    if len(typed) == 1 and not forms and not vocabulary.weight(typed[0]):
        slips = tuple(vocabulary.short_for(typed[0]))[:_NEAR]
        guessed = bool(slips)
        if not slips and len(typed[0]) >= _MENDED:
            slips = tuple((word,) for word in vocabulary.near(typed[0], *around)[:_NEAR])
    bare = tuple(map(folded, typed))
    everyday = typed in everyday_phrases() or (accented and _are_small(typed))
    short_of_soft = not soft_phrases().isdisjoint(forms.equal)  # "kh" is "kế hoạch"
    soft = everyday or typed in soft_phrases() or short_of_soft or bool(_YEAR.fullmatch(bare[0]))
    weight = _rarity(typed, (*forms.equal, *slips), vocabulary)
    if forms.alike and len(typed) > 1 and not vocabulary.bond(typed[0], typed[1]):
        weight = min(weight, max(_rarity(form, (), vocabulary) for form in forms.alike))  # not a word of these plans
    written = (typed, *forms.equal, *forms.alike, *slips)
    worths = (1.0,) * (1 + len(forms.equal)) + (_SYNONYM,) * len(forms.alike) + (_SLIP,) * len(slips)
    says = _EVERYDAY if everyday else _SOFT if soft else 1.0
    known = any(all(map(vocabulary.weight, form)) for form in written)
    forms_ = tuple(map(Form.of, written))
    reach = frozenset[str]().union(*(form.reach for form in forms_))
    return Concept(forms_, worths, weight * says, soft, known, reach, guessed)


def _are_small(typed: Words) -> bool:
    """Whether words say nothing, by the accents that they are typed with ("hồ sơ | đó thì")."""
    said = (word in small_words() or (word,) in everyday_phrases() for word in typed)
    return tuple(map(folded, typed)) != typed and all(said)


def _rarity(typed: Words, equal: Forms, vocabulary: Vocabulary) -> float:
    known = [_weight(word, vocabulary) for word in typed]
    if not all(known) and len(typed) == 1 and equal:
        weights = [sum(map(vocabulary.weight, form)) for form in equal]
        return min((weight for weight in weights if weight), default=UNKNOWN)
    if not all(known):
        best = max((sum(map(vocabulary.weight, form)) / len(form) for form in equal), default=0.0)
        return min(sum(weight or best or UNKNOWN for weight in known), 2 * UNKNOWN)
    return sum(known) if len(known) <= _SYLLABLES else sum(known) * _SYLLABLES / len(known)


def _weight(word: str, vocabulary: Vocabulary) -> float:
    """Rarity of a word; with accents that no plan prints it is half another word, half a slip."""
    weight = vocabulary.weight(word)
    return weight if not weight or word == folded(word) or vocabulary.prints(word) else (weight + UNKNOWN) / 2


def _phrase(rest: Words, vocabulary: Vocabulary, forms: FormsOf, *, accented: bool) -> int:
    """How many words at the beginning make the longest phrase that has other forms; 0 where none does."""
    for n in sizes_with_forms(rest, vocabulary.glossary):
        whole = n == 1 or not _parts_a_year(rest, n)
        if whole and forms(rest[:n], accented):
            return n
    return 0


def _parts_a_year(rest: Words, size: int) -> bool:
    """Whether a phrase would take "năm" from the year behind it: "moi nam 2022" is "mới năm 2022", not each year."""
    return folded(rest[size - 1]) == "nam" and bool(_YEAR.fullmatch("".join(rest[size : size + 1])))


def _everyday(rest: Words) -> int:
    """How many words at the beginning are a turn of speech that says little; 0 where they are none or only one."""
    return _longest_of(_turns_of_speech(), rest)


@cache
def _turns_of_speech() -> frozenset[Words]:
    return frozenset((*everyday_phrases(), *soft_phrases()))


def _longest_of(phrases: Collection[Words], words: Words) -> int:
    """How many words at the beginning, two at least, are one of some phrases; 0 where none is."""
    for size in range(len(words), 1, -1):
        if words[:size] in phrases:
            return size
    return 0


def _compound(rest: Words, vocabulary: Vocabulary, phrase: Callable[[Words], int]) -> int:
    """How many words at the beginning are one: a phrase that is kept whole, or syllables of a word."""
    kept = _longest_of(kept_phrases(), tuple(map(folded, rest)))
    size = kept or 1
    while not kept and size < min(len(rest), _SYLLABLES) and vocabulary.bond(rest[size - 1], rest[size]) >= _BONDED:
        if phrase(rest[size:]):
            break
        size += 1
    return size
