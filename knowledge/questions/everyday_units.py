"""Units called by what they do, as people speak: "chỗ quan hệ doanh nghiệp ôm việc gì", "mấy anh cơ khí chủ trì gì".

No table of nicknames: the words have to stand together inside the name of one unit of the plans asked, behind its head,
and they have to stand where only somebody can: behind a word for people or a place of work, or right beside a role.
Words that speak of the plans themselves ("ba kế hoạch") are no unit, whatever units are called; nor are those that say
what is done in a row behind a word for people ("em kiểm tra lại xem", "mấy báo cáo nào").
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.cues import Cue, soft_words
from knowledge.questions.negations import BARE
from knowledge.questions.rule_words import JOINS
from knowledge.questions.times_said import LINKS
from knowledge.units.mentions import UnitMention, is_level, unit_like
from knowledge.units.name_words import is_place_of_work, is_side, last_words, staff_before
from knowledge.units.name_words import words as unit_words
from knowledge.units.readings import unit_heads, written_out

Inside = Callable[[Sequence[str]], Mapping[int, frozenset[str]]]
_ROLES = frozenset({"lead", "coordinate", "duty"})
_SMALL = frozenset({"filler", "tail", "light", "list", "opening", "again"})
_LEAST = 2  # words of a name that can stand for it
_PARTS = LINKS | {"ghi"}  # "chỗ nào ghi | cấp xã"
_TOPIC = frozenset({"ve", "về"})


def everyday_units(
    words: Sequence[str],
    free: Collection[int],
    between: Collection[int],
    cues: Sequence[Cue],
    inside: Inside,
    is_work: Callable[[Sequence[str]], bool],
) -> Iterator[UnitMention]:
    """The units that are called so.

    Args:
        free: positions of the words that nothing else takes.
        between: positions of words that may stand between such a name and its role: plans, times.
        inside: the units that alone in a plan that is asked have words inside their name.
        is_work: whether folded words say what is done in some row.
    """
    bare = [folded(word) for word in words]
    accented = list(words) != bare
    runs = list(_runs([at for at in free if not _parts(words, at, cues, between)], len(bare)))
    sides = _sides(runs, bare) if _asks_for_more(words) else frozenset()
    yield from acting_levels(words, free, (), cues, between, inside)
    for start, end in runs:
        first = _first_of_name(words, start, end, accented=accented)
        if _is_level(words, first, end):
            continue
        sided = first > start or (start > 0 and is_side(words[start - 1], accented=accented))
        acts = beside_role(_past_only(words, end), cues, between)
        size = max((len(form) for form in written_out(bare[first:end])), default=0)
        if size < _LEAST - (sided or acts) or words[max(start - 1, 0)] in _TOPIC:
            continue
        asked = bare[end - 1] in unit_words("level") and _asked(end, cues)  # "quân sự tỉnh | làm gì"
        called = _called(bare[:end], start, first, inside) if sided or acts or asked or start in sides else ()
        placed = acts or is_place_of_work(words[max(first - 1, 0)])
        written = size > 1 or bool(unit_like((words[first], "")))  # "bên đài" with its accents, "tccb"
        yield from (unit for unit in called if written and (placed or not is_work(unit.words)))


def acting_levels(
    words: Sequence[str],
    free: Collection[int],
    units: Sequence[UnitMention],
    cues: Sequence[Cue],
    between: Collection[int],
    inside: Inside,
) -> Iterator[UnitMention]:
    """The levels that act: with a role of their own ("cấp huyện | chủ trì mà Sở A phối hợp"), or what they do is asked.

    Args:
        units: those that are named; beside them a list asks for no level ("huyện | làm gì").
    """
    bare = [folded(word) for word in words]
    accented = list(words) != bare
    called = {at for unit in units for at in range(unit.start, unit.end)}
    left = [at for at in free if at not in called and not _parts(words, at, cues, between)]
    for start, end in _runs(left, len(words)):
        first = _first_of_name(words, start, end, accented=accented)
        if not _is_level(words, first, end):
            continue
        acts = beside_role(_past_only(words, end), cues, between)
        if units:
            who = not _ASKED.isdisjoint(bare[end : end + 2])  # "trên tỉnh | ai coi sóc"
            acts = acts and not who and (accented or not _counts(bare, first, end))
        yield from _level(bare, first, end, inside) if acts or (not units and _asked(end, cues)) else ()


def _counts(bare: Sequence[str], first: int, end: int) -> bool:
    """Whether a word without accents rather says what is counted ("khong | tinh", "tinh | luon")."""
    return not _COUNTS.isdisjoint(bare[max(first - 1, 0) : first]) or not _ALSO.isdisjoint(bare[end : end + 1])


_COUNTS = BARE | {"dung", "khoi", "luon"}
_ALSO = frozenset({"luon", "ca", "them"})


def _is_level(words: Sequence[str], first: int, end: int) -> bool:
    """Whether words say no more than a level, with its accents ("tỉnh", no "tính")."""
    bare = [folded(word) for word in words[first:end]]
    return is_level(bare) and words[end - 1] in {bare[-1], *last_words("level")}


def _level(bare: Sequence[str], first: int, end: int, inside: Inside) -> Iterator[UnitMention]:
    """Who acts for a level; "xã nào" asks for one."""
    asked = bare[end : end + 1] in (["nao"], ["gi"])
    names = {} if asked else inside(bare[first:end])
    yield from [UnitMention(first, end, tuple(bare[first:end]), names, loose=True)] if names else []


def joined_units(
    words: Sequence[str],
    free: Collection[int],
    units: Sequence[UnitMention],
    inside: Inside,
    is_work: Callable[[Sequence[str]], bool],
) -> Iterator[UnitMention]:
    """The units called so that a word joins to one that is named ("bên kho bạc với | hải quan").

    The whole stretch has to be the name: where more stands there it is rather what the row is about.
    """
    bare = [folded(word) for word in words]
    accented = list(words) != bare
    called = {at for unit in units for at in range(unit.start, unit.end)}
    for start, end in _runs([at for at in free if at not in called and words[at] not in _PARTS], len(bare)):
        begins = start - (start > 0 and is_side(words[start - 1], accented=accented))
        behind = bare[begins - 1 : begins] and bare[begins - 1] in JOINS and begins - 2 in called
        ahead = bare[end : end + 1] and bare[end] in JOINS and _named_at(units, end + 1, words)
        if not (behind or ahead):
            continue
        first = _first_of_name(words, start, end, accented=accented)
        names = inside(bare[first:end]) if first < end and _is_a_name(words[first:end]) else {}
        sided = begins < first or any(_is_sided(unit, words) for unit in units if unit.end == begins - 1)
        if names and (sided or not is_work(bare[first:end])):
            yield UnitMention(start, end, tuple(bare[first:end]), names, loose=True)


def _is_a_name(words: Sequence[str]) -> bool:
    """Whether words are more than a kind of unit ("các | khoa"), or a kind that most plans have one of ("báo")."""
    said = tuple(map(folded, words))
    kind = said in unit_heads() and len(said) < _LEAST
    return not kind or (said[0] not in unit_words("bare") and bool(unit_like((*words, ""))))


def with_staff(
    unit: UnitMention, words: Sequence[str], free: Collection[int], cues: Sequence[Cue], between: Collection[int]
) -> UnitMention:
    """A unit with the word for its people in front, where it is asked what they do ("| lực lượng công an tỉnh làm gì").

    With more in front they may be what a row is about ("tập huấn | cán bộ Sở Nội vụ").
    """
    size = staff_before(words[: unit.start])
    first = unit.start - size
    asked = beside_role(unit.end, cues, between) or _asked(unit.end, cues, between)
    return replace(unit, start=first) if size and asked and first - 1 not in free else unit


def _first_of_name(words: Sequence[str], start: int, end: int, *, accented: bool) -> int:
    """Where a name begins behind words for people or a place of work ("mấy anh | cơ khí", "cán bộ | y tế")."""
    people = next((size for size in range(end - start, 0, -1) if staff_before(words[start : start + size]) == size), 0)
    sides = (at for at in range(start + people, end) if not is_side(words[at], accented=accented))
    return next(sides, end)


def _is_sided(unit: UnitMention, words: Sequence[str]) -> bool:
    """Whether a word for a place of work stands before a unit, and so before what is joined to it ("bên … với …")."""
    return is_place_of_work(words[unit.start]) or is_place_of_work(words[max(unit.start - 1, 0)])


def _named_at(units: Sequence[UnitMention], at: int, words: Sequence[str]) -> bool:
    """Whether a unit is named from a word on, or behind one for a place of work ("với | bên bảo hiểm")."""
    starts = {unit.start for unit in units}
    return at in starts or (at + 1 in starts and is_place_of_work(words[at]))


def _asks_for_more(words: Sequence[str]) -> bool:
    """Whether it is asked who has more ("ai … nhiều hơn", "phòng nào … ít hơn")."""
    return bool(_MORE.intersection(words)) and not _ASKED.isdisjoint(map(folded, words))


_MORE = frozenset({"hơn", "hon"})
_ASKED = frozenset({"ai", "nao"})


def _asked(end: int, cues: Sequence[Cue], between: Collection[int] = ()) -> bool:
    """Whether a list is asked for right behind ("các huyện có việc gì")."""
    small = {i for cue in cues if cue.kinds <= _SMALL - {"list"} for i in range(cue.start, cue.end)} | set(between)
    lists = [cue.start for cue in cues if "list" in cue.kinds and cue.start >= end]
    return bool(lists) and all(i in small for i in range(end, lists[0]))


def _sides(runs: Sequence[tuple[int, int]], bare: Sequence[str]) -> frozenset[int]:
    """Where stretches begin that a word joins to the next one, or to the one before: sides ("TCCB với KHTC")."""
    joined = [(a, b) for (a, end), (b, _) in pairwise(runs) if b == end + 1 and bare[end] in JOINS]
    return frozenset(at for pair in joined for at in pair)


def _called(bare: Sequence[str], start: int, first: int, inside: Inside) -> Iterator[UnitMention]:
    for last in range(len(bare), first, -1):
        said = tuple(bare[first:last])
        if max(map(len, written_out(said))) < _LEAST and (last < len(bare) or said not in unit_heads()):
            continue
        names = {} if soft_words().issuperset(said) else inside(said)
        if names:
            yield UnitMention(start, last, said, names, loose=True)
            return


def _runs(free: Collection[int], size: int) -> Iterator[tuple[int, int]]:
    """Stretches of words side by side."""
    starts = [at for at in sorted(free) if at - 1 not in free]
    for start in starts:
        yield start, next(at for at in range(start, size + 1) if at not in free)


def _parts(words: Sequence[str], at: int, cues: Sequence[Cue], between: Collection[int]) -> bool:
    """Whether a word is in no name: "xã | chỉ | phối hợp", but no "chỉ huy quân sự"."""
    return words[at] in _PARTS or (words[at] == "chỉ" and beside_role(at + 1, cues, between))


def _past_only(words: Sequence[str], end: int) -> int:
    """Where a role may begin behind the words up to one ("xã | chỉ phối hợp")."""
    return end + (list(words[end : end + 1]) == ["chỉ"])


def beside_role(end: int, cues: Sequence[Cue], between: Collection[int]) -> bool:
    """Whether a role stands behind, with nothing but small words between."""
    small = {i for cue in cues if cue.kinds <= _SMALL for i in range(cue.start, cue.end)} | set(between)
    roles = [cue for cue in cues if cue.kinds & _ROLES and cue.start >= end]
    return any(all(i in small for i in range(end, cue.start)) for cue in roles)
