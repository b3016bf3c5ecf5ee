"""Constraints that words join: another way to fit the one before ("hoặc"), or rows that come to those of a time."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.constraints import Constraint, Kind, tells_of_deadline
from knowledge.questions.rule_words import JOINS, ROW_WORDS


def as_alternatives(where: Sequence[Constraint], words: Sequence[str]) -> tuple[Constraint, ...]:
    """The constraints, each behind "hoặc" as another way to fit the one before ("A chủ trì hoặc B phối hợp").

    Parts of a plan that are joined ("phần I với phần III") are such too: no row is of both.
    """
    made: list[Constraint] = []
    for one in sorted(where, key=lambda constraint: constraint.start) if len(where) >= _TWO else where:
        near = made and made[-1].end and one.end and made[-1].include and one.include
        between = words[made[-1].end : one.start] if near else ()  # "quý II hoặc quý III | mà B phối hợp" joins no two
        either = not _OR.isdisjoint((*between[:1], *between[-1:]))
        parts = bool(between) and made[-1].kind is one.kind is Kind.SECTION
        joined = parts and _JOINS.issuperset(map(folded, between))
        joined = joined or (bool(between) and _are_other_deadlines(made[-1], one, between))
        made.append(replace(one, either=one.either or either or joined))
    return tuple(made)


def _are_other_deadlines(one: Constraint, other: Constraint, between: Sequence[str]) -> bool:
    """Whether rows without a deadline are joined to such as have one ("để trống hạn | hay | ghi quý")."""
    joint, *rest = map(folded, between)
    rows = ROW_WORDS.intersection(rest)  # "ghi theo quý | và việc | chưa ghi hạn", not "ghi quý và không có ngày"
    fine = {one.kind, other.kind} == {Kind.BLANK, Kind.GRAIN} and "deadline" in (one.field, other.field)
    return fine and (joint == "hay" or (joint in _JOINS and bool(rows)))


def without_lack_of_a_day(where: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The constraints but that a deadline has no day, where it is said how it is written ("ghi quý, không có ngày").

    Such a deadline names the quarter, and is neither empty nor without a day that can be told.
    """
    written = any(one.kind is Kind.GRAIN and one.include and not one.either for one in where)
    return tuple(one for one in where if not (written and _lacks_a_day(one)))


def _lacks_a_day(one: Constraint) -> bool:
    blank = one.kind is Kind.BLANK and one.field == "deadline" and one.include
    return not one.either and (blank or (one.kind is Kind.DATED and not one.include))


def beside_times(
    where: Sequence[Constraint], periods: Sequence[Period], words: Sequence[str]
) -> tuple[Constraint, ...]:
    """The constraints, each that "hoặc" joins to a time as one that adds rows ("hạn tháng 3 hoặc thường xuyên")."""
    return tuple(replace(one, too=True) if _is_beside_a_time(one, periods, words) else one for one in where)


def _is_beside_a_time(one: Constraint, periods: Sequence[Period], words: Sequence[str]) -> bool:
    gaps = ((p.end, one.start) if p.end <= one.start else (one.end, p.start) for p in periods)
    between = [words[start:end] for start, end in gaps if start <= end <= start + _NEAR]
    joined = any(not _OR.isdisjoint((*said[:1], *said[-1:])) for said in between)
    return one.include and one.kind in _TOO and joined


def with_what_is_added(
    where: Sequence[Constraint], periods: Sequence[Period], words: Sequence[str]
) -> tuple[Constraint, ...]:
    """The constraints, with those behind "kể cả" taking no row away.

    They add theirs to a time or to another deadline that is said, and narrow nothing where neither is ("việc của Phòng
    A, kể cả loại chưa ghi hạn").
    """
    made: list[Constraint] = []
    for one in where:
        if not _is_added(one, words):
            made.append(one)
        elif periods:
            made.append(replace(one, too=True))
        elif made and _is_of_deadline(made[-1]):
            made.append(replace(one, either=True))
    return tuple(made)


def adds_rows(where: Sequence[Constraint], periods: Sequence[Period], words: Sequence[str]) -> bool:
    """Whether a constraint behind "kể cả" adds rows to those of a time or of another deadline."""
    made = with_what_is_added(where, periods, words)
    return any(one.too or (one.either and _is_added(one, words)) for one in made)


def added_unread(where: Sequence[Constraint], periods: Sequence[Period], words: Sequence[str]) -> tuple[str, ...]:
    """The words that add rows to those of a state ("quá hạn, kể cả việc | chưa ghi hạn"), which no rule joins."""
    joinable = bool(periods) or all(one.kind is not Kind.STATE for one in where)
    added = (one for one in where if not joinable and _is_added(one, words))
    return next((tuple(words[one.start : one.end]) for one in added), ())


def _is_added(one: Constraint, words: Sequence[str]) -> bool:
    """Whether a way in which a deadline is written stands behind words that add it to what was asked before them."""
    ahead = " ".join(map(folded, words[: one.start]))
    return one.include and one.kind is not Kind.WORDS and _is_of_deadline(one) and bool(_ADDS.search(ahead))


def _is_of_deadline(one: Constraint) -> bool:
    """Whether it says how a deadline is put, or that there is none."""
    return tells_of_deadline(one) or (one.kind is Kind.BLANK and one.field == "deadline")


_DENIED = "".join(f"(?<!{word} )" for word in ("khong", "dung", "khoi", "chua", "cho", "chang", "can", "phai", "nen"))
_ADDS = re.compile(
    rf"\S {_DENIED}(?:bao )?(?:tinh|ke|gom|lay|dem|cong)(?: (?:ca|luon|them))+"
    r"(?: (?:ca|luon|cac|nhung|may|cai|viec|nhiem|vu|loai|kieu|dang|dien|dong|ma|nao|con|co|han|thoi|gian|ghi|la))*$"
)
_TOO = frozenset({Kind.RHYTHM, Kind.BLANK, Kind.DATED, Kind.GRAIN, Kind.WORDS, Kind.PRINTED})
_NEAR = 4  # words between a time and what is said besides
_TWO = 2
_OR = frozenset({"hoặc", "hoac"})
_JOINS = JOINS | {"lan", "cong", "ca", "them"}
