"""Printed names of units gathered by what they begin with, or by the plan in which they stand alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from knowledge.units.keys import is_group
from knowledge.units.readings import BEGINNING, Words, core, folded_words, readings


def of_plans(names: Mapping[int, frozenset[str]], plans: Collection[int] | None) -> Mapping[int, frozenset[str]]:
    """Names by plan, of those plans that are meant; None means all."""
    return names if plans is None else {plan: found for plan, found in names.items() if plan in plans}


def covers(names: Mapping[int, frozenset[str]], fewer: Mapping[int, frozenset[str]]) -> bool:
    """Whether names by plan hold all of others."""
    return all(found <= names.get(plan, frozenset()) for plan, found in fewer.items())


def groups_of(units: Mapping[str, Iterable[int]]) -> Mapping[str, list[tuple[int, str, Words]]]:
    """The collective names by the word for a level that they begin with: plan, name and words of each."""
    groups: dict[str, list[tuple[int, str, Words]]] = defaultdict(list)
    for name, plans in units.items():
        words = core(folded_words(name)) if is_group(name) else ()
        if words:
            groups[words[0]].extend((plan, name, words) for plan in plans)
    return groups


def headed(units: Mapping[str, Iterable[int]]) -> Mapping[Words, list[tuple[int, str]]]:
    """The single units by the words that they begin with ("Khoa", "Trạm Y tế"), for those that several begin with."""
    headed: dict[Words, list[tuple[int, str]]] = defaultdict(list)
    for name, plans in units.items():
        words = () if is_group(name) else tuple(folded_words(name))
        for size in range(1, min(_HEAD, len(words) - 1) + 1):
            headed[words[:size]].extend((plan, name) for plan in plans)
    return {head: found for head, found in headed.items() if len(found) > 1}


_HEAD = 3  # words of a head ("Trạm Y tế")


def alone(held: Iterable[tuple[int, str]], plans: Collection[int] | None) -> dict[int, frozenset[str]]:
    """The names that are the only one of their plan, an article in front aside ("Các trạm", "trạm")."""
    return {plan: found for plan, found in _by_plan(held, plans).items() if len({*map(_compared, found)}) == 1}


def alike(held: Iterable[tuple[int, str]], plans: Collection[int] | None) -> dict[int, frozenset[str]]:
    """The names of a plan that are all of one unit: longer than the shortest, or shortened to it ("Đài PTTH")."""
    return {plan: found for plan, found in _by_plan(held, plans).items() if _of_one(found)}


def _of_one(names: Collection[str]) -> bool:
    short = min(map(_compared, names), key=len)
    return len(names) <= _WAYS and all(_begins(short, name) for name in names)


def _begins(short: Words, name: str) -> bool:
    """Whether a name begins as a short one does, written out or shortened."""
    begun = _compared(name)[: len(short)] == short
    whole = (form for form, closeness in readings(name) if closeness < BEGINNING and len(form) > 1)
    return begun or any(form == short[: len(form)] for form in whole)


_WAYS = 4  # ways in which a plan prints one unit


def _by_plan(held: Iterable[tuple[int, str]], plans: Collection[int] | None) -> dict[int, frozenset[str]]:
    names: dict[int, set[str]] = defaultdict(set)
    for plan, name in held:
        if plans is None or plan in plans:
            names[plan].add(name)
    return {plan: frozenset(found) for plan, found in names.items()}


@lru_cache(maxsize=4096)
def _compared(name: str) -> Words:
    return core(folded_words(name))
