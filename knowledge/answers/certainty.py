"""Whether the likeliest row is the one that is meant: sure, perhaps, or not at all.

What speaks for and against it is put in figures, each with a name (`reasons`), and weighed by a logistic regression
whose weights are data (`weights`), written by `make train` from questions whose row is known. So an unknown word
costs a little and vetoes nothing, and one threshold serves all questions. What contradicts the row outright, another
year than its plan's or a unit that it does not name, is a rule, and stands above the figure.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from knowledge.answers.answered import LIKELY, least_answered, opening_said
from knowledge.answers.ask import Ask
from knowledge.answers.blanks import counts_others
from knowledge.answers.contradictions import contradicted, leaves_untold
from knowledge.answers.doubts import is_doubtful
from knowledge.answers.evidence import Candidate, item_words, printed_words, text_of
from knowledge.answers.finding import Found
from knowledge.answers.lacking import another, missed
from knowledge.answers.nearest import meaning_reasons
from knowledge.answers.preference import preference
from knowledge.answers.weights import ANSWERED, MEANING, WORDS, Weights, weights
from knowledge.language.text import folded, is_accented
from knowledge.model import Passage, Task, TaskKind
from knowledge.questions.concept import Concept
from knowledge.questions.coverage import part_covered
from knowledge.questions.once import once_of_each
from knowledge.questions.query import Intent
from knowledge.units.mentions import UnitMention

_HELD = 0.55  # part of a concept from which an item has it
_MOST = 2.0  # of the weight of the rarest word
_NEXT = 5  # rows that the first is measured by
_REASONS = 6  # that are shown


class Outcome(StrEnum):
    """What is done with the likeliest row."""

    SURE = "sure"  # it answers
    PERHAPS = "perhaps"  # it is shown, and asked whether it is meant
    NOTHING = "nothing"


def decide(ask: Ask, found: Found) -> Outcome:
    """What to do with the first of the rows that were found."""
    if found.rows and found.named:
        return Outcome.NOTHING if leaves_untold(ask, found.rows[0]) else Outcome.SURE
    if not found.rows or contradicted(ask, found.rows[0]):
        return Outcome.NOTHING
    figures, lacks = reasons(ask, found), missed(ask, found)
    others = counts_others(ask, found)
    if others and not figures["in_own_text"]:
        return Outcome.NOTHING  # of what is counted it has but its unit ("Phòng A được giao bao nhiêu biên chế")
    if _is_sure(found, figures, lacks) and not is_doubtful(ask, found):
        return Outcome.SURE
    return Outcome.PERHAPS if _may_be(found, figures, lacks) or words_agree(figures) else Outcome.NOTHING


def _is_sure(found: Found, figures: Mapping[str, float], lacks: str) -> bool:
    """Whether the words make sure of the first row, or what all rows mean does.

    Then it is probable that any row is meant and that this is the one.
    """
    right = probability(figures)
    if found.answered is None:
        return right >= thresholds(found)["sure"] and _words_settle(figures, lacks)
    return right * found.answered >= weights(ANSWERED).thresholds[measure_of(figures)]


def measure_of(figures: Mapping[str, float]) -> str:
    """By which threshold it is told whether what words and meaning say makes sure of a row.

    A row that has another thing than is asked about has to be nearly certain, as has a sentence that is asked for its
    figure, which may be that of another thing in it. Of a row that lacks one syllable, and of a target or running text,
    which is near to much that it does not say, more is asked than of a row that has all.
    """
    if figures["another"] or figures["figure_in_text"]:
        return "another"
    return "lacking" if figures["lacks"] else "passage" if figures["passage"] else "sure"


def _may_be(found: Found, figures: Mapping[str, float], lacks: str) -> bool:
    """Whether it is probable enough to ask back that a row is meant.

    A row that has another thing for what is asked about has to be likely itself, whatever stands beside it; one that is
    likelier than not is asked about however short the question is.
    """
    right = probability(figures)
    likely = right >= thresholds(found)["perhaps"] * (OF_SEVERAL if found.beside else 1.0)
    if found.answered is None:
        return likely
    any_meant = found.answered >= (least_answered(figures) if found.beside else weights(ANSWERED).thresholds["perhaps"])
    return right >= LIKELY or (any_meant and (likely or not lacks))


OF_SEVERAL = 0.8  # one of three rows that are shown is meant oftener than the first of them


def _words_settle(figures: Mapping[str, float], lacks: str) -> bool:
    """Whether the words of a question make sure of a row that lacks something of it.

    One syllable that it lacks is more often a verb or a word of daily use ("bày báo tết" for "báo xuân") than another
    thing: then the rest of the words has to be the surer.
    """
    if not lacks:
        return words_agree(figures)
    return " " not in lacks and weights(WORDS).probability(figures) >= _SURE_WITHOUT


_SURE_WITHOUT = 0.55  # from which the other words settle it


def words_agree(figures: Mapping[str, float]) -> bool:
    """Whether the words alone would be sure, too.

    Where one noun of a question is changed for another its meaning changes little: what the words doubt, meaning makes
    sure of only where it is nearly certain (`_is_sure`).
    """
    return weights(WORDS).probability(figures) >= weights(WORDS).thresholds["sure"]


def explained(ask: Ask, found: Found) -> Iterator[tuple[str, str]]:
    """What decides about the first row, for a person who wonders: outcome, probability, the weightiest reasons."""
    if not found.rows or found.named:
        yield "gate", f"{decide(ask, found).value}, by number or as the row talked of" if found.rows else "no row"
        return
    figures = reasons(ask, found)
    ruled = " (ruled out by what contradicts it)" if contradicted(ask, found.rows[0]) else ""
    limits = ", ".join(f"{name} from {value}" for name, value in thresholds(found).items())
    yield "gate", f"{decide(ask, found).value}{ruled}, probability {probability(figures):.2f} ({limits})"
    counts = {name: _weights(figures).counts(name, value) for name, value in figures.items()}
    for name in sorted(counts, key=lambda name: -abs(counts[name]))[:_REASONS]:
        yield "  because", f"{name} {figures[name]:.2f} counts {counts[name]:+.2f}"


def probability(figures: Mapping[str, float]) -> float:
    """How probable it is that the first row is the one that is meant."""
    return _weights(figures).probability(figures)


def _weights(figures: Mapping[str, float]) -> Weights:
    """The weights for what is known: also what the row means, or its words alone."""
    return weights(MEANING if "near" in figures else WORDS)


def thresholds(found: Found) -> Mapping[str, float]:
    """The probabilities from which a row is sure, and from which it is asked about."""
    return weights(WORDS if found.meant is None else MEANING).thresholds


@once_of_each
def reasons(ask: Ask, found: Found) -> dict[str, float]:
    """What speaks for and against the first row, by name."""
    first = found.rows[0]
    return {
        **_topic_reasons(ask, found.topic, first),
        **_row_reasons(ask, first),
        **_rival_reasons(found.rows),
        **_question_reasons(ask, first),
        **(meaning_reasons(found.meant, ask.lookup.snapshot.place(first.citation.ref)) if found.meant else {}),
        **(_manner_reasons(ask, found) if found.meant else {}),
    }


def _topic_reasons(ask: Ask, topic: Sequence[Concept], first: Candidate) -> dict[str, float]:
    lookup, words = ask.lookup, first.words or item_words(first.citation.item)
    printed = printed_words(first.citation.item) if is_accented(ask.query.words) else frozenset[str]()
    parts = [part_covered(concept, words) for concept in topic]
    there = [part >= _HELD for part in parts]
    hard = [i for i, concept in enumerate(topic) if not concept.soft]
    total = sum(concept.weight for concept in topic) or 1.0
    known = sum(concept.weight for concept in topic if concept.known) or 1.0
    lost = [i for i in hard if not there[i]]
    strange = [i for i in lost if not topic[i].known]
    missed = [i for i in lost if topic[i].known]
    beside = [i for i in lost if any(0 <= j < len(topic) and there[j] and not topic[j].soft for j in (i - 1, i + 1))]
    misprinted = [i for i in hard if there[i] and printed and topic[i].reach.isdisjoint(printed)]
    runs = _runs([there[i] for i in hard])
    got = sum(concept.weight * part for concept, part in zip(topic, parts, strict=True))
    return {
        "share": first.coverage.share,
        "share_of_known": min(got / known, 1.0),
        "together": first.coverage.together,
        "missing": first.coverage.missing,
        "held_weight": math.log1p(sum(topic[i].weight for i in hard if there[i]) / lookup.rarest),
        "held_concepts": math.log1p(sum(there[i] for i in hard)),
        "longest_run": math.log1p(max(runs, default=0)),
        "missed_known": sum(topic[i].weight for i in missed) / total,
        "missed_rarest": min(max((topic[i].weight for i in missed), default=0.0) / lookup.rarest, _MOST),
        "strange_words": math.log1p(len(strange)),
        "strange_share": sum(topic[i].weight for i in strange) / total,
        "beside_missed": float(sum(i in beside for i in missed)),
        "beside_strange": float(sum(i in beside for i in strange)),
        "other_accents": sum(topic[i].weight for i in misprinted) / total,
        "in_own_text": sum(topic[i].weight * (part_covered(topic[i], words[:1]) >= _HELD) for i in hard) / total,
        "by_typed_form": sum(there[i] and topic[i].forms[0].whole <= words[-1] for i in hard) / (len(hard) or 1),
        "no_hard_word": float(not hard),
        "strange_terms": float(sum(len(topic[i].forms) > 1 or len(topic[i].typed) > 1 for i in strange)),
        "strange_pairs": math.log1p(_strange_pairs(ask, topic)),
    }


@once_of_each
def _strange_pairs(ask: Ask, topic: Sequence[Concept]) -> int:
    """How many words of the topic stand side by side that no plan has so."""
    words = [word for concept in topic if not concept.soft for word in concept.forms[0].bare]
    return sum(not ask.lookup.adjoin(left, right) for left, right in pairwise(words))


def _runs(held: Sequence[bool]) -> list[int]:
    runs, run = [], 0
    for there in held:
        run = run + 1 if there else 0
        runs.append(run)
    return runs


def _row_reasons(ask: Ask, first: Candidate) -> dict[str, float]:
    item = first.citation.item
    task = isinstance(item, Task)
    return {
        "passage": float(not task),
        "prose": float(isinstance(item, Task) and item.kind is TaskKind.PROSE),
        "preferred": min(preference(ask, first.citation), 1.5),
        "words_of_row": math.log1p(len(item.task.split()) if isinstance(item, Task) else len(item.text.split())),
    }


def _rival_reasons(rows: Sequence[Candidate]) -> dict[str, float]:
    first = rows[0]
    text = text_of(first)
    others = [row for row in rows[1:] if text_of(row) != text]
    inside = [row for row in others if row.plan == first.plan]
    return {
        "lead": _lead(first, others),
        "lead_in_plan": _lead(first, inside),
        "share_lead": first.coverage.share - max((row.coverage.share for row in others), default=0.0),
        "together_lead": first.coverage.together - max((row.coverage.together for row in others[:_NEXT]), default=0.0),
    }


def _lead(first: Candidate, others: Sequence[Candidate]) -> float:
    return 1 - min(others[0].score / first.score, 1.0) if others and first.score else 1.0


def _question_reasons(ask: Ask, first: Candidate) -> dict[str, float]:
    query = ask.query
    return {
        "open_question": float(query.intent in (Intent.GENERAL, Intent.PASSAGE, Intent.STATE)),
        "figure_asked": float(ask.asks_figure),
        "several_plans": float(len(ask.plans) > 1),
        "unit_elsewhere": float(any(not _names(first, unit) for unit in query.units)),
        "goes_on": float(bool(query.context_words)),
    }


def _manner_reasons(ask: Ask, found: Found) -> dict[str, float]:
    """What the manner of asking says where the meaning has to tell: a long text is rather a paraphrase or a story."""
    lacks, opening = missed(ask, found), opening_said((*ask.query.context_words, ask.said), found.rows[0])
    return {
        "plan_named": float(bool(ask.query.scope.named)),
        "words_said": math.log1p(len(ask.said.split())),
        "opening_said": opening,
        "lacks": float(bool(lacks)),
        "another": float(another(lacks, opening)),
        "figure_in_text": float(_looks_for_figure(ask) and isinstance(found.rows[0].citation.item, Passage)),
    }


def _looks_for_figure(ask: Ask) -> bool:
    """Whether a figure is asked for, which a sentence may have of another thing, and none is said to be confirmed."""
    return ask.asks_figure and ask.claimed_figure is None


def _names(candidate: Candidate, unit: UnitMention) -> bool:
    """Whether a row names a unit, as one of its own or in its words."""
    item = candidate.citation.item
    own = (*item.lead, *item.coordinate) if isinstance(item, Task) else ()
    return bool(set(unit.names.get(candidate.plan, ())) & set(own)) or " ".join(map(folded, unit.words)) in folded(
        text_of(candidate)
    )
