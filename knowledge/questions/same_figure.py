"""What was told, asked once more: a figure of another level, year ("còn cấp xã") or stretch, the next of its kind."""

import re
from dataclasses import replace

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.text import folded
from knowledge.questions.cues import soft_words
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.questions.rule_words import COUNTS
from knowledge.questions.statements import at_level, is_level, level_of


def same_figure(query: Query, before: Query) -> Query | None:
    """The figure before, of another level of offices or another year, where that is all that is said; else None."""
    level = _level_alone(query) if before.intent in FIELDS else ()
    of_figure = query.intent is Intent.TARGET or (query.intent is Intent.GENERAL and before.intent is Intent.TARGET)
    if level and of_figure:
        asks = query.asks if query.intent is Intent.TARGET else before.asks
        topic = at_level(before.topic, level) or (*before.topic, *level)
        return replace(query, intent=Intent.TARGET, asks=asks, topic=topic, compare=query.scope.several)
    if year := _only_a_year(query, before):
        kept = tuple(word for word in before.topic if not _YEAR.fullmatch(word))
        return replace(query, intent=before.intent, asks=before.asks, topic=(*kept, year), period=None)
    return None


def next_of_its_kind(query: Query, before: Query) -> Query | None:
    """What was asked of a thing by its number, of another one ("đợt 2 nữa", "thế đợt hai ai làm"); None elsewhere."""
    numbers = [str(COUNTS.get(folded(word), word)) for word in query.topic]
    size = next((at for at, number in enumerate(numbers) if number.isdecimal()), 0)
    name, old = [*map(folded, query.topic[:size])], [*map(folded, before.topic)]
    ends = (at for at in range(size, len(old)) if old[at - size : at] == name and old[at].isdecimal())
    at = next(ends, 0) if size else 0
    more = query.topic[size + 1 :]
    asked = query.intent in FIELDS or (query.intent is Intent.GENERAL and not more and _says_no_more(query))
    other = {folded(word) for word in more} - soft_words() - {*old}  # "đợt 2 | vitamin" is of another thing
    other |= _MORE.intersection(map(folded, query.words))  # "đợt 2 hơn bao nhiêu" sets both beside each other
    if not at or name[-1] in CALENDAR or not asked or other or before.intent not in FIELDS or query.scope.named:
        return None
    field = query if query.intent in FIELDS else before
    topic = (*before.topic[:at], numbers[size], *before.topic[at + 1 :], *more)
    return replace(query, intent=field.intent, asks=field.asks, topic=topic)


_MORE = frozenset({"hon", "kem"})


def _says_no_more(query: Query) -> bool:
    """Whether a topic is all that is said, but for what opens or closes a turn."""
    small = {at for cue in query.cues if cue.kinds <= _SMALL for at in range(cue.start, cue.end)}
    return len(query.topic) == sum(word.isalnum() and at not in small for at, word in enumerate(query.words))


_SMALL = frozenset({"filler", "tail", "again", "opening"})


def _level_alone(query: Query) -> tuple[str, ...]:
    """The level of offices, where it and perhaps a year is all that is said of a figure ("chỉ tiêu cấp sở năm 2024").

    It may be called by its name alone ("huyện thì sao", "xã nữa").
    """
    said = tuple(word for word in query.topic if not word.isdecimal() and folded(word) != "nam")
    level = ("cấp", *said) if len(said) == 1 and is_level(said[0]) else level_of(said)
    return level if said in (level, level[1:]) and not (query.scope.named or query.units or query.where) else ()


def _only_a_year(query: Query, before: Query) -> str:
    """The year that is all that is said of what goes on, or nothing: a figure, or the same of a row of another year.

    As in "thế đến 2030 thì chỉ tiêu mấy". Of "rồi cái của năm 2025 thì tháng mấy" the row of the plan's own year tells
    nothing.
    """
    years = [word for word in query.words if _YEAR.fullmatch(word)]
    rest = {folded(word) for word in query.topic} - {*years, "nam", "den"}
    if len(years) != 1 or rest or query.units or query.where or query.scope.named or not (query.again and before.topic):
        return ""
    same = before.intent in FIELDS and query.intent is before.intent and years[0] not in before.words
    return years[0] if same or before.intent is Intent.TARGET else ""


_YEAR = re.compile(r"(?:19|20)\d\d")


def of_a_stretch(query: Query, before: Query) -> Query:
    """A query that goes on with the figure of a stretch of time ("thời gian lưu trú thì sao"), which is no deadline."""
    whens = [cue for cue in query.cues if "when" in cue.kinds]
    said = [folded(word) for cue in whens for word in query.words[cue.start : cue.end]]
    figure = before.intent is Intent.TARGET and query.again and query.intent is Intent.DEADLINE and query.topic
    done = {"thanh", "hien", "xong"}.intersection(map(folded, query.topic))  # "thời gian hoàn thành … thì sao"
    if not figure or said != ["thoi", "gian"] or query.scope.named or done:
        return query
    name = query.words[whens[0].start : whens[0].end]
    return replace(query, intent=Intent.GENERAL, asks=(), topic=(*name, *query.topic))
