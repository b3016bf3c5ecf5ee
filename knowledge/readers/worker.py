"""The child's side of `knowledge.readers.isolation`; as a program (`-m knowledge.readers.worker`) it reads a file."""

import contextlib
import math
import os
import pickle
import sys
from collections.abc import Callable
from typing import Any

from knowledge.document import Document
from knowledge.errors import MissingExtraError, RefusedError
from knowledge.orphan import end_with_parent
from knowledge.readers.dispatch import read_kind
from knowledge.readers.messages import Done, Job, MoreTime, ProgressLine, Refusal, send
from knowledge.readers.reading_watch import Watch


def main() -> None:
    """Read the file of the job that stands on standard input."""
    serve(_read, lambda job: job.limits.seconds)


def _read(job: Job, watch: Watch) -> Document:
    return read_kind(job.kind, job.data, job.name, job.limits, watch)


def serve(work: Callable[[Any, Watch], object], seconds: Callable[[Any], float]) -> None:
    """Do the job that stands on standard input and answer on standard output.

    Args:
        work: makes the answer of the job.
        seconds: how much of the processor a job may use.
    """
    end_with_parent()
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answer
    job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    _limit_memory(job.limits.memory)
    allowed = _Seconds()
    allowed.add(seconds(job))

    def progress(text: str) -> None:
        send(answer, ProgressLine(text))

    def more_time(seconds: float) -> None:
        allowed.add(seconds)
        send(answer, MoreTime(seconds))

    try:
        send(answer, Done(work(job, Watch(progress, more_time))))
    except RefusedError as error:
        send(answer, Refusal(error.problems, isinstance(error, MissingExtraError)))


class _Seconds:
    """The time of the processor that this process may use; the system ends it with SIGXCPU when that is over."""

    def __init__(self) -> None:
        self._allowed = 0.0

    def add(self, seconds: float) -> None:
        """Some seconds more."""
        self._allowed += seconds
        with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
            import resource  # noqa: PLC0415 - not there on Windows

            _, most = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (max(1, math.ceil(self._allowed)), most))


def _limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource  # noqa: PLC0415 - not there on Windows

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    main()
