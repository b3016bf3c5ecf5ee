"""The second reading of a question that found no row for sure: a list of what a unit has, or of what a time holds.

What people call the rows of a unit has no complete list ("dính vào mấy chỗ", "đứng tên ở đâu"). Where a unit or a time
is named, what is asked for is no thing of its own, and no two words that are left stand together in the plans, there
is nothing but the list that could be meant. Whether it is taken is for whoever knows what the first reading found.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.constraints import Kind
from knowledge.questions.cues import says_nothing
from knowledge.questions.how_long import asks_how_long_anywhere
from knowledge.questions.list_intents import gives
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.rule_words import HOW_MANY, HOW_MUCH, ROW_WORDS
from knowledge.questions.sentences_asked import sentence_asked
from knowledge.questions.spans import Spans
from knowledge.units.name_words import words as unit_words

_MANY = 9  # words that may be left: more tell of another thing


def list_meant(spans: Spans) -> Intent:
    """Which list may be meant, GENERAL where none can be."""
    timed = any(period.finer and not period.doubt for period in spans.periods)
    named = bool(spans.units or spans.own_units) or spans.narrowing.has(Kind.SECTION)
    other = spans.has(*FACTS, "meaning", "check", "objective", "person", "budget") or "ai" in spans.words
    other = other or bool(sentence_asked(spans)) or gives(spans) or asks_how_long_anywhere(spans.words)
    if not (named or timed) or other or not _asks_for_rows(spans) or _has_a_topic(spans):
        return Intent.GENERAL
    if spans.has("count") or _ends_in_how_many(spans):
        return Intent.COUNT
    return Intent.DUE if timed else Intent.TASKS


def _asks_for_rows(spans: Spans) -> bool:
    """Whether rows are asked for or counted: what stands before "nào", "gì" or behind "mấy" is no thing of its own."""
    heads = [*_heads(spans)]
    asked = bool(heads) or spans.has("list", "count") or _where_it_stands(spans) or _ends_in_how_many(spans)
    return asked and all(at in spans.named or folded(spans.words[at]) in _ROWS for at in heads)


def _heads(spans: Spans) -> Iterator[int]:
    """Where the words stand that are asked for or counted."""
    bare = list(map(folded, spans.words))
    for at, word in enumerate(bare):
        if word in _WHICH and at and at - 1 not in spans.scope.taken:
            yield at - 1
        if word in HOW_MANY and at + 1 < len(bare):
            yield at + 1


_WHICH = frozenset({"nao", "gi"})


_OF_WORK = frozenset({"viec", "vu"})
_ROWS = ROW_WORDS | {"cho", "dong", "cai", "han", "nhung", "cac", "moc"}


def _where_it_stands(spans: Spans) -> bool:
    """Whether a place in the plan is asked for ("xuất hiện ở đâu | trong kế hoạch"), and no other one."""
    ends = {cue.end for cue in spans.cues if "whom" in cue.kinds}
    starts = {cue.start for cue in spans.cues if cue.kinds & {"this_plan", "table"}} | spans.scope.taken
    starts |= {constraint.start for constraint in spans.narrowing.where if constraint.kind is Kind.TABLE}
    return any({end, end + 1} & starts for end in ends)


def _ends_in_how_many(spans: Spans) -> bool:
    """Whether rows are named, and counted at the end ("… có vài việc, đúng ra là bao nhiêu")."""
    named = {i for unit in spans.units for i in range(unit.start, unit.end)}
    bare = [folded(word) if i not in named else "" for i, word in enumerate(spans.words)]
    rows = spans.has("lead", "coordinate", "part") or not _OF_WORK.isdisjoint(bare)
    return rows and (not HOW_MUCH.isdisjoint(bare[-2:]) or bare[-1:] == ["may"])


def _has_a_topic(spans: Spans) -> bool:
    """Whether two words that are left stand together in the plans, or too many are left."""
    asking = _who_asks(spans)
    left = [i for i in spans.rest if i not in asking]
    about = not {"về", "ve"}.isdisjoint(spans.words)
    return stand_together(spans, left) or about or _gets(spans, left) or len(spans.rest) > _MANY


def stand_together(spans: Spans, left: Sequence[int]) -> bool:
    """Whether two neighbours of the words that are left stand side by side in the plans."""
    beside = ((spans.words[i], spans.words[j]) for i, j in pairwise(left) if j == i + 1)
    return any(spans.lookup.beside(*pair) is not None and not says_nothing(pair) for pair in beside)


def _gets(spans: Spans, left: Sequence[int]) -> bool:
    """Whether it is asked what somebody got by doing ("bắt | được mấy vụ"), and no work ("gom được mấy việc")."""
    bare = list(map(folded, spans.words))
    done = (at + 1 for at in left if bare[at + 1 : at + 2] == ["duoc"])
    return any(not _GOT.isdisjoint(bare[at + 1 :]) and _WORK.isdisjoint(bare[at + 1 :]) for at in done)


_GOT = frozenset({"gi", "may", "nhieu"})
_WORK = frozenset({"viec", "nhiem"})


def _who_asks(spans: Spans) -> set[int]:
    """The words of a post right before a unit ("giám đốc | Sở A hỏi tên sở …")."""
    bare = list(map(folded, spans.words))
    said = ((max(unit.start - size, 0), unit.start) for unit in spans.units for size in _POST)
    return {i for start, end in said if " ".join(bare[start:end]) in unit_words("post") for i in range(start, end)}


_POST = (1, 2, 3)  # words of a post
