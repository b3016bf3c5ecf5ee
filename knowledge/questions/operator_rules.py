"""Rules for what is done with the rows that are left: counted for each, the most, side by side, in their order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import EITHER, Narrowing, Operator
from knowledge.questions.rule_words import BY, GROUP, IN_ORDER, IS_DONE, LATE, NOT, WORK


def _done(operator: Operator) -> Callable[[Match, Text], Iterator[Found]]:
    def rule(match: Match, text: Text) -> Iterator[Found]:
        by = next((name for name in BY if name in match.re.groupindex and match[name]), "")
        few = "dir" in match.re.groupindex and folded(match["dir"] or "") in _AT_THE_END
        which = {Operator.MOST: Operator.FEWEST, Operator.EARLIEST: Operator.LATEST}.get(operator, operator)
        chosen = which if few else operator
        start, end = text.words(match)
        behind = match.string[match.end(by) :].split()[:1] if by else []  # "bên Gia Lai | tháng nào nhiều nhất"
        asked = bool(_WHICH.intersection(behind))
        yield Found(Narrowing(operator=chosen, by=by), start, end, 5 + 2 * asked)

    return rule


_AT_THE_END = frozenset({"it", "muon", "tre", "xa", "ranh", "nhan", "cuoi cung", "sau cung", "sau chot"})
_WHICH = frozenset({"nào", "nao"})
_most, _each = _done(Operator.MOST), _done(Operator.EACH)
_sides, _without = _done(Operator.SIDES), _done(Operator.WITHOUT)


def _more_about(match: Match, text: Text) -> Iterator[Found]:
    """As in "sở nào nhiều việc về tập huấn hơn": what is counted stands between "nhiều" and "hơn"."""
    for group in ("first", "last"):
        yield Found(Narrowing(operator=Operator.SIDES), *text.words(match, group), 5)


def _more_due(match: Match, text: Text) -> Iterator[Found]:
    """As in "bên nào nhiều việc hạn tháng 6 hơn": when what is counted is due stands between, and narrows the rows."""
    named = next((name for name in BY if match[name]), "unit")
    by = named if match["first"].split(" ")[0] != match["dir"] else ""
    most = Operator.FEWEST if folded(match["dir"]) == "it" else Operator.MOST
    operator = most if folded(match["last"]) == "nhat" else Operator.SIDES
    for group in ("first", "last"):
        yield Found(Narrowing(operator=operator, by=by), *text.words(match, group), 7)


def _listed_each(match: Match, text: Text) -> Iterator[Found]:
    """As in "liệt kê việc theo từng tổ"."""
    if text.listed:
        yield from _each(match, text)


def _tallied(match: Match, text: Text) -> Iterator[Found]:
    """As in "thống kê số việc của Phòng A theo quý": what is counted stands between, and narrows the rows."""
    for group in ("first", "last"):
        for found in _each(match, text):
            start, end = text.words(match, group)
            yield replace(found, start=start, end=end)


def _each_counted(match: Match, text: Text) -> Iterator[Found]:
    """As in "mỗi phòng mấy việc"; "chỉ tiêu …, mỗi bên bao nhiêu" asks for the figure of each and counts no rows."""
    ahead, behind = folded(match.string[: match.start()]), folded(match.string[match.end() :])
    if _FIGURE.search(ahead) is None or _ROWS_COUNTED.search(behind):
        yield from _each(match, text)


_FIGURE = re.compile(r"\b(?:(?:chi|muc) tieu|t[yi] le)\b")
_ROWS_COUNTED = re.compile(rf"\b(?:may|bao nhieu) (?:{folded(WORK)})\b")


def _each_unit(match: Match, text: Text) -> Iterator[Found]:
    """As in "mỗi đơn vị chủ trì mấy việc", where the unit is said by the words for its role."""
    for found in _each(match, text):
        yield replace(found, narrowing=replace(found.narrowing, by="unit"))


def _each_named(match: Match, text: Text) -> Iterator[Found]:
    """As in "mỗi khoa chủ trì mấy việc", "việc của từng trạm": units that are told by their head.

    Where no list is asked for and a matter is told, they are whom or where it is done ("ai gom kết quả của từng phòng",
    "rà soát thủ tục trong từng sở"), and nothing is counted; nor is where the doing of a matter opens what is asked of
    one row ("việc rà soát thủ tục trong từng sở khi nào xong").
    """
    matter = _tells_a_matter(match, text)
    asks_who = _ASKS_WHO.search(match.string)
    for_each = (matter and _OF_ONE_DOING.match(match.string)) if text.listed else (asks_who or matter)
    if text.unit_behind(match).head and not for_each:
        yield Found(Narrowing(operator=Operator.EACH, by="unit"), *text.words(match), 6)


_ASKS_WHO = re.compile(rf"(?:^| )(?:ai|chỗ nào|(?:{GROUP}) nào) (?!.*(?:mấy|bao nhiêu)(?: |$))")

_OF_ONE_DOING = re.compile(
    r"vi[ệe]c (?=.* (?:ai|n[àa]o|bao gi[ờo])(?: |$))(?!.* (?:m[ấa]y|bao nhi[êe]u)(?: |$))"
)  # it opens the text, and one thing is asked of it


def _tells_a_matter(match: Match, text: Text) -> bool:
    """Whether more words than a few stand around a match that are neither signs nor say what is asked."""
    inside = range(*text.words(match))
    signs = zip(text.text.split(" "), text.spans, strict=True)
    words = (start for sign, (start, _) in signs if not sign.startswith("<") and start not in inside)
    return sum(not (start in text.cued or text.is_small(start)) for start in words) > _FEW


_FEW = 2  # words beside "của từng phòng" that may only say what is counted ("khối lượng")


def _with_rows(match: Match, text: Text) -> Iterator[Found]:
    """As in "phòng nào có việc hạn tháng 3", "ai có việc quý 2": who has rows in a time."""
    for found in _each(match, text) if text.periods else ():
        yield replace(found, narrowing=replace(found.narrowing, by=found.narrowing.by or "unit"))


def _row_end(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào hạn sớm nhất", "việc tiếp theo của Thanh tra"."""
    if text.listed:
        yield from _done(Operator.EARLIEST)(match, text)


def _end_in_order(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào phải xong đầu tiên", but not where the first and the last are asked at once."""
    if len(_ENDS_IN_ORDER.findall(folded(match.string))) == 1:
        yield from _row_end(match, text)


_ENDS_IN_ORDER = re.compile(rf"\b{folded(IN_ORDER)}\b")


def _dated(match: Match, text: Text) -> Iterator[Found]:  # "hạn tháng 5": the time is the deadline's
    yield Found(Narrowing(dated=True), *text.words(match), 3)


def _together(match: Match, text: Text) -> Iterator[Found]:
    """As in "cả A và B cùng phối hợp", "A và B cùng chủ trì"; "A và B cùng làm" in whatever role."""
    role = EITHER if match.groupdict().get("work") else ""
    yield Found(Narrowing(together=True, role=role), *text.words(match), 2)


_EACH = "mỗi|từng|theo từng|chia theo|thống kê theo"
_OF = "(?:(?:của|cho|ở|trong|thuộc) )?"
_PLEASE = "giùm|dùm|giúp|hộ|cho|em|anh|chị|mình|tôi|ạ|nhé|nha|với|đi"
_ROWS_OR_SUM = rf"(?:(?:mấy|bao nhiêu|bn) )?(?:(?:cái|đầu) )?(?:{WORK})"  # and no "bao nhiêu camera"
_TALLY = rf"(?:thống kê|tổng hợp|đếm)(?: (?:{_PLEASE}|lại|xem|có|số|lượng|tổng))*(?= {_ROWS_OR_SUM}(?!\S))"
_END = rf"(?= <k>| (?:{_PLEASE})(?!\S)| ,|$)"
_THEN = rf"(?=(?: (?:<k>|là|có|thì|thế|ra|sao|{_PLEASE}))*(?: (?:mấy|bao|ở|của|bên|trong)(?!\S)|$))"
_IDLE = "(?P<dir>rảnh|nhàn)"
_FALLS = "(?:(?:rơi|rớt|nằm|trúng|nhằm)(?: vào)?|trong|vào|là|ở|đúng)"  # of a deadline, before its time
_TWO = "so sánh(?=(?: [^ ]+)*? <p> (?:và|với|hay|so với) <p>)"
_NEXT = f"{WORK} (?:tiếp theo|kế tiếp|sắp tới)(?= (?:của |cho )?<[uk])"
_STOPS = "(?=(?: (?:trong|ở|vào|của))? <[pk]>|$)"
_SIDE = "bên nào|đơn vị nào|nơi nào|kế hoạch nào"
_MUCH = "(?P<dir>nhiều|ít)"
_PLACED = "(?: <k>)?"
_WHEN = "(?: (?:<p>|<k>|này|thì|là|đang|rảnh))*?"
_DOES = "(?: (?:có|được|phải|giao))*"
_ROLES = "(?:<lead>|<coordinate>)"
_ANY = "(?: (?:nào|gì|cả|hết))*"
_FEWEST = r"(?:(?<!ít nhất)|(?! (?:(?:là|phải|đạt|có) )*(?:mấy|bao nhiêu|bn|\d|một|hai|ba)))"  # no "ít nhất mấy lần"
_SHARES = "bên (?:[^ ]+ ){0,4}?(?:mấy|bao nhiêu) (?:%|phần trăm)"  # "mỗi bên mấy %" of two plans counts no rows
_SOME = "(?: (?!<)[^ ]+){0,2}?"
_HAS_NONE = rf"(?:(?:phải|cần) (?:làm|thực hiện)|(?:có|được giao|bị giao|có tên trong)(?: {WORK})?)"
_ENDS = r"(?= (?:<p>|trong|hạn|đến hạn|tới hạn|vào|phải|cần|quá hạn|trễ)(?!\S)|$)"  # no "có nhiệm vụ số hóa"
_HAS_SOME = rf"(?:có|có tên trong|{_ROLES}) (?:những |các )?{WORK}{_ENDS}"
_FALLS_DUE = "(?:(?:có|đến|tới|hết|hạn|trong|vào|ở|cần|phải|xong|nộp|làm|hoàn thành|<p>|<k>) )+"
_MANY = rf"(?P<first>(?:(?:{_SIDE}|(?:{GROUP}) nào|ai)(?: <k>)?{_SOME} )?{_MUCH} {WORK})"
_BUSY = f"(?:dồn|ôm|gánh|kham|bận|kín|dày|căng|nặng việc|nặng gánh|vất vả|{_IDLE})"
_ASKED = rf"(?:mấy|bao nhiêu|bn)(?: {WORK}| cái)?(?=(?: (?:vậy|thế|ạ|nhỉ|hả|ta|rứa|á|không|lận))*$)"
_BY_HOW_MANY = rf"(?:(?:nhiều|ít) )?(?:hơn|kém|chênh|lệch)(?: (?:kém|lệch|nhau|khoảng|tầm))*(?= (?:<u\d+> )?{_ASKED})"

_LEADS_TO = "(?: (?!<|vừa(?!\\S))[^ ]+){0,3}?"  # "vừa phải gọi | Sở A vừa phải gọi | Sở B"

_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:những |các )?(?:{GROUP}) nào{_WHEN} {NOT} {_HAS_NONE}(?: nào| gì)?", _without),
    (rf"(?:những |các )?(?:(?:{GROUP}) nào|ai){_WHEN}(?: (?:còn|sẽ|phải|đều))* {_HAS_SOME}", _with_rows),
    (rf"(?:những |các )?(?:{GROUP}) nào{_WHEN} (?:rảnh|rảnh rỗi|ngồi không|trống việc)(?! nhất)", _without),
    (
        rf"(?:trong (?:các|những|số) )?(?:{GROUP})(?: nào)?(?: [^ ]+){{0,5}}? {_MUCH}(?: [^ ]+){{0,4}}? nhất{_FEWEST}",
        _most,
    ),
    (rf"(?:{GROUP}) nào(?: [^ ]+){{0,5}}? {_MUCH}(?:(?: [^ ]+){{0,4}}? nhất{_FEWEST}| {WORK}{_STOPS})", _most),
    (rf"(?:{GROUP})(?: nào)?(?: (?:đang|bị|hay|là|có))* {LATE}(?: nhiều)? nhất", _most),
    (rf"{_MUCH} {WORK} nhất(?: là| thuộc| ở| thuộc về)?(?: (?:{GROUP}) nào)?", _most),
    (rf"(?:{_EACH}|các) (?!{_SHARES})(?:{GROUP})(?= (?:[^ ]+ ){{0,4}}?(?:mấy|bao nhiêu))", _each_counted),
    (rf"(?:{_EACH}) (?:{GROUP})(?= {_ROLES}(?: |$))", _each),
    (rf"{_OF}(?:{_EACH})(?= <u\d+>)", _each_named),
    (rf"(?:{_EACH})(?= {_ROLES} (?:[^ ]+ ){{0,3}}?(?:mấy|bao nhiêu))", _each_unit),
    (rf"(?<=mấy )(?:{WORK} )?(?:ở |của |cho )?(?:{_EACH}) (?:{GROUP})", _each),
    (rf"(?<=nhiêu )(?:{WORK} )?(?:ở |của |cho )?(?:{_EACH}) (?:{GROUP})", _each),
    (rf"(?:(?:{_SIDE}) )?(?:<lead> |<coordinate> )?{_MUCH}(?: {WORK})? hơn", _sides),
    (
        rf"(?:(?:{_SIDE}|ai){_SOME} )?{_MUCH} {WORK}(?: (?:<lead>|<coordinate>)| (?!<)[^ ]+){{0,2}}? hơn",
        _sides,
    ),
    (rf"(?:{GROUP}) nào{_SOME}(?: <lead>| <coordinate>)? {_MUCH}(?: {WORK}{_SOME})? hơn", _sides),
    (
        rf"(?:{_SIDE}|(?:{GROUP}) nào|ai)(?: [^ ]+){{0,2}}? (?:{_BUSY}|đông(?= {WORK})){_SOME} hơn",
        _sides,
    ),
    (rf"(?:(?:và|thì) )?{_BY_HOW_MANY}(?: {_ASKED})?", _sides),
    (rf"{_MANY}(?= (?:về|liên quan|thuộc) .*(?P<last>hơn)(?!\S))", _more_about),
    (rf"{_MANY}(?= {_FALLS_DUE}(?P<last>hơn|nhất)(?!\S))", _more_due),
    (rf"(?:(?:{GROUP}) (?:nào|mấy(?= ))|ai)(?: [^ ]+){{0,4}}? (?:{_BUSY}|đông){_SOME} nhất", _most),
    (rf"(?:so sánh )?số (?:lượng )?{WORK}(?=.* (?:so với|và|với|hay|giữa) )|{_TWO}", _sides),
    (rf"(?:có |đến )?(?:hạn |thời hạn )?(?P<dir>sớm|muộn|gần|trễ|xa|gấp|khẩn) nhất|{_NEXT}", _row_end),
    (r"(?P<dir>sớm|muộn|gần|trễ|xa) (?:đến |tới |hết )?(?:hạn|deadline) nhất", _row_end),
    (rf"(?:(?:phải|cần) )?{IS_DONE}(?: xong)? (?P<dir>{IN_ORDER})", _end_in_order),
    (rf"(?:có |thời |đến )?(?:hạn|deadline|dl|thời gian)(?: {_FALLS})*(?= <p>)", _dated),
    (r"(?:cùng|đồng thời|cùng nhau|cùng lúc)(?: nhau)?(?= (?:<lead>|<coordinate>))", _together),
    (r"(?:cùng|đồng thời|cùng nhau|cùng lúc)(?: nhau)? (?P<work>làm|tham gia|thực hiện)(?! <lead>| <coord)", _together),
    (r"cả(?= <u\d+>(?: và| lẫn| với)? <u\d+>)", _together),
    (r"có(?: (?:mặt|tên))? (?:đồng thời|cùng lúc|cả hai)(?: cả)?(?= <u\d+>(?: và| lẫn| với)? <u\d+>)", _together),
    (rf"vừa{_LEADS_TO}(?= <u\d+>(?: (?!<)[^ ]+){{0,2}}? vừa{_LEADS_TO} <u\d+>)", _together),
    (rf"(?<=> )vừa{_LEADS_TO}(?= <u\d+>)", _together),
    (rf"(?:chia |gom |xếp |nhóm |tách )?theo (?:từng|mỗi) (?:{GROUP})", _listed_each),
    (rf"(?<= ){_OF}(?:từng|mỗi) (?:{GROUP}){_THEN}", _listed_each),
    (rf"(?:chia|gom|xếp|nhóm|tách) (?:theo|ra) (?:{GROUP})", _listed_each),
    (rf"(?P<first>{_TALLY})(?= (?:[^ ]+ )*?(?P<last>theo (?:{GROUP})){_END})", _tallied),
    (rf"(?:những |các )?(?:{GROUP}) nào{_PLACED} {NOT}{_DOES} {_ROLES}(?: {WORK})?{_ANY}", _without),
)
TYPED, BARE = compiled(_RULES)
