"""The topic of a question that only points at what was told before it.

"Con đê chỗ Mũi Sò sóng đánh lở ghê quá, nghe nói năm nay tỉnh cho sửa. Cơ quan nào đứng ra làm việc ấy?" asks who, and
the clause that asks has no word of the row: what was told in front of it is the topic. That is told by a word that
points back, or by nothing being left in the clause that any plan knows.
"""

import re
from dataclasses import replace
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.constraints import Kind
from knowledge.questions.cues import everyday_phrases, plain_phrases, soft_words
from knowledge.questions.lookup import Lookup
from knowledge.questions.pointing import POINTING
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.questions.spans import Spans
from knowledge.questions.topic_left import topic_left

_FEW = 1  # word of its own that a clause may have which tells no row: what is done ("đội nào được giao | dẹp | vậy")


def with_topic_told(query: Query, told: Spans) -> Query:
    """A query for a field of a row with what was told beside it: as its topic, or only to tell like rows apart."""
    if query.intent not in FIELDS or query.row:
        return query
    left = topic_left(told, Intent.GENERAL, (), None, listed=False)
    said = tuple(told.utterance.topical[at] for at in left if not _is_spoken_to(told, at))
    known = (concept for concept in told.lookup.topic(said) if concept.known)  # the rest is of the story, not of a row
    words = tuple(word for concept in known for word in concept.typed)
    pointed = {word for word, after in pairwise(query.words) if after in POINTING}  # "soạn | bản ấy"
    own = [word for word in query.topic if word not in pointed and _tells_a_row(word, told.lookup)]
    if len(own) <= _FEW:
        return replace(query, topic=(*words, *query.topic))
    return replace(query, told=words)


def _is_spoken_to(told: Spans, at: int) -> bool:
    """Whether a word is the speaker, or whoever is spoken to, and no half of a word of the plans ("chú ý")."""
    word, around = told.words[at], (told.words[at - 1 : at + 1], told.words[at : at + 2])
    person = (word,) in plain_phrases("speaker")
    return person and not any(len(pair) == _PAIR and told.lookup.adjoin(*pair) for pair in around)


_PAIR = 2


def _tells_a_row(word: str, lookup: Lookup) -> bool:
    bare = folded(word)
    small = bare in soft_words() or (word,) in everyday_phrases()
    return not (small or word.isdecimal()) and lookup.is_known(word)


def gathers_rows(spans: Spans) -> bool:
    """Whether it is told which rows somebody gathers ("em đang gom các việc chưa ghi tiền | , gồm những việc nào")."""
    of_kind = spans.narrowing.has(Kind.BLANK, Kind.WORDS, Kind.DATED, Kind.MONEY) and not spans.narrowing.excludes
    return bool(of_kind and _GATHERS.search(" ".join(map(folded, spans.words))))


_GATHERS = re.compile(r"(?<!\S)(?:gom|loc|tim|ra|ra soat|thong ke|tong hop|kiem|dem|lap|xem|thay)(?!\S)")
