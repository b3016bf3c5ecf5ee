"""Words that open a text with the rows themselves ("nhiệm vụ thường xuyên"), with more ("thêm …") or fewer ("bỏ …")."""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.rule_words import DROP, NOT_COUNTED

_MANY = r"(?:cac |nhung |moi |so |\d+ |hai |ba |bon |nam |muoi )*"
_WORKS = re.compile(rf"(?:co |cho |top |liet ke |danh sach )*{_MANY}(?:nhiem vu|viec|dau viec|cong viec|hang muc|nv) ")


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


_DROPS = either_way(
    rf"(?:(?:và|rồi|à|ừ|thế|vậy|giờ|cho|giúp|hãy|nhớ|thì) )*(?:{NOT_COUNTED}|trừ|ngoại trừ|loại trừ|{DROP})(?!\S)"
)
