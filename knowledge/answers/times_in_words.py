"""How often or how long a row's own words say that something is done, where its deadline does not tell it.

"Họp dân ít nhất một lần mỗi quý; báo tin khi …" has no day, and nobody who asks how often should be told that the plan
does not say it. Of several clauses the one is meant that holds most of what is asked about; another's time is not told.
"""

import re

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import topic_of
from knowledge.language.text import canonical, folded
from knowledge.model import Task, TaskKind
from knowledge.questions.coverage import share_covered, word_set
from knowledge.questions.once import once

_SPELL = "(?:phút|giờ|ngày|buổi|tuần|tháng|quý|năm)"
_NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_OFTEN = re.compile(
    rf"\b(?:mỗi|hằng|hàng) {_SPELL}\b|\b{_NUMBER} lần ?(?:/ ?|(?:trong |một ){{1,2}}){_SPELL}\b"
    rf"|\bđịnh kỳ {_NUMBER} {_SPELL}\b|\b{_NUMBER} {_SPELL} ?(?:/|một|1) ?lần\b"
)
_WITHIN = "(?:trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?(?: sau)?|sau|không quá|tối đa|ít nhất)"
_LONG = re.compile(rf"\b{_WITHIN} {_NUMBER} {_SPELL}\b")
_SPELLS = f"(?:{folded(_SPELL)}|tieng)"
_HOW_OFTEN = re.compile(
    rf"\b(?:bao lau|(?:may|bao nhieu) {_SPELLS})\b.*\b(?:mot|1) lan\b|\btan suat\b|\b(?:may|bao nhieu|bn) lan\b"
)
_HOW_LONG = re.compile(rf"\bbao lau|\b(?:may|bao nhieu|bn) {_SPELLS}\b")
_CLAUSE = re.compile(r";|(?<!\d)[.](?!\d)|\n")
_UNIT = re.compile(r"^[^:]{3,80}: ")


@once
def asks_how_often(ask: Ask) -> bool:
    """Whether it is asked how often something is done ("mấy tháng … một lần")."""
    return _HOW_OFTEN.search(folded(" ".join(ask.query.words))) is not None


def time_in_words(ask: Ask, task: Task, told: str) -> str:
    """What a row says of when beside its deadline, or in its place; the deadline where it says nothing better.

    Args:
        told: the deadline as it is told, empty where the row has none.
    """
    often = asks_how_often(ask)
    long = _HOW_LONG.search(folded(" ".join(ask.query.words))) is not None
    if not often and (told or not (long or task.kind is TaskKind.PROSE)):
        return told
    clauses = [_UNIT.sub("", part.strip()) for part in _CLAUSE.split(task.task)]
    topic = topic_of(ask.query.topic, ask.lookup)
    held = [(share_covered(topic, (word_set(part),) * 3), _tells(part, often=often)) for part in clauses]
    (share, tells), best = max(zip(held, clauses, strict=True), key=lambda one: one[0])  # the first of several alike
    own = folded(task.deadline.text) in folded(best)  # what is told is of that clause already
    return told if not tells or not share or (told and own) else _stretch(best, often=often)


def _stretch(clause: str, *, often: bool) -> str:
    """What a clause says of when: a long one as it is quoted, from the comma before the time on."""
    if len(clause) <= _LONG_CLAUSE:
        return clause
    parts = clause.split(", ")
    at = max(at for at, _ in enumerate(parts) if _tells(", ".join(parts[at:]), often=often))
    return f"“{', '.join(parts[at:])}”"


_LONG_CLAUSE = 80


def _tells(text: str, *, often: bool) -> bool:
    said = canonical(text)
    return bool(_OFTEN.search(said) or (not often and _LONG.search(said)))
