"""The records of a text whose cells a sign parts, as spreadsheets save it and as people paste and amend it.

A cell that holds the sign or a line break stands in quotes, with those of its own doubled. Quotes that are not closed
before a sign are words; one alone between two signs says "as above", which a strict reading takes for an open cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a record, without the quotes around them, and its first and last line."""

    fields: tuple[str, ...]
    lines: tuple[int, int]


def records_of(text: str, sign: str) -> Iterator[Record]:
    """Every record of a text, empty lines as well."""
    cell = _cell(sign)
    at, line = 0, 1
    while at < len(text):
        first, fields = line, list[str]()
        while True:
            match = cell.match(text, at)
            said = match[0] if match else ""
            inside = match["said"] if match else None
            fields.append(said if inside is None else inside.replace('""', '"'))
            line += len(_BREAK.findall(said)) if inside else 0
            at += len(said)
            if not text.startswith(sign, at):
                break
            at += len(sign)
        yield Record(tuple(fields), (first, line))
        if end := _BREAK.match(text, at):
            at, line = end.end(), line + 1


@cache
def _cell(sign: str) -> re.Pattern[str]:
    past = rf"{re.escape(sign)}|[\r\n]|\Z"
    return re.compile(rf'"(?!{past}|\s)(?P<said>(?>(?:[^"]|"")*))"(?={past})|[^{re.escape(sign)}\r\n]*')
