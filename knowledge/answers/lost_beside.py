"""The second of two things that are asked, where no row has it: "học bạ số và thư viện số ai làm" finds the first.

An answer to one of two that says nothing of the other is taken for an answer to both. Only what asks is such a thing,
behind one that the row that was told holds wholly: what is said before the first, or behind what asks, is talk.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, topic_of
from knowledge.answers.finding import Found, find_rows
from knowledge.language.text import folded, nfc, tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.coverage import share_covered
from knowledge.questions.parts_said import asks, places_of_parts
from knowledge.questions.side_ends import without_small
from knowledge.reply import Answer
from knowledge.units.mentions import unit_like
from knowledge.wording import values

Words = tuple[str, ...]

_MOSTLY = 0.9  # share of all that is asked from which nothing is lost
_WHOLE = 0.8  # share from which a row holds what a part says
_LITTLE = 0.5  # share up to which it holds little of it
_CLEARLY = 0.7  # share from which another row has it
_LEAST = 3  # words of a thing: two are as often a turn of speech
_MOST = 6  # parts of a question that names two things; a story has more
_LOOKED_AT = 5  # rows that may have it


def with_the_lost(ask: Ask, found: Found, said: Answer, alone: Callable[[Ask], Answer]) -> Answer:
    """The answer, one of a single row with the thing that was asked beside it and is in no row.

    Args:
        found: the rows that the whole finds.
        alone: answers what is asked of the first thing, where the other one made nothing of the whole.
    """
    if not found.rows or found.rows[0].coverage.share >= _MOSTLY:
        return said
    items = [citation.item for citation in (said.cited or [row.citation for row in found.rows[:1]])]
    query = ask.query
    if len(items) != 1 or not isinstance(items[0], Task) or query.claim or query.row is not None:
        return said
    first, lost = next((two for two in _beside(ask, items[0]) if not _is_in_a_row(ask, two[1])), ((), ()))
    other = alone(_by_itself(ask, lost)) if lost else None
    if other is None or not other.abstained or other.cited:
        return said
    told = alone(_by_itself(ask, first)) if said.abstained else said
    if told.abstained or len(told.cited) != 1:
        return said
    return replace(told, head=(*told.head, values.not_found_beside(" ".join(lost))), tentative=True)


def _by_itself(ask: Ask, words: Words) -> Ask:
    """What is asked, of one of the things alone."""
    query = replace(ask.query, topic=words, context_words=(), firm=0)
    return replace(ask, query=query, said=" ".join(words), before=replace(ask.before, shown=()))


def _beside(ask: Ask, item: Task) -> Iterator[tuple[Words, Words]]:
    """What a part names that a row holds, and the next one, which asks about what it holds little of."""
    text = nfc(ask.said)
    places = list(places_of_parts(text))
    if not 1 < len(places) <= _MOST:
        return
    named = [(start, words) for start, end in places if (words := _named(ask, text[start:end]))]
    for (_, first), (start, words) in pairwise(named):
        behind = next((at for at, _ in named if at > start), len(text))
        asked = asks(text[start:behind]) and _POINTING.isdisjoint(map(folded, tokens(text[start:behind])))
        apart = asked and not unit_like(words) and not _is_one_phrase(ask, text[:start], text[start:])
        if apart and _share(ask, first, item) >= _WHOLE and _share(ask, words, item) <= _LITTLE:
            yield first, words


_POINTING = frozenset({"do", "nay", "ay", "no", "kia", "hoach"})  # what was told, or the plan itself


def _is_one_phrase(ask: Ask, before: str, behind: str) -> bool:
    """Whether the words at a border stand side by side in the plans ("báo cáo quản lý, | sử dụng tài sản công")."""
    return ask.lookup.adjoin(*tokens(before)[-1:], *tokens(behind)[:1])


def _named(ask: Ask, part: str) -> Words:
    """The words of a part that are of the topic, where they stand together and are a thing."""
    topic = set(map(folded, ask.query.topic)) - _ASKING
    words = tokens(part)
    told = [at for at, word in enumerate(words) if folded(word) in topic]
    found = without_small([words[at] for at in told])
    runs = bool(told) and told == list(range(told[0], told[-1] + 1))  # "kiểm xem có chắc chắn không" goes on talking
    named = runs and len(found) >= _LEAST
    return found if named else ()


_ASKING = frozenset({"nao", "gi", "ai", "may", "bao", "nhieu"})


def _share(ask: Ask, words: Words, item: Task | Target | Passage) -> float:
    return share_covered(topic_of(words, ask.lookup), item_words(item))


def _is_in_a_row(ask: Ask, words: Words) -> bool:
    """Whether any row or sentence of the plans says the most of a thing itself: its heading tells no row."""
    found = find_rows(_by_itself(ask, words)).rows[:_LOOKED_AT]
    return any(_share(ask, words, row.citation.item) >= _CLEARLY for row in found)
