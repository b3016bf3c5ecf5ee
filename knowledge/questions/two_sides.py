"""Two rows that a question sets beside each other: each by its words, by its number, or as one that was shown before.

"A với B, việc nào hạn trước" joins them, "so với A thì B …" and "A xong sau khi B …" do so in other places; "so với
B thì …" alone has the row that was talked of for its other side, as "cái đó với việc số 5" has. What is compared tells
what they are asked to have in common, or an order in time. Nothing here looks at a row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded, is_accented
from knowledge.questions.in_common import in_common, said_in_common
from knowledge.questions.pointing import pointed
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.questions.rule_words import JOINS
from knowledge.questions.side_ends import without_small
from knowledge.questions.sizes_compared import WHICH, asked_of_sizes, compares_sizes
from knowledge.units.mentions import UnitMention

_COMPARED_WITH = re.compile(r"^(?:(?:the|vay|con|roi|neu|a|thi|nhung) )*(?:(?:so|sanh) )?(?:voi|vs) ")
_NUMBER = re.compile(
    r"\b(?:viec|nhiem vu|dau viec|muc|stt|dong|nv|so thu tu)(?: so| thu)? (\d{1,3}(?:\.\d{1,2})*)(?!\S)"
    r"(?! (?:thang|ngay|tuan|nam|viec))"
)
_SHOWN = re.compile(
    r"\b(?:cai|viec|nhiem vu|muc|noi dung|dong|vu|dot|lop|le|buoi|hoi nghi) (?:do|nay|ay|kia|tren|vua roi)\b"
    r"|\bno\b(?: (?:co|voi|va|thi|xong)\b|$)"
)
_BOTH_SHOWN = re.compile(r"\b(?:hai|2) (?:cai|viec|nhiem vu|dau viec|muc|dong)? ?(?:do|nay|ay|kia|tren)\b")
_SHORTEST = 2  # words of a side
_PAIR = 2

_SOONER = "(?:(?:truoc|sau)(?: (?:nhat|tien|het|cung|chot))?|cuoi cung|dau tien|(?:som|muon|tre|gap|cham) (?:hon|nhat))"
_COMES = (
    "(?:han|xong|hoan thanh|lam|thuc hien|trien khai|to chuc|dien ra|mo|nop|ban hanh|trinh|(?:den|toi|het) han"
    "|nao (?:toi|den))"
)
_NO_TIME = r"(?! (?:ngay (?:\d|mung|ram|nao|may)|thang|quy|nam|mua|tet|le|lu|bao|dip|khi|\d))"  # no "trước hay sau lễ"
_ORDERED = re.compile(
    rf"\b{_COMES} {_SOONER}(?: (?:a|vay|nhi|the|ha|nhe|ta|hen|rua))*$"
    r"|\b(?:xong|lam|hoan thanh|han|dien ra)(?: \w+){0,2}? (?:truoc|sau) khi\b"
    r"|\b(?:som|muon|tre|cham) hon\b(?: (?:han|tien do))?(?: (?:a|khong|k|ko|hong|chu|dung|phai|ha|vay|nhi))*$"
)
_EITHER = re.compile(rf"\b(?:truoc hay (?:la )?sau|sau hay (?:la )?truoc)\b{_NO_TIME}")
_ASKS_WHICH = re.compile(rf"\b(?:{WHICH}|ai)\b")
_BEFORE = re.compile(rf"\b{_SOONER}\b(?! (?:ngay|thang|quy|nam|khi|\d))")
_ASIDE = re.compile(
    r"\b(?:hon|chung|cung|truoc hay sau|sau hay truoc|(?:chenh|lech|kem)(?: nhau)?(?= (?:bao nhieu|may|bn)\b))\b"
)
_EACH = re.compile(r"\b(?:tung|moi) (?:viec|cai|nhiem vu|ben|dau viec)\b|\blan luot\b")
_BOTH = (Intent.LEAD, Intent.DEADLINE)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two rows: the words of its topic, its printed number, or where it stands in what was shown.

    Args:
        place: 1 is the first that was shown, -1 the last; 0 where it was not shown.
        unit: whose row it has to be, where that was said.
    """

    words: tuple[str, ...] = ()
    number: str = ""
    place: int = 0
    unit: UnitMention | None = None


def compared_fields(query: Query) -> tuple[Intent, ...]:
    """The fields that two rows are compared by; none where nothing is compared."""
    if names := sets_beside(query):
        return names
    if compares_rows(query) and not (query.scope.several or query.scope.absent):
        return fields_named(query) or ((Intent.TARGET,) if Intent.TARGET in query.asks else _BOTH)
    return ()


def sets_beside(query: Query) -> tuple[Intent, ...]:
    """The fields by which the words themselves set two beside each other ("cái nào sớm hơn", "chung một phòng à")."""
    said = folded(" ".join(query.words))
    either = _EITHER.search(said) and without_small(query.topic)
    if either or _ORDERED.search(said) or _asks_which_is_sooner(query, said):
        return (Intent.DEADLINE,)
    if compares_sizes(query.words):
        return (Intent.RESULT,)
    if alike := in_common(said):
        return tuple(dict.fromkeys((*_named_beside(query, alike), alike)))
    return ()


def _asks_which_is_sooner(query: Query, said: str) -> bool:
    """Whether "trước" orders two rows ("A hay B cái nào trước"); behind one thing it begins its time ("trước lũ")."""
    which = _ASKS_WHICH.search(said)
    ends = [said.count(" ", 0, found.end()) + 1 for found in _BEFORE.finditer(said, which.end())] if which else []
    size = len(query.words)
    joined = which and not JOINS.isdisjoint(said[: which.start()].split())
    return any(joined or not JOINS.isdisjoint(said.split()[end:]) or not _topic(query, end, size) for end in ends)


def _named_beside(query: Query, alike: Intent) -> tuple[Intent, ...]:
    """What is asked of each beside what they have in common ("hai cái đó ai làm, cùng hạn không")."""
    asked = any("who" in cue.kinds and folded(query.words[cue.start]) == "ai" for cue in query.cues)
    return (Intent.LEAD,) if asked and alike is Intent.DEADLINE else ()


def fields_named(query: Query) -> tuple[Intent, ...]:
    """The fields that are asked of a row; a figure is none that two rows are set beside each other by."""
    return tuple(name for name in query.asks if name in FIELDS and name is not Intent.TARGET)


def compares_rows(query: Query) -> bool:
    """Whether words compare, or ask of each."""
    each = _EACH.search(folded(" ".join(query.words)))
    return bool(each) or any("compare" in cue.kinds for cue in query.cues) or _measures_with(query.words)


def _measures_with(words: Sequence[str]) -> bool:
    """Whether "so … với …" sets two beside each other; without accents only what two have is measured so ("so han")."""
    bare, typed = list(map(folded, words)), is_accented(words)
    starts = (at for at, word in enumerate(words[:-1]) if word == "so" and (typed or bare[at + 1] in _HAVE))
    return any(not JOINS.isdisjoint(bare[at + 2 :]) and bare[at + 1] not in _OTHER_SO for at in starts)


_HAVE = frozenset({"han", "thoi", "tien", "kinh", "ngay"})  # "thời hạn", "kinh phí"
_OTHER_SO = JOINS | {"bi", "sanh", "tai"}  # "so với" says it by itself


def two_sides(query: Query) -> Iterator[tuple[Side, Side]]:
    """The ways to take a question for one of two rows, each of them told by words or by its number."""
    yield from _of_two_units(query)
    for start, end in _cuts(query.words):
        size = len(query.words)
        first, second = _side(query, 0, start), _side(query, end, size)
        of_plan = _names_a_plan(query, first, 0, start) or _names_a_plan(query, second, end, size)
        if first and second and first != second and not of_plan:
            yield first, second


def _names_a_plan(query: Query, side: Side | None, start: int, end: int) -> bool:
    """Whether a side names no more than another plan, and its figure ("… so với | chỉ tiêu của tỉnh năm 2024")."""
    if not (query.scope.several and side and side.words):
        return False
    figure = {i for cue in query.cues if cue.kinds & {"objective", "share"} for i in range(cue.start, cue.end)}
    topic = {i for s in query.spans if s.kind == "topic" for i in range(s.start, s.end) if start <= i < end}
    return all(query.words[i].isdigit() or folded(query.words[i]) == "nam" for i in topic - figure)


def _of_two_units(query: Query) -> Iterator[tuple[Side, Side]]:
    """One matter of two units that are joined before it ("Chi nhánh A với Chi nhánh B, việc cấp giấy mỗi bên …")."""
    if len(query.units) != _PAIR:
        return
    one, other = query.units
    between = [folded(word) for word in query.words[one.end : other.start]]
    matter = _topic(query, other.end, len(query.words))
    if len(between) == 1 and between[0] in JOINS and len(matter) >= _SHORTEST:
        first, second = (Side(words=(*query.words[unit.start : unit.end], *matter), unit=unit) for unit in (one, other))
        yield first, second


def beside_the_shown(query: Query, count: int) -> Iterator[tuple[Side, Side]]:
    """The ways to take it for one of a row that was shown, and of another one.

    Args:
        count: how many were shown; "cái đó" is the only one, "hai việc đó" are two.
    """
    said, size = folded(" ".join(query.words)), len(query.words)
    if count == _PAIR and _BOTH_SHOWN.search(said):
        yield Side(place=1), Side(place=2)
    for start, end in _cuts(query.words):
        if (first := _placed(query.words[:start])) and (second := _placed(query.words[end:])):
            yield first, second
        for shown, other in () if count > 1 else (((0, start), (end, size)), ((end, size), (0, start))):
            if _is_shown(query.words[slice(*shown)]) and (side := _side(query, *other)):
                yield Side(place=1), side
    opened = _COMPARED_WITH.match(f"{said} ") if count == 1 else None
    if opened and (side := _side(query, opened[0].count(" "), size)):
        yield Side(place=1), side
    alone = count == 1 and not opened and (query.again or query.back or _ASIDE.search(said))
    if alone and not any(two_sides(query)) and (side := _side(query, 0, size)):
        yield Side(place=1), side  # "còn B? cái nào trước", "B xong trước hay sau việc đó", "B có trễ hơn không"


def is_set_beside(query: Query) -> bool:
    """Whether a turn opens by what joins it to the row before ("với nạo vét kênh thì ai làm, hạn nào")."""
    return bool(_COMPARED_WITH.match(" ".join(map(folded, query.words)) + " ")) and bool(fields_named(query))


def _cuts(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words join two sides: where the first ends and the second begins."""
    bare = list(map(folded, words))
    opened = _COMPARED_WITH.match(" ".join(bare) + " ")
    ahead = opened[0].count(" ") if opened else 0
    for at, word in enumerate(bare):
        if (word in JOINS and at >= ahead) or (word == "thi" and opened):
            yield at, at + 1
        elif word == "khi" and bare[at - 1] in _SOONER_WORDS:
            yield at - 1, at + 1


_SOONER_WORDS = frozenset({"truoc", "sau"})


def _side(query: Query, start: int, end: int) -> Side | None:
    """What words from one place to another tell of a row."""
    said = " ".join(map(folded, query.words[start:end]))
    kept = _topic(query, start, end)
    numbered = _NUMBER.search(said)
    if numbered and len([word for word in kept if folded(word) not in numbered[0].split()]) < _SHORTEST:
        return Side(number=numbered[1])
    return Side(words=kept) if len(kept) >= _SHORTEST or _is_a_name(kept) else None


def _is_a_name(words: Sequence[str]) -> bool:
    """Whether a word by itself can only be what something is called ("famtrip", "VssID")."""
    return len(words) == 1 and len(words[0]) > _SHORT_FORM and not is_syllable(folded(words[0]))


_SHORT_FORM = 4  # letters that a word in short may have ("cchc")


def _topic(query: Query, start: int, end: int) -> tuple[str, ...]:
    """The words of the topic that stand there, without those at the ends that only join or compare."""
    places = [i for s in query.spans if s.kind == "topic" for i in range(s.start, s.end)]
    named = dict(zip(places, query.topic, strict=True)) if len(places) == len(query.topic) else {}
    places = sorted({*places, *_for_whom(query)})
    asked = {*_asks_for_the_first(query.words), *asked_of_sizes(query.words)}
    shared = {*said_in_common(query.words), *asked}
    said = [named.get(i, query.words[i]) for i in places if start <= i < end and i not in shared]
    kept = without_small(said, query.words)
    return kept[1:] if tuple(map(folded, kept[:2])) == _DOING else kept


_DOING = ("viec", "lam")  # ahead of what is made: "so với | việc làm | hồ sơ"


def _for_whom(query: Query) -> Iterator[int]:
    """The words for a unit that a thing is done for, which is part of that thing ("khám sức khỏe cho | học sinh")."""
    bare = list(map(folded, query.words))
    for unit in query.units:
        if bare[unit.start - 1 : unit.start] == ["cho"] and bare[unit.start - 2 : unit.start - 1] != ["giao"]:
            yield from range(unit.start, unit.end)


def _asks_for_the_first(words: Sequence[str]) -> range:
    """The words that ask which of both it is, with what they both do ("A và B, | bên nào phải ban hành sớm hơn")."""
    said = " ".join(map(folded, words))
    found = _WHICH_FIRST.search(said)
    return range(said.count(" ", 0, found.start()), said.count(" ", 0, found.end()) + 1) if found else range(0)


_WHICH_FIRST = re.compile(rf"\b{WHICH}(?: (?!va\b|voi\b|hay\b)\w+){{1,5}} (?:som|muon|tre|cham|gap|lau) (?:hon|nhat)\b")


def _placed(words: Sequence[str]) -> Side | None:
    """The row that words point at by its place ("cái đầu", "việc thứ ba")."""
    found = pointed(" ".join(words), lambda *_: None)
    return Side(place=found.place) if found and found.sure and found.place else None


def _is_shown(words: Sequence[str]) -> bool:
    return bool(_SHOWN.search(" ".join(map(folded, words))))
