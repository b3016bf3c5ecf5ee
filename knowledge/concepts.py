"""The topic of a question as concepts, and how much of it a row or passage holds.

A concept is a word or a phrase with what else means the same: an abbreviation and its long form, synonyms of the data
file, or the known words that a slip may stand for. It is held where all words of one of its forms stand in the item;
of the form that was typed a part counts in part. A concept weighs the rarity of its typed words, so that an item that
shares only everyday words with the question holds little of it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.abbreviations import expansions, short_forms
from knowledge.data import records
from knowledge.text import folded
from knowledge.words import terms

Words = tuple[str, ...]
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question is about.

    Args:
        typed: its folded words.
        others: other forms that mean the same, each folded words.
        weight: how much it says, the idf mass of its typed words.
    """

    typed: Words
    others: tuple[Words, ...]
    weight: float


def concepts(
    words: Sequence[str],
    *,
    weight: Callable[[str], float],
    near: Callable[[str], Sequence[str]],
    glossary: Mapping[Words, Collection[Words]],
) -> tuple[Concept, ...]:
    """The concepts of a topic's words, in order.

    Args:
        weight: rarity of a word, 0 where the plans do not know it.
        near: known words that an unknown one may stand for.
        glossary: what else folded words mean by the plans' own abbreviations.
    """
    bare = [part for word in words for part in terms(folded(word))]
    found: list[Concept] = []
    at = 0
    while at < len(bare):
        size, others = _phrase(bare[at : at + _LONGEST], glossary)
        typed = tuple(bare[at : at + size])
        if size == 1 and not others and not weight(typed[0]):
            others = tuple((word,) for word in near(typed[0]))
        found.append(Concept(typed, others, _mass(typed, others, weight)))
        at += size
    return tuple(found)


def held(topic: Iterable[Concept], item: Collection[str]) -> float:
    """The share of a topic's weight that an item with these folded words holds; 0 for a topic without weight."""
    total = got = 0.0
    for concept in topic:
        total += concept.weight
        got += concept.weight * part_held(concept, item)
    return got / total if total else 0.0


def part_held(concept: Concept, item: Collection[str]) -> float:
    """How much of one concept an item holds: 1 for a whole form, a share of the typed one otherwise."""
    if any(all(word in item for word in form) for form in concept.others):
        return 1.0
    return sum(word in item for word in concept.typed) / len(concept.typed)


def spelled(topic: Iterable[Concept]) -> str:
    """The topic with its other forms, for the index to look for."""
    return " ".join(" ".join(form) for concept in topic for form in (concept.typed, *concept.others))


@lru_cache(maxsize=50_000)
def bag(text: str) -> frozenset[str]:
    """The folded words of a text, with what its abbreviations stand for."""
    found = set(terms(folded(text)))
    for word in tuple(found):
        for long in expansions(word):
            found.update(folded(long).split())
    return frozenset(found)


def _mass(typed: Words, others: Sequence[Words], weight: Callable[[str], float]) -> float:
    known = [weight(word) for word in typed]
    if all(known):
        return sum(known) if len(known) < 4 else sum(known) * 3 / len(known)
    best = max((sum(map(weight, form)) / len(form) for form in others), default=0.0)
    unknown = best or UNKNOWN
    return min(sum(w or unknown for w in known), 2 * UNKNOWN)


UNKNOWN = 7.0  # idf of a word that stands once among a thousand items: what an unknown one counts


def _phrase(bare: Sequence[str], glossary: Mapping[Words, Collection[Words]]) -> tuple[int, tuple[Words, ...]]:
    """The longest phrase at the beginning that has other forms, as its length and these; else one word."""
    for size in range(len(bare), 0, -1):
        typed = tuple(bare[:size])
        others = {*_synonyms().get(typed, ()), *glossary.get(typed, ()), *_abbreviations().get(typed, ())}
        others |= {far for form in tuple(others) for far in _abbreviations().get(form, ())}
        others.discard(typed)
        if others:
            return size, tuple(sorted(others))
    return 1, ()


@cache
def _synonyms() -> Mapping[Words, frozenset[Words]]:
    found: dict[Words, set[Words]] = defaultdict(set)
    for (row,) in records("synonyms.tsv"):
        forms = {tuple(terms(folded(phrase))) for phrase in row.split(";")}
        for form in forms:
            found[form] |= forms - {form}
    return {form: frozenset(others) for form, others in found.items()}


@cache
def _abbreviations() -> Mapping[Words, frozenset[Words]]:
    """Short → long and long → short."""
    found: dict[Words, set[Words]] = defaultdict(set)
    for short in short_forms():
        for long in expansions(short):
            a, b = tuple(terms(short)), tuple(terms(folded(long)))
            found[a].add(b)
            found[b].add(a)
    return {form: frozenset(others) for form, others in found.items()}
