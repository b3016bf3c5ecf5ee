"""A turn that asks a field of the row that was told, in words that no row has ("hủy xong cần lập gì", "ai chữa").

People go on about what they were just told in words of their own. Where no other row has more of such a turn, it is the
row of the answer before: for certain if all of it stands there or was said, else asked back, as another matter may be
meant that no plan has. One syllable leads to another row of the same plan, but to none of another plan.
"""

from collections.abc import Sequence

from knowledge.answers.ask import Ask
from knowledge.answers.certainty import Outcome
from knowledge.answers.contradictions import contradicted
from knowledge.answers.evidence import Candidate, item_words, printed_words, text_of, topic_of
from knowledge.answers.finding import Found
from knowledge.answers.row_talked_of import (
    FIELD_CUES,
    asks_now,
    leads_on,
    not_of_the_row,
    pointed_among,
    points_at_all_of_it,
    points_back,
    said_topic,
    talked_of,
)
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded, is_accented, tokens
from knowledge.model import Task
from knowledge.questions.among_shown import is_inside
from knowledge.questions.concept import Concept
from knowledge.questions.coverage import WHOLE, part_covered, share_covered
from knowledge.questions.cues import soft_words
from knowledge.questions.half_words import is_half
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.questions.two_sides import compared_fields
from knowledge.reply import Citation

_FEW = 3  # words of a topic up to which a turn may only go on
_SOME = 0.4  # share of its topic that the row has to hold where no field is asked
_COMMON = 0.5  # of the weight of the rarest word, up to which a word stands on many rows
_MOST = 0.6  # share from which a row is about a turn


def going_on(ask: Ask, found: Found, outcome: Outcome) -> tuple[Found, Outcome]:
    """The rows and what to do with them: the row talked of, where a turn goes on about it and no other is nearer.

    A figure of another row is none that stands inside what was told.
    """
    found, outcome = _gone_on(ask, found, outcome)
    inside = is_inside(ask.query) and ask.asks_figure and outcome is Outcome.SURE and not found.named
    told = _told(ask) if inside else ()
    other = told and found.rows[0].citation.ref not in told
    return found, Outcome.PERHAPS if other else outcome


def _gone_on(ask: Ask, found: Found, outcome: Outcome) -> tuple[Found, Outcome]:
    inside = is_inside(ask.query)
    if inside and outcome is Outcome.PERHAPS and _is_told_again(ask, found):
        return found, Outcome.SURE
    row = None if found.named else _row_talked_of(ask)
    pointed = row is not None and outcome is not Outcome.SURE and pointed_among(ask) is not None
    if (
        row is None
        or contradicted(ask, row)
        or not (pointed or outcome is Outcome.NOTHING or _is_nearer(ask, row, found, outcome))
    ):
        return found, outcome
    meant = _is_meant(ask, row) and (_tells_no_row(ask, found, row) or not _has_more(ask, found, row))
    meant = meant and (ask.query.stay or points_back(ask.query) or _is_brief(ask))
    held = not ask.asks_figure or _share(ask, row.citation) >= _MOST
    sure = meant or (inside and asks_now(ask.query) and held)
    return Found([row], found.topic), Outcome.SURE if sure else Outcome.PERHAPS


def _told(ask: Ask) -> tuple[str, ...]:
    """The rows that the turn before told."""
    return () if ask.before.abstained else (*ask.before.shown, *ask.before.listed)


def _is_told_again(ask: Ask, found: Found) -> bool:
    """Whether the words of a turn lead to what was told, and stand there ("trong đó đúng nghề thì bao nhiêu")."""
    told = not ask.before.abstained and ask.before.shown[:1]
    same = bool(told) and found.rows[0].citation.ref == ask.before.shown[0]
    return same and _share(ask, found.rows[0].citation) >= _MOST


def _is_brief(ask: Ask) -> bool:
    """Whether a turn that opens as going on names no more than two things: more may be another row of like words."""
    hard = [concept for concept in said_topic(ask.query, ask.lookup) if not concept.soft]
    return len(ask.query.topic) <= _FEW or len(hard) <= _TWO


_TWO = 2


def _row_talked_of(ask: Ask) -> Candidate | None:
    """The one row that was told, where a field is asked in few words and nothing else is named."""
    query, before = ask.query, ask.before
    told = before.intent in (*FIELDS, Intent.GENERAL, Intent.PASSAGE) and not before.listed
    of_one = told or len(before.listed) == 1  # a list of one tells a row as well
    goes_on = query.stay or leads_on(query)
    few = points_back(query) or (goes_on and _is_short(ask))
    named = query.scope.named or (query.units and not _with_a_unit(query)) or query.row is not None
    several = query.compare or compared_fields(query)  # "cái đó với việc số 9" is of two
    last = (talked_of(ask) if of_one else pointed_among(ask)) if not (named or several) else None
    if last is None or not (few or (goes_on and _share(ask, last[0]) >= _MOST)):
        return None
    if not (query.asks or points_back(query) or leads_on(query) or _share(ask, last[0]) >= _SOME):
        return None
    return Candidate(*last, 1.0, WHOLE)


def _is_short(ask: Ask) -> bool:
    """Whether a turn has few words, or none that may name a matter ("thời gian tổ chức | dự kiến | vào lúc nào")."""
    return len(ask.query.topic) <= _FEW or all(concept.soft for concept in topic_of(ask.query.topic, ask.lookup))


def _with_a_unit(query: Query) -> bool:
    """Whether it is only asked who does with a unit all of what was told ("ai phụ Phòng A vụ đó")."""
    of_units = {folded(word) for unit in query.units for word in query.words[unit.start : unit.end]}
    left = {folded(word) for word in query.topic} - of_units - soft_words()
    return points_at_all_of_it(query) and bool(query.units) and query.asks == (Intent.COORDINATE,) and not left


def _share(ask: Ask, citation: Citation) -> float:
    """How much of a turn a row has ("kết quả mấy lớp" of "12 lớp tập huấn")."""
    topic = tuple(concept for concept in topic_of(ask.query.topic, ask.lookup) if not concept.soft)
    return share_covered(topic, item_words(citation.item))


def _is_nearer(ask: Ask, row: Candidate, found: Found, outcome: Outcome) -> bool:
    """Whether a field is asked in few words that tell no row, or of which the row that was found has no more."""
    query = ask.query
    if _led_astray(query.topic, row, found) or _with_a_unit(query):
        return True
    if found.rows[0].citation.ref == row.citation.ref:
        return outcome is not Outcome.SURE and _is_meant(ask, row)
    if ask.asks_figure and found.rows[0].plan != row.plan and _share(ask, row.citation) >= _MOST:
        return True  # "bao nhiêu người được cấp chứng nhận" is rather of what was told than of another plan
    if not asks_now(query) or not _is_short(ask):
        return False
    return _tells_no_row(ask, found, row) or not _has_more(ask, found, row)


def _tells_no_row(ask: Ask, found: Found, row: Candidate) -> bool:
    """Whether a turn that found no row of the same plan only adds a common word, a verb ("ai quản"), or points back."""
    topic = said_topic(ask.query, ask.lookup)
    of_plan = bool(found.rows) and found.rows[0].plan == row.plan
    if len(topic) > 1 or (of_plan and any(_is_said_by(ask, found.rows[0], concept) for concept in topic)):
        return False
    verbs = all(_is_syllable(c) and _stands_behind(ask.query, c) for c in topic)
    return verbs or ask.query.back or all(c.weight <= _COMMON * ask.lookup.rarest for c in topic)


def _is_said_by(ask: Ask, row: Candidate, concept: Concept) -> bool:
    """Whether a row has what is said as words of its own: "phát" is no half of "phát hành", "phòng" no work."""
    held = item_words(row.citation.item)
    if len(concept.typed) > 1 or part_covered(concept, held) == 0:
        return True
    if part_covered(concept, held[:-1]) == 0:
        return False  # only in the names of its units, its time or above it
    said = tokens(text_of(row))
    at = [i for i, word in enumerate(said) if concept.typed[0] in (word, folded(word))]
    return not at or any(not is_half(said, i, i + 1, ask.lookup.beside) for i in at)


def _stands_behind(query: Query, concept: Concept) -> bool:
    """Whether a word stands behind the one that asks: there it is a verb ("ai quản", "bao giờ thay")."""
    asked = min((cue.end for cue in query.cues if not cue.kinds.isdisjoint(FIELD_CUES)), default=len(query.words))
    return folded(concept.typed[0]) in map(folded, query.words[asked:])


def _has_more(ask: Ask, found: Found, row: Candidate) -> bool:
    """Whether the row that was found has more of the turn than the one talked of, and most of it or both have none."""
    said = said_topic(ask.query, ask.lookup)
    hard = [concept for concept in said if not concept.soft]
    topic = hard if sum(len(concept.typed) for concept in hard) > 1 else said  # "họp" alone may be talk
    if not found.rows or not topic:
        return False
    accented = is_accented(ask.query.words)
    theirs, own = (sum(_part(c, r, accented=accented) for c in topic) for r in (found.rows[0], row))
    return theirs > own and theirs >= _MOST * len(topic)


def _part(concept: Concept, row: Candidate, *, accented: bool) -> float:
    """How much a row has of a concept; a word that it prints with other accents ("chợt" of "chốt") is another."""
    item = row.citation.item
    other = accented and concept.reach.isdisjoint(printed_words(item))
    return 0.0 if other else part_covered(concept, item_words(item))


def _is_meant(ask: Ask, row: Candidate) -> bool:
    """Whether a field is asked of the row, and all that is said beside it is of the row, or a verb to "việc ấy"."""
    if not asks_now(ask.query) or not isinstance(row.citation.item, Task):
        return False
    missing = not_of_the_row(ask, row.citation.item)
    return not missing or (ask.query.back and len(missing) == 1 and _is_syllable(missing[0]))


def _is_syllable(concept: Concept) -> bool:
    return len(concept.typed) == 1 and is_syllable(folded(concept.typed[0]))


def _led_astray(topic: Sequence[str], row: Candidate, found: Found) -> bool:
    """Whether one syllable alone ("chừng nào | chữa | xong") led to a row of another plan than was talked of."""
    alone = len(topic) == 1 and is_syllable(folded(topic[0]))
    return alone and not found.named and bool(found.rows) and found.rows[0].plan != row.plan
