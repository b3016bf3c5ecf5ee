"""The names of the plans that are loaded: their offices, provinces, numbers and years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.identity import LoadedPlan
from knowledge.language.syllables import is_syllable
from knowledge.questions.plan_calls import Calls, calls_of
from knowledge.questions.plan_labels import Label, Phrases, Words, label, place_words, places, printed_places
from knowledge.questions.plan_parts import Part
from knowledge.tasks.task_index import TaskIndex


@dataclass(frozen=True, slots=True)
class PlanNames:
    """The names of the plans, in their order; what their offices are called; all provinces and their own places."""

    labels: tuple[Label, ...]
    offices: Phrases
    places: Phrases
    calls: Calls
    stems: frozenset[str]

    @classmethod
    def of(cls, plans: Iterable[LoadedPlan]) -> "PlanNames":
        """The names of these plans."""
        plans = tuple(plans)
        names = tuple(label(loaded) for loaded in plans)
        own = {place: place for name in names for place in (name.place, name.area) if place}
        typed = {(short,): place for place in own for short in _contracted(place)}
        offices = {office: office for name in names for office in name.office if office}
        return cls(
            names,
            Phrases.of(offices),
            Phrases.of(typed | places() | own),
            calls_of(plans),
            frozenset(name.stem for name in names),
        )

    @property
    def words(self) -> frozenset[str]:
        """Every word that a plan's name has."""
        own = frozenset(w for n in self.labels for o in (*n.office, n.place) for w in o)
        called = frozenset(word for name in self.calls.offices for word in name)
        return own | place_words() | called | self.calls.forms.arcs.keys()

    def at(self, place: Words, among: Iterable[int]) -> tuple[int, ...]:
        """The plans of a province; where none prints its name, those of what it was before July 2025 or is since."""
        fits = tuple(p for p in among if self.labels[p].stands_for(place))
        return tuple(p for p in fits if place in (self.labels[p].place, self.labels[p].area)) or fits

    def fitting(self, parts: Sequence[Part], among: Iterable[int]) -> tuple[int, ...]:
        """The plans that are called so by all of the parts."""
        fits = tuple(p for p in among if all(part.fits(self.labels[p]) for part in parts))
        for part in parts:
            fits = self.at(part.value, fits) if part.kind == "place" else fits
        return fits

    def office(self, words: Words) -> str:
        """An issuer as a plan prints it, without its place."""
        label_ = next(label_ for label_ in self.labels if words in label_.office)
        return " ".join(label_.printed.split()[: len(label_.office[0])])

    def place(self, words: Words) -> str:
        """A province as it is printed."""
        return printed_places().get(self.places.written.get(words, words), " ".join(words).title())


def _contracted(place: Words) -> Iterator[str]:
    """A place as it is typed in a hurry: the last word behind the first letters of the others ("qtri")."""
    short = "".join(word[0] for word in place[:-1]) + "".join(place[-1:])
    if len(place) > 1 and not is_syllable(short):
        yield short


@lru_cache(maxsize=2)  # those in use and, while they are swapped, the ones before
def names_of(index: TaskIndex) -> PlanNames:
    """The names of the plans of an index, worked out once: with thousands of plans it takes a second."""
    return PlanNames.of(index.plans)
