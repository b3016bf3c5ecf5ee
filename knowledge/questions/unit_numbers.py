"""The unit with another number than the one talked of: "Xí nghiệp Mạng lưới số 2 chủ trì gì?", "thế còn số 3"."""

import re
from collections.abc import Iterable

from knowledge.language.text import folded, tokens
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import cues_in
from knowledge.units.readings import with_figures

_NUMBER = re.compile(r"\d+")
_SMALL = LITTLE | {"again", "opening"}


def with_numbered_unit(text: str, names: Iterable[str]) -> str:
    """The text with the name that the unit talked of has but for its number, where a turn only goes on with another.

    Args:
        names: the printed names of the units of the turn before.
    """
    words = tuple("còn" if word == "con" else word for word in tokens(text.lower()))
    at = next((at for at, word in enumerate(map(folded, words)) if word == "so"), len(words))
    number = "".join(with_figures(tuple(map(folded, words[at : at + 2])))[1:])
    if not number.isdigit() or not _only_goes_on(words[:at], words[at + 2 :]):
        return text
    called = {name[: found.start()] for name in names if (found := _NUMBER.search(name))}
    return " ".join((*words[:at], f"{called.pop()}{number}", *words[at + 2 :])) if len(called) == 1 else text


def _only_goes_on(ahead: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether the words around say no more than that something else is asked of ("thế còn …", "… thì sao")."""
    cues = [(cue, said) for said in (ahead, behind) for cue in cues_in(said) if cue.kinds <= _SMALL]
    covered = sum(cue.end - cue.start for cue, _ in cues)
    return covered == len(ahead) + len(behind) and any(cue.kinds & {"again", "opening"} for cue, _ in cues)
