"""The times that a list is of: those that are said but what others say in other words, or make narrower."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.deadlines.periods import Period, Relation
from knowledge.language.text import folded
from knowledge.questions.spans import Spans


def _apart_from_added(spans: Spans) -> list[Period]:
    """The times but those that are only not to be forgotten ("quý I, tính cả cái hạn 15/01"), inside another one."""
    bare = list(map(folded, spans.words))
    ends = {p: max((o.end for o in spans.periods if o.end <= p.start), default=0) for p in spans.periods}
    added = [p for p in spans.periods if _WITH.search(" ".join(bare[max(p.start - _NEAR, ends[p]) : p.start + 1]))]
    return [p for p in spans.periods if p not in added or not any(p.narrows(other) for other in spans.periods)]


_NEAR = 6  # words from "tính cả" to its time
_WITH = re.compile(r"\b(?:tinh|ke|gom|luon|bao gom) (?:ca|luon)\b")


def times_told(spans: Spans) -> list[Period]:
    """The times but those that the next one says in other words ("trước Tết Tây, | tức là trước năm 2024").

    The narrower one counts: "từ mồng 1 đến 15 tháng Chạp dương lịch, tức tháng 12" is of half of that month.
    """
    periods, words = _apart_from_added(spans), spans.words
    pairs = [
        (one, other)
        for one, other in pairwise(periods)
        if _IN_OTHER_WORDS.fullmatch(" ".join(map(folded, words[one.end : other.start])))
    ]
    again = [other if one.narrows(other) else one for one, other in pairs]
    once = [p for p in periods if p not in again]
    return [p for p in once if not _ends_its_year(p, once)]


def _ends_its_year(period: Period, periods: Sequence[Period]) -> bool:
    """Whether it only says that another time is within its year ("trong tháng 12/2026, | trước khi hết năm")."""
    bare = period.relation is Relation.BY and not (period.finer or period.year_said)
    return bare and any(other.year_said for other in periods)


_IN_OTHER_WORDS = re.compile(r"(?:duong lich )?(?:co )?(?:tuc|nghia|y)(?: nghia)? la|tuc")


def narrowest(periods: Sequence[Period]) -> tuple[Period, ...]:
    """Times but those that another one makes narrower ("cuối năm, trong tháng 12"), or says again in other words.

    One that was not understood stays: no list must go without it ("tháng 6 ngày 5, năm 2024").
    """
    plain = [period for period in periods if not period.doubt]
    inside = [any(other.narrows(period) for other in plain) for period in periods]
    again = [
        any((p.first, p.last) == (other.first, other.last) for other in periods[:at]) for at, p in enumerate(periods)
    ]
    return tuple(p for p, wider, said in zip(periods, inside, again, strict=True) if p.doubt or not (wider or said))
