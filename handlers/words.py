"""Every sentence that the bot says of its own, in the chat and in the console. Pure.

Polite and short, addressed to a colleague of an office ("đồng chí"); what the plans say is worded in
`knowledge.wording`.
"""

from collections.abc import Sequence

from handlers.render import escape

EXAMPLES = (
    "ai chủ trì nhiệm vụ số hóa hồ sơ?",
    "Văn phòng có những việc gì trong quý này?",
    "việc nào đến hạn trong tháng này?",
)

ONLY_WORDS = "Tôi chỉ đọc được câu hỏi bằng chữ. Xin đồng chí gõ câu hỏi, ví dụ: “ai chủ trì nhiệm vụ số hóa hồ sơ?”."
ASK_WHAT = "Xin đồng chí viết câu hỏi ngay sau lệnh, ví dụ: /hoi ai chủ trì nhiệm vụ số hóa hồ sơ?"
TOO_LONG = "Câu hỏi dài quá. Xin đồng chí hỏi gọn trong một, hai câu."
FAILED = "Xin lỗi đồng chí, tôi gặp lỗi khi xử lý yêu cầu này. Xin thử lại sau ít phút; nếu vẫn lỗi, xin báo Văn phòng."
BUSY = (
    "Có nhiều câu hỏi gửi đến cùng lúc nên tôi chỉ trả lời các câu mới nhất dưới đây. "
    "Câu nào chưa được trả lời, xin đồng chí gửi lại."
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
BACK = "« Quay lại"
NEXT = "Sau »"
PREVIOUS = "« Trước"

PRIVATE_COMMANDS = (
    ("hoi", "Hỏi về nhiệm vụ trong các kế hoạch"),
    ("help", "Hướng dẫn sử dụng"),
)
GROUP_COMMANDS = PRIVATE_COMMANDS
ADMIN_COMMANDS = PRIVATE_COMMANDS


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


def welcome(office: str, *, group: bool, username: str) -> str:
    """The answer to /start."""
    of = f" của {escape(office)}" if office else ""
    return (
        f"Xin chào, tôi là trợ lý kế hoạch{of}: tôi trả lời câu hỏi về nhiệm vụ, đơn vị chủ trì, phối hợp, sản phẩm và "
        f"thời hạn, kèm đúng dòng trong kế hoạch.\n\n{_how(group=group, username=username)}"
    )


def guide(*, group: bool, username: str, admin: bool, commands: Sequence[tuple[str, str]]) -> str:
    """The answer to /help, by role."""
    parts = ["<b>Hướng dẫn</b>", _how(group=group, username=username)]
    parts.append("\n".join(f"/{name} – {escape(what)}" for name, what in commands))
    if admin:
        parts.append(
            "Đồng chí là quản trị: kế hoạch được nạp và kiểm tra bằng lệnh <code>planbot plans</code> trên máy chủ."
        )
    return "\n\n".join(parts)


def console_welcome(office: str, examples: Sequence[str]) -> str:
    """What the conversation in the terminal opens with."""
    of = f" của {office}" if office else ""
    tries = "\n".join(f"  • {question}" for question in examples)
    how = "Xin hỏi bằng lời thường, có dấu hay không dấu đều được. Thử hỏi:"
    return f"Trợ lý kế hoạch{of}. {how}\n{tries}\n{CONSOLE_KEYS}\n"


def no_such_number(count: int) -> str:
    """Where a number is typed that stands under nothing."""
    return f"Xin gõ một số từ 1 đến {count}, hoặc một câu hỏi."


def group_moved(title: str, old: int, new: int) -> str:
    """To the admins when a group has become a supergroup."""
    return (
        f"Nhóm “{escape(title)}” đã được Telegram nâng cấp: mã cũ {old}, mã mới <code>{new}</code>. "
        "Xin cập nhật access.groups trong config.toml."
    )


def _how(*, group: bool, username: str) -> str:
    examples = "\n".join(f"• {escape(question)}" for question in EXAMPLES)
    way = (
        f"Trong nhóm, xin dùng /hoi kèm câu hỏi, nhắc @{escape(username)} hoặc trả lời tin nhắn của tôi. Ví dụ:"
        if group
        else "Xin cứ hỏi bằng lời thường, có dấu hay không dấu đều được. Ví dụ:"
    )
    return f"{way}\n{examples}\n\nBấm số dưới câu trả lời để mở toàn bộ nhiệm vụ."
