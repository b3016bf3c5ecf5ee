"""Years over invented and over real plans, and the month of a unit that never answers."""

import itertools
import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from builders import a_deadline, a_link, a_loaded_plan, a_task, some_people
from simulation import FIRST, UNITS, Year
from virtual_time import in_virtual_time

from knowledge.library.snapshot import LoadedPlan, load
from knowledge.model import Deadline
from knowledge.plan.understanding import understand
from knowledge.readers import read
from knowledge.tasks.progress import ProgressStore
from scheduler.clock import VIETNAM
from scheduler.delivery import Delivery, Outcome
from scheduler.digest import Message
from scheduler.ledger import Ledger
from scheduler.run import Stores, run_pass
from scheduler.settings import Reminders
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore


@dataclass
class Month:
    """What a unit got that never answered: (day, the rows listed) for each message; `refs` are the rows it chairs."""

    refs: list[str]
    to_unit: list[tuple[date, list[str]]] = field(default_factory=list)


def a_silent_month(
    plan: LoadedPlan,
    first: date,
    last: date,
    unit: str = "Văn phòng Sở",
    settings: Reminders | None = None,
    *,
    hours: Sequence[int] = (8, 9, 15),
    off: Collection[date] = (),
) -> Month:
    """Passes three times a day, or at these hours, over a plan of which one unit has a chat and never reports.

    On some days the machine is `off`.
    """
    office = plan.plan.heading.issuer or ""
    empty = Ledger(None), UnitStore(None), WorkdayStore(None), ProgressStore(None)
    stores = Stores(
        lambda: (plan,), *empty, people=some_people(groups=[-10]), office=office, settings=settings or Reminders()
    )
    stores.units.link(a_link(unit, -10, office=office))
    rows = zip(plan.task_refs, plan.plan.tasks, strict=True)
    month = Month([ref for ref, task in rows if unit in task.lead])
    now = datetime.combine(first, time(), VIETNAM)

    async def send(message: Message) -> Delivery:
        if message.chat.id == -10:
            month.to_unit.append((now.date(), [item.key.ref for item in message.shown]))
        return Delivery(Outcome.SENT, message.chat.id, message=len(month.to_unit))

    def clock() -> datetime:
        return now

    async def live() -> None:
        nonlocal now
        for ordinal, hour in itertools.product(range(first.toordinal(), last.toordinal() + 1), hours):
            day = date.fromordinal(ordinal)
            if day not in off:
                now = datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)
                await run_pass(stores, send, clock)

    in_virtual_time(live)
    stores.close()
    return month


def an_invented_year(seed: int, days: int = 365, tasks: int = 12) -> Year:
    """A year over two invented plans of the office."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    plans = [
        a_loaded_plan(
            [
                a_task(
                    stt=str(n),
                    task=f"Nhiệm vụ {n}",
                    lead=_leads(chance),
                    deadline=a_deadline(FIRST + timedelta(days=chance.randrange(days))),
                )
                for n in range(tasks)
            ],
            stem=stem,
        )
        for stem in ("ke-hoach-a", "ke-hoach-b")
    ]
    return Year(seed, plans, days)


def the_real_year(folder: Path, seed: int, days: int = 365) -> Year:
    """A year over the plans of a folder, their dates brought into it; units as the plans print them."""
    plans = []
    for file in sorted(folder.glob("*.txt")):
        plan = understand(read(file))
        tasks = tuple(replace(task, deadline=_into_year(task.deadline)) for task in plan.tasks)
        plans.append(load(file.stem, replace(plan, tasks=tasks, heading=replace(plan.heading, years=(FIRST.year,)))))
    year = Year(seed, plans, days)
    issuers = {loaded.plan.heading.issuer or "" for loaded in plans}
    for issuer, (n, unit) in itertools.product(sorted(issuers), enumerate(("Văn phòng Sở", "Thanh tra Sở"))):
        chat = -100 - n - 10 * sorted(issuers).index(issuer)
        year.stores.units.link(a_link(unit, chat, office=issuer))
        year.stores.people.tie(chat, unit, by="VP", now=year.now)
    return year


def _into_year(deadline: Deadline) -> Deadline:
    due = tuple(sorted(date(FIRST.year, day.month, min(day.day, 28)) for day in deadline.due))
    return replace(deadline, due=tuple(dict.fromkeys(due)), recur=None if due else deadline.recur)


def _leads(chance: random.Random) -> Sequence[str]:
    return tuple(chance.sample(UNITS, chance.choice((1, 1, 2))))
