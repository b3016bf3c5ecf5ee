"""Which names of units and offices mean the same one, and which units a collective name holds.

Offices are named with and without "tỉnh", spelled out or short ("UBND tỉnh", "Ủy ban nhân dân tỉnh"). What collective
names hold is data (`knowledge/data/groups.tsv`) that an office can amend.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from knowledge.data import records
from knowledge.language.text import folded
from knowledge.units import name_words as unit_words
from knowledge.units.keys import is_group, unit_key

_LEVEL = re.compile(r"\b(?:tinh|thanh pho|tp)\b\.?")
_OWNER = re.compile(r"\b(?:trực thuộc|thuộc|của)\b.*", re.IGNORECASE)  # "… thuộc Sở" says whose they are, not who
_LONG = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"))


@lru_cache(maxsize=16384)
def without_post(name: str) -> str:
    """The unit behind a person's post ("Chánh Văn phòng Sở" → "Văn phòng Sở"); the name itself where it is none."""
    bare = folded(name)
    post = max((p for p in unit_words.words("post") if bare.startswith(f"{p} ")), key=len, default="")
    return " ".join(name.split()[len(post.split()) :])


@lru_cache(maxsize=16384)
def office_key(name: str) -> str:
    """The comparable form of an office's name, without the word for its level ("so xay dung an binh")."""
    key = folded(name)
    for long, short in _LONG:
        key = key.replace(long, short)
    return " ".join(_LEVEL.sub(" ", key).split())


@lru_cache(maxsize=16384)
def same_office(one: str, other: str) -> bool:
    """Whether two names mean one office; a name without its place fits the one with it."""
    short, long = sorted((office_key(one), office_key(other)), key=len)
    return short == long or (short.count(" ") >= 1 and long.startswith(f"{short} "))


@lru_cache(maxsize=16384)
def reaches(group: str, unit: str) -> bool:
    """Whether a collective name ("Các phòng chuyên môn, đơn vị") holds a unit or an office."""
    words = f" {_short(_OWNER.sub('', group)).replace('thi xa', 'thixa')} "
    name = f"{_short(unit)} "
    return any(
        member == "*" or name.startswith(f"{member} ")
        for head, members in _groups().items()
        if f" {head} " in words
        for member in members
    )


def is_room(name: str) -> bool:
    """Whether a unit is a part of an office ("Văn phòng", "Phòng Tổ chức"), not an agency of its own ("Sở Y tế")."""
    head = unit_words.head_of(unit_key(without_post(name)))
    return head is not None and head in unit_words.words("container")


def asks_of(unit: str, issuer: str, office: str) -> bool:
    """Whether a plan of another issuer asks something of an office under this name."""
    if not is_superior(issuer, office):
        return False
    return reaches(unit, office) if is_group(unit) else _is_short_for(unit, office)


_NATIONAL = ("chinh phu", "thu tuong", "bo ", "quoc hoi", "ban chi dao", "van phong chinh phu")
_PROVINCIAL = ("ubnd ", "hdnd ", "tinh uy ", "thanh uy ", "huyen uy ")


def is_superior(issuer: str, own: str) -> bool:
    """Whether an issuer stands above an office: the state, a ministry, or the committee of the same place."""
    key = office_key(issuer)
    if key.startswith(_NATIONAL):
        return True
    place = next((key.removeprefix(head) for head in _PROVINCIAL if key.startswith(head)), "")
    return bool(place) and f" {place}" in office_key(own)


def told_apart(units: Sequence[tuple[str, str]], own: str) -> tuple[str, ...]:
    """The names of some units, each given with its office: with it where another one is called the same."""
    alike = Counter(name for name, _ in units)
    return tuple(
        f"{name} ({office})" if alike[name] > 1 and office and not (own and same_office(office, own)) else name
        for name, office in units
    )


def _is_short_for(unit: str, own: str) -> bool:
    key = office_key(unit)
    return " " in key and f"{office_key(own)} ".startswith(f"{key} ")


def _short(name: str) -> str:
    key = " ".join(re.findall(r"\w+", folded(name)))
    for long, short in _LONG:
        key = key.replace(long, short)
    return key


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for head, member in records("groups.tsv"):
        groups.setdefault(_short(head), []).append(_short(member) or "*")
    return {head: tuple(members) for head, members in groups.items()}
