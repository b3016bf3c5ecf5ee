"""The other ways to read a question whose answer is not sure: as one for facts of a plan, as a list, or as a row.

"Chạy tới năm nào, ai ký" asks for facts of the plan, "X xuất hiện ở đâu" names a unit; "camera ở bộ phận một cửa xã là
ai quản" was taken for a list of a unit which no plan has, and asks who has a row.
"""

from collections.abc import Iterator

from knowledge.questions.constraints import Kind
from knowledge.questions.facts_asked import facts_meant
from knowledge.questions.fields_asked import asks_of
from knowledge.questions.list_meant import list_meant
from knowledge.questions.query import FIELDS, LISTS, Intent, Query, takes_its_topic
from knowledge.questions.question import Tells
from knowledge.questions.spans import Spans
from knowledge.reply import Answer

_OF_ONE = (*FIELDS, Intent.GENERAL, Intent.PASSAGE, Intent.DUTY)


def other_readings(query: Query, said: Answer) -> Iterator[Tells]:
    """What tells the intent of each other reading; there is none where the answer is sure."""
    went_on = query.stay or query.row or (query.intent in FIELDS and takes_its_topic(query))
    if went_on or not (said.tentative or said.abstained):
        return
    if query.intent in _OF_ONE or query.intent in LISTS:
        yield facts_meant
    named = bool(query.units) or any(stretch.kind in _NAMED for stretch in query.spans)
    if named and query.intent in _OF_ONE:
        yield list_meant
    elif query.intent in LISTS and (_names_who(query) or (said.abstained and _leaves_out_a_unit(query))):
        yield _row_meant


def _names_who(query: Query) -> bool:
    """Whether who has a row is asked, and a unit was read that no plan has."""
    return bool(query.strange_unit) and "ai" in query.words


def _leaves_out_a_unit(query: Query) -> bool:
    """Whether others than a unit are asked for, who may be those of one row ("ngoài các phòng thì làm với ai nữa")."""
    return any(constraint.kind is Kind.UNIT and not constraint.include for constraint in query.where)


def _row_meant(spans: Spans) -> Intent:
    """The field of a row that is asked, GENERAL where none is."""
    return next(iter(asks_of(spans)), Intent.GENERAL)


_NAMED = frozenset({"unit", "time", "section"})
