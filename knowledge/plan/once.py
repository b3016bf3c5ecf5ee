"""What is made of a document is made once: those who read its heading, its text and its lists ask for the same."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from knowledge.document import Document

_Made = TypeVar("_Made")
_KEPT = 2  # a document, and the same without the lines that rows were read from


def once(make: Callable[[Document], _Made]) -> Callable[[Document], _Made]:
    """The same function, which remembers what it made of the last documents; they never change."""
    known: list[tuple[Document, _Made]] = []

    @wraps(make)
    def asked(document: Document) -> _Made:
        for other, made in tuple(known):
            if other is document:
                return made
        made = make(document)
        known[:] = [(document, made), *known[: _KEPT - 1]]
        return made

    return asked
