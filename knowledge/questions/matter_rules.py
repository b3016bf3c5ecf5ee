"""Rules for rows that a list is without by what they are about: "trừ các việc về tập huấn", "… ở mục đào tạo".

So is what an answer is without, be it no row ("bỏ số thứ tự đi").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Span, Text, compiled, either_way, until_stop
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.matter_left_out import matter_left_out
from knowledge.questions.rule_words import DROP, EXCEPT, JOINS, OUT, PART, SPELLS, WORK


def _bare(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(folded, words))


def _without_topic(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào không phải báo cáo", "trừ các việc về tập huấn"."""
    rest = until_stop(match["said"])
    start, _ = text.words(match)
    first, _ = text.words(match, "said")
    outside = folded(match[0]).startswith("ngoai") and not folded(match[0]).startswith("ngoai tru")
    closed = rest.index("ra") if "ra" in rest[1:] and (outside or rest[-1] == "ra") else 0  # "ngoài báo cáo ra"
    asked = len(rest) > 1 and _ASKED.search(match.string[: match.start()])
    of_others = asked or _OTHERS.search(match.string[match.end() :])
    if text.is_broken(start, first) or (outside and not closed and match.start() and not of_others):
        return  # "…không, | tính tất cả các kế hoạch", "tủ điện ngoài đường" is a place
    if not text.listed or text.is_half(start) or first in text.states:
        return
    rest = rest[: closed or len(rest)]
    part = _part_behind(rest, text)
    begins, end = matter_left_out(rest[: part[0]] if part else rest, first, text)
    if part and begins < part[0]:
        yield from _without_both(rest, begins, part, (start, first), text)
        return
    said = rest[begins:end]
    said = () if tuple(map(folded, said)) in _ASKS_ONLY else said  # "không có | ai", "mấy việc | làm rồi"
    if said:
        last = first + end + (folded(" ".join(rest[end : end + 1])) == "ra")
        where = tuple(_without(one).placed(start, last, 2) for one in _parts(said, text))
        yield Found(Narrowing(where=where), start, last, 2)


def _part_behind(rest: Sequence[str], text: Text) -> Span | None:
    """Where a part of the plan begins and ends that rows are said to stand in ("tập huấn | ở mục đào tạo").

    One that is pointed at ("ở mục đó") is that of the list.
    """
    for at, word in enumerate(rest[1:-1], 1):
        if _PART_WORD[text.typed].fullmatch(word) and _AHEAD[text.typed].fullmatch(rest[at - 1]):
            behind = [*map(folded, rest[at + 1 :])]
            size = text.headings(behind)
            if size > 1 or (size and _ROMAN.fullmatch(behind[0])):
                return at - 1, at + 1 + size
            if behind[0] in _POINTS:
                return at - 1, at + 2
    return None


_PART_WORD = either_way(PART)
_AHEAD = either_way("ở|trong|thuộc|của|bên|tại|nằm")
_ROMAN = re.compile("[ivx]{1,4}")
_POINTS = frozenset({"do", "ay", "nay", "day", "tren"})


def _without_both(rest: Sequence[str], begins: int, part: Span, span: Span, text: Text) -> Iterator[Found]:
    """That rows of a part are left out which are about a matter; others about it stay, and others of the part."""
    (start, first), (until, end) = span, part
    alone = all(map(_AHEAD[text.typed].fullmatch, rest[begins:until]))  # "những việc | nằm | ở phần …"
    section = Constraint(Kind.SECTION, words=_bare(rest[until + 2 : end]), include=False, either=not alone)
    score = _BOTH + end - until
    matter = replace(_without(rest[begins:until]), field="any")  # in whatever order: the part tells as much
    pointed = end - until == _POINTED and folded(rest[end - 1]) in _POINTS
    said = (section,) if alone else (matter,) if pointed else (matter, section)
    where = tuple(one.placed(start, first + end, score) for one in said)
    yield Found(Narrowing(where=where), start, first + end, score)


_POINTED = 3  # words of a part that is pointed at ("ở mục đó")
_BOTH = 6  # more than the matter alone with the part that a list is of


def _without(words: Sequence[str]) -> Constraint:
    """That rows are not about some words."""
    return Constraint(Kind.TOPIC, words=_bare(words), include=False, said=" ".join(words))


def _parts(said: Sequence[str], text: Text) -> list[Sequence[str]]:
    """Each of several matters that are joined ("báo cáo | với | kế hoạch"), where no cell has them so."""
    joints = [at for at, word in enumerate(said) if folded(word) in _JOINTS]
    begins, ends = [0, *(at + 1 for at in joints)], [*joints, len(said)]
    parts = [said[begin:end] for begin, end in zip(begins, ends, strict=True)]
    known = all(part and text.cells("any", part) == len(part) for part in parts)
    return parts if known and text.cells("any", said) < len(said) else [said]


_JOINTS = JOINS | {"lan"}


def _dropped(match: Match, text: Text) -> Iterator[Found]:
    """As in "…, bỏ báo cáo định kỳ hằng quý ra": all that stands between, in a clause of its own."""
    start, end = text.words(match)
    first, last = text.words(match, "said")
    closes = text.after(end) >= len(text.text) or end in text.breaks
    begins = not text.beside(start) or start == 0 or text.says(start - 1, _ASKING)
    if text.listed and closes and begins and not text.is_broken(start, end) and not text.is_half(start):
        said = _COMES_ROUND[text.typed].search(match["said"])
        words = tuple(match["said"][: said.start() if said else None].split())
        if len(words) == last - first - (len(said[0].split()) if said else 0) and words:
            without = [*map(_without, _parts(words, text))]
            if said:  # what is not both stays
                each = ("periodic", folded(said["each"])) if said["each"] else ("ongoing",)
                without.append(Constraint(Kind.RHYTHM, words=each, include=False, either=True))
            where = tuple(one.placed(start, end, _ALL_OF_IT) for one in without)
            yield Found(Narrowing(where=where), start, end, _ALL_OF_IT)


def _of_the_answer(match: Match, text: Text) -> Iterator[Found]:
    """As in "…, bỏ số thứ tự đi": a part of how rows are put, which leaves none of them out."""
    start, end = text.words(match)
    if text.listed and (text.after(end) >= len(text.text) or end in text.breaks):
        where = (Constraint(Kind.TABLE).placed(start, end),) if "loi van" in folded(match[0]) else ()
        yield Found(Narrowing(where=where, laid_out=True), start, end, _ALL_OF_IT)


_ALL_OF_IT = 9  # more than what a part of the words says, turned round
_COMES_ROUND = either_way(rf"(?:thường xuyên|(?:định kỳ )?(?:hằng|hàng|mỗi) (?P<each>{SPELLS}))$")
_ASKING = frozenset({"gi", "nao", "viec", "vu"})
_OTHERS = re.compile(r" (?:thì|thi|còn|con|nữa|nua|khác|khac)(?!\S)")  # behind what others than it are asked of
# "việc gì | ngoài dạy bơi"; one word behind it is a place: "ngoài trời"
_ASKED = re.compile(r"(?<!\S)(?:gì|nào|gi|nao|<lead>|<coordinate>) $|(?<!\S)(?:còn lại|con lai|khác|khac) ")
_ASKS_ONLY = {("ai",), ("gi",), ("dau",), ("lam",)}
_EACH = f"(?:các|những|mấy|cái|{WORK})"
_SOME = rf"(?:hai|ba|bốn|năm|\d{{1,2}})(?= (?:{WORK}|cái|dòng|khoản|vụ|mục)(?!\S))"  # "không kể | hai | việc kiểm tra"
_LAYOUT = "số thứ tự|stt|cột|ô|lời văn|phần lời văn|tiêu đề|gạch đầu dòng"  # of an answer, no rows
_ROWS = "dòng|loại|vụ|chuyện|khoản"
_ONLY = "(?:mới )?(?:chỉ|toàn|thuần|đơn thuần) (?:là|có|để|mang tính)"  # "trừ các việc | chỉ là | xây dựng kế hoạch"
_TO_THE_END = rf"(?= (?P<said>[^<]+?)(?:{OUT}+)?(?: <|\Z))"
_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"{EXCEPT}(?: (?:là|về|{_ONLY}|{_EACH}|{_SOME}))*(?= (?P<said>[^<]+))", _without_topic),
    (
        rf"{DROP}(?: (?:{_EACH}|{_ROWS}|{_SOME}))+(?: (?:mà|có|là|về|ghi|theo|{_ONLY}))*{_TO_THE_END}",
        _without_topic,
    ),
    (rf"{DROP} (?!(?:{_EACH}|hết|{_ROWS}|{_LAYOUT})(?!\S))(?P<said>[^ <]+(?: [^ <]+){{0,6}}?) (?:ra|đi)", _dropped),
    (rf"{DROP} (?:{_LAYOUT})(?: (?!<)[^ ]+){{0,3}}? (?:ra|đi)", _of_the_answer),
)
TYPED, BARE = compiled(_RULES)
