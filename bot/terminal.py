"""What reaches the terminal: words and JSON without control characters, whatever a name or a document holds.

Tables and colours: `bot.screen`, which only what prints some loads.

A name with an escape sequence in it could move the cursor, change the title of the window or hide what stands before
it. So every control character, and every sign that turns the direction of writing, is shown as � instead.
"""

import json
import re

import click

# all of Unicode's category Cc but the line break and the tab, what overrides the direction of a text, and bytes of a
# file's name that are no text, which would reach the terminal as they are
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


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
