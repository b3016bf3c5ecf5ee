"""What no row tells may stand in the running text: "phương châm lấy ai làm trung tâm" asks for no unit.

A word of the matter is taken for what is asked of a row ("ưu tiên … trước", "khi nào | mới được mua"), or a plural for
a list, and then nothing fits, or a row that leaves it open. So before that is said the question is read once more as
one of the text, all its words but the plan's name and talk its topic. Only what makes sure of it, holds most of it and
more than that row answers: a passage, a target, or a duty, of which the field that was asked is told.
"""

from dataclasses import replace
from itertools import compress, pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.blanks import is_blank
from knowledge.answers.evidence import item_words, topic_of
from knowledge.answers.fields import answer_field
from knowledge.language.abbreviations import short_forms
from knowledge.language.text import canonical, folded, folded_tokens, is_accented
from knowledge.model import Passage, Task, TaskKind
from knowledge.questions.constraints import of_units
from knowledge.questions.coverage import share_covered
from knowledge.questions.cues import small_words, written_plainly
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import FIELDS, LISTS, Intent, Query, takes_its_topic
from knowledge.reply import Answer, Citation
from knowledge.search.holding import with_some_pairs
from knowledge.search.index import Hit
from knowledge.search.words import terms
from knowledge.wording import values

_NEVER = (Intent.BUDGET, Intent.STATE, Intent.PROGRESS, Intent.OVERDUE)  # a sum, and how the work stands, is no rule
_SAID = ("plan", "talk")
_ROLES = {Intent.LEAD, Intent.COORDINATE}
_LEAST = 2  # words of a topic
_MOST = 0.65  # share of the topic that a text has to hold
_MORE = 0.15  # and more than a row that leaves open what is asked


def as_text(ask: Ask, said: Answer) -> Answer:
    """An answer, or where it finds nothing what the running text says of the question."""
    if not (_tells_nothing(ask, said) and _may_be_text(ask)):
        return said
    topic = _whole_topic(ask)
    least = max((_MOST, *(_share(topic, row, ask) + _MORE for row in said.cited[:1])))
    if len(topic) < _LEAST or not _may_be_told(topic, least, ask):
        return said
    told = answer_field(replace(ask, query=_of_text(ask.query, topic)), beside=False)
    if told.abstained or told.tentative or len(told.cited) != 1:
        return said
    if not _is_told(topic, least, told.cited[0], ask):
        return said
    told = replace(told, foot=(*told.foot, *said.foot))
    return _of_its_duty(ask, told.cited[0]) or (_asked_back(told) if Intent.RESULT in ask.query.asks else told)


def _asked_back(told: Answer) -> Answer:
    """A sentence as a question back: what comes out of a work, or is to be handed in, it has hardly for its matter."""
    return replace(told, head=(values.perhaps(), *told.head), tentative=True)


def _tells_nothing(ask: Ask, said: Answer) -> bool:
    """Whether nothing was found, or a row that leaves open what is asked of it."""
    of_one = ask.query.intent in FIELDS and len(said.cited) == 1
    left_open = of_one and isinstance(said.cited[0].item, Task) and is_blank(ask, said.cited[0])
    return said.abstained or left_open


def _of_text(query: Query, topic: tuple[str, ...]) -> Query:
    return replace(
        query, intent=Intent.PASSAGE, asks=(), topic=topic, claim=None, where=(), units=(), period=None, many=False
    )


def _may_be_text(ask: Ask) -> bool:
    query = ask.query
    asked = query.intent in (*FIELDS, *LISTS, Intent.PASSAGE, Intent.GENERAL) and query.intent not in _NEVER
    named = query.units or query.strange_unit or of_units(query.where) > 1
    of_unit = query.intent in LISTS and (named or query.period)
    for_somebody = not _ROLES.isdisjoint(query.asks) and not _asks_within(query)
    went_on = query.stay or query.row is not None or takes_its_topic(query)
    return asked and not (of_unit or for_somebody or went_on or query.compare or query.scope.absent)


def _asks_within(query: Query) -> bool:
    """Whether "ai" stands among words of the matter ("lấy | ai | làm trung tâm"): a sentence names nobody otherwise."""
    topic, words = set(query.topic), query.words
    whos = [cue for cue in query.cues if "who" in cue.kinds]
    return any(
        not topic.isdisjoint(words[c.start - 1 : c.start]) and not topic.isdisjoint(words[c.end :]) for c in whos
    )


def _whole_topic(ask: Ask) -> tuple[str, ...]:
    """Every word of a question but the plan's name, talk, small words and those that only ask."""
    query = ask.query
    gone, topical = _places(query, *_SAID), _places(query, "topic")
    plain = small_words() | written_plainly("asking")  # with accents and without: "hội" is no "hỏi"
    kept = (at in topical or (at not in gone and canonical(word) not in plain) for at, word in enumerate(query.words))
    return tuple(compress(query.words, kept))


def _places(query: Query, *kinds: str) -> set[int]:
    """The places of the words that were read as some kinds."""
    spans = (span for span in query.spans if any(kind in span.kind for kind in kinds))
    return {at for span in spans for at in range(span.start, span.end)}


def _is_told(topic: tuple[str, ...], least: float, citation: Citation, ask: Ask) -> bool:
    """Whether an item is text that holds so much of a topic, and words of it side by side."""
    return not _is_row(citation) and _share(topic, citation, ask) >= least and _says_pairs(topic, citation)


def _is_row(citation: Citation) -> bool:
    return isinstance(citation.item, Task) and citation.item.kind is TaskKind.TABLE


def _share(topic: tuple[str, ...], citation: Citation, ask: Ask) -> float:
    """How much of a topic an item holds."""
    return share_covered(topic_of(topic, ask.lookup), item_words(citation.item))


def _says_pairs(topic: tuple[str, ...], citation: Citation) -> bool:
    """Whether words of a topic stand side by side in an item as well, and no one word of two syllables alone."""
    item = citation.item
    text = item.task if isinstance(item, Task) else item.text
    said = set(pairwise(folded_tokens(text)))
    return sum(pair in said for pair in pairwise(map(folded, topic))) >= _pairs_asked(topic)


def _may_be_told(topic: tuple[str, ...], least: float, ask: Ask) -> bool:
    """Whether any item that has so many side by side by the index is told so: else nothing has to be looked for."""
    plain = [pair for pair in pairwise(topic) if not _is_short(pair[0], ask.lookup)]
    asked = _pairs_asked(topic) - (len(topic) - 1 - len(plain))  # a short form has what it means behind it in the index
    if asked <= 0:
        return True
    cut = [(end, begin) for left, right in plain for end in terms(left)[-1:] for begin in terms(right)[:1]]
    snapshot = ask.lookup.snapshot
    found = with_some_pairs(snapshot.index, cut, asked)  # the index cuts "đồng/năm"
    if len(found) > _MANY:
        return True
    places = map(snapshot.index.place, found.tolist())
    items = (snapshot.cite(Hit(*place, 0.0)) for place in places if place[1] in ask.plans)
    return any(_is_told(topic, least, item, ask) for item in items)


_MANY = 50  # items that are held against a topic; to look for the best of so many takes no longer


def _is_short(word: str, lookup: Lookup) -> bool:
    return folded(word) in short_forms() or (folded(word),) in lookup.short_forms


def _pairs_asked(topic: tuple[str, ...]) -> int:
    return min(_PAIRS, len(topic) - 1) if is_accented(topic) else _PAIRS


_PAIRS = 2


def _of_its_duty(ask: Ask, citation: Citation) -> Answer | None:
    """The field that was asked, of the duty that was read out of a passage; None where no duty has it."""
    if not ask.query.asks:
        return None
    loaded = ask.plan_of(citation)
    item = citation.item
    duties = (
        ref
        for ref, task in zip(loaded.task_refs, loaded.plan.tasks, strict=True)
        if isinstance(item, Passage) and task.place == item.place and task.task in item.text
    )
    ref = citation.ref if isinstance(item, Task) else next(duties, None)
    said = answer_field(replace(ask, query=replace(ask.query, row=ref, claim=None))) if ref else None
    return said if said and not said.abstained else None
