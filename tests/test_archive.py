"""An index on disk."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from builders import a_deadline, a_loaded_plan, a_plan, a_task

from knowledge.library.snapshot import LoadedPlan, load
from knowledge.model import Heading, Passage
from knowledge.search import archive

ARRAYS = {"lists.starts": np.array([0, 2]), "lists.idf": np.zeros(0, dtype=np.float32)}


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "index"
    archive.save(folder, "mark", ["số", "107/2021/nđ-cp"], ARRAYS)
    kept = archive.load(folder, "mark")
    assert kept is not None
    assert kept.words == ["số", "107/2021/nđ-cp"]
    assert kept.arrays["lists"]["starts"].tolist() == [0, 2]
    assert kept.arrays["lists"]["idf"].tolist() == []


def test_the_last_two_indexes_in_use_are_kept(tmp_path: Path) -> None:
    for age, mark in enumerate(["first", "second"]):
        archive.save(tmp_path, mark, ["số"], ARRAYS)
        os.utime(tmp_path / mark, (age, age))
    assert archive.load(tmp_path, "first") is not None
    archive.save(tmp_path, "third", ["số"], ARRAYS)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["first", "third"]


def test_an_index_that_is_there_whole_is_not_written_again(tmp_path: Path) -> None:
    archive.save(tmp_path, "mark", ["số"], ARRAYS)
    before = (tmp_path / "mark" / "about.json").stat()
    archive.save(tmp_path, "mark", ["số"], ARRAYS)
    assert (tmp_path / "mark" / "about.json").stat().st_ino == before.st_ino


def test_a_damaged_index_is_replaced(tmp_path: Path) -> None:
    archive.save(tmp_path, "mark", ["số"], ARRAYS)
    (tmp_path / "mark" / "lists.starts.npy").unlink()
    archive.save(tmp_path, "mark", ["số"], ARRAYS)
    assert archive.load(tmp_path, "mark") is not None


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "index" / "new").mkdir(parents=True)
    (tmp_path / "index" / "new" / "half.npy").write_bytes(b"...")
    archive.save(tmp_path / "index", "mark", ["số"], ARRAYS)
    assert archive.load(tmp_path / "index", "mark") is not None
    assert not (tmp_path / "index" / "new").exists()


def test_an_index_in_use_stays_readable_while_another_takes_its_place(tmp_path: Path) -> None:
    archive.save(tmp_path / "index", "old", ["số"], ARRAYS)
    kept = archive.load(tmp_path / "index", "old")
    archive.save(tmp_path / "index", "newer", [], {})
    assert kept is not None
    assert kept.arrays["lists"]["starts"].tolist() == [0, 2]


@pytest.mark.parametrize("name", ["about.json", "words.txt", "lists.starts.npy"])
@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[]", None])
def test_a_damaged_folder_is_as_good_as_none(tmp_path: Path, name: str, content: bytes | None) -> None:
    archive.save(tmp_path / "index", "mark", ["số", "sở"], ARRAYS)
    (tmp_path / "index" / "mark" / name).unlink()
    if content is not None:
        (tmp_path / "index" / "mark" / name).write_bytes(content)
    assert archive.load(tmp_path / "index", "mark") is None


def test_another_fingerprint_is_not_loaded(tmp_path: Path) -> None:
    archive.save(tmp_path / "index", "mark", [], {})
    assert archive.load(tmp_path / "index", "other") is None
    assert archive.load(tmp_path / "nowhere", "mark") is None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(a_loaded_plan(stem="other"), id="name"),
        pytest.param(load("ke-hoach-2027", a_plan(heading=Heading(number="1/KH"))), id="heading"),
        pytest.param(a_loaded_plan([a_task(lead=("Thanh tra",))]), id="unit"),
        pytest.param(a_loaded_plan([a_task(deadline=a_deadline(text="Quý I"))]), id="deadline"),
        pytest.param(a_loaded_plan([a_task(), a_task()]), id="one more row"),
        pytest.param(a_loaded_plan([]), id="one row less"),
        pytest.param(a_loaded_plan(passages=(Passage("Mới"),)), id="passage"),
    ],
)
def test_any_change_of_a_plan_changes_the_fingerprint(other: LoadedPlan) -> None:
    assert archive.fingerprint([a_loaded_plan()]) == archive.fingerprint([a_loaded_plan()])
    assert archive.fingerprint([other]) != archive.fingerprint([a_loaded_plan()])


def test_the_order_of_the_plans_is_part_of_the_fingerprint() -> None:
    left, right = a_loaded_plan(stem="a"), a_loaded_plan(stem="b")
    assert archive.fingerprint([left, right]) != archive.fingerprint([right, left])


@dataclass(frozen=True)
class Mixed:
    name: str
    numbers: np.ndarray[tuple[int], np.dtype[np.int64]]


def test_only_arrays_are_kept_of_a_value() -> None:
    assert list(archive.arrays_of("mixed", Mixed("x", np.arange(2)))) == ["mixed.numbers"]


def test_an_abbreviation_that_the_office_adds_changes_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = archive.fingerprint([a_loaded_plan()])
    monkeypatch.setattr(archive, "short_forms", lambda: frozenset({"qq"}))
    assert archive.fingerprint([a_loaded_plan()]) != before
