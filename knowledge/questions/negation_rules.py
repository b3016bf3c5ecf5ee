"""A negation that stands by a unit: the rows that have nothing to do with it, whichever verb says so.

What people do with work has no complete list ("không dính tới", "chẳng đụng vào", "không tham gia"), so no verb is
looked for: in a clause on rows, what stands between "không" and a unit, or right behind a unit and "không", is one,
unless it says how rows stand ("không xong") or that there are some ("không có việc nào"). A negation that no rule
takes, and rows that are left out by none, are told as not understood: a list must never be of the very rows that were
not asked for.
"""

import re
from collections.abc import Collection, Iterator

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled, either_way
from knowledge.questions.rule_words import BARE_CELL, DROP, GIVES, NOT, WORK
from knowledge.questions.unit_rules import NO, UNITS, without_unit

_VERB = "(?P<verb>(?: (?!<)[^ ]+){0,4}?)"
_ROLE = "(?P<role> <lead>| <coordinate>)?"
_GOES_ON = rf"(?= (?:nào|gì|đến|tới|trong|hạn|mà|thì|{WORK}|<p>)(?!\S)|$)"
OF_ROWS = frozenset({"viec", "vu", "nao", "gi", "ma", "nhung", "va", "song", "task", "muc", "hang", "<p>"})
_ROLES = frozenset({"<lead>", "<coordinate>"})  # "chủ trì những việc nào | không cần Sở A" has the rows in its sign
_OF_CELLS = frozenset({"kinh", "tien", "san", "han", "thoi"})
_WORK_WORDS = frozenset({"viec", "nhiem", "vu", "gi", "nao", "ai", "cong"})
_NO_CELL = (  # of how an answer is put ("không ghi | tắt nhé")
    "không|à|hả|tắt|gọn|dài|dòng|lại|nhầm|sai|lộn|thừa|đủ|hết|chi tiết|nữa|đâu|được|kịp|nhé|nha|nhen|nghe|giùm|giúp"
)
_TALK = rf"(?!(?:biết|rõ|nhớ|chắc|hiểu|(?:ghi|nêu|viết) (?:{_NO_CELL}))(?!\S))"  # "… ôm mấy vụ gì không biết"
_LOOSE = either_way(rf"(?<!\S){NO} {_TALK}(?!<)[^ ]+(?: (?!<)[^ ]+)?")


_LOOSE_OUT = either_way(  # "gạt | mấy vụ lặt vặt | qua một bên": what is left out, whatever it is
    rf"(?<!\S)(?:trừ|ngoại trừ|(?:đừng|khỏi|chớ) {GIVES}|{DROP})(?: (?:các|những|mấy|cái|vụ|chuyện|khoản|{WORK}))+"
    r"(?: (?!<)[^ ]+){1,2}"
)


_LOOSE_CELL = either_way(  # "không ghi | nguồn vốn", "cột ghi chú | để trống": which rows, whatever is meant
    rf"(?<!\S)(?:{NOT} (?:có )?(?:ghi|nêu|điền)(?: rõ)?(?: (?!<|(?:{_NO_CELL})(?!\S))[^ ]+){{1,2}}"
    rf"|(?:cột|ô)(?: (?!<)[^ ]+){{1,4}}? {BARE_CELL}|(?:bỏ|để|còn) (?:trống|trắng|ngỏ)|vỏn vẹn"
    r"|(?:ngoại trừ|loại trừ|không kể|khỏi kể|đừng kể|trừ)(?: (?!<)[^ ]+){1,3})(?!\S)"
)


def _not_by(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào không dính tới Thanh tra": a verb between the negation and a unit."""
    ahead = [folded(word) for word in text.text[: match.start()].split()]
    asks_if = "co" in ahead and not match["verb"]  # "có việc gì không | Sở Nội vụ"
    rows = ahead and (ahead[-1] in OF_ROWS or (ahead[-1] in _ROLES and text.listed and match["verb"]))
    if rows and not asks_if and _denies(match, text):
        yield from without_unit(match, text)


def _does_not(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào Thanh tra không đụng tới": a verb behind a unit and the negation."""
    denied = text.units_in(match)[0].end in text.breaks  # "việc của Phòng A, | không lấy việc quý IV"
    if text.listed and match["verb"] and not denied and _denies(match, text):
        yield from without_unit(match, text)


def _denies(match: Match, text: Text) -> bool:
    """Whether the verb is one of having to do with rows."""
    verb = [folded(word) for word in match["verb"].split()]
    behind = folded(match.string[match.end() :]).split()[:1]
    if not _OF_CELLS.isdisjoint(verb):
        return False  # "không có kinh phí và của Khoa A" is of an empty cell
    there_is = "co" in verb[:1] and not _WORK_WORDS.isdisjoint([*verb, *behind])
    counts = not _WORK_WORDS.isdisjoint(word for word in verb if word != "gi")  # "không liên can gì tới" counts nothing
    return not there_is and not counts and text.states.isdisjoint(range(*text.words(match)))


def loose_negation(text: Text, taken: Collection[int]) -> tuple[str, ...]:
    """The words of a negation of rows that nothing has understood; none where "không" only asks."""
    for found in _LOOSE[text.typed].finditer(text.text):
        ahead = [folded(word) for word in text.text[: found.start()].split()]
        first, last = text.words(found)
        used = {first, last - 1} & ({*taken} | text.cued)
        behind_rows = ahead and (ahead[-1] in OF_ROWS or re.fullmatch(r"<u\d+>", ahead[-1]))
        if behind_rows and "co" not in ahead and not used:
            return tuple(found[0].split())
    alone = [m for m in _LOOSE_ALONE[text.typed].finditer(text.text) if _is_of_rows(m, text)]
    every = (*alone, *(m for said in (_LOOSE_OUT, _LOOSE_CELL) for m in said[text.typed].finditer(text.text)))
    loose = (m for m in every if {*taken}.isdisjoint(range(*text.words(m))) and not text.is_half(text.words(m)[0]))
    return next((tuple(found[0].split()) for found in loose), ())


def _is_of_rows(match: Match, text: Text) -> bool:
    """Whether what is said stands with a unit or rows in one clause: "anh đi họp một mình, …" is talk."""
    at, _ = text.words(match)
    ends = min((one for one in text.breaks if one > at), default=None)
    behind = text.text[match.end() : None if ends is None else text.after(ends)]
    clause = [*map(folded, text.beside(at).split()), *map(folded, behind.split())]
    return any(word in _ROWS_SAID or re.fullmatch(r"<u\d+>", word) for word in clause)


_LOOSE_ALONE = either_way(r"(?<!\S)một mình(?!\S)")
_ROWS_SAID = frozenset({"viec", "nhiem", "vu", "dong", "task", "<lead>", "<coordinate>"})
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{NO}{_VERB} {UNITS}{_ROLE}(?: ra)?", _not_by),
    (rf"<u\d+> {NO}{_VERB}{_ROLE}{_GOES_ON}", _does_not),
    (rf"(?<=mà )<u\d+> đâu(?= có ){_VERB}{_ROLE}{_GOES_ON}", _does_not),
)
TYPED, BARE = compiled(_PATTERNS)
