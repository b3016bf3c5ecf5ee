"""Questions about many rows: a unit's tasks, what falls due, how many, what is overdue, what a unit must do."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import item_words, topic_of
from knowledge.deadlines.periods import Period
from knowledge.model import State, Task, TaskKind
from knowledge.questions.concepts import held
from knowledge.questions.query import Intent
from knowledge.reply import Answer, Citation, Entry, Line
from knowledge.tasks.entry import Blank
from knowledge.tasks.standing import CLOSED, DONE, STATE_LABELS
from knowledge.tasks.task_index import Place
from knowledge.wording import phrases
from knowledge.wording.rows import bold, italic, line, list_lines, plan_name

_SOON = 30  # days that "sắp đến hạn" looks ahead
_MOST = 5  # units that are counted out where the busiest is asked for


def answer_list(ask: Ask) -> Answer:
    """The answer to a question for a list or its count."""
    query = ask.query
    if query.period and query.period.doubt:
        return ask.abstain(line(phrases.time_unknown(query.period.doubt)))
    if query.strange_unit:
        return ask.abstain(phrases.unknown_unit(query.strange_unit))
    if query.units and not _unit_plans(ask):
        return ask.abstain(phrases.unknown_unit(_unit(ask)))
    if query.busiest and not query.units:
        return _busiest(ask)
    period = query.period or _by_clock(ask)
    places = _about(ask, _of_tables(ask, _places(ask, period)))
    current = _current(ask, places)
    said = _listed(ask, current, period) if current else _none(ask, period)
    if len(current) == len(places):
        return said
    foot = phrases.past_overdue(len(places) - len(current))
    return replace(said, foot=(*said.foot, foot), choices=(*said.choices, phrases.all_overdue()))


def _current(ask: Ask, places: Sequence[Place]) -> list[Place]:
    """Of rows overdue those of plans in force, where no plan is named and there are such plans."""
    query, year = ask.query, ask.context.today.year
    past = {plan for plan in ask.plans if ask.guide.years(plan) and max(ask.guide.years(plan)) < year}
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
    head = phrases.progress_head(counts, len(places), _unit(ask))
    finished = [ask.guide.task(place) for place in places if _state(ask, place) in DONE]
    return Answer(ask.query.intent.value, (head,), _entries(ask, finished))


def answer_duties(ask: Ask) -> Answer:
    """What the running text gives a unit to do, then what it chairs in the tables."""
    places = list(ask.guide.tasks_of(_names(ask), "lead"))
    prose = [p for p in places if _task(ask, p).kind is TaskKind.PROSE]
    chosen = prose or places
    if not chosen:
        return _none(ask, None)
    head = phrases.list_head(len(chosen), phrases.list_what(unit=_unit(ask), role="lead", period=None, topic=""))
    return Answer(ask.query.intent.value, (head,), _entries(ask, [ask.guide.task(p) for p in chosen]))


def _busiest(ask: Ask) -> Answer:
    """The units with the most tasks in the role asked for, and the rows of the first."""
    places = _of_tables(ask, _places(ask, ask.query.period))
    by_unit: dict[str, list[Place]] = {}
    for place in places:
        task = _task(ask, place)
        names = task.coordinate if ask.query.role == "coordinate" else task.lead
        for name in dict.fromkeys(names):
            by_unit.setdefault(name, []).append(place)
    ranked = sorted(by_unit.items(), key=lambda unit: -len(unit[1]))
    if not ranked:
        return _none(ask, None)
    head = phrases.busiest_head([(name, len(found)) for name, found in ranked[:_MOST]], ask.query.role)
    return Answer(ask.query.intent.value, head, _entries(ask, [ask.guide.task(place) for place in ranked[0][1]]))


def _places(ask: Ask, period: Period | None) -> list[Place]:
    """The rows by unit, role, time and state."""
    query = ask.query
    role = query.role if query.units else None
    places = list(ask.guide.tasks_of(_names(ask), role)) if query.units else _all(ask)
    if query.intent is Intent.OVERDUE:
        late = [place for place in places if _state(ask, place) is State.OVERDUE]
        within = set(_due(ask, period)) if period else set(late)
        return [place for place in late if place in within]
    if query.blank:
        return _among(ask, places, ask.register.blank(Blank(query.blank)))
    if query.undated:
        return _among(ask, places, ask.register.undated())
    if period is None:
        return places
    wanted = set(places)
    due = _due(ask, period)
    if query.soon_or_open:
        due = [place for place in due if _state(ask, place) not in CLOSED]
    return [place for place in due if place in wanted]


def _among(ask: Ask, places: Sequence[Place], rows: Iterable[int]) -> list[Place]:
    wanted = set(map(ask.register.place, rows))
    return [place for place in places if place in wanted]


def _due(ask: Ask, period: Period) -> list[Place]:
    """The rows with a date in force in the period, of the plans that are asked, by that date."""
    register = ask.register
    places = map(register.place, register.due_within(period.first, period.last))
    return sorted(
        (place for place in places if place[0] in ask.plans),
        key=lambda place: _first_day(ask, ask.guide.task(place), period),
    )


def _all(ask: Ask) -> list[Place]:
    return [(plan, item) for plan in ask.plans for item in range(len(ask.guide.snapshot.plans[plan].plan.tasks))]


def _of_tables(ask: Ask, places: Sequence[Place]) -> list[Place]:
    """Rows of tables only, where the list is of tasks and the plan has a table; a list by days has duties as well."""
    query = ask.query
    with_prose = query.intent in (Intent.DUE, Intent.OVERDUE) or query.period is not None
    if with_prose and not query.table_only:
        return list(places)
    tabled = {plan for plan in ask.plans if ask.guide.has_table(plan)}
    if query.table_only:
        return [p for p in places if _task(ask, p).kind is TaskKind.TABLE]
    rows = [p for p in places if p[0] not in tabled or _task(ask, p).kind is TaskKind.TABLE]
    chaired = query.role == "coordinate" or not query.units or any(_chairs(ask, place) for place in rows)
    return rows if chaired else list(places)


def _chairs(ask: Ask, place: Place) -> bool:
    """Whether a unit that is asked about chairs a row; where none does, its duties in running text are listed too."""
    return bool(set(_task(ask, place).lead) & _names(ask).get(place[0], frozenset()))


def _about(ask: Ask, places: Sequence[Place]) -> list[Place]:
    """The rows that are about the topic, where there is one."""
    topic = topic_of(ask.query.topic, ask.guide)
    if not topic:
        return list(places)
    words = ((place, item_words(_task(ask, place))[-1:]) for place in places)
    return [place for place, whole in words if held(topic, whole) >= _WHOLE]


_WHOLE = 0.85  # share of a list's topic that a row has to hold


def _names(ask: Ask) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for unit in ask.query.units:
        for plan, names in unit.names.items():
            if plan in ask.plans:
                found.setdefault(plan, set()).update(names)
    return {plan: frozenset(names) for plan, names in found.items()}


def _unit_plans(ask: Ask) -> bool:
    return bool(_names(ask))


def _unit(ask: Ask) -> str:
    """The unit as the plans print it."""
    names = sorted({name for found in _names(ask).values() for name in found}, key=lambda n: (len(n), n))
    return names[0] if names else " ".join(word for unit in ask.query.units for word in unit.words)


def _task(ask: Ask, place: Place) -> Task:
    plan, item = place
    return ask.guide.snapshot.plans[plan].plan.tasks[item]


def _by_clock(ask: Ask) -> Period | None:
    if ask.query.intent is not Intent.DUE:
        return None
    today = ask.context.today
    return Period(today, today + timedelta(days=_SOON), f"{_SOON} ngày tới")


def _state(ask: Ask, place: Place) -> State:
    """How a row stands today."""
    return ask.register.state(ask.register.index.row(place))


def _listed(ask: Ask, places: Sequence[Place], period: Period | None) -> Answer:
    what = _what(ask, period)
    citations = [ask.guide.task(place) for place in places]
    if period:
        citations.sort(key=lambda c: _first_day(ask, c, period))
    entries = _entries(ask, _grouped(citations))
    return Answer(ask.query.intent.value, (phrases.list_head(len(entries), what),), entries)


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


def _entries(ask: Ask, citations: Sequence[Citation]) -> tuple[Entry, ...]:
    """One entry a row, under the names of plan and section where they change."""
    entries = []
    plan = ""
    section: tuple[str, ...] = ()
    several = len(ask.plans) > 1
    for citation in citations:
        heading: list[Line] = []
        if several and citation.stem != plan:
            loaded = ask.plan_of(citation)
            heading.append(line(bold(plan_name(loaded.plan.heading, loaded.plan.source))))
            section = ()
        if citation.item.section != section and citation.item.section:
            heading.append(line(italic(" › ".join(citation.item.section))))
        plan, section = citation.stem, citation.item.section
        lines = list_lines(citation, ask.plan_of(citation), today=ask.context.today, progress=ask.progress(citation))
        entries.append(Entry(lines, citation, tuple(heading)))
    return tuple(entries)


def _what(ask: Ask, period: Period | None) -> str:
    query = ask.query
    return phrases.list_what(
        unit=_unit(ask) if query.units else "",
        role=query.role,
        period=period,
        topic=" ".join(query.topic),
        state=_state_asked(ask),
    )


def _state_asked(ask: Ask) -> str:
    query = ask.query
    if query.blank:
        return "chưa có đơn vị chủ trì" if query.blank == "lead" else "chưa ghi thời hạn"
    return "đã quá hạn" if query.intent is Intent.OVERDUE else "không có ngày cụ thể" if query.undated else ""


def _none(ask: Ask, period: Period | None) -> Answer:
    query = ask.query
    lines = [phrases.empty_list(_what(ask, period))]
    if query.units and query.role and period is None:
        other = "coordinate" if query.role == "lead" else "lead"
        count = len(_of_tables(ask, list(ask.guide.tasks_of(_names(ask), other))))
        if count:
            lines.append(phrases.other_role(_unit(ask), query.role, count))
    return ask.abstain(*lines)
