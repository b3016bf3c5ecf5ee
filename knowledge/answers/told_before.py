"""A row that was told some turns ago and is come back to: "cái kế hoạch hồi nãy ai phối hợp", "vụ camera lúc nãy".

What is said of it has to stand in the row; where nothing is said it is the row before the last.
"""

from collections.abc import Sequence

from knowledge.answers.evidence import item_words
from knowledge.answers.picking import Picked
from knowledge.language.text import folded, folded_tokens, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup

_THING = "(?:cái|việc|vụ|mục|dòng|nội dung|nhiệm vụ|chuyện)"
_WHEN = "(?:hồi nãy|lúc nãy|ban nãy|khi nãy|hồi đầu|lúc đầu|ban đầu)"
_OPENS = "(?:dẫy|dậy|rứa|vậy|thế|còn|rồi|à|ừ|mà)"
_EARLIER = either_way(
    rf"(?P<ahead>^(?:{_OPENS} )*|.*?(?<!\S)){_THING}(?: {_THING})*(?P<said>(?: [^ ,.?!]+){{0,6}}?) {_WHEN}(?!\S)"
)


def row_told_before(text: str, before: Conversation, lookup: Lookup) -> Picked | None:
    """The row of an earlier answer that a text comes back to, with what is left to ask; None where to none."""
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    found = _EARLIER[accented].match(typed.lower()) if before.past else None
    words = folded_tokens(found["said"]) if found else []
    if found is None or not (words or accented):  # "cai ban nay" is rather "cái bản này"
        return None
    refs = (*before.past, *before.shown[:1])
    ref = next((ref for ref in refs if _has(ref, words, lookup)), None)
    rest = " ".join(f"{found['ahead']} {typed[found.end() :]}".split())
    return Picked(ref, rest) if ref else None


def _has(ref: str, words: Sequence[str], lookup: Lookup) -> bool:
    """Whether a row has all words, in its text or what comes of it."""
    citation = lookup.snapshot.find(ref)
    return citation is not None and item_words(citation.item)[1].issuperset(words)
