"""Tasks that end in a bracket which says who does them and when, without labels or with some.

"- Tập huấn nhóm trưởng (Đội A; phối hợp: Đội B; trước 25/3)". One such bracket may hold anything; a list whose items
end so one after the other says by it who does what. There the first part is whoever does it and the last the time, also
in words that would not tell it by themselves; under a heading that names a unit only the time may be left.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.plan.assigned import Label
from knowledge.plan.block import split_marker
from knowledge.plan.bracket_parts import Bracketed, Part, bracketed, dashed, leads_on
from knowledge.plan.columns import Role, is_ditto, names_chair
from knowledge.plan.duty_headings import unit_of_heading
from knowledge.plan.label_groups import PARTS, Line
from knowledge.plan.labels import labels_in
from knowledge.plan.leaders import led_on, without_dots
from knowledge.plan.time_words import time_words
from knowledge.units.name_words import starts_with_head


@dataclass(frozen=True, slots=True)
class _Told:
    """An item with its bracket, and the unit that the heading above it names."""

    bracket: Bracketed
    above: str

    @property
    def leads(self) -> bool:
        """Whether it is said who does it."""
        below = self.above and any(part.role is Role.TIME for part in self.bracket.parts)
        return bool(below) or self.names_chair

    @property
    def names_chair(self) -> bool:
        """Whether it is said here who does it, and not only by the heading above."""
        return any(map(_says_who, self.bracket.parts))

    @property
    def sure(self) -> bool:
        """Whether every part tells what it says, and not only who does it."""
        parts = self.bracket.parts
        known = all(part.label or is_ditto(part.words) for part in parts)
        return (
            known and not self.bracket.open and self.leads and any(part.role not in {None, Role.LEAD} for part in parts)
        )


def _says_who(part: Part) -> bool:
    return part.role is Role.LEAD or is_ditto(part.words)


def with_brackets(lines: Sequence[Line]) -> list[Line]:
    """The lines, the brackets of lists that say by them who does what as the labels that they are as good as."""
    found, lists = list(lines), defaultdict[tuple[str, ...], list[int]](list)
    for at, line in enumerate(lines):
        deep = line.level is None or line.level > PARTS
        if line.section and deep and (not line.heads or leads_on(line.block.text)):
            lists[line.section[:1]].append(at)
    for places in lists.values():
        units = _units_above([lines[at] for at in places])
        told = {at: said for at in places if (said := _told(lines[at], units))}
        told |= _without_dots([at for at in places if at not in told], told.values(), lines)
        sure = [said for said in told.values() if said.sure]
        all_so = len(sure) > 1 and 2 * sum(said.leads for said in told.values()) >= _items(lines, places)
        last: list[Label] = []
        for at, said in told.items():
            if all_so or (said.leads and _is_cut(lines[at])):
                last, rest = _read(said, last, sure if all_so else [])
                found[at] = _put(lines[at], said, last, rest) if last else lines[at]
    return found


def _items(lines: Sequence[Line], places: Sequence[int]) -> int:
    """How many of some lines are items with words of their own."""
    return sum(lines[at].level is not None and bool(lines[at].title) for at in places)


def _units_above(lines: Sequence[Line]) -> dict[str, str]:
    """The units that the headings right above lines name, by heading; where most of them do, the others do as well."""
    named = {line.section[-1]: _unit_of(line.section[-1]) for line in lines if len(line.section) > 1}
    if 2 * sum(map(bool, named.values())) <= len(named):
        return {heading: unit for heading, unit in named.items() if unit}
    return {heading: unit or _bare(heading) for heading, unit in named.items()}


def _unit_of(heading: str) -> str:
    """The unit that a heading names, "" for none; one with a colon may be called as only cells call units."""
    unit = unit_of_heading(heading)
    if unit is None and heading.rstrip().endswith(":") and starts_with_head(_bare(heading)):
        unit = _bare(heading)
    return unit or ""


def _bare(heading: str) -> str:
    """A heading without its number, its colon and what stands in brackets behind it."""
    text = (split_marker(heading)[1] or heading).strip(" .:")
    parted = bracketed(f"{text}.")
    return parted.title if parted else text


def _told(line: Line, units: dict[str, str]) -> _Told | None:
    """What the bracket of a line tells, None where it has none, labels stand before it, or it names a unit itself."""
    bracket = led_on(line.block.text) or bracketed(line.block.text) or dashed(line.block.text)
    if bracket is None or labels_in(bracket.title).labels or unit_of_heading(bracket.title):
        return None
    return _Told(bracket, units.get(line.section[-1], ""))


def _without_dots(places: Sequence[int], told: Collection[_Told], lines: Sequence[Line]) -> dict[int, _Told]:
    """What lines tell behind dots that are lost, in a list whose other lines have them."""
    led = [bracket for line in lines for bracket in [led_on(line.block.text)] if bracket] if told else []
    found = ((at, without_dots(lines[at].block.text, led)) for at in places if led)
    return {at: _Told(bracket, "") for at, bracket in found if bracket}


def _is_cut(line: Line) -> bool:
    """Whether labels within a bracket have left the words before them in one that nothing closes."""
    return any(line.title.count(opening) > line.title.count(closing) for opening, closing in ("()", "[]"))


def _read(told: _Told, before: Sequence[Label], sure: Sequence[_Told]) -> tuple[list[Label], list[str]]:
    """What a bracket says as labels, and the parts of it that say something else.

    Args:
        before: what the bracket before it says, for "nt".
        sure: the brackets of its list that are sure; by them is told what only its place tells.
    """
    labels: list[Label] = []
    rest: list[str] = []
    for n, part in enumerate(told.bracket.parts):
        said = _said(n, told, before, sure)
        labels += said
        rest += [] if said else [part.words]
    if told.above and not told.names_chair:
        labels.append(Label(Role.LEAD, "chủ trì", told.above))
    return labels, rest


def _said(n: int, told: _Told, before: Sequence[Label], sure: Sequence[_Told]) -> list[Label]:
    """What one part says; a unit without a word beside one that is said to chair is not known to take a part."""
    part = told.bracket.parts[n]
    label = part.label
    if is_ditto(part.words):
        return [label for label in before if label.role is Role.LEAD]
    if label is None:
        role = _by_place(n, told, sure)
        named = _by_others(part, sure) or (Label(role, "", part.words) if role else None)
        return [named] if named else []
    bare = label.role is Role.LEAD and not label.name
    chaired = any(part.label and names_chair(part.label.name) for part in told.bracket.parts)
    if bare and chaired and not n:
        return []
    return [label]


def _by_others(part: Part, sure: Sequence[_Told]) -> Label | None:
    """A part with a label that other brackets have before units or times ("ĐV: Hợp tác xã X")."""
    name, colon, value = part.words.partition(": ")
    labels = (other.label for said in sure for other in said.bracket.parts if other.label)
    known = next((label for label in labels if label.name and label.name == name), None)
    return replace(known, value=value) if known and colon else None


def _by_place(n: int, told: _Told, sure: Sequence[_Told]) -> Role | None:
    """What a part says that stands where other brackets of the list say who does it, or when."""
    parts, others = told.bracket.parts, [said.bracket.parts for said in sure]
    if not n and len(parts) > 1 and not told.leads:
        return Role.LEAD if 2 * sum(_says_who(other[0]) for other in others) > len(others) else None
    if any(part.role is Role.TIME for part in parts) or not (n or told.leads) or not others:
        return None
    if time_words(parts[n].words):
        return Role.TIME  # "gửi về huyện trước 25/3"
    if _COUNTED.match(parts[n].words):
        return None  # "200 tấm tôn"
    ends = sum(other[-1].role is Role.TIME for other in others)
    return Role.TIME if n == len(parts) - 1 and 2 * ends > len(others) else None


_COUNTED = re.compile(r"\d+\s")


def _put(line: Line, told: _Told, labels: Sequence[Label], rest: Sequence[str]) -> Line:
    """A line with what its bracket says as labels; what is none of it stays with the task."""
    title = f"{told.bracket.title} ({'; '.join(rest)})" if rest else told.bracket.title
    return replace(line, title=title, labels=tuple(label for label in labels if label.value))
