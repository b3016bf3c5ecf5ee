"""A question that is closed before its text is: "có chủ trì việc nào không, nêu ra giùm".

The "không" (or "chưa") of "có … nào không" denies nothing, but only at the end of a text is it seen to close: read
with what follows it would be a negation ("không | đơn vị nào chủ trì"). It goes, and so does the order to tell what
there is.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from knowledge.language.regional import plainly
from knowledge.language.text import canonical, folded, nfc, tokens
from knowledge.questions.closings import without_talk
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import any_of, cues_in, plain_words, small_words
from knowledge.questions.negations import BARE, NO, NOT_YET
from knowledge.questions.row_openings import begins_with_rows

_BORDER = re.compile(r"([,;.?!…]+(?=\s|$)|\n)")
_WHAT = frozenset({"nào", "nao", "gì", "gi", "chi", "j"})
_CONFIRMS = frozenset({"phai", "dung", "chac", "biet"})  # "phải không": whether what was said is so


def without_asking_inside(text: str) -> str:
    """A text without each "không" that closes a question inside it, and without orders to tell what it asks for."""
    pieces = _BORDER.split(nfc(text))
    clauses, signs = [piece.split() for piece in pieces[::2]], [*pieces[1::2], ""]
    last = max((at for at, clause in enumerate(clauses) if clause), default=0)
    kept: list[str] = []
    found = closed = False
    for at, (clause, sign) in enumerate(zip(clauses, signs, strict=True)):
        if _orders(clause) and (closed or _asks_for_rows(" ".join(kept))):
            found = True
            continue
        end = _closing(clause, inside=at < last)
        closed = end < len(clause)
        found |= closed
        kept.append(" ".join(clause[:end]) + sign)
    return " ".join(kept).strip(" ,;") if found else text


def _asks_for_rows(text: str) -> bool:
    """Whether a text asks for rows without any order ("việc có hạn trong quý II | , liệt kê cho đủ")."""
    words = tuple(tokens(text))
    return begins_with_rows(words) or any_of(cues_in(words), "list", "count", "due")


def _closing(clause: Sequence[str], *, inside: bool) -> int:
    """Where the particle stands that closes a clause, behind which the text goes on; its size where none does."""
    said = [canonical(word) for word in clause]
    ends = () if _WHAT.isdisjoint(said) else range(len(said) - 1, 1, -1)
    for at in ends:
        closes = _denies(said[at]) and folded(said[at - 1]) not in _CONFIRMS
        closes = closes and _asks_for_some(said[:at])
        if closes and (_orders(said[at + 1 :]) or (inside and without_talk(said) == at + 1)):
            return at
    return len(clause)


@lru_cache(maxsize=4096)
def _denies(word: str) -> bool:
    """Whether a word is "không" or "chưa", in whichever region."""
    return not _CLOSING.isdisjoint(plainly([word])[-1:])


_CLOSING = NO | NOT_YET


def _asks_for_some(said: Sequence[str]) -> bool:
    """Whether words ask what there is ("có … việc nào"), and not what only another does ("… mà tôi không")."""
    bare = [folded(word) for word in said]
    there = bare.index("co") if "co" in bare else len(said)
    return not _WHAT.isdisjoint(said[there:]) and _BUT.isdisjoint(said[there:])


_BUT = frozenset({"mà", "ma", "nhưng", "nhung", "chứ"})  # "chu" without accents is of "chủ trì"


def _orders(said: Sequence[str]) -> bool:
    """Whether words only order to tell what there is ("nêu ra giùm", "cho kể tên với"), and narrow nothing."""
    bare = [folded(word) for word in said]
    first = next((word for word in bare if word not in _POLITE), "")
    if first not in plain_words("ordering") or not _small().issuperset(bare) or not _NARROWING.isdisjoint(bare):
        return False
    return not any(cue.kinds - _OF_ORDERS for cue in cues_in(tuple(said)))


@cache
def _small() -> frozenset[str]:
    """The folded words that an order may be made of."""
    return small_words() | plain_words("closing") | plain_words("speaker") | plain_words("ordering") | _LISTED


_POLITE = frozenset({"cho", "xin", "hay", "nho", "giup", "gium", "thi", "roi", "a", "da"})
_LISTED = frozenset({"ten", "het", "lai", "giup", "gium", "ho", "voi", "day", "du", "ro", "tung", "coi", "xem", "nghe"})
_OF_ORDERS = LITTLE | {"list", "opening"}
_NARROWING = BARE | {"xong"}  # "không kể việc chưa xong" leaves out
