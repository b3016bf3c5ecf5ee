"""How a question was understood and why the first rows are first, in lines for a person who wonders about an answer.

First the spans, which words were taken for what and how much that counted; then the query that came of them and of the
turns before; then what the index found; and last what decided whether the first row is the one that is meant.
"""

from collections.abc import Iterator, Sequence

from knowledge.answers import certainty
from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, topic_of
from knowledge.answers.finding import find_rows
from knowledge.answers.list_words import said_of
from knowledge.answers.settling import settle
from knowledge.questions.concept import Concept
from knowledge.questions.concepts import spelled
from knowledge.questions.constraints import Operator
from knowledge.questions.coverage import coverage
from knowledge.reply import Line
from knowledge.wording.rows import line

_EXPLAINED = 5  # items, and words of each, that are shown


def explained(ask: Ask, *, of_row: bool) -> tuple[Line, ...]:
    """The lines; `of_row`: whether one row is asked for, so that the gate decides."""
    topic = topic_of(ask.query.topic, ask.lookup)
    said = [
        *_spans(ask),
        *_query(ask),
        *(("topic", _concept_text(concept)) for concept in topic),
        *_reasons(ask, topic),
        *(certainty.explained(ask, settle(ask, find_rows(ask))[0]) if of_row else ()),
    ]
    return tuple(line(f"{name}: {value}") for name, value in said if value)


def _spans(ask: Ask) -> Iterator[tuple[str, str]]:
    words = ask.query.words
    for span in ask.query.spans:
        yield "span", f"“{' '.join(words[span.start : span.end])}” {span.kind} {span.score:g}"
    yield "mended", "; ".join(f"{typed} → {word}" for typed, word in ask.query.mended)


def _query(ask: Ask) -> Iterator[tuple[str, str]]:
    """What is selected, and what is done with it."""
    query = ask.query
    yield "intent", " ".join(intent.value for intent in (query.asks or (query.intent,)))
    yield "plans", ", ".join(loaded.stem for loaded in ask.loaded)
    yield "units", "; ".join(" ".join(unit.words) for unit in query.units) + (" (together)" if query.together else "")
    yield "role", query.role or ""
    yield "period", "; ".join(f"{time.first} … {time.last}" for time in query.periods)
    for constraint in query.where:
        yield "where", said_of(ask, constraint) or constraint.kind.value
    yield "row", query.row or ""
    yield (
        "do",
        " by ".join(filter(None, (query.operator.value, query.by))) if query.operator is not Operator.ROWS else "",
    )
    yield "from the turns before", "the row" if query.stay and ask.before.shown else ""


def _reasons(ask: Ask, topic: Sequence[Concept]) -> Iterator[tuple[str, str]]:
    """The first items that the index finds, how much of the topic each holds, and the words that count most."""
    snapshot = ask.lookup.snapshot
    text = spelled(topic)
    for hit in snapshot.index.search(text, plans=ask.plans, limit=_EXPLAINED) if topic else ():
        citation = snapshot.cite(hit)
        covered = coverage(topic, item_words(citation.item))
        figures = f"share {covered.share:.2f}, missing {covered.missing:.2f}, together {covered.together:.2f}"
        yield "found", f"{citation.stem} {citation.ref} score {hit.score:.1f}, {figures}"
        for part in snapshot.index.explain(text, hit)[:_EXPLAINED]:
            yield "  because", f"{part.term} ({part.view}, {', '.join(part.fields)}) {part.score:.2f}"


def _concept_text(concept: Concept) -> str:
    other = " | ".join(" ".join(form.words) for form in concept.forms[1:])
    return f"{' '.join(concept.typed)} ({concept.weight:.1f}) {other}".rstrip()
