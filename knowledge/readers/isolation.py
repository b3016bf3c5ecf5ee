"""Work on a file in a process of its own, so that a hostile one can hang or crash only that, for as long as its time.

The child gets its job on its standard input and answers in pickled messages on its standard output: progress, more
time (a scan needs some for each page), and at the end what it made or the refusal. It is ended with all it started.
"""

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from knowledge.document import Document
from knowledge.errors import MissingExtraError, RefusedError
from knowledge.orphan import environment_of_a_child
from knowledge.readers.messages import Done, Job, Message, MoreTime, ProgressLine, Refusal
from knowledge.readers.reading_watch import Progress
from knowledge.readers.refusal import broken, interrupted, too_much


@dataclass(frozen=True, slots=True)
class Work:
    """What a child is to do.

    Args:
        module: its program, a module that calls `worker.serve`.
        job: what that is given; it has the limits.
        name: of the file.
        kind: of the file, for people.
        seconds: of the processor.
        aim: what it needs the time for, for people ("để đọc").
    """

    module: str
    job: object
    name: str
    kind: str
    seconds: float
    aim: str


def read_isolated(job: Job, progress: Progress) -> Document:
    """The document of a job, read by a child process.

    Raises:
        RefusedError: it cannot be read, the child died of it, or its time is over: that of the processor, which a busy
            machine does not use up, or a multiple of it by the clock.
    """
    work = Work("knowledge.readers.worker", job, job.name, job.kind.value, job.limits.seconds, "để đọc")
    document: Document = confined(work, progress)
    return document


def confined(work: Work, progress: Progress) -> Any:  # noqa: ANN401 - whatever the work makes
    """What a child process makes of a job.

    Raises:
        RefusedError: as `read_isolated`.
    """
    command = [sys.executable, "-m", work.module]
    child = subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment_of_a_child(),
        start_new_session=True,
    )  # fmt: skip
    messages: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    talk = threading.Thread(target=_talk, args=(child, work, messages), daemon=True)
    talk.start()
    try:
        done = _result(messages, work, progress)
        if done is None:
            child.wait(_ENDING)
            raise _died(child.returncode, work)
        return done.made
    finally:
        _end(child)
        talk.join()
        for stream in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]


def _talk(child: subprocess.Popen[bytes], work: Work, messages: "queue.SimpleQueue[Message | None]") -> None:
    """Hand the job over and pass on what comes back; None at the end."""
    if child.stdin is None or child.stdout is None:
        return
    with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError, ValueError):
        pickle.dump(work.job, child.stdin)
        child.stdin.close()
        while True:
            messages.put(pickle.load(child.stdout))  # noqa: S301 - from our own process
    messages.put(None)


_ENDING = 5.0  # seconds between the last word of a child and its end
_FROM_OUTSIDE = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGHUP, -signal.SIGINT}
_PATIENCE = 5.0  # times the time of the processor: how long by the clock a file may take on a busy machine


def _died(code: int, work: Work) -> RefusedError:
    if code == -signal.SIGXCPU:
        return too_much(work.name, f"tệp cần hơn {work.seconds:.0f} giây máy chạy {work.aim}")
    if code in _FROM_OUTSIDE:  # nothing that stands in a file does this
        return interrupted(work.name)
    return broken(work.name, work.kind)


def _result(messages: "queue.SimpleQueue[Message | None]", work: Work, progress: Progress) -> Done | None:
    """What the child answered; None where it ended without a word."""
    seconds = work.seconds * _PATIENCE
    began = time.monotonic()
    while True:
        try:
            message = messages.get(timeout=max(0.0, began + seconds - time.monotonic()))
        except queue.Empty:
            raise too_much(work.name, f"tệp đọc quá {seconds:.0f} giây chưa xong") from None
        match message:
            case ProgressLine(text):
                progress(text)
            case MoreTime(more):
                seconds += more * _PATIENCE
            case Refusal(problems, missing_extra):
                raise (MissingExtraError if missing_extra else RefusedError)(*problems)
            case Done() | None:
                return message


def _end(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
