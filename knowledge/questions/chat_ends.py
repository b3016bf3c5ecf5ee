"""What people type in chats beside a question and is no word of it: "z mn" at its end, "mng ơi" before or behind it.

Nor is who is called by where they work ("cô văn phòng ơi"): nothing is asked of that office. All is told by its place
and its look, and not by a list: nobody is called so but in front of "ơi", and behind the words that close a question
there is no topic any more. A short form that the plans know, and any word that could be a syllable ("chim cút"), stays
whatever stands around it.
"""

from collections.abc import Callable, Sequence
from functools import cache

from knowledge.language.regional import is_read_as_another
from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import folded
from knowledge.questions.cues import plain_phrases, plain_words

_CALLS = frozenset({"ơi", "oi", "ui", "ời"})
_LETTER = "z"  # that no syllable has
_LETTERS = 3  # of what stands for a few people without a vowel ("mn", "mng")
_LONGEST = 3  # words of what asks ("khi nào", "là bao nhiêu")


def without_chat(words: Sequence[str], knows: Callable[[str], bool]) -> tuple[str, ...]:
    """The words of a question without what is only typed in chats, the particles at its end as syllables.

    Args:
        knows: whether the plans or the questions know a word.
    """
    calls = [at for at, word in enumerate(words) if at > 0 and word in _CALLS]
    called = {i for at in calls for i in range(_called_from(words, at, knows), at + 1)}
    kept = [word for at, word in enumerate(words) if at not in called]
    at = len(kept) - 1
    if tuple(map(folded, kept[-2:])) in _OFFICIALS and len(kept) > 2 and _closes(kept[-3]):
        del kept[-2:]
        at -= 2
    while at > 0:
        if kept[at] == _LETTER or _is_asked(kept, at) or (_stands_for_some(kept[at], knows) and _is_closed(kept[:at])):
            del kept[at]
        elif _LETTER in kept[at] and _is_talk(spelled := _in_syllables(kept[at])):
            kept[at] = spelled
        elif not _is_talk(kept[at]):
            break
        at -= 1
    return tuple(kept)


def _is_asked(words: Sequence[str], at: int) -> bool:
    """Whether the last word is the person who is asked ("… hả | thầy"), and not for whom a thing is done."""
    called = _is_person(words[at]) or words[at] in _CALLED_LAST
    return called and (words[at - 1] == _LETTER or _closes(words[at - 1]))


_CALLED_LAST = frozenset({"bây", "bay", "trời", "troi", "cà", "ad"})  # "nào hả | bây", "vậy | trời"


# who is asked last by what people of offices are called ("… hả | cán bộ")
_OFFICIALS = frozenset({("can", "bo"), ("dong", "chi"), ("chuyen", "vien"), ("lanh", "dao"), ("thu", "truong")})
_LEADS = frozenset({"cho", "voi"})  # "giao cho thầy", "làm với cô"


def _called_from(words: Sequence[str], call: int, knows: Callable[[str], bool]) -> int:
    """Where those begin who are called before "ơi"; behind it where nobody is, so that the call stays a particle.

    Who is called by an office opens the question, or stands behind what closes it.
    """
    if _stands_for_some(words[call - 1], knows):
        return call - 1
    if _is_person(words[call - 1]):
        return call + 1  # "việc trong quý ba anh | ơi" calls by no office
    near = (at for at in range(max(call - _NAMED, 0), call - 1) if _is_person(words[at]))
    return next((at for at in near if at == 0 or _closes(words[at - 1])), call + 1)


_NAMED = 4  # words of who is called, "ơi" left out: "cô văn phòng trường"


def _is_person(word: str) -> bool:
    """Whether a word is somebody in the talk ("cô", "thầy"), with its accents where it has any."""
    return word in _persons()


@cache
def _persons() -> frozenset[str]:
    typed = {"thầy", "bn", *(words[0] for words in plain_phrases("speaker") if len(words) == 1)}
    return frozenset(typed | set(map(folded, typed)))


def _closes(word: str) -> bool:
    """Whether a word closes what was asked, and leads to nobody ("giao | cho thầy")."""
    return _is_talk(word) and folded(word) not in _LEADS


def _stands_for_some(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether an unknown word is too short for a name, and no syllable as it has no vowel."""
    unsaid = 1 < len(word) <= _LETTERS and word.isalpha() and has_no_vowel(folded(word))
    return unsaid and not (knows(word) or is_read_as_another(word))


def _in_syllables(word: str) -> str:
    """A word as chats write it, with the letter that syllables have ("dzậy" is "vậy")."""
    return word.replace("dz", "v").replace("z", "v")


def _is_closed(words: Sequence[str]) -> bool:
    """Whether words end as a question does: with a particle, or with what asks."""
    ends = (tuple(words[-size:]) for size in range(1, _LONGEST + 1))
    return (
        words[-1] == _LETTER
        or _is_talk(_in_syllables(words[-1]))
        or any(end in plain_phrases("asking") for end in ends)
    )


def _is_talk(word: str) -> bool:
    return folded(word) in plain_words("closing") | plain_words("doubt")
