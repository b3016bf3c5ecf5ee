"""Constraints that are left out: by words before them ("trừ", "không kể", "không đụng tới"), or behind ("… thì thôi").

Whatever they say is turned round, so "trừ việc thường xuyên", "không tính việc chưa có hạn", "bỏ mấy việc hằng tháng,
hằng quý ra" and "mấy việc hằng tháng khỏi kể" need no rules of their own; a second constraint of the same kind beside
the first is left out with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Text, either_way
from knowledge.questions.constraints import Constraint, Kind, Narrowing, tells_of_deadline
from knowledge.questions.left_out_words import denied, leading_up, left_out_ahead, left_out_behind, out_behind
from knowledge.questions.states import STATES
from knowledge.questions.unit_rules import UNITS, without_unit

_TURNED = frozenset(
    {Kind.RHYTHM, Kind.BLANK, Kind.DATED, Kind.GRAIN, Kind.WORDS, Kind.PRINTED}
    | {Kind.SHARED, Kind.ALONE, Kind.MONEY, Kind.SECTION}
)
_ROWS = "(?: (?:các|những|mấy|cái|việc|dòng))*"
_JOIN = either_way(
    rf"(?: (?:suông|chung chung|,))*(?: (?:và|hay|hoặc|lẫn|với|vs|,|cả|cùng))?{_ROWS}(?: (?:ghi|chờ|kiểu|là|làm))*"
)
_BOTH = either_way(rf" (?:và|hay|hoặc|lẫn|với|cùng){_ROWS}")
_TOO = either_way(rf"(?: (?:và|với|lẫn|cùng|rồi))?(?: (?:cả|luôn))+{_ROWS}")
_UNITS = either_way(rf"(?<!\S){UNITS}(?P<role> <lead>| <coordinate>)?(?!\S)")
_TURNS = 6  # what it counts more than the constraint by itself


def only_asks(constraint: Constraint, words: Sequence[str]) -> bool:
    """Whether the "không" of a unit that is left out only closes "có … không", and "ai" asks behind it."""
    if constraint.kind is not Kind.UNIT or constraint.include:
        return False
    bare = [*map(folded, words)]
    behind = (at + 1 for at in range(constraint.start, constraint.end) if bare[at] == "khong")
    return "co" in bare[: constraint.start] and any(bare[at : at + 1] == ["ai"] for at in behind)


def left_out(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The matches of rules that words leave out, turned round, over these words too."""
    may_be = sorted((*filter(_is_plain, found), *_times(text)), key=lambda match: match.start)
    spans = [_span(each, text, found) for each in may_be]
    for at, each in enumerate(may_be):
        before = [other for other, span in zip(may_be[:at], spans, strict=False) if span]
        if spans[at] is None and any(_joins(other, each, text, _JOIN) for other in before):
            spans[at] = each.start, left_out_behind(text, each.end) or out_behind(text, each.end)
    for at in reversed(range(len(may_be))):
        behind = (other for other in may_be[at + 1 :] if left_out_behind(text, other.end))
        if spans[at] is None and any(_joins(may_be[at], other, text, _BOTH) for other in behind):
            spans[at] = may_be[at].start, may_be[at].end
    for each, span in zip(may_be, spans, strict=True):
        if span:
            yield _turned(each, *span)


def _span(each: Found, text: Text, found: Sequence[Found]) -> tuple[int, int] | None:
    """The words of a match with those that leave it out; None where none do."""
    timed = each.narrowing.where[0].kind is Kind.DUE  # "trừ quý 1" has a rule of its own
    start = None if timed else left_out_ahead(text, each.start, each.end)
    end = left_out_behind(text, each.end)
    if start is not None and end is None:
        end = out_behind(text, each.end)
    if start is None:
        read = {at for other in found if other.end <= each.start for at in range(other.start, other.end)}
        start = denied(text, each.start, read, each.narrowing.where[0].kind)
    if start is None and end is not None:
        start = leading_up(text, each.start) if timed else each.start
    return None if start is None else (start, end or each.end)


def _joins(left: Found, right: Found, text: Text, joint: dict[bool, re.Pattern[str]]) -> bool:
    """Whether two matches of one kind stand side by side, or joined; any two where it is said of both ("với cả")."""
    between = text.text[text.after(left.end) : text.after(right.start)].rstrip()
    one, other = left.narrowing.where[0], right.narrowing.where[0]
    same = one.kind is other.kind or (tells_of_deadline(one) and tells_of_deadline(other))
    joins = (same and joint[text.typed].fullmatch(between)) or _TOO[text.typed].fullmatch(between)
    return left.end <= right.start and bool(joins)


def _turned(each: Found, start: int, end: int) -> Found:
    score = each.score + _TURNS
    other = (replace(inside, include=not inside.include, either=False) for inside in each.narrowing.where)
    where = tuple(inside.placed(start, end, score) for inside in other)
    return Found(replace(each.narrowing, where=where), start, end, score)


def _times(text: Text) -> Iterator[Found]:
    """The times, as far as they may be left out."""
    for period in text.periods:
        due = Constraint(Kind.DUE, period=period).placed(period.start, period.end)
        made = Narrowing(where=(due,), units=frozenset({period.start}))
        yield Found(made, period.start, period.end, 0)


def states_left_out(text: Text) -> Iterator[Found]:
    """States that are ("bỏ cái đã xong", "trừ việc quá hạn"): without what is done, what is open is left."""
    for begin, (end, kind) in text.standing.items():
        start, last = left_out_ahead(text, begin, end), left_out_behind(text, end)
        if start is None and last is None:
            continue
        other = _OTHER_STATE.get(kind)
        made = Constraint(Kind.STATE, words=STATES[other or kind], include=other is not None)
        first, last = begin if start is None else start, last or out_behind(text, end)
        yield Found(Narrowing(where=(made.placed(first, last, _STANDS),)), first, last, _STANDS)


def units_left_out(text: Text) -> Iterator[Found]:
    """Units that are by words behind them ("Văn phòng thì khỏi kể")."""
    for match in _UNITS[text.typed].finditer(text.text):
        _, end = text.words(match)
        last = left_out_behind(text, end, firmly=True)
        if last is not None:
            yield from (replace(found, end=last) for found in without_unit(match, text))


_STANDS = 12  # more than a unit right before with the same negation ("của Thanh tra, không tính …")
_OTHER_STATE = {"done": "open", "open": "done"}


def _is_plain(found: Found) -> bool:
    """Whether it says what rows have, and is not turned round by itself ("không thường xuyên")."""
    where = found.narrowing.where
    kinds = {constraint.kind for constraint in where}
    return bool(where) and kinds <= _TURNED and all(c.include or c.kind is Kind.DATED for c in where)
