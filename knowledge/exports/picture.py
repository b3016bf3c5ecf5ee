"""Figures as a picture, drawn in a child process; where the extra for it is missing, that is said in plain words."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from knowledge.errors import MissingExtraError, RefusedError
from knowledge.exports.figures import UnitFigures
from knowledge.orphan import environment_of_a_child

MOST_UNITS = 20  # bars that can be told from each other on a phone
_SECONDS = 60.0


def picture(title: str, units: Sequence[UnitFigures], months: Mapping[str, Sequence[int]], year: int) -> bytes:
    """A picture (PNG) of the figures; blocks for some seconds.

    Args:
        months: of each unit how many deadlines each month of the year has.

    Raises:
        MissingExtraError: matplotlib is not installed.
        RefusedError: it could not be drawn.
    """
    if find_spec("matplotlib") is None:
        raise MissingExtraError("pictures of figures need matplotlib; install it with `make charts`")
    shown = [
        {
            "name": unit.name, "on_time": unit.on_time, "done_late": unit.done_late, "in_time": unit.in_time,
            "asked": unit.asked, "overdue": unit.overdue, "months": list(months.get(unit.name, [0] * 12)),
        }
        for unit in units[:MOST_UNITS]
    ]  # fmt: skip
    return _drawn(json.dumps({"title": title, "year": year, "units": shown}))


def _drawn(data: str) -> bytes:
    command = [sys.executable, "-m", "knowledge.exports.chart"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command,
            input=data.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env=environment_of_a_child(),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise RefusedError(f"the picture of the figures could not be drawn: {error}") from error
    return done.stdout
