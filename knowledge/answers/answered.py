"""Whether any of the rows that may be meant is: asking back, or saying that the plans do not tell it.

Which row is the likeliest and whether any is are two questions. Who names another thing than the row repeats how the
row begins ("Chống thấm mái | phòng đọc" for "… kho lưu trữ"), and the rest is known from other rows; who says a thing
in words of his own says more of them and repeats none. So what tells the rows of one question apart is weighed first
(`data/gate_meaning.tsv`), and what tells questions apart then (`data/gate_answered.tsv`).
"""

import math
from collections.abc import Mapping, Sequence

from knowledge.answers.evidence import Candidate, text_of
from knowledge.answers.weights import ANSWERED, weights
from knowledge.language.text import canonical, folded
from knowledge.search.words import terms

SHOWN = 3  # rows that may be shown for a question
LIKELY = 0.5  # from which one row is asked about, and not which of several is meant
_ON_THE_MATTER = math.log1p(3)  # things of a question that a row has
_OF_THE_FIRST = ("opening_said", "missed_known", "several_plans", "plan_named", "lacks", "another")
_NEAREST = "near_typically"
_LONG = math.log1p(20)  # words from which a story is no more at length
_LEAST = 1e-4  # probability, so that its odds are a number

Weighed = tuple[Mapping[str, float], float]  # the figures of a row, and how probable it is


def answered_reasons(rows: Sequence[Weighed]) -> dict[str, float]:
    """What speaks for and against any of some rows being meant, by name.

    Args:
        rows: the likeliest first.
    """
    first, probable = rows[0]
    return {
        **{name: first[name] for name in _OF_THE_FIRST},
        "words_said": min(first["words_said"], _LONG),
        "odds": _odds(probable),
        "likeness": max(figures[_NEAREST] for figures, _ in rows),
    }


def answered(rows: Sequence[Weighed]) -> float:
    """How probable it is that one of the rows that are shown is meant."""
    return weights(ANSWERED).probability(answered_reasons(rows))


def least_answered(figures: Mapping[str, float]) -> float:
    """How probable it has to be that any row is meant, for several to be shown.

    A first row that has three things of a question is on its matter, and a turn that goes on says few. Else it has to
    be rather one of them than none: what is asked of the world leads by two words to rows on no matter of it ("mai Đà
    Lạt có mưa không").
    """
    on_the_matter = figures["goes_on"] or figures["held_concepts"] >= _ON_THE_MATTER
    return weights(ANSWERED).thresholds["perhaps"] if on_the_matter else LIKELY


def opening_said(said: Sequence[str], row: Candidate) -> float:
    """How many words from the beginning of a row a question has (log)."""
    asked = set(map(folded, terms(canonical(" ".join(said)))))
    words = terms(folded(canonical(text_of(row))))
    return math.log1p(next((at for at, word in enumerate(words) if word not in asked), len(words)))


def _odds(probable: float) -> float:
    return math.log(max(probable, _LEAST) / max(1 - probable, _LEAST))
