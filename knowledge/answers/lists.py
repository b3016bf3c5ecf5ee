"""Questions about many rows: a unit's tasks, what falls due, how many, what is overdue, what a unit must do."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.charged_with import charged_with
from knowledge.answers.checking import with_verdict
from knowledge.answers.elsewhere import rows_elsewhere
from knowledge.answers.groups import answer_groups, answer_without, where
from knowledge.answers.list_topic import about, about_counted, not_left_out, not_understood, on_the_matter, with_topic
from knowledge.answers.list_words import entries_of, names_of, shared_names_of, unit_name, units_name, what_of
from knowledge.answers.many_units import answer_many_units
from knowledge.answers.meant_rows import meant_rows
from knowledge.answers.meant_units import with_meant_unit, with_unit_in_part
from knowledge.answers.ordering import at_the_end, by_day, by_plan
from knowledge.answers.plans_meant import of_late_rows, of_the_plan, parts_past, without_past
from knowledge.answers.relaxed import of_everybody_in_part, relaxed
from knowledge.answers.rows_asked import (
    duties_behind,
    of_tables,
    of_units_asked,
    rows_asked,
    rows_selected,
    tabled_and_all,
)
from knowledge.answers.sums import answer_sums
from knowledge.answers.unit_rows import coming_round, of_days, own_plans, parts
from knowledge.deadlines.periods import Period, Relation
from knowledge.language.text import folded
from knowledge.number_sets import common, without
from knowledge.questions.constraints import Kind, Operator, beside_tables
from knowledge.questions.query import ROLES, Intent
from knowledge.reply import Answer, Line
from knowledge.tasks.register import Register
from knowledge.tasks.standing import DONE, STATE_LABELS
from knowledge.tasks.task_index import Rows
from knowledge.units.mentions import UnitMention
from knowledge.wording import courtesy, listing, plan_facts, unit_names
from knowledge.wording.rows import line

_NAMED = 3  # rows that are named where a list has none
_SOON = 30  # days that "sắp đến hạn" looks ahead


def answer_list(ask: Ask) -> Answer:
    """The answer to a question for a list or its count; where it has no row perhaps that to less of its words."""
    other = with_unit_in_part(ask)
    said = _perhaps(other) if other else _refused(ask) or _of_rows(ask)
    if not said.abstained:
        return said
    if (other := charged_with(ask) or of_everybody_in_part(ask)) and not (beside := _of_rows(other)).abstained:
        return replace(beside, head=(said.head[0], *beside.head), tentative=beside.tentative or not other.query.units)
    answers = ((_of_rows(less), words) for less, words in relaxed(ask))
    found = next((each for each in answers if not each[0].abstained), None)
    return _without(*found) if found else said


def _without(said: Answer, words: str) -> Answer:
    """The list that goes without some words of the question."""
    return replace(said, head=(*said.head, listing.not_understood(words)), tentative=True)


def _of_rows(ask: Ask) -> Answer:
    """The answer of a list that nothing refuses."""
    query = of_the_plan(ask.query, frozenset(names_of(ask)) or ask.plans, ask.register)
    ask = replace(ask, query=query)
    period = _reach(query.period or _by_clock(ask), ask)
    rows = rows_asked(ask, period)
    left, kept = not_understood(ask, rows), not_left_out(ask, rows)
    whole, ask = ask, with_topic(ask, rows)
    ask, every = about_counted(ask, rows)
    every = every if len(every) else duties_behind(ask)
    other = with_meant_unit(whole) if left or kept or not len(every) else None
    if other:
        return _perhaps(other)
    if not len(every) and len(meant := meant_rows(ask, rows)):
        head = (listing.empty_list(what_of(ask, period)), listing.near_in_meaning(len(meant)))
        return Answer(query.intent.value, head, entries_of(ask, meant), tentative=True)
    own = _carried_out(ask, every, period)
    shared = _with_shared(own, ask, period)
    beside = len(shared.head) > len(own.head) or len(_coming_round(ask)) > 0
    doubt = listing.not_understood(left) if left else listing.not_left_out(kept) if kept else _of_whom(ask)
    if doubt is None:
        return with_verdict(ask, shared, len(every), beside=beside)
    if shared.abstained:
        return shared  # of a question that was not understood whole nothing is said to be so
    return replace(shared, head=(*shared.head, doubt), tentative=True)


def _perhaps(ask: Ask) -> Answer:
    """The list of a unit that may be meant."""
    said = answer_list(ask)
    return replace(said, head=(unit_names.perhaps_unit(units_name(ask)), *said.head), tentative=True)


def _of_whom(ask: Ask) -> Line | None:
    """That the list is of every unit, where a role is said and nobody who has it ("chủ trì mấy việc trong bảng")."""
    query = ask.query
    named = query.topic or query.units or any(c.units or c.role or c.kind is Kind.BLANK for c in query.where)
    said = [" ".join(map(folded, query.words[c.start : c.end])) for c in query.cues if c.kinds & {*ROLES, "who"}]
    asked = any(_WHO.search(words) for words in said)  # "liệt kê nhiệm vụ và đơn vị chủ trì"
    whole = query.operator is Operator.ROWS and not (named or asked)
    return listing.of_every_unit(query.role) if query.role and whole else None


_WHO = re.compile(r"\b(?:ai|don vi|co quan|phong|so)\b")


def _refused(ask: Ask) -> Answer | None:
    """Why there is no list: a time that is none, a unit that no plan has, or none of those asked."""
    query = ask.query
    if time := next((time for time in query.periods if time.doubt), None):
        return ask.abstain(line(courtesy.time_unknown(time.doubt, time.today)))
    if query.strange_unit:
        named = folded(query.strange_unit)  # a plan that is not asked may have a unit called so
        nearest = tuple(name for name in ask.roster.nearest(query.strange_unit) if folded(name) != named)
        return ask.abstain(unit_names.unknown_unit(query.strange_unit, nearest))
    if query.units and not names_of(ask) and not len(of_units_asked(ask, None)):
        return ask.abstain(unit_names.unknown_unit(unit_name(ask, query.units)))
    return None


def _with_shared(said: Answer, ask: Ask, period: Period | None) -> Answer:
    """A unit's list or count that says how many rows beside its own are given to several units at once."""
    if not ask.query.units or ask.query.operator is not Operator.ROWS or ask.query.table_only:
        return said
    names = shared_names_of(ask)
    shared = replace(ask, query=replace(ask.query, units=(UnitMention(0, 0, (), names, group=True),)))
    found = parts(*tabled_and_all(ask, period), *tabled_and_all(shared, period))
    prose = without(about(ask, found.prose), duties_behind(ask))
    beside = len(about(ask, found.shared)), len(prose)
    printed = sorted({name for each in names.values() for name in each})
    more = unit_names.beside(*beside, printed if beside[0] else ())
    own = unit_names.own_plans(own_plans(ask.query, names_of(ask), ask.roster, ask.register))
    return replace(said, head=(*said.head, *(note for note in (more, own) if note)))


def _carried_out(ask: Ask, every: Rows, period: Period | None) -> Answer:
    """What the query does with the rows that it selects; late ones of past years are told beside."""
    if not of_late_rows(ask.query) or ask.before.plans or not parts_past(ask.query):
        return _done(ask, every, period)
    rows = common(every, ask.register.of_plans(without_past(ask.plans, ask.register)))
    said = _done(ask, rows, period)
    past = len(_late_everywhere(ask, period)) - len(rows)
    if not past:
        return said
    return replace(said, foot=(*said.foot, listing.past_overdue(past)), choices=(*said.choices, listing.all_overdue()))


def _late_everywhere(ask: Ask, period: Period | None) -> Rows:
    """The rows asked for in all plans, those of past years too."""
    every = ask if ask.context.plan else replace(ask, plans=tuple(range(len(ask.lookup.snapshot.plans))))
    return about(every, rows_asked(every, period))


def _done(ask: Ask, rows: Rows, period: Period | None) -> Answer:
    operator = ask.query.operator
    if operator in (Operator.EARLIEST, Operator.LATEST):
        times, latest = ((period, *ask.query.also) if period else ()), operator is Operator.LATEST
        rows = at_the_end(ask.register, rows, times, latest=latest, first=ask.query.first)
    elif operator is Operator.WITHOUT:
        return answer_without(ask, rows, of_tables(ask, ask.register.of_plans(ask.plans)))
    elif ask.query.measure == "units" and len(rows):
        return answer_many_units(ask, rows)
    elif ask.query.measure and len(rows):
        return answer_sums(ask, rows)
    elif operator is not Operator.ROWS and len(rows) and (groups := answer_groups(ask, rows)):
        return groups
    return _listed(ask, rows, period) if len(rows) else _none(ask, period)


def _reach(period: Period | None, ask: Ask) -> Period | None:
    """A time that a list goes up to ("đến hết tháng 1") with the rows of such plans that are due before its year."""
    if period is None or period.relation is not Relation.BY or {"đầu", "dau", "nay"} & set(ask.query.words):
        return period
    return replace(period, first=period.first.replace(year=period.first.year - 1, month=1, day=1))


def answer_progress(ask: Ask) -> Answer:
    """How far the rows of a unit, or all, are."""
    rows = of_tables(ask, rows_selected(ask, ask.query.period))
    if not len(rows):
        return _none(ask, None)
    found = ask.register.counts(rows)
    counts = tuple((label, found.get(state, 0)) for state, label in STATE_LABELS.items())
    head = listing.progress_head(counts, len(rows), units_name(ask))
    finished = common(rows, ask.register.in_state(*DONE))
    return Answer(ask.query.intent.value, (head,), entries_of(ask, finished))


def answer_duties(ask: Ask) -> Answer:
    """What the running text gives a unit to do, then what it chairs in the tables where it is asked what it was given.

    Who asks for its responsibility ("trách nhiệm", "vai trò") means what is written of it, where anything is.
    """
    if refusal := _refused(ask):
        return refusal
    rows = on_the_matter(ask, of_units_asked(ask, "lead"))
    prose = common(rows, ask.register.prose())
    responsible = len(prose) and _RESPONSIBLE.search(" ".join(map(folded, ask.query.words)))
    tabled = rows[:0] if responsible or beside_tables(ask.query.where) else without(rows, prose)
    chosen = np.concatenate([prose, tabled])
    if not len(chosen):
        return _none(ask, None)
    head = listing.list_head(len(chosen), listing.list_what(unit=units_name(ask), role="lead", topic=""))
    told = listing.parts_of_days(len(tabled), 0, len(prose)) if len(tabled) else None
    return Answer(ask.query.intent.value, (head, *filter(None, (told,))), entries_of(ask, chosen))


_RESPONSIBLE = re.compile(r"\b(?:trach nhiem|nghia vu|vai tro|to chuc thuc hien)\b")  # "được phân công gì" is of all


def _year_without_plan(ask: Ask, period: Period) -> str:
    """The plan that a time would be looked for in, where no plan that is asked is for any year of it."""
    years = ask.lookup.years_of(ask.plans)
    asked = range(period.first.year, period.last.year + 1)
    return f"kế hoạch năm {asked[-1]}" if years and years.isdisjoint(asked) else ""


def _by_clock(ask: Ask) -> Period | None:
    if ask.query.intent is not Intent.DUE:
        return None
    today = ask.context.today
    return Period(today, today + timedelta(days=_SOON), f"{_SOON} ngày tới")


def _listed(ask: Ask, rows: Rows, period: Period | None) -> Answer:
    if period is None:
        ranked = ask.query.operator in (Operator.EARLIEST, Operator.LATEST)
        more = (listing.same_day_too(ask.query.first),) if ranked and 0 < ask.query.first < len(rows) else ()
        duties = without(duties_behind(ask), rows)
        headed = {len(rows): listing.IN_TEXT} if len(duties) else {}
        told = (listing.in_text_too(len(duties)),) if len(duties) else ()
        entries = entries_of(ask, np.concatenate([rows, duties]), headed=headed)
        return Answer(ask.query.intent.value, (_first_line(ask, rows, period), *told, *more), entries)
    times, register = (period, *ask.query.also), ask.register
    found, again = of_days(register, rows, times), _coming_round(ask)
    counted = by_plan(register, _by_days(register, (found.dated, found.yearly, found.prose), times))
    counts = len(found.dated), len(found.yearly), len(found.prose)
    notes = listing.parts_of_days(*counts), listing.recurring_beside(len(again))
    head = (_first_line(ask, rows, period), *(note for note in notes if note))
    headed = {len(counted): listing.RECURRING} if len(again) else {}
    entries = entries_of(ask, np.concatenate([counted, again]), times, headed)
    return Answer(ask.query.intent.value, head, entries, beside=len(again))


def _first_line(ask: Ask, rows: Rows, period: Period | None) -> Line:
    ask, led = _in_its_role(ask, rows)
    if any("portion" in cue.kinds for cue in ask.query.cues):
        return listing.share_head(len(rows), len(_whole(ask)), what_of(ask, period))
    return listing.list_head(len(rows), what_of(ask, period), led)


def _coming_round(ask: Ask) -> Rows:
    """The rows that come round in the time that is asked about, of which no plan says the day."""
    every = ask.selector.select(of_tables(ask, rows_selected(ask, None)), where(ask))
    return about(ask, coming_round(ask.query, ask.register, every))


def _by_days(register: Register, parts_: Sequence[Rows], times: Sequence[Period]) -> Rows:
    """The rows of one part after the other, each by its days."""
    days = [day for time in times for day in (time.first, time.last)]
    return np.concatenate([by_day(register, part, min(days), max(days)) for part in parts_])


def _in_its_role(ask: Ask, rows: Rows) -> tuple[Ask, int | None]:
    """How many of a unit's rows it chairs, where no role is said and it has both; else the role that it has in all."""
    query = ask.query
    if not query.units or query.role or query.together:
        return ask, None
    led = len(common(rows, ask.register.of_units(names_of(ask), "lead")))
    if 0 < led < len(rows):
        return ask, led
    return replace(ask, query=replace(query, role="lead" if led else "coordinate")), None


def _whole(ask: Ask) -> Rows:
    """The rows that a share is of: those of the units or plans, however they stand."""
    query = ask.query
    return of_tables(ask, of_units_asked(ask, query.role) if query.units else ask.register.of_plans(ask.plans))


def _none(ask: Ask, period: Period | None) -> Answer:
    query = ask.query
    if period and (missing := _year_without_plan(ask, period)):
        return plan_facts.not_loaded(query.intent.value, missing, ask.lookup.snapshot.plans)
    lines = [listing.empty_list(what_of(ask, period))]
    if len(again := _coming_round(ask)):
        tasks = [ask.register.index.task(int(row)) for row in again[:_NAMED]]
        lines.append(listing.without_a_day(len(again), [task.task or task.activity or "" for task in tasks]))
    return ask.abstain(*lines, *rows_elsewhere(ask, period))
