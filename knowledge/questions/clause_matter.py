"""Whether a clause in front of the one that asks names what rows tell, or only what somebody does meanwhile."""

import re
from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.number_sets import most_shared
from knowledge.questions.cue_uses import OF_TOPICS
from knowledge.questions.cues import cues_in, soft_words
from knowledge.questions.lookup import Lookup
from knowledge.questions.speakers import stand
from knowledge.search.corpus import Field


def names_a_matter(words: Sequence[str], lookup: Lookup) -> bool:
    """Whether a row has most of the words that neither ask nor speak to somebody, or rows are spoken of ("mấy dòng").

    Two words may be what anybody does meanwhile ("em đang đi kiểm tra, ai phối hợp").
    """
    said = {i for cue in cues_in(tuple(words)) if not cue.kinds <= OF_TOPICS for i in range(cue.start, cue.end)}
    said |= {i for start, end in stand(words, "speaker") for i in range(start, end)}
    left = {folded(word) for i, word in enumerate(words) if i not in said} - soft_words()
    if _ROWS.search(" ".join(map(folded, words))):
        return True
    if len(left) < _MATTER:
        return False
    return most_shared([lookup.rows_saying((word,), _FIELDS) for word in left]) >= _MOST * len(left)


_ROWS = re.compile(  # "công" of "công an" is none
    r"\b(?:may|cac|nhung|vai|nhieu|\d+) (?:dong|viec|nhiem vu|cong viec|(?:dau|hang) (?:viec|muc)|muc)\b"
)
_FIELDS = (Field.TEXT, Field.RESULT)
_MATTER = 3  # words that name one
_MOST = 0.8
