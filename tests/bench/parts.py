"""The parts of the bench; in a module of its own because each is run in a process that has to find it by its name."""

import importlib
from collections.abc import Sequence
from pathlib import Path

NAMES = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def carried_out(name: str) -> Sequence[str]:
    """What a part promised and has not held."""
    return importlib.import_module(f"tests.bench.bench_{name}").main() or ()
