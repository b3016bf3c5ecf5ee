"""From what a person typed to a query: what is asked, about which topic, unit, time and plan.

Cues (data) say what is asked. What is left when the cues, the plan's name, and for lists the unit and the time are
taken away is the topic (`topic_left`), which finds the row. Nothing here looks at a row.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypedDict

from knowledge.questions.additions import adds_duties, with_the_shown, without_addition
from knowledge.questions.asked_inside import without_asking_inside
from knowledge.questions.brackets import without_explained
from knowledge.questions.claims import asks_of_claim, claim_of
from knowledge.questions.clause_matter import names_a_matter
from knowledge.questions.clauses import parted
from knowledge.questions.collective_units import are_asked_for, are_everybody, with_each
from knowledge.questions.columns_named import with_columns_named
from knowledge.questions.constraints import EITHER, OWN_TIME, Constraint, Kind, Operator, beside_tables
from knowledge.questions.constraints_joined import (
    added_unread,
    adds_rows,
    as_alternatives,
    beside_times,
    with_what_is_added,
    without_lack_of_a_day,
)
from knowledge.questions.corrections import corrected
from knowledge.questions.counted_each import has_own_times, times_of
from knowledge.questions.cue_uses import TALK
from knowledge.questions.earlier import Earlier
from knowledge.questions.facts_asked import asks_facts, facts_of
from knowledge.questions.fields_asked import asks_of, role_of
from knowledge.questions.heading_facts import heading_asked
from knowledge.questions.how_many import counted_noun
from knowledge.questions.intents import intent_of, only_plural
from knowledge.questions.introduction import with_told_unit
from knowledge.questions.listed_numbers import with_listed_numbers
from knowledge.questions.lookup import Lookup
from knowledge.questions.of_the_row import asked_of_the_row
from knowledge.questions.operator_asked import operator_of, role_asked
from knowledge.questions.or_else import with_strokes_read, without_other_way
from knowledge.questions.plan_costs import COST, sets_costs_beside, sums_all_up, sums_of_units, whole_cost_of
from knowledge.questions.plan_kinds import with_plan_kinds
from knowledge.questions.plan_sides import with_sides_said
from knowledge.questions.plan_times import with_told_time, with_told_years
from knowledge.questions.plans_in_clauses import with_plans_told
from knowledge.questions.post_holders import post_of
from knowledge.questions.query import FIELDS, LISTS, Claim, HeadingClaim, Intent, Query, names_nothing
from knowledge.questions.reading import Reading
from knowledge.questions.spans import Spans
from knowledge.questions.states import STATES
from knowledge.questions.stretches import as_said
from knowledge.questions.talk import talk_kind
from knowledge.questions.time_turned_to import in_another_time, strange_unit_of, turns_to_a_time
from knowledge.questions.times_said import end_unread
from knowledge.questions.told_topic import gathers_rows, with_topic_told
from knowledge.questions.topic_left import firm_words, topic_left
from knowledge.units.mentions import UnitMention

Tells = Callable[[Spans], Intent]


def understand(
    text: str, reading: Reading, *, plans: Collection[int], earlier: Earlier | None = None, tells: Tells = intent_of
) -> Query:
    """The query of a text.

    Args:
        reading: of the turn that the text is of.
        plans: positions of the plans that may be asked.
        earlier: what was talked of before.
        tells: what tells the intent.
    """
    lookup, today = reading.lookup, reading.today
    of_row = earlier is not None and bool(earlier.of_row)
    whole, rather, claims = corrected(_put_plainly(text, lookup, of_row=of_row), of_row=of_row)
    names = partial(_names_a_unit, lookup=lookup, plans=frozenset(plans))
    matter = partial(names_a_matter, lookup=lookup) if of_row else None
    earlier = replace(earlier or Earlier(), corrected=rather, claims=claims)
    spans_of = partial(reading.spans_of, earlier=earlier)
    text, added = without_addition(whole, names, lambda kept: _adds_rows(spans_of(kept, plans)))
    asked, told = parted(with_told_unit(text, lookup.units), lookup.beside, names, matter)
    asked, told = with_plans_told(text, asked, told, lambda clause: spans_of(clause, plans), lookup)
    text = with_told_years(with_told_time(asked, told, today), today)
    spans = spans_of(text, plans)
    of_plan = spans.scope.named
    if told and not spans.scope.named and (meant := spans_of(told, plans).scope).named and meant.plans:
        spans = spans_of(text, meant.plans, named=True)  # "chưa kịp đọc kế hoạch 2024 của tỉnh. Sếp hỏi sở mình …"
    query = _query(spans, tells)
    before = earlier.of_row or earlier.listed
    if told and not before and query.asks:
        query = with_topic_told(query, spans_of(told, plans))
    part = spans_of(told, plans) if told and query.lists_all else None
    if part and not of_plan and part.own_units and all(constraint.include for constraint in part.narrowing.where):
        query = _with_part(query, part)
    of_all = bool(part and (gathers_rows(part) or (not of_plan and _tells_of_a_part(part))))
    if told and not before and (query.names_no_row or of_all or _names_the_plan_alone(query)):
        query = _query(spans_of(whole, plans), tells)
    if told and query.intent in (Intent.FACTS, Intent.GENERAL) and asks_facts(both := spans_of(whole, plans)):
        query = _query(both, tells)  # "kế hoạch này ông A ký phải không, chức vụ gì", "…, xin cho biết quý danh"
    return _or_talk(_put_right(query, added, rather=rather) if rather or added else query, text)


def _put_right(query: Query, added: str, *, rather: bool) -> Query:
    """The query with what comes to its rows, as one that puts the turn before right where it does."""
    where = with_the_shown(query.where, added)
    return replace(query, again=query.again or rather, corrects=rather, duties=adds_duties(added), where=where)


def _put_plainly(text: str, lookup: Lookup, *, of_row: bool) -> str:
    """A text with its plans and columns called by their kinds, and without what stands within it and asks nothing."""
    text = with_plan_kinds(with_columns_named(text), lookup.plans.calls, lookup.plans_saying, of_row=of_row)
    text = with_sides_said(text, lookup.plans.calls)
    return with_listed_numbers(without_asking_inside(without_explained(without_other_way(with_strokes_read(text)))))


def _names_a_unit(words: Sequence[str], lookup: Lookup, plans: Collection[int]) -> bool:
    return bool(lookup.units.find(words, plans))


def _adds_rows(spans: Spans) -> bool:
    """Whether what stands behind "kể cả" is understood as rows that come too."""
    return adds_rows(spans.narrowing.where, spans.periods, spans.words)


def _or_talk(query: Query, text: str) -> Query:
    """The query, as talk where a text is no more than that."""
    typed = talk_kind(text, query.words, query.scope.taken)
    kind = "" if query.intent in (Intent.SMALLTALK, Intent.MEANING) else typed
    if kind == "units":
        return replace(query, intent=Intent.UNITS, topic=())
    return replace(query, intent=Intent.SMALLTALK, talk=kind, topic=(), asks=()) if kind else query


def _names_the_plan_alone(query: Query) -> bool:
    """Whether the clause that asks is of the plan alone ("tự khai sai sót có bị kỷ luật không, | kế hoạch nói sao")."""
    of_plan = query.intent in (Intent.OVERVIEW, Intent.GENERAL, Intent.PASSAGE)
    return of_plan and names_nothing(query)


def _tells_of_a_part(spans: Spans) -> bool:
    """Whether a unit is told with its role ("phòng Vật tư mới ghi 2 việc chủ trì | , có sót không, tổng là mấy")."""
    return bool(spans.units) and spans.has("lead", "coordinate")


def _with_part(query: Query, told: Spans) -> Query:
    """A list with what was told beside it that units do together ("sở tôi phải phối hợp với …, | là việc nào").

    What else was told narrows nothing, so it is named as not understood; a time stands in the question by now.
    """
    paired = tuple(constraint for constraint in told.narrowing.where if constraint.units)
    left = [told.utterance.topical[at] for at in topic_left(told, query.intent, (), None, listed=True)]
    known = (concept for concept in told.lookup.topic(left) if concept.known and not concept.soft)
    unread = (*query.unread, *(word for concept in known for word in concept.typed))  # the rest is of the story
    return replace(query, where=(*query.where, *paired), together=told.narrowing.together, unread=unread)


def _query(spans: Spans, tells: Tells = intent_of) -> Query:
    query = _as_told(spans, tells)
    beside, together = sets_costs_beside(spans, query.topic), sums_all_up(spans, query.topic)
    if (summed := sums_of_units(spans, query.intent)) is Operator.ROWS:
        return _as_told(spans, lambda _: Intent.COUNT)
    if summed:
        own = replace(query, intent=Intent.COUNT, asks=(), topic=(), unread=(), operator=summed, measure="money")
        return replace(own, role=query.role or "lead", claim=None, by="")
    if not (beside or together):
        return query
    whole = replace(query, intent=Intent.COUNT, asks=(), topic=(), unread=(), compare=True, measure="money")
    by, operator = ("", Operator.SIDES) if beside else ("plan", Operator.SUM)
    return replace(whole, by=by, operator=operator)


def _as_told(spans: Spans, tells: Tells) -> Query:
    intent = tells(spans)
    listed = intent in (*LISTS, Intent.DUTY, Intent.PLANS) or in_another_time(spans, intent)
    claim = claim_of(spans, intent)
    asks = _asks(spans, intent, claim)
    topic = topic_left(spans, intent, asks, claim, listed=listed)
    costing = whole_cost_of(spans, intent, topic)
    period, *also = (*(times_of(spans) if listed or intent is Intent.STATE else ()), None)
    return Query(
        intent=intent,
        scope=costing or spans.scope,
        topic=COST[spans.utterance.accented] if costing else tuple(spans.utterance.topical[i] for i in topic),
        asks=asks,
        facts=facts_of(spans, intent),
        holder=post_of(spans) if intent is Intent.FACTS else "",
        signer=_signer(spans, intent),
        units=_units(spans, intent, claim),
        claim=claim,
        role=role_asked(spans, intent),
        either=spans.narrowing.role == EITHER,
        period=period,
        also=tuple(filter(None, also)),
        falls_due=spans.has("due", "until", "when", "soon") or spans.narrowing.dated,
        year=next((p.last.year for p in spans.periods if p.year_said or p.dated), None),
        count=spans.has("count"),
        table_only=spans.has("table") and not beside_tables(spans.narrowing.where),
        soon_or_open=spans.has("soon", "overdue", "open"),
        firm=firm_words(spans, topic),
        strange_unit=strange_unit_of(spans, intent, topic, listed=listed),
        noun=counted_noun(spans) if intent in LISTS else "",
        again=spans.has("again", "opening") or (intent is Intent.GENERAL and turns_to_a_time(spans)),
        back=spans.has("back"),
        compare=_compares(spans, intent),
        talk=next(filter(spans.has, TALK), ""),
        **as_said(spans, intent, topic),
        many=intent is Intent.TASKS and only_plural(spans),
        **_narrowed_to(spans, intent, listed=listed),
    )


class _NarrowedTo(TypedDict):
    where: tuple[Constraint, ...]
    operator: Operator
    by: str
    measure: str
    first: int
    together: bool
    unread: tuple[str, ...]


def _narrowed_to(spans: Spans, intent: Intent, *, listed: bool) -> _NarrowedTo:
    """What narrows the rows of a query, and what is done with those that are left."""
    narrowed = listed or spans.narrowing.has(Kind.PLACE)
    where = as_alternatives((*_narrowed(spans), *_states(spans, intent)), spans.words) if narrowed else ()
    lost = added_unread(where, spans.periods, spans.words)
    where = without_lack_of_a_day(with_what_is_added(where, spans.periods, spans.words))
    return _NarrowedTo(
        where=beside_times(where, spans.periods, spans.words),
        operator=operator_of(spans, intent),
        by=spans.narrowing.by or (OWN_TIME if has_own_times(spans) else ""),
        measure=spans.narrowing.measure,
        first=spans.narrowing.first,
        together=spans.narrowing.together,
        unread=(
            *spans.narrowing.unread,
            *lost,
            *(end_unread(spans.words, spans.cues, spans.periods) if listed else ()),
        ),
    )


def _asks(spans: Spans, intent: Intent, claim: Claim | None) -> tuple[Intent, ...]:
    """The fields of a row that are asked."""
    if intent is Intent.STATE:
        return (Intent.STATE,)
    if claim and (claim.units or claim.taken or claim.figure):
        return asks_of_claim(claim)
    if intent is asked_of_the_row(spans):
        return (intent,) if intent in FIELDS else ()
    return (asks_of(spans) or (intent,)) if intent in FIELDS else ()


def _narrowed(spans: Spans) -> Iterator[Constraint]:
    """The constraints; others than a unit are looked for in the role that "ai" asks for."""
    role = (role_of(spans) or "lead") if spans.has("who") else ""
    for constraint in spans.narrowing.where:
        left_out = constraint.kind is Kind.UNIT and not constraint.include and not constraint.role
        yield replace(constraint, role=role) if left_out else constraint


def _states(spans: Spans, intent: Intent) -> tuple[Constraint, ...]:
    """The states that rows are asked for beside what the question is about ("bao nhiêu việc quá hạn của …")."""
    if intent is Intent.PROGRESS:
        return ()
    said = [kind for kind in STATES if spans.has(kind) and (intent is not Intent.OVERDUE or kind != "overdue")]
    return tuple(Constraint(Kind.STATE, words=STATES[kind], start=spans.at(kind)) for kind in said)


def _signer(spans: Spans, intent: Intent) -> HeadingClaim | None:
    """Who is said to have signed, where the plan is told by that only."""
    asked = heading_asked(spans) if intent is Intent.FACTS and not spans.scope.named else None
    return asked.signer if asked else None


def _compares(spans: Spans, intent: Intent) -> bool:
    listed = spans.has("plans") and intent is not Intent.PLANS
    return spans.has("compare", "all_plans") or spans.scope.several or listed


def _units(spans: Spans, intent: Intent, claim: Claim | None) -> tuple[UnitMention, ...]:
    """The units but those that are claimed, as told of the row, those asked for ("các đơn vị phối hợp"), and everybody.

    What "các cơ quan" have to have done by a time is what all have to, "các phòng" what each of them has to.
    """
    claimed = {said.unit.start for said in claim.units} if claim else set()
    units = [unit for unit in spans.units if unit.start not in claimed]
    if intent in LISTS and spans.periods:
        each = partial(with_each, names=spans.lookup.units, plans=spans.scope.plans)
        return () if all(map(are_everybody, units)) else tuple(map(each, units))
    return tuple(unit for unit in units if not (intent in FIELDS and are_asked_for(unit, spans.cues)))
