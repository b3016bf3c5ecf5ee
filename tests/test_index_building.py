"""An index made by a process of its own, which may fail or be killed."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import a_loaded_plan, a_task

from knowledge.errors import PlanbotError
from knowledge.library.index_building import Job, build_beside
from knowledge.library.store import Store, Version
from knowledge.search import archive
from knowledge.search.index import Index

STORED = a_loaded_plan([a_task(stt=str(number)) for number in range(5)], stem="da-co")
NEW = a_loaded_plan([a_task(task="Đào tạo kỹ năng số")], stem="moi")
DIES_WHILE_SAVING = """
import os, signal, numpy
real, saved = numpy.save, []
def save(*given):
    real(*given)
    saved.append(given)
    if len(saved) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
numpy.save = save
"""


@pytest.fixture
def job(tmp_path: Path) -> Job:
    store = Store(tmp_path / "planbot.db")
    store.add(Version(STORED.stem, 1, STORED.plan.source, "", "", ""), STORED)
    store.close()
    return Job(tmp_path / "planbot.db", tmp_path / "index", ((STORED.stem, 1), NEW))


def kept(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("*") if (path / "about.json").exists()]


def test_an_index_made_beside_is_the_one_that_would_be_made_here(job: Job) -> None:
    mark = build_beside(job)
    found = Index.kept(job.cache, mark)
    assert mark == archive.fingerprint([STORED, NEW])
    assert found is not None
    for question in ("đào tạo kỹ năng", "so hoa ho so"):
        assert found.search(question) == Index.build([STORED, NEW]).search(question) != []


def test_an_index_that_is_there_is_not_made_again(job: Job) -> None:
    mark = build_beside(job)
    made = (job.cache / mark / "about.json").stat()
    assert build_beside(job) == mark
    assert (job.cache / mark / "about.json").stat().st_ino == made.st_ino


def test_two_processes_may_make_the_same_index_at_once(job: Job) -> None:
    with ThreadPoolExecutor(2) as both:
        marks = set(both.map(build_beside, [job, job]))
    assert kept(job.cache) == list(marks)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_is_loaded_of_a_build_that_was_killed(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(DIES_WHILE_SAVING)
    with monkeypatch.context() as deadly:
        deadly.setattr(sys, "path", [str(tmp_path), *sys.path])
        with pytest.raises(PlanbotError, match="the old ones stay: its process ended with -9"):
            build_beside(job)
    assert len(list(job.cache.glob("*/*.npy"))) == 3
    assert kept(job.cache) == []
    assert Index.load(job.cache, [STORED, NEW]) is None
    assert kept(job.cache) == []
    mark = build_beside(job)
    assert kept(job.cache) == [mark]


def test_a_build_that_fails_says_why(job: Job) -> None:
    gone = Job(job.database, job.cache, (("da-co", 7),))
    with pytest.raises(PlanbotError, match=r"index: the index .* the old ones stay: .*da-co: version 7 is not in"):
        build_beside(gone)
    assert kept(job.cache) == []


def test_a_build_that_takes_too_long_is_ended(job: Job) -> None:
    with pytest.raises(PlanbotError, match=r"it was not ready after 0\.01 s"):
        build_beside(job, seconds=0.01)
    assert kept(job.cache) == []
