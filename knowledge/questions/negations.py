"""The words that deny: "không" with its short forms, "chẳng", "chưa", and the "đâu" that stands before what is denied.

With the accents that were typed they are told from what only looks like them: "cha", "đầu mối", "đấu giá". Where none
were typed, "dau" denies only before words that go on so ("dau phai", "dau co").
"""

from collections.abc import Sequence

from knowledge.language.text import folded

NO = frozenset({"không", "khong", "ko", "k", "kg", "khum", "hok"})
NOT_YET = frozenset({"chưa", "chua"})
_NEVER = frozenset({"chẳng", "chả"})
_TYPED = NO | NOT_YET | _NEVER
BARE = frozenset(map(folded, _TYPED))
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
