"""How a reader tells the one who waits how far it is, and that a file needs more time than others."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[str], None]


def _nothing(_: object) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Watch:
    """The one who waits.

    Args:
        progress: takes a line in Vietnamese ("trang 3/12").
        more_time: takes the seconds that this file needs beyond the time for one file.
    """

    progress: Progress = _nothing
    more_time: Callable[[float], None] = _nothing
