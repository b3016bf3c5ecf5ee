"""What one machine with SQLite carries: one office, sixty, and a million rows, opened from the stored data folder.

Each size in processes of their own: one fills the folder as a bot that has run before has it, another opens it and is
asked. Seconds and milliseconds are CPU time, memory is what the process holds after the questions, the pass is what a
reminder pass of a working morning works out without sending. The rows are those of `recombined`, 500 to a plan; every
office has ten plans and as many chats as units. PLANBOT_BENCH_LARGE=0 leaves out the million.
"""

import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import psutil

sys.path.append(str(Path(__file__).resolve().parents[1]))

from builders import a_deadline, a_link, at, some_people

from knowledge.database import DATABASE_NAME
from knowledge.identity import LoadedPlan
from knowledge.language.text import folded
from knowledge.library.library import Library
from knowledge.library.store import Store, Version
from knowledge.model import Task
from knowledge.tasks.progress import ProgressStore
from scheduler.ledger import Ledger
from scheduler.run import Stores, messages_due
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

from .recombined import lists, plans, questions

OFFICE = 5_000  # rows
SIZES = {"1 office": OFFICE, "60 offices": 60 * OFFICE, "1,000,000 rows": 1_000_000}
CHATS = 10  # for each office
NOW = at("2027-03-01 08:00")  # a Monday
HEADER = (
    f"{'':16}{'rows':>10}{'fill s':>8}{'disk MB':>9}{'open s':>8}{'first s':>9}{'row p50':>9}{'p95 ms':>8}"
    f"{'list p50':>10}{'p95 ms':>8}{'MB':>7}{'pass s':>8}{'messages':>10}"
)


def main() -> None:
    """Print the table."""
    large = os.environ.get("PLANBOT_BENCH_LARGE", "1") != "0"
    print(HEADER)
    for name, rows in SIZES.items():
        if rows < 1_000_000 or large:
            with tempfile.TemporaryDirectory() as folder:
                print(_line(name, rows, {**_child("fill", rows, folder), **_child("ask", rows, folder)}), flush=True)


def _line(name: str, rows: int, found: dict[str, float]) -> str:
    return (
        f"{name:16}{rows:>10,}{found['fill']:>8.0f}{found['disk']:>9.0f}{found['open']:>8.1f}{found['first']:>9.2f}"
        f"{found['row p50']:>9.1f}{found['row p95']:>8.1f}{found['list p50']:>10.1f}{found['list p95']:>8.1f}"
        f"{found['memory']:>7.0f}{found['pass']:>8.1f}{found['messages']:>10.0f}"
    )


def _child(step: str, rows: int, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.bench_scale", step, str(rows), folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _fill(rows: int, folder: Path) -> dict[str, float]:
    began = time.process_time()
    store = Store(folder / DATABASE_NAME)
    for loaded in plans(rows):
        found = of_an_office(loaded)
        store.add(Version(found.stem, 1, found.plan.source, "", "", ""), found)
    store.close()
    Library.open(folder).close()
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return {"fill": time.process_time() - began, "disk": disk / 2**20}


def of_an_office(loaded: LoadedPlan) -> LoadedPlan:
    """The plan as one of ten of its office, its rows due in the month that they name."""
    office = int(loaded.stem.removeprefix("plan-")) // 10
    heading = replace(loaded.plan.heading, issuer=f"Sở Nội vụ tỉnh {office}", years=(2027,))
    return replace(loaded, plan=replace(loaded.plan, heading=heading, tasks=tuple(map(_due, loaded.plan.tasks))))


def _due(task: Task) -> Task:
    made = re.fullmatch(r"Tháng (\d+)/2027", task.deadline.text)
    return replace(task, deadline=a_deadline(date(2027, int(made[1]), 28), text=made[0])) if made else task


def _ask(rows: int, folder: Path) -> dict[str, float]:
    from knowledge.answers.answer import answer  # noqa: PLC0415 - counted to the first answer
    from knowledge.answers.ask import Context  # noqa: PLC0415 - as above
    from knowledge.answers.ready import get_ready  # noqa: PLC0415 - as above

    began = time.process_time()
    library = Library.open(folder)
    opened = time.process_time()
    gc.freeze()  # as the bot does with a large snapshot
    context = Context(today=NOW.date())

    def taken(text: str) -> float:
        start = time.process_time()
        answer(text, library.snapshot, context=context)
        return 1000 * (time.process_time() - start)

    first = taken(questions()[0].text) / 1000
    get_ready(library.snapshot)  # as the bot does beside
    row = sorted(taken(text) for asked in questions() for text in (asked.text, folded(asked.text)))
    listed = sorted(map(taken, lists()))
    memory = psutil.Process().memory_info().rss / 2**20
    found = {"open": opened - began, "first": first, "memory": memory, **_passed(library, folder)}
    return found | {
        f"{kind} p{share}": times[len(times) * share // 100]
        for kind, times in (("row", row), ("list", listed))
        for share in (50, 95)
    }


def _passed(library: Library, folder: Path) -> dict[str, float]:
    """What a reminder pass works out where every office has tied chats to the units that chair most."""
    path = folder / DATABASE_NAME
    loaded = library.snapshot.plans
    offices = sorted({plan.plan.heading.issuer or "" for plan in loaded})
    units = sorted({unit for plan in loaded[:10] for task in plan.plan.tasks for unit in task.lead})[:CHATS]
    links = [(office, unit) for office in offices for unit in units]
    stores = Stores(
        lambda: loaded,
        Ledger(path),
        UnitStore(path),
        WorkdayStore(path),
        ProgressStore(path),
        people=some_people(admins=[1], groups=[-1001 - number for number in range(len(links))]),
    )
    for number, (office, unit) in enumerate(links):
        stores.units.link(replace(a_link(unit, -1001 - number), office=office))
    began = time.process_time()
    found = messages_due(stores, NOW)
    seconds = time.process_time() - began
    for store in (stores.ledger, stores.units, stores.workdays, stores.progress):
        store.close()
    return {"pass": seconds, "messages": len(found)}


if __name__ == "__main__":
    step, size, place = sys.argv[1:]
    print(json.dumps((_fill if step == "fill" else _ask)(int(size), Path(place))))
