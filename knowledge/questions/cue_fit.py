"""Whether a cue that was found is one: a word of it may be half of a word of the plans, or typed with other accents."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from knowledge.language.money import speaks_of_rows
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.cue_uses import OF_A_ROW
from knowledge.questions.cues import Cue, cues_in, everyday_phrases, phrases_of, plain_words, small_words
from knowledge.questions.half_words import BONDED, is_half
from knowledge.questions.lookup import Lookup
from knowledge.questions.negations import BARE
from knowledge.questions.query import FACTS
from knowledge.questions.rule_words import BY, ROW_WORDS
from knowledge.questions.utterance import Utterance
from knowledge.units.mentions import UnitMention, unit_like

WEAK = frozenset({"back", "filler", "again", "who", "tail", "thanks", "light"})
_LISTED = frozenset({"count", "list"})


def whole_words(cues: Iterable[Cue], utterance: Utterance, lookup: Lookup) -> list[Cue]:
    """The cues that are whole words, without a "do" that is half of the word before it ("ban do" of a map)."""
    whole = (cue for cue in cues if not _is_half_of_a_word(cue, utterance, lookup))
    return list(whole) if utterance.accented else [_behind_a_thing(cue, utterance.words, lookup) for cue in whole]


def _behind_a_thing(cue: Cue, words: Sequence[str], lookup: Lookup) -> Cue:
    """A cue without a "do" that is half of the word before it; one that leads up to who does it before a verb keeps it.

    As in "giao trinh | do ai | bien soan", where "ai" alone between two words of the matter would be one of them.
    """
    led = cue.start and cue.end - cue.start > 1 and words[cue.start] == "do"  # "do ai", "độ khi nào"
    half = led and lookup.bond(words[cue.start - 1], words[cue.start]) >= BONDED
    alone = cue.end - cue.start == _PAIR and not all(_says_no_more(word) for word in words[cue.end :])
    return replace(cue, start=cue.start + 1) if half and not alone else cue


def _says_no_more(word: str) -> bool:
    return any(cue.kinds & {"tail", "lead"} for cue in cues_in((word,)))


def _is_half_of_a_word(cue: Cue, utterance: Utterance, lookup: Lookup) -> bool:
    """Whether a single word is rather half of a word of the plans ("làm" in "việc làm", "ra" in "rà soát")."""
    words = utterance.words
    if (folded(words[cue.end - 1]), *map(folded, words[cue.end : cue.end + 1])) in _OF_HELPERS:
        return True  # "chi | phụ nữ"
    if (utterance.accented and _is_another_word(cue, utterance, lookup)) or _says_several(cue, words):
        return True
    if cue.end - cue.start == 2 and cue.kinds <= WEAK:
        first, last = words[cue.start : cue.end]
        ahead = words[max(cue.start - 1, 0) : cue.start] if "back" in cue.kinds else ()
        return max([lookup.bond(first, last), *(lookup.bond(a, first) for a in ahead)]) >= BONDED
    if cue.end - cue.start > 1 or "keep" in cue.kinds:
        listed = not utterance.accented and cue.kinds <= _LISTED
        return listed and (_goes_on(words, cue.start, lookup) or _runs_through(words, cue, lookup))
    if utterance.topical[cue.start] != words[cue.start] and is_syllable(words[cue.start]):
        return True  # other accents were typed: "trồng" is not "trong"
    return is_half(words, cue.start, cue.end, lookup.beside)


def _says_several(cue: Cue, words: Sequence[str]) -> bool:
    """Whether "mấy" behind "hạng" only says that there are several units ("xếp hạng | mấy sở").

    As in "xếp hạng mấy khoa … ai làm"; where any units are ranked by how much they have, ranking them is the question.
    """
    bare = tuple(map(folded, words))
    ranked = bare[cue.end - _PAIR : cue.end] == _RANKED
    if ranked and "nhat" in bare and (_MOST in pairwise(bare) or _ANY.match(" ".join(bare[cue.end :]))):
        return False
    return ranked and bool(unit_like(words[cue.end : cue.end + _PAIR]))


_PAIR = 2
_RANKED = ("hang", "may")
_MOST = ("nhieu", "nhat")
_ANY = re.compile(rf"(?:{folded(BY['unit'])})\b")


def _is_another_word(cue: Cue, utterance: Utterance, lookup: Lookup) -> bool:
    """Whether a cue begins with a word typed without accents that the plans print so behind the word before it.

    As in "trồng | tre": among words that have their accents that is no "trễ".
    """
    typed = utterance.topical[cue.start : cue.end]
    says = cue.start and cue.kinds.isdisjoint(_SAY_LITTLE)
    if not says or typed[0] != folded(typed[0]) or typed[0] not in lookup.accents.forms(typed[0]):
        return False
    before = utterance.topical[cue.start - 1]
    mended = {folded(meant) for _, meant in utterance.mended}
    behind_it = before.isalpha() and typed[0] not in mended and lookup.adjoin(before, typed[0])
    return behind_it and typed not in phrases_of(*cue.kinds)


_SAY_LITTLE = frozenset({"filler", "tail", "opening", "soft", "keep"})
_OF_HELPERS = frozenset({("phu", "nu"), ("phu", "huynh"), ("phu", "trach"), ("phu", "luc")})


def unknown_talk(words: Sequence[str], lookup: Lookup) -> set[int]:
    """The words that are talk and that no plan has ("bệnh viện | chắc | không có gì")."""
    talk = everyday_phrases()
    return {i for i, word in enumerate(words) if (word,) in talk and not lookup.is_known(word)}


def pointing_only(cue: Cue, words: Sequence[str]) -> Cue:
    """A cue whose last word is typed "do" points at nothing, whatever else it says."""
    return replace(cue, kinds=cue.kinds - {"back"}) if words[cue.end - 1] == "do" else cue


def is_idle(cue: Cue, cues: Sequence[Cue], words: Sequence[str]) -> bool:
    """Whether a cue neither counts nor asks beside the others: several things, or counting that is done in a row."""
    return counts_by_hand(cue, cues, words) or are_things(cue, cues, words)


def are_things(cue: Cue, cues: Sequence[Cue], words: Sequence[str]) -> bool:
    """Whether "mấy cái" only says that there are several, where it is asked who, when, what for or what comes out.

    As in "ai sửa mấy cái tủ điện", "mấy cái bảng chỉ đường bao giờ cắm xong"; "ai làm mấy cái" counts.
    """
    if cue.kinds != {"count"} or folded(words[cue.end - 1]) not in _PIECES:
        return False
    ahead = any("who" in other.kinds and other.end <= cue.start for other in cues)
    return ahead or any(_asks_a_field(other, words) and other.start > cue.end for other in cues)


def as_nobody(cue: Cue, cues: Sequence[Cue], words: Sequence[str]) -> Cue:
    """A cue, "ai" behind a denial as a filler where a figure or a field is asked behind it: there it is nobody.

    As in "phản ánh mà không thấy ai trả lời, … xử lý bao nhiêu phần trăm"; "không biết ai …" asks.
    """
    bare = [*map(folded, words[max(cue.start - 2, 0) : cue.start])]
    denied = bare[-2:-1] if bare[-1:] in (["thay"], ["co"]) else bare[-1:]
    if "who" not in cue.kinds or folded(words[cue.end - 1]) != "ai" or BARE.isdisjoint(denied):
        return cue
    asks_on = any(other.start >= cue.end and other.kinds & _ASK_ON for other in cues)
    return replace(cue, kinds=frozenset({"filler"})) if asks_on else cue


_ASK_ON = frozenset({"who", "when", "share"})


def counts_by_hand(cue: Cue, cues: Sequence[Cue], words: Sequence[str]) -> bool:
    """Whether "đếm" is what is done in a row, and no order: something of that row is asked at the end.

    As in "đếm tiền trong kho thì ai làm"; "đếm giúp việc nào …" orders.
    """
    if cue.kinds != {"count"} or folded(" ".join(words[cue.start : cue.end])) not in _BY_HAND:
        return False
    behind = [other for other in cues if other.start >= cue.end]
    asked = min((other.start for other in behind if other.kinds & OF_A_ROW), default=None)
    listed = any(other.kinds & {"list", "count", "table"} for other in behind)
    return asked is not None and not listed and ROW_WORDS.isdisjoint(map(folded, words[cue.end : cue.end + 1]))


_BY_HAND = frozenset({"dem", "dem xem", "kiem dem"})


def as_meant(cue: Cue, words: Sequence[str]) -> Cue:
    """A cue, one that asks nothing as a filler: "ngày nào cũng phải trực" is every day, "ai cũng" everybody.

    "Bao nhieu dong" counts rows where a table or its words are spoken of and no money, and asks for money elsewhere.
    "Ai đứng" asks who has a row where nothing or the row stands behind it: "ai đứng máy" is who stands at one.
    """
    if folded(" ".join(words[cue.start : cue.end])) == "ai dung" and not _of_the_row(words[cue.end : cue.end + 1]):
        return replace(cue, end=cue.end - 1)
    if cue.kinds >= {"count", "budget"} and speaks_of_rows(" ".join(words)):
        return replace(cue, kinds=cue.kinds - {"budget"})
    if "plans" in cue.kinds and _are_searched(cue, words):
        return replace(cue, kinds=frozenset({"all_plans"}))
    of_all = folded("".join(words[cue.end : cue.end + 1])) == "cung"
    every = of_all and bool(cue.kinds & {"who", "when", "list"}) and folded(words[cue.end - 1]) in {"ai", "nao"}
    return replace(cue, kinds=frozenset({"filler"})) if every else cue


def _of_the_row(behind: Sequence[str]) -> bool:
    """Whether what stands right behind a question is nothing, a particle, or a word for any row."""
    small = small_words() | plain_words("closing") | _FOR_A_ROW
    return all(word in small or not word.isalnum() for word in behind)


_FOR_A_ROW = frozenset({"vụ", "vu", "việc", "viec", "cái", "cai", "chuyện", "chuyen", "nhiệm", "nhiem", "mục", "đầu"})


def _are_searched(cue: Cue, words: Sequence[str]) -> bool:
    """Whether the plans are where rows are looked for ("trong các kế hoạch đang có, việc nào …")."""
    asks = not _ASKING.isdisjoint(map(folded, words[cue.start : cue.end]))
    inside = folded("".join(words[max(cue.start - 1, 0) : cue.start])) in _INSIDE
    rows = [word for word in map(folded, words[cue.end : cue.end + 3]) if word not in _PLURALS][:1]
    return not asks and (inside or not ROW_WORDS.isdisjoint(rows))


_INSIDE = frozenset({"trong", "o", "theo", "ca"})
_PLURALS = frozenset({"co", "nhung", "cac", "may"})


def _asks_a_field(cue: Cue, words: Sequence[str]) -> bool:
    """Whether it is asked who or when, what for or what comes out, by a word that asks."""
    said = frozenset(map(folded, words[cue.start : cue.end]))
    return bool(cue.kinds & _OF_ONE and said & _ASKING) or bool(cue.kinds & _OF_ITS_CELLS and said & _ASKING_WHAT)


_OF_ONE, _OF_ITS_CELLS = frozenset({"who", "when", "lead", "coordinate"}), frozenset({"objective", "result"})
_ASKING = frozenset({"ai", "nao", "gio", "h", "bh", "mo", "may"})
_ASKING_WHAT = frozenset({"gi", "chi", "j"})


_PIECES = frozenset({"cai", "con", "chiec", "tam", "to", "bo", "cay", "cuon"})  # in front of things


def _runs_through(words: Sequence[str], cue: Cue, lookup: Lookup) -> bool:
    """Whether words of the plans run through a cue ("bao duong may dong mo van" has no "mấy đồng")."""
    around = words[max(cue.start - 1, 0) : cue.end + 1]
    whole = cue.start > 0 and cue.end < len(words)
    return whole and all(lookup.adjoin(left, right) for left, right in pairwise(around))


def _goes_on(words: Sequence[str], at: int, lookup: Lookup) -> bool:
    """Whether a word goes with the one before it ("sơ" in "hồ sơ nhiệm vụ"), rather than to begin a phrase."""
    return at > 0 and lookup.bond(words[at - 1], words[at]) >= BONDED


def across_plans(words: Sequence[str], taken: AbstractSet[int], cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues, with those between whose words a plan is named ("kinh phí | kế hoạch bảo tàng | bao nhiêu")."""
    kept = [at for at in range(len(words)) if at not in taken]
    if not taken or len(kept) < _PARTS:
        return tuple(cues)
    said = cues_in(tuple(words[at] for at in kept))
    asked = [(cue.kinds, kept[cue.start], kept[cue.end - 1] + 1) for cue in said if cue.kinds & _FACTS]
    parted = [Cue(kinds, start, end) for kinds, start, end in asked if not taken.isdisjoint(range(start, end))]
    rest = (cue for cue in cues if not any(other.start <= cue.start and cue.end <= other.end for other in parted))
    return tuple(sorted((*rest, *parted), key=lambda cue: cue.start))


_PARTS = 2
_FACTS = frozenset({*FACTS, "budget"})  # what is asked of a plan itself


def outside_of_topics(cues: Sequence[Cue], size: int, known: AbstractSet[int]) -> tuple[Cue, ...]:
    """The cues without those fillers of one word that stand between two words of the topic ("thu hoi dat").

    Args:
        size: how many words there are.
        known: positions of words that are units, times or plans.
    """
    strong = {i for cue in cues for i in range(cue.start, cue.end) if not cue.kinds & {"keep", "soft"}}
    content = [i not in known and i not in strong for i in range(size)]
    inside = {i for i in range(1, size - 1) if content[i - 1] and content[i + 1]}
    return tuple(cue for cue in cues if not (cue.kinds <= WEAK and cue.end - cue.start == 1 and cue.start in inside))


def outside_of_names(cues: Sequence[Cue], units: Sequence[UnitMention]) -> tuple[Cue, ...]:
    """The cues but those that are a part of a unit's own name ("Vụ | Hợp tác | quốc tế" coordinates nothing).

    A name that is a cue as a whole, or shares its first word with one ("phòng nào"), stays one.
    """
    inside = {i for unit in units for i in range(unit.start + 1, unit.end)}
    return tuple(cue for cue in cues if not inside.issuperset(range(cue.start, cue.end)))


def as_courtesy(cues: Sequence[Cue], said: Utterance, named: AbstractSet[int]) -> tuple[Cue, ...]:
    """The cues, "giúp" no help where nobody who helps stands before it ("coi | giúp những việc nào Sở A chủ trì").

    Args:
        named: positions of the words of units and plans.
    """
    return tuple(_asking(cue) if _is_courtesy(cue, cues, said, named) else cue for cue in cues)


def _asking(cue: Cue) -> Cue:
    return replace(cue, kinds=(cue.kinds - {"coordinate"}) | {"list"})


def _is_courtesy(cue: Cue, cues: Sequence[Cue], said: Utterance, named: AbstractSet[int]) -> bool:
    words = said.words
    if "coordinate" not in cue.kinds or folded(words[cue.start]) != "giup" or cue.end - cue.start == 1:
        return False
    sign = max((at for at in said.breaks if at < cue.start), default=0)  # "làm ở Sở A, coi | giúp những việc nào"
    ahead = range(sign, cue.start)
    helps = any(at in named or unit_like(words[at : at + 3]) for at in ahead)
    helps = helps or folded("".join(words[cue.start - 1 : cue.start])) in _HAS_TO
    led = any(other.kinds & {"lead", "coordinate"} for other in cues if other.start >= cue.end)
    return not helps and (led or cue.start > 0)


_HAS_TO = frozenset({"phai", "duoc", "can", "se", "con"})
