"""What an answer is made from: the query, the snapshot's lookup, the day, and the context of whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from knowledge.answers.selection import Selector
from knowledge.identity import LoadedPlan
from knowledge.language.text import folded
from knowledge.model import Progress
from knowledge.questions.conversation import Conversation
from knowledge.questions.lessons import Lessons
from knowledge.questions.lookup import Lookup
from knowledge.questions.once import once
from knowledge.questions.query import Figure, Intent, Query
from knowledge.questions.reading import Reading
from knowledge.questions.rule_words import HOW_MANY, ROW_WORDS
from knowledge.reply import Answer, Citation, Line
from knowledge.tasks.register import Register, register_of
from knowledge.units.customs import Customs
from knowledge.units.roster import Roster

_OTHER_WORDS = frozenset({"thẻ", "cỏ"})  # with these accents they are counted
_PURPOSE = frozenset({"objective", "about"})  # "để giải quyết chuyện gì"
_SHARES = frozenset({"phan", "thi", "vay", "the", "la", "a", "nhi", "trong", "so", "cho", "o"})


@dataclass(frozen=True, slots=True)
class Context:
    """Who asks, and when.

    Args:
        customs: the office whose units are meant first, and what it says of units.
        plan: only the plan of this stem is asked.
        progress: what was reported, by the ref of the task.
        lessons: what the office has taught.
    """

    today: date
    customs: Customs = field(default_factory=Customs)
    plan: str | None = None
    progress: Mapping[str, Progress] = field(default_factory=dict)
    lessons: Lessons = field(default_factory=Lessons)

    def askable(self, lookup: Lookup) -> tuple[int, ...]:
        """The positions of the plans that may be asked."""
        only = lookup.position(self.plan) if self.plan else None
        return tuple(range(len(lookup.snapshot.plans))) if only is None else (only,)


@dataclass(frozen=True, slots=True)
class Ask:
    """One question on its way to its answer.

    Args:
        reading: what was read of the turn.
        plans: the positions of the plans it is about.
        said: the turn as it was typed, with its capitals and marks.
        kept: what rules said of it, see `once`.
    """

    query: Query
    reading: Reading
    context: Context
    plans: tuple[int, ...]
    before: Conversation = field(default_factory=Conversation)
    said: str = ""
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def lookup(self) -> Lookup:
        """What is known of the plans."""
        return self.reading.lookup

    @property
    def loaded(self) -> list[LoadedPlan]:
        """The plans it is about."""
        return [self.lookup.snapshot.plans[position] for position in self.plans]

    @property
    def askable(self) -> tuple[int, ...]:
        """The positions of all plans that may be asked."""
        return self.context.askable(self.lookup)

    @property
    def register(self) -> Register:
        """How the rows of all plans stand."""
        return register_of(self.lookup.snapshot.plans, self.context.progress, self.context.today)

    @property
    def selector(self) -> Selector:
        """What picks rows by constraints."""
        return Selector(self.register, self.lookup.rows_saying, self.query.periods)

    @property
    def roster(self) -> Roster:
        """The units as the office calls them."""
        return self.lookup.tasks.roster(self.context.customs)

    def plan_of(self, citation: Citation) -> LoadedPlan:
        """The plan of a citation."""
        position = self.lookup.position(citation.stem)
        return self.lookup.snapshot.plans[position or 0]

    def progress(self, citation: Citation) -> Progress | None:
        """What was reported of a cited row."""
        return self.context.progress.get(citation.ref)

    @property
    @once
    def asks_figure(self) -> bool:
        """Whether a figure is asked for ("bao nhiêu %"), and not what a row is done for."""
        if self.query.intent is not Intent.TARGET:
            return False
        kinds = set().union(*(cue.kinds for cue in self.query.cues))
        return self.claimed_figure is not None or "share" in kinds or "objective" not in kinds

    @property
    def asks_purpose(self) -> bool:
        """Whether it is asked what something is for, which a row's own words, or a plan's text, may tell as well."""
        return any(cue.kinds >= _PURPOSE for cue in self.query.cues)

    @property
    def claimed_figure(self) -> Figure | None:
        """The figure that a target is said to be."""
        return self.query.claim.figure if self.query.claim else None

    @property
    @once
    def counted(self) -> str:
        """What is counted by a figure that is asked for ("bao nhiêu bài giảng"), folded; empty where it is a share."""
        if not self.asks_figure:
            return ""
        if self.claimed_figure:
            return "" if self.claimed_figure.unit == "%" else self.claimed_figure.unit
        words = list(map(folded, self.query.words))
        amounts = [cue for cue in self.query.cues if cue.kinds & {"share", "count"}]
        ends = [cue.end for cue in amounts if words[cue.end - 1 - (words[cue.end - 1] == "cai")] in HOW_MANY]
        at = next((end for end in ends if end < len(words)), None)
        if at is None or not words[at].isalpha():
            return ""
        other = self.query.words[at] in _OTHER_WORDS
        return words[at] if other or words[at] not in _SHARES else ""

    @property
    def counts_rows(self) -> bool:
        """Whether what is counted are rows ("mấy việc"), and not things that a row brings ("mấy cái")."""
        counts = [cue for cue in self.query.cues if "count" in cue.kinds]
        said = {folded(word) for cue in counts for word in self.query.words[cue.start : cue.end + 1]}
        return not ROW_WORDS.isdisjoint(said)

    @property
    def asks_amount(self) -> bool:
        """Whether it is asked how much or how many of something that a row brings ("phải gom được bao nhiêu")."""
        amounts = any(cue.kinds & {"share", "count"} for cue in self.query.cues)
        return self.asks_figure and amounts and not self.counts_rows

    def abstain(self, *lines: Line) -> Answer:
        """The plans do not say."""
        return Answer(self.query.intent.value, tuple(lines), abstained=True)
