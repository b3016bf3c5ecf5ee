"""From a typed text to an answer with its citations: the one door to everything that answers.

The text becomes a query, the query takes from the conversation what it leaves out, and the part that knows its kind
of question answers it. Everything that is said comes from the rows and passages that are cited, or says that there are
none.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from knowledge.answers.as_text import as_text
from knowledge.answers.ask import Ask, Context
from knowledge.answers.counterparts import answer_without_counterpart
from knowledge.answers.explaining import explained
from knowledge.answers.facts import (
    answer_facts,
    answer_meaning,
    answer_overview,
    answer_plans,
    answer_talk,
    answer_units,
)
from knowledge.answers.fields import answer_field
from knowledge.answers.lists import answer_duties, answer_list, answer_progress
from knowledge.answers.parts_beside import answer_parts_beside, answer_shown_beside
from knowledge.answers.picking import Picked, pick
from knowledge.answers.plans_beside import answer_plans_beside
from knowledge.answers.plans_compared import of_two_plans
from knowledge.answers.plans_meant import plans_meant
from knowledge.answers.second_reading import other_reading
from knowledge.answers.sums import answer_whole
from knowledge.answers.two_rows import answer_beside_shown, answer_two_rows
from knowledge.answers.unit_shown import asks_who, saying_nobody, with_unit_called, with_unit_shown
from knowledge.language.text import nfc
from knowledge.library.snapshot import Snapshot
from knowledge.model import Task
from knowledge.questions.constraints import Operator
from knowledge.questions.conversation import Conversation, remember
from knowledge.questions.earlier import Earlier
from knowledge.questions.intents import intent_of
from knowledge.questions.introduction import told_unit, with_unit_told_before
from knowledge.questions.list_meant import list_meant
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.patches import carry, of_row
from knowledge.questions.plan_beside_before import sets_other_plan_beside, with_matter_before
from knowledge.questions.query import FIELDS, LISTS, OF_PLANS, Intent, Query
from knowledge.questions.question import Tells, understand
from knowledge.questions.reading import Reading
from knowledge.questions.statements import amount_in, counted_in
from knowledge.questions.unit_numbers import with_numbered_unit
from knowledge.reply import Answer, Line
from knowledge.units.mentions import UnitMention
from knowledge.wording import courtesy, plan_facts, values
from knowledge.wording.rows import line

LONGEST = 1000  # characters of a question: more is a text, not a question, and each word costs those around it

__all__ = ["LONGEST", "Answer", "Context", "Conversation", "answer", "explain"]

_PARTS: Mapping[Intent, Callable[[Ask], Answer]] = {
    Intent.TASKS: answer_list,
    Intent.DUE: answer_list,
    Intent.OVERDUE: answer_list,
    Intent.COUNT: answer_list,
    Intent.PROGRESS: answer_progress,
    Intent.DUTY: answer_duties,
    Intent.FACTS: answer_facts,
    Intent.PLANS: answer_plans,
    Intent.MEANING: answer_meaning,
    Intent.SMALLTALK: answer_talk,
    Intent.UNITS: answer_units,
    Intent.OVERVIEW: lambda ask: (answer_plans_beside if ask.query.operator is Operator.SIDES else answer_overview)(
        ask
    ),
}
_EVERY_PLAN = (Intent.PLANS, Intent.MEANING, Intent.SMALLTALK)


def answer(
    text: str, snapshot: Snapshot, *, conversation: Conversation | None = None, context: Context
) -> tuple[Answer, Conversation]:
    """The answer to a text and the conversation after it."""
    before = conversation or Conversation()
    if len(text) > LONGEST:
        return Answer(Intent.GENERAL.value, (line(courtesy.TOO_LONG),), abstained=True), before
    if not snapshot.plans:
        return Answer(Intent.GENERAL.value, plan_facts.no_plans(), abstained=True), before
    text = _offered(text, before)
    ask = _ask(text, Reading(lookup(snapshot), context.today), before, context)
    ask, said = _either_way(ask, _answered(ask), text)
    said = _with_plans(as_text(ask, said), ask, text)
    said = replace(said, foot=(*said.foot, *(plan_facts.renamed(old, new) for old, new in ask.query.scope.renamed)))
    named = tuple(ask.lookup.snapshot.plans[p].stem for p in ask.plans) if ask.query.scope.named else ()
    of_plan = ask.query.scope.named and not ask.query.units  # who works for the office of a plan has all of its rows
    told = before.told if of_plan else told_unit(text, ask.lookup.units) or before.told
    return said, replace(remember(ask.query, said, named, before), told=told)


def _either_way(ask: Ask, said: Answer, text: str) -> tuple[Ask, Answer]:
    """What is asked with its answer, as a list where no row was found for sure, as a row where there is no list."""
    tells = other_reading(ask.query, said)
    if tells is None:
        return ask, said
    other = _ask(text, ask.reading, ask.before, ask.context, tells)
    found = _answered(other) if other.query.intent is not Intent.GENERAL else said
    due = any("due" in cue.kinds for cue in other.query.cues) and said.abstained
    doubted = found.tentative and tells is list_meant and not due
    return (ask, said) if found.abstained or doubted else (other, found)


def _offered(text: str, before: Conversation) -> str:
    """The question that a bare number chooses from those offered before, else the text."""
    number = text.strip(" .")
    chosen = int(number) if number.isdecimal() and len(number) < _DIGITS else 0
    return before.offered[chosen - 1] if 0 < chosen <= len(before.offered) else text


_DIGITS = 4


def _with_plans(said: Answer, ask: Ask, text: str) -> Answer:
    """An answer that says of which plans it is not, and of which it is where this turn did not say so."""
    if ask.query.scope.absent:
        return replace(said, foot=(*said.foot, plan_facts.absent(ask.query.scope.absent)))
    kept = ask.before.plans and not (ask.query.scope.named or ask.query.every_plan)
    if not kept or ask.query.intent in _EVERY_PLAN or len(ask.plans) == len(ask.lookup.snapshot.plans):
        return said
    if ask.context.plan:
        return said
    foot = plan_facts.asked_in(ask.loaded)
    return replace(said, foot=(*said.foot, foot), choices=(*said.choices, plan_facts.ask_all(text)))


def explain(
    text: str, snapshot: Snapshot, *, conversation: Conversation | None = None, context: Context
) -> tuple[Line, ...]:
    """The understood question and why the first rows are first, in lines for a person who wonders about an answer."""
    if not snapshot.plans:
        return plan_facts.no_plans()
    ask = _ask(text, Reading(lookup(snapshot), context.today), conversation or Conversation(), context)
    return explained(ask, of_row=ask.query.intent not in _PARTS)


def _ask(text: str, reading: Reading, before: Conversation, context: Context, tells: Tells = intent_of) -> Ask:
    roster = reading.lookup.tasks.roster(context.customs)
    reading = reading.calling(roster.units)
    lookup_ = reading.lookup
    plans = _plans_of(lookup_, context)
    taught = context.lessons.read(text)
    explained_ = lookup_.tasks.explained
    text = (
        roster.in_printed_names(nfc(taught.text), explained_) if context.customs.aliases or explained_ else taught.text
    )
    text = with_unit_told_before(text, before.told, lookup_.units)
    numbered = with_numbered_unit(text, _units(before))
    another, text = numbered != text, numbered
    named = _named(lookup_, before, plans)
    known = bool(taught.ref) and lookup_.snapshot.find(taught.ref) is not None
    picked = Picked(taught.ref, text) if known else None if another else pick(text, before, lookup_)
    single = before.intent in (*FIELDS, Intent.GENERAL, Intent.PASSAGE) or len(before.listed) == 1
    of_one = bool(before.shown) and single and not (before.abstained or picked)
    one = of_one or bool(picked and picked.ref)
    listed = before.intent in (*LISTS, Intent.DUTY) and not picked
    of_plan = before.intent in OF_PLANS and not picked
    one = one and not of_plan
    units = _who_has(before, lookup_) if one else frozenset[str]()
    earlier = Earlier(before.year, before.until, named, units, listed=listed, of_row=one, of_plan=of_plan)
    said = picked.rest if picked else text
    query = understand(said, reading, plans=plans, earlier=earlier, tells=tells)
    if not picked and (shown := with_unit_shown(said, before, lookup_)) != said:
        of_unit = replace(earlier, of_row=False)
        named_ = understand(shown, reading, plans=plans, earlier=of_unit)
        query = named_ if query.intent in _OF_UNITS or (named_.intent in _OF_UNITS and not asks_who(query)) else query
    query = with_matter_before(with_unit_called(query, before, lookup_), before)
    query = of_row(query, before, picked.ref) if picked else saying_nobody(carry(query, before), said, lookup_)
    asked = _asked(query, lookup_, named, plans, context.today.year)
    beside = _beside(query, lookup_, named, before)
    if beside and set(beside) - set(asked):
        query = replace(query, compare=True, stay=False, scope=replace(query.scope, several=True))
        return Ask(query, reading, context, tuple(dict.fromkeys((*beside, *asked))), before, said)
    if (query.scope.named or query.every_plan) and set(asked) != set(named):
        query = _moved(query, lookup_, asked, before)
    return Ask(query, reading, context, asked, before, said)


_OF_UNITS = (*LISTS, Intent.DUTY)


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


def _beside(query: Query, lookup_: Lookup, named: tuple[int, ...], before: Conversation) -> tuple[int, ...]:
    """The plans talked of before, where another one is set beside them ("so với kế hoạch 2022 thì cao hơn không")."""
    if not sets_other_plan_beside(query, before):
        return ()
    stems = (citation.stem for ref in before.shown[:1] if (citation := lookup_.snapshot.find(ref)))
    return named or tuple(position for stem in stems if (position := lookup_.position(stem)) is not None)


def _moved(query: Query, lookup_: Lookup, plans: tuple[int, ...], before: Conversation) -> Query:
    """A query that takes what was talked of to other plans: its units are those of these plans, in their years."""
    units = tuple(_in_plans(unit, lookup_, plans) for unit in query.units)
    years = lookup_.years_of(plans)
    period = query.period
    carried = before.query is not None and period == before.query.period
    if period and (carried or not period.dated) and years and period.last.year not in years:
        period = period.in_year(min(years))
    return replace(query, stay=False, units=units, period=period)


def _in_plans(unit: UnitMention, lookup_: Lookup, plans: tuple[int, ...]) -> UnitMention:
    """A unit as it is called in other plans; as it is where they have it anyway, or none of that name."""
    here = not unit.names.keys().isdisjoint(plans)
    return unit if here else next(iter(lookup_.units.find(unit.words, plans)), unit)


def _plans_of(lookup_: Lookup, context: Context) -> tuple[int, ...]:
    """The plans that may be asked."""
    only = lookup_.position(context.plan) if context.plan else None
    return tuple(range(len(lookup_.snapshot.plans))) if only is None else (only,)


def _asked(query: Query, lookup_: Lookup, named: tuple[int, ...], plans: tuple[int, ...], year: int) -> tuple[int, ...]:
    """The plans a query is about: those it names, those named before, or all."""
    if query.scope.named or query.intent in _EVERY_PLAN:
        return query.scope.plans if query.intent not in _EVERY_PLAN else plans
    if query.every_plan:
        return plans
    if named or len(plans) == 1:
        return named or plans
    return plans_meant(query, lookup_.tasks, year)


def _answered(ask: Ask) -> Answer:
    lacking = answer_without_counterpart(ask)
    if lacking:
        return lacking
    if ask.query.scope.missing and ask.query.intent not in _EVERY_PLAN:
        plans = ask.lookup.snapshot.plans
        said = ask.abstain(*plan_facts.not_loaded(ask.query.scope.missing, plans))
        return replace(said, choices=plan_facts.plan_choices(plans))
    if at_once := answer_whole(ask) or answer_beside_shown(ask) or answer_shown_beside(ask):
        return at_once
    if (two := of_two_plans(ask)) and not (each := answer_field(two)).abstained:
        return each
    if ask.query.intent in LISTS and (several := answer_parts_beside(ask)) and not several.tentative:
        return several
    other = (answer_two_rows(ask) or _counted(ask) or _of_one(ask)) if ask.query.intent in LISTS else None
    return other or _PARTS.get(ask.query.intent, answer_field)(ask)


def _of_one(ask: Ask) -> Answer | None:
    """What one row or passage says where only the plural told of a list, and none is there ("những lĩnh vực nào")."""
    if not ask.query.many or not (listed := answer_list(ask)).abstained:
        return None
    said = answer_field(replace(ask, query=replace(ask.query, intent=Intent.GENERAL, asks=())))
    return listed if said.abstained else said


def _counted(ask: Ask) -> Answer | None:
    """What a row says of how many of a thing there are to be, where a count is no count of rows."""
    query = ask.query
    if query.intent is not Intent.COUNT or query.units or query.period or query.where or not query.topic:
        return None
    ask = replace(ask, query=replace(query, intent=Intent.TARGET, asks=(Intent.TARGET,)))
    said = answer_field(ask) if ask.counted or not ask.counts_rows else None
    if said and not said.abstained and _says_count(ask, said):
        return said
    return None if ask.counts_rows or said is None else _instead(ask, query, said)


def _instead(ask: Ask, query: Query, said: Answer) -> Answer | None:
    """What a row says, or that none does, where things are counted that no list of rows is of; else None."""
    listed = answer_list(replace(ask, query=query))
    if said.abstained and len(listed.entries) == 1 and (amount := amount_in(listed.cited[0].item)):
        return replace(listed, head=(values.perhaps(), values.field_head(Intent.TARGET.value, amount)), tentative=True)
    few = listed.abstained or listed.tentative or len(listed.entries) == 1
    return said if few and not (said.abstained and len(listed.entries)) else None


def _says_count(ask: Ask, said: Answer) -> bool:
    if ask.counted and any(counted_in(citation.item, ask.counted) for citation in said.cited):
        return True
    first = next(iter(said.cited), None)
    return not ask.counts_rows and first is not None and bool(amount_in(first.item))
