"""Tables and colours on the terminal, with no control character in their words, as in `bot.terminal`."""

from collections.abc import Iterable, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table

from bot.terminal import printable


class Screen(Console):
    """A console for tables and colours: the styles are its own, the words are made printable."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The parts of what is shown."""
        for part in super().render(renderable, options):
            yield part if part.control else Segment(printable(part.text), part.style)


def print_table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows under the names of their columns."""
    table = Table(*names, box=None, header_style="bold")
    for row in rows:
        table.add_row(*row)
    Screen(highlight=False).print(table)
