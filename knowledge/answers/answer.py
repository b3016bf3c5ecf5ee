"""From a typed text to an answer with its citations: the one door to everything that answers.

The text becomes a query, the query takes from the conversation what it leaves out, and the part that knows its kind
of question answers it. Everything that is said comes from the rows and passages that are cited, or says that there are
none.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from knowledge.answers.as_text import as_text
from knowledge.answers.ask import Ask, Context
from knowledge.answers.contradictions import asked_in_vain
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
from knowledge.answers.levels_beside import answer_levels_beside
from knowledge.answers.lists import answer_duties, answer_list, answer_progress
from knowledge.answers.own_reports import answer_own_reports
from knowledge.answers.parts_beside import answer_parts_beside, answer_shown_beside
from knowledge.answers.plans_beside import answer_plans_beside
from knowledge.answers.plans_compared import of_each_plan
from knowledge.answers.second_reading import matter_in_a_time, of_the_matter, other_readings
from knowledge.answers.sums import answer_whole
from knowledge.answers.turn import ask_of
from knowledge.answers.two_rows import answer_beside_shown, answer_two_rows
from knowledge.library.snapshot import Snapshot
from knowledge.questions.constraints import Operator
from knowledge.questions.conversation import Conversation, remember
from knowledge.questions.corrections import repaired
from knowledge.questions.introduction import told_unit
from knowledge.questions.lookup import lookup
from knowledge.questions.plan_costs import COST
from knowledge.questions.query import EVERY_PLAN, LISTS, Intent, Query
from knowledge.questions.reading import Reading
from knowledge.questions.statements import amount_in, counted_in
from knowledge.reply import Answer, Line
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


def answer(
    text: str, snapshot: Snapshot, *, conversation: Conversation | None = None, context: Context
) -> tuple[Answer, Conversation]:
    """The answer to a text and the conversation after it."""
    before = conversation or Conversation()
    if len(text) > LONGEST:
        return Answer(Intent.GENERAL.value, (line(courtesy.TOO_LONG),), abstained=True), before
    if not snapshot.plans:
        return Answer(Intent.GENERAL.value, plan_facts.no_plans(), abstained=True), before
    text = repaired(_offered(text, before))
    ask = ask_of(text, Reading(lookup(snapshot), context.today), before, context)
    ask, said = _either_way(ask, _answered(ask), text)
    said = _with_plans(as_text(ask, said), ask, text)
    if renamed := tuple(plan_facts.renamed(old, new) for old, new in ask.query.scope.renamed):
        said = replace(said, foot=(*said.foot, *renamed))
    of_one = ask.query.scope.named or (ask.query.intent is Intent.FACTS and len(ask.plans) == 1)
    named = tuple(ask.lookup.snapshot.plans[p].stem for p in ask.plans) if of_one else ()
    of_plan = ask.query.scope.named and not ask.query.units  # who works for the office of a plan has all of its rows
    told = before.told if of_plan else told_unit(text, ask.lookup.units) or before.told
    after = remember(ask.query, said, named, before)
    return said, after if after.told == told else replace(after, told=told)


def _either_way(ask: Ask, said: Answer, text: str) -> tuple[Ask, Answer]:
    """What is asked with its answer, or that of another reading where no row, or no list, was found for sure."""
    for another in other_readings(ask, said):
        other = ask_of(text, ask.reading, ask.before, ask.context, another.tells)
        found = _answered(other) if another.means(other.query) else None
        if found and not found.abstained and another.serves(found):
            return other, found
    if matter := matter_in_a_time(ask, said):
        other = ask_of(matter, ask.reading, Conversation(plans=ask.before.plans), ask.context)
        found = _answered(other)
        return (ask, said) if found.abstained else (other, of_the_matter(ask, said, found))
    return ask, said


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
    if not kept or ask.query.intent in EVERY_PLAN or len(ask.plans) == len(ask.lookup.snapshot.plans):
        return said
    stems = {loaded.stem for loaded in ask.loaded}
    if ask.context.plan or any(row and row.stem not in stems for row in said.citations(most=2)):  # two set beside
        return said
    foot = plan_facts.asked_in(ask.loaded)
    return replace(said, foot=(*said.foot, foot), choices=(*said.choices, plan_facts.ask_all(text)))


def explain(
    text: str, snapshot: Snapshot, *, conversation: Conversation | None = None, context: Context
) -> tuple[Line, ...]:
    """The understood question and why the first rows are first, in lines for a person who wonders about an answer."""
    if not snapshot.plans:
        return plan_facts.no_plans()
    before = conversation or Conversation()
    ask = ask_of(repaired(_offered(text, before)), Reading(lookup(snapshot), context.today), before, context)
    return explained(ask, of_row=ask.query.intent not in _PARTS)


def _answered(ask: Ask) -> Answer:
    lacking = answer_without_counterpart(ask)
    if lacking:
        return lacking
    if ask.query.scope.missing and ask.query.intent not in EVERY_PLAN:
        plans = ask.lookup.snapshot.plans
        return plan_facts.not_loaded(ask.query.intent.value, ask.query.scope.missing, plans)
    beside = answer_levels_beside(ask) or answer_beside_shown(ask) or answer_shown_beside(ask)
    if at_once := answer_whole(ask) or beside or answer_own_reports(ask):
        return at_once
    if (of_each := of_each_plan(ask)) and not (each := answer_field(of_each)).abstained:
        return each
    listed = ask.query.intent in LISTS
    several = answer_parts_beside(ask) if listed else None
    if several and not several.tentative:
        return several
    other = (answer_two_rows(ask) or _of_costs(ask) or _counted(ask) or _of_one(ask)) if listed else None
    said = other or _PARTS.get(ask.query.intent, answer_field)(ask)
    said = several if several and (said.abstained or said.tentative) else said  # of both, and no list of what both say
    in_vain = listed and asked_in_vain(ask, said.citations())
    return ask.abstain(*values.nothing_found(None, ask.loaded)) if in_vain else said


def _of_costs(ask: Ask) -> Answer | None:
    """What plans that are set beside each other by their costs say of these, where none states a sum."""
    query = ask.query
    if not query.sets_plans_beside or not answer_list(ask).abstained:
        return None
    said = replace(query, intent=Intent.GENERAL, operator=Operator.ROWS, measure="", topic=COST[True])
    return answer_field(replace(ask, query=said))


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
