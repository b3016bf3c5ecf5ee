"""Data of the domain that an office can read and amend: abbreviations, unit aliases, question cues, holidays."""

from functools import cache
from importlib.resources import files


@cache
def records(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated data file of this folder; comment lines (#) and empty lines are left out."""
    text = files(__name__).joinpath(name).read_text("utf-8")
    lines = (line.rstrip() for line in text.splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines if line and line[0] != "#")
