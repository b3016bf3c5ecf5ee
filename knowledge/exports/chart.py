"""Draws figures as a picture: stacked bars by unit, and under them how many deadlines each month has.

Run as a child process of its own, `python -m knowledge.exports.chart`: what is drawn comes as JSON on standard input,
the picture (PNG) goes to standard output. matplotlib takes seconds to load and 90 MB that the bot would keep.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from textwrap import shorten, wrap
from typing import Any, BinaryIO

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator

_KINDS = (
    ("on_time", "Hoàn thành đúng hạn", "#2e7d32"),
    ("done_late", "Hoàn thành quá hạn", "#a5c96b"),
    ("in_time", "Chưa xong, trong hạn", "#90b4d8"),
    ("asked", "Xin gia hạn", "#f2c14e"),
    ("overdue", "Quá hạn", "#c62828"),
)
_NAME, _LINE = 44, 22  # letters of a unit's name, and of one of its lines
_WIDTH, _DENSITY = 5.4, 200  # inches, and dots an inch: small for its letters, so that a phone shows them large enough
_SMALL, _PLAIN, _LARGE = 9, 10.5, 12  # points
_BETWEEN = 0.12  # inches above and below each part
_ROOM = 10  # points between a title and what it stands over
_DARK = {"on_time", "overdue"}


def draw(data: Mapping[str, Any], file: BinaryIO) -> None:
    """Draw.

    Args:
        data: `title`; `units`, each with its `name`, its counts by kind, and `months`, twelve counts; `year`.
    """
    mpl.rcParams["font.family"] = "DejaVu Sans"  # it comes with matplotlib and has all Vietnamese letters
    units = data["units"]
    height = 1.5 + 0.46 * len(units)
    figure = Figure(figsize=(_WIDTH, 1.8 + 2 * height), layout=ConstrainedLayoutEngine(h_pad=_BETWEEN))
    figure.suptitle("\n".join(wrap(data["title"], 40)), fontsize=_LARGE, fontweight="bold")
    bars, heat = figure.subplots(2, 1)
    _bars(bars, units)
    _heat(heat, units, data["year"])
    figure.savefig(file, format="png", dpi=_DENSITY)


def _bars(axes: Axes, units: Sequence[Mapping[str, Any]]) -> None:
    names, left = [_short(unit["name"]) for unit in units], [0] * len(units)
    for kind, label, colour in _KINDS:
        counts = [unit[kind] for unit in units]
        drawn = axes.barh(names, counts, left=left, color=colour, label=label)
        ink = "white" if kind in _DARK else "black"
        axes.bar_label(drawn, [str(count or "") for count in counts], label_type="center", fontsize=_PLAIN, color=ink)
        left = [before + count for before, count in zip(left, counts, strict=True)]
    axes.invert_yaxis()
    axes.set_title("Số nhiệm vụ theo đơn vị chủ trì", fontsize=_PLAIN, pad=_ROOM)
    axes.tick_params(labelsize=_SMALL)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper right", bbox_to_anchor=(1, -0.4 / len(units)), ncols=2, fontsize=_SMALL, frameon=False)


def _heat(axes: Axes, units: Sequence[Mapping[str, Any]], year: int) -> None:
    counts = [unit["months"] for unit in units]
    most = max(max(row) for row in counts) or 1
    axes.imshow(counts, cmap="OrRd", aspect="auto", vmin=0, vmax=most)
    for row, months in enumerate(counts):
        for month, count in enumerate(months):
            if count:
                axes.text(month, row, count, ha="center", va="center", fontsize=_SMALL, color=_ink(count, most))
    axes.set_xticks(range(12), [str(month) for month in range(1, 13)], fontsize=_SMALL)
    axes.set_yticks(range(len(units)), [_short(unit["name"]) for unit in units], fontsize=_SMALL)
    axes.set_title(f"Số thời hạn theo tháng, năm {year}", fontsize=_PLAIN, pad=_ROOM)
    axes.set_xlabel("Tháng", fontsize=_SMALL)


def _ink(count: int, most: int) -> str:
    return "white" if count > 0.6 * most else "black"


def _short(name: str) -> str:
    return "\n".join(wrap(shorten(name, _NAME, placeholder="…"), _LINE))


if __name__ == "__main__":
    draw(json.load(sys.stdin.buffer), sys.stdout.buffer)
