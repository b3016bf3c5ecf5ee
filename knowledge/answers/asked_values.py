"""Values that are asked for and that a row does not have: an hour of the day, a price, a number to call, who built it.

Nobody's wage and no price of a ticket stands in most plans, while words beside them do ("lương hộ lý" and a training of
"hộ lý"). So what is asked for is told by the kind of value (`data/asked_values.tsv`), and a row that has none of that
kind is ruled out before any probability; where a plan does say it, its row answers as any other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, item_words
from knowledge.answers.firms_named import firms, names_a_firm
from knowledge.data import records
from knowledge.language.text import canonical, folded, is_accented
from knowledge.model import Task
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.coverage import share_covered
from knowledge.questions.half_words import is_half
from knowledge.questions.how_long import asks_how_long, name_around
from knowledge.questions.once import once
from knowledge.questions.rule_words import HOW_MUCH, SUMS
from knowledge.search.words import terms
from knowledge.units.name_words import ADDRESSES


@dataclass(frozen=True, slots=True)
class _Value:
    """One kind of value by one word for it: the words as they are printed, and in what else a row says it."""

    kind: str
    said: tuple[str, ...]
    told: tuple[str, ...]


def lacks_value(ask: Ask, candidate: Candidate) -> bool:
    """Whether a value is asked for that is of no row like this one."""
    asked = _asked(ask)
    text = _text(candidate) if asked else ""
    return any(not (_tells(ask, value, candidate, text) or _is_beside(ask, value, candidate, text)) for value in asked)


def _tells(ask: Ask, value: _Value, candidate: Candidate, text: str) -> bool:
    if value.kind == "firm":
        return names_a_firm(ask, candidate.citation.item)
    if value.kind == "prize" and ask.counted in SUMS:
        return _has_sum(value, text)
    return _TOLD[value.kind](value, text)


def _is_beside(ask: Ask, value: _Value, candidate: Candidate, text: str) -> bool:
    """Whether a word for what people are due is only told beside a row ("em nghỉ phép mà sếp hỏi hạn báo cáo quý").

    The row has nearly all else that is said then. So is a verb that its name has ("kho lưu trữ điện tử bao lâu").
    """
    if value.kind == "lasting":
        return _is_in_its_name(ask, value, text)
    if value.kind != "own":
        return False
    said = [*map(folded, value.said)]
    rest = [concept for concept in ask.lookup.topic([w for w in ask.query.topic if folded(w) not in said])
            if not concept.soft]  # fmt: skip
    return bool(rest) and share_covered(rest, candidate.words or item_words(candidate.citation.item)) >= _NEARLY_ALL


def _is_in_its_name(ask: Ask, value: _Value, text: str) -> bool:
    words, size = ask.query.words, len(value.said)
    spots = (at for at in range(len(words) - size + 1) if _typed(value.said, words[at : at + size]))
    names = [name for at in spots if (name := name_around(words, at, at + size))]
    return any(f" {name} " in text for name in names)


_NEARLY_ALL = 0.7  # share of what else is said


def is_silent_on_value(ask: Ask, candidate: Candidate) -> bool:
    """Whether a row, of many that are listed, neither has a value that is asked for nor speaks of it."""
    asked = _asked(ask)
    text = _text(candidate) if asked else ""
    return any(not (_says(value, text) or _TOLD[value.kind](value, text)) for value in asked)


def words_of_values(ask: Ask) -> frozenset[str]:
    """The folded words of the values that are asked for."""
    return frozenset(folded(word) for value in _asked(ask) for word in value.said)


def asks_attribute(ask: Ask) -> bool:
    """Whether what any row may have is asked: how long something lasts, which firm or person has to do with it."""
    return any(value.kind in _OF_A_ROW for value in _asked(ask))


_OF_A_ROW = frozenset({"lasting", "firm", "person", "prize"})


@once
def _asked(ask: Ask) -> tuple[_Value, ...]:
    words = enumerate(ask.query.words)
    named = ((at, value) for at, word in words for value in _values().get(folded(word), ()))
    return tuple(value for at, value in named if _is_asked(ask, value, at, at + len(value.said)))


def _is_asked(ask: Ask, value: _Value, at: int, end: int) -> bool:
    words = ask.query.words
    clear = value.kind == "firm" or (len(value.said) > 1 and value.kind in _CLEAR)
    typed = end <= len(words) and _typed(value.said, words[at:end]) and (clear or _means(ask, value.said, at, end))
    return typed and _ASKED[value.kind](ask, at, end) and _stands(value.said, ask.said)


def _stands(printed: Sequence[str], said: str) -> bool:
    """Whether a turn has a word itself: "người già" is no "giá", though no plan prints "già" and it is read bare."""
    typed = set(terms(canonical(said)))
    return len(printed) > 1 or not typed or not typed.isdisjoint({*printed, *map(folded, printed)})


def _typed(printed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are these, with their accents or without any."""
    return all(word in (p, folded(p)) for p, word in zip(printed, words, strict=True))


def _means(ask: Ask, printed: Sequence[str], at: int, end: int) -> bool:
    """Whether words without accents can be no others that the plans have ("may ky" may be "mấy kỳ", and no "ký")."""
    words = ask.query.words
    forms = ask.lookup.accents.forms
    return is_accented(words) or all({p, w}.issuperset(forms(w)) for p, w in zip(printed, words[at:end], strict=True))


# two syllables of these can be no others without accents
_CLEAR = frozenset({"amount", "money", "prize", "person", "lasting"})


def _is_word(ask: Ask, at: int, end: int) -> bool:
    """Whether words are no half of others ("đánh | giá", "gia | đình", "chat | luong")."""
    return not is_half(ask.query.words, at, end, ask.lookup.beside)


def _of_amount(ask: Ask, at: int, end: int) -> bool:
    """Whether how much is asked of what stands here, behind it or right before."""
    behind = ask.query.words[end : end + _FAR]
    pairs = [*pairwise(behind)]  # elsewhere a plural: "mấy bên phối hợp"
    counted = any(pair == ("mấy", "ngày") or (folded(pair[0]) == "may" and folded(pair[1]) in SUMS) for pair in pairs)
    return _is_word(ask, at, end) and (counted or not HOW_MUCH.isdisjoint(map(folded, behind)))


def _of_prize(ask: Ask, at: int, end: int) -> bool:
    """Whether it is asked how much a prize is, and not of something else how many there are ("bao nhiêu bài")."""
    return _of_amount(ask, at, end) and (not ask.counted or ask.counted in {*SUMS, folded(ask.query.words[at])})


def _of_measure(ask: Ask, at: int, _end: int) -> bool:
    """Whether how many are asked for; "mấy" beside what is asked of a row is a plural ("mấy chỗ bán cá ai lo dời")."""
    before = list(map(folded, ask.query.words[max(at - 2, 0) : at]))
    counted = before[-1:] == ["may"] and not any(cue.kinds & {"who", *_OF_ROWS} for cue in ask.query.cues)
    return counted or before == ["bao", "nhieu"] or before[-1:] == ["bn"]


def _alone(ask: Ask, at: int, end: int) -> bool:
    """Whether nothing is asked of a row: who publishes the numbers to call is another question than what they are."""
    return _is_word(ask, at, end) and not any(cue.kinds & _OF_ROWS for cue in ask.query.cues)


def _wished_for(ask: Ask, at: int, end: int) -> bool:
    """Whether a number to call is asked for: alone, or first of all ("xin | số máy người phụ trách …").

    Who stands before it is asked what is done with it ("ai niêm yết | số điện thoại").
    """
    if any(cue.kinds & {"who", *_OF_ROWS} and cue.end <= at for cue in ask.query.cues):
        return False
    value = " ".join(map(folded, ask.query.words[at:end]))
    wished = re.search(rf"\b(?:xin|cho|can|lay) (?:(?!{_OTHER})\w+ ){{0,4}}{value}\b", folded(ask.said))
    return _alone(ask, at, end) or (wished is not None and _is_word(ask, at, end))


_OTHER = r"(?:ai|nao|viec|phong|don|niem|cong)\b"  # what is asked or done before it


def _which(ask: Ask, at: int, end: int) -> bool:
    """Whether it is asked which one it is, or what it is called ("nhà thầu nào", "hãng tên gì", "ai là giám khảo")."""
    typed = is_accented(ask.query.words)
    words = ask.query.words if typed else [*map(folded, ask.query.words)]
    if not typed and is_half(words, end, end + 1, ask.lookup.beside):
        return False  # "nha thau | nao vet"
    who = _WHO_IS[typed].search(" ".join(words[max(at - 4, 0) : at]))
    return (end - at > 1 or _is_word(ask, at, end)) and bool(who or _WHICH[typed].match(" ".join(words[end : end + 4])))


_WHICH = either_way(
    r"(?:đó |này |ấy |nớ )?(?:nào|mô|gì|chi|(?:tên|là|tên là) (?:gì|chi)|(?:là|gồm)(?: có)?(?: những)? ai)(?!\S)"
)
_WHO_IS = either_way(r"(?<!\S)ai(?: (?:sẽ|là|làm|được|mời))+$")


def _of_somebody(ask: Ask, at: int, end: int) -> bool:
    """Whether a person stands right behind ("vợ ông Hưng", "con gái sếp")."""
    return _alone(ask, at, end) and bool(_PERSONS & set(ask.query.words[end : end + 2]))


_FAR = 14  # words behind a noun in which it is asked how much it is
_OF_ROWS = frozenset({"lead", "coordinate", "when", "result", "list", "check", "due"})
_PERSONS = frozenset({*ADDRESSES, "sếp", "chú", "ong", "ba", "sep", "của", "cua"})
_ASKED: Mapping[str, Callable[[Ask, int, int], bool]] = {
    "measure": _of_measure,
    "amount": _of_amount,
    "money": _of_amount,
    "own": lambda ask, at, end: end - at > 1 or _is_word(ask, at, end),  # two syllables are no half of a word
    "hour": _is_word,
    "lasting": lambda ask, _, end: asks_how_long(ask.query.words, end),
    "prize": _of_prize,
    "firm": _which,
    "person": _which,
    "call": _wished_for,
    "kin": _of_somebody,
    "law": _is_word,
    # who asks others whether a thing is good is of a row ("hỏi dân phục vụ tốt không | ai lo")
    "liking": lambda ask, at, end: _alone(ask, at, end) and not any("who" in cue.kinds for cue in ask.query.cues),
}


def _has_measure(value: _Value, text: str) -> bool:
    names = "|".join(re.escape(folded(name)) for name in (" ".join(value.said), *value.told))
    return re.search(rf"\d[\d.,]* ?(?:{names})\b", text) is not None


def _has_amount(value: _Value, text: str) -> bool:
    return _says_either(value, text) and _FIGURE.search(text) is not None


def _has_sum(value: _Value, text: str) -> bool:
    return _has_amount(value, text) and _SUM.search(text) is not None


def _has_prize(value: _Value, text: str) -> bool:
    """Whether a row tells the sum of a prize, or how many of it there are ("10 giải thưởng", "02 giải nhì")."""
    return _has_sum(value, text) or _has_measure(value, text)


def _says_either(value: _Value, text: str) -> bool:
    return any(f" {folded(name)} " in text for name in (" ".join(value.said), *value.told))


def _says(value: _Value, text: str) -> bool:
    return f" {folded(' '.join(value.said))} " in text


def _named(pattern: str) -> Callable[[_Value, str], bool]:
    found = re.compile(pattern)
    return lambda _value, text: found.search(text) is not None


_FIGURE = re.compile(r"\d")
_SUM = re.compile(r"\d ?(?:dong|d|vnd|nghin|ngan|trieu|ty)\b")
_TOLD: Mapping[str, Callable[[_Value, str], bool]] = {
    "measure": _has_measure,
    "amount": _has_amount,
    "money": _has_sum,
    "own": _says_either,
    "hour": _named(r"\d ?(?:gio|h|g)\b|\b\d{1,2}[:h]\d\d\b"),
    "prize": _has_prize,
    "firm": lambda _value, text: any(f" {folded(name)} " in text for name in firms() if " " in name),
    "person": _says_either,
    "lasting": _named(  # "sau ngày", "năm, tháng" are no numbers
        r"(?:\d|\b(?:nua|mot|hai|ba|bon|bay|tam|chin|muoi|chuc|ruoi)) ?"
        r"(?:ngay|thang|nam|tuan|gio|buoi|phut|dem)\b"
    ),
    "call": _named(  # and no dates beside each other
        r"\b(?:0\d{2,3}|1[89]00)(?:[ .-]?\d{3,4}){1,2}\b|\b(?:goi|day|dai|nong|hotline|thoai)\b\D{0,12}\d{3,}"
    ),
    "kin": _says,
    "law": _named(r"\b(?:luat|nghi dinh|thong tu|dieu \d)"),
    "liking": _says,
}


def _text(candidate: Candidate) -> str:
    """All that an item says, folded, a space around."""
    item = candidate.citation.item
    parts = (
        (item.task, item.activity, item.result, item.objective, item.deadline.text, item.budget, item.note)
        if isinstance(item, Task)
        else (item.text,)
    )
    said = folded(" ".join(filter(None, parts)))
    return f" {' '.join(said.split())} {' '.join(terms(said))} "


@cache
def _values() -> Mapping[str, Sequence[_Value]]:
    """The values by the first word for them, folded."""
    found: dict[str, list[_Value]] = defaultdict(list)
    for kind, said, *told in records("asked_values.tsv"):
        words = tuple(canonical(said).split())
        found[folded(words[0])].append(_Value(kind, words, tuple(map(canonical, told))))
    return found
