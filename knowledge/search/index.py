"""The index over all plans: which tasks, targets and passages a question is about, best first.

A question is answered in two steps. Posting lists of folded syllables and pairs find a pool of documents; those are
weighed exactly, in every view and with the weights of the fields (`knowledge.search.ranking`). Ties keep the order of
the plans. A document that shares no word with the question is never found.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from knowledge.identity import LoadedPlan
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded, has_accents
from knowledge.search import archive
from knowledge.search.corpus import FIELDS, PARTS, Corpus, Field, Part, gather, texts_of
from knowledge.search.glimpse import Glimpse, glimpses
from knowledge.search.initials import begun_behind, fused_in, only_pair, spelled_by
from knowledge.search.pairs import Pairs
from knowledge.search.pool import List, Lists, Sums, pool
from knowledge.search.postings import Floats, Ints, Longs, Postings, distinct, inverse_frequency
from knowledge.search.query_terms import QueryTerms, TermMatcher
from knowledge.search.ranking import FIELD_WEIGHTS, VIEW_WEIGHTS, View, weigh
from knowledge.search.vocabulary import Vocabulary
from knowledge.search.words import bonds, terms

__all__ = ["Contribution", "Field", "Hit", "Index", "Part", "View"]

_POOL = 100  # documents that are weighed exactly; ten times as many change no figure of three public sets
_SAMPLE = 5000  # texts that pyvi reads, at about a millisecond each


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that shares words with a question.

    Args:
        plan, item: positions among the plans, and among the plan's tasks, targets or passages.
    """

    part: Part
    plan: int
    item: int
    score: float


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
        corpus: the documents.
        matcher: the words, with their posting lists.
        elsewhere: where the same lists lie and are added up, instead of here.
    """

    fingerprint: str
    corpus: Corpus
    matcher: TermMatcher
    elsewhere: Lists | None = None

    @classmethod
    def build(cls, plans: Sequence[LoadedPlan]) -> "Index":
        """The index of these plans."""
        corpus = gather(plans)
        weights = np.array([FIELD_WEIGHTS[field] for field in FIELDS], dtype=np.float32)
        owner = np.repeat(np.arange(len(corpus), dtype=np.int32), np.diff(corpus.starts))
        bare, weight = corpus.vocabulary.fold[corpus.tokens], weights[corpus.fields]
        lexicon = TermMatcher(
            corpus.vocabulary,
            Postings.build(owner, bare, weight, len(corpus), len(corpus.vocabulary.bare)),
            Pairs.build(corpus, owner, weight).bonded(corpus, bonds(_sample(plans))),
            _accented_idf(corpus, owner),
        )
        return cls(archive.fingerprint(plans), corpus, lexicon)

    def search(
        self,
        text: str,
        *,
        plans: Collection[int] | None = None,
        parts: Collection[Part] = PARTS,
        limit: int = 20,
        fields: Mapping[Field, float] | None = None,
        sums: Sums | None = None,
    ) -> list[Hit]:
        """The documents that share words with the text, by (-score, position).

        Args:
            text: the question, or its topic; words as typed.
            plans: where to look, as positions; None is everywhere.
            parts: what to look for.
            limit: how many at most.
            fields: what words count by field, instead of FIELD_WEIGHTS; fields left out count nothing.
            sums: of a search for nearly the same, which saves work; those of this one afterwards.
        """
        query = self._query(text)
        found = self._pool(query, max(_POOL, 4 * limit), self._allowed(plans, parts), sums)
        evidence = weigh(self.corpus, query, found, FIELD_WEIGHTS if fields is None else fields)
        scores = evidence.scores
        order = np.lexsort((found, -scores))
        hits = (self._hit(int(found[i]), float(scores[i])) for i in order if scores[i] > 0)
        return list(islice(hits, limit))

    def glimpse(self, hits: Sequence[Hit], words: Collection[str]) -> list[Glimpse]:
        """What each hit has of some folded words."""
        spans = self.corpus.spans
        documents = [int(spans[hit.plan, PARTS.index(hit.part)]) + hit.item for hit in hits]
        return glimpses(self.corpus, np.array(documents, dtype=np.int64), words)

    def spelled_by(self, letters: str) -> tuple[str, ...]:
        """The phrases of the documents that some letters may be the initials of, the most frequent first."""
        return spelled_by(self.corpus, self.matcher, letters)

    def short_for(self, word: str) -> tuple[str, ...]:
        """The phrases that a word of a chat may be short for, the likeliest first; none for what is a syllable."""
        if is_syllable(folded(word)):
            return ()
        fused = (pair for _, pair in fused_in(self.corpus, self.matcher, folded(word)))
        return tuple(" ".join(pair) for pair in fused) or self.spelled_by(word)

    def begun_behind(self, left: str, letters: str) -> str:
        """The one word that begins with some letters and is one with the word before it, all folded; else none."""
        return begun_behind(self.matcher, left, letters)

    def only_pair(self, bare: str) -> tuple[str, ...]:
        """The two folded words that a folded one can only be short for, or nearly only; else none."""
        return only_pair(fused_in(self.corpus, self.matcher, bare))

    def place(self, document: int) -> tuple[Part, int, int]:
        """What a document is, in which plan, and which of the plan's tasks, targets or passages.

        Documents are numbered in the order of the plans, in each its tasks, then its targets, then its passages.
        """
        corpus = self.corpus
        return PARTS[corpus.parts[document]], int(corpus.plans[document]), int(corpus.items[document])

    def weight(self, word: str) -> float:
        """How rare a word is (idf of its folded form), 0 where no document and no plan's heading knows it."""
        number = self.corpus.vocabulary.bare_ids.get(folded(word))
        return 0.0 if number is None else float(self.matcher.syllables.idf[number])

    def knows(self, word: str) -> bool:
        """Whether any document or plan's heading holds the word, accents aside."""
        return folded(word) in self.corpus.vocabulary.bare_ids

    def near(self, word: str, left: str = "", right: str = "") -> tuple[str, ...]:
        """Folded words of the documents that a mistyped word may be meant for, the likeliest first.

        Args:
            word: as typed.
            left: the word before it; words that stand after that one somewhere leave the others out.
            right: the word behind it.
        """
        return self.matcher.near(word, folded(left), folded(right))

    def explain(self, text: str, hit: Hit) -> list[Contribution]:
        """What each word and pair of the text adds to a hit, the most first."""
        query = self._query(text)
        document = int(self.corpus.spans[hit.plan, PARTS.index(hit.part)]) + hit.item
        evidence = weigh(self.corpus, query, np.array([document]), FIELD_WEIGHTS)
        found = [
            Contribution(
                view,
                " ".join(words),
                self._fields(document, query, words),
                float(query.idf_of(view.paired, view.accented)[column]),
                float(evidence.frequencies[view][0, column]),
                float(matrix[0, column]),
            )
            for view, matrix in evidence.contributions.items()
            for column in np.flatnonzero(matrix[0] > 0)
            for words in [query.pairs[column] if view.paired else (query.words[column],)]
        ]
        return sorted(found, key=lambda part: (-part.score, part.term))

    def list_of(self, term: int, weight: float = 1.0) -> List:
        """The posting list of a term: a folded syllable by its number, a pair by -1 less its number."""
        if term >= 0:
            return self.matcher.syllables.list_of(term, weight)
        return self.matcher.pairs.postings.list_of(-1 - term, weight)

    def save(self, folder: Path) -> None:
        """Keep the index in a folder."""
        lexicon = self.matcher
        arrays = {
            **archive.arrays_of("corpus", self.corpus),
            **archive.arrays_of("syllables", lexicon.syllables),
            **archive.arrays_of("pairs", lexicon.pairs),
            **archive.arrays_of("postings", lexicon.pairs.postings),
            "lexicon.accented_idf": lexicon.accented_idf,
        }
        archive.save(folder, self.fingerprint, self.corpus.vocabulary.words, arrays)

    @classmethod
    def load(cls, folder: Path, plans: Sequence[LoadedPlan]) -> "Index | None":
        """The index kept in a folder, or None where there is none that was made from these very plans."""
        return cls.kept(folder, archive.fingerprint(plans))

    @classmethod
    def kept(cls, folder: Path, mark: str) -> "Index | None":
        """The index kept in a folder under a fingerprint, or None."""
        found = archive.load(folder, mark)
        if found is None:
            return None
        vocabulary = Vocabulary.of(found.words)
        corpus = Corpus(vocabulary, **found.arrays["corpus"])
        pairs = Pairs(**found.arrays["pairs"], postings=Postings(**found.arrays["postings"], size=len(corpus)))
        syllables = Postings(**found.arrays["syllables"], size=len(corpus))
        return cls(mark, corpus, TermMatcher(vocabulary, syllables, pairs, **found.arrays["lexicon"]))

    def _query(self, text: str) -> QueryTerms:
        return self.matcher.read(terms(text), accented=has_accents(text))

    def _pool(self, query: QueryTerms, size: int, allowed: Longs | None, sums: Sums | None) -> Longs:
        """The documents that are worth weighing."""
        asked = list(self._asked(query))
        if self.elsewhere:
            found = self.elsewhere.best(asked, [self._count(term) for term, _ in asked], size, allowed)
            if found is not None:
                return found
        names = ((*one, asked[:at].count(one)) for at, one in enumerate(asked))
        lists = {name: self.list_of(*name[:2]) for name in names}
        return pool(lists, len(self.corpus), size, allowed, sums)

    def _asked(self, query: QueryTerms) -> Iterator[tuple[int, float]]:
        """The words and pairs of a question as terms, with the weight of each."""
        pair = VIEW_WEIGHTS[View.FOLDED_PAIR]
        for term in np.flatnonzero(query.slots >= 0):
            yield int(term), float(query.likeness[term])
        for number in query.pair_numbers:
            yield -1 - int(number), self.matcher.pairs.weight(int(number), pair)

    def _count(self, term: int) -> int:
        matcher = self.matcher
        return matcher.syllables.count(term) if term >= 0 else matcher.pairs.postings.count(-1 - term)

    def _allowed(self, plans: Collection[int] | None, parts: Collection[Part]) -> Longs | None:
        """The documents to look at as ranges (first, end), or None for all."""
        if plans is None and set(parts) == set(PARTS):
            return None
        spans = self.corpus.spans if plans is None else self.corpus.spans[sorted(plans)]
        wanted = [number for number, part in enumerate(PARTS) if part in parts]
        return np.stack([spans[:, wanted].ravel(), spans[:, [n + 1 for n in wanted]].ravel()], axis=1)

    def _hit(self, document: int, score: float) -> Hit:
        return Hit(*self.place(document), score)

    def _fields(self, document: int, query: QueryTerms, words: Sequence[str]) -> tuple[Field, ...]:
        """The fields that hold all of some words."""
        corpus = self.corpus
        span = slice(corpus.starts[document], corpus.starts[document + 1])
        slot = query.slots[corpus.vocabulary.fold[corpus.tokens[span]]]
        held = [set(corpus.fields[span][slot == query.words.index(word)].tolist()) for word in words]
        return tuple(field for number, field in enumerate(FIELDS) if all(number in fields for fields in held))


def _accented_idf(corpus: Corpus, owner: Ints) -> Floats:
    """How rare each accented term is."""
    size = max(len(corpus), 1)
    once = distinct(corpus.tokens.astype(np.int64) * size + owner)
    return inverse_frequency(len(corpus), np.bincount(once // size, minlength=len(corpus.vocabulary.words)))


def _sample(plans: Sequence[LoadedPlan]) -> list[str]:
    """Texts for pyvi to read: all of a small library, evenly chosen ones of a large one."""
    distinct = list(dict.fromkeys(texts_of(plans)))
    return distinct[:: len(distinct) // _SAMPLE + 1]
