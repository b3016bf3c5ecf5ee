"""The names of the plans that are loaded: their offices, provinces, numbers and years."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.identity import LoadedPlan
from knowledge.questions.plan_calls import Calls, calls_of
from knowledge.questions.plan_labels import Label, Words, label, place_words, places, printed_places
from knowledge.questions.plan_parts import Part


@dataclass(frozen=True, slots=True)
class PlanNames:
    """The names of the plans, in their order."""

    labels: tuple[Label, ...]
    offices: frozenset[Words]
    places: Mapping[Words, Words]  # each way to write a place → the first one
    calls: Calls

    @classmethod
    def of(cls, plans: Iterable[LoadedPlan]) -> "PlanNames":
        """The names of these plans."""
        plans = tuple(plans)
        names = tuple(label(loaded) for loaded in plans)
        own = {place: place for name in names for place in (name.place, name.area) if place}
        offices = frozenset(office for name in names for office in name.office if office)
        return cls(names, offices, places() | own, calls_of(plans))

    @property
    def words(self) -> frozenset[str]:
        """Every word that a plan's name has."""
        own = frozenset(w for n in self.labels for o in (*n.office, n.place) for w in o)
        return own | place_words() | frozenset(word for name in self.calls.offices for word in name)

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
        return printed_places().get(self.places.get(words, words), " ".join(words).title())
