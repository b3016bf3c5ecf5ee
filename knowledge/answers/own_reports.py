"""The reports that running text charges a unit with: how often, by when and to whom it has to send them.

"Các phòng một năm nộp báo cáo mấy bận, nộp cho ai" names a unit and its reports, and one sentence tells all of it. What
else the unit has to do, and what others report, is not asked, however the question is read. Where a row of the unit's
own is a report as well, or several sentences tell of some, it is read like any other question.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, topic_of
from knowledge.answers.fields import answer_field
from knowledge.answers.list_words import names_of
from knowledge.language.text import folded
from knowledge.model import DeadlineKind, Task, TaskKind
from knowledge.number_sets import common
from knowledge.questions.coverage import share_covered
from knowledge.questions.query import FIELDS, LISTS, Intent
from knowledge.reply import Answer
from knowledge.search.holding import with_pair
from knowledge.tasks.task_index import Rows
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import words as unit_words

Duty = tuple[str, Task]  # with its ref

_REPORTS = re.compile(r"\b(?:bao cao|bc)\b(?! (?:nao|gi)\b)")
_SENDS = re.compile(r"\b(?:gui|nop|trinh|bao cao|bc|tong hop)\b")
_WHOM = re.compile(
    r"\b(?:ve|cho|toi|den|len|qua|gui|nop|trinh|o) (?:nhung |cac )?"
    r"(?:dau|ai|(?:noi|phong|don vi|bo phan|co quan|so|cho|to) nao)\b"
)
_OFTEN = re.compile(r"\b(?:may|bao nhieu) (?:lan|ban|dot|ky|cu|bua)\b")
_DAYS = re.compile(r"\b(?:moc|(?:nhung|cac|may) ngay|ngay nao|ngay may|khi nao|luc nao|bao gio|han)\b")
_ASKED = (*FIELDS, *LISTS, Intent.PASSAGE, Intent.GENERAL, Intent.DUTY)
_OF_REPORTS = frozenset(
    {"bao", "cao", "bc", "gui", "nop", "trinh", "tong", "hop", "ket", "qua", "dinh", "ky", "quy", "thang", "nam", "lan"}
    | {"ban", "dot", "moc", "ngay", "va"}
)
_REVIEWS = {("tong", "ket"), ("so", "ket")}  # what a report is of, and no word for any
_MOST = 0.65  # share of what is said of the reports beside that a sentence has to hold


def answer_own_reports(ask: Ask) -> Answer | None:
    """What the one sentence says that charges a unit with its reports; None where none, or more than one, may."""
    said = " ".join(map(folded, ask.query.words))
    if not _asks(ask, said):
        return None
    ask = replace(ask, query=replace(ask.query, units=_who_sends(ask, said)))
    found = _reports(ask)
    if len(found) != 1:
        return None
    ((ref, duty),) = found
    timed = _DAYS.search(said) and duty.deadline.kind is not DeadlineKind.NONE
    intent = Intent.DEADLINE if timed else Intent.PASSAGE
    query = replace(ask.query, intent=intent, asks=(intent,) if timed else (), row=ref, claim=None, where=())
    return answer_field(replace(ask, query=query))


def _asks(ask: Ask, said: str) -> bool:
    """Whether it is asked when, how often or to whom a unit that is named in front sends its reports."""
    query = ask.query
    asked = query.intent in _ASKED and not {Intent.LEAD, Intent.COORDINATE, Intent.RESULT}.intersection(query.asks)
    of_one = not (query.row or query.stay or query.compare or query.claim)
    told = _REPORTS.search(said) and (_WHOM.search(said) or _OFTEN.search(said) or _DAYS.search(said))
    return bool(asked and of_one and told and _who_sends(ask, said))


def _who_sends(ask: Ask, said: str) -> tuple[UnitMention, ...]:
    """The units that stand before the verb, or whose the reports are: the others get them."""
    verb, words = _verb(said), said.split()
    return tuple(
        unit for unit in ask.query.units if unit.end <= verb or "cua" in words[unit.start - 1 : unit.start + 1]
    )


def _verb(said: str) -> int:
    """Where the word stands that says that somebody sends."""
    found = _SENDS.search(said)
    return len(said[: found.start()].split()) if found else 0


def _reports(ask: Ask) -> list[Duty]:
    """The sentences that may be meant, rather those that say to whom and when; all rows where one of a table may be.

    A row of a table is a report of its own: it may be meant where more is said of which.
    """
    topic = _said_beside(ask)
    saying = ask.lookup.rows_of(with_pair(ask.lookup.snapshot.index, "bao", "cao"))
    led = _cited(ask, common(ask.register.of_units(names_of(ask), "lead"), saying)) or _of_heads(ask, saying)
    own = [(ref, duty) for ref, duty in led if _says_all(ask, topic, duty)]
    charged = [(ref, duty) for ref, duty in own if duty.kind is TaskKind.PROSE]
    if len(charged) < len(own) and (topic or not charged):
        return own
    sent = [(ref, duty) for ref, duty in charged if _SENT.search(folded(duty.task))]
    return [(ref, duty) for ref, duty in sent if duty.deadline.kind is not DeadlineKind.NONE] or sent


def _cited(ask: Ask, rows: Rows) -> list[Duty]:
    """The rows that are reports themselves, and do not only have one for their product."""
    found = (ask.lookup.task(ask.register.place(int(row))) for row in rows)
    duties = [(citation.ref, citation.item) for citation in found if isinstance(citation.item, Task)]
    return [(ref, duty) for ref, duty in duties if "bao cao" in folded(f"{duty.task} {duty.activity or ''}")]


def _of_heads(ask: Ask, saying: Rows) -> list[Duty]:
    """The duties of who heads such units ("các phòng nghiệp vụ" where "Trưởng các phòng nghiệp vụ" are charged)."""
    names = names_of(ask)
    named = {folded(name) for printed in names.values() for name in printed}
    duties = _cited(ask, common(common(ask.register.of_plans(names), ask.register.prose()), saying))
    return [(ref, duty) for ref, duty in duties if any(_headed(name) in named for name in duty.lead)]


def _headed(name: str) -> str:
    """The folded name of the units that somebody heads; nothing where none is named so."""
    bare = folded(name)
    heads = (f"{post} " for post in unit_words("post"))
    return next((bare.removeprefix(head) for head in heads if bare.startswith(head)), "")


_SENT = re.compile(r"\b(?:gui|nop|trinh|ve|cho) |\bbao cao (?!ket qua)")


def _said_beside(ask: Ask) -> list[str]:
    """What is said of the reports behind the verb, beside that they are some."""
    words = ask.query.words
    first = _verb(" ".join(map(folded, words)))
    units = {at for unit in ask.query.units for at in range(unit.start, unit.end)}
    topic = (at for span in ask.query.spans if span.kind == "topic" for at in range(max(span.start, first), span.end))
    bare = [*map(folded, words)]
    reviews = {at + i for at, pair in enumerate(pairwise(bare)) if pair in _REVIEWS for i in (0, 1)}
    return [words[at] for at in topic if at not in units and (at in reviews or bare[at] not in _OF_REPORTS)]


def _says_all(ask: Ask, topic: Sequence[str], duty: Task) -> bool:
    """Whether a row holds what is said of the reports beside that they are some."""
    concepts = [concept for concept in topic_of(topic, ask.lookup) if concept.known and not concept.soft]
    return not concepts or share_covered(concepts, item_words(duty)) >= _MOST
