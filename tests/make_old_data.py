"""Makes `tests/data/versions/*.sql`: what each version of planbot that changed the form of its data left behind.

Run in a checkout with its history: python tests/make_old_data.py. Each such commit is checked out beside, its own
command line fills a small data folder, and the data base is written down as SQL. The tests bring each to today's form.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

GIT = shutil.which("git") or "git"
ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "tests" / "data" / "versions"
PLAN = """SỞ NỘI VỤ TỈNH AN BÌNH
Số: 12/KH-SNV
An Bình, ngày 15 tháng 12 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2027
STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành
1\tSố hóa hồ sơ thủ tục hành chính\tHồ sơ số\tVăn phòng Sở\tThanh tra Sở\tTrước ngày 30/6/2027
2\tRà soát quy trình nội bộ\tBáo cáo\tThanh tra Sở\tVăn phòng Sở\tTrước ngày 31/3/2027
"""
CONFIG = '[office]\nname = "Sở Nội vụ tỉnh An Bình"\n[access]\nadmins = [9]\nusers = [5]\ngroups = [-1001]\n'
COMMANDS: Sequence[Sequence[str]] = (
    ("plans", "add", "{folder}/ke-hoach-2027.txt"),
    ("units", "link", "Văn phòng Sở", "-1001"),
    ("units", "alias", "VP Sở", "Văn phòng Sở"),
    ("calendar", "off", "2027-04-30"),
    ("progress", "set", "ke-hoach-2027:1", "in_progress", "--note", "đang làm"),
    ("progress", "set", "ke-hoach-2027:2", "done", "--proof", "123/BC"),
    ("people", "add", "7", "leader"),
)


def commits() -> list[str]:
    """The commits that added a migration, the oldest first."""
    command = [GIT, "log", "--reverse", "--format=%h", "-G^@migrations\\(\\)", "--", "knowledge", "scheduler"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def dump(commit: str, folder: Path) -> str:
    """The data of a version as SQL."""
    code = folder / "code"
    subprocess.run([GIT, "worktree", "add", "--detach", str(code), commit], cwd=ROOT, check=True, capture_output=True)
    try:
        (folder / "ke-hoach-2027.txt").write_text(PLAN, "utf-8")
        (folder / "config.toml").write_text(CONFIG, "utf-8")
        options = ["--config", str(folder / "config.toml"), "--data", str(folder / "data"), "--now", "2027-01-04T08:00"]
        for command in COMMANDS:  # a version need not have them all
            words = [word.format(folder=folder) for word in command]
            environment = os.environ | {"PYTHONPATH": str(code)}
            subprocess.run(
                [sys.executable, "-m", "bot", *options, *words], cwd=code, env=environment, check=False,
                capture_output=True, timeout=120,
            )  # fmt: skip
        if not (folder / "data" / "planbot.db").exists():
            return ""  # there was no command line yet
        connection = sqlite3.connect(folder / "data" / "planbot.db")
        try:
            return "\n".join(connection.iterdump()) + "\n"
        finally:
            connection.close()
    finally:
        subprocess.run([GIT, "worktree", "remove", "--force", str(code)], cwd=ROOT, check=True, capture_output=True)


def main() -> None:
    """Writes the dumps that are not there yet; those of the past never change."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for commit in commits():
        file = TARGET / f"{commit}.sql"
        if not file.exists():
            with tempfile.TemporaryDirectory() as folder:
                text = dump(commit, Path(folder))
            if text:
                file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
