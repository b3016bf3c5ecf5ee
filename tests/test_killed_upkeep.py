"""Whatever moment a process is killed at while it backs up, brings back or upgrades: the old state or the new one."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from builders import HEARD, at, the_inputs
from killed_upkeep import outcome_of

from knowledge.backup import back_up, restore
from knowledge.database import DATABASE_NAME
from scheduler.ledger import Ledger
from scheduler.rules import due_now

NOW = at("2027-06-28 08:00")
KILLS = 2  # of each; `make bench ARGS=upkeep` has many


@pytest.mark.parametrize("what", ["backup", "restore", "upgrade"])
def test_a_kill_leaves_the_state_of_before_or_the_new_one(what: str) -> None:
    found = outcome_of(what, KILLS)
    assert (found.kills, found.lost) == (KILLS, [])


def test_a_backup_beside_one_who_writes_all_the_time_is_whole_and_stops_nobody(tmp_path: Path) -> None:
    folder, ended = tmp_path / "data", threading.Event()
    folder.mkdir()
    ledger = Ledger(folder / DATABASE_NAME)
    [first, *_] = due_now(the_inputs(), HEARD, NOW)
    written: list[int] = []

    def write() -> None:
        while not ended.is_set():
            item = replace(first, key=replace(first.key, ref=f"r{len(written)}"))
            claim = ledger.claim([item], NOW)
            assert claim is not None
            ledger.record(claim, [item], NOW)
            written.append(len(written))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        held = []
        for number in range(5):
            before = len(written)
            made = back_up(folder, tmp_path / f"{number}.zip")
            after = len(written)
            restore(tmp_path / str(number), made.file, NOW)
            copy = Ledger(tmp_path / str(number) / DATABASE_NAME)
            held.append((before, len(copy.said()), after))
            copy.close()
    finally:
        ended.set()
        writer.join()
        ledger.close()
    assert all(before <= said <= after + 1 for before, said, after in held), held
    assert held[-1][0] > held[0][0]  # it went on writing
