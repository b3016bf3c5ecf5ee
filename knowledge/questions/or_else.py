"""The other way that a question puts behind its own: "… có chủ trì gì không, hay là đứng ngoài cuộc".

It says no more than the "không" before it: no row is looked for by its words. One that asks or tells a figure is kept.
A stroke between words is an "or" ("ghi khi có / theo hướng dẫn"), where what is behind it is no question of its own.
"""

import re

from knowledge.language.text import canonical, first_token, folded, nfc, tokens
from knowledge.questions.speakers import interrogates

_OR_ELSE = re.compile(
    r"(?<!\S)(?:gi|nao|chi) (?:khong|ko|k|hong)(?P<other> hay(?: la)?(?: (?!(?:ai|nao|gi|may|bao)\b)[^\d\s]+){1,6})$"
)


def without_other_way(text: str) -> str:
    """The text up to the other way that it may be."""
    typed = nfc(text).split()
    bare = " ".join(folded(first_token(word)) or "|" for word in typed)
    found = _OR_ELSE.search(bare)
    return " ".join(typed[: len(typed) - found["other"].count(" ")]) if found else text


def with_strokes_read(text: str) -> str:
    """The text with each stroke that stands between words of one question as the word for it."""
    parts = _STROKE.split(nfc(text))
    behind = (tokens(canonical(part)) for part in parts[1:])
    one = len(parts) > 1 and all(0 < len(words) <= _LONGEST and not interrogates(words) for words in behind)
    return (" hoặc " if text.lower() != folded(text) else " hoac ").join(parts) if one else text


_STROKE = re.compile(r"(?<=[^\W\d_])\s+/\s+(?=[^\W\d_])")
_LONGEST = 8  # words that still are no clause of their own
