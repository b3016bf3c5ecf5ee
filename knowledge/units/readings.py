"""What a unit may be called beside its printed name: the readings of one name, each with how close it is to it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from knowledge.data import records
from knowledge.language.abbreviations import expansions
from knowledge.language.numerals import ordinals
from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import folded
from knowledge.units.inner_parts import LEAST
from knowledge.units.name_words import words as unit_words

Words = tuple[str, ...]
TOKEN = re.compile(r"\w+")
_SPACED = re.compile(r"\b[b-df-hj-np-tv-xz]{1,8}(?: [b-df-hj-np-tv-xz]{1,8})+\b")  # "kt ht dt", initials part by part
ARTICLES = frozenset({"cac", "nhung", "moi", "toan"})
SILENT = frozenset({"va", "cua", "o", "tai", "thuoc", "cap", "cac"})  # left out when names are compared
BEFORE = SILENT - {"va", "cap", "cac"}  # before a name and none of it
_LINKS = SILENT - {"tai"}  # "Tài chính" without accents is no "tại …" in initials
_MASKS = (("don", "vi", "nghiep", "vu"), ("lanh", "dao"), ("tap", "the"), ("bo", "phan", "chuyen", "mon"))
_SCOPES = (("so",), ("cua", "so"), ("tinh",), ("cua", "tinh"), ("co", "quan"), ("ubnd", "tinh"))
_OF_OFFICES = (
    ("tinh",),
    ("thanh", "pho"),
    ("huyen",),
    ("quan",),
    ("thi", "xa"),
    ("thi", "tran"),
    ("xa",),
    ("phuong",),
)
AREAS = (*_OF_OFFICES, ("truong",), ("quoc", "gia"), ("trung", "uong"))
LONGEST = 20  # words of a name that are looked at ("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh" has 13)
_NAME, _SHORT, BEGINNING = range(3)  # how close a reading is, the closest first
_COMMITTEE = ("uy", "ban", "nhan", "dan")
LETTERS = 3  # initials from which they can stand without a head


def readings(name: str) -> Iterator[tuple[Words, int]]:
    """What a unit may be called, each with how close it is to the printed name."""
    whole = folded_words(name)
    yield core(whole), _NAME
    yield from ((short, _SHORT) for short in _initials(tuple(w for w in whole if w not in _LINKS)))
    for said in dict.fromkeys(core(w) for w in (*written_out(whole), *_in_figures(name))):
        yield from _from_inner_head(said)
        for form in dict.fromkeys((said, without_mask(said))):
            yield form, _NAME
            yield from ((core((*form, *scope)), _SHORT) for scope in _SCOPES[:2] if form and form[-1] != "so")
            if form[-1:] == ("so",) and len(form) > 2 and _says_enough(form[:-1]):
                yield form[:-1], _SHORT
            bare = [form[: -len(area)] for area in AREAS if ends_with(form, area)]
            yield from ((short, _SHORT) for short in (*bare, *_with_area_letters(form)))
            yield from ((short, _SHORT) for short in _without_owner(form))
            if form[: len(_COMMITTEE)] == _COMMITTEE and form[len(_COMMITTEE) :] in AREAS:
                yield (*_COMMITTEE[:LEAST], *form[len(_COMMITTEE) :]), _SHORT  # "ủy ban xã"
            yield from ((short, _SHORT) for each in (form, *bare) for short in _initials(each))
            yield from ((form[:size], BEGINNING) for size in range(2, len(form)) if _says_enough(form[:size]))


def core(words: Sequence[str]) -> Words:
    """The words that are compared: no article in front, no link inside, no "số" before a figure."""
    rest = list(words)
    while rest and rest[0] in ARTICLES:
        rest.pop(0)
    said = zip(("", *rest), rest, (*rest[1:], ""), strict=False)
    return tuple(word for before, word, after in said if not _is_silent(before, word, after))


def _is_silent(before: str, word: str, after: str) -> bool:
    """Whether a word of a name is not compared: a link, but "của" is none in "một cửa"; "số" before a figure."""
    return (word in SILENT and (before, word) != _ONE_STOP) or (word in _ORDINAL and after.isdigit())


_ONE_STOP = ("mot", "cua")


def written_out(words: Sequence[str]) -> Iterator[Words]:
    """The words as they are, and with each known abbreviation of a unit's word written out."""
    yield tuple(words)
    out: list[str] = []
    for word in words:
        out.extend(_long(word) or (word,))
    if tuple(out) != tuple(words):
        yield tuple(out)
    if sum(map(is_initials, words)) < LEAST:
        return
    joined = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), " ".join(words))
    if joined != " ".join(words):
        yield tuple(joined.split())


@lru_cache(maxsize=4096)
def is_read_otherwise(word: str) -> bool:
    """Whether a word of a name may be left out of what is compared, or stand for others: a link, a short form."""
    passed_over = word in SILENT or word in ARTICLES or word in _ORDINAL
    return passed_over or word in _NUMBERS or _is_letters(word) or bool(_long(word))


def with_figures(words: Sequence[str]) -> Words:
    """What somebody says with figures for numbers ("tổ hai", "đội số bốn")."""
    return tuple(_figure(word, ahead) for ahead, word in zip(("", *words), words, strict=False))


def _in_figures(name: str) -> Iterator[Words]:
    """A name with the numbers in it as people type them: "Bộ phận 1 cửa", "Tổ 2"."""
    figures = TOKEN.sub(lambda word: str(ordinals().get(word[0].lower(), word[0])), name)
    if figures != name:
        yield folded_words(figures)


def _figure(word: str, ahead: str) -> str:
    """A number as a figure; what begins many other words only behind "số" or "thứ"."""
    figure = _NUMBERS.get(word, word)
    return figure if ahead in _ORDINAL or (ahead and word not in _OTHERWISE) else word


def other_number(name: str, said: Sequence[str]) -> bool:
    """Whether words say a numbered name with another number than it has ("khoa ngoại 3" by "Khoa Ngoại 1")."""
    meant, own = (_numbered(words) for words in (tuple(map(folded, said)), folded_words(name)))
    return meant is not None and own is not None and meant[0] == own[0] and meant[1] != own[1]


def _numbered(words: Sequence[str]) -> tuple[Words, str] | None:
    """The words before the first number of a name, and that number."""
    compared = core(with_figures(words))
    at = next((at for at, word in enumerate(compared) if word.isdigit()), None)
    return None if at is None else (compared[:at], compared[at])


_NUMBERS = {word: str(n) for n, word in enumerate(("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"), 1)}
_NUMBERS |= {"tu": "4", "muoi": "10"}
_OTHERWISE = frozenset({"tu", "nam", "sau", "tam"})  # of "tư vấn", "năm nay", "sau đó", "trung tâm"
_ORDINAL = frozenset({"so", "thu"})


@lru_cache(maxsize=4096)
def _is_letters(word: str) -> bool:
    """Whether a word is a few consonants, which can be initials typed apart."""
    return len(word) <= LETTERS and is_initials(word)


def is_initials(word: str) -> bool:
    """Whether a folded word can be no more than first letters, as it has no vowel."""
    return has_no_vowel(word) and not any(map(str.isdecimal, word))


def folded_words(name: str) -> Words:
    """The words of a name without what stands in brackets, as many as are looked at."""
    return tuple(folded(word) for word in TOKEN.findall(re.sub(r"\([^)]*\)?", " ", name)))[: LONGEST + 4]


def _from_inner_head(form: Words) -> Iterator[tuple[Words, int]]:
    """A name from the head inside its head that may stand alone ("Mặt trận" of "Ủy ban Mặt trận Tổ quốc … tỉnh").

    Its level may stand right behind that head ("Mặt trận tỉnh").
    """
    head = next((head for head in unit_heads() if form[: len(head)] == head), ())
    for at in range(1, len(head)):
        complete = (tuple(kind.split()) for kind in unit_words("complete"))
        inner = [kind for kind in complete if len(kind) >= LEAST and form[at : at + len(kind)] == kind]
        yield from [(form[at:], _SHORT)] if inner else []
        yield from ((kind, BEGINNING) for kind in inner)
        yield from (((*kind, *area), _SHORT) for kind in inner for area in AREAS if ends_with(form, area))


def _with_area_letters(form: Words) -> Iterator[Words]:
    """A name with its area in letters ("Công an | xã": "công an x", "ca x"), its committee too ("văn phòng | ubt")."""
    for area in _OF_OFFICES:  # a school, the State and its centre are no area of an office
        if form[-len(area) :] != area:
            continue
        name, letters = form[: -len(area)], "".join(word[0] for word in area)
        owner = next((owner for owner in (_COMMITTEE, ("ubnd",)) if name[-len(owner) :] == owner), ())
        if owner:
            before = name[: -len(owner)]
            yield from ((*before, f"ub{letters}"), (*before, "ub", letters), (*before, "ub", *area))
        elif len(name) > 1:
            yield from ((*short, letters) for short in (name, *_initials(name)))


def _without_owner(form: Words) -> Iterator[Words]:
    """A name without the office that it is of, and its initials ("Ủy ban Kiểm tra | Đảng ủy": "UBKT")."""
    for size in range(LEAST + 1, len(form)):
        if form[size:] in owners():
            yield form[:size]
            yield ("".join(word[0] for word in form[:size]),)


def ends_with(form: Words, area: Words) -> bool:
    """Whether a name says its area last, behind more than a word ("Đoàn Thanh niên | xã", "Thư viện | tỉnh")."""
    return form[-len(area) :] == area and len(form) > len(area) + 1


def without_mask(said: Words) -> Words:
    """A name without the words for anybody, or a post, that it begins with ("Lãnh đạo | Văn phòng Sở").

    Who heads the whole office ("Giám đốc | Bệnh viện", "Giám đốc | Sở") is not all of it.
    """
    for mask in (*_MASKS, *_posts()):
        rest = said[len(mask) :]
        if said[: len(mask)] == mask and len(rest) > 1 and rest not in _houses() and _says_enough(rest):
            return core(rest)
    return said


@cache
def _long(word: str) -> Words:
    """What a short form of a unit's word stands for, folded; also those that only people type."""
    typed = (long for short, long in records("shorthand.tsv") if folded(short) == word)
    return next((tuple(TOKEN.findall(folded(long))) for long in (*expansions(word), *typed)), ())


def _initials(form: Words) -> Iterator[Words]:
    """Short forms: "so thong tin truyen thong" is "so tttt" and "stttt", "van phong bo" no more than "vpb".

    With one word behind the head they have no vowel: "cap", "cat" are words before they are "Công an phường" or "tỉnh".
    """
    head = next(iter(heads_of(form)), None)
    if head is None:
        return
    tail, said = form[len(head) :], "".join(word[0] for word in head)
    letters = "".join(word[0] for word in tail)
    whole = said + letters
    if len(tail) > 1:
        yield (*head, letters)
        yield (*head, *letters)
        yield (whole,)
        yield from [(said, letters)] if is_initials(letters) else []
        yield from _half_short(head, tail)
    elif len(whole) == LETTERS and _is_letters(whole):
        yield (whole,)


def _half_short(head: Words, tail: Words) -> Iterator[Words]:
    """A name with the first words of its field in letters and the last ones in full, or the other way round."""
    letters, said = ["".join(word[0] for word in words) for words in (tail, head)]
    parts = ((letters[:at], letters[at:], at) for at in range(1, len(tail)))
    for first, last, at in parts:
        if len(first) >= LEAST and is_initials(first):
            yield (*head, first, *tail[at:])
            yield (said + first, *tail[at:])
        if len(last) >= LEAST and is_initials(last):
            yield (*head, *tail[:at], last)


def heads_of(form: Words) -> tuple[Words, ...]:
    """The kinds of unit that a name begins with, the longest first."""
    return tuple(head for head in unit_heads() if form[: len(head)] == head and len(form) > len(head))


def _says_enough(beginning: Words) -> bool:
    """Whether the beginning of a name is more than a head, so that it can stand for the name."""
    return beginning in SPECIFIC or beginning not in unit_heads() or " ".join(beginning) in unit_words("complete")


@cache
def owners() -> frozenset[Words]:
    """The offices that stand behind their units, with and without their level."""
    return _with_levels("owner") | _houses()


@cache
def _houses() -> frozenset[Words]:
    """Workplaces that are called so by themselves, with and without their level ("bệnh viện", "bệnh viện tỉnh")."""
    return _with_levels("house")


def _with_levels(kind: str) -> frozenset[Words]:
    return frozenset((*name.split(), *area) for name in unit_words(kind) for area in ((), *AREAS))


@cache
def unit_heads() -> tuple[Words, ...]:
    """Words that units begin with, longest first."""
    found = {tuple(folded(row[1]).split()) for row in records("units.tsv") if row[0] in {"head", "container"}}
    return tuple(sorted(found, key=lambda head: (-len(head), head)))


@cache
def head_letters() -> frozenset[str]:
    """The first letters of what units begin with ("k" of "khoa", "tt" of "trung tâm")."""
    return frozenset("".join(word[0] for word in head) for head in unit_heads())


@cache
def _posts() -> tuple[Words, ...]:
    found = {tuple(folded(row[1]).split()) for row in records("units.tsv") if row[0] == "post"}
    return tuple(sorted(found, key=lambda head: (-len(head), head)))


SPECIFIC = frozenset({("van", "phong"), ("thanh", "tra"), ("cong", "an"), ("tinh", "uy")})
