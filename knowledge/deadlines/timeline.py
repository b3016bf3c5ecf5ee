"""Printed times with their years worked out.

A time without a year takes the one printed after it in its own list, else the last one printed before, else the plan's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from knowledge.deadlines.grain import Grain
from knowledge.deadlines.relations import Related, Relation, time_of
from knowledge.deadlines.tokens import Mark, Token
from knowledge.deadlines.windows import Now, Time, Year

_BETWEEN = (Mark.AND, Mark.COMMA, Mark.WORD, Mark.TIME, Mark.UNTIL_EVENT)  # a list goes on over these
_START = (Relation.SINCE, Relation.AFTER)


@dataclass(frozen=True, slots=True)
class Moment:
    """A printed time in the run of tokens.

    Args:
        index: where its token stands.
        group: times of one list have the same number.
        printed: its year stands in the words.
        open_ended: an event ends what begins here.
    """

    said: Related | Time
    index: int
    group: int
    printed: bool = True
    open_ended: bool = False

    @property
    def time(self) -> Time:
        """The time itself."""
        return time_of(self.said)

    @property
    def grain(self) -> Grain:
        """How exact it is; of a range its end."""
        return self.time.ends or self.time.grain

    @property
    def start(self) -> bool:
        """Whether it only tells where something begins."""
        return isinstance(self.said, Related) and self.said.relation in _START

    @property
    def before(self) -> bool:
        """Whether it is over before the time begins."""
        return isinstance(self.said, Related) and self.said.relation is Relation.BEFORE

    @property
    def vague(self) -> bool:
        """Whether no day can be told: "đầu quý I"."""
        return self.open_ended or (not self.start and self.due(_ANY) is None)

    @property
    def year(self) -> int | None:
        """The year that its words name, or that was found for it."""
        return self.time.year.number if self.time.year else None

    def last_year(self, year: int | None) -> int | None:
        """The year in which the time itself ends, which is that of a time named after it."""
        day = replace(self, said=self.time).due(year)
        return day.year if day else self.year

    def due(self, year: int | None) -> date | None:
        """The day by which it is over, in a plan of this year; None where none can be told."""
        known = year or self.year
        try:
            return self.said.deadline(_now(known, lenient=True)) if known else None
        except (ValueError, OverflowError):  # of a year that the calendar does not reach
            return None

    def is_real(self, year: int | None) -> bool:
        """Whether the calendar has this day; 29 February of an unknown year may be one."""
        try:
            self.time.window(_now(year or _ANY))
        except (ValueError, OverflowError):
            return False
        return True

    def in_year(self, year: int) -> "Moment":
        """The same in a year that its words do not name."""
        time = replace(self.time, year=Year(year))
        return replace(self, said=replace(self.said, time=time) if isinstance(self.said, Related) else time)


def moments(tokens: Sequence[Token], year: int | None) -> list[Moment]:
    """The times of a wording with their years, in order.

    Args:
        tokens: of the whole wording.
        year: the plan's year, None where nobody knows it; times without one then keep none.
    """
    return _without_contexts(_with_years(_found(tokens), year), tokens)


_ANY = 2000  # a leap year


def _now(year: int, *, lenient: bool = False) -> Now:
    return Now(date(year, 1, 1), year, lenient)


def _found(tokens: Sequence[Token]) -> list[Moment]:
    found: list[Moment] = []
    group = 0
    for index, token in enumerate(tokens):
        before = found[-1] if found and _is_listed(tokens, found[-1].index, index) else None
        found += [Moment(_as(before, time), index, group, not time_of(time).open) for time in token.times]
        if token.mark is Mark.UNTIL_EVENT and found and found[-1].start:
            found[-1] = replace(found[-1], open_ended=True)
        group += token.mark not in _BETWEEN
    return found


def _is_listed(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether a list goes on from one token to another."""
    between = tokens[one + 1 : other]
    return bool(between) and all(token.mark in (Mark.AND, Mark.COMMA) for token in between)


def _as(before: Moment | None, said: Related | Time) -> Related | Time:
    """What is said of the first of a list holds for all of it: "trước tháng 3, tháng 6"."""
    if before and before.before and isinstance(said, Time) and said.grain is before.grain:
        return Related(Relation.BEFORE, said)
    return said


def _with_years(found: Sequence[Moment], year: int | None) -> list[Moment]:
    settled: list[Moment] = []
    known: int | None = None
    for position, moment in enumerate(found):
        later = (m.year for m in found[position + 1 :] if m.group == moment.group)
        inherited = next(filter(None, later), known or year) if moment.time.open else None
        settled.append(moment.in_year(inherited) if inherited else moment)
        known = settled[-1].last_year(year) or known
    return settled


def _without_contexts(found: Sequence[Moment], tokens: Sequence[Token]) -> list[Moment]:
    """Without the years that only say which year the next, finer time is in ("Năm 2024: quý I, quý III")."""
    pairs = zip_longest(found, found[1:])
    return [moment for moment, following in pairs if not (following and _is_context(moment, following, tokens))]


def _is_context(moment: Moment, following: Moment, tokens: Sequence[Token]) -> bool:
    if not moment.grain is Grain.YEAR > following.grain or moment.start:
        return False
    same = moment.time.year == following.time.year
    return same and _thin(tokens[moment.index + 1 : following.index])


def _thin(between: Iterable[Token]) -> bool:
    return all(token.mark in (Mark.COMMA, Mark.OPEN) or token.text in (":", ".", "-") for token in between)
