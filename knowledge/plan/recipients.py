"""To whom a plan goes: the list "Nơi nhận" of its foot (Nghị định 30/2020/NĐ-CP, annex I, part II, point 9).

A letter names them above its text ("Kính gửi: …") and says "Như trên" in the list.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.plan.block import Block
from knowledge.plan.posts import is_post

_HEAD = re.compile(r"nơi\s+(?:nhận|gửi)\s*:?", re.IGNORECASE)
_FILED = re.compile(r"lưu\b", re.IGNORECASE)  # "Lưu: VT, VP" ends the list


def recipients(foot: Sequence[Block], text: Sequence[Block] = ()) -> tuple[str, ...]:
    """The recipients in order, as printed, without the copy that is filed."""
    listed = _listed(foot)
    if listed and _AS_ABOVE.fullmatch(listed[0]) and (above := _addressed(text)):
        return (*above, *listed[1:])
    return listed


_AS_ABOVE = re.compile(r"như (?:trên|kính gửi)", re.IGNORECASE)
_ADDRESS = re.compile(r"kính gửi\s*:?", re.IGNORECASE)


def _addressed(text: Sequence[Block]) -> tuple[str, ...]:
    """Whom a letter speaks to: what stands behind "Kính gửi", in its line or in the items below it."""
    at = next((n for n, block in enumerate(text) if _ADDRESS.match(block.text)), None)
    if at is None:
        return ()
    found = list(_entries(_ADDRESS.sub("", text[at].whole, count=1)))
    for block in text[at + 1 :]:
        if not block.marker:
            break
        found += _entries(block.whole)
    return tuple(found)


def _listed(foot: Sequence[Block]) -> tuple[str, ...]:
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
