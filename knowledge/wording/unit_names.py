"""What is said of units: their rows, those given to several at once, a name that no plan knows."""

from collections.abc import Sequence

from knowledge.reply import Line
from knowledge.wording.rows import bold, italic, line


def unknown_unit(name: str, nearest: Sequence[str] = ()) -> Line:
    """No plan that is asked names this unit; the names most like it."""
    return line(f"Các kế hoạch được hỏi không giao nhiệm vụ nào cho “{name}”.{_perhaps(nearest)}")


def unit_not_found(name: str, nearest: Sequence[str]) -> str:
    """Nothing is called so; the names most like it."""
    return f"Các kế hoạch không có đơn vị nào tên là “{name}”.{_perhaps(nearest)}"


def perhaps_unit(name: str) -> Line:
    """Everyday words that may mean a unit."""
    return line(bold(f"Có phải ý anh/chị là {name}?"))


def beside(shared: int, prose: int, names: Sequence[str] = ()) -> Line:
    """The rows of a unit that are not counted among its own; empty where there are none.

    Args:
        shared: how many only a collective name gives it; `names`: those, as printed.
        prose: how many duties running text gives it.
    """
    said = f" ({'; '.join(names[:_NAMED])}{'; …' if len(names) > _NAMED else ''})" if names else ""
    parts = [f"{shared} nhiệm vụ giao chung cho nhiều đơn vị{said}"] if shared else []
    parts += [f"{prose} nhiệm vụ nêu trong phần lời văn"] if prose else []
    return line(italic(f"Chưa kể {' và '.join(parts)}.")) if parts else ()


def coordinated(count: int) -> Line:
    """The rows that a unit only coordinates, beside those that it chairs; empty where there are none."""
    return line(italic(f"Ngoài ra đơn vị phối hợp thực hiện {count} nhiệm vụ.")) if count else ()


def own_plans(plans: Sequence[str]) -> Line:
    """An office's own plans, whose rows stand beside those that superiors give it; empty where there are none."""
    named = f"{'; '.join(plans[:_NAMED])}{'; …' if len(plans) > _NAMED else ''}"
    return line(italic(f"Chưa kể các nhiệm vụ trong {named}.")) if plans else ()


_NAMED = 2  # collective names, or plans, that are said


def unit_line(name: str, lead: int, coordinate: int) -> Line:
    """A unit with the number of its tasks by role."""
    return line(bold(name), f": chủ trì {lead}, phối hợp {coordinate} nhiệm vụ")


def _perhaps(nearest: Sequence[str]) -> str:
    return f" Có phải ý đồng chí là: {'; '.join(nearest)}?" if nearest else ""
