"""Workers on one server are told apart: each running process is one, and the same one when it is started again."""

from contextlib import closing
from pathlib import Path

import pytest
from builders import HEARD, a_task, at, the_inputs

from bot.config import Config
from bot.wiring import Wiring
from bot.worker import NAME, worker_of
from knowledge.errors import StorageError
from scheduler.rules import due_now

NOW = at("2027-06-28 08:00")


def test_a_worker_keeps_its_name_and_one_made_alike_in_the_same_place_has_another(tmp_path: Path) -> None:
    data, away = tmp_path / "data", tmp_path / "away"
    data.mkdir()
    first = worker_of(data)
    assert worker_of(data) == first
    data.rename(away)
    data.mkdir()
    assert worker_of(data) != first
    assert worker_of(away) == first


def test_a_folder_that_was_copied_to_another_machine_is_another_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = worker_of(tmp_path)
    monkeypatch.setattr("platform.node", lambda: "another")
    assert worker_of(tmp_path) != first


def test_a_word_that_was_not_kept_before_a_kill_is_drawn_anew(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    first = worker_of(tmp_path)
    assert len(first.split(":")[1]) == 16
    assert worker_of(tmp_path) == first


def test_a_word_that_is_damaged_is_a_word_as_well(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\xff\xfe worker\n")
    assert worker_of(tmp_path) == worker_of(tmp_path)


def test_a_word_that_cannot_be_read_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(StorageError, match=NAME):
        worker_of(tmp_path)


def test_one_that_starts_frees_nothing_of_another_on_the_same_machine(offices: tuple[str, str], tmp_path: Path) -> None:
    items, config = due_now(the_inputs(a_task()), HEARD, NOW), Config(database=offices[0])
    one, two = (Wiring(config, tmp_path / name / "data", lambda: NOW) for name in ("one", "two"))
    with closing(one), closing(two):
        assert one.stores.ledger.claim(items, NOW)
        assert two.stores.ledger.recover() == 0
        again = Wiring(config, tmp_path / "one" / "data", lambda: NOW)
        with closing(again):
            assert again.stores.ledger.recover() == len(items)


def test_on_a_file_nobody_is_beside_it(tmp_path: Path) -> None:
    with closing(Wiring(Config(), tmp_path, lambda: NOW)) as wiring:
        assert wiring.stores.ledger.recover() == 0
        assert not (tmp_path / NAME).exists()
