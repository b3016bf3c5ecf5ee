"""What the office of a plan may be called beside its whole printed name.

A name is a kind ("Phòng"), a field ("Nông nghiệp và Môi trường"), a level with a place ("huyện Krông Nô") or a name of
its own ("Lương Thế Vinh"). People say some of these parts in their order, the field by its beginning or its initials, a
name of its own by its initials ("phòng nông nghiệp Krông Nô", "trường LTV"). The plan's symbol has the office's own
short form ("KH-THCSLTV"). Where what is said has the place or the own name, it is this very office.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from knowledge.data import records
from knowledge.language.abbreviations import expansions, shortened
from knowledge.language.text import UPPER, canonical, folded, tokens
from knowledge.units.name_words import head_of

Words = tuple[str, ...]
_COMMITTEES = {"ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "dang uy", "uy ban"}
_PARTY = {"dang uy", "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy"}
_COMMITTEE = ((), ("ubnd",), ("uỷ", "ban"), ("uỷ", "ban", "nhân", "dân"))
AREAS = {"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"}
_LEVELS = frozenset(tuple(area.split()) for area in AREAS)  # with their accents: "quản lý" is no "quận"
_ORGAN = re.compile(r"^(?:Ban Thường vụ|Ban Chấp hành|Thường trực)\s+(?=\w)", re.IGNORECASE)  # acts for the whole
_RUNS = {"ban quan ly"}
_PROVINCES = {"tinh", "thanh pho"}
_OWN_NAME = re.compile(rf"(?:[{UPPER}][^\W\d{UPPER}]+\s+)+[{UPPER}][^\W\d{UPPER}]+$")  # "Lương Thế Vinh"
_TYPED = 2  # words of a field that may only say which type of office it is
_SHORTEST = 2  # words of a beginning of a field, and of a name that can stand by itself


@dataclass(frozen=True, slots=True)
class Office:
    """The parts of an issuer's name, canonical; each may be empty.

    Args:
        level: the word for the area of the name, "huyện".
        name: the place or the name of its own.
    """

    kind: Words
    field: Words
    level: Words
    name: Words

    @property
    def is_committee(self) -> bool:
        """Whether it is the committee or council of an area."""
        return folded(" ".join(self.kind)) in _COMMITTEES


def office_of(issuer: str, place: str) -> Office:
    """The parts of an issuer's name."""
    issuer = _ORGAN.sub("", issuer)
    every = tuple(tokens(canonical(issuer)))
    size = len((head_of(folded(issuer)) or "").split())
    kind, rest = every[:size], every[size:]
    at, level = _level(rest)
    where = tuple(tokens(canonical(place)))
    if level:
        name = rest[at + len(level) :]
        name = where if rest[at:] == level and folded(" ".join(kind)) in _COMMITTEES else name
        return Office(kind, rest[:at], level, name)
    name = where if where and rest[-len(where) :] == where else _own_name(issuer, rest)
    return Office(kind, rest[: len(rest) - len(name)], (), name)


def in_other_forms(office: Office) -> Iterator[Office]:
    """An office whose field is printed short, in full ("Hội LHPN tỉnh"), and one that is called by its level first.

    So are associations of a province or a district ("tỉnh Hội", "huyện đoàn"); "xã hội" is a word of its own.
    """
    full = replace(office, field=tuple(part for word in office.field for part in _in_full(word)))
    yield full
    if office.level and office.kind in _ASSOCIATIONS and office.level not in _LOWEST:
        yield replace(full, kind=(*office.level, *office.kind), level=())


def _in_full(word: str) -> Words:
    """What a short form stands for, where that is one thing; else the word."""
    written = {tuple(canonical(long).split()) for long in expansions(word)}
    return written.pop() if len(written) == 1 else (word,)


_ASSOCIATIONS = (("hội",), ("đoàn",))
_LOWEST = (("xã",), ("phường",), ("thị", "trấn"), ("đặc", "khu"))


def _level(rest: Words) -> tuple[int, Words]:
    """The last word for an area: where it stands, and the word."""
    found = (
        (at, rest[at : at + size])
        for at in range(len(rest) - 1, -1, -1)
        for size in (2, 1)
        if rest[at : at + size] in _LEVELS
    )
    return next(found, (len(rest), ()))


def _own_name(issuer: str, rest: Words) -> Words:
    """The words with capitals that a name ends with ("Trường THCS | Lương Thế Vinh")."""
    found = _OWN_NAME.search(issuer)
    name = tuple(tokens(canonical(found[0]))) if found else ()
    return name if name and rest[-len(name) :] == name and name != rest[-1:] else ()


def kind_calls(issuer: str, place: str) -> Iterator[Words]:
    """What offices like this one are called: by their head, also with their level; a committee by its level."""
    office = office_of(issuer, place)
    kinds = [office.level] if office.is_committee else [office.kind]
    kinds += [(*office.kind, *office.level)] if office.level and not office.is_committee and not office.field else []
    yield from filter(None, (*kinds, _place_run(office)))


def _place_run(office: Office) -> Words:
    """The word for the place that an office runs, by which people call the office ("của Vườn", "chợ có việc gì")."""
    runs = folded(" ".join(office.kind)) in _RUNS and office.field[:1] and office.field[0] in _places_begin()
    return office.field[:1] if runs else ()


@cache
def _places_begin() -> frozenset[str]:
    """The words that names of places begin with, canonical."""
    return frozenset(canonical(word) for (word,) in records("places.tsv"))


def office_calls(issuer: str, place: str, symbol: str) -> Iterator[tuple[Words, bool]]:
    """What an office may be called, canonical, and whether that can be no other office."""
    office = office_of(issuer, place)
    if office.is_committee:
        yield from _committee(office)
    elif office.kind:
        yield from _agency(office)
        short = canonical(symbol).rpartition("-")[2]
        if len(short) > _SHORTEST:
            yield (short,), True
            yield from (((short, *place), True) for place in _places(office))


def _committee(office: Office) -> Iterator[tuple[Words, bool]]:
    """As in "UBND xã Lũng Khê": "xã", "UBND xã", "xã Lũng Khê"; "Đảng ủy xã Nậm Pạc" is no UBND: "Đảng ủy Nậm Pạc"."""
    bodies = ((), office.kind) if folded(" ".join(office.kind)) in _PARTY else (*_COMMITTEE, office.kind)
    for body in dict.fromkeys(bodies):
        if office.level:
            yield (*body, *office.level), False
        if office.level and office.name:
            yield (*body, *office.level, *office.name), True
        if office.name and len(body) != 0 and body != _COMMITTEE[2]:  # "ủy ban Nậm Pạc" may be another's
            yield (*body, *office.name), True


def _agency(office: Office) -> Iterator[tuple[Words, bool]]:
    """As in "Trường THPT Nguyễn Sư Hồi": "trường", "nhà trường", "THPT Nguyễn Sư Hồi", "trường NSH"."""
    fields, places = tuple(_fields(office.field)), tuple(_places(office))
    yield from ((run, False) for run in filter(None, (_place_run(office),)))
    yield ("nhà", *office.kind), False
    if office.level and not office.field:
        yield (*office.kind, *office.level), False
    yield from ((form.kind, False) for form in in_other_forms(office) if form.kind != office.kind)
    for kind in (office.kind, *((short,) for short in shortened(" ".join(office.kind)))):
        yield kind, False
        yield from (((*kind, *field), False) for field in fields)
        yield from (((*kind, *field, *place), True) for field in fields for place in places)
        yield from (((*kind, *part), True) for part in _inside(office.field))
        yield from (((*kind, *place), True) for place in places)
    yield from (((*field, *place), True) for field in fields for place in places)
    sides = ((), ("ngành",), ("bên",))  # "Nam Định, ngành xây dựng"
    yield from (((*place, *side, *field), True) for field in fields for place in places for side in sides)
    yield from ((field, False) for field in (*_whole(office.field), *_ends(office.field)))
    yield from ((name, True) for name in _begun_by_letters(office.field))
    for letters in (field[0] for field in fields if len(field) == 1):
        glued = ((_letters(office.kind) + letters,), (office.kind[0], _letters(office.kind[1:]) + letters))
        yield from ((form, False) for form in glued)
        yield from (((*form, *place), True) for form in glued for place in places)
    if folded(" ".join(office.level)) not in _PROVINCES:  # a province is named by its own rules
        yield from ((place, True) for place in places if len(place) >= _SHORTEST)
    yield from (((*short, *place), True) for short in _shortened(office) for place in ((), *places))


def _fields(field: Words) -> Iterator[Words]:
    """A field, its beginnings and its ends, its initials."""
    yield from _whole(field)
    plain = tuple(word for word in field if word != "và")
    yield from (plain[:size] for size in range(_SHORTEST, len(plain)))
    if plain == field:  # "Công nghệ" is only half of a field
        yield from (field[first:] for first in range(1, len(field) - 1))
    yield from ((_letters(plain[:size]),) for size in range(_SHORTEST, len(plain) + 1))


def _ends(field: Words) -> Iterator[Words]:
    """The beginnings and ends of a field of one subject that say something by themselves ("khu kinh tế", "vũng rô")."""
    if "và" not in field:
        yield from (field[:size] for size in range(_SHORTEST, len(field)))
        yield from _inside(field)


def _begun_by_letters(field: Words) -> Iterator[Words]:
    """A field of one subject whose beginning is shortened ("KKT Vũng Rô")."""
    sizes = range(_SHORTEST, len(field) - 1) if "và" not in field else ()
    yield from ((_letters(field[:size]), *field[size:]) for size in sizes)


def _inside(field: Words) -> Iterator[Words]:
    """What stands inside a field of one subject behind its first word ("hàng hải" of "Cao đẳng Hàng hải Nam Triệu")."""
    whole = range(_TYPED, len(field)) if "và" not in field else ()
    yield from (field[first:end] for first in whole for end in range(first + _SHORTEST, len(field) + 1))


def _whole(field: Words) -> Iterator[Words]:
    plain = tuple(word for word in field if word != "và")
    yield from dict.fromkeys(form for form in (field, plain) if form)


def _places(office: Office) -> Iterator[Words]:
    """The place or the name of its own, with and without its level, in whole, by its last words and its initials."""
    name = office.name
    if not name:
        return
    yield name
    if office.level:
        yield (*office.level, *name)
    else:
        yield from (name[first:] for first in range(1, len(name) - 1))
        if len(name) >= _SHORTEST:
            yield (_letters(name),)


def _shortened(office: Office) -> Iterator[Words]:
    """The usual short forms of the whole name ("CDC")."""
    for field in _whole(office.field):
        yield from ((short,) for short in shortened(" ".join((*office.kind, *field))))


def _letters(words: Words) -> str:
    return "".join(word[0] for word in words)
