"""Rows that are counted in other forms than "bao nhiêu việc": the count behind them, or the share that they are."""

from knowledge.language.text import folded
from knowledge.questions.cues import soft_words
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans

ROW_WORDS = frozenset({"viec", "nhiem", "vu", "cong", "dau", "muc"})  # of "việc", "nhiệm vụ", "đầu việc"


def share_of_rows(spans: Spans) -> Intent | None:
    """What "bao nhiêu phần trăm việc" asks: the share of the rows, or with a topic of its own a figure of the plan."""
    if not spans.has("portion"):
        return None
    topic = any(folded(spans.words[i]) not in soft_words() for i in spans.rest)
    return Intent.TARGET if topic else Intent.COUNT


def ends_in_how_many(spans: Spans) -> bool:
    """Whether rows are named and counted behind ("việc thường xuyên của Sở X bao nhiêu")."""
    said = [folded(word) for word in spans.words[-3:]]
    counted = "nhieu" in said or said[-1:] == ["may"]
    told = spans.units or spans.periods or spans.narrowing.where
    only_rows = spans.begins_with_work() and ROW_WORDS.issuperset(folded(spans.words[i]) for i in spans.rest)
    return counted and bool(told) and only_rows and not spans.has("who", "when")
