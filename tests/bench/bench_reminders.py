"""Reminders: a pass over 100,000 tasks and 1,000 chats, simulated years, and a sender killed again and again.

The running bot is killed by `bench_chat`.
"""

import asyncio
import itertools
import logging
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from builders import a_deadline, a_link, a_loaded_plan, a_task, at, some_people
from dying import lives_until_done
from simulated_years import an_invented_year, the_real_year
from simulation import Year

from knowledge.library.snapshot import LoadedPlan
from knowledge.tasks.progress import ProgressStore
from scheduler.delivery import Delivery, Outcome
from scheduler.digest import Message
from scheduler.ledger import Ledger
from scheduler.run import Stores, messages_due, run_pass
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

TASKS, CHATS, PLANS = 100_000, 1_000, 100
BUDGET = 10.0  # seconds of the processor
YEARS = 30
KILLS = 200
SHARED = Path(__file__).resolve().parents[3] / "shared"
NOW = at("2027-06-21 08:00")  # a Monday


def main() -> list[str]:
    """Prints the three tables; what was not held."""
    logging.getLogger("scheduler").setLevel(logging.ERROR)
    return [*_big_pass(), *_years(), *_kills()]


def a_plan(number: int, rows: int, units: int, chance: random.Random) -> LoadedPlan:
    """A plan whose rows fall to units and on days of the year by chance."""
    made = [
        a_task(
            stt=str(n),
            task=f"Nhiệm vụ {n} của kế hoạch {number}",
            lead=(f"Phòng {chance.randrange(units)}",),
            deadline=a_deadline(date(2027, 1, 1) + timedelta(days=chance.randrange(365))),
        )
        for n in range(rows)
    ]
    return a_loaded_plan(made, stem=f"ke-hoach-{number}")


def _big_pass() -> Iterator[str]:
    chance = random.Random(1)  # noqa: S311 - a simulation
    plans = tuple(a_plan(n, TASKS // PLANS, CHATS, chance) for n in range(PLANS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "planbot.db"
        stores = Stores(
            lambda: plans,
            Ledger(path),
            UnitStore(path),
            WorkdayStore(path),
            ProgressStore(path),
            people=some_people(admins=[1], groups=[-1001 - n for n in range(CHATS)]),
        )
        for n in range(CHATS):
            stores.units.link(a_link(f"Phòng {n}", -1001 - n))
        print(f"{TASKS} tasks, {CHATS} chats (budget: {BUDGET:.0f} s of the processor, without sending)")
        for when in (NOW, at("2027-07-01 08:00")):  # the second is the first working day of a month, with its report
            began = time.process_time()
            found = messages_due(stores, when)
            items, spent = sum(len(message.items) for message in found), time.process_time() - began
            print(f"  first pass, at {when:%Y-%m-%d %H:%M} {spent:6.2f} s  {len(found)} messages, {items} items")
            if spent > BUDGET:
                yield f"a first pass took {spent:.1f} s of {BUDGET:.0f}"
        began = time.process_time()
        passed = asyncio.run(run_pass(stores, _instantly, lambda: NOW))
        print(f"  the same, claimed, sent to nobody and recorded {time.process_time() - began:6.2f} s  {passed}")
        for when in map(at, ("2027-06-21 08:15", "2027-06-22 08:00", "2027-07-01 08:00")):
            began = time.process_time()
            found = messages_due(stores, when)
            print(f"  pass at {when:%Y-%m-%d %H:%M} {time.process_time() - began:6.2f} s  {len(found)} messages")
        for store in (stores.ledger, stores.units, stores.workdays, stores.progress):
            store.close()


async def _instantly(message: Message) -> Delivery:
    return Delivery(Outcome.SENT, message.chat.id, message=1)


def _years() -> list[str]:
    began = time.perf_counter()
    total: dict[str, int] = {}
    problems: list[str] = []
    for year in itertools.chain(map(an_invented_year, range(YEARS)), _real()):
        year.run()
        problems.extend(f"seed {year.seed}: {problem}" for problem in year.problems)
        for name, count in vars(year.counts).items():
            total[name] = total.get(name, 0) + count
    figures = ", ".join(f"{name} {count}" for name, count in total.items())
    print(f"simulated years: {figures}; problems {len(problems)} ({time.perf_counter() - began:.0f} s)")
    for problem in problems[:10]:
        print(f"  {problem}")
    return [f"{len(problems)} problems in simulated years"] if problems else []


def _real() -> Iterator[Year]:
    """Years over the real plans, where they are beside this checkout."""
    if SHARED.is_dir():
        for seed in range(3):
            yield the_real_year(SHARED / "plans", seed)


def _kills() -> list[str]:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        toll = lives_until_done(Path(folder), KILLS, seed=1)
    what = f"{toll.kills} kills, {toll.lost} lost, {toll.repeated} repeated"
    print(f"a sender killed at random calls: {what} ({time.perf_counter() - began:.0f} s)")
    return [f"{toll.lost} reminders lost by kills"] if toll.lost else []
