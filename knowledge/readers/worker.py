"""The child's side of `knowledge.readers.isolation`: `python -m knowledge.readers.worker`."""

import contextlib
import math
import os
import pickle
import sys

from knowledge.errors import MissingExtraError, RefusedError
from knowledge.orphan import end_with_parent
from knowledge.readers.dispatch import read_kind
from knowledge.readers.isolation import Job, MoreTime, Refusal, Said, send
from knowledge.readers.reading_watch import Watch


def main() -> None:
    """Read the job that stands on standard input and answer on standard output."""
    end_with_parent()
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answer
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    _limit_memory(job.limits.memory)
    allowed = _Seconds()
    allowed.add(job.limits.seconds)

    def progress(text: str) -> None:
        send(answer, Said(text))

    def more_time(seconds: float) -> None:
        allowed.add(seconds)
        send(answer, MoreTime(seconds))

    try:
        send(answer, read_kind(job.kind, job.data, job.name, job.limits, Watch(progress, more_time)))
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
