"""Rows and what is asked of them in the short forms of chats, which may also stand for other things: "mấy hđ", "kp bn".

They are rows where they are counted, listed or asked for, or fall due, and neither word beside them goes on with
another thing that the short form stands for: "ký mấy hđ", "hđ khoán nào" are contracts in a plan with "hợp đồng khoán".
So is any unit before what it does ("đv phối hợp"), and the list of rows, right before them, where the plans have no
such list behind the word before it ("lập ds nv"). "Bn" is how many where the plans have no patients or nothing else
asks, else patients, and "kp" money that closes the question or is asked for, or opens it where the plans have no
quarters or how much is asked, and is neither counted nor goes on as a quarter does.
"""

from collections.abc import Callable, Iterator, Sequence

from knowledge.language.abbreviations import meanings
from knowledge.language.text import canonical, folded
from knowledge.questions.cues import small_words, soft_words
from knowledge.questions.rule_words import HOW_MANY, HOW_MUCH, OF_WORK
from knowledge.questions.speakers import interrogates

_SHORT = {"vc": "việc", "hđ": "hoạt động", "hd": "hoạt động"}
_MANY = "bn"
_HOW_MANY, _MONEY = "bao nhiêu", "kinh phí"
_PATIENTS = (("bệnh", "nhân"), ("người", "bệnh"))  # whom "bn" may be where something else asks
_QUARTER = ("khu", "phố")  # which "kp" may be where nothing tells it for money
_OF_MONEY = frozenset({"bao", "bn", "het", "lay", "o", "tu", "dau", "nguon", "la", "co", "du"})  # behind it
_LISTS = {"ds": "danh sách", "ls": "danh sách", "lk": "liệt kê", "dsách": "danh sách", "lkê": "liệt kê"}
_ANY_UNIT = {"đv": "đơn vị", "cq": "cơ quan"}
_ROLES = frozenset({"chu", "phoi", "ctri", "ct", "ph", "phop", "thuc", "phu", "tham", "nao", "khac"})  # behind a unit
_ROWS = frozenset(map(folded, (*OF_WORK, *_SHORT)))
_LISTED = frozenset({"list", "sach", "ke", "dong"})  # the last words of "danh sách", "liệt kê", "những dòng"
_LISTED |= frozenset(_LISTS)
_ARTICLES = frozenset({"cac", "nhung", "may", "cai"})
_WHICH = frozenset({"nao", "gi", "j", "nay", "do", "ay", "kia", "chua"})
_FALLS = frozenset({"den", "toi", "het", "qua", "phai"})  # of "đến hạn", "phải xong"
_DUE = frozenset({"han", "xong", "nop"})


def rows_in_full(words: Sequence[str], adjoin: Callable[[str, str], bool]) -> tuple[str, ...]:
    """The words of a question with its short forms of rows written out.

    Args:
        adjoin: whether the plans have two words side by side.
    """
    return tuple(part for at, word in enumerate(words) for part in _in_full(words, at, word, adjoin))


def _in_full(words: Sequence[str], at: int, word: str, adjoin: Callable[[str, str], bool]) -> Sequence[str]:
    if word in _LISTS and _of_rows(words[at + 1 :]) and not (at and adjoin(words[at - 1], _LISTS[word].split()[0])):
        return _LISTS[word].split()
    if word in _ANY_UNIT and _ROLES.issuperset([*map(folded, words[at + 1 : at + 2])] or [""]):
        return _ANY_UNIT[word].split()
    if word == _MANY:
        return _many_or_patients(words, at, adjoin)
    meant = _SHORT.get(word) if _are_asked(words, at) else _MONEY if word == "kp" and _asks(words, at, adjoin) else None
    return meant.split() if meant and not _is_a_thing(words, at, meant, adjoin) else (word,)


def _many_or_patients(words: Sequence[str], at: int, adjoin: Callable[[str, str], bool]) -> Sequence[str]:
    """What "bn" stands for: how many, unless something else asks; then patients as the plans call them, if they do."""
    behind = [*map(folded, words[at + 1 : at + 2])]
    called = [pair for pair in _PATIENTS if adjoin(*pair)]
    counts = behind in ([], ["%"]) or behind[0] in _ROWS
    if counts or not called or (_asks_alone(words) and not _is_a_thing(words, at, _HOW_MANY, adjoin)):
        return _HOW_MANY.split()
    return called[0] if len(called) == 1 and not _asks_alone(words) else (words[at],)


def _asks_alone(words: Sequence[str]) -> bool:
    """Whether nothing but "bn" asks."""
    others = [word for word in words if word != _MANY]
    return not interrogates(others) and HOW_MANY.isdisjoint(map(folded, others))


def _asks(words: Sequence[str], at: int, adjoin: Callable[[str, str], bool]) -> bool:
    """Whether "kp" asks for money: it is not counted, and opens the question or stands before what asks for it.

    Where the plans have quarters, it opens the question for money only if that ends with how much.
    """
    before, behind = [*map(folded, words[max(at - 1, 0) : at])], [*map(folded, words[at + 1 : at + 2])]
    uncounted = HOW_MANY.union(_ARTICLES, (_MANY, "moi", "tung")).isdisjoint(before)
    how_much = not HOW_MUCH.isdisjoint(map(folded, words[-1:]))
    opens = not before and (how_much or not adjoin(*_QUARTER))
    return uncounted and (opens or _OF_MONEY.issuperset(behind))


def _of_rows(words: Sequence[str]) -> bool:
    """Whether words begin with rows, articles aside ("các | nv")."""
    at = next((at for at, word in enumerate(words) if folded(word) not in _ARTICLES), len(words))
    return any(folded(" ".join(words[at : at + size])) in _ROWS for size in (1, 2))


def _are_asked(words: Sequence[str], at: int) -> bool:
    """Whether what stands beside a word counts rows, lists them or asks for them."""
    before, behind = [*map(folded, words[max(at - 3, 0) : at])], [*map(folded, words[at + 1 : at + 3])]
    falls = behind[:1] and behind[0] in _FALLS and behind[1:] and behind[1] in _DUE
    counted = bool(before) and before[-1] in HOW_MANY
    listed = bool(before) and (before[-1] in _LISTED or (before[-1] in _ARTICLES and not _LISTED.isdisjoint(before)))
    return bool(falls or counted or listed or not _WHICH.isdisjoint(behind[:1]))


def _is_a_thing(words: Sequence[str], at: int, meant: str, adjoin: Callable[[str, str], bool]) -> bool:
    """Whether a word beside it goes on with another thing that the short form stands for."""
    longs = [long.split() for long in map(canonical, meanings(words[at])) if long not in (*OF_WORK, meant)]
    beside = [word for word in words[max(at - 1, 0) : at] if folded(word) not in HOW_MANY]  # "theo | hd nào"
    before = [*beside, *_telling(words[max(at - 2, 0) : max(at - 1, 0)])]
    behind = [*_telling(words[at + 1 : at + 2])]
    return any(
        any(adjoin(word, long[0]) for word in before) or any(adjoin(long[-1], word) for word in behind)
        for long in longs
    )


def _telling(words: Sequence[str]) -> Iterator[str]:
    """The words but those that say nothing of what they stand beside."""
    plain, asks = small_words() | soft_words(), HOW_MANY | _WHICH | _FALLS
    return (word for word in words if word not in plain and folded(word) not in asks)
