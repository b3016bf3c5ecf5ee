"""Which words of the documents some letters may be the initials of ("CVC": "chuyên viên chính")."""

from collections import Counter
from itertools import pairwise

import numpy as np

from knowledge.language.text import folded
from knowledge.search.corpus import Corpus
from knowledge.search.query_terms import TermMatcher

_LEAST, _MOST = 3, 8  # letters: two fit anything, more are not initials of one phrase
_BONDED = 0.3  # of some pair of neighbours, so that it is a phrase and no chance


def spelled_by(corpus: Corpus, matcher: TermMatcher, letters: str) -> tuple[str, ...]:
    """The phrases in which each letter begins a word, the most frequent first; those that hold together only."""
    bare = folded(letters)
    if not _LEAST <= len(bare) <= _MOST or not bare.isalpha() or not len(corpus.tokens):
        return ()
    first = np.array([ord(word[0]) for word in corpus.vocabulary.bare], dtype=np.int32)[corpus.vocabulary.fold]
    begins = first[corpus.tokens]
    size = len(begins) - len(bare) + 1
    fits = np.ones(max(size, 0), dtype=np.bool_)
    for at, letter in enumerate(bare):
        fits &= begins[at : at + size] == ord(letter)
    found = Counter(tuple(corpus.tokens[at : at + len(bare)].tolist()) for at in np.flatnonzero(fits))
    whole = [tokens for tokens, _ in found.most_common() if _holds(corpus, matcher, tokens)]
    return tuple(" ".join(corpus.vocabulary.words[token] for token in tokens) for tokens in whole)


def _holds(corpus: Corpus, matcher: TermMatcher, tokens: tuple[int, ...]) -> bool:
    bare = [int(corpus.vocabulary.fold[token]) for token in tokens]
    numbers = [matcher.pairs.number(left, right) for left, right in pairwise(bare)]
    return max(float(matcher.pairs.bonds[number]) if number is not None else 0.0 for number in numbers) >= _BONDED
