"""What questions need to know of a snapshot, worked out once for it: units, names of plans, due dates, glossaries."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np

from knowledge.language.abbreviations import short_forms
from knowledge.language.text import canonical, folded, may_begin
from knowledge.library.snapshot import Snapshot
from knowledge.questions.concept import Concept
from knowledge.questions.concepts import Making, concepts
from knowledge.questions.constraint_spans import words_of_rules
from knowledge.questions.cues import accented_cue_words, cue_words, plain_phrases
from knowledge.questions.heard_words import HeardWords
from knowledge.questions.meant_words import MeantWords
from knowledge.questions.other_forms import Glossary, Words, known_words
from knowledge.questions.place_initials import Places, places_of
from knowledge.questions.plan_names import names_of
from knowledge.questions.short_words import ShortWords
from knowledge.reply import Citation
from knowledge.search.accents import Accents
from knowledge.search.corpus import CELLS, PARTS, Field, Part
from knowledge.search.holding import is_said, saying, with_pairs
from knowledge.search.postings import Ints, Longs, inverse_frequency
from knowledge.search.words import terms
from knowledge.tasks.task_index import Place, Roles, Rows, index_of
from knowledge.units.mentions import UnitNames

_TOPICS = 256  # topics that are remembered; a long question has ten
_CONCEPTS = 1024  # words with their other forms that are remembered, at two kilobytes each
_WORDS = 4096  # words whose rarity is remembered
_PAIRS = 4096  # neighbouring words of questions whose bond is remembered
_SCOPES = 64  # plans whose titles are remembered, and sets of plans whose years are
_BEGUN = 200  # rows that are looked at for how they begin


class Lookup:
    """Looked things up for one snapshot."""

    def __init__(self, snapshot: Snapshot, rest: Callable[[], None] = lambda: None) -> None:
        """Args: rest: called every now and then, to let others work."""
        self.snapshot = snapshot
        self.tasks = index_of(snapshot.plans, rest)
        self.plans = names_of(self.tasks)
        self._roles = self.tasks.roles
        self.units = self.tasks.units
        self.glossary: Glossary = _glossary(snapshot)
        shorts = (short for loaded in snapshot.plans for short, _ in loaded.plan.glossary)
        self.short_forms = frozenset(tuple(terms(folded(short))) for short in shorts)
        self._stems = {loaded.stem: position for position, loaded in enumerate(snapshot.plans)}
        starts = self.tasks.starts
        tabled = (not self.tasks.is_prose[first:end].all() for first, end in pairwise(starts))
        self._tabled = frozenset(plan for plan, has in enumerate(tabled) if has)
        self._titles = lru_cache(_SCOPES)(self._title_words)
        self._years_together = lru_cache(_SCOPES)(self._of_all_years)
        making = Making.by(self, _CONCEPTS)
        self._bonds = lru_cache(_PAIRS)(self._bond_of)
        self.short_words = ShortWords(snapshot.index, lambda: self.accents, self.adjoin)
        self.meant_words = MeantWords(snapshot.index, lambda: self.accents, self.adjoin, self.knows)
        self.heard_words = HeardWords(lambda: self.accents, lambda: self.places)
        self._weights = lru_cache(_WORDS)(snapshot.index.weight)
        self._topics = lru_cache(_TOPICS)(lambda words: concepts(words, self, making))
        self._calling: Lookup | None = None
        self._own = cue_words() | known_words() | self.units.words | self.plans.words | short_forms()
        self._own |= words_of_rules()

    def calling(self, units: UnitNames) -> "Lookup":
        """The same where units are called by these names, of units without a printed row too."""
        if units is self.units:
            return self
        if self._calling is None or self._calling.units is not units:
            other = copy(self)
            other.units = units
            self._calling = other  # what it works out once is worth keeping
        return self._calling

    def topic(self, words: Sequence[str]) -> tuple[Concept, ...]:
        """The concepts of a topic's words; asked for several times in one answer."""
        return self._topics(tuple(words))

    def position(self, stem: str) -> int | None:
        """Where a plan stands."""
        return self._stems.get(stem)

    def knows(self, word: str) -> bool:
        """Whether a word is one of the plans or of the questions, accents aside."""
        return folded(word) in self._own or self.snapshot.index.knows(word)

    def weight(self, word: str) -> float:
        """How rare a word is, 0 where the plans do not know it."""
        return self._weights(word)

    @cached_property
    def accents(self) -> Accents:
        """How the words of the plans are written."""
        return Accents(self.snapshot.index.corpus)

    @cached_property
    def places(self) -> Places:
        """The places that the offices of the plans are of."""
        return frozenset(places_of(self.snapshot.plans))

    @cached_property
    def rarest(self) -> float:
        """The weight of a word that one document has; what the weights of a small library are measured by."""
        return max(float(inverse_frequency(self.snapshot.index.matcher.syllables.size, [1])[0]), 1.0)

    def adjoin(self, left: str, right: str) -> bool:
        """Whether two words stand side by side in any document."""
        return self._bonds(left, right) is not None

    @cached_property
    def signers(self) -> frozenset[str]:
        """The words of the names of who signed any plan."""
        return self.signers_of(range(len(self.snapshot.plans)))

    def signers_of(self, plans: Iterable[int]) -> frozenset[str]:
        """The words of the names of who signed these plans."""
        names = (self.snapshot.plans[at].plan.heading.signer.name for at in plans)
        return frozenset(word for name in names if name for word in terms(canonical(name)))

    def prints(self, word: str) -> bool:
        """Whether the plans print a word with these very accents."""
        return word in self.snapshot.index.corpus.vocabulary.ids

    def writes(self, word: str) -> bool:
        """Whether the plans or any table write a word with these accents."""
        return self.accents.writes(word)

    def is_known(self, typed: str) -> bool:
        """Whether the plans have a word with the accents that were typed, or it is a small one."""
        if typed in accented_cue_words() or (typed,) in plain_phrases("list"):
            return True
        return self.snapshot.index.knows(typed) if typed == folded(typed) else self.prints(typed)

    def near(self, word: str, left: str, right: str) -> tuple[str, ...]:
        """Words of the plans that an unknown one between two others may stand for."""
        return self.snapshot.index.near(word, left, right)

    def short_for(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The phrases of the plans that an unknown word may be short for."""
        return tuple(tuple(phrase.split()) for phrase in self.snapshot.index.short_for(word))

    def bond(self, left: str, right: str) -> float:
        """How much two neighbouring words are one word in the plans, 0 to 1."""
        return self._bonds(left, right) or 0.0

    def beside(self, left: str, right: str) -> float | None:
        """How much two neighbouring words are one word, None where they never stand side by side in the plans."""
        return self._bonds(left, right)

    def _bond_of(self, left: str, right: str) -> float | None:
        ids = self.snapshot.index.corpus.vocabulary.bare_ids
        pairs = self.snapshot.index.matcher.pairs
        number = pairs.number(ids.get(folded(left), -1), ids.get(folded(right), -1))
        return None if number is None else float(pairs.bonds[number])

    def years_of(self, plans: Iterable[int]) -> frozenset[int]:
        """The years that any of some plans is for."""
        return self._years_together(tuple(plans))

    def _of_all_years(self, plans: tuple[int, ...]) -> frozenset[int]:
        return frozenset(year for plan in plans for year in self._years[plan])

    @cached_property
    def _years(self) -> tuple[tuple[int, ...], ...]:
        return tuple(loaded.plan.heading.years for loaded in self.snapshot.plans)

    def title_words(self, plan: int) -> list[str]:
        """The words of a plan's title."""
        return self._titles(plan)

    def _title_words(self, plan: int) -> list[str]:
        return terms(self.snapshot.plans[plan].plan.heading.title or "")

    def task(self, place: Place) -> Citation:
        """The task of this place."""
        plan, item = place
        loaded = self.snapshot.plans[plan]
        return Citation(loaded.task_refs[item], loaded.stem, loaded.plan.tasks[item])

    def documents_of(self, rows: Rows) -> Longs:
        """The documents of the index that rows are."""
        return rows + self._offsets[self.tasks.plans_of(rows)]

    def begins_rows(self, words: Sequence[str], but: Collection[str] = ()) -> bool:
        """Whether a row that is looked at begins with these folded words, as those that say what is done do.

        Args:
            but: folded names of units, with which a row of running text begins.
        """
        said = f"{' '.join(words)} "
        rows = self.rows_of(with_pairs(self.snapshot.index, words))[:_BEGUN]
        texts = (folded(task) for row in rows if may_begin(task := self.tasks.task(int(row)).task, words[:1]))
        return any(text.startswith(said) and not text.startswith(tuple(but)) for text in texts)

    def rows_of(self, documents: Ints) -> Rows:
        """The rows among documents of the index, ascending."""
        corpus = self.snapshot.index.corpus
        tasks = documents[corpus.parts[documents] == PARTS.index(Part.TASK)]
        rows: Rows = (tasks - self._offsets[corpus.plans[tasks]]).astype(np.int32)
        return rows

    def plans_saying(self, words: Sequence[str]) -> frozenset[int]:
        """The plans that have a row in which words stand side by side, accents aside."""
        corpus = self.snapshot.index.corpus
        documents = with_pairs(self.snapshot.index, words)
        tasks = documents[corpus.parts[documents] == PARTS.index(Part.TASK)]
        return frozenset(np.unique(corpus.plans[tasks]).tolist())

    def rows_saying(self, words: Sequence[str], fields: Collection[Field]) -> Rows:
        """The rows that may say some words in one of these fields; see `holding.saying`."""
        return self.rows_of(saying(self.snapshot.index, words, fields))

    def is_said(self, words: Sequence[str], fields: Collection[Field]) -> bool:
        """Whether some row may say some words in one of these fields; see `holding.saying`."""
        return is_said(self.snapshot.index, words, fields, Part.TASK)

    def cell_size(self, name: str, words: Sequence[str]) -> int:
        """How many words at the beginning some row may say in the cell of a field."""
        bare, size = tuple(map(folded, words)), 0
        while size < len(bare) and self.is_said(bare[: size + 1], CELLS[name]):
            size += 1
        return size

    @cached_property
    def _offsets(self) -> Longs:
        """How far the documents of each plan's tasks are from their rows: other parts stand between."""
        corpus = self.snapshot.index.corpus
        offsets: Longs = corpus.spans[:, PARTS.index(Part.TASK)] - np.array(self.tasks.starts[:-1])
        return offsets

    def place(self, ref: str) -> Place | None:
        """Where the task of this ref stands."""
        row = self.tasks.rows_by_ref.get(ref)
        return None if row is None else self.tasks.place(row)

    def has_table(self, plan: int) -> bool:
        """Whether a plan has rows of a table."""
        return plan in self._tabled

    def roles(self, plan: int) -> dict[str, Roles]:
        """The units of a plan, as printed, with their tasks."""
        return {name: roles for (position, name), roles in self._roles.items() if position == plan}


@lru_cache(maxsize=2)  # the snapshot in use and, while it is swapped, the one before
def _guide(same: "_Same") -> Lookup:
    return Lookup(same.snapshot, same.rest)


def lookup(snapshot: Snapshot, rest: Callable[[], None] = lambda: None) -> Lookup:
    """The lookup of a snapshot, made when it is first asked for; `rest` lets others work meanwhile."""
    return _guide(_Same(snapshot, rest))


class _Same:
    """A snapshot compared by being the same object: it never changes, and to compare its contents takes long."""

    def __init__(self, snapshot: Snapshot, rest: Callable[[], None]) -> None:
        self.snapshot = snapshot
        self.rest = rest

    def __hash__(self) -> int:
        return id(self.snapshot)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.snapshot is self.snapshot


def _glossary(snapshot: Snapshot) -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """What the plans' own abbreviations stand for, both ways."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    pairs = [(tuple(terms(folded(short))), tuple(terms(canonical(long))))
             for loaded in snapshot.plans for short, long in loaded.plan.glossary]  # fmt: skip
    for short, long in pairs:
        found[short].add(long)
        found[tuple(map(folded, long))].add(short)
    for beginning, longs in _beginnings(pairs).items():
        if len(longs) == 1 and beginning not in found:
            found[beginning] |= longs
    return {form: frozenset(others) for form, others in found.items()}


def _beginnings(pairs: Iterable[tuple[Words, Words]]) -> dict[Words, set[Words]]:
    """What the beginnings of short forms of several words may mean ("BQLDA" of "BQLDA CĐS"); known ones mean more."""
    meant: dict[Words, set[Words]] = defaultdict(set)
    for short, long in pairs:
        for size in range(1, len(short)):
            meant[short[:size]].add(long)
    return {form: longs for form, longs in meant.items() if form[0] not in short_forms()}
