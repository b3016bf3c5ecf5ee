"""Builders with defaults: a test names only what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from knowledge.library.snapshot import LoadedPlan, load
from knowledge.model import Deadline, DeadlineKind, Heading, Plan, Task
from scheduler.access import Access
from scheduler.clock import VIETNAM
from scheduler.directory import Chat, Directory, Link
from scheduler.items import Delivered, Item, Key, Kind, StageSeries
from scheduler.ledger import Ledger
from scheduler.people import PeopleStore
from scheduler.rule_context import RuleInputs
from scheduler.settings import Reminders


def a_deadline(*due: date, text: str = "", kind: DeadlineKind | None = None) -> Deadline:
    """A deadline on the given days, or none."""
    kind = kind or (DeadlineKind.DATE if due else DeadlineKind.NONE)
    return Deadline(text=text or "; ".join(f"Trước ngày {day:%d/%m/%Y}" for day in due), kind=kind, due=due)


def a_task(**changes: Any) -> Task:
    """A row of an appendix table of the invented Sở Nội vụ tỉnh An Bình."""
    task = Task(
        task="Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực",
        section=("I. Chuyển đổi số",),
        stt="1",
        result="Hồ sơ được số hóa",
        lead=("Văn phòng Sở",),
        lead_raw="Văn phòng Sở",
        coordinate=("Phòng Cải cách hành chính",),
        coordinate_raw="Phòng Cải cách hành chính",
        deadline=a_deadline(date(2027, 6, 30), text="Trước ngày 30/6/2027"),
    )
    return replace(task, **changes)


def a_plan(tasks: Sequence[Task] | None = None, **changes: Any) -> Plan:
    """A plan of that office with one row, or the given ones."""
    heading = Heading(
        number="12/KH-SNV",
        symbol="KH-SNV",
        issuer="Sở Nội vụ tỉnh An Bình",
        place="An Bình",
        issued="2026-12-15",
        title="Kế hoạch Cải cách hành chính năm 2027",
        years=(2027,),
    )
    plan = Plan(source="ke-hoach-2027.txt", heading=heading, tasks=tuple([a_task()] if tasks is None else tasks))
    return replace(plan, **changes)


def a_loaded_plan(tasks: Sequence[Task] | None = None, stem: str = "ke-hoach-2027", **changes: Any) -> LoadedPlan:
    """That plan as the library holds it."""
    return load(stem, a_plan(tasks, **changes))


OFFICE = "Sở Nội vụ tỉnh An Bình"
ADMIN = 1
UNIT_CHAT = -1001


def a_link(unit: str = "Văn phòng Sở", chat: int = UNIT_CHAT, **changes: Any) -> Link:
    """A group that stands for a unit of that office."""
    return replace(Link(unit, OFFICE, Chat(chat)), **changes)


def a_directory(*links: Link, **changes: Any) -> Directory:
    """The links, with one admin."""
    return replace(Directory(links=links or (a_link(),), admins=(Chat(ADMIN),)), **changes)


def the_inputs(*tasks: Task, **changes: Any) -> RuleInputs:
    """That office's plan with the given rows, its Văn phòng linked, the first row due on 30 June 2027.

    Only the reminders of dates are said unless a test asks for those of periods.
    """
    quiet = Reminders(week_ahead=False, month_overview=False, ongoing="never")
    inputs = RuleInputs(plans=(a_loaded_plan(tasks or None),), directory=a_directory(), settings=quiet)
    return replace(inputs, **changes)


def some_people(
    *, users: Iterable[int] = (), groups: Iterable[int] = (), admins: Iterable[int] = (), leaders: Iterable[int] = ()
) -> PeopleStore:
    """A store of people in memory in which these are let in."""
    store = PeopleStore(None)
    named = Access(frozenset(users), frozenset(groups), frozenset(leaders), frozenset(admins))
    store.take_over(named, at("2027-01-01 08:00"))
    return store


HEARD = Delivered(
    reached={("unit:van phong so", 1, "introduction", chat): 1 for chat in (UNIT_CHAT, -5, -7, 77, 9, ADMIN)}
)
"""Chats that have had their introduction."""


def introduced(ledger: Ledger) -> Ledger:
    """The ledger of an office whose units and admins have been written to before."""
    day = date(2026, 1, 5)
    for _, _, _, chat in HEARD.reached:
        key = Key("unit:van phong so", day, StageSeries.INTRODUCTION, 1, chat)
        item = Item(key, Kind.INTRODUCTION, Chat(chat), "Văn phòng Sở", day)
        claim = ledger.claim([item], at("2026-01-05 08:00"))
        ledger.record(claim or "", [item], at("2026-01-05 08:00"))
    return ledger


def at(text: str) -> datetime:
    """A time in Vietnam: "2027-06-23 08:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
