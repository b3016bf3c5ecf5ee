"""`planbot lessons`: what the office has taught in the chat, to look at, to hand to an evaluation, to take back."""

import dataclasses

import click

from bot.terminal import say, say_json
from bot.wiring import Wiring
from knowledge.errors import NotFoundError

BY = "command line"


@click.group()
def lessons() -> None:
    """What was taught by /hoidap: words, rows and questions."""


@lessons.command("list")
@click.option("--json", "as_json", is_flag=True, help="A JSON list, as `make eval ARGS='--lessons FILE'` reads it.")
@click.pass_obj
def list_lessons(wiring: Wiring, *, as_json: bool) -> int:
    """Lists what holds now, with who taught it and when; exit code 1 if nothing was taught."""
    every = wiring.stores.lessons.all().every
    if as_json:
        say_json([dataclasses.asdict(lesson) for lesson in every])
    for lesson in () if as_json else every:
        say(f'{lesson.number}  {lesson.kind}  "{lesson.said}" means "{lesson.meant}"  {lesson.by}, {lesson.at[:16]}')
    return 0 if every else 1


@lessons.command()
@click.argument("number", type=click.IntRange(min=1))
@click.pass_obj
def undo(wiring: Wiring, number: int) -> None:
    """Takes back the lesson of this number; it stays with who did so and when."""
    gone = wiring.stores.lessons.undo(number, by=BY, now=wiring.clock())
    if gone is None:
        raise NotFoundError(f"{number}: no lesson of this number holds; `planbot lessons list` shows those that do")
    wiring.stores.people.note(BY, f"bỏ điều đã dạy: {gone.said}", wiring.clock())
    say(f'{number}: "{gone.said}" is understood as before')
