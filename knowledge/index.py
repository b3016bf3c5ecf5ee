"""The index over all plans: which tasks, targets and passages a question is about, best first.

A question is answered in two steps. Posting lists of folded syllables and pairs find a pool of documents; those are
weighed exactly, in every view and with the weights of the fields (`knowledge.ranking`). Ties keep the order of the
plans. A document that shares no word with the question is never found; how much of the question one holds is its
`coverage`, which, other than the score, can be compared between questions.
"""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import OSA

from knowledge import archive
from knowledge.corpus import FIELDS, PARTS, Corpus, Field, Longs, Part, Vocabulary, gather, texts_of
from knowledge.identity import LoadedPlan
from knowledge.postings import Floats, Postings, inverse_frequency
from knowledge.ranking import FIELD_WEIGHTS, VIEW_WEIGHTS, Needle, View, weigh
from knowledge.text import folded, has_accents
from knowledge.words import bonds, is_code, terms

__all__ = ["Contribution", "Field", "Hit", "Index", "Part", "View"]

_NEAR = 4  # near words that a slip is taken for
_MENDED = 3  # letters from which a word is mended at all; shorter ones are near to too many
_LONG = 6  # letters from which two slips are mended
_ARRAYS = ("pair_keys", "bonds", "accented_idf")
_POOL = 1000  # documents that are weighed exactly
_NEAR_WEIGHT = 0.6  # what a mended slip counts beside the word as typed
_BONDED = 1.0  # what pyvi's joining of two syllables adds to the weight of the pair
_SAMPLE = 5000  # texts that pyvi reads, at a millisecond each


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that shares words with a question.

    Args:
        plan, item: positions among the plans, and among the plan's tasks, targets or passages.
        coverage: share of the question's weight (idf mass over its folded words) that the document holds.
    """

    part: Part
    plan: int
    item: int
    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one word or pair adds to a score, and why."""

    view: View
    term: str
    fields: tuple[Field, ...]
    idf: float
    frequency: float
    score: float


@dataclass(frozen=True, slots=True)
class Index:
    """An index; made from plans, or loaded from where it was saved.

    Args:
        fingerprint: of the plans it was made from.
        syllables: posting lists of folded terms.
        pairs, pair_keys: posting lists of folded neighbours, and what each is of, ascending.
        bonds: for each pair how much it is one word.
        accented_idf: of each accented term.
    """

    fingerprint: str
    corpus: Corpus
    syllables: Postings
    pairs: Postings
    pair_keys: Longs
    bonds: Floats
    accented_idf: Floats

    @classmethod
    def build(cls, plans: Sequence[LoadedPlan]) -> "Index":
        """The index of these plans."""
        corpus = gather(plans)
        weights = np.array([FIELD_WEIGHTS[field] for field in FIELDS], dtype=np.float32)
        lengths = (corpus.lengths @ weights).astype(np.float32)
        owner = np.repeat(np.arange(len(corpus), dtype=np.int32), np.diff(corpus.starts))
        bare, weight = corpus.vocabulary.fold[corpus.tokens], weights[corpus.fields]
        syllables = Postings.build(owner, bare, weight, lengths, len(corpus.vocabulary.bare))
        near = (owner[1:] == owner[:-1]) & (corpus.fields[1:] == corpus.fields[:-1])
        keys = (bare[:-1].astype(np.int64) << 32 | bare[1:])[near]
        pair_keys, pair = np.unique(keys, return_inverse=True)
        pairs = Postings.build(owner[1:][near], pair.astype(np.int32), weight[1:][near], lengths, len(pair_keys))
        accented = np.unique(corpus.tokens.astype(np.int64) * max(len(corpus), 1) + owner) // max(len(corpus), 1)
        frequencies = np.bincount(accented, minlength=len(corpus.vocabulary.words))
        return cls(
            archive.fingerprint(plans),
            corpus,
            syllables,
            pairs,
            pair_keys,
            _bonds(plans, corpus, pair_keys),
            inverse_frequency(len(corpus), frequencies),
        )

    def search(
        self,
        text: str,
        *,
        plans: Collection[int] | None = None,
        parts: Collection[Part] = PARTS,
        limit: int = 20,
        fields: Mapping[Field, float] | None = None,
        ignore: Collection[str] = (),
    ) -> list[Hit]:
        """The documents that share words with the text, by (-score, position).

        Args:
            text: the question, or its topic; words as typed.
            plans: where to look, as positions; None is everywhere.
            parts: what to look for.
            limit: how many at most.
            fields: what words count by field, instead of FIELD_WEIGHTS; fields left out count nothing.
            ignore: words and phrases of the question that do not rank; accents matter where both have them.
        """
        needle = self._needle(text, ignore)
        pool = self._pool(needle, self._allowed(plans, parts), max(_POOL, 4 * limit))
        evidence = weigh(self.corpus, needle, pool, FIELD_WEIGHTS if fields is None else fields)
        scores = evidence.scores
        order = np.lexsort((pool, -scores))
        hits = (self._hit(int(pool[i]), float(scores[i]), float(evidence.coverage[i])) for i in order if scores[i] > 0)
        return list(islice(hits, limit))

    def weight(self, word: str) -> float:
        """How rare a word is (idf of its folded form), 0 where no document knows it."""
        number = self.corpus.vocabulary.bare_ids.get(folded(word))
        return 0.0 if number is None else float(self.syllables.idf[number])

    def knows(self, word: str) -> bool:
        """Whether any document holds the word, accents aside."""
        return folded(word) in self.corpus.vocabulary.bare_ids

    def near(self, word: str) -> tuple[str, ...]:
        """Folded words of the documents that a mistyped word may be meant for, the likeliest first."""
        typed = folded(word)
        reach = _reach(typed)
        if not reach or not typed.isalpha():
            return ()
        found = []
        for number, known in enumerate(self.corpus.vocabulary.bare):
            if abs(len(known) - len(typed)) <= reach and known.isalpha():
                distance = OSA.distance(typed, known, score_cutoff=reach)
                if 0 < distance <= reach:
                    found.append((distance, known[0] != typed[0], -self.syllables.count(number), known))
        best = min(found)[0] if found else 0
        return tuple(known for distance, _, _, known in sorted(found) if distance == best)

    def explain(self, text: str, hit: Hit, *, ignore: Collection[str] = (),
                fields: Mapping[Field, float] | None = None) -> list[Contribution]:  # fmt: skip
        """What each word and pair of the text adds to a hit, the most first."""
        needle = self._needle(text, ignore)
        document = int(self.corpus.spans[hit.plan, PARTS.index(hit.part)]) + hit.item
        evidence = weigh(self.corpus, needle, np.array([document]), FIELD_WEIGHTS if fields is None else fields)
        found = []
        for view, matrix in evidence.contributions.items():
            paired = view in (View.FOLDED_PAIR, View.ACCENTED_PAIR)
            for column in np.flatnonzero(matrix[0] > 0):
                words = needle.pairs[column] if paired else (needle.words[column],)
                idf = needle.pair_idf if paired else needle.accented_idf if view is View.ACCENTED else needle.idf
                found.append(
                    Contribution(
                        view,
                        " ".join(words),
                        self._fields(document, needle, words),
                        float(idf[column]),
                        float(evidence.frequencies[view][0, column]),
                        float(matrix[0, column]),
                    )
                )
        return sorted(found, key=lambda c: (-c.score, c.term))

    def save(self, folder: Path) -> None:
        """Keep the index in a folder."""
        arrays = {
            f"{part}.{name}": value
            for part, owner in (("corpus", self.corpus), ("syllables", self.syllables), ("pairs", self.pairs))
            for name, value in ((f.name, getattr(owner, f.name)) for f in dataclasses.fields(owner))
            if isinstance(value, np.ndarray)
        }
        own = {name: getattr(self, name) for name in _ARRAYS}
        archive.save(folder, self.fingerprint, self.corpus.vocabulary.words, {**arrays, **own})

    @classmethod
    def load(cls, folder: Path, plans: Sequence[LoadedPlan]) -> "Index | None":
        """The index kept in a folder, or None where there is none that was made from these very plans."""
        mark = archive.fingerprint(plans)
        found = archive.load(folder, mark)
        if found is None:
            return None
        words, arrays = found
        parts: dict[str, dict[str, Any]] = {"corpus": {}, "syllables": {}, "pairs": {}, "": {}}
        for name, values in arrays.items():
            owner, _, field = name.rpartition(".")
            parts[owner][field] = values
        size = len(parts["corpus"]["starts"]) - 1
        return cls(
            fingerprint=mark,
            corpus=Corpus(Vocabulary.of(words), **parts["corpus"]),
            syllables=Postings(size=size, **parts["syllables"]),
            pairs=Postings(size=size, **parts["pairs"]),
            **parts[""],
        )

    def _hit(self, document: int, score: float, coverage: float) -> Hit:
        corpus = self.corpus
        part = PARTS[corpus.parts[document]]
        return Hit(part, int(corpus.plans[document]), int(corpus.items[document]), score, coverage)

    def _fields(self, document: int, needle: Needle, words: Sequence[str]) -> tuple[Field, ...]:
        corpus = self.corpus
        span = slice(corpus.starts[document], corpus.starts[document + 1])
        slot = needle.slots[corpus.vocabulary.fold[corpus.tokens[span]]]
        wanted = [needle.words.index(word) for word in words]
        present = corpus.fields[span]
        held = [set(present[slot == number].tolist()) for number in wanted]
        return tuple(field for number, field in enumerate(FIELDS) if all(number in fields for fields in held))

    def _allowed(self, plans: Collection[int] | None, parts: Collection[Part]) -> Longs | None:
        """The documents to look at as ranges (first, end), or None for all."""
        if plans is None and set(parts) == set(PARTS):
            return None
        spans = self.corpus.spans if plans is None else self.corpus.spans[sorted(plans)]
        wanted = [number for number, part in enumerate(PARTS) if part in parts]
        return np.stack([spans[:, wanted].ravel(), spans[:, [n + 1 for n in wanted]].ravel()], axis=1)

    def _pool(self, needle: Needle, allowed: Longs | None, size: int) -> Longs:
        """The documents that are worth to be weighed, ascending."""
        scores = self.syllables.scores(
            {int(n): float(needle.likeness[n]) for n in np.flatnonzero(needle.slots >= 0)}
        ) + VIEW_WEIGHTS[View.FOLDED_PAIR] * self.pairs.scores({int(n): 1.0 for n in needle.pair_numbers})
        if allowed is not None:
            mask = np.zeros(len(scores), dtype=bool)
            for first, end in allowed:
                mask[first:end] = True
            scores *= mask
        found = np.flatnonzero(scores > 0)
        if len(found) <= size:
            return found
        kept = scores[found]
        least = np.partition(kept, len(kept) - size)[len(kept) - size]
        above, equal = found[kept > least], found[kept == least]
        return np.sort(np.concatenate([above, equal[: size - len(above)]]))

    def _needle(self, text: str, ignore: Collection[str]) -> Needle:
        return _Reading(self, kept(text, ignore), accented=has_accents(text)).needle()


class _Reading:
    """A question being read into the numbers of an index."""

    def __init__(self, index: Index, terms: Sequence[str | None], *, accented: bool) -> None:
        vocabulary = index.corpus.vocabulary
        self._index = index
        self._accented = accented
        self._slots = np.full(len(vocabulary.bare), -1, dtype=np.int32)
        self._likeness = np.zeros(len(vocabulary.bare), dtype=np.float32)
        self._words: dict[str, tuple[int, ...]] = {}
        self._accents: list[int] = []
        self._terms = terms
        self._unknown = 0.0

    def needle(self) -> Needle:
        """The question in numbers."""
        typed = dict.fromkeys(term for term in self._terms if term)
        known = [term for term in typed if self._index.knows(term)]
        for term in known:
            self._add(term, (self._index.corpus.vocabulary.bare_ids[folded(term)],), 1.0)
        for term in typed:
            if folded(term) not in self._words:
                self._mend(term)
        pairs = self._pairs()
        index, words = self._index, tuple(self._words)
        accents = np.array(self._accents, dtype=np.int32)
        slots = np.full((len(words), len(words)), -1, dtype=np.int32)
        for number, (left, right) in enumerate(pairs):
            slots[words.index(left), words.index(right)] = number
        numbers = np.array(list(pairs.values()), dtype=np.int64)
        return Needle(
            words=words,
            pairs=tuple(pairs),
            slots=self._slots,
            likeness=self._likeness,
            accents=accents,
            idf=np.array([max(index.syllables.idf[list(n)]) for n in self._words.values()], dtype=np.float32),
            accented_idf=np.where(accents >= 0, index.accented_idf[accents], 0) if words else np.zeros(0, np.float32),
            pair_slots=slots,
            pair_numbers=numbers,
            pair_idf=index.pairs.idf[numbers] * (1 + _BONDED * index.bonds[numbers]),
            unknown=self._unknown,
        )

    def _add(self, term: str, numbers: tuple[int, ...], likeness: float) -> None:
        if folded(term) in self._words:
            return
        fresh = [number for number in numbers if self._slots[number] < 0]
        self._slots[fresh] = len(self._words)
        self._likeness[fresh] = likeness
        self._words[folded(term)] = numbers
        known = self._index.corpus.vocabulary.ids.get(term, -1) if self._accented and likeness == 1 else -1
        self._accents.append(known)

    def _mend(self, term: str) -> None:
        """Take the near words of a term that no document knows; without any it counts against the coverage."""
        ids = self._index.corpus.vocabulary.bare_ids
        numbers = tuple(ids[word] for word in self._index.near(term)[:_NEAR])
        if numbers:
            self._add(term, numbers, _NEAR_WEIGHT)
        elif not is_code(term):
            self._unknown += float(inverse_frequency(self._index.syllables.size, [0])[0])

    def _pairs(self) -> dict[tuple[str, str], int]:
        """Each pair of neighbours that stands in a document, with its number."""
        found = {}
        for left, right in pairwise(folded(term) if term else None for term in self._terms):
            if left in self._words and right in self._words:
                number = self._pair(self._words[left], self._words[right])
                if number is not None:
                    found[left, right] = number
        return found

    def _pair(self, left: Sequence[int], right: Sequence[int]) -> int | None:
        keys = self._index.pair_keys
        for key in (a << 32 | b for a in left for b in right):
            number = int(np.searchsorted(keys, key))
            if number < len(keys) and keys[number] == key:
                return number
        return None


def kept(text: str, ignore: Collection[str]) -> list[str | None]:
    """The terms of a text that rank, None where words were left out.

    A word or phrase to ignore is met with regard to accents where both carry them, else without.
    """
    found: list[str | None] = list(terms(text))
    for phrase in ignore:
        wanted = terms(phrase)
        for start in range(len(found) - len(wanted) + 1):
            if wanted and all(_same(a, b) for a, b in zip(found[start:], wanted, strict=False)):
                found[start : start + len(wanted)] = [None] * len(wanted)
    return found


def _same(typed: str | None, wanted: str) -> bool:
    if typed is None or folded(typed) != folded(wanted):
        return False
    return typed == wanted or typed == folded(typed) or wanted == folded(wanted)


def _reach(word: str) -> int:
    """How many slips may separate a typed word from the one that was meant."""
    return 0 if len(word) < _MENDED else 1 if len(word) < _LONG else 2


def _bonds(plans: Sequence[LoadedPlan], corpus: Corpus, keys: Longs) -> Floats:
    """For each pair how much it is one word, by what pyvi makes of a sample of the texts."""
    distinct = list(dict.fromkeys(texts_of(plans)))
    ids = corpus.vocabulary.bare_ids
    values = np.zeros(len(keys), dtype=np.float32)
    for (left, right), bond in bonds(distinct[:: len(distinct) // _SAMPLE + 1]).items():
        key = ids.get(folded(left), 0) << 32 | ids.get(folded(right), 0)
        number = int(np.searchsorted(keys, key))
        if number < len(keys) and keys[number] == key:
            values[number] = max(values[number], bond)
    return values
