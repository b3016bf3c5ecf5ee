"""What is asked about and the likeliest row lacks that has all else: is another thing asked for than the row has?"""

import math

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, text_of
from knowledge.answers.finding import Found
from knowledge.answers.near_misses import put_for_another
from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.questions.cues import cues_in
from knowledge.questions.query import Intent


def missed(ask: Ask, found: Found) -> str:
    """What is asked about and the first row lacks that has all else, and another thing in its place."""
    first = found.rows[0]
    if not isinstance(first.citation.item, Task) or ask.query.intent in (Intent.DUTY, Intent.PASSAGE):
        return ""
    topic = [concept for concept in found.topic if ask.counted not in map(folded, concept.typed)]
    lacks = put_for_another(topic, first.words or item_words(first.citation.item), text_of(first))
    return "" if _names_a_field(tuple(lacks.split())) else lacks


def another(lacks: str, opening: float) -> bool:
    """Whether what a row lacks is another thing than it has.

    One syllable rarely is ("còn mấy phút nữa xe tới"), but where the question says it behind the row's beginning.

    Args:
        opening: how many words from the beginning of the row the question has (log).
    """
    return " " in lacks or (bool(lacks) and opening >= _BEGUN)


_BEGUN = math.log1p(2)  # words of the beginning


def _names_a_field(words: tuple[str, ...]) -> bool:
    """Whether words are what is asked of a row ("kết quả phải đạt là gì"), and no thing."""
    return any(cue.end - cue.start == len(words) and not cue.kinds.isdisjoint(_FIELDS) for cue in cues_in(words))


_FIELDS = ("who", "lead", "coordinate", "when", "result", "share", "objective", "budget")
