"""Several plans that a question names in more than one clause: "một cái của Sở X, một cái của tỉnh. Ai mở mỗi lớp?".

The clause that asks is taken out of what is told around it; where the others name further plans of which the same is
asked, they are part of the question, and so is the matter that stands before them. Whose plan it is that somebody
works by is only told ("tôi ở Sở X, cho hỏi kế hoạch của tỉnh ai ký"): nothing sets the two beside each other.
"""

import re
from collections.abc import Callable

from knowledge.language.text import folded, nfc
from knowledge.questions.clause_matter import names_a_matter
from knowledge.questions.lookup import Lookup
from knowledge.questions.parts_said import asks, tells_one_by_one
from knowledge.questions.plan_search import Scope
from knowledge.questions.spans import Spans

BESIDE = " , "  # between the clauses of a text that is parted


def with_plans_told(
    text: str, asked: str, told: str, spans_of: Callable[[str], Spans], lookup: Lookup
) -> tuple[str, str]:
    """The clauses that ask and those that only tell, those that name other plans, or the matter, with what asks.

    Args:
        text: the whole.
        spans_of: what stands where in a text, and which plans it names.
    """
    others = told.split(BESIDE) if told and _sets_beside(text) else []
    own = set(_plans(spans_of(asked).scope)) if others else set()
    named = (set(_plans(spans_of(clause).scope)) for clause in others)
    if not any(plans - own for plans in named) or not spans_of(text).scope.several:
        return asked, told
    whole = nfc(text)
    kept = {clause: said for clause in others if (said := _of_the_question(spans_of(clause), clause, lookup))}
    clauses = sorted((*kept, *asked.split(BESIDE)), key=whole.find)
    left = (clause for clause in others if clause not in kept)
    return BESIDE.join(kept.get(clause, clause) for clause in clauses), BESIDE.join(left)


def _of_the_question(spans: Spans, clause: str, lookup: Lookup) -> str:
    """What a clause adds to the question: all of it where it names a matter, the plans that it names, or nothing."""
    taken = spans.scope.taken if _plans(spans.scope) else frozenset()
    if names_a_matter([word for at, word in enumerate(spans.words) if at not in taken], lookup):
        return clause
    return " ".join(spans.words[at] for at in sorted(taken))


def _plans(scope: Scope) -> tuple[int, ...]:
    return scope.plans if scope.named else ()


def _sets_beside(text: str) -> bool:
    """Whether a text compares, tells things one by one, or asks more than once."""
    said = folded(nfc(text))
    clauses = re.split(r"[,;.?!]\s", nfc(text))
    return bool(_COMPARES.search(said)) or tells_one_by_one(text) or sum(map(asks, clauses)) > 1


_COMPARES = re.compile(
    r"(?<!\S)(?:so|so sanh|doi chieu)(?: (?:giup|gium|dum|cho|voi|sanh)|(?= hai| 2 ))(?!\S)"
    r"|\b(?:giong|khac|chenh|lech|cach) nhau\b|\b(?:ben|noi|cho|ke hoach|ban) nao (?:\w+ ){0,3}hon\b"
    r"|\bmoi (?:ben|noi)\b"
)
