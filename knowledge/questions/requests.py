"""What is said in front of a question: that it is asked ("cho tôi hỏi …"), or only thought ("tôi nhớ là …")."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.deadlines.periods import finer_times
from knowledge.language.text import folded
from knowledge.questions.cue_uses import OF_TOPICS
from knowledge.questions.cues import cues_in
from knowledge.questions.speakers import interrogates, stand


def requested(words: Sequence[str], speakers: Sequence[int]) -> int:
    """Where the words begin behind "cho tôi hỏi", "nhờ anh tra giúp"; 0 where nobody asks so, or nothing follows.

    Behind "sáng mai giao ban tôi cần nắm" the time in front is that of the need; "hỏi xem" is one verb, and orders no
    list ("chị bảo em hỏi xem | việc đấu giá phòng nào làm").
    """
    begins = 0
    for at, word in enumerate(words):
        if at - begins > _REQUEST or stand(words[begins:at], "asking"):
            break
        beside = at - 1 in speakers or words[max(at - 1, 0)] in _PLEASE
        near = {*words[max(at - 3, 0) : at]} & _PLEASE or any(at - 3 <= s < at for s in speakers)
        for_me = word in _FOR_ME and near and not beside  # "tra giúp", not "anh giúp tôi được gì"
        needed = word in TO_SEE and words[max(at - 1, 0)] in _NEED and at - 2 in speakers
        if for_me or (needed and timed(words[:at])) or (word in _TO_KNOW and beside):
            begins = at + 1 + (word in _ASKS and not TO_SEE.isdisjoint(words[at + 1 : at + 2]))
    return begins if begins < len(words) else 0


def asked_before(words: Sequence[str], speakers: Sequence[int]) -> int:
    """Where what somebody was asked on a day that is told begins ("hôm qua dân hỏi em | khi nào …"); 0 for nowhere.

    A quarter in front is one that is asked about, whoever wants to know ("quý 2 sếp hỏi em có việc gì").
    """
    begins = max((at + 1 for at in speakers if at and words[at - 1] in _ASKS), default=0)
    return 0 if _DAYS.isdisjoint(words[:begins]) else begins


_DAYS = frozenset({"hôm", "bữa", "sáng", "trưa", "chiều", "tối", "hồi", "nãy", "hom", "bua", "trua", "chieu"})


def does_not_know(words: Sequence[str]) -> bool:
    """Whether a speaker only tells that something is not known ("em chưa biết bộ phận đó là ai luôn")."""
    bare = list(map(folded, words))
    unknown = next((at for at, pair in enumerate(pairwise(bare)) if pair[0] in _NOT_YET and pair[1] in _KNOWS), None)
    return unknown is not None and not interrogates(words[:unknown])  # "hạn nào mà em không nhớ"


_NOT_YET = frozenset({"khong", "chua", "chang", "cha", "hong", "ko", "k"})
_KNOWS = frozenset({"biet", "ro", "nho", "hieu", "chac"})


def only_orders(words: Sequence[str]) -> bool:
    """Whether words say no more than what to do with what follows, and to whom ("lọc giúp em")."""
    said = {i for cue in cues_in(tuple(words)) if not cue.kinds <= OF_TOPICS for i in range(cue.start, cue.end)}
    said |= {i for start, end in stand(words, "speaker") for i in range(start, end)}
    said |= {i for i, word in enumerate(words) if word in TO_SEE}
    return len(said) == len(words)


def thought(words: Sequence[str], speakers: Sequence[int]) -> int:
    """Where the words begin behind what only says that somebody thinks so ("tôi nhớ là …", "em tưởng …"); else 0."""
    at = next((at for at, word in enumerate(words[:_EARLY]) if word in _THINKS and at - 1 in speakers), None)
    if at is None:
        return 0
    begins = at + 1 + (tuple(words[at + 1 : at + 2]) in _THAT)
    return begins if begins < len(words) else 0


_EARLY = 4  # words of a clause among which its verb stands
_THINKS = frozenset({"nhớ", "tưởng", "nghĩ", "đoán", "ngỡ", "nho", "tuong", "nghi", "doan"})
_THAT = frozenset({("là",), ("rằng",), ("la",), ("rang",)})


def timed(words: Sequence[str]) -> bool:
    """Whether a time within a year is told ("quý bốn", "tháng 3/2027", "quý ( 2"): signs alone are no words."""
    return bool(finer_times(tuple(filter(None, words))))


_TO_KNOW = frozenset({"hỏi", "biết", "xin", "hoi", "biet"})
_ASKS = frozenset({"hỏi", "hoi"})
TO_SEE = frozenset({"nắm", "xem", "coi", "biết", "biet"})
_NEED = frozenset({"cần", "muốn", "can", "muon"})
_FOR_ME = frozenset({"giúp", "giùm", "dùm", "giup", "gium", "dum"})
_PLEASE = frozenset({"cho", "nhờ", "xin", "muốn", "nho", "muon"})
_REQUEST = 8  # words from one request to the next ("đồng chí làm ơn cho biết giúp")
