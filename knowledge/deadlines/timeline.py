"""Printed times worked out to days: ranges, lists, "trước", and the years that are not printed.

A time without a year takes the one printed after it in its own list or range, else the last one printed before, else
the plan's; where a range crosses the turn of the year, its end falls into the next.
"""

from dataclasses import dataclass, replace
from datetime import date

from knowledge.deadlines.calendar_spans import Grain, Span
from knowledge.deadlines.tokens import Mark, Token


@dataclass(slots=True)
class Moment:
    """A printed time in the run of tokens.

    Args:
        index: where its token stands.
        group: times that are joined by a list or a range have the same number.
        start: it only tells where something begins.
        vague: "đầu quý": no day can be told.
        after: where the range begins that it ends.
        printed: its year stands in the words.
    """

    span: Span
    index: int
    group: int
    before: bool = False
    start: bool = False
    vague: bool = False
    after: "Moment | None" = None
    printed: bool = True

    def due(self, year: int) -> date | None:
        """The day by which it is over, None where it is only a start."""
        if self.start or self.vague:
            return None
        return self.span.eve(year) if self.before else self.span.end(year)


def moments(tokens: list[Token], year: int | None) -> list[Moment]:
    """The times of a wording with their years, in order.

    Args:
        tokens: of the whole wording.
        year: the plan's year, None where nobody knows it; times without one then keep none.
    """
    found = _Reader(tokens).read()
    _settle_years(found, year)
    return _without_contexts(found, tokens)


class _Reader:
    """Walks over the tokens and remembers what was said just before."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.found: list[Moment] = []
        self.group = 0
        self.before = self.start = self.ranged = False
        self.part = ""

    def read(self) -> list[Moment]:
        for index, token in enumerate(self.tokens):
            self._take(index, token)
        return self.found

    def _take(self, index: int, token: Token) -> None:
        match token.mark:
            case Mark.SPAN | Mark.RANGE:
                self._add(index, token)
            case Mark.DAY_OF_CYCLE if (joined := self._day_in(index)) is not None:
                self._add(index, Token(Mark.SPAN, token.text, (joined,)))
            case Mark.FROM:
                self.start, self.before = token.value != "now", False
                self.group += 1
            case Mark.TO:
                self._link()
            case _:
                self._note(token)

    def _note(self, token: Token) -> None:
        """Remember what the token says of the times around it."""
        match token.mark:
            case Mark.BEFORE:
                self.before = True
            case Mark.PART:
                self.part = token.value
            case Mark.AND | Mark.COMMA:
                self.start = False
            case Mark.SINCE | Mark.UNTIL_EVENT:
                self._close(token)
            case Mark.WORD:
                pass
            case _:
                self._forget()

    def _close(self, token: Token) -> None:
        """What was found last is only a start ("trở đi", "đến khi …")."""
        if self.found and token.mark is Mark.SINCE:
            self.found[-1].start = True
        elif self.found and self.found[-1].start:
            self.found[-1].vague = True

    def _forget(self) -> None:
        self.group += 1
        self.before = self.ranged = False
        self.part = ""

    def _link(self) -> None:
        """A range: what was found last is where it begins."""
        if self.found and self.found[-1].group == self.group:
            self.found[-1].start = True
            self.ranged = True
        self.start = self.before = False

    def _add(self, index: int, token: Token) -> None:
        for position, span in enumerate(token.spans):
            counts = position == (0 if self.before else len(token.spans) - 1)
            if token.mark is Mark.RANGE and not counts:
                continue
            moment = Moment(span, index, self.group, before=self.before, start=self.start and token.mark is Mark.SPAN)
            if token.mark is Mark.RANGE:
                moment.after = Moment(token.spans[0], index, self.group, start=True)
            elif self.ranged and self.found:
                moment.after = self.found[-1]
            self.found.append(_narrow(moment, self.part))
        self.start = self.ranged = False
        self.part = ""
        if token.spans[0].grain is Grain.DAY or not self._listed(index):
            self.before = False

    def _listed(self, index: int) -> bool:
        following = self.tokens[index + 1 : index + 2]
        return bool(following) and following[0].mark in (Mark.AND, Mark.COMMA)

    def _day_in(self, index: int) -> Span | None:
        """A bare day that takes its month from the day that follows it in a list or a range."""
        following = index + 1
        while self._marked(following, Mark.AND, Mark.COMMA, Mark.TO) and self._marked(following + 1, Mark.DAY_OF_CYCLE):
            following += 2
        if not self._marked(following, Mark.AND, Mark.COMMA, Mark.TO) or not self._marked(following + 1, Mark.SPAN):
            return None
        span = self.tokens[following + 1].spans[0]
        if span.grain is not Grain.DAY:
            return None
        day, month = int(self.tokens[index].value), span.last[0]
        return replace(span, first=(month, day), last=(month, day))

    def _marked(self, index: int, *marks: Mark) -> bool:
        return index < len(self.tokens) and self.tokens[index].mark in marks


def _narrow(moment: Moment, part: str) -> Moment:
    """The moment, narrowed to the part of it that is said ("nửa đầu tháng 5")."""
    span = moment.span
    if part == "beginning":
        moment.vague = True
    elif span.grain is Grain.MONTH and (day := _PART_OF_MONTH.get(part)):
        moment.span = replace(span, last=(span.last[0], day))
    elif part in ("middle", "first half"):
        moment.span = replace(span, last=_MIDDLE.get((span.grain, span.last), span.last))
    return moment


_PART_OF_MONTH = {
    "1": 7, "2": 14, "3": 21, "4": 28, "first half": 15, "middle": 15, "first third": 10, "second third": 20,
}  # fmt: skip
_MIDDLE = {(Grain.YEAR, (12, 31)): (6, 31)} | {(Grain.QUARTER, (3 * q, 31)): (3 * q - 1, 15) for q in (1, 2, 3, 4)}


def _settle_years(found: list[Moment], year: int | None) -> None:
    known: int | None = None
    for position, moment in enumerate(found):
        if moment.span.year is None:
            moment.printed = False
            moment.span = replace(moment.span, year=_year_of(moment, found[position + 1 :], known, year))
        known = moment.span.year
        _cross_the_turn(moment)


def _year_of(moment: Moment, later: list[Moment], known: int | None, year: int | None) -> int | None:
    inherited = next((m.span.year for m in later if m.group == moment.group and m.span.year), None)
    if inherited:
        if moment.start and later and later[0].span.last < moment.span.last:
            return inherited - 1
        return inherited
    if known and not moment.span.shift:
        return known
    return None if year is None else year + moment.span.shift


def _cross_the_turn(moment: Moment) -> None:
    """A range over the turn of the year ends in the next: "Từ tháng 10 đến tháng 4"."""
    begin, span = moment.after, moment.span
    if begin is None or span.year is None:
        return
    start_year = begin.span.year or span.year
    if start_year == span.year and span.last < begin.span.first:
        moment.span = replace(span, year=span.year + 1)


def _without_contexts(found: list[Moment], tokens: list[Token]) -> list[Moment]:
    """Without the years that only say which year the next, finer time is in ("Năm 2024: quý I, quý III")."""
    kept = []
    for position, moment in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        if following and moment.span.grain is Grain.YEAR > following.span.grain and not moment.start:
            between = tokens[moment.index + 1 : following.index]
            if following.span.year == moment.span.year and all(_thin(token) for token in between):
                continue
        kept.append(moment)
    return kept


def _thin(token: Token) -> bool:
    return token.mark in (Mark.COMMA, Mark.OPEN, Mark.TO, Mark.PART) or token.text in (":", ".")
