"""When something is due, understood from the words that offices use for it.

A wording is settled into one way of writing (`writing`), cut into words that mean time (`lexicon`), its dates and
ranges are worked out in the plan's year (`timeline`), and what stands side by side is weighed into one meaning
(`meaning`). The rules are those that state offices follow when they read such a column: a month means its last day,
"trước ngày X" means X, "thường xuyên" means no day at all.
"""

from knowledge.deadlines.meaning import understand_deadline

__all__ = ["understand_deadline"]
