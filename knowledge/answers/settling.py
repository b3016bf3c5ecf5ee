"""The row that is meant where the words leave it open: what rows mean is looked at, too.

Words come first: where they settle a question nothing else is looked at. Where they would deny, ask back or decide
barely, the rows that are nearest in meaning (`knowledge.search.nearness`) join those that share words, and the gate
weighs each by what both say of it. What contradicts a row outright rules it out as before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from knowledge.answers.answered import answered
from knowledge.answers.ask import Ask
from knowledge.answers.certainty import Outcome, decide, probability, reasons
from knowledge.answers.contradictions import contradicted
from knowledge.answers.evidence import Candidate, beside_words
from knowledge.answers.finding import Found, search_of
from knowledge.answers.numbered_things import other_number
from knowledge.answers.opposites import opposite, told_apart
from knowledge.answers.twins import are_twins, merged, say_the_same
from knowledge.answers.weights import MEANING, weights
from knowledge.language.text import canonical, folded, folded_tokens, is_accented, tokens
from knowledge.questions.statements import asks_share, figures
from knowledge.search.nearness import Neighbours

_LEAST = 2  # syllables of a topic: one alone may mean anything
_LOOKED_AT = 15  # of the nearest: some can be no answer to what is asked
_WEIGHED = 3  # of the rows of the words, and of those of the meaning


def settle(ask: Ask, found: Found) -> tuple[Found, Outcome]:
    """The rows, that one first which is meant by words and meaning, and what to do with it."""
    if not is_contested(ask, found):
        return found, decide(ask, found)
    meant = neighbours(ask, said_of_rows(ask))
    if meant is None:
        return found, decide(ask, found)
    figures = [(reasons(ask, option), option) for option in options(ask, found, meant)]
    if not figures:
        return found, decide(ask, found)
    weighed = [(each, probability(each), option) for each, option in figures]
    weighed.sort(key=lambda each: -each[1])  # of those as probable the first
    (_, probable, best), *others = weighed
    beside = tuple(option.rows[0] for _, _, option in others)
    best = replace(best, beside=beside, probable=probable, answered=answered([each[:2] for each in weighed]))
    outcome = decide(ask, best)
    if outcome is Outcome.SURE and ask.query.sentence and not _same(best.rows[0], found.rows[0]):
        return replace(best, probable=probable / _TWO), Outcome.PERHAPS
    return best, outcome


_TWO = 2  # sentences that words and meaning name, where they name different ones: each is as likely


def _same(row: Candidate, other: Candidate) -> bool:
    return row.citation.ref == other.citation.ref


def is_contested(ask: Ask, found: Found) -> bool:
    """Whether the words alone leave it open which row is meant, or whether any is."""
    if found.named or len(ask.query.topic) < _LEAST or ask.query.compare:  # several plans answer by their own words
        return False
    if not found.rows or contradicted(ask, found.rows[0]):
        return True
    return probability(reasons(ask, found)) < weights(MEANING).thresholds["contested"]


def neighbours(ask: Ask, words: Sequence[str]) -> Neighbours | None:
    """The rows that may be asked about as they are near to words; None where their meaning is not known."""
    words = words if is_accented(ask.query.words) else ask.lookup.accents.restored(words)
    search = search_of(ask, ask.plans)
    return ask.lookup.snapshot.nearness.to(words, search.plans, search.parts)


def said_of_rows(ask: Ask) -> tuple[str, ...]:
    """What is asked as it was said, without the name of the plan, which is as near to each of its rows.

    Whole sentences say more to the model than the words that were taken for the topic; those of the turn before come
    first where this one goes on from it.
    """
    if ask.query.sentence:
        return ask.query.sentence
    said = ask.said.split() if is_accented(ask.query.words) else tokens(canonical(ask.said))
    bare = [" ".join(folded_tokens(word)) for word in said]
    spans = (span for span in ask.query.spans if span.kind == "plan")
    names = [list(map(folded, ask.query.words[span.start : span.end])) for span in spans]
    of_plan = {at + n for name in names for at in range(len(bare)) if bare[at : at + len(name)] == name
               for n in range(len(name))}  # fmt: skip
    left = [word for at, word in enumerate(said) if at not in of_plan]
    return (*ask.query.context_words, *(left or said))


def options(ask: Ask, found: Found, meant: Neighbours) -> Iterator[Found]:
    """What was found with each row first that may be meant, those of the words before those of the meaning."""
    by_words = {row.citation.ref: row for row in found.rows}
    beside = beside_words(found.topic, ask.lookup, search_of(ask, ask.plans), meant.places[:_LOOKED_AT])
    same = say_the_same if ask.query.asks and not ask.asks_figure else are_twins
    unlike = [row for row in beside if not any(are_twins(row, o) or same(row, o) for o in found.rows)]
    able = [row for row in unlike if _may_tell(ask, row)]
    near = [by_words.get(row.citation.ref, row) for row in _meant(ask, merged(ask, able))]
    first = _meant(ask, found.rows)
    rows = {row.citation.ref: row for row in (*found.rows, *near)}
    for ref, row in {row.citation.ref: row for row in (*first, *near)}.items():
        others = (other for name, other in rows.items() if name != ref)
        yield replace(found, rows=(row, *others), meant=meant)


def _may_tell(ask: Ask, row: Candidate) -> bool:
    """Whether a row that is near in meaning has what is asked; where that is a share, it has to print a figure."""
    share = ask.asks_figure and asks_share(ask.query.words)
    return not share or any(figures(row.citation.item))


def _meant(ask: Ask, rows: Iterable[Candidate]) -> list[Candidate]:
    """The first of the rows that may be meant; the others are not looked at."""
    return list(islice((row for row in rows if _may_be_meant(ask, row)), _WEIGHED))


def _may_be_meant(ask: Ask, row: Candidate) -> bool:
    """Whether nothing that is said rules a row out, the number of a thing or its opposite neither."""
    item = row.citation.item
    other = other_number(ask.query.topic, item) or opposite(told_apart(ask), item)
    return other is None and not contradicted(ask, row)
