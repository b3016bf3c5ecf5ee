"""Rules for words that a cell has: "sản phẩm là Quyết định", "cột kinh phí có ghi sự nghiệp", "có chữ … trong cột …".

What is said to stand there ends where `wording_ends` tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled, either_way, until_stop
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import FIELDS, JOINS, NOT, PAPERS, ROW_WORDS, VERBATIM, WORK
from knowledge.questions.wording_ends import EITHER, counted, held, is_talk, not_of_a_cell, wordings

_ONLY = frozenset({"chỉ", "mỗi", "đúng", "chi", "vỏn", "von", "độc"})
_BOTH = frozenset({"ca", "gom", "vua"})


def _wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "sản phẩm là Quyết định", "hạn ghi là theo quy định", "dùng kinh phí đào tạo"."""
    name = next((name for name in ("deadline", "budget") if match.groupdict().get(name)), "result")
    rest = _until_stop(match["said"], name, text)
    asks = ROW_WORDS.issuperset(map(folded, rest))  # "tới hạn là việc nào" asks for the rows
    asks = asks or (name == "budget" and _is_no_source(match, rest, text))
    asks = asks or (name == "deadline" and _only_falls_due(match, text))
    asks = asks or bool(match.groupdict().get("ahead") and text.cells(name, rest) < _FEW)  # "ghi hạn | rõ ràng"
    if rest and text.listed and not asks:
        # "chỉ là một báo cáo" is any report
        nothing_more = _NOTHING_MORE[text.typed].search(match["said"])
        quoted = folded(" ".join(rest[: counted(name, rest, text)]))  # "một chữ …" quotes it
        exact = bool(nothing_more or _ONLY & set(match[0].split())) and (not quoted or quoted.endswith("chu"))
        lead = match[name] if name == "budget" and "kinh" not in match[name] else ""  # "ngân sách tỉnh"
        made = Constraint(Kind.WORDS, field=name, exact=exact, said=lead)
        end = text.word_at(match.start("said") + nothing_more.end() - 1) + 1 if nothing_more else 0
        yield from (replace(one, end=max(one.end, end)) for one in _said(match, text, made, rest))


def _until_stop(said: str, field: str, text: Text) -> tuple[str, ...]:
    """The words up to one that asks, or a sign; without accents with a small word that a cell has ("bien | ban")."""
    words, rest = said.split(), until_stop(said)
    size = text.cells(field, words[: len(rest) + 1]) if rest and not text.typed else 0
    return tuple(words[:size]) if size > len(rest) else rest


def _only_falls_due(match: Match, text: Text) -> bool:
    """Whether rows fall due and nothing says how that is written ("đến | hạn cả | thảy")."""
    lead = match.string[match.start() : match.start("said")]
    due = _DUE[text.typed].search(match.string[: match.start()]) is not None
    return due and _WRITTEN[text.typed].search(lead) is None


def _handed(match: Match, text: Text) -> Iterator[Found]:
    """As in "thứ phải nộp ra là một quyết định", "ra được danh sách": a product, by what is done with it."""
    rest = until_stop(match["said"])
    start, end = text.words(match, "said")
    end = start + len(rest)
    articles = counted("result", rest, text)
    first = start + articles
    if text.listed and first < end and not text.is_small(first) and text.cells("result", rest[articles:]):
        yield from _said(match, text, Constraint(Kind.WORDS, field="result"), rest)


def _is_no_source(match: Match, words: Sequence[str], text: Text) -> bool:
    """Whether words behind "kinh phí" say nothing of where it is from ("không có kinh phí | và do Thanh tra làm")."""
    sum_asked = _ASKS_SUM[text.typed].search(match["said"])
    if not words or ((sum_asked or folded(words[0]) in _STANDS) and not text.cells("budget", words)):
        return True
    first, _ = text.words(match, "said")
    has = _HAS[text.typed].match(match[0]) is not None  # "dùng kinh phí ODA" names a source, be it in no plan
    return has and (first in text.breaks or folded(words[0]) in _LINKS)


def _source(match: Match, text: Text) -> Iterator[Found]:
    """As in "xài tới kinh phí đào tạo", "kinh phí đào tạo chi cho việc nào": a source that cells have."""
    rest = until_stop(match["said"])
    size, words = held("budget", rest, text)
    if text.listed and size > 1 and not any(word[0].isdigit() for word in words):
        start, _ = text.words(match)
        end = text.words(match, "said")[0] + size
        made = Constraint(Kind.WORDS, field="budget", words=_bare(words), said=" ".join(words))
        yield Found(Narrowing(where=(made.placed(start, end, _FROM),)), start, end, _FROM)


def _another_kind(match: Match, text: Text) -> Iterator[Found]:
    """As in "còn kiểu theo tiến độ phê duyệt": rows of another deadline than those of before, as cells word it."""
    rest = until_stop(match["said"])
    size = text.cells("deadline", rest)
    whole = size == len(rest) or is_talk(rest[size:], typed=text.typed)
    if text.listed and size > 1 and whole:
        start, end = text.words(match)[0], text.words(match, "said")[0] + size
        made = Constraint(Kind.WORDS, field="deadline", words=_bare(rest[:size]), said=" ".join(rest[:size]))
        yield Found(Narrowing(where=(made.placed(start, end, _OTHER),)), start, end, _OTHER)


def _of_a_deadline(match: Match, text: Text) -> Iterator[Found]:
    """As in "các dòng có thời hạn theo tiến độ phê duyệt", where nothing else follows that it may be cut off from."""
    found = (
        one for one in _another_kind(match, text) if text.after(one.end) >= len(text.text) or one.end in text.breaks
    )
    yield from found


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
    """As in "dòng nào ghi theo tiến độ phê duyệt", "bao nhiêu dòng có chữ hội nghị"; no "ghi đích danh | Sở A"."""
    rest = until_stop(match["said"])
    quoted = bool(match.groupdict().get("quoted"))
    of_a_cell = _OF_CELL[text.typed].match(match["said"])  # "ghi | thời gian là thường xuyên"
    of_a_unit = _NAMES.issuperset(map(folded, rest)) and match.string[match.end("said") :].startswith("<u")
    if text.listed and len(rest) > (not quoted) and not (of_a_cell or of_a_unit):
        made = (*_said(match, text, Constraint(Kind.WORDS, field="any"), rest),)
        # "có ghi số tiền cụ thể": one word that stands in many rows is no wording
        yield from (found for found in made if quoted or len(found.narrowing.where[0].words) > 1)


def _said(match: Match, text: Text, constraint: Constraint, rest: Sequence[str]) -> Iterator[Found]:
    """The constraint with the words that are said, each side of "hoặc" as one of its own.

    So is each side of "và", of which a cell has one or the other but behind "cả", "gồm" and "vừa", where it has both.
    """
    score = 3 if constraint.field != "any" else 2
    start, _ = text.words(match)
    begins, _ = text.words(match, "said")
    made: list[Constraint] = []
    end, to = start, 0
    said = match["said"].split()
    whole = not _BOTH.isdisjoint(map(folded, match[0].split()))
    for first, last, words in wordings(constraint.field, said, len(rest), text, begins):
        quoted = " ".join((*constraint.said.split(), *words))
        at, end = begins + first if made else start, begins + last
        both = whole and not EITHER.intersection(map(folded, said[to:first]))
        also = replace(constraint, words=_bare(words), said=quoted, either=bool(made) and not both)
        made.append(also.placed(at, end, score))
        to = last
    lost = not_of_a_cell(said[to : len(rest)], text)
    yield Found(Narrowing(where=tuple(made), unread=lost), start, end, score)


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(folded, words))


_NAMES = frozenset({"ten", "dich", "danh", "ro", "ca", "co", "luon", "ben", "cua", "la", "don", "vi", "quan"})
_ASKS_SUM = either_way(r"(?:bao nhiêu|bn|mấy) (?:tiền|đồng|triệu|tỷ|tỉ|kinh phí)(?!\S)")
_HAS = either_way(rf"(?:{NOT} )?(?:(?:phải|có) )*(?:{FIELDS['budget']})(?!\S)")
_MORE = "(?:(?:thêm|chữ|cái|gì|nào|khác|nữa|kèm)(?: |$)){2,}"
_NOTHING_MORE = either_way(rf"{NOT}(?: (?:có|ghi|kèm|nêu|còn))+ {_MORE}")  # "ghi kế hoạch mà | không ghi gì thêm"
_DUE = either_way(r"(?<!\S)(?:đến|tới|quá|sắp|kịp) $")
_WRITTEN = either_way(rf"(?<!\S)(?:{VERBATIM}|kiểu|ghi|là|nêu|viết|chứa|để|đề|dạng|bằng)(?!\S)")
_STANDS = frozenset({"ghi", "neu", "dien", "trong", "o"})  # where it stands, or that it does
_LINKS = JOINS | {"lan", "ma", "nhung", "do", "roi", "duoi", "tren", "hon"}
_FEW = 2  # words that may be the rest of a wording which no plan has
_FROM = 2.5  # less than a source with the verb that says what is done with it
_OTHER = 1.5  # less than a rhythm of its own ("còn loại thường xuyên")
_COLUMN = 8  # more than a cell that is named behind the words by itself
_SAYS = (
    f"{VERBATIM}|kiểu"
    "|vỏn vẹn|độc|trơn|gọn|duy nhất|mỗi|đúng|chỉ|được|có|cả(?! thảy)|vừa|ghi|là|nêu|viết|chứa|nhắc tới|nhắc đến"
    "|(?:để|đề)(?! nghị| xuất)|gồm|dạng|bằng|ra|phải (?:là|có|ghi)"
)
_MANNER = f"(?(ahead)(?: (?:{_SAYS})){{0,6}}|(?: (?:{_SAYS})){{1,6}})"
_SAID = "(?= (?P<said>.+))"
_SPENDS = "dùng|sử dụng|lấy|từ|có|bằng"
_WRITES = "(?:ghi|nêu|đề)"
_AS = f"(?: (?:là|{VERBATIM}|rõ|kiểu|đúng))*"
_CELLS = ("deadline", "result", "budget")
_CELL = "|".join(f"(?P<{name}>{FIELDS[name]})" for name in _CELLS)
_PLACED = "(?: (?:ở|trong|tại|bên|nơi|nằm|của))* (?:cột|ô)"
_WORD = r"(?:chữ|cụm từ|từ khóa|cụm(?! từ)|từ(?! (?:\d|<)))"
_MAKES = "(?:nộp|giao nộp|trình|làm|cho|đẻ|lòi|đưa|viết|bàn giao|giao)"
_COMES = "(?: (?:ra|lên|về|được|cuối cùng))"
_THING = "(?:thứ|cái|món|đồ|giấy tờ|hồ sơ|kết quả|sản phẩm|văn bản)(?: (?:phải|cần|sẽ|được|mà))*"
_HANDED = rf"(?:{_THING} {_MAKES}{_COMES}*|(?:(?:phải|cần|được) )*{_MAKES}{_COMES}+) là(?: (?:dạng|loại|kiểu))*{_SAID}"
_BEHIND_ROWS = "(?:(?<=nào )|(?<=dòng )|(?<=việc )|(?<=mục )|(?<=vụ ))"
_VERB = rf"(?!{NOT}(?!\S))(?!<)[^ ]+ (?:(?:tới|đến|vào|vô|từ|hết|cái) )?"
_FIELD = "|".join(FIELDS[name] for name in _CELLS)
_OF_CELL = either_way(rf"(?:{_FIELD})(?: (?:là|ghi|có|:))(?!\S)")
_PUT_SO = r"(?:kiểu|loại|dạng|diện|ghi|theo)(?!\S)"
_KINDS = f"(?: (?:còn|mấy|các|những|kiểu|loại|dạng|diện|cái|dòng|có|ghi|hạn|là|{WORK}))"
_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:mà |có )?(?P<ahead>{_WRITES} )?(?P<deadline>{FIELDS['deadline']}|tiến độ){_MANNER}{_SAID}", _wording),
    (rf"(?:mà |có )?(?P<result>{FIELDS['result']})(?: (?:{_SAYS})){{1,5}}{_SAID}", _wording),
    (rf"{NOT}(?: (?:có|ra|phải|ghi))* (?P<result>{FIELDS['result']}) (?:là|dạng|ghi|bằng){_SAID}", _other_wording),
    (rf"(?:mà |có )?(?P<result>{FIELDS['result']}) {NOT} (?:phải|ra|dạng)(?: (?:là|dạng|ra))*{_SAID}", _other_wording),
    (rf"(?:(?:{_SPENDS}) )+(?P<budget>{FIELDS['budget']}){_SAID}", _wording),
    (rf"(?:cột |ô |phần )?(?P<budget>{FIELDS['budget']})(?: (?:có|được|chỉ))* {_WRITES}{_AS}{_SAID}", _wording),
    (rf"(?:{_BEHIND_ROWS}{_VERB})?(?:(?:nguồn )?kinh phí|kp|ngân sách){_SAID}", _source),
    (rf"{NOT} (?:phải )?(?:(?:{_SPENDS}|chi|do|là|thuộc) )*(?P<budget>{FIELDS['budget']}){_SAID}", _other_wording),
    (rf"(?<=\bra )(?:(?:được|một|1|cái|bản) ){{0,3}}(?P<said>{PAPERS})", _wording),
    (rf"(?<!\S)(?:còn|thế|vậy)(?={_KINDS}* {_PUT_SO}){_KINDS}*(?! (?:{_FIELD})(?!\S)){_SAID}", _another_kind),
    (rf"{_BEHIND_ROWS}(?:có |mang )?(?:{FIELDS['deadline']}){_SAID}", _of_a_deadline),
    (rf"{_BEHIND_ROWS}(?:chỉ |có )*{_WRITES}{_AS}{_SAID}", _another_kind),
    (_HANDED, _handed),
    (rf"(?<=\bra )(?:được|một|1|cái|bản){_SAID}", _handed),
    (rf"(?:có |ghi |nêu |chứa |mang )+{_WORD} (?P<said>[^<]+?){_PLACED} (?:{_CELL})",
     _in_column),
    (rf"{_BEHIND_ROWS}(?:có |ghi |nêu |chứa )+(?P<said>[^< ]+(?: [^< ]+){{0,4}}?){_PLACED} (?:{_CELL})", _in_column),
    (rf"(?:(?<=nào )|(?<=<lead> )|(?<=<coordinate> ))(?:có )?{_WRITES}{_AS}(?= (?P<said>[^<]+))", _anywhere),
    (rf"{_BEHIND_ROWS}(?P<quoted>(?:có|ghi|nêu|chứa) {_WORD})(?= (?P<said>[^<]+))", _anywhere),
)  # fmt: skip
TYPED, BARE = compiled(_RULES)
