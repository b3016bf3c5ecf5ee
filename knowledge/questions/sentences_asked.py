"""A sentence of the plans that is asked for by what it says: "có câu đại ý mỗi việc một nơi lo, cho xin nguyên văn".

Whoever asks so tells the sentence in words of his own, and these are the topic, whatever they ask elsewhere ("ai", "nơi
nào chủ trì"): the words around them only say that a sentence is looked for, and where it may stand. What leads to it is
a noun for a piece of text with a verb of saying. "Chỗ", "mục" and their like are rows as well: they mean text where
something is said or ordered there, and no cell is said to have some words ("chỗ nào | ghi Văn phòng").
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from knowledge.language.text import folded
from knowledge.questions.cues import plain_phrases, small_phrases
from knowledge.questions.once import once
from knowledge.questions.spans import Spans

_LEAST = 3  # words that a sentence is told in


@once
def sentence_asked(spans: Spans) -> range:
    """The words that tell a sentence which is asked for; none where none is."""
    told = sentence_in(spans.utterance.topical, spans.utterance.breaks)
    return range(0) if _is_a_role(spans, told) else told


def _is_a_role(spans: Spans, told: range) -> bool:
    """Whether all that is told is who has rows in which role ("phần nào nói | Phòng Đào tạo chủ trì")."""
    cues = [cue for cue in spans.cues if cue.kinds & {"lead", "coordinate", "part"} and cue.start in told]
    said = {i for cue in cues for i in range(cue.start, cue.end)} | spans.narrowing.taken
    said |= {i for unit in (*spans.units, *spans.own_units) for i in range(unit.start, unit.end)}
    acts = bool(cues) or any(constraint.role for constraint in spans.narrowing.where)
    return acts and said.issuperset(told)


def sentence_in(words: Sequence[str], breaks: Collection[int] = ()) -> range:
    """The same of canonical words.

    Args:
        breaks: positions of the words behind a sign.
    """
    text = " ".join(words)
    found = _OPENS.search(text) or _HAS_SAID.search(text)
    if found is None:
        return range(0)
    start = len(text[: found.end()].split())
    end = _end(words, start, breaks)
    return range(start, end) if end - start >= _LEAST else range(0)


def _end(words: Sequence[str], start: int, breaks: Collection[int]) -> int:
    """Where what the sentence says ends: where only the asking goes on, behind a sign or at the end of all."""
    end = next((at for at in sorted(breaks) if at - start >= _LEAST and _goes_on(words[at:])), len(words))
    while size := next((n for n in (2, 1) if end - start >= n and tuple(words[end - n : end]) in _asking()), 0):
        end -= size
    return end


def _goes_on(words: Sequence[str]) -> bool:
    """Whether words behind a sign ask for the sentence, or say what for."""
    return any(tuple(words[:size]) in _asking() for size in (1, 2))


@cache
def _asking() -> frozenset[tuple[str, ...]]:
    """What asks for a sentence and for its place, or closes a question, with accents and without."""
    said = frozenset(tuple(phrase.split()) for phrase in _FOR_IT.split(" | "))
    kinds = ("speaker", "asking", "closing", "doubt", "ordering")
    small = said.union(small_phrases(), *map(plain_phrases, kinds)) - _OWN
    return small | {tuple(map(folded, phrase)) for phrase in small if phrase not in _ACCENTED}


_FOR_IT = (
    "nguyên văn | vị trí | câu chữ | nằm ở | ở mục | ở trang | ở đoạn | ở câu | kế hoạch | câu | đoạn | mục | trang"
    " | đó | của | nó | nằm | ở | đọc | lại | nghe | chép | trích | dẫn | cho | xin | gửi | với | tìm | hộ | cụ thể"
    " | sao | để | ghi | chữ | đầy đủ | và | cái | ấy | nào | bản nào | phần nào | dòng nào"
)
_ACCENTED = frozenset({("nằm",), ("chữ",), ("trích",), ("hộ",), ("nghe",)})  # without accents as often other words
_OWN = frozenset({("thì",), ("là",), ("được",)})  # may end what is said


def _either(words: str) -> str:
    """A pattern for words written with accents, typed with them or without."""
    return "|".join(f"(?:{word}|{folded(word)})" if word != folded(word) else word for word in words.split(" | "))


_B, _E = r"(?<!\S)", r"(?!\S)"
_SAYINGS = "đại ý | ghi | viết | nêu | nhắc | đề cập | quy định | yêu cầu | khẳng định | nhấn mạnh | cấm | kiểu"
_TEXT = f"(?:{_either('câu | câu văn | đoạn | đoạn văn')})"
_PLACE = f"(?:{_either('chỗ | mục | phần | điều | khúc')})"
_WHICH = f"(?: (?:{_either('nào | gì | chi | mô')}))"
_SPEAKS = f"(?:{_either('nói | bảo | dặn')})"
_SAYS = f"(?:{_SPEAKS}|{_either(_SAYINGS)})"
_NO_SAYING = f"(?! (?:{_either('cao | vệ | hiểm | trì | bộ | danh | nam | số | gương | nhở | xong')}){_E})"
_NO_WHICH = f"(?!{_WHICH}{_E})"  # "việc nào" is of the sentence
_LINKS = "rằng | là | về | đến | tới | chuyện | việc | đại ý | ý | ghi | như | nguyên tắc"
_WHAT = rf"(?: (?:{_either(_LINKS)}){_E}{_NO_WHICH})*"
_INSIDE = rf"(?: (?:{_either('trong | ở | của')})(?: \S+){{1,12}}?)?"
_OPENS = re.compile(
    rf"{_B}(?:(?:có )?{_TEXT}{_WHICH}?{_INSIDE} {_SAYS}{_NO_SAYING}"
    rf"|{_PLACE}{_WHICH}{_INSIDE} {_SPEAKS}{_NO_SAYING}"
    rf"|(?:{_either('viết | nói | ghi | nêu')}) {_TEXT}{_WHICH} (?:{_either('mà | là | rằng')})"
    rf"|(?:{_either('nguyên văn')})(?: (?:{_either('của')}))? {_TEXT}(?: {_SAYS}{_NO_SAYING})?){_E}{_WHAT}"
)
_HAS_SAID = re.compile(
    rf"{_B}(?:{_either('có')}) {_TEXT}{_WHICH}?(?! (?:{_either('lạc | hỏi | trả | chuyện | đối | kiến')}){_E}){_E}"
    rf"(?=.*{_B}(?:{_either('nguyên văn | câu đó | câu ấy | đoạn đó | đoạn ấy')}){_E})"
)
