"""Where a new unit begins in words without separators ("Thanh tra Sở Trung tâm thuộc Sở")."""

import re
from collections.abc import Collection, Iterator

from knowledge.language.text import folded
from knowledge.units.name_words import head_of, is_link, named_so, printed_head, words

BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
EDGE = " \t.,;:+-–…/"
_PARTS = ("cac ban", "cac to dai bieu")  # of a council or a committee of the Party, which stands behind them
_COUNCILS = ("hdnd", "hoi dong nhan dan", "tinh uy", "thanh uy", "dang uy")
_DEPENDENT = ("chi nhanh",)  # of the unit before it, where nothing stands between


def is_place(name: str) -> bool:
    """Whether a name that begins as a unit's does is one of a place: "Hội An"."""
    head = printed_head(name)
    return head is not None and folded(name).strip(EDGE) != head and _ends_name(name, head)


def is_post_of(before: str, item: str) -> bool:
    """Whether words behind a comma are the post of the person before it ("đồng chí Lê Thanh, Phó Trưởng ban")."""
    person = named_so(before)
    return bool(person) and printed_head(person) is None and printed_head(item.strip()) in words("post")


_HEADING_POSTS = frozenset({"chanh", "truong", "pho truong", "pho chanh"})  # posts only with what they head


def by_heads(unit: str, names: Collection[str]) -> Iterator[str]:
    """A piece without separators cut where a new unit begins ("Thanh tra Sở Trung tâm thuộc Sở")."""
    tokens = list(re.finditer(r"[^\s]+", unit))
    start, owned = 0, False
    for token in tokens[1:]:
        at = token.start()
        before, rest = unit[start:at].strip(), unit[at:]
        within_head = len(before) < len(head_of(folded(unit[start:].strip())) or "")
        if not before or not rest[:1].isupper() or within_head or _in_brackets(unit, at):
            continue
        head = printed_head(rest)
        if head is None or _tied(before, head) or _ends_name(rest, head) or _is_of_place(before, rest, head):
            continue
        if _is_subject(before, rest, head) or (_is_tail(before, rest, head) and not unit[:at].endswith("  ")):
            continue
        if not owned and owns(before, folded(rest)) and folded(before) not in names:
            owned = True
            continue
        if _stands_alone(before, rest, names):
            yield before
            start, owned = at, False
    yield unit[start:]


def _in_brackets(unit: str, at: int) -> bool:
    return any(m.start() < at < m.end() for m in BRACKETS.finditer(unit))


def _ends_name(rest: str, head: str) -> bool:
    """Whether what looks like a head ends a name ("Khu kinh tế Hải Phòng") or begins one of a place ("Hội An")."""
    if " " in head:
        return False
    if folded(rest).strip(EDGE) == head:
        return head not in words("complete")
    behind = rest.strip(EDGE).split()[1:]
    return len(behind) == 1 and behind[0].istitle() and not _is_of_names(behind[0])


def _is_tail(before: str, rest: str, head: str) -> bool:
    """Whether a kind of unit that stands alone ends the name of a part of it ("Công đoàn Thư viện").

    An office before it has a name of its own ("Sở Y tế", "UBND xã"): there a sign between them was lost.
    """
    alone = folded(rest).strip(EDGE) == head and head in words("tail")
    return alone and head_of(folded(before)) not in (words("owner") - words("container")) | _OFFICES


_OFFICES = frozenset({"hoi"})


def _is_of_place(before: str, rest: str, head: str) -> bool:
    """Whether what looks like a head names the place of an office ("UBND phường Trung Tâm", "Công an P. Hòa Bình")."""
    bare = folded(before)
    if head in _SHORT_LEVELS and bare in _LOCAL_OFFICES:
        return True
    words_ = rest.split()[: len(head.split())]
    return len(words_) > 1 and all(map(str.istitle, words_)) and bare.strip(EDGE).rpartition(" ")[2] in _NAMED_PLACES


def _is_subject(before: str, rest: str, head: str) -> bool:
    """Whether a short form that may stand alone is what a room deals with ("Phòng Chế độ BHXH")."""
    short = rest.strip(EDGE)
    room = head_of(folded(before).removeprefix("cac "))
    named = room in words("container") and len(folded(before).strip(EDGE)) > len(room or "")
    return named and folded(short) == head and short.isupper()


_SHORT_LEVELS = frozenset({"p"})  # "P." of a ward, where no room can stand
_LOCAL_OFFICES = frozenset(
    {"ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "cong an", "hdnd va ubnd", "dang uy"}
)
_NAMED_PLACES = frozenset({"xa", "phuong", "huyen", "quan", "khu", "p"})  # a level that says nothing without its name


def _is_of_names(word: str) -> bool:
    """Whether a word names what an agency deals with or begins a name itself ("Cục Thuế"), and no place."""
    return folded(word) in words("field") or printed_head(word) is not None


def _tied(before: str, head: str) -> bool:
    if head in _DEPENDENT or before.endswith(("-", "–", "/", ",")):
        return True
    if named_so(before) and folded(before).endswith(tuple(f" {post}" for post in words("post") | _HEADING_POSTS)):
        return True  # "đồng chí Chánh | Văn phòng"
    one, comma, other = folded(before).rpartition(",")
    if comma and one.strip() in words("post") and other.strip() in words("post") | _HEADING_POSTS:
        return True  # one person's two posts: "Bộ trưởng, Chủ nhiệm" before "Văn phòng Chính phủ"
    return head != "cac" and (is_link(before.rsplit(maxsplit=1)[-1].strip(EDGE)) or is_link(before.strip(EDGE)))


def owns(before: str, rest: str) -> bool:
    """Whether the unit that begins behind a container is its owner ("Văn phòng" + "UBND tỉnh")."""
    head = head_of(folded(before).removeprefix("cac "))
    if (folded(before) in _PARTS or head == "ban") and rest.startswith(_COUNCILS):
        return True  # "Ban Kinh tế - Ngân sách HĐND tỉnh"
    if folded(before) in words("container") | words("complete") and rest in words("house"):
        return True
    if head is None or head not in words("container") | words("post"):
        return False
    if head.endswith("thanh vien"):
        return rest.startswith("ban ")
    return any(rest == o or rest.startswith(o + " ") for o in words("owner")) and not rest.startswith("ban chi dao")


def _stands_alone(before: str, rest: str, names: Collection[str]) -> bool:
    """Whether what stands before a new head is a whole name already."""
    head = head_of(folded(before)) or ""
    own_words = folded(before)[len(head) :].strip(EDGE)
    if folded(rest).startswith("cac "):
        return True
    if folded(before) in names and folded(rest).strip(EDGE) in names:
        return True
    return bool(own_words) or head in words("complete")
