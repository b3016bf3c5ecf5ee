"""Rules for words that a cell has: "sản phẩm là Quyết định", "cột kinh phí có ghi sự nghiệp", "có chữ … trong cột …".

What is said to stand there ends where no cell of the plans goes on so and talk begins ("hội nghị | kể hết nhé"); what
no plan has stays whole: then there are no such rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled, either_way, until_stop
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.cues import cues_in
from knowledge.questions.rule_words import FIELDS, GIVES, JOINS, NOT, PAPERS, ROW_WORDS

_ONLY = frozenset({"chỉ", "mỗi", "đúng", "chi"})
_OR = frozenset({"hoac", "hay"})
_ASKS = frozenset({"list", "count", "about", "all_plans", "again", "tail", "opening", "check"})
_OF_TOPICS = frozenset({"soft", "light", "keep"})
_TELLS = either_way(GIVES)


def _wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "sản phẩm là Quyết định", "hạn ghi là theo quy định", "dùng kinh phí đào tạo"."""
    name = next((name for name in ("deadline", "budget") if match.groupdict().get(name)), "result")
    rest = until_stop(match["said"])
    asks = ROW_WORDS.issuperset(map(folded, rest))  # "tới hạn là việc nào" asks for the rows
    asks = asks or (name == "budget" and _is_no_source(match, rest, text))
    if rest and text.listed and not asks:
        exact = bool(_ONLY & set(match[0].split()))
        lead = match[name] if name == "budget" and "kinh" not in match[name] else ""  # "ngân sách tỉnh"
        yield from _said(match, text, Constraint(Kind.WORDS, field=name, exact=exact, said=lead), rest)


def _is_no_source(match: Match, words: Sequence[str], text: Text) -> bool:
    """Whether words behind "kinh phí" say nothing of where it is from ("không có kinh phí | và do Thanh tra làm")."""
    if not words or (_ASKS_SUM[text.typed].search(match["said"]) and not text.cells("budget", words)):
        return True
    first, _ = text.words(match, "said")
    has = _HAS[text.typed].match(match[0]) is not None  # "dùng kinh phí ODA" names a source, be it in no plan
    return has and (first in text.breaks or folded(words[0]) in _LINKS)


def _other_wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "không có sản phẩm là báo cáo": rows whose product is worded otherwise."""
    for found in _wording(match, text):
        other = tuple(replace(inside, include=False, exact=False) for inside in found.narrowing.where)
        yield replace(found, narrowing=replace(found.narrowing, where=other), score=found.score + 4)


def _in_column(match: Match, text: Text) -> Iterator[Found]:
    """As in "có chữ hội nghị trong cột sản phẩm": the words stand before the name of their cell."""
    name = next(name for name in _CELLS if match[name])
    first, last = text.words(match, "said")
    start, end = text.words(match)
    words = tuple(match["said"].split())
    if text.listed and last - first == len(words):
        made = Constraint(Kind.WORDS, field=name, words=_bare(words), said=" ".join(words)).placed(start, end, _COLUMN)
        yield Found(Narrowing(where=(made,)), start, end, _COLUMN)


def _anywhere(match: Match, text: Text) -> Iterator[Found]:
    """As in "dòng nào ghi theo tiến độ phê duyệt", "bao nhiêu dòng có chữ hội nghị"."""
    rest = until_stop(match["said"])
    quoted = bool(match.groupdict().get("quoted"))
    of_a_cell = _OF_CELL[text.typed].match(match["said"])  # "ghi | thời gian là thường xuyên"
    if text.listed and len(rest) > (not quoted) and not of_a_cell:
        made = (*_said(match, text, Constraint(Kind.WORDS, field="any"), rest),)
        # "có ghi số tiền cụ thể": one word that stands in many rows is no wording
        yield from (found for found in made if quoted or len(found.narrowing.where[0].words) > 1)


def _said(match: Match, text: Text, constraint: Constraint, rest: Sequence[str]) -> Iterator[Found]:
    """The constraint with the words that are said, each side of "hoặc" as one of its own."""
    score = 3 if constraint.field != "any" else 2
    start, _ = text.words(match)
    begins, _ = text.words(match, "said")
    made: list[Constraint] = []
    end = start
    for first, last in _parts(constraint.field, match["said"].split(), len(rest), text):
        words = rest[first:last]
        said = " ".join((*constraint.said.split(), *words))
        at, end = begins + first if made else start, begins + last
        made.append(replace(constraint, words=_bare(words), said=said).placed(at, end, score))
    yield Found(Narrowing(where=tuple(made)), start, end, score)


def _parts(field: str, said: Sequence[str], most: int, text: Text) -> Iterator[tuple[int, int]]:
    """Where each of the wordings that are said begins and ends, of the words up to one that stops them."""
    at = 0
    while at < most:
        size = text.cells(field, said[at:most])
        behind = said[at + size :]
        joins = size and behind and folded(behind[0]) in _OR and text.cells(field, behind[1:])
        ends = size and at + size < most and (joins or _is_talk(behind, typed=text.typed))
        last = at + size if ends else most
        yield at, last
        at = last + 1 if joins else most


def _is_talk(words: Sequence[str], *, typed: bool) -> bool:
    """Whether words only say how to answer, or ask, or are a clause with somebody in it: none goes on with a cell."""
    found = cues_in(tuple(words))
    small = {at for cue in found if not cue.kinds & _OF_TOPICS for at in range(cue.start, cue.end)}
    asks = any(cue.start == 0 and cue.kinds & _ASKS for cue in found)
    tells = _TELLS[typed].fullmatch(words[0]) and (len(words) == 1 or 1 in small)  # "tính | trên …", no "tính toán"
    told = len(words) > _FEW and len(words) - 1 in small  # "… | kế toán đang hỏi chị"
    return bool(asks or tells or told or len(small) == len(words))


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(folded, words))


_ASKS_SUM = either_way(r"(?:bao nhiêu|bn|mấy) (?:tiền|đồng|triệu|tỷ|tỉ|kinh phí)(?!\S)")
_HAS = either_way(rf"(?:{NOT} )?(?:(?:phải|có) )*(?:{FIELDS['budget']})(?!\S)")
_LINKS = JOINS | {"lan", "ma", "nhung", "do", "roi", "duoi", "tren", "hon"}
_FEW = 2  # words that may be the rest of a wording which no plan has
_COLUMN = 8  # more than a cell that is named behind the words by itself
_SAYS = (
    "chữ|kiểu|mỗi|đúng|chỉ|được|có|ghi|là|nêu|viết|chứa|nhắc tới|nhắc đến"
    "|(?:để|đề)(?! nghị| xuất)|gồm|dạng|bằng|ra|phải (?:là|có|ghi)"
)
_SAID = "(?= (?P<said>.+))"
_SPENDS = "dùng|sử dụng|lấy|từ|có|bằng"
_WRITES = "(?:ghi|nêu|đề)"
_CELLS = ("deadline", "result", "budget")
_CELL = "|".join(f"(?P<{name}>{FIELDS[name]})" for name in _CELLS)
_PLACED = "(?: (?:ở|trong|tại|bên|nơi|nằm|của))* (?:cột|ô)"
_WORD = r"(?:chữ|cụm từ|từ khóa|cụm(?! từ)|từ(?! (?:\d|<)))"
_BEHIND_ROWS = "(?:(?<=nào )|(?<=dòng )|(?<=việc )|(?<=mục )|(?<=vụ ))"
_OF_CELL = either_way(rf"(?:{'|'.join(FIELDS[name] for name in _CELLS)})(?: (?:là|ghi|có|:))(?!\S)")
_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:mà |có )?(?P<deadline>{FIELDS['deadline']}|tiến độ)(?: (?:{_SAYS})){{1,4}}{_SAID}", _wording),
    (rf"(?:mà |có )?(?P<result>{FIELDS['result']})(?: (?:{_SAYS})){{1,5}}{_SAID}", _wording),
    (rf"{NOT}(?: (?:có|ra|phải|ghi))* (?P<result>{FIELDS['result']}) (?:là|dạng|ghi|bằng){_SAID}", _other_wording),
    (rf"(?:mà |có )?(?P<result>{FIELDS['result']}) {NOT} (?:phải|ra|dạng)(?: (?:là|dạng|ra))*{_SAID}", _other_wording),
    (rf"(?:(?:{_SPENDS}) )+(?P<budget>{FIELDS['budget']}){_SAID}", _wording),
    (rf"(?:cột |ô |phần )?(?P<budget>{FIELDS['budget']})(?: (?:có|được|chỉ))* {_WRITES}(?: (?:là|chữ|rõ|đúng))*{_SAID}",
     _wording),
    (rf"{NOT} (?:phải )?(?:(?:{_SPENDS}|chi|do|là|thuộc) )*(?P<budget>{FIELDS['budget']}){_SAID}", _other_wording),
    (rf"(?<=ra )(?P<said>{PAPERS})", _wording),
    (rf"(?:có |ghi |nêu |chứa |mang )+{_WORD} (?P<said>[^<]+?){_PLACED} (?:{_CELL})",
     _in_column),
    (rf"(?<=nào )(?:có )?{_WRITES}(?: (?:là|chữ|rõ|kiểu|đúng))*(?= (?P<said>[^<]+))", _anywhere),
    (rf"{_BEHIND_ROWS}(?P<quoted>(?:có|ghi|nêu|chứa) {_WORD})(?= (?P<said>[^<]+))", _anywhere),
)  # fmt: skip
TYPED, BARE = compiled(_RULES)
