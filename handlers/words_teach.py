"""What the bot says to admins about what was asked and not answered, and what it was taught. Pure."""

from collections.abc import Sequence
from datetime import datetime

from handlers.render import escape
from knowledge.language.dates import printed
from knowledge.questions.lessons import Kind, Lesson
from knowledge.tasks.standing import acted
from scheduler.asked import Asked, Outcome

WORD, ROW, QUESTION = "Từ này nghĩa là…", "Là nhiệm vụ…", "Là câu hỏi…"
PASS_OVER, BACK, TAUGHT, UNDO = "Bỏ qua", "« Danh sách", "Đã dạy", "Bỏ điều này"
NOTHING = "Không có câu hỏi nào chờ xử lý: các câu hỏi đều đã được trả lời."
NOTHING_TAUGHT = "Chưa dạy điều gì."
GONE = "Câu hỏi này không còn được lưu, hoặc đã được xử lý."
NO_WORD = "Xin viết theo mẫu: từ = nghĩa, ví dụ: cổng dvc = cổng dịch vụ công"
NO_ROW = "Tôi chưa tìm thấy nhiệm vụ này. Xin ghi số thứ tự (2.3) hoặc vài từ trong nội dung nhiệm vụ."
STILL_UNKNOWN = "Câu này tôi cũng chưa trả lời được nên chưa ghi. Xin viết cách khác."
STILL_OPEN = "Câu hỏi vẫn chưa trả lời được nên còn trong danh sách; xin dạy thêm."
UNDONE = "Đã bỏ điều này; câu hỏi được hiểu như trước."
_SHORT = 90
_ASKS = {
    Kind.WORD: "Xin trả lời tin này theo mẫu: từ = nghĩa. Nghĩa là từ trong kế hoạch hoặc tên đơn vị, ví dụ:\n"
    "cổng dvc = cổng dịch vụ công",
    Kind.ROW: "Câu hỏi này là về nhiệm vụ nào? Xin trả lời tin này bằng số thứ tự hoặc vài từ của nhiệm vụ.",
    Kind.QUESTION: "Câu hỏi này nghĩa là câu hỏi nào? Xin trả lời tin này bằng câu hỏi mà tôi trả lời được, "
    "ví dụ: Văn phòng Sở có những việc gì trong quý này",
}
_WHY = {Outcome.ABSTAINED: "chưa trả lời được", Outcome.TENTATIVE: "hỏi lại", Outcome.ANSWERED: "đã trả lời"}


def line(asked: Asked, count: int) -> str:
    """One line of the list."""
    times = f" · {count} lần" if count > 1 else ""
    return f"“{escape(_clipped(asked.text))}” – {_why(asked)}{times} · {_day(asked.at)}"


def listing(lines: Sequence[str], first: int, count: int) -> str:
    """A page of what was asked and not answered."""
    shown = "\n".join(f"{n}. {text}" for n, text in enumerate(lines, start=first))
    return f"<b>Câu hỏi chưa được trả lời hoặc chưa đúng</b> ({count})\n\n{shown}\n\nBấm số để xem và dạy."


def question(asked: Asked) -> str:
    """One of them in whole."""
    parts = [f"“{escape(asked.text)}”", f"{escape(asked.who or 'Không rõ ai')} hỏi {_time(asked.at)} – {_why(asked)}."]
    if asked.said:
        parts.append(f"Bot đã trả lời: <i>{escape(_clipped(asked.said, 400))}</i>")
    if asked.reply:
        parts.append(f"{escape(asked.replied_by)} đã trả lời: {escape(_clipped(asked.reply, 400))}")
    return "\n\n".join(parts)


def asks_for(asked: Asked, kind: Kind) -> str:
    """What to answer to teach something."""
    return f"“{escape(asked.text)}”\n\n{_ASKS[kind]}"


def which_row(rows: Sequence[str]) -> str:
    """Several rows fit."""
    listed = "\n".join(f"{n}. {escape(row)}" for n, row in enumerate(rows, start=1))
    return f"Câu hỏi này là về nhiệm vụ nào? Bấm số để chọn:\n\n{listed}"


def taught(lesson: Lesson, meant: str, now_said: str, others: Sequence[str]) -> str:
    """After something was taught: what it changes.

    Args:
        now_said: the answer to its question, empty where it is still not answered.
    """
    answer = f"Câu hỏi nay được trả lời:\n<i>{escape(_clipped(now_said, 400))}</i>" if now_said else STILL_OPEN
    parts = [f"Đã ghi: {described(lesson, meant)}.", answer]
    if others:
        listed = "\n".join(f"• “{escape(_clipped(text))}”" for text in others[:3])
        parts.append(f"Điều này cũng đổi câu trả lời của {len(others)} câu hỏi trước đây:\n{listed}")
    return "\n\n".join(parts)


def described(lesson: Lesson, meant: str = "") -> str:
    """What was taught, in one line."""
    what = {Kind.WORD: "từ", Kind.QUESTION: "câu hỏi", Kind.ROW: "câu hỏi"}[lesson.kind]
    about = "là về nhiệm vụ" if lesson.kind is Kind.ROW else "nghĩa là"
    return f"{what} “{escape(_clipped(lesson.said))}” {about} “{escape(_clipped(meant or lesson.meant))}”"


def lessons(lines: Sequence[str], first: int, count: int) -> str:
    """A page of all that was taught."""
    shown = "\n".join(f"{n}. {text}" for n, text in enumerate(lines, start=first))
    return f"<b>Đã dạy</b> ({count})\n\n{shown}\n\nBấm số để bỏ."


def lesson(lesson_: Lesson, meant: str) -> str:
    """One lesson, before it is taken back."""
    return f"{described(lesson_, meant)}.\n\n{escape(acted(lesson_.by))} dạy {_time(lesson_.at)}."


def logged(lesson_: Lesson, meant: str) -> str:
    """In the log."""
    return f"dạy: {lesson_.said} = {meant or lesson_.meant}"


def logged_undo(lesson_: Lesson) -> str:
    """In the log."""
    return f"bỏ điều đã dạy: {lesson_.said}"


def _why(asked: Asked) -> str:
    if asked.helpful is False:
        return "bị đánh dấu chưa đúng"
    waits = ", chờ Văn phòng trả lời" if asked.handed_at and not asked.reply else ""
    return f"{_WHY[asked.outcome]}{waits}"


def _clipped(text: str, longest: int = _SHORT) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _day(at: str) -> str:
    return printed(datetime.fromisoformat(at).date()).rpartition("/")[0]


def _time(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return f"lúc {moment:%H:%M} ngày {printed(moment.date())}"
