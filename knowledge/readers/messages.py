"""What a child process and the one that started it tell each other. The child needs nothing that starts processes."""

import pickle
from dataclasses import dataclass
from typing import IO, Any

from knowledge.readers.limits import Limits
from knowledge.readers.sniff import Kind


@dataclass(frozen=True, slots=True)
class Job:
    """What the child is to read."""

    kind: Kind
    data: bytes
    name: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """A line of progress."""

    text: str


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The file turns out to need this many seconds more."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the file was refused."""

    problems: tuple[str, ...]
    missing_extra: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What the child made."""

    made: Any


Message = ProgressLine | MoreTime | Refusal | Done


def send(stream: IO[bytes], message: Message) -> None:
    """One message of the child."""
    pickle.dump(message, stream)
    stream.flush()
