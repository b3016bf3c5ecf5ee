"""What a unit may be called more freely: by its head and a part of its name, or by words that stand inside it.

Such readings name a unit only where one alone has them; how close they are to the name is not told.
"""

from collections.abc import Iterator

from knowledge.language.abbreviations import short_forms
from knowledge.language.text import canonical, folded
from knowledge.units.inner_parts import LEAST, before_number, inside
from knowledge.units.name_words import printed_words
from knowledge.units.name_words import words as unit_words
from knowledge.units.readings import (
    AREAS,
    LETTERS,
    TOKEN,
    Words,
    core,
    ends_with,
    folded_words,
    heads_of,
    is_initials,
    owners,
    unit_heads,
    without_mask,
    written_out,
)

_SIDES = (("ben",), ("bo", "phan"))  # words for a unit of any kind


def loose_readings(name: str) -> Iterator[Words]:
    """A name by its head and a part of what stands behind it, or by the beginning or end of that ("bên kế toán").

    A head of several words ("Đồn Biên phòng", "Hạt Kiểm lâm") may stand for the whole name; the one thing that it
    shortens is written out ("hội phụ nữ" of "Hội LHPN xã").
    """
    printed, *full = written_out(folded_words(name))
    one_short = len(set(printed).difference(*full)) == 1
    for whole in dict.fromkeys(without_mask(core(said)) for said in (printed, *full[: int(one_short)])):
        yield from _loosely(whole, name)


def _loosely(whole: Words, name: str) -> Iterator[Words]:
    head = next((head for head in unit_heads() if whole[: len(head)] == head), ())
    shorter = (whole[: -len(area)] for area in AREAS if ends_with(whole, area))
    yield from [head] if len(head) > LEAST else []
    yield from ((area[0], "doi") for area in AREAS if "quan su" in " ".join(whole) and area[0] in whole)  # "xã đội"
    field = head[next((len(kind) for kind in reversed(unit_heads()) if head[: len(kind)] == kind), 0) :]
    yield from ((*side, *field) for side in _SIDES if len(field) >= LEAST)  # "bên y tế" of "Trạm Y tế phường"
    for form in dict.fromkeys((whole, *shorter)) if head else ():
        tail = form[len(head) :]
        ends = [tail[at:] for at in range(len(tail)) if _is_an_end(tail[at:])]
        own = [(*head, *part) for part in (*(end for end in ends if end != tail), *inside(tail))]
        own += [(*kind, *end) for kind in _kinds_of(head) for end in ends]
        own += [(*kind, *part, form[-1]) for kind in (head, *_kinds_of(head)) for part in before_number(tail)]
        yield from (form for form in own if not _are_nouns(form) or _is_proper(form[len(head) :], name))
        parts = [*ends, *(tail[:size] for size in range(LEAST, len(tail)))]
        parts = [part for part in dict.fromkeys(parts) if len(part) >= LEAST and part not in owners()]
        yield from ((*side, *part) for side in _SIDES for part in parts)
        yield from _by_letters(form)


def _by_letters(form: Words) -> Iterator[Words]:
    """A name by the letters of its field alone, or behind its kind by all or the first of them ("ban htpn").

    The kind may be one inside the head ("ban tckt", "b tckt" of "Ban Tổ chức | - Kiểm tra"), where that says of itself
    what the unit does ("Ban Quản lý | Khu kinh tế" is no "ban qlkkt").
    """
    heads = heads_of(form)
    needy = bool(heads) and " ".join(heads[0]) in unit_words("dependent") | unit_words("local")
    for kind in heads[:1] if needy else heads:
        letters = "".join(word[0] for word in form[len(kind) :])
        yield from [(letters,)] if len(letters) >= LETTERS and letters not in short_forms() else []
        begun = (letters[:size] for size in range(LETTERS, len(letters) + 1))
        said = (kind, ("".join(word[0] for word in kind),))
        yield from ((*side, first) for first in begun if is_initials(first) for side in said)


def _are_nouns(form: Words) -> bool:
    """Whether words are no more than common nouns for units ("phòng, đơn vị"), which name none."""
    sizes = (size for size in range(1, len(form) + 1) if " ".join(form[:size]) in unit_words("bare"))
    return not form or any(_are_nouns(form[size:]) for size in sizes)


def _is_proper(field: Words, name: str) -> bool:
    """Whether the name of one unit prints a field with a capital ("Phòng Kế hoạch - | Nghiệp vụ")."""
    capitals = {folded(word) for word in TOKEN.findall(name) if word[:1].isupper()}
    return "," not in name and bool(field) and field[0] in capitals


def _is_an_end(words: Words) -> bool:
    """Whether the last words of a name may stand for it behind its head: several, an area, or its number."""
    return len(words) >= LEAST or words in AREAS or words[0].isdigit()


def _kinds_of(head: Words) -> list[Words]:
    """The shorter heads that a head begins with: "trạm" of "Trạm Y tế", for "trạm Bình An"."""
    return [kind for kind in unit_heads() if len(kind) < len(head) and head[: len(kind)] == kind]


def inner_readings(name: str) -> Iterator[Words]:
    """Words that stand together inside a name behind the kind that it begins with ("quan hệ doanh nghiệp").

    That is the shortest head: "Bộ Chỉ huy Quân sự tỉnh" is called "quân sự tỉnh", "Trạm Y tế" "y tế". One that says
    more than any unit is a reading by itself ("bên đài").
    """
    whole = without_mask(core(folded_words(name)))
    head = next((head for head in reversed(unit_heads()) if whole[: len(head)] == head), ())
    tail = whole[len(head) :]
    yield from [head] if tail and len(head) == 1 and _is_typed_so(name, head[0]) and not _are_nouns(head) else []
    for first in range(len(tail)):
        yield from (tail[first:end] for end in range(first + LEAST, len(tail) + 1))


def _is_typed_so(name: str, head: str) -> bool:
    """Whether a name has a head with its accents: "Bảo hiểm" begins with no "Báo"."""
    first = next((word for word in map(canonical, TOKEN.findall(name)) if folded(word) == head), "")
    return first in map(canonical, printed_words("head", "container"))
