"""Plans of an invented office, Sở Khoa học và Công nghệ tỉnh An Bình, for the demo and the tests."""

from importlib.resources import files
from pathlib import Path


def sample_files() -> tuple[Path, ...]:
    """The documents of the demo, one file a plan, in order of name."""
    folder = Path(str(files(__name__)))
    return tuple(sorted(folder.glob("*.txt")))
