"""Names of columns that are typed with some of their accents only, among words that have theirs ("san phẩm")."""

import unicodedata
from collections.abc import Iterable, Iterator

from knowledge.language.text import folded
from knowledge.questions.rule_words import FIELDS

_NAMES = {
    tuple(map(folded, words)): words
    for words in (tuple(name.split()) for said in FIELDS.values() for name in said.split("|"))
    if len(words) > 1 and all(word.isalpha() for word in words)
}


def fields_in_full(typed: Iterable[str]) -> list[str]:
    """The words, such names with all of their accents."""
    return [*_in_full([*typed])]


def _in_full(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        pair = words[at : at + 2]
        name = _NAMES.get(tuple(map(folded, pair)), ())
        fits = name and all(map(_has_fewer, pair, name))
        yield from name if fits else words[at : at + 1]
        at += len(name) if fits else 1


def _has_fewer(typed: str, full: str) -> bool:
    """Whether a word has only marks that the other one has too."""
    left = iter(unicodedata.normalize("NFD", full))
    return all(mark in left for mark in unicodedata.normalize("NFD", typed))
