"""What documents hold of a few words, read from the numbers of the index instead of from their texts.

To weigh an item its words, and which of them are neighbours, are compared with those of the question. Most words of an
item are not in the question at all: so only those that are looked for are brought back from numbers to words.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from knowledge.search.corpus import FIELDS, Corpus, Field
from knowledge.search.postings import Ints, Longs
from knowledge.search.ranking import spread
from knowledge.search.vocabulary import Vocabulary

_NEARER = {Field.TEXT: 0, Field.RESULT: 1, Field.OBJECTIVE: 1}  # the others stand round about
_TIERS = tuple(_NEARER.get(field, 2) for field in FIELDS)
FAR = 3  # words up to which two are nearly neighbours
_BEGINNING = 16  # words of a text in which its beginning is looked for

Words = frozenset[str]
Seen = tuple[int, int, int, int]  # position, term, folded term, field of a word


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
    folds = corpus.vocabulary.fold[corpus.tokens[position]]
    hit = np.flatnonzero(wanted[folds])
    at = position[hit]
    columns = (at.tolist(), corpus.tokens[at].tolist(), folds[hit].tolist(), corpus.fields[at].tolist())
    seen = list(zip(*columns, strict=True))
    return [
        Glimpse(_parts(corpus.vocabulary, seen[start:end]), _opening(corpus.vocabulary, folds[first:last]))
        for (start, end), (first, last) in zip(_ends(owner[hit], documents), _ends(owner, documents), strict=True)
    ]


def _ends(owner: Longs, documents: Longs) -> Iterator[tuple[int, int]]:
    """Where the words of each document begin and end among those of all."""
    return pairwise([0, *np.cumsum(np.bincount(owner, minlength=len(documents))).tolist()])


def _parts(vocabulary: Vocabulary, seen: Sequence[Seen]) -> tuple[Words, Words, Words]:
    """The words of each part, of words in order."""
    tiers: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    words, bare = vocabulary.words, vocabulary.bare
    for number, (at, term, fold, field) in enumerate(seen, start=1):
        tier, left = tiers[_TIERS[field]], bare[fold]
        tier |= {words[term], left}
        for behind, _, right, other in seen[number : number + FAR]:
            far = behind - at
            if far > FAR:
                break
            if other == field:
                tier.add(f"{left} {bare[right]}" if far == 1 else f"{left}~{bare[right]}")
    text = frozenset(tiers[0])
    outcome = text | tiers[1]
    return text, outcome, outcome | tiers[2]


def _opening(vocabulary: Vocabulary, folds: Ints) -> tuple[str, ...]:
    return tuple([vocabulary.bare[number] for number in folds[:_BEGINNING].tolist()])
