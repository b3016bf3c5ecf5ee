"""Counts that are asked of each of several units, or times, which then are sides ("phòng A mấy việc, phòng B mấy")."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.cues import Cue
from knowledge.questions.list_times import narrowest, times_told
from knowledge.questions.negations import BARE
from knowledge.questions.once import once
from knowledge.questions.rule_words import HOW_MANY
from knowledge.questions.spans import Spans
from knowledge.units.mentions import UnitMention

Side = UnitMention | Period
_TWO = 2
_SHARED = frozenset({"voi", "cung", "cua", "cho"})  # "phối hợp | với | phòng B mấy việc"


def counts_each(spans: Spans) -> bool:
    """Whether behind each of several units, or times, it is asked how many.

    Of units that have not all the same times only where each has one; of times only where none is within another.
    """
    asked, times = _asked(spans), times_told(spans)
    if len(spans.units) >= _TWO:
        between = _differ(times) and any(times[0].start < at < times[-1].start for at in asked)
        return has_own_times(spans) or (_each_asks(spans.units, asked, spans) and not between)
    return len(narrowest(times)) == len(times) and _each_asks(times, asked, spans)


@once
def has_own_times(spans: Spans) -> bool:
    """Whether it is asked of each unit in a time of its own ("quý I phòng A mấy việc, phòng B quý II mấy việc")."""
    times = times_told(spans)
    if not (len(spans.units) == len(times) and _differ(times)):
        return False
    pairs = list(zip(spans.units, times, strict=True))
    apart = all(max(a.start, b.start) < min(c.start, d.start) for (a, b), (c, d) in pairwise(pairs))
    firsts: list[Side] = [unit if unit.start < time.start else time for unit, time in pairs]
    return apart and _each_asks(firsts, _asked(spans), spans)


def times_of(spans: Spans) -> Sequence[Period]:
    """The times that a list is of."""
    return times_told(spans) if has_own_times(spans) else narrowest(times_told(spans))


def heads_what_is_left_out(count: Cue, spans: Spans) -> bool:
    """Whether "mấy việc" only leads to rows that are not wanted ("…, bỏ | mấy việc | ra báo cáo")."""
    out = [c for c in spans.narrowing.where if not c.include]
    # "mấy việc | không thường xuyên" are counted
    behind = any(c.start == count.end and folded(spans.words[c.start]) not in BARE for c in out)
    return behind or any(c.start <= count.start < c.end for c in out)


def _asked(spans: Spans) -> frozenset[int]:
    """Where it is asked how many rows; nowhere where nothing that is counted is of rows."""
    bare = list(map(folded, spans.words))
    figures = [cue for cue in spans.cues if cue.kinds & {"count", "list", "share"}]
    figures = [cue for cue in figures if not heads_what_is_left_out(cue, spans)]
    if all(cue.kinds.isdisjoint({"count", "list"}) for cue in figures):
        return frozenset()
    asked = {i for cue in figures for i in range(cue.start, cue.end) if bare[i] in HOW_MANY}
    return frozenset(asked | ({len(bare) - 1} if bare[-1:] == ["may"] else set()))


def _differ(times: Sequence[Period]) -> bool:
    return len({(time.first, time.last) for time in times}) > 1


def _each_asks(sides: Sequence[Side], asked: Collection[int], spans: Spans) -> bool:
    """Whether behind each of the sides, up to the next, it is asked how many."""
    if len(sides) < _TWO:
        return False
    before = {folded(spans.words[side.start - 1]) for side in sides[1:]}
    ends = [side.start for side in sides[1:]] + [len(spans.words)]
    return before.isdisjoint(_SHARED) and all(
        any(side.end <= at < end for at in asked) for side, end in zip(sides, ends, strict=True)
    )
