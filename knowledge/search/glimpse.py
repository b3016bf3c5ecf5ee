"""What documents hold of a few words, read from the numbers of the index instead of from their texts.

To weigh an item its words, and which of them are neighbours, are compared with those of the question. Most words of an
item are not in the question at all: so only those that are looked for are brought back from numbers to words.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.search.corpus import FIELDS, Corpus, Field
from knowledge.search.postings import Longs
from knowledge.search.ranking import spread

_TIERS = {Field.TEXT: 0, Field.RESULT: 1, Field.OBJECTIVE: 1}  # the others stand round about
_FAR = 3  # words up to which two are nearly neighbours
_BEGINNING = 16  # words of a text in which its beginning is looked for

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Of the words looked for those of a document: as printed, folded, "a b" for neighbours, "a~b" for near ones.

    Args:
        parts: of its text; with product and objective; with all that stands round about.
        opening: the first words of its text, folded.
    """

    parts: tuple[Words, Words, Words]
    opening: tuple[str, ...]


def glimpses(corpus: Corpus, documents: Longs, words: Collection[str]) -> list[Glimpse]:
    """What each document has of some folded words."""
    if not len(documents):
        return []
    ids = corpus.vocabulary.bare_ids
    wanted = np.zeros(len(corpus.vocabulary.bare), dtype=np.bool_)
    wanted[[ids[word] for word in words if word in ids]] = True
    position, owner = spread(corpus.starts, documents)
    token = corpus.tokens[position]
    hit = np.flatnonzero(wanted[corpus.vocabulary.fold[token]])
    found: list[list[tuple[int, int, int]]] = [[] for _ in documents]
    places = (position[hit].tolist(), token[hit].tolist(), corpus.fields[position[hit]].tolist(), owner[hit].tolist())
    for at, number, field, document in zip(*places, strict=True):
        found[document].append((at, number, field))
    return [
        Glimpse(_parts(corpus, seen), _opening(corpus, int(document)))
        for document, seen in zip(documents, found, strict=True)
    ]


def _parts(corpus: Corpus, seen: Sequence[tuple[int, int, int]]) -> tuple[Words, Words, Words]:
    """The words of each part, of words at (position, term, field) in order."""
    vocabulary = corpus.vocabulary
    tiers: dict[int, set[str]] = defaultdict(set)
    bare = [vocabulary.bare[vocabulary.fold[number]] for _, number, _ in seen]
    for (_, number, field), folded in zip(seen, bare, strict=True):
        tiers[_tier(field)].update((vocabulary.words[number], folded))
    for gap in range(1, _FAR + 1):
        for left, right in zip(range(len(seen)), range(gap, len(seen)), strict=False):
            far = seen[right][0] - seen[left][0]
            if far <= _FAR and seen[left][2] == seen[right][2]:
                tiers[_tier(seen[left][2])].add(f"{bare[left]}{' ' if far == 1 else '~'}{bare[right]}")
    text = frozenset(tiers[0])
    outcome = text | tiers[1]
    return text, outcome, outcome | tiers[2]


def _tier(field: int) -> int:
    return _TIERS.get(FIELDS[field], 2)


def _opening(corpus: Corpus, document: int) -> tuple[str, ...]:
    vocabulary = corpus.vocabulary
    first = int(corpus.starts[document])
    tokens = corpus.tokens[first : min(first + _BEGINNING, int(corpus.starts[document + 1]))]
    return tuple(vocabulary.bare[number] for number in vocabulary.fold[tokens])
