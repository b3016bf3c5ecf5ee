"""Files that commands write for others: whole or not at all, for their owner alone."""

import os
from contextlib import suppress
from pathlib import Path

from knowledge.errors import StorageError, trouble_with_a_file
from knowledge.private import make_file
from knowledge.regular import only_regular


def write_file(file: Path, content: bytes) -> Path:
    """Writes a file; one that is there is replaced in one step, so that a full disk leaves the old one whole.

    Raises:
        RefusedError: it cannot be written, or is no regular file.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        only_regular(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        make_file(part)
        part.write_bytes(content)
        os.replace(part, file)  # noqa: PTH105 - atomic, also where the file is there
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StorageError(trouble_with_a_file(file, error)) from error
    return file
