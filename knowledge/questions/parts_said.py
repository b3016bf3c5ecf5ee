"""The parts of a question: where it is joined, and where it begins to ask of what was named before.

Cutting costs nothing, and a part need not be a matter of its own: which parts belong together is decided by the rows
(`answers/parts_beside`). Where somebody types accents "thi" is no "thì" and "moi" no "mỗi".
"""

import re
from collections.abc import Iterator

from knowledge.language.text import folded, nfc
from knowledge.questions.constraint_patterns import either_way, without_accents
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.questions.sizes_compared import COMPARED
from knowledge.questions.statements import asks_share
from knowledge.questions.two_sides import sets_beside

_MARKS = r"\s*[,;:](?=\s)\s*|\s*[?!.…](?=\s|$)\s*|\s+[-–/]\s+"
_THAN = "(?:sớm|muộn|trễ|chậm|nhiều|ít|tốn|ngốn|hao|đắt|rẻ|lớn|cao|thấp|đông)(?: [^\\W\\d_]+)? hơn"
HOW_MUCH = r"(?:bao nhiêu|bao nhieu|mấy|nhiêu|bn\b|may(?= (?:phan tram|%)))(?: (?:phần trăm|phan tram)\b| ?%)?"
_FAR_FROM = r"(?<!cải )cách(?=(?: [^ ]+){2,12} (?:mấy|bao nhiêu) (?:ngày|tuần|tháng)\b)"  # "A cách B mấy ngày"
_JOINS = (
    f"và|với|vs|hay là|hay|hoặc|còn(?! {HOW_MUCH})|so với|thì|khác gì với|khác gì|khác với|trước khi|sau khi"
    f"|(?<!việc )(?:xong|làm) (?:trước|sau)|{_THAN}|{_FAR_FROM}"
)
_WHICH = f"{COMPARED} (?:nào|mô)"  # of whatever is compared: "lớp nào", "khoản nào"
_ALIKE = "(?:giống|khác|trùng|cách|chênh|lệch) nhau"
_BOTH = "đều(?= (?:là |phải |được |cùng |có )*(?:do|giao|thuộc|xong|hoàn|hạn|đến|tới|hết|trong|vào) )"
_ASKS = f"{_WHICH}|{_ALIKE}|{_BOTH}|mỗi|từng|cùng|chung|giống|khác|trùng|cách (?:xa|bao)|chênh|lệch|ai|là"


def _parting(joins: str, asks: str) -> re.Pattern[str]:
    return re.compile(rf"{_MARKS}|(?<=\s)(?:{joins})(?=\s)|(?<=\s)(?=(?:{asks})(?:\s|$))", re.IGNORECASE)


_SETS = "(?:đặt|đạt|còn|được|phải|chiếm|là|ra|dat|con|duoc|phai|chiem|la)"
_SETS_HOW_MUCH = re.compile(rf"\b(?:{_SETS} )*{HOW_MUCH}", re.IGNORECASE)
_TYPED = _parting(_JOINS, _ASKS)
_PLAIN = _parting(without_accents(_JOINS), without_accents(f"{_WHICH}|{_ALIKE}|{_BOTH}"))


def places_of_parts(text: str) -> Iterator[tuple[int, int]]:
    """Where each part of a text begins and ends.

    Where a part opens with a word that only leads to a thing, the one before it begins at the same word, and what
    stands ahead of that is a part of its own ("không biết nên dồn người | cho trồng tre | hay cho mua đá").
    """
    places = list(_joined_parts(text))
    for n, (start, end) in enumerate(places):
        leads = _LEADS_TO.match(text, places[n + 1][0]) if n + 1 < len(places) else None
        at = text.rfind(f" {leads[1]} ", start, end) if leads else -1
        ahead = at > start and bool(text[start:at].strip())
        if ahead:
            yield start, at
        yield (at if ahead else start), end


_LEADS_TO = re.compile(r"\s*(cho|việc|viec|vụ|vu|chuyện|chuyen|khoản|khoan) ", re.IGNORECASE)


def _joined_parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    joins = [join.span() for join in (_PLAIN if text == folded(text) else _TYPED).finditer(text)]
    for end, begins in sorted({*joins, *_each_one(text)}):
        if text[start:end].strip():
            yield start, end
        start = max(start, begins)
    if text[start:].strip():
        yield start, len(text)


def _each_one(text: str) -> Iterator[tuple[int, int]]:
    """Where "một đợt …" begins, of each of two or more that are told so ("một đợt thống kê một đợt thực thi")."""
    ones = [*_ONE.finditer(folded(text))] if len(folded(text)) == len(text) else []
    kinds = [one["kind"] for one in ones]
    yield from ((one.start(), one.end()) for one in ones if kinds.count(one["kind"]) > 1)


def tells_one_by_one(text: str) -> bool:
    """Whether two or more are told one by one, behind what they have in common ("có hai đợt | một đợt …")."""
    first = next(_each_one(text), (0, 0))
    return bool(text[: first[0]].strip())


_ONE = re.compile(r"(?<!\S)(?:mot|1) (?P<kind>[a-z]+)(?: (?:la|thi|ve|de|dem))*(?=\s)")


_MORE_THAN = "(?:hon|kem|thua)(?: kem)?"
_BY_HOW_MUCH = rf"{_MORE_THAN}(?: nhau)? (?:may|bao nhieu|bn)\b"  # "bên nào đông hơn, hơn mấy người"
_ALIKE_BARE = (
    rf"{_BY_HOW_MUCH}|(?:deu|cung|chung|trung|moi|tung)\b|(?:giong|khac|cach|chenh|lech) (?:nhau|xa|bao|may)\b"
)
_OPENS_ASKING = re.compile(rf"{without_accents(_WHICH)}\b|ai\b|(?:cai|viec|ben|phong|so|con so) \w+ nao\b")
_ENDS_COMPARING = re.compile(r"\b(?:hon|truoc|sau|nhat)(?: (?:a|vay|nhi|the|ha|nhe|khong|k|ko))*$")
_SAYS_HOW_MANY = either_way(
    r"(?:\w+ ){0,6}?(?<!tháng )(?<!quý )(?<!thứ )(?<!đợt )(?:hai(?! lòng\b)|ba|2|3)(?: [^\W\d_]+){1,3}$"
)  # "hài lòng" says no number
_FIGURE_ASKED = re.compile(
    r"\b(?:bao nhiêu|nhiêu|bn|(?:mấy|may) ?(?:%|(?:phần trăm|phan tram|triệu|trieu|tỷ|tỉ|điểm)\b)|(?:mấy|may)$)"
)  # "mấy đứa" are several
_INTERROGATIVE = re.compile(
    r"\b(?:ai|nao|bao (?:gio|nhieu|lau|tien)|(?:thang|ngay|quy|gio) may|may (?:thang|ngay|gio))\b"
)


def only_compares(part: str) -> bool:
    """Whether a part asks what sets rows apart or what they have in common ("cái nào trước"), and names none."""
    said = folded(part.strip()).rstrip(" ?!.")
    return bool(re.match(_ALIKE_BARE, said)) or measures(part)


def measures(part: str) -> bool:
    """Whether a part asks which is the more of something ("cái nào tốt hơn"), which need be nothing that rows print."""
    said = folded(part.strip()).rstrip(" ?!.")
    return bool(_OPENS_ASKING.match(said)) and bool(_ENDS_COMPARING.search(said))


def asks_which(part: str) -> bool:
    """Whether a part opens by asking which of several ("đợt nào tới trước")."""
    return bool(_OPENS_ASKING.match(folded(part.strip())))


def says_how_many(part: str) -> bool:
    """Whether a part says how many will be named ("hai hạt đê, …")."""
    said = nfc(part.strip()).lower()
    return bool(_SAYS_HOW_MANY[said != folded(said)].match(said))


def asks(part: str) -> bool:
    """Whether a part asks something itself."""
    return bool(_INTERROGATIVE.search(folded(part))) or asks_for_figure(part)


def asks_for_figure(part: str) -> bool:
    """Whether a part asks how much something is to be."""
    return bool(_FIGURE_ASKED.search(nfc(part).rstrip(" ?!.").lower()))


def without_how_much(part: str) -> str:
    """A part without the words that ask for a figure ("đặt bao nhiêu phần trăm"), which name nothing."""
    return _SETS_HOW_MUCH.sub(" ", part)


_DISTANCE = re.compile(
    rf"\b(?:cach (?:nhau|xa|bao)|chenh|lech)\b|\b{without_accents(_FAR_FROM)}"
    rf"|\b{_MORE_THAN} nhau (?:may|bao)\b"
)
_OF_THINGS = re.compile(r"\b(?:may|bao nhieu) (?!thang|ngay|tuan|nam|quy|lau|hom|bua|gio|nhieu)[a-z]{2,}")
_OF_TIME = re.compile(r"\b(?:may|bao nhieu|bao) (?:thang|ngay|tuan|nam|quy|lau|hom|bua|gio)\b")
# no "Đồng Nai", no "tỷ lệ"
_MONEY = either_way(r"\b(?:triệu|(?:tỷ|tỉ)(?! lệ)|tiền|kinh phí|dự toán|(?:mấy|nhiêu|nghìn|ngàn) đồng)\b")
_PRICE = "(?:khoan|kinh phi|tien|von|du toan|ngan sach)"
_DEARER = re.compile(
    rf"\b(?:(?:ton|het|hao|ngon|xai)(?: \w+){{0,2}} (?:hon|nhat)|(?:nhieu|it) (?:tien|kinh phi) (?:hon|nhat)"
    rf"|{_PRICE}(?: \w+){{0,3}} (?:nhieu|lon|cao|it) (?:hon|nhat))\b"
)
_PAID = re.compile(r"\b(?:đắt(?: đỏ| tiền)?|chi(?: ra| tiền)?(?: nhiều| ít)) hơn\b")  # typed: "đắt" is no "đạt"
_SOONER = re.compile(
    r"\b(?:som|muon|tre|gan|xa|lau|gap|cham)(?: \w+)? hon\b|\b(truoc|sau) hay (?:\w+ )+\1$"
    r"|(?<!tieng )(?<!tho )(?<!xuong )\bhan(?: \w+)? (?!nhieu |it |dong |lon |cao |thap )\w+ hon\b"  # of no "Hàn"
)
_MORE = re.compile(r"\b(?:nhieu|it|lon|cao|dong|dai|ngan|rong)(?: (?!viec|nhiem|dau)[\w-]+){0,2} (?:hon|nhat)\b")


def fields_beside(query: Query, text: str) -> tuple[Intent, ...]:
    """The fields by which words set two beside each other, and how far they are apart ("cách nhau mấy tháng").

    More than one may be said ("bên nào trồng nhiều hơn, bên nào xong trước").
    """
    said = folded(nfc(text)).rstrip(" ?!.")
    typed = nfc(text).lower()
    apart, time = _DISTANCE.search(said), _OF_TIME.search(said)
    money = apart and _MONEY[typed != folded(typed)].search(typed)
    dearer = not (apart and time) and (_DEARER.search(said) or _PAID.search(typed) or money or _of_sums(query, said))
    sets = [name for name in sets_beside(query) if name is not Intent.RESULT]
    if dearer:
        return (Intent.BUDGET, *sets)
    if apart and not time and _is_of_rates(query, said):
        return (Intent.TARGET, *sets)
    if apart and not time and _OF_THINGS.search(said):
        return (Intent.RESULT, *sets)
    sooner = (Intent.DEADLINE,) if apart or _SOONER.search(said) else ()
    more = _MORE.search(said) or Intent.RESULT in sets_beside(query)
    figure = Intent.TARGET if _is_of_rates(query, said) else Intent.RESULT
    return tuple(dict.fromkeys((*sooner, *sets, *((figure,) if more else ()))))


def _of_sums(query: Query, said: str) -> bool:
    """Whether sums are compared: they are asked for, or stand before each of two ("so tiền A với tiền B")."""
    return bool(_TIEN.search(said)) or (Intent.BUDGET in query.asks and bool(_MORE_OF_IT.search(said)))


_TIEN = re.compile(r"\bso(?: sanh)? tien (?:\w+ )+(?:voi|va|vs|cung) tien\b")
_MORE_OF_IT = re.compile(r"\b(?:nhieu|it|lon|cao|thap) (?:hon|nhat)\b")  # of what is asked, and of no thing


def asks_which_is_more(text: str) -> bool:
    """Whether words ask which of several is the more of something, or by how much."""
    said = folded(nfc(text))
    return bool(_MORE.search(said) or _DISTANCE.search(said))


def is_of_time(text: str) -> bool:
    """Whether what is measured between two is time ("cách nhau mấy ngày", "cái nào sớm hơn")."""
    said = folded(nfc(text)).rstrip(" ?!.")
    return bool(_OF_TIME.search(said) or _SOONER.search(said))


def _is_of_rates(query: Query, said: str) -> bool:
    """Whether what is the more is a share or a target ("tỷ lệ nào cao hơn"), and not how much of something."""
    aims = any(cue.kinds & {"objective"} for cue in query.cues)
    return aims or asks_share(said.split()) or bool(_LEVEL.search(said))


_LEVEL = re.compile(r"\bmuc (?!an|luong|chi|thu|gia|phat|dong)|\bdat cao hon\b|\bdat thap hon\b")


def asked_of_each(query: Query, text: str) -> tuple[Intent, ...]:
    """The fields that are told of each of several rows: by which they are set beside each other, and that are asked.

    "Cách nhau bao nhiêu ngày" asks for no figure of theirs, "trễ hơn mấy ngày" not whether they are late.
    """
    beside = fields_beside(query, text)
    said = {name for measured, names in _SAYS_TOO.items() if measured in beside for name in names}
    return tuple(dict.fromkeys((*beside, *(n for n in query.asks if n in FIELDS and n not in said))))


_SAYS_TOO = {Intent.DEADLINE: (Intent.TARGET, Intent.STATE), Intent.BUDGET: (Intent.TARGET,)}
