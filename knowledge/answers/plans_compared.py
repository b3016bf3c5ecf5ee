"""One matter in several plans that are named: what is said beside it and stands in none of them is no part of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answers.amounts_beside import amounts_beside
from knowledge.answers.ask import Ask
from knowledge.answers.cells import cell_value, one_day, title_of
from knowledge.answers.evidence import Candidate, item_words, topic_of
from knowledge.answers.finding import Found, find_rows
from knowledge.language.text import folded, is_accented
from knowledge.model import Task, TaskKind
from knowledge.questions.constraints import Operator
from knowledge.questions.coverage import part_covered, share_covered, word_set
from knowledge.questions.levels_asked import side_asked
from knowledge.questions.parts_said import fields_beside
from knowledge.questions.query import FIELDS, LISTS, Intent, Query
from knowledge.questions.rule_words import COUNTS
from knowledge.questions.sizes_compared import asked_of_sizes, compares_sizes, topic_without
from knowledge.questions.statements import percentage
from knowledge.questions.two_sides import sets_beside
from knowledge.reply import Citation, Line
from knowledge.wording import plan_facts, values
from knowledge.wording.rows import shortened

_TWO = 2
_HELD = 0.55  # part of a concept from which a row has it
_LEAST = 2  # words of a matter


def of_each_plan(ask: Ask) -> Ask | None:
    """A question asked for a field of one matter in each of several plans, where it names them or says how many.

    It may have been taken for a list or count ("nơi nào trễ nhất" may be late).
    """
    query = ask.query
    if of_size := _of_size(ask):
        return of_size
    if query.units or query.count or query.intent is Intent.FACTS or len(query.topic) < _LEAST:
        return None
    listed = query.intent in LISTS
    of_all = _all_counted(ask)  # "ba cơ quan: nơi nào sớm nhất"
    each = listed and query.scope.several and len(ask.plans) == _TWO and query.operator is Operator.EACH
    names = _fields(query) if each else ()
    ranked = listed and query.scope.several and query.operator is Operator.MOST and side_asked(query.words)
    if not names and (of_all or ranked):
        names = tuple(name for name in fields_beside(query, ask.said) if name is Intent.DEADLINE)
    if of_all:
        query = replace(query, topic=tuple(word for word in query.topic if folded(word) not in of_all[0].split()))
    if not names or len(query.topic) < _LEAST:
        return None
    query = replace(query, intent=names[0], asks=names, compare=True, operator=Operator.ROWS, where=(), period=None)
    return replace(ask, query=replace(query, scope=replace(query.scope, several=True)))


def _of_size(ask: Ask) -> Ask | None:
    """A question asked for how much each of several plans is to bring about of one matter ("bên nào dài hơn")."""
    query = ask.query
    places = asked_of_sizes(query.words) if query.scope.several and not query.units else ()
    if query.intent is Intent.TARGET:
        return None
    names = [name for name in fields_beside(query, ask.said) if name is not Intent.DEADLINE] if places else []
    topic = topic_without(query, places)
    if not names or names[0] is Intent.BUDGET or len(topic) < _LEAST:
        return None
    query = replace(query, intent=names[0], asks=(names[0],), topic=topic, compare=True, count=False)
    return replace(ask, query=replace(query, operator=Operator.ROWS, where=(), period=None))


_SIDES = "(?:co quan|noi|ben|cho|don vi|ke hoach|kh|ban)"
_OFFICES = re.compile(rf"\b([2-9]|{'|'.join(COUNTS)}) {_SIDES}\b")


def compared_by(ask: Ask) -> tuple[Intent, ...]:
    """The fields that are told of each of the plans that are compared: by which these are, and those that are asked."""
    asked = ask.query.asks or (ask.query.intent,)
    if Intent.TARGET in asked:  # "thì chênh sao" is of the figure
        return asked
    beside = fields_beside(ask.query, ask.said)
    higher = {Intent.RESULT, Intent.TARGET}.intersection((*sets_beside(ask.query), *beside))
    if asked in ((Intent.GENERAL,), (Intent.PASSAGE,)) and (higher or _HIGHER.search(folded(ask.said))):
        return (Intent.TARGET,)  # "cái nào cao hơn", "của A có thấp hơn của B không"
    told = (name for name in beside if name in (Intent.DEADLINE, Intent.BUDGET))
    return tuple(dict.fromkeys((*told, *asked)))


_HIGHER = re.compile(r"\b(?:cao|thap) hon\b")


def _fields(query: Query) -> tuple[Intent, ...]:
    said = [(kind, name) for cue in query.cues for kind, name in _CUES if kind in cue.kinds]
    return tuple(dict.fromkeys(name for _, name in said))


_CUES = (
    ("who", Intent.LEAD),
    ("when", Intent.DEADLINE),
    ("result", Intent.RESULT),
    ("share", Intent.TARGET),
)


def is_one_matter(ask: Ask, found: Found) -> bool:
    """Whether each of several plans that are named has a row with the most of all that is asked."""
    if not (ask.query.scope.several and found.topic) or found.named:
        return False
    shares = {row.plan: row.coverage.share for row in reversed(found.rows)}
    return len(shares) == len(ask.plans) and min(shares.values()) >= _MOST


_MOST = 0.8  # share of what is asked from which nothing else is


def without_strays(ask: Ask, found: Found) -> tuple[Ask, Found]:
    """The same without what is said beside the matter and is in the best row of no plan.

    So is a word that stands apart, and what only counts the plans ("hai nơi").
    """
    query = ask.query
    if not (query.scope.several and query.compare and found.topic) or found.named or len(query.topic) <= _LEAST:
        return ask, found
    strays = _strays(ask, _lost(found))
    topic = topic_without(query, strays)
    if not strays or len(topic) < _LEAST:
        return ask, found
    ask = replace(ask, query=replace(query, topic=topic))
    return ask, find_rows(ask)


def _lost(found: Found) -> set[str]:
    """The words of the topic that the best row of no plan has."""
    best = {row.plan: row for row in reversed(found.rows)}
    words = [row.words or item_words(row.citation.item) for row in best.values()]
    concepts = (c for c in found.topic if all(part_covered(c, each) < _HELD for each in words))
    return {word for concept in concepts for word in concept.typed}


def _strays(ask: Ask, lost: set[str]) -> set[int]:
    """The places of words of the topic that are none of the matter."""
    query = ask.query
    spans = [range(span.start, span.end) for span in query.spans if span.kind == "topic"]
    places = [at for span in spans for at in span]
    said = dict(zip(places, query.topic, strict=True)) if len(places) == len(query.topic) else {}
    alone = {at for span in spans for at in span if len(_without_leads(span, query)) <= 1}
    counted = {*_places_counted(ask), *_of_each(ask)}
    return {at for at, word in said.items() if (at in alone and word in lost) or at in counted}


def _without_leads(span: range, query: Query) -> range:
    """The places of some words but those that lead up to the name of a plan ("giao ai soạn, | con bên | Sở B")."""
    end = span.stop
    while end > span.start and (end < span.stop or end in query.scope.taken) and folded(query.words[end - 1]) in _LEADS:
        end -= 1
    return range(span.start, end)


_LEADS = frozenset({"con", "the", "ben", "cua", "o", "phia"})


def _places_counted(ask: Ask) -> range:
    """The places of words that say how many plans there are, where so many are asked ("hai nơi", "3 cơ quan")."""
    counted = _all_counted(ask)
    if counted is None:
        return range(0)
    said = counted.string
    return range(said.count(" ", 0, counted.start()), said.count(" ", 0, counted.end()) + 1)


def _all_counted(ask: Ask) -> re.Match[str] | None:
    """Where the plans that are asked are counted, all of them."""
    counted = _OFFICES.search(" ".join(map(folded, ask.query.words)))
    return counted if counted and (COUNTS.get(counted[1]) or int(counted[1])) == len(ask.plans) else None


def _of_each(ask: Ask) -> Iterator[int]:
    """The places of words that only say that the same is asked of each plan ("so | hai | lớp", "đều", "mỗi")."""
    words = ask.query.words
    typed, said = is_accented(words), " ".join(map(folded, words))
    for each in _EACH_SIDE.finditer(said):
        yield from range(said.count(" ", 0, each.start()), said.count(" ", 0, each.end()) + 1)
    for at, word in enumerate(words):
        bare = folded(word)
        counts = COUNTS.get(bare) == len(ask.plans) and folded("".join(words[at + 1 : at + 2])) != "long"
        if counts or (word if typed else bare) in _EACH[typed]:
            yield at


_EACH_SIDE = re.compile(rf"\b(?:moi|tung) {_SIDES}\b")
_EACH = (frozenset({"moi", "tung", "deu"}), frozenset({"mỗi", "từng", "đều", "so"}))  # "so" may be of "số hóa"


def said_beside(ask: Ask, name: Intent, chosen: Sequence[Candidate]) -> Line:
    """What each plan says of a field, in one line, and whether that is the same."""
    said = []
    for candidate in chosen:
        heading, item = ask.plan_of(candidate.citation).plan.heading, candidate.citation.item
        value = title_of(candidate.citation)
        if isinstance(item, Task) and name in FIELDS:
            value = cell_value(ask, name, candidate.citation, item)
        said.append((plan_facts.short_plan(heading), shortened(value)))
    return values.side_by_side(name.value, said, _difference(ask, name, chosen))


def _difference(ask: Ask, name: Intent, chosen: Sequence[Candidate]) -> str:
    """What sets the plans apart in a field that has an order; nothing where it has none."""
    plans = [plan_facts.short_plan(ask.plan_of(candidate.citation).plan.heading) for candidate in chosen]
    if name is Intent.DEADLINE:
        return values.sooner(plans, [one_day(ask, candidate.citation) for candidate in chosen])
    if name is Intent.RESULT and compares_sizes(ask.query.words):
        return values.more(plans, amounts_of(ask, chosen))
    if name is not Intent.TARGET:
        return ""
    topic = topic_of(ask.query.topic, ask.lookup)
    texts = [statement_of(ask, candidate.citation) for candidate in chosen]
    return values.higher(plans, [percentage(topic, text) for text in texts])


def statement_of(ask: Ask, citation: Citation) -> str:
    """What a row or a passage says of the figure that is asked for."""
    item = citation.item
    return cell_value(ask, Intent.TARGET, citation, item) if isinstance(item, Task) else item.text


def amounts_of(ask: Ask, rows: Sequence[Candidate]) -> list[float | None]:
    """What the products of rows come to, of what is compared."""
    items = ((row.citation, row.citation.item) for row in rows)
    cells = [cell_value(ask, Intent.RESULT, at, item) if isinstance(item, Task) else "" for at, item in items]
    return amounts_beside(Intent.RESULT, cells, ask.said)


def as_rows(ask: Ask, found: Found, chosen: list[Candidate]) -> list[Candidate]:
    """Figures of plans that are compared: beside a row the row of another plan that states the same as its text."""
    rows = [_is_row(candidate) for candidate in chosen]
    if not ask.query.compare or ask.query.intent is not Intent.TARGET or all(rows) or not any(rows):
        return chosen
    return [
        candidate if is_row else next(_stating_the_same(ask, found, candidate), candidate)
        for candidate, is_row in zip(chosen, rows, strict=True)
    ]


def _stating_the_same(ask: Ask, found: Found, text: Candidate) -> Iterator[Candidate]:
    """The rows of a plan, among those found, that state its share of no less of the topic than its running text."""
    said = statement_of(ask, text.citation)
    share, held = percentage(found.topic, said), _held(found, said)
    for row in found.rows:
        if row.plan == text.plan and _is_row(row) and share:
            said = statement_of(ask, row.citation)
            if percentage(found.topic, said) == share and _held(found, said) >= held:
                yield row


def _is_row(candidate: Candidate) -> bool:
    item = candidate.citation.item
    return isinstance(item, Task) and item.kind is TaskKind.TABLE


def _held(found: Found, text: str) -> float:
    return share_covered(found.topic, (word_set(text),))
