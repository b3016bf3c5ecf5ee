"""Everybody of a level: "tất cả các phòng", "các sở ngành" are the collective names that the plans print for them.

A word for a level behind "các" or "tất cả" names no single unit and no plan. It is looked for among the collective
names: "các sở ngành" is "Các sở, ban, ngành", "các phòng" is "Các phòng, đơn vị thuộc Sở". Where the plans print none,
and behind "mỗi" and "từng", it is all the units whose names begin so: no list says which words do ("khoa", "vụ").
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.language.text import canonical, folded, folded_tokens
from knowledge.questions.cues import Cue
from knowledge.questions.half_words import BONDED
from knowledge.questions.rule_words import HOW_MANY, HOW_MUCH, JOINS, WORK
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.name_words import ANY_UNIT
from knowledge.units.name_words import words as name_words
from knowledge.units.readings import core

_ARTICLES = frozenset({"cac", "nhung", "moi", "cả", "ca"})
_TYPED = _ARTICLES | {"các", "những", "mọi", "mỗi"}  # "môi trường", "trường mới" have none
_ALL = frozenset({"tat", "ca", "toan", "bo", "the", "het", "thay"})  # of "tất cả", "toàn bộ", "toàn thể"
_ASKED = (["nao"], ["gi"], ["khac"])  # "các phòng nào" asks
_WHOLE = (["toan", "bo"], ["toan", "the"])
_EXCEPT = (["ngoai"], ["tru"])
_IN = (["trong"], ["thuoc"], ["cua"])
_LONGEST = 5  # words for levels side by side ("sở ban ngành")


@dataclass(frozen=True, slots=True)
class Known:
    """The units of the plans that are asked, and how much two neighbouring words are one word of them."""

    units: UnitNames
    plans: Collection[int]
    bond: Callable[[str, str], float]


def collective_units(
    words: Sequence[str], typed: Sequence[str], taken: Collection[int], known: Known
) -> Iterator[UnitMention]:
    """The collective units that are named by their level.

    Args:
        typed: the words with all accents that were typed.
        taken: positions of the words that name a plan or a time.
    """
    bare, end = [folded(word) for word in words], 0
    for at, word in enumerate(bare):
        few = word == "may" and bare[at - 1 : at] in _EXCEPT  # elsewhere "mấy phòng" counts
        article = word in _ARTICLES and typed[at] in _TYPED
        if at < end or not (few or article or bare[max(at - 1, 0) : at + 1] in _WHOLE):  # "thế | đơn vị" opens
            continue
        if headed := _headed(words, at, taken, known, each=False):
            yield headed
            end = headed.end
            continue
        end = _end_of_levels(bare, at + 1, taken)
        if end == at + 1 or bare[end : end + 1] in _ASKED or _each(words, at, bare[end:]) or _goes_on(bare, end, known):
            continue
        names = known.units.collective(bare[at + 1 : end], known.plans)
        if names:
            start = next((i for i in range(at, -1, -1) if i == 0 or bare[i - 1] not in _ALL | _ARTICLES), at)
            levels, end = tuple(bare[at + 1 : end]), _end_of_house(bare, end, taken)
            yield UnitMention(start, end, levels, names, group=True)
    yield from _some_units(words, taken, known)


def _some_units(words: Sequence[str], taken: Collection[int], known: Known) -> Iterator[UnitMention]:
    """All units of a head behind "mấy" where their rows are asked ("mấy khoa | chủ trì những việc gì").

    Else "mấy" counts them. "Mấy đơn vị" are units of whatever kind, and no more than those that are called so.
    """
    bare = [folded(word) for word in words]
    for at in (at for at, word in enumerate(bare) if word == "may" and bare[at - 1 : at] not in _EXCEPT):
        asks = _WHICH_ROWS.search(" ".join(bare[at + 2 :])) is not None
        unit = _headed(words, at, taken, known, each=True) if asks else None
        kinds = {" ".join(bare[at + 1 : end]) for end in range(at + 2, at + _LONGEST)} & name_words("bare")
        longest = max((len(kind.split()) for kind in kinds), default=0)  # "mấy tổ dân phố" are no "Tổ"
        if unit and longest <= len(unit.words) and " ".join(unit.words) not in _WHATEVER:
            yield _with_their_name(unit, known)


_WHICH_ROWS = re.compile(rf"(?:{folded(WORK)}|vu|muc|lam|lo) (?:gi|nao|chi)\b")


def _with_their_name(unit: UnitMention, known: Known) -> UnitMention:
    """The units of a head with the collective names of all of them ("Các khoa" beside "Khoa A", "Khoa B")."""
    own = {plan: {*names} for plan, names in unit.names.items()}
    for plan, names in known.units.collective(unit.words, known.plans).items():
        begun = {name for name in names if core(folded_tokens(name))[: len(unit.words)] == unit.words}
        own.get(plan, set()).update(begun)
    return replace(unit, names={plan: frozenset(names) for plan, names in own.items()})


def beside_named(
    groups: Iterator[UnitMention], named: Sequence[UnitMention], words: Sequence[str], acts: Callable[[int], bool]
) -> Iterator[UnitMention]:
    """The groups that stand beside units that are named ("Phòng Đào tạo và | các khoa"), all where none is named.

    A group that is left out stands by itself ("ngoài | các phòng trong Sở, ai phối hợp với Văn phòng"), as one with a
    role of its own does ("các huyện | chủ trì, Sở A phối hợp"); "các đơn vị | phối hợp" are asked for.

    Args:
        acts: whether a role stands behind the words up to one.
    """
    bare = [folded(word) for word in words]
    ends, starts = {unit.end for unit in named}, {unit.start for unit in named}
    for group in groups:
        behind = group.start - 1 in ends and bare[group.start - 1] in JOINS
        ahead = bare[group.end : group.end + 1] != [] and bare[group.end] in JOINS and group.end + 1 in starts
        without = bare[group.start - 1 : group.start] in _EXCEPT
        own_role = acts(group.end) and " ".join(group.words) not in _ANY
        yield from [group] if behind or ahead or without or own_role or not named else []


def are_asked_for(unit: UnitMention, cues: Sequence[Cue]) -> bool:
    """Whether units of any kind are said to be who has a role, in one word with it ("các | đơn vị phối hợp")."""
    role = any(cue.kinds & {"lead", "coordinate"} and cue.start < unit.end < cue.end for cue in cues)
    return role and " ".join(core(unit.words)) in _ANY


def are_everybody(unit: UnitMention) -> bool:
    """Whether units of any kind are named, and no level: what "các cơ quan, địa phương" have to do is all there is.

    The rows of a collective name that some row prints are only few of those that the units have under their own names.
    """
    said = " ".join(word for word in core(unit.words) if word not in _ARTICLES | JOINS)
    return unit.group and re.fullmatch(rf"(?:{_KINDS})(?: (?:{_KINDS}|dia phuong))*", said) is not None


def with_each(unit: UnitMention, names: UnitNames, plans: Collection[int]) -> UnitMention:
    """A level that is told by its collective name, with each unit of it beside that: "các phòng" are all of them."""
    level = [word for word in core(unit.words) if word not in _ARTICLES]
    if not unit.group or unit.head:
        return unit
    size = 1 if _end_of_levels(level, 0, ()) == len(level) else len(level)  # "sở, ban, ngành", "trạm y tế"
    each = names.headed(level[:size], plans)
    head = " ".join(min((name for found in each.values() for name in found), default="").split(" ")[:size])
    both = {plan: frozenset().union(*(found.get(plan, ()) for found in (unit.names, each))) for plan in plans}
    return replace(unit, names=both, head=head) if each else unit


_ANY = frozenset(map(folded, ANY_UNIT))
_WHATEVER = _ANY | {"bo phan", "phong ban"}  # of whatever kind
_KINDS = "|".join(sorted(_WHATEVER))


def _end_of_house(bare: Sequence[str], end: int, taken: Collection[int]) -> int:
    """Where a group ends with the office that it is in, which is not named ("các phòng | trong Sở")."""
    inside = bare[end : end + 1] in _IN and end + 1 not in taken
    return end + 2 if inside and " ".join(bare[end + 1 : end + 2]) in name_words("owner") else end


def each_units(words: Sequence[str], taken: Collection[int], known: Known) -> Iterator[UnitMention]:
    """The units of a head behind "mỗi" or "từng" ("việc của từng trạm y tế"): all that begin so."""
    bare = [folded(word) for word in words]
    for at, word in enumerate(bare):
        if word == "tung" or (word == "moi" and _each(words, at, bare[at + 1 :])):
            yield from filter(None, (_headed(words, at, taken, known, each=True),))


def _headed(words: Sequence[str], at: int, taken: Collection[int], known: Known, *, each: bool) -> UnitMention | None:
    """The units that begin with the words behind a word; of all of them where no collective name is printed."""
    bare = [folded(word) for word in words]
    for size in (3, 2, 1):
        end = at + 1 + size
        if end > len(bare) or not set(taken).isdisjoint(range(at, end)) or bare[end : end + 1] in (["nao"], ["gi"]):
            continue
        names = known.units.headed(bare[at + 1 : end], known.plans)
        if (
            names
            and not _goes_on(bare, end, known)
            and (each or not known.units.collective(bare[at + 1 : end], known.plans))
        ):
            printed = min(name for found in names.values() for name in found)
            head = " ".join(printed.split()[:size])
            said, written = words[at + 1 : end], canonical(head).split()
            if any(word not in (folded(word), form) for word, form in zip(said, written, strict=True)):
                continue  # "mỗi khóa" is no "Khoa"
            return UnitMention(at + each, end, tuple(bare[at + 1 : end]), names, group=True, head=head)
    return None


def _goes_on(bare: Sequence[str], end: int, known: Known) -> bool:
    """Whether the last word before a place is half of another one ("các khoa | học", "tất cả bao | nhiêu")."""
    asks = bare[end - 1] == "bao" and not HOW_MUCH.isdisjoint(bare[end : end + 1])
    return asks or (end < len(bare) and known.bond(bare[end - 1], bare[end]) >= BONDED)


def words_for_all(words: Sequence[str], offices: Callable[[Sequence[str]], Collection[int]]) -> frozenset[int]:
    """The positions of words for everybody of a level ("các sở | phải làm gì"), which name no office.

    Args:
        offices: the plans whose office is called so; of several plans "các sở" are the offices.
    """
    bare = [folded(word) for word in words]
    found = ((at, _end_of_levels(bare, at + 1, ())) for at, word in enumerate(bare) if word in _ARTICLES)
    every = (i for at, end in found if end > at + 1 for i in range(at, end))
    return frozenset(i for i in every if len(offices((words[i],))) < _SEVERAL)


_SEVERAL = 2


def _each(words: Sequence[str], at: int, behind: Sequence[str]) -> bool:
    """Whether a word is "mỗi" rather than "mọi": it is counted for each of them ("mỗi phòng mấy việc")."""
    return words[at] == "mỗi" or (words[at] == "moi" and not HOW_MANY.isdisjoint(behind))


def _end_of_levels(bare: Sequence[str], start: int, taken: Collection[int]) -> int:
    """Where the words for levels end that begin at a word."""
    levels = name_words("bare") | name_words("level")
    end = start
    while end < min(len(bare), start + _LONGEST) and end not in taken:
        two = " ".join(bare[end : end + 2]) in levels and end + 1 < len(bare) and end + 1 not in taken
        size = 2 if two else 1 if bare[end] in levels else 0
        if not size:
            break
        end += size
    return end
