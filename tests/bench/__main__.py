"""`make bench`: every part (`bench_*.py` beside this file), or those named (`make bench ARGS="search reading"`).

Each part has `main()`, which prints a table of what was measured beside a peer in the same run, and returns what was
promised and not held. It runs in a process of its own, so that it neither ends nor slows down another. A table at the
end tells what each cost; the exit status is 1 where a part broke off or a promise was not held.
"""

import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import psutil

from .parts import NAMES, carried_out


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a part: seconds by the clock and of the processor, and what was not held."""

    name: str
    seconds: float
    processor: float
    broken: tuple[str, ...]


def run(names: Sequence[str]) -> bool:
    """Run the named parts, or all; whether all was held."""
    if unknown := sorted(set(names) - set(NAMES)):
        sys.exit(f"no such part: {', '.join(unknown)}; there are {', '.join(NAMES)}")
    memory = psutil.virtual_memory().total / 2**30
    print(f"{platform.processor() or platform.machine()}, {psutil.cpu_count()} cores, {memory:.0f} GiB, "
          f"Python {platform.python_version()}, commit {_commit()}, load {_load()}", flush=True)  # fmt: skip
    results = [_run(name) for name in names or NAMES]
    print(f"\n== in all\n{'part':<12}{'minutes':>9}{'CPU minutes':>13}  held")
    for one in results:
        print(f"{one.name:<12}{one.seconds / 60:>9.1f}{one.processor / 60:>13.1f}  {'; '.join(one.broken) or 'yes'}")
    seconds, processor = sum(one.seconds for one in results), sum(one.processor for one in results)
    print(f"{'together':<12}{seconds / 60:>9.1f}{processor / 60:>13.1f}  load at the end {_load()}", flush=True)
    return not any(one.broken for one in results)


def _run(name: str) -> Result:
    print(f"\n== {name}", flush=True)
    began, spent = time.perf_counter(), _spent()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        try:
            broken = tuple(process.submit(carried_out, name).result())
        except Exception as error:  # noqa: BLE001 - whatever it is, the other parts are run
            broken = (f"broke off: {type(error).__name__}: {error}",)
            print(broken[0], flush=True)
    return Result(name, time.perf_counter() - began, _spent() - spent, broken)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _commit() -> str:
    command = [shutil.which("git") or "git", "describe", "--always", "--dirty"]
    told = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(0 if run(sys.argv[1:]) else 1)
