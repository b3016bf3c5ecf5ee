"""Words of a question that are written as a region speaks them, written as plans and questions have them.

"Phòng lào nập" is "phòng nào lập", "chủ chì" "chủ trì". A word is put right only to one that stands so beside its
neighbours in plans or in the tables of questions, where the typed one stands beside neither. One that nobody writes
("nuật") needs little more; one that plans know ("lai", "xong") has to be far less likely there, and a word that asks by
itself ("trưa") stays where it was typed with its accents. Who swaps a sound once swaps it throughout: then the same
swap needs less, as does the name of a place in the speech of the north ("Đồng Lai").
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.language.sounds import Sound, spoken_as
from knowledge.language.text import canonical, folded
from knowledge.questions.cues import accented_cue_words, cue_words
from knowledge.questions.place_initials import Places
from knowledge.questions.rule_words import JOINS
from knowledge.search.accents import Accents, lone_words

_WORD = re.compile(r"\w+(?:[/.\-–]\w+)*")
_SHORTEST = 2  # letters of a word that is put right
_AHEAD = 1.5  # how much likelier the best has to be than the next (log)
_UNWRITTEN, _WRITTEN, _BARE = 2.0, 3.0, 5.0  # how much likelier than a word that nobody writes, or the plans do
_OF_QUESTIONS, _OF_THE_NORTH = 9.5, 6.0  # than a word of questions, and than one of them without accents
_JOINTS = JOINS | {"lan"}  # "Phong Van tai | lan | Van phong" is no "tai nạn"
_UNHEARD_OF = 5.0  # than a word that the plans do not have and the language may ("quạt", "hàn")
_AGAIN = 0.5  # where the same sound was swapped before
_NORTH = frozenset({("l", "n"), ("n", "l")})  # who swaps them does it both ways
_PASSES = 2  # a word beside one that is put right may be told by it


@dataclass(frozen=True, slots=True)
class _Heard:
    """A word between two others, and the one that it may be written for.

    Args:
        gain: how much likelier that one is there (log).
    """

    left: str
    typed: str
    right: str
    meant: str
    sound: Sound
    gain: float


class HeardWords:
    """What plans and questions tell of words that are written as they are spoken."""

    def __init__(self, accents: Callable[[], Accents], places: Callable[[], Places]) -> None:
        """What is known.

        Args:
            accents: how the words of the plans and of the tables are written.
            places: those that the offices of the plans are of.
        """
        self._accents = accents
        self._places = places

    def put_right(self, text: str) -> str:
        """A text with its words as plans and questions have them."""
        found = [*_WORD.finditer(text)]
        typed = [canonical(each[0]) for each in found]
        names = frozenset(word for each, word in zip(found[1:], typed[1:], strict=False) if each[0].istitle())
        words, swapped = self._put_right(typed, names, frozenset())
        for _ in range(_PASSES if swapped else 0):
            words, swapped = self._put_right(words, names, swapped)
        for each, before, word in reversed([*zip(found, typed, words, strict=True)]):
            if word != before:
                meant = word.capitalize() if each[0][0].isupper() else word
                text = f"{text[: each.start()]}{meant}{text[each.end() :]}"
        return text

    def _put_right(
        self, typed: Sequence[str], names: Collection[str], swapped: frozenset[Sound]
    ) -> tuple[list[str], frozenset[Sound]]:
        """The words that typed ones are written for, and the sounds that were put right.

        Args:
            names: the words with a capital inside the text.
            swapped: the sounds that were put right before.
        """
        words: list[str] = []
        for word, right in zip(typed, (*typed[1:], ""), strict=False):
            heard = self._heard(words[-1] if words else "", word, right)
            right_put = heard is not None and self._is_meant(heard, swapped, name=word in names)
            words.append(heard.meant if heard and right_put else word)
            if heard and right_put:
                swapped |= _NORTH if heard.sound in _NORTH else {heard.sound}
        return words, swapped

    def _heard(self, left: str, word: str, right: str) -> _Heard | None:
        """The one word that another may be written for, as it stands between two others; else none."""
        accents = self._accents()
        options = [each for each in spoken_as(word) if accents.writes(each[0])] if len(word) >= _SHORTEST else []
        if not options:
            return None
        here = self._likelihood(left, word, right)
        found = [_Heard(left, word, right, *each, self._likelihood(left, each[0], right) - here) for each in options]
        best, *others = sorted(found, key=lambda each: -each.gain)
        ahead = not others or best.gain - others[0].gain >= _AHEAD
        fits = self._is_beside(left, best.meant, right) or (best.sound in _NORTH and self._is_of_a_place(best))
        return best if ahead and fits else None

    def _is_meant(self, heard: _Heard, swapped: Collection[Sound], *, name: bool) -> bool:
        """Whether the word is so much likelier that it is meant.

        Args:
            name: whether the typed one may be a name, which stays where plans write it.
        """
        beside = self._is_beside(heard.left, heard.typed, heard.right)
        if heard.sound in swapped:
            return heard.gain >= _AGAIN
        if not beside and heard.sound in _NORTH and self._is_of_a_place(heard):
            return True
        if beside or name:
            return False
        return heard.gain >= self._needed(heard)

    def _needed(self, heard: _Heard) -> float:
        """How much likelier the word has to be than the typed one, of which neither neighbour tells that it stays."""
        word, bare = heard.typed, heard.typed == folded(heard.typed)
        alone = word in lone_words()
        if (alone and (not bare or heard.sound[0].startswith("-"))) or (bare and word in _JOINTS):
            return float("inf")
        if alone or word in accented_cue_words() or (bare and word in cue_words()):
            return _OF_THE_NORTH if bare and heard.sound in _NORTH else _OF_QUESTIONS
        if not self._accents().writes(word):
            return _UNWRITTEN if heard.sound in _NORTH else _UNHEARD_OF
        return _BARE if bare else _WRITTEN

    def _is_of_a_place(self, heard: _Heard) -> bool:
        """Whether the word is half of the name of a place with a neighbour ("Đồng | Lai")."""
        names = {pair for _, name in self._places() for pair in pairwise(folded(name).split())}
        left, word, right = map(folded, (heard.left, heard.meant, heard.right))
        return (left, word) in names or (word, right) in names

    def _is_beside(self, left: str, word: str, right: str) -> bool:
        """Whether a word stands so beside a neighbour in plans or tables."""
        together = self._accents().side_by_side
        return bool((left and together(left, word)) or (right and together(word, right)))

    def _likelihood(self, left: str, word: str, right: str) -> float:
        """How probably a word stands between two others (log), those left out that nobody writes."""
        accents = self._accents()
        around = (left if accents.writes(left) else "", word, right if accents.writes(right) else "")
        return accents.likelihood([each for each in around if each])
