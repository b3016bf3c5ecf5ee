"""Which rows and passages a topic is about, the likeliest first.

The index ranks; what it finds is weighed once more by how much of the topic each item holds
(`knowledge.questions.concepts`), because a sum of scores cannot tell half of a topic held twice from the whole of it.
Whether the first of them is the one that is meant is decided in `certainty`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.text import canonical
from knowledge.model import Passage, Target, Task
from knowledge.questions.concept import Concept, Item
from knowledge.questions.concepts import spelled
from knowledge.questions.coverage import Coverage, coverage, share_covered, word_set
from knowledge.questions.lookup import Lookup
from knowledge.reply import Citation
from knowledge.search.glimpse import Glimpse
from knowledge.search.index import Field, Hit, Part
from knowledge.search.nearness import Place
from knowledge.search.pool import Sums
from knowledge.search.words import terms

_POOL = 14  # items that are weighed once more; 30 of them change no set by more than a question
_CONTEXT = 1.0  # what an item gains that holds all of the turn before
_SURE = 0.8  # share of the topic from which its synonyms need not be looked for
_OPENS = 1.4  # what an item gains whose text begins as the topic does
_SEVERAL = 2  # concepts from which a topic has a beginning
_SLIGHT = 0.2  # of the weight of the rarest word
_FLOOR = 0.25  # what an item keeps of its score that holds nothing of the topic


# A row that draws up a document ("Xây dựng kế hoạch kiểm tra …"), folded.
DRAWN_UP = re.compile(
    r"^(?:tham muu |du thao |xay dung |ban hanh |lap |soan thao |trinh |hoan thien |va |cac )*"
    r"(?P<document>ke hoach|quy che|quy dinh|de an|du an|phuong an|chuong trinh|bao cao|quyet dinh|huong dan|van ban)\b"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may answer: its plan (position), weighed score, how much of the topic it holds, in which words."""

    citation: Citation
    plan: int
    score: float
    coverage: Coverage
    words: Item = ()


def topic_of(words: Sequence[str], lookup: Lookup) -> tuple[Concept, ...]:
    """The concepts of a topic's words."""
    return lookup.topic(words)


def is_slight(topic: Iterable[Concept], lookup: Lookup) -> bool:
    """Whether all words of a topic together weigh no more than one that stands on very many rows."""
    return sum(concept.weight for concept in topic if not concept.soft) <= _SLIGHT * lookup.rarest


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look for a topic, and what to prefer.

    Args:
        plans, parts: positions of plans; kinds of items.
        prefer: what an item's score is multiplied by, 0 to leave it out.
        context: concepts of the turn before, that help to rank but need not be held.
        fields: what words count by field, for the index.
    """

    plans: Collection[int]
    parts: Collection[Part]
    prefer: Callable[[Citation], float]
    context: Sequence[Concept] = ()
    fields: Mapping[Field, float] | None = None


def candidates(topic: Sequence[Concept], lookup: Lookup, search: Search) -> list[Candidate]:
    """Items that share words with a topic, those that are about it first, then the fittest."""
    index, looks = lookup.snapshot.index, dict[Place, _Look | None]()
    found: list[Candidate] = []
    sums = Sums()  # the second search asks for the same words, and some more
    for text in dict.fromkeys(spelled(topic, widely=widely) for widely in (False, True)):
        if not any(c.coverage.share >= _SURE for c in found):
            plans, parts, fields = search.plans, search.parts, search.fields
            hits = index.search(text, plans=plans, parts=parts, limit=_POOL, fields=fields, sums=sums)
            places = {_place(hit): hit for hit in hits}
            new = {place: hit for place, hit in places.items() if place not in looks}
            looks |= dict.fromkeys(new)
            looks |= {_place(hit): look for hit, look in _looked_at(topic, lookup, search, new.values())}
            found = [_weighed(hit, *look) for place, hit in places.items() if (look := looks[place])]
    return sorted(found, key=lambda c: -c.score)


def beside_words(
    topic: Sequence[Concept], lookup: Lookup, search: Search, places: Iterable[Place]
) -> Iterator[Candidate]:
    """Items that were found otherwise than by words, with what they hold of the topic; what is to be left out is."""
    hits = [Hit(part, plan, item, 0.0) for part, plan, item in places]
    return (_weighed(hit, *look) for hit, look in _looked_at(topic, lookup, search, hits))


_Look = tuple[Citation, Coverage, Item, float]  # an item, what it holds of the topic, and what its score is times


def _place(hit: Hit) -> Place:
    return hit.part, hit.plan, hit.item


def _looked_at(
    topic: Sequence[Concept], lookup: Lookup, search: Search, hits: Iterable[Hit]
) -> Iterator[tuple[Hit, _Look]]:
    """Those of some hits that are not to be left out, looked at."""
    wanted = {word for concept in (*topic, *search.context) for form in concept.forms for word in form.bare}
    cited = [(hit, lookup.snapshot.cite(hit)) for hit in hits]
    able = [(hit, citation, prefer) for hit, citation in cited if (prefer := search.prefer(citation)) > 0]
    seen = lookup.snapshot.index.glimpse([hit for hit, *_ in able], wanted)
    for (hit, citation, prefer), glimpse in zip(able, seen, strict=True):
        yield hit, _looked(topic, citation, prefer, glimpse, search)


def _looked(topic: Sequence[Concept], citation: Citation, prefer: float, glimpse: Glimpse, search: Search) -> _Look:
    """An item with what speaks for it beside its words in the index; the same however widely they are looked for."""
    covered = coverage(topic, glimpse.parts)
    factor = (_FLOOR + (1 - _FLOOR) * covered.share**2) * prefer
    if search.context:
        factor *= 1 + _CONTEXT * share_covered(search.context, glimpse.parts)
    return citation, covered, glimpse.parts, factor * (_OPENS if _opens(topic, glimpse.opening) else 1.0)


def _weighed(hit: Hit, citation: Citation, covered: Coverage, words: Item, factor: float) -> Candidate:
    score = hit.score * factor
    cited = Citation(citation.ref, citation.stem, citation.item, round(score, 3))
    return Candidate(cited, hit.plan, score, covered, words)


def _opens(topic: Sequence[Concept], opening: Sequence[str]) -> bool:
    """Whether an item's text begins as the topic does, and does not name it in passing.

    Where a document is asked for, what comes behind it counts as the beginning: "Xây dựng kế hoạch | kiểm tra …".
    """
    hard = [concept for concept in topic if not concept.soft]
    if len(hard) < _SEVERAL or not set(hard[0].forms[0].bare).issubset(opening):
        return False
    begins = f"{' '.join(hard[0].forms[0].bare)} "
    said = f"{' '.join(filter(str.isalpha, opening))} "
    if said.startswith(begins):
        return True
    drawn = DRAWN_UP.match(said)
    if drawn is None or not said[drawn.end() :].lstrip().startswith(begins):
        return False
    return any(drawn["document"] == " ".join(form.bare) for concept in topic for form in concept.forms)


def text_of(row: Candidate) -> str:
    """What an item that was found says is done, or says."""
    return said_by(row.citation.item)


def said_by(item: Task | Target | Passage) -> str:
    """What an item says is done, or says."""
    return " ".join(filter(None, (item.task, item.activity))) if isinstance(item, Task) else item.text


def item_words(item: Task | Target | Passage) -> tuple[frozenset[str], ...]:
    """The folded words of an item: of its text, with product and objective, and with all that stands round about."""
    if not isinstance(item, Task):
        text = word_set(item.text)
        return text, text, text.union(*map(word_set, item.section))
    text = word_set(item.task) | word_set(item.activity or "")
    outcome = text | word_set(item.result or "") | word_set(item.objective or "")
    return (
        text,
        outcome,
        outcome.union(*map(word_set, (item.deadline.text, *item.section, *item.lead, *item.coordinate))),
    )


def printed_words(item: Task | Target | Passage) -> frozenset[str]:
    """The words of an item with the accents that it prints."""
    if not isinstance(item, Task):
        return _printed(" ".join((item.text, *item.section)))
    own = (item.task, item.activity, item.result, item.objective, item.deadline.text)
    return _printed(" ".join(filter(None, (*own, *item.section, *item.lead, *item.coordinate))))


@lru_cache(maxsize=1024)
def _printed(text: str) -> frozenset[str]:
    return frozenset(terms(canonical(text)))
