"""What somebody tells of the day around a short question: "mai họp giao ban rồi, | …", "… | chứ tui đọc hoài không ra".

It stands in front of a sign, behind one, or behind a word that gives a reason. No list tells its words: it is told by
whoever asks, or of the time of the day, asks nothing, has no word that a question is asked or narrowed with, names no
unit, no number and no time of plans, and the plans have few of its words side by side. What is left has to ask by
itself, or to go on with a question. Long texts are left to the clause that asks.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.deadlines.periods import finer_times
from knowledge.language.text import first_token, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import cues_in
from knowledge.questions.framed import Names, is_framed
from knowledge.questions.half_words import Bond
from knowledge.questions.speakers import interrogates

_LONGEST = 26  # words of a text from which a story is taken; longer ones are cut into clauses
_SHORTEST = 3  # words of a story
_BESIDE = 2  # pairs of its words that plans may have side by side
_BORDER = re.compile(r"[,.;!?…]+(?=\s)|\s[-\u2013]+(?=\s)")
_WHO = "(?:tôi|tui|em|mình|tớ|cháu|sếp|lãnh đạo|thủ trưởng)"
_DAY = "(?:(?:sáng |ngày )?mai|(?:sáng|chiều|tối) nay|hôm qua|hồi (?:nãy|sáng)|nãy giờ|nãy|bữa (?:giờ|trước|hổm))"
_SELF = "(?:tui|em|mình|cháu|sếp|lãnh đạo|thủ trưởng)"  # without accents "tớ", "tôi" and "chị" begin units and times
_TELLER = (
    either_way(rf"^\s*(?:\S+ ){{0,3}}?(?:{_SELF}|{_DAY})(?!\S)")[False],
    either_way(rf"^\s*(?:(?:anh|chị|cô|chú|bác|thầy)|(?:\S+ ){{0,3}}?(?:{_WHO}|{_DAY}))(?!\S)")[True],
)
_THE_DAY = either_way(rf"(?<!\S){_DAY}(?!\S)")
_WORKS_AT = either_way(rf"(?<!\S){_WHO} (?:là|ở|bên|thuộc|làm|đang làm)(?!\S)")
_WHETHER = either_way(r"(?<!\S)có (?:\S+ )*(?:không|ko|hông|chưa)(?!\S)")
_REASON = either_way(rf"\s(?=(?:rồi|chứ|chớ|mà|vì|tại|kẻo) (?:{_WHO}|{_DAY}) )")
_NOBODY = either_way(r"(?:chưa|không|chẳng|hổng) ai(?!\S)")
_GOES_ON = either_way(r"(?:còn|thế|rứa|vậy|dậy|sang|so|tổng)(?!\S)")
_SMALL = LITTLE | {"opening", "again", "thanks"}


def without_story(text: str, bond: Bond, names: Names) -> str:
    """A short text without what is only told around its question.

    Args:
        bond: how much two neighbouring words are one word of the plans, None where they never stand side by side.
        names: whether a text names a unit, the office of a plan or its place.
    """
    typed = nfc(text)
    if len(typed.split()) > _LONGEST:
        return text
    accented = any(ord(letter) > 127 for letter in typed)
    for told, rest in _parted(typed, accented=accented):
        words, asked = _words(told), _words(rest)
        if _is_story(told, words, bond, names, accented=accented) and _asks(rest, asked, accented=accented):
            return rest.strip(" ,;-\u2013")
    return text


def _parted(typed: str, *, accented: bool) -> list[tuple[str, str]]:
    """The ways in which a text may be a story and the question behind or before it."""
    signs = [*_BORDER.finditer(typed)]
    front = [(typed[: sign.start()], typed[sign.end() :]) for sign in signs[:1]]
    back = [(typed[sign.end() :], typed[: sign.start()] + sign[0].strip(" ,.;-\u2013")) for sign in signs[-1:]]
    reasons = [*_REASON[accented].finditer(typed.lower())]
    return [*front, *back, *((typed[each.end() :], typed[: each.start()]) for each in reasons[-1:])]


def _words(text: str) -> list[str]:
    return [word for word in map(first_token, text.split()) if word]


def _is_story(told: str, words: Sequence[str], bond: Bond, names: Names, *, accented: bool) -> bool:
    """Whether words only tell of the day, and nothing that a plan could be asked for."""
    said = _words(_NOBODY[accented].sub("", told.lower()))
    if len(words) < _SHORTEST or "?" in told or interrogates(said) or any(word[0].isdigit() for word in words):
        return False
    untimed = tuple(_words(_THE_DAY[accented].sub("", " ".join(said))))
    if finer_times(untimed) or names(told) or any(cue.kinds - _SMALL for cue in cues_in(untimed)):
        return False
    if is_framed(told) or _WORKS_AT[accented].search(told.lower()) or _WHETHER[accented].search(told.lower()):
        return False
    pairs = [bond(*pair) is not None for pair in pairwise(words)]
    return sum(pairs) <= min(_BESIDE, len(pairs) // 2) and bool(_TELLER[accented].search(told.lower()))


def _asks(rest: str, words: Sequence[str], *, accented: bool) -> bool:
    """Whether what is left asks by itself, or goes on with the question before it."""
    return bool(words) and ("?" in rest or interrogates(words) or bool(_GOES_ON[accented].match(rest.lower())))
