"""Money over rows and plans: what rows come to together, the dearest row, the group with the most, two sides.

A plan's own statement of its whole budget counts before the sum of its cells: many rows have none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.costs import costs_of
from knowledge.answers.grouping import grouped
from knowledge.answers.groups import in_turn, rows_by
from knowledge.answers.list_words import entries_of, group_name, unit_name, what_of
from knowledge.answers.ordering import at_an_end
from knowledge.language.money import amount_of, said_money
from knowledge.language.text import folded
from knowledge.model import Passage, Target
from knowledge.number_sets import common
from knowledge.questions.constraints import Operator
from knowledge.questions.query import Intent
from knowledge.questions.statements import asks_share
from knowledge.reply import Answer, Citation, Entry, Line
from knowledge.tasks.task_index import Rows
from knowledge.wording import listing, sums
from knowledge.wording.rows import line

_COST = "(?:kinh phi|du toan|ngan sach|von|muc dau tu|chi phi)"
_WHOLE = (
    re.compile(rf"\btong(?: (?:muc|so|cong|nhu cau|nguon))* {_COST}\b"),
    re.compile(rf"\btong(?: \w+){{0,3}}? {_COST}\b"),  # a plan may state other sums as well: "tổng dư nợ vốn …"
    re.compile(r"\b(?:kinh phi|du toan)\b"),  # of what, may be: only where no passage says "tổng"
)


@dataclass(frozen=True, slots=True)
class _Side:
    """What one plan costs: the sum, how it is said, what says so, and the rows that were added up."""

    name: str
    amount: float
    said: str
    stated: Citation | None
    rows: Rows


def answer_sums(ask: Ask, rows: Rows) -> Answer:
    """The answer to a question about money over many rows."""
    operator, by = ask.query.operator, ask.query.by
    if operator is Operator.SIDES and len(ask.query.units) > 1:
        return _units_beside(ask, rows)
    plans = (operator is Operator.SIDES and (ask.query.scope.named or not ask.query.topic)) or by == "plan"
    if plans and (len(ask.plans) > 1 or by == "plan"):
        return _plans_beside(ask, rows)
    costs = costs_of(ask.register, rows)
    if not costs:
        return ask.abstain(line(sums.NO_SUM))
    if operator is Operator.SUM:
        return _together(ask, rows, costs)
    return _dearest(ask, costs) if by in ("", "row") else _group_with_most(ask, rows, costs)


def answer_whole(ask: Ask) -> Answer | None:
    """What the rows of the one plan that is asked come to, where it is asked as a whole and states no sum itself."""
    whole = ask.query.intent is Intent.BUDGET and tuple(map(folded, ask.query.topic)) == _OF_ALL
    if not whole or len(ask.plans) != 1 or stated_total(ask, ask.plans[0]):
        return None
    rows = ask.register.of_plans(ask.plans)
    costs = costs_of(ask.register, rows)
    return _together(replace(ask, query=replace(ask.query, topic=(), units=())), rows, costs) if costs else None


_OF_ALL = ("kinh", "phi")  # the topic of a question for what a plan costs


def _together(ask: Ask, rows: Rows, costs: dict[int, float]) -> Answer:
    whole = sum(costs.values())
    head = sums.together(said_money(whole), len(costs), len(rows), what_of(ask, ask.query.period))
    share = _share_of_its_plan(ask, whole, costs) if asks_share(ask.query.words) else ()
    return Answer(ask.query.intent.value, (*head, *share), entries_of(ask, np.array(sorted(costs), np.int32)))


def _share_of_its_plan(ask: Ask, cost: float, rows: Iterable[int]) -> tuple[Line, ...]:
    """Which share of all that their one plan costs some rows have, where more than these rows name a sum."""
    plans = {int(plan) for plan in ask.register.index.plans_of(np.array([*rows], np.int32))}
    if len(plans) != 1:
        return ()
    (plan,) = plans
    stated = stated_total(ask, plan)
    total = stated[1] if stated else sum(costs_of(ask.register, ask.register.of_plans((plan,))).values())
    said = stated[2] if stated else said_money(total)
    return (sums.share_of(100 * cost / total, said),) if total > cost else ()


def _dearest(ask: Ask, costs: dict[int, float]) -> Answer:
    few, first = ask.query.operator is Operator.FEWEST, ask.query.first
    rows = np.array(sorted(costs), np.int32)
    chosen = at_an_end(rows, np.array([costs[int(row)] for row in rows]), fewest=few, first=first)
    said = [said_money(cost) for cost in dict.fromkeys(costs[int(row)] for row in chosen)]
    more = (listing.as_many_too(first),) if 0 < first < len(chosen) else ()
    head = sums.end_of_rows(said, len(chosen), fewest=few)
    return Answer(ask.query.intent.value, (head, *more), entries_of(ask, chosen))


def _group_with_most(ask: Ask, rows: Rows, costs: dict[int, float]) -> Answer:
    groups = rows_by(ask, rows, ask.query.by, ask.query.role or "lead")
    sums_ = {name: sum(costs.get(int(row), 0.0) for row in found) for name, found in groups.items()}
    few = ask.query.operator is Operator.FEWEST
    ordered = sorted(((name, cost) for name, cost in sums_.items() if cost), key=lambda s: s[1] * (1 if few else -1))
    if not ordered:
        return ask.abstain(line(sums.NO_SUM))
    said = [(group_name(ask, name), said_money(cost)) for name, cost in ordered]
    chosen = in_turn([groups[name] for name, cost in ordered if cost == ordered[0][1]])
    return Answer(ask.query.intent.value, sums.most_of_groups(said, fewest=few), entries_of(ask, chosen))


def _units_beside(ask: Ask, rows: Rows) -> Answer:
    """What the rows that each unit chairs come to, the one with the most first."""
    role = ask.query.role or "lead"
    own = [common(rows, ask.register.of_units(unit.names, role)) for unit in ask.query.units]
    names = [unit_name(ask, (unit,)) for unit in ask.query.units]
    costs = [costs_of(ask.register, found) for found in own]
    sides = [(name, sum(cost.values()), found) for name, cost, found in zip(names, costs, own, strict=True) if cost]
    if not sides:
        return ask.abstain(line(sums.NO_SUM))
    ordered = sorted(sides, key=lambda side: -side[1])
    head = sums.most_of_groups([(name, said_money(cost)) for name, cost, _ in ordered], fewest=False)
    silent = [name for name, cost in zip(names, costs, strict=True) if not cost]
    rows = in_turn([found for _, _, found in ordered])
    return Answer(ask.query.intent.value, (*head, *_silent(silent)), entries_of(ask, rows))


def _plans_beside(ask: Ask, rows: Rows) -> Answer:
    """What each plan costs, the one with the most said first."""
    sides = {plan: side for plan in ask.plans if (side := _side(ask, plan, rows))}
    few = ask.query.operator is Operator.FEWEST
    ordered = sorted(sides.values(), key=lambda side: side.amount * (1 if few else -1))
    if not ordered:
        return ask.abstain(line(sums.NO_SUM))
    if ask.query.operator is Operator.SUM:
        whole = said_money(sum(side.amount for side in ordered))
        head = sums.plans_together(whole, [(side.name, side.said) for side in ordered])
    else:
        head = _set_beside(ordered, fewest=few)
    stated = [side.stated for side in ordered if side.stated]
    entries = tuple(Entry((line(c.item.text if isinstance(c.item, Passage | Target) else ""),), c) for c in stated)
    added = [side.rows for side in ordered if not side.stated]
    more = tuple(entries_of(ask, in_turn(added))) if added else ()
    told = ask.query.scope.several or ask.query.operator is Operator.SUM
    silent = [group_name(ask, str(plan)) for plan in ask.plans if plan not in sides and told]
    return Answer(ask.query.intent.value, (*head, *_silent(silent)), (*entries, *more))


def _set_beside(ordered: Sequence[_Side], *, fewest: bool) -> tuple[Line, ...]:
    first, *others = ordered
    alike = bool(others) and others[0].amount == first.amount
    apart = said_money(abs(first.amount - others[0].amount)) if others else ""
    said = [(side.name, side.said) for side in ordered]
    return sums.plans_beside(said, fewest=fewest, alike=alike, apart=apart)


def _silent(names: Sequence[str]) -> tuple[Line, ...]:
    """Of what was named side by side that which names no sum."""
    return (sums.silent(names),) if names else ()


def _side(ask: Ask, plan: int, rows: Rows) -> _Side | None:
    name = group_name(ask, str(plan))
    stated = stated_total(ask, plan) if not _narrowed(ask) else None
    if stated:
        citation, amount, said = stated
        return _Side(name, amount, said, citation, rows[:0])
    own = grouped(ask.register, rows, "plan").get(str(plan), rows[:0])
    costs = costs_of(ask.register, own)
    whole = sum(costs.values())
    return _Side(name, whole, sums.added(said_money(whole), len(costs)), None, own) if costs else None


def _narrowed(ask: Ask) -> bool:
    return bool(ask.query.units or ask.query.periods or ask.query.where)


def stated_total(ask: Ask, plan: int) -> tuple[Citation, float, str] | None:
    """The passage in which a plan states what it costs in all, the sum in đồng, and as it is printed."""
    loaded = ask.lookup.snapshot.plans[plan]
    bare = [folded(passage.text) for passage in loaded.plan.passages]
    for words in _WHOLE:
        for ref, passage, text in zip(loaded.passage_refs, loaded.plan.passages, bare, strict=True):
            found = words.search(text)
            amount = amount_of(text[found.end() :]) if found and len(text) == len(passage.text) else None
            if found and amount:
                return Citation(ref, loaded.stem, passage), amount, sums.printed_sum(passage.text[found.end() :])
    return None
