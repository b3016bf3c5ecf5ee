"""What is said of sides beside each other: which has more rows, and how many each has."""

from collections.abc import Sequence

from knowledge.reply import Line
from knowledge.wording.listing import DOES
from knowledge.wording.rows import bold, line


def sides_head(sides: Sequence[tuple[str, int]], role: str | None, apart: Sequence[str] = ()) -> tuple[Line, ...]:
    """Sides beside each other, the difference first.

    Args:
        apart: what the count of each side is made of, in brackets.
    """
    what = DOES[role] if role else "có"
    most, least = max(count for _, count in sides), min(count for _, count in sides)
    first = " và ".join(name for name, count in sides if count == most)
    if len(sides) == 1:
        head = f"{first}: {most}"
    elif most == least:
        head = f"{'Hai' if len(sides) == _BOTH else 'Các'} bên {what} số nhiệm vụ bằng nhau: {most} nhiệm vụ."
    elif len(sides) == _BOTH:
        head = f"{first} {what} nhiều hơn {most - least} nhiệm vụ."
    else:
        head = f"{first} {what} nhiều nhiệm vụ nhất: {most}."
    counts = zip(sides, apart or [""] * len(sides), strict=True)
    return line(bold(head)), *(line(f"{name}: {count} nhiệm vụ{made_of}") for (name, count), made_of in counts)


_BOTH = 2


def in_role(unit: str, role: str) -> str:
    """A unit as a side of a comparison of what it does in its two roles."""
    return f"{unit} ({DOES[role]})"
