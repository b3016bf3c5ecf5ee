"""Words that open a text with the rows themselves: "nhiệm vụ thường xuyên", "những việc chưa có hạn"."""

import re
from collections.abc import Sequence

from knowledge.language.text import folded

_MANY = r"(?:cac |nhung |moi |so |\d+ |hai |ba |bon |nam |muoi )*"
_WORKS = re.compile(rf"(?:co |cho |top |liet ke |danh sach )*{_MANY}(?:nhiem vu|viec|dau viec|cong viec|hang muc|nv) ")


def begins_with_rows(words: Sequence[str]) -> bool:
    """Whether words of a question begin with the rows it asks for."""
    return bool(_WORKS.match(" ".join(map(folded, words))))
