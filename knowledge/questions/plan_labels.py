"""How a plan may be called: its issuer in long and short, its province, its years, its number, the name of its file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.data import records
from knowledge.identity import LoadedPlan
from knowledge.language.text import folded
from knowledge.questions.office_calls import office_of

Words = tuple[str, ...]
_TOKEN = re.compile(r"\w+")
_INITIALS = range(2, 6)  # words that an abbreviation of a subject stands for
_SILENT = frozenset({"va", "cua"})
_MERGED = "2025-07"  # from the month on in which the provinces of today came to be (Nghị quyết 202/2025/QH15)
_TURNS = frozenset({"nay", "la", "cu", "moi", "truoc", "day", "tinh", "thuoc", "sap", "nhap", "vao", "tp"})
_NEAR = 4  # words that may stand between the two names of one province


@dataclass(frozen=True, slots=True)
class Label:
    """The names of one plan, folded.

    Args:
        heir: the province that `place` is part of since July 2025, empty where it goes on.
        area: the place in the issuer's own name ("krong no"), where that is no province.
        merged: whether the plan was issued by an office of the provinces of today.
    """

    place: Words
    office: tuple[Words, ...]  # the issuer without its place, and its abbreviations
    number: str | None
    symbol: str | None
    years: frozenset[int]
    stem: str
    printed: str = ""  # the issuer as printed
    subject: frozenset[str] = frozenset()  # words of its title, and the initials of words that stand together there
    heir: Words = ()
    area: Words = ()
    merged: bool = False
    issued: str = ""

    def stands_for(self, place: Words) -> bool:
        """Whether a province is meant whose plan this is, by the name of before or of after July 2025."""
        return place in {self.place, self.area, self.heir} or (self.merged and successors().get(place) == self.place)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for, made once as there may be many: each way to write one → its first one, folded."""

    written: Mapping[Words, Words]
    longest: int
    reach: Mapping[str, int]  # how long phrases are that begin with a word

    @classmethod
    def of(cls, written: Mapping[Words, Words]) -> "Phrases":
        """These phrases."""
        reach: dict[str, int] = {}
        for phrase in written:
            first = "".join(phrase[:1])
            reach[first] = max(reach.get(first, 0), len(phrase))
        return cls(written, max(reach.values(), default=0), reach)


def label(loaded: LoadedPlan) -> Label:
    """The names of a plan."""
    heading = loaded.plan.heading
    place = _words(heading.place or "")
    issuer = _words(heading.issuer or "")
    provinces = (p for text in (place, issuer) for _, _, p in places_in(text, _provinces()))
    place = next(provinces, place)  # "Đồng Hới, ngày …" of "Hội LHPN tỉnh Quảng Trị"
    place = () if _is_of_the_country(issuer) else place
    return Label(
        place=place,
        office=tuple(dict.fromkeys(_offices(issuer, place))) or ((),),
        number=folded(heading.number).replace(" ", "") if heading.number else None,
        symbol=folded(heading.symbol) if heading.symbol else None,
        years=frozenset(heading.years),
        stem=folded(loaded.stem),
        printed=heading.issuer or "",
        subject=frozenset(_subject(_words(heading.title or ""))),
        heir=successors().get(place, ()),
        area=_area(heading.issuer or "", heading.place or ""),
        merged=(heading.issued or str(min(heading.years, default=""))) >= _MERGED,
        issued=heading.issued or str(min(heading.years, default="")),
    )


def _is_of_the_country(issuer: Words) -> bool:
    """Whether an issuer is of no province, though it signs in one: a ministry is, "Bộ Chỉ huy quân sự" is not."""
    said = f"{' '.join(issuer)} "
    return said.startswith(_CENTRAL) and not said.startswith(_OF_FORCES)


_CENTRAL = ("bo ", "tong cuc ", "chinh phu ", "van phong chinh phu ", "thanh tra chinh phu ", "ngan hang nha nuoc ")
_OF_FORCES = ("bo chi huy ", "bo tu lenh ", "bo doi ", "bo phan ", "bo mon ")


def _area(issuer: str, place: str) -> Words:
    """The district or commune that an issuer's name ends with."""
    office = office_of(issuer, place)
    name = tuple(map(folded, office.name))
    return name if office.level and name not in places() else ()


def _subject(title: Words) -> Iterator[str]:
    """The words of a title and what they may be shortened to: "cai cach hanh chinh", "cchc"."""
    yield from title
    for first in range(len(title)):
        for size in _INITIALS:
            yield "".join(word[0] for word in title[first : first + size])


def _offices(issuer: Words, place: Words) -> Iterator[Words]:
    """What the issuer is called without its place: "so xay dung", "sxd", "so xd"."""
    words = list(issuer)
    size = len(place)
    if size and tuple(words[-size:]) == place:
        words = words[:-size]
    core = tuple(words[:-1] if words[-1:] == ["tinh"] and words[0] not in {"ubnd", "uy"} else words)
    if not core:
        return
    yield core
    if core[:1] in {("ubnd",), ("uy",)}:
        level = core[len(_COMMITTEE) if core[: len(_COMMITTEE)] == _COMMITTEE else 1 :] or ("tinh",)
        yield from ((*body, *level) for body in (("ubnd",), _COMMITTEE, _COMMITTEE[:2]))
    plain = tuple(word for word in core if word not in _SILENT)
    for size in range(3, len(plain) + 1):
        letters = "".join(word[0] for word in plain[1:size])
        yield from ((plain[0], letters), (plain[0][0] + letters,), plain[:size])


_COMMITTEE = ("uy", "ban", "nhan", "dan")


def _words(text: str) -> Words:
    return tuple(_TOKEN.findall(folded(text)))


def places_in(bare: Sequence[str], known: Phrases) -> Iterator[tuple[int, int, Words]]:
    """The places that are named, however written: start, end (exclusive), first way to write it.

    A province named twice, as it was and as it is now ("Nam Định, nay là Ninh Bình"), is one place: the one that was.
    """
    held: tuple[int, int, Words] | None = None
    for start, end, written in phrases_in(bare, known):
        found = (start, end + (bare[end : end + 1] == ["cu"]), known.written[written])
        one = _both_names(held, found, bare) if held else None
        if held and not one:
            yield held
        held = one or found
    if held:
        yield held


def _both_names(
    left: tuple[int, int, Words], right: tuple[int, int, Words], bare: Sequence[str]
) -> tuple[int, int, Words] | None:
    """The two names of one province as one, where they stand beside each other."""
    between = bare[left[1] : right[0]]
    if len(between) > _NEAR or not _TURNS.issuperset(between):
        return None
    old = next((a[2] for a, b in ((left, right), (right, left)) if successors().get(a[2]) == b[2]), None)
    return (left[0], right[1], old) if old else None


def phrases_in(bare: Sequence[str], known: Phrases) -> Iterator[tuple[int, int, Words]]:
    """The known phrases among folded words, the longest first, none overlapping: start, end (exclusive), phrase."""
    behind = 0
    for at, word in enumerate(bare):
        if at < behind or word not in known.reach:
            continue
        ends = range(min(len(bare), at + known.reach[word]), at, -1)
        behind = next((end for end in ends if tuple(bare[at:end]) in known.written), at)
        if behind > at:
            yield at, behind, tuple(bare[at:behind])


def province_at(bare: Sequence[str], start: int) -> int:
    """Where the name of a province ends that begins at a word; 0 where none does."""
    return next((end for at, end, _ in phrases_in(bare[start:], _provinces()) if at == 0), -start) + start


@cache
def places() -> dict[Words, Words]:
    """Each way to write a province's name → its first one."""
    return {_words(written): _words(row[0]) for row in records("provinces.tsv") for written in (row[0], *row[2:])}


@cache
def _provinces() -> Phrases:
    return Phrases.of(places())


@cache
def successors() -> dict[Words, Words]:
    """The provinces of before July 2025 that go on under another name → that name."""
    return {_words(row[0]): _words(row[1]) for row in records("provinces.tsv") if len(row) > 1 and row[1]}


@cache
def place_words() -> frozenset[str]:
    """Every word of a province's name."""
    return frozenset(word for place in places() for word in place)


@cache
def printed_places() -> dict[Words, str]:
    """Each province as it is printed."""
    return {_words(row[0]): row[0] for row in records("provinces.tsv")}
