"""How an answer is to be given, said behind a question: "phối hợp gồm ai, ghi đủ nhé", "…, của nơi nào cũng được".

Behind who is asked for it may say that names are wanted ("ai chủ trì? Ghi đúng tên đơn vị"); behind anything else that
orders a list.
"""

import re

from knowledge.language.text import canonical, first_token, folded, nfc, tokens
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.cues import cues_in
from knowledge.questions.speakers import interrogates

_TELLS = "(?:ghi|kể|nêu|nói|viết|liệt kê|trả lời|chép)"
_WHOM = "(?:anh|chị|em|cô|chú|bác|thầy|bạn|đồng chí)"
_HOW = (
    "(?:đầy đủ|đủ|rõ ràng|rõ|hết|ra|kỹ|chi tiết|cụ thể|ngắn gọn|gọn|luôn|lại|giúp|giùm|dùm|với|nhé|nha|nghe|hen|ạ"
    "|đi|coi|xem|cho|em|anh|chị|con|tôi|tui|mình)"
)
_NAME = "(?:tên(?: gọi)?|đúng|chính xác|nguyên văn|đơn vị|cơ quan|bộ phận|phòng ban)"
_ORDER = rf"(?P<sign>[,;.?!…]+)\s*(?:{_WHOM} )?(?:nhớ |hãy |xin |thì |vui lòng )*{_TELLS}"
_MANNER = either_way(rf"{_ORDER}(?: (?:{_HOW}|(?P<name>{_NAME})))+[\s.!]*$")
_NOT_YET = either_way(r"(?<!\S)(?:chưa|không|chẳng)(?!\S)")  # "ai chưa nộp báo cáo, nêu tên" is no row's
_WHO = frozenset({"who", "lead", "coordinate"})
_WHICHEVER = either_way(  # whose rows they are narrows nothing
    r"[,;.?!…]+\s*(?:của |thuộc |do |theo )?(?:nơi|bên|chỗ|đơn vị|cơ quan|kế hoạch|kh|phòng|sở|plan) nào cũng"
    rf" (?:được|đc|dc|ok|lấy|tính|kể|xem|coi)(?: {_HOW})*[\s.!]*$"
)
_FORBIDS = either_way(r"^\s*(?:đừng|khỏi|chớ|không (?:được|nên))(?!\S)")  # "không được sót việc nào" asks nothing
_ASKS = re.compile(r"\?")


def without_manner(text: str) -> str:
    """A text without how it is to be answered, where a question stands in front of that."""
    typed = nfc(text)
    said = typed.lower()
    accented = said != folded(said)
    if (whichever := _WHICHEVER[accented].search(said)) and whichever.start():
        return typed[: whichever.start()]
    found = _MANNER[accented].search(said)
    if found is None or _FORBIDS[accented].match(said):
        return text
    head = typed[: found.start()]
    lists = found["name"] and (_NOT_YET[accented].search(said[: found.start()]) or not _asks_who(head))
    if lists:  # "cái nào trễ hạn, nêu tên giùm"
        return text
    asked = _ASKS.search(found["sign"]) or interrogates([*map(first_token, head.split())])
    return f"{head}{'?' if _ASKS.search(found['sign']) else ''}" if asked and head.strip() else text


def _asks_who(text: str) -> bool:
    """Whether a text asks who has a part in a row."""
    return any(cue.kinds & _WHO for cue in cues_in(tuple(tokens(canonical(text)))))
