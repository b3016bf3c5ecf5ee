"""Cells whose line breaks were lost when they were copied: "Tổ Văn phòngPhối hợp: Công an xã" was two lines.

A capital behind a small letter begins a line where a label begins there, or in a cell of units who helps, or a unit.
"""

import re

from knowledge.language.text import UPPER
from knowledge.plan.labels import label_role
from knowledge.units.name_words import starts_with_head

_GLUED = re.compile(rf"(?<=[^\W\d_])(?=[{UPPER}])|(?<=[\d).;,])(?=[{UPPER}])")
_LABEL = re.compile(r"(?P<name>[^:;.()\n]{2,40}?)\s*:(?:\s|$)")
_HOW = re.compile(r"(?P<how>Phối hợp|Chủ trì)(?: (?:với|cùng))*\s+(?=\w)")
_SPOKEN = re.compile(r"Chủ trì (?P<lead>[^:]+?)[\s;,.]+Phối hợp(?: (?:với|cùng))* (?P<helps>[^:]+)")
# How the parts of units are written in short: "CT: Phòng A PH: Phòng B", "Phòng A (CT), Phòng B (PH)".
_SHORT = re.compile(r"(?<![A-ZĐ])(?P<open>\()?(?P<mark>CT|PH)(?(open)\)|\s*:(?=\s))")
_IN_FULL = {"CT": "chủ trì", "PH": "phối hợp"}


def with_breaks(cell: str, *, units: bool) -> str:
    """A cell with the line breaks that it lost; `units` tells that it is one of units."""
    if units and "PH" in {mark["mark"] for mark in _SHORT.finditer(cell)}:
        cell = _SHORT.sub(_in_full, cell)
    at, lines = 0, list[str]()
    for glued in _GLUED.finditer(cell):
        if glued.start() and _begins_line(cell[: glued.start()], cell[glued.start() :], units=units):
            lines.append(cell[at : glued.start()])
            at = glued.start()
    first, *more = (*lines, cell[at:])
    if spoken := _SPOKEN.fullmatch(cell) if units and not more else None:
        first, more = f"Chủ trì: {spoken['lead']}", [f"Phối hợp: {spoken['helps']}"]
    return "\n".join((first, *(_HOW.sub(r"\g<how>: ", line, count=1) if _HOW.match(line) else line for line in more)))


def _in_full(mark: re.Match[str]) -> str:
    said = _IN_FULL[mark["mark"]]
    return f"({said})" if mark["open"] else f"\n{said.capitalize()}:" if mark.start() else f"{said.capitalize()}:"


def _begins_line(before: str, text: str, *, units: bool) -> bool:
    """Whether a line begins here: capitals behind capitals are one word unless a label follows."""
    label = _LABEL.match(text)
    if label and label_role(label["name"]) is not None:
        return True
    if before[-1].isupper():
        return False
    return units and before[-1].isalpha() and (_HOW.match(text) is not None or starts_with_head(text))
