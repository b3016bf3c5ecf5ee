"""How much of a topic a row or passage covers: the concepts that stand in it, and whether side by side."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import mul

from knowledge.language.abbreviations import expansions, short_forms
from knowledge.language.text import canonical, folded
from knowledge.questions.concept import Concept, Form, Item
from knowledge.search.words import terms

_ENOUGH = 0.58  # share of a topic from which an item is about it, see knowledge.answers.evidence for how it was chosen
_MISSING = 0.45
_TOGETHER = 0.6
_TIERS = (1.0, 0.9, 0.75)  # what a word counts in the text, in product and objective, and round about
_NEARLY = 0.6  # what two neighbours of the topic count with one or two words between them
_PRESENT = 0.55  # part of a concept from which it is not missing


@dataclass(frozen=True, slots=True)
class Coverage:
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
        return self.share + _TOGETHER * (self.together - 0.5) >= _ENOUGH and self.missing <= _MISSING


WHOLE = Coverage(1.0, 0.0, 1.0)


def coverage(topic: Sequence[Concept], item: Item) -> Coverage:
    """How much an item holds of a topic.

    Args:
        item: the words of its parts (see `word_set`), the one that says most of what it is about first; each part holds
            the words of the one before.
    """
    weights = [concept.weight for concept in topic]
    total = sum(weights)
    if not total:
        return Coverage(0.0, 1.0, 0.0)
    parts = _parts_covered(topic, item)
    got = sum(map(mul, weights, parts))
    absent = max([weight for weight, part in zip(weights, parts, strict=True) if part < _PRESENT], default=0.0)
    return Coverage(got / total, absent / total, _together(topic, parts, item[-1]))


def share_covered(topic: Sequence[Concept], item: Item) -> float:
    """The share alone of what `coverage` gives."""
    weights = [concept.weight for concept in topic]
    total = sum(weights)
    return sum(map(mul, weights, _parts_covered(topic, item))) / total if total else 0.0


def part_covered(concept: Concept, item: Item) -> float:
    """How much of a concept an item holds: by where it stands, whether typed or by another form, and whole or not."""
    return _parts_covered([concept], item)[0]


def _parts_covered(topic: Sequence[Concept], item: Item) -> list[float]:
    """How much of each concept an item holds; most of them have no word in it."""
    return [0.0 if concept.reach.isdisjoint(item[-1]) else _held(concept, item) for concept in topic]


def _held(concept: Concept, item: Item) -> float:
    best = 0.0
    for share, words in zip(_TIERS, item, strict=False):
        if not concept.reach.isdisjoint(words):
            best = max(best, share * _in(concept, words))
        if best >= share:
            break  # no part further out can give more
    return best


def _together(topic: Sequence[Concept], parts: Sequence[float], whole: AbstractSet[str]) -> float:
    """The share of a topic's neighbouring words that stand side by side in an item, or nearly so; 0 to 1.

    Args:
        parts: how much of each concept the item holds; one of which it holds nothing stands beside no other.
    """
    held = [
        (_forms_of(concept, whole) if part else concept.forms[:1], part > 0)
        for concept, part in zip(topic, parts, strict=True)
        if not concept.soft
    ]
    near = [_near(pair, whole) for forms, _ in held for pair in forms[0].pairs]
    for (before, there), (after, there_too) in pairwise(held):
        both = there and there_too
        pairs = [f"{left.bare[-1]} {right.bare[0]}" for left in before for right in after] if both else ()
        near.append(max([_near(pair, whole) for pair in pairs]) if pairs else 0.0)
    return sum(near) / len(near) if near else 1.0


def _near(pair: str, whole: AbstractSet[str]) -> float:
    """How near two words ("a b") stand to each other in an item."""
    return 1.0 if pair in whole else _NEARLY if pair.replace(" ", "~") in whole else 0.0


def _forms_of(concept: Concept, words: AbstractSet[str]) -> Sequence[Form]:
    """The forms of a concept that an item uses, else the typed one."""
    if len(concept.forms) == 1:
        return concept.forms
    return [form for form in concept.forms if form.whole <= words] or concept.forms[:1]


@lru_cache(maxsize=50_000)
def word_set(text: str) -> frozenset[str]:
    """The words of a text, canonical and folded, and its neighbours (further apart with a tilde); abbreviations too."""
    words = terms(canonical(text))
    shorts = short_forms().intersection(map(folded, words))
    long = [terms(canonical(form)) for short in shorts for form in expansions(short)]
    found: set[str] = set()
    for row in (words, *long):
        bare = [folded(word) for word in row]
        found.update(row, bare, map(" ".join, pairwise(bare)))
        found.update([f"{left}~{right}" for gap in (2, 3) for left, right in zip(bare, bare[gap:], strict=False)])
    return frozenset(found)


def _in(concept: Concept, words: AbstractSet[str]) -> float:
    """How much of a concept words hold: of what is equal to what was typed a part as well, of others all or nothing."""
    best = 0.0
    for form, worth in zip(concept.forms, concept.worths, strict=True):
        if worth <= best:
            break  # forms stand by what they are worth, the most first
        if form.whole <= words:
            return worth
        if worth == 1:
            best = max(best, form.share_in(words))
    return best
