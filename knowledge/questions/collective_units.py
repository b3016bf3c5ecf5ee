"""Everybody of a level: "tất cả các phòng", "các sở ngành" are the collective names that the plans print for them.

A word for a level behind "các" or "tất cả" names no single unit and no plan. It is looked for among the collective
names: "các sở ngành" is "Các sở, ban, ngành", "các phòng" is "Các phòng, đơn vị thuộc Sở".
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from knowledge.language.text import folded
from knowledge.questions.rule_words import HOW_MANY
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.name_words import words as name_words

_ARTICLES = frozenset({"cac", "nhung", "moi", "cả", "ca"})
_ALL = frozenset({"tat", "ca", "toan", "bo", "the", "het", "thay"})  # of "tất cả", "toàn bộ", "toàn thể"
_ASKED = frozenset({"nao", "gi", "khac"})  # "các phòng nào" asks
_LONGEST = 5  # words for levels side by side ("sở ban ngành")


def collective_units(
    words: Sequence[str], taken: Collection[int], units: UnitNames, plans: Collection[int]
) -> Iterator[UnitMention]:
    """The collective units that are named by their level.

    Args:
        taken: positions of the words that name a plan or a time.
    """
    bare, end = [folded(word) for word in words], 0
    for at, word in enumerate(bare):
        if at < end or word not in _ARTICLES | {"bo", "the"}:
            continue
        end = _end_of_levels(bare, at + 1, taken)
        if end == at + 1 or (bare[end : end + 1] and bare[end] in _ASKED) or _each(words, at, bare[end:]):
            continue
        names = units.collective(bare[at + 1 : end], plans)
        if names:
            start = next((i for i in range(at, -1, -1) if i == 0 or bare[i - 1] not in _ALL | _ARTICLES), at)
            yield UnitMention(start, end, tuple(bare[at + 1 : end]), names, group=True)


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
