"""The words of a text as search sees them, and the only door to pyvi.

Syllables are the unit: two people write the same syllables even where a segmenter would cut them differently. A code or
date is found whole and by its parts ("107/2021/nđ-cp" also as 107, 2021, nđ, cp). What pyvi knows of compounds enters
as the bond of two neighbouring syllables: how often it writes them as one word over all the texts. One figure for each
pair serves documents and questions alike, although pyvi cuts "số hóa" in one sentence and not in the next.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from knowledge.language.abbreviations import expansions
from knowledge.language.text import tokens

_MARK = re.compile(r"\W+")
_SHORT = re.compile(r"(?<![\w/.–-])[A-ZĐ][A-ZĐ&]+(?![\w&]|[/–-]\w)")  # standing alone, not within a code
_ZEROS = re.compile(r"\b0+(?=\d)")

Pair = tuple[str, str]


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")  # "50 m²" of a plan is "50 m2" of a question


def terms(text: str) -> list[str]:
    """The canonical words of a text in order; a code, date or percentage as its parts and then whole.

    Leading zeros are dropped ("01/6" is "1/6").
    """
    found = tokens(text.translate(_RAISED))
    if "".join(found).isalpha():
        return found
    return [part for token in found for part in ((token,) if token.isalpha() else _parted(token))]


def _parted(token: str) -> list[str]:
    word = _ZEROS.sub("", token)
    parts = [part for part in _MARK.split(word) if part]
    return parts if [word] == parts else [*parts, word]


def spelled_out(text: str, glossary: Mapping[str, str]) -> str:
    """The text with each abbreviation followed by what it stands for, so that either finds it.

    Args:
        text: as printed; only abbreviations in capitals are meant, and not those within a code.
        glossary: the document's own; what it does not explain is spelled out where only one meaning is known.
    """
    if not _SHORT.search(text):
        return text
    return _SHORT.sub(lambda found: " ".join((found[0], *_meaning(found[0], glossary))), text)


def _meaning(short: str, glossary: Mapping[str, str]) -> tuple[str, ...]:
    if short in glossary:
        return (glossary[short],)
    known = expansions(short)
    return known if len(known) == 1 else ()


def is_code(term: str) -> bool:
    """Whether a term is a code, date or percentage whole, that is, one whose parts are terms as well."""
    return bool(_MARK.search(term))


def bonds(texts: Iterable[str]) -> dict[Pair, float]:
    """How much two neighbouring syllables are one word: the share of their occurrences that pyvi joins, above 0."""
    joined: Counter[Pair] = Counter()
    seen: Counter[Pair] = Counter()
    for text in texts:
        seen.update(pairwise(tokens(text)))
        joined.update(_joined(text))
    return {pair: min(1.0, count / seen[pair]) for pair, count in joined.items() if pair in seen}


@lru_cache(maxsize=20_000)  # a reload brings most texts again, and reading one takes pyvi half a millisecond
def _joined(text: str) -> tuple[Pair, ...]:
    """The neighbours that pyvi writes as one word."""
    from pyvi import ViTokenizer  # noqa: PLC0415 - its import costs a second and 130 MB; a loaded index needs it not

    words = (tokens(word.replace("_", " ")) for word in ViTokenizer.tokenize(text).split() if "_" in word)
    return tuple(pair for word in words for pair in pairwise(word))
