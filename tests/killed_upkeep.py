"""Backing up, bringing back and opening data of an older version, killed (SIGKILL) before one of their effects.

    python killed_upkeep.py WHAT KILLS

An effect is a call that writes: a statement of SQL, a copy, a file that is made, gets its name or is taken away. Each
life is a fork of this process on a data folder of its own, and another fork looks at what is there afterwards: the
state of before or the new one, whole. Prints how many were killed, in which states they left the folder, what was lost.
"""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from builders import at  # noqa: E402 - the path comes first
from make_old_data import kept, script  # noqa: E402 - as above

from bot.config import Config  # noqa: E402 - as above
from bot.wiring import Wiring  # noqa: E402 - as above
from knowledge.backup import BACKUPS, back_up, restore  # noqa: E402 - as above
from knowledge.database import DATABASE_NAME  # noqa: E402 - as above
from knowledge.samples import sample_files  # noqa: E402 - as above

NOW = at("2027-03-15 08:00")
EFFECTS = frozenset(
    {"execute", "executemany", "executescript", "commit", "backup", "open", "write", "fsync", "replace", "rename"}
    | {"unlink", "mkdir", "rmdir", "chmod", "sendfile", "close"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What so many kills left."""

    kills: int
    states: dict[str, int]
    lost: list[str]


def outcome_of(what: str, kills: int) -> Outcome:
    """Kills a piece of upkeep so many times, each time before another of its effects."""
    command = [sys.executable, str(Path(__file__).resolve()), what, str(kills)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    return Outcome(**json.loads(done.stdout))


def plan(number: int) -> Path:
    """One of the sample plans."""
    return sorted(sample_files())[number]


def filled(folder: Path, *numbers: int) -> None:
    """A data folder with some sample plans."""
    wiring = Wiring(Config(), folder, lambda: NOW)
    for number in numbers:
        wiring.library.commit(wiring.library.prepare(plan(number)), NOW, by="An")
    wiring.close()


def stems(folder: Path) -> str:
    """The plans of a data folder, which has to open and to have each original whole."""
    wiring = Wiring(Config(), folder, lambda: NOW)
    try:
        if trouble := wiring.library.damage():
            raise sqlite3.DatabaseError(trouble[0])
        found = [loaded.stem for loaded in wiring.library.snapshot.plans]
        for version in (wiring.library.versions(stem)[0] for stem in found):
            original = next(file for file in sample_files() if file.stem == version.stem)
            if (folder / version.file).read_bytes() != original.read_bytes():
                raise ValueError(f"{version.file} is not the original")
        _ = wiring.stores
    finally:
        wiring.close()
    return "+".join(sorted(found))


class BackingUp:
    """A backup over an older one, beside plans that came since."""

    def prepare(self, room: Path) -> None:
        """An old backup with one plan, a data folder with two."""
        filled(room / "data", 0)
        back_up(room / "data", room / "x.zip")
        filled(room / "data", 1)

    def do(self, room: Path) -> None:
        """The backup."""
        back_up(room / "data", room / "x.zip")

    def state(self, room: Path) -> str:
        """Which backup is there; the data are as they were."""
        if stems(room / "data") != "+".join(sorted([plan(0).stem, plan(1).stem])):
            raise ValueError("the data have changed")
        restore(room / "again", room / "x.zip", NOW)
        return {plan(0).stem: "old"}.get(stems(room / "again"), "new")


class BringingBack:
    """A backup of one plan brought back over another plan."""

    def prepare(self, room: Path) -> None:
        """The backup, and the data folder with the other plan."""
        filled(room / "before", 0)
        back_up(room / "before", room / "x.zip")
        filled(room / "data", 1)

    def do(self, room: Path) -> None:
        """The bringing back."""
        restore(room / "data", room / "x.zip", NOW)

    def state(self, room: Path) -> str:
        """Which plan is there; brought back again, it is the one of the backup."""
        state = {plan(0).stem: "new", plan(1).stem: "old"}[stems(room / "data")]
        restore(room / "data", room / "x.zip", NOW)
        if stems(room / "data") != plan(0).stem:
            raise ValueError("the backup cannot be brought back")
        return state


class Upgrading:
    """Data of the oldest version that had all stores but for a few, opened by this one."""

    def prepare(self, room: Path) -> None:
        """The data as that version left them."""
        versions = list(dict.fromkeys(version for found in kept().values() for version in found))
        (room / "data").mkdir()
        connection = sqlite3.connect(room / "data" / DATABASE_NAME)
        connection.executescript(script(versions[len(versions) // 2]))
        connection.close()

    def do(self, room: Path) -> None:
        """The start of the bot, as far as its stores."""
        wiring = Wiring(Config(), room / "data", lambda: NOW)
        _ = wiring.stores, wiring.library
        wiring.close()

    def state(self, room: Path) -> str:
        """Whether it had got its new form; opened again it has, and what was put aside before is whole."""
        put_aside = sorted((room / "data" / BACKUPS).glob("before-upgrade-*.zip"))
        for number, file in enumerate(put_aside):
            restore(room / str(number), file, NOW)
        wiring = Wiring(Config(), room / "data", lambda: NOW)
        [loaded] = wiring.library.snapshot.plans
        notes = [wiring.stores.progress.of(ref).note for ref in loaded.task_refs]
        links = [link.unit for link in wiring.stores.units.links()]
        wiring.close()
        if (notes[0], links) != ("đang làm", ["Văn phòng Sở"]):
            raise ValueError(f"{notes}, {links}")
        return "put aside" if put_aside else "old"


WORK: dict[str, BackingUp | BringingBack | Upgrading] = {
    "backup": BackingUp(), "restore": BringingBack(), "upgrade": Upgrading()
}  # fmt: skip


def in_a_fork(body: Callable[[], object], answer: Path) -> int:
    """Runs something in a fork, what it returns or raises goes to a file; the status of its end."""
    if (child := os.fork()) == 0:
        said = ""
        try:
            said = str(body())
        except Exception as error:  # noqa: BLE001 - it is the answer
            said = f"{type(error).__name__}: {error}"
        finally:
            answer.write_text(said, "utf-8")
            os._exit(0)
    return os.waitpid(child, 0)[1]


def dying_at(step: int, body: Callable[[], object]) -> int:
    """Does something, and dies before this effect of it (0: never); how many effects there were."""
    seen = 0

    def watch(_frame: FrameType, event: str, called: object) -> None:
        nonlocal seen
        if event == "c_call" and getattr(called, "__name__", "") in EFFECTS:
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    try:
        body()
    finally:
        sys.setprofile(None)
    return seen


def main(what: str, kills: int) -> Outcome:
    """The loop: as many lives as kills, spread over all effects."""
    work, states, lost, killed = WORK[what], Counter[str](), [], 0
    with tempfile.TemporaryDirectory() as place:
        template, answer = Path(place) / "template", Path(place) / "answer"
        template.mkdir()
        in_a_fork(lambda: work.prepare(template), answer)
        every = 0
        for kill in range(kills + 1):
            room = Path(place) / str(kill)
            shutil.copytree(template, room)
            step = max(1, kill * every // kills) if kill else 0
            status = in_a_fork(lambda step=step, room=room: dying_at(step, lambda: work.do(room)), answer)  # type: ignore[misc]
            if kill == 0:
                every = int(answer.read_text("utf-8"))
            killed += os.WIFSIGNALED(status)
            in_a_fork(lambda room=room: work.state(room), answer)  # type: ignore[misc]
            state = answer.read_text("utf-8")
            if ":" in state:
                lost.append(f"{step} of {every}: {state}")
            states[state if kill else f"{state}, not killed"] += ":" not in state
            shutil.rmtree(room)
    return Outcome(killed, dict(states), lost)


if __name__ == "__main__":
    found = main(sys.argv[1], int(sys.argv[2]))
    sys.stdout.write(json.dumps({"kills": found.kills, "states": found.states, "lost": found.lost}))
