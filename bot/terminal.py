"""What reaches the terminal: words, tables and JSON without control characters, whatever a name or a document holds.

A name with an escape sequence in it could move the cursor, change the title of the window or hide what stands before
it. So every control character, and every sign that turns the direction of writing, is shown as � instead.
"""

import json
import re
from collections.abc import Iterable

import click
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

# all of Unicode's category Cc but the line break and the tab, and what overrides the direction of a text
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with � in place of each character that would do something to a terminal."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def say(text: str = "", *, err: bool = False) -> None:
    """Print words, on standard error where they are no result."""
    click.echo(printable(text), err=err)  # noqa: TID251 - the one place


def say_json(value: object) -> None:
    """Print a value as one line of JSON that means the same and holds no control character."""
    text = json.dumps(value, ensure_ascii=False)
    click.echo(_UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", text))  # noqa: TID251 - the one place


class Screen(Console):
    """A console for tables and colours: the styles are its own, the words are made printable."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The parts of what is shown."""
        for part in super().render(renderable, options):
            yield part if part.control else Segment(printable(part.text), part.style)
