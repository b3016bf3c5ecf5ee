"""Data of the domain that an office can read and amend: abbreviations, unit aliases, question cues, holidays."""

from functools import cache
from importlib.resources import files


@cache
def records(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated data file of this folder; comment lines (#) and empty lines are left out."""
    text = files(__name__).joinpath(name).read_text("utf-8")
    lines = (line.rstrip() for line in text.splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines if line and line[0] != "#")


@cache
def phrases() -> tuple[str, ...]:
    """Every cell of every table, with its accents: how people and offices put words together."""
    names = sorted(file.name for file in files(__name__).iterdir() if file.name.endswith(".tsv"))
    return tuple(cell for name in names for row in records(name) for cell in row)
