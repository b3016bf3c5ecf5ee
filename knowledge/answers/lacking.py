"""What is asked about and the likeliest row lacks that has all else: is another thing asked for than the row has?"""

import math
import re
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, text_of
from knowledge.answers.finding import Found
from knowledge.answers.near_misses import put_for_another
from knowledge.deadlines.grains import CALENDAR
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.questions.cues import cues_in
from knowledge.questions.once import once_of_each
from knowledge.questions.query import Intent
from knowledge.search.words import terms


@once_of_each
def missed(ask: Ask, found: Found) -> str:
    """What is asked about and the first row lacks that has all else, and another thing in its place."""
    first = found.rows[0]
    if not isinstance(first.citation.item, Task) or ask.query.intent in (Intent.DUTY, Intent.PASSAGE):
        return ""
    topic = [concept for concept in found.topic if ask.counted not in map(folded, concept.typed)]
    lacks = tuple(put_for_another(topic, first.words or item_words(first.citation.item), text_of(first)).split())
    return "" if _names_a_field(lacks) or _is_no_thing(ask, found, lacks) else " ".join(lacks)


def another(lacks: str, opening: float) -> bool:
    """Whether what a row lacks is another thing than it has.

    One syllable rarely is ("còn mấy phút nữa xe tới"), but where the question says it behind the row's beginning.

    Args:
        opening: how many words from the beginning of the row the question has (log).
    """
    return " " in lacks or (bool(lacks) and opening >= _BEGUN)


_BEGUN = math.log1p(2)  # words of the beginning


def _is_no_thing(ask: Ask, found: Found, words: tuple[str, ...]) -> bool:
    """Whether words are none that a row could have another for.

    So are how a row stands ("quá hạn"); what its plan is called, of which each row of it is ("của ngành", "Sở Giáo dục
    và Đào tạo"); years of plan and row in two digits; short forms of chats ("dk"); and the one of "một tuần mấy lần".
    "Khối 10" is a thing.
    """
    bare = [folded(word) for word in words]
    if _ONE.issuperset(bare) and any(_ONE & {w} and b in _SPELLS for w, b in pairwise(map(folded, ask.query.words))):
        return True
    stands = any(cue.end - cue.start == len(words) and not cue.kinds.isdisjoint(_STATES) for cue in cues_in(words))
    shown = ask.said.split()
    years = {f"{year % 100:02}" for year in ask.lookup.years_of((found.rows[0].plan,))}
    years |= set(_PRINTED_YEAR.findall(text_of(found.rows[0])))
    short = (word in years or (len(word) <= _SHORT and not (word.isdigit() or is_syllable(word))) for word in bare)
    return stands or f" {' '.join(bare)} " in _names_of(ask, found) or (
        all(short) and not any(word.isalpha() and word.upper() in shown for word in bare))  # fmt: skip


_ONE = frozenset({"mot", "1"})
_SPELLS = CALENDAR | {"lan"}
_PRINTED_YEAR = re.compile(r"(?<!\d)(?:19|20)(\d\d)(?!\d)")
_STATES = frozenset({"overdue", "open", "doing", "in_time", "done"})
_SHORT = 2  # letters or digits that name no thing by themselves


def _names_of(ask: Ask, found: Found) -> str:
    """What the plan of the first row is called and who issued it, folded with a space around."""
    heading = ask.lookup.snapshot.plans[found.rows[0].plan].plan.heading
    return f" {' '.join(terms(folded(' '.join(filter(None, (heading.issuer, heading.title))))))} "


def _names_a_field(words: tuple[str, ...]) -> bool:
    """Whether words are what is asked of a row ("kết quả phải đạt là gì"), and no thing."""
    return any(cue.end - cue.start == len(words) and not cue.kinds.isdisjoint(_FIELDS) for cue in cues_in(words))


_FIELDS = ("who", "lead", "coordinate", "when", "result", "share", "objective", "budget")
