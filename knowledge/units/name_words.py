"""The words that names of units are made of (`data/units.tsv`): the one table of them, whoever reads a name.

Cells and questions are compared without accents and case. In running text and in letterheads the accents count, since
there "sở" and "số" stand side by side.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.data import records
from knowledge.language.text import UPPER, canonical, folded

# The words that people are addressed by before their name, as cells and questions have them.
ADDRESSES = ("ông", "bà", "anh", "chị", "cô", "thầy", "đồng chí", "đ/c")

ANY_UNIT = ("đơn vị", "cơ quan", "bên", "chỗ", "nơi")  # words for a unit of whatever kind


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind of `data/units.tsv`, without accents."""
    return frozenset(folded(word) for k, word in records("units.tsv") if k == kind)


@cache
def last_words(kind: str) -> frozenset[str]:
    """How the words of one kind end, with accents: "tỉnh", which "tính" is not."""
    return frozenset(word.split()[-1] for k, word in records("units.tsv") if k == kind)


def field_behind(name: Sequence[str], behind: Sequence[str]) -> int:
    """How many words behind a name that ends in "Sở" or "Bộ" say which agency it is of ("Thanh tra Sở | Xây dựng")."""
    if not name or folded(name[-1]) not in _AGENCIES:
        return 0
    said = [*map(folded, behind[:_FIELD])]
    return next((size for size in range(len(said), 0, -1) if " ".join(said[:size]) in words("field")), 0)


_AGENCIES = frozenset({"so", "bo"})
_FIELD = 4  # words of a field that are looked at


@cache
def printed_words(*kinds: str) -> tuple[str, ...]:
    """The words of some kinds as they are printed, the longest first."""
    found = {canonical(word): word for kind, word in records("units.tsv") if kind in kinds}
    return tuple(sorted(found.values(), key=lambda word: (-len(word), word)))


@cache
def unit_kinds() -> tuple[str, ...]:
    """What a unit is called by in a question without its name ("sở đó", "bên nào"), canonical, the longest first."""
    kinds = {*ANY_UNIT, "phòng ban", *map(canonical, printed_words("head", "container"))}
    kinds -= {*map(canonical, printed_words("cell")), *_HOW_MANY}
    return tuple(sorted(kinds, key=lambda kind: (-len(kind), kind)))


@cache
def bare_kinds() -> tuple[str, ...]:
    """The same without accents, where "quý" looks like "quỹ" and is left out."""
    return tuple(dict.fromkeys(kind for kind in map(folded, unit_kinds()) if kind != "quy"))


_HOW_MANY = frozenset({"các", "toàn bộ", "toàn thể"})  # of those that begin a collective unit


@cache
def text_heads() -> tuple[str, ...]:
    """The words that a unit's name begins with in running text, canonical, the longest first."""
    only_in_cells = {canonical(word) for word in printed_words("cell")}
    heads = map(canonical, printed_words("head", "container", "post", "text"))
    return tuple(head for head in heads if head not in only_in_cells)


def unfit_after(head: str) -> tuple[str, ...]:
    """The words that make something else of a head in running text, canonical: "máy" of "bộ"."""
    return _unfit().get(head, ())


@cache
def _unfit() -> Mapping[str, tuple[str, ...]]:
    """The words behind the longest head that each phrase of no unit begins with, by that head."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for phrase in map(canonical, printed_words("not", "text not")):
        head = next((head for head in text_heads() if phrase.startswith(head)), "")
        found[head][phrase[len(head) :].strip()] = None
    return {head: tuple(behind) for head, behind in found.items()}


@cache
def office_heads() -> tuple[str, ...]:
    """The words that the name of an office that issues plans begins with, as printed, the longest first."""
    only_in_cells = {canonical(word) for word in printed_words("cell")}
    return tuple(w for w in printed_words("head", "container", "office") if canonical(w) not in only_in_cells)


def starts_with_head(text: str) -> bool:
    """Whether a text begins like a unit's name."""
    return printed_head(text[:60]) is not None


def printed_head(text: str) -> str | None:
    """The head that a printed text begins with; where it has accents, its first word must have those of a head.

    "Đổi mới sáng tạo" is no "Đội", "Phong Nha - Kẻ Bàng" no "Phòng". A wrong accent is forgiven as a slip of OCR where
    the field of an agency follows ("Sờ Tư pháp").
    """
    bare = folded(text).strip()
    head = head_of(bare)
    if head is None or bare == canonical(text):
        return head
    rest = bare[len(head) :].strip()
    if canonical(text).split()[0].strip(",:.") in _first_words(head) or rest.startswith(tuple(words("field"))):
        return head
    return None


def is_link(word: str) -> bool:
    """Whether a printed word ties what follows to the name before it; with accents it must have those of the link.

    "thành phố" does not end with "phó", nor "Ban Quản lý chợ" with "cho".
    """
    printed = canonical(word)
    return printed in _links() or (printed == folded(word) and printed in words("link"))


@cache
def _links() -> frozenset[str]:
    return frozenset(canonical(word) for kind, word in records("units.tsv") if kind == "link")


def names_people(said: Sequence[str]) -> bool:
    """Whether words begin with a word for people ("người đưa thư"), who are no unit unless a plan prints them so."""
    bare = " ".join(map(folded, said)) + " "
    return any(bare.startswith(f"{folded(word)} ") for word in _persons())


def addresses(text: str) -> bool:
    """Whether a text begins with the name of somebody behind the word that people are addressed by ("Cô Hạnh")."""
    return _ADDRESSED.match(text) is not None


def named_so(text: str) -> str:
    """The name behind the word that somebody is addressed by, "" where nobody is."""
    match = _ADDRESSED.match(text)
    return text[match.end() - 1 :] if match else ""


_ADDRESSED = re.compile(rf"\s*(?i:{'|'.join(ADDRESSES)})\.?\s+[{UPPER}]")


@cache
def _persons() -> tuple[str, ...]:
    only = {"ca", "ttr", "tt", "p"}
    return tuple(w for w in printed_words("people", "cell") if folded(w) not in only)


def is_side(word: str, *, accented: bool = False) -> bool:
    """Whether a word of a question is one for people or a place of work; "máy" is no "mấy".

    In a text that has accents "ba" is a number, and no "bà".
    """
    return is_place_of_work(word) or word in _printed_people() or (not accented and word in words("person"))


def is_place_of_work(word: str) -> bool:
    """Whether a word of a question is one for a place of work, as "bên", "chỗ"."""
    return word in map(canonical, printed_words("side")) or (word == folded(word) and word in words("side"))


def staff_before(said: Sequence[str]) -> int:
    """How many of the last words are those who work in the unit behind them ("… | lực lượng", "… | cán bộ")."""
    phrases = _staff().get(folded(said[-1]), ()) if said else ()
    return next((len(phrase) for phrase in phrases if _end_so(said, phrase)), 0)


def _end_so(said: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether words end with a phrase, each with its accents or without any."""
    last = said[-len(phrase) :]
    return len(last) == len(phrase) and all(w in (p, folded(p)) for w, p in zip(last, phrase, strict=True))


@cache
def _staff() -> Mapping[str, list[Sequence[str]]]:
    """The words for those who work in a unit, by their last one, folded."""
    found = defaultdict[str, list[Sequence[str]]](list)
    for phrase in map(canonical, printed_words("staff")):
        found[folded(phrase.split()[-1])].append(phrase.split())
    return found


@cache
def _printed_people() -> frozenset[str]:
    return frozenset(map(canonical, printed_words("person")))


@cache
def _first_words(head: str) -> frozenset[str]:
    """The first words, with accents, of the heads that are this one without accents."""
    kinds = {"head", "container", "post"}
    heads = (word for kind, word in records("units.tsv") if kind in kinds and folded(word) == head)
    return frozenset(canonical(word).split()[0] for word in heads)


def head_of(bare: str) -> str | None:
    """The longest head that a folded text begins with."""
    match = _heads().match(bare)
    return match[0] if match and not _no_heads().match(bare) else None


@cache
def _heads() -> re.Pattern[str]:
    return _any_of(words("head") | words("container") | words("post"))


@cache
def _no_heads() -> re.Pattern[str]:
    return _any_of(words("not"))


def _any_of(openings: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(openings, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(opening) for opening in longest_first)})(?=[\s,:.;)]|$)")
