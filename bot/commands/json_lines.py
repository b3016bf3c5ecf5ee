"""JSON lines on standard input, for the commands that take many at once."""

import json
from collections.abc import Iterator
from typing import IO, Any

from knowledge.errors import RefusedError


def json_lines(stream: IO[str]) -> Iterator[dict[str, Any]]:
    """The objects of a stream, one a line; empty lines are passed over.

    Raises:
        RefusedError: a line is no JSON object; its number is named.
    """
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            raise RefusedError(f"standard input, line {number}: is not JSON: {error.msg}") from error
        if not isinstance(value, dict):
            raise RefusedError(f"standard input, line {number}: expected an object, read {line.strip()[:40]}")
        yield value
