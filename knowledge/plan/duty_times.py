"""When a duty of running text is to be done: a time that stands apart in or behind its sentence, else the words of it.

"… (quý III/2027)", "…; xong trước Lễ 30/4" and a sentence of its own ("Hoàn thành trước ngày 15/9.") say when and
nothing else; they tell it better than what the sentence says on its way.
"""

import re

from knowledge.deadlines.only_times import says_only_when
from knowledge.plan.products import product_in
from knowledge.plan.sentences import clauses, sentences
from knowledge.plan.time_words import time_words
from knowledge.units.phrase import whole_unit


def when_in(duty: str) -> str:
    """The words that say when a duty is to be done, "" where none do."""
    apart = next((when for said in _BRACKET.findall(duty) if (when := _in_bracket(said))), "")
    later = [clause for sentence in sentences(duty) for clause in clauses(sentence)][1:]
    apart = apart or next(filter(says_only_when, later), "")
    words = time_words(duty)
    if apart and (apart not in words or _LABEL.match(apart)):
        return _LABEL.sub("", apart).strip()
    opening = _OPENING.match(duty)
    return words or (opening[1] if opening and says_only_when(opening[1]) else "")


def _in_bracket(said: str) -> str:
    """The time that brackets hold, also where they say more behind it: "22/5/2027 - Ngày hội", "tháng 5, tại xã"."""
    if says_only_when(said):
        return said
    first = _PIECE.split(said)[0].strip()
    return first if not _TWO_NUMBERS.fullmatch(first) and says_only_when(first) else ""


_PIECE = re.compile(r"\s[-–]\s|[,;]|\stại\s")
_TWO_NUMBERS = re.compile(r"\d+/\d+")  # "5/10, đạt 50%"
_OPENING = re.compile(r"(?!Khi\b)([^,;:]{3,60}),\s")  # "Khi có vướng mắc, …" sets no time
# At the end of a clause: "(quý III/2027); sản phẩm: …".
_BRACKET = re.compile(r"\(([^()]+)\)(?=\s*(?:[.;]|$))")
_LABEL = re.compile(r"^(?:thời (?:gian|hạn)|tiến độ)(?:\s+[^\W\d]+){0,2}\s*:\s*", re.IGNORECASE)


def adds_to_a_duty(sentence: str) -> bool:
    """Whether a sentence says only when or with whom the duty of the one before it is to be done, or what comes out."""
    with_whom = _WITH.fullmatch(sentence)
    helps = with_whom is not None and whole_unit(with_whom["who"]) is not None
    product = _PRODUCT.match(sentence) is not None and product_in(sentence, "") is not None
    return says_only_when(sentence) or helps or product


_WITH = re.compile(r"(?:Cùng )?[Pp]hối hợp(?: thực hiện)?(?: với| cùng|:) (?P<who>.+?)\W*")
_PRODUCT = re.compile(r"(?:Sản phẩm|Kết quả đầu ra|Đầu ra)\b")


def what_only(duty: str, when: str) -> str:
    """A duty without the time that stands apart at its end, in brackets or as a sentence."""
    first, *more = sentences(duty)
    text = ". ".join((first, *(sentence for sentence in more if not says_only_when(sentence))))
    last = _LAST_BRACKET.search(text)
    return text[: last.start()].rstrip(" ,;") if last and when and _LABEL.sub("", last[1]).strip() == when else text


_LAST_BRACKET = re.compile(r"\s*\(([^()]+)\)\W*$")
