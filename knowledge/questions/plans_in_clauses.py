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
    whole, alone = nfc(text), not _says_of_what(spans_of(asked), lookup)
    said = {clause: _of_the_question(spans_of(clause), clause, lookup, alone=alone) for clause in others}
    kept = {clause: words for clause, words in said.items() if words}
    clauses = sorted((*kept, *asked.split(BESIDE)), key=whole.find)
    left = (clause for clause in others if clause not in kept)
    return BESIDE.join(kept.get(clause, clause) for clause in clauses), BESIDE.join(left)


def _of_the_question(spans: Spans, clause: str, lookup: Lookup, *, alone: bool) -> str:
    """What a clause adds to the question: all of it where it names a matter, the plans that it names, or nothing.

    Args:
        alone: whether what asks says not of what: then that stands beside the plans, however few words it has.
    """
    named = bool(_plans(spans.scope))
    if (named and alone) or names_a_matter(_beside_the_plans(spans), lookup):
        return clause
    return " ".join(spans.words[at] for at in sorted(spans.scope.taken)) if named else ""


def _says_of_what(spans: Spans, lookup: Lookup) -> bool:
    """Whether words beside the names of plans say of what it is asked."""
    said = [concept for concept in lookup.topic(_beside_the_plans(spans)) if concept.known and not concept.soft]
    return len(said) > 1


def _beside_the_plans(spans: Spans) -> list[str]:
    taken = spans.scope.taken if _plans(spans.scope) else frozenset()
    return [word for at, word in enumerate(spans.words) if at not in taken]


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
