"""Slips in the words for the two roles: "pối hợp" is "phối hợp", "chủ trị" and "chủ chì" are "chủ trì".

One of the two words has to stand there as it is; the other has other accents, the sound of the north, or is a slip away
from it and a word that nobody knows.
"""

from dataclasses import replace

from rapidfuzz.distance import OSA

from knowledge.language.text import folded
from knowledge.questions.lookup import Lookup
from knowledge.questions.utterance import Utterance

_ROLES = (("chủ", "trì"), ("phối", "hợp"))


def with_roles_mended(utterance: Utterance, lookup: Lookup) -> Utterance:
    """The words of a question, those put right that are a slip in a role."""
    words, topical, mended = list(utterance.words), list(utterance.topical), list(utterance.mended)
    for at in range(len(words) - 1):
        typed = (topical[at], topical[at + 1])
        role = next((role for role in _ROLES if _is_a_slip(typed, role, lookup)), None)
        if role:
            mended.append((" ".join(typed), " ".join(role)))
            words[at : at + 2] = topical[at : at + 2] = role
    made = replace(utterance, words=tuple(words), topical=tuple(topical), mended=tuple(mended))
    return made if len(mended) > len(utterance.mended) else utterance


def _is_a_slip(typed: tuple[str, str], role: tuple[str, str], lookup: Lookup) -> bool:
    right = [word in (meant, folded(meant)) for word, meant in zip(typed, role, strict=True)]
    if sum(right) != 1:
        return False
    at = right.index(False)
    return _is_near(typed[at], role[at], lookup) or (
        _lacks_a_letter(typed[at], role[at]) and not lookup.adjoin(*typed)  # "phố hợp" is said nowhere
    )


def _lacks_a_letter(word: str, meant: str) -> bool:
    bare, whole = folded(word), folded(meant)
    return len(bare) + 1 == len(whole) and OSA.distance(bare, whole, score_cutoff=1) == 1


def _is_near(word: str, meant: str, lookup: Lookup) -> bool:
    if folded(word) == folded(meant) or word.replace("ch", "tr", 1) == meant:
        return True
    return not lookup.knows(word) and OSA.distance(folded(word), folded(meant), score_cutoff=1) == 1
