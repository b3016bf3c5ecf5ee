"""Files named from outside have to be regular: a device or a pipe is read without end, and gone when it is replaced."""

from pathlib import Path

from knowledge.errors import RefusedError


def only_regular(file: Path) -> Path:
    """The file, which may be missing.

    Raises:
        RefusedError: something else is there.
        OSError: it cannot be looked at.
    """
    if file.exists() and not file.is_file():
        raise RefusedError(f"{file}: a regular file is expected here; this is a folder, a device or a pipe")
    return file
