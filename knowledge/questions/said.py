"""What is known of a question before its plan and its units are: its words, its cues, and what was talked of before."""

from dataclasses import dataclass

from knowledge.questions.cues import Cue, any_of
from knowledge.questions.earlier import Earlier
from knowledge.questions.lookup import Lookup
from knowledge.questions.utterance import Utterance

ACTING = ("lead", "coordinate")  # what units do in a row
# cues in which no unit or office is named: "tất cả | mấy đầu việc" has no "Tất cả các đơn vị"
NO_NAMES = frozenset({"number", "all_plans", "compare", "count"})


@dataclass(frozen=True, slots=True)
class Said:
    """A question whose cues were found."""

    utterance: Utterance
    cues: tuple[Cue, ...]
    lookup: Lookup
    earlier: Earlier

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the question."""
        return self.utterance.words

    def has(self, *kinds: str) -> bool:
        """Whether any cue of these kinds is there."""
        return any_of(self.cues, *kinds)
