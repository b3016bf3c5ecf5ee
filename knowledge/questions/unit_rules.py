"""Rules for units: left out ("trừ Văn phòng Sở", "chủ trì chứ không phải Thanh tra"), named by rows, helping others."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled, either_way
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import DROP, EXCEPT, NOT, OUT, TO_DO_WITH, WORK


def without_unit(match: Match, text: Text) -> Iterator[Found]:
    """Rows that units have no part in: "trừ Văn phòng Sở", "không do Thanh tra chủ trì", "Thanh tra không chủ trì"."""
    role, span, units = (match.groupdict().get("role") or "").strip("<> "), text.words(match), text.units_in(match)
    if text.is_broken(span[0], max(units[0].start + 1, span[0])):
        return  # "ngoài phụ lục, | Phòng A làm gì"
    score = 6 + bool(role)
    without = [Constraint(Kind.UNIT, units=(unit,), role=role, include=False).placed(*span, score) for unit in units]
    yield Found(Narrowing(where=tuple(without), units=frozenset(unit.start for unit in units)), *span, score)


def _left_out(match: Match, text: Text) -> Iterator[Found]:
    """The same behind "ngoài" and its like, but for one of which more is asked ("ngoài báo cáo, | Phòng A còn …").

    Another before it then is not asked for ("ngoài Phòng B, | Phòng A còn làm gì").
    """
    units, behind = text.units_in(match), match.string[match.end() :]
    asked = max((unit.start for unit in units if unit.start in text.breaks), default=None)
    let_off = [unit for unit in units if asked is not None and unit.start < asked]
    if asked is None or not (_STILL_DOES if let_off else _STILL)[text.typed].match(behind):
        yield from without_unit(match, text)
    elif let_off:
        start, _ = text.words(match)
        yield Found(Narrowing(units=frozenset(unit.start for unit in let_off)), start, let_off[-1].end, 6)


def _done_by(match: Match, text: Text) -> Iterator[Found]:
    """As in "bỏ những việc do Văn phòng làm": whoever does rows has the chair of them; else any part ("… của …")."""
    role = "lead" if _DOES_IT[text.typed].search(match[0]) and not match["role"] else ""
    for found in without_unit(match, text):
        where = tuple(replace(one, role=role or one.role) for one in found.narrowing.where)
        yield replace(found, narrowing=replace(found.narrowing, where=where))


_DOES_IT = either_way(r" do <u| (?:làm|lo|thực hiện|phụ trách|đảm nhận|chịu trách nhiệm)(?!\S)")
_STILL = either_way(r" (?:thì )?còn(?!\S)")
_STILL_DOES = either_way(  # no "ngoài Phòng B, Phòng A | còn ai"
    r" còn(?: (?:phải|được|có|những|các|mấy|bao nhiêu))*"
    r" (?:<lead>|<coordinate>|làm|lo|chủ trì|trách|tham|thực|gánh|việc|nhiệm|gì)(?!\S)"
)


def naming_unit(match: Match, text: Text) -> Iterator[Found]:
    """Rows that name units in a role: "chỗ nào ghi UBND cấp xã chủ trì"."""
    yield _in_role(match, text, "lead" if match["role"].strip("<> ") == "lead" else "coordinate", _NAMES)


def _in_role(match: Match, text: Text, role: str, score: float) -> Found:
    """The rows in which the units of a match have a role, any of them where they are joined so."""
    span, units, either = text.words(match), text.units_in(match), _OR.search(match[0]) is not None
    each = (Constraint(Kind.UNIT, units=(u,), role=role, either=either and n > 0) for n, u in enumerate(units))
    where = tuple(constraint.placed(*span, score) for constraint in each)
    return Found(Narrowing(where=where, units=frozenset(unit.start for unit in units)), *span, score)


def _takes_part_too(match: Match, text: Text) -> Iterator[Found]:
    """As in "Văn phòng chủ trì mà các trường cũng phải xúm vô làm": who acts as well helps the one that chairs."""
    if text.listed:
        yield _in_role(match, text, "coordinate", _TOO)


def _without_shared(match: Match, text: Text) -> Iterator[Found]:
    """As in "Khoa A có việc gì, đừng tính chỗ ghi chung các khoa": its own list has nothing of a collective name."""
    before = match.string[: match.start()]
    if "<u" in before:
        others = frozenset(unit.start for unit in text.units_in(match))
        yield Found(Narrowing(units=others), *text.words(match), _NAMES + 2)


def _without_helper(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng A chủ trì mà không phối hợp với Tổ B": rows of the list in which another has no part.

    Where the list is of what its own unit chairs, the other would only help; else either may lead the other.
    """
    others, before = text.units_in(match), match.string[: match.start()]
    if "<u" in before or text.listed:
        role = "coordinate" if "<lead>" in before and "<coordinate>" not in before else ""
        for found in without_unit(match, text):
            where = tuple(replace(one, role=role) for one in found.narrowing.where)
            taken = frozenset(unit.start for unit in others)
            yield replace(found, narrowing=replace(found.narrowing, where=where, units=taken), score=_HELPS_NOT)


def _instead(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng A chủ trì chứ không phải Tổ B": the role is that of the list, too."""
    for found in without_unit(match, text):
        yield replace(found, narrowing=replace(found.narrowing, role=match["role"].strip("<> ")))


def _helping(match: Match, text: Text) -> Iterator[Found]:
    """Rows of one unit in which another helps: "Trạm A phụ cho Khoa B việc gì", "Khoa B nhờ Trạm A hỗ trợ việc gì"."""
    if not text.listed:
        return  # "hạn của việc Đoàn A giúp Hội B là khi nào" is of one row
    span = text.words(match)
    said = {name: text.units[int(number)] for name, number in match.groupdict().items()}
    roles = (("chairs", "lead"), ("helps", "coordinate"))
    where = (Constraint(Kind.UNIT, units=(said[name],), role=role).placed(*span, _NAMES) for name, role in roles)
    yield Found(Narrowing(where=tuple(where), units=frozenset(unit.start for unit in said.values())), *span, _NAMES)


_OR = re.compile(r" (?:hoặc|hoac|hay) ")
_NAMES = 7
_HELPS_NOT = 12  # "Phòng A | không phối hợp | với Tổ B" denies no part of A's
_TOO = 8  # without accents "cũng" is "cùng" as well
UNITS = "<u\\d+>(?:(?: và| hoặc| hay| với| lẫn| ,)?(?: cả)? <u\\d+>)*"
_ROLE = "(?P<role> <lead>| <coordinate>)"
_ROWS = f"(?:chỗ|dòng|mục|ô|đoạn|{WORK})"
_PLACED = "(?: (?:cùng|đứng|làm|ở|trong|tại|bên|vai|vai trò|cột|ô|phần|phải|được|cần|sẽ|có|là|giao|tên))*"
_COLUMN = "(?P<role> <lead>| <coordinate>| (?:cột|ô) tham gia)"
_SHARED = "(?:ghi|giao|nêu|để|viết|phân|gọi|kêu) chung(?: chung)?(?: (?:là|cho|tên|của|một|tiếng))*"
_SKIP = "(?:thì )?(?:bỏ qua|bỏ|khỏi kể|khỏi tính|khỏi|không tính|không kể|đừng tính|đừng kể|thôi)"
_OF_ROWS = f"(?: (?:các|những|mấy|cái|phần|của|được|bị|mà|{_ROWS}))"
_HELP = "(?:phụ|giúp|hỗ trợ|đỡ|phụ giúp|tiếp tay|tiếp sức|giúp sức)"
_AS_WELL = r"(?: (?!<|(?:gì|nào|mấy|bao)(?!\S))[^ ]+)*(?! (?:<|mấy|bao))"
_BETWEEN = (  # "không có kinh phí | và của Khoa A", "trừ quý 2 ra | Khoa A"
    r"(?: (?!<[up]|,|(?:ra|kinh|tiền|sản|thời|kết|và|mà|hoặc)(?!\S))[^ ]+)"
)
_ITS_ROWS = (  # "trừ | mấy cái có Công an tỉnh", "bỏ | hết mấy việc liên quan tới Phòng A đi"
    f"(?: (?:các|những|mấy|cái|hết|luôn|phần|dòng|khoản|vụ|chuyện|của|có|mà|do|thuộc|bên|ghi|làm|chung|với|cùng"
    f"|{'|'.join(TO_DO_WITH)}|đến|tới|<coordinate>(?: (?:với|cùng))?|{WORK}))"
)
_ACTS = "(?: (?:làm|lo|thực hiện|phụ trách|đảm nhận|chịu trách nhiệm))?"
_EACH = "(?: (?:có|cả|các|mấy|những))"
_WRITES = "(?: (?:có|ghi|là|gồm|nêu|cả|thêm|tên|đích|danh))"
_DOES = "(?: (?:phải|đi|sẽ|cần|được|bị|giao|kêu|có))"
_BUT = "(?:(?:mà|nhưng|song|chứ) )"
_HAS_TO_HELP = "(?: (?:cần|phải|có|được|hề|thấy|nhờ|đi|làm|ghi|đứng|tham gia|chung))"
_SAID = "(?P<role><lead>|<coordinate>)"
_WITH = "(?: (?:gì|chung|trực tiếp|hết))*(?: (?:với|cùng|cho))?"
_CALLS = "(?:cần|nhờ|kêu|gọi|rủ|mời|huy động|yêu cầu|bắt)(?: đến| tới)?"
NO = "(?:không|chẳng|chả|(?<=mà )đâu(?= có ))"  # "ở đâu có" denies nothing
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_BUT}?{EXCEPT}{_BETWEEN}{{0,2}}? {UNITS}{_ROLE}?(?: ra)?", _left_out),
    (rf"{_BUT}?{EXCEPT}{_ITS_ROWS}* {UNITS}{_ROLE}?(?: ra)?", _left_out),
    (rf"{DROP}{_ITS_ROWS}* {UNITS}{_ROLE}?(?:{OUT}+|(?= thì(?!\S)))", without_unit),
    (rf"{_BUT}?{NOT}{_HAS_TO_HELP}* <coordinate>{_WITH} {UNITS}", _without_helper),
    (rf"{_SAID}(?: chứ| mà) {NO}(?: phải| thuộc)?(?: của| do| là)* {UNITS}(?! <lead>| <coordinate>)", _instead),
    (rf"{DROP}(?: (?!<u)[^ ]+){{0,4}}? {UNITS}{_ROLE}?{OUT}+", without_unit),
    (rf"{DROP}(?: (?:các|những|mấy|cái|hết|{WORK})){{1,3}}{_ITS_ROWS}* {UNITS}{_ROLE}?{_ACTS}{OUT}*", _done_by),
    (rf"\A{DROP}(?: (?:các|những|mấy|hết|phần|của|{WORK}))* {UNITS}{_ROLE}?\Z", without_unit),
    (rf"{_ROWS} nào (?:có )?(?:ghi|nêu)(?: (?:là|rõ|tên|đích danh|cả))* {UNITS}{_PLACED}{_COLUMN}", naming_unit),
    (rf"(?:chỗ|mục|phần|đoạn) nào (?:có )?nói(?: (?:là|rõ))* {UNITS}{_PLACED}{_COLUMN}", naming_unit),
    (rf"(?:cột|ô|phần|mục|vai) (?P<role><lead>|<coordinate>){_WRITES}+ {UNITS}", naming_unit),
    (rf"(?<=<lead> )(?:mà|nhưng){_EACH}* {UNITS} cũng{_AS_WELL}", _takes_part_too),
    (rf"<u\d+> {NOT}(?: phải| được| có)?{_ROLE}", without_unit),
    (rf"(?:{EXCEPT}|{DROP}){_OF_ROWS}* {_SHARED}(?: {UNITS})?{OUT}*", _without_shared),
    (rf"{_SHARED}(?: {UNITS})? {_SKIP}(?: qua| đi| ra)?", _without_shared),
    (rf"<u(?P<helps>\d+)>{_DOES}* {_HELP}(?: việc)?(?: cho)? <u(?P<chairs>\d+)>", _helping),
    (rf"<u(?P<helps>\d+)>{_DOES}* <coordinate> cho <u(?P<chairs>\d+)>", _helping),
    (rf"<u(?P<chairs>\d+)>{_DOES}* {_CALLS} <u(?P<helps>\d+)>{_DOES}* (?:{_HELP}|<coordinate>)", _helping),
)
TYPED, BARE = compiled(_PATTERNS)
