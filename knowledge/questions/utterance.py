"""What a person typed, as words: Telex and VNI leftovers and slips mended where the plans know better."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Protocol

from rapidfuzz.distance import OSA

from knowledge.deadlines.grains import CALENDAR
from knowledge.deadlines.short_stretches import with_stretches
from knowledge.deadlines.solar_days import with_solar_days
from knowledge.deadlines.spoken_years import with_years
from knowledge.language.keyboard import decode
from knowledge.language.regional import plainly
from knowledge.language.spelling import respelled, with_hats
from knowledge.language.spoken_letters import with_letters
from knowledge.language.spoken_sums import with_sums
from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.boundaries import Mending, NoMending
from knowledge.questions.chat_ends import without_chat
from knowledge.questions.closings import wonders
from knowledge.questions.cues import accented_cue_words, cue_words, everyday_phrases, plain_words
from knowledge.questions.cut_words import cut_at_signs, finished, uncut
from knowledge.questions.meant_words import cues_around, cues_of
from knowledge.questions.short_rows import rows_in_full
from knowledge.questions.speakers import without_initials

# As in knowledge.language.text, but "%" and ":" are words here: "bao nhiêu %", "Sở Xây dựng …: ai …".
_WORD = re.compile(r"\d+(?:[.,]\d+)*%|\w+(?:[/.\-–]\w+)*|%|:")
_BREAK = re.compile(r"[,;.?!…]+(?=\s)|\n|(?<=\s)[-–—]+(?=\s)")
_SUM = re.compile(r"(?<![\w/.,])(\d[\d.,]*)(tr|triệu|trieu|tỷ|tỉ|ty)(?!\w)")  # "30tr" is "30 tr"
_INITIALS = re.compile(r"(?<=\w)\s?&\s?(?=\w)")
_SHORTEST = 4  # letters from which a slip in a word of the question itself is mended


@dataclass(frozen=True, slots=True)
class Utterance:
    """A question's words.

    Args:
        words: canonical, slips mended, to look for cues and names in.
        topical: the same with accents kept that no plan prints: a word with other accents is another word.
        mended: what was typed and what it was taken for.
        capitals: the folded words that begin with a capital, where somebody types accents and capitals; else None.
        doubts: whether it closes with a particle that makes a question of a statement.
        breaks: positions of the words that stand behind a comma or another sign that parts what is said.
        guessed: the folded words that a short form of a chat was written out by and only the plans tell.
    """

    words: tuple[str, ...]
    topical: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    accented: bool = False
    capitals: frozenset[str] | None = None
    doubts: bool = False
    breaks: frozenset[int] = frozenset()
    guessed: frozenset[str] = frozenset()


class Shorts(Protocol):
    """What is known of short forms."""

    def in_full(self, word: str) -> Sequence[str]:
        """The words that an unknown one of a chat is short for."""

    def guesses(self, word: str) -> bool:
        """Whether those are only a guess."""

    def ended(self, left: str, letters: str) -> str:
        """The one word that goes on behind another one with some letters."""


class _NoShorts:
    """Where nothing is known of short forms."""

    def in_full(self, _: str) -> Sequence[str]:
        return ()

    def guesses(self, _: str) -> bool:
        return False

    def ended(self, _left: str, _letters: str) -> str:
        return ""


def read(
    text: str,
    knows: Callable[[str], bool],
    prints: Callable[[str], bool],
    adjoin: Callable[[str, str], bool] = lambda _, __: False,
    shorts: Shorts | None = None,
    mending: Mending | None = None,
) -> Utterance:
    """The words of a typed text.

    Args:
        knows: whether the plans or the questions know a word, accents aside.
        prints: whether the plans know it with its accents; where neither they nor the questions do, the accents are
            a slip and are dropped.
        adjoin: whether the plans have two words side by side.
        shorts: what short forms stand for.
        mending: what slips are meant for.
    """
    shorts, mending = shorts or _NoShorts(), mending or NoMending()
    plain = with_stretches(canonical(_INITIALS.sub("", nfc(text))))
    letters, cut = _letters(plain, knows, prints, shorts, mending)
    spoken = without_chat(without_initials(letters), knows)
    whole = finished(plainly(rows_in_full(spoken, adjoin), prints, adjoin), shorts.ended)
    said, guessed = _put_for(((word, _in_full(word, knows, shorts.in_full)) for word in whole), shorts)
    bare = plain == folded(plain)  # then nothing that a word is put for has accents either
    every = [*with_sums(with_years(with_solar_days(tuple(map(folded, said)) if bare else said)))]
    topical = _meant(every, knows, prints, adjoin, mending)
    words = [_compared(word, knows, prints) for word in topical]
    put_for = ((typed, word) for typed, word in zip(every, words, strict=True) if folded(word) != folded(typed))
    return Utterance(
        tuple(words),
        tuple(topical),
        tuple(put_for),
        accented=not bare,
        capitals=None if bare else _capitals(text),
        doubts=wonders(spoken),
        breaks=_breaks(plain, every),
        guessed=cut | guessed,
    )


def _meant(
    every: Sequence[str],
    knows: Callable[[str], bool],
    prints: Callable[[str], bool],
    adjoin: Callable[[str, str], bool],
    mending: Mending,
) -> list[str]:
    """The words that typed ones are meant for, each by what it stands between."""
    found: list[str] = []
    for typed, behind in zip(every, (*every[1:], ""), strict=False):
        left = _compared(found[-1], knows, prints) if found else ""
        word = (not knows(typed) and mending.meant(typed, left, behind)) or _taken_for(typed, behind, knows, adjoin)
        found.append(_hatted(word, prints) if word != typed or with_hats(word) else word)
    return found


def _compared(word: str, knows: Callable[[str], bool], prints: Callable[[str], bool]) -> str:
    """A word as it is compared: without accents that neither the plans nor the questions have, where they know it."""
    kept = prints(word) or word in accented_cue_words() or (word,) in everyday_phrases()
    return word if kept or word == folded(word) or not knows(word) else folded(word)


def _hatted(word: str, prints: Callable[[str], bool]) -> str:
    """A word that nobody prints with the hat or the horns that it can only have ("nhièu"), else without accents."""
    if prints(word) or word in accented_cue_words():
        return word
    meant = [each for each in with_hats(word) if prints(each) or each in accented_cue_words()]
    return meant[0] if len(meant) == 1 else folded(word)  # "duocj" has a tone, but not the horns of "dược"


def _letters(
    plain: str, knows: Callable[[str], bool], prints: Callable[[str], bool], shorts: Shorts, mending: Mending
) -> tuple[list[str], frozenset[str]]:
    """The words of a canonical text, parted where they should be, and the folded ones that a sign's word is guessed."""
    parted, cut = _put_for(((word, uncut(word, shorts.in_full)) for word in _typed(plain)), shorts)
    spelt = mending.whole([_spelt(_closed(word, knows), knows, prints) for word in parted])
    return [*with_letters(spelt, knows)], cut


def _put_for(typed: Iterable[tuple[str, Sequence[str]]], shorts: Shorts) -> tuple[list[str], frozenset[str]]:
    """The words that typed ones are put for, and the folded ones among them that are guessed by the plans alone."""
    every = [*typed]
    written = ((word, parts) for word, parts in every if len(parts) > 1 and not set(parts) <= set(cut_at_signs(word)))
    guessed = frozenset(folded(part) for word, parts in written if shorts.guesses(word) for part in parts)
    return [part for _, parts in every for part in parts], guessed


def _taken_for(typed: str, behind: str, knows: Callable[[str], bool], adjoin: Callable[[str, str], bool]) -> str:
    """The word that one is typed for, with another one behind it."""
    word, bare, after = _mended(typed, knows), folded(typed), folded(behind)
    return (
        word if word != typed or knows(typed) else _near_time(bare, after) or _near_beside(typed, after, adjoin) or word
    )


def _breaks(plain: str, words: Sequence[str]) -> frozenset[int]:
    """Which words stand behind a sign in the text, however many of what was typed became how many others."""
    parts = [_typed(part) for part in _BREAK.split(plain)]
    if len(parts) == 1:
        return frozenset()
    typed = [folded(word) for part in parts for word in part]
    same = SequenceMatcher(None, typed, [*map(folded, words)], autojunk=False).get_opcodes()
    starts = [at for at in accumulate(map(len, parts[:-1])) if at]
    where = ((at, code) for at in starts for code in same if code[1] <= at < code[2])
    return frozenset(to + min(at - start, max(until - to - 1, 0)) for at, (_, start, _, to, until) in where)


def _capitals(text: str) -> frozenset[str] | None:
    """The words with a capital, without the first, which has one anyway; None where there is none."""
    found = [word for word in _TYPED.findall(nfc(text)) if word[0].isupper()]
    return frozenset(map(folded, found)) if found else None


_TYPED = re.compile(r"[^\W\d_]+")


def _typed(plain: str) -> list[str]:
    """The words as they are typed; what a sign shortens ("P.TCCB", "c.trì") is one."""
    return _WORD.findall(_SUM.sub(r"\1 \2", plain))


def _closed(typed: str, knows: Callable[[str], bool]) -> str:
    """A short form without the hyphens that only some people type: "GD-ĐT" is "GDĐT"."""
    if "-" not in typed and "–" not in typed:
        return typed
    closed = typed.replace("-", "").replace("–", "")
    return closed if closed.isalpha() and not knows(typed) and knows(closed) else typed


def _spelt(typed: str, knows: Callable[[str], bool], prints: Callable[[str], bool]) -> str:
    """A word of the south as it sounds: "dzẽ" is "vẽ", and "dz" is "d" in what plans print so alone ("Dzũng")."""
    if not typed.startswith("dz") or knows(typed):
        return typed
    v, d = f"v{typed[2:]}", f"d{typed[2:]}"
    return d if prints(d) and not prints(v) else v


def _in_full(typed: str, knows: Callable[[str], bool], in_full: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """The words that one of a chat is short for, unless the keyboard's letters make a word of it; else itself."""
    strange = typed.isalpha() and not knows(typed) and not any(map(knows, decode(folded(typed))))
    return (strange and in_full(typed)) or (typed,)


def _mended(typed: str, knows: Callable[[str], bool]) -> str:
    if knows(typed) or not typed.isalnum() or typed.isdigit():
        return typed
    bare = folded(typed)
    if knows(_other_i(typed)) and bare not in plain_words("speaker"):  # "tụi tui" is no "tuy"
        return _other_i(typed)
    spelt = [word for word in respelled(typed) if knows(word)]
    if len(spelt) == 1:
        return spelt[0]
    for keys in (bare, *_swapped(bare)):
        for word in (spelt for made in decode(keys) for spelt in (made, _other_i(made))):  # "quis" is "quí", so "quý"
            if knows(word) and (keys == bare or folded(word) in cue_words()):
                return canonical(word)
    return _near_cue(bare) or typed


def _other_i(typed: str) -> str:
    """The other usual spelling of a word that ends in i or y: "tỉ", "qui" and "tỷ", "quy"."""
    return typed[:-1] + typed[-1].translate(_I_OR_Y)


_I_OR_Y = str.maketrans("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị")


def _swapped(typed: str) -> list[str]:
    """The word with two neighbouring letters swapped, each way."""
    return [typed[:i] + typed[i + 1] + typed[i] + typed[i + 2 :] for i in range(1, len(typed) - 1)]


def _near_beside(typed: str, behind: str, adjoin: Callable[[str, str], bool]) -> str | None:
    """The one word of the cues that a short slip is off and that the plans have before the next word ("pối hợp").

    Accents tell how a syllable ends, so that only a letter may be missing: "hứa xử lý" is no "qua xử lý".
    """
    bare = folded(typed)
    if len(bare) != _SHORTEST - 1 or not bare.isalpha() or not behind:
        return None
    sizes = (len(bare), len(bare) + 1) if bare == typed else (len(bare) + 1,)
    near = [word for size in sizes for word in cues_of(size)
            if OSA.distance(bare, word, score_cutoff=1) == 1 and adjoin(word, behind)]  # fmt: skip
    return near[0] if len(near) == 1 else None


def _near_time(typed: str, behind: str) -> str | None:
    """The word of a calendar that is a slip away, or shortened, before its number ("thag 4", "qúi ii", "thg 4")."""
    numbered = behind.isdigit() or behind in _QUARTERS
    if numbered and typed in _SHORT_MONTHS:
        return "thang"
    near = [word for word in CALENDAR if OSA.distance(typed, word, score_cutoff=1) == 1] if numbered else []
    return near[0] if len(near) == 1 and typed.isalpha() else None


_SHORT_MONTHS = frozenset({"thg", "th"})  # before a number
_QUARTERS = frozenset({"i", "ii", "iii", "iv"})


def _near_cue(typed: str) -> str | None:
    """The one word of the cues that is a slip away."""
    if len(typed) < _SHORTEST or not typed.isalpha():
        return None
    near = cues_around(typed)
    swapped = {word for word in near if sorted(word) == sorted(typed)}
    return next(iter(swapped or near)) if len(swapped or near) == 1 else None
