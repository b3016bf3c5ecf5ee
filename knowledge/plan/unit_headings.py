"""Units that head their own rows: "I. PHÒNG KẾ HOẠCH" above the tasks of that room, in a table without such a column.

The unit stands in no cell, and yet every row below is its own. Where the headings of a table are units, but for a few,
and no column says who chairs, the heading does.
"""

import re
from collections.abc import Mapping, Sequence

from knowledge.plan.columns import Role
from knowledge.plan.draft import Draft
from knowledge.plan.headers import Header
from knowledge.plan.numbering import leading
from knowledge.units.phrase import begins_unit

_FEWEST = 2  # headings from which they are of one kind
_MOST = 2 / 3  # of them
_BESIDE = re.compile(r"\s*\([^()]*\)|\s*(?:chủ trì|thực hiện|phụ trách)?\s*:?\s*$", re.IGNORECASE)


def chairs(header: Header, drafts: Sequence[Draft]) -> Mapping[tuple[str, ...], str]:
    """The unit in the chair of the rows of each section; empty where a column says it or the headings are no units."""
    if header.first(Role.LEAD) is not None or header.first(Role.PART) is not None:
        return {}
    sections = {draft.section for draft in drafts if draft.section}
    units = {section: name for section in sections if begins_unit(name := _name(section[-1]))}
    return units if len(units) >= max(_FEWEST, _MOST * len(sections)) else {}


def _name(heading: str) -> str:
    """A heading without its number and what stands beside a name ("(Ô. Lân, SĐT …)", "chủ trì:")."""
    numbered = leading(heading)
    return _BESIDE.sub("", numbered[1] if numbered else heading).strip()
