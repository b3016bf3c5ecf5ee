"""What is said of sums of money over rows and plans."""

import re
from collections.abc import Sequence

from knowledge.language.money import COINS, SPACED
from knowledge.reply import Line
from knowledge.wording.rows import bold, joined, line

NO_SUM = "Kế hoạch không ghi kinh phí của các nhiệm vụ này."
_PRINTED = re.compile(rf"(?:{SPACED}|\d[\d.,]*)\s*(?:{COINS}|vnđ|vnd|đ)\b(?:\s*đồng\b)?", re.IGNORECASE)
_SHOWN = 8


def together(total: str, priced: int, rows: int, what: str) -> tuple[Line, ...]:
    """What rows come to together, and how many of them name a sum."""
    head = line(bold(f"Tổng kinh phí: {total}, cộng từ {priced} nhiệm vụ có ghi kinh phí{f' {what}' if what else ''}:"))
    return (head, line(f"Chưa kể {rows - priced} nhiệm vụ không ghi kinh phí.")) if rows > priced else (head,)


def share_of(percent: float, total: str) -> Line:
    """Which share of the cost of their plan rows come to."""
    return line(f"Bằng {f'{percent:.1f}'.replace('.', ',')}% tổng kinh phí của kế hoạch ({total}).")


def end_of_rows(costs: Sequence[str], count: int, *, fewest: bool) -> Line:
    """The rows with the largest or smallest sums, each sum that they have said once."""
    said = f"{costs[0]} đến {costs[-1]}" if len(costs) > 1 else costs[0]
    return line(bold(f"Kinh phí {'ít' if fewest else 'nhiều'} nhất: {said} ({count} nhiệm vụ):"))


def most_of_groups(groups: Sequence[tuple[str, str]], *, fewest: bool) -> tuple[Line, ...]:
    """The group with the most money first, then the others: (name, sum) each."""
    (name, cost), *_ = groups
    head = line(bold(f"{name} có tổng kinh phí {'ít' if fewest else 'nhiều'} nhất: {cost}."))
    return head, *(line(f"{at}. {each}: {said}") for at, (each, said) in enumerate(groups[:_SHOWN], 1))


def plans_beside(plans: Sequence[tuple[str, str]], *, fewest: bool, alike: bool, apart: str = "") -> tuple[Line, ...]:
    """What plans cost beside each other, the first said to have the most, or to have as much as the next (`alike`).

    Args:
        apart: by how much two differ.
    """
    (name, cost), *others = plans
    if not others:
        return (line(bold(f"{name}: {cost}.")),)
    if alike:
        same = f"{name} và {others[0][0]} có kinh phí bằng nhau: {cost}."
        return line(bold(same)), *(line(f"{each}: {said}") for each, said in plans)
    end = ("ít" if fewest else "nhiều") + (" nhất" if len(others) > 1 else " hơn")
    more = (line(f"Chênh lệch: {apart}."),) if apart and len(others) == 1 else ()
    each = tuple(line(f"{office}: {said}") for office, said in plans)
    return line(bold(f"{name} có kinh phí {end}: {cost}.")), *each, *more


def plans_together(total: str, plans: Sequence[tuple[str, str]]) -> tuple[Line, ...]:
    """What plans cost together, and each of them."""
    head = line(bold(f"Tổng kinh phí: {total}, cộng từ {len(plans)} kế hoạch:"))
    return head, *(line(f"{office}: {said}") for office, said in plans)


def added(cost: str, count: int) -> str:
    """A sum that the plan does not state, made of its rows."""
    return f"{cost} (cộng từ {count} nhiệm vụ có ghi kinh phí)"


def printed_sum(text: str) -> str:
    """The first sum of a text as it is printed."""
    found = _PRINTED.search(text)
    return found[0] if found else text.strip(" :.")


def silent(names: Sequence[str]) -> Line:
    """Plans that name no sum."""
    return line(f"Không ghi kinh phí: {joined(names)}.")
