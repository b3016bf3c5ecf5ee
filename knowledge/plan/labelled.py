"""Tasks that a plan lists with labels instead of a table.

"1. Tập huấn cán bộ / - Cơ quan chủ trì: … / - Thời gian: …" is a row: the item's words are the task, the labels its
cells. Labels stand below their item, beside the words that describe it, in its own paragraph, or once for all the items
of a list or a level; numbers and bullets say which of these it is.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.document import Document, Doubt
from knowledge.plan.block import Block
from knowledge.plan.bracket_parts import leads_on
from knowledge.plan.brackets import with_brackets
from knowledge.plan.columns import Role
from knowledge.plan.counters import with_counted
from knowledge.plan.draft import RawTask, span
from knowledge.plan.events import event_at_end
from knowledge.plan.label_groups import Group, Line, groups, lines_of
from knowledge.plan.labelled_items import CORE, Item, is_row, left_out, named, time_beside, with_unit_above, without_end
from knowledge.plan.labels import label_role
from knowledge.plan.labels_beside import with_labels_beside
from knowledge.plan.outline import walk
from knowledge.plan.parts import parts
from knowledge.plan.programme import with_hours
from knowledge.plan.timetable import day_above
from knowledge.plan.titled_charges import with_charges

_ITEM = 4  # deeper numbers ("1.", "a)") are of items; those above it of parts of the plan
_SMALL = 8  # "a)" and bullets: several of them may share what stands below the last
_WHO = (Role.LEAD, Role.COORDINATE)


@dataclass(frozen=True, slots=True)
class LabelledReading:
    """Rows read from labels, the paragraphs that they were read from, and what seems to be a row as well."""

    tasks: tuple[RawTask, ...] = ()
    used: frozenset[Block] = frozenset()
    doubts: tuple[Doubt, ...] = ()


def read_labelled(document: Document) -> LabelledReading:
    """Every task that the running text lists with labels; none where no label names a unit."""
    found = parts(document)
    body = [block for block in (*found.body, *found.appendix) if block.table is None]
    lines = with_hours(with_labels_beside(with_counted(with_charges(with_brackets(lines_of(list(walk(body))))))))
    there = groups(lines)
    said = [group.fields for group in there] + [line.own for line in lines]
    if not any(fields.get(role) for fields in said for role in _WHO):
        return LabelledReading()
    reader = _Reader(lines, there)
    items = [with_unit_above(named(item)) for item in reader.items() if not item.heads]
    items = [item for item in items if is_row(item)]
    used = {at for item in items for at in item.lines} | reader.shared
    tasks = tuple(_raw(item, lines) for item in sorted(items, key=lambda item: item.at))
    read = used | reader.found.keys()
    doubts = tuple(left_out(lines, read | reader.headings_of(read)))
    return LabelledReading(tasks, frozenset(lines[at].block for at in used), doubts) if tasks else LabelledReading()


def _raw(item: Item, lines: Sequence[Line]) -> RawTask:
    place = span([lines[at].block.place for at in sorted(item.lines)])
    fields = {**item.fields, Role.TASK: item.title.rstrip(" .;")}
    day = day_above(item.section)
    if not fields.get(Role.TIME):
        fields[Role.TIME] = time_beside(lines[item.at], day) or ("" if day else event_at_end(fields[Role.TASK]))
        fields[Role.TASK] = without_end(fields[Role.TASK], fields[Role.TIME])
    others = fields.pop(Role.OTHER, "").split("\n")
    extra = tuple((name, said) for name, colon, said in (line.partition(": ") for line in others) if colon)
    return RawTask(item.section, item.marker, stt_inherited=False, fields=fields, extra=extra, place=place, day=day)


class _Reader:
    """Gives each group of labels to the items that it is said of."""

    def __init__(self, lines: Sequence[Line], there: Sequence[Group]) -> None:
        self.lines = lines
        self.groups = there
        self.starts = [group.start for group in there]
        self.grouped = {at for group in there for at in group.lines}
        self.found: dict[int, Item] = {}
        self.more: list[Item] = []  # tasks that stand behind a label
        self.up = self._lines_above()
        self.shared: set[int] = set()

    def items(self) -> list[Item]:
        """The items with all that is said of them, in no order."""
        for at, line in enumerate(self.lines):
            if line.own and at not in self.grouped and line.title:
                self._item(at).take(line.own)
        for group in self.groups:
            self._give(group)
        for item in list(self.found.values()):
            self._hand_down(item)
        for item in self.more:
            self._take_from_above(item)
        for item in self.found.values():
            item.take_stages()
        return [*self.found.values(), *self.more]

    def headings_of(self, lines: Iterable[int]) -> set[int]:
        """The items that others stand below, at any depth."""
        above = {up for at in lines if (up := self.up[at]) is not None}
        return above | self.headings_of(above) if above else above

    def _item(self, at: int) -> Item:
        line = self.lines[at]
        if at not in self.found:
            self.found[at] = Item(at, line.title, line.number, line.section, lines=[at])
        return self.found[at]

    def _give(self, group: Group) -> None:
        if group.tasks:
            self._behind_label(group)
            return
        owners = self._owners(group)
        described = self._described(owners, group)
        for at in owners:
            item = self._item(at)
            if described:
                item.take({Role.ACTIVITY: "\n".join(self.lines[i].block.whole for i in described)})
                item.lines += described
            item.take(group.fields)
            item.lines += group.lines if len(owners) == 1 else []
        if len(owners) > 1:
            self.shared.update(group.lines)

    def _behind_label(self, group: Group) -> None:
        """Tasks behind a label of their own ("Nhiệm vụ 1: …") share what the group says."""
        section = self.lines[group.start].section
        stage = f"{group.noun.capitalize()} {group.number}" if label_role(group.noun) is None else ""
        for n, title in enumerate(group.tasks):
            at = group.start + n
            self.more.append(Item(at, title, group.number, section, dict(group.fields), list(group.lines), stage=stage))

    def _described(self, owners: Sequence[int], group: Group) -> list[int]:
        """The lines between an item and its labels: they say how it is done."""
        if len(owners) != 1:
            return []
        between = range(owners[0] + 1, group.start)
        return [at for at in between if at not in self.grouped and at not in self.found]

    def _owners(self, group: Group) -> list[int]:
        """The lines whose labels a group holds."""
        before = group.start - 1
        if before < 0 or before in self.grouped:
            return []
        first, last = self.lines[group.start], self.lines[before]
        if last.level is not None and (first.level is None or last.level < first.level):
            small = first.level is None and last.level >= _SMALL
            return self._siblings(before) if small else self._if_names_work(before, group)
        above = self._above(group.start if first.level is not None else before)
        if above is not None and self._is_alone(group, above):
            return [above]
        if first.level is None:
            return [before]
        return [self._level_with(group.start)]

    def _if_names_work(self, at: int, group: Group) -> list[int]:
        """A part of the plan ("II. …") is a task only where its labels say who does it."""
        level = self.lines[at].level
        part = level is not None and level < _ITEM
        return [] if part and not group.fields.get(Role.LEAD) else [at]

    def _siblings(self, last: int) -> list[int]:
        """The items of the list that a line ends, back to the line above it or to the labels of others."""
        level, found = self.lines[last].level or 0, []
        for at in range(last, -1, -1):
            line = self.lines[at]
            if at in self.grouped or line.level is None or line.level < level:
                break
            if line.level == level and (at == last or not self._is_told(line)):
                found.append(at)
        return found[::-1]

    def _is_told(self, line: Line) -> bool:
        """Whether an item says itself who does it, or stands in a programme: labels below others are not its own."""
        return bool(line.own.get(Role.LEAD)) or bool(line.own and day_above(line.section))

    def _lines_above(self) -> list[int | None]:
        """For each line the numbered one that it stands under; a heading without a number ends all that are open."""
        open_lines: list[tuple[int, int]] = []  # (level, line)
        found: list[int | None] = []
        for at, line in enumerate(self.lines):
            level = line.level
            while level is not None and open_lines and open_lines[-1][0] >= level:
                open_lines.pop()
            if level is None and line.heads:
                open_lines.clear()
            found.append(open_lines[-1][1] if open_lines else None)
            if level is not None and at not in self.grouped:
                open_lines.append((level, at))
        return found

    def _above(self, at: int) -> int | None:
        """The item that a line stands under; a part of the plan is none."""
        above = self.up[at]
        level = None if above is None else self.lines[above].level
        return above if level is not None and level > _ITEM else None

    def _is_alone(self, group: Group, above: int) -> bool:
        """Whether a group is the only one below an item: then its labels are the item's own."""
        level = self.lines[above].level or 0
        before = bisect_left(self.starts, group.start) - 1
        if before >= 0 and self.groups[before].start > above:
            return False
        for at in range(group.lines[-1] + 1, len(self.lines)):
            line = self.lines[at]
            if line.level is not None and line.level <= level and at not in self.grouped:
                return True
            if at in self.grouped and at not in group.lines:
                return False
        return True

    def _level_with(self, start: int) -> int:
        """The nearest line before labels that stands on their level."""
        level = self.lines[start].level or 0
        for at in range(start - 1, -1, -1):
            line = self.lines[at]
            if at in self.grouped or (line.level is not None and line.level <= level) or line.level is None:
                return at if at not in self.grouped else start - 1
        return start - 1

    def _hand_down(self, item: Item) -> None:
        """Items below one with labels share them; the one above is then their heading."""
        below = [at for at in self._region(item.at) if at in self.found]
        listed = self._with_siblings(below) if below else self._listed(item)
        if not listed or (below and all(self.lines[at].own.get(Role.LEAD) for at in (item.at, *below))):
            return  # each says itself who does it: the item above is a task of its own
        item.heads = True
        self.shared.update(at for at in item.lines if at != item.at)
        title = f"{self.lines[item.at].block.marker} {item.title}".strip()
        for at in listed:
            one = self._item(at)
            one.take({role: text for role, text in item.fields.items() if role is not Role.ACTIVITY})
            if not any(item.title in heading for heading in one.section):
                one.section = (*item.section, title)

    def _take_from_above(self, item: Item) -> None:
        """A task that is counted below an item ("Đợt 1: Khối xã") shares its labels."""
        above = self.up[item.at]
        if above is None or above not in self.found:
            return
        heading = self.found[above]
        self.shared.update(at for at in heading.lines if at != above)
        item.stand_under(heading)

    def _with_siblings(self, below: Sequence[int]) -> list[int]:
        """Items with the others of their list, which have no labels of their own."""
        level = self.lines[below[0]].level
        if level is None:
            return list(below)
        others = (at for first in below[:1] for at in self._siblings_around(first, level))
        return sorted({*below, *others})

    def _siblings_around(self, at: int, level: int) -> Iterator[int]:
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(self.lines) and other not in self.grouped:
                found = self.lines[other].level
                if found is None or found < level:
                    break
                if found == level:
                    yield other
                other += step

    def _listed(self, item: Item) -> list[int]:
        """The list that follows an item's labels, deeper than these: each of it is a task under the item."""
        level = self.lines[item.at].level
        after = max(item.lines) + 1
        labels = [lv for at in item.lines if at != item.at and (lv := self.lines[at].level) is not None]
        text = self.lines[item.at].block.text
        if level is None or after >= len(self.lines) or leads_on(text) or (labels and not self._says_all(after - 1)):
            return []
        first = self.lines[after].level
        if first is None or first <= max((level, *labels)) or not item.fields.get(Role.LEAD):
            return []
        found = [at for at in self._region(item.at) if at >= after and self.lines[at].level == first]
        return found if len(found) > 1 else []

    def _says_all(self, at: int) -> bool:
        """Whether a line's last label has all it asks for; a product or a content may go on with a list."""
        last = self.lines[at].labels[-1:]
        return any(label.role in CORE and label.value for label in last)

    def _region(self, at: int) -> Iterator[int]:
        """The lines below a line."""
        level = self.lines[at].level
        for after in range(at + 1, len(self.lines)):
            line = self.lines[after]
            if level is None or (line.level is not None and line.level <= level) or (line.heads and line.level is None):
                return
            yield after
