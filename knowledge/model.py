"""The values of the domain: a plan, its tasks, targets and passages, and the place of each in its source.

All are frozen: a new version of a document makes new values. Texts are NFC with single spaces; lists keep printed
order. Field names are those of the interchange format that `extract --json` prints.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.document import Doubt, Place

__all__ = [
    "Deadline",
    "DeadlineKind",
    "Doubt",
    "Heading",
    "Passage",
    "Place",
    "Plan",
    "Progress",
    "Signer",
    "State",
    "Target",
    "Task",
    "TaskKind",
]


class DeadlineKind(StrEnum):
    """What kind of time limit a wording sets (the values are those of the interchange format)."""

    DATE = "date"
    ONGOING = "ongoing"
    PERIODIC = "periodic"
    CONDITIONAL = "conditional"
    MIXED = "mixed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: the printed words and what they mean.

    Args:
        due: the days by which something is due, ascending; empty where no day can be told.
        recur: the rhythm where it repeats ("quarterly 3-15", "monthly last"), else None.
        doubt: what a person should look at, in words that follow those of the deadline: a day that no calendar has
            (31/02; `due` then has the last day of that month), a lunar date that could not be worked out.
    """

    text: str = ""
    kind: DeadlineKind = DeadlineKind.NONE
    due: tuple[date, ...] = ()
    recur: str | None = None
    doubt: str = field(default="", compare=False)  # told once, as a doubt of the plan; not kept with the row


class TaskKind(StrEnum):
    """Whether a task is a row of an appendix table or a duty that running text gives to a unit."""

    TABLE = "table"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done, as printed.

    Args:
        section: headings from outermost to innermost, each with its number as printed.
        stt: row number as printed, or inherited (`stt_inherited`) for a further activity under the same number.
        lead, coordinate: units one by one, OCR slips mended; `lead_raw` and `coordinate_raw` keep the cells as printed.
        coin: what a figure alone in the budget counts, as the column's name says it ("triệu đồng").
        status: how the row stands by the plan's own column ("Đã hoàn thành"); a report, no deadline.
        person: who answers for it beside the office ("Phó Giám đốc Trần Văn An").
        note: what stands in brackets by a unit ("đầu mối tổng hợp").
        extra: columns that have no field of their own, (header, text).
    """

    task: str
    kind: TaskKind = TaskKind.TABLE
    section: tuple[str, ...] = ()
    stt: str = ""
    stt_inherited: bool = False
    objective: str | None = None
    activity: str | None = None
    result: str | None = None
    lead: tuple[str, ...] = ()
    lead_raw: str = ""
    coordinate: tuple[str, ...] = ()
    coordinate_raw: str = ""
    deadline: Deadline = field(default_factory=Deadline)
    budget: str | None = None
    status: str | None = None
    person: str | None = None
    note: str | None = None
    coin: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    place: Place = field(default_factory=Place)

    @property
    def number(self) -> str:
        """The number as people say it: "1." is 1, and a dash is none."""
        return self.stt.rstrip(". ") if any(c.isalnum() for c in self.stt) else ""


@dataclass(frozen=True, slots=True)
class Target:
    """A target with a figure ("tối thiểu 92%"), one indicator each."""

    text: str
    values: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or list item of the running text, whole, under its headings."""

    text: str
    section: tuple[str, ...] = ()
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and in which post."""

    name: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head and the foot of a plan say of it (Nghị định 30/2020/NĐ-CP, phụ lục I).

    Args:
        number: "300/KH-UBND", or None where the blank was never filled in; `symbol` is then still known.
        issuer: the office with its place, "Sở Nội vụ tỉnh An Bình" or "UBND tỉnh An Bình".
        issued: ISO date, possibly partial: "2023-12", "2022".
        years: calendar years the plan is for, ascending; a period has all of them.
        recipients: to whom it goes ("Nơi nhận"), as printed.
    """

    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: str | None = None
    title: str | None = None
    years: tuple[int, ...] = ()
    signer: Signer = field(default_factory=Signer)
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A document understood.

    Args:
        source: file name, e.g. "ke-hoach.docx".
        heading: number, issuer, date, title, years, signer.
        tasks: rows of the tables and duties of the running text, in document order.
        glossary: abbreviations that the document itself explains, (short, long).
        doubts: what was not sure, each with its place.
    """

    source: str
    heading: Heading = field(default_factory=Heading)
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    passages: tuple[Passage, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()


class State(StrEnum):
    """How far a task is, in the states of the state's own follow-up reports; the label is what users read."""

    NOT_STARTED = "not_started"  # chưa thực hiện
    IN_PROGRESS = "in_progress"  # đang thực hiện
    DONE_ON_TIME = "done_on_time"  # hoàn thành đúng hạn
    DONE_LATE = "done_late"  # hoàn thành quá hạn
    OVERDUE = "overdue"  # quá hạn
    EXTENSION_ASKED = "extension_asked"  # xin gia hạn
    NOT_APPLICABLE = "not_applicable"  # không còn áp dụng


@dataclass(frozen=True, slots=True)
class Progress:
    """What was last reported of a task.

    Args:
        due: the day that an admin set or moved the deadline to, None while the printed one holds.
        lead: the units to which an admin gave a row that the plan gives to none.
        asked_due: the day that a unit asks for, while the state is EXTENSION_ASKED.
        asked_for: which of several dates the extension is asked for, None where the row has one.
        done_for: which of several dates, or of a recurring duty's, the last report of completion is for; None where it
            is for the whole row.
        done: every date that is reported done or waived by itself, with the state reported, ascending.
        moved: of several dates those that were extended, (the date before, the date since).
        answered: ISO time of the last sign of the unit (a report, "remind me later"); it stops the escalation.
        remind_on: the day on which the unit asked to be reminded again.
    """

    state: State = State.NOT_STARTED
    who: str | None = None
    when: str | None = None
    note: str | None = None
    proof: str | None = None
    due: date | None = None
    asked_due: date | None = None
    asked_for: date | None = None
    done_for: date | None = None
    done: tuple[tuple[date, State], ...] = ()
    moved: tuple[tuple[date, date], ...] = ()
    answered: str | None = None
    remind_on: date | None = None
    lead: tuple[str, ...] = ()
