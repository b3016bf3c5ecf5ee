"""Whether a clause in front of the one that asks names what rows tell, or only what somebody does meanwhile."""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cue_uses import OF_TOPICS
from knowledge.questions.cues import cues_in, soft_words
from knowledge.questions.lookup import Lookup
from knowledge.questions.rule_words import ROW_WORDS
from knowledge.questions.speakers import stand


def names_a_matter(words: Sequence[str], lookup: Lookup) -> bool:
    """Whether words that neither ask nor speak to somebody are of the plans, or rows are spoken of ("mấy dòng")."""
    said = {i for cue in cues_in(tuple(words)) if not cue.kinds <= OF_TOPICS for i in range(cue.start, cue.end)}
    said |= {i for start, end in stand(words, "speaker") for i in range(start, end)}
    left = {folded(word) for i, word in enumerate(words) if i not in said} - soft_words()
    return bool(left & _ROWS) or any(map(lookup.weight, left))


_ROWS = ROW_WORDS | {"dong"}
