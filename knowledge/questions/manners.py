"""How an answer is to be given, said behind a question: "phối hợp gồm ai, ghi đủ nhé", "hạn nào, nói rõ giùm"."""

import re

from knowledge.language.text import first_token, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.speakers import interrogates

_TELLS = "(?:ghi|kể|nêu|nói|viết|liệt kê|trả lời|chép)"
_HOW = (
    "(?:đầy đủ|đủ|rõ ràng|rõ|hết|ra|kỹ|chi tiết|cụ thể|ngắn gọn|gọn|luôn|lại|giúp|giùm|dùm|với|nhé|nha|nghe|hen|ạ"
    "|đi|coi|xem|cho|em|anh|chị|con|tôi|tui|mình)"
)
_MANNER = either_way(rf"(?P<sign>[,;.?!…]+)\s*(?:nhớ |hãy |xin |thì )*{_TELLS}(?: {_HOW})+[\s.!]*$")
_FORBIDS = either_way(r"^\s*(?:đừng|khỏi|chớ|không (?:được|nên))(?!\S)")  # "không được sót việc nào" asks nothing
_ASKS = re.compile(r"\?")


def without_manner(text: str) -> str:
    """A text without how it is to be answered, where a question stands in front of that."""
    typed = nfc(text)
    said = typed.lower()
    accented = any(ord(letter) > 127 for letter in said)
    found = _MANNER[accented].search(said)
    if found is None or _FORBIDS[accented].match(said):
        return text
    head = typed[: found.start()]
    asked = _ASKS.search(found["sign"]) or interrogates([*map(first_token, head.split())])
    return f"{head}{'?' if _ASKS.search(found['sign']) else ''}" if asked and head.strip() else text
