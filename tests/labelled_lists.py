"""A plan around a list with labels, and the rows that are read of it."""

from grids import told

from knowledge.model import TaskKind
from knowledge.plan.understanding import understand
from knowledge.readers.text import read_text

HEAD = """SỞ NỘI VỤ
Số: 12/KH-SNV
An Bình, ngày 10 tháng 01 năm 2027
KẾ HOẠCH
Cải cách hành chính năm 2027
II. NHIỆM VỤ
"""
FOOT = "Nơi nhận:\n- Như trên;\nGIÁM ĐỐC\nTrần Văn An\n"


def rows(text: str) -> list[str]:
    plan = understand(read_text(HEAD + text + FOOT, "ke-hoach.txt"))
    assert all(task.kind is TaskKind.TABLE for task in plan.tasks)
    return [told(task) for task in plan.tasks]
