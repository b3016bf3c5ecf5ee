"""Labels that no column is named by, known by where they stand: beside other labels, one below the other.

Of "- Chủ trì: …", "- Địa điểm: …" and "- Thời gian: …" the middle one is no item of its own. What such a label says of
who and when is taken by what stands behind it, where no other label of the item says it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.plan.assigned import Label
from knowledge.plan.cell_fit import begins
from knowledge.plan.columns import Role, role_of
from knowledge.plan.label_groups import Line
from knowledge.plan.labels import label_role
from knowledge.units.name_words import starts_with_head

_NAMED = re.compile(r"(?P<name>[^\W\d_][^:;.()]{1,48}):\s+(?P<said>\S.*)", re.DOTALL)
_LONGEST = 7  # words of a label
_SHORT = 25  # words; a line of units or of a time has no more


def with_labels_beside(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that stand among labels and look like one with the label that they are."""
    lines = [*map(_with_first, lines)]
    found = list(lines)
    for run in _runs(lines):
        known = {label.role for at in run for label in lines[at].labels}
        guessed: dict[int, Label] = {}
        for at in run:
            if (label := _label(lines[at])) is not None and not lines[at].labels:
                again = label.role is Role.TIME and any(g.role is Role.TIME for g in guessed.values())
                role = label.role if again or label.role not in known else Role.OTHER
                guessed[at] = replace(label, role=role)
                known.add(role)
        if any(lines[at].labels for at in run) or {Role.LEAD, Role.TIME} <= {g.role for g in guessed.values()}:
            for at, label in guessed.items():
                found[at] = replace(lines[at], title="", labels=(label,))
    return found


def _with_first(line: Line) -> Line:
    """A line whose labels begin with one that says "Đơn vị" alone, which by itself may be a column of measures."""
    match = _NAMED.fullmatch(line.title) if line.labels and not line.number else None
    if match is None or label_role(match["name"]) or role_of(match["name"])[0] not in _WHO_OR_WHEN:
        return line
    said = match["said"].strip(" .;")
    label = Label(_role(match["name"], said), match["name"], said)
    return line if label.role is Role.OTHER else replace(line, title="", labels=(label, *line.labels))


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines of one depth that stand one below the other and all are or look like labels."""
    run: list[int] = []
    for at, line in enumerate(lines):
        is_label = bool(line.labels and not line.title) or (not line.labels and _label(line) is not None)
        if run and (not is_label or line.level != lines[run[0]].level):
            yield run
            run = []
        if is_label:
            run.append(at)
    yield run


def _label(line: Line) -> Label | None:
    """What a line would say as a label, None where it cannot be one."""
    match = _NAMED.fullmatch(line.block.text)
    if match is None or len(match["name"].split()) > _LONGEST:
        return None
    name, said = match["name"].strip(), match["said"].strip(" .;")
    return Label(_role(name, said), name, said)


def _role(name: str, said: str) -> Role:
    """What a label says: by what stands behind it, where its name says nothing else."""
    role, strength = role_of(name)
    if len(said.split()) > _SHORT or (strength and role not in _WHO_OR_WHEN):
        return Role.OTHER
    if (role is Role.TIME or not strength) and (said[:1].isdigit() or begins("time", said[:1].upper() + said[1:])):
        return Role.TIME
    if role is Role.TIME or not starts_with_head(said):
        return Role.OTHER
    return role if strength else Role.LEAD


_WHO_OR_WHEN = frozenset({Role.LEAD, Role.COORDINATE, Role.TIME})
