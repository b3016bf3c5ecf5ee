"""Whether it is asked how a row stands: "xong chưa", "đến đâu rồi", "trễ chưa", "còn kịp không".

No verb is looked for before "chưa": whatever is to be done may be asked after so ("đăng báo chưa", "khai giảng chưa").
Without a row, told here or talked of, it is rows in a state that are asked for.
"""

import re

from knowledge.language.text import folded
from knowledge.questions.closings import closes_with_no, closes_with_not_yet
from knowledge.questions.cue_uses import TALK
from knowledge.questions.cues import Cue
from knowledge.questions.idle_words import hard_words
from knowledge.questions.query import FACTS
from knowledge.questions.spans import Spans

_GOES = re.compile(r"\b(?:the nao|sao|ra sao|toi dau|den dau|toi mo) roi(?: (?:em|anh|chi|vay|a|nhi|ha))*$")
_HOW_LATE = re.compile(r"\b(?:bao lau|may ngay|bao nhieu ngay|may hom|may tuan|may thang)\b")
_STATES = ("overdue", "doing", "done", "in_time")
_OTHERS = ("who", "list", "share", "objective", "table", "meaning", "compare", *FACTS)
_WHAT = frozenset({"gi", "nao"})
_TOLD = ("whom", "about")  # typed without accents, also halves of other words ("dau gia" has no "đâu")


def asks_how_it_stands(spans: Spans) -> bool:
    """Whether the state of one row is asked."""
    if spans.has(*_OTHERS) or spans.narrowing.where or not _of_a_row(spans):
        return False
    if _GOES.search(" ".join(map(folded, spans.words))) and not spans.has(*TALK):
        return True
    if closes_with_not_yet(spans.words) and "dung" not in map(folded, spans.words[-_NEAR:]):
        return True
    if spans.has(*_TOLD) or _asks_what_comes_out(spans):
        return False
    late = [cue for cue in spans.cues if cue.kinds & set(_STATES) and not _is_of_the_row(spans, cue)]
    how_late = spans.has("overdue") and _HOW_LATE.search(" ".join(map(folded, spans.words))) is not None
    return bool(late) and (_asks(spans) or how_late)


def asks_how_all_stand(spans: Spans) -> bool:
    """Whether it is asked of all rows, or a unit's, if they are done ("xong hết chưa"); of late ones, which are."""
    said = closes_with_not_yet(spans.words) and not spans.has("check", "overdue", *_OTHERS)
    return said and not spans.rest and not spans.earlier.of_row and not spans.periods


def _is_of_the_row(spans: Spans, cue: Cue) -> bool:
    """Whether words for a state are a row's own ("hồ sơ | quá hạn"): they stand so in the plans."""
    ahead = spans.words[cue.start - 1 : cue.start] if cue.start and cue.start - 1 in spans.rest else ()
    return any(spans.lookup.beside(word, spans.words[cue.start]) is not None for word in ahead)


def _asks_what_comes_out(spans: Spans) -> bool:
    """Whether "làm xong" only says when something has to come of it ("làm xong phải có cái gì để nộp hè")."""
    said = (spans.words[at] for cue in spans.cues if "result" in cue.kinds for at in range(cue.start, cue.end))
    return not _WHAT.isdisjoint(map(folded, said))


def _asks(spans: Spans) -> bool:
    return spans.asks_so() or closes_with_no(spans.words)


def _of_a_row(spans: Spans) -> bool:
    """Whether a row is told, or was talked of; of a lone unit all its rows are meant."""
    return bool(hard_words(spans)) or (spans.earlier.of_row and not spans.units)


_NEAR = 3  # words at the end, among which "đúng chưa" asks whether something is so
