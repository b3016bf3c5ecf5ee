"""What is said in answer to a question, before it becomes a message.

An answer is made of lines of plain or emphasised words and of the rows and passages they are taken from. It knows
nothing of Telegram: the chat, the console and the command line each show the same answer in their own way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

from knowledge.model import Passage, Target, Task


class Emphasis(StrEnum):
    """How a span of words stands out."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Span:
    """Words with one emphasis; never markup."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A row, target or passage that a statement is taken from.

    Args:
        ref: its name in the library, unique over all plans; opens it.
        stem: the plan's name in the library.
        score: how well it fits the question, for the order only.
    """

    ref: str
    stem: str
    item: Task | Target | Passage
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list with the citation that opens it; never cut in two by paging.

    Args:
        heading: what stands above it and the entries after it (a plan, a section), where that changes.
    """

    lines: tuple[Line, ...]
    citation: Citation | None = None
    heading: tuple[Line, ...] = ()


class Entries(Sequence[Entry]):
    """The entries of a list, each made when it is looked at: of a hundred thousand rows a phone shows eight."""

    def __init__(self, size: int, make: Callable[[int], Entry], cite: Callable[[int], Citation]) -> None:
        """Args: make, cite: the entry of a place in the list, and its citation alone; the same whenever asked."""
        self._size = size
        self._make = make
        self.cite = cite

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Entry]:
        return map(self._make, range(self._size))

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: int | slice) -> Entry | tuple[Entry, ...]:
        """An entry, or those of a stretch."""
        numbers = range(self._size)[at]
        return self._make(numbers) if isinstance(numbers, int) else tuple(map(self._make, numbers))


@dataclass(frozen=True, slots=True)
class Choice:
    """A question to press instead of typing it."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said.

    Args:
        intent: what was understood to be asked ("lead", "deadline", "unit_tasks", …).
        head: the answer itself, first.
        entries: rows or passages, in order; the one that answers comes first.
        foot: what follows (how to ask on), may be empty.
        abstained: the plans do not say; then there are no citations.
        choices: questions to press, where it asks back or offers the next step.
        tentative: it asks back whether the first row is meant, and shows what it would answer.
        beside: how many of the last entries are told beside what is asked, and not counted (what recurs without a day).
        about: the row of which it is said that it does not tell what is asked; it is no citation.
    """

    intent: str
    head: tuple[Line, ...]
    entries: Sequence[Entry] = ()
    foot: tuple[Line, ...] = ()
    abstained: bool = False
    choices: tuple[Choice, ...] = ()
    tentative: bool = False
    beside: int = 0
    about: Citation | None = None

    @property
    def counted(self) -> tuple[Citation, ...]:
        """The citations of what is asked: those that are cited without those told beside."""
        told = tuple(self.citations())[len(self.entries) - self.beside :]
        return tuple(c for c in self.cited if c not in told) if self.beside else self.cited

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The citations, the one that answers first, each once."""
        return tuple({c.ref: c for c in self.citations() if c}.values())

    def citations(self, most: int | None = None) -> Iterator[Citation | None]:
        """The citation of each entry, of so many at most."""
        if isinstance(self.entries, Entries):
            return map(self.entries.cite, range(len(self.entries))[:most])
        return (entry.citation for entry in self.entries[:most])


def plain(answer: Answer) -> str:
    """The words of an answer, one line a line, a blank line between entries."""
    blocks = [answer.head, *numbered(answer), answer.foot]
    return "\n\n".join("\n".join(line_text(line) for line in block) for block in blocks if block)


def numbered(answer: Answer) -> tuple[tuple[Line, ...], ...]:
    """The lines of each entry under its heading, with its number in front where there are several."""
    several = len(answer.entries) > 1
    return tuple(
        (*entry.heading, *(_with_number(entry.lines, number) if several else entry.lines))
        for number, entry in enumerate(answer.entries, start=1)
    )


def _with_number(lines: tuple[Line, ...], number: int) -> tuple[Line, ...]:
    first, *rest = lines or ((),)
    return ((Span(f"{number}. ", Emphasis.BOLD), *first), *rest)


def line_text(line: Line) -> str:
    """The words of a line without emphasis."""
    return "".join(span.text for span in line)
