"""What the bot says to those who want to be reminded, or left in peace, by themselves. Pure."""

from collections.abc import Sequence

from handlers.render import escape

AHEAD = (14, 7, 3, 1, 0)  # days before a date that are offered
WRITE_FIRST = "Nhắc riêng được gửi vào trò chuyện riêng. Xin đồng chí mở trò chuyện riêng với tôi và gõ /start trước."
IN_PRIVATE = "Xin gõ /nhac trong trò chuyện riêng với tôi để xem các nhiệm vụ đã hẹn nhắc."
WHICH = "Xin trả lời tin có nhiệm vụ, hoặc ghi số thứ tự sau lệnh, ví dụ: /nhac 2.3 trước 3 ngày"
NOT_FOUND = "Tôi chưa tìm thấy nhiệm vụ này. " + WHICH
NO_DATE = "Nhiệm vụ này không còn thời hạn cụ thể nào nên không nhắc trước được."
NOTHING = "Đồng chí chưa hẹn nhắc nhiệm vụ nào. " + WHICH
REMOVE = "Bỏ nhắc"
BACK = "« Danh sách"
NO_UNIT = "Tôi chưa biết đồng chí thuộc đơn vị nào. Xin ghi tên đơn vị trong câu hỏi, hoặc nhờ quản trị ghi giúp."
LOUD = "Bật lại"
HOW_QUIET = "Xin ghi thời gian sau lệnh, ví dụ: /tat 3 ngày, /tat đến 15/6; bật lại: /tat mở"
GONE = "Nhiệm vụ này không còn trong kế hoạch hiện hành"


def ahead(days: int) -> str:
    """When somebody is reminded."""
    return f"trước {days} ngày" if days else "đúng ngày"


def toggle(days: int, *, wanted: bool) -> str:
    """The button that wants or drops one of these."""
    return f"✓ {ahead(days)}" if wanted else ahead(days)


def wish(row: str, due: str, before: Sequence[int]) -> str:
    """One row with when it is reminded."""
    when = ", ".join(map(ahead, before)) or "chưa hẹn"
    return f"<b>{escape(row)}</b>\nThời hạn: {due}. Nhắc riêng đồng chí: <b>{when}</b>."


def past(row: str) -> str:
    """A row of which no date is to come."""
    return f"<b>{escape(row)}</b>\nNhiệm vụ đã qua thời hạn nên không nhắc trước được."


def in_group(row: str, before: int) -> str:
    """In a group, after somebody has wanted to be reminded."""
    return f"Sẽ nhắc riêng đồng chí {ahead(before)}: {escape(row)}"


def listing(rows: Sequence[str], quiet: str) -> str:
    """All that somebody wants to be reminded of."""
    listed = "\n".join(f"{n}. {row}" for n, row in enumerate(rows, start=1))
    silence = f"\n\nĐang tắt đến hết ngày {quiet}; bật lại: /tat mở" if quiet else ""
    return f"<b>Nhắc riêng của đồng chí</b> ({len(rows)})\n\n{listed}\n\nBấm số để đổi hoặc bỏ nhắc.{silence}"


def line(row: str, due: str, before: Sequence[int]) -> str:
    """One line of that list."""
    until = f" – hạn {due}" if due else ""
    return f"{escape(row)}{until}; {', '.join(map(ahead, before))}"


def which(rows: Sequence[str]) -> str:
    """Asks back which row is meant."""
    listed = "\n".join(f"{n}. {escape(row)}" for n, row in enumerate(rows, start=1))
    return f"Nhắc đồng chí nhiệm vụ nào? Bấm số để chọn:\n\n{listed}"


def quiet(day: str) -> str:
    """After somebody wanted to hear nothing for a while."""
    return f"Đã tắt nhắc riêng đến hết ngày {day}. Nhắc việc gửi vào nhóm của đơn vị không thay đổi."


LOUD_AGAIN = "Đã bật lại nhắc riêng."
