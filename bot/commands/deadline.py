"""`planbot deadline`: how a wording of a time limit is understood."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from bot.commands.lines import json_lines
from knowledge.deadlines import understand_deadline
from knowledge.model import Deadline


@click.command()
@click.argument("text", required=False)
@click.option("--year", type=int, help="The plan's year, which a date without one takes.")
@click.option("--jsonl", is_flag=True, help='Many: {"text", "year", "issued"} a line on standard input.')
def deadline(text: str | None, year: int | None, *, jsonl: bool) -> None:
    """Shows how a wording of a deadline is understood."""
    if jsonl == bool(text):
        raise click.UsageError("give one wording, or --jsonl with wordings on standard input")
    for wording in json_lines(sys.stdin) if jsonl else _one(text, year):
        understood = understand_deadline(
            str(wording.get("text") or ""), year=wording.get("year"), issued=wording.get("issued")
        )
        click.echo(json.dumps(_json(understood), ensure_ascii=False) if jsonl else _words(understood))


def _one(text: str | None, year: int | None) -> Iterator[dict[str, Any]]:
    yield {"text": text, "year": year}


def _json(understood: Deadline) -> dict[str, Any]:
    return {
        "kind": understood.kind.value,
        "due": [day.isoformat() for day in understood.due],
        "recur": understood.recur,
    }


def _words(understood: Deadline) -> str:
    days = ", ".join(day.isoformat() for day in understood.due)
    return "  ".join(part for part in (understood.kind.value, days, understood.recur or "", understood.doubt) if part)
