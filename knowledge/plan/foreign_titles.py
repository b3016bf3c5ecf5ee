"""A heading that stands in a column of something else: "I | Công viên, cây xanh" where the second column is the time.

People type a heading right behind its number, or without one in the first column. Where that is no column for work,
what it says tells that it is none of that column's: no time, and no unit.
"""

from knowledge.deadlines.meaning import understand_deadline
from knowledge.language.text import folded, is_accented
from knowledge.model import DeadlineKind
from knowledge.plan.columns import Role
from knowledge.plan.headers import Header
from knowledge.units.name_words import head_of
from knowledge.units.phrase import begins_unit


def is_foreign_title(header: Header, at: int, title: str, *, numbered: bool) -> bool:
    """Whether the only words of a row are its heading, though their column is for a time or a unit.

    Without a number it has to look like one: a unit, or words in capitals, where times stand.
    """
    role, number = header.columns[at].role, header.first(Role.STT)
    if not numbered:
        return role is Role.TIME and _is_no_time(title) and (title.isupper() or begins_unit(title))
    if number is None or at != number + 1:
        return False
    if role is Role.TIME:
        return _is_no_time(title) and not any(c.isdigit() for c in title)
    return role in (Role.LEAD, Role.COORDINATE) and not _is_unit(title)


def _is_no_time(title: str) -> bool:
    return understand_deadline(title, year=None).kind in _NO_TIMES


def _is_unit(title: str) -> bool:
    """Whether a title is a unit, by its accents where it has any: "Bảo vệ rừng" is no "Báo …"."""
    return begins_unit(title) if is_accented([title]) else head_of(folded(title)) is not None


_NO_TIMES = (DeadlineKind.NONE, DeadlineKind.CONDITIONAL)
