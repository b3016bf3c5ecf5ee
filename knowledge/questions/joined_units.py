"""Units that run into what stands behind them: the head of the next unit, or a filler ("giao Sở Nội vụ | việc gì")."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.cue_fit import WEAK
from knowledge.questions.cues import Cue, cues_in
from knowledge.questions.rule_words import JOINS, ROW_WORDS
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.readings import SILENT

_HEADS = frozenset({"va so", "hay so", "hoac so", "voi so"})  # a word that joins, and a scope that is a head as well
_LONG = 4  # words of a unit with the head of the next


def parted(
    unit: UnitMention, words: Sequence[str], units: UnitNames, plans: Collection[int] | None = None
) -> tuple[UnitMention, ...]:
    """A unit without the head of the next one: "Sở A và Sở" of "Sở A và Sở B" are two, with what follows."""
    end = unit.end - (folded(words[unit.end - 1]) in SILENT)  # "Sở A và Sở Tài | chính" has no "tại"
    if end - unit.start < _LONG or folded(" ".join(words[end - 2 : end])) not in _HEADS:
        return (unit,)
    ahead = units.find(words[unit.start : end - 2], plans)
    behind = units.find(words[end - 1 : end + _LONG], plans)
    moved = [replace(u, start=u.start + unit.start, end=u.end + unit.start) for u in ahead]
    moved += [replace(u, start=u.start + end - 1, end=u.end + end - 1) for u in behind[:1] if not u.start]
    return tuple(moved) or (unit,)


def cues_beside_units(words: tuple[str, ...], units: UnitNames) -> tuple[Cue, ...]:
    """The cues among words, none of them a filler across the end of a unit: "Sở Nội vụ | việc gì" has no "vụ việc"."""
    found = cues_in(words)
    fillers = [cue for cue in found if cue.kinds <= WEAK and cue.end - cue.start > 1]
    named = units.find(words) if fillers else ()
    ends = {u.end - 1 for u in named for cue in fillers if u.start < cue.start < u.end < cue.end}
    return cues_in(tuple("|" if i in ends else word for i, word in enumerate(words))) if ends else found


def paired_units(
    units: Sequence[UnitMention], cues: Sequence[Cue], words: Sequence[str], taken: Collection[int]
) -> tuple[Constraint, ...]:
    """Units with a role each ("Sở A chủ trì, Sở B phối hợp", "Sở A chủ trì phối hợp với Sở B").

    A role is that of the unit before it; a second one that touches the next unit is that one's.

    Args:
        taken: where units begin that a constraint has taken for itself.
    """
    if len(units) < _PAIR:
        return ()
    if len(units) == _PAIR and (taken_in := _in_rows_of((units[0], units[1]), cues, words, taken)):
        return taken_in
    found: list[Constraint] = []
    joined, given = False, None  # the role that the words before a unit give it, "" where they only join it
    for unit, after in zip(units, [*(u.start for u in units[1:]), len(words)], strict=True):
        said = [(k, c.end) for c in cues for k in c.kinds if k in _ROLES and unit.end <= c.start < after]
        joins = after < len(words) and bool(said) and (said[-1] == ("coordinate", after) or _with(said, words, after))
        in_it_too = "ma" in map(folded, words[unit.end : after]) and after < len(words)  # "của Sở A mà Sở B phối hợp"
        role = said[0][0] if said else given
        if len(said) > 1 + joins or unit.start in taken or (role is None and not in_it_too):
            return ()
        either = joins and len(said) == 1  # "Sở A phối hợp với Sở B": either may chair
        role = "" if either else role or ""
        found.append(Constraint(Kind.UNIT, units=(unit,), role=role, start=unit.start, end=unit.end))
        given = None if not joins else "" if either else "coordinate"
        joined = joined or joins
    return tuple(found) if joined or len({constraint.role for constraint in found}) >= _PAIR else ()


def _in_rows_of(
    pair: tuple[UnitMention, UnitMention], cues: Sequence[Cue], words: Sequence[str], taken: Collection[int]
) -> tuple[Constraint, ...]:
    """A unit that has a part in rows of another: "A phối hợp việc nào, của B thôi", "việc của B mà A có dính".

    Rows of a unit are those that it has in either role, but where one is said ("việc B chủ trì mà A có tham gia").
    """
    (one, other), bare = pair, [*map(folded, words)]
    between, behind = (one.end, other.start), (other.end, len(words))
    if {one.start, other.start} & {*taken}:
        return ()
    if _is_of(other, bare) and _ROWS.intersection(bare[slice(*between)]) and not _said(cues, {"lead"}, 0, len(words)):
        if _said(cues, _ACTS, *between) and not _said(cues, {"coordinate"}, *behind):
            return _in_roles(pair, (_part_of(cues, bare, *between), ""))
        return ()
    led = _said(cues, {"lead"}, *between)
    owned = led or (_is_of(one, bare) and _ROWS.intersection(bare[: one.start]))
    there = " ".join(bare[slice(*between)]).endswith(_IS_THERE)
    if not owned or not (there or _said(cues, _ACTS, *behind)) or _is_of(other, bare) or not _parts(bare, one, other):
        return ()
    if _said(cues, {"coordinate"}, 0, other.start) or _said(cues, {"lead"}, *behind):
        return ()
    return _in_roles(pair, ("lead" if led else "", _part_of(cues, bare, *behind)))


def _part_of(cues: Sequence[Cue], bare: Sequence[str], start: int, end: int) -> str:
    """The role that is said between two words: who only joins in ("cùng làm", "dính vào") may have either."""
    helping = (cue for cue in cues if "coordinate" in cue.kinds and start <= cue.start < end)
    return "coordinate" if any(_HELPS.intersection(bare[cue.start : cue.end]) for cue in helping) else ""


def _said(cues: Sequence[Cue], kinds: Collection[str], start: int, end: int) -> set[str]:
    """Which of some kinds cues between two words have."""
    return {kind for cue in cues if start <= cue.start < end for kind in cue.kinds & {*kinds}}


def _is_of(unit: UnitMention, bare: Sequence[str]) -> bool:
    """Whether rows are said to be those of a unit ("việc | của Phòng A")."""
    return _OF in (bare[unit.start], *bare[max(unit.start - 1, 0) : unit.start])


def _parts(bare: Sequence[str], one: UnitMention, other: UnitMention) -> bool:
    """Whether what is said of the second unit is of the rows of the first, which it is not joined to."""
    between = {*bare[one.end : other.start]}
    return between.isdisjoint(_JOINING) and bool(between & _PARTS or (not between and _WITHIN in bare[: one.start]))


def _in_roles(units: Sequence[UnitMention], roles: Sequence[str]) -> tuple[Constraint, ...]:
    return tuple(
        Constraint(Kind.UNIT, units=(unit,), role=role, start=unit.start, end=unit.end)
        for unit, role in zip(units, roles, strict=True)
    )


def _with(said: Sequence[tuple[str, int]], words: Sequence[str], after: int) -> bool:
    """Whether what is asked stands between the one role that is said and the unit ("phối hợp gì với | Sở B")."""
    between = list(map(folded, words[said[-1][1] : after]))
    return [role for role, _ in said] == ["coordinate"] and between[-1:] == ["voi"] and _ASKED.issuperset(between)


_ASKED = frozenset({"viec", "nhung", "cac", "gi", "chi", "nao", "cung", "voi", "khong"})
_PAIR = 2
_ROLES = ("lead", "coordinate")
_OF = "cua"
_ACTS = frozenset({"coordinate", "part"})
_HELPS = frozenset({"phoi", "phop", "ph", "phu", "giup", "tro"})
_ROWS = ROW_WORDS | {"gi", "nao", "chi"}
_IS_THERE = ("co", "co mat", "co ten", "co can", "co ca", "co nho", "co su tham gia cua")
_PARTS = frozenset({"ma", "thi", "co"})
_JOINING = JOINS | {"lan", "ca"}
_WITHIN = "trong"  # "trong mấy việc của Phòng A, | Phòng B dính vào đâu"


def leading_to_roles(words: Sequence[str], cues: Sequence[Cue], plan: Collection[int]) -> set[int]:
    """The words by which somebody is written down in a role ("cấp xã | bị ghi tên đứng | chủ trì").

    What says where that is ("cấp xã tụi em | trong bảng của kế hoạch này bị ghi …") stands between.

    Args:
        plan: positions of the words that name plans.
    """
    bare, found = [folded(word) for word in words], set[int]()
    placed = {i for cue in cues if "table" in cue.kinds for i in range(cue.start, cue.end)} | set(plan)
    for cue in cues:
        at = cue.start - 1 if cue.kinds & {"lead", "coordinate"} else -1
        while at >= 0 and (bare[at] in _WRITTEN or at in placed):
            found.add(at)
            at -= 1
        owner = at > 0 and at + 1 in found and bare[at - 1] in _OURS
        found |= {at - 1, at} if owner else set()
    return found


_WRITTEN = frozenset(
    {"bi", "duoc", "ghi", "ten", "co", "dung", "la", "ben", "o", "cot", "vai", "tro", "trong", "neu"}
    | {"giao", "phan", "cong", "voi", "tu", "cach", "muc"}
)
_OURS = frozenset({"tui", "bon", "chung"})  # "cấp xã | tụi cô"
