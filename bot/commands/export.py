"""`planbot export`: the rows as sheets, values and a calendar."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from bot.commands.files import write_file
from bot.commands.row_names import standing_json
from bot.terminal import say
from bot.wiring import Wiring
from knowledge.exports.calendar_file import calendar_file
from knowledge.exports.figures import UnitFigures
from knowledge.exports.tables import separated, workbook
from knowledge.tasks.entry import Entry
from scheduler.overview import Row, everything, figures
from scheduler.run import inputs_of

NAME = "nhiem-vu"
FORMATS = ("xlsx", "csv", "json", "ics")


@click.command()
@click.option("--format", "formats", required=True, help="One or more of xlsx, csv, json, ics, joined by commas.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Where to  [default: .]")
@click.pass_obj
def export(wiring: Wiring, formats: str, out: Path) -> None:
    """Writes all rows as they stand today: nhiem-vu.xlsx, .csv, .json; the open dates as nhiem-vu.ics."""
    wanted = _wanted(formats)
    inputs, now = inputs_of(wiring.stores), wiring.clock()
    rows = everything(inputs, now.date())
    entries = [row.tracked.entry for row in rows]
    units = [UnitFigures(found.name, found.counts) for found in figures(rows, inputs.directory)]
    makers: Mapping[str, Callable[[], bytes]] = {
        "xlsx": lambda: workbook(entries, units),
        "csv": lambda: separated(entries),
        "json": lambda: _json(rows),
        "ics": lambda: calendar_file(entries, now),
    }
    for kind in wanted:
        file = write_file(out / f"{NAME}.{kind}", makers[kind]())
        say(f"{file}: {_count(kind, entries)}")


def _wanted(formats: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in formats.split(",") if part.strip()))
    wrong = [kind for kind in wanted if kind not in FORMATS]
    if wrong or not wanted:
        message = f"--format {', '.join(wrong) or repr(formats)}: expected one or more of {', '.join(FORMATS)}"
        raise click.UsageError(message)
    return wanted


def _json(rows: tuple[Row, ...]) -> bytes:
    return json.dumps([standing_json(row) for row in rows], ensure_ascii=False, indent=1).encode()


def _count(kind: str, entries: list[Entry]) -> str:
    return f"{sum(len(entry.open) for entry in entries)} dates" if kind == "ics" else f"{len(entries)} rows"
