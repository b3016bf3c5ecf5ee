"""What a plan costs as a whole, and where that comes from: its own words tell, and no row.

Asked so is a plan that is named, pointed at ("kế hoạch này"), or told by nothing but words of its title ("tiền đâu ra
để làm kế hoạch cải cách hành chính 2027").
"""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_words
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import are_of_titles

_IN_ALL = frozenset({"tong", "cong", "het", "tat", "ca", "thay"})  # "tổng cộng", "hết thảy"
_FUNDS = frozenset({"tien", "kinh", "phi", "nguon", "ngan", "sach"})


def cost_of_the_plan(spans: Spans, intent: Intent, topic: Sequence[int]) -> tuple[str, ...]:
    """What is looked for where a plan is asked what it costs as a whole; nothing where a row is."""
    whole = intent in (Intent.BUDGET, Intent.TARGET) and spans.has("budget") and not spans.has("again", "back")
    said = {word for i in topic if not (word := folded(spans.words[i])).isdigit()} - _IN_ALL - _FUNDS
    if not whole or not (_is_its_title(spans, said) if said else _told(spans)):
        return ()
    return ("kinh", "phí") if spans.utterance.accented else ("kinh", "phi")


def _told(spans: Spans) -> bool:
    """Whether a plan is named or pointed at."""
    return spans.scope.named or spans.has("this_plan")


def _is_its_title(spans: Spans, said: set[str]) -> bool:
    """Whether all that is said beside "kế hoạch" is what the plans are about."""
    plan = plain_words("plan")
    return not plan.isdisjoint(said) and bool(said - plan) and are_of_titles(said - plan, spans)
