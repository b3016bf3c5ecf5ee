"""Fuzzers of what stands in files of the office: a `config.toml` of wild values, a data base with changed records."""

import contextlib
import io
import json
import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from builders import a_link
from fuzzing import NOW, Score
from mutation import Chance

from bot.cli import main
from bot.config import Config
from bot.wiring import Wiring
from knowledge.model import State
from knowledge.samples import sample_files
from knowledge.tasks.progress import Report

CLOCK = ("--now", "2027-06-23T08:00")
COMMANDS = (
    ("check",),
    ("plans", "list"),
    ("due", "--json"),
    ("progress", "list", "--json"),
    ("remind", "--dry-run", "--json"),
    ("people", "list"),
    ("units", "list"),
    ("calendar", "list"),
    ("ask", "các nhiệm vụ quá hạn của Văn phòng Sở", "--json"),
)
KEYS = {
    "office": ("name",),
    "telegram": ("base_url", "mode", "webhook_url", "webhook_listen", "webhook_port"),
    "access": ("users", "groups", "leaders", "admins"),
    "reminders": (
        "stages", "overdue_every_days", "leader_after", "office_after", "copy_coordinating", "later_days", "ongoing",
        "week_ahead", "month_overview", "superior_unit", "quiet_from", "quiet_until", "every_minutes", "at_once",
    ),
}  # fmt: skip
PLANS = ("plans", "versions", "rows")  # the tables of the library


def fuzz_settings(count: int, seed: int, folder: Path) -> Score:
    """A configuration with a few wild values, and a command that works by it."""
    score, chance, data, config = Score(), Chance(seed), a_data_folder(folder), folder / "config.toml"
    before = library_in(data)
    for _ in range(count):
        text = _settings(chance)
        config.write_text(text, encoding="utf-8", errors="replace")
        _command(score, text, ("--config", str(config), "--data", str(data)), chance.of.choice(COMMANDS))
    score.changes += library_in(data) != before
    return score


def fuzz_records(count: int, seed: int, folder: Path) -> Score:
    """A data base of which one or two values are others, and a command that reads them; each in a folder of its own."""
    score, chance, data = Score(), Chance(seed), a_data_folder(folder)
    for n in range(count):
        copy = folder / f"copy{n}"
        shutil.copytree(data, copy)
        said, before = _change(copy / "planbot.db", chance), library_in(copy)
        command = chance.of.choice(COMMANDS)
        _command(score, (said, command), ("--data", str(copy)), command)
        score.changes += library_in(copy) != before
        shutil.rmtree(copy)
    return score


def a_data_folder(folder: Path) -> Path:
    """The sample plans with a link, reports, people and days off, so that every table of importance has a record."""
    data = folder / "data"
    wiring = Wiring(Config(), data, lambda: NOW)
    for file in sample_files():
        wiring.library.commit(wiring.library.prepare(file), NOW, by="samples")
    stores, refs = wiring.stores, wiring.library.snapshot.plans[0].task_refs
    stores.units.link(a_link("Văn phòng Sở"))
    stores.progress.report(refs[0], Report(State.DONE_ON_TIME), who="5", now=NOW)
    wiring.close()
    return data


def library_in(data: Path) -> str:
    """Everything that the tables of the library hold."""
    with contextlib.closing(sqlite3.connect(data / "planbot.db")) as connection:
        return repr([connection.execute(f"select * from {name} order by rowid").fetchall() for name in PLANS])  # noqa: S608


def _settings(chance: Chance) -> str:
    lines = []
    for section, keys in KEYS.items():
        chosen = [key for key in keys if chance.of.random() < 0.06]
        lines += [f"[{section}]", *(f"{key} = {_toml(chance.value())}" for key in chosen)]
    text = "\n".join(lines) + "\n"
    return text if chance.of.random() < 0.9 else chance.spoilt(text.encode()).decode("utf-8", "replace")


def _toml(value: Any) -> str:
    """As TOML writes it: integers of any size, inf and nan, texts escaped as JSON escapes them."""
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value) if isinstance(value, str | bool) else repr(value)


def _change(file: Path, chance: Chance) -> list[str]:
    """Puts other values into one or two columns of the data base, and says which."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        full = [t for t in tables if connection.execute(f"select 1 from [{t}]").fetchone() and "migrations" not in t]  # noqa: S608
        said = [_change_one(connection, chance.of.choice(full), chance) for _ in range(chance.of.randint(1, 2))]
        connection.commit()
    return said


def _change_one(connection: sqlite3.Connection, table: str, chance: Chance) -> str:
    columns = [row[1] for row in connection.execute(f"pragma table_info([{table}])")]
    column = chance.of.choice(columns)
    rowid, old = chance.of.choice(connection.execute(f"select rowid, [{column}] from [{table}]").fetchall())  # noqa: S608
    value = _stored(chance, old)
    with contextlib.suppress(sqlite3.Error, OverflowError, UnicodeEncodeError):
        connection.execute(f"update [{table}] set [{column}] = ? where rowid = ?", (value, rowid))  # noqa: S608
    return f"{table}.{column} = {ascii(value)[:120]} (was {ascii(old)[:60]})"


def _stored(chance: Chance, old: object) -> object:
    """A value of another kind, or the old one spoilt: a record with another value of a key, or with other letters."""
    if isinstance(old, str) and old.startswith("{") and chance.of.random() < 0.6:
        record = json.loads(old)
        record[chance.of.choice(sorted(record))] = chance.of.choice((None, {}, chance.value()))
        return json.dumps(record)
    if isinstance(old, str) and chance.of.random() < 0.4:
        return chance.spoilt(old.encode()).decode("utf-8", "replace")
    value = chance.of.choice((None, b"\xff\x00", chance.value()))
    return json.dumps(value) if isinstance(value, list) else value


def _command(score: Score, item: object, options: tuple[str, ...], command: tuple[str, ...]) -> None:
    """Runs a command in this process; an end that is "a fault of planbot" is an error."""
    told, log = io.StringIO(), logging.getLogger("planbot")
    failed: list[BaseException] = []

    def hear(record: logging.LogRecord) -> bool:
        if record.getMessage() == "unexpected" and record.exc_info and record.exc_info[1]:
            failed.append(record.exc_info[1])
        return False

    log.addFilter(hear)
    log.setLevel(logging.DEBUG)
    try:
        with score.item(item), contextlib.redirect_stdout(told), contextlib.redirect_stderr(told), _debugging():
            _ended(lambda: main([*CLOCK, *options, *command]))
    finally:
        log.removeFilter(hear)
    for error in failed:
        score.note((item, command), error)


def _ended(run: Callable[[], None]) -> None:
    with contextlib.suppress(SystemExit):
        run()


@contextlib.contextmanager
def _debugging() -> Iterator[None]:
    """What the command line does to its process is undone: the mask of new files, the level of the log."""
    with contextlib.ExitStack() as stack:
        stack.callback(os.umask, os.umask(0o077))
        os.environ["PLANBOT_DEBUG"] = "1"
        stack.callback(os.environ.pop, "PLANBOT_DEBUG", None)
        yield
