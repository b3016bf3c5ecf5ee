"""The rhythm of a deadline in a few letters: "yearly 12-15", "quarterly 3-25", "monthly last"."""

from datetime import date

from knowledge.deadlines.tokens import Mark, Token


def recurrence(tokens: list[Token], due: tuple[date, ...]) -> str | None:
    """The rhythms that the words name, joined by ", "; None where nothing repeats.

    Args:
        tokens: of the whole wording.
        due: the days of the year on which a yearly rule falls.
    """
    cycles = list(dict.fromkeys(t.value for t in tokens if t.mark in (Mark.CYCLE, Mark.REPORT) and t.value))
    places = [t.value for t in tokens if t.mark is Mark.PLACE_IN_CYCLE]
    days = [int(t.value) for t in tokens if t.mark is Mark.DAY_OF_CYCLE]
    if not cycles and not places:
        return None
    return ", ".join(_placed(cycles, places, days, due)) or None


def _placed(cycles: list[str], places: list[str], days: list[int], due: tuple[date, ...]) -> list[str]:
    if due and (cycles == ["yearly"] or not cycles):
        return [f"yearly {day:%m-%d}" for day in due]
    day = days[0] if days else None
    for place in places:
        if found := _in_place(place, day, quarterly="quarterly" in cycles):
            return [found]
    if day and "monthly" in cycles:
        return [f"monthly {number:02}" for number in days]
    return cycles


def _in_place(place: str, day: int | None, *, quarterly: bool) -> str:
    month = {"last of quarter": 3, "first of quarter": 1}.get(place)
    if month:
        return f"quarterly {month}-{day}" if day else "quarterly"
    if place == "end of quarter":
        return "quarterly 3-31"
    if place == "last of month":
        return "quarterly 3-31" if quarterly else "monthly last"
    return f"monthly {day:02}" if place == "of month" and day else ""
