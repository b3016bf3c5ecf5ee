"""The grammar of time: small rules that compose, each with the kinds it joins and what they mean together.

Kinds are those of `knowledge/data/time_words.tsv` and the ones the rules make: `time` (a `Time`), `bare` (a unit
without a number, "đến hết quý"), `length` ("3 tuần"), `dm` (a day and a month), `ord` (a number of a month or quarter),
`year` and `ofyear`, `wd` (a weekday), `months` ("tháng 3-6"), `lday`, `lmonth`, `ltime` and `holiday` of the lunar
calendar, `feasts` (what a day is kept for) and `feastdays` (two such days as one), `rel` (a relation to a time), `rels`
(to each of several), `list` and `times` (several with one head), `years` (years from … to), `inyear` ("trong năm"), and
`none`, which is no time.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from knowledge.deadlines.calendar_rules import day_rules, year_rules
from knowledge.deadlines.chart_parser import Rule
from knowledge.deadlines.clock_rules import clock_rules, weekday_rules
from knowledge.deadlines.feast_rules import feast_rules
from knowledge.deadlines.list_rules import list_rules
from knowledge.deadlines.lunar_rules import lunar_rules
from knowledge.deadlines.part_rules import part_rules
from knowledge.deadlines.range_rules import range_rules
from knowledge.deadlines.relations import relation_rules

_REMEMBERED = 1024  # sets of kinds that words begin with


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """All rules by their first kind; where two of them cover the same words, the earlier one counts."""
    rows = [
        *clock_rules(), *part_rules(), *year_rules(), *day_rules(), *weekday_rules(), *lunar_rules(), *range_rules(),
        *list_rules(), *relation_rules(), *feast_rules(),
    ]  # fmt: skip
    found: dict[str, list[Rule]] = {}
    for rank, (pattern, kind, make, *when) in enumerate(rows):
        for items in _spelled(pattern.split()):
            found.setdefault(items[0], []).append(Rule(items, kind, make, rank, *when))
    return {kind: tuple(group) for kind, group in found.items()}


@lru_cache(maxsize=_REMEMBERED)
def may_become(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of edges that the rules can make of some, wherever these stand, and those themselves."""
    found = kinds
    while more := {kind for items, kind in _made_of() if items <= found and kind not in found}:
        found |= more
    return found


@cache
def _made_of() -> frozenset[tuple[frozenset[str], str]]:
    """The kinds that each rule needs, and the one it makes."""
    return frozenset((frozenset(rule.items), rule.kind) for group in rules().values() for rule in group)


def _spelled(items: list[str]) -> Iterator[tuple[str, ...]]:
    """A pattern with and without each of its optional items ("of?")."""
    at = next((n for n, item in enumerate(items) if item.endswith("?")), None)
    if at is None:
        yield tuple(items)
        return
    yield from _spelled([*items[:at], items[at].rstrip("?"), *items[at + 1 :]])
    yield from _spelled([*items[:at], *items[at + 1 :]])
