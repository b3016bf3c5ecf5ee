"""What the plans, the tables and the words of questions tell of a short form: the words that it can only stand for."""

from collections.abc import Callable

from knowledge.language.abbreviations import meanings, parted_by_sign
from knowledge.language.syllables import is_syllable
from knowledge.language.text import canonical, folded
from knowledge.questions.chat_shorts import asked_in_full
from knowledge.search.accents import Accents
from knowledge.search.index import Index


class ShortWords:
    """The short forms of one snapshot."""

    def __init__(self, index: Index, accents: Callable[[], Accents], adjoin: Callable[[str, str], bool]) -> None:
        """What some plans tell.

        Args:
            accents: how the words of the plans are written; asked for where something is short.
            adjoin: whether two words stand side by side in any document.
        """
        self._index = index
        self._accents = accents
        self._adjoin = adjoin

    def in_full(self, word: str) -> tuple[str, ...]:
        """The two words, with their accents, that an unknown one of a chat can only be short for; else none."""
        bare = _bare(word)
        if is_syllable(bare):
            return ()
        if len(known := parted_by_sign(word)) > 1:
            return known
        pair = asked_in_full(bare) or self._index.only_pair(bare)
        return self._accents().restored(pair) if pair else ()

    def guesses(self, word: str) -> bool:
        """Whether what a word is short for is guessed by what the plans have, and nothing that questions ask with."""
        return len(parted_by_sign(word)) == 1 and not asked_in_full(_bare(word))

    def ended(self, left: str, letters: str) -> str:
        """The one word, with its accents, that begins with some letters and is one with the word before; else none.

        A short form goes before, where what it stands for has that word before it.
        """
        longs = (canonical(long).split()[0] for long in meanings(letters))
        if not left.isalpha() or any(self._adjoin(left, long) for long in longs):
            return ""
        end = self._index.begun_behind(folded(left), folded(letters))
        return self._accents().restored((folded(left), end))[1] if end else ""


def _bare(word: str) -> str:
    return folded(word).replace("/", ".")
