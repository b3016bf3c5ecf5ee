"""Rules for a denial that is to be confirmed: "tháng 5 không có việc gì phải không", "Thanh tra không làm gì quý 3 à".

Whoever says that there is nothing asks for the very rows that would say otherwise, not for those of everybody else: the
unit, the role and the time are what the list is of, and the negation is what was claimed of it.
"""

from collections.abc import Iterator

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import Narrowing
from knowledge.questions.rule_words import COUNT, COUNTS, WORK

_SCORE = 14  # more than the rows without a unit, and a blank cell, which the same words would be
_CONFIRMS = (["phai"], ["dung"])  # "phải không", "đúng không": the negation asks and denies nothing
_ROWS = frozenset({"viec", "nhiem", "vu", "nhung", "cac", "dau", "hang", "task", "nao", "ai"})


def _nothing(match: Match, text: Text) -> Iterator[Found]:
    """As in "không có việc gì", "không phải làm gì", "không chủ trì việc nào": nothing is said to be there."""
    ahead = [folded(word) for word in match.string[: match.start()].split()]
    of_rows = bool(ahead) and not _ROWS.isdisjoint(ahead)  # "việc nào Thanh tra không làm gì": rows of others
    closes = ahead[-1:] in _CONFIRMS and ahead[-2:-1] != ["co"]  # "ông A ký phải | không, chức vụ gì"
    if text.asks_so and not of_rows and not closes:
        roles = [name for name in ("lead", "coordinate") if f"<{name}>" in match[0]]
        yield Found(Narrowing(denied=True, role=roles[0] if len(roles) == 1 else ""), *text.words(match), _SCORE)


def _only(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng X chỉ phối hợp thôi đúng không": there is said to be nothing in the other role."""
    if text.asks_so and text.units:
        other = "lead" if "<coordinate>" in match[0] else "coordinate"
        yield Found(Narrowing(denied=True, role=other), *text.words(match), _SCORE)


def _so_many(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng X chủ trì 10 việc đúng không", "tháng 6 chỉ có 4 việc thôi hả": so many rows are said to be."""
    said = folded(match["count"])
    roles = [name for name in ("lead", "coordinate") if f"<{name}>" in match[0]]
    if text.asks_so and (text.units or text.periods):
        made = Narrowing(counted=COUNTS.get(said) or int(said), role=roles[0] if roles else "")
        yield Found(made, *text.words(match), _SCORE)


_ROLE, _CLOSE = "(?:<lead>|<coordinate>)", "(?:<p>|trong|ở|vào|phải|đúng|à|hả|chứ|đâu)"
_END = rf"{_CLOSE}(?!\S)(?! {COUNT} )"  # "chỉ chủ trì | đúng 1 việc" counts
_NO = "(?:không|ko|k|chưa|chẳng|chả)"
_OTHER = r"(?! (?:biết|rõ|hiểu|nhớ|chắc|xong|hoàn thành|làm xong)(?!\S))"  # "không biết có việc gì" denies nothing
_MORE = "(?: (?!nào|gì)[^ <\\d]+)"  # "không quá 5 việc" are some
_SOME = f"{_MORE}{{0,3}}?(?: <lead>| <coordinate>)?{_MORE}{{0,2}}?"
_ANY = rf"(?:(?:{WORK} )?(?:nào|gì|chi)|cái (?:nào|gì|chi)|{WORK})"
_WORK = f"(?:{WORK}|dòng|mục|vụ)"  # behind a number anything may be rows
_REST = "(?: (?:cả|hết|đâu|sất|ráo|khác))*"
_ONLY_SO = "(?:(?:chỉ|có|được|giao|mỗi|phải|đúng) )*"
_BEHIND = f"(?: {_ROLE})?(?: (?:thôi|lận))?(?: (?:đến |tới |có )?hạn)?"
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_NO}{_OTHER}{_SOME} {_ANY}{_REST}", _nothing),
    (
        rf"(?<=> )(?:toàn|chỉ)(?: (?:có|được|là|đi|toàn))* {_ROLE}(?: (?:thôi|mà|việc|không))*(?= {_END}|$)",
        _only,
    ),
    (
        rf"{_ONLY_SO}(?:{_ROLE} )?(?:(?:tới|đến|những|tận) )?{COUNT} {_WORK}{_BEHIND}(?= (?:{_CLOSE}|{_NO})(?!\S)|$)",
        _so_many,
    ),
    (r"(?:rảnh|rảnh rỗi|trống việc|ngồi không|ngồi chơi)", _nothing),
    (rf"{_NO} (?:phải |được |bị )?{_ROLE}(?= {_CLOSE}(?!\S)|$)", _nothing),  # a role that has "việc gì" in its words
    (rf"{_NO} (?:có|thấy)(?: (?:tên|mặt))?(?: (?:trong|ở|tại))*(?= (?:<k>|này|đó|{_CLOSE})(?!\S)|$)", _nothing),
)
TYPED, BARE = compiled(_PATTERNS)
