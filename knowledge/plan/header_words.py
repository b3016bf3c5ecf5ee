"""The words of a header whose lines are lost, divided into the names of its columns."""

from collections.abc import Sequence

from knowledge.plan.column_names import names_a_column, opens_a_name
from knowledge.plan.columns import Role, role_of

_LONGEST = 9  # words of a name
_UNKNOWN = -6.0  # of a name that says nothing
_TWICE = -8.0
_NEW_NAME = 9.0  # what it costs that inside a name another begins ("Đơn vị đồng hành Thời gian")


def names_in(words: Sequence[str]) -> list[str]:
    """The header's words divided into the names of its columns: each begins with a capital and says one thing."""
    best: dict[int, tuple[float, list[str], frozenset[Role]]] = {0: (0.0, [], frozenset())}
    inner = [i for i in range(1, len(words)) if _can_begin(words, i) and opens_a_name(" ".join(words[i : i + 3]))]
    for end in range(1, len(words) + 1):
        if end < len(words) and not _can_begin(words, end):
            continue
        for start in range(max(0, end - _LONGEST), end):
            if start not in best:
                continue
            score, names, roles = best[start]
            name = " ".join(words[start:end])
            value, role = _name_value(name, roles)
            several = 0 if names_a_column(name) else sum(start < i < end for i in inner)
            total = score + value - 2 - _NEW_NAME * several
            if end not in best or total > best[end][0]:
                best[end] = (total, [*names, name], roles | {role})
    return best[len(words)][1] if len(words) in best else []


def _name_value(name: str, before: frozenset[Role]) -> tuple[float, Role]:
    """How well words are the name of a column beside those before them, and of what: one column for each role.

    A second column of units has a name of its own ("Đơn vị đồng hành"), and not only the noun of the first.
    """
    role, strength = role_of(name)
    if role in before and role is not Role.OTHER:
        return (_UNKNOWN if strength == 1 and not names_a_column(name) else _TWICE), role
    return (4.0 * strength + 5 if strength else _UNKNOWN), role


def _can_begin(words: Sequence[str], at: int) -> bool:
    return not words[at][:1].islower() and words[at][:1].isalpha() and not words[at - 1].endswith(("/", ",", "-", "("))
