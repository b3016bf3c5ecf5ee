"""Whether what was found as a unit is one: its words may have other accents, or be no more than a kind of unit."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from knowledge.language.abbreviations import meanings
from knowledge.language.syllables import is_syllable
from knowledge.language.text import canonical, folded, folded_tokens, tokens
from knowledge.questions.cues import Cue
from knowledge.questions.half_words import is_half
from knowledge.questions.lookup import Lookup
from knowledge.questions.plan_around import begins_a_heading
from knowledge.questions.rule_words import HOW_MANY
from knowledge.questions.said import ACTING, NO_NAMES, Said
from knowledge.questions.utterance import Utterance
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import ANY_UNIT
from knowledge.units.name_words import words as unit_words
from knowledge.units.readings import SILENT, SPECIFIC, core


def _is_asked(unit: UnitMention, words: Sequence[str]) -> bool:
    """Whether words ask for a unit and name none ("những đơn vị | nào cùng tham gia")."""
    return folded("".join(words[unit.end : unit.end + 1])) == "nao"


def named_units(units: Sequence[UnitMention], words: Sequence[str]) -> tuple[UnitMention, ...]:
    """Units but those that are asked for, or that only say "each" of the others ("đội 1 với đội 2, mỗi | đội")."""
    bare = [*map(folded, words)]
    alone = (unit for unit in units if unit.end - unit.start == 1)
    each = [unit for unit in alone if not _EACH.isdisjoint(bare[max(unit.start - 1, 0) : unit.start])]
    heads = {bare[unit.start] for unit in units if unit not in each}
    named = (unit for unit in units if unit not in each or bare[unit.start] not in heads)
    return tuple(unit for unit in named if not _is_asked(unit, words))


_EACH = frozenset({"moi", "tung"})


def is_no_unit(unit: UnitMention, said: Said, taken: AbstractSet[int]) -> bool:
    """Whether a unit is only seen in the name of a plan, or in its number ("so ke hoach" is no "Sở Kế hoạch").

    Args:
        taken: positions of the words that belong to the name of a plan.
    """
    words = set(range(unit.start, unit.end))
    around = [cue for cue in said.cues if words <= set(range(cue.start, cue.end))]
    return (
        not taken.isdisjoint(words)
        or any(cue.kinds & NO_NAMES for cue in around)
        or _cuts_a_word(unit, said.cues)
        or is_no_short_form(unit, said.utterance)  # "cả" is no "CA"
        or (is_one_word(unit, said.words) and _is_a_word(unit.start, said, around))
        or is_mere_head(unit, said)
        or _is_a_matter(unit, said)
        or asks_for_one(unit, said.words)
        or _is_a_part(unit, said)
        or is_work(unit, said.words, said.lookup)
        or is_something_else(unit, said.utterance, said.lookup)
    )


def is_its_plans_name(
    unit: UnitMention, words: Sequence[str], taken: AbstractSet[int], title: AbstractSet[str]
) -> bool:
    """Whether a unit right before a plan's place issued the plan: "hội nông dân | vĩnh an" is no "… xã Tân Hưng".

    So it is where only units of other places are called so, and the plan's title says the same.

    Args:
        title: folded words of the title.
    """
    behind = [folded(word) for at, word in enumerate(words[unit.end : unit.end + _PLACE], unit.end) if at in taken]
    said = {folded(word) for word in words[unit.start : unit.end]}
    if unit.end not in taken or not said <= title or behind[0] in unit_words("owner") | unit_words("level"):
        return False
    return not any(_may_be_of(name, unit, behind) for name in unit.printed)


def _may_be_of(name: str, unit: UnitMention, place: Sequence[str]) -> bool:
    """Whether a printed name goes on with no place, with no more than a level, or with this very place."""
    printed = folded_tokens(name)
    at = next((i for i in range(len(printed)) if tuple(printed[i : i + len(unit.words)]) == unit.words), None)
    more = printed[at + len(unit.words) :] if at is not None else []
    begins = bool(more) and more[0] in unit_words("level") | {"cac"}
    return not begins or (len(more) == 1 and more[0] != "cac") or set(more[1:]) & set(place) != set()


_PLACE = 3  # words of a place behind a unit


def _cuts_a_word(unit: UnitMention, cues: Sequence[Cue]) -> bool:
    """Whether the beginning of a name ends inside a word of the plans ("sở giao | thông" is no "Sở Giáo dục")."""
    return any("keep" in cue.kinds and unit.start < cue.start < unit.end < cue.end for cue in cues)


def _is_a_word(at: int, said: Said, around: Sequence[Cue]) -> bool:
    """Whether a lone word that a unit is called by is a word here ("bao nhiêu", "báo cáo", "cả ba kế hoạch").

    One that could be a syllable, typed without accents, has to stand beside a role or an office.
    """
    word = folded(said.words[at])
    behind = said.words[at + 1 : at + 2]
    if any(cue.end - cue.start > 1 for cue in around) or is_half(said.words, at, at + 1, said.lookup.beside):
        return True
    if said.words[at] != word or not is_syllable(word):
        return False
    beside = any(c.kinds & set(ACTING) and c.start <= at + 1 and c.end >= at for c in said.cues)
    return not beside and not set(map(folded, behind)) & unit_words("level")


def _is_a_matter(unit: UnitMention, said: Said) -> bool:
    """Whether words behind "về" that only begin a name, as a kind does, are what rows are about ("về thư viện")."""
    names = {" ".join(folded_tokens(name)) for name in unit.printed} - unit_words("head") - unit_words("container")
    whole = any(name.count(" ") < unit.end - unit.start for name in names)
    capital = folded(said.words[unit.start]) in (said.utterance.capitals or ())
    known = unit.words in SPECIFIC or " ".join(unit.words) in unit_words("complete")
    return said.words[max(unit.start - 1, 0)] in _ABOUT and not (whole or capital or known)


_ABOUT = frozenset({"về", "ve"})


def _is_a_part(unit: UnitMention, said: Said) -> bool:
    """Whether a unit told by what it does, behind a word for a part, is a heading of its plan ("mảng | đào tạo")."""
    bare = [*map(folded, said.words[unit.start : unit.end])]
    led, *named = bare[1:] if bare[0] in _OF else bare  # "bộ phận một cửa" has no "phần"
    return begins_a_heading(led, named, lambda words: said.lookup.tasks.heading_size(words, set(unit.names)))


def is_something_else(unit: UnitMention, utterance: Utterance, lookup: Lookup) -> bool:
    """Whether words that could be a unit's name are others: by their accents, or an office of their own."""
    printed = {word for name in unit.printed for word in tokens(canonical(name))}
    said = utterance.topical[unit.start : unit.end]
    bare = set(map(folded, printed)) - SILENT
    other = [word for word in said if word not in (folded(word), *printed) and folded(word) in bare]
    other += [word for word in said if folded(word) in _LINKS and word not in (folded(word), *_LINKED, *printed)]
    side = unit.loose and folded(said[0]) == "ben" and bool(lookup.plans.calls.office(said[1:]))
    # "thanh tra bọ", "phòng tài chính kê toán", "pháp ché"
    slip = len(other) == 1 and other[0] in said[_head(said) :] and (len(said) > _LONG or not lookup.prints(other[0]))
    return (bool(other) and not slip) or side


_LINKED = ("và", "của", "ở", "tại", "thuộc", "cấp", "các", "những", "mọi", "mỗi", "toàn")
_LINKS = frozenset(map(folded, _LINKED))  # "phòng tài" of "Phòng Tài nguyên" is no "các phòng tại …", "ô" no "ở"
_LONG = 4  # words of a name, of which one with other accents can only be a slip
_HEAD = 2  # words at the beginning of a name that have to have their accents: "sổ y tế" is no slip


def _head(said: Sequence[str]) -> int:
    """How many words have to have their accents: the first alone where the name is said without its head."""
    heads = unit_words("head") | unit_words("container") | unit_words("bare")
    return _HEAD if folded(said[0]) in heads or " ".join(map(folded, said[:_HEAD])) in heads else 1


def is_work(unit: UnitMention, words: Sequence[str], lookup: Lookup) -> bool:
    """Whether the beginning of a unit's name rather says what is done ("điều tra | đàn lợn" is no "Điều tra viên xã").

    Then rows begin so as well, and the next word goes on as they do, and not as the name; or no office is called so.
    """
    said, behind = unit.words, [folded(word) for word in words[unit.end : unit.end + 1]]
    named = {tuple(folded_tokens(name)) for name in unit.printed}
    if any(len(name) <= len(said) or set(behind).intersection(name[len(said) :]) for name in named):
        return False
    office = " ".join(said) in unit_words("container") | unit_words("head")
    goes_on = not office or (bool(behind) and lookup.adjoin(words[unit.end - 1], words[unit.end]))
    return goes_on and lookup.begins_rows(said, tuple(map(folded, unit.printed)))


def is_its_plans_office(unit: UnitMention, words: Sequence[str], lookup: Lookup) -> bool:
    """Whether a unit is the very office of its plan and chairs nothing in it: its tasks are all of the plan."""
    first = unit.start + (folded(words[unit.start]) in _OF)
    if not unit.names.keys() <= lookup.plans.calls.office(words[first : unit.end]):
        return False
    printed = [lookup.tasks.roles.get((plan, name)) for plan, names in unit.names.items() for name in names]
    return all(roles is not None and not roles.lead for roles in printed)


_OF = frozenset({"cua", "ben", "o", "tai", "thuoc"})


def is_mere_head(unit: UnitMention, said: Said) -> bool:
    """Whether only the word for a kind of unit is said ("hai đơn vị"), which is no "Các đơn vị"."""
    kind = " ".join(map(folded, said.words[unit.start : unit.end]))
    return kind in unit_words("bare") - unit_words("complete") and not _are_all_of_it(unit, said)


def _are_all_of_it(unit: UnitMention, said: Said) -> bool:
    """Whether a kind is all the plans print of a collective name, and has a role ("tổ dân phố | phối hợp việc gì").

    Words for units of any kind ask who has the role ("đơn vị phối hợp"), as one that is counted does.
    """
    whole = any(core(folded_tokens(name)) == unit.words for name in unit.printed) and len(unit.words) > 1
    before = folded("".join(said.words[unit.start - 1 : unit.start]))
    acts = any(cue.kinds & _OF_ACTS and 0 <= cue.start - unit.end <= _NEAR for cue in said.cues)
    return whole and acts and not (before in HOW_MANY or before.isdigit() or " ".join(unit.words) in _ANY)


_ANY = frozenset(map(folded, ANY_UNIT))
_NEAR = 2  # words from a unit to its role ("phải", "được giao")
_OF_ACTS = frozenset({*ACTING, "duty", "list"})


def asks_for_one(unit: UnitMention, words: Sequence[str]) -> bool:
    """Whether a unit is asked for by its kind, and none is named ("thuộc đơn vị | nào", "nhung don vi | nao")."""
    kind = names_a_kind(list(map(folded, words[unit.start : unit.end])))
    return kind and _WHICH.issuperset(map(folded, words[unit.end : unit.end + 1] or [""]))


def names_a_kind(said: Sequence[str]) -> bool:
    """Whether folded words are no more than a kind of unit, with what stands before it ("các | đơn vị")."""
    return " ".join(word for word in said if word not in _AHEAD) in unit_words("bare")


_AHEAD = frozenset({"nhung", "cac", "may", "thuoc", "ve", "cua"})
_WHICH = frozenset({"nao", "gi"})


def is_one_word(unit: UnitMention, words: Sequence[str]) -> bool:
    """Whether a unit is told by its first word alone: what stands behind it is an article at most ("ca | các")."""
    return SILENT.issuperset(map(folded, words[unit.start + 1 : unit.end]))


def _begins_with_accents(unit: UnitMention, utterance: Utterance) -> bool:
    """Whether a short form that opens a longer name was typed with accents: "của cả tỉnh" is of no "CA tỉnh"."""
    said = utterance.topical[unit.start : unit.end]
    first = next((word for word in said if folded(word) not in SILENT), said[0])
    plain = first.replace("đ", "d") == folded(first)
    printed = {word for name in unit.printed for word in folded_tokens(name)}
    return not plain and folded(first) not in printed and bool(meanings(folded(first)))


def is_no_short_form(unit: UnitMention, utterance: Utterance) -> bool:
    """Whether a lone word was typed with accents that are not the unit's: short forms have none but "đ".

    An article behind it is none of its own ("tất | cả các | phòng" is no "CA").
    """
    if not is_one_word(unit, utterance.words):
        return _begins_with_accents(unit, utterance)
    typed, word = utterance.topical[unit.start], utterance.words[unit.start]
    return typed != word or (unit.words != (folded(word),) and word.replace("đ", "d") != folded(word))
