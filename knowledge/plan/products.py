"""What is to come out of a duty of running text, where its sentence calls it so: "…; sản phẩm là danh sách hộ dân"."""

import re


def product_in(sentence: str, when: str) -> str | None:
    """The product that a sentence names as one, without the words of its time `when`; None where it names none."""
    found = _NAMED.search(sentence)
    if found is None:
        return None
    said = found["what"].split(when)[0] if when else found["what"]
    return _TAIL.sub("", said).strip(" ,:") or None


_NAMED = re.compile(
    r"(?:^|[,;(]\s*|\.\s+)(?:và\s+)?(?:sản phẩm|kết quả(?: đầu ra)?|đầu ra)"
    r"(?:\s+(?:là|gồm|bao gồm)\b|\s*:)\s*(?P<what>[^;()]+)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,\s]+(?:hoàn thành|xong|(?<!công )(?<!quy )(?<!chương )(?<!lộ )trình|gửi|nộp)?\s*$", re.IGNORECASE
)
