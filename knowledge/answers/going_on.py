"""A turn that asks a field of the row that was told, in words that no row has ("hủy xong cần lập gì", "ai chữa").

People go on about what they were just told in words of their own. Where such a turn names nothing that the plans have,
the row of the answer before is nearer than a denial; it is asked back, as another matter may be meant that no plan has.
"""

from collections.abc import Sequence

from knowledge.answers.ask import Ask
from knowledge.answers.certainty import Outcome
from knowledge.answers.evidence import Candidate, item_words, topic_of
from knowledge.answers.finding import Found
from knowledge.answers.row_talked_of import leads_on, points_back, talked_of
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.coverage import WHOLE, coverage
from knowledge.questions.query import FIELDS, Intent
from knowledge.questions.two_sides import compared_fields
from knowledge.reply import Citation

_FEW = 3  # words of a topic up to which a turn may only go on
_SOME = 0.4  # share of its topic that the row has to hold where no field is asked


def going_on(ask: Ask, found: Found, outcome: Outcome) -> tuple[Found, Outcome]:
    """The rows and what to do with them, the row talked of where a turn goes on about it and finds no other."""
    row = _row_talked_of(ask)
    if row is None or not (outcome is Outcome.NOTHING or _led_astray(ask.query.topic, row, found)):
        return found, outcome
    return Found([row], found.topic), Outcome.PERHAPS


def _row_talked_of(ask: Ask) -> Candidate | None:
    """The one row that was told, where a field is asked in few words and nothing else is named."""
    query, before = ask.query, ask.before
    of_one = before.intent in (*FIELDS, Intent.GENERAL, Intent.PASSAGE) and len(before.listed) <= 1
    few = points_back(query) or ((query.stay or leads_on(query)) and len(query.topic) <= _FEW)
    named = query.scope.named or query.units or query.row is not None
    several = query.compare or compared_fields(query)  # "cái đó với việc số 9" is of two
    last = talked_of(ask) if of_one and few and not (named or several) else None
    if last is None or not (query.asks or points_back(query) or leads_on(query) or _holds_some(ask, last[0])):
        return None
    return Candidate(*last, 1.0, WHOLE)


def _holds_some(ask: Ask, citation: Citation) -> bool:
    """Whether a row has some word of a turn that asks no field ("kết quả mấy lớp" of "12 lớp tập huấn")."""
    topic = tuple(concept for concept in topic_of(ask.query.topic, ask.lookup) if not concept.soft)
    return coverage(topic, item_words(citation.item)).share >= _SOME


def _led_astray(topic: Sequence[str], row: Candidate, found: Found) -> bool:
    """Whether one syllable alone ("chừng nào | chữa | xong") led to a row of another plan than was talked of."""
    alone = len(topic) == 1 and is_syllable(folded(topic[0]))
    return alone and not found.named and bool(found.rows) and found.rows[0].plan != row.plan
