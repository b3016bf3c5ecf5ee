"""The topic of a question as concepts, and how much of it a row or passage holds.

A concept is a word or phrase with its other forms: abbreviation and long form, synonyms, or the known words that a slip
may stand for. It is held where its words stand in the item side by side; apart they count half. Accents that were typed
and that the plans use have to fit, else the word counts half. A concept weighs the rarity of its words, so that an item
that shares only everyday words with the question holds little of it.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from knowledge.language.abbreviations import expansions
from knowledge.language.text import canonical, folded
from knowledge.questions.cues import everyday_phrases, kept_phrases, soft_phrases
from knowledge.questions.other_forms import Forms, Glossary, Words, other_forms
from knowledge.search.words import is_code, terms

ENOUGH = 0.58  # share of a topic from which an item is about it, see knowledge.answers.evidence for how it was chosen
MISSING = 0.45
_TOGETHER = 0.6
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
_TIERS = (1.0, 0.9, 0.75)  # what a word counts in the text, in product and objective, and round about
_NEARLY = 0.6  # what two neighbours of the topic count with one or two words between them
_SLIP = 0.6  # what a word counts that the typed one may be a slip of
_SYNONYM = 0.9  # what a synonym counts beside the word that was typed
_PRESENT = 0.55  # part of a concept from which it is not missing
_OTHER_ACCENT = 0.5  # what a word counts whose accents are not those that were typed

Item = Sequence[Collection[str]]


class Vocabulary(Protocol):
    """What is known of the words of the plans."""

    @property
    def glossary(self) -> Glossary:
        """What folded words mean by the plans' own abbreviations."""

    def weight(self, word: str) -> float:
        """Rarity of a word, 0 where the plans do not know it."""

    def prints(self, word: str) -> bool:
        """Whether the plans print a word with these very accents."""

    def near(self, word: str, left: str, right: str) -> Sequence[str]:
        """Known words that an unknown one between two others may stand for."""

    def bond(self, left: str, right: str) -> float:
        """How much two neighbours are one word."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a concept: its canonical words, the same without accents, its neighbours, and all its words."""

    words: Words
    bare: Words
    pairs: tuple[str, ...]
    reach: frozenset[str]

    @classmethod
    def of(cls, words: Words) -> "Form":
        """The form of canonical words."""
        bare = tuple(map(folded, words))
        return cls(words, bare, tuple(map(" ".join, pairwise(bare))), frozenset((*words, *bare)))

    def held(self, words: Collection[str]) -> float:
        """The share of its words that are among others; half of it depends on their standing side by side."""
        share = 0.0
        if self.reach.isdisjoint(words):
            return share
        for word, bare in zip(self.words, self.bare, strict=True):
            if word in words:
                share += 1.0
            elif bare in words:
                share += _OTHER_ACCENT
        share /= len(self.words)
        if not share or not self.pairs:
            return share
        near = sum(pair in words for pair in self.pairs) / len(self.pairs)
        return share * (1 + near) / 2


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question is about.

    Args:
        forms: how it may be written, the typed way first; then its abbreviation or long form, synonyms, and the known
            words that it may be a slip of.
        worths: what each form counts, falling.
        weight: how much it says.
        soft: whether it may as well be left out.
        known: whether the plans know the words of any of its forms.
        reach: every word of its forms, with accents and without.
    """

    forms: tuple[Form, ...]
    worths: tuple[float, ...]
    weight: float
    soft: bool = False
    known: bool = True
    reach: frozenset[str] = frozenset()

    @property
    def typed(self) -> Words:
        """Its canonical words."""
        return self.forms[0].words


def concepts(words: Sequence[str], vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """The concepts of a topic's canonical words, in order."""
    rest = [part for word in words for part in terms(word) if not is_code(part)]
    accented = any(word != folded(word) for word in rest)
    found: list[Concept] = []
    at = 0
    while at < len(rest):
        ahead = rest[at : at + _LONGEST]
        known = max(_phrase(ahead, vocabulary, accented=accented), _everyday(ahead))
        size = known or _compound(ahead, vocabulary, accented=accented)
        around = (rest[at - 1] if at else "", rest[at + size] if at + size < len(rest) else "")
        concept = _concept(tuple(ahead[:size]), vocabulary, around, accented=accented)
        found.append(replace(concept, weight=max(concept.weight, UNKNOWN)) if _numbers(rest, at) else concept)
        at += size
    return tuple(found)


def _numbers(words: Sequence[str], at: int) -> bool:
    """Whether a word is the number of a document ("nghị định 60"), which names it."""
    if not words[at].isdigit() or len(words[at]) > _DIGITS:
        return False
    before = [folded(word) for word in words[max(at - 3, 0) : at] if folded(word) != "so"]
    return " ".join(before[-2:]) in _DOCUMENTS


@dataclass(frozen=True, slots=True)
class Hold:
    """How much an item holds of a topic.

    Args:
        share: of the topic's weight.
        missing: the share of the heaviest concept that is not there.
        together: the share of the topic's neighbouring words that stand side by side.
    """

    share: float
    missing: float
    together: float

    @property
    def about(self) -> bool:
        """Whether the item is about the topic, and does not only share some words with it (`evidence`)."""
        return self.share + _TOGETHER * (self.together - 0.5) >= ENOUGH and self.missing <= MISSING


WHOLE = Hold(1.0, 0.0, 1.0)


def hold(topic: Sequence[Concept], item: Item) -> Hold:
    """How much an item holds of a topic.

    Args:
        item: the words of its parts (see `bag`), the one that says most of what it is about first; each part holds
            the words of the one before.
    """
    parts = [part_held(concept, item) for concept in topic]
    total = sum(concept.weight for concept in topic)
    if not total:
        return Hold(0.0, 1.0, 0.0)
    got = sum(concept.weight * part for concept, part in zip(topic, parts, strict=True))
    absent = [concept.weight for concept, part in zip(topic, parts, strict=True) if part < _PRESENT]
    return Hold(got / total, max(absent, default=0.0) / total, _together(topic, item[-1]))


def held(topic: Sequence[Concept], item: Item) -> float:
    """The share of a topic's weight that an item holds; 0 for a topic without weight."""
    return hold(topic, item).share


def part_held(concept: Concept, item: Item) -> float:
    """How much of a concept an item holds: by where it stands, whether typed or by another form, and whole or not."""
    best = 0.0
    if concept.reach.isdisjoint(item[-1]):
        return best
    for share, words in zip(_TIERS, item, strict=False):
        best = max(best, share * _in(concept, words))
        if best >= share:
            break  # no part further out can give more
    return best


def _together(topic: Sequence[Concept], whole: Collection[str]) -> float:
    """The share of a topic's neighbouring words that stand side by side in an item, or nearly so; 0 to 1."""
    forms = [_forms_of(concept, whole) for concept in topic if not concept.soft]
    near = [_near(left, right, whole) for (form, *_) in forms for left, right in pairwise(form.bare)]
    near += [
        max(_near(left.bare[-1], right.bare[0], whole) for left in before for right in after)
        for before, after in pairwise(forms)
    ]
    return sum(near) / len(near) if near else 1.0


def _near(left: str, right: str, whole: Collection[str]) -> float:
    return 1.0 if f"{left} {right}" in whole else _NEARLY if f"{left}~{right}" in whole else 0.0


def _forms_of(concept: Concept, words: Collection[str]) -> tuple[Form, ...]:
    """The forms of a concept that an item uses, else the typed one."""
    if len(concept.forms) == 1 or concept.reach.isdisjoint(words):
        return concept.forms[:1]
    return tuple(form for form in concept.forms if form.held(words) == 1) or concept.forms[:1]


def spelled(topic: Iterable[Concept], *, widely: bool = False) -> str:
    """The topic with the forms that are equal to what was typed, or widely with its synonyms, for the index."""
    return " ".join(
        " ".join(form.words)
        for concept in topic
        for form, worth in zip(concept.forms, concept.worths, strict=True)
        if widely or worth != _SYNONYM
    )


@lru_cache(maxsize=50_000)
def bag(text: str) -> frozenset[str]:
    """The words of a text, canonical and folded, and its neighbours (further apart with a tilde); abbreviations too."""
    words = terms(canonical(text))
    long = [terms(canonical(form)) for word in dict.fromkeys(words) for form in expansions(word)]
    found: set[str] = set()
    for row in (words, *long):
        bare = [folded(word) for word in row]
        found.update(row, bare, map(" ".join, pairwise(bare)))
        found.update(f"{left}~{right}" for gap in (2, 3) for left, right in zip(bare, bare[gap:], strict=False))
    return frozenset(found)


def _concept(typed: Words, vocabulary: Vocabulary, around: tuple[str, str], *, accented: bool) -> Concept:
    forms = other_forms(typed, vocabulary.glossary, accented=accented)
    slips: Forms = ()
    if len(typed) == 1 and not forms and not vocabulary.weight(typed[0]) and len(typed[0]) >= _MENDED:
        slips = tuple((word,) for word in vocabulary.near(typed[0], *around)[:_NEAR])
    bare = tuple(map(folded, typed))
    everyday = typed in everyday_phrases()
    short_of_soft = any(form in soft_phrases() for form in forms.equal)  # "kh" is "kế hoạch"
    soft = everyday or typed in soft_phrases() or short_of_soft or bool(_YEAR.fullmatch(bare[0]))
    mass = _mass(typed, (*forms.equal, *slips), vocabulary)
    if forms.alike and len(typed) > 1 and not vocabulary.bond(typed[0], typed[1]):
        mass = min(mass, max(_mass(form, (), vocabulary) for form in forms.alike))  # not a word of these plans
    written = (typed, *forms.equal, *forms.alike, *slips)
    worths = (1.0,) * (1 + len(forms.equal)) + (_SYNONYM,) * len(forms.alike) + (_SLIP,) * len(slips)
    says = _EVERYDAY if everyday else _SOFT if soft else 1.0
    known = any(all(map(vocabulary.weight, form)) for form in written)
    forms_ = tuple(map(Form.of, written))
    reach = frozenset[str]().union(*(form.reach for form in forms_))
    return Concept(forms_, worths, mass * says, soft, known, reach)


def _mass(typed: Words, equal: Forms, vocabulary: Vocabulary) -> float:
    known = [_weight(word, vocabulary) for word in typed]
    if not all(known) and len(typed) == 1 and equal:
        masses = [sum(map(vocabulary.weight, form)) for form in equal]
        return min((mass for mass in masses if mass), default=UNKNOWN)
    if not all(known):
        best = max((sum(map(vocabulary.weight, form)) / len(form) for form in equal), default=0.0)
        return min(sum(weight or best or UNKNOWN for weight in known), 2 * UNKNOWN)
    return sum(known) if len(known) <= _SYLLABLES else sum(known) * _SYLLABLES / len(known)


def _weight(word: str, vocabulary: Vocabulary) -> float:
    """Rarity of a word; with accents that no plan prints it is half another word, half a slip."""
    weight = vocabulary.weight(word)
    return weight if not weight or word == folded(word) or vocabulary.prints(word) else (weight + UNKNOWN) / 2


def _phrase(rest: Sequence[str], vocabulary: Vocabulary, *, accented: bool) -> int:
    """How many words at the beginning make the longest phrase that has other forms; 0 where none does."""
    sizes = (n for n in range(len(rest), 0, -1) if n == 1 or not _parts_a_year(rest, n))
    return next((n for n in sizes if other_forms(tuple(rest[:n]), vocabulary.glossary, accented=accented)), 0)


def _parts_a_year(rest: Sequence[str], size: int) -> bool:
    """Whether a phrase would take "năm" from the year behind it: "moi nam 2022" is "mới năm 2022", not each year."""
    return folded(rest[size - 1]) == "nam" and bool(_YEAR.fullmatch("".join(rest[size : size + 1])))


def _everyday(rest: Sequence[str]) -> int:
    """How many words at the beginning are a turn of speech that says little; 0 where they are none or only one."""
    sizes = range(len(rest), 1, -1)
    little = (everyday_phrases(), soft_phrases())
    return next((size for size in sizes if any(tuple(rest[:size]) in phrases for phrases in little)), 0)


def _compound(rest: Sequence[str], vocabulary: Vocabulary, *, accented: bool) -> int:
    """How many words at the beginning are one: a phrase that is kept whole, or syllables of a word."""
    bare = tuple(map(folded, rest))
    kept = next((size for size in range(len(bare), 1, -1) if bare[:size] in kept_phrases()), 0)
    size = kept or 1
    while not kept and size < min(len(rest), _SYLLABLES) and vocabulary.bond(rest[size - 1], rest[size]) >= _BONDED:
        if _phrase(rest[size:], vocabulary, accented=accented):
            break
        size += 1
    return size


def _in(concept: Concept, words: Collection[str]) -> float:
    best = 0.0
    for form, worth in zip(concept.forms, concept.worths, strict=True):
        if worth <= best:
            break  # forms stand by what they are worth, the most first
        share = form.held(words)
        best = max(best, share if worth == 1 else worth if share == 1 else 0.0)
    return best
