"""Words that open a text with the rows themselves: "nhiệm vụ thường xuyên", "những việc chưa có hạn"."""

import re
from collections.abc import Sequence

from knowledge.language.text import folded

_WORKS = re.compile(
    r"(?:co |cho |liet ke |danh sach )*(?:cac |nhung |moi |so |\d+ )*(?:nhiem vu|viec|dau viec|cong viec|hang muc|nv) "
)


def begins_with_rows(words: Sequence[str]) -> bool:
    """Whether words of a question begin with the rows it asks for."""
    return bool(_WORKS.match(" ".join(map(folded, words))))
