"""What is said of units: their rows, those given to several at once, a name that no plan knows."""

from collections.abc import Sequence

from knowledge.reply import Line
from knowledge.wording.rows import bold, italic, line


def unknown_unit(name: str) -> Line:
    """No plan names this unit."""
    return line(f"Các kế hoạch được hỏi không giao nhiệm vụ nào cho “{name}”.")


def unit_not_found(name: str, nearest: Sequence[str]) -> str:
    """Nothing is called so; the names most like it."""
    near = f" Có phải ý đồng chí là: {'; '.join(nearest)}?" if nearest else ""
    return f"Các kế hoạch không có đơn vị nào tên là “{name}”.{near}"


def shared_rows(count: int) -> str:
    """How many rows of a unit only a collective name gives it."""
    return f"(kể cả {count} nhiệm vụ giao chung cho nhiều đơn vị)"


def also_shared(count: int, names: Sequence[str]) -> Line:
    """Rows that a collective name gives to the unit asked about, beside its own."""
    said = f"Ngoài ra có {count} nhiệm vụ giao chung cho nhiều đơn vị ({'; '.join(names)})."
    return line(italic(said))


def unit_line(name: str, lead: int, coordinate: int) -> Line:
    """A unit with the number of its tasks by role."""
    return line(bold(name), f": chủ trì {lead}, phối hợp {coordinate} nhiệm vụ")
