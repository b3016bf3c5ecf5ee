"""Rules for what only lists have: a deadline as it is worded, how many units a row is given to, its number.

"Hạn ghi quý II" quotes the wording of a cell where "đến hạn trong quý II" names a stretch of days.
"""

from collections.abc import Iterator

from knowledge.deadlines.relations import Relation
from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraint_rules import blank_cell
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.left_out_words import left_out_ahead
from knowledge.questions.rule_words import ALONE, BARE_CELL, DROP, EXCEPT, FIELD, FIELDS, LAST, NOT, VERBATIM, WORK

_UNITS = "(?:đơn vị|cơ quan|phòng|sở|bên|ngành|phòng ban|tổ)"  # not UNIT: two of a kind would be told for any two
_JOINT = "(?: (?:cùng|đồng))"
_OR_MORE = "(?: trở lên)?"
_COUNTED = "(?:cũng|đều|thì cũng)"  # "chung với phòng khác | cũng tính" is in the role
_ROLE = "(?P<role><lead>|<coordinate>)"
_SEVERAL = "(?P<count>hai|ba|bốn|nhiều|vài|2|3|4)"
_COUNTS = {"ba": "3", "3": "3", "bon": "4", "4": "4"}
_WRITES = "(?:ghi|nêu|đề)"
_SO = f"đúng|là|rõ|mỗi|chỉ|{VERBATIM}"
_DEADLINE = "(?:thời hạn|thời gian|hạn|deadline|tiến độ)"
_ALONE = f"(?:{'|'.join(ALONE)})"
_TOGETHER = "(?:chung|cùng|đồng|ghép)(?: (?:với|cùng))*(?: (?:ai|bên|nơi|đơn vị|khác|nhau))*"
_HAS_TO = "(?: (?:phải|được|bị|sẽ|tự|đang|mà|đứng|có tên|nằm))*"
_ROWS = f"(?: (?:những|các|mấy|gì|nào|mà|{WORK}))*"
_SOMEBODY = "ai|bên|nơi|đơn vị|cơ quan|nào"
_WITH_NOBODY = (
    rf" {NOT}(?: (?:làm|đứng|có|phải|cần|{_SOMEBODY}))* (?:chung|cùng|chia|ghép|với|khác)"
    f"(?: (?:với|khác|hết|cả|{_SOMEBODY}))*(?! <coordinate>)"  # "không có ai | phối hợp" is an empty cell
)
_DOES = "(?:làm|thực hiện|phụ trách|lo|đảm nhận|đảm nhiệm|chịu trách nhiệm)"
_LEFT = (
    f"(?:{BARE_CELL}|bỏ ngỏ|không ghi|chưa ghi|không nêu|chưa nêu|chưa có|không có gì|(?:không|chưa)(?: có)? ai"
    "|chưa xác định|chưa rõ|còn thiếu|không rõ|chưa phân công|chưa giao"
    f"|{NOT}(?: (?:thấy|có|ghi|điền|nêu|viết|đề))+(?: (?:một|chữ|nội dung|thông tin))* (?:nào|gì|hết|cả))"
)
_STILL = "(?: (?:nào|đang|còn|bị|được|thì|này|lại)){0,3}"
_TIMES = f"<p>(?: (?:hoặc|hay|và|với|lẫn)(?: {_WRITES})? <p>)*"
_ONLY = "(?: (?:mà|chỉ|gì|có))*"  # without accents "chi" is "gì" too
_TOO = 14  # more than the wording by itself, which narrows
_MORE = "(?:kể|tính|gồm|lấy|cả|với|và|cùng|cộng|thêm|vs|lẫn)(?: (?:luôn|cả|thêm|với))*"
_FAR_MORE = "(?:(?:kể|tính|gồm|lấy|cộng|thêm|đếm|với|và)(?: (?:luôn|cả|thêm|với|vô|vào))+|cộng thêm)"  # of any time
_NOT_NO = "".join(f"(?<!{word} )" for word in ("không", "đừng", "khỏi", "chớ", "chẳng", "chưa", "có", "cần", "phải"))
_NO = f"(?:không|đừng|khỏi|chớ|chẳng|chưa|thôi|cắt|gạch|{EXCEPT}|{DROP}) "  # "không tính mấy việc ghi quý II" adds none
_SUCH = f"(?:những|các|mấy|cái|dòng|loại|nào|chỗ|{WORK})"
_WAIT = "(?:(?:phải|còn|ngồi|đang|cứ|cần|mà) )*(?:chờ đợi|trông chờ|chờ|đợi|phụ thuộc(?: vào)?)(?: (?:có|vào|khi))*"
_AWAITED = "hướng dẫn|thông báo|chỉ đạo|thông tư|quy định|phê duyệt|công văn|văn bản|tiến độ|lịch"
_THEN = (
    r"(?:(?: (?!<|rồi|mới)[^ ]+){0,8}? (?:rồi mới|mới|rồi)(?: (?:có|được|làm|xong|ra|triển khai|tới|đến|biết|hạn))*)?"
)
_WAITS = 7  # with all that is said of whom one waits for
_VERBATIM = frozenset({"dung", "chu", "cum", "cau", "nguyen", "vay", "the", "y"})  # "ghi đúng chữ", "ghi như vậy"


def _printed(match: Match, text: Text) -> Iterator[Found]:
    """As in "hạn ghi Quý II", "trước ngày 15/4 đúng ghi như vậy": the time is the wording of the cell.

    What lies before or after a time ("ghi hạn trước khi bước sang năm 2022") is no wording unless that is said.
    """
    start, end = text.words(match)
    inside = [p for p in text.periods if start <= p.start and p.end <= end]
    told = any(p.relation is not Relation.IN for p in inside)
    if text.listed and inside and (not told or _VERBATIM.intersection(folded(match[0]).split())):
        first, *more = inside
        where = [Constraint(Kind.PRINTED).placed(start, first.end if more else end, 6)]
        where += [Constraint(Kind.PRINTED, either=True).placed(p.start, p.end, 6) for p in more]
        yield Found(Narrowing(where=tuple(where)), start, end, 6)


def _printed_too(match: Match, text: Text) -> Iterator[Found]:
    """As in "tháng 12, kể cả mấy việc chỉ ghi quý IV": what is worded so is added to what is due then."""
    start, end = text.words(match, "more")
    inside = [period for period in text.periods if start <= period.start and period.end <= end]
    beside = any(period.finer and period not in inside for period in text.periods)
    if beside and len(inside) == 1 and inside[0].relation is Relation.IN:
        printed = Constraint(Kind.PRINTED, too=True).placed(start, end, _TOO)
        yield Found(Narrowing(where=(printed,)), start, end, _TOO)


def _awaited(match: Match, text: Text) -> Iterator[Found]:
    """As in "phải ngồi chờ trung ương hướng dẫn rồi mới có hạn": what the deadline waits for, by its noun."""
    span, noun = text.words(match), tuple(map(folded, match["noun"].split()))
    if text.listed and text.cells("deadline", noun) == len(noun) and left_out_ahead(text, *span) is None:
        made = Constraint(Kind.WORDS, field="deadline", words=noun, said=match["noun"]).placed(*span, _WAITS)
        yield Found(Narrowing(where=(made,)), *span, _WAITS)


def _shared(match: Match, text: Text) -> Iterator[Found]:
    """As in "từ hai đơn vị trở lên cùng chủ trì"."""
    if text.listed:
        count = _COUNTS.get(folded(match.groupdict().get("count") or ""), "2")
        role, others = match["role"].strip("<>"), frozenset(unit.start for unit in text.units_in(match))
        made = Constraint(Kind.SHARED, role=role, words=(count,)).placed(*text.words(match))
        joined = "" if match.groupdict().get("count") else role  # "Sở A | chủ trì chung với đơn vị khác"
        yield Found(Narrowing(where=(made,), units=others, role=joined), *text.words(match), 7)


def _alone(match: Match, text: Text) -> Iterator[Found]:
    """As in "Văn phòng chủ trì một mình", "chỉ có Văn phòng làm"; with "không" rows others have, or have too.

    Where no unit is named it is whoever the list is of ("thế chủ trì một mình thì việc nào").
    """
    units = text.units_in(match)
    if any(unit.head for unit in units) or not (units or text.listed):
        return  # "mỗi khoa chủ trì" counts each
    start, end = text.words(match)
    role = (match.groupdict().get("role") or "lead").strip("<>")
    only = Constraint(Kind.ALONE, units=units, role=role, include=not match["no"])
    own = "" if units else role
    made = Narrowing(where=(only.placed(start, end),), units=frozenset(unit.start for unit in units), role=own)
    yield Found(made, start, end, 11 if match.groupdict().get("nobody") else 9)  # than a role that is denied


def _in_any_way(match: Match, text: Text) -> Iterator[Found]:
    """As in "chủ trì (một mình hay chung)", "ghi theo tiến độ chứ không có ngày": it adds nothing to what was said."""
    yield Found(Narrowing(), *text.words(match), 12)  # more than what each of its parts says by itself


def _number(match: Match, text: Text) -> Iterator[Found]:
    """As in "stt 23 gồm những việc nào": every row of a number."""
    if text.listed:
        yield from _one(Constraint(Kind.NUMBER, words=(match["number"],)), *text.words(match), 3)


def _one(constraint: Constraint, start: int, end: int, score: float) -> Iterator[Found]:
    yield Found(Narrowing(where=(constraint.placed(start, end),)), start, end, score)


_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_WAIT}(?: (?!<)[^ ]+){{0,6}}? (?P<noun>{_AWAITED}){_THEN}", _awaited),
    (
        rf"(?<!\d> )(?:cột |ô |phần |mục )?(?:{FIELD}){_STILL} {_LEFT}(?: (?:hoặc |hay )?{_LEFT})?{LAST}",
        blank_cell,
    ),
    (rf"{_ALONE} (?:hay|hoặc|lẫn|và) (?:{_DOES} |{_ROLE} )?{_TOGETHER}", _in_any_way),
    (rf"{_TOGETHER} (?:hay|hoặc|lẫn|và) (?:{_DOES} |{_ROLE} )?{_ALONE}", _in_any_way),
    (
        rf"(?<=\S )chứ {NOT}(?: (?:có|ấn định|ra))* (?:{FIELDS['deadline']})(?: (?:cụ thể|rõ|gì|nào|cả))*",
        _in_any_way,
    ),
    (r"(?:stt|số thứ tự|dòng|mục|nhiệm vụ|việc)(?: số| thứ)? (?P<number>\d{1,3}(?:\.\d{1,2})*)(?: gồm| có)?", _number),
    (rf"(?:có |mà )?{_WRITES}(?: (?:{_SO}|{_DEADLINE}))* {_TIMES}", _printed),
    (rf"(?:có |mà )?{_DEADLINE}(?: (?:được|có|chỉ))* {_WRITES}(?: (?:{_SO}))* {_TIMES}", _printed),
    (
        rf"<p>(?: (?!<|{_NO})[^ ]+){{0,4}}? (?P<more>{_MORE}(?: {_SUCH})+{_ONLY} {_WRITES}(?: (?:là|chữ|chung))* <p>)",
        _printed_too,
    ),
    (rf"{_NOT_NO}(?P<more>{_FAR_MORE}(?: {_SUCH})+{_ONLY} {_WRITES}(?: (?:là|chữ|chung))* <p>)", _printed_too),
    (rf"<p>(?: [^< ]+)?? (?:đúng )?(?:là )?{_WRITES} (?:đúng )?(?:như vậy|như thế|vậy|thế|y vậy)", _printed),
    (rf"(?:giao )?(?:cho )?(?:do |có )?(?:từ )?{_SEVERAL} {_UNITS}{_OR_MORE}{_JOINT}* {_ROLE}{_OR_MORE}", _shared),
    (rf"(?:do |có )?(?:từ )?{_SEVERAL}(?: {_UNITS}| <u\d+>){{0,2}} {_ROLE} trở lên", _shared),
    (rf"{_ROLE} (?:chung|cùng)(?: (?:với|cùng))?(?: (?:các|những|{_UNITS}))+ khác(?! {_COUNTED})", _shared),
    (rf"(?:cùng )?{_ROLE} (?:bởi |là |có )?(?:từ )?{_SEVERAL} {_UNITS} trở lên", _shared),
    (rf"(?P<no>không (?:phải )?(?:do )?)?<u\d+>{_HAS_TO} {_ROLE} {_ALONE}(?P<nobody>{_ROWS}{_WITH_NOBODY})?", _alone),
    (rf"(?P<no>)<u\d+>{_HAS_TO} {_DOES} {_ALONE}(?P<nobody>{_ROWS}{_WITH_NOBODY})?", _alone),
    (rf"(?P<no>)<u\d+>{_HAS_TO} {_ALONE}(?: (?:ở|trong|tại|cột|ô|tên|đứng))* {_ROLE}", _alone),
    (rf"(?P<no>không (?:phải )?(?:do )?)?{_ROLE} {_ALONE}(?P<nobody>{_ROWS}{_WITH_NOBODY})?", _alone),
    (rf"(?P<no>){_ALONE}{_HAS_TO} {_ROLE}", _alone),
    (rf"(?P<no>không (?:phải )?(?:do )?)?(?:chỉ |mỗi |một mình )(?:có |mình )?<u\d+> {_ROLE}", _alone),
    (rf"(?P<no>không (?:phải )?(?:do )?)?(?:chỉ|{_ALONE})(?: (?:có|mỗi|mình|riêng|do))* <u\d+> {_DOES}", _alone),
)
TYPED, BARE = compiled(_PATTERNS)
