"""The child's side of `knowledge.library.meaning_building`: `python -m knowledge.library.meaning_worker`."""

import contextlib
import os
import pickle
import sys

import numpy as np
from filelock import FileLock

from knowledge.library.meaning_building import Work, portions
from knowledge.orphan import end_with_parent
from knowledge.private import FILE, make_folder
from knowledge.search.embedding import model, of_rows
from knowledge.search.vectors import found, keep, key_of

_PORTION = 200  # rows after which what is there is kept: ten seconds' work


def main() -> None:
    """Read the work that stands on standard input and keep a vector of each text."""
    end_with_parent()
    work: Work = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    with contextlib.suppress(AttributeError, OSError):  # not every system can
        os.nice(work.patience)
    make_folder(work.folder)
    wanted = [key_of(text, model()) for text in work.wanted]
    with FileLock(work.folder / "lock", mode=FILE):
        for texts in portions(_lacking(work), _PORTION):
            keys = [key_of(text, model()) for text in texts]
            keep(work.folder, dict(zip(keys, of_rows(texts), strict=True)), wanted)


def _lacking(work: Work) -> list[str]:
    """The texts without a vector, after another child may have been here."""
    there, _ = found(work.folder, np.array([key_of(text, model()) for text in work.texts], np.uint64))
    return [text for text, has in zip(work.texts, there, strict=True) if not has]


if __name__ == "__main__":
    main()
