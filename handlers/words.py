"""Every sentence that the bot says of its own, in the chat and in the console. Pure.

Polite and short, addressed to a colleague of an office ("đồng chí"); what the plans say is worded in
`knowledge.wording.rows`.
"""

from collections.abc import Sequence

from handlers.render import escape
from knowledge.model import State
from knowledge.tasks.standing import STATE_LABELS
from scheduler.access import Judged, Kind, Role
from scheduler.digest import Action
from scheduler.wording import clipped

LONGEST_QUOTE = 60  # characters of a question that is quoted
EXAMPLES = (
    "ai chủ trì nhiệm vụ số hóa hồ sơ?",
    "Văn phòng có những việc gì trong quý này?",
    "việc nào đến hạn trong tháng này?",
)

ONLY_WORDS = "Tôi chỉ đọc được câu hỏi bằng chữ. Xin đồng chí gõ câu hỏi, ví dụ: “ai chủ trì nhiệm vụ số hóa hồ sơ?”."
VOICE = "Tôi chưa nghe được tin thoại. Xin đồng chí gõ câu hỏi bằng chữ; bàn phím điện thoại có nút đọc để viết."
STICKER = "Tôi không đọc được nhãn dán và ảnh động. Đồng chí cần hỏi gì, xin gõ bằng chữ."
PICTURE = (
    "Tôi không đọc được chữ trong ảnh. Xin viết câu hỏi vào chú thích của ảnh; nếu ảnh là minh chứng, "
    "xin trả lời tin có nhiệm vụ và gửi kèm ảnh."
)
FILE = "Tôi không đọc tệp trong trò chuyện. Xin viết câu hỏi bằng chữ; kế hoạch mới do quản trị gửi."
ASK_WHAT = "Xin đồng chí viết câu hỏi ngay sau lệnh, ví dụ: /hoi ai chủ trì nhiệm vụ số hóa hồ sơ?"
FAILED = "Xin lỗi đồng chí, tôi gặp lỗi khi xử lý yêu cầu này. Xin thử lại sau ít phút; nếu vẫn lỗi, xin báo Văn phòng."
BUSY = (
    "Có nhiều câu hỏi gửi đến cùng lúc nên tôi chỉ trả lời các câu mới nhất dưới đây. "
    "Câu nào chưa được trả lời, xin đồng chí gửi lại."
)
TOO_MANY = "Có nhiều lần bấm đến cùng lúc nên tôi không làm hết. Xin đồng chí chờ ít giây rồi bấm lại."
FILE_AGAIN = "Riêng tệp, tôi không giữ lại; xin đồng chí gửi lại lệnh để nhận."
UNREADABLE = "Có tin nhắn từ Telegram không đọc được, hệ thống đã bỏ qua. Chi tiết (số hiệu) có trong nhật ký máy chủ."
NOT_WRITTEN = "Chưa ghi được, xin bấm hoặc gửi lại sau ít giây."
NO_STORAGE = (
    "Máy chủ chưa đọc hoặc ghi được dữ liệu (đĩa hết chỗ, bị lỗi hoặc thiếu quyền), nên chưa thực hiện được yêu cầu. "
    "Xin báo người quản lý máy chủ."
)
OLD_LIST = "Danh sách này đã cũ. Xin đồng chí hỏi lại để xem kết quả mới."
OLD_BUTTON = "Nút này không còn dùng được. Xin đồng chí hỏi lại."
NO_ROW = "Nhiệm vụ này không còn trong các kế hoạch hiện hành. Xin đồng chí hỏi lại."
NOT_ALLOWED = "Xin lỗi, đồng chí chưa được cấp quyền sử dụng. Xin liên hệ Văn phòng."
UNKNOWN_COMMAND = "Tôi chưa biết lệnh này."

OPEN_ROW = "Mở toàn bộ nhiệm vụ"
OPEN_PASSAGE = "Mở toàn văn"
TYPE_NUMBER = "(Gõ số thứ tự, ví dụ 1, để mở toàn bộ nhiệm vụ.)"
CONSOLE_KEYS = "Gõ số để mở toàn bộ nhiệm vụ, /help để xem hướng dẫn, /quit để thoát."
ACTIONS = {
    Action.DONE: "Đã xong",
    Action.IN_PROGRESS: "Đang làm",
    Action.LATER: "Nhắc sau",
    Action.OPEN: "Xem",
    Action.GRANT: "Đồng ý",
    Action.REFUSE: "Không đồng ý",
}
ASK_EXTENSION = "Xin gia hạn"
ANONYMOUS = "Quản trị ẩn danh của nhóm"
MEMBERS_ONLY = "Chỉ thành viên nhóm của đơn vị chủ trì nhiệm vụ này, hoặc quản trị, mới báo được."
ADMINS_ONLY = "Chỉ quản trị mới quyết định được việc gia hạn."
LEADERS_ONLY = "Số liệu tổng hợp chỉ dành cho lãnh đạo và quản trị."
ONE_PERIOD = "Mỗi báo cáo chỉ về một kỳ. Đề nghị nêu một kỳ, ví dụ: /baocao quý 2."
ADMINS_COMMAND = "Lệnh này chỉ dành cho quản trị."
EXPORT_HOW = (
    "Xin ghi định dạng sau lệnh: /xuat xlsx (bảng tính), /xuat csv, /xuat ics (lịch), "
    "hoặc /xuat báo cáo quý 1 (báo cáo bằng văn bản Word)."
)
NO_PICTURE = "Máy chủ chưa cài phần vẽ biểu đồ nên chỉ gửi số liệu và bảng tính; xin báo quản trị hệ thống."
DECIDED = "Đề nghị gia hạn này đã được quyết định, hoặc đã được thay bằng đề nghị khác."
REFUSED = "Đã ghi nhận: không đồng ý gia hạn. Đơn vị được báo ngay."
WHICH_UNIT = "Xin đồng chí ghi tên đơn vị sau lệnh, ví dụ: /viec Văn phòng Sở"
NO_UNIT_HERE = (
    "Lệnh này dùng trong nhóm đã được liên kết với đơn vị chủ trì; đầu mối của đơn vị dùng được cả trong trò chuyện "
    "riêng. Nếu nhóm chưa được liên kết, xin báo Văn phòng."
)
NOTHING_TO_EXTEND = "Nhiệm vụ này đã kết thúc hoặc không có thời hạn cụ thể nên không cần gia hạn."
DATE_TOO_EARLY = "Thời hạn mới phải sau hôm nay và sau thời hạn hiện tại."
EXTENSION_HOW = (
    "Xin gửi /giahan để xem danh sách, rồi gõ số trong danh sách, ngày hoặc số ngày xin thêm và lý do, ví dụ: "
    "/giahan 1 30/6/2027 chờ bố trí kinh phí; /giahan 1 thêm 10 ngày vì chờ bố trí kinh phí"
)
TO_CALENDAR = "Thêm vào lịch"
NO_OPEN_DATE = "Nhiệm vụ này không còn thời hạn nào chưa hoàn thành để đưa vào lịch."
CALENDAR_CAPTION = "Mở tệp này trên điện thoại để thêm thời hạn vào lịch."
_REASON = "Lý do: "
_SMALL_WINDOW = 130  # letters, so that 200 hold the whole sentence
ASK_IN = "Xin được dùng"
NO_PLANS = "Chưa có kế hoạch nào được nạp nên chưa có nhiệm vụ. Xin báo quản trị gửi tệp kế hoạch cho tôi."
FOCAL_REPORTS = (
    "Xin báo kết quả bằng lời ngay tại đây hoặc trong nhóm của đơn vị, ví dụ: báo đã xong việc 5, kèm công văn 123. "
    "Xin gia hạn bằng /giahan."
)
UNITS_REPORT = (
    "Báo kết quả: bấm số dưới tin nhắc việc, hoặc trả lời tin đó, ví dụ: xong rồi, kèm công văn 123. "
    "Xin gia hạn bằng /giahan."
)
ROLE_NOTES = {
    Role.LEADER: "Đồng chí là lãnh đạo: /baocao cho xem tình hình theo đơn vị, việc quá hạn trước, kèm biểu đồ.",
    Role.ADMIN: "Đồng chí là quản trị: để đưa kế hoạch vào, xin gửi tệp cho tôi trong trò chuyện riêng này.",
}
BACK = "« Quay lại"
NEXT = "Sau »"
PREVIOUS = "« Trước"


def stranger(user: int | None) -> str:
    """To somebody who has not been let in: one sentence with what to hand to the office."""
    number = f" và gửi kèm mã Telegram của mình: <code>{user}</code>" if user else ""
    return f"Xin chào, tôi chỉ trả lời những người đã được cấp quyền; xin liên hệ Văn phòng để được cấp{number}."


def strange_group(chat: int) -> str:
    """To a group that has not been let in."""
    return (
        "Xin chào, nhóm này chưa được cấp quyền sử dụng; "
        f"xin liên hệ Văn phòng và gửi kèm mã nhóm: <code>{chat}</code>."
    )


def welcome(office: str, *, group: bool, username: str, of_role: str = "") -> str:
    """The answer to /start."""
    of = f" của {escape(office)}" if office else ""
    hello = (
        f"Xin chào, tôi là trợ lý kế hoạch{of}: tôi trả lời câu hỏi về nhiệm vụ, đơn vị chủ trì, phối hợp, sản phẩm và "
        "thời hạn, kèm đúng dòng trong kế hoạch."
    )
    return "\n\n".join(filter(None, (hello, _how(group=group, username=username), of_role)))


def guide(*, group: bool, username: str, commands: Sequence[tuple[str, str]], of_role: str = "") -> str:
    """The answer to /help, by role."""
    table = "\n".join(f"/{name} – {escape(what)}" for name, what in commands)
    return "\n\n".join(filter(None, ("<b>Hướng dẫn</b>", _how(group=group, username=username), table, of_role)))


def of_role(judged: Judged) -> str:
    """What somebody's role is for, in one sentence; a group is told what its unit does there."""
    if judged.kind is Kind.GROUP:
        return UNITS_REPORT if judged.chat_units else ""
    if judged.role is Role.FOCAL:
        unit = f" của {escape(judged.unit)}" if judged.unit else ""
        return f"Đồng chí là đầu mối{unit}. {FOCAL_REPORTS}"
    return ROLE_NOTES.get(judged.role, "")


def console_welcome(office: str, examples: Sequence[str]) -> str:
    """What the conversation in the terminal opens with."""
    of = f" của {office}" if office else ""
    tries = "\n".join(f"  • {question}" for question in examples)
    how = "Xin hỏi bằng lời thường, có dấu hay không dấu đều được. Thử hỏi:"
    return f"Trợ lý kế hoạch{of}. {how}\n{tries}\n{CONSOLE_KEYS}\n"


def no_such_number(count: int) -> str:
    """Where a number is typed that stands under nothing."""
    return f"Xin gõ một số từ 1 đến {count}, hoặc một câu hỏi."


def said_again(asked: str) -> str:
    """Above an answer that is sent once more, because nobody knows whether it arrived."""
    to = f" cho “{escape(clipped(asked, LONGEST_QUOTE))}”" if asked else ""
    return f"<i>Đường truyền vừa lỗi nên trả lời{to} có thể chưa đến đồng chí; tôi gửi lại:</i>"


def stands_otherwise(asked: str) -> str:
    """In place of an answer that would be sent once more, where what the one who asked may see is another since."""
    to = f" cho “{escape(clipped(asked, LONGEST_QUOTE))}”" if asked else ""
    return (
        f"Đường truyền lỗi nên trả lời{to} có thể chưa đến đồng chí. Quyền sử dụng đã thay đổi từ lúc đó, "
        "xin đồng chí gửi lại yêu cầu."
    )


def first_of(shown: int, count: int) -> str:
    """Under a list of which only the beginning is shown."""
    return f"Danh sách có {count} mục, ở đây là {shown} mục đầu. Xin hỏi hẹp hơn để xem phần còn lại."


def recorded(state: State) -> str:
    """After a report."""
    return f"Đã ghi nhận: {STATE_LABELS[state]}."


def already(state: str) -> str:
    """Where a report changes nothing."""
    return f"Nhiệm vụ này đã được báo: {state}."


def later(day: str) -> str:
    """After "remind me later"."""
    return f"Sẽ nhắc lại vào ngày {day}."


def already_later(day: str) -> str:
    """Where a later reminder has been asked for already."""
    return f"Đã hẹn nhắc lại vào ngày {day}."


def outdated(day: str) -> str:
    """Where a reminder speaks of a date that no longer holds."""
    now = f": thời hạn hiện nay là {day}" if day else ""
    return f"Tin nhắc này đã cũ{now}. Xin xem danh sách mới bằng lệnh /viec."


def granted(day: str) -> str:
    """After an admin has agreed to more time."""
    return f"Đã đồng ý gia hạn đến ngày {day}. Đơn vị sẽ được thông báo."


def extension_asked(day: str, reason: str) -> str:
    """After a unit has asked for more time; it fits into the small window, too."""
    why = f", lý do: {reason.rstrip(' .')}" if reason else ""
    asked = f"Đã gửi đề nghị gia hạn đến ngày {day}{why}"
    cut = f"{asked}." if len(asked) <= _SMALL_WINDOW else asked[:_SMALL_WINDOW].rsplit(" ", 1)[0] + "…"
    return f"{cut} Thời hạn hiện tại vẫn giữ đến khi quản trị quyết định."


def of_row(row: str, said: str) -> str:
    """What became of a row, below its name."""
    return f"<b>{escape(row)}</b>\n{escape(said)}"


def already_asked(day: str, who: str) -> str:
    """Where more time has been asked for, and nobody has decided yet."""
    return f"Đã có đề nghị gia hạn đến ngày {day} ({who}), đang chờ quyết định."


def extension_refused(task: str, day: str) -> str:
    """To the unit, when more time was refused."""
    stays = f" Thời hạn vẫn là ngày {day}." if day else ""
    return f"Đề nghị gia hạn không được đồng ý: {escape(task)}.{stays}"


def extension_granted(task: str, day: str) -> str:
    """To whoever asked for more time in private."""
    return f"Đề nghị gia hạn được đồng ý: {escape(task)}. Thời hạn mới: ngày {day}."


def choose_date(task: str, day: str, reason: str) -> str:
    """Above the dates to choose from, with the reason that was given."""
    why = f"{_REASON}{escape(' '.join(reason.split()))}\n" if reason else ""
    return f"Xin gia hạn: <b>{escape(task)}</b>\nThời hạn hiện tại: {day}.\n{why}Xin chọn thời hạn mới:"


def reason_in(text: str) -> str:
    """The reason that such a message holds, empty where it holds none."""
    return next((line.removeprefix(_REASON) for line in text.splitlines() if line.startswith(_REASON)), "")


def figures_caption(period: str) -> str:
    """Under the picture of the figures."""
    return f"Biểu đồ tình hình thực hiện nhiệm vụ {period}."


def document_caption(period: str, count: int) -> str:
    """Under the report of a period as a document."""
    return f"Báo cáo {period}: {count} nhiệm vụ. Xin điền số, kiến nghị và người ký."


def sheet_caption(count: int) -> str:
    """Under a sheet."""
    return f"Bảng chi tiết {count} nhiệm vụ."


def calendar_caption(count: int) -> str:
    """Under a calendar of rows."""
    return f"Lịch thời hạn của {count} nhiệm vụ; mở trên điện thoại hoặc máy tính để thêm vào lịch."


def group_moved(title: str, old: int, new: int) -> str:
    """To the admins when a group has become a supergroup."""
    return (
        f"Nhóm “{escape(title)}” đã được Telegram nâng cấp: mã cũ {old}, mã mới <code>{new}</code>. "
        "Quyền và liên kết của nhóm được giữ nguyên."
    )


def _how(*, group: bool, username: str) -> str:
    examples = "\n".join(f"• {escape(question)}" for question in EXAMPLES)
    way = (
        f"Trong nhóm, xin dùng /hoi kèm câu hỏi, nhắc @{escape(username)} hoặc trả lời tin nhắn của tôi. Ví dụ:"
        if group
        else "Xin cứ hỏi bằng lời thường, có dấu hay không dấu đều được. Ví dụ:"
    )
    return f"{way}\n{examples}\n\nBấm số dưới câu trả lời để mở toàn bộ nhiệm vụ."
