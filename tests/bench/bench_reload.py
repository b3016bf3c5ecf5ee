"""How long answers take while one of many plans is reloaded, over 100,000 rows.

The reload changes one row of one plan, in a thread as the bot does it: "commit" takes it here, "refresh" takes over
what another process has stored. "beside" has the index made by a process of its own; the peer, "in thread", makes it in
the thread that reloads, which holds Python's lock most of the time. Questions are asked one after the other without a
pause, from the beginning of the reload until some after the swap, so that the first one from the new snapshot counts as
well. Each way in a fresh process, over the same data. "quiet" is before, between and after the reloads.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path

from knowledge.answers.answer import answer
from knowledge.answers.ask import Context
from knowledge.database import DATABASE_NAME
from knowledge.identity import LoadedPlan
from knowledge.library.diff import compare
from knowledge.library.library import Library
from knowledge.library.prepared import Prepared
from knowledge.library.store import Store, Version
from knowledge.model import Plan
from knowledge.questions.lookup import lookup

from .recombined import plans, questions

ROWS = 100_000
QUIET, AFTER = 500, 50  # questions
HEADER = f"{'index made':20}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'answers':>9}{'reload s':>10}"
WAYS = {"beside": 0, "in thread": sys.maxsize}


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        _fill(Path(folder))
        print(f"{ROWS:,} rows\n{HEADER}")
        for name in WAYS:
            command = [sys.executable, "-m", "tests.bench.bench_reload", name, folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            for when, line in json.loads(done.stdout.splitlines()[-1]).items():
                print(f"{name:12}{when:8}{line}", flush=True)


def _fill(folder: Path) -> None:
    """Keep the plans and their index, as a bot that has run before has them."""
    store = Store(folder / DATABASE_NAME)
    for loaded in plans(ROWS):
        store.add(Version(loaded.stem, 1, loaded.plan.source, "", "", ""), loaded)
    store.close()
    Library.open(folder).close()


def _ask(name: str, folder: Path) -> dict[str, str]:
    library = Library.open(folder, beside=WAYS[name], warm=lookup)
    texts = cycle(question.text for question in questions())
    ask = _asking(library, texts)
    next(ask)  # the first one makes ready what all need
    found, quiet = {}, [next(ask) for _ in range(QUIET)]
    for step, change in (("commit", _commit), ("refresh", _refresh)):
        thread = threading.Thread(target=change(library, folder, f"{name}, {step}"))
        began = time.perf_counter()
        thread.start()
        busy = []
        while thread.is_alive():
            busy.append(next(ask))
        seconds = time.perf_counter() - began
        busy += [next(ask) for _ in range(AFTER)]
        found[step] = f"{_line(busy)}{seconds:>10.1f}"
        quiet += [next(ask) for _ in range(QUIET)]
    library.close()
    return {"quiet": _line(quiet), **found}


def _asking(library: Library, texts: Iterator[str]) -> Iterator[float]:
    """Seconds of one answer after the other."""
    context = Context(today=date(2027, 3, 1))
    for text in texts:
        began = time.perf_counter()
        answer(text, library.snapshot, context=context)
        yield time.perf_counter() - began


def _commit(library: Library, folder: Path, words: str) -> Callable[[], object]:
    """What takes a plan again of which one row has other words."""
    old = library.snapshot.plans[7]
    plan = _changed(old, words)
    file = folder / "plan.txt"
    file.write_text(words, encoding="utf-8")
    prepared = Prepared(old.stem, file, "", plan, compare(old, old.stem, plan), 1)
    return lambda: library.commit(prepared, datetime(2027, 3, 1, tzinfo=UTC))


def _refresh(library: Library, folder: Path, words: str) -> Callable[[], object]:
    """What takes over a plan that another has stored."""
    old = library.snapshot.plans[8]
    store = Store(folder / DATABASE_NAME)
    number = store.next_number(old.stem)
    store.add(Version(old.stem, number, "", "", "", ""), replace(old, plan=_changed(old, words)))
    store.close()
    return library.refresh


def _changed(old: LoadedPlan, words: str) -> Plan:
    first, *rest = old.plan.tasks
    return replace(old.plan, tasks=(replace(first, result=words), *rest))


def _line(times: list[float]) -> str:
    ordered = sorted(1000 * seconds for seconds in times)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    return f"{p50:>9.1f}{p95:>9.1f}{ordered[-1]:>9.1f}{len(ordered):>9}"


if __name__ == "__main__":
    print(json.dumps(_ask(sys.argv[1], Path(sys.argv[2]))))
