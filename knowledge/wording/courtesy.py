"""What is said around the answers: who the bot is, a courtesy answered, a word that is not understood."""

from collections.abc import Sequence
from datetime import date

from knowledge.language.dates import printed
from knowledge.reply import Line
from knowledge.wording.rows import bold, joined, line

HELP = (
    "Tôi tra cứu các kế hoạch đã được nạp: ai chủ trì, ai phối hợp, thời hạn, sản phẩm, chỉ tiêu của từng nhiệm vụ; "
    "các nhiệm vụ của một đơn vị; những việc đến hạn trong tuần, tháng, quý."
)
TRY = "Ví dụ: “Ai chủ trì nhiệm vụ số hóa?”, “Tháng này có việc gì đến hạn?”, “Văn phòng chủ trì những việc gì?”."
TOO_LONG = "Câu hỏi dài quá. Xin đồng chí hỏi gọn trong một, hai câu."


def time_unknown(said: str, today: date | None = None) -> str:
    """A time was named that is not understood, or that tells another day for today."""
    if today:
        return f"Hôm nay là ngày {printed(today)}, chưa khớp với “{said}”. Xin đồng chí viết lại thời gian cần hỏi."
    return (
        f"Tôi chưa hiểu thời gian “{said}”. "
        "Xin đồng chí viết lại, ví dụ: tháng 4, quý sau, 30/6/2027, từ ngày 01/3 đến ngày 15/4."
    )


def talk(kind: str) -> tuple[Line, ...]:
    """A courtesy answered."""
    first = {
        "greeting": "Xin chào!",
        "thanks": "Rất vui được hỗ trợ.",
        "bye": "Xin chào và hẹn gặp lại.",
    }.get(kind)
    if kind in _TALK:
        return (line(_TALK[kind]),)
    if kind in {"thanks", "bye"} and first:
        return (line(first),)
    return tuple(line(text) for text in (first, HELP, TRY) if text)


_ASKABLE = "có thể hỏi ai chủ trì, ai phối hợp, thời hạn, sản phẩm của nhiệm vụ hoặc nhiệm vụ của một đơn vị"
_TALK = {
    "rude": f"Rất tiếc câu trả lời chưa đúng ý; {_ASKABLE}.",
    "fond": f"Cảm ơn anh/chị; tôi là trợ lý tra cứu kế hoạch: {_ASKABLE}.",
    "aside": f"Tôi chỉ tra cứu các kế hoạch đã nạp: {_ASKABLE}.",
    "sum": f"Tôi không làm tính, chỉ tra cứu các kế hoạch đã nạp: {_ASKABLE}.",
    "laugh": f"Vâng, tôi sẵn sàng tra cứu kế hoạch: {_ASKABLE}.",
    "unclear": f"Đề nghị nêu câu hỏi bằng chữ: {_ASKABLE}.",
    "cancel": f"Vâng. Khi cần, {_ASKABLE}.",
    "wrong": "Nếu câu trả lời chưa đúng ý, đề nghị nêu rõ tên nhiệm vụ, đơn vị hoặc kế hoạch cần hỏi.",
    "clarify": "Đề nghị nêu điều cần rõ hơn của nhiệm vụ: ai chủ trì, ai phối hợp, thời hạn, sản phẩm hay mục tiêu.",
    "source": "Nguồn (tên kế hoạch, mục, dòng hoặc trang) được ghi dưới mỗi kết quả tìm thấy; "
    "đề nghị hỏi lại nội dung cần nguồn.",
    "papers": f"Tôi không soạn, in hoặc gửi văn bản khi được hỏi như vậy; {_ASKABLE}.",
    "remind": f"Nhắc hạn được gửi theo lịch đến đơn vị đã đăng ký nhận, không đặt qua câu hỏi; {_ASKABLE}.",
    "more": f"Chưa có kết quả nào trước đó; {_ASKABLE}.",
    "all said": f"Kết quả vừa nêu đã đầy đủ, không còn nội dung nào khác; {_ASKABLE}.",
}


def meaning_head(short: str, long: Sequence[str]) -> Line:
    """What an abbreviation stands for."""
    return line(bold(short), " là viết tắt của: ", joined(long))


def perhaps_means(word: str, spelled: Sequence[str]) -> Line:
    """Phrases that a short form may stand for."""
    said = " hoặc ".join(f"“{phrase}”" for phrase in spelled)
    return line(bold(f"Có phải {word} là viết tắt của {said}?"), " Kế hoạch không giải thích từ viết tắt này.")


def unknown_meaning() -> Line:
    """An abbreviation that nobody explains."""
    return line("Chưa có giải thích cho từ viết tắt này trong các kế hoạch và bảng từ viết tắt.")
