"""What happened to a row, one entry after the other, and what holds of it after them. Pure.

An extension is asked by a unit and decided by an admin; only the decision moves the date. What was taken back counts as
if it had not been.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowledge.model import Progress, State
from knowledge.tasks.standing import CLOSED

SEVERAL = "; "  # between the units to which a row was given


class Act(StrEnum):
    """What somebody did."""

    REPORT = "report"  # a state, `day` the date that it is for
    LATER = "later"  # asked to be reminded again on `day`
    ASK = "ask"  # asked for an extension to `day`
    GRANT = "grant"  # an admin moved the date to `day`
    REFUSE = "refuse"
    DATE = "date"  # an admin set the date of a row to `day`
    LEAD = "lead"  # an admin gave a row that the plan gives to nobody to the units in `note`


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A document or picture that came with a report, as the messenger keeps it: its id there, "document" or "photo"."""

    id: str
    kind: str
    name: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """As it is stored."""
        return {"file": self.id, "file_kind": self.kind, "file_name": self.name}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody said of a row.

    Args:
        number: its number in the history of all rows.
        at: ISO time; `undone_at`, `undone_by` are set where it was taken back.
        day: the date that the act is about (see `Act`); `for_day`: the one of several dates that an extension is for.
    """

    number: int
    ref: str
    act: Act
    at: str
    who: str = ""
    state: State | None = None
    note: str | None = None
    proof: str | None = None
    file: ProofFile | None = None
    day: date | None = None
    for_day: date | None = None
    undone_at: str | None = None
    undone_by: str | None = None


def fold(entries: Iterable[Entry]) -> Progress:
    """What holds of a row after what happened to it, the oldest first."""
    progress = Progress()
    before = progress  # the report that holds again once an extension is decided
    for entry in entries:
        if entry.undone_at is None:
            if progress.state is not State.EXTENSION_ASKED:
                before = progress
            progress = _after(progress, entry, before)
    return progress


def _after(progress: Progress, entry: Entry, before: Progress) -> Progress:
    said = replace(progress, who=entry.who, when=entry.at, answered=entry.at)
    if entry.act is Act.REPORT and entry.state is not None:
        reported = replace(said, state=entry.state, note=entry.note, proof=entry.proof, remind_on=None)
        return _for_its_date(reported, entry.state, entry.day)
    if entry.act is Act.LEAD:
        return replace(progress, lead=tuple(filter(None, (entry.note or "").split(SEVERAL))))
    if entry.act is Act.LATER:
        return replace(progress, answered=entry.at, remind_on=entry.day)
    if entry.act is Act.ASK:
        return replace(said, state=State.EXTENSION_ASKED, asked_due=entry.day, asked_for=entry.for_day, note=entry.note)
    return _decided(progress, entry, before)


def _decided(progress: Progress, entry: Entry, before: Progress) -> Progress:
    again = replace(progress, state=before.state, who=before.who, when=before.when, note=before.note)
    decided = replace(again, asked_due=None, asked_for=None)
    if entry.act is Act.REFUSE:
        return decided
    if entry.act is Act.GRANT and progress.asked_for and entry.day:
        return replace(decided, moved=_moved(progress.moved, progress.asked_for, entry.day))
    return replace(decided, due=entry.day, moved=())  # a date that is set holds for the whole row


def _for_its_date(progress: Progress, state: State, day: date | None) -> Progress:
    """A report of one of several dates: it closes that one, or opens it again; a report of the whole row keeps them."""
    if day is None:
        return replace(progress, done_for=None) if state in CLOSED else progress
    done = {**dict(progress.done), day: state}
    if state not in CLOSED:
        del done[day]
        return replace(progress, done=tuple(sorted(done.items())))
    return replace(progress, done_for=day, done=tuple(sorted(done.items())))


def _moved(moved: tuple[tuple[date, date], ...], of: date, until: date) -> tuple[tuple[date, date], ...]:
    """The moved dates with one more; a date that was moved before keeps the one that it came from."""
    origin = next((before for before, since in moved if since == of), of)
    return tuple(sorted({**dict(moved), origin: until}.items()))
