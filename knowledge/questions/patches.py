"""What a new turn takes from the conversation: each turn is a query of its own, or a patch on the one before.

A turn that leaves its topic out ("còn ai phối hợp?") is about the row that was cited last; one that leaves the question
out ("còn quý IV thì sao?") asks the same of something else; one that names a topic starts anew, except that the plan
that was named stays until another is. Where the last turn was not answered, a turn about the same stays unanswered.
"""

from dataclasses import replace
from typing import TypedDict

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.added_to_list import added, adds, role_meant
from knowledge.questions.among_shown import (
    among_the_shown,
    at_its_own_time,
    beside_the_shown,
    but_the_shown,
    for_all_plans,
    goes_on_in_time,
    goes_on_with_unit,
    is_within,
    led,
    of_a_part,
    of_those_ranked,
    with_unit_among,
)
from knowledge.questions.constraints import Constraint, Kind, Operator, patched
from knowledge.questions.conversation import Conversation
from knowledge.questions.each_shown import of_each_shown
from knowledge.questions.in_common import said_in_common
from knowledge.questions.left_of_list import but_the_left_out
from knowledge.questions.plan_costs import COST
from knowledge.questions.query import FIELDS, LISTS, Intent, Query, names_nothing
from knowledge.questions.row_openings import points_at_the_rows
from knowledge.questions.same_figure import next_of_its_kind, of_a_stretch, same_figure
from knowledge.questions.sides_before import with_sides_before
from knowledge.questions.statements import at_level, is_level
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import bare_kinds

_SHORT = 5  # words up to which a topic that goes on ("còn báo cáo năm") is understood with the one before
_ALONE = (Intent.SMALLTALK, Intent.MEANING, Intent.PLANS, Intent.UNITS)


def carry(query: Query, talked: Conversation) -> Query:
    """The query with what it leaves out taken from the turns before."""
    before = _as_list(talked.query)
    if query.intent in _ALONE or query.sets_plans_beside:
        return query
    query = with_sides_before(among_the_shown(but_the_shown(query, talked), talked), talked)
    if before is None and _picks(query, talked):
        return replace(query, where=(*query.where, Constraint(Kind.SHOWN, words=talked.shown)))
    if before is None:
        about = talked.shown and names_nothing(query)
        return replace(query, stay=True) if about else _of_a_plan(query)
    if before.intent is Intent.PLANS or (before.intent is Intent.OVERVIEW and query.scope.named):
        return _of_a_plan(query)
    before = at_its_own_time(query, beside_the_shown(query, for_all_plans(query, before)))
    before = _of_all_times(query, of_those_ranked(query, before), talked.beside)
    return _patched_by(query, but_the_left_out(before, query.where))


def _of_all_times(query: Query, before: Query, first: Query | None) -> Query:
    """The query before without its time, where the sum of a unit is asked for whose list was shown before that.

    As in "Phòng A chủ trì việc gì", "việc nào hạn quý 1", "thế tổng Phòng A mấy việc".
    """
    same = first is not None and not first.periods and bool(_names(query) & _names(first))
    if not same or query.periods or before.intent not in LISTS or _TOTAL.isdisjoint(map(folded, query.words)):
        return before
    intent = Intent.TASKS if before.intent is Intent.DUE else before.intent
    return replace(before, intent=intent, period=None, also=(), falls_due=False)


def _names(query: Query) -> set[str]:
    """The printed names of the units of a query."""
    return {name for unit in query.units for names in unit.names.values() for name in names}


_TOTAL = frozenset({"tong", "thay"})  # of "tổng cộng", "cả thảy", "hết thảy"


def _as_list(before: Query | None) -> Query | None:
    """What was asked before; what a unit was given is gone on with as the list of what it chairs.

    Where plans were set beside each other by what they cost, it is what a plan costs.
    """
    if before and before.sets_plans_beside:
        of_one = replace(before, operator=Operator.ROWS, measure="", compare=False)
        return replace(of_one, intent=Intent.BUDGET, asks=(Intent.BUDGET,), topic=COST[True])
    duty = before is not None and before.intent is Intent.DUTY
    return replace(before, intent=Intent.TASKS, role="lead") if before and duty else before


def _picks(query: Query, talked: Conversation) -> bool:
    """Whether a list is asked for among the rows of a message that answered no question, or none that is remembered."""
    return len(talked.shown) > 1 and query.intent in LISTS and (query.again or query.back)


def _patched_by(query: Query, before: Query) -> Query:
    """The query before with what a new turn says in its place, or the new query where it stands by itself."""
    if adds(query, before):
        return added(query, before)
    query = of_a_stretch(with_unit_among(of_each_shown(of_a_part(query), before), before), before)
    if names_nothing(query) or _says_it_again(query, before):
        return _same_topic(query, before)
    asked_so = next_of_its_kind(query, before) or same_figure(query, before) or _claimed_of_another(query, before)
    if asked_so:
        return asked_so
    if query.intent is Intent.GENERAL and query.again:
        return _same_question(query, before)
    back = query.back or points_at_the_rows(query.words)
    alone = back or goes_on_in_time(query) or goes_on_with_unit(query)
    if query.intent in LISTS and (query.again or (before.intent in LISTS and alone)):
        return _narrowed(query, before)
    return replace(query, stay=not query.again)


def _claimed_of_another(query: Query, before: Query) -> Query | None:
    """What was to be confirmed of one unit, of another one ("có công an tham gia không", "trạm y tế thì sao")."""
    claim = before.claim
    said = {folded(word) for unit in query.units for word in unit.words}
    if claim is None or len(claim.units) != 1 or len(query.units) != 1 or not query.again or query.asks:
        return None
    if not said.issuperset(map(folded, query.topic)) or query.intent in LISTS:
        return None
    other = replace(claim, units=(replace(claim.units[0], unit=query.units[0]),))
    return replace(query, intent=before.intent, asks=before.asks, claim=other, topic=before.topic, units=(), stay=True)


def _says_it_again(query: Query, before: Query) -> bool:
    """Whether a field is asked with no topic but words of the turn before ("vậy học vào tháng nào?")."""
    said = set(map(folded, query.topic)) <= set(map(folded, before.words))
    return said and query.intent in FIELDS and len(query.topic) <= _FEW and not (query.scope.named or query.units)


_FEW = 2  # words of a topic that is only said again


def of_row(query: Query, talked: Conversation, ref: str) -> Query:
    """The query asked of a row that was pointed at; of an empty ref where the list has no such row.

    Where nothing is asked, it is what was asked before, or the whole row.
    """
    before = talked.query
    intent = _OF_ONE_ROW.get(query.intent, query.intent)
    asks = query.asks if query.intent in FIELDS else (intent,)
    if intent not in FIELDS:
        again = before if query.again and before and before.intent in FIELDS else None
        intent, asks = (again.intent, again.asks) if again else (Intent.GENERAL, ())
    return Query(
        intent,
        query.scope,
        asks=asks,
        claim=query.claim,
        row=ref,
        stay=True,
        words=query.words,
        mended=query.mended,
        cues=query.cues,
        spans=query.spans,
    )


_OF_ONE_ROW = {Intent.DUE: Intent.DEADLINE, Intent.OVERDUE: Intent.STATE, Intent.PROGRESS: Intent.STATE}


def _of_a_plan(query: Query) -> Query:
    """A query with nothing before it; a plan alone is asked what it is."""
    named = query.scope.named or any("this_plan" in cue.kinds for cue in query.cues)
    alone = query.intent is Intent.GENERAL and query.scope.plans and names_nothing(query)
    alone = alone and not (query.scope.several and said_in_common(query.words))  # "A với B có lệch quý không"
    return replace(query, intent=Intent.OVERVIEW) if named and alone else query


def _narrowed(query: Query, before: Query) -> Query:
    """The list of before, in what the new turn leaves out."""
    query = replace(
        query,
        units=query.units or _not_named_again(query, before),
        role=role_meant(query, before),
        table_only=query.table_only or before.table_only,
        falls_due=query.falls_due or before.falls_due,
        where=patched(query.where, before.where),
    )
    if before.intent not in LISTS:
        return query
    kept = query.intent in (Intent.TASKS, Intent.COUNT, Intent.DUE) and not query.soon_or_open
    return replace(
        query,
        intent=before.intent if kept and before.intent in (Intent.DUE, Intent.OVERDUE) else query.intent,
        topic=query.topic or before.topic,
        **_times(query, before if kept else None),
    )


def _not_named_again(query: Query, before: Query) -> tuple[UnitMention, ...]:
    """The units of before but those that are now said in a role of their own ("… ghi tên Phòng A ở cột phối hợp")."""
    if query.operator in (Operator.MOST, Operator.FEWEST) and query.by == "unit" and query.role != "coordinate":
        return ()  # ranked in the rows that it chairs a unit would be the first
    named = [unit.names for one in query.where if one.kind is Kind.UNIT and one.include for unit in one.units]
    return tuple(unit for unit in before.units if unit.names not in named)


class _Times(TypedDict):
    period: Period | None
    also: tuple[Period, ...]


def _times(query: Query, before: Query | None) -> _Times:
    """The times of a query, else those of the one before; a year that puts right is that of the time before."""
    year = query.period if query.corrects and query.period and query.period.is_year and not query.period.finer else None
    if year and before and before.period and before.period.finer and not query.also:
        return _Times(period=before.period.in_year(year.last.year), also=())
    told = query if query.period or before is None else before
    return _Times(period=told.period, also=told.also)


def _same_topic(query: Query, before: Query) -> Query:
    """A new question about what was talked of."""
    if query.intent in LISTS or (query.intent is Intent.GENERAL and before.intent in LISTS):
        return replace(
            query,
            intent=_state_kept(query, before),
            topic=before.topic if before.intent in LISTS else (),
            units=_not_named_again(query, before),
            role=role_meant(query, before),
            **_times(query, None if query.soon_or_open and not query.where else before),
            table_only=query.table_only or before.table_only,
            falls_due=query.falls_due or before.falls_due,
            where=patched(query.where, before.where),
        )
    if query.intent is Intent.GENERAL:
        query = replace(query, intent=before.intent, asks=before.asks, facts=before.facts)
    return replace(query, topic=before.topic, units=before.units, stay=True)


def _state_kept(query: Query, before: Query) -> Intent:
    """What is asked; of what was overdue it is, where the new turn says no other state."""
    if query.intent not in LISTS:
        return before.intent
    late = before.intent is Intent.OVERDUE and query.intent in (Intent.TASKS, Intent.COUNT, Intent.DUE)
    return Intent.OVERDUE if late and not query.soon_or_open else query.intent


def _turns_to_a_matter(query: Query) -> bool:
    """Whether a turn behind a fact of a plan names a matter, and no other plan, office or level ("còn xã")."""
    offices = {folded(word) for unit in query.units for word in unit.words} | {*bare_kinds()}
    matter = any(not (is_level(word) or folded(word) in offices) for word in query.topic)
    return matter and not (query.scope.named or query.scope.missing)


def _same_question(query: Query, before: Query) -> Query:
    """The same question about something else."""
    intent = before.intent
    if intent in LISTS or intent is Intent.DUTY:
        topic = query.topic if not query.units else ()
        return replace(
            query,
            intent=intent,
            topic=topic,
            firm=len(topic) - led(topic),  # all that is new, so no list goes without it
            units=query.units or (before.units if query.period or is_within(query) else ()),
            role=role_meant(query, before),
            **_times(query, before),
            count=query.count or before.count,
            table_only=query.table_only or before.table_only,
            falls_due=query.falls_due or before.falls_due,
            where=patched(query.where, before.where),
            operator=before.operator if query.operator is Operator.ROWS else query.operator,
            by=query.by or before.by,
            together=query.together or (before.together and not query.units),
        )
    level = at_level(before.topic, query.topic)
    if level and intent in FIELDS:
        return replace(query, intent=intent, asks=before.asks, topic=level)
    if intent in FIELDS or intent is Intent.PASSAGE:
        context = before.topic if len(query.topic) <= _SHORT else ()
        return replace(query, intent=intent, asks=before.asks, context_words=context)
    if intent is Intent.FACTS and _turns_to_a_matter(query):
        return query
    return replace(query, intent=intent, facts=before.facts)
