"""What stands where in the texts of one turn: each text is read once, in however many ways it is then understood.

A question may be understood as a list and as a row, as a whole and by its parts; its words are the same each time.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from knowledge.questions.boundaries import Mended
from knowledge.questions.earlier import Earlier
from knowledge.questions.lookup import Lookup
from knowledge.questions.role_slips import with_roles_mended
from knowledge.questions.spans import Spans
from knowledge.questions.unit_slips import with_units_mended
from knowledge.questions.utterance import read
from knowledge.units.mentions import UnitNames


class Reading:
    """The texts of a turn that were read, by what is known of the plans on a day."""

    def __init__(self, lookup: Lookup, today: date) -> None:
        self.lookup = lookup
        self.today = today
        self._spans: dict[tuple[str, tuple[int, ...], Earlier, bool], Spans] = {}

    def calling(self, units: UnitNames) -> "Reading":
        """The same where units are called by these names."""
        lookup = self.lookup.calling(units)
        return self if lookup is self.lookup else Reading(lookup, self.today)

    def spans_of(self, text: str, plans: Collection[int], earlier: Earlier, *, named: bool = False) -> Spans:
        """What stands where in a text.

        Args:
            plans: positions of the plans that may be meant.
            named: whether they were named beside it.
        """
        key = text, tuple(plans), earlier, named
        if key not in self._spans:
            lookup = self.lookup
            mending = Mended(lookup.meant_words, lookup.is_known)
            said = read(text, lookup.knows, lookup.prints, lookup.adjoin, lookup.short_words, mending)
            utterance = with_units_mended(with_roles_mended(said, lookup), lookup)
            spans = Spans(utterance, lookup, self.today, plans, earlier)
            spans.scope = replace(spans.scope, named=True) if named else spans.scope
            self._spans[key] = spans
        return self._spans[key]
