"""The units that the plans name, found in a question however they are called there.

A unit is known by its printed name, without what does not change it ("Các", "Đơn vị nghiệp vụ", "Chánh"), by the usual
abbreviations and by the initials of its field ("Sở TTTT"), and by the beginning of its name where that says more than a
head ("Bộ phận một cửa"). Within a plan the closest reading wins: "Các đơn vị trực thuộc Sở" is not "Các phòng chuyên
môn, đơn vị".
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.data import records
from knowledge.language.abbreviations import expansions, short_forms
from knowledge.language.text import canonical, folded
from knowledge.units.name_words import words as unit_words

Words = tuple[str, ...]
_TOKEN = re.compile(r"\w+")
_SPACED = re.compile(r"\b[b-df-hj-np-tv-xz]{1,3}(?: [b-df-hj-np-tv-xz]{1,3})+\b")  # "kt ht dt", initials part by part
_ARTICLES = frozenset({"cac", "nhung", "moi", "toan"})
_SILENT = frozenset({"va", "cua", "o", "tai", "thuoc", "cap", "cac"})  # left out when names are compared
_LINKS = _SILENT - {"tai"}  # "Tài chính" without accents is no "tại …" in initials
_MASKS = (("don", "vi", "nghiep", "vu"), ("lanh", "dao"), ("tap", "the"), ("bo", "phan", "chuyen", "mon"))
_SCOPES = (("so",), ("cua", "so"), ("tinh",), ("cua", "tinh"), ("co", "quan"), ("ubnd", "tinh"))
_AREAS = (
    ("tinh",),
    ("thanh", "pho"),
    ("huyen",),
    ("quan",),
    ("thi", "xa"),
    ("thi", "tran"),
    ("xa",),
    ("phuong",),
    ("truong",),
)
_LONGEST = 12  # words of a name that are looked at
_NAME, _SHORT, _BEGINNING = range(3)  # how close a reading is, the closest first


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named by words start to end (exclusive).

    Args:
        words: the folded words, abbreviations written out, that are compared.
        names: for each plan (position) that has such a unit its printed names.
        group: whether it is a group ("Các phòng …") rather than one unit.
    """

    start: int
    end: int
    words: Words
    names: Mapping[int, frozenset[str]]
    group: bool = False

    def before(self, taken: Collection[int]) -> "UnitMention":
        """Without last words that begin something else ("thanh tra của | sở xây dựng nam định", a plan's office)."""
        first = next((at for at in range(self.start, self.end) if at in taken), self.end)
        apart = first > self.start and all(at in taken for at in range(first, self.end))
        return replace(self, end=first) if apart else self


class UnitNames:
    """The readings of all units of all plans."""

    def __init__(self, units: Iterable[tuple[int, str]]) -> None:
        """Args: units: (plan position, printed name), each once."""
        self._forms: dict[Words, list[tuple[int, int, str]]] = defaultdict(list)
        by_name: dict[str, list[int]] = defaultdict(list)
        for plan, name in units:
            by_name[name].append(plan)
        for name, plans in by_name.items():
            for form, closeness in _readings(name):
                if form:
                    self._forms[form].extend((closeness, plan, name) for plan in plans)
        self._first = frozenset(form[0] for form in self._forms) | _ARTICLES | _SILENT | short_forms()
        self._first |= {folded(short) for short, _ in records("shorthand.tsv")}
        self.words = frozenset(word for form in self._forms for word in form)

    def find(self, words: Sequence[str], plans: Collection[int] | None = None) -> tuple[UnitMention, ...]:
        """The units that a question's words name, leftmost and longest first, none overlapping."""
        bare = [_closed(folded(word)) for word in words]
        found = []
        at = 0
        while at < len(bare):
            mention = self._longest(bare, at, plans) if bare[at] in self._first else None
            if mention:
                found.append(mention)
            at = mention.end if mention else at + 1
        return tuple(found)

    def whole(self, name: str, plans: Collection[int] | None = None) -> Mapping[int, frozenset[str]]:
        """What the plans print for the unit that the whole of a text names; nothing where it names none."""
        words = [_closed(word) for word in _folded_words(name)]
        every = (self._names(_core(written), plans) for written in _written_out(words))
        return next((names for names in every if names), {})

    def _longest(self, bare: Sequence[str], at: int, plans: Collection[int] | None) -> UnitMention | None:
        for end in range(min(len(bare), at + _LONGEST), at, -1):
            for written in _written_out(bare[at:end]):
                names = self._names(_core(written), plans)
                if names:
                    return UnitMention(at, end, written, names, group=_is_group(names))
        return None

    def _names(self, form: Words, plans: Collection[int] | None) -> dict[int, frozenset[str]]:
        closest: dict[int, int] = {}
        names: dict[int, set[str]] = defaultdict(set)
        for closeness, plan, name in sorted(self._forms.get(form, ())):
            if plans is not None and plan not in plans:
                continue
            if closest.setdefault(plan, closeness) == closeness or closeness < _BEGINNING:
                names[plan].add(name)
        return {
            plan: _narrowest(form, found) if closest[plan] == _BEGINNING else frozenset(found)
            for plan, found in names.items()
        }


def _closed(word: str) -> str:
    """A short form without the hyphens that only some people type: "TC-KT" is "TCKT"."""
    return word.replace("-", "") if word.replace("-", "").isalpha() else word


def unit_like(words: Sequence[str]) -> int:
    """How many of the words, from the first, could be a unit's name by how it begins; 0 where it is none."""
    heads = (head for head in _printed_heads() if len(words) > len(head))
    return next((len(head) for head in heads if _written_so(words, head)), 0)


def _written_so(words: Sequence[str], head: Words) -> bool:
    """Whether words begin with a head, accents where any were typed: "số" is not "sở"."""
    return all(word in (printed, folded(printed)) for word, printed in zip(words, head, strict=False))


def _readings(name: str) -> Iterator[tuple[Words, int]]:
    """What a unit may be called, each with how close it is to the printed name."""
    whole = _folded_words(name)
    yield _core(whole), _NAME
    yield from ((short, _SHORT) for short in _initials(tuple(w for w in whole if w not in _LINKS)))
    for core in dict.fromkeys(_core(w) for w in _written_out(whole)):
        for form in dict.fromkeys((core, _without_mask(core))):
            yield form, _NAME
            yield from ((_core((*form, *scope)), _SHORT) for scope in _SCOPES[:2] if form and form[-1] != "so")
            if form[-1:] == ("so",) and len(form) > 2 and _says_enough(form[:-1]):
                yield form[:-1], _SHORT
            yield from ((form[: -len(area)], _SHORT) for area in _AREAS if _ends_with(form, area))
            yield from ((short, _SHORT) for short in _initials(form))
            yield from ((form[:size], _BEGINNING) for size in range(2, len(form)) if _says_enough(form[:size]))


def _ends_with(form: Words, area: Words) -> bool:
    """Whether a name says its area last, behind more than a word ("Đoàn Thanh niên | xã", "Thư viện | tỉnh")."""
    return form[-len(area) :] == area and len(form) > len(area) + 1


def _folded_words(name: str) -> Words:
    """The words of a name without what stands in brackets, as many as are looked at."""
    return tuple(folded(word) for word in _TOKEN.findall(re.sub(r"\([^)]*\)?", " ", name)))[: _LONGEST + 4]


def _core(words: Sequence[str]) -> Words:
    """The words that are compared: no article in front, no link inside."""
    rest = list(words)
    while rest and rest[0] in _ARTICLES:
        rest.pop(0)
    return tuple(word for word in rest if word not in _SILENT)


def _without_mask(core: Words) -> Words:
    for mask in (*_MASKS, *_posts()):
        if core[: len(mask)] == mask and len(core) > len(mask) + 1:
            return _core(core[len(mask) :])
    return core


def _written_out(words: Sequence[str]) -> Iterator[Words]:
    """The words as they are, and with each known abbreviation of a unit's word written out."""
    yield tuple(words)
    out: list[str] = []
    for word in words:
        out.extend(_long(word) or (word,))
    if tuple(out) != tuple(words):
        yield tuple(out)
    joined = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), " ".join(words))
    if joined != " ".join(words):
        yield tuple(joined.split())


@cache
def _long(word: str) -> Words:
    """What a short form of a unit's word stands for, folded; also those that only people type."""
    typed = (long for short, long in records("shorthand.tsv") if folded(short) == word)
    return next((tuple(_TOKEN.findall(folded(long))) for long in (*expansions(word), *typed)), ())


def _initials(form: Words) -> Iterator[Words]:
    """Short forms: "so thong tin truyen thong" is "so tttt" and "stttt"."""
    for head in _heads():
        tail = form[len(head) :]
        if form[: len(head)] == head and len(tail) > 1:
            letters = "".join(word[0] for word in tail)
            yield (*head, letters)
            yield ("".join(word[0] for word in head) + letters,)
            yield (*head, *(word[0] for word in tail))
            return


def _says_enough(beginning: Words) -> bool:
    """Whether the beginning of a name is more than a head, so that it can stand for the name."""
    return beginning in _SPECIFIC or beginning not in _heads() or " ".join(beginning) in unit_words("complete")


def _narrowest(form: Words, names: set[str]) -> frozenset[str]:
    """Of names that only begin so, those that add no more than the office ("Văn phòng" is "Văn phòng Sở")."""
    rest = {name: _core(tuple(folded(w) for w in _TOKEN.findall(name)))[len(form) :] for name in names}
    plain = {name for name, more in rest.items() if more in {(), *map(tuple, (("so",), ("tinh",)))}}
    return frozenset(plain or names)


def _is_group(names: Mapping[int, Collection[str]]) -> bool:
    return any(folded(name).split()[0] in _ARTICLES for found in names.values() for name in found)


_SPECIFIC = frozenset({("van", "phong"), ("thanh", "tra"), ("cong", "an"), ("tinh", "uy")})


@cache
def _printed_heads() -> tuple[Words, ...]:
    """Words that units begin with, canonical, longest first."""
    found = {tuple(canonical(row[1]).split()) for row in records("units.tsv") if row[0] in {"head", "container"}}
    return tuple(sorted(found, key=lambda head: (-len(head), head)))


@cache
def _heads() -> tuple[Words, ...]:
    """Words that units begin with, longest first."""
    found = {tuple(folded(row[1]).split()) for row in records("units.tsv") if row[0] in {"head", "container"}}
    return tuple(sorted(found, key=lambda head: (-len(head), head)))


@cache
def _posts() -> tuple[Words, ...]:
    found = {tuple(folded(row[1]).split()) for row in records("units.tsv") if row[0] == "post"}
    return tuple(sorted(found, key=lambda head: (-len(head), head)))
