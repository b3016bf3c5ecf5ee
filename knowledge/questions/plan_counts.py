"""Plans as a whole: how many are said to be meant, and whether they are compared or asked what they are about."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.constraints import Operator
from knowledge.questions.cues import plain_words, small_words, soft_words
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import are_of_titles

_NUMBERS = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4, "nam": 5, "5": 5}
_PLAN = frozenset({"ke", "kh", "ban", "van"})
_OF_ROWS = ("lead", "coordinate", "when", "result", "share", "objective", "budget", "count", "overdue", "open", "done")
_APART = frozenset({"khac", "giong", "sanh"})
_BETWEEN = frozenset({"diem", "cho", "giua", "nhau", "va", "voi", "so", "ke", "hoach", "kh", "ban"})


def plans_counted(words: Sequence[str]) -> int:
    """How many plans are spoken of ("hai kế hoạch", "2 bản"); 0 where no number is said."""
    bare = list(map(folded, words))
    return next((_NUMBERS[number] for number, after in pairwise(bare) if number in _NUMBERS and after in _PLAN), 0)


def compares_plans(spans: Spans) -> bool:
    """Whether plans as a whole are set beside each other ("hai kế hoạch khác nhau chỗ nào")."""
    return bool(_APART.intersection(map(folded, spans.words))) and _of_plans_alone(spans, _APART | set(_NUMBERS))


def asks_what_about(spans: Spans) -> bool:
    """Whether it is asked what plans are about ("các kế hoạch này nói về chuyện gì")."""
    return spans.has("about") and spans.has("list", "what") and _of_plans_alone(spans, set(_NUMBERS))


def _of_plans_alone(spans: Spans, words: set[str] | frozenset[str]) -> bool:
    """Whether nothing but plans, these words and small ones are said, and nothing is asked of rows."""
    bare = set(map(folded, spans.words))
    plans = spans.scope.several or ("hoach" in bare) or ("kh" in bare)
    narrowed = spans.narrowing.operator is not Operator.ROWS or spans.narrowing.where
    if not plans or narrowed or spans.units or spans.periods or spans.has(*_OF_ROWS):
        return False
    rest = {folded(spans.words[i]) for i in spans.rest if i not in spans.scope.taken}
    return are_of_titles(rest - words - _BETWEEN - plain_words("plan") - small_words() - soft_words(), spans)
