"""Words that open a text with the rows themselves ("nhiệm vụ thường xuyên"), with more ("thêm …") or fewer ("bỏ …")."""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.rule_words import DROP, NOT_COUNTED, WORK

_ANY = r"(?:cac |nhung |moi |so |\d+ |hai |ba |bon |nam |muoi )*"
_WORKS = re.compile(rf"(?:co |cho |top |liet ke |danh sach )*{_ANY}(?:nhiem vu|viec|dau viec|cong viec|hang muc|nv) ")


@lru_cache(maxsize=256)  # many rules ask it of one question
def begins_with_rows(words: tuple[str, ...]) -> bool:
    """Whether words of a question begin with the rows it asks for."""
    return bool(_WORKS.match(" ".join(map(folded, words))))


@lru_cache(maxsize=256)
def picks_rows(words: tuple[str, ...]) -> bool:
    """Whether words open with things of a table, or pick some ("các khoản …", "cái nào …", "chỉ lấy dòng …")."""
    return bool(_PICKS.search(" ".join(map(folded, words))))


_THING = r"(?:khoan|dong|muc|mon|cai|hang)"
_FEW = "may|nhung|cac"
_PICKS = re.compile(
    rf"^(?:chi |cho |xem |liet ke )*(?:(?:cac|nhung|moi|may|tat ca|toan bo|so) )+{_THING} |^(?:co |cho )?{_THING} nao "
    rf"|(?:\bchi (?:lay|loc|nhat|xet|tinh|ke|dem)|^(?:lay|loc|trich|gom))(?: (?:ra|rieng|{_FEW}))* (?:{_THING}|viec)\b"
)


def adds_rows(words: Sequence[str]) -> int:
    """How many words open a text that brings more to a list ("thêm | tháng 4 nữa", "cộng cả | khoa Nội"); else 0."""
    opened = _ADDS.match(" ".join(map(folded, words)))
    return opened[0].count(" ") if opened else 0


_MORE = "(?:them|cong|gop|gom luon)(?: (?:luon|ca))*"
_ADDS = re.compile(rf"(?:(?:va|roi|a|cho|lay|tinh|ke|gom|xem|hay|nho) )*(?:{_MORE}|ca) ")


def drops_rows(words: Sequence[str]) -> bool:
    """Whether a text opens with taking rows from a list ("bỏ việc thường xuyên ra", "trừ quý 3", "khỏi kể …")."""
    typed = any(word != folded(word) for word in words)
    return bool(_DROPS[typed].match(" ".join(words)))


_DROPS_HEAD = (  # what such a text opens with
    f"(?:(?:và|rồi|à|ừ|thế|vậy|giờ|cho|giúp|hãy|nhớ|thì) )*(?:{NOT_COUNTED}|trừ|ngoại trừ|loại trừ|{DROP})"
)
_DROPS = either_way(rf"{_DROPS_HEAD}(?!\S)")


@lru_cache(maxsize=256)
def points_at_the_rows(words: tuple[str, ...]) -> bool:
    """Whether words point at the rows of a list ("trong số đó", "giữa các nhiệm vụ trên", "mấy việc ấy có cái nào …").

    A part of the plan ("trong mục đó") and one row ("việc đó") are others. Rows that are only named to be done with
    ("mấy việc đó em nắm rồi, còn Phòng B thì sao"), or set beside those of another, are not picked from.
    """
    typed = any(word != folded(word) for word in words)
    return any(pattern[typed].search(" ".join(words)) for pattern in (_INSIDE_THEM, _OF_THEM))


_POINT = "(?:(?:ở |bên |kể |nêu )?trên|đó|ấy|này|đấy|kia|nớ|nầy|vừa (?:rồi|kể|nêu|liệt kê|nói|đưa|xem|hỏi))"
_SOME = "(?:(?:tất cả|toàn bộ|hết|cả) )*(?:(?:các|những|mấy|số|đám|mớ|loạt) )+"
_MANY = rf"(?:{_SOME}|(?:cả )?(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )"
_KIND = f"(?:{WORK}|cái|vụ|dòng|nội dung|chuyện|món|thứ)"
_ROW = f"(?:{_KIND} )"
_WHICH = f"(?:{_ROW}(?:nào|mô|gì|chi)|(?:mấy|bao nhiêu|nhiêu) {_KIND}(?! {_POINT}(?!\\S)))(?!\\S)"
_DONE_WITH = r"(?: (?!(?:nào|gì|mô|chi)(?!\S))\S+)* (?:rồi|nhé|nha|ơn|xong) (?:(?:thế|vậy|thì) )*còn (?!lại)"
_INSIDE_THEM = either_way(
    rf"(?<!\S)(?:trong (?:đó|đấy|ấy)"
    rf"|(?:trong|giữa|từ|ở) (?:(?:cái )?(?:danh sách|list) |{_SOME}|{_MANY}{_ROW}){_POINT})(?!\S)(?!{_DONE_WITH})"
)
_BETWEEN = (
    r"(?: (?!(?:so|còn|rồi|nhé|nha|ơn|xong|ai|gì)(?!\S))\w\S*){0,8}?"  # "mấy việc đó | Phòng A phối hợp | việc nào"
)
_ANY_OF = "có (?!(?:việc )?(?:gì|chi))(?:.+ )?không(?!\\S)|(?:ai|(?:đơn vị|bên|phòng) nào) (?:.+ )?nhất(?!\\S)"
_OF_THEM = either_way(
    rf"^(?:(?:thế|vậy|rồi|à|ừ|dạ|còn|thì|mà|cho|hỏi) )*{_MANY}{_ROW}{_POINT}(?: (?:thì|mà|có|xem|ra))*"
    rf"(?:{_BETWEEN} {_WHICH}(?! cũng)| {_ANY_OF})"
)


def are_left(words: Sequence[str]) -> bool:
    """Whether words speak of the rows that are left ("còn lại cái nào …", "số còn lại")."""
    return "con lai" in " ".join(map(folded, words))


def asks_which(words: Sequence[str]) -> bool:
    """Whether words ask which rows ("việc nào", "cái mô"), or how many of them ("có mấy việc")."""
    typed = any(word != folded(word) for word in words)
    return bool(_WHICH_ROWS[typed].search(" ".join(words)))


_WHICH_ROWS = either_way(rf"(?<!\S){_WHICH}")


def takes_out(words: Sequence[str]) -> bool:
    """Whether rows are taken out of a list before it is asked which ("trừ việc quý 2 ra, việc nào …")."""
    return bool(_TAKES_OUT.match(" ".join(map(folded, words))))


_TAKES_OUT = either_way(rf"{_DROPS_HEAD}(?: \S+){{1,8}}? (?:ra|đi|bớt)(?: (?:thì|xem|cho|còn|lại|có))* {_WHICH}")[False]
