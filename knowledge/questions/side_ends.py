"""Words at the ends of a side that only join, point or compare ("giữa | việc A", "B | cái nào trước").

Typed with accents they are told from what only looks like them: "sơ kết" begins with no "so", "bến" is no "bên".
"""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.language.text import canonical, folded, is_accented
from knowledge.questions.rule_words import JOINS

_SMALL = frozenset(
    {"viec", "nao", "cai", "truoc", "sau", "xong", "han", "hon", "tung", "moi", "som", "muon", "ben", "thi", "nhiem"}
    | {"vu", "tre", "gap", "lan", "luot", "rieng", "hai", "nay", "deu", "toi", "den", "giua", "so", "do", "ay", "khi"}
    | {"chung", "cung", "giong", "dien", "ra", "le", "hay", "khac", "nhau", "trung", "don", "vi", "co", "khong", "phai"}
    | {"lam", "cham", "quan"}
)
_TYPED_AT_ENDS = frozenset(
    {"việc", "nào", "cái", "trước", "sau", "xong", "hạn", "hơn", "từng", "mỗi", "sớm", "muộn", "bên", "thì", "nhiệm"}
    | {"vụ", "trễ", "gấp", "lượt", "riêng", "hai", "này", "đều", "tới", "đến", "giữa", "so", "do", "đó", "ấy", "khi"}
    | {"chung", "cùng", "ra", "hay", "khác", "nhau", "trùng", "có", "không", "phải", "làm", "chậm", "và"}
    | {"với", "vs", "hoặc"}
)  # the same as they are typed with accents: "bến" is no "bên"
_AT_ENDS = (_SMALL | JOINS) - {"quan", "don", "vi", "le", "lan", "dien"}
_COMPLETES = frozenset({"vu", "viec", "quan"})  # "công vụ", "nghỉ việc"
_PAIRS = frozenset({("viec", "lam"), ("dung", "han"), ("qua", "han"), ("tre", "han")})  # things by both words alone


def without_small(words: Sequence[str], around: Sequence[str] = ()) -> tuple[str, ...]:
    """The words without those at the ends that only join, point or compare.

    Args:
        around: all that is said with them, which shows better whether accents are typed ("so trồng tre").
    """
    small = _TYPED_AT_ENDS if is_accented(around or words) else _AT_ENDS
    bare = list(map(folded, words))
    pairs = {at + n for at, pair in enumerate(pairwise(bare)) if pair in _PAIRS for n in (0, 1)}
    kept = [at for at, word in enumerate(words) if at in pairs or canonical(word) not in small]
    if not kept:
        return ()
    end = kept[-1] + 1
    end += end < len(words) and bare[end] in _COMPLETES
    return tuple(words[kept[0] : end])


def kept_and_replaced(said: Sequence[str], instead: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What of words stays meant, and what gives way to others: that which stands as they do.

    "Đợt 2" takes the place of "đợt 1" and leaves "lăng quăng", "tổng kết" that of "sơ kết" and leaves "y tế".
    """
    shared = next((word for word in instead if word in said), None)
    if shared is None:
        return (), tuple(said)
    start = max(said.index(shared) - instead.index(shared), 0)
    end = start + len(instead)
    return (*said[:start], *said[end:]), tuple(said[start:end])
