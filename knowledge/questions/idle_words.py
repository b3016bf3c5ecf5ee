"""Whether what is left of a question beside its unit or time says nothing of rows: then it asks for all of them.

"Quý 2 có deadline nào", "gom hết việc Công an tỉnh lại cho chị", "tháng 6 chốt những gì": the unit or the time is what
the list is of, whatever word asks for it. Idle are words for the work itself, turns of speech, and words that no plan
knows.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.cues import everyday_phrases, is_half_of_a_turn, plain_words, soft_words, written_plainly
from knowledge.questions.rule_words import MUST, ROW_WORDS
from knowledge.questions.spans import Spans

_WORKS = frozenset({("nhiem", "vu"), ("cong", "viec"), ("dau", "viec")})
_FEW = 4  # words that may be left beside a unit: more tell a story


def is_idle(spans: Spans) -> bool:
    """Whether every word that is left says nothing of rows."""
    return len(spans.rest) <= _FEW and all(_says_nothing(spans, i) for i in spans.rest)


def hard_words(spans: Spans) -> list[int]:
    """The positions of the words that are left but soft ones: these tell what a question is about."""
    return [i for i in spans.rest if folded(spans.words[i]) not in soft_words()]


def only_work(spans: Spans) -> bool:
    """Whether the words that are left only name the work itself; "tháng 6 nghỉ lễ ngày nào" asks of another thing."""
    return all(folded(spans.words[i]) in ROW_WORDS | _IDLE for i in spans.rest)


def names_work(spans: Spans) -> bool:
    """Whether the work itself is named among the words that are left ("gom hết | việc | …")."""
    bare = {i: folded(spans.words[i]) for i in spans.rest}
    pairs = ((bare.get(i), bare.get(j)) for i, j in pairwise(sorted(bare)) if j == i + 1)
    return "viec" in bare.values() or any(pair in _WORKS for pair in pairs)


def verbs_asked(words: Sequence[str]) -> set[int]:
    """Where one word can only be a verb: behind "phải" or "cần" up to what asks ("phải | khép lại | những gì").

    Two of them are a verb and what it is done to ("phải | trồng rừng | những gì"), but for a turn ("dứt điểm").
    """
    found = {i for slot in _slots(words) if _is_a_verb(_said(words, slot)) for i in slot}
    last = range(max((at + 1 for at, word in enumerate(words) if folded(word) in MUST), default=0), len(words))
    turn = _said(words, last) in everyday_phrases()  # "những việc nào phải | dứt điểm", but not "… phải | trồng"
    return found | set(last) if turn else found


def _said(words: Sequence[str], slot: range) -> tuple[str, ...]:
    return tuple(words[i] for i in slot if folded(words[i]) not in _IDLE)


def _is_a_verb(words: tuple[str, ...]) -> bool:
    return len(words) == 1 or words in everyday_phrases()


def is_its_own(spans: Spans, at: int) -> bool:
    """Whether a word stands without accents that is one, where others have theirs ("thu hồi" is no "thứ")."""
    return spans.utterance.accented and spans.utterance.topical[at] in plain_words("own")


def _slots(words: Sequence[str]) -> Iterator[range]:
    """The places from each "phải" or "cần" to what asks; "máy" is no "mấy"."""
    for must in (at for at, word in enumerate(words) if folded(word) in MUST):
        slot = range(must + 1, min(must + 1 + _VERB, len(words)))
        if end := next((at for at in slot if words[at] in _ASKS), 0):
            yield range(must + 1, end)


def asks_of_several(spans: Spans) -> bool:
    """Whether things of any noun of one word are asked for in the plural ("những mảng nào"), or what has to be done."""
    bare = list(map(folded, spans.words))
    many = (bare[at] in _MANY and bare[at + 2] in _WHICH for at in range(len(bare) - 2))
    rows = ROW_WORDS | {"han"}  # "cần để ý | hạn nào" asks for rows whatever the verb
    done = (
        not rows.isdisjoint(bare[slot.stop : slot.stop + 2]) or sum(not _is_small(spans, at) for at in slot) <= 1
        for slot in _slots(spans.words)
        if slot
    )
    return any(done) or any(many)


_WHAT = ("những", "các", "mấy", "gì", "nào", "việc", "hạn")
_ASKS = frozenset((*_WHAT, *map(folded, _WHAT)))
_MANY = frozenset({"nhung", "may"})
_WHICH = frozenset({"nao", "gi"})
_VERB = 4  # words from "phải" to what asks


def _says_nothing(spans: Spans, at: int) -> bool:
    bare = folded(spans.utterance.topical[at])
    known = spans.lookup.weight(bare) or is_its_own(spans, at)
    unknown = not known and is_syllable(bare)  # "SNV" is a short form that no plan has
    return unknown or _is_small(spans, at)


def _is_small(spans: Spans, at: int) -> bool:
    """Whether a word says nothing whatever the plans have."""
    word = spans.utterance.topical[at]
    if is_its_own(spans, at):
        return False  # "thu hồi" is no "thứ"
    small = folded(word) in soft_words() | ROW_WORDS | _IDLE
    plain = word in written_plainly("list") | written_plainly("closing")
    return small or plain or (word,) in everyday_phrases() or is_half_of_a_turn(spans.utterance.topical, at)


_IDLE = frozenset({"phan", "gom", "lai", "het", "ra", "di", "tung", "rieng", "mang", "bai"})
