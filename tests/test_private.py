"""What planbot keeps is for its owner alone, whatever the umask of the one who starts it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from local_telegram import ROOT

from knowledge.private import close_to_others, make_folder, open_to_others

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX's")
SAMPLE = ROOT / "knowledge" / "samples" / "chuyen-doi-so-2027.txt"


def planbot(data: Path, *arguments: str, umask: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "--data", str(data), *arguments]
    return subprocess.run(command, cwd=ROOT, umask=umask, check=False, capture_output=True, text=True, timeout=120)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_whatever_the_umask_folders_are_700_and_files_600_and_check_names_what_was_opened(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert planbot(data, "plans", "add", str(SAMPLE)).returncode == 0
    found = {path: rights(path) for path in (data, *data.rglob("*"))}
    assert {mode for path, mode in found.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in found.items() if path.is_file()} == {0o600}
    assert any(path.suffix == ".txt" for path in found)
    (data / "planbot.db").chmod(0o644)
    checked = planbot(data, "check")
    assert checked.returncode == 1
    assert f"{data / 'planbot.db'}: others on this machine can open it" in checked.stdout


def test_what_an_older_version_left_open_is_closed(tmp_path: Path) -> None:
    make_folder(tmp_path / "data")
    inside = tmp_path / "data" / "documents"
    inside.mkdir()
    (inside / "1.txt").write_text("x", encoding="utf-8")
    inside.chmod(0o755)
    (inside / "1.txt").chmod(0o644)
    (tmp_path / "data" / "link").symlink_to(SAMPLE)
    assert set(open_to_others(tmp_path / "data")) == {inside, inside / "1.txt"}
    close_to_others(tmp_path / "data")
    assert (rights(inside), rights(inside / "1.txt")) == (0o700, 0o600)
    assert not list(open_to_others(tmp_path / "data"))
