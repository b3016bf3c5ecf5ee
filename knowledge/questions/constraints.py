"""What a list is narrowed to beside units and time, as values: a kind, what it is, included or excluded, and its words.

Nothing here looks at words or at rows: `constraint_spans` finds constraints in a question, `answers.selection` applies
them.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.deadlines.periods import Period
from knowledge.units.mentions import UnitMention


class Kind(StrEnum):
    """What a constraint is about."""

    UNIT = "unit"
    BLANK = "blank"  # the cell of a field that is empty, or excluded: that is filled in
    DATED = "dated"  # whether a row has a day that can be told
    GRAIN = "grain"  # how exactly its deadline is written: the stretches that it names ("ngay", "quy")
    RHYTHM = "rhythm"  # "ongoing", or "periodic" with the folded name of the stretch ("quy")
    WORDS = "words"  # words that the cell of a field has
    SECTION = "section"  # words of a heading above the row
    NUMBER = "number"  # the printed number of the row
    PLACE = "place"  # the printed number within what is left, or the place there where none is printed so
    TABLE = "table"  # a row of an appendix table
    PRINTED = "printed"  # the deadline is worded so: the words of a time, its year last where it was said
    SHARED = "shared"  # given to so many units in a role
    ALONE = "alone"  # given to these units and to nobody else in a role
    TOPIC = "topic"  # what it is not about
    STATE = "state"  # how the row stands today, the values of `State`
    DUE = "due"  # a date in force within the period
    MONEY = "money"  # a sum of money within bounds, or any
    SHOWN = "shown"  # one of the rows of a message, by ref


class Operator(StrEnum):
    """What is done with the rows that are left."""

    ROWS = "rows"
    EACH = "each"
    MOST = "most"
    FEWEST = "fewest"
    EARLIEST = "earliest"
    LATEST = "latest"
    SIDES = "sides"
    SUM = "sum"  # what the rows come to together
    WITHOUT = "without"  # the groups that have none of the rows


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that rows have to fit.

    Args:
        field: the cell that BLANK and WORDS are about ("lead", "coordinate", "deadline", "result", "budget";
            of WORDS also "any"); of PRINTED the time as it is called; of SHOWN that the message was a list; of TOPIC
            "any" where a row may say the words apart.
        words: folded words of WORDS, SECTION, TOPIC and RHYTHM; the states of STATE, the refs of SHOWN.
        period: of DUE.
        units: of UNIT; a row fits that has any of them.
        role: of UNIT; empty for both.
        exact: of WORDS, whether the cell has nothing else.
        bounds: of MONEY the least and the most, in đồng; None where there is none.
        include: False where rows are wanted that do not fit.
        either: whether a row may fit it instead of the one before ("… hoặc …").
        too: whether it adds rows to those of the time that is asked about ("tháng 12, kể cả mấy việc chỉ ghi quý IV").
        start, end: the words (exclusive) that said so.
        said: `words` as they were typed, to be quoted.
    """

    kind: Kind
    field: str = ""
    words: tuple[str, ...] = ()
    units: tuple[UnitMention, ...] = ()
    role: str = ""
    period: Period | None = None
    exact: bool = False
    bounds: tuple[float | None, float | None] = (None, None)
    include: bool = True
    either: bool = False
    too: bool = False
    start: int = 0
    end: int = 0
    score: float = dataclasses.field(default=0.0, compare=False)
    said: str = dataclasses.field(default="", compare=False)

    def placed(self, start: int, end: int, score: float = 0.0) -> "Constraint":
        """The same, said by these words, with what the rule counts."""
        return replace(self, start=start, end=end, score=score)


def alternatives(where: Iterable[Constraint]) -> Iterator[list[Constraint]]:
    """The constraints, those together of which one is enough."""
    group: list[Constraint] = []
    for constraint in where:
        rhythms = all(c.kind is Kind.RHYTHM and c.include for c in (constraint, *group[-1:]))
        if group and not (constraint.either or rhythms):
            yield group
            group = []
        group.append(constraint)
    yield from [group] if group else []


OF_A_LIST = "list"  # the field of SHOWN where rows are picked from a list, which the next turn may leave
EITHER = "either"  # the role where both are said to do
OWN_TIME = "time"  # by what units are set beside each other that each have a time of their own


@dataclass(frozen=True, slots=True)
class Narrowing:
    """All that a question narrows a list by.

    Args:
        where: the constraints.
        operator, by: what is done with the rows, and by what they are grouped: "unit", "plan", "month", "quarter",
            "section"; each "row" is by itself only where something else than rows is measured.
        measure: what is measured: "money", "units", or rows where it is empty.
        taken: positions of the words that said so.
        units: positions (starts) of the unit mentions, and of the times, that a constraint has taken for itself.
        dated: whether a word for the deadline stands right before a time ("hạn tháng 5").
        together: whether a row has to have all the units that are left.
        role: in which role the units are meant, "either" where both are said to do; empty where nothing says so.
        unread: the words that were not understood, of a negation or behind the words of a cell.
        denied: whether it is said, to be confirmed, that there are no such rows.
        first: how many rows at an end of their order are asked for; 0 where none was said.
        counted: how many rows there are said to be, to be confirmed; None where none was said.
        laid_out: whether it is said how a list is to be put, which leaves out no row of it ("bỏ số thứ tự đi").
    """

    where: tuple[Constraint, ...] = ()
    operator: Operator = Operator.ROWS
    by: str = ""
    measure: str = ""
    taken: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    dated: bool = False
    together: bool = False
    role: str = ""
    unread: tuple[str, ...] = ()
    denied: bool = False
    first: int = 0
    counted: int | None = None
    laid_out: bool = False

    def has(self, *kinds: Kind) -> bool:
        """Whether it has a constraint of these kinds."""
        return any(constraint.kind in kinds for constraint in self.where)

    @property
    def excludes(self) -> bool:
        """Whether rows are left out rather than picked."""
        return any(not c.include and c.kind in (Kind.UNIT, Kind.TOPIC, Kind.DUE) for c in self.where)


def beside_tables(where: Iterable[Constraint]) -> bool:
    """Whether what running text gives is asked for, and no row of a table ("ngoài bảng ra")."""
    return any(constraint.kind is Kind.TABLE and not constraint.include for constraint in where)


def of_units(where: Iterable[Constraint]) -> int:
    """How many times units are named that rows have to have ("việc của Sở A | có Sở B cùng làm" names two)."""
    return sum(constraint.kind is Kind.UNIT and constraint.include for constraint in where)


def leaves_out_the_shown(constraint: Constraint) -> bool:
    """Whether what is left out is only pointed at ("ngoài cái đó")."""
    said = [word for word in constraint.words if word not in _LEADS_ON]  # "ngoài việc đó còn …"
    return constraint.kind is Kind.TOPIC and not constraint.include and bool(said) and _POINTING.issuperset(said)


_LEADS_ON = frozenset({"con", "thi", "ra"})
_POINTING = frozenset({"do", "nay", "ay", "kia", "cai", "viec", "dong", "muc", "phan", "nhom", "mang", "nhiem", "vu"})


def patched(said: tuple[Constraint, ...], before: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """The constraints of before with the new ones: one of the same kind takes its place, another is added.

    Of one kind is all that tells of a deadline.
    """
    replaced = {(c.kind, c.field, c.include) for c in said}
    timed = any(map(tells_of_deadline, said))
    kept = (
        c
        for c in before
        if _stays_out(c) or ((c.kind, c.field, c.include) not in replaced and not (timed and tells_of_deadline(c)))
    )
    return (*kept, *(_narrower(one, before) for one in said))


def tells_of_deadline(constraint: Constraint) -> bool:
    """Whether it is of how a deadline is put: how often it comes round, how fine it is, how its cell words it."""
    worded = constraint.kind is Kind.WORDS and constraint.field == "deadline"
    return worded or constraint.kind in (Kind.RHYTHM, Kind.DATED, Kind.GRAIN, Kind.PRINTED)


def is_at_no_time(constraint: Constraint) -> bool:
    """Whether rows are picked by how their deadline is put, which is at no time of a list before ("thường xuyên")."""
    ongoing = constraint.kind is Kind.RHYTHM and constraint.words == ("ongoing",)
    worded = constraint.kind in (Kind.WORDS, Kind.PRINTED) and tells_of_deadline(constraint)
    return constraint.include and (ongoing or worded)


def _narrower(said: Constraint, before: tuple[Constraint, ...]) -> Constraint:
    """Bounds of money with the other one of before, where each said one ("trên 200 triệu", "dưới 500 triệu thôi")."""
    for one in before if said.kind is Kind.MONEY and said.include else ():
        least, most = (new if new is not None else old for new, old in zip(said.bounds, one.bounds, strict=True))
        alone = said.bounds.count(None) == one.bounds.count(None) == 1
        if one.kind is Kind.MONEY and one.include and alone and least is not None and most is not None:
            return replace(said, bounds=(least, most)) if least <= most else said
    return said


def _stays_out(constraint: Constraint) -> bool:
    """Whether another of its kind comes to it: what is left out stays out when more is left out."""
    return not constraint.include and constraint.kind in (Kind.UNIT, Kind.TOPIC, Kind.DUE)
