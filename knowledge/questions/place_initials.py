"""A place by its initials: "tỉnh ĐN", "xã HT", "các huyện ở ĐN" are the places of plans that begin so.

They are written out before anything is read, so that a place is found in whatever way it was said. Only capitals are
initials, and only where one place alone is meant: behind the word for its level, or behind a word for a place where
they stand for a province and for nothing else that is known.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from knowledge.identity import LoadedPlan
from knowledge.language.abbreviations import meanings
from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.office_calls import AREAS, office_of

_LEVELS = "|".join(sorted({*AREAS, *map(folded, AREAS)}, key=len, reverse=True))
_AT = "ở|tại|o|tai"  # "bên BT" is rather a unit
_INITIALS = re.compile(rf"(?<!\w)(?:(?P<level>{_LEVELS})|{_AT}) (?P<letters>[A-ZĐÂÊÔƠƯ]{{2,4}})(?!\w)", re.IGNORECASE)
_PROVINCE = "tinh"


Places = Collection[tuple[str, str]]  # the folded level and the name of each


def with_places_written_out(text: str, places: Callable[[], Places]) -> str:
    """The text with the names of places in place of their initials.

    Args:
        places: those that may be meant; asked for where something looks like initials alone.
    """
    typed = nfc(text)
    if typed.isupper():  # where all are capitals, none stand out
        return text
    found = [match for match in _INITIALS.finditer(typed) if match["letters"].isupper()]
    found = [match for match in found if match["level"] or not _is_known(match["letters"])]
    names = places() if found else ()
    accented = typed.lower() != folded(typed)
    for match in reversed(found):
        level = folded(match["level"] or _PROVINCE)
        letters = match["letters"] if accented else folded(match["letters"]).upper()
        alike = (name for area, name in names if area == level and _initials(name, accented=accented) == letters)
        meant = {canonical(name): name for name in sorted(alike)}
        if len(meant) == 1:
            typed = f"{typed[: match.start('letters')]}{next(iter(meant.values()))}{typed[match.end() :]}"
    return typed if found else text


def _is_known(letters: str) -> bool:
    """Whether letters are a short form of something else that begins so."""
    return any(_initials(long, accented=True) == letters for long in meanings(letters))


def places_of(plans: Iterable[LoadedPlan]) -> Iterator[tuple[str, str]]:
    """The places that the offices of plans are of."""
    for loaded in plans:
        heading = loaded.plan.heading
        office = office_of(heading.issuer or "", heading.place or "")
        if office.level and office.name:
            yield folded(" ".join(office.level)), " ".join(office.name).title()
        if heading.place and folded(" ".join(office.level)) in ("", "tinh", "thanh pho"):
            yield "tinh", heading.place


def _initials(name: str, *, accented: bool) -> str:
    """The first letters of a name: with accents "Đ" is no "D"."""
    return "".join(word[0] for word in (name if accented else folded(name)).split()).upper()
