"""A list of what is like the row before in one thing: "việc nào cùng hạn đó", "mấy việc ghi thời hạn như vậy".

What the row has there is put in its place; then it is asked for like any other wording of a cell, or unit.
"""

import re
from collections.abc import Callable

from knowledge.answers.told_before import first_told
from knowledge.language.text import folded, nfc
from knowledge.model import Task
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS
from knowledge.questions.rule_words import OF_WORK
from knowledge.units.name_words import ANY_UNIT, bare_kinds

_WORK = "|".join((*map(folded, OF_WORK), "dong", "cai"))
_LIST = re.compile(
    rf"\b(?:{_WORK})(?: \w+){{0,2}}? (?:nao|gi|mo|chi)\b"
    rf"|\b(?:may|bao nhieu|bn|nhung|cac|tat ca|con)(?: \w+){{0,2}}? (?:{_WORK})\b(?! (?:nay|do|ay|kia|tren))"
)
_ONE = "(?:no|(?:viec|cai|dong|nhiem vu|muc)(?: (?:nay|do|ay|tren|kia|vua roi))?)"
_SO = rf"(?:nhu|giong|y|y nhu|y chang) (?:vay|the|rua|nay|do|tren|{_ONE})"
_THAT = "(?:do|ay|nay|kia)"
# Nothing may follow that says of what else: "cùng hạn | tháng 4", "cùng Công an phường làm" are of other rows.
_CLOSED = r"(?=(?: (?:nua|luon|khong|k|ko|hong|hem|ha|a|vay|the|rua|nhi|em|anh|chi|nhe|nha|nao|kia))*[\s?.!]*$)"
_OF_THE_ROW = rf"(?: (?:{_THAT}|{_SO}|(?:voi|nhu) {_ONE}))*"
_DENIED = r"(?<!khong )(?<!chua )(?<!ko )(?<!khong co )(?<!chua co )(?<!ko co )(?<!khong ghi )(?<!chua ghi )"


def _like(name: str, *, points: bool = False) -> re.Pattern[str]:
    """How a text says that rows have the same of something as the row before.

    Args:
        points: whether it has to be pointed at ("cùng phòng | đó"): a unit's kind alone begins its name as well.
    """
    row = rf"(?: {_THAT}){_OF_THE_ROW}" if points else _OF_THE_ROW
    same = rf"\b(?:cung|chung|trung|giong)(?: (?:mot|chung))? (?:{name})(?P<points>{row})"
    such = (
        rf"\b{_DENIED}(?:(?:cung|deu|co|ra) )*{_DENIED}(?:{name})(?: (?:cung|deu|la|ghi|duoc|viet|ra))* (?P<so>{_SO})"
    )
    return re.compile(rf"(?:{same}|{such})\b{_CLOSED}")


def _due(task: Task) -> str:
    due, text = task.deadline.due[-1:], task.deadline.text
    if due and re.search(r"\d/\d", text):
        return f"đến hạn ngày {due[0]:%d/%m/%Y}"
    return f"có thời hạn ghi “{text}”" if text else ""


def _made(task: Task) -> str:
    return f"có sản phẩm là “{task.result}”" if task.result else ""


def _chaired(task: Task) -> str:
    return f"do {' và '.join(task.lead)} chủ trì" if task.lead else ""


def _helped(task: Task) -> str:
    return f"do {' và '.join(task.coordinate)} phối hợp" if task.coordinate else ""


_ANY = "|".join((*map(folded, ANY_UNIT), "ben", "noi", "cho", "phong"))
_ALIKE: tuple[tuple[re.Pattern[str], Callable[[Task], str]], ...] = (
    (_like("thoi han|thoi gian(?: hoan thanh| thuc hien)?|han(?: chot| nop| hoan thanh)?|deadline|moc"), _due),
    (_like("san pham|ket qua|dau ra"), _made),
    (_like(rf"(?:{_ANY}) phoi hop"), _helped),
    (_like(rf"(?:{_ANY}) (?:chu tri|phu trach|lam|lo)"), _chaired),
    (_like("|".join((_ANY, *bare_kinds())), points=True), _chaired),
)


def with_alike_shown(text: str, before: Conversation, lookup: Lookup) -> tuple[str, str]:
    """The text with what the row before has, where rows are asked for that have the same, and what is not understood.

    That are the words that point at it where no row was told, or one that has nothing there.
    """
    text = nfc(text)
    said = folded(text)
    if before.query is None or len(said) != len(text) or not _LIST.search(said):
        return text, ""
    row = _told(before, lookup)
    for pattern, value in _ALIKE:
        if found := pattern.search(said):
            if same := value(row) if row else "":
                return f"{text[: found.start()]}{same}{text[found.end() :]}", ""
            pointed = found["points"] or found["so"]
            return text, text[found.start() : found.end()] if pointed else ""
    return text, ""


def _told(before: Conversation, lookup: Lookup) -> Task | None:
    """The one row that was told last."""
    one = before.shown and before.intent not in LISTS and not before.abstained
    told = first_told(before, lookup, ()) if one else None
    return told.item if told and isinstance(told.item, Task) else None
