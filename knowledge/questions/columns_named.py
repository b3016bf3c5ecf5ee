"""A column that is called as its plan heads it: "cột đơn vị tham gia để trống", "ô nơi cùng làm ghi Tổ Xe".

What a plan's header may call a column is known where plans are read; here it is said as questions say it.
"""

import re

from knowledge.language.text import folded, nfc
from knowledge.plan.columns import Role, header_words, role_of

_CALLED = {
    Role.LEAD: "đơn vị chủ trì",
    Role.COORDINATE: "đơn vị phối hợp",
    Role.TIME: "thời hạn",
    Role.RESULT: "sản phẩm",
    Role.OBJECTIVE: "mục tiêu",
    Role.BUDGET: "kinh phí",
}
_COLUMN = re.compile(  # "cột này" is pointed at
    r"(?<!\S)(?<!trụ )(?<!tru )(?:cột|cot|ô)\s+(?!(?:tô|này|nay|đó|do|ấy|ay|kia|nào|nao|gì|gi)(?!\w))(?=[^\W\d_])",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:chu tri|phoi hop|thoi (?:han|gian)|han|san pham|ket qua|muc tieu|kinh phi|moc)\b"
)  # to any rule; "cột mốc" is none
_SURE = 2  # the strength of a name that says by itself what its column holds
_LONGEST = 5  # words of a name


def with_columns_named(text: str) -> str:
    """The text with each column that is named so called by the field that it holds; a name that tells none stays."""
    typed = nfc(text)
    bare = typed.lower() == folded(typed)
    for column in reversed([*_COLUMN.finditer(typed)]):
        words = [*re.finditer(r"[^\s,;.?!]+", typed[column.end() :].split(",")[0])][:_LONGEST]
        names = (typed[column.end() : column.end() + word.end()] for word in words)
        found = [(role_of(name), name) for name in names]
        (role, strength), name = max(found, key=lambda one: one[0][1], default=((Role.OTHER, 0), ""))
        begins = folded(name.split(" ")[0]) in header_words()  # "sửa cột đèn đơn vị thực hiện" speaks of another
        if strength >= _SURE and begins and role in _CALLED and not _KNOWN.search(folded(name)):
            called = folded(_CALLED[role]) if bare else _CALLED[role]
            typed = f"{typed[: column.end()]}{called}{typed[column.end() + len(name) :]}"
    return typed
