"""The original files of the plans, kept below the data folder."""

import shutil
from contextlib import suppress
from pathlib import Path

from knowledge.errors import StorageError, trouble_with_a_file
from knowledge.private import FILE, HALF, make_folder

DOCUMENTS = "documents"
LONGEST_ENDING = 10


def keep(original: Path, folder: Path | None, stem: str, number: int) -> str:
    """Copies the original of a plan's version below the data folder; a half copy never has the final name.

    Returns:
        where it lies in the data folder; nothing where there is none.

    Raises:
        StorageError: the file could not be written; nothing of it is left.
    """
    if folder is None:
        return ""
    file = Path(DOCUMENTS) / stem / f"{number}{_ending(original)}"
    goal = folder / file
    part = goal.with_name(goal.name + HALF)
    try:
        make_folder(goal.parent)
        shutil.copyfile(original, part)
        part.chmod(FILE)
        part.replace(goal)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StorageError(trouble_with_a_file(goal, error)) from error
    return file.as_posix()


def _ending(path: Path) -> str:
    """The ending of a file's name, where it is a usual one."""
    ending = path.suffix.lower()
    usual = ending[1:].isalnum() and len(ending) <= LONGEST_ENDING and ending != HALF
    return ending if usual else ""
