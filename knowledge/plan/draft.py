"""A row of a table while it is put together from its printed pieces."""

from dataclasses import dataclass, field

from knowledge.document import Row
from knowledge.language.text import nfc
from knowledge.model import Doubt, Place
from knowledge.plan.columns import Role
from knowledge.plan.numbering import Number


@dataclass(slots=True)
class Slot:
    """The text of a cell in its printed pieces; rows that share a merged cell share the slot."""

    parts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add what is printed on the next page."""
        if text.strip():
            self.parts.append(text.strip())

    @property
    def lines(self) -> str:
        """The whole text, its own line breaks kept."""
        return join(self.parts)

    @property
    def text(self) -> str:
        """The whole text on one line."""
        return nfc(self.lines.replace("\n", " "))


@dataclass(slots=True)
class Draft:
    """One row: its cells by column, its number, and the printed rows that it was read from."""

    number: Number | None
    stt: str
    stt_inherited: bool
    section: tuple[str, ...]
    slots: dict[int, Slot]
    rows: list[Row]
    broken: bool = False  # the last piece stands at the end of a page
    doubts: list[Doubt] = field(default_factory=list)

    def text(self, column: int | None) -> str:
        """The text of a column, "" where it is empty."""
        slot = self.slots.get(column) if column is not None else None
        return slot.text if slot else ""

    @property
    def place(self) -> Place:
        """Where the row stands, over all its pieces."""
        return span([row.place for row in self.rows])


@dataclass(frozen=True, slots=True)
class RawTask:
    """A row whose cells are whole but not yet understood: units in one text, deadline as words."""

    section: tuple[str, ...]
    stt: str
    stt_inherited: bool
    fields: dict[Role, str]
    extra: tuple[tuple[str, str], ...]
    place: Place
    day: str = ""  # the day of a timetable that it stands under
    coin: str = ""  # what figures of the budget count, by the name of their column

    def get(self, role: Role) -> str:
        """The text of one field, "" where there is none."""
        return self.fields.get(role, "")


def row_named(stt: str) -> str:
    """How a doubt begins that is of a row: with its number, where it has one."""
    return f"Dòng {stt}: " if stt else ""


def join(parts: list[str]) -> str:
    """Pieces of one text put together; a word that was cut at its hyphen ("NĐ-", "CP") without a space."""
    whole = ""
    for part in parts:
        cut = whole.endswith("-") and whole[-2:-1].isalnum() and part[:1].isupper()
        whole = f"{whole}{part}" if cut or not whole else f"{whole} {part}"
    return whole


def span(places: list[Place]) -> Place:
    """From the first place to the last."""
    first, last = places[0], places[-1]
    lines = (first.lines[0], last.lines[1]) if first.lines and last.lines else first.lines
    return Place(lines=lines, page=first.page, at=first.at)
