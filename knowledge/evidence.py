"""Which rows and passages a topic is about, and whether they are about it at all.

The index ranks; what it finds is weighed once more by how much of the topic each item holds (`knowledge.concepts`),
because a sum of scores cannot tell half of a topic held twice from the whole of it. Below `ENOUGH` the topic's words
are there only by chance and nothing is cited.

`ENOUGH` was chosen by cross-validation over questions that have an answer and questions that have none (see
tests/test_evidence.py): the value with the fewest wrong abstentions and wrong answers together on the folds left out.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.concepts import Concept, bag, concepts, held, missing, spelled
from knowledge.guide import Guide
from knowledge.index import Part
from knowledge.model import Passage, Target, Task
from knowledge.reply import Citation

ENOUGH = 0.6
MISSING = 0.3
_POOL = 40  # items that are weighed once more
_CONTEXT = 1.0  # what an item gains that holds all of the turn before
_SURE = 0.8  # share of the topic from which its synonyms need not be looked for
_FLOOR = 0.25  # what an item keeps of its score that holds nothing of the topic


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may answer: its plan (position), its weighed score, and how much of the topic it holds."""

    citation: Citation
    plan: int
    score: float
    held: float
    missing: float


def topic_of(words: Sequence[str], guide: Guide) -> tuple[Concept, ...]:
    """The concepts of a topic's words."""
    return concepts(words, guide)


def candidates(
    topic: Sequence[Concept],
    guide: Guide,
    *,
    plans: Collection[int],
    parts: Collection[Part],
    prefer: Callable[[Citation], float],
    context: Sequence[Concept] = (),
) -> list[Candidate]:
    """Items that share words with a topic, the fittest first.

    Args:
        prefer: what an item's score is multiplied by, 0 to leave it out.
        context: concepts of the turn before that help to rank but need not be held.
    """
    found: list[Candidate] = []
    for widely in (False, True):
        if not any(c.held >= _SURE for c in found):
            text = spelled(topic, widely=widely)
            found = _weighed(topic, guide, text, plans, parts, prefer, context)
    return sorted(found, key=lambda c: (c.held < ENOUGH or c.missing > MISSING, -c.score))


def _weighed(topic, guide, text, plans, parts, prefer, context):
    hits = guide.snapshot.index.search(text, plans=plans, parts=parts, limit=_POOL)
    found = []
    for hit in hits:
        citation = guide.snapshot.cite(hit)
        words = item_words(citation.item)
        share = held(topic, words)
        factor = prefer(citation) * (_FLOOR + (1 - _FLOOR) * share**2) * (1 + _CONTEXT * held(context, words))
        if factor > 0:
            score = hit.score * factor
            found.append(Candidate(replace(citation, score=round(score, 3)), hit.plan, score, share, missing(topic, words)))
    return found


def item_words(item: Task | Target | Passage) -> tuple[frozenset[str], ...]:
    """The folded words of an item: of its text, with product and objective, and with all that stands round about."""
    if not isinstance(item, Task):
        text = bag(item.text)
        return text, text, text.union(*map(bag, item.section))
    text = bag(item.task) | bag(item.activity or "")
    outcome = text | bag(item.result or "") | bag(item.objective or "")
    return text, outcome, outcome.union(*map(bag, (item.deadline.text, *item.section, *item.lead, *item.coordinate)))
