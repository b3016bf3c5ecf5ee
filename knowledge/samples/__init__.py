"""Plans of invented offices of the province An Bình, for the demo and the tests.

One of them stands here three times with the same rows, as text, Word and Excel.
"""

from importlib.resources import files
from pathlib import Path

_PREFERRED = (".txt", ".docx", ".xlsx")


def sample_files() -> tuple[Path, ...]:
    """The documents of the demo, one file a plan, in order of name."""
    return tuple({file.stem: file for file in reversed(in_every_format())}.values())[::-1]


def in_every_format() -> tuple[Path, ...]:
    """Every sample document, several of one plan as well."""
    return tuple(file for stem in _stems() for suffix in _PREFERRED if (file := stem.with_suffix(suffix)).exists())


def _stems() -> list[Path]:
    folder = Path(str(files(__name__)))
    return sorted({file.with_suffix("") for file in folder.iterdir() if file.suffix in _PREFERRED})
