"""To whom a plan goes: the list "Nơi nhận" of its foot (Nghị định 30/2020/NĐ-CP, annex I, part II, point 9)."""

import re
from collections.abc import Iterator, Sequence

from knowledge.plan.paragraphs import Block
from knowledge.plan.parts import is_post

_HEAD = re.compile(r"nơi\s+(?:nhận|gửi)\s*:?", re.IGNORECASE)
_FILED = re.compile(r"lưu\b", re.IGNORECASE)  # "Lưu: VT, VP" ends the list


def recipients(foot: Sequence[Block]) -> tuple[str, ...]:
    """The recipients in order, as printed, without the copy that is filed."""
    found: list[str] = []
    listed = False
    for block in foot:
        text = block.whole.strip(" *#")
        if _HEAD.match(text):
            listed, text = True, _HEAD.sub("", text, count=1)
        for entry in _entries(text) if listed else ():
            if _FILED.match(entry):
                return tuple(found)
            if found and entry[0] == "(":
                found[-1] += f" {entry}"  # "UBND tỉnh; (để báo cáo)"
            elif not is_post(entry):
                found.append(entry)
    return tuple(found)


def _entries(text: str) -> Iterator[str]:
    """The entries of a line: one, or several that end with a semicolon."""
    for part in text.split(";"):
        entry = re.sub(r"\s+", " ", part).strip(" -–+•*.:")
        if entry:
            yield entry
