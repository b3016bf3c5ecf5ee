"""The fuzzers of `tests/fuzzing.py` in their long form: what was handed in, and what went wrong (all has to be 0).

`FUZZ=0.1 make bench ARGS=fuzz` runs a tenth of it; `FUZZ_SEED` other samples.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz_stored import fuzz_records, fuzz_settings
from fuzzing import Score, fuzz_deadlines, fuzz_files, fuzz_presses, fuzz_questions
from sample_files import in_every_form


def main() -> list[str]:
    """Print the table, and the first of what went wrong below it; what did."""
    broken = []
    share, seed = float(os.environ.get("FUZZ", "1")), int(os.environ.get("FUZZ_SEED", "1"))
    print(f"{'handed in':<20}{'count':>10}{'tracebacks':>12}{'hangs':>8}{'changes':>9}")
    for name, (count, run) in _fuzzers().items():
        score = run(max(1, round(count * share)), seed)
        print(f"{name:<20}{score.done:>10,}{score.errors:>12}{score.hangs:>8}{score.changes:>9}", flush=True)
        for example in score.examples:
            print(f"    {example}")
        if not score.clean:
            broken.append(f"{name}: {score.errors} tracebacks, {score.hangs} hangs, {score.changes} changes")
    return broken


def _fuzzers() -> dict[str, tuple[int, Callable[[int, int], Score]]]:
    return {
        "questions": (100_000, fuzz_questions),
        "deadlines": (100_000, fuzz_deadlines),
        "presses": (10_000, fuzz_presses),
        "settings": (5_000, partial(_in_a_folder, fuzz_settings)),
        "stored values": (5_000, partial(_in_a_folder, fuzz_records)),
        "files": (5_000, partial(fuzz_files, files=in_every_form())),
    }


def _in_a_folder(run: Callable[[int, int, Path], Score], count: int, seed: int) -> Score:
    with tempfile.TemporaryDirectory() as folder:
        return run(count, seed, Path(folder))
