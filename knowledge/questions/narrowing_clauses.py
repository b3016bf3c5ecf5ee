"""Clauses that only narrow the list which another one asks for: "loại thường xuyên thì thôi", "chưa ghi hạn".

They ask nothing by themselves, and none of them may be lost: a list without them has the very rows nobody wants.
"""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.left_out_words import BEHIND
from knowledge.questions.negations import NO
from knowledge.questions.rule_words import DROP, EMPTY, EXCEPT, FIELDS, GIVES, WORK

_RHYTHM = "thường xuyên|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|định kỳ"
_CELL = "|".join(FIELDS[name] for name in ("deadline", "result", "objective", "budget"))
_BLANK = rf"{EMPTY}(?: [^ ]+){{0,3}}? (?:{_CELL}|ai)"
_OF_ROWS = rf"(?<!\S)(?:{_RHYTHM}|{_BLANK}|{_CELL}|{WORK}|dòng|cái|loại|mục|tháng|quý|chủ trì|phối hợp|chung)(?!\S)"
_BEGINS = (
    rf"^(?:(?:nhưng|mà|và|còn|rồi|thì|chỉ|em|chị|anh|tôi|mình|tui) ){{0,2}}"
    rf"(?:{EXCEPT}|{DROP}|(?:không|khỏi|đừng|chẳng) (?:(?:cần|phải) )?{GIVES}"
    r"|(?:kể|tính|gồm|với)(?: luôn)? cả|chỉ (?:lấy|tính|kể))(?!\S)"
)
_LEFT_OUT = either_way(_BEGINS)
_CLOSES = either_way(rf"(?:{BEHIND})(?: (?:nhé|nha|ạ|giúp|giùm|em|anh|chị|cho|hết|luôn|đi))*$")
_ROWS = either_way(_OF_ROWS)
_ALONE = either_way(
    rf"^(?:(?:và|hoặc|hay|với|có|làm|cả|việc|theo|kiểu) )*(?:{_RHYTHM}|{_BLANK})"
    rf"(?: (?:{_RHYTHM}|{_BLANK}|và|hoặc|hay|với|nữa|ạ|cả|việc|cụ thể|rõ ràng|nào|gì|nhé))*$"
)
_COLUMN = either_way(rf"^(?:(?:mà|có|trong|ở) )*(?:cột|ô) (?:{_CELL})(?: [^ ]+){{0,2}}? (?:ghi|nêu|đề|có|là|chữ)(?!\S)")

_PART = either_way(  # "trong mục II cải cách thủ tục", but for a part that is pointed at, or asked for
    r"(?:(?:mà|riêng|trong|ở|tại|thuộc|của|về|nằm|xét) )*(?:mục|phần|chương|mảng|lĩnh vực)(?: (?:số|thứ))?"
    r"(?: (?!này|đó|nào|gì|mấy|ai|tôi|em|anh|chị|mình|tui)[^ ]+){1,9}"
)


def narrows(words: Sequence[str]) -> bool:
    """Whether a clause only leaves out rows, adds some, or says of which kind they are."""
    typed = any(word != folded(word) for word in words)
    said = " ".join(("không" if typed else "khong") if word in NO else word for word in words)  # "k tính cái …"
    leaves_out = _LEFT_OUT[typed].search(said) or _CLOSES[typed].search(said)
    if _COLUMN[typed].search(said):
        return True
    if _PART[typed].fullmatch(said):
        return True
    return bool((leaves_out and _ROWS[typed].search(said)) or _ALONE[typed].search(said))
