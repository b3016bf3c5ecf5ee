"""A plan that a turn sets beside the one talked of: "so với kế hoạch tỉnh thì cao hơn không", by the matter before."""

import re
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.conversation import Conversation
from knowledge.questions.in_common import said_in_common
from knowledge.questions.query import FIELDS, LISTS, Query
from knowledge.questions.side_ends import without_small
from knowledge.questions.sizes_compared import topic_without
from knowledge.questions.two_sides import sets_beside

_FEW = 2  # words beside the name of the plan that are no matter of their own ("đặt cạnh")


def sets_other_plan_beside(query: Query, before: Conversation) -> bool:
    """Whether one plan is named, to be set beside what was told by the same words."""
    same = query.topic and set(query.topic) <= set(before.topic)
    return bool(_compares(query) and same and query.intent in FIELDS)


def _compares(query: Query) -> bool:
    """Whether one plan is named, and words compare."""
    compares = any("compare" in cue.kinds for cue in query.cues) or sets_beside(query)
    alike = _ALIKE.search(" ".join(map(folded, query.words)))
    return bool((compares or alike) and query.scope.named and not query.scope.several)


_ALIKE = re.compile(  # "thì có giống không", "khác không", "có lệch nhiều hông"
    r"\b(?:giong|khac|trung|lech|chenh|bang|tuong tu)(?: (?:nhau|vay|the|y|het|nhieu|gi|may|ben))* (?:khong|hong)\b"
)


def with_matter_before(query: Query, before: Conversation) -> Query:
    """A query that takes matter and field from the turn before, where it names a plan and sets it beside only."""
    told = before.query
    listed = query.intent in LISTS and not sets_beside(query)  # "so với … có việc nào mới"
    of_row = told is not None and told.intent in FIELDS and before.shown and not before.abstained
    if told is None or not of_row or not _compares(query) or listed:
        return query
    said = without_small(topic_without(query, said_in_common(query.words)))
    if len(said) > _FEW or query.units:
        return query
    in_common = said and set(map(folded, said)) <= set(map(folded, before.topic))  # "so với | camera | của xã A"
    topic = said if in_common else before.topic
    return replace(query, intent=told.intent, asks=(told.intent,), topic=topic, claim=None, where=())
