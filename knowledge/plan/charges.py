"""Which unit a sentence charges with a duty.

The unit stands at the start of the sentence, after an order ("Giao …"), or after what leads up to it ("Căn cứ Kế hoạch
này, các đơn vị …"). Under a heading that names a unit, orders are that unit's own work ("Chỉ đạo các phòng …"), except
"giao", which always hands on.
"""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.deadlines.only_times import says_only_when
from knowledge.units.phrase import Phrase, begins_unit, duty_words, is_people, unit_at


def charged(sentence: str, *, assigning: bool, inherited: bool, numbered: bool = False) -> str | None:
    """The units that a sentence charges itself, as printed; None where it names none.

    Args:
        sentence: without its number or bullet.
        assigning: whether it stands in a section that says who does what.
        inherited: whether a heading or item above names a unit already.
        numbered: whether it begins an item with a number, as what several are told one by one does.
    """
    for start in _starts(sentence, assigning=assigning, inherited=inherited):
        phrase = unit_at(sentence, start, ordered=start > 0 or (numbered and not inherited))
        phrase = phrase and (_handed_on(sentence, phrase) or phrase)
        if phrase and not is_people(phrase.name):
            return phrase.name
    return None


def _handed_on(sentence: str, phrase: Phrase) -> Phrase | None:
    """The unit to which the one named first hands a duty on: "UBND tỉnh thống nhất giao Sở Tài chính thẩm định"."""
    for order in re.finditer(rf"(?:{_AGREED})?\s(?:(?P<hands>{orders_of('handing')})|yêu cầu)\s+", sentence):
        inside = phrase.start < order.start() < phrase.end  # "Ban Thường vụ yêu cầu Ủy ban Kiểm tra | rà soát"
        behind = order["hands"] and not sentence[phrase.end : order.start()].strip()
        if (inside or behind) and begins_unit(sentence[order.end() :]):
            return unit_at(sentence, order.end(), ordered=True)
    return None


_AGREED = r"\s(?:thống nhất|đồng ý|nhất trí|quyết định)"


_LEADING_UP = re.compile(
    r"(?:căn cứ|trên cơ sở|hằng|hàng|định kỳ|cuối|đầu|trước|trong|sau|khi|để|nhằm|ngoài|riêng|đồng thời|tùy|theo"
    r"|trường hợp|trên đây|đối với)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:Về|Đối với)\s[^:;]{3,80}:\s+(?=\w)")  # "Về nguồn vốn: Bộ Tài chính …"
_UP_TO_COMMA = re.compile(r"([^,;:]{3,60}),\s+")  # "Trước ngày 20/12/2027, Phòng A …"
_ALSO = re.compile(r"^(?:Cũng|Riêng|Ngay)\s")
_LINKS = frozenset({"Trước mắt", "Đồng thời", "Ngoài ra", "Bên cạnh đó", "Tiếp đó", "Sau đó", "Riêng"})
_MATTER = re.compile(r"(?:Việc|Công tác|Nhiệm vụ|Nội dung|Phần việc|Hoạt động)\s")
_CARRY_OUT = frozenset({
    "chủ trì", "thực hiện", "triển khai", "phụ trách", "tham mưu", "tổ chức", "theo dõi", "đảm nhiệm", "đảm nhận",
    "đảm trách",
})  # fmt: skip
_BY = re.compile(r"\bdo (?=\w)[^,;]{3,60}?(?= (?:trực tiếp|chịu trách nhiệm|đảm nhiệm))")


def _starts(sentence: str, *, assigning: bool, inherited: bool) -> Iterator[int]:
    """Where a unit that is charged may be named, the surest place first."""
    orders = orders_of("handing" if inherited else "order")
    if match := re.match(rf"(?:(?:Trên đây|Đồng thời|Ngoài ra|Bên cạnh đó|Riêng)[^;]*?,\s*)?{orders}\s+", sentence):
        yield match.end()
    yield 0
    if match := _ABOUT.match(sentence):
        ordered = re.compile(rf"{orders}\s+").match(sentence, match.end())
        yield (ordered or match).end()
    if match := _BY.search(sentence):
        yield match.start() + len("do ")
    yield from _carried_out_by(sentence)
    if (match := _UP_TO_COMMA.match(sentence)) and begins_unit(sentence[match.end() :]):
        timed = says_only_when(_ALSO.sub("", match[1]))
        yield from [match.end()] if timed or match[1] in _LINKS else ()
    yield from (match.end() for match in re.finditer(rf"[,;]\s+(?:và\s+)?{orders}\s+", sentence))
    if not assigning:
        return
    if _LEADING_UP.match(sentence):
        after = [match.end() for match in re.finditer(r"[,;]\s+", sentence)]
        yield from after[:1] if inherited else after
    if not inherited:
        yield from (match.end() for match in re.finditer(r";\s+", sentence))


def _carried_out_by(sentence: str) -> Iterator[int]:
    """Where a unit stands that carries out the matter which the sentence begins with: "Việc … do Sở A thực hiện"."""
    for match in re.finditer(r"\sdo (?=\w)", sentence) if _MATTER.match(sentence) else ():
        phrase = unit_at(sentence, match.end())
        if phrase and phrase.verb in _CARRY_OUT:
            yield match.end()


@cache
def orders_of(kind: str) -> str:
    """The words that give an order, or hand a duty on (`duty_words.tsv`), as one expression."""
    words = (f"(?i:{re.escape(word[0])}){re.escape(word[1:])}" for word in duty_words(kind))
    return f"(?:{'|'.join(words)})"
