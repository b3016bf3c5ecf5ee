"""Where something is done ("tổ chức ở đâu", "mở ở hồ bơi nào"), which no column of a plan tells.

Whom a thing is sent to, where it is written and where money comes from are no places.
"""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way

_WHICH = r"(?:nào|mô|mấy)"
_THING = (
    r"(?:(?!đơn|cơ|bên|sở|phòng|khoa|ban|văn|tổ|ai|phần|mục|kế|trang|bảng|cột|điều|dòng|thời|thế|ngày|tháng|quý)\S+ )"
)
_ROOM = rf"phòng (?:(?:họp|học) )?{_WHICH}(?! (?:lo|làm|phụ|quản|chịu|được))"  # "ở phòng nào lo" asks who
_HALVES = re.compile(r"\btai (?:san|lieu|chinh|khoan|nguyen|nan|tro|vu)\b")  # "tại" is typed so as well
_PLACE = either_way(
    rf"(?<!\S)(?:(?:ở|tại) (?:đâu|mô|chỗ {_WHICH}|nơi {_WHICH}|{_ROOM}|{_THING}{{1,3}}?{_WHICH})"
    rf"|chỗ {_WHICH}|địa điểm|địa chỉ)(?!\S)"
)
_HOUSE = re.compile(  # where people meet, stay or practise, whatever else is said ("văn hóa đọc")
    r"(?<!\S)(hoi truong|phong hop|phong hoc|khach san|nha nghi|nha hang|nha thi dau|nha van hoa|thao truong"
    r"|san van dong|san bong|ho boi|be boi|bai tap|(?:dinh|ngon) nui|qua doi) (?:nao|mo)"
    r"(?! (?:lo|phu|quan|chiu|duoc|bi|co|phai|dat|chua|can|xay|sua))(?!\S)"  # "nhà hàng nào | được công nhận" is which
)
_OTHER = either_way(
    r"(?<!\S)(?:gửi|gởi|nộp|trình|báo cáo|lấy|ghi|nêu|nói|viết|nằm|quy định|nguồn|xem|đọc|trích|tên|khác|từ|kế hoạch"
    r"|chủ trì|phối hợp|liên hệ|làm việc|công tác)(?!\S)"
)


def place_kind(words: Sequence[str]) -> str:
    """What kind of place is asked for, folded ("ở hội trường nào"); empty where any will do ("ở đâu", "chỗ nào")."""
    if house := _house(words):
        return f"{house[1]} "
    found = _KIND.search(" ".join(map(folded, words)))
    return found[1] if found and place_said(words) else ""


_KIND = re.compile(r"(?<!\S)(?:o|tai) (?!cho |noi |dia )((?:[a-z]+ ){1,3}?)(?=(?:nao|mo)(?!\S))")


def place_said(words: Sequence[str]) -> frozenset[str]:
    """The folded words by which it is asked where something is done; none where it is not."""
    if house := _house(words):
        return frozenset(house[0].split())
    said = " ".join(words)
    typed = said != folded(said)
    found = _PLACE[typed].search(said if typed else _HALVES.sub(" ", said))
    return frozenset(folded(found[0]).split()) if found and not _OTHER[typed].search(said) else frozenset()


def _house(words: Sequence[str]) -> re.Match[str] | None:
    """The house, room or ground that is asked for."""
    return _HOUSE.search(" ".join(map(folded, words)))
