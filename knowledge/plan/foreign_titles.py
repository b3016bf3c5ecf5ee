"""A heading that stands in a column of something else: "I | Công viên, cây xanh" where the second column is the time.

People type a heading right behind its number. Where the column there is no column for work, what it says tells that it
is none of that column's: no time, and no unit.
"""

from knowledge.deadlines.meaning import understand_deadline
from knowledge.language.text import folded, is_accented
from knowledge.model import DeadlineKind
from knowledge.plan.columns import Role
from knowledge.plan.headers import Header
from knowledge.units.name_words import head_of
from knowledge.units.phrase import begins_unit


def is_foreign_title(header: Header, at: int, title: str) -> bool:
    """Whether the only words of a numbered row are its heading, though their column is for a time or a unit."""
    number = header.first(Role.STT)
    if number is None or at != number + 1:
        return False
    role = header.columns[at].role
    if role is Role.TIME:
        return understand_deadline(title, year=None).kind in _NO_TIMES and not any(c.isdigit() for c in title)
    return role in (Role.LEAD, Role.COORDINATE) and not _is_unit(title)


def _is_unit(title: str) -> bool:
    """Whether a title is a unit, by its accents where it has any: "Bảo vệ rừng" is no "Báo …"."""
    return begins_unit(title) if is_accented([title]) else head_of(folded(title)) is not None


_NO_TIMES = (DeadlineKind.NONE, DeadlineKind.CONDITIONAL)
