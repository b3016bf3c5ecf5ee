"""What the bot says to admins of units: their chats and names, and the rows that lack a chair or a date. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.render import escape

UNDO, BACK, DROP = "Hoàn tác", "« Đơn vị", "Bỏ tên"
NO_CHAIR, NO_DATE = "Chưa giao chủ trì", "Chưa có thời hạn"
NOTHING = "Chưa có kế hoạch nào nên chưa có đơn vị nào."
NONE_LEFT = "Không còn nhiệm vụ nào như vậy."
GONE = "Mục này không còn nữa. Xin gửi lại /donvi."
UNDONE = "Đã hoàn tác."
NO_NAME = "Xin ghi theo mẫu: /donvi tên khác = tên đơn vị, ví dụ: /donvi VP = Văn phòng Sở"
WHICH_UNIT = "Giao nhiệm vụ này cho đơn vị nào? Xin trả lời tin này bằng tên đơn vị."
WHICH_DAY = "Thời hạn của nhiệm vụ này là ngày nào? Xin trả lời tin này, ví dụ: 30/6/2027, cuối quý III, hết tháng 9."
HOW = (
    "Bấm số để xem. Thêm tên gọi: /donvi VP = Văn phòng Sở; nói rõ tên chung: "
    "/donvi các phòng chuyên môn = Phòng A; Phòng B"
)
LEADERS, TOPIC = "nhóm lãnh đạo", "một chủ đề của nhóm"
OUT, PARKED = "đã đưa ra nên không nhận được tin", "hiện không gửi tin đến được"


@dataclass(frozen=True, slots=True)
class UnitContacts:
    """Who hears of the tasks of a unit.

    Args:
        chats: what each calls itself, and what is to be known of it, may be empty; `people`: who speaks for the unit.
    """

    chats: Sequence[tuple[str, str]] = ()
    people: Sequence[str] = ()


def listing(lines: Sequence[str], first: int, count: int) -> str:
    """A page of the units."""
    shown = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, start=first))
    return f"<b>Đơn vị</b> ({count})\n\n{shown}\n\n{HOW}"


def line(unit: str, rows: int, chats: Sequence[str]) -> str:
    """One line of it."""
    more = f" và {len(chats) - 1} nơi khác" if len(chats) > 1 else ""
    where = f"nhận tin: {escape(chats[0])}{more}" if chats else "chưa có nhóm nhận tin"
    return f"<b>{escape(unit)}</b> – chủ trì {rows} nhiệm vụ; {where}"


def untitled(number: int) -> str:
    """A chat of which only the number is known."""
    return f"{'nhóm' if number < 0 else 'người'} có mã {number}"


def unit(name: str, rows: int, told: UnitContacts, names: Sequence[str], members: Sequence[str]) -> str:
    """One unit in whole."""
    parts = [f"<b>{escape(name)}</b>", f"Chủ trì: {rows} nhiệm vụ."]
    chats = [f"{escape(title)} ({note})" if note else escape(title) for title, note in told.chats]
    parts.append(f"Nơi nhận tin: {'; '.join(chats)}." if chats else "Chưa có nhóm nhận tin (/lienket trong nhóm).")
    parts += [f"Đầu mối: {escape('; '.join(told.people))}."] if told.people else []
    parts += [f"Tên gọi khác: {escape('; '.join(names))}."] if names else []
    parts += [f"Gồm: {escape('; '.join(members))}."] if members else []
    return "\n".join(parts)


def rows(title: str, lines: Sequence[str], first: int, count: int) -> str:
    """A page of the rows that lack something."""
    shown = "\n".join(f"{n}. {escape(text)}" for n, text in enumerate(lines, start=first))
    return f"<b>{title}</b> ({count} nhiệm vụ)\n\n{shown}\n\nBấm số để ghi."


def asks(row: str, plan: str, question: str) -> str:
    """What is asked of one of them."""
    return f"<b>{escape(row)}</b>\nCăn cứ: {escape(plan)}\n\n{question}"


def chair_set(row: str, name: str) -> str:
    """After a row was given to a unit."""
    return f"Đã giao <b>{escape(name)}</b> chủ trì:\n{escape(row)}"


def day_set(row: str, day: str) -> str:
    """After a row was given a date."""
    return f"Đã đặt thời hạn <b>{day}</b>:\n{escape(row)}"


def alias_set(alias: str, name: str) -> str:
    """After a unit was given a further name."""
    return f"Đã ghi: “{escape(alias)}” là <b>{escape(name)}</b>."


def alias_known(alias: str, name: str) -> str:
    """Where the further name is understood as that unit already."""
    return f"“{escape(alias)}” đã được hiểu là <b>{escape(name)}</b>."


def members_set(group: str, names: Sequence[str]) -> str:
    """After it was said what a collective name holds."""
    return f"Đã ghi: “{escape(group)}” gồm <b>{escape('; '.join(names))}</b>."


def undone(what: str) -> str:
    """In place of what was taken back."""
    return f"Đã hoàn tác: {escape(what)}"
