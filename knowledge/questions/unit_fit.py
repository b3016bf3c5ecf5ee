"""Whether what was found as a unit is one: its words may have other accents, or be no more than a kind of unit."""

from collections.abc import Sequence

from knowledge.language.text import canonical, folded, folded_tokens, tokens
from knowledge.questions.lookup import Lookup
from knowledge.questions.utterance import Utterance
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import words as unit_words
from knowledge.units.readings import SILENT


def is_something_else(unit: UnitMention, utterance: Utterance, lookup: Lookup) -> bool:
    """Whether words that could be a unit's name are others: by their accents, or an office of their own."""
    printed = {word for found in unit.names.values() for name in found for word in tokens(canonical(name))}
    said = utterance.topical[unit.start : unit.end]
    bare = set(map(folded, printed)) - SILENT
    other = [word for word in said if word not in (folded(word), *printed) and folded(word) in bare]
    side = unit.loose and folded(said[0]) == "ben" and bool(lookup.plans.calls.office(said[1:]))
    return bool(other) or side


def is_work(unit: UnitMention, words: Sequence[str], lookup: Lookup) -> bool:
    """Whether the beginning of a unit's name rather says what is done ("điều tra | đàn lợn" is no "Điều tra viên xã").

    Then rows begin so as well, and the next word goes on as they do, and not as the name; or no office is called so.
    """
    said, behind = unit.words, [folded(word) for word in words[unit.end : unit.end + 1]]
    named = {tuple(folded_tokens(name)) for found in unit.names.values() for name in found}
    if any(len(name) <= len(said) or set(behind).intersection(name[len(said) :]) for name in named):
        return False
    office = " ".join(said) in unit_words("container") | unit_words("head")
    goes_on = not office or (bool(behind) and lookup.adjoin(words[unit.end - 1], words[unit.end]))
    return goes_on and lookup.begins_rows(said)


def is_its_plans_office(unit: UnitMention, words: Sequence[str], lookup: Lookup) -> bool:
    """Whether a unit is the very office of its plan and chairs nothing in it: its tasks are all of the plan."""
    first = unit.start + (folded(words[unit.start]) in _OF)
    if not unit.names.keys() <= lookup.plans.calls.office(words[first : unit.end]):
        return False
    printed = [lookup.tasks.roles.get((plan, name)) for plan, names in unit.names.items() for name in names]
    return all(roles is not None and not roles.lead for roles in printed)


_OF = frozenset({"cua", "ben", "o", "tai", "thuoc"})


def is_mere_head(unit: UnitMention, words: Sequence[str]) -> bool:
    """Whether only the word for a kind of unit is said ("hai đơn vị"), which is no "Các đơn vị"."""
    said = " ".join(map(folded, words[unit.start : unit.end]))
    return said in unit_words("bare") and said not in unit_words("complete")


def is_no_short_form(unit: UnitMention, utterance: Utterance) -> bool:
    """Whether a lone word was typed with accents that are not the unit's: short forms have none but "đ".

    An article behind it is none of its own ("tất | cả các | phòng" is no "CA").
    """
    if not SILENT.issuperset(map(folded, utterance.words[unit.start + 1 : unit.end])):
        return False
    typed, word = utterance.topical[unit.start], utterance.words[unit.start]
    return typed != word or (unit.words != (folded(word),) and word.replace("đ", "d") != folded(word))
