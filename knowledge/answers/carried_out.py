"""The carrying out of what the row that was told only draws up: "còn cái triển khai thì tới bao giờ".

Behind "Xây dựng kế hoạch kiểm tra công vụ" it is "Triển khai kiểm tra công vụ": the row that carries out
and has nearly all of what the plan is of.
"""

import re

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import DRAWN_UP, Candidate, item_words
from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.questions.coverage import WHOLE, share_covered
from knowledge.reply import Citation
from knowledge.search.words import terms

_ASKED = re.compile(
    r"\b(?:cai|viec|phan|khau) (?:to chuc )?(?:trien khai|thuc hien|tien hanh)\b(?! (?:ke hoach|viec|nhiem vu))"
)
_CARRIES_OUT = re.compile(r"^(?:to chuc )?(?:trien khai|thuc hien|tien hanh)\b")
_MOST = 0.85  # share of what the plan that is drawn up is of, which the other row has to hold


def carried_out(ask: Ask, row: Candidate) -> Candidate | None:
    """The row that carries out what a row draws up; None where that is not asked, or no row does."""
    item = row.citation.item
    drawn = DRAWN_UP.match(folded(item.task)) if isinstance(item, Task) else None
    if drawn is None or ask.query.topic != ask.before.topic or not _ASKED.search(folded(" ".join(ask.query.words))):
        return None
    loaded = ask.lookup.snapshot.plans[row.plan]
    thing = [concept for concept in ask.lookup.topic(terms(drawn.string[drawn.end() :])) if not concept.soft]
    fit = [
        (share_covered(thing, item_words(task)[:1]), ref, task)
        for ref, task in zip(loaded.task_refs, loaded.plan.tasks, strict=True)
        if _CARRIES_OUT.match(folded(task.task))
    ]
    share, ref, task = max(fit, key=lambda each: each[0], default=(0.0, "", item))
    return Candidate(Citation(ref, loaded.stem, task), row.plan, 1.0, WHOLE) if share >= _MOST else None
