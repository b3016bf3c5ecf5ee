"""Slips inside names of units: "phong kihn te" is the unit that stands there with one word of the plans put right.

"Với" is said for the "và" of a name. Any other word is a slip only where neither plans nor questions know it and the
words around it name a unit with it put right.
"""

from dataclasses import replace
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.lookup import Lookup
from knowledge.questions.utterance import Utterance
from knowledge.units.readings import TOKEN

_SHORTEST = 3  # letters of a word that is mended


def with_units_mended(utterance: Utterance, lookup: Lookup) -> Utterance:
    """The words of a question, those put right that are a slip in a unit's name."""
    for at, word in enumerate(utterance.words):
        if folded(word) == "voi" and _joins_one_name(utterance.words, at, lookup):
            utterance = _with(utterance, at, "và")
        if len(word) < _SHORTEST or lookup.knows(word) or not word.isalpha():
            continue
        meant = _meant(utterance.words, at, lookup)
        if meant:
            utterance = _with(utterance, at, meant)
    return utterance


def _joins_one_name(words: tuple[str, ...], at: int, lookup: Lookup) -> bool:
    """Whether "với" stands for the "và" of one name ("Sở Kế hoạch với Đầu tư"), and joins no two units.

    It joins words of what the unit does: right behind its first word it compares ("so với kế hoạch tỉnh"). A unit whose
    names have no "và", and do not have the words around it side by side ("Tổ chức - Hành chính"), is joined to
    something else ("kinh phí của Hội Phụ nữ với của Chi cục").
    """
    said = (*words[:at], "và", *words[at + 1 :])
    inside = [unit for unit in lookup.units.find(said) if unit.start < at - 1 and at < unit.end - 1]
    names = [TOKEN.findall(folded(name)) for unit in inside for name in unit.printed]
    around = (folded(words[at - 1]), folded(words[at + 1])) if inside else ("", "")
    joined = any("va" in name or around in {*pairwise(name)} for name in names)
    return joined and not any(unit.start == at + 1 for unit in lookup.units.find(words))


def _meant(words: tuple[str, ...], at: int, lookup: Lookup) -> str:
    """The one word that makes the name of a unit of what stands around; empty where none or several do."""
    left, right = (words[at - 1] if at else ""), (words[at + 1] if at + 1 < len(words) else "")
    fits = []
    for option in lookup.near(folded(words[at]), folded(left), folded(right)):
        said = (*words[:at], option, *words[at + 1 :])
        if any(unit.start <= at < unit.end and unit.end - unit.start > 1 for unit in lookup.units.find(said)):
            fits.append(option)
    return fits[0] if len(set(fits)) == 1 else ""


def _with(utterance: Utterance, at: int, meant: str) -> Utterance:
    words, topical = list(utterance.words), list(utterance.topical)
    mended = (*utterance.mended, (words[at], meant))
    words[at] = topical[at] = meant
    return replace(utterance, words=tuple(words), topical=tuple(topical), mended=mended)
