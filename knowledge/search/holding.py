"""Which documents hold words, and hold them side by side: found by posting lists, exact and without reading a text.

A list of a million rows is narrowed here; what is left over is small enough to be weighed one by one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import compress, pairwise

import numpy as np
import numpy.typing as npt

from knowledge.language.abbreviations import standing_for
from knowledge.language.text import folded
from knowledge.number_sets import common, union
from knowledge.search.corpus import FIELDS, PARTS, Corpus, Field, Part
from knowledge.search.glimpse import FAR
from knowledge.search.index import Index
from knowledge.search.postings import Ints, Longs
from knowledge.search.ranking import spread


@dataclass(frozen=True, slots=True)
class Patterns:
    """What documents hold of some words: the sets of words that come, and for each document which of them it has."""

    sets: tuple[frozenset[str], ...]
    of: npt.NDArray[np.int64]


_AT_ONCE = 50_000  # documents whose words are compared at once: more would need too much memory
_NONE = np.zeros(0, np.int32)
_UNKNOWN = -1  # the number of a word that no plan has


def with_any(index: Index, words: Collection[str]) -> Ints:
    """The documents that hold any of some words, accents aside, ascending."""
    found = [with_word(index, word) for word in words]
    return union(found)


def with_all(index: Index, words: Collection[str]) -> Ints:
    """The documents that hold all of some words, accents aside, ascending."""
    return _in_all([with_word(index, word) for word in words])


def with_pairs(index: Index, words: Sequence[str]) -> Ints:
    """The documents in which each two neighbours of some words stand side by side somewhere, ascending."""
    return _in_all([with_pair(index, *pair) for pair in pairwise(words)] or [with_all(index, words)])


def with_some_pairs(index: Index, pairs: Iterable[tuple[str, str]], least: int) -> Ints:
    """The documents in which at least so many (from 1 on) of some pairs of words stand side by side, ascending."""
    found = np.concatenate([_NONE, *(with_pair(index, *pair) for pair in pairs)])
    return np.flatnonzero(np.bincount(found) >= least).astype(np.int32)


def with_word(index: Index, word: str) -> Ints:
    """The documents that hold a word, accents aside, ascending."""
    number = index.corpus.vocabulary.bare_ids.get(folded(word))
    return _NONE if number is None else index.matcher.syllables.list_of(number)[0]


def with_pair(index: Index, left: str, right: str) -> Ints:
    """The documents in which two words stand side by side, ascending."""
    ids = index.corpus.vocabulary.bare_ids
    number = index.matcher.pairs.number(ids.get(folded(left), -1), ids.get(folded(right), -1))
    return _NONE if number is None else index.matcher.pairs.postings.list_of(number)[0]


def word_patterns(index: Index, documents: Longs, words: Collection[str], pairs: Collection[str]) -> Patterns:
    """Which of some words documents hold, each pattern of words once: of many documents most are alike.

    Args:
        words: as printed or folded.
        pairs: two folded words each, with a space between them, that are looked for side by side.
    """
    bare = {word: with_word(index, word) for word in words if word == folded(word)}
    side = {pair: with_pair(index, *pair.split(" ")) for pair in pairs}
    accented = [word for word in words if word != folded(word)]
    columns = [_held(documents, found, len(index.corpus)) for found in (*bare.values(), *side.values())]
    columns += _accented(index.corpus, documents, accented)
    names = (*bare, *side, *accented)
    if not columns or not len(documents):
        return Patterns((frozenset(),), np.zeros(len(documents), np.int64))
    packed = np.packbits(np.stack(columns, axis=1), axis=1)
    distinct, which = np.unique(packed, axis=0, return_inverse=True)
    bits = np.unpackbits(distinct, axis=1, count=len(names)).astype(bool)
    return Patterns(tuple(frozenset(compress(names, row)) for row in bits), which.ravel())


def _held(documents: Longs, found: Ints, size: int) -> npt.NDArray[np.bool_]:
    marks = np.zeros(size, np.bool_)
    marks[found] = True
    held: npt.NDArray[np.bool_] = marks[documents]
    return held


def _accented(corpus: Corpus, documents: Longs, words: Sequence[str]) -> list[npt.NDArray[np.bool_]]:
    """For each accented word which of the documents print it so."""
    held = [np.zeros(len(documents), np.bool_) for _ in words]
    numbers = [corpus.vocabulary.ids.get(word, -1) for word in words]
    wanted = np.zeros(len(corpus.vocabulary.words) + 1, np.bool_)
    wanted[numbers] = True
    wanted[-1] = False  # where the numbers of unknown words point
    for start in range(0, len(documents), _AT_ONCE):
        position, owner = spread(corpus.starts, documents[start : start + _AT_ONCE])
        tokens = corpus.tokens[position]
        hit = np.flatnonzero(wanted[tokens])
        tokens, owner = tokens[hit], owner[hit]
        for column, number in zip(held, numbers, strict=True):
            column[start + owner[tokens == number]] = True
    return held


def saying(index: Index, words: Sequence[str], fields: Collection[Field]) -> Ints:
    """The documents that may say some folded words in one of these fields, ascending; the text itself decides.

    Each two neighbours stand there with at most FAR - 1 between, or together in what a short form may stand for.
    """
    documents = _with_each(index, words)
    parts = (documents[at : at + _AT_ONCE] for at in range(0, len(documents), _AT_ONCE))
    return np.concatenate([_NONE, *(_said_in(index, part, words, fields) for part in parts)])


def is_said(index: Index, words: Sequence[str], fields: Collection[Field], part: Part) -> bool:
    """Whether any document of this part of a plan may say some folded words in one of these fields, as `saying`.

    Looked for in few documents first: what is said at all is mostly said soon.
    """
    documents = _with_each(index, words)
    documents, at, size = documents[index.corpus.parts[documents] == PARTS.index(part)], 0, _FIRST
    while at < len(documents):
        if len(_said_in(index, documents[at : at + size], words, fields)):
            return True
        at, size = at + size, min(4 * size, _AT_ONCE)
    return False


_FIRST = 500


def _with_each(index: Index, words: Sequence[str]) -> Ints:
    return _in_all([union([with_word(index, word), _short_for(index, (word,))]) for word in words])


def _said_in(index: Index, documents: Ints, words: Sequence[str], fields: Collection[Field]) -> Ints:
    wanted = [FIELDS.index(field) for field in fields]
    pairs: list[Sequence[str]] = [*pairwise(words)] or [words]
    return _in_all([_near_or_short(index, documents, pair, wanted) for pair in pairs])


def _near_or_short(index: Index, documents: Ints, words: Sequence[str], fields: Sequence[int]) -> Ints:
    near = _near_each_other(index.corpus, documents, words, fields)
    return union([near, common(documents, _short_for(index, words))])


def _short_for(index: Index, words: Sequence[str]) -> Ints:
    return with_any(index, standing_for(words))


def _near_each_other(corpus: Corpus, documents: Ints, words: Sequence[str], fields: Sequence[int]) -> Ints:
    numbers = [corpus.vocabulary.bare_ids.get(folded(word), _UNKNOWN) for word in words]
    if _UNKNOWN in numbers:
        return _NONE
    position, owner = spread(corpus.starts, documents.astype(np.int64))
    folds = corpus.vocabulary.fold[corpus.tokens[position]]
    field = corpus.fields[position]
    folds = np.where(np.isin(field, fields), folds, -1)
    if len(numbers) == 1:
        return np.array(documents[union([owner[folds == numbers[0]]])], np.int32)
    near = [union([*_owners(folds, field, owner, *pair)]) for pair in pairwise(numbers)]
    return np.array(documents[_in_all(near)], np.int32)


def _owners(folds: Ints, field: npt.NDArray[np.uint8], owner: Longs, left: int, right: int) -> Iterator[Ints]:
    """Whose words stand one, two and three places apart."""
    at = np.flatnonzero(folds == left)
    for gap in range(1, FAR + 1):
        first = at[at + gap < len(folds)]
        behind = first + gap
        same = (folds[behind] == right) & (owner[behind] == owner[first]) & (field[behind] == field[first])
        yield owner[first[same]].astype(np.int32)


def _in_all(lists: Sequence[Ints]) -> Ints:
    """What stands in every one of some ascending lists, looked for from the shortest on."""
    ordered = sorted(lists, key=len)
    return reduce(common, ordered) if ordered else _NONE
