"""A backup taken beside an open library, and brought back."""

import os
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from knowledge.backup import back_up, kept, restore, scheduled
from knowledge.errors import RefusedError
from knowledge.library.library import Library
from knowledge.samples import sample_files

NOW = datetime(2026, 11, 20, 8, 0)  # noqa: DTZ001 - a day by the office's clock
SAMPLE = next(path for path in sample_files() if path.suffix == ".txt")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "data")
    opened.commit(opened.prepare(SAMPLE), NOW, by="An")
    yield opened
    opened.close()


def test_a_backup_beside_an_open_library_holds_its_plans_and_their_originals(library: Library, tmp_path: Path) -> None:
    made = back_up(tmp_path / "data", tmp_path / "sao-luu.zip")
    assert made.originals == 1
    restore(tmp_path / "elsewhere", made.file, NOW)
    again = Library.open(tmp_path / "elsewhere")
    assert [plan.stem for plan in again.snapshot.plans] == [SAMPLE.stem]
    assert (tmp_path / "elsewhere" / again.versions(SAMPLE.stem)[0].file).read_bytes() == SAMPLE.read_bytes()
    again.close()


def test_bringing_back_beside_a_running_bot_is_taken_over_and_the_state_of_before_is_put_aside(
    library: Library, tmp_path: Path
) -> None:
    made = back_up(tmp_path / "data", tmp_path / "sao-luu.zip")
    library.remove(SAMPLE.stem)
    before = restore(tmp_path / "data", made.file, NOW)
    assert library.refresh()
    assert [plan.stem for plan in library.snapshot.plans] == [SAMPLE.stem]
    assert before is not None
    restore(tmp_path / "data", before, NOW + timedelta(seconds=1))
    assert library.refresh()
    assert library.snapshot.plans == ()


def test_a_half_copy_of_an_original_is_left_out(library: Library, tmp_path: Path) -> None:
    (tmp_path / "data" / "documents" / SAMPLE.stem / "2.txt.part").write_text("half")
    assert library.versions(SAMPLE.stem)
    assert back_up(tmp_path / "data", tmp_path / "sao-luu.zip").originals == 1


def test_a_backup_is_for_its_owner_alone(library: Library, tmp_path: Path) -> None:
    made = back_up(tmp_path / "data", tmp_path / "sao-luu.zip")
    assert made.file.stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_backup_is_never_written_over(library: Library, tmp_path: Path) -> None:
    database = tmp_path / "data" / "planbot.db"
    size = database.stat().st_size
    with pytest.raises(RefusedError, match="no backup of planbot"):
        back_up(tmp_path / "data", database)
    assert database.stat().st_size == size


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 cut off", b"no archive at all"], ids=["empty", "cut off", "text"]
)
def test_what_is_no_whole_backup_changes_nothing(library: Library, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    with pytest.raises(RefusedError, match="nothing was changed"):
        restore(tmp_path / "data", file, NOW)
    assert not library.refresh()
    assert not (tmp_path / "data" / "backups").exists()


def test_a_backup_whose_database_is_damaged_changes_nothing(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("planbot.db", b"SQLite format 3\x00" + b"\xff" * 4000)
    with pytest.raises(RefusedError, match="nothing was changed"):
        restore(tmp_path / "data", file, NOW)
    assert not library.refresh()


def test_a_name_in_a_backup_that_leads_out_of_the_folder_is_left_out(library: Library, tmp_path: Path) -> None:
    made = back_up(tmp_path / "data", tmp_path / "sao-luu.zip")
    with zipfile.ZipFile(made.file, "a") as archive:
        archive.writestr("documents/../../evil.txt", "x")
    restore(tmp_path / "new" / "data", made.file, NOW)
    assert not list(tmp_path.rglob("evil.txt"))


def test_of_daily_backups_seven_days_and_four_weeks_are_kept() -> None:
    days = {Path(f"{n}"): NOW - timedelta(days=n) for n in range(40)}
    assert sorted(int(file.name) for file in kept(days, NOW)) == [0, 1, 2, 3, 4, 5, 6, 12, 19, 26]


def test_a_second_backup_on_one_day_takes_the_place_of_the_first(library: Library, tmp_path: Path) -> None:
    one, two = scheduled(tmp_path / "data", NOW), scheduled(tmp_path / "data", NOW + timedelta(hours=2))
    assert one.file == two.file
    assert [path.name for path in (tmp_path / "data" / "backups").iterdir()] == ["20261120.zip"]


def test_what_a_killed_backup_left_goes_with_a_later_one(library: Library, tmp_path: Path) -> None:
    place = tmp_path / "data" / "backups"
    for name, age in (("planbot-old", 2), ("planbot-now", 0)):
        (place / name).mkdir(parents=True)
        (place / name / "planbot.db").write_bytes(b"half")
        made = (NOW - timedelta(days=age)).timestamp()
        os.utime(place / name, (made, made))
    scheduled(tmp_path / "data", NOW)
    assert sorted(path.name for path in place.iterdir()) == ["20261120.zip", "planbot-now"]


def test_a_backup_that_an_admin_puts_beside_the_others_is_no_leftover(library: Library, tmp_path: Path) -> None:
    put = tmp_path / "data" / "backups" / "planbot-20261001-0800.zip"  # as /saoluu calls it
    put.parent.mkdir(parents=True)
    put.write_bytes(b"a backup")
    os.utime(put, ((NOW - timedelta(days=50)).timestamp(),) * 2)
    scheduled(tmp_path / "data", NOW)
    assert put.read_bytes() == b"a backup"


def test_an_original_that_cannot_be_brought_back_whole_keeps_what_was_there(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(tmp_path / "data", tmp_path / "sao-luu.zip")
    [original] = (path for path in (tmp_path / "data" / "documents").rglob("*") if path.is_file())
    original.write_bytes(b"another one")

    def half(source: Path, goal: Path) -> None:
        goal.write_bytes(source.read_bytes()[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", half)
    with pytest.raises(RefusedError, match="could not be brought back"):
        restore(tmp_path / "data", made.file, NOW)
    assert original.read_bytes() == b"another one"
