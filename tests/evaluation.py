"""The questions beside the checkout, asked of the real plans and judged, for `make eval` and for the test of floors.

The questions, the plans and the judge stand in `../shared`, which a checkout alone does not have; then there is nothing
to measure, and that is said.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOW = "2024-03-01T08:00"
BOT = f"{sys.executable} -m bot --now {NOW}"


def scored(shared: Path, data: Path, *options: str) -> str:
    """What the judge prints of all the questions, asked of the plans in a data folder."""
    questions = sorted(str(path) for path in (shared / "eval" / "questions").glob("*.jsonl"))
    judge = [sys.executable, str(shared / "eval" / "score_answers.py"), *questions]
    command = [*judge, "--run", f"{BOT} --data {data} ask --jsonl", *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def report(shared: Path, data: Path) -> dict[str, dict[str, Any]]:
    """Credit and verdicts by group ("set phone", "kind lead")."""
    found: dict[str, dict[str, Any]] = json.loads(scored(shared, data, "--json"))
    return found


def judge_of(shared: Path) -> ModuleType:
    """The judge as a module, without its run over the command line."""
    folder = shared / "eval"
    sys.path.insert(0, str(folder))
    judge = ModuleType("judge")
    source = (folder / "score_answers.py").read_text("utf-8").removesuffix("\n").removesuffix("main()")
    exec(compile(source, "score_answers.py", "exec"), judge.__dict__)  # noqa: S102 - the judge is a script
    return judge


def hand_in(shared: Path, data: Path) -> None:
    """Takes the real plans into a data folder."""
    plans = sorted(str(path) for path in (shared / "plans").glob("*.txt"))
    subprocess.run([*BOT.split(), "--data", str(data), "plans", "add", *plans], check=True, capture_output=True)


def main() -> None:
    """Prints the report; options go on to the judge (`--misses`)."""
    if not SHARED.is_dir():
        sys.stdout.write("nothing to measure: the questions stand in ../shared, which is not beside this checkout\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        hand_in(SHARED, Path(folder))
        sys.stdout.write(scored(SHARED, Path(folder), *sys.argv[1:]))
    learned = Path(__file__).parent / "data" / "gate_report.txt"
    sys.stdout.write(f"\nhow the gate decides on sets it had not seen (make train):\n\n{learned.read_text('utf-8')}")


if __name__ == "__main__":
    main()
