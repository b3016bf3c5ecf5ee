"""Duties that running text gives to a named unit, one for each sentence or list item.

The unit is named in the sentence itself ("Giao Văn phòng Sở …"), at the start of the item, or in the heading above
("Sở Nội vụ có trách nhiệm:"). Outside the sections that say who does what, only a sentence that begins with a unit and
what it does is a duty; there, an item without a unit of its own has the one above it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.text import UPPER, canonical
from knowledge.model import Deadline, Heading, Passage, Task, TaskKind
from knowledge.plan.block import split_marker
from knowledge.plan.charges import charged
from knowledge.plan.dating import deadline_in
from knowledge.plan.duty_headings import assigns, helpers_of_heading, unit_of_heading
from knowledge.plan.duty_sentences import closes, whole_sentences
from knowledge.plan.duty_times import what_only, when_in
from knowledge.plan.duty_units import MORE_OF_A_NAME, does, helpers_in, known_at, units_of
from knowledge.plan.glossary import glossary
from knowledge.plan.labels import labels_in
from knowledge.plan.products import product_in
from knowledge.plan.timetable import day_above
from knowledge.units.phrase import begins_unit, whole_unit


@dataclass(frozen=True, slots=True)
class Duty:
    """A sentence and the units that it charges, as printed."""

    text: str
    lead: str
    passage: Passage
    marker: str
    inherited: bool


def duties(passages: Sequence[Passage], heading: Heading, called: Iterable[str] = ()) -> tuple[Task, ...]:
    """The duties of the running text in document order.

    Args:
        passages: of the body, with their sections.
        heading: of the plan; its year is that of dates without one.
        called: the units that the rows of the plan name.
    """
    known = known_units(passages, heading)
    return tuple(task_of(duty, heading, known) for duty in charges_in(passages, heading, called))


def charges_in(passages: Sequence[Passage], heading: Heading, called: Iterable[str] = ()) -> list[Duty]:
    """The sentences of the running text that charge somebody, as `duties`."""
    found = _Reader(known_units(passages, heading), heading.place, frozenset(map(canonical, called)))
    addressed = {text.strip(" .;") for text in heading.recipients}
    told = [duty for p in passages if split_marker(p.text)[1].strip(" .;") not in addressed for duty in found.read(p)]
    reports = (heading.title or "").startswith("Báo cáo")
    return [duty for duty in told if not (reports and _ASKS.match(duty.text))]


_ASKS = re.compile(
    r"(?:Kính |Trân trọng )?[Đđ]ề nghị\b|Kiến nghị\b"
)  # what a report asks of others is no plan of theirs


def known_units(passages: Sequence[Passage], heading: Heading) -> frozenset[str]:
    """The units that stand alone somewhere, as a heading or a recipient, canonical.

    Where a sentence begins with one of them, its end needs no verb that is known: "Phòng Quản lý thu giải đáp …".
    """
    headings = dict.fromkeys(
        path[:n] for path in dict.fromkeys(p.section for p in passages) for n in range(1, len(path) + 1)
    )
    named = (unit_of_heading(path[-1]) for path in headings)
    wholes = filter(None, (*named, *map(whole_unit, heading.recipients)))
    short = (
        short
        for short, long in glossary(passage.text for passage in passages)
        if begins_unit(long) or begins_unit(short)
    )
    return frozenset(canonical(name.strip(" .:;")) for name in (*wholes, *short))


def _placed_at(text: str, place: str | None) -> str | None:
    """The unit that a text begins with, where it ends with the plan's own place ("Viễn thông An Lạc kéo cáp …")."""
    named = re.match(rf"[^.,;:()]{{3,90}}?\b{re.escape(place)}(?=\s)", text) if place else None
    after = text[named.end() :].split(maxsplit=1)[:1] if named and begins_unit(text) else []
    return named[0] if named and after and does(after[0]) else None


class _Reader:
    """Walks over the passages and remembers which item named a unit."""

    def __init__(
        self, known: frozenset[str] = frozenset(), place: str | None = None, called: frozenset[str] = frozenset()
    ) -> None:
        self.known = known
        self.place = place
        self.called = called
        self.of_item: dict[tuple[str, ...], str] = {}

    def read(self, passage: Passage) -> Iterator[Duty]:
        marker, text = split_marker(passage.text)
        if _is_label(text) or _SOMEBODY.fullmatch(text):
            return
        assigning = assigns(passage.section)
        lead = self._above(passage.section)
        if lead is None and assigning and (unit := whole_unit(text)) and (":" in unit or text.rstrip().endswith(":")):
            self.of_item[(*passage.section, marker)] = unit
            return
        first, ordered = True, bool(passage.section or marker or text.endswith("./."))
        for sentence in whole_sentences(text):
            ordered = ordered or bool(_ORDERS.match(sentence))
            if closes(sentence):
                lead = None
            elif not ordered:
                continue  # what introduces the plan charges nobody; what ends it ("./.") does
            numbered = first and any(map(str.isalnum, marker))
            own = charged(sentence, assigning=assigning, inherited=lead is not None, numbered=numbered)
            own = self._as_known(own, sentence) if numbered or assigning else own
            if own and assigning and first and marker:
                self.of_item[(*passage.section, marker)] = own
            lead = own or lead
            if lead and (own or assigning):
                yield Duty(sentence, lead, passage, marker, inherited=not first)
            first = False

    def _as_known(self, own: str | None, sentence: str) -> str | None:
        """The unit that a sentence begins with as it is known, where its end was not seen, or seen at another word."""
        name, colon, _ = sentence.partition(":")
        if colon and canonical(name) in self.called:
            return name.strip()  # "Phòng Quản lý thu và Phát triển người tham gia: chốt số liệu …"
        called = known_at(sentence, self.called, ("là",) if own else ())  # "Phòng Việc làm | là đầu mối …"
        if called and not MORE_OF_A_NAME.match(sentence, len(called)):
            return called if own is None or own.startswith(f"{called} ") or called.startswith(own) else own
        known = known_at(sentence, self.known) or _placed_at(sentence, self.place)
        return known if known and (own is None or own.startswith(f"{known} ")) else own

    def _above(self, section: tuple[str, ...]) -> str | None:
        """The unit that the headings above name, the nearest one."""
        for depth in range(len(section), 0, -1):
            path = section[:depth]
            unit = self.of_item.get(path) or unit_of_heading(path[-1]) or self._called_so(path[-1])
            if unit:
                return unit
        return None

    def _called_so(self, title: str) -> str | None:
        """A heading that is no more than what a row calls who does it ("7. Nhân viên y tế")."""
        name = (split_marker(title)[1] or title).strip(" .:;")
        return name if canonical(name) in self.called else None


def _is_label(text: str) -> bool:
    """Whether a passage is only labels ("Đơn vị chủ trì: …"): those are cells, and their names are no units."""
    parted = labels_in(text)
    return bool(parted.labels) and not parted.title


# Who somebody is: "Trưởng Tiểu ban: đồng chí Lê A, Phó Chủ tịch Hội."
_SOMEBODY = re.compile(
    rf"[^:;]{{3,60}}: (?i:đồng chí|đ/c|ông|bà) [{UPPER}](?:(?!chủ trì|phụ trách)[^;:.]){{2,80}}[.;]?"
)
_ORDERS = re.compile(r"(?:Yêu cầu|Giao|Đề nghị)\b")


def task_of(duty: Duty, heading: Heading, known: frozenset[str]) -> Task:
    """A duty as a task of the running text."""
    words = when_in(duty.text) or day_above(duty.passage.section)
    deadline = deadline_in(words, heading, duty.passage.section) if words else Deadline()
    above = (named for title in reversed(duty.passage.section) if (named := helpers_of_heading(title)))
    coordinate = helpers_in(duty.text, known) or next(above, "")
    return Task(
        task=_what(duty, words),
        kind=TaskKind.PROSE,
        section=duty.passage.section,
        stt=duty.marker,
        stt_inherited=duty.inherited,
        lead=units_of(duty.lead),
        lead_raw=duty.lead,
        coordinate=units_of(coordinate) if coordinate else (),
        coordinate_raw=coordinate or "",
        deadline=deadline,
        result=product_in(duty.text, words),
        place=duty.passage.place,
    )


def _what(duty: Duty, when: str) -> str:
    """What is to be done: the sentence; the words between where it only says who at its start and when at its end."""
    text = what_only(duty.text, when)
    tail = re.search(rf"[\s(,]*{re.escape(when)}\W*$", text) if when else None
    apart = len(text) < len(duty.text)
    if not (tail or apart) or not text.startswith(f"{duty.lead} "):
        return text
    between = _BRACKET.sub("", text[len(duty.lead) : tail.start() if tail else None].strip()).strip(" ,;")
    return text if not between or between.count("(") > between.count(")") else between


_BRACKET = re.compile(r"^\([^()]*\)")  # behind the unit: its short form, what it is in the plan
