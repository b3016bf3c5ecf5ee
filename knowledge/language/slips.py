"""Slips of OCR in the names of units, mended against the names that the document itself uses.

"Các phòng ngành vụ" is a slip of "Các phòng nghiệp vụ" where the document prints the latter again and again: the two
differ in one small word that goes with its neighbours nowhere else. Names that differ in a word of their own ("cấp
huyện", "cấp xã"; "Nguyễn Du", "Nguyễn Trãi"; a number) are two names and stay.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from knowledge.data import records
from knowledge.language.text import canonical, folded

_TIMES = 3  # a name is trusted over its neighbour when it is printed at least that many times as often


def trusted(names: Iterable[str]) -> frozenset[str]:
    """The names that are printed at least twice, without those that look like a slip of a more frequent one."""
    count = Counter(names)
    often = {name for name, times in count.items() if times >= 2}
    slips = {
        name
        for name in often
        for other in often
        if count[other] >= _TIMES * count[name] and _is_slip(name, other, often - {name})
    }
    return frozenset(often - slips)


def mend(name: str, known: Collection[str]) -> str:
    """The known name that a name is a slip of, or the name itself."""
    if not known or canonical(name) in {canonical(k) for k in known}:
        return name
    candidates = [k for k in known if _is_slip(name, k, known)]
    if not candidates:
        return name
    best = max(candidates, key=lambda k: fuzz.ratio(canonical(name), canonical(k)))
    return best[:1].lower() + best[1:] if name[:1].islower() else best


def _is_slip(name: str, right: str, known: Collection[str]) -> bool:
    """Whether the two differ in exactly one word, which is misread or a crumb of a word."""
    a, b = canonical(name).split(), canonical(right).split()
    if a == b or len(b) < 2 or not a:
        return False
    if len(a) == len(b):
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        return len(differing) == 1 and _is_misread(a, b, differing[0], name.split(), known)
    if len(a) == len(b) + 1:
        return any([*a[:i], *a[i + 1 :]] == b and _is_crumb(name.split()[i]) for i in range(len(a)))
    return False


def _is_crumb(word: str) -> bool:
    """What is left of a word that was printed twice: "chuyên môn, ng nghiệp vụ"."""
    return len(word) <= 2 and word.isalpha() and word.islower() and folded(word) not in _vocabulary()


def _is_misread(a: Sequence[str], b: Sequence[str], at: int, printed: Sequence[str], known: Collection[str]) -> bool:
    wrong, right = a[at], b[at]
    if any(c.isdigit() for c in wrong + right) or len(right) < 2:
        return False
    if folded(wrong) == folded(right):
        return True
    if printed[at][:1].isupper() and len(a) < 4:
        return False
    return fuzz.ratio(wrong, right) >= 50 and not printed[at][:1].isupper() and not _is_used(a, at, known)


def _is_used(words: Sequence[str], at: int, known: Collection[str]) -> bool:
    """Whether a word goes with one of its neighbours in any name that is known."""
    pairs = {(folded(a), folded(b)) for a, b in zip(words[max(0, at - 1) : at + 2], words[at : at + 2], strict=False)}
    return bool(pairs & (_common_pairs() | {pair for name in known for pair in _pairs(name)}))


def _pairs(name: str) -> set[tuple[str, str]]:
    words = folded(name).split()
    return set(pairwise(words))


@cache
def _common_pairs() -> frozenset[tuple[str, str]]:
    return frozenset(pair for _, name in records("units.tsv") for pair in _pairs(name))


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for _, name in records("units.tsv") for word in folded(name).split())
