"""`make bench`: every `bench_*.py` beside this file, or those named (`make bench ARGS="search reading"`).

Each has `main()`, which prints a table of what was measured beside a peer in the same run.
"""

import importlib
import platform
import sys
from pathlib import Path

import psutil


def run(names: list[str]) -> None:
    """Run the named benchmarks, or all."""
    here = Path(__file__).parent
    found = sorted(path.stem.removeprefix("bench_") for path in here.glob("bench_*.py"))
    memory = psutil.virtual_memory().total / 2**30
    print(f"{platform.processor() or platform.machine()}, {psutil.cpu_count()} cores, {memory:.0f} GiB, "
          f"Python {platform.python_version()}")  # fmt: skip
    for name in names or found:
        print(f"\n== {name}")
        importlib.import_module(f"tests.bench.bench_{name}").main()


if __name__ == "__main__":
    run(sys.argv[1:])
