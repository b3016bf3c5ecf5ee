"""What the bot says to those who report how a row stands. Pure."""

from collections.abc import Sequence

from handlers.render import escape
from knowledge.model import State
from knowledge.tasks.standing import STATE_LABELS

UNDO = "Hoàn tác"
TAKE_BACK = "Hủy báo cáo gần nhất"
SHOW_PROOF = "Xem minh chứng"
DONE, DOING = "Đã xong", "Đang làm"
NOTHING_TO_UNDO = "Không còn gì để hoàn tác: báo cáo này đã được hoàn tác, hoặc đã có báo cáo mới hơn."
FORGOTTEN = "Tin này đã cũ. Xin đồng chí báo lại."
ONLY_WHO_SAID = "Chỉ người đã báo mới chọn được."
NO_SUCH_ROW = (
    "Tôi chưa biết đồng chí báo về nhiệm vụ nào. Xin trả lời tin có nhiệm vụ đó, hoặc ghi số thứ tự, ví dụ: "
    "việc 1.2 đã xong, kèm công văn 123."
)
NO_UNIT = (
    "Chỉ đầu mối của đơn vị, thành viên nhóm của đơn vị chủ trì, hoặc quản trị mới báo được. Xin liên hệ Văn phòng."
)
UNDONE = "Đã hoàn tác."
PICTURE = "ảnh"
NO_PROOF = "Báo cáo này không có tệp kèm theo."


def which_row(rows: Sequence[str]) -> str:
    """Asks back which row a report is about."""
    listed = "\n".join(f"{n}. {escape(row)}" for n, row in enumerate(rows, start=1))
    return f"Đồng chí báo về nhiệm vụ nào? Bấm số để chọn:\n\n{listed}"


def which_state(row: str) -> str:
    """Asks back what is reported of a row."""
    return f"Đồng chí báo nhiệm vụ này thế nào?\n\n<b>{escape(row)}</b>"


def recorded(lines: Sequence[str]) -> str:
    """After one or more reports, one line each."""
    return "Đã ghi nhận.\n\n" + "\n\n".join(lines)


def report_line(row: str, state: State, proof: str | None, note: str | None) -> str:
    """One report as it was kept."""
    more = [f"Kèm theo: {escape(proof)}"] if proof else []
    more += [f"Ghi chú: {escape(note)}"] if note else []
    return "\n".join([f"<b>{escape(row)}</b>", f"Tình trạng: <b>{STATE_LABELS[state]}</b>", *more])


def not_recorded(row: str, why: str) -> str:
    """A report that changes nothing, or may not be made."""
    return f"<b>{escape(row)}</b>\n{escape(why)}"


def undone(row: str, who: str) -> str:
    """In place of a report that was taken back."""
    return f"Đã hoàn tác ({escape(who)}):\n\n<b>{escape(row)}</b>"


def proof_caption(row: str, who: str) -> str:
    """Under a document or picture that came with a report."""
    return f"Minh chứng: {row} ({who})"


def undo_of(number: str) -> str:
    """The button that takes back one of several reports."""
    return f"{UNDO} {number}"


def logged(row: str, state: State, proof: str | None) -> str:
    """A report in the log."""
    return f"báo {STATE_LABELS[state]}: {row}" + (f", kèm {proof}" if proof else "")


def logged_undo(row: str) -> str:
    """A report that was taken back, in the log."""
    return f"hoàn tác báo cáo: {row}"


def decided(day: str, *, granted: bool) -> str:
    """What was decided on a request for more time, in the log."""
    return f"đồng ý gia hạn đến {day}" if granted else f"không đồng ý gia hạn đến {day}"


def logged_act(row: str, said: str) -> str:
    """What else was pressed or asked of a row, in the log."""
    return f"{said.rstrip('.')}: {row}"
