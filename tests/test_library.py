"""The library with real files in a temporary data folder."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from knowledge.errors import NotFoundError, PlanbotError, RefusedError, StorageError
from knowledge.library.library import Library
from knowledge.library.prepared import ChangedError, ClassifiedError
from knowledge.samples import sample_files
from knowledge.search.archive import fingerprint
from scheduler.clock import VIETNAM

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=VIETNAM)
SAMPLE = next(path for path in sample_files() if path.suffix == ".txt")
STEM = SAMPLE.stem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    opened = Library.open(folder)
    yield opened
    opened.close()


def an_edited_sample(tmp_path: Path, old: str, new: str) -> Path:
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / SAMPLE.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def take(library: Library, path: Path) -> None:
    library.commit(library.prepare(path), NOW, by="An")


def deadlines(library: Library) -> dict[str, str]:
    return {task.task: task.deadline.text for task in library.get(STEM).plan.tasks}


def test_a_new_library_is_empty(library: Library) -> None:
    assert library.snapshot.plans == ()


def test_preparing_changes_nothing(library: Library, folder: Path) -> None:
    prepared = library.prepare(SAMPLE)
    assert len(prepared.difference.added) == len(prepared.plan.tasks) > 20
    assert library.snapshot.plans == ()
    assert not (folder / "documents").exists()


def test_a_plan_that_was_taken_is_there_with_its_original_after_a_restart(library: Library, folder: Path) -> None:
    take(library, SAMPLE)
    again = Library.open(folder)
    assert again.get(STEM) == library.get(STEM)
    [version] = again.versions(STEM)
    assert (version.number, version.by, version.added) == (1, "An", "2026-11-20T08:00:00+07:00")
    assert (folder / version.file).read_bytes() == SAMPLE.read_bytes()
    again.close()


def test_a_reload_keeps_the_names_of_the_rows_and_says_what_moved(library: Library, tmp_path: Path) -> None:
    take(library, SAMPLE)
    before = library.get(STEM).task_refs
    prepared = library.prepare(an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))
    assert [change.fields for change in prepared.difference.changed] == [("deadline",)]
    library.commit(prepared, NOW)
    assert library.get(STEM).task_refs == before
    assert "Trước ngày 15/4/2027" in deadlines(library).values()
    assert [version.number for version in library.versions(STEM)] == [1, 2]


def test_the_same_document_again_is_known(library: Library) -> None:
    take(library, SAMPLE)
    assert library.prepare(SAMPLE).is_known


def test_an_earlier_version_comes_back(library: Library, tmp_path: Path) -> None:
    take(library, SAMPLE)
    first = deadlines(library)
    take(library, an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))
    assert library.roll_back(STEM) == 1
    assert deadlines(library) == first
    with pytest.raises(NotFoundError, match="no version 0"):
        library.roll_back(STEM)
    assert deadlines(library) == first


def test_a_question_in_flight_keeps_the_plans_it_started_with(library: Library, tmp_path: Path) -> None:
    take(library, SAMPLE)
    held = library.snapshot
    take(library, an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))
    assert held is not library.snapshot
    assert "Trước ngày 31/3/2027" in {task.deadline.text for task in held.plans[0].plan.tasks}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"hello inputs\n", id="no plan"),
        pytest.param(b"\x00\x01\x02\x03" * 50, id="no text"),
        pytest.param(b"PK\x03\x04broken", id="broken zip"),
    ],
)
def test_what_is_no_plan_is_refused_and_the_old_one_stays(library: Library, tmp_path: Path, content: bytes) -> None:
    take(library, SAMPLE)
    held = library.snapshot
    bad = tmp_path / SAMPLE.name
    bad.write_bytes(content)
    with pytest.raises(RefusedError, match=SAMPLE.name):
        library.prepare(bad)
    assert library.snapshot is held
    assert [version.number for version in library.versions(STEM)] == [1]


def test_a_missing_file_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="khong-co"):
        library.prepare(tmp_path / "khong-co.docx")


def test_a_removed_plan_is_gone_and_may_come_back_with_the_next_number(library: Library) -> None:
    take(library, SAMPLE)
    library.remove(STEM)
    assert library.snapshot.plans == ()
    with pytest.raises(NotFoundError, match="there are: none"):
        library.remove(STEM)
    take(library, SAMPLE)
    assert library.current_number(STEM) == 2


def test_what_another_process_took_is_seen_after_a_refresh(library: Library, folder: Path) -> None:
    other = Library.open(folder)
    take(other, SAMPLE)
    other.close()
    assert not library.snapshot.plans
    assert library.refresh()
    assert [plan.stem for plan in library.snapshot.plans] == [STEM]
    assert not library.refresh()


def test_a_refresh_keeps_the_plans_that_have_not_changed(library: Library, folder: Path, tmp_path: Path) -> None:
    take(library, SAMPLE)
    other = Library.open(folder)
    other.commit(other.prepare(SAMPLE, "khac"), NOW)
    held = library.get(STEM)
    assert library.refresh()
    assert library.get(STEM) is held
    take(other, an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))
    held, kept = library.get(STEM), library.get("khac")
    assert library.refresh()
    assert library.get("khac") is kept
    assert library.get(STEM) == other.get(STEM) != held
    other.close()


def test_what_another_process_took_before_the_own_change_is_not_missed(library: Library, folder: Path) -> None:
    other = Library.open(folder)
    prepared = library.prepare(SAMPLE)
    other.commit(other.prepare(SAMPLE, "khac"), NOW)
    library.commit(prepared, NOW)
    assert library.refresh()
    assert [plan.stem for plan in library.snapshot.plans] == ["khac", STEM]
    other.close()


def test_two_libraries_on_one_folder_index_beside_and_agree(folder: Path) -> None:
    one, two = Library.open(folder, beside=0), Library.open(folder, beside=0)
    prepared = two.prepare(SAMPLE, "khac")
    take(one, SAMPLE)
    two.commit(prepared, NOW)
    assert one.refresh()
    assert two.refresh()
    assert one.snapshot.plans == two.snapshot.plans
    assert one.snapshot.index.search("cải cách hành chính") == two.snapshot.index.search("cải cách hành chính")
    assert one.snapshot.index.fingerprint == fingerprint(one.snapshot.plans)
    one.remove("khac")
    assert [plan.stem for plan in one.snapshot.plans] == [STEM]
    one.close()
    two.close()


def test_a_change_whose_index_cannot_be_made_leaves_all_as_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(folder, beside=0)
    take(library, SAMPLE)
    held = library.snapshot
    prepared = library.prepare(an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))
    with monkeypatch.context() as broken:
        broken.setattr("knowledge.library.children.sys.executable", str(tmp_path / "no-python"))
        with pytest.raises(PlanbotError, match="the old ones stay"):
            library.commit(prepared, NOW)
        with pytest.raises(PlanbotError, match="the old ones stay"):
            library.remove(STEM)
    assert library.snapshot is held
    assert library.current_number(STEM) == 1
    library.commit(prepared, NOW)
    assert "Trước ngày 15/4/2027" in deadlines(library).values()
    library.close()


def test_a_version_that_cannot_be_stored_leaves_the_old_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(library, SAMPLE)
    held = library.snapshot
    prepared = library.prepare(an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("knowledge.library.originals.shutil.copyfile", no_room)
    with pytest.raises(StorageError, match="no space left on device; make room"):
        library.commit(prepared, NOW)
    assert library.snapshot is held
    assert library.current_number(STEM) == 1


def test_two_that_add_the_same_plan_at_once_keep_both_originals(library: Library, folder: Path, tmp_path: Path) -> None:
    other = Library.open(folder)
    edited = an_edited_sample(tmp_path, "Quý III/2027", "Quý II/2027")
    prepared = [(library, library.prepare(SAMPLE)), (other, other.prepare(edited))]
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(taker.commit, what, NOW) for taker, what in prepared]
    other.close()
    versions = {folder / future.result().file for future in done}
    assert {file.read_bytes() for file in versions} == {SAMPLE.read_bytes(), edited.read_bytes()}


def test_a_document_is_compared_with_what_another_process_took_meanwhile(library: Library, folder: Path) -> None:
    other = Library.open(folder)
    other.commit(other.prepare(SAMPLE, "khac"), NOW)
    prepared = library.prepare(SAMPLE)
    assert (prepared.stem, prepared.is_known) == ("khac", True)
    other.close()


def test_what_was_looked_at_before_the_plan_changed_is_not_taken(library: Library, tmp_path: Path) -> None:
    take(library, SAMPLE)
    seen = library.prepare(an_edited_sample(tmp_path, "Trước ngày 31/3/2027", "Trước ngày 15/4/2027"))
    library.commit(seen, NOW, unchanged=True)
    with pytest.raises(ChangedError, match=STEM):
        library.commit(seen, NOW, unchanged=True)
    assert [version.number for version in library.versions(STEM)] == [1, 2]


def test_a_version_that_loses_most_rows_is_known_as_such(library: Library, tmp_path: Path) -> None:
    take(library, SAMPLE)
    text = SAMPLE.read_text(encoding="utf-8")
    short = tmp_path / SAMPLE.name
    short.write_text(text[: text.index("PHỤ LỤC")], encoding="utf-8")
    assert not library.prepare(SAMPLE).loses_most
    assert library.prepare(short).loses_most


@pytest.mark.parametrize("mark", ["MẬT", "Tối mật", "TUYỆT MẬT"])
def test_a_secret_document_is_refused_and_nothing_of_it_is_kept(library: Library, tmp_path: Path, mark: str) -> None:
    secret = an_edited_sample(tmp_path, "Số: 118/KH-SKHCN", f"Số: 118/KH-SKHCN\n{mark}")
    with pytest.raises(ClassifiedError, match="độ mật"):
        library.prepare(secret)
    assert library.snapshot.plans == ()
