"""The rules of the grammar of constraints: patterns over the signs and words of a question, and what each says.

Signs stand for what is known already: "<u0>" the first unit, "<p>" a time, "<lead>" and "<coordinate>" a role. Patterns
are written with accents; for a text without any they are compared without.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import dropwhile

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Span, Text, compiled, until_stop
from knowledge.questions.constraints import EITHER, Constraint, Kind, Narrowing, Operator

NOT = "(?:không|chưa|chẳng|chả)"
_EMPTY = f"(?:{NOT}|(?:bỏ |để |còn |bị )?trống|thiếu|khuyết)"
_LET = (
    "(?: (?:có|còn|ghi|nêu|rõ|xác|định|ấn|quy|được|bị|phân|công|giao|cho|cột|ô|tên|phần|mục|điền|thấy|cần|phải|bất|kỳ|"
    "kể|của|đơn|vị|cơ|quan|người|ai|nào|bộ|phận)){0,6}?"
)
_FIELDS = {
    "lead": "<lead>|(?<=giao )ai|(?<=công )ai|(?<=cho )ai|(?<=giao cho )đơn vị nào",
    "coordinate": "<coordinate>",
    "deadline": (
        "thời hạn(?: hoàn thành)?|thời gian(?: hoàn thành)?|hạn(?: chót| hoàn thành)?|deadline|dl"
        "|mốc(?: thời gian)?|ngày(?: hoàn thành| tháng(?: năm)?)?"
    ),
    "result": "sản phẩm|kết quả|đầu ra|sp",
    "budget": "nguồn kinh phí|kinh phí|dự toán|ngân sách|tiền",
}
FIELD = "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items())
LAST = (  # "hạn chưa ghi sản phẩm" is of the product, "đơn vị chủ trì, không ghi ai phối hợp" of the other role
    f"(?!(?: (?:ai|đơn vị|cơ quan|nào|người|rõ|tên|có))* (?:{'|'.join(_FIELDS.values())}))"
)
_EXACT = "(?P<exact> (?:nào )?(?:cụ thể|rõ ràng|rõ|chính xác))"
EXCEPT = (
    "(?:trừ|ngoại trừ|ngoài|(?:không|đừng|khỏi|chớ) (?:kể|tính|gồm|bao gồm|đếm|lấy|liệt kê|nêu|kể cả)"
    "|loại|loại trừ|không phải|không phải là|không do"
    "|không thuộc|không của|không phải do|không phải của|không giao|không giao cho|không có"
    "|không liên quan đến|không liên quan tới)"
)
WORK = "(?:nhiệm vụ|việc|công việc|đầu việc|hạng mục|nv|task|đầu mục|hoạt động)"
DROP = "(?:bỏ|bớt|bỏ bớt|loại|loại bỏ|gạt|lược)"
OUT = "(?: (?:ra|đi|thôi|nhé|giúp))"
_OF_TIME = f"(?: (?:các|những|mấy|cái|có|đến|hạn|trong|vào|của|{WORK})){{0,4}}?"
_BY = {
    "plan": "kế hoạch|kh|văn bản",
    "month": "tháng|quý",
    "section": "lĩnh vực|phần|mục|nhóm|mảng|nội dung",
    "unit": "đơn vị|cơ quan|phòng ban|phòng|sở ngành|sở|bên|ai|nơi|bộ phận|tổ",
}
GROUP = "|".join(f"(?P<{name}>{words})" for name, words in _BY.items())


def _bare(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(folded, words))


def _one(constraint: Constraint, span: Span, score: float, units: Iterable[int] = ()) -> Iterator[Found]:
    made = Narrowing(where=(constraint.placed(*span, score),), units=frozenset(units))
    yield Found(made, *span, score)


def _without_period(match: Match, text: Text) -> Iterator[Found]:
    """As in "trừ quý 1", "bỏ mấy việc tháng 3 ra": the time stands alone or at the end."""
    start, end = text.words(match)
    for period in text.periods:
        if start <= period.start < end:
            yield from _one(Constraint(Kind.DUE, period=period, include=False), (start, end), 5, (period.start,))


def _without_section(match: Match, text: Text) -> Iterator[Found]:
    """As in "trừ mấy việc thuộc mảng đất đai": a heading of the plan that is left out."""
    for found in _section(match, text):
        (inside,) = found.narrowing.where
        yield from _one(replace(inside, include=False), (found.start, found.end), found.score + 3)


def _without_topic(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào không phải báo cáo", "trừ các việc về tập huấn"."""
    rest = until_stop(match["said"])
    closed = rest.index("ra") if "ra" in rest and folded(match[0]).startswith("ngoai") else 0  # "ngoài báo cáo ra"
    rest = rest[: closed or _LONGEST]
    end = len(rest) + bool(closed)
    rest = tuple(dropwhile(lambda word: folded(word) in _DOING, rest))
    start, _ = text.words(match)
    if rest and text.listed and start not in text.halves:
        first, _ = text.words(match, "said")
        without = Constraint(Kind.TOPIC, words=_bare(rest), include=False, said=" ".join(rest))
        yield from _one(without, (start, first + end), 2)


_LONGEST = 4  # words of a topic that is excluded
_DOING = frozenset({"di", "lam", "phai"})  # before it: "không phải đi làm báo cáo"
_ONLY = frozenset({"chỉ", "mỗi", "đúng", "chi"})


def blank_cell(match: Match, text: Text) -> Iterator[Found]:
    """As in "chưa ghi sản phẩm", "không có ngày cụ thể"."""
    name = next((name for name in _FIELDS if match[name]), "")
    if not text.listed or match[0].startswith(_INSIDE) or (not text.typed and _IN.search(match[0])):
        return
    unset = _UNSET if {"định", "dinh"} & set(match[0].split()) else ()  # what admins are asked to set
    kind = Kind.DATED if name == "deadline" and (unset or match.groupdict().get("exact")) else Kind.BLANK
    said = Constraint(kind, field=name, words=unset if kind is Kind.DATED else (), include=kind is Kind.BLANK)
    yield from _one(said, text.words(match), 4)


_IN = re.compile(r"(?<! de)(?<! bo)(?<! bi)(?<! con)(?<! dang) trong$")  # without accents "trong" may be no "trống"
_UNSET = ("unset",)
_INSIDE = ("trong cot ", "trong o ", "trong phan ")  # typed without accents "trong" is no "trống" before these


def _filled(match: Match, text: Text) -> Iterator[Found]:
    """As in "có thời hạn cụ thể": filled in."""
    name = next((name for name in _FIELDS if match[name]), "")
    kind = Kind.DATED if name == "deadline" else Kind.BLANK
    if text.listed:
        yield from _one(Constraint(kind, field=name, include=kind is Kind.DATED), text.words(match), 3)


def _rhythm(match: Match, text: Text) -> Iterator[Found]:
    """As in "nhiệm vụ thường xuyên", "việc hằng quý"."""
    words = ("periodic", folded(match["each"])) if match["each"] else ("ongoing",)
    include = not match.groupdict().get("no")
    if text.listed:
        yield from _one(Constraint(Kind.RHYTHM, words=words, include=include), text.words(match), 2 + 4 * (not include))


def _wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "sản phẩm là Quyết định", "hạn ghi là theo quy định", "dùng kinh phí đào tạo"."""
    name = next((name for name in ("deadline", "budget") if match.groupdict().get(name)), "result")
    rest = until_stop(match["said"])
    if rest and text.listed:
        start, _ = text.words(match)
        first, _ = text.words(match, "said")
        exact = bool(_ONLY & set(match[0].split()))
        made = Constraint(Kind.WORDS, field=name, words=_bare(rest), exact=exact, said=" ".join(rest))
        yield from _one(made, (start, first + len(rest)), 3)


def _other_wording(match: Match, text: Text) -> Iterator[Found]:
    """As in "không có sản phẩm là báo cáo": rows whose product is worded otherwise."""
    for found in _wording(match, text):
        (inside,) = found.narrowing.where
        other = replace(found.narrowing, where=(replace(inside, include=False, exact=False),))
        yield replace(found, narrowing=other, score=found.score + 4)


def _section(match: Match, text: Text) -> Iterator[Found]:
    """As in "phần tài chính công": a heading of the plan."""
    said = folded(match["said"]).split()
    size = text.headings(said)
    if size > 1:
        start, _ = text.words(match)
        first, _ = text.words(match, "said")
        yield from _one(Constraint(Kind.SECTION, words=tuple(said[:size])), (start, first + size), 1 + size)


def _table(match: Match, text: Text) -> Iterator[Found]:
    yield from _one(Constraint(Kind.TABLE), text.words(match), 2)


def _done(operator: Operator) -> Callable[[Match, Text], Iterator[Found]]:
    def rule(match: Match, text: Text) -> Iterator[Found]:
        by = next((name for name in _BY if name in match.re.groupindex and match[name]), "")
        few = "dir" in match.re.groupindex and folded(match["dir"] or "") in {"it", "muon", "tre", "xa", "ranh", "nhan"}
        which = {Operator.MOST: Operator.FEWEST, Operator.EARLIEST: Operator.LATEST}.get(operator, operator)
        chosen = which if few else operator
        start, end = text.words(match)
        behind = match.string[match.end(by) :].split()[:1] if by else []  # "bên Gia Lai | tháng nào nhiều nhất"
        asked = bool(_WHICH.intersection(behind))
        yield Found(Narrowing(operator=chosen, by=by), start, end, 5 + 2 * asked)

    return rule


_WHICH = frozenset({"nào", "nao"})
_most, _each = _done(Operator.MOST), _done(Operator.EACH)
_sides, _without = _done(Operator.SIDES), _done(Operator.WITHOUT)


def _more_about(match: Match, text: Text) -> Iterator[Found]:
    """As in "sở nào nhiều việc về tập huấn hơn": what is counted stands between "nhiều" and "hơn"."""
    for group in ("first", "last"):
        yield Found(Narrowing(operator=Operator.SIDES), *text.words(match, group), 5)


def _listed_each(match: Match, text: Text) -> Iterator[Found]:
    """As in "liệt kê việc theo từng tổ"."""
    if text.listed:
        yield from _each(match, text)


def _with_rows(match: Match, text: Text) -> Iterator[Found]:
    """As in "phòng nào có việc hạn tháng 3", "ai có việc quý 2": who has rows in a time."""
    for found in _each(match, text) if text.periods else ():
        yield replace(found, narrowing=replace(found.narrowing, by=found.narrowing.by or "unit"))


def _row_end(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào hạn sớm nhất", "việc tiếp theo của Thanh tra"."""
    if text.listed:
        yield from _done(Operator.EARLIEST)(match, text)


def _dated(match: Match, text: Text) -> Iterator[Found]:  # "hạn tháng 5": the time is the deadline's
    yield Found(Narrowing(dated=True), *text.words(match), 3)


def _together(match: Match, text: Text) -> Iterator[Found]:
    """As in "cả A và B cùng phối hợp", "A và B cùng chủ trì"; "A và B cùng làm" in whatever role."""
    role = EITHER if match.groupdict().get("work") else ""
    yield Found(Narrowing(together=True, role=role), *text.words(match), 2)


_AT = "trong|ở|của|thuộc|về"
_PART = "phần|mục|lĩnh vực|mảng|nhóm|chương|nội dung"
_SAYS = "chữ|kiểu|mỗi|đúng|chỉ|được|có|ghi|là|nêu|để|đề|gồm|dạng|bằng|ra"
_SAID = "(?= (?P<said>.+))"
_EACH = "mỗi|từng|theo từng|chia theo|thống kê theo"
_PAPERS = "quyết định|kế hoạch|báo cáo|thông báo|tờ trình|văn bản|quy chế"
_OF = "(?:(?:của|cho|ở|trong|thuộc) )?"
_THEN = r"(?=(?: (?:<k>|là|có|thì|ạ|nhé|nha|với|đi|thế|ra|sao))*(?: (?:mấy|bao|ở|của|bên|trong)(?!\S)|$))"
_IDLE = "(?P<dir>rảnh|nhàn)"
_TWO = "so sánh(?=(?: [^ ]+)*? <p> (?:và|với|hay|so với) <p>)"
_NEXT = f"{WORK} (?:tiếp theo|kế tiếp|sắp tới)(?= (?:của |cho )?<[uk])"
_ENDS = "(?=(?: (?:trong|ở|vào|của))? <[pk]>|$)"
_SIDE = "bên nào|đơn vị nào|nơi nào|kế hoạch nào"
_MUCH = "(?P<dir>nhiều|ít)"
_LATE = "(?:chậm|trễ|muộn)(?: (?:trễ|hạn|tiến độ|deadline))?"
_NO = rf"(?P<no>{NOT}(?: phải(?: là)?)? )?"
_REGULAR = "(?:định kỳ |đều đặn |làm |theo )*"
_STEADY, _PLACED = "(?:mang tính |có tính )?", "(?: <k>)?"
_SPELLS = "năm|quý|tháng|tuần|ngày"
_WHEN = "(?: (?:<p>|<k>|này|thì|là|đang|rảnh))*?"
_DOES = "(?: (?:có|được|phải|giao))*"
_ROLES = "(?:<lead>|<coordinate>)"
_ANY = "(?: (?:nào|gì|cả|hết))*"
_TIMES = r"(?: (?:(?:một|hai|ba|1|2|3) lần|đều|đều đặn))?"
_FEWEST = r"(?:(?<!ít nhất)|(?! (?:(?:là|phải|đạt|có) )*(?:mấy|bao nhiêu|bn|\d|một|hai|ba)))"  # no "ít nhất mấy lần"

_SOME = "(?: (?!<)[^ ]+){0,2}?"
_HAS_NONE = rf"(?:(?:phải|cần) (?:làm|thực hiện)|(?:có|được giao|bị giao|có tên trong)(?: {WORK})?)"
_ENDS = r"(?= (?:<p>|trong|hạn|đến hạn|tới hạn|vào|phải|cần|quá hạn|trễ)(?!\S)|$)"  # no "có nhiệm vụ số hóa"
_HAS_SOME = rf"(?:có|có tên trong|{_ROLES}) (?:những |các )?{WORK}{_ENDS}"
_MANY = rf"(?P<first>(?:(?:{_SIDE}|(?:{GROUP}) nào|ai){_SOME} )?{_MUCH} {WORK})"

_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:{DROP}|{EXCEPT}|{NOT} (?:đến|tới|có) hạn){_OF_TIME} <p>{OUT}*", _without_period),
    (rf"{EXCEPT}(?: (?:các|những|mấy|cái|{WORK}))*(?: (?:{_AT}))* (?:{_PART})(?= (?P<said>[^<]+))", _without_section),
    (rf"{EXCEPT}(?: (?:là|về|cái|các|những|mấy|{WORK}))*(?= (?P<said>[^<]+))", _without_topic),
    (rf"(?:những |các )?(?:{GROUP}) nào{_WHEN} {NOT} {_HAS_NONE}(?: nào| gì)?", _without),
    (rf"(?:những |các )?(?:(?:{GROUP}) nào|ai){_WHEN}(?: (?:còn|sẽ|phải|đều))* {_HAS_SOME}", _with_rows),
    (rf"(?:những |các )?(?:{GROUP}) nào{_WHEN} (?:rảnh|rảnh rỗi|ngồi không|trống việc)(?! nhất)", _without),
    (rf"{_EMPTY}{_LET} (?:{FIELD}){_EXACT}?(?: nào| gì)?", blank_cell),
    (rf"(?:có|đã ghi|có ghi|đã có|ghi) (?:{FIELD}){_EXACT}", _filled),
    (
        rf"{_NO}(?:{_STEADY}thường xuyên|{_REGULAR}(?:hằng|hàng|mỗi) (?P<each>{_SPELLS}){_TIMES})",
        _rhythm,
    ),
    (rf"(?P<each>{_SPELLS}) nào cũng(?: phải| có| làm)*{_TIMES}", _rhythm),
    (rf"(?:mà |có )?(?P<deadline>{_FIELDS['deadline']}|tiến độ)(?: (?:{_SAYS})){{1,4}}{_SAID}", _wording),
    (rf"(?:mà |có )?(?P<result>{_FIELDS['result']})(?: (?:{_SAYS})){{1,5}}{_SAID}", _wording),
    (rf"{NOT}(?: (?:có|ra|phải))* (?P<result>{_FIELDS['result']}) (?:là|dạng|ghi|bằng){_SAID}", _other_wording),
    (rf"(?:(?:dùng|sử dụng|lấy|từ|có|bằng) )+(?P<budget>{_FIELDS['budget']}){_SAID}", _wording),
    (rf"(?<=ra )(?P<said>{_PAPERS})", _wording),
    (rf"(?:(?:{_AT}) )*(?:{_PART})(?= (?P<said>[^<]+))", _section),
    (r"(?:(?:trong|ở|theo|các|những|toàn bộ|tất cả|hai|ba|bốn) )*(?:bảng|phụ lục|biểu|pl)", _table),
    (
        rf"(?:trong (?:các|những|số) )?(?:{GROUP})(?: nào)?(?: [^ ]+){{0,5}}? {_MUCH}(?: [^ ]+){{0,4}}? nhất{_FEWEST}",
        _most,
    ),
    (rf"(?:{GROUP}) nào(?: [^ ]+){{0,5}}? {_MUCH}(?:(?: [^ ]+){{0,4}}? nhất{_FEWEST}| {WORK}{_ENDS})", _most),
    (rf"(?:{GROUP})(?: nào)?(?: (?:đang|bị|hay|là|có))* {_LATE}(?: nhiều)? nhất", _most),
    (rf"{_MUCH} {WORK} nhất(?: là| thuộc| ở| thuộc về)?(?: (?:{GROUP}) nào)?", _most),
    (rf"(?:{_EACH}|các) (?:{GROUP})(?= (?:[^ ]+ ){{0,4}}?(?:mấy|bao nhiêu))", _each),
    (rf"(?<=mấy )(?:{WORK} )?(?:ở |của |cho )?(?:{_EACH}) (?:{GROUP})", _each),
    (rf"(?<=nhiêu )(?:{WORK} )?(?:ở |của |cho )?(?:{_EACH}) (?:{GROUP})", _each),
    (rf"(?:(?:{_SIDE}) )?(?:<lead> |<coordinate> )?{_MUCH}(?: {WORK})? hơn", _sides),
    (
        rf"(?:(?:{_SIDE}|ai){_SOME} )?{_MUCH} {WORK}(?: (?:<lead>|<coordinate>)| (?!<)[^ ]+){{0,2}}? hơn",
        _sides,
    ),
    (rf"{_MANY}(?= (?:về|liên quan|thuộc) .*(?P<last>hơn)(?!\S))", _more_about),
    (rf"(?:(?:{GROUP}) nào|ai)(?: [^ ]+){{0,4}}? (?:dồn|ôm|gánh|kham|bận|kín|đông|{_IDLE}){_SOME} nhất", _most),
    (rf"(?:so sánh )?số (?:lượng )?{WORK}(?=.* (?:so với|và|với|hay|giữa) )|{_TWO}", _sides),
    (rf"(?:có |đến )?(?:hạn |thời hạn )?(?P<dir>sớm|muộn|gần|trễ|xa|gấp|khẩn) nhất|{_NEXT}", _row_end),
    (r"(?:có |thời |đến )?(?:hạn|deadline|dl|thời gian)(?: (?:trong|vào|là|ở|rơi vào|đúng))*(?= <p>)", _dated),
    (r"(?:cùng|đồng thời|cùng nhau|cùng lúc)(?: nhau)?(?= (?:<lead>|<coordinate>))", _together),
    (r"(?:cùng|đồng thời|cùng nhau|cùng lúc)(?: nhau)? (?P<work>làm|tham gia|thực hiện)(?! <lead>| <coord)", _together),
    (r"cả(?= <u\d+>(?: và| lẫn| với)? <u\d+>)", _together),
    (r"vừa(?: (?:có|do|là|giao))*(?= <u\d+>(?: (?!<)[^ ]+){0,2}? vừa(?: (?:có|do|là|giao))* <u\d+>)", _together),
    (rf"(?:chia |gom |xếp |nhóm |tách )?theo (?:từng|mỗi) (?:{GROUP})", _listed_each),
    (rf"(?<= ){_OF}(?:từng|mỗi) (?:{GROUP}){_THEN}", _listed_each),
    (rf"(?:chia|gom|xếp|nhóm|tách) (?:theo|ra) (?:{GROUP})", _listed_each),
    (rf"(?:những |các )?(?:{GROUP}) nào{_PLACED} {NOT}{_DOES} {_ROLES}(?: {WORK})?{_ANY}", _without),
)
TYPED, BARE = compiled(_RULES)
