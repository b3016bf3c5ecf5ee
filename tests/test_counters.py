"""What is counted is counted once, whoever writes it down at the same time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from knowledge.database import Database
from scheduler.counters import Counted, CounterStore, total

DAY = date(2027, 3, 1)


def test_two_that_write_the_counts_down_at_once_count_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = CounterStore(tmp_path / "planbot.db")
    store.count(Counted.ANSWER, "answered", DAY, 0.5)
    other = Thread(target=store.flush)
    real = Database.writing

    @contextmanager
    def writing(database: Database) -> Iterator[Any]:
        if other.ident is None:
            other.start()
            other.join(timeout=0.2)  # it has to wait until this one is done
        with real(database) as db:
            yield db

    monkeypatch.setattr(Database, "writing", writing)
    store.flush()
    other.join()
    assert total(store.tallies(), Counted.ANSWER) == {"answered": (1, 0.5)}
    store.close()


def test_an_answer_that_is_counted_does_not_wait_for_who_looks_at_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = CounterStore(tmp_path / "planbot.db")
    real, waited = Database.tuples, []

    def tuples(database: Database, *arguments: Any) -> list[tuple[Any, ...]]:
        counting = Thread(target=store.count, args=(Counted.ANSWER, "answered", DAY))
        counting.start()
        counting.join(timeout=30)  # at once, unless it waits for what waits for it
        waited.append(counting.is_alive())
        return real(database, *arguments)

    monkeypatch.setattr(Database, "tuples", tuples)
    assert total(store.tallies(), Counted.ANSWER) == {"answered": (1, 0.0)}
    assert waited == [False]
    store.close()
