"""What the bot says to admins, and to those who are let in or not. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from handlers.render import escape
from knowledge.language.dates import printed
from knowledge.tasks.standing import acted
from scheduler.access import Group, Person, Role
from scheduler.people import Noted

ONLY_PRIVATE = "Xin dùng lệnh này trong trò chuyện riêng với tôi."
ONLY_GROUP = "Xin gõ lệnh này trong nhóm của đơn vị."
ONLY_ADMINS = "Lệnh này chỉ dành cho quản trị."
ALLOW, REFUSE = "Cho phép", "Từ chối"
TAKE_OUT, KEEP = "Đưa ra", "« Quay lại"
ERASE = "Xóa câu hỏi của người này"
ASKED = "Đã gửi đề nghị đến quản trị. Khi có quyết định, tôi sẽ báo ngay."
ASKED_ALREADY = "Đề nghị của đồng chí đang chờ quản trị quyết định."
NO_CODE = "Mã mời này không còn dùng được: đã có người dùng, hoặc đã quá 7 ngày. Xin hỏi quản trị một mã mới."
DECIDED = "Đề nghị này đã được quyết định."
NOT_ALLOWED_IN = "Xin lỗi, quản trị chưa đồng ý cho đồng chí sử dụng. Xin liên hệ Văn phòng."
LAST_ADMIN = "Đây là quản trị cuối cùng nên không đưa ra được. Xin cử một quản trị khác trước."
GONE = "Người hoặc nhóm này không còn trong danh sách."
HIDDEN = (
    "Đồng chí đang ẩn danh trong nhóm nên tôi không biết ai ra lệnh. "
    "Xin tắt “Ẩn danh” trong quyền quản trị nhóm rồi gửi lại lệnh."
)
WHICH_UNIT = "Xin ghi tên đơn vị sau lệnh, ví dụ: /lienket Văn phòng Sở, hoặc /lienket Văn phòng Sở lãnh đạo"
WHOSE_UNIT = "Chưa có kế hoạch nào nêu tên đơn vị này, hoặc có ở nhiều cơ quan. Xin kiểm tra lại tên đơn vị."
NOT_TIED = "Nhóm này chưa được liên kết với đơn vị nào."
_NUMBER = re.compile(r"\b(người|nhóm) (-?\d+)\b")
_MOST_STRANGERS = 10  # that one note names
NO_LOG = "Nhật ký chưa có dòng nào."


def untied_group(chat: int) -> str:
    """To a group that an admin has just added the bot to."""
    return (
        "Xin chào, nhóm này chưa được liên kết với đơn vị nào. Đồng chí quản trị xin gõ /lienket và tên đơn vị, "
        f"ví dụ: /lienket Văn phòng Sở (mã nhóm: <code>{chat}</code>)."
    )


def invitation(link: str, role: Role, unit: str, doubt: str = "") -> str:
    """The link to hand on; below it what is doubtful about the unit."""
    of = f", {escape(unit)}" if unit else ""
    said = (
        f"Thư mời ({role.label}{of}), dùng được một lần trong 7 ngày. Xin chuyển đường dẫn này cho người được mời:\n\n"
        f"{escape(link)}"
    )
    return f"{said}\n\nXin lưu ý: {escape(doubt)}" if doubt else said


def came_in(role: Role, unit: str) -> str:
    """To the one who was let in."""
    of = f", {escape(unit)}" if unit else ""
    return f"Đồng chí đã được cấp quyền sử dụng: {role.label}{of}. Xin hỏi bằng lời thường; /help cho xem hướng dẫn."


def request(name: str, user: int) -> str:
    """To the admins, above the two buttons."""
    return f"<b>{escape(name)}</b> (mã <code>{user}</code>) xin được dùng. Nếu cho phép, vai trò là: xem."


def strangers(
    days: tuple[date, date], asked: Mapping[int, int], turned: Mapping[int, int], names: Mapping[int, str]
) -> str:
    """To the admins, once a day: who asked to be let in and who was turned away.

    Args:
        asked: how often, by the person; `turned` by the person or the group.
    """
    first, last = map(printed, days)
    people = {number: count for number, count in turned.items() if number > 0}
    groups = {number: count for number, count in turned.items() if number < 0}
    when = f"ngày {last}" if first == last else f"từ ngày {first} đến ngày {last}"
    parts = [f"<b>Người lạ nhắn cho bot</b> ({when})"]
    parts += [f"Xin được dùng ({len(asked)} người): {_numbers(asked, names)}."] if asked else []
    parts += [f"Bị từ chối ({len(people)} người): {_numbers(people, names)}."] if people else []
    parts += [f"Nhóm, kênh chưa được dùng ({len(groups)}): {_numbers(groups, names)}."] if groups else []
    return "\n".join([*parts, "Mời người vào dùng: /moi. Xem ai đang được dùng: /nguoidung."])


def _numbers(counts: Mapping[int, int], names: Mapping[int, str]) -> str:
    """The first of them, most often first, and how many more there are."""
    said = [
        f"{f'{escape(names[number])}, ' if number in names else ''}mã <code>{number}</code> ({count} lần)"
        for number, count in list(counts.items())[:_MOST_STRANGERS]
    ]
    more = len(counts) - len(said)
    return "; ".join(said) + (f"; và {more} mã khác" if more else "")


def decision(name: str, user: int, by: str, *, allowed: bool) -> str:
    """In place of the request, after the decision."""
    said = "Đã cho phép" if allowed else "Đã từ chối"
    return f"{said}: <b>{escape(name)}</b> (mã <code>{user}</code>). Người quyết định: {escape(by)}."


def tied(unit: str, *, leader: bool) -> str:
    """In the group that was tied."""
    of = f"lãnh đạo {escape(unit)}" if leader else escape(unit)
    return f"Nhóm này được liên kết với <b>{of}</b>. Nhắc việc của đơn vị gửi vào đây; thành viên hỏi bằng /hoi."


def untied(units: Sequence[str]) -> str:
    """In the group that was untied."""
    names = escape("; ".join(units))
    return f"Đã hủy liên kết với {names}: nhắc việc không gửi vào nhóm này nữa. Nhóm vẫn được hỏi."


def member(one: Person | Group, name: str) -> str:
    """One line of the list of those who are let in."""
    what = "nhóm" if isinstance(one, Group) else one.role.label
    unit = f", {escape(one.unit)}" if isinstance(one, Person) and one.unit else ""
    called = f"<b>{escape(name)}</b> " if name else ""
    return f"{called}<code>{one.id}</code>: {what}{unit}. Từ {_day(one.added_at)}, do {escape(acted(one.added_by))}."


def members(lines: Sequence[str], first: int, count: int) -> str:
    """A page of the list."""
    shown = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=first))
    return f"<b>Người và nhóm được dùng</b> ({count})\n\n{shown}\n\nBấm số để đưa ra."


def take_out(line: str) -> str:
    """Before somebody is removed."""
    return f"Đưa ra khỏi danh sách? Sau đó không hỏi và không nhận tin được nữa, kể cả trong nhóm.\n\n{line}"


def taken_out(line: str) -> str:
    """After somebody was removed."""
    return f"Đã đưa ra: {line}"


def erased(user: int) -> str:
    """After what somebody has asked was deleted."""
    return f"Đã xóa các câu hỏi và nhắc riêng của người có mã <code>{user}</code>. Báo cáo về nhiệm vụ vẫn được giữ."


def erased_noted(user: int) -> str:
    """The same in the log."""
    return f"người {user}: xóa câu hỏi và nhắc riêng"


def log_book(lines: Sequence[Noted], names: Mapping[int, str]) -> str:
    """The last lines of the log, the newest first; people and groups by how they call themselves now."""
    said = "\n".join(
        f"{_time(line.at)} · {escape(acted(line.who))} · {escape(_named(line.what, names))}" for line in lines
    )
    return f"<b>Nhật ký</b> ({len(lines)} việc mới nhất)\n\n{said}"


def _named(what: str, names: Mapping[int, str]) -> str:
    def with_name(found: re.Match[str]) -> str:
        name = names.get(int(found[2]), "")
        return f"{found[1]} {name} ({found[2]})" if name else found[0]

    return _NUMBER.sub(with_name, what)


def _day(at: str) -> str:
    return printed(datetime.fromisoformat(at).date()) if at else "?"


def _time(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return f"{printed(moment.date())} {moment:%H:%M}"
