"""Errors by audience.

Every error that a person is meant to read is a `PlanbotError`; its text is plain words for the one who can act on it
(file, place, what was read, what was expected). Anything else is a bug and is logged with its traceback.
"""

import errno
from pathlib import Path


class PlanbotError(Exception):
    """Something that the person at the keyboard or in the chat can mend; `str(error)` says how."""


class RefusedError(PlanbotError):
    """A document or a configuration that cannot be taken as it is (exit code 3).

    Args:
        problems: one line each, with file and place; at least one.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class NotFoundError(PlanbotError):
    """What was asked for by name is not there (exit code 1)."""


class MissingExtraError(RefusedError):
    """A document needs a program or an extra that this machine does not have; the text says what to install."""


class StorageError(RefusedError):
    """The data folder or its database cannot be used as it is: a right, a disk, damage; the text says what to do."""


class BusyError(StorageError):
    """Another program writes to the database; in a moment it is free again."""


def trouble_with_a_file(file: Path | str, error: OSError) -> str:
    """What the system says of a file, and what can be done about it."""
    words = (error.strerror or str(error)).lower()
    return f"{file}: {words}; {_ADVICE.get(error.errno or 0, 'see that the disk and the path are right')}"


_FULL = "make room on the disk and try again; what was kept before is still there"
_RIGHT = "give the user who runs planbot the right to read and write there"
_ADVICE = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.EROFS: "it lies on a disk that may only be read; use another folder with --data",
    errno.EIO: "the disk fails; copy what can be read to another one",
    errno.ENOTDIR: "a file is where a folder is expected",
    errno.EISDIR: "a folder is where a file is expected",
    errno.EEXIST: "a file is where a folder is expected",
    errno.ENOENT: "it is not there",
    errno.ENAMETOOLONG: "the name is too long",
}
