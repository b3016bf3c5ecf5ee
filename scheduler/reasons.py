"""Why Telegram did not take a message, in words for people. Pure."""

NOT_LET_IN = "not let in"
UNKNOWN = "nguyên nhân có trong nhật ký của máy chủ"
_SIGNS = {  # in Telegram's words, looked at in this order
    NOT_LET_IN: "nhóm không còn được dùng, nhắc việc của đơn vị chuyển về quản trị; xem /donvi",
    "blocked": "người nhận đã chặn",
    "kicked": "bot đã bị đưa ra khỏi nhóm",
    "not a member": "bot không còn trong nhóm",
    "deactivated": "tài khoản hoặc nhóm đã ngừng hoạt động",
    "not found": "không tìm thấy người hoặc nhóm này",
    "topic_closed": "chủ đề trong nhóm đã đóng",
    "rights": "bot không có quyền gửi tin trong nhóm",
    "write_forbidden": "bot không có quyền gửi tin trong nhóm",
    "too long": "tin dài quá",
    "parse entities": "tin có định dạng mà Telegram không nhận",
}


def reason_words(reason: str) -> str:
    """What Telegram says of a message that it did not take; what is not known stands in the log of the machine."""
    said = reason.lower()
    return next((words for sign, words in _SIGNS.items() if sign in said), UNKNOWN)
