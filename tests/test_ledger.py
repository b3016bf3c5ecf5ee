from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import HEARD, UNIT_CHAT, at, the_inputs

from scheduler.claims import LEASE
from scheduler.items import Item, StageSeries
from scheduler.ledger import Ledger
from scheduler.rules import due_now

NOW = at("2027-06-28 08:00")


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    ledger = Ledger(None)
    yield ledger
    ledger.close()


def items() -> tuple[Item, ...]:
    return due_now(the_inputs(), HEARD, NOW)


def test_what_was_recorded_is_known(ledger: Ledger) -> None:
    claim = ledger.claim(items(), NOW)
    assert claim is not None
    ledger.record(claim, items(), NOW, message=12)
    (said,) = ledger.said(UNIT_CHAT, 12)
    assert (said.key, said.stage, said.late, said.skipped) == (items()[0].key, "3", True, (-30, -14, -7))
    known = ledger.delivered()
    assert not known.is_new(items()[0].key)
    assert known.told[items()[0].key.ref, UNIT_CHAT].dates == "2027-06-30"


def test_what_was_said_or_is_on_its_way_cannot_be_claimed(ledger: Ledger) -> None:
    claim = ledger.claim(items(), NOW)
    assert claim is not None
    assert ledger.claim(items(), NOW + timedelta(minutes=1)) is None
    ledger.record(claim, items(), NOW)
    assert ledger.claim(items(), NOW + timedelta(days=1)) is None


def test_a_claim_that_was_given_back_or_ran_out_is_due_again(ledger: Ledger) -> None:
    first = ledger.claim(items(), NOW)
    assert first is not None
    ledger.release(first)
    assert ledger.claim(items(), NOW) is not None
    assert ledger.claim(items(), NOW + LEASE + timedelta(seconds=1)) is not None


def test_the_next_process_takes_back_the_claims_of_one_that_died(tmp_path: Path) -> None:
    dead = Ledger(tmp_path / "planbot.db")
    assert dead.claim(items(), NOW) is not None
    dead.close()
    ledger = Ledger(tmp_path / "planbot.db")
    assert ledger.recover() == 1
    assert ledger.claim(items(), NOW) is not None
    ledger.close()


def test_a_group_that_moved_is_not_told_again(ledger: Ledger) -> None:
    claim = ledger.claim(items(), NOW)
    assert claim is not None
    ledger.record(claim, items(), NOW)
    ledger.move(UNIT_CHAT, -100200)
    known = ledger.delivered()
    assert {series[3] for series in known.reached} == {-100200}
    assert {chat for _, chat in known.told} == {-100200}


def test_a_parked_chat_stays_parked_since_the_first_time(ledger: Ledger) -> None:
    ledger.park(-5, "bot was blocked", NOW)
    ledger.park(-5, "bot was kicked", NOW + timedelta(days=1))
    assert [(chat.chat, chat.reason) for chat in ledger.parked()] == [(-5, "bot was blocked")]
    assert ledger.unpark(-5)
    assert not ledger.unpark(-5)
    assert ledger.parked() == ()


def test_the_highest_rank_of_a_series_is_what_counts(ledger: Ledger) -> None:
    for when in ("2027-06-16 08:00", "2027-06-23 08:00"):
        found = due_now(the_inputs(), ledger.delivered(), at(when))
        claim = ledger.claim(found, at(when))
        assert claim is not None
        ledger.record(claim, found, at(when))
    ref = items()[0].key.ref
    assert ledger.delivered().reached[ref, date(2027, 6, 30).toordinal(), StageSeries.DUE, UNIT_CHAT] == -7
