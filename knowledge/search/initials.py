"""Which words of the documents a short form may stand for.

That are initials ("CVC": "chuyên viên chính"), or those of a first word with the second behind, as chats have it
("tsinh": "tuyển sinh").
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from knowledge.language.initials import fused
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


def fused_in(corpus: Corpus, matcher: TermMatcher, bare: str) -> list[tuple[int, tuple[str, str]]]:
    """The pairs whose first word begins as a folded word does and whose second is its rest, with how often they stand.

    They hold together, and the most frequent comes first.
    """
    found: list[tuple[int, tuple[str, str]]] = []
    vocabulary, keys = corpus.vocabulary, matcher.pairs.keys
    for letters, end in fused(bare):
        number = vocabulary.bare_ids.get(end, -1)
        for at in np.flatnonzero((keys & _SECOND) == number) if number >= 0 else ():
            first = vocabulary.bare[int(keys[at] >> 32)]
            if first.startswith(letters) and matcher.pairs.bonds[at] >= _BONDED:
                found.append((matcher.pairs.postings.count(int(at)), (first, end)))
    return sorted(found, key=lambda each: (-each[0], each[1]))


def only_pair(found: Sequence[tuple[int, tuple[str, str]]]) -> tuple[str, ...]:
    """The first of the pairs that a word may be short for, where it is the only one or stands far oftener."""
    (often, pair), (next_, _) = (*found, (0, ()), (0, ()))[:2]
    return pair if often > next_ * _FAR_OFTENER else ()


def begun_behind(matcher: TermMatcher, left: str, letters: str) -> str:
    """The one folded word that begins with some letters and is one with a folded word before it; else none.

    What begins so and only stands there as well has to be far rarer.
    """
    bare_ids, words, pairs = matcher.vocabulary.bare_ids, matcher.vocabulary.bare, matcher.pairs
    if left not in bare_ids:
        return ""
    first, end = np.searchsorted(pairs.keys, [bare_ids[left] << 32, bare_ids[left] + 1 << 32])
    behind = ((int(at), words[int(pairs.keys[at] & _SECOND)]) for at in range(first, end))
    found = [(pairs.postings.count(at), word, pairs.bonds[at]) for at, word in behind
             if word.startswith(letters) and word != letters]  # fmt: skip
    (often, word, bond), (next_, *_) = (*sorted(found, reverse=True), (0, "", 0.0), (0, "", 0.0))[:2]
    return word if bond >= _ONE_WORD and often > next_ * _FAR_OFTENER else ""


_ONE_WORD = 0.5  # of two syllables of which the first alone is seldom said
_FAR_OFTENER = 4
_SECOND = (1 << 32) - 1


def _holds(corpus: Corpus, matcher: TermMatcher, tokens: tuple[int, ...]) -> bool:
    bare = [int(corpus.vocabulary.fold[token]) for token in tokens]
    numbers = [matcher.pairs.number(left, right) for left, right in pairwise(bare)]
    return max(float(matcher.pairs.bonds[number]) if number is not None else 0.0 for number in numbers) >= _BONDED
