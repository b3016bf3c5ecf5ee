"""A document that an admin hands in lies there until somebody has decided."""

from pathlib import Path
from threading import Thread

import pytest
from builders import at

from scheduler.handed import FOLDER, Handed, HandedStore

NOW = at("2027-03-01 08:00")


def test_a_document_that_is_handed_in_while_old_ones_are_cleaned_away_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = HandedStore(tmp_path / "planbot.db", tmp_path)
    cleaner = Thread(target=store.clean, args=(NOW,))
    real = HandedStore._write

    def write(file: Path, content: bytes) -> None:
        real(file, content)
        cleaner.start()
        cleaner.join(timeout=0.2)  # it has to wait until the document is known

    monkeypatch.setattr(HandedStore, "_write", staticmethod(write))
    handed = store.add(Handed(9, "An", "kế hoạch.docx"), b"...", "ke-hoach.docx", NOW)
    cleaner.join()
    assert store.waiting() == (handed,)
    assert handed.path.read_bytes() == b"..."
    store.close()


def test_a_copy_that_nobody_waits_for_is_cleaned_away(tmp_path: Path) -> None:
    store = HandedStore(tmp_path / "planbot.db", tmp_path)
    handed = store.add(Handed(9, "An", "kế hoạch.docx"), b"...", "ke-hoach.docx", NOW)
    (tmp_path / FOLDER / "mo-coi").mkdir()
    assert store.clean(NOW) == 0
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == [handed.id]
    store.close()
