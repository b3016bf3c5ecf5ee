"""What the bot says about its answers being of help, and when a question goes to the office and comes back. Pure."""

from handlers.render import escape

HELPFUL, UNHELPFUL = "Hữu ích", "Chưa đúng"
ASK_OFFICE = "Hỏi Văn phòng"
TEACH = "Dạy"
THANKS = "Cảm ơn đồng chí."
NOTED = "Đã ghi nhận. Đồng chí có thể bấm “Hỏi Văn phòng” để được trả lời."
HANDED = "Đã chuyển câu hỏi đến Văn phòng. Khi có trả lời, tôi sẽ gửi lại đồng chí ngay."
HANDED_ALREADY = "Câu hỏi này đã được chuyển đến Văn phòng."
NO_OFFICE = "Hiện chưa có quản trị nào nhận được tin. Xin liên hệ trực tiếp Văn phòng."
FORGOTTEN = "Câu hỏi này không còn được lưu. Xin đồng chí hỏi lại."
SENT_BACK = "Đã gửi câu trả lời đến người hỏi."
NOT_SENT_BACK = "Không gửi được: người hỏi đã chặn bot, đã rời nhóm hoặc không còn được dùng."
FORGET = "Xóa các câu hỏi của tôi"
FORGET_WHAT = "Xóa tất cả câu hỏi đồng chí đã hỏi khỏi bộ nhớ của bot? Báo cáo và lời hẹn nhắc vẫn giữ nguyên."
_LONGEST = 300


def handed_over(text: str, who: str, said: str) -> str:
    """To the admins: a question that was not answered."""
    answered = f"\n\nBot đã trả lời: <i>{escape(_short(said))}</i>" if said else ""
    how = "Trả lời tin này để gửi câu trả lời đến người hỏi."
    return f"<b>Câu hỏi gửi Văn phòng</b>\nTừ: {escape(who)}\n\n“{escape(text)}”{answered}\n\n{how}"


def settled(text: str, who: str, by: str, reply: str) -> str:
    """The same message after an admin has answered."""
    return (
        f"<b>Câu hỏi gửi Văn phòng</b>\nTừ: {escape(who)}\n\n“{escape(text)}”\n\n"
        f"✓ {escape(by)} đã trả lời: {escape(_short(reply))}"
    )


def office_says(text: str, reply: str) -> str:
    """To the one who asked."""
    return f"<b>Văn phòng trả lời</b> câu hỏi “{escape(_short(text))}”:\n\n{escape(reply)}"


def forgotten(count: int) -> str:
    """After somebody has had their questions deleted."""
    return f"Đã xóa {count} câu hỏi của đồng chí."


def logged_hand_over(text: str) -> str:
    """In the log."""
    return f"hỏi Văn phòng: {_short(text)}"


def logged_reply(text: str) -> str:
    """In the log."""
    return f"trả lời câu hỏi: {_short(text)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
