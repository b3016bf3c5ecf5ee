"""Nobody waits for the vectors of new rows: they are found by their words at once, and the bot answers meanwhile."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from builders import a_loaded_plan, a_task
from chat import AN, a_chat

from bot import library_watch
from bot.cli import main
from bot.commands import plans
from knowledge.answers import meant_units
from knowledge.answers.answer import answer
from knowledge.answers.ask import Context
from knowledge.answers.meant_units import read_names
from knowledge.library.library import Library
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain
from knowledge.samples import sample_files
from knowledge.search import embedding

SAMPLE = next(path for path in sample_files() if path.suffix == ".txt")


def test_a_plan_that_is_added_is_answered_from_before_its_rows_have_been_read_for_their_meaning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered: list[str] = []

    def read(snapshot: Snapshot) -> int:
        task = snapshot.plans[0].plan.tasks[0]
        with closing(Library.open(tmp_path)) as elsewhere:  # as the running bot has it
            found, _ = answer(f"ai chủ trì {task.task}?", elsewhere.snapshot, context=Context(today=date(2026, 11, 20)))
        answered.extend(unit for unit in task.lead if unit in plain(found))
        return 0

    monkeypatch.setattr(plans, "read_meaning", read)
    with pytest.raises(SystemExit) as ended:
        main(["--data", str(tmp_path), "plans", "add", str(SAMPLE)])
    assert (ended.value.code or 0, len(answered)) == (0, 1)


async def test_a_question_is_answered_while_rows_are_read_for_their_meaning() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def read() -> int:
        begun.set()
        may_end.wait(20)
        return 0

    reading = asyncio.ensure_future(library_watch.reading_meaning(read)(None))
    try:
        await asyncio.to_thread(begun.wait, 20)
        async with a_chat() as chat:
            await chat.hears(chat.says(AN, "Ai chủ trì số hóa?"))
            assert len(chat.telegram.sent(AN)) == 1
        assert not may_end.is_set()
    finally:
        may_end.set()
        reading.cancel()


@pytest.mark.skipif(bool(embedding.lacking()), reason=f"the extra `meaning`: {embedding.lacking()}")
def test_what_units_are_called_has_been_read_before_a_question_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def of_question(words: Sequence[str]) -> embedding.Vector:
        read.append(" ".join(words))
        return embedding.of_question(words)

    units = ["Phòng Công nghệ thông tin", "Phòng Tài chính - Kế toán", "Phòng Hành chính quản trị"]
    rows = [a_task(lead=(unit,), coordinate=(), stt=str(n)) for n, unit in enumerate(units)]
    snapshot, rests = make_snapshot([a_loaded_plan(rows)]), list[str]()
    meant_units._vector.cache_clear()
    monkeypatch.setattr(meant_units, "of_question", of_question)
    assert (read_names(snapshot, lambda: rests.append("")), len(rests), read) == (3, 3, sorted(units))
    assert read_names(snapshot, lambda: rests.append("")) == 0
    asked = "mấy anh máy tính chủ trì việc gì"
    answer(asked, snapshot, context=Context(today=date(2026, 11, 20)))
    assert read[3:] == ["máy tính"]
