"""The carrying out of what the row that was told only draws up: "còn cái triển khai thì tới bao giờ".

Behind "Xây dựng kế hoạch kiểm tra công vụ" it is "Triển khai kiểm tra công vụ": the row that carries out
and has most of what the plan is of.
"""

import re

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import DRAWN_UP, Candidate
from knowledge.language.text import folded, folded_tokens
from knowledge.model import Task
from knowledge.questions.coverage import WHOLE
from knowledge.reply import Citation

_ASKED = re.compile(
    r"\b(?:cai|viec|phan|khau) (?:to chuc )?(?:trien khai|thuc hien|tien hanh)\b(?! (?:ke hoach|viec|nhiem vu))"
)
_CARRIES_OUT = re.compile(r"^(?:to chuc )?(?:trien khai|thuc hien|tien hanh)\b")
_MOST = 0.6  # share of the words of what the plan that is drawn up is of


def carried_out(ask: Ask, row: Candidate) -> Candidate | None:
    """The row that carries out what a row draws up; None where that is not asked, or no row does."""
    item = row.citation.item
    drawn = DRAWN_UP.match(folded(item.task)) if isinstance(item, Task) else None
    if drawn is None or ask.query.topic != ask.before.topic or not _ASKED.search(folded(" ".join(ask.query.words))):
        return None
    loaded = ask.lookup.snapshot.plans[row.plan]
    thing = set(folded_tokens(drawn.string[drawn.end() :]))
    others = ((ref, task) for ref, task in zip(loaded.task_refs, loaded.plan.tasks, strict=True))
    fit = [
        (len(thing.intersection(folded_tokens(task.task))) / max(len(thing), 1), ref, task)
        for ref, task in others
        if _CARRIES_OUT.match(folded(task.task))
    ]
    share, ref, task = max(fit, key=lambda each: each[0], default=(0.0, "", item))
    return Candidate(Citation(ref, loaded.stem, task), row.plan, 1.0, WHOLE) if share >= _MOST else None
