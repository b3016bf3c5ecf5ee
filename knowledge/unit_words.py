"""The words that names of units are made of (`data/units.tsv`), compared without accents and case."""

import re
from functools import cache

from knowledge.data import records
from knowledge.text import folded


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind of `data/units.tsv`, without accents."""
    return frozenset(folded(word) for k, word in records("units.tsv") if k == kind)


def starts_with_head(text: str) -> bool:
    """Whether a text begins like a unit's name."""
    return head_of(folded(text[:60]).strip()) is not None


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
    return re.compile(rf"(?:{'|'.join(re.escape(opening) for opening in longest_first)})(?=[\s,:.]|$)")
