"""The questions that staff typed, on the five real plans: one plan asked at a time, and all loaded with the plan named.

The questions and the judge are beside the checkout; where they are not, these tests skip.
"""

import json
import sys
import types
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers.answer import Context, Conversation, answer
from knowledge.answers.answer_record import answer_json
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text
from knowledge.snapshot import Snapshot, load, make_snapshot

TODAY = date(2024, 3, 1)
NAMES = {
    "000": "Sở Xây dựng Đồng Nai 2022",
    "003": "Sở Xây dựng Nam Định 2024",
    "004": "Sở Xây dựng Bình Phước 2021-2025",
}

Verdicts = dict[str, list[bool]]


@pytest.fixture(scope="module")
def snapshot(shared: Path) -> Snapshot:
    paths = sorted((shared / "plans").glob("*.txt"))
    return make_snapshot([load(p.stem, understand(read_text(p.read_text(encoding="utf-8"), p.name))) for p in paths])


@pytest.fixture(scope="module")
def judge(shared: Path) -> Iterator[Any]:
    """The scorer as a module, without its command line."""
    folder = str(shared / "eval")
    sys.path.insert(0, folder)
    module = types.ModuleType("score_answers")
    source = (shared / "eval" / "score_answers.py").read_text(encoding="utf-8").rsplit("\nmain()", 1)[0]
    exec(compile(source, "score_answers", "exec"), module.__dict__)  # noqa: S102 - the judge of the evaluation itself
    yield module
    sys.path.remove(folder)


def questions(shared: Path) -> list[dict[str, Any]]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "eval" / "questions").glob("*.jsonl"))]
    return [json.loads(line) for text in texts for line in text.splitlines() if line.strip()]


def verdicts(shared: Path, snapshot: Snapshot, judge: Any, *, named: bool) -> tuple[Verdicts, list[float]]:
    gold = judge.read_gold(judge.FILES)
    by: Verdicts = defaultdict(list)
    shares = []
    for question in questions(shared):
        turns = list(question["turns"])
        stem = judge.FILES[question["plan"]].stem if question["plan"] in judge.FILES else None
        if named and question["plan"] in NAMES:
            turns[0], stem = f"{NAMES[question['plan']]}: {turns[0]}", None
        conversation = Conversation()
        for text in turns:
            said, conversation = answer(
                text, snapshot, conversation=conversation, context=Context(today=TODAY, plan=stem)
            )
        right, share = judge.judge(question, answer_json(said, snapshot, question["id"]), gold)
        shares += [] if share is None else [share]
        turn = "follow-ups" if len(turns) > 1 else "single"
        for group in ("all", f"kind {question['kind']}", f"style {question['style']}", turn):
            by[group].append(right)
    return by, shares


def share(verdict: list[bool]) -> float:
    return sum(verdict) / len(verdict)


def test_the_questions_of_one_plan_at_a_time_are_answered_right(shared: Path, snapshot: Snapshot, judge: Any) -> None:
    by, lists = verdicts(shared, snapshot, judge, named=False)

    assert share(by["all"]) >= 0.95
    assert share(by["kind none"]) >= 0.95
    assert share(by["follow-ups"]) >= 0.90
    assert sum(lists) / len(lists) >= 0.95
    weak = {
        group: share(found)
        for group, found in by.items()
        if share(found) < 0.90 and (group.startswith("style") or len(found) >= 5)
    }
    assert weak == {}


def test_with_all_plans_loaded_it_is_enough_to_name_the_plan_once(shared: Path, snapshot: Snapshot, judge: Any) -> None:
    alone, _ = verdicts(shared, snapshot, judge, named=False)
    named, _ = verdicts(shared, snapshot, judge, named=True)

    assert share(named["all"]) >= share(alone["all"]) - 0.03
