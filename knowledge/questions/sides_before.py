"""Sides that a comparison takes from the lists before: "phòng A mấy việc", "phòng B thì sao", "ai nhiều hơn".

One that names a unit or a time to set beside the list before ("so với tháng 6 thì sao") has that of the list for its
other side; one that names none has those of the last two lists.
"""

from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraints import Operator
from knowledge.questions.conversation import Conversation
from knowledge.questions.plan_search import Scope
from knowledge.questions.query import LISTS, Intent, Query

_OPENS = frozenset({"the", "vay", "con", "ma", "roi", "va", "thi", "neu", "dem", "gio", "a", "u"})


def with_sides_before(query: Query, talked: Conversation) -> Query:
    """The comparison with the sides that it leaves out; the query as it is where it compares nothing."""
    before = talked.query
    if before is None or before.intent not in LISTS or query.together:
        return query
    if query.scope.named:
        return _with_plan_beside(query, before) or query
    if _sets_beside(query):
        return _with_unit_beside(query, before) or _with_time_beside(query, before) or _of_a_part(query, before)
    return _of_the_last_two(query, before, talked.beside) or query


def _of_a_part(query: Query, before: Query) -> Query:
    """The list of a unit in a time, where that is set beside a list of the unit in none ("quý 2 hơn bao nhiêu")."""
    narrows = query.period and not before.periods and before.units and not query.units and _is_one_side(query)
    return replace(query, operator=Operator.ROWS, by="", again=True) if narrows else query


def _sets_beside(query: Query) -> bool:
    """Whether a turn sets something beside what was told: it opens so ("so với …"), or compares one side alone.

    One alone is "còn B thì sao, nhiều hơn không", "quý 3 hơn mấy việc".
    """
    if query.operator is Operator.SIDES and _is_one_side(query):
        return True
    compares = (cue for cue in query.cues if "compare" in cue.kinds)
    return any(all(folded(word) in _OPENS for word in query.words[: cue.start]) for cue in compares)


def _is_one_side(query: Query) -> bool:
    """Whether one unit, time or plan is all that is named, with no sides inside ("A chủ trì nhiều hơn hay …")."""
    if query.roles_beside or query.topic or len(query.where) > 1:
        return False
    plans = query.scope.plans if query.scope.named else ()
    sides = (query.units, "unit"), (query.periods, "month quarter"), (plans, "plan")
    named = [(len(said), of) for said, of in sides if said]
    return len(named) == 1 and named[0][0] == 1 and (not query.by or query.by in named[0][1].split())


def _with_unit_beside(query: Query, before: Query) -> Query | None:
    """The units of both, where the turn names another one ("so với Khoa Nội thì ai nhiều hơn")."""
    if not len(query.units) == len(before.units) == 1 or query.units[0].names == before.units[0].names:
        return None
    said = {folded(word) for unit in query.units for word in unit.words}
    if query.intent not in LISTS and not (query.intent is Intent.GENERAL and said.issuperset(map(folded, query.topic))):
        return None
    topic = query.topic if query.intent in LISTS else ()
    return _beside(replace(query, units=(*before.units, *query.units), topic=topic), before)


def _with_plan_beside(query: Query, before: Query) -> Query | None:
    """The plans of both, where the turn names another one ("so với bên phường thì bên nào nhiều việc hơn")."""
    plans = _two_plans(before, query) if _sets_beside(query) else None
    if plans is None or query.intent not in LISTS or query.topic:
        return None
    return _beside(replace(query, scope=plans, by=""), before)


def _two_plans(one: Query, other: Query) -> Scope | None:
    """The plans of two lists that each are of another one, and of all who work for its office."""
    first, second = one.scope, other.scope
    single = all(scope.named and len(scope.plans) == 1 for scope in (first, second))
    if not single or first.plans == second.plans or one.units or other.units:
        return None
    return replace(second, plans=(*first.plans, *second.plans), several=True)


def _with_time_beside(query: Query, before: Query) -> Query | None:
    """The times of both, where the turn names another one ("so với tháng 6 thì tháng nào nhiều hơn")."""
    if query.period is None or before.period is None or query.units or query.intent not in LISTS or query.topic:
        return None
    if (query.period.first, query.period.last) == (before.period.first, before.period.last):
        return None
    return _beside(replace(query, period=before.period, also=(query.period,), by=""), before)


def _of_the_last_two(query: Query, before: Query, first: Query | None) -> Query | None:
    """The units, or times, of the last two lists, where a turn only asks which has more rows."""
    named = query.units or query.period or query.topic or query.where
    if first is None or named or query.operator is not Operator.SIDES:
        return None
    if plans := _two_plans(first, before):
        return _beside(replace(query, scope=plans, by=""), before)
    units = (*first.units, *before.units)
    if len(units) == _TWO and first.units and first.units[0].names != before.units[0].names:
        return _beside(replace(query, units=units), before)
    times = [time for time in (first.period, before.period) if time]
    if len(times) == _TWO and times[0] != times[1] and first.units == before.units:
        return _beside(replace(query, period=times[0], also=(times[1],), by=""), before)
    return None


_TWO = 2


def _beside(query: Query, before: Query) -> Query:
    """A comparison of how many rows each side has, in the role of the list before, and of what else that was of."""
    role = query.role or before.role
    return replace(query, intent=Intent.COUNT, operator=Operator.SIDES, role=role, again=True, stay=False)
