"""An item of a list with labels: what it says itself and what its labels say, a row in the making."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.deadlines import understand_deadline
from knowledge.document import Doubt
from knowledge.model import DeadlineKind
from knowledge.plan.column_names import names_a_column
from knowledge.plan.columns import Role, role_of
from knowledge.plan.duty_headings import unit_of_heading
from knowledge.plan.label_groups import Line
from knowledge.plan.labels import label_role
from knowledge.plan.time_words import time_words

CORE = (Role.LEAD, Role.COORDINATE, Role.TIME)


@dataclass(slots=True)
class Item:
    """A row in the making: the line that says what is to be done, and what its labels say."""

    at: int
    title: str
    marker: str
    section: tuple[str, ...]
    fields: dict[Role, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    heads: bool = False  # its labels are those of the items below it
    stage: str = ""  # what it is counted as below an item ("Đợt 1"), where that names no task
    stages: dict[Role, list[str]] = field(default_factory=dict)  # what those below it say

    def take(self, said: dict[Role, str]) -> None:
        """Add what labels say; what the item says itself stays."""
        for role, text in said.items():
            self.fields.setdefault(role, text)

    def stand_under(self, heading: "Item") -> None:
        """Share what an item's labels say, a stage also its name; the item is a row too if it says its own time.

        An item with stages is always one, by what it says itself and, where it says nothing, by what they say.
        """
        if self.stage:
            for role in filter(self.fields.get, CORE):
                said = f"{self.stage}: {self.fields[role]}" if role is Role.TIME else self.fields[role]
                heading.stages.setdefault(role, []).append(said)
            self.title = f"{heading.title} – {self.stage}: {self.title}"
        elif not heading.fields.get(Role.TIME):
            heading.heads = True
        self.take({role: text for role, text in heading.fields.items() if role is not Role.ACTIVITY})

    def take_stages(self) -> None:
        """Add what all of its stages say, each unit once."""
        self.take({role: "\n".join(dict.fromkeys(said)) for role, said in self.stages.items()})


def named(item: Item) -> Item:
    """An item that counts ("Nhiệm vụ 1. Mua máy", "Nhiệm vụ số 1") by its words or the content that its labels say."""
    if (counted := _COUNTED.match(item.title)) and role_of(counted["name"])[0] in _TASKS:
        return replace(item, title=counted["title"], marker=counted["number"])
    content = item.fields.get(Role.ACTIVITY)
    number = _LAST_NUMBER.search(item.title)
    if not content or label_role(item.title) is not Role.TASK:
        return item
    fields: dict[Role, str] = {role: text for role, text in item.fields.items() if role is not Role.ACTIVITY}
    return replace(item, title=content, marker=item.marker or (number[0] if number else ""), fields=fields)


_TASKS = frozenset({Role.TASK, Role.ACTIVITY})  # what is counted is one, also a "Hoạt động 1"
_COUNTED = re.compile(r"(?P<name>[^\W\d]+(?: [^\W\d]+){0,3}) (?P<number>\d+(?:\.\d+)*)[.):]\s+(?P<title>\S.*)")
_LAST_NUMBER = re.compile(r"\d+(?:\.\d+)*$")


def with_unit_above(item: Item) -> Item:
    """An item that says when or with whom it is done, and not by whom, as done by the unit that the heading names."""
    unit = unit_of_heading(item.section[-1]) if item.section else None
    alone = unit and any(map(item.fields.get, CORE)) and not item.fields.get(Role.LEAD)
    return replace(item, fields={**item.fields, Role.LEAD: unit or ""}) if alone else item


def time_beside(line: Line, day: str) -> str:
    """The time that an item says beside its labels, or by itself where it shares those of its list.

    Args:
        day: the time of the heading above; how often something is done then does not take its place.
    """
    said = time_words(line.block.text)
    often = day and understand_deadline(said, year=None).kind is DeadlineKind.PERIODIC
    return said if not often and (line.own or _BY_THEN.match(said)) else ""


def without_end(title: str, when: str) -> str:
    """The words of a task without the time that they end in, where more than a word or two are left of them."""
    kept = title.removesuffix(when).rstrip(" ,;.–-")
    return kept if when and len(kept.split()) > _FEW else title


_FEW = 2
_BY_THEN = re.compile(r"(?:(?:hoàn thành|xong|báo cáo)\s+)?(?:trước|chậm nhất|đến hết|trong)\b", re.IGNORECASE)


def is_row(item: Item) -> bool:
    """Whether an item says what is to be done, and who does it or when.

    "Tổ chức thực hiện" is only a heading; a task may be made of such words too ("Tổ chức văn bản", "Hoàn thành hồ sơ").
    """
    return bool(item.title) and any(map(item.fields.get, CORE)) and not names_a_column(item.title)


def left_out(lines: Sequence[Line], read: Collection[int]) -> Iterator[Doubt]:
    """That an item was not read, where most others of its list say in their own paragraph who does them or when."""
    lists: defaultdict[tuple[tuple[str, ...], int], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.level is not None and line.title and line.number:
            lists[line.section, line.level].append(at)
    for places in lists.values():
        missed = [at for at in places if at not in read]
        told = sum(any(map(lines[at].own.get, CORE)) for at in places if at in read)
        for at in missed if told > len(missed) else ():
            message = (
                f"Mục {lines[at].number}: không đọc được ai làm, khi nào như các mục cùng danh sách, cần đối chiếu"
            )
            yield Doubt(message, lines[at].block.place)
