"""What the bot says to admins about documents, plans and working days, and to units about a changed plan. Pure."""

from collections.abc import Sequence
from datetime import date

from handlers.render import escape
from knowledge.language.dates import printed
from scheduler.plan_news import News

MOST_MEGABYTES = 20  # https://core.telegram.org/bots/api#getfile
IN_PRIVATE = "Xin gửi tệp kế hoạch trong trò chuyện riêng với tôi; tôi không nhận tệp kế hoạch trong nhóm."
NOT_ADMIN = "Tôi đã nhận được tệp, nhưng chỉ quản trị mới đưa kế hoạch vào được. Xin chuyển tệp cho quản trị."
TOO_BIG = (
    f"Tệp lớn hơn {MOST_MEGABYTES} MB nên Telegram không cho bot tải về. Xin chọn một cách: gửi bản Word hoặc Excel "
    "thay cho bản quét; nén hoặc chia nhỏ tệp PDF; hoặc chép tệp vào thư mục plans trên máy chủ rồi gõ /napplan."
)
NOT_FETCHED = "Chưa tải được tệp từ Telegram. Xin gửi lại sau ít phút."
NO_PLACE = "Máy chủ chưa lưu được tệp (hết chỗ hoặc thiếu quyền). Xin báo người quản lý máy chủ; chưa có gì thay đổi."
PHOTO = (
    "Ảnh gửi nhanh bị Telegram nén nên không đọc được chữ chắc chắn. Xin gửi lại dưới dạng tệp "
    "(biểu tượng kẹp giấy, Tệp), tốt nhất là bản Word, Excel hoặc PDF."
)
OTHERS_READ = "Các tệp khác gửi cùng được đọc riêng, mỗi tệp một tin."
MOST_NAMED = 10
NO_PLAN = "{name}: không tìm thấy kế hoạch trong tệp này (không có bảng nhiệm vụ, không có số và tên kế hoạch)."
CLASSIFIED_FILE = "{name}: có dấu chỉ độ mật nên không nhận; xin xóa tệp này khỏi thư mục."
NOTHING_CHANGED = "Chưa có gì thay đổi."
SAME = "Kế hoạch này đã có, không có dòng nào khác. Không cần nạp lại."
GONE = "Tệp này đã được quyết định, hoặc đã quá 3 ngày. Xin gửi lại tệp nếu cần."
DROPPED = "Đã hủy. Tệp đã xóa, các kế hoạch giữ nguyên."
STORING = "Đang nạp, xin chờ giây lát…"
CANCEL, REALLY, KEEP = "Hủy", "Đồng ý, vẫn nạp", "« Quay lại"
TOO_MANY = "Tệp nén chứa {count} văn bản; mỗi lần nhận tối đa {most}. Xin chia nhỏ."
NOT_NOW = "Chưa thực hiện được: {why} Các kế hoạch đang dùng giữ nguyên."
NO_LIBRARY = "Bot này không quản lý kế hoạch."


def reading(called: str, how_far: str = "") -> str:
    """While a document is read; the one message that is edited."""
    return f"Đang đọc <b>{escape(called)}</b>… {escape(how_far)}".rstrip()


def classified(called: str, *, deleted: bool) -> str:
    """Of a document that is marked as secret.

    Args:
        called: its name, where it came with others, which are read.
        deleted: whether the message that it came in could be deleted.
    """
    which = f" <b>{escape(called)}</b>" if called else " này"
    message = ", tin nhắn chứa tệp cũng đã xóa" if deleted else ""
    said = (
        f"Tài liệu{which} có dấu chỉ độ mật nên tôi không nhận. Bản sao trên máy chủ đã được xóa{message}. "
        "Xin không gửi tài liệu mật qua Telegram."
    )
    return f"{said} {OTHERS_READ}" if called else said


def left_unread(names: Sequence[str]) -> str:
    """Of what stands in a parcel beside documents."""
    more = f" và {len(names) - MOST_NAMED} tệp khác" if len(names) > MOST_NAMED else ""
    listed = ", ".join(escape(name.rsplit("/", 1)[-1]) for name in names[:MOST_NAMED])
    return f"Trong tệp nén, tôi không đọc {len(names)} tệp không phải văn bản: {listed}{more}."


def agree(count: int) -> str:
    """The label of the button that stores a document."""
    return f"Đồng ý nạp {count} dòng"


def losing(stem: str, lost: int, before: int, count: int) -> str:
    """Before a version is stored that loses most rows."""
    return (
        f"<b>Xin xem kỹ.</b> Bản này bỏ <b>{lost}</b> trong {before} dòng của kế hoạch {escape(stem)}, "
        f"còn lại {count} dòng. Nhắc việc của các dòng bị bỏ sẽ dừng. Có thể tệp bị thiếu phụ lục. Vẫn nạp?"
    )


def stored(stem: str, number: int, count: int, told: int) -> str:
    """After a document was stored."""
    units = f" Đã báo {told} nhóm của các đơn vị liên quan." if told else ""
    return (
        f"Đã nạp <b>{escape(stem)}</b>, bản {number}: {count} dòng.{units}\n"
        "Xem, so sánh hoặc quay lại bản trước: /kehoach"
    )


def refused(problems: Sequence[str]) -> str:
    """Where a document cannot be taken."""
    return f"{escape(' '.join(problems))}\n\n{NOTHING_CHANGED}"


TAKEN_IN, UPDATED, TAKEN_OUT = "vừa được đưa vào", "vừa được cập nhật", "đã thôi dùng"


def plan_news(plan: str, news: News, what: str) -> str:
    """To a unit, in one message: what a changed plan changes for it; `what` is what was done to the plan."""
    new = what == TAKEN_IN
    counts = (("nhiệm vụ mới" if not new else "nhiệm vụ", news.added), ("nhiệm vụ đổi thời hạn", news.moved),
              ("nhiệm vụ có nội dung sửa", news.changed), ("nhiệm vụ không còn", news.removed))  # fmt: skip
    said = ", ".join(f"<b>{len(refs)}</b> {what}" for what, refs in counts if refs)
    return f"{escape(plan)} {what}. {escape(news.unit)}: {said}. Xem bằng lệnh /viec."


FOLDER_EMPTY = "Thư mục plans trên máy chủ chưa có tệp nào. Xin chép tệp vào đó, hoặc gửi tệp thẳng cho tôi."
NO_DOCUMENT = "{name}: không phải văn bản, đã bỏ qua"
MOST_AT_ONCE = 5


def folder_read(count: int, same: int, changed: int, refused_files: Sequence[str]) -> str:
    """After the folder of plans was read."""
    said = [f"Đã đọc thư mục plans: {count} tệp, {same} không đổi, {changed} mới hoặc có thay đổi."]
    if changed:
        shown = f" {MOST_AT_ONCE} bản đầu" if changed > MOST_AT_ONCE else ""
        said.append(f"Xin xem và quyết định từng bản{shown} dưới đây.")
    if changed > MOST_AT_ONCE:
        said.append("Sau đó gõ lại /napplan để xem các bản còn lại.")
    if refused_files:
        said.append("Không đọc được:\n" + "\n".join(f"• {escape(problem)}" for problem in refused_files))
    return "\n".join(said)


# ----- /kehoach
NO_PLANS = "Chưa có kế hoạch nào. Xin gửi tệp kế hoạch cho tôi trong trò chuyện riêng này."
PLAN_GONE = "Kế hoạch này không còn, hoặc đã thay đổi. Xin gõ lại /kehoach."
ROWS, LIST, RETIRE, BRING_BACK = "Xem các dòng", "« Danh sách", "Thôi dùng", "Dùng lại"
SURE_BACK, SURE_RETIRED = "Đồng ý quay lại", "Đồng ý thôi dùng"


def plans(lines: Sequence[str], retired: Sequence[str], first: int, most: int) -> str:
    """A page of the plans, numbered, and those that are not used any more."""
    every = [f"{number}. {line}" for number, line in enumerate((*lines, *map(escape, retired)), 1)]
    shown = "\n\n".join(every[first : min(first + most, len(lines))])
    old = "\n".join(every[max(first, len(lines)) : first + most])
    more = f"\n\n<b>Đã thôi dùng</b>\n{old}" if old else ""
    how = "Bấm số để xem các bản, so sánh, quay lại, thôi dùng."
    return f"<b>Kế hoạch đang dùng</b> ({len(lines)})\n\n{shown}{more}\n\n{how}"


def compare_with(number: int) -> str:
    """The label of the button that compares the version in use with another."""
    return f"So với bản {number}"


def go_back_to(number: int) -> str:
    """The label of the button that brings an earlier version back."""
    return f"Quay lại bản {number}"


def retired_plan(stem: str) -> str:
    """A plan that is not used any more."""
    return f"<b>{escape(stem)}</b> đã thôi dùng. Tệp gốc và các bản vẫn được giữ. Dùng lại?"


def brought_back(stem: str, number: int, told: int) -> str:
    """After a retired plan is used again."""
    return f"Đã dùng lại <b>{escape(stem)}</b>, bản {number}.{_told(told)}"


def plan_line(name: str, rows: int, number: int) -> str:
    """One plan of the list."""
    return f"<b>{escape(name)}</b> – {rows} dòng, bản {number}"


def sure_back(stem: str, number: int, count: int, said: str) -> str:
    """Before an earlier version is brought back."""
    return (
        f"Quay lại <b>bản {number}</b> của {escape(stem)} ({count} dòng)?\n{said}\n"
        "Báo cáo và gia hạn đã ghi của các dòng được giữ."
    )


def sure_retired(plan: str, count: int) -> str:
    """Before a plan is retired."""
    return (
        f"Thôi dùng <b>{escape(plan)}</b>? {count} dòng của kế hoạch này không còn được trả lời và nhắc việc. "
        "Tệp gốc, các bản và báo cáo đã ghi vẫn được giữ; dùng lại được bất cứ lúc nào."
    )


def went_back(stem: str, number: int, told: int) -> str:
    """After an earlier version was brought back."""
    return f"Đã quay lại bản {number} của <b>{escape(stem)}</b>.{_told(told)}"


def retired(stem: str, told: int) -> str:
    """After a plan was retired."""
    return f"Đã thôi dùng <b>{escape(stem)}</b>.{_told(told)}"


def _told(count: int) -> str:
    return f" Đã báo {count} nhóm của các đơn vị liên quan." if count else ""


# ----- /lich
CALENDAR_HOW = (
    "Xin ghi ngày sau lệnh: /lich nghỉ 2/1/2027, /lich làm thứ Bảy tuần này, /lich nghỉ từ 5/2 đến 12/2 nghỉ Tết. "
    "Chỉ gõ /lich để xem lịch."
)
TOO_LONG_A_TIME = "Mỗi lần đặt tối đa 31 ngày. Xin chia thành nhiều lần."
PAST_DAY = "Ngày này đã qua. Xin ghi một ngày từ hôm nay trở đi."
UNDO, UNDONE, UNDO_LATE = (
    "Hoàn tác",
    "Đã hoàn tác.",
    "Lịch đã được sửa lại sau đó nên không hoàn tác được. Xin gõ /lich.",
)


def working_days(year: int, lines: Sequence[str]) -> str:
    """The days of a year that are not as usual."""
    shown = "\n".join(lines) or "Chưa có ngày nào đặc biệt."
    return f"<b>Lịch làm việc</b> (từ hôm nay đến hết năm {year})\n\n{shown}\n\n{CALENDAR_HOW}"


def day_line(day: date, *, works: bool, why: str) -> str:
    """A day that is not as usual."""
    return (
        f"{weekday(day)} {printed(day)}: <b>{'làm việc' if works else 'nghỉ'}</b>{f' – {escape(why)}' if why else ''}"
    )


def day_set(first: date, last: date, *, works: bool, note: str) -> str:
    """After days were set."""
    days = f"{weekday(first)} {printed(first)}"
    days += f" đến {weekday(last)} {printed(last)}" if last > first else ""
    why = f" ({escape(note)})" if note else ""
    effect = (
        "Tin nhắc được gửi trong ngày này như ngày thường."
        if works
        else "Không gửi tin nhắc trong ngày nghỉ; việc đến hạn được nhắc vào ngày làm việc liền trước."
    )
    return f"Đã đặt <b>{'làm việc' if works else 'nghỉ'}</b>: {days}{why}. {effect}"


def weekday(day: date) -> str:
    """The name of a day of the week."""
    return ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")[day.weekday()]
