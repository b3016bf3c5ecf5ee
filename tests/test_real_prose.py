"""How the running text of the real plans is read, measured against their annotation."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from knowledge.deadlines import understand_deadline
from knowledge.document import Document
from knowledge.model import DeadlineKind, Task
from knowledge.plan.duties import duties
from knowledge.plan.metadata import heading, plan_starts
from knowledge.plan.outline import passages
from knowledge.plan.targets import targets
from knowledge.readers.text import read_text

ANNOTATED = ("000", "003", "004")


@pytest.fixture(scope="module")
def common(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_common", shared / "eval" / "common.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def real(shared: Path) -> Callable[[str], Document]:
    def read(name: str) -> Document:
        (path,) = (shared / "plans").glob(f"{name}_*.txt")
        return read_text(path.read_text(encoding="utf-8"), path.name)

    return read


def annotated(shared: Path, file: str, start: str) -> list[dict[str, Any]]:
    records = json.loads((shared / "eval" / "gold" / file).read_text(encoding="utf-8"))
    return [record for record in records if record["id"].startswith(start)]


def row(task: Task) -> dict[str, Any]:
    return {
        "task": task.task,
        "lead": task.lead,
        "lines": task.place.lines,
        "kind": task.deadline.kind,
        "due": [day.isoformat() for day in task.deadline.due],
    }


@pytest.mark.parametrize("name", ANNOTATED)
def test_duties_are_those_that_were_annotated(
    name: str, shared: Path, real: Callable[[str], Document], common: ModuleType
) -> None:
    document = real(name)
    rows = [row(task) for task in duties(passages(document), heading(document))]
    gold = annotated(shared, "prose.json", f"P{name}")
    pairs = common.pair(rows, gold)
    doubtful = {g["id"] for g in gold if (g["notes"] or "").startswith("DOUBTFUL")}
    sure = [(r, g) for r, g, _ in pairs if g["id"] not in doubtful]
    printed = len(rows) - (len(pairs) - len(sure))
    expected = len(gold) - len(doubtful)
    assert 2 * len(sure) / (printed + expected) >= 0.90
    assert sum(set(map(common.norm, r["lead"])) == set(map(common.norm, g["lead"])) for r, g in sure) >= 0.95 * expected
    assert sum(r["kind"] == g["deadline"]["kind"] for r, g in sure) >= 0.9 * expected
    assert sum(r["due"] == g["deadline"]["due"] for r, g in sure) >= 0.9 * expected


@pytest.mark.parametrize("name", ANNOTATED)
def test_targets_are_those_that_were_annotated(
    name: str, shared: Path, real: Callable[[str], Document], common: ModuleType
) -> None:
    rows = [{"task": t.text, "lines": t.place.lines, "values": list(t.values)} for t in targets(passages(real(name)))]
    gold = [{**g, "task": g["text"]} for g in annotated(shared, "targets.json", f"T{name}")]
    right = [r for r, g, _ in common.pair(rows, gold) if r["values"] == g["values"]]
    assert len(right) >= 0.95 * len(gold)
    assert len(right) >= 0.95 * len(rows)


@pytest.mark.parametrize("name", ANNOTATED)
def test_head_and_foot_are_those_that_were_annotated(name: str, shared: Path, real: Callable[[str], Document]) -> None:
    gold = json.loads((shared / "eval" / "gold" / "metadata.json").read_text(encoding="utf-8"))[name]
    found = heading(real(name))
    period = range(gold["plan_period"]["from"], gold["plan_period"]["to"] + 1)
    assert (found.number, found.symbol, found.place, found.issued) == (
        gold["number"],
        gold["symbol"],
        gold["place"],
        gold["date"],
    )
    assert (found.title, found.years) == (gold["title"], tuple(period))
    assert found.issuer == f"{gold['issuer']} tỉnh {gold['province']}"
    assert (found.signer.name, found.signer.post) == (gold["signer"], gold["post"])


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_each_file_holds_one_plan(name: str, real: Callable[[str], Document]) -> None:
    assert len(plan_starts(real(name))) <= 1


def test_deadlines_mean_what_was_annotated(shared: Path) -> None:
    lines = (shared / "eval" / "deadlines.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    found = [understand_deadline(c["text"], year=c["year"], issued=c["issued"]) for c in cases]
    dates = [[day.isoformat() for day in f.due] == c["due"] for f, c in zip(found, cases, strict=True)]
    kinds = [f.kind == DeadlineKind(c["kind"]) for f, c in zip(found, cases, strict=True)]
    rhythms = [f.recur == c["recur"] for f, c in zip(found, cases, strict=True)]
    assert sum(dates) >= 0.97 * len(cases)
    assert sum(map(all, zip(dates, kinds, strict=True))) >= 0.95 * len(cases)
    assert sum(rhythms) >= 0.95 * len(cases)
