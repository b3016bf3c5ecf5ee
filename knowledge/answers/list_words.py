"""How a list says what it is of: its units, its constraints, its groups, and its rows under plan and section."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from knowledge.answers.ask import Ask
from knowledge.answers.numbered_things import with_numbers
from knowledge.deadlines.periods import Period
from knowledge.language.money import said_money
from knowledge.language.text import canonical, folded
from knowledge.model import State
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.query import Intent
from knowledge.reply import Entries, Entry, Line
from knowledge.search.words import terms
from knowledge.tasks.entry import Occurrence
from knowledge.tasks.task_index import Rows
from knowledge.units.mentions import UnitMention
from knowledge.units.unit import together
from knowledge.wording import listing
from knowledge.wording.rows import bold, italic, line, list_lines, plan_name


def what_of(ask: Ask, period: Period | None) -> str:
    """What the list is of, to be said after "nhiệm vụ"."""
    query = ask.query
    return listing.list_what(
        unit=units_name(ask) if query.units else "",
        role=query.role,
        topic=with_numbers(query.words, query.topic),
        periods=(period, *query.also) if period else (),
        state=_state_asked(ask),
        end=query.operator.value,
    )


def _state_asked(ask: Ask) -> str:
    query = ask.query
    said = {}  # a state may be asked for as what is wanted and beside it
    of_units = listing.list_what(unit=units_name(ask) if query.units else "", role=query.role, topic="")
    if query.intent is Intent.OVERDUE:
        said[listing.state_asked((State.OVERDUE,))] = ""
    for constraint, before in zip(query.where, (None, *query.where), strict=False):
        if before and _is_where_it_stands(constraint, before):
            said.setdefault(said_of(ask, replace(constraint, include=True)), " ")
        elif not _is_plain(constraint) and (words := said_of(ask, constraint)) and words != of_units:
            words = f"mà {words}" if query.units and constraint.kind is Kind.UNIT and constraint.include else words
            said.setdefault(words, _joint(constraint, first=not said))
    return "".join(f"{joint}{words}" for words, joint in said.items())


def _is_where_it_stands(part: Constraint, matter: Constraint) -> bool:
    """Whether rows about a matter are left out of one part alone ("không phải “tập huấn” | thuộc phần “Đào tạo”")."""
    out = part.kind is Kind.SECTION and matter.kind is Kind.TOPIC and not (part.include or matter.include)
    return out and part.either


def _joint(constraint: Constraint, *, first: bool) -> str:
    """What stands before a constraint that is said; one that goes with a time is another way to be of the list."""
    if constraint.either or constraint.too:
        return "hoặc " if first else " hoặc "
    return "" if first else ", "


def _is_plain(constraint: Constraint) -> bool:
    """Whether it goes without saying what a list is narrowed to."""
    return constraint.kind is Kind.TABLE and constraint.include


def said_of(ask: Ask, constraint: Constraint) -> str:
    """What a constraint narrows the list to."""
    if constraint.kind is Kind.SECTION and (printed := _heading(ask, constraint)):
        return listing.narrowed(Kind.SECTION, what=printed, include=constraint.include)
    return constraint_said(constraint, unit_name(ask, constraint.units))


def _heading(ask: Ask, section: Constraint) -> str:
    """The one printed heading of the plans asked that is meant; of several the words as they are printed there."""
    every = {heading for loaded in ask.loaded[:_FEW] for task in loaded.plan.tasks for heading in task.section}
    found = [(heading, stretch) for heading in sorted(every) if (stretch := _printed(heading, section.words))]
    return found[0][0] if len(found) == 1 else section.said or next((stretch for _, stretch in found), "")


def _printed(heading: str, words: Sequence[str]) -> str:
    """Folded words as a heading prints them; nothing where it does not hold them side by side."""
    printed = terms(canonical(heading))
    starts = (at for at in range(len(printed)) if tuple(map(folded, printed[at : at + len(words)])) == tuple(words))
    at = next(starts, None)
    return "" if at is None else " ".join(printed[at : at + len(words)])


_FEW = 3  # plans whose headings are looked through


def constraint_said(constraint: Constraint, unit: str) -> str:
    """What a constraint narrows a list to; `unit`: the name of its units."""
    words = constraint.said or " ".join(constraint.words)
    if constraint.kind is Kind.WORDS:
        return listing.worded(constraint.field, words, include=constraint.include)
    if constraint.kind is Kind.STATE:
        return listing.state_asked(tuple(map(State, constraint.words)), include=constraint.include)
    if constraint.kind is Kind.DATED and constraint.words:
        return listing.TO_BE_SET
    if constraint.kind is Kind.DUE and constraint.period:
        return f"{'' if constraint.include else 'không '}{listing.falling_due((constraint.period,))}"
    if constraint.kind is Kind.MONEY:
        sums = (bound and said_money(round(bound + (0.5 if at else -0.5)) if bound % 1 else bound)
                for at, bound in enumerate(constraint.bounds))  # fmt: skip
        strictly = any(bound and bound % 1 for bound in constraint.bounds)  # half a đồng beyond
        return listing.costing(*sums, include=constraint.include, strictly=bool(strictly))
    return listing.narrowed(
        constraint.kind,
        what=words if constraint.kind is Kind.TOPIC else constraint.field or words,
        unit=unit,
        role=constraint.role,
        include=constraint.include,
    )


def entries_of(
    ask: Ask, rows: Sequence[int] | Rows, times: Sequence[Period] = (), headed: Mapping[int, str] = MappingProxyType({})
) -> Entries:
    """One entry a row, under the names of plan and section where they change; the rows of a plan stand together.

    Args:
        times: those that are asked about: a row that stands otherwise for its date in them is shown so.
        headed: what stands above the row at a place, whose part of the list begins there.
    """
    place, spans = ask.register.place, [(time.first, time.last) for time in times]

    def entry(at: int) -> Entry:
        row, before = int(rows[at]), int(rows[at - 1]) if at else None
        stands = ask.register.entry(row) if spans else None
        otherwise = stands and stands.several and stands.state_within(spans) is not stands.state
        on = stands.first_within(spans) if stands and otherwise else None
        made = _entry(ask, row, before, on)
        return replace(made, heading=(line(bold(headed[at])), *made.heading)) if at in headed else made

    return Entries(
        len(rows),
        entry,
        lambda at: ask.lookup.task(place(rows[at])),
    )


def _entry(ask: Ask, row: int, before: int | None, on: Occurrence | None) -> Entry:
    index = ask.register.index
    place, above = index.place(row), None if before is None else index.place(before)
    citation, loaded = ask.lookup.task(place), ask.lookup.snapshot.plans[place[0]]
    same_plan = above is not None and above[0] == place[0]
    heading: list[Line] = []
    if len(ask.plans) > 1 and not same_plan:
        heading.append(line(bold(plan_name(loaded.plan.heading, loaded.plan.source))))
    section = index.task(before).section if before is not None and (same_plan or len(ask.plans) == 1) else ()
    if citation.item.section and citation.item.section != section:
        heading.append(line(italic(" › ".join(citation.item.section))))
    lines = list_lines(citation, loaded, today=ask.context.today, progress=ask.progress(citation), on=on)
    return Entry(lines, citation, tuple(heading))


def names_of(ask: Ask) -> dict[int, frozenset[str]]:
    """The printed names of the units that are asked about, by the position of the plan.

    Where no plan is named they are those of the office whose unit a command would take it for.
    """
    customs, asked = ask.context.customs, frozenset(ask.plans)
    names = {plan: found for plan, found in names_anywhere(ask).items() if plan in asked}
    if not customs.aliases or not names:
        return names
    return dict(ask.roster.around(names, asked, customs.office).own)


def names_anywhere(ask: Ask) -> Mapping[int, frozenset[str]]:
    """The same in all plans, as one that does not print a unit may have rows that an admin gave it."""
    any_office = ask.query.scope.named or ask.before.plans
    return together(unit.names if any_office else ask.roster.of_nearest_office(unit.names) for unit in ask.query.units)


def shared_names_of(ask: Ask) -> dict[int, frozenset[str]]:
    """The collective names of the plans that are asked which hold the units asked about."""
    names, asked = names_of(ask), frozenset(ask.plans)
    shared = ask.roster.around(names, asked & frozenset(names), ask.context.customs.office).shared
    return {plan: held for plan, held in shared.items() if plan in asked}


def units_name(ask: Ask) -> str:
    """The units as the plans print them."""
    joint = " và " if ask.query.together else " hoặc "
    named = dict.fromkeys(unit_name(ask, (unit,)) for unit in ask.query.units)
    return joint.join(named) + (" cùng" if ask.query.together and len(named) > 1 else "")


def unit_name(ask: Ask, units: Sequence[UnitMention]) -> str:
    """The shortest printed name of units in the plans asked, else in any; of numbered ones one for each number."""
    if heads := [unit.head for unit in units if unit.head]:
        return " hoặc ".join(f"các {head}" for head in dict.fromkeys(heads))
    asked = frozenset(ask.plans)
    printed = [(plan in asked, name) for unit in units for plan, names in unit.names.items() for name in names]
    found = {name for here, name in printed if here} or {name for _, name in printed}
    names: dict[str, str] = {}
    for name in sorted(found, key=lambda n: (len(n), n)):
        names.setdefault(" ".join(_FIGURE.findall(name)), name)
    return " hoặc ".join(sorted(names.values())) if names else " ".join(word for unit in units for word in unit.words)


_FIGURE = re.compile(r"\d+")


def group_name(ask: Ask, name: str) -> str:
    """A group as it is said: a plan by its name."""
    if not name.isdigit():
        return name
    heading = ask.lookup.snapshot.plans[int(name)].plan
    return plan_name(heading.heading, heading.source)
