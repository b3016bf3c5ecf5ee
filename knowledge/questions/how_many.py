"""Rows that are counted in other forms than "bao nhiêu việc": the count behind them, or the share that they are."""

from knowledge.language.text import folded
from knowledge.questions.idle_words import hard_words
from knowledge.questions.query import Intent
from knowledge.questions.rule_words import HOW_MANY, HOW_MUCH, ROW_WORDS
from knowledge.questions.spans import Spans


def share_of_rows(spans: Spans) -> Intent | None:
    """What "bao nhiêu phần trăm việc" asks: the share of the rows, or with a topic of its own a figure of the plan."""
    if not spans.has("portion"):
        return None
    return Intent.TARGET if hard_words(spans) else Intent.COUNT


def several_asked(spans: Spans) -> bool:
    """Whether something is asked for in the plural ("những lớp nào"), or named so with nothing in front."""
    bare = [folded(word) if i not in spans.scope.taken else "" for i, word in enumerate(spans.words)]
    plural = [i for i, word in enumerate(bare) if word in _PLURAL]
    near = any(_WHICH.intersection(bare[i + 2 : i + _FAR]) for i in plural)
    first = next((i for i, word in enumerate(bare) if word and word not in _SIGNS), len(bare))
    short = _all_is_left(spans, first) and not _WHICH.intersection(bare)
    return near or (first in plural and short)


def _all_is_left(spans: Spans, first: int) -> bool:
    """Whether few words are named and each of them tells which rows ("những | di sản" is more than "sản")."""
    named = range(first + 1, len(spans.words))
    bare = {folded(spans.words[i]) for i in named}
    return len(named) <= _FEW and set(named) <= set(spans.rest) and bare.isdisjoint(_SAY_LITTLE)


_PLURAL = frozenset({"nhung", "cac"})
_WHICH = frozenset({"nao", "gi"})
_SIGNS = frozenset({":", "cho", "liet", "ke", "xem"})
_FAR = 6  # words from "những" to "nào"
_FEW = 4  # words of what is only named
_SAY_LITTLE = frozenset({"ke", "hoach", "de", "di"})


def counted_noun(spans: Spans) -> str:
    """The word behind "những", "các", "mấy" or "bao nhiêu": rows are of it, whether or not they print it ("đợt")."""
    after = (i + 1 for i, word in enumerate(spans.words) if folded(word) in _COUNTING)
    found = next((spans.words[i] for i in after if i in spans.rest), "")
    return found if folded(found) not in ROW_WORDS else ""


_COUNTING = _PLURAL | HOW_MANY


def ends_in_how_many(spans: Spans) -> bool:
    """Whether rows are named and counted behind ("việc thường xuyên của Sở X bao nhiêu")."""
    said = [folded(word) for word in spans.words[-3:]]
    counted = "nhieu" in said or said[-1:] == ["may"]
    told = spans.units or spans.periods or spans.narrowing.where
    only_rows = spans.begins_with_work() and ROW_WORDS.issuperset(folded(spans.words[i]) for i in spans.rest)
    return counted and bool(told) and only_rows and not spans.has("who", "when")


def counts_the_shown(spans: Spans) -> bool:
    """Whether "bao nhiêu" alone counts the rows of the list before ("thế cả bảng thì bao nhiêu"), and is no figure."""
    figures = [cue for cue in spans.cues if "share" in cue.kinds]
    alone = all(_BARE_HOW_MUCH.issuperset(map(folded, spans.words[cue.start : cue.end])) for cue in figures)
    asked = spans.has("who", "when", "result", "objective", "portion", "budget", "about", "back")
    return spans.earlier.listed and bool(figures) and alone and not (asked or hard_words(spans))


_BARE_HOW_MUCH = HOW_MUCH | {"bao", "la", "tong", "cong", "tat", "ca", "het"}
