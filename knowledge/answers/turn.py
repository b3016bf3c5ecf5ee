"""From a turn to what is asked: its query, what the conversation adds to it, and the plans it is about.

Units are named as the office calls them, a short answer picks a row that was shown, and what a turn leaves out is that
of the turns before, unless it names other plans.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from knowledge.answers.alike_shown import with_alike_shown
from knowledge.answers.ask import Ask, Context
from knowledge.answers.picking import Picked, pick
from knowledge.answers.plans_meant import plans_meant
from knowledge.answers.same_part import with_the_part_before
from knowledge.answers.told_before import row_told_before, rows_told_before
from knowledge.answers.unit_shown import asks_who, saying_nobody, with_unit_called, with_unit_shown
from knowledge.answers.whole_office import of_the_whole_office, shown_plans
from knowledge.answers.whole_plan import of_the_whole_plan
from knowledge.language.text import folded, nfc, tokens
from knowledge.model import Task
from knowledge.questions.asides import without_aside
from knowledge.questions.conversation import Conversation
from knowledge.questions.cues import soft_words
from knowledge.questions.dictated import in_figures
from knowledge.questions.earlier import Earlier
from knowledge.questions.framed import without_frame
from knowledge.questions.intents import intent_of
from knowledge.questions.introduction import with_unit_told_before
from knowledge.questions.lookup import Lookup
from knowledge.questions.manners import without_manner
from knowledge.questions.marks_typed import as_meant
from knowledge.questions.patches import carry, of_row
from knowledge.questions.place_initials import with_places_written_out
from knowledge.questions.plan_beside_before import sets_other_plan_beside, with_matter_before
from knowledge.questions.plan_labels import places_in
from knowledge.questions.pointing import with_pointing_mended
from knowledge.questions.query import EVERY_PLAN, FIELDS, LISTS, OF_PLANS, Intent, Query
from knowledge.questions.question import Tells
from knowledge.questions.reading import Reading
from knowledge.questions.rejected import understood
from knowledge.questions.unit_numbers import with_numbered_unit
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import office_heads


def ask_of(text: str, reading: Reading, before: Conversation, context: Context, tells: Tells = intent_of) -> Ask:
    """What is asked by a turn, with what it leaves out taken from the conversation."""
    roster = reading.lookup.tasks.roster(context.customs)
    reading = reading.calling(roster.units)
    lookup_ = reading.lookup
    plans = context.askable(lookup_)
    taught = context.lessons.read(text)
    explained_ = lookup_.tasks.explained
    text = (
        roster.in_printed_names(nfc(taught.text), explained_) if context.customs.aliases or explained_ else taught.text
    )
    text = with_the_part_before(_in_full(text, lookup_, before), before, lookup_)
    said, unlike = with_alike_shown(text, before, lookup_)
    alike, text = said != text, said  # then nothing but what they have in common is taken from the row
    text, before = of_the_whole_office(*of_the_whole_plan(text, before, lookup_), lookup_)
    text, before = rows_told_before(text, before, lookup_)
    numbered = with_numbered_unit(text, _units(before))
    another, text = numbered != text, numbered
    named = _named(lookup_, before, plans)
    known = bool(taught.ref) and lookup_.snapshot.find(taught.ref) is not None
    picked = Picked(taught.ref, text) if known else None if another else _picked(text, before, lookup_)
    earlier = _earlier(before, named, picked, lookup_)
    said = picked.rest if picked else text
    query = _wherever(partial(understood, said, reading, plans=plans, tells=tells), earlier, lookup_)
    if not picked and (shown := with_unit_shown(said, before, lookup_)) != said:
        of_unit = replace(earlier, of_row=False)
        named_ = understood(shown, reading, plans=plans, earlier=of_unit)
        query = named_ if query.intent in _OF_UNITS or (named_.intent in _OF_UNITS and not asks_who(query)) else query
    query = with_matter_before(with_unit_called(query, before, lookup_), before)
    carried = query if picked or alike else _in_the_year_shown(carry(query, before), before, lookup_)
    query = of_row(query, before, picked.ref) if picked else saying_nobody(carried, said, lookup_)
    query = replace(query, unread=(*query.unread, unlike)) if unlike and query.intent in LISTS else query
    named = named or _of_what_was_told(query, before, lookup_, plans)
    asked = _asked(query, lookup_, named, plans, context.today.year)
    beside = _beside(query, lookup_, named, before)
    if beside and set(beside) - set(asked):
        query = replace(query, compare=True, stay=False, scope=replace(query.scope, several=True))
        return Ask(query, reading, context, tuple(dict.fromkeys((*beside, *asked))), before, said)
    if (query.scope.named or query.every_plan) and set(asked) != set(named):
        query = _moved(query, lookup_, asked, before)
    return Ask(query, reading, context, asked, before, said)


def _wherever(read: Callable[..., Query], earlier: Earlier, lookup_: Lookup) -> Query:
    """The query, of the plan that its words name by themselves where the plan of before is of another year.

    "Sở Xây dựng" is a unit in the plan of the province, and with another year than that is for the office of a plan.
    """
    query = read(earlier=earlier)
    years = _own_years(earlier.plans, lookup_) if query.year and not query.scope.named else ()
    if not years or query.year in years:
        return query
    alone = read(earlier=replace(earlier, plans=(), year=None))
    words = [folded(alone.words[at]) for at in alone.scope.taken]
    office = any(not (word.isdecimal() or word == "nam") for word in words)  # a year alone may be within a stretch
    return alone if office and alone.scope.named and alone.scope.plans and not alone.scope.missing else query


def _own_years(plans: tuple[int, ...], lookup_: Lookup) -> frozenset[int]:
    """The years of plans, where any is for one year those of such alone: a plan for five years is for none of them."""
    each = [lookup_.years_of([plan]) for plan in plans]
    of_one = [years for years in each if len(years) == 1]
    return frozenset(year for years in of_one or each for year in years)


def _picked(text: str, before: Conversation, lookup_: Lookup) -> Picked | None:
    """The row that a text points at: of an answer before the last, or in what was shown."""
    return row_told_before(text, before, lookup_) or pick(text, before, lookup_)


def _in_full(text: str, lookup_: Lookup, before: Conversation) -> str:
    """A text without what is thought or ordered behind it, its places and the unit of whoever asks written out."""
    text = _as_written(text, lookup_)
    text = with_pointing_mended(text) if before.listed else text
    text = with_places_written_out(without_manner(without_aside(text, lookup_.beside)), lambda: lookup_.places)
    return with_unit_told_before(text, before.told, lookup_.units)


def _as_written(text: str, lookup_: Lookup) -> str:
    """A text with its letters, figures and sounds as plans write them, without what only frames it."""
    text = lookup_.heard_words.put_right(in_figures(as_meant(text, lookup_.writes)))
    return without_frame(text, partial(_names_one, lookup_))


def _names_one(lookup_: Lookup, text: str) -> bool:
    """Whether a text names a unit, the office of a plan or its place."""
    words, plans = tokens(text), lookup_.plans
    office = any(plans.calls.name_end(words, at) > at + 1 for at in range(len(words)))
    return office or bool(lookup_.units.find(words)) or any(places_in([*map(folded, words)], plans.places))


_OF_UNITS = (*LISTS, Intent.DUTY)


def _earlier(before: Conversation, named: tuple[int, ...], picked: Picked | None, lookup_: Lookup) -> Earlier:
    """What was talked of before, as far as it changes what words mean."""
    single = before.intent in (*FIELDS, Intent.GENERAL, Intent.PASSAGE) or len(before.listed) == 1
    of_one = bool(before.shown) and single and not (before.abstained or picked)
    of_plan = before.intent in OF_PLANS and not picked
    one = (of_one or bool(picked and picked.ref)) and not of_plan
    whole = before.query is not None and before.query.sets_plans_beside  # plans, and no rows
    listed = before.intent in (*LISTS, Intent.DUTY) and not (picked or whole)
    return Earlier(
        before.year,
        before.until,
        named,
        units=_who_has(before, lookup_) if one else frozenset[str](),
        listed=listed,
        of_units=listed and bool(before.query and before.query.units),
        of_row=one,
        row_plans=_plans_shown(before, lookup_) if one else (),
        of_plan=of_plan,
        begun=bool(before.query or before.shown or before.listed),
    )


def _plans_shown(before: Conversation, lookup_: Lookup) -> tuple[int, ...]:
    """The positions of the plans of what was shown."""
    found = (lookup_.position(stem) for stem in shown_plans(before, lookup_))
    return tuple(plan for plan in found if plan is not None)


def _units(before: Conversation) -> tuple[str, ...]:
    """The names of the units that were talked of, also of one that no plan has."""
    query = before.query
    strange = (query.strange_unit,) if query and query.strange_unit else ()
    return strange or tuple(name for unit in (query.units if query else ()) for name in unit.printed)


def _who_has(before: Conversation, lookup_: Lookup) -> frozenset[str]:
    """The printed names of those who have the row that was told."""
    told = lookup_.snapshot.find(before.shown[0]) if before.shown else None
    return frozenset((*told.item.lead, *told.item.coordinate)) if told and isinstance(told.item, Task) else frozenset()


def _named(lookup_: Lookup, before: Conversation, plans: tuple[int, ...]) -> tuple[int, ...]:
    """The plans that were named in the turns before."""
    positions = (lookup_.position(stem) for stem in before.plans)
    return tuple(position for position in positions if position is not None and position in plans)


def _of_what_was_told(query: Query, before: Conversation, lookup_: Lookup, plans: tuple[int, ...]) -> tuple[int, ...]:
    """The one plan of the rows that were told last, where a fact of a plan is asked for and no other plan is told.

    As in "kế hoạch này ai ký", "ai ký vậy", but in no "ông A ký kế hoạch nào".
    """
    of_one = query.intent is Intent.FACTS and not (query.scope.named or query.compare or before.abstained)
    if not of_one or before.intent in OF_PLANS or not _means_the_plan(query):
        return ()
    told = (row for ref in before.shown if (row := lookup_.snapshot.find(ref)))
    found = {lookup_.position(row.stem) for row in told}
    return tuple(plan for plan in plans if found == {plan})


def _means_the_plan(query: Query) -> bool:
    """Whether words point at one plan, or tell of none: no signer, post, number, day or matter that others may have."""
    said = " ".join(map(folded, query.words))
    if _SEVERAL.search(said):
        return False
    hard = {folded(word) for word in query.topic} - soft_words()
    other = bool(hard or query.signer or query.holder or _WHICH_PLAN.search(said))
    return not other or bool(_POINTED.search(said))


_PLAN = "(?:ke hoach|kh|ban|van ban|plan)"
_SEVERAL = re.compile(rf"\b(?:cac|nhung|may|tung|moi|tat ca|hai|ba|bon|\d+) (?:cai )?{_PLAN}\b")
_POINTED = re.compile(rf"\b{_PLAN} (?:nay|do|ay|day|no)\b")
_WHICH_PLAN = re.compile(rf"\b{_PLAN} nao\b")


def _beside(query: Query, lookup_: Lookup, named: tuple[int, ...], before: Conversation) -> tuple[int, ...]:
    """The plans talked of before, where another one is set beside them ("so với kế hoạch 2022 thì cao hơn không")."""
    if not sets_other_plan_beside(query, before):
        return ()
    stems = (citation.stem for ref in before.shown[:1] if (citation := lookup_.snapshot.find(ref)))
    return named or tuple(position for stem in stems if (position := lookup_.position(stem)) is not None)


def _moved(query: Query, lookup_: Lookup, plans: tuple[int, ...], before: Conversation) -> Query:
    """A query that takes what was talked of to other plans: its units are those of these plans, in their years.

    A unit of before gives way to the office that names the plan ("Sở A làm gì", "của Sở B năm 2022 thì sao").
    """
    called = {folded(query.words[at]) for at in query.scope.taken} & _OFFICES
    old = before.query.units if before.query else ()
    kept = (unit for unit in query.units if not (unit in old and folded(unit.words[0]) in called))
    units = tuple(_in_plans(unit, lookup_, plans) for unit in kept)
    role = query.role if units or not query.units else None
    years = lookup_.years_of(plans)
    period = query.period
    carried = before.query is not None and period == before.query.period
    if period and (carried or not period.dated) and years and period.last.year not in years:
        period = period.in_year(min(years))
    return replace(query, stay=False, units=units, role=role, period=period)


def _in_the_year_shown(query: Query, before: Conversation, lookup_: Lookup) -> Query:
    """A query that stays in the list of a unit, a time without a year in that of the plans whose rows were shown.

    A year that was said is meant as it is, also where it puts the year before right.
    """
    period = query.period
    stays = before.query and query.units and query.units == before.query.units and query.intent in LISTS
    if not stays or period is None or period.dated or query.year or query.scope.named or before.plans:
        return query
    rows = (lookup_.snapshot.find(ref) for ref in before.shown)
    plans = {lookup_.position(row.stem) for row in rows if row}
    years = lookup_.years_of(plan for plan in plans if plan is not None)
    return replace(query, period=period.in_year(min(years))) if years and period.last.year not in years else query


_OFFICES = frozenset(folded(head.split()[0]) for head in office_heads())


def _in_plans(unit: UnitMention, lookup_: Lookup, plans: tuple[int, ...]) -> UnitMention:
    """A unit as it is called in other plans; as it is where they have it anyway, or none of that name."""
    here = not unit.names.keys().isdisjoint(plans)
    return unit if here else next(iter(lookup_.units.find(unit.words, plans)), unit)


def _asked(query: Query, lookup_: Lookup, named: tuple[int, ...], plans: tuple[int, ...], year: int) -> tuple[int, ...]:
    """The plans a query is about: those it names, those named before, or all."""
    if query.scope.named or query.intent in EVERY_PLAN:
        return query.scope.plans if query.intent not in EVERY_PLAN else plans
    if query.every_plan:
        return plans
    if named or len(plans) == 1:
        return named or plans
    return plans_meant(query, lookup_.tasks, year)
