"""What the bot says to admins of a configuration that cannot be taken. Pure."""

from handlers.render import escape
from knowledge.errors import RefusedError
from knowledge.wrong_values import Expected, WrongSettingsError, WrongValue

_KEPT = "Cấu hình đang dùng được giữ nguyên."
_ELSEWHERE = "Biến môi trường hoặc tệp bí mật trên máy chủ chưa đúng; chi tiết có trong nhật ký của máy chủ."
_EXPECTED = {
    Expected.KNOWN: "không có khóa này; các khóa ở đây: {}",
    Expected.WHOLE: "một số nguyên",
    Expected.NUMBER: "một số",
    Expected.TEXT: "một đoạn chữ trong ngoặc kép",
    Expected.TRUTH: "true (có) hoặc false (không)",
    Expected.WHOLES: "danh sách số nguyên, ví dụ [1, 2]",
    Expected.TEXTS: 'danh sách đoạn chữ, ví dụ ["a", "b"]',
    Expected.TABLE: "một mục có các khóa riêng, ví dụ [access]",
    Expected.ONE_OF: "một trong các giá trị: {}",
    Expected.RANGE: "từ {} đến {}",
    Expected.PORT: "0 (tắt) đến 65535",
    Expected.DAYS: "không quá {} số ngày, mỗi số từ 0 đến {}",
    Expected.AT_LEAST: "không nhỏ hơn {} ({})",
    Expected.TIME: 'giờ viết như "07:30"',
    Expected.AFTER: "giờ muộn hơn {}",
    Expected.ID: "mã của Telegram, không quá {}",
    Expected.BOT_ADDRESS: "địa chỉ kết thúc bằng /bot",
    Expected.HTTPS: 'địa chỉ https, vì mode là "webhook"',
    Expected.LOOPBACK: "địa chỉ của chính máy này, như 127.0.0.1",
}


def not_loaded(error: RefusedError) -> str:
    """The configuration is wrong, and that of before goes on: everything that is wrong, and where."""
    if not isinstance(error, WrongSettingsError):
        return f"Chưa nạp được cấu hình. {_KEPT}\n{_ELSEWHERE}"
    file = f"<code>{escape(error.file.name)}</code>"
    if not error.wrong:
        at = f" (dòng {error.place[0]}, cột {error.place[1]})" if error.place else ""
        return f"Chưa nạp được cấu hình: không đọc được tệp {file}, hoặc tệp không đúng dạng TOML{at}. {_KEPT}"
    listed = "\n".join(f"• {_said(one)}" for one in error.wrong)
    return f"Chưa nạp được cấu hình: tệp {file} có {len(error.wrong)} chỗ chưa đúng. {_KEPT}\n{listed}"


def _said(wrong: WrongValue) -> str:
    words = escape(_EXPECTED[wrong.expected].format(*wrong.arguments))
    key = f"<code>{escape(wrong.key)}</code>"
    return f"{key}: {words}" if not wrong.read else f"{key}: đang ghi {escape(wrong.read)}, cần {words}"
