"""Which words of a question were taken for what, for a person who wonders: spans, each with its score.

A score is how much a span counts where two of them claim the same words: a constraint by its rule, what is known by
name (a plan, a unit, a time, a cue) by its words.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.query import AsSaid, Intent, Stretch
from knowledge.questions.sentences_asked import sentence_asked
from knowledge.questions.spans import Spans


def stretches(spans: Spans, topic: Collection[int]) -> tuple[Stretch, ...]:
    """The spans of a question in the order of its words; what is left is topic or talk."""
    found = [*_named(spans), *_constraints(spans), *_cues(spans)]
    covered = {i for stretch in found for i in range(stretch.start, stretch.end)} - set(topic)
    words = set(range(len(spans.words)))
    found += [Stretch("topic", *run, run[1] - run[0]) for run in _runs(topic)]
    found += [Stretch("talk", *run, 0) for run in _runs(words - covered - set(topic))]
    return tuple(sorted(found, key=lambda stretch: (stretch.start, -stretch.score)))


def _named(spans: Spans) -> Iterator[Stretch]:
    yield from (Stretch("plan", *run, run[1] - run[0]) for run in _runs(spans.scope.taken))
    for unit in (*spans.units, *spans.own_units):
        yield Stretch("unit", unit.start, unit.end, unit.end - unit.start)
    for period in spans.periods:
        yield Stretch("time" if not period.doubt else "time?", period.start, period.end, period.end - period.start)


def _constraints(spans: Spans) -> Iterator[Stretch]:
    for constraint in spans.narrowing.where:
        kind = constraint.kind.value if constraint.include else f"not {constraint.kind.value}"
        yield Stretch(kind, constraint.start, constraint.end, constraint.score)


def _cues(spans: Spans) -> Iterator[Stretch]:
    for cue in spans.cues:
        if not cue.kinds <= LITTLE:
            yield Stretch("/".join(sorted(cue.kinds - LITTLE)), cue.start, cue.end, cue.end - cue.start)


def _runs(positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Positions that follow each other as (start, end)."""
    ordered = sorted(positions)
    breaks = [at for at, (left, right) in enumerate(pairwise(ordered), 1) if right != left + 1]
    for first, last in zip([0, *breaks], [*breaks, len(ordered)], strict=True):
        if first < last:
            yield ordered[first], ordered[last - 1] + 1


def as_said(spans: Spans, intent: Intent, topic: Sequence[int]) -> AsSaid:
    """What was said, and what its words were taken for; of a sentence that is asked for the words without a plan's."""
    utterance = spans.utterance
    asked = sentence_asked(spans) if intent is Intent.PASSAGE else ()
    return AsSaid(
        sentence=tuple(utterance.topical[i] for i in asked if not spans.is_taken(i, i + 1)),
        words=spans.words,
        mended=utterance.mended,
        guessed=utterance.guessed,
        cues=spans.cues,
        spans=stretches(spans, topic),
    )
