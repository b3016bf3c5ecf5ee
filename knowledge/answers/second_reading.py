"""The other ways to read a question whose answer is not sure: as one for facts of a plan, as a list, or as a row.

"Chạy tới năm nào, ai ký" asks for facts of the plan, "X xuất hiện ở đâu" names a unit; "camera ở bộ phận một cửa xã là
ai quản" was taken for a list of a unit which no plan has, and asks who has a row. A list that has no row may be no
list: before it is said that there is none, one row is looked for, which is told where it leaves no doubt.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from knowledge.answers.ask import Ask
from knowledge.answers.checking import has_part
from knowledge.answers.evidence import said_by
from knowledge.language.text import folded
from knowledge.model import DeadlineKind, Passage, Target, Task
from knowledge.questions.constraints import Constraint, Kind, Operator, of_units, tells_of_deadline
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.facts_asked import facts_meant
from knowledge.questions.fields_asked import asks_of
from knowledge.questions.list_meant import list_meant
from knowledge.questions.query import FIELDS, LISTS, Claimed, Intent, Query, takes_its_topic
from knowledge.questions.question import Tells
from knowledge.questions.spans import Spans
from knowledge.reply import Answer, Citation
from knowledge.tasks.cost import names_sum
from knowledge.wording import values

_OF_ONE = (*FIELDS, Intent.GENERAL, Intent.PASSAGE, Intent.DUTY)


@dataclass(frozen=True, slots=True)
class Another:
    """Another way to read a question.

    Args:
        tells: what tells its intent.
        means: whether a query that was read so is of this kind at all.
        serves: whether what it finds may be told instead.
    """

    tells: Tells
    means: Callable[[Query], bool]
    serves: Callable[[Answer], bool]


def other_readings(ask: Ask, said: Answer) -> Iterator[Another]:
    """The other ways to read what is asked; there is none where its answer is sure."""
    query = ask.query
    went_on = query.stay or query.row or (query.intent in FIELDS and takes_its_topic(query))
    among = any(one.kind is Kind.SHOWN and one.include for one in query.where)  # rows of a list, whether there are any
    if went_on or among or not (said.tentative or said.abstained):
        return
    if query.intent in _OF_ONE or query.intent in LISTS:
        yield Another(facts_meant, lambda other: other.intent is Intent.FACTS, _any)
    named = bool(query.units) or any(stretch.kind in _NAMED for stretch in query.spans)
    if named and query.intent in _OF_ONE:
        due = said.abstained and any("due" in cue.kinds for cue in query.cues)
        yield Another(list_meant, _is_told, _any if due else _is_sure)
    elif query.intent in LISTS and (_names_who(query) or (said.abstained and _leaves_out_a_unit(query))):
        yield Another(_row_meant(), _is_told, _any)
    elif query.intent in LISTS and _found_none(query, said):
        tells = _row_meant(Intent.TARGET if query.intent is Intent.COUNT else Intent.GENERAL)
        yield Another(tells, lambda _: True, lambda found: _is_sure(found) and _is_of_it(ask, found))


def matter_in_a_time(ask: Ask, said: Answer) -> str:
    """The matter that a turn only named behind the other time of a list, where the list has no row of it for sure.

    "Quý 3 hội thao" behind a list of a unit is answered by the row, before it is said that there is none: what recurs,
    or another unit has, is not in the list.
    """
    query = ask.query
    listed = query.intent in LISTS and ask.before.intent in LISTS and bool(query.topic)
    opens = bool(query.periods) and query.periods[0].start == 0 and query.periods[0].finer
    only = query.operator is Operator.ROWS and all(cue.kinds <= LITTLE for cue in query.cues)
    none = said.abstained or said.tentative
    return " ".join(query.topic) if listed and opens and only and none else ""


def of_the_matter(ask: Ask, said: Answer, found: Answer) -> Answer:
    """The row of a matter, beside that the list has none where the row is due at another time, or of another unit."""
    item = found.cited[0].item if found.cited else None
    if isinstance(item, Task) and _goes_on(item) and _is_of_units(ask, found.cited[0]):
        return found
    perhaps = () if found.tentative else (values.perhaps(),)
    return replace(found, head=(said.head[0], *perhaps, *found.head), tentative=True)


def _goes_on(task: Task) -> bool:
    """Whether a row is due again and again, or all the time."""
    return task.deadline.recur is not None or task.deadline.kind is DeadlineKind.ONGOING


def _is_of_units(ask: Ask, row: Citation) -> bool:
    """Whether the units of a list have a part in a row, by themselves or among those that it is given to."""
    units, task = ask.query.units, row.item
    return not units or (isinstance(task, Task) and any(has_part(ask, Claimed(unit), row, task) for unit in units))


def _any(_found: Answer) -> bool:
    return True


def _is_sure(found: Answer) -> bool:
    return not found.tentative


def _is_told(other: Query) -> bool:
    """Whether the other reading makes anything of a question."""
    return other.intent is not Intent.GENERAL


def _names_who(query: Query) -> bool:
    """Whether who has a row is asked, and a unit was read that no plan has."""
    return bool(query.strange_unit) and "ai" in query.words


def _leaves_out_a_unit(query: Query) -> bool:
    """Whether others than a unit are asked for, who may be those of one row ("ngoài các phòng thì làm với ai nữa")."""
    return any(constraint.kind is Kind.UNIT and not constraint.include for constraint in query.where)


def _found_none(query: Query, said: Answer) -> bool:
    """Whether a list of a matter found no row, for want of rows and not of a plan, nor of rows of a unit or a time.

    A unit that no plan has does nothing; only where things are counted its name may have taken up what does not belong
    to it ("phòng truyền thông | quay mấy cái clip"). What cells are like ("những việc không ghi hạn") tells no row.
    """
    narrowed = query.units or of_units(query.where) > 1 or (query.period and query.period.finer)
    of_a_thing = (
        query.intent is Intent.COUNT
        if query.strange_unit
        else bool(query.topic or not all(map(_is_of_a_cell, query.where))) and not narrowed
    )
    return said.abstained and not said.choices and of_a_thing


def _is_of_a_cell(one: Constraint) -> bool:
    """Whether it says what cells are like, or how a deadline is put ("hạn ghi chung chung")."""
    return one.kind in _OF_CELLS or tells_of_deadline(one)


def _is_of_it(ask: Ask, found: Answer) -> bool:
    """Whether a row may be what a list was asked by: it has the units of the topic, and a sum where money is asked.

    Where a unit stands in the topic, the plans that are asked do not have it as one.
    """
    item = found.cited[0].item if found.cited else None
    if item is None:
        return False
    text = " ".join(_said_in(item))
    tells = names_sum(text) or ask.query.measure != "money"
    units = ask.lookup.units.find(ask.query.topic)
    return tells and all(" ".join(unit.words) in folded(text) for unit in units)


def _said_in(item: Task | Target | Passage) -> Iterator[str]:
    """All that an item says, and who has it."""
    yield said_by(item)
    if isinstance(item, Task):
        yield from filter(None, (item.result, item.objective, item.budget, *item.lead, *item.coordinate))


def _row_meant(otherwise: Intent = Intent.GENERAL) -> Tells:
    """What tells the field of a row that is asked.

    Args:
        otherwise: what is asked where no field is; TARGET is how many of a thing there are to be.
    """

    def tells(spans: Spans) -> Intent:
        return next(iter(asks_of(spans)), otherwise)

    return tells


_NAMED = frozenset({"unit", "time", "section"})
_OF_CELLS = frozenset({Kind.BLANK, Kind.DATED, Kind.GRAIN, Kind.RHYTHM, Kind.PRINTED, Kind.ALONE, Kind.SHARED})
