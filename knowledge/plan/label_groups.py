"""The lines of a running text with their depth, and the labels among them that stand together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.plan.assigned import Label
from knowledge.plan.block import Block
from knowledge.plan.chart import from_until, in_full, may_be_time, names_end, names_start
from knowledge.plan.columns import Role, names_chair
from knowledge.plan.headings import BULLET, rank
from knowledge.plan.labels import labels_in
from knowledge.plan.timetable import day_in
from knowledge.units.name_words import addresses, printed_head, starts_with_head, words

_UNITS = (Role.LEAD, Role.COORDINATE, Role.PERSON)
_SHORT = 25  # words; a line of units or of a time has no more


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the running text.

    Args:
        title: its words before the first label.
        labels: in printed order.
        level: how deep its number or bullet stands, None where it has none.
        section: the headings above it, without bare numbers.
        counted: the number that stands behind a noun at its beginning ("Việc 2: …").
    """

    block: Block
    title: str
    labels: tuple[Label, ...]
    level: int | None
    section: tuple[str, ...]
    heads: bool
    counted: str = ""

    @property
    def own(self) -> dict[Role, str]:
        """What labels in the line itself say."""
        return _fields(self.labels)

    @property
    def number(self) -> str:
        """The printed number without its point; a bullet is none."""
        marker = self.block.marker.rstrip(". -–:/")
        return marker if any(c.isalnum() for c in marker) else self.counted


@dataclass(slots=True)
class Group:
    """Lines of labels that stand together.

    Args:
        labels: what says how it is done.
        tasks: what stands behind a label of tasks ("Nhiệm vụ: …"), one or several.
        number: that of a numbered label ("Nhiệm vụ 2: …").
    """

    lines: list[int]
    labels: list[Label] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)
    number: str = ""
    noun: str = ""  # by which its tasks are called

    @property
    def start(self) -> int:
        """Its first line."""
        return self.lines[0]

    @property
    def fields(self) -> dict[Role, str]:
        """What the labels say."""
        return _fields(self.labels)


def lines_of(walked: Sequence[tuple[Block, tuple[str, ...], bool]]) -> list[Line]:
    """The paragraphs with their labels and depths; bullets nest in the order in which they first appear."""
    found: list[Line] = []
    marks: list[str] = []
    for block, path, heads in walked:
        depth = rank(block)
        if depth is not None and depth < BULLET:
            marks = []
        elif depth is not None:
            marks = marks[: marks.index(block.marker) + 1] if block.marker in marks else [*marks, block.marker]
            depth = BULLET + len(marks) - 1
        parted = labels_in(block.text)
        section = tuple(title for title in path if _has_words(title) or day_in(title))
        found.append(Line(block, parted.title, parted.labels, depth, section, heads))
    return found


def _has_words(title: str) -> bool:
    return any(c.isalpha() for c in title.split(" ", 1)[-1][1:])


def groups(lines: Sequence[Line]) -> list[Group]:
    """The labels that stand together on lines of their own, each with the lines that belong to them."""
    found: list[Group] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.labels or line.title:
            at += 1
            continue
        said, past = _whole(lines, at)
        if said is None:
            at += 1
            continue
        nested = _is_nested(lines, at)
        if not (found and found[-1].lines[-1] == at - 1) or _begins_anew(found[-1], said, nested=nested):
            found.append(Group([]))
        _add(found[-1], said, range(at, past), nested=nested)
        at = past
    return found


def _is_nested(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of labels has a bullet, or stands right below an item with a number: it says more of that."""
    levels = (lines[at].level, lines[at - 1].level if at and not lines[at - 1].labels else None)
    return any(level is not None and level > PARTS for level in levels)


PARTS = 4  # numbers of parts of the plan ("II.") are at most so deep


def _begins_anew(group: Group, labels: Sequence[Label], *, nested: bool) -> bool:
    """Whether labels are of the next task: they name one where the group has one or has said who and when."""
    return _names_task(labels[0], group, nested=nested) and bool(group.tasks or group.labels)


def _add(group: Group, labels: Sequence[Label], lines: Sequence[int], *, nested: bool) -> None:
    group.lines.extend(lines)
    for label in labels:
        if _names_task(label, group, nested=nested):
            group.tasks.extend(filter(None, label.value.split("\n")))
            group.noun, group.number = _called(label.name)
        elif label.role is Role.TASK:
            group.labels.append(replace(label, role=Role.ACTIVITY))
        else:
            group.labels.append(label)


def _names_task(label: Label, group: Group, *, nested: bool) -> bool:
    """Whether a label says what the task is ("Nhiệm vụ", "Hoạt động 2"), and not how it is done ("Nội dung").

    What is counted below an item, or below a task that is called otherwise, is a part of it.
    """
    noun, number = _called(label.name)
    if label.role is Role.TASK and not noun.startswith(("nội dung", "giải pháp", "công tác")):
        return True
    counted = bool(number) and label.role in {Role.TASK, Role.ACTIVITY}
    described = any(said.role is Role.ACTIVITY for said in group.labels)
    return counted and not nested and (group.noun == noun or not (group.noun or described))


def _called(name: str) -> tuple[str, str]:
    """By which noun a label calls what it names, and the number that it counts it by, "" where it does not."""
    *noun, last = name.casefold().split()
    return (" ".join(noun), last) if noun and last[0].isdigit() else (name.casefold(), "")


def _fields(labels: Sequence[Label]) -> dict[Role, str]:
    """What labels say together, each other one ("Địa điểm") under its own name."""
    fields: dict[Role, str] = {}
    chairs = _chairs(labels)
    for label in filter(_says, labels):
        role, value = label.role, label.value
        if role is Role.LEAD and label not in chairs:
            role = _beside(chairs, label)
        if role is Role.OTHER:
            value = f"{label.name}: {value}"
        before = fields.get(role, "")
        fields[role] = _when(before, label) if role is Role.TIME else "\n".join(filter(None, (before, value)))
    return fields


def _says(label: Label) -> bool:
    return bool(label.value)


def _chairs(labels: Sequence[Label]) -> list[Label]:
    """The labels that say who chairs: all that say so in this word, else the first office, or person, that does it."""
    leads = [label for label in labels if label.role is Role.LEAD and label.value]
    offices = [label for label in leads if not _is_person(label.value)]
    return [label for label in leads if names_chair(label.name)] or (offices or leads)[:1]


def _beside(chairs: Sequence[Label], label: Label) -> Role:
    """What another label of whoever does it says beside those of who chairs: a person answers, others coordinate."""
    answers = _is_person(label.value) and not all(_is_person(chair.value) for chair in chairs)
    return Role.PERSON if answers else Role.COORDINATE


def _is_person(text: str) -> bool:
    """Whether somebody is named, and no office beside them."""
    heads = {printed_head(part) for part in re.split(r"[,;\n]\s*", text)}
    return addresses(text) and heads <= {None, *words("post")}


def _when(before: str, label: Label) -> str:
    """The time of an item with what one more label says of it; a start takes nothing from an end that is said."""
    said = in_full(label.name, label.value)
    starts = names_start(label.name) and may_be_time(said)
    if starts and not said.casefold().startswith(_FROM):
        return f"{before}, {_FROM}{said}" if before else f"{_FROM.capitalize()}{said}"
    if names_end(label.name) and before.casefold().startswith(_FROM) and " đến " not in before:
        return from_until(before[len(_FROM) :], said)
    return "\n".join(filter(None, (before, said))) if said != before else before


_FROM = "từ "


def _whole(lines: Sequence[Line], at: int) -> tuple[tuple[Label, ...] | None, int]:
    """The labels of a line, the last with the lines below it where nothing stands behind it; the line past them.

    None where such a label only heads other things ("Phân công thực hiện:" over what each unit does).
    """
    *before, last = lines[at].labels
    if last.value:
        return lines[at].labels, at + 1
    past = at + 1
    while past < len(lines) and _belongs(lines[past], lines[at], last.role):
        past += 1
    values = [lines[i].block.text.rstrip(" .;") for i in range(at + 1, past)]
    if values:
        return (*before, Label(last.role, last.name, "\n".join(values))), past
    below = lines[past] if past < len(lines) else None
    wraps = (
        below is not None
        and bool(below.labels)
        and not below.title
        and (below.level or BULLET) > (lines[at].level or 0)
    )
    return (lines[at].labels if wraps or before else None), past


def _belongs(line: Line, label: Line, role: Role) -> bool:
    """Whether a line says what an empty label above it asks for."""
    if line.labels or line.level is None or (label.level is not None and line.level <= label.level):
        return False
    words = len(line.block.text.split())
    if role in _UNITS:
        return words <= _SHORT and ":" not in line.block.text and starts_with_head(line.block.text)
    return role is not Role.TIME or words <= _SHORT
