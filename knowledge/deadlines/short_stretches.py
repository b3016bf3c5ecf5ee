"""Months that are counted in short from an end of the year ("6 th đầu năm", "6th đn", "3t cuối năm"), in full."""

import re

from knowledge.language.text import folded

_MONTHS = r"(?P<count>\d{1,2}) ?(?:thg|th|t|tháng|thang)"
_ENDS = {"đn": "đầu năm", "dn": "đầu năm", "cn": "cuối năm"}
_SHORT = re.compile(rf"(?<![\w/.,]){_MONTHS} (?P<end>{'|'.join(_ENDS)}|(?:đầu|dau|cuối|cuoi) (?:năm|nam))(?!\w)")


def with_stretches(text: str) -> str:
    """A canonical text with months counted from an end of the year in full; without accents if it has none."""
    bare = text == folded(text)
    full = _SHORT.sub(lambda found: f"{found['count']} tháng {_ENDS.get(found['end'], found['end'])}", text)
    return folded(full) if bare else full
