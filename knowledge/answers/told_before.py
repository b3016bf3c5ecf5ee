"""Rows that were told some turns ago and are come back to: "cái kế hoạch hồi nãy ai phối hợp", "ai lo cả hai việc đó".

What is said of one has to stand in it; where nothing is said it is the one that has most of what is asked, of several
the row before the last. Two or three rows are those that answered the last turns, each of which told one.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from knowledge.answers.evidence import item_words
from knowledge.answers.picking import Picked
from knowledge.language.text import canonical, folded, folded_tokens, nfc, tokens
from knowledge.model import Target, Task
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.conversation import Conversation, about
from knowledge.questions.cues import accented_cue_words, cue_words
from knowledge.questions.half_words import BONDED
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS, Intent
from knowledge.questions.rule_words import COUNTS
from knowledge.reply import Citation

_THING = "(?:cái|việc|vụ|mục|dòng|nội dung|nhiệm vụ|chuyện)"
_WHEN = "(?:hồi nãy|lúc nãy|ban nãy|khi nãy|hồi đầu|lúc đầu|ban đầu)"
_OPENS = "(?:dẫy|dậy|rứa|vậy|thế|còn|rồi|à|ừ|mà)"
_EARLIER = either_way(
    rf"(?P<ahead>^(?:{_OPENS} )*|.*?(?<!\S)){_THING}(?: {_THING})*(?P<said>(?: [^ ,.?!]+){{0,6}}?) {_WHEN}(?!\S)"
)


OF_AIMS = frozenset({Intent.TARGET})  # what an aim of the running text tells


def first_told(before: Conversation, lookup: Lookup, asks: Collection[Intent]) -> Citation | None:
    """What was cited first in the turn before, or the row below an aim where something is asked that no aim has."""
    first, *below = map(lookup.snapshot.find, before.shown[:2])
    aim = first is not None and isinstance(first.item, Target) and not OF_AIMS.issuperset(asks)
    rows = (row for row in below if aim and row and isinstance(row.item, Task))
    return next(rows, first)


def row_told_before(text: str, before: Conversation, lookup: Lookup) -> Picked | None:
    """The row of an earlier answer that a text comes back to, with what is left to ask; None where to none."""
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    found = _EARLIER[accented].match(typed.lower()) if before.past else None
    words = folded_tokens(found["said"]) if found else []
    if found is None or not (words or accented):  # "cai ban nay" is rather "cái bản này"
        return None
    refs = (*before.past, *before.shown[:1])
    asked = set[str]() if words else _asked(typed[found.end() :], accented=accented)
    fit = (ref for ref in refs if _has(ref, words, lookup))
    ref = max(fit, key=lambda ref: _held(ref, asked, lookup), default=None)
    rest = " ".join(f"{found['ahead']} {typed[found.end() :]}".split())
    return Picked(ref, rest) if ref else None


def _asked(behind: str, *, accented: bool) -> set[str]:
    """The folded words of what is asked that no cue uses, and which so may tell the row."""
    asking = accented_cue_words() if accented else cue_words()
    return {folded(word) for word in tokens(canonical(behind)) if word not in asking}


def rows_told_before(text: str, before: Conversation, lookup: Lookup) -> tuple[str, Conversation]:
    """A text without "hai việc đó", and the conversation as if those rows had been shown together.

    They are the rows of the last answers, or of a list the first or the last ones ("hai cái đầu"). Both are as they
    were where nothing says so or fewer rows were told.
    """
    typed = nfc(text)
    found = _SEVERAL[typed.lower() != folded(typed)].search(typed.lower()) if before.shown else None
    if found is None or not _stands_alone(found, typed, lookup):
        return text, before
    if not found["end"] and (before.intent in LISTS or len(before.shown) != 1):
        return text, before
    said = folded(found["count"])
    count = COUNTS[said] if said in COUNTS else int(said)
    told = tuple(filter(None, before.listed)) if found["end"] else _last_answers(before, count)
    if len(told) < count + bool(found["end"]):
        return text, before
    refs = told[-count:] if folded(found["end"] or "").startswith("cuoi") else told[:count]
    rest = f"{typed[: found.start()]} {typed[found.end() :]}"
    return " ".join(rest.split()), replace(about(refs), plans=before.plans, told=before.told, past=before.past)


def _stands_alone(found: re.Match[str], typed: str, lookup: Lookup) -> bool:
    """Whether words for several rows end there: "hai việc đầu | tư" are others, and "2 viec do Tổ A" is by it."""
    behind = tokens(canonical(typed[found.end() :]))[:1]
    if found["asks"] is not None or not behind:
        return True
    last = tokens(canonical(found[0]))[-1]
    return lookup.bond(last, behind[0]) < BONDED if found["end"] else last in _POINTING


_POINTING = frozenset({"đó", "này", "nay", "ấy", "ay", "kia"})  # and no "do", which is rather "by"


def _last_answers(before: Conversation, count: int) -> tuple[str, ...]:
    """The rows of so many answers, the earliest first."""
    return tuple(dict.fromkeys((before.shown[0], *before.past)))[:count][::-1]


# what asks may follow; of all else `_stands_alone` tells
_ENDS = r"(?P<asks>(?= (?:ai|cái nào|việc nào|khi|hạn|bao|thì|có|xong|chủ|phối|ra|nộp|kinh|tiền)\b|[,.?!]|$))?(?!\w)"
_WHICH = "(?:đó|này|ấy|kia|vừa rồi|vừa hỏi|trên|(?P<end>đầu tiên|đầu|cuối cùng|cuối))"
_SEVERAL = either_way(rf"(?<!\S)(?:cả )?(?P<count>hai|ba|2|3) {_THING} {_WHICH}{_ENDS}")


def _has(ref: str, words: Collection[str], lookup: Lookup) -> bool:
    """Whether a row has all words, in its text or what comes of it."""
    return lookup.snapshot.find(ref) is not None and _held(ref, words, lookup) == len(words)


def _held(ref: str, words: Collection[str], lookup: Lookup) -> int:
    """How many of some words a row has, in its text or what comes of it ("cái lúc nãy | in mấy bản")."""
    citation = lookup.snapshot.find(ref)
    held = item_words(citation.item)[1] if citation else frozenset[str]()
    return sum(word in held for word in words)
