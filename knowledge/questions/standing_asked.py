"""Whether it is asked how a row stands: "xong chưa", "đến đâu rồi", "trễ chưa", "còn kịp không".

No verb is looked for before "chưa": whatever is to be done may be asked after so ("đăng báo chưa", "khai giảng chưa").
Without a row, told here or talked of, it is rows in a state that are asked for.
"""

from knowledge.language.text import folded
from knowledge.questions.closings import closes_with_no, closes_with_not_yet
from knowledge.questions.cues import soft_words
from knowledge.questions.query import FACTS
from knowledge.questions.spans import Spans

_STATES = ("overdue", "doing", "done", "in_time")
_OTHERS = ("who", "count", "list", "share", "objective", "table", "meaning", "compare", *FACTS)
_TOLD = ("whom", "about")  # typed without accents, also halves of other words ("dau gia" has no "đâu")


def asks_how_it_stands(spans: Spans) -> bool:
    """Whether the state of one row is asked."""
    if spans.has(*_OTHERS) or spans.narrowing.where or not _of_a_row(spans):
        return False
    if closes_with_not_yet(spans.words) and "dung" not in map(folded, spans.words[-_NEAR:]):
        return True
    if spans.has(*_TOLD):
        return False
    return spans.has("in_time") or (spans.has(*_STATES) and (_asks(spans) or spans.has("doing")))


def _asks(spans: Spans) -> bool:
    return spans.asks_so() or closes_with_no(spans.words)


def _of_a_row(spans: Spans) -> bool:
    """Whether a row is told, or was talked of; of a lone unit all its rows are meant."""
    hard = any(folded(spans.words[i]) not in soft_words() for i in spans.rest)
    return hard or (spans.earlier.of_row and not spans.units)


_NEAR = 3  # words at the end, among which "đúng chưa" asks whether something is so
