"""Makes `tests/data/versions.sql`: what each version of planbot that changed the form of its data left behind.

Run in a checkout with its history: python tests/make_old_data.py. Each such commit is checked out beside, its own
command line fills a small data folder, and the data base is taken down as SQL. The versions have most of it in common,
so each statement stands once, under the versions that have it. The tests bring each to today's form.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

GIT = shutil.which("git") or "git"
ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "tests" / "data" / "versions.sql"
PLAN = """SỞ NỘI VỤ TỈNH AN BÌNH
Số: 12/KH-SNV
An Bình, ngày 15 tháng 12 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2027
STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành
1\tSố hóa hồ sơ thủ tục hành chính\tHồ sơ số\tVăn phòng Sở\tThanh tra Sở\tTrước ngày 30/6/2027
2\tRà soát quy trình nội bộ\tBáo cáo\tThanh tra Sở\tVăn phòng Sở\tTrước ngày 31/3/2027
"""
HEAD = "-- versions: "  # what the line above a statement begins with
MOMENT = re.compile(r"'20\d\d-\d\d-\d\d[T ]\d\d:\d\d:[^']*'")
COUNTED = re.compile(r'("_sqlite_migrations" VALUES\()\d+')
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


def kept() -> dict[str, list[str]]:
    """The data of the versions: statements with the versions that have them, the oldest first."""
    parts = TARGET.read_text("utf-8").split(HEAD)[1:] if TARGET.exists() else []
    return {statement.strip(): versions.split() for versions, _, statement in (p.partition("\n") for p in parts)}


def script(version: str) -> str:
    """What makes the data base of a version: its tables, then their rows, then their indexes."""
    own = [statement for statement, versions in kept().items() if version in versions]
    kinds = ("CREATE TABLE", "INSERT")
    return "\n".join(sorted(own, key=lambda one: next((n for n, k in enumerate(kinds) if one.startswith(k)), 2)))


def dump(commit: str, folder: Path) -> list[str]:
    """The data of a version as SQL; moments and running numbers, which differ by the run only, are made alike."""
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
            return []  # there was no command line yet
        connection = sqlite3.connect(folder / "data" / "planbot.db")
        try:
            alike = (MOMENT.sub("'2027-01-04T08:00:00+07:00'", text) for text in connection.iterdump())
            texts = [COUNTED.sub(r"\1NULL", text) for text in alike]
            return [text for text in texts if text not in {"BEGIN TRANSACTION;", "COMMIT;"}]
        finally:
            connection.close()
    finally:
        subprocess.run([GIT, "worktree", "remove", "--force", str(code)], cwd=ROOT, check=True, capture_output=True)


def main() -> None:
    """Writes down the versions that are not there yet; what is there of the past never changes."""
    found = kept()
    for commit in commits():
        if not any(commit in versions for versions in found.values()):
            with tempfile.TemporaryDirectory() as folder:
                for statement in dump(commit, Path(folder)):
                    found.setdefault(statement, []).append(commit)
    TARGET.write_text(
        "\n".join(f"{HEAD}{' '.join(versions)}\n{text}" for text, versions in found.items()) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
