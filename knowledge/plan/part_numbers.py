"""The numbers of the parts of a plan that a table stands in: the next of them ends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.document import Paragraph
from knowledge.plan.numbering import Number, Style, parse

_PART = re.compile(r"^(?P<number>[IVX]{1,6}|\d{1,2})(?P<mark>[.)])\s+(?P<title>\S.*)$")
_LONGEST = 160  # characters of a title


@dataclass(frozen=True, slots=True)
class OpenParts:
    """The numbers of the last roman heading above a table and of the last arabic one below that."""

    numbers: tuple[Number, ...] = ()

    def ended_by(self, line: str, rows: Sequence[Number | None]) -> bool:
        """Whether a line is the heading of the next part, and goes on with none of the numbers inside the table."""
        found = _number(line)
        if found is None or not any(_follows(found, number) for number in self.numbers):
            return False
        return not any(number and _follows(found, number) for number in rows)


def parts_above(paragraphs: Sequence[Paragraph]) -> OpenParts:
    """The parts that are open below some paragraphs."""
    found: dict[Style, Number] = {}
    for paragraph in paragraphs:
        number = _number(paragraph.text)
        if number is None:
            continue
        if number.style is Style.ROMAN:
            found.clear()
        found[number.style] = number
    return OpenParts(tuple(found.values()))


def _number(line: str) -> Number | None:
    match = _PART.match(line)
    if match is None or len(line) > _LONGEST or not match["title"][0].isupper():
        return None
    return parse(match["number"] + match["mark"])


def _follows(number: Number, before: Number) -> bool:
    alike = number.style is before.style and number.printed[-1] == before.printed[-1]
    return alike and number.count == before.count + 1
