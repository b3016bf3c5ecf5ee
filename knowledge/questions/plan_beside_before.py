"""A plan that a turn sets beside the one talked of: "so với kế hoạch tỉnh thì cao hơn không", by the matter before."""

from dataclasses import replace

from knowledge.questions.conversation import Conversation
from knowledge.questions.parts_said import without_small
from knowledge.questions.query import FIELDS, Query
from knowledge.questions.two_sides import sets_beside

_FEW = 2  # words beside the name of the plan that are no matter of their own ("đặt cạnh")


def sets_other_plan_beside(query: Query, before: Conversation) -> bool:
    """Whether one plan is named, to be set beside what was told by the same words."""
    compares = any("compare" in cue.kinds for cue in query.cues) or sets_beside(query)
    one = query.scope.named and not query.scope.several
    return bool(compares and one and query.topic and query.topic == before.topic and query.intent in FIELDS)


def with_matter_before(query: Query, before: Conversation) -> Query:
    """A query that takes matter and field from the turn before, where it names a plan and sets it beside only."""
    told = before.query
    beside = sets_beside(query) and query.scope.named and not query.scope.several
    if not beside or told is None or before.abstained or not before.shown or told.intent not in FIELDS:
        return query
    if len(without_small(query.topic)) > _FEW or query.units:
        return query
    asks = (told.intent,)
    return replace(query, intent=told.intent, asks=asks, topic=before.topic, claim=None, where=())
