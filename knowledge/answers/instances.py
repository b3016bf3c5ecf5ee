"""The rows that one thing has for each of its turns: "hai đợt tiêm phòng cách nhau mấy tháng", "đợt 1, đợt 2".

They say the same but for a number. Which they are is told by the rows, not by what such a turn is called; that more
than one is asked about by how many are said to be meant, or by their numbers.
"""

import re
from collections.abc import Sequence

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, item_words, text_of
from knowledge.answers.finding import Found
from knowledge.answers.two_rows import Half, told
from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.questions.coverage import share_covered
from knowledge.questions.parts_said import asked_of_each
from knowledge.questions.query import Intent
from knowledge.reply import Answer

_NUMBER = re.compile(r"(?<!\S)(?:0*\d{1,2}|[ivx]{1,4})(?![^\s,;.:)])")
_OF_IT = 0.5  # share of the matter
_MOST = 4  # turns of one thing that are told beside each other
_COUNTS = {"hai": 2, "2": 2, "02": 2, "ba": 3, "3": 3, "03": 3, "bon": 4, "4": 4, "04": 4}
_TURNS = "dot|lan|ky|ki|lop|cuoc|buoi|vong|phien|chuyen|khoa"
_EACH = re.compile(rf"\b(?:moi|tung|cac|ca hai|ca ba) (?:{_TURNS})\b")


def answer_instances(ask: Ask, found: Found) -> Answer | None:
    """The rows of each turn of a thing, where more than one is asked about; None where it has one, or one is meant."""
    if found.named or not found.rows or not isinstance(found.rows[0].citation.item, Task):
        return None
    rows = _alike(found.rows)
    if not 1 < len(rows) <= _MOST or not _asks_all(ask, rows) or not _is_of(found):
        return None
    query = ask.query
    asked = (Intent.RESULT if name is Intent.TARGET else name for name in asked_of_each(query, ask.said))
    names = tuple(dict.fromkeys(asked)) or (Intent.LEAD, Intent.DEADLINE)
    ordered = sorted(rows, key=lambda row: _numbers(text_of(row)))
    return told([tuple(Half(row, ask, 1.0) for row in ordered)], names, ask.said)


def _is_of(found: Found) -> bool:
    """Whether the first row holds most of what the turns are of ("hai đợt | tiêm phòng"), and no turn alone."""
    turns = re.compile(rf"(?:{_TURNS}|cach|nhau|\d+|{'|'.join(_COUNTS)})")
    matter = [each for each in found.topic if not each.soft and not all(turns.fullmatch(folded(w)) for w in each.typed)]
    row = found.rows[0]
    return bool(matter) and share_covered(matter, row.words or item_words(row.citation.item)) >= _OF_IT


def _alike(rows: Sequence[Candidate]) -> list[Candidate]:
    """The first row with those of its plan that say the same under other numbers."""
    first = rows[0]
    said = _without(text_of(first))
    same = [row for row in rows if row.plan == first.plan and _without(text_of(row)) == said]
    tasks = [row for row in same if isinstance(row.citation.item, Task)]
    return tasks if len({_numbers(text_of(row)) for row in tasks}) == len(tasks) else []


def _without(text: str) -> str:
    return " ".join(_NUMBER.sub(" ", folded(text)).split())


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(number.lstrip("0") for number in _NUMBER.findall(folded(text)))


_ORDINALS = {"nhat": "1", "hai": "2", "ba": "3", "tu": "4"}
_ORDINAL = re.compile(r"\bthu (nhat|hai|ba|tu)\b(?! tu\b)")


def _asks_all(ask: Ask, rows: Sequence[Candidate]) -> bool:
    """Whether it is said how many there are, or the number of each."""
    said = _ORDINAL.sub(lambda found: _ORDINALS[found[1]], " ".join(map(folded, ask.query.words)))
    counts = re.findall(rf"\b({'|'.join(_COUNTS)}) (?:{_TURNS})\b", said)
    differing = [set(_numbers(text_of(row))) for row in rows]
    own = frozenset[str]().union(*differing) - frozenset(differing[0]).intersection(*differing)
    numbers = {number.lstrip("0") for number in _NUMBER.findall(said)}
    named = all(len(numbers & each & own) == 1 for each in differing)
    return any(_COUNTS[count] == len(rows) for count in counts) or bool(_EACH.search(said)) or named
