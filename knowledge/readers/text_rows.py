"""A row of a table that stands in the lines of a text, whichever way its columns are told apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row's cells, each with its own lines, and the positions of its first and last line."""

    cells: tuple[str, ...]
    first: int
    last: int
