"""Rules for the roles that a list is of: both, only one of them, alone or with others.

"Cả chủ trì lẫn phối hợp" is either role; "chỉ phối hợp chứ không chủ trì" is one without the other.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import EITHER, Constraint, Kind, Narrowing
from knowledge.questions.left_out_words import BEHIND
from knowledge.questions.rule_words import NOT_COUNTED, UNIT

_NOT = "(?:không|chưa|chẳng|chả|trừ|không kể|không tính|không gồm|không phải|không bao gồm|ngoại trừ|loại trừ)"
_AND = "(?:và|lẫn|hoặc|hay|cùng|với|hay là|vừa)"
_BUT = "(?:chứ|mà|nhưng|song|thôi|còn|nhưng mà|tức là|chứ ko)"
_SMALL = "(?: (?!<)[^ ]+){0,3}?"
_NOBODY = r"(?: (?!<|(?:ai|đơn vị|cơ quan|bên|nơi|phòng|sở|chung)(?!\S))[^ ]+){0,3}?"  # "không có | ai phối hợp"
_WORDS = {"lead": "<lead>", "coordinate": "<coordinate>"}


def _either(match: Match, text: Text) -> Iterator[Found]:
    """As in "cả chủ trì lẫn phối hợp", "vừa chủ trì vừa phối hợp", "kể cả phối hợp"."""
    if text.listed or text.units:
        yield Found(Narrowing(role=EITHER), *text.words(match), 7)


def _whichever(match: Match, text: Text) -> Iterator[Found]:
    """As in "dù là làm chính hay phụ", "chủ trì hay phối hợp đều được": either role, of whatever units the list is."""
    yield Found(Narrowing(role=EITHER), *text.words(match), 9)


def _whoever(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc có Phòng A, ai chủ trì cũng được": either role, but for that which is said of the list beside it.

    Of one row, it is asked who has it ("huấn luyện dân quân ai chủ trì cũng được à").
    """
    if text.listed or text.units:
        said = set(_ROLES.findall(match.string[: match.start()] + match.string[match.end() :]))
        yield Found(Narrowing(role=said.pop().strip("<>") if len(said) == 1 else EITHER), *text.words(match), 9)


def _the_other_too(match: Match, text: Text) -> Iterator[Found]:
    """As in "gồm cả việc phối hợp nhé", of a list shown as well; "…, kể cả chủ trì chung với B" adds no other."""
    said = _role_before(match)
    same = match["too"] and (match["jointly"] or said == match["too"]) and said in ("", match["too"])
    score = 10 if match["others"] else 7
    role = match["too"].strip("<>") if same else EITHER
    named = frozenset(unit.start for unit in text.units_in(match)) if "<u" in match.string[: match.start()] else ()
    yield Found(Narrowing(role=role, units=frozenset(named)), *text.words(match), score)


def _jointly_too(match: Match, text: Text) -> Iterator[Found]:
    """As in "chủ trì mấy việc (tính cả chỗ làm chung với Sở A)": what is done with others is in the role before it."""
    before = match.string[: match.start()]
    if (said := _role_before(match)) and "<u" in before:
        others = frozenset(unit.start for unit in text.units_in(match))
        yield Found(Narrowing(role=said.strip("<>"), units=others), *text.words(match), 9)


def _role_before(match: Match) -> str:
    """The sign of the one role that was said before; empty where none or both were."""
    said = set(_ROLES.findall(match.string[: match.start()]))
    return said.pop() if len(said) == 1 else ""


def _with_each_other(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào Phòng A làm với Tổ B", "A phối hợp chung với B": in either role; in that of "chủ trì | chung"."""
    if len(text.units) > 1:
        led = match.string[: match.start()].split()[-1:] == [_WORDS["lead"]]
        yield Found(Narrowing(together=True, role="lead" if led else EITHER), *text.words(match), 7)


def _alike(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng A và Tổ B | cùng | góp mặt", in either role; in that said of "… đều | có tên ở cột phối hợp"."""
    if len(text.units) > 1:
        role = "" if _IN_A_ROLE.match(match.string[match.end() :]) else EITHER
        yield Found(Narrowing(together=True, role=role), *text.words(match), 7)


def _joint(match: Match, text: Text) -> Iterator[Found]:
    """As in "Trung tâm A cùng Văn phòng chủ trì những việc nào": the rows that both have."""
    yield Found(Narrowing(together=True), *text.words(match), 2)


def _only(match: Match, text: Text) -> Iterator[Found]:
    """As in "chỉ phối hợp chứ không chủ trì", "không chủ trì nhưng có phối hợp"."""
    said = [role for role, sign in _WORDS.items() if sign == match["yes"]]
    other = [role for role in _WORDS if role not in said]
    if not text.units or match.groupdict().get("not") == match["yes"]:
        return  # "A không chủ trì mà B chủ trì"
    without = Constraint(Kind.UNIT, units=tuple(text.units), role=other[0], include=False)
    start, end = text.words(match)
    yield Found(Narrowing(where=(without.placed(start, end),), role=said[0]), start, end, 9)


def _with_nobody(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng A chủ trì mà không phối hợp với ai": the rows that it leads where nobody helps."""
    if text.units:
        start, end = text.words(match)
        nobody = Constraint(Kind.BLANK, field="coordinate").placed(start, end)
        yield Found(Narrowing(where=(nobody,), role="lead"), start, end, 9)


def _part_without(match: Match, text: Text) -> Iterator[Found]:
    """As in "Công an tỉnh tham gia mà không chủ trì": the other role alone."""
    if text.units and not _ROLES.search(match.string[: match.start()]):
        other = "lead" if match["no"] == _WORDS["coordinate"] else "coordinate"
        role = match["no"].strip("<>")
        without = Constraint(Kind.UNIT, units=tuple(text.units), role=role, include=False)
        start, end = text.words(match)
        yield Found(Narrowing(where=(without.placed(start, end),), role=other), start, end, 9)


def _only_helps(match: Match, text: Text) -> Iterator[Found]:
    """As in "Công an tỉnh chỉ tham gia thôi": who has no more than a part helps."""
    if text.units and not _ROLES.search(match.string):
        yield Found(Narrowing(role="coordinate"), *text.words(match), 5)


def _in_a_column(match: Match, text: Text) -> Iterator[Found]:
    """As in "Sở A đứng tên ở cột phối hợp", "Sở A chỉ đi phối hợp": the role that is named last."""
    if text.units:
        score = _STANDS_THERE if match.groupdict().get("column") else _MERELY_SO
        yield Found(Narrowing(role=match["said"].strip("<>")), *text.words(match), score)


_STANDS_THERE, _MERELY_SO = 10, 3  # "chỉ phối hợp | chứ không chủ trì" says more


def _for_others(match: Match, text: Text) -> Iterator[Found]:
    """As in "Phòng A phải phụ cho mấy phòng khác việc gì": who works for others helps, whoever these are."""
    if text.units:
        others = frozenset(unit.start for unit in text.units_in(match))
        yield Found(Narrowing(role="coordinate", units=others), *text.words(match), 8)


def _not_the_other(match: Match, text: Text) -> Iterator[Found]:
    """As in "(không phải phối hợp nhé)": the other role."""
    if text.units or text.listed:
        role = "lead" if match["no"] == _WORDS["coordinate"] else "coordinate"
        yield Found(Narrowing(role=role), *text.words(match), 5)


def _left_out(match: Match, text: Text) -> Iterator[Found]:
    """As in "không tính cả phối hợp", which takes in nothing."""
    yield from (replace(found, score=8) for found in _not_the_other(match, text))


_ROLE = "(?:<lead>|<coordinate>)"
_ROLES = re.compile(_ROLE)
_LESS = f"(?:trừ|ngoại trừ|ngoài|{NOT_COUNTED}|loại|bỏ)"
_ITS = (
    "(?:các|những|mấy|cái|phần|việc|nhiệm|vụ|chỉ|là|được|giao|vai|trò|đi|chỗ|dòng|do"
    "|mình|tụi|bọn|chúng|em|tôi|tui|nó|họ)"
)
_TOO = r"(?:(?:kể|tính|bao gồm|gồm|luôn|thêm|cộng)(?: luôn)? cả|(?:kể|tính) luôn|cộng thêm|thêm|(?<!\S)cả)"
_THINGS = "(?: (?:các|những|mấy|cái|việc|phần|nhiệm vụ|vai|trò|chỗ|dòng|mục))"
_ALONGSIDE = "(?:(?:cùng|đồng) )"
_KINDS = rf"<u\d+>|{UNIT}|nơi"
_OTHERS = f"(?: (?:với|cùng)(?: (?:{_KINDS}|các|những|khác|ai))+)"
_WITH = f"(?P<others>{_OTHERS})?"
_BOTH = "(?:(?:cả|vừa|gồm|bao gồm|kể) )*"
_STEPS = rf"(?: (?!<|(?:{_NOT}|{_BUT}|{_AND}|ai)(?!\S))[^ ]+){{0,4}}?"  # "làm chính và | việc mình | phối hợp"
_OWN_STEPS = r"(?: (?!<|(?:ai|nào|gì|đơn|cơ|bên|các|những)(?!\S))[^ ]+){0,4}?"  # no "và | đơn vị nào | phối hợp"
_ENDS = r"(?= (?:gì|nào|đều|cũng|hết|luôn|kể|tính|(?:những|các|mấy)(?: [^ <]+){0,3}? (?:gì|nào))(?!\S)|$)"
_WITH_NOBODY = r"(?!(?: (?:với|cùng))? (?:<u|(?:ai|đơn vị|cơ quan|bên|phòng|sở|những|các) ?))"
_OF_A_KIND = r"(?! (?!(?:việc|vụ|cái|chỗ|dòng|mục|phần)(?!\S))[^ <]+ nào(?!\S))"  # no "phối hợp với | hạt nào"
_NOT_WITH = f"{_OF_A_KIND}(?! <u| với)"
_PART = "(?:(?:vai|việc|món|phần|cái) )?(?:làm )?"
_ROWS = "(?: (?:các|những|mấy|cái|việc|nhiệm|vụ|gì|nào|phải|được|có|,))"
_YES = "(?P<yes><coordinate>|<lead>)"
_EACH = r"(?!.*(?<!\S)(?:mỗi|từng|tổng|hơn)(?!\S))"  # "A cùng B | mỗi bên mấy việc" is of the rows of either
_DOES = r"(?: (?:đứng tên|được giao|phải|sẽ))? (?:<lead>|làm|lo|thực hiện|tham gia|có mặt|góp mặt|đứng tên)(?!\S)"
_SHARED = r"(?:(?<=mặt )|(?<=gia )|(?<=làm )|(?<=dự )|(?<=có )|(?<=tên )|(?<=hiện )|(?<=hợp )|(?<=> ))"
_STANDS = "(?: (?:lại|có|vẫn|được|chỉ|đứng|tên|giữ|vai|trò|làm|là|ở|tham|gia|với|tư|cách|toàn))"
_CLOSED = "(?= (?:nhé|nha|nghe|ạ|giúp|giùm|cho|em|anh|chị)(?!\\S)| ,|$)"
_MATTER = "(?:<lead>|làm|lo|ở|trong|tại|với|những|các|mấy|bao nhiêu|cái|việc|nhiệm|gì|nào|không|được)"
_SAME = "(?!(?:với|kỳ|lúc|là|nhau|hạn|thời|ngày|tháng|quý|năm|trong)(?!\\S))"  # "cùng | hạn" is of days
_EVEN = "(?:dù|bất kể|bất luận|không kể|kệ)(?: (?:là|có|cho|nó))*"
_AS = "(?:(?:là|làm|vai|đứng|giữ|việc|ở|cột|ô|có) )*"
_BEING = "(?:phải|được|làm|giữ|là|vai|đứng|có)"
_WHOEVER = "(?:ai|(?:bên|đơn vị|cơ quan|người|phòng|sở|nơi) nào)"
_NO_MATTER = "(?:(?:cũng|đều) (?:được|xong|tính|kể|lấy)|không quan trọng|(?:thì )?kệ)"
_EVEN_WHO = "(?:bất kể|bất luận|kệ|không kể|không cần biết|không phân biệt|không quan trọng|dù)"
_COUNTS = "(?:đều|cũng)(?: (?:được|kể|tính|lấy|hết|luôn|gom|đếm))+"
_IS = r"(?:là|trong|vào|thuộc|của|có (?:việc|hạn|mấy)|hạn|đến|xong|<p>)(?!\S)"  # "đều | là đơn vị của Sở" tells no part
_ONE = "(?P<said><lead>|<coordinate>)"
_STANDING = "(?:(?:<lead>|chỉ|đứng|nằm|có|ghi|để|tên|mặt|xuất hiện|góp mặt) )+(?:(?:ở|trong|tại|bên|nơi|với|vào) )*"
_NO_CELL = r"(?! (?:có|ghi|là|gồm|nêu|đề|để|bỏ|trống|chưa|không|nào|gì|với|<u\d+>)(?!\S))"  # "cột phối hợp | có Sở B"
_MERELY = (
    "(?:chỉ|thuần|đơn thuần)"
    "(?: (?:có|được|là|đi|phải|đứng|làm|giữ|tham gia|tên|mặt|lo|ở|trong|cột|ô|vai|trò|với|tư cách))*"
)
_NO_OTHER = r"(?!(?:ai|không|chưa|chẳng|với|đơn|cơ|bên|nơi|sở|phòng|khoa)(?!\S))"  # whose part it would be
_WORDS_ON = rf"(?: {_NO_OTHER}[^ <]+)"
_THEN = "(?:và|còn|với|lẫn|hay|hoặc|rồi|cũng như)"
_HELPS_ON = "phụ(?= (?:thôi|cho|gì|nào|việc)|$)"
_HELPS_THERE = "chỗ(?= nào (?:chỉ|mình|phụ|<coordinate> (?:thôi|cho|giúp)))"  # "chỗ nào phối hợp" asks who
_PART_OF_IT = f"(?:việc|vụ|cái|phần|món|khoản|chỉ|{_HELPS_THERE})"
_ITS_OTHER = rf"{_WORDS_ON}{{0,5}}? {_THEN}{_WORDS_ON}{{0,3}}? {_PART_OF_IT}{_WORDS_ON}{{0,4}}?"
_HELPS = "(?:<coordinate>|phụ giúp|phụ|giúp|hỗ trợ|đỡ)(?: (?:việc|một tay|tay))?(?: cho)?"
_OTHER_UNITS = f"(?: (?:các|mấy|những|cả))*(?: (?:{_KINDS}|chỗ|người|anh em)){{1,2}} khác"
_ANYONE = "(?:ai|đơn vị|cơ quan|bên|nơi|phòng|sở|nào|khác|hết|cả)"
_NO_ONE = f"(?:không|chưa|chẳng|chả)(?: (?:có|thấy))*(?: {_ANYONE})+"
_LEADS = f"(?:chỉ )?<lead>(?: (?:việc|nhiệm vụ|vụ|gì|nào|những|các|mấy|cái|thôi))*(?: {_BUT})?"
_IN_A_ROLE = re.compile(rf"(?: (?!<|ai ?)[^ ]+){{0,5}} {_ROLE}")
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_EVEN} {_AS}(?:chính|<lead>) {_AND} {_AS}(?:phụ|<coordinate>)", _whichever),
    (rf"{_WHOEVER} {_AS}(?:chính|{_ROLE}) {_NO_MATTER}", _whoever),
    (rf"{_EVEN_WHO}(?: (?:là|thì))? {_WHOEVER} {_AS}(?:chính|{_ROLE})", _whoever),
    (rf"(?:chính|<lead>) {_AND} {_AS}(?:phụ|<coordinate>) {_COUNTS}", _whichever),
    (rf"(?:chính|<lead>) {_COUNTS}(?: (?:mà|với|và|còn))* {_AS}(?:phụ|<coordinate>) {_COUNTS}", _whichever),
    (rf"{_BOTH}<lead>{_STEPS} {_AND}{_OWN_STEPS} (?:<coordinate>|(?:phụ|hỗ trợ){_ENDS}){_WITH_NOBODY}", _either),
    (rf"{_BOTH}<coordinate>{_STEPS} {_AND}{_STEPS} <lead>", _either),
    (rf"(?:chính|<lead>){_ITS_OTHER} (?:<coordinate>|{_HELPS_ON}){_WITH_NOBODY}", _either),
    (rf"{_STANDING}(?P<column>cột|ô|phần|mục|vai trò|vai) (?:cùng )?{_ONE}{_NO_CELL}", _in_a_column),
    (rf"{_MERELY} {_ONE}(?: (?:mà thôi|thôi))?{_WITH_NOBODY}", _in_a_column),
    (rf"{_HELPS}{_OTHER_UNITS}", _for_others),
    (rf"<lead>{_ROWS}+ <coordinate>(?!(?: (?:với|cùng))? <u)", _either),
    (rf"(?:chính|<lead>)(?: {_AND}){{0,2}} {_PART}(?:phụ|<coordinate>){_ENDS}", _either),
    (rf"{_TOO}{_THINGS}* {_ALONGSIDE}?(?:(?P<too>{_ROLE})(?P<jointly> chung| cùng)?{_WITH}|phụ(?!\S))", _the_other_too),
    (rf"{_TOO}{_THINGS}* (?:(?:làm|đứng) )?(?:chung|cùng)(?: (?:làm|đứng))?{_OTHERS}?", _jointly_too),
    (rf"(?:(?:làm|đứng|có) )*(?:chung|cùng){_OTHERS}+ {_COUNTS}", _jointly_too),
    (rf"(?<=<u\d> )cùng(?: với)?(?= <u\d+> <coordinate>){_EACH}", _with_each_other),  # "A cùng B | làm chung …"
    (rf"(?<=<u\d> )cùng(?: với)?(?= <u\d+>{_DOES}){_EACH}", _joint),
    (
        rf"(?<=<u\d> )(?:cùng(?= {_SAME})(?: nhau)?|đều(?! {_IS})(?: cùng)?)(?= [^ <]+| {_ROLE})",
        _alike,
    ),  # "… cùng góp mặt"
    (rf"(?:{_SHARED}chung|(?<=làm )cùng|chung (?:tay|sức))(?= {_MATTER}|$)", _with_each_other),
    (r"(?:làm|thực hiện|tham gia|triển khai)(?: chung| cùng)? (?:với|cùng)(?= <u\d+>)", _with_each_other),
    (r"(?:việc|nhiệm vụ)(?: gì| nào)? chung(?= (?:gì|nào|nữa|khác|không|<u\d+>)|$)", _with_each_other),
    (r"chung (?:việc|nhiệm vụ)(?= (?:gì|nào))", _with_each_other),
    (rf"{_LEADS} {_NO_ONE} <coordinate>(?: (?:với|cùng))?(?: {_ANYONE})*", _with_nobody),
    (
        rf"{_LEADS} (?:không|chưa|chẳng|chả)(?: (?:có|cần|phải))* <coordinate>(?: (?:với|cùng))?(?: {_ANYONE})+",
        _with_nobody,
    ),
    (rf"(?:chỉ )?(?:có )?{_YES}{_SMALL}(?: {_BUT})? {_NOT}{_NOBODY} {_ROLE}{_OF_A_KIND}{_WITH_NOBODY}", _only),
    (
        rf"(?:mà|nhưng|song|chứ) (?:không|chẳng|chả)(?: {_BEING})* (?P<no>{_ROLE}){_NOT_WITH}",
        _part_without,
    ),
    (
        r"(?:chứ )?(?:không|ko|chẳng|chả) phải(?: (?:là|vai|trò|việc|nhiệm|vụ))* (?P<no><lead>|<coordinate>)(?! với)",
        _not_the_other,
    ),
    (r"(?:chỉ|toàn)(?: (?:có|được|là|đi|phải))* (?:tham gia|góp mặt|dự phần|góp tay|phụ)(?: vào)?", _only_helps),
    (
        rf"{_LESS}(?: {_ITS})* (?P<no><lead>|<coordinate>)(?: ra)?(?! <u| với)",
        _left_out,
    ),
    (rf"(?:(?:{_ITS}) )*(?P<no>{_ROLE})(?:{BEHIND}){{1,2}}{_CLOSED}", _left_out),
    (rf"{_NOT}(?: (?:việc|có|được|phải|tính|kể))* (?P<not>{_ROLE}){_SMALL} {_BUT}{_STANDS}* {_YES}", _only),
)
TYPED, BARE = compiled(_PATTERNS)
