"""A field of each row of the list before, asked in words that order it once more: "danh sách kèm hạn từng việc"."""

from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.cues import soft_words
from knowledge.questions.query import FIELDS, LISTS, Query


def of_each_shown(query: Query, before: Query) -> Query:
    """The query without words that only say that the list is meant, so that it is of the rows that were shown."""
    bare = set(map(folded, query.words))
    lists = any("list" in cue.kinds for cue in query.cues) or not bare.isdisjoint(_EACH)
    named = query.units or query.periods or query.where or query.scope.named
    if before.intent not in LISTS or query.intent not in FIELDS or not lists or named:
        return query
    said = {folded(word) for cue in query.cues if cue.kinds & _ORDER for word in query.words[cue.start : cue.end]}
    left = set(map(folded, query.topic)) - said - soft_words() - _EACH - _BESIDE
    return query if left else replace(query, topic=(), firm=0)


_ORDER = frozenset({"list", "soft", "filler", "tail", "light", "again"})
_EACH = frozenset({"tung", "moi"})
_BESIDE = frozenset(
    {"kem", "theo", "luon", "cho", "ghi", "ra", "viec", "cai", "dong", "muc", "dau", "nhiem", "vu", "cong"}
)
