"""What is compared by its size: "bên nào dài hơn", "lớp nào đông người hơn, mỗi bên mấy người"."""

import re
from collections.abc import Collection, Sequence

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.query import Query

_FIRST = ("con", "kế", "đơn", "cơ", "nhiệm", "chỉ", "hạng", "nội", "bộ", "công")  # syllables of nouns of two: "đơn vị"
_NO_THING = (
    "khi|lúc|ngày|tháng|quý|năm|hôm|bữa|giờ|tuần|thế|như|cách|chừng|nhiêu|hạn"  # "ngày nào" asks of what stands before
)
_NO_SECOND = "".join(f"(?<!{first} )" for first in _FIRST)
COMPARED = rf"(?:(?:{'|'.join(_FIRST)}) \w+|{_NO_SECOND}(?!(?:{_NO_THING})\b)[^\W\d_]+)"  # "lớp", "đơn vị"
WHICH = either_way(f"{COMPARED} nào")[False].pattern  # whatever is compared
_THING = r"(?: (?!viec|nhiem|dau)[\w-]+){0,2}?"  # what is more of it: "nhiều người hơn", no "nhiều việc hơn"
_LARGER = re.compile(rf"\b{WHICH}(?: \w+){{0,2}}? (?:nhieu|dong|lon|dai|ngan|rong|cao|thap|to|nho|it){_THING} hon\b")
_OTHERS = "viec|nhiem|dau|muc|noi|ngay|thang|quy|nam|tuan|gio|tien|trieu|ty|ti|phan|dong|lan|a|vay|the|nhi"
_EACH_HAS = re.compile(
    rf"\b(?:moi|tung) (?:ben|noi|cai|lop|cho|dot|don vi) (?:(?:la|duoc|dai|co|lam|trong|day) )*"
    rf"(?:may|bao nhieu|bn) (?!(?:{_OTHERS})\b)[a-z-]+(?: (?:so|met|vien))?"
)


def compares_sizes(words: Sequence[str]) -> bool:
    """Whether it is asked which of several has more of something that is no row, or how much of it each has."""
    said = " ".join(map(folded, words))
    return bool(_LARGER.search(said) or _EACH_HAS.search(said))


def asked_of_sizes(words: Sequence[str]) -> frozenset[int]:
    """The places of the words that ask so."""
    said = " ".join(map(folded, words))
    found = (*_LARGER.finditer(said), *_EACH_HAS.finditer(said))
    return frozenset(at for m in found for at in range(said.count(" ", 0, m.start()), said.count(" ", 0, m.end()) + 1))


def topic_without(query: Query, taken: Collection[int]) -> tuple[str, ...]:
    """The words of the topic but those at some places."""
    places = [i for s in query.spans if s.kind == "topic" for i in range(s.start, s.end)]
    own = len(places) == len(query.topic)
    return tuple(query.topic[n] if own else query.words[i] for n, i in enumerate(places) if i not in taken)
