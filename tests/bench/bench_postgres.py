"""One PostgreSQL server for the offices of a ministry: filling it, asking it, and reminders of several workers.

Sixty offices (PLANBOT_BENCH_OFFICES says how many) of 5,000 rows each, ten plans to an office, on a server of the
bench's own that does not wait for the disk. Questions are those about one row; each is asked of an office with the
candidates found here and found on the server, and has to give the same rows. Milliseconds are by the clock, for the
server works in processes of its own; CPU is of the one who asks. Skipped where no server is installed.
"""

import asyncio
import contextlib
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import psutil
import pytest

sys.path.append(str(Path(__file__).resolve().parents[1]))

from builders import a_link, at, some_people
from postgres import a_server, an_office

from knowledge.library.breathing import unchanged
from knowledge.library.library import Library
from knowledge.library.shared_lists import SharedLists
from knowledge.library.store import Store, Version
from knowledge.reply import plain
from knowledge.search.index import Index
from knowledge.storage import Server
from knowledge.tasks.progress import ProgressStore
from scheduler.delivery import Delivery, Outcome
from scheduler.digest import Message
from scheduler.ledger import Ledger
from scheduler.run import Stores, messages_due, run_pass
from scheduler.settings import Reminders
from scheduler.stores import MIGRATIONS
from scheduler.units import UnitStore
from scheduler.workdays import WorkdayStore

from .bench_reminders import a_plan
from .bench_scale import of_an_office
from .queued import SAID_IN, emptied
from .recombined import plans, questions

OFFICES = int(os.environ.get("PLANBOT_BENCH_OFFICES", "60"))
ROWS = 5_000
CHATS = 500
WORKERS = (1, 2, 4)
NOW = at("2027-06-21 08:00")  # a Monday


@dataclass(frozen=True, slots=True)
class Asked:
    """What a process saw that asked one office: times in s, memory in MB, and what it found."""

    opened: float
    times: tuple[float, ...]
    processor: float
    memory: float
    found: tuple[str, ...]


def main() -> list[str]:
    """Print the tables; what was promised and not held."""
    try:
        with a_server() as owner:
            return list(_measured(owner))
    except pytest.skip.Exception as reason:
        print(f"skipped: {reason}")
        return []


def _measured(owner: str) -> Iterator[str]:
    from knowledge.postgres_owner import prepare  # noqa: PLC0415 - an extra

    prepare(owner, MIGRATIONS)
    addresses = _fill(owner)
    here, there = (_ask([addresses[0]], shared)[0] for shared in (False, True))
    print(f"{'one office asked':34}{'open s':>8}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'MB':>6}")
    _tell("candidates found here", [here])
    _tell("candidates found on the server", [there])
    if here.found != there.found:
        yield "the server gave other rows than memory"
    for shared in (False, True):
        _tell(f"4 offices at once, {'server' if shared else 'here'}", _ask(addresses[:4], shared))
    yield from _remind(owner)


def _fill(owner: str) -> list[str]:
    """Offices with the same rows, each as its own."""
    found = [of_an_office(plan) for plan in plans(ROWS)]
    index = Index.build(found)
    addresses = [an_office(owner, f"office_{number}") for number in range(OFFICES)]
    stored, listed = [], []
    for address in addresses:
        with closing(Store(Server(address))) as store, closing(SharedLists(Server(address))) as lists:
            began = time.perf_counter()
            for plan in found:
                store.add(Version(plan.stem, 1, plan.plan.source, "", "", ""), plan)
            stored.append(time.perf_counter() - began)
            lists.of(index)
            listed.append(time.perf_counter() - began - stored[-1])
    server = _server_memory(owner)
    print(f"{OFFICES} offices of {ROWS:,} rows: {sum(stored):.0f} s for the plans, {sum(listed):.0f} s for the lists "
          f"({max(stored):.1f} and {max(listed):.1f} s for the slowest), {_disk(owner):.0f} MB on disk, "
          f"{server:.0f} MB in memory", flush=True)  # fmt: skip
    return addresses


def _disk(owner: str) -> float:
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(owner) as connection:
        connection.execute("analyze")
        [(size,)] = connection.execute("select pg_database_size(current_database())").fetchall()
    return float(size) / 2**20


def _server_memory(owner: str) -> float:
    """What the processes of the server hold together, what they share counted once."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - an extra

    number = Path(str(conninfo_to_dict(owner)["host"]), "data", "postmaster.pid").read_text(encoding="utf-8")
    master = psutil.Process(int(number.split()[0]))
    held = 0
    for process in (master, *master.children()):
        with contextlib.suppress(psutil.NoSuchProcess):  # one that was looking after the tables has ended
            held += process.memory_full_info().pss
    return held / 2**20


def _ask(addresses: Sequence[str], shared: bool) -> list[Asked]:
    with ProcessPoolExecutor(len(addresses), mp_context=get_context("spawn")) as pool:
        return list(pool.map(_asked, addresses, [shared] * len(addresses)))


def _asked(address: str, shared: bool) -> Asked:
    from knowledge.answers.answer import answer  # noqa: PLC0415 - counted to the opening
    from knowledge.answers.ask import Context  # noqa: PLC0415 - as above

    began = time.perf_counter()
    place, context = Server(address), Context(today=NOW.date())
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(SharedLists(place)) as lists,
        closing(Library.open(Path(folder), place, share=lists.share if shared else unchanged)) as library,
    ):
        answer(questions()[0].text, library.snapshot, context=context)
        opened = time.perf_counter() - began
        times, found, spent = [], [], time.process_time()
        for asked in questions():
            start = time.perf_counter()
            said = answer(asked.text, library.snapshot, context=context)[0]
            times.append(time.perf_counter() - start)
            found.append(plain(said))
        processor = (time.process_time() - spent) / len(times)
        return Asked(opened, tuple(times), processor, psutil.Process().memory_info().rss / 2**20, tuple(found))


def _tell(what: str, every: Sequence[Asked]) -> None:
    times = sorted(1000 * took for one in every for took in one.times)
    count = len(every)
    print(f"{what:34}{sum(one.opened for one in every) / count:>8.1f}{times[len(times) // 2]:>8.1f}"
          f"{times[len(times) * 95 // 100]:>8.1f}{1000 * sum(one.processor for one in every) / count:>8.1f}"
          f"{sum(one.memory for one in every) / count:>6.0f}", flush=True)  # fmt: skip


def _remind(owner: str) -> Iterator[str]:
    """Workers that run the same pass beside each other, on a ledger of their own each number of them.

    Seconds are from the first message to the last, when each has worked out what is due. The peer is a bare queue: of
    numbers, without the rows that a message says, and without what is written down of each.
    """
    print(f"\n{'one pass by workers on one ledger':34}{'s':>8}{'messages':>10}{'twice':>7}  by each")
    for workers in WORKERS:
        address = an_office(owner, f"reminded_{workers}")
        with closing(UnitStore(Server(address))) as units:
            for number in range(CHATS):
                units.link(a_link(f"Phòng {number}", -1001 - number))
        spawn = get_context("spawn")
        with ProcessPoolExecutor(workers, spawn, _meets_at, (spawn.Barrier(workers),)) as pool:
            passes = list(pool.map(_pass, [address] * workers))
        times = [at for one in passes for _, at in one]
        every = [key for one in passes for key, _ in one]
        twice = len(every) - len(set(every))
        _told(f"{workers}, the ledger's queue", max(times) - min(times), [len(one) for one in passes], twice)
        if twice:
            yield f"{twice} reminders said twice by {workers} workers"
        seconds, taken = emptied(owner, len(every), workers)
        _told(f"{workers}, a bare queue", seconds, [len(one) for one in taken], 0)


def _told(what: str, seconds: float, by_each: Sequence[int], twice: int) -> None:
    print(f"{what:<34}{seconds:>8.1f}{sum(by_each):>10}{twice:>7}  {', '.join(map(str, by_each))}", flush=True)


def _meets_at(barrier: Barrier) -> None:
    """Where the workers wait for each other; a process is given it when it is made."""
    _meeting.append(barrier)


_meeting: list[Barrier] = []


def _due(stores: Stores, now: datetime) -> Sequence[Message]:
    """What is due, when every worker knows it."""
    messages = messages_due(stores, now)
    _meeting[0].wait()
    return messages


def _pass(address: str) -> list[tuple[str, float]]:
    """One worker's pass; the keys of what it said and when, 20 ms a message."""
    place, said = Server(address), list[tuple[str, float]]()
    chance = random.Random(1)  # noqa: S311 - the same plans in every worker
    loaded = tuple(a_plan(number, ROWS // 5, CHATS, chance) for number in range(5))

    async def send(message: Message) -> Delivery:
        said.append((f"{message.chat.id} {message.items[0].key}", time.monotonic()))
        await asyncio.sleep(SAID_IN)
        return Delivery(Outcome.SENT, message.chat.id, message=1)

    stores = Stores(
        lambda: loaded,
        Ledger(place),
        UnitStore(place),
        WorkdayStore(place),
        ProgressStore(place),
        settings=Reminders(),
        people=some_people(admins=[1], groups=[-1001 - number for number in range(CHATS)]),
    )
    try:
        asyncio.run(run_pass(stores, send, lambda: NOW, _due))
    finally:
        for store in (stores.ledger, stores.units, stores.workdays, stores.progress):
            store.close()
    return said
