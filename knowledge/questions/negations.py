"""The words that deny: "không" with its short forms, "chẳng", "chưa", and the "đâu" that stands before what is denied.

With the accents that were typed they are told from what only looks like them: "cha", "đầu mối", "đấu giá". Where none
were typed, "dau" denies only before words that go on so ("dau phai", "dau co").
"""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.rule_words import EXCEPT

NO = frozenset({"không", "khong", "ko", "k", "kg", "khum"})
NOT_YET = frozenset({"chưa", "chua"})
_NEVER = frozenset({"chẳng", "chả"})
_TYPED = NO | NOT_YET | _NEVER
BARE = frozenset(map(folded, _TYPED))
# in patterns, what leaves rows out: "không tính cả", "không cần kể", "đừng có lấy"; with "trừ" and its like
_NEGS = "(?:không|đừng|khỏi|chớ)"
_COUNTS = "(?:kể|tính|gồm|bao gồm|đếm|lấy|liệt kê|nêu)(?: (?:cả|luôn))*"
_MUST = "(?: (?:được|cần|phải|có|nên)){1,2}"
# with "cần" and its like most only say how to answer ("không cần kể hết, …"): what is left out has to stand behind
NOT_COUNTED = (
    f"(?:{_NEGS} {_COUNTS}|{_NEGS}{_MUST} {_COUNTS}(?= (?:các|những|mấy|việc|phần|nhiệm vụ|của)(?!\\S))"
    f"|(?<=\\S ){_NEGS}{_MUST} {_COUNTS}(?! (?:hết|ra|đủ|rõ|lại|nữa|đâu|chi tiết|dài|nhiều|lể|thêm|tên)(?!\\S)))"
)
LEAVES_OUT = f"(?:{NOT_COUNTED}|{EXCEPT})"
_GOES_ON = frozenset({"co", "phai", "duoc", "can", "thay", "chiu"})


def denies(typed: Sequence[str], at: int, *, accented: bool) -> bool:
    """Whether the word at a place denies what is said behind it, or of what stands before it.

    Args:
        typed: the words with the accents that were typed.
        accented: whether any were.
    """
    word, behind = typed[at], typed[at + 1 : at + 2]
    if word == "đâu":
        return bool(behind)
    if word == "dau" and not accented:
        return not _GOES_ON.isdisjoint(behind)
    return word in (_TYPED if accented else BARE)
