"""The documents that a plan goes by, as they are asked for: "căn cứ nghị quyết nào của Chính phủ".

Whose document it is and what it is about name no plan, and neither does the word for it ("theo kế hoạch số mấy của
tỉnh").
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from knowledge.language.abbreviations import shortened
from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import folded
from knowledge.questions.cues import Cue
from knowledge.questions.rule_words import GROUNDS, HOW_MANY, JOINS

_KINDS = tuple(folded(GROUNDS).split("|"))
_SHORT = {
    folded(short): kind
    for kind in _KINDS
    for short in shortened(kind)
    if has_no_vowel(folded(short))  # "ĐA" is rather "đã"
}
_WORDS = frozenset((*_SHORT, *(word for kind in _KINDS for word in kind.split())))
_WHICH = frozenset({"so", "nao", "gi"}) | HOW_MANY
_OFFICE = 3  # words for an office behind "của"


def documents_asked(cues: Iterable[Cue], words: Sequence[str], breaks: Collection[int]) -> frozenset[int]:
    """The positions of the words that ask for such documents, with those for whose they are.

    Args:
        breaks: positions of the words behind a sign.
    """
    bare = list(map(folded, words))
    asked = [cue for cue in cues if "basis" in cue.kinds and not _WORDS.isdisjoint(bare[cue.start : cue.end])]
    return frozenset(i for cue in asked for i in range(cue.start, _end(bare, cue.end, breaks)))


def _end(bare: Sequence[str], at: int, breaks: Collection[int]) -> int:
    """Where the documents end that are asked for from a place on: behind whose they are, and others joined to them.

    What one is about ("… về kế hoạch năm 2022") ends where the clause does.
    """
    while at < len(bare) and at not in breaks:
        behind = at
        if bare[at] == "cua":
            near = range(at + 1, min(at + 1 + _OFFICE, len(bare)))
            behind = next((i for i in near if bare[i] in JOINS or i in breaks), near.stop)
        elif bare[at] == "ve":
            behind = next((i for i in range(at, len(bare)) if i in breaks), len(bare))
        elif bare[at] in JOINS:
            others = next((i for i in range(at + 1, len(bare)) if bare[i] not in _WORDS | _WHICH), len(bare))
            behind = others if not _WHICH.isdisjoint(bare[at + 1 : others]) else at
        if behind == at:
            break
        at = behind
    return at


def kinds_asked(words: Sequence[str]) -> Iterator[str]:
    """The folded kinds of documents among some words."""
    said = " ".join(_SHORT.get(word, word) for word in map(folded, words))
    yield from (kind for kind in _KINDS if f" {kind} " in f" {said} ")
