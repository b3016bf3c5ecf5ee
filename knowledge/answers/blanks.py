"""Whether a row leaves open what is asked of it, and who else in its plan tells an amount that it leaves open."""

from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.cells import amount_of, cell_value
from knowledge.answers.evidence import item_words
from knowledge.answers.finding import Found
from knowledge.answers.place_told import leaves_place_open
from knowledge.answers.preference import has_figure, has_sum
from knowledge.answers.purpose_told import says_what_for
from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task
from knowledge.questions.coverage import part_covered
from knowledge.questions.query import Intent
from knowledge.questions.statements import amount_in, asks_share, counted_in
from knowledge.reply import Citation
from knowledge.tasks.cost import cost_text

_NO_FIGURE = 0.5  # the preference of items without a figure is below


def is_blank(ask: Ask, citation: Citation) -> bool:
    """Whether the row leaves open all that is asked of it."""
    item = citation.item
    if ask.query.intent is Intent.TARGET:
        return _names_no_aim(ask, item)
    if ask.query.intent is Intent.BUDGET:
        return not has_sum(item) if _asks_how_much(ask) else isinstance(item, Task) and not cost_text(item)
    if ask.query.intent in (Intent.PASSAGE, Intent.GENERAL):  # "ở đâu", "ở hội trường nào"
        return leaves_place_open(ask, citation)
    if not ask.query.asks or not isinstance(item, Task):
        return False
    return not any(cell_value(ask, name, citation, item) for name in ask.query.asks)


def _names_no_aim(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether an item says nothing of what is to be reached; what figure it is to reach says not what for."""
    if ask.asks_purpose:
        told = item.objective if isinstance(item, Task) else says_what_for(" ".join((item.text, *item.section[-1:])))
        return not told
    if amount_of(ask, item):
        return False
    asked = any("share" in cue.kinds and "objective" not in cue.kinds for cue in ask.query.cues)
    told = item.objective if isinstance(item, Task) else not ask.asks_figure
    return has_figure(item) < _NO_FIGURE and (asked or not told)


def _asks_how_much(ask: Ask) -> bool:
    """Whether a sum is asked for; the name of a plan between says none ("kinh phí | Đồng Nai | lấy ở đâu")."""
    cues = (cue for cue in ask.query.cues if "budget" in cue.kinds)
    asked = (i for cue in cues for i in range(cue.start, cue.end) if i not in ask.query.scope.taken)
    return any(folded(ask.query.words[i]) in _AMOUNTS for i in asked)


_AMOUNTS = frozenset({"nhieu", "may", "ty", "trieu", "dong"})


def amount_told(ask: Ask, found: Found) -> Found | None:
    """What holds as much as a row without a figure and prints how many of the thing there are to be; None for nothing.

    "Giao chỉ tiêu kết nạp hội viên mới" leaves open what "Kết nạp mới 3.500 hội viên" tells.
    """
    if ask.query.intent is not Intent.TARGET or ask.asks_purpose or asks_share(ask.query.words):
        return None
    least = found.rows[0].coverage.share * _AS_MUCH
    things = [folded(concept.typed[0]) for concept in found.topic if not concept.soft]
    for row in found.rows[1:]:
        if row.coverage.share >= least and any(counted_in(row.citation.item, thing) for thing in things):
            return replace(found, rows=(row,), beside=())
    return None


_AS_MUCH = 0.95


def counts_others(ask: Ask, found: Found) -> bool:
    """Whether it is asked how many of a thing there are ("bao nhiêu biên chế") and the row only tells of others.

    A single word is more often a way to call what the row counts ("ra được mấy người", "mấy cái").
    """
    item = found.rows[0].citation.item
    if not ask.counted or ask.counts_rows or not amount_in(item) or counted_in(item, ask.counted):
        return False
    words = found.rows[0].words or item_words(item)
    thing = [concept for concept in found.topic if folded(concept.typed[0]) == ask.counted and len(concept.typed) > 1]
    return bool(thing) and part_covered(thing[0], words) < _HELD


_HELD = 0.55  # part of a concept from which an item has it
