"""What somebody says not to be meant in a question for one row: "… á, không phải lập kế hoạch đâu mà là đi làm, ra gì".

It stands apart, between signs or particles, and asks nothing. Left in the question its words would find the very row
that is not meant; beside it they only tell which of the others is. Of a list ("việc nào không phải báo cáo"), and of
what is to be confirmed, it is part of the question.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from knowledge.language.regional import plainly
from knowledge.language.text import canonical, folded, is_accented, nfc, tokens
from knowledge.questions.closings import wonders
from knowledge.questions.corrections import corrected
from knowledge.questions.cues import cues_in
from knowledge.questions.earlier import Earlier
from knowledge.questions.intents import intent_of
from knowledge.questions.negations import BARE, denies
from knowledge.questions.query import FIELDS, Intent, Query
from knowledge.questions.question import Tells, understand
from knowledge.questions.reading import Reading
from knowledge.questions.rule_words import PAPERS
from knowledge.questions.side_ends import kept_and_replaced
from knowledge.questions.speakers import interrogates


def understood(
    text: str, reading: Reading, *, plans: Collection[int], earlier: Earlier | None = None, tells: Tells = intent_of
) -> Query:
    """The query of a text, what it says not to be meant left out where one row is asked for; as `understand` else."""
    kept, rejected = without_rejected(text)
    if rejected and not corrected(text).instead:  # a correction goes on with what was asked before
        query = understand(kept, reading, plans=plans, earlier=earlier, tells=tells)
        if query.intent in _OF_ONE and query.topic and not query.claim:
            return _without(query, tuple(tokens(canonical(rejected))))
    return understand(text, reading, plans=plans, earlier=earlier, tells=tells)


def _without(query: Query, rejected: tuple[str, ...]) -> Query:
    """A query for a row that some words are not meant by.

    Where it goes on with some of them it is of the same matter: "không phải | kế hoạch | nạo vét kênh Sậy, đi nạo vét",
    "không phải | lăng quăng | đợt 1 mà đợt 2".
    """
    said = " ".join(rejected)
    paper = next((found[0] for found in _PAPER.finditer(said)), "")
    if paper and not set(rejected).isdisjoint(query.topic):
        matter = tuple(word for word in _PAPER.sub(" ", said, count=1).split() if word not in query.topic)
        return replace(query, topic=(*matter, *query.topic), rejected=tuple(paper.split()))
    matter, denied = kept_and_replaced(rejected, query.topic)
    return replace(query, topic=(*matter, *query.topic), rejected=denied)


_PAPER = re.compile(rf"(?<!\S)(?:{PAPERS}|{folded(PAPERS)})(?!\S)")
_OF_ONE = (*FIELDS, Intent.GENERAL)


def without_rejected(text: str) -> tuple[str, str]:
    """A text without what it says not to be meant, and that; empty where it says so of nothing, or asks by it."""
    typed = nfc(text)
    bare = folded(typed)
    found = _REJECTED.search(bare) if len(bare) == len(typed) else None
    words = tokens(canonical(text))
    if found is None or not _denies(canonical(typed[slice(*found.span("no"))]), accented=is_accented(words)):
        return text, ""
    said = typed[slice(*found.span("said"))]
    kept = f"{typed[: found.start('denied')].rstrip(' ,')} , {typed[found.end() :].lstrip(' ,')}".strip(" ,")
    checks = wonders(words) or any("check" in cue.kinds for cue in cues_in(tuple(words)))
    return (text, "") if checks or not kept or interrogates(tokens(canonical(said))) else (kept, said)


def _denies(word: str, *, accented: bool) -> bool:
    """Whether a word does so as it is typed, the regions' ones too: with accents "cha phải" denies nothing."""
    read = plainly([word, "phải"])
    return denies(read if accented else [*map(folded, read)], 0, accented=accented)


_APART = r"(?:^\s*|[,.;:!?…]\s*|(?<=\s)(?:a|nha|nhe|nghe|ne|y)\s+|(?<=\s)(?=(?:chu|ma|nhung)\s))"
_NOT = rf"(?P<no>{'|'.join(sorted((*BARE, 'hong', 'hem'), key=len, reverse=True))})\s+phai"
_LEADS = r"(?:\s+(?:la|hoi|noi|can|cai|vu|viec|khoan|chuyen|toi|ve|cua|ben|do))*"
_ENDS = r"(?:\s+(?:dau|nha|nhe|nghe|nhen|a|y|het))*(?:\s+ma(?:\s+la)?(?=\s)|\s*(?:[,.;:!?…]|$))"
_CLOSED = r"\s+(?:dau|nha|nghe)(?:\s+(?:ma|y|em|toi|minh|tui|la|chi|anh))*(?=\s|$)"
_REJECTED = re.compile(
    rf"{_APART}(?P<denied>(?:(?:chu|ma|va|nhung)\s+)?{_NOT})\b{_LEADS}\s+(?P<said>[^,.;:!?…]{{2,60}}?)(?:{_CLOSED}|{_ENDS})"
)
