"""Plans of any size, made from the real ones by recombination with a seed.

The rows that questions ask about stand in them once, as annotated; every other row is put together from phrases of the
real plans' running text, so that it speaks of the same things in the same words. Without the real plans the invented
samples of the project serve.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from knowledge.identity import LoadedPlan
from knowledge.language.text import folded_tokens
from knowledge.model import Deadline, Heading, Plan, Task

SHARED = Path(__file__).resolve().parents[3] / "shared"
SAMPLES = Path(__file__).resolve().parents[2] / "knowledge" / "samples"
ROWS = 500  # rows of a made plan
_KINDS = {"lead", "coordinate", "deadline", "result", "objective"}
_LISTS = {"unit_tasks", "due_in", "count", "compare"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about rows, told by their words."""

    text: str
    tasks: frozenset[str]


def plans(rows: int, seed: int = 1) -> list[LoadedPlan]:
    """At least so many rows in plans of ROWS each; the annotated rows are spread among them."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, no secret
    made = _made(chance, max(0, rows - len(annotated())))
    tasks = [*islice(made, rows), *annotated()]
    chance.shuffle(tasks)
    return [_plan(number, tuple(tasks[at : at + ROWS])) for number, at in enumerate(range(0, len(tasks), ROWS))]


def annotated() -> list[Task]:
    """The rows that questions ask about."""
    files = [SHARED / "eval" / "gold" / f"{name}.json" for name in ("000", "003")]
    if not files[0].is_file():
        return [Task(task=phrase, section=("I. Chuyển đổi số",)) for phrase in _phrases()[::7]]
    rows = [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]
    return [
        Task(
            task=row["task"],
            section=tuple(row["section"]),
            stt=row["stt"] or "",
            objective=row["objective"],
            activity=row["activity"],
            result=row["result"],
            lead=tuple(row["lead"]),
            coordinate=tuple(row["coordinate"]),
            deadline=Deadline(text=row["deadline_raw"] or ""),
        )
        for row in rows
        if row["kind"] == "table"
    ]


def questions() -> list[Asked]:
    """Questions about one row, as people type them; without the real plans the rows' own words unaccented."""
    folder = SHARED / "eval" / "questions"
    if not folder.is_dir():
        return [Asked(task.task, frozenset([task.task])) for task in annotated()]
    words = {row["id"]: row["task"] for file in (SHARED / "eval" / "gold").glob("00?.json")
             for row in json.loads(file.read_text(encoding="utf-8"))}  # fmt: skip
    lines = [
        line for file in sorted(folder.glob("00?.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()
    ]
    asked = [json.loads(line) for line in lines if line.strip()]
    found = [
        Asked(question["turns"][0], frozenset(words[row] for row in question["rows"] if row in words))
        for question in asked
        if question["kind"] in _KINDS and len(question["turns"]) == 1
    ]
    return [question for question in found if question.tasks]


def lists() -> list[str]:
    """Questions for lists, counts and comparisons as they were typed; without the real plans a few of the project's."""
    folder = SHARED / "eval" / "questions"
    if not folder.is_dir():
        return ["Văn phòng Sở chủ trì những việc nào", "quý 2 có việc gì đến hạn", "đơn vị nào nhiều việc nhất"]
    lines = (line for file in sorted(folder.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    asked = (json.loads(line) for line in lines if line.strip())
    return [question["turns"][0] for question in asked if question["kind"] in _LISTS and len(question["turns"]) == 1]


def _made(chance: random.Random, count: int) -> Iterator[Task]:
    phrases = _phrases()
    units = [unit for task in annotated() for unit in task.lead] or ["Văn phòng Sở"]
    for number in range(count):
        yield Task(
            task="; ".join(chance.choices(phrases, k=chance.randint(1, 4))),
            section=(chance.choice(phrases),),
            stt=str(number % ROWS + 1),
            objective=chance.choice(phrases) if chance.random() < 0.5 else None,
            result=chance.choice(phrases),
            lead=(chance.choice(units),),
            coordinate=tuple(chance.choices(units, k=2)),
            deadline=Deadline(text=f"Tháng {chance.randint(1, 12)}/2027"),
        )


def _phrases() -> list[str]:
    """Phrases of three to fifteen words from the running text of the real plans, or of the samples."""
    folder = SHARED / "plans" if (SHARED / "plans").is_dir() else SAMPLES
    found: dict[str, None] = {}
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            cut = (piece.strip(" -+*.") for piece in re.split(r"[,;:.|\t()]|<[^>]*>", line))
            found.update(dict.fromkeys(piece for piece in cut if 3 <= len(piece.split()) <= 15))
    taken = {triple for task in annotated() for triple in _triples(_words(task))} if folder != SAMPLES else set()
    return [phrase for phrase in found if taken.isdisjoint(_triples(phrase))]


def _triples(text: str) -> set[tuple[str, ...]]:
    """Three neighbouring words each: a phrase that shares them with an annotated row would answer as well."""
    words = folded_tokens(text)
    return set(zip(words, words[1:], words[2:], strict=False))


def _words(task: Task) -> str:
    return " ".join(filter(None, (task.task, task.activity, task.result, task.objective, *task.section)))


def _plan(number: int, tasks: tuple[Task, ...]) -> LoadedPlan:
    heading = Heading(number=f"{number}/KH-SNV", issuer=f"Sở Nội vụ tỉnh {number}", title="Kế hoạch công tác năm 2027")
    refs = tuple(f"{number:x}.{position}" for position in range(len(tasks)))
    return LoadedPlan(f"plan-{number}", Plan(f"plan-{number}.txt", heading, tasks), refs, (), ())
