"""What is left over of a question for a list, and whether it is a topic, talk, or something that was not understood."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, topic_of
from knowledge.answers.selection import Row
from knowledge.language.text import folded
from knowledge.questions.coverage import coverage
from knowledge.questions.cues import accented_cue_words, written_plainly


def with_topic(ask: Ask, rows: Sequence[Row]) -> Ask:
    """The question with the topic that counts.

    What was said to be the topic ("về …") always does. Of other words that are left over only those do that stand side
    by side in a row that may be meant, or a code: the rest is talk, and filters nothing.
    """
    loose = _loose(ask)
    if _alone(ask):
        kept = _standing(loose, [item_words(row.task)[-1] for row in rows]) if len(loose) > 1 else ()
        left = [word for word in loose if word not in kept]
        stray = kept and not any(ask.lookup.beside(*pair) is not None for pair in pairwise(left))
        return replace(ask, query=replace(ask.query, topic=kept)) if stray else ask
    firm = ask.query.topic[len(ask.query.topic) - ask.query.firm :]
    kept = _standing(loose, [item_words(row.task)[-1] for row in rows])
    return replace(ask, query=replace(ask.query, topic=(*kept, *firm)))


def about(ask: Ask, rows: Sequence[Row]) -> list[Row]:
    """The rows that are about the topic, where there is one."""
    topic = topic_of(ask.query.topic, ask.lookup)
    if not topic:
        return list(rows)
    return [row for row in rows if coverage(topic, item_words(row.task)[-1:]).share >= _WHOLE]


def _loose(ask: Ask) -> tuple[str, ...]:
    """What is left over of a question and was not said to be its topic."""
    loose = ask.query.topic[: len(ask.query.topic) - ask.query.firm]
    if _alone(ask):
        return loose
    return tuple(word for word in loose if word not in written_plainly("list") | written_plainly("speaker"))


def _alone(ask: Ask) -> bool:
    """Whether a list is narrowed by its topic alone, which then has to be in the rows."""
    query = ask.query
    return not (query.units or query.period or query.where or query.table_only or query.firm or query.soon_or_open)


def _standing(words: Sequence[str], rows: Sequence[Collection[str]]) -> tuple[str, ...]:
    """The words that stand side by side in some row, and codes."""
    near = [any(f"{left} {right}" in row for row in rows) for left, right in pairwise(map(folded, words))]
    coded = [any(c.isdigit() for c in word) and any(word in row for row in rows) for word in words]
    return tuple(w for at, w in enumerate(words) if any(near[max(at - 1, 0) : at + 1]) or coded[at])


def not_understood(ask: Ask, rows: Sequence[Row]) -> str:
    """Words left over that are no talk and that no row of the list has: side by side in the plans, or in no plan."""
    loose = _loose(ask)
    if not loose or _alone(ask):
        return ""
    kept = _standing(loose, [item_words(row.task)[-1] for row in rows])
    left = [word for word in loose if word not in kept]
    near = [ask.lookup.beside(a, b) is not None for a, b in pairwise(left)]
    strange = [word not in (folded(word), *accented_cue_words()) and not ask.lookup.prints(word) for word in left]
    return " ".join(word for at, word in enumerate(left) if any(near[max(at - 1, 0) : at + 1]) or strange[at])


_WHOLE = 0.85  # share of a list's topic that a row has to hold
