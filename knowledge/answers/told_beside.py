"""The words of a question for a list that are no topic, by what they stand beside rather than by which they are.

They tell what somebody is gone to do, go on with the name of the unit that is asked about, or name the office whose
plan it is. A list is of the same rows without them.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.answers.ask import Ask
from knowledge.answers.list_words import names_of
from knowledge.language.text import canonical, folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.rule_words import DROP, EXCEPT
from knowledge.search.words import terms
from knowledge.units.mentions import UnitMention, unit_like


def told_beside(ask: Ask, loose: Sequence[str]) -> set[int]:
    """The places of such words among those that are left over."""
    said = _of_an_errand(ask) | _of_its_own_name(ask)
    told = {at for at, word in enumerate(loose) if folded(word) in said}
    return told | _of_its_office(ask, loose) | _calling_it_again(ask, loose)


def _of_an_errand(ask: Ask) -> set[str]:
    """What somebody is said to be gone or about to do ("sếp đi | họp, nhờ em …"), unless the plans have it so.

    It ends its clause: in "Công an xã đi kiểm tra những gì" it is what is asked for.
    """
    errands = (folded(match["errand"]).split() for match in _ERRAND.finditer(ask.said))
    return {word for words in errands if ask.lookup.beside(*words[:2]) is None for word in words[1:]}


def told_around(ask: Ask, left: Sequence[str]) -> set[str]:
    """The folded words of sentences before the one that asks, and of clauses beside it that no plan has a word of.

    As in "chữ nhỏ xíu coi hổng nổi. Có việc nào …", "… chủ trì việc nào, chép vô đây dùm", "tổng hợp giùm: …": they
    narrow nothing.
    """
    *told, asked = _SENTENCE.split(ask.said.strip())
    found = {word for said in told for word in terms(folded(said))} if _ASKS.search(folded(asked)) else set()
    for clause in _CLAUSE.split(asked):
        bare = set(terms(folded(clause)))
        mine = [word for word in left if folded(word) in bare]
        known = any(ask.lookup.prints(word) or (word == folded(word) and ask.lookup.weight(word)) for word in mine)
        narrows = _NARROWS[clause != folded(clause)].search(canonical(clause))
        found |= set() if known or narrows or _ASKS.search(folded(clause)) else bare
    ordered = _ORDER.match(folded(ask.said.strip()))
    found |= set(terms(ordered["order"])) if ordered and not _ASKS.search(ordered["order"]) else set()
    asking = {word for clause in _CLAUSE.split(asked) if _ASKS.search(folded(clause)) for word in terms(folded(clause))}
    return found - asking


_ORDER = re.compile(  # what one is told to do with the answer ("tổng hợp giùm: …")
    r"(?P<order>[^:,.;?]{1,40}?\b(?:gium|giup|dum|ho|cho (?:em|anh|chi|toi|minh|tui|sep|co|chu|bac)|voi|nhe|nha))\s*:\s"
)
_SENTENCE = re.compile(r"(?<=[^\W\d]{2})[.!?…]+\s+(?=\w)")
_CLAUSE = re.compile(r"[,;:]\s+|\s[-–]\s")
_ASKS = re.compile(r"\b(?:nao|gi|may|bao nhieu|liet ke|danh sach|nhung|cac)\b")
_NARROWS = either_way(rf"(?<!\S)(?:{EXCEPT}|{DROP}|không|đừng|khỏi|chỉ|riêng|về|của|do)(?!\S)")
_ERRAND = re.compile(r"(?<!\S)(?P<errand>(?:đi|di|bận|ban)(?: [^\s,.;:?]+){1,3})[,.;:]", re.IGNORECASE)


def _of_its_own_name(ask: Ask) -> set[str]:
    """The words that go on with the name of the one unit asked, as it is printed ("bộ phận một cửa … | trung tâm")."""
    if len(ask.query.units) != 1:
        return set()
    (unit,) = ask.query.units
    return {word for name in unit.printed for word in terms(folded(name))} - set(unit.words)


def _calling_it_again(ask: Ask, loose: Sequence[str]) -> set[int]:
    """The words that call a unit once more by the kind that its name begins with ("… thì | Trung tâm | phải …").

    They stand alone: with a word beside them they are of a matter ("phòng cháy", "giá phòng"), as those are that only
    look so without their accents ("số", of a "sở").
    """
    kinds = {kind for unit in ask.query.units for kind in _kinds_of(unit, typed=ask.said != folded(ask.said))}
    starts = ((at, len(kind)) for kind in kinds for at in range(len(loose)) if _stands_alone(ask, loose, at, kind))
    return {i for at, size in starts for i in range(at, at + size)}


def _kinds_of(unit: UnitMention, *, typed: bool) -> Iterator[tuple[str, ...]]:
    """What the printed names of a unit begin with, without accents where a question has none."""
    size = unit_like(unit.words)
    heads = {tuple(canonical(name).split()[:size]) for name in unit.printed} if size else set[tuple[str, ...]]()
    yield from (head if typed else tuple(map(folded, head)) for head in heads)


def _stands_alone(ask: Ask, loose: Sequence[str], at: int, kind: tuple[str, ...]) -> bool:
    """Whether the kind of a unit is left over there, and behind no name and beside no other word that is."""
    size, said = len(kind), ask.query.words
    if (*loose[at : at + size],) != kind:
        return False
    named = {i for unit in ask.query.units for i in range(unit.start, unit.end)}
    others = {*loose[:at], *loose[at + size :]}
    firsts = (i for i in range(len(said)) if said[i : i + size] == kind and i not in named)
    return any(others.isdisjoint((*said[max(i - 1, 0) : i], *said[i + size : i + size + 1])) for i in firsts)


def _of_its_office(ask: Ask, loose: Sequence[str]) -> set[int]:
    """The words that call the office whose plans are asked: it has all their rows ("phối hợp với | Sở Xây dựng")."""
    spans = ((at, end) for at in range(len(loose)) for end in range(len(loose), at + 1, -1))
    office, plans = ask.lookup.plans.calls.office, set(names_of(ask)) or set(ask.plans)
    named = ((at, end) for at, end in spans if plans <= office(loose[at:end]))
    return {i for at, end in named for i in range(at, end)}
