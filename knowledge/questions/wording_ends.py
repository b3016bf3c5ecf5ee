"""Where the words of a cell end: where no cell of the plans goes on so and talk, or another clause, begins.

As in "hội nghị | kể hết nhé" and "theo tiến độ | chứ không có ngày". What no plan has stays whole: then there are no
such rows.
"""

from collections.abc import Iterator, Sequence

from knowledge.language.abbreviations import meanings
from knowledge.language.text import canonical, folded
from knowledge.questions.constraint_patterns import Text, either_way
from knowledge.questions.cue_uses import OF_TOPICS, only_talks_on
from knowledge.questions.cues import cues_in, only_turns
from knowledge.questions.rule_words import GIVES, GOES_ON, OR

EITHER = frozenset(map(folded, OR))
_GOES_ON = frozenset(map(folded, GOES_ON))
_AND = frozenset({"va", "voi", "lan", "cung", "vua"})


def wordings(
    field: str, said: Sequence[str], most: int, text: Text, begins: int
) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Where each of the wordings that are said begins and ends, of the words up to one that stops them, and its words.

    A cell goes on over no sign behind which it has no word ("quyết định, | ai cần thì …"), and over no "hoặc".

    Args:
        begins: which word of the question the first one is.
    """
    at = _without_lead(field, said, most, text)
    while at < most:
        size, words = held(field, said[at:most], text)
        behind = said[at + size :]
        joint = folded(behind[0]) if size and behind else ""
        skip = counted(field, behind[1:], text) if joint in EITHER | _AND else 0  # "quy chế hoặc | một thông tư"
        either, again = joint in EITHER, text.cells(field, behind[1 + skip :])
        both, goes_on = joint in _AND and again, joint in _GOES_ON
        joins = both or (either and (again or _is_a_thing(said[at + size + 1 + skip : most], typed=text.typed)))
        parted = either or both or goes_on or (size and begins + at + size in text.breaks)
        whole = size == most - at
        ends = size and (whole or parted or is_talk(behind, typed=text.typed) or _breaks_off(field, size, behind, text))
        yield (at, at + size, words) if ends else (at, most, said[at:most])
        at = at + size + 1 + skip if joins and not whole else most


def _breaks_off(field: str, size: int, behind: Sequence[str], text: Text) -> bool:
    """Whether another clause, or a word that no cell has, stands behind a wording ("theo tiến độ | chứ hạn đâu").

    A product with a word that no cell has is another one ("báo cáo tài chính").
    """
    joint = behind[0] in (_PARTS if text.typed else _PARTS_BARE)
    strange = field != "result" and not text.cells("any", behind[:1])
    return size >= _TOLD and (joint or strange)


def not_of_a_cell(behind: Sequence[str], text: Text) -> tuple[str, ...]:
    """The words behind a wording that no cell has and that are no talk, where one stands right behind it."""
    strange = not only_talks_on(behind[:1]) and not text.cells("any", behind[:1])
    joint = not behind or behind[0] in (_PARTS if text.typed else _PARTS_BARE)
    return tuple(behind) if strange and not (joint or is_talk(behind, typed=text.typed)) else ()


def _is_a_thing(words: Sequence[str], *, typed: bool) -> bool:
    """Whether a few words name something that no plan has ("quyết định hoặc | giấy khen"), and no other cell."""
    small = any(only_turns((word,), typed=typed) for word in (*words[:1], *words[-1:]))
    return 0 < len(words) <= _FEW and not small and not is_talk(words, typed=typed)


def held(field: str, words: Sequence[str], text: Text) -> tuple[int, Sequence[str]]:
    """How many words at the beginning some cell has, and these words, short forms written out ("bb nghiệm thu").

    What only links them may stand in one and not in the other ("theo hướng dẫn | của | TW").
    """
    size, written = 0, list[str]()
    while size < len(words):
        more, added = _further(field, written, words[size:], text)
        if not more and written and written[-1] in _LINKS_ON:
            written.pop()
            continue
        if not more and written and folded(words[size]) in _LINKS_ON:
            more, added = _further(field, written, words[size + 1 :], text)
            more += bool(more)
        if not more:
            break
        written += added
        size += more
    return size, written


def _further(field: str, written: Sequence[str], words: Sequence[str], text: Text) -> tuple[int, Sequence[str]]:
    """How many of some words a cell has behind those that it is known to have, and these as they are written out."""
    size = text.cells(field, (*written, *words)) - len(written)
    while size > 0 and folded(words[size - 1]) in EITHER | _AND and size < len(words):
        size -= 1  # "quyết định | hoặc giấy khen", where some cell has "quyết định hoặc tờ trình"
    if size > 0 or not words or is_talk(words[:1], typed=text.typed):
        return max(size, 0), words[: max(size, 0)]
    longs = (canonical(long).split() for long in meanings(words[0]))
    full = next((long for long in longs if text.cells(field, (*written, *long)) == len(written) + len(long)), ())
    return int(bool(full)), full


def _without_lead(field: str, said: Sequence[str], most: int, text: Text) -> int:
    """How many words before a wording only tell of what manner it is ("chung chung kiểu | theo quy định")."""
    articles = counted(field, said[:most], text)
    if articles or text.cells(field, said[:1]):
        return articles
    leads = (at for at in range(1, min(_LEAD, most - 1) + 1) if only_turns(said[:at], typed=text.typed))
    return next((at for at in leads if text.cells(field, said[at:most]) > 1), 0)


def counted(field: str, said: Sequence[str], text: Text) -> int:
    """How many words only count a wording or give it an article, as no cell does ("một | biên bản", "cái | quy chế").

    The fewest do, behind which a cell has most of what is said ("một | tờ trình").
    """
    size = next((at for at, word in enumerate(said) if folded(word) not in _COUNTERS), 0)
    held = [(text.cells(field, said[at:]), -at) for at in range(size + 1)]
    most, at = max(held)
    return -at if most > max(held[0][0], 0) else 0


def is_talk(words: Sequence[str], *, typed: bool) -> bool:
    """Whether words only say how to answer, or ask, or are a clause with somebody in it: none goes on with a cell."""
    found = cues_in(tuple(words))
    small = {at for cue in found if not cue.kinds & OF_TOPICS for at in range(cue.start, cue.end)}
    asks = any(cue.start == 0 and cue.kinds & _ASKS for cue in found)
    tells = _TELLS[typed].fullmatch(words[0]) and (len(words) == 1 or 1 in small)  # "tính | trên …", no "tính toán"
    told = len(words) > _FEW and len(words) - 1 in small  # "… | kế toán đang hỏi chị"
    return bool(asks or tells or told or len(small) == len(words))


_FEW = 2  # words that may be the rest of a wording which no plan has
_COUNTERS = frozenset({"mot", "1", "01", "cai", "chiec", "tam", "to", "ban", "bo", "cuon", "quyen", "tap", "loai"})
_COUNTERS |= {"co", "la", "chu"}  # "vừa có báo cáo vừa | có nhật ký"
_LINKS_ON = frozenset({"của", "các", "cua", "cac"})
_TOLD = 2  # words of a cell that tell it, whatever stands behind
_PARTS = frozenset({"chứ", "chớ", "mà", "nhưng", "còn", "vì", "bởi", "nếu", "nên", "rồi", "thì"})  # begin a clause
_PARTS_BARE = frozenset({"ma", "nhung", "thi", "cho"})  # "con", "neu", "chu" may be other words
_LEAD = 4  # words before a wording that only tell its manner
_ASKS = frozenset({"list", "count", "about", "all_plans", "again", "tail", "opening", "check"})
_TELLS = either_way(GIVES)
