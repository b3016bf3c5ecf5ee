"""What the bot says to admins about what goes out and how it is: broadcasts, backups, figures of use, health. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from handlers.delivery import Outcome
from handlers.render import escape
from knowledge.exports.figures import share_of
from knowledge.language.dates import printed
from scheduler.counters import Answered, Counted, Mark, Marked, Tally, total
from scheduler.health import Health, Index, Trouble

CANCEL = "Hủy"
BROADCAST_HOW = (
    "Xin ghi nội dung thông báo ngay sau lệnh, ví dụ: /thongbao Chiều thứ Sáu họp giao ban lúc 14 giờ; "
    "hoặc trả lời một tin bằng lệnh /thongbao."
)
BROADCAST_LONG = "Thông báo dài quá. Xin rút gọn còn khoảng 3.500 ký tự."
BROADCAST_GONE = "Thông báo này không còn. Xin soạn lại bằng lệnh /thongbao."
BROADCAST_SENT_ALREADY = "Thông báo này đã được gửi hoặc đã hủy."
BROADCAST_DROPPED = "Đã hủy, không gửi thông báo."
BACKUP_FAILED = "Không tạo được bản sao lưu; nguyên nhân có trong nhật ký của máy chủ. Dữ liệu vẫn được giữ nguyên."
TRIAL_BUTTON = "Đây là tin thử: nút chưa có tác dụng."
TRIAL_HOW = "Xin ghi tên đơn vị sau lệnh, ví dụ: /thunhac Văn phòng Sở"
NOBODY_ASKED = "Trong thời gian này chưa có câu hỏi nào."
BACKED_UP = "lấy bản sao lưu"
RELOAD, RELOADED = "Nạp lại cấu hình", "nạp lại cấu hình"
REFRESH = "Xem lại"
NO_HEALTH = "Chưa có số liệu về tình trạng hệ thống ở lần chạy này."
_MOST_UNITS = 5
_MOST_DAYS = 7
_MEGABYTE = 1 << 20
_OUTCOMES = {
    Outcome.SENT: "đã gửi",
    Outcome.PERHAPS: "không rõ đã đến hay chưa",
    Outcome.BLOCKED: "không gửi được vì người nhận đã chặn, đã rời hoặc chưa từng nhắn với tôi",
    Outcome.FAILED: "không gửi được vì đường truyền",
    Outcome.REFUSED: "Telegram không nhận",
}
_ANSWERS = {
    Answered.SURE: "trả lời",
    Answered.TENTATIVE: "hỏi lại",
    Answered.REFUSED: "chưa trả lời được",
    Answered.FAILED: "gặp lỗi",
}
_TROUBLES = {
    Trouble.PASS_LATE: "lượt nhắc việc gần nhất bị trễ",
    Trouble.DISK: "đĩa của máy chủ sắp đầy",
    Trouble.BACKUP: "chưa có bản sao lưu mới",
    Trouble.INTEGRITY: "cơ sở dữ liệu có dấu hiệu hỏng",
}
_ADVICE = {
    Trouble.PASS_LATE: "Nhắc việc có thể bị chậm. Đề nghị người quản trị máy chủ kiểm tra và khởi động lại nếu cần.",
    Trouble.DISK: "Đề nghị người quản trị máy chủ dọn bớt hoặc mở rộng đĩa trước khi không ghi được dữ liệu.",
    Trouble.BACKUP: "Đề nghị người quản trị máy chủ kiểm tra; trong khi chờ có thể lấy bản sao lưu bằng lệnh /saoluu.",
    Trouble.INTEGRITY: "Đề nghị người quản trị máy chủ dừng hệ thống, giữ một bản sao và phục hồi bản sao lưu mới.",
}


def broadcast(text: str, office: str) -> str:
    """A broadcast as everybody gets it."""
    by = f"\n\n<i>{escape(office)}</i>" if office else ""
    return f"<b>THÔNG BÁO</b>\n\n{escape(text)}{by}"


def preview(text: str, office: str, *, working: bool) -> str:
    """What will be sent, above the buttons that send it."""
    now = "" if working else "\nNgoài giờ làm việc, tin vẫn được gửi ngay khi bấm."
    return f"Tin sẽ được gửi đúng như sau:\n\n{broadcast(text, office)}\n\n———\nXin chọn nơi nhận.{now}"


def to_everybody(count: int) -> str:
    """The button that sends to everybody."""
    return f"Gửi mọi người và các nhóm ({count})"


def to_units(count: int) -> str:
    """The button that sends to the chats of units."""
    return f"Chỉ gửi nhóm các đơn vị ({count})"


def broadcast_begun(count: int) -> str:
    """In the small window, after the press."""
    return f"Đang gửi đến {count} nơi."


def sending(text: str, office: str, count: int) -> str:
    """In place of the preview while it is sent."""
    return f"{broadcast(text, office)}\n\n———\nĐang gửi đến {count} nơi. Khi xong, kết quả được ghi tại đây."


def broadcast_done(text: str, office: str, outcomes: Mapping[str, int]) -> str:
    """In place of the preview when it is sent: what became of it."""
    known = (f"{words} {outcomes[o]}" for o, words in _OUTCOMES.items() if outcomes.get(o))
    said = f"Kết quả ({sum(outcomes.values())} nơi nhận): {'; '.join(known)}."
    return f"{broadcast(text, office)}\n\n———\n{said}"


def broadcast_noted(text: str, count: int) -> str:
    """A broadcast in the log."""
    return f"gửi thông báo đến {count} nơi: {clipped(text, 60)}"


BACKED_UP_ELSEWHERE = (
    "Dữ liệu nằm trên máy chủ dùng chung của nhiều cơ quan; người quản trị máy chủ đó sao lưu, bot không gửi bản sao."
)


def backup_caption(originals: int, size: int, at: datetime) -> str:
    """Under the backup."""
    return (
        f"Bản sao lưu lúc {_time(at)}: toàn bộ dữ liệu và {originals} văn bản gốc, {_size(size)}.\n"
        "Lưu ý: Telegram giữ tệp này trên máy chủ của họ. Xin tải về nơi an toàn rồi xóa tin này."
    )


def backup_too_large(size: int) -> str:
    """Where the backup is more than Telegram takes."""
    return (
        f"Bản sao lưu có dung lượng {_size(size)}, Telegram chỉ nhận tệp đến 50 MB nên không gửi được. "
        "Xin lấy bản sao lưu hằng ngày trên máy chủ."
    )


def trial_head(unit: str, at: datetime, count: int, *, tied: bool) -> str:
    """Above the reminders to try."""
    name = escape(unit)
    untied = "" if tied else " Đơn vị chưa có nhóm; khi được liên kết, tin đầu tiên sẽ như sau."
    if not count:
        return (
            f"Tin thử, không ghi vào hệ thống: ngày {printed(at.date())}, {name} không có việc nào phải nhắc.{untied}"
        )
    return f"Tin thử, không ghi vào hệ thống: {count} tin nhắc {name} lúc {_time(at)}.{untied}"


def usage(tallies: Sequence[Tally], first: date, last: date) -> str:
    """How much was asked in a period; nothing of what."""
    tallies = [tally for tally in tallies if first <= tally.day <= last]
    answers, people = total(tallies, Counted.ANSWER), total(tallies, Counted.PERSON)
    asked = sum(count for count, _ in answers.values())
    span = f"từ ngày {printed(first)} đến ngày {printed(last)}"
    if not asked:
        return f"<b>Số liệu sử dụng</b> ({span})\n\n{NOBODY_ASKED}"
    by_outcome = "\n".join(f"• {line}" for line in _by_outcome(answers, asked))
    parts = [f"<b>Số liệu sử dụng</b> ({span})", f"Số câu hỏi: <b>{asked}</b>\n{by_outcome}"]
    parts.append(f"Số người hỏi: <b>{len(people)}</b>")
    units = list(total(tallies, Counted.UNIT).items())[:_MOST_UNITS]
    if units:
        listed = "\n".join(f"• {escape(name)}: {count}" for name, (count, _) in units)
        parts.append(f"Đơn vị hỏi nhiều nhất:\n{listed}")
    return "\n\n".join([*parts, _by_day(tallies)])


def health(value: Health) -> str:
    """How the bot is."""
    wrong = value.troubles
    head = (
        "Hệ thống hoạt động bình thường." if not wrong else "Cần chú ý: " + "; ".join(_TROUBLES[t] for t in wrong) + "."
    )
    blocks = [
        f"<b>Tình trạng hệ thống</b> lúc {_time(value.now)}\n{head}",
        _reminding(value),
        _talking(value),
        _keeping(value),
    ]
    versions = ", ".join(f"{escape(name)} {escape(version)}" for name, version in value.versions.items())
    return "\n\n".join([*blocks, f"Phiên bản: {versions}."])


def trouble_begins(trouble: Trouble) -> str:
    """To the admins, once."""
    return f"<b>Cảnh báo</b>: {_TROUBLES[trouble]}.\n{_ADVICE[trouble]}\nXem thêm: /suckhoe"


def trouble_over(trouble: Trouble) -> str:
    """To the admins, once, when it is over."""
    return f"Đã hết cảnh báo: {_TROUBLES[trouble]}."


def reloaded(changed: Sequence[str], waiting: Sequence[str]) -> str:
    """After the configuration was loaded again."""
    said = f"Đã nạp lại cấu hình. Thay đổi: {_keys(changed)}." if changed else "Đã nạp lại cấu hình: không có thay đổi."
    if waiting:
        said += f"\nChỉ có hiệu lực sau khi khởi động lại: {_keys(waiting)}."
    return said


def clipped(text: str, longest: int) -> str:
    """A text in one line, or its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _by_outcome(answers: Mapping[str, tuple[int, float]], asked: int) -> Sequence[str]:
    return [
        f"{words}: {answers[outcome][0]} ({share_of(answers[outcome][0], asked)})"
        for outcome, words in _ANSWERS.items()
        if outcome in answers
    ]


def _by_day(tallies: Sequence[Tally]) -> str:
    days: dict[date, int] = {}
    for tally in tallies:
        if tally.name is Counted.ANSWER:
            days[tally.day] = days.get(tally.day, 0) + tally.count
    shown = sorted(days.items(), reverse=True)[:_MOST_DAYS]
    return "Theo ngày (gần nhất trước):\n" + "\n".join(f"• {printed(day)}: {count}" for day, count in shown)


def _reminding(value: Health) -> str:
    last = value.marks.get(Marked.PASS)
    when = "chưa có lượt nào" if last is None else f"{_time(last.at)}{'' if last.well else ' (gặp lỗi)'}"
    sent = "; ".join(f"{words} {value.sends[o][0]}" for o, words in _OUTCOMES.items() if o in value.sends) or "chưa có"
    lines = [
        f"Lượt nhắc việc gần nhất: {when}; còn chờ gửi: {value.backlog} tin.",
        f"Tin gửi hôm nay: {sent}.",
        f"Nơi không nhận được tin: {value.parked}; tin không rõ đã đến (7 ngày): {value.unsure}.",
    ]
    return "\n".join(lines)


def _talking(value: Health) -> str:
    lines = [f"Câu hỏi hôm nay: {sum(count for count, _ in value.answers.values())}"]
    for outcome, words in _ANSWERS.items():
        if outcome in value.answers:
            count, seconds = value.answers[outcome]
            lines.append(f"• {words}: {count}, trung bình {_milliseconds(seconds / count)}")
    return "\n".join([*lines, f"Trả lời từ {value.index.plans} kế hoạch, {value.index.rows} nhiệm vụ."])


def _keeping(value: Health) -> str:
    disk = value.disk
    lines = [
        f"Bản sao lưu gần nhất: {_mark(value.marks.get(Marked.BACKUP), 'chưa có')}.",
        f"Kiểm tra cơ sở dữ liệu: {_mark(value.marks.get(Marked.INTEGRITY), 'chưa kiểm tra', 'toàn vẹn')}.",
        f"Đĩa còn trống {_size(disk.free)} trên {_size(disk.total)}; cơ sở dữ liệu {_size(disk.database)}.",
        f"Tìm theo nghĩa: {_by_meaning(value.index)}.",
    ]
    return "\n".join(lines)


def _by_meaning(index: Index) -> str:
    if not index.by_meaning:
        return "chưa cài (make meaning), nhiệm vụ được tìm theo từ"
    return f"đang chuẩn bị cho {index.unread} nội dung mới" if index.unread else "sẵn sàng"


def _mark(mark: Mark | None, none: str, well: str = "") -> str:
    if mark is None:
        return none
    return f"{well + ', ' if well and mark.well else ''}{_time(mark.at)}{'' if mark.well else ' (không thành công)'}"


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} giây".replace(".", ",")


def _size(count: int) -> str:
    if count >= 1024 * _MEGABYTE:
        return f"{count / 1024 / _MEGABYTE:.1f} GB".replace(".", ",")
    if count >= _MEGABYTE:
        return f"{count / _MEGABYTE:.1f} MB".replace(".", ",")
    return f"{-(-count // 1024)} KB"


def _time(at: datetime) -> str:
    return f"{at:%H:%M} ngày {printed(at.date())}"


def _keys(keys: Sequence[str]) -> str:
    return ", ".join(f"<code>{escape(key)}</code>" for key in keys)
