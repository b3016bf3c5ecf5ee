"""What people asked is kept for a while, with what became of it, and deleted for whoever wants that."""

from dataclasses import replace

import pytest
from builders import at

from scheduler.asked import Asked, AskedStore, Outcome

NOW = at("2027-03-01 08:00")
ASKED = Asked(
    "q1", NOW.isoformat(), "ai chủ trì?", user=5, who="An", chat=5, message=7, refs=("row1",), said="Văn phòng"
)


@pytest.fixture
def store() -> AskedStore:
    return AskedStore(None)


def test_a_question_comes_back_as_it_was(store: AskedStore) -> None:
    store.keep(ASKED)
    assert store.find("q1") == ASKED
    assert store.find("q2") is None


def test_what_was_not_answered_did_not_help_or_waits_is_unsettled(store: AskedStore) -> None:
    outcomes = {
        "a": Outcome.ANSWERED,
        "b": Outcome.ABSTAINED,
        "c": Outcome.ANSWERED,
        "d": Outcome.TENTATIVE,
        "e": Outcome.ABSTAINED,
    }
    for name, outcome in outcomes.items():
        store.keep(replace(ASKED, name=name, outcome=outcome))
    store.mark("c", helpful=False, by="An")
    store.hand_over("d", by="An", now=NOW)
    store.settle("e", by="VP", now=NOW)
    assert {asked.name for asked in store.unsettled()} == {"b", "c", "d"}
    store.reply("d", "Văn phòng Sở", by="VP", now=NOW)
    assert {asked.name for asked in store.unsettled()} == {"b", "c"}
    assert store.counts("2027") == {"answered": 2, "abstained": 2, "tentative": 1, "unhelpful": 1}


def test_a_question_is_handed_over_once_and_found_by_its_copies(store: AskedStore) -> None:
    store.keep(ASKED)
    assert store.hand_over("q1", by="An", now=NOW)
    assert not store.hand_over("q1", by="An", now=NOW)
    store.handed_to("q1", 9, 100)
    found = store.handed_by(9, 100)
    assert found
    assert found.name == "q1"
    assert store.handed_by(9, 101) is None
    assert store.copies("q1") == ((9, 100),)


def test_old_questions_are_forgotten_with_the_next_one(store: AskedStore) -> None:
    store.keep(replace(ASKED, name="old", at=at("2026-01-01 08:00").isoformat()))
    store.handed_to("old", 9, 100)
    store.keep(ASKED)
    assert store.find("old") is None
    assert store.copies("old") == ()


def test_what_a_person_asked_is_deleted(store: AskedStore) -> None:
    store.keep(ASKED)
    store.keep(replace(ASKED, name="q2", user=6))
    assert store.forget(5) == 1
    assert store.find("q1") is None
    assert store.find("q2")


def test_a_record_that_cannot_be_read_takes_no_other_away(store: AskedStore, caplog: pytest.LogCaptureFixture) -> None:
    store.keep(replace(ASKED, outcome=Outcome.ABSTAINED))
    with store._database.writing() as db:
        db.execute("insert into asked (name, at, text, outcome, refs) values ('bad', 'x', 'y', 'abstained', '[]')")
    assert [asked.name for asked in store.unsettled()] == ["q1"]
    assert "cannot be read" in caplog.text
