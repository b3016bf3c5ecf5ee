"""Questions about many rows: a unit's tasks, what falls due, how many, what is overdue, what a unit must do."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from knowledge.answers.ask import Ask
from knowledge.answers.groups import answer_groups, answer_without, rows_of, where
from knowledge.answers.list_topic import about, not_understood, with_topic
from knowledge.answers.list_words import entries_of, names_of, shared_names_of, task_at, unit_name, units_name, what_of
from knowledge.answers.selection import Row, at_the_end, select
from knowledge.deadlines.periods import Period, Relation
from knowledge.model import State, TaskKind
from knowledge.questions.constraints import Operator
from knowledge.questions.query import Intent
from knowledge.reply import Answer, Citation
from knowledge.tasks.standing import CLOSED, DONE, STATE_LABELS
from knowledge.tasks.task_index import Place
from knowledge.units.mentions import UnitMention
from knowledge.wording import courtesy, listing, unit_names
from knowledge.wording.rows import line

_SOON = 30  # days that "sắp đến hạn" looks ahead


def answer_list(ask: Ask) -> Answer:
    """The answer to a question for a list or its count."""
    query = ask.query
    if query.period and query.period.doubt:
        return ask.abstain(line(courtesy.time_unknown(query.period.doubt)))
    if query.strange_unit:
        return ask.abstain(unit_names.unknown_unit(query.strange_unit))
    if query.units and not names_of(ask):
        return ask.abstain(unit_names.unknown_unit(unit_name(ask, query.units)))
    period = _reach(query.period or _by_clock(ask), ask)
    rows = select(rows_of(ask, _of_tables(ask, _places(ask, period))), where(ask))
    left = not_understood(ask, rows)
    ask = with_topic(ask, rows)
    said = _with_shared(_carried_out(ask, about(ask, rows), period), ask, period)
    if left and not said.abstained:
        return replace(said, head=(*said.head, listing.not_understood(left)), tentative=True)
    return said


def _with_shared(said: Answer, ask: Ask, period: Period | None) -> Answer:
    """A unit's list or count that says how many rows beside its own are given to several units at once."""
    names = shared_names_of(ask) if ask.query.units and ask.query.operator is Operator.ROWS else {}
    if not names:
        return said
    unit = UnitMention(0, 0, (), names, group=True)
    shared = replace(ask, query=replace(ask.query, units=(unit,)))
    rows = select(rows_of(shared, _of_tables(shared, _places(shared, period))), where(shared))
    own = set(_places(ask, period))
    rows = [row for row in about(ask, rows) if row.place not in own]
    if not rows:
        return said
    printed = sorted({name for found in names.values() for name in found})
    return replace(said, foot=(*said.foot, unit_names.also_shared(len(rows), printed)))


def _carried_out(ask: Ask, rows: Sequence[Row], period: Period | None) -> Answer:
    """What the query does with the rows that it selects."""
    operator = ask.query.operator
    if operator in (Operator.EARLIEST, Operator.LATEST):
        rows = at_the_end(rows, ask.context.today, latest=operator is Operator.LATEST)
    elif operator is Operator.WITHOUT:
        return answer_without(ask, rows, rows_of(ask, _of_tables(ask, _all(ask))))
    elif operator is not Operator.ROWS and rows:
        return answer_groups(ask, rows)
    places = [row.place for row in rows]
    current = _current(ask, places)
    said = _listed(ask, current, period) if current else _none(ask, period)
    if len(current) == len(places):
        return said
    foot = listing.past_overdue(len(places) - len(current))
    return replace(said, foot=(*said.foot, foot), choices=(*said.choices, listing.all_overdue()))


def _reach(period: Period | None, ask: Ask) -> Period | None:
    """A time that a list goes up to ("đến hết tháng 1") with the rows of such plans that are due before its year."""
    if period is None or period.relation is not Relation.BY or {"đầu", "dau", "nay"} & set(ask.query.words):
        return period
    return replace(period, first=period.first.replace(year=period.first.year - 1, month=1, day=1))


def _current(ask: Ask, places: Sequence[Place]) -> list[Place]:
    """Of rows overdue those of plans in force, where no plan is named and there are such plans."""
    query, year = ask.query, ask.context.today.year
    past = {plan for plan in ask.plans if ask.lookup.years(plan) and max(ask.lookup.years(plan)) < year}
    if query.intent is not Intent.OVERDUE or query.period or query.scope.named or ask.before.plans or query.every_plan:
        return list(places)
    return [p for p in places if p[0] not in past] if past < set(ask.plans) else list(places)


def answer_progress(ask: Ask) -> Answer:
    """How far the rows of a unit, or all, are."""
    places = _of_tables(ask, _places(ask, ask.query.period))
    if not places:
        return _none(ask, None)
    found = ask.register.counts(ask.register.rows(places))
    counts = tuple((label, found.get(state, 0)) for state, label in STATE_LABELS.items())
    head = listing.progress_head(counts, len(places), units_name(ask))
    finished = [ask.lookup.task(place) for place in places if _state(ask, place) in DONE]
    return Answer(ask.query.intent.value, (head,), entries_of(ask, finished))


def answer_duties(ask: Ask) -> Answer:
    """What the running text gives a unit to do, then what it chairs in the tables."""
    places = list(ask.lookup.tasks_of(names_of(ask), "lead"))
    prose = [p for p in places if task_at(ask, p).kind is TaskKind.PROSE]
    chosen = prose or places
    if not chosen:
        return _none(ask, None)
    head = listing.list_head(len(chosen), listing.list_what(unit=units_name(ask), role="lead", period=None, topic=""))
    return Answer(ask.query.intent.value, (head,), entries_of(ask, [ask.lookup.task(p) for p in chosen]))


def _places(ask: Ask, period: Period | None) -> list[Place]:
    """The rows by unit, role, time and state."""
    query = ask.query
    role = query.role if query.units else None
    places = list(ask.lookup.tasks_of(names_of(ask), role)) if query.units else _all(ask)
    if query.intent is Intent.OVERDUE:
        late = [place for place in places if _state(ask, place) is State.OVERDUE]
        if period and period.relation is Relation.BY and period.last >= ask.context.today:
            return late  # "đến hôm nay" is what overdue means anyway
        within = set(_due(ask, period)) if period else set(late)
        return [place for place in late if place in within]
    if period is None:
        return places
    wanted = set(places)
    due = _due(ask, period)
    if query.soon_or_open:
        due = [place for place in due if _state(ask, place) not in CLOSED]
    return [place for place in due if place in wanted]


def _due(ask: Ask, period: Period) -> list[Place]:
    """The rows with a date in force in the period, of the plans that are asked, by that date."""
    register = ask.register
    places = map(register.place, register.due_within(period.first, period.last))
    return sorted(
        (place for place in places if place[0] in ask.plans),
        key=lambda place: _first_day(ask, ask.lookup.task(place), period),
    )


def _all(ask: Ask) -> list[Place]:
    return [(plan, item) for plan in ask.plans for item in range(len(ask.lookup.snapshot.plans[plan].plan.tasks))]


def _of_tables(ask: Ask, places: Sequence[Place]) -> list[Place]:
    """Rows of tables only, where the list is of tasks and the plan has a table; a list by days has duties as well."""
    query = ask.query
    with_prose = query.intent in (Intent.DUE, Intent.OVERDUE) or query.period is not None
    with_prose = with_prose and query.operator is Operator.ROWS
    if with_prose and not query.table_only:
        return list(places)
    tabled = {plan for plan in ask.plans if ask.lookup.has_table(plan)}
    if query.table_only:
        return [p for p in places if task_at(ask, p).kind is TaskKind.TABLE]
    rows = [p for p in places if p[0] not in tabled or task_at(ask, p).kind is TaskKind.TABLE]
    chaired = query.role == "coordinate" or not query.units or any(_chairs(ask, place) for place in rows)
    return rows if chaired else list(places)


def _chairs(ask: Ask, place: Place) -> bool:
    """Whether a unit that is asked about chairs a row; where none does, its duties in running text are listed too."""
    return bool(set(task_at(ask, place).lead) & names_of(ask).get(place[0], frozenset()))


def _by_clock(ask: Ask) -> Period | None:
    if ask.query.intent is not Intent.DUE:
        return None
    today = ask.context.today
    return Period(today, today + timedelta(days=_SOON), f"{_SOON} ngày tới")


def _state(ask: Ask, place: Place) -> State:
    """How a row stands today."""
    return ask.register.state(ask.register.index.row(place))


def _listed(ask: Ask, places: Sequence[Place], period: Period | None) -> Answer:
    what = what_of(ask, period)
    citations = [ask.lookup.task(place) for place in places]
    if period:
        citations.sort(key=lambda c: _first_day(ask, c, period))
    entries = entries_of(ask, _grouped(citations))
    return Answer(ask.query.intent.value, (listing.list_head(len(entries), what),), entries)


def _first_day(ask: Ask, citation: Citation, period: Period) -> date:
    """The first date in force within the period."""
    entry = ask.register.find(citation.ref)
    return (
        next((o.due for o in entry.occurrences if period.first <= o.due <= period.last), period.last)
        if entry
        else period.last
    )


def _grouped(citations: Iterable[Citation]) -> list[Citation]:
    """By plan, keeping the order within each."""
    by_plan: dict[str, list[Citation]] = {}
    for citation in citations:
        by_plan.setdefault(citation.stem, []).append(citation)
    return [citation for found in by_plan.values() for citation in found]


def _none(ask: Ask, period: Period | None) -> Answer:
    query = ask.query
    lines = [listing.empty_list(what_of(ask, period))]
    if query.units and query.role and period is None:
        other = "coordinate" if query.role == "lead" else "lead"
        count = len(_of_tables(ask, list(ask.lookup.tasks_of(names_of(ask), other))))
        if count:
            lines.append(listing.other_role(units_name(ask), query.role, count))
    return ask.abstain(*lines)
