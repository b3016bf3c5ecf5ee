"""The questions beside the checkout, asked of the real plans and judged, for `make eval` and for the test of floors.

The questions, the plans and the judge stand in `../shared`, which a checkout alone does not have; then there is nothing
to measure, and that is said.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from knowledge.database import DATABASE_NAME
from knowledge.questions.lessons import Kind, Lesson
from scheduler.taught import LessonStore

TOOK = "seconds for the whole run"
Report = dict[str, dict[str, Any]]
SHARED = Path(__file__).resolve().parents[2] / "shared"
NOW = "2024-03-01T08:00"
BOT = f"{sys.executable} -m bot --now {NOW}"


def scored(shared: Path, data: Path, *options: str) -> str:
    """What the judge prints of all the questions, asked of the plans in a data folder."""
    questions = sorted(str(path) for path in (shared / "eval" / "questions").glob("*.jsonl"))
    judge = [sys.executable, str(shared / "eval" / "score_answers.py"), *questions]
    command = [*judge, "--run", f"{BOT} --data {data} ask --jsonl", *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def report(shared: Path, data: Path) -> Report:
    """Credit and verdicts by group ("set phone", "kind lead")."""
    found: Report = json.loads(scored(shared, data, "--json"))
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
    take_in(real_plans(shared), data)


def real_plans(shared: Path) -> list[Path]:
    """The files of the real plans."""
    return sorted((shared / "plans").glob("*.txt"))


def take_in(plans: Sequence[Path], data: Path) -> None:
    """Takes plans into a data folder."""
    subprocess.run([*BOT.split(), "--data", str(data), "plans", "add", *plans], check=True, capture_output=True)


def take_lessons(file: Path, data: Path) -> int:
    """Takes what an office has taught (`planbot lessons list --json`) into a data folder; how many lessons."""
    store = LessonStore(data / DATABASE_NAME)
    told = json.loads(file.read_text("utf-8"))
    for one in told:
        store.teach(
            Lesson(Kind(one["kind"]), one["said"], one["meant"]), by="evaluation", now=datetime.fromisoformat(NOW)
        )
    store.close()
    return len(told)


def fallen(before: Report, after: Report) -> list[str]:
    """The groups of questions whose credit is less than before, in words."""
    shares = {group: (found["share"], after[group]["share"]) for group, found in before.items() if group != TOOK}
    return [f"{group}: {old:.3f} -> {new:.3f}" for group, (old, new) in shares.items() if new < old]


def with_lessons(shared: Path, data: Path, file: Path) -> list[str]:
    """What has fallen with the lessons of an office in force."""
    before = report(shared, data)
    count = take_lessons(file, data)
    after = report(shared, data)
    shares = f"{before['all']['share']:.3f} without, {after['all']['share']:.3f} with them"
    sys.stdout.write(f"{count} lessons of {file}: {shares}\n")
    return fallen(before, after)


def main() -> None:
    """Prints the report; options go on to the judge (`--misses`).

    `--lessons FILE` asks with and without what an office has taught, and fails where a group of questions falls.
    """
    if not SHARED.is_dir():
        sys.stdout.write("nothing to measure: the questions stand in ../shared, which is not beside this checkout\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        hand_in(SHARED, Path(folder))
        if sys.argv[1:2] == ["--lessons"]:
            worse = with_lessons(SHARED, Path(folder), Path(sys.argv[2]))
            sys.exit("\n".join(["fell:", *worse]) if worse else 0)
        sys.stdout.write(scored(SHARED, Path(folder), *sys.argv[1:]))
    learned = Path(__file__).parent / "data" / "gate_report.txt"
    sys.stdout.write(f"\nhow the gate decides on sets it had not seen (make train):\n\n{learned.read_text('utf-8')}")


if __name__ == "__main__":
    main()
