"""What a wording as a whole means: a day, a rhythm, an event, all the time, or several of these.

Each statement is weighed by itself, because what stands in one statement qualifies ("Thường xuyên theo Kế hoạch …") and
what stands in two adds up ("Thường xuyên; riêng … trong quý I/2024").
"""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from knowledge.deadlines.grain import Grain
from knowledge.deadlines.lexicon import tokenise
from knowledge.deadlines.lunar_words import solar_words
from knowledge.deadlines.periods import find_periods
from knowledge.deadlines.printed_times import WORD
from knowledge.deadlines.relations import Related, Relation
from knowledge.deadlines.rhythm import recurrence
from knowledge.deadlines.timeline import Moment, moments
from knowledge.deadlines.tokens import Mark, Token, words
from knowledge.deadlines.writing import settle
from knowledge.language.text import folded, nfc
from knowledge.model import Deadline, DeadlineKind

_DATE, _ONGOING, _PERIODIC = DeadlineKind.DATE, DeadlineKind.ONGOING, DeadlineKind.PERIODIC
_CONDITIONAL, _NONE, _MIXED = DeadlineKind.CONDITIONAL, DeadlineKind.NONE, DeadlineKind.MIXED

# What a person has to look at, said after the words of the deadline.
IMPOSSIBLE = "có ngày không tồn tại"
NOT_UNDERSTOOD = "có thời gian chưa hiểu được"
LUNAR = "ghi theo âm lịch, chưa đổi được ra ngày dương lịch"
LUNAR_RHYTHM = "lặp lại theo âm lịch, mới đổi được ngày của một năm"


def understand_deadline(text: str, *, year: int | None, issued: str | None = None) -> Deadline:
    """What a wording of a deadline means.

    Args:
        text: the words as printed.
        year: the plan's year, which a date without one takes.
        issued: ISO date of the plan, possibly partial; its year serves where `year` is None.
    """
    year = year or _year_issued(issued)
    solar, unknown = solar_words(text, year)
    found = replace(_understood(solar, year), text=nfc(text))
    if found.kind in (_CONDITIONAL, _DATE) and not found.doubt and _names_no_day(text, year):
        found = replace(found, doubt=NOT_UNDERSTOOD)
    if not unknown:
        moved = found.recur is not None and solar != text
        return replace(found, recur=None, doubt=LUNAR_RHYTHM) if moved else found
    return replace(found, kind=_MIXED if found.due else _CONDITIONAL, recur=None, doubt=LUNAR)


def _names_no_day(text: str, year: int | None) -> bool:
    """Whether a time stands there that no calendar has or that fits nothing beside it ("tháng 13")."""
    today = date(year or date.max.year, 1, 1)
    return any(period.doubt for period in find_periods(WORD.findall(text), today=today, year=today.year))


def _understood(text: str, year: int | None) -> Deadline:
    printed = nfc(text)
    tokens = tokenise(settle(text))
    if not any(c.isalnum() for token in tokens for c in token.text) or _says_nothing(printed):
        return Deadline(printed)
    statements = _statements(tokens, moments(tokens, year), year)
    kind, due = _together(statements)
    if kind is _CONDITIONAL and _only_reported(tokens):
        return Deadline(printed)
    repeats = kind in (_PERIODIC, _MIXED)
    recur = recurrence(tokens, _due_of_rhythm(statements)) if repeats else None
    real = all(m.is_real(year) for statement in statements for m in statement.moments)
    return Deadline(printed, kind, tuple(sorted(set(due))), recur, doubt="" if real else IMPOSSIBLE)


@dataclass(slots=True)
class _Statement:
    """One statement and what it says; `first` is where its tokens begin in the wording."""

    tokens: list[Token]
    first: int
    moments: list[Moment]
    year: int | None
    kinds: set[DeadlineKind] = field(default_factory=set)
    due: list[date] = field(default_factory=list)

    def has(self, *marks: Mark) -> bool:
        return any(token.mark in marks for token in self.tokens)

    def position(self, *marks: Mark) -> int:
        return next((n for n, token in enumerate(self.tokens) if token.mark in marks), len(self.tokens))


def _says_nothing(text: str) -> bool:
    """A cell that is blank, refers to nothing, or speaks of what is over."""
    bare = folded(text).strip(" .…-–—_*()")
    return bare in ("", *words()["blank"]) or bare.startswith(words()["over"])


def _only_reported(tokens: list[Token]) -> bool:
    """Whether the words only say how far the work is ("Đã hoàn thành", "Đang thực hiện")."""
    text = " ".join(token.text for token in tokens)
    plain = all(token.mark in (Mark.WORD, Mark.COMMA, Mark.AND) for token in tokens)
    return plain and any(text == word or text.startswith(f"{word} ") for word in words()["reported"])


def _year_issued(issued: str | None) -> int | None:
    head = (issued or "")[:4]
    return int(head) if head.isdecimal() and head > "1900" else None


def _statements(tokens: list[Token], found: list[Moment], year: int | None) -> list[_Statement]:
    result, start = [], 0
    ends = [n for n, token in enumerate(tokens) if token.mark is Mark.BREAK] + [len(tokens)]
    for end in ends:
        piece = tokens[start:end]
        if piece:
            statement = _Statement(piece, start, [m for m in found if start <= m.index < end], year)
            _weigh(statement)
            result.append(statement)
        start = end + 1
    return result


def _weigh(statement: _Statement) -> None:
    """What one statement says: its kinds and its days."""
    dated = _dated(statement)
    if _repeats(statement, dated):
        _weigh_rhythm(statement, dated)
        return
    if dated:
        statement.due = _days(statement, dated)
        statement.kinds.add(_DATE)
    if statement.has(Mark.ONGOING, Mark.FOLLOWING):
        _weigh_ongoing(statement, dated)
    elif not dated and any(m.start and not m.vague for m in statement.moments):
        statement.kinds.add(_ONGOING)
    if _depends(statement, dated):
        statement.kinds.add(_CONDITIONAL)
    _settle_starts(statement)


def _days(statement: _Statement, dated: list[Moment]) -> list[date]:
    """The days of times whose year is known."""
    return [day for m in dated if (day := m.due(statement.year))]


def _settle_starts(statement: _Statement) -> None:
    """A start beside an event has no end that is known: "từ tháng 10 đến khi kết thúc"."""
    if not statement.due and statement.kinds == {_ONGOING, _CONDITIONAL} and not statement.has(Mark.ONGOING):
        statement.kinds = {_CONDITIONAL}


def _dated(statement: _Statement) -> list[Moment]:
    """The times that say when something is over; a report's period gives way to its day in brackets."""
    ends = [m for m in statement.moments if not m.start and not m.vague]
    bracketed = {
        m.index
        for m, following in pairwise(ends)
        if m.grain > Grain.DAY is following.grain and _opens(statement, m, following)
    }
    return [m for m in ends if m.index not in bracketed]


def _opens(statement: _Statement, moment: Moment, following: Moment) -> bool:
    """Whether a bracket or a colon stands between: the second tells when the first is due."""
    between = statement.tokens[moment.index - statement.first + 1 : following.index - statement.first]
    return bool(between) and (between[0].mark is Mark.OPEN or between[0].text == ":")


def _repeats(statement: _Statement, dated: list[Moment]) -> bool:
    if statement.has(Mark.CYCLE, Mark.PERIODIC, Mark.PLACE_IN_CYCLE):
        return True
    reports = sum(token.mark is Mark.REPORT for token in statement.tokens)
    return bool(reports) and (reports > 1 or not dated or _reported_in_brackets(statement))


def _reported_in_brackets(statement: _Statement) -> bool:
    marks = [token.mark for token in statement.tokens]
    return any(a is Mark.REPORT and b is Mark.OPEN for a, b in pairwise(marks))


def _weigh_rhythm(statement: _Statement, dated: list[Moment]) -> None:
    finer = [m for m in dated if m.grain is not Grain.YEAR and not _names_report(statement, m)]
    if not statement.has(Mark.ONGOING):
        statement.kinds.add(_PERIODIC)
        statement.due = _days(statement, finer)
        if statement.has(Mark.FOLLOWING):
            statement.kinds.add(_ONGOING)
        if first := _before_rhythm(statement, dated):
            statement.kinds.add(_DATE)
            statement.due = sorted({*statement.due, *first})
        if _event_beside(statement):
            statement.kinds.add(_CONDITIONAL)
        return
    cycles = [t.value for t in statement.tokens if t.mark in (Mark.CYCLE, Mark.REPORT)]
    statement.kinds.add(_ONGOING)
    bare = all(value == "yearly" for value in cycles) and not (statement.has(Mark.PERIODIC) and cycles)
    if not bare or finer or statement.has(Mark.DAY_OF_CYCLE, Mark.PLACE_IN_CYCLE):
        statement.kinds.add(_PERIODIC)
        statement.due = _days(statement, finer)


def _before_rhythm(statement: _Statement, dated: list[Moment]) -> list[date]:
    """The days of times that stand apart before a rhythm: "tháng 12/2027 và rà soát hằng năm"."""
    rhythm = statement.position(Mark.CYCLE, Mark.PERIODIC)
    offset = statement.first
    before = [m for m in dated if m.index - offset < rhythm and (m.printed or m.grain is Grain.YEAR)]
    if not before:
        return []
    between = statement.tokens[before[-1].index - offset + 1 : rhythm]
    joined = between[:1] and between[0].mark is Mark.AND
    parted = any(token.mark is Mark.COMMA for token in between) and before[-1].printed
    yearly = before[-1].grain is Grain.YEAR
    if not (joined or (parted and not yearly)):
        return []
    return _days(statement, before)


def _names_report(statement: _Statement, moment: Moment) -> bool:
    """Whether a quarter or half-year is only the name of a report ("báo cáo quý I, 6 tháng")."""
    long = moment.grain in (Grain.QUARTER, Grain.HALF)
    among_reports = statement.has(Mark.REPORT) or not statement.has(Mark.CYCLE)
    return long and not moment.printed and not moment.before and among_reports


def _event_beside(statement: _Statement) -> bool:
    """Whether an event is added to a rhythm ("… và khi có thay đổi"), not only an alternative to it."""
    tokens = statement.tokens
    return any(
        token.mark is Mark.EVENT and previous.mark is Mark.AND and previous.text == "va"
        for previous, token in pairwise(tokens)
    )


def _weigh_ongoing(statement: _Statement, dated: list[Moment]) -> None:
    """Ongoing work; a year beside it only says how long ("Thường xuyên trong năm 2024")."""
    statement.kinds.add(_ONGOING)
    ongoing = statement.position(Mark.ONGOING)
    times = statement.position(Mark.TIME)
    if dated and ongoing < times and all(m.grain is Grain.YEAR for m in dated) and not statement.has(Mark.FOLLOWING):
        statement.kinds.discard(_DATE)
        statement.due = []


def _depends(statement: _Statement, dated: list[Moment]) -> bool:
    """Whether the statement depends on an event or another document, beside what else it says."""
    if statement.has(Mark.ONGOING):
        return _event_beside(statement)
    if not dated:
        only_following = statement.has(Mark.FOLLOWING)
        return not only_following and (not statement.kinds or statement.has(Mark.EVENT, Mark.UNTIL_EVENT))
    for position, token in enumerate(statement.tokens):
        apart = position == 0 or statement.tokens[position - 1].mark in (Mark.COMMA, Mark.AND)
        if token.mark is Mark.OCCASIONAL:
            return True
        if token.mark is Mark.EVENT and not token.value and not _opens_range(statement, position):
            return True
        if token.mark is Mark.DOCUMENT and apart and position > 0 and token.text.startswith(words()["document"]):
            return True
    return False


def _opens_range(statement: _Statement, position: int) -> bool:
    following = [said for token in statement.tokens[position + 1 : position + 2] for said in token.times]
    return position == 0 and any(isinstance(said, Related) and said.relation is Relation.BY for said in following)


def _together(statements: list[_Statement]) -> tuple[DeadlineKind, list[date]]:
    """All statements as one: their common kind, or mixed."""
    due = [day for statement in statements for day in statement.due]
    telling = [s for s in statements if s.kinds and not _silent(s)] or statements
    kinds = set().union(*(s.kinds for s in telling))
    if len(telling) > 1 and kinds & {_PERIODIC, _ONGOING} and _only_occasional(telling):
        kinds.discard(_CONDITIONAL)
    if not kinds:
        return _CONDITIONAL, due
    return (kinds.pop() if len(kinds) == 1 else _MIXED), due


def _due_of_rhythm(statements: list[_Statement]) -> tuple[date, ...]:
    """The days of the statements that repeat."""
    return tuple(sorted({day for s in statements if _PERIODIC in s.kinds and _DATE not in s.kinds for day in s.due}))


def _silent(statement: _Statement) -> bool:
    """Words without any time: they say what is done, and count only where nothing else tells a time."""
    telling = (Mark.EVENT, Mark.UNTIL_EVENT, Mark.DOCUMENT, Mark.OCCASIONAL)
    vague = any(moment.vague for moment in statement.moments)
    return statement.kinds == {_CONDITIONAL} and not vague and not statement.has(*telling)


def _only_occasional(statements: list[_Statement]) -> bool:
    conditional = [s for s in statements if s.kinds == {_CONDITIONAL}]
    return all(s.has(Mark.OCCASIONAL) for s in conditional)
