"""A list of units or times to which others come ("thêm việc của Khoa Nội nữa", "cộng cả tháng 4 vào")."""

from dataclasses import replace
from typing import TypedDict

from knowledge.questions.constraints import Operator
from knowledge.questions.cues import Cue
from knowledge.questions.query import LISTS, Query, Stretch
from knowledge.questions.row_openings import adds_rows


def adds(query: Query, before: Query) -> bool:
    """Whether units or times come to those of a list ("thêm việc của Khoa Nội nữa", "cộng cả tháng 4 vào")."""
    beside = (query.units and before.units) or (query.period and before.period and not query.units)
    ranks = query.operator is not Operator.ROWS  # "cả năm thì ai nhiều nhất"
    opened = adds_rows(query.words)
    opened = opened if all(unit.start >= opened for unit in query.units) else 0  # "công an tỉnh" is no "cộng …"
    return bool(beside and opened) and before.intent in LISTS and not (query.scope.named or ranks)


def added(query: Query, before: Query) -> Query:
    """The list of before with what comes to it; a time that holds its own takes the place of that ("thêm cả năm")."""
    if query.units:
        units = (*before.units, *(unit for unit in query.units if unit.names not in [u.names for u in before.units]))
        return replace(before, units=units, together=False, role=role_meant(query, before), **_of_turn(query))
    if before.period and any(before.period.narrows(time) for time in query.periods):
        return replace(before, period=query.period, also=query.also, **_of_turn(query))
    return replace(before, also=(*before.also, *query.periods), **_of_turn(query))


class _Turn(TypedDict):
    words: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]
    cues: tuple[Cue, ...]
    spans: tuple[Stretch, ...]


def _of_turn(query: Query) -> _Turn:
    """What was typed in this turn."""
    return _Turn(words=query.words, mended=query.mended, cues=query.cues, spans=query.spans)


def role_meant(query: Query, before: Query) -> str | None:
    """The role that is meant now: of both ("gồm cả phối hợp") none by itself.

    That of which a row was asked, or somebody who has it ("ai chủ trì"), is kept for units that are named; without any
    it would be of everybody.
    """
    asked = any("who" in cue.kinds for cue in before.cues)
    listed = before.intent in LISTS and not asked
    kept = before.role if query.units or before.units or listed else None
    return None if query.either else query.role or kept
