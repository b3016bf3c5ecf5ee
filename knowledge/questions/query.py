"""A question understood: what is asked, about what, of whom, when, and of which plans."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.constraints import Constraint, Kind, Operator
from knowledge.questions.cues import Cue
from knowledge.questions.plan_search import Scope
from knowledge.units.mentions import UnitMention


class Intent(StrEnum):
    """What is asked."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    DEADLINE = "deadline"
    RESULT = "result"
    TARGET = "target"
    BUDGET = "budget"
    STATE = "state"
    TASKS = "unit_tasks"
    DUE = "due_in"
    OVERDUE = "overdue"
    PROGRESS = "progress"
    COUNT = "count"
    DUTY = "duty"
    FACTS = "metadata"
    PLANS = "plans"
    PASSAGE = "passage"
    MEANING = "meaning"
    SMALLTALK = "smalltalk"
    UNITS = "units"
    OVERVIEW = "overview"
    GENERAL = "general"


FIELDS = (Intent.LEAD, Intent.COORDINATE, Intent.DEADLINE, Intent.RESULT, Intent.TARGET, Intent.BUDGET, Intent.STATE)
ROLES = ("lead", "coordinate")
LISTS = (Intent.TASKS, Intent.DUE, Intent.OVERDUE, Intent.PROGRESS, Intent.COUNT)
OF_PLANS = (Intent.FACTS, Intent.OVERVIEW)  # answered by what a plan is, and not by a row
EVERY_PLAN = (Intent.PLANS, Intent.MEANING, Intent.SMALLTALK)  # about no plan more than about another
_PRINTED = ("signer", "post", "number", "issued", "issuer", "years", "title", "recipients", "basis", "replaces")
FACTS = (*_PRINTED, "parts", "size", "submitter")  # of whom no heading tells


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words from start to end (exclusive), what they were taken for, and how much that counted."""

    kind: str
    start: int
    end: int
    score: float


class AsSaid(TypedDict):
    """What a query keeps of how it was asked."""

    sentence: tuple[str, ...]
    words: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]
    guessed: frozenset[str]
    cues: tuple[Cue, ...]
    spans: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A unit that is said to have a part in a row: "lead", "coordinate", or any where it is empty."""

    unit: UnitMention
    role: str = ""


@dataclass(frozen=True, slots=True)
class HeadingClaim:
    """What a plan's heading is said to print: words of who signed it and the post, folded, its number, its day.

    Args:
        denied: whether the plans are asked for that were not signed so.
    """

    name: tuple[str, ...] = ()
    post: str = ""
    number: str = ""
    times: tuple[Period, ...] = ()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is said, and what it counts.

    Args:
        unit: "%" or the first word of what is counted, folded.
        multiple: "nghin" of "8 nghìn con".
        side: 1 where it is said to be the least, -1 where the most.
        lead: the word before it.
        compares: whether that sets something above or below it ("trên 90%") rather than being the bound itself, as it
            is where "chỉ" says so.
    """

    number: str
    unit: str
    multiple: str = ""
    side: int = 0
    lead: str = ""
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What it is asked whether it is so.

    Args:
        times: when a row is said to fall due.
        units: who is said to have a part in it.
        rhythm: how often it is said to be due: "tuan", "thang", "quy", "nam", or "ongoing".
        product: folded words that are said to be its product.
        blank: the field that is said to be left open ("deadline", "coordinate").
        counted: how many rows there are said to be; None where none was said.
        side: 1 where there are said to be more than so many, -1 where fewer.
        denied: whether that is said not to be, or of a list that there is nothing.
        alone: whether the units are said to have their part by themselves, or the product to be all that comes out.
        openly: whether it is only asked ("có … không"): the answer is "Có" and not "Đúng".
        taken: positions of the words of a cell that are claimed, which tell no row.
        heading: what is said of the plan itself.
        figure: what a target is said to be.
    """

    times: tuple[Period, ...] = ()
    units: tuple[Claimed, ...] = ()
    rhythm: str = ""
    product: tuple[str, ...] = ()
    blank: str = ""
    counted: int | None = None
    side: int = 0
    denied: bool = False
    alone: bool = False
    openly: bool = False
    taken: frozenset[int] = frozenset()
    heading: HeadingClaim | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood.

    Args:
        intent: what is asked first; `asks` has every field that is asked of a row.
        topic: the words that say what it is about, canonical.
        sentence: the words that tell a sentence of the text which is asked for.
        facts: which facts of the plan itself, in order; holder: the post, folded, whose holder is asked for.
        signer: who is said to have signed, which picks among plans where none is named.
        units: units that are named; for a list they are what it is of.
        role: in which role, "lead" or "coordinate"; None for both; either: whether both are said to be meant.
        period, also: the days a list is of; the other times where several are named.
        falls_due: whether the words say that rows fall due in that time, which a bare year does not.
        year: the year that is said or told by the clock, wherever it stands; it picks among the plans of one office.
        scope: the plans it is about.
        count: whether a figure is wanted.
        table_only: whether only rows of the appendix tables are meant.
        duties: whether the duties of running text are said to be meant too.
        soon_or_open: whether only rows that are still to be done are meant ("sắp đến hạn", "chưa xong").
        where: what a list is narrowed to beside units, time and topic.
        operator, by, measure: what is done with the rows of a list, by what they are grouped, what is measured of them.
        first: how many rows at an end of their order are asked for; 0 where none was said.
        together: whether the rows of a list have to have all the units.
        firm: how many words at the end of the topic were said to be what it is about ("về …"): they always count.
        unread: the words of a negation on rows that was not understood.
        strange_unit: words that can only be a unit which no plan names.
        noun: the word of the topic of which rows are asked for in the plural, which they need not print.
        many: whether only the plural says that a list is meant, so that it may be of one row or passage as well.
        claim: what is said of the row or the list, where it is asked whether that is so; else None.
        again, back: whether it goes on from the last turn ("còn …"), or points at its answer ("việc đó").
        corrects: whether it puts the last turn right ("à nhầm, năm 2022 cơ").
        compare: whether every plan is to answer for itself.
        talk: which courtesy.
        context_words: the topic of the turn before, where this one goes on from it.
        told: what was told beside the question, which may tell like rows apart and need not be held.
        rejected: what was said not to be meant, which the row that is does not hold.
        row: the ref of the row that was pointed at in what was shown; empty where there is no such row.
        stay: whether it may be about what was cited last.
        words: all words; mended: slips and what they were taken for; spans: which words were taken for what.
        guessed: folded words that only the plans tell to be meant by a short form.
    """

    intent: Intent
    scope: Scope
    topic: tuple[str, ...] = ()
    asks: tuple[Intent, ...] = ()
    sentence: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    holder: str = ""
    signer: HeadingClaim | None = None
    units: tuple[UnitMention, ...] = ()
    role: str | None = None
    either: bool = False
    period: Period | None = None
    also: tuple[Period, ...] = ()
    falls_due: bool = False
    year: int | None = None
    count: bool = False
    table_only: bool = False
    duties: bool = False
    soon_or_open: bool = False
    where: tuple[Constraint, ...] = ()
    operator: Operator = Operator.ROWS
    by: str = ""
    measure: str = ""
    first: int = 0
    together: bool = False
    firm: int = 0
    unread: tuple[str, ...] = ()
    strange_unit: str | None = None
    noun: str = ""
    many: bool = False
    claim: Claim | None = None
    again: bool = False
    back: bool = False
    corrects: bool = False
    compare: bool = False
    talk: str = ""
    context_words: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    row: str | None = None
    stay: bool = False
    words: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = field(default=())
    guessed: frozenset[str] = field(default=frozenset())
    cues: tuple[Cue, ...] = field(default=(), repr=False)
    spans: tuple[Stretch, ...] = field(default=(), repr=False)

    @property
    def periods(self) -> tuple[Period, ...]:
        """All the times a list is of."""
        return (self.period, *self.also) if self.period else ()

    @property
    def every_plan(self) -> bool:
        """Whether all plans are meant, whichever was talked of ("trong tất cả các kế hoạch")."""
        return any("all_plans" in cue.kinds for cue in self.cues) and not self.scope.named

    @property
    def roles_beside(self) -> bool:
        """Whether the two roles of one unit are compared ("chủ trì nhiều hơn hay phối hợp nhiều hơn")."""
        said = {kind for cue in self.cues for kind in cue.kinds}
        return self.operator is Operator.SIDES and len(self.units) == 1 and said.issuperset(ROLES)

    @property
    def sets_plans_beside(self) -> bool:
        """Whether it is asked which of several plans costs more, of each as a whole."""
        compared = self.operator is Operator.SIDES and self.measure == "money" and self.scope.several
        return compared and not (self.units or self.where or self.topic or self.again)

    @property
    def post(self) -> str:
        """The post whose holder is asked for ("phó chủ tịch nào"), folded, or nothing."""
        found = next((cue for cue in self.cues if "person" in cue.kinds), None)
        return folded(" ".join(self.words[found.start : found.end - 1])) if found else ""

    @property
    def lists_all(self) -> bool:
        """Whether a list or count is asked for that nothing narrows, but that it is of the tables alone."""
        narrowed = any(constraint.kind is not Kind.TABLE for constraint in self.where)
        return self.intent in LISTS and not (self.topic or self.units or self.periods or narrowed)

    @property
    def names_no_row(self) -> bool:
        """Whether a field of a row is asked, and nothing is said of which row."""
        return bool(self.asks) and self.intent in FIELDS and not (self.topic or self.units or self.row)


def takes_its_topic(query: Query) -> bool:
    """Whether what a turn is about was said before it, and no word of it now ("rồi cái của năm sau thì tháng mấy")."""
    return query.again and bool(set(map(folded, query.topic)) - set(map(folded, query.words)))


def names_nothing(query: Query) -> bool:
    """Whether it names nothing that it could be about, so that it is about what was talked of."""
    return not query.topic and not query.units and query.period is None and not query.facts
