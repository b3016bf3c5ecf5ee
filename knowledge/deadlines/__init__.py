"""When something is due, understood from the words that offices use for it.

One grammar of time (`time_rules`) serves questions and commands (`periods`, `arguments`) and plans. A plan's wording is
settled into one way of writing (`writing`), cut into times and what stands around them (`lexicon`), the times are given
their years (`timeline`), and what stands side by side is weighed into one meaning (`meaning`). The rules are those that
state offices follow when they read such a column: a month means its last day, "trước ngày X" means X, "thường xuyên"
means no day at all.
"""

from knowledge.deadlines.meaning import understand_deadline

__all__ = ["understand_deadline"]
