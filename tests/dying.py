"""A process that sends reminders into a file and kills itself (SIGKILL) at a given point of its work.

    python dying.py

Each life is a fork of this process, which has read the program once: it takes a line [FOLDER, STEP, WORKER, MINUTES,
ADDRESS] in JSON, the last three where there are several workers, and writes how that life ended.
A point is a call of a function of the program or of the sender, so every place between claim, send and record is met.
STEP 0 lets it live. `lives_until_done` runs it again and again with random points, as the bench and the test do;
`workers_until_done` several at once on one PostgreSQL server, at so many minutes past eight.
"""

import asyncio
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import Any, Self

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from builders import UNIT_CHAT, a_deadline, a_link, a_loaded_plan, a_task, at, some_people  # noqa: E402 - the path comes first

from knowledge.storage import Place, Server  # noqa: E402
from knowledge.tasks.progress import ProgressStore  # noqa: E402
from scheduler.claims import LEASE  # noqa: E402
from scheduler.delivery import Delivery, Outcome  # noqa: E402
from scheduler.digest import Message  # noqa: E402
from scheduler.ledger import Ledger  # noqa: E402
from scheduler.run import Stores, run_pass  # noqa: E402
from scheduler.units import UnitStore  # noqa: E402
from scheduler.workdays import WorkdayStore  # noqa: E402

NOW = at("2027-06-23 08:00")
TASKS, CHATS = 60, 5
PROGRAM = ("scheduler/run.py", "scheduler/ledger.py", "scheduler/claims.py", "knowledge/database.py")
COUNTED = (*PROGRAM, "knowledge/postgres.py", "knowledge/postgres_writing.py", "tests/dying.py")
STEPS = 1200  # of one life, about


@dataclass
class Toll:
    """What many deaths cost: messages by how often they arrived."""

    kills: int = 0
    lost: int = 0
    repeated: int = 0


def parts_in(path: Place, worker: str = "") -> Stores:
    """The stores of a file or an office, and a plan of many rows for a few chats."""
    stores = Stores(
        plans=lambda: (a_loaded_plan(rows()),),
        ledger=Ledger(path, worker),
        units=UnitStore(path),
        workdays=WorkdayStore(path),
        progress=ProgressStore(path),
        people=some_people(groups=[UNIT_CHAT - n for n in range(CHATS)]),
    )
    for n in range(CHATS):
        stores.units.link(a_link(f"Phòng {n}", UNIT_CHAT - n))
    return stores


def rows() -> list[Any]:
    """The rows: each is due in a week, for one of the chats."""
    due = a_deadline(date(2027, 6, 30))
    return [a_task(stt=str(n), lead=(f"Phòng {n % CHATS}",), deadline=due) for n in range(TASKS)]


def lives_until_done(folder: Path, kills: int, seed: int) -> Toll:
    """Kills the sender at random points, lets it finish, and counts what arrived."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    toll = Toll()
    with _Lives() as lives:
        while toll.kills < kills:
            if lives.live(folder, chance.randrange(1, STEPS)) == -signal.SIGKILL:
                toll.kills += 1
            else:
                _count(folder, toll)  # it got through: a new round
        lives.live(folder, 0)
    _count(folder, toll)
    return toll


def workers_until_done(folder: Path, address: str, workers: int, kills: int, seed: int) -> Toll:
    """Kills workers beside each other at random points, lets them finish, and counts what arrived.

    One that was killed comes back under its name, but for one: what that had is said when its lease is over.
    """
    chance, toll = random.Random(seed), Toll()  # noqa: S311 - a simulation
    with ThreadPoolExecutor(workers) as pool, contextlib.ExitStack() as opened:
        every = [opened.enter_context(_Lives()) for _ in range(workers)]

        def live(number: int, step: int) -> int:
            return every[number].live(folder, step, f"{number}:", 0, address)

        while toll.kills < kills:
            steps = [chance.randrange(1, 2 * STEPS) for _ in range(workers)]
            toll.kills += list(pool.map(live, range(workers), steps)).count(-signal.SIGKILL)
        list(pool.map(lambda number: live(number, 0), range(1, workers)))
        every[1].live(folder, 0, "1:", LEASE // timedelta(minutes=1) + 1, address)
    _count(folder, toll)
    return toll


class _Lives:
    """This program as a process, in which one life after the other is lived."""

    def __enter__(self) -> Self:
        command = [sys.executable, str(HERE / "dying.py")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=120)

    def live(self, folder: Path, step: int, *more: object) -> int:
        """Lives once; how that ended."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([str(folder), step, *map(str, more)]) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def _count(folder: Path, toll: Toll) -> None:
    log = folder / "arrived.txt"
    seen: set[str] = set()
    for line in log.read_text(encoding="utf-8").splitlines():
        items = set(line.split("|"))
        toll.repeated += not seen.isdisjoint(items)
        seen |= items
    expected = {f"{ref} {UNIT_CHAT - n % CHATS}" for n, ref in enumerate(a_loaded_plan(rows()).task_refs)}
    toll.lost += len(expected - seen)
    for file in (log, *folder.glob("planbot.db*")):
        file.unlink()


async def _live_here(folder: Path, worker: str = "", minutes: str = "0", address: str = "") -> None:
    log = os.open(folder / "arrived.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def send(message: Message) -> Delivery:
        await asyncio.sleep(0)
        os.write(log, ("|".join(f"{item.key.ref} {item.key.chat}" for item in message.items) + "\n").encode())
        await asyncio.sleep(0)
        return Delivery(Outcome.SENT, message.chat.id, message=1)

    stores = parts_in(Server(address) if address else folder / "planbot.db", worker)
    stores.ledger.recover()
    await run_pass(stores, send, lambda: NOW + timedelta(minutes=int(minutes)))


def _die_at(step: int) -> None:
    left = [step]

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.endswith(COUNTED):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(count)
    sys.setprofile(count)


def _life(folder: str, step: int, *more: str) -> None:
    """One life in a fork: it ends here, one way or the other."""
    try:
        if step:
            _die_at(step)
        asyncio.run(_live_here(Path(folder), *more))
        os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    for line in sys.stdin:
        if (child := os.fork()) == 0:
            _life(*json.loads(line))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()
