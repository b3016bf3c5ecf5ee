"""Events by which something is to be done, at the end of its words: "… trước khi nghỉ hè", "… xuyên suốt đợt cao điểm".

A text may speak of an event in the same words ("kỹ năng ứng phó khi có cháy"): "khi" sets a time only for what is done
whenever it happens, and is said to be so ("Trực ban, báo cáo nhanh … khi có thiên tai xảy ra").
"""

import re

_EVENT = re.compile(
    r"\s(?P<when>(?:(?:ngay )?(?:trước|sau) khi|ngay (?:sau|trước)|(?:trong |xuyên )?suốt"
    r"|trong (?:thời gian|quá trình))\s[^,;.():\d]{3,50})$"
)
_WHENEVER = re.compile(
    r"(?i:trực|báo cáo|huy động|điều động|sẵn sàng|ứng cứu|sơ tán|cứu hộ|cấp cứu)\b.*\s(?P<when>khi (?:có|xảy ra)\s"
    r"[^,;.():\d]{3,50})$"
)


def event_at_end(words: str) -> str:
    """The event that ends the words of a task and says when it is done, "" where none does."""
    text = words.rstrip(" .;,")
    found = _EVENT.search(text) or _WHENEVER.match(text)
    return found["when"] if found else ""
