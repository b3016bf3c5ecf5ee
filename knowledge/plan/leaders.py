"""Tasks that a dotted line leads on to who does them and when, as checklists have them.

"A1. Kiểm tra tủ lạnh ............ Bộ phận Dược (cùng y tế thôn); 05/3/2027". Where the words of a task fill their line,
no dots are left; then the name of a unit that stands behind the dots of others tells where the task ends.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.plan.assigned import EDGE, Label
from knowledge.plan.bracket_parts import Bracketed, Part, parts_in
from knowledge.plan.columns import Role

_DOTS = re.compile(r"\s*(?:\.\s?){4,}\s*|\s+\.(?:\s?\.)+\s*|\s*…(?:\s?[….])+\s*")


def led_on(text: str) -> Bracketed | None:
    """A text taken apart at the last dots that lead on to somebody; None where none do."""
    dots = list(_DOTS.finditer(text.rstrip(" .;,…")))
    title = text[: dots[-1].start()].strip(EDGE) if dots else ""
    said = text[dots[-1].end() :].strip(EDGE) if dots else ""
    return Bracketed(title, tuple(_parts(said))) if said and " " in title and not _DOTS.search(title) else None


def without_dots(text: str, others: Iterable[Bracketed]) -> Bracketed | None:
    """A text whose dots are lost, taken apart before the name of a unit that stands behind the dots of others.

    The name has to be followed by nothing but who helps and when.
    """
    names = {part.words for other in others for part in other.parts[:1] if part.role is Role.LEAD}
    starts = (text.rfind(f" {name}") for name in names)
    for start in sorted((start for start in starts if start > 0), reverse=True):
        said = text[start:].strip(EDGE)
        parts, title = tuple(_parts(said)), text[:start].strip(EDGE)
        told = parts[0].words in names and len(parts) > 1 and all(part.label for part in parts)
        if told and not title.endswith(_GOES_ON):
            return Bracketed(title, parts)
    return None


_GOES_ON = (" của", " và", " với", " cho", " về", " tại", " từ", " gửi", " cùng", " do", ",")  # the name is the task's


def _parts(said: str) -> Iterator[Part]:
    """What stands behind the dots, whoever helps also in brackets behind the name."""
    helps = _HELPS.search(said)
    if helps is None:
        yield from parts_in(said)
        return
    yield from parts_in(said[: helps.start()].strip(EDGE))
    yield Part(helps[0], Label(Role.COORDINATE, "phối hợp", helps["who"].strip()))
    yield from _rest(said[helps.end() :])


def _rest(said: str) -> Sequence[Part]:
    return tuple(parts_in(said.strip(EDGE))) if said.strip(EDGE) else ()


_HELPS = re.compile(r"\((?:cùng với|cùng|phối hợp(?: với| cùng)?|với)\s*:?\s+(?P<who>[^()]+)\)", re.IGNORECASE)
