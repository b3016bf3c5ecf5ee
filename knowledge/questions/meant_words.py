"""The word that one with a slip is meant for: one slip away, and said beside its neighbours in plans or in questions.

A slip that makes no syllable ("việx", "ciá") is mended wherever one word fits far better than any other. What could be
a syllable of its own ("Minh" where plans only have "Bình") may be a name: it is mended only to a word that questions
are asked with, or where its very letters, swapped, stand so beside its neighbours ("đồng nia").
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.language.finger_slips import is_cheap, slip_cost
from knowledge.language.keyboard import decode
from knowledge.language.spelling import respelled
from knowledge.language.syllables import has_no_vowel, is_syllable
from knowledge.language.text import folded
from knowledge.questions.cues import cue_words
from knowledge.search.accents import Accents, beside_in_tables
from knowledge.search.index import Index

_SHORTEST = 3  # letters of a word that is mended
_SURE = 4  # letters from which a possible syllable is mended without a neighbour
_PER_SLIP = 5.0  # how much likelier a word must be beside its neighbours to outweigh a slip (log)
_AHEAD = 1.5  # how much likelier the best has to be than the next (log)
_KEYS_LEFT = 0.2  # what letters of a keyboard that was off cost
_LETTER = 1.0  # what a letter left out, or a key far from the right one, costs where the accents are right
_AGAINST_RULES = 0.5  # what a spelling costs that no syllable has


@lru_cache(maxsize=64)
def cues_of(size: int) -> tuple[str, ...]:
    """The words of the cues that have so many letters."""
    return tuple(word for word in cue_words() if len(word) == size)


def cues_around(bare: str) -> set[str]:
    """The words of the cues at one slip from a folded one."""
    sizes = range(len(bare) - 1, len(bare) + 2)
    return {word for size in sizes for word in cues_of(size) if OSA.distance(bare, word, score_cutoff=1) == 1}


class MeantWords:
    """What plans and questions tell of words with slips."""

    def __init__(
        self,
        index: Index,
        accents: Callable[[], Accents],
        adjoin: Callable[[str, str], bool],
        knows: Callable[[str], bool],
    ) -> None:
        """What is known.

        Args:
            index: the words of the plans.
            accents: how the words of the plans are written.
            adjoin: whether two words stand side by side in any document.
            knows: whether a word is one of the plans or of the questions, accents aside.
        """
        self._around = index.corpus.vocabulary.around
        self._accents = accents
        self._adjoin = adjoin
        self.knows = knows

    def meant(self, typed: str, left: str = "", right: str = "") -> str:
        """The word, canonical, that an unknown one between two others is meant for; empty where none is by far."""
        bare = folded(typed)
        if len(bare) < _SHORTEST or not bare.isalpha():
            return ""
        best: dict[str, tuple[float, str]] = {}
        for word, cost in self._options(typed, left, right):
            score = self.likelihood((left, word, right)) - _PER_SLIP * cost
            best[folded(word)] = max(best.get(folded(word), (score, word)), (score, word))
        ranked = sorted(best.values(), reverse=True)
        ahead = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= _AHEAD)
        return ranked[0][1] if ahead else ""

    def likelihood(self, words: Iterable[str]) -> float:
        """How probably words stand so (log), those left out that nobody knows."""
        return self._accents().likelihood([word for word in words if word and self.knows(word)])

    def beside(self, left: str, right: str) -> bool:
        """Whether plans or tables have two words side by side, accents aside."""
        return bool(left and right) and (self._adjoin(left, right) or beside_in_tables(left, right))

    def is_cheaply_one(self, typed: str) -> bool:
        """Whether a word is another with a letter doubled or two swapped."""
        return any(is_cheap(slip_cost(folded(typed), word) or 1) for word in self._near(folded(typed)))

    def _near(self, bare: str) -> set[str]:
        return cues_around(bare).union(self._around(bare))

    def _options(self, typed: str, left: str, right: str) -> Iterator[tuple[str, float]]:
        """The words that may be meant, with what their slips cost."""
        bare = folded(typed)
        yield from ((word, _KEYS_LEFT) for word in decode(bare) if self.knows(word))
        yield from ((word, _AGAINST_RULES) for word in respelled(typed) if self.knows(word))
        for near in self._near(bare):
            if near == bare or not (is_syllable(near) or self._is_beside(near, left, right)):
                continue  # as typed, letters of a unit, or foreign
            for form in (near,) if typed == bare else self._accents().forms(near) or (near,):
                cost = slip_cost(typed, form)
                if cost is not None and self._fits(bare, near, cost, self._is_beside(near, left, right)):
                    yield form, cost

    def _is_beside(self, word: str, left: str, right: str) -> bool:
        return self.beside(left, word) or self.beside(word, right)

    @staticmethod
    def _fits(bare: str, near: str, cost: float, beside: bool) -> bool:
        """Whether a word may be meant at all, by the letters that are typed and those beside."""
        if len(near) == len(bare) and cost >= _LETTER:
            return False  # a key far from the right one: "krông" is no "không"
        if has_no_vowel(bare):  # "phn" has lost one, "stc" are letters of a unit
            return beside and len(near) > len(bare)
        if not is_syllable(bare):
            return beside or is_cheap(cost)
        if near in cue_words() and not is_cheap(cost):  # "nhứt" is no "như", but "vie" is "việc"
            return beside and cost <= _LETTER and near[0] == bare[0] and len(near) > len(bare)
        if near in cue_words():
            return beside or len(bare) >= _SURE
        return beside and is_cheap(cost) and len(near) == len(bare)
