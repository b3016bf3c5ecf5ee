"""`planbot deadline`: how a wording of a time limit is understood."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from bot.commands.json_lines import json_lines
from bot.commands.option_types import YEAR
from bot.terminal import say, say_json
from knowledge.deadlines import understand_deadline
from knowledge.model import Deadline


@click.command()
@click.argument("text", required=False)
@click.option("--year", type=YEAR, help="The plan's year, which a date without one takes.")
@click.option("--jsonl", is_flag=True, help='Many: {"text", "year", "issued"} a line on standard input.')
def deadline(text: str | None, year: int | None, *, jsonl: bool) -> None:
    """Shows how a wording of a deadline is understood."""
    if jsonl == bool(text):
        raise click.UsageError("give one wording, or --jsonl with wordings on standard input")
    for wording in json_lines(sys.stdin) if jsonl else _one(text, year):
        understood = _understood(wording)
        say_json(_json(understood)) if jsonl else say(_words(understood))


def _one(text: str | None, year: int | None) -> Iterator[dict[str, Any]]:
    yield {"text": text, "year": year}


def _understood(wording: dict[str, Any]) -> Deadline:
    year, issued = wording.get("year"), wording.get("issued")
    if year is not None and (not isinstance(year, int) or not YEAR.min <= year <= YEAR.max):  # type: ignore[operator]
        raise click.UsageError(f"year = {year!r}: expected a year from {YEAR.min} to {YEAR.max}")
    if issued is not None and not isinstance(issued, str):
        raise click.UsageError(f"issued = {issued!r}: expected a date as 2024-03-01")
    return understand_deadline(str(wording.get("text") or ""), year=year, issued=issued)


def _json(understood: Deadline) -> dict[str, Any]:
    return {
        "kind": understood.kind.value,
        "due": [day.isoformat() for day in understood.due],
        "recur": understood.recur,
    }


def _words(understood: Deadline) -> str:
    days = ", ".join(day.isoformat() for day in understood.due)
    return "  ".join(part for part in (understood.kind.value, days, understood.recur or "", understood.doubt) if part)
