"""What is counted is counted once, whoever writes it down at the same time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from chat import AN, NOW

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


def test_what_was_counted_is_there_before_and_after_it_is_written(tmp_path: Path) -> None:
    store, day = CounterStore(tmp_path / "planbot.db"), date(2027, 3, 1)
    for seconds in (0.5, 1.0):
        store.count(Counted.ANSWER, "answered", day, seconds)
    before = store.tallies(day)
    store.flush()
    store.count(Counted.ANSWER, "answered", day, 1.5)
    assert [(t.count, t.seconds) for t in (*before, *store.tallies(day))] == [(2, 1.5), (3, 3.0)]
    store.close()
    again = CounterStore(tmp_path / "planbot.db")
    assert total(again.tallies(), Counted.ANSWER) == {"answered": (3, 3.0)}
    assert again.tallies(date(2027, 3, 2)) == ()
    again.close()


def test_a_person_can_be_forgotten_and_the_counts_stay() -> None:
    store, day = CounterStore(None), date(2027, 3, 1)
    for name, label in ((Counted.PERSON, str(AN)), (Counted.ANSWER, "answered")):
        store.count(name, label, day)
    store.flush()
    store.forget([AN])
    assert [tally.name for tally in store.tallies()] == [Counted.ANSWER]
    store.close()


def test_counts_that_cannot_be_written_at_the_end_hold_up_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("knowledge.database.WAIT_SECONDS", 0.05)
    counters = CounterStore(tmp_path / "planbot.db")
    counters.count(Counted.ANSWER, "sure", NOW.date())
    other = sqlite3.connect(tmp_path / "planbot.db", isolation_level=None)
    other.execute("begin immediate")
    counters.close()
    other.close()
    assert "what was counted last is not written down" in caplog.text
