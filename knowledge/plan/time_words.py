"""The words of a sentence that set a deadline, left apart from those that only name a year or a document.

"Sở Y tế hoàn thành kế hoạch năm 2027 trước ngày 15/01/2027" sets one time, not two; "nhiệm vụ thường xuyên" and
"dự toán ngân sách hằng năm" set none.
"""

import re

_YEAR = r"(?:19|20)\d\d"
_HOUR = r"(?:\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2})?(?:\s*phút)?\s*,?\s*(?=ngày)|\d{1,2}:\d{2}\s*,?\s*(?=ngày))?"
_DAY = (
    r"(?:ngày\s+)?\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?"
    r"|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4}|/\d{4})?)"
)
_OF_YEAR = r"(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?"
_PERIOD = rf"(?:{_DAY}|tháng\s+\d{{1,2}}{_OF_YEAR}|quý\s+[IV1-4]+(?:\s*[,-]\s*[IV1-4]+(?!\d))*{_OF_YEAR}|năm\s+\d{{4}})"
_EACH = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_NAMED = (
    rf"(?:{_EACH}|(?:báo cáo\s+)?quý(?:\s+[IV]+)?|(?:báo cáo\s+)?0?[369]\s+tháng(?:\s+đầu năm|\s+cuối năm)?"
    rf"|(?:báo cáo\s+)?năm|(?:cuối|giữa)\s+năm|đột xuất)(?!\s+{_YEAR})(?!\w)"
)
_OFTEN = (
    r"định kỳ\s+(?:hằng\s+|hàng\s+)?(?:\d{1,2}\s+(?:tuần|tháng|năm)|tuần|tháng|quý|năm)"
    r"|(?:mỗi|một|01)\s+(?:tuần|tháng|quý|năm)\s+\d{1,2}\s+lần|\d{1,2}\s+lần\s*/\s*(?:tuần|tháng|quý|năm)"
    r"|\d{1,2}\s+(?:tháng|năm)\s*(?:/|một\s+)\s*lần"
)
_LIMIT = r"(?:\s*\([^()]*\d[^()]*\))?"
_UNTIL = (
    r"(?:trước|chậm nhất(?:\s+là)?(?:\s+đến|\s+trước|\s+trong)?|muộn nhất(?:\s+là)?|không (?:muộn|chậm) (?:hơn|quá)"
    r"|đến hết|từ)"
)
_DATED = re.compile(
    rf"(?:hoàn thành\s+|xong\s+|gửi\s+|ban hành\s+)?{_UNTIL}\s+{_HOUR}(?:ngày\s+)?{_PERIOD}"
    rf"(?:\s*(?:,|và|đến|-)\s*(?:trước\s+|hết\s+)?(?:ngày\s+)?{_PERIOD})*(?:\s+{_EACH})?"
    rf"|(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+(?:ngày\s+)?\d{{1,2}}\s+"
    rf"(?:{_EACH}|(?:của\s+)?tháng\s+(?:cuối|đầu|tiếp|sau)[\w\s]{{0,24}})"
    rf"|^(?:cuối năm|cuối quý|cuối tháng|hết năm)(?:\s+\d{{4}})?(?=,)"
    rf"|(?:hoàn thành|thực hiện|ban hành|xong|tổ chức)\s+(?:trong|vào)\s+{_PERIOD}"
    r"|vào\s+(?:cuối\s+)?năm\s+\d{4}"
    rf"|(?:trong|vào)\s+(?:tháng|quý)\s+[\dIV]+{_OF_YEAR}",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    rf"{_NAMED}{_LIMIT}(?:\s*(?:,|;|và|hoặc|/)\s*{_NAMED}{_LIMIT})+|{_OFTEN}|{_EACH}|quý\s+[IV]+\s*\(trước[^()]*\)",
    re.IGNORECASE,
)
_REGULAR = re.compile(r"định kỳ", re.IGNORECASE)
_ALWAYS = re.compile(r"^(?:[^,;]{0,90}?\s)?(?P<w>thường xuyên)(?=[\s,])", re.IGNORECASE)
_NOT_ALWAYS = re.compile(
    r"(?:nhiệm vụ|chi|công việc|kinh phí|hoạt động|cơ quan|là|tin|giao ban|mang tính|việc|có tính)\s+thường xuyên",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:dự toán|ngân sách|kinh phí|chỉ số|nguồn vốn|giao)\b[^,;]*$", re.IGNORECASE)
_REPORTING = re.compile(r"báo cáo|sơ kết|tổng kết|đánh giá|tổng hợp|thống kê|kiểm điểm|định kỳ", re.IGNORECASE)
_PLANNING = re.compile(
    r"^(?:[^,;]{0,60}\s)?(?:xây dựng|ban hành|lập|tổ chức|tham mưu|tiến hành|rà soát|đăng ký)\b[^,]*$", re.IGNORECASE
)
_LUNAR = re.compile(r"(?:\s*\(?\s*(?:âm lịch|nhuận|AL\b)\)?)+", re.IGNORECASE)  # what makes a day another day
_DOCUMENT = re.compile(
    r"số\s*:?\s*\d[\w/&-]*(?:[/-][\w&]+)+"
    r"(?:\s*,?\s*ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
)


def time_words(sentence: str) -> str:
    """The words that say when, joined by " … " where others stand between; "" where the sentence sets no time."""
    bare = _DOCUMENT.sub(lambda match: "\x01" * len(match[0]), sentence)  # lengths kept, so that places stay true
    found = [match.span() for match in _DATED.finditer(bare)]
    found += [match.span() for match in _REPORTS.finditer(bare) if _repeats(bare, match)]
    if (always := _ALWAYS.match(bare)) and not _NOT_ALWAYS.search(always[0]):
        found.append(always.span("w"))
    if (regular := _REGULAR.search(bare)) and (found or regular.start() == 0):
        found.append(regular.span())
    return _joined(bare, sorted(found))


def _repeats(text: str, match: re.Match[str]) -> bool:
    """Whether a rhythm is that of a report or of yearly work, and not of the money for it."""
    before = text[: match.start()]
    if _MONEY.search(before[-60:]):
        return False
    if match.start() < 3 or re.fullmatch(_OFTEN, match[0], re.IGNORECASE):
        return True
    if re.fullmatch(_EACH, match[0], re.IGNORECASE):
        return bool(_PLANNING.match(before) or _REPORTING.search(before[-80:]))
    return bool(_REPORTING.search(text))


def _joined(text: str, found: list[tuple[int, int]]) -> str:
    pieces: list[tuple[int, int]] = []
    for start, bare_end in found:
        lunar = _LUNAR.match(text, bare_end)
        end = lunar.end() if lunar else bare_end
        if pieces and start <= pieces[-1][1] + 2:
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    return " … ".join(text[start:end].strip() for start, end in pieces)
