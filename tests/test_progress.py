from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import at

from knowledge.errors import NotFoundError
from knowledge.model import Progress, State
from knowledge.tasks.happened import Act
from knowledge.tasks.progress import Extension, ProgressStore, Report

NOW = at("2027-06-20 09:00")
LATER = at("2027-06-21 09:00")


@pytest.fixture
def store() -> Iterator[ProgressStore]:
    store = ProgressStore(None)
    yield store
    store.close()


def test_the_last_report_holds(store: ProgressStore) -> None:
    store.report("row", Report(State.IN_PROGRESS, note="đã họp"), who="An", now=NOW)
    assert store.report("row", Report(State.DONE_ON_TIME, proof="15/BC-VP"), who="Bình", now=LATER) == Progress(
        State.DONE_ON_TIME, "Bình", "2027-06-21T09:00:00+07:00", proof="15/BC-VP", answered="2027-06-21T09:00:00+07:00"
    )


def test_nothing_reported_is_not_started(store: ProgressStore) -> None:
    assert store.of("row") == Progress()
    assert store.all() == {}


def test_taking_back_lets_the_report_before_hold_and_keeps_both_in_the_history(store: ProgressStore) -> None:
    store.report("row", Report(State.IN_PROGRESS), who="An", now=NOW)
    store.report("row", Report(State.DONE_ON_TIME), who="An", now=LATER)
    taken = store.undo("row", who="Bình", now=LATER)
    assert (taken.state, taken.undone_by) == (State.DONE_ON_TIME, "Bình")
    assert store.of("row").state is State.IN_PROGRESS
    assert store.all()["row"].state is State.IN_PROGRESS
    assert len(store.history("row")) == 2
    store.undo("row", who="Bình", now=LATER)
    assert store.of("row") == Progress()
    with pytest.raises(NotFoundError, match="nothing has been reported"):
        store.undo("row", who="Bình", now=LATER)


def test_an_extension_moves_the_date_only_when_it_is_granted(store: ProgressStore) -> None:
    store.report("row", Report(State.IN_PROGRESS), who="An", now=NOW)
    asked = store.ask_extension("row", Extension(date(2027, 7, 31), "chờ hướng dẫn"), who="An", now=NOW)
    assert (asked.state, asked.asked_due, asked.due) == (State.EXTENSION_ASKED, date(2027, 7, 31), None)
    granted = store.decide_extension("row", date(2027, 7, 15), who="Quản trị", now=LATER)
    assert (granted.state, granted.asked_due, granted.due) == (State.IN_PROGRESS, None, date(2027, 7, 15))


def test_a_refused_extension_leaves_the_date(store: ProgressStore) -> None:
    store.ask_extension("row", Extension(date(2027, 7, 31)), who="An", now=NOW)
    refused = store.decide_extension("row", None, who="Quản trị", now=LATER)
    assert (refused.state, refused.due) == (State.NOT_STARTED, None)
    with pytest.raises(NotFoundError, match="no extension"):
        store.decide_extension("row", date(2027, 7, 31), who="Quản trị", now=LATER)


def test_a_date_may_be_set_and_the_printed_one_restored(store: ProgressStore) -> None:
    assert store.set_due("row", date(2027, 9, 1), who="Quản trị", now=NOW).due == date(2027, 9, 1)
    assert store.set_due("row", None, who="Quản trị", now=LATER).due is None


def test_remind_me_later_is_an_answer_and_no_report(store: ProgressStore) -> None:
    later = store.later("row", date(2027, 6, 23), who="An", now=NOW)
    assert (later.state, later.remind_on) == (State.NOT_STARTED, date(2027, 6, 23))
    assert later.answered == "2027-06-20T09:00:00+07:00"
    assert store.history("row")[0].act is Act.LATER


def test_reports_of_a_recurring_duty_keep_what_was_done(store: ProgressStore) -> None:
    store.report("row", Report(State.DONE_ON_TIME, done_for=date(2027, 3, 31)), who="An", now=NOW)
    begun = store.report("row", Report(State.IN_PROGRESS), who="An", now=LATER)
    assert (begun.state, begun.done_for) == (State.IN_PROGRESS, date(2027, 3, 31))


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        store = ProgressStore(tmp_path / "planbot.db")
        store.report("row", Report(State.IN_PROGRESS), who="An", now=NOW)
        store.close()
    store = ProgressStore(tmp_path / "planbot.db")
    assert len(store.history("row")) == 2
    store.close()


def test_two_open_stores_see_each_other(tmp_path: Path) -> None:
    one, other = (ProgressStore(tmp_path / "planbot.db") for _ in range(2))
    one.report("row", Report(State.IN_PROGRESS), who="An", now=NOW)
    assert other.of("row").state is State.IN_PROGRESS
    one.close()
    other.close()


def test_what_another_process_reported_is_seen_at_once(tmp_path: Path) -> None:
    one, other = (ProgressStore(tmp_path / "planbot.db") for _ in range(2))
    assert one.all() == {}
    other.report("a", Report(State.IN_PROGRESS), who="An", now=NOW)
    assert one.all()["a"].state is State.IN_PROGRESS
    one.undo("a", who="An", now=NOW)
    assert one.all() == other.all() == {}
    one.close()
    other.close()
