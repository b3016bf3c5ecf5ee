"""A name of a unit in the form that is compared, and whether it stands for several units."""

import re
from functools import lru_cache

from knowledge.language.abbreviations import expansions
from knowledge.language.text import folded
from knowledge.units.name_words import words

QUANTIFIERS = ("cac ", "nhung ", "toan the ", "tat ca ", "tat ca cac ", "toan bo ", "cac don vi ")
RELATED = re.compile(r" (?:co |cac )?(?:lien quan|truc thuoc|thuoc)(?: .*)?$")


@lru_cache(maxsize=16384)
def unit_key(name: str) -> str:
    """A comparable form: no accents, no "các", abbreviations written out, no punctuation."""
    bare = re.sub(r"[^\w&]+", " ", folded(name)).strip()
    for opening in QUANTIFIERS:
        bare = bare.removeprefix(opening)
    words = (_written_out(word) for word in bare.split())
    return " ".join(re.sub(r"[^\w]+", " ", " ".join(words)).split())


@lru_cache(maxsize=16384)
def is_group(name: str) -> bool:
    """Whether a name stands for several units ("Các phòng chuyên môn, nghiệp vụ", "UBND cấp huyện")."""
    bare = re.sub(r"\s+", " ", folded(name)).strip()
    if bare.startswith(QUANTIFIERS) or " cac " in f" {bare} ":
        return True
    return (
        is_bare_group(bare)
        or re.search(r"\bcap (?:huyen|xa|so)\b|\b(?:don vi|phong|trung tam).*\bthuoc\b", bare) is not None
    )


def _written_out(word: str) -> str:
    longer = expansions(word)
    return folded(longer[0]) if longer and len(word) > 1 else word


def is_bare_group(bare: str) -> bool:
    """Only common nouns: "sở, ban, ngành", "các phòng"."""
    for opening in QUANTIFIERS:
        bare = bare.removeprefix(opening)
    nouns = [n.strip() for n in re.split(r",| va | - ", bare)]
    return all(n in words("bare") for n in nouns) and bool(nouns)


def is_other_group(bare: str, name: str) -> bool:
    """Whether behind a group of common nouns stands one of a kind of its own ("…, tổ chức chính trị - xã hội")."""
    noun = next((b for b in sorted(words("bare"), key=len, reverse=True) if name.startswith(b + " ")), None)
    return noun is not None and is_bare_group(bare) and len(RELATED.sub("", name)[len(noun) :].split()) >= _OWN_NAME


_OWN_NAME = 3  # words behind a common noun that say of which kind it is
