"""Duties that running text gives to a named unit, one for each sentence or list item.

The unit is named in the sentence itself ("Giao Văn phòng Sở …"), at the start of the item, or in the heading above
("Sở Nội vụ có trách nhiệm:"). Outside the sections that say who does what, only a sentence that begins with a unit and
what it does is a duty; there, an item without a unit of its own has the one above it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines import understand_deadline
from knowledge.model import Deadline, Heading, Passage, Task, TaskKind
from knowledge.plan.lines import UPPER, split_marker
from knowledge.plan.sentences import sentences
from knowledge.plan.time_words import time_words
from knowledge.plan.unit_phrase import Phrase, begins_unit, duty_words, is_people, unit_at, whole_unit
from knowledge.text import canonical


def duties(passages: Sequence[Passage], heading: Heading) -> tuple[Task, ...]:
    """The duties of the running text in document order.

    Args:
        passages: of the body, with their sections.
        heading: of the plan; its year is that of dates without one.
    """
    year = heading.years[-1] if heading.years else None
    found = _Reader()
    return tuple(_task(duty, year, heading.issued) for passage in passages for duty in found.read(passage))


@dataclass(frozen=True, slots=True)
class _Duty:
    """A sentence and the units that it charges, as printed."""

    text: str
    lead: str
    passage: Passage
    marker: str
    inherited: bool


class _Reader:
    """Walks over the passages and remembers which item named a unit."""

    def __init__(self) -> None:
        self.of_item: dict[tuple[str, ...], str] = {}

    def read(self, passage: Passage) -> Iterator[_Duty]:
        marker, text = split_marker(passage.text)
        assigning = _assigns(passage.section)
        lead = self._above(passage.section)
        if lead is None and assigning and (unit := whole_unit(text)) and text.rstrip().endswith(":"):
            self.of_item[(*passage.section, marker)] = unit
            return
        first = True
        for sentence in sentences(text):
            if _closes(sentence):
                lead = None
            own = _charged(sentence, assigning=assigning or lead is not None, opening=not passage.section)
            if own and assigning and first and marker:
                self.of_item[(*passage.section, marker)] = own
            lead = own or lead
            if lead and (own or assigning) and not _only_cites(sentence):
                yield _Duty(sentence, lead, passage, marker, inherited=not first)
            first = False

    def _above(self, section: tuple[str, ...]) -> str | None:
        """The unit that the headings above name, the nearest one."""
        for depth in range(len(section), 0, -1):
            path = section[:depth]
            unit = self.of_item.get(path) or _of_heading(path[-1])
            if unit:
                return unit
        return None


def _assigns(section: tuple[str, ...]) -> bool:
    """Whether a section says who does what."""
    cues = [canonical(cue) for cue in duty_words()["sections"]]
    return any(cue in canonical(title) for title in section for cue in cues) or any(map(_of_heading, section))


_ROLE = re.compile(
    r"\s*(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|thực hiện|tổ chức thực hiện)?\s*[:.]?\s*$"
)
_OF = re.compile(
    r"^(?:trách nhiệm (?:của|thực hiện của)?|nhiệm vụ của|đối với|giao(?: cho)?|phân công|đề nghị)\s+", re.IGNORECASE
)


def _of_heading(title: str) -> str | None:
    """The unit that a heading names, whole: "2. Sở Nội vụ có trách nhiệm:"."""
    text = split_marker(title)[1] or title
    text = _ROLE.sub("", _OF.sub("", text))
    if not text or (text.isupper() and len(text.split()) > 14):
        return None
    return whole_unit(text.capitalize() if text.isupper() else text)


_ORDER = "|".join(re.escape(word) for word in sorted(duty_words()["orders"], key=len, reverse=True))
_OPENS = re.compile(
    rf"(?:(?:Trên đây|Đồng thời|Ngoài ra|Bên cạnh đó|Riêng)[^;]*?,\s*)?(?:{_ORDER})\s+(?=\w)", re.IGNORECASE
)
_ADVERBIAL = re.compile(
    r"(?:căn cứ|trên cơ sở|hằng|hàng|định kỳ|cuối|đầu|trước|trong|sau|khi|để|nhằm|ngoài|riêng|đồng thời|tùy|theo"
    r"|trường hợp|trên đây|đối với)\b",
    re.IGNORECASE,
)


def _charged(sentence: str, *, assigning: bool, opening: bool) -> str | None:
    """The units that a sentence charges itself, as printed; None where it names none."""
    if opening and not re.match(r"Trên đây|Yêu cầu|Giao|Đề nghị", sentence):
        return None
    for start in _starts(sentence, assigning=assigning):
        phrase = unit_at(sentence, start)
        if phrase and not (is_people(phrase.name) and not assigning) and not _is_order_for_all(phrase):
            return phrase.name
    return None


def _is_order_for_all(phrase: Phrase) -> bool:
    return phrase.verb in ("đưa", "mở", "in") and not begins_unit(phrase.name)


def _starts(sentence: str, *, assigning: bool) -> Iterator[int]:
    """Where a unit that is charged may be named: at the start, after an order, after what leads up to it."""
    if match := _OPENS.match(sentence):
        yield match.end()
    yield 0
    if match := re.search(r"\bdo (?=\w)[^,;]{3,60}?(?= (?:trực tiếp|chịu trách nhiệm|đảm nhiệm))", sentence):
        yield match.start() + 3
    for match in re.finditer(rf"[,;]\s+(?:và\s+)?(?:{_ORDER})\s+", sentence, re.IGNORECASE):
        yield match.end()
    if not assigning:
        return
    if _ADVERBIAL.match(sentence):
        yield from (match.end() for match in re.finditer(r"[,;]\s+", sentence))
    yield from (match.end() for match in re.finditer(r";\s+", sentence))


def _closes(sentence: str) -> bool:
    """The last sentence of a plan speaks of the whole plan, not for the item before it."""
    return bool(re.match(r"Trên đây là\b|Trong quá trình (?:triển khai|thực hiện|tổ chức)\b", sentence))


def _only_cites(sentence: str) -> bool:
    """A piece of an enumeration of documents that a full stop cut off is no duty."""
    return bool(
        re.match(r"(?:Quyết định|Nghị quyết|Nghị định|Kế hoạch|Công văn|Chỉ thị|Thông tư|Luật)\s+số\b", sentence)
    )


def _task(duty: _Duty, year: int | None, issued: str | None) -> Task:
    words = time_words(duty.text)
    deadline = understand_deadline(words, year=year, issued=issued) if words else Deadline()
    coordinate = _coordinate(duty.text)
    return Task(
        task=duty.text,
        kind=TaskKind.PROSE,
        section=duty.passage.section,
        stt=duty.marker,
        stt_inherited=duty.inherited,
        lead=_split(duty.lead),
        lead_raw=duty.lead,
        coordinate=_split(coordinate) if coordinate else (),
        coordinate_raw=coordinate or "",
        deadline=deadline,
        place=duty.passage.place,
    )


def _coordinate(sentence: str) -> str | None:
    """Whom the unit works with: "phối hợp với Sở Tài chính và các đơn vị liên quan …"."""
    match = re.search(r"phối hợp(?: chặt chẽ)?(?: với| cùng)?\s+(?=\w)", sentence)
    phrase = unit_at(sentence, match.end()) if match else None
    return phrase.name if phrase else None


def _split(names: str) -> tuple[str, ...]:
    """Units one by one: a new one begins with a head of its own in capitals."""
    pieces = re.split(rf"(?:[,;]\s+(?:và\s+)?|\s+và\s+)(?=[{UPPER}])", names)
    result: list[str] = []
    for piece in pieces:
        if result and not begins_unit(piece):
            result[-1] = f"{result[-1]}, {piece}"
        else:
            result.append(piece)
    return tuple(result)


def leads(tasks: Iterable[Task]) -> tuple[str, ...]:
    """The units that duties name, each once, in order."""
    return tuple(dict.fromkeys(name for task in tasks for name in task.lead))
