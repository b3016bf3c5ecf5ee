"""The words of a sentence that set a deadline, left apart from those that only name a year or a document.

"Sở Y tế hoàn thành kế hoạch năm 2027 trước ngày 15/01/2027" sets one time, not two; "nhiệm vụ thường xuyên" and
"dự toán ngân sách hằng năm" set none.
"""

import re
from collections.abc import Iterator

from knowledge.deadlines.grain import Grain
from knowledge.deadlines.printed_times import Named, times_at
from knowledge.deadlines.relations import time_of

_YEAR = r"(?:19|20)\d\d"
_EACH = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_NAMED = (
    rf"(?:{_EACH}|(?:báo cáo\s+)?quý(?:\s+[IV]+)?|(?:báo cáo\s+)?0?[369]\s+tháng(?:\s+đầu năm|\s+cuối năm)?"
    rf"|(?:báo cáo\s+)?năm|(?:cuối|giữa)\s+năm|đột xuất)(?!\s+{_YEAR})(?!\w)"
)
_LEAST = r"(?:(?:ít nhất|tối thiểu)\s+)?"
_TURN = r"(?:lần|đợt|lượt|kỳ|buổi|cuộc|phiên)"
_OFTEN = (
    r"định kỳ\s+(?:hằng\s+|hàng\s+)?(?:\d{1,2}\s+(?:tuần|tháng|năm)|tuần|tháng|quý|năm)"
    rf"|{_LEAST}(?:mỗi|một|01)\s+(?:tuần|tháng|quý|năm)\s+{_LEAST}(?:\d{{1,2}}|một|hai|ba)\s+{_TURN}\b"
    rf"|\d{{1,2}}\s+{_TURN}\s*/\s*(?:tuần|tháng|quý|năm)"
    r"|\d{1,2}\s+(?:tháng|năm)\s*(?:/|một\s+)\s*lần"
)
_LIMIT = r"(?:\s*\([^()]*\d[^()]*\))?"
# The hour before a day, which adds nothing to it.
_HOUR = re.compile(r"(?:\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2})?(?:\s*phút)?|\d{1,2}:\d{2})\s*,?\s*(?=ngày)", re.IGNORECASE)
# A time behind one of these is a deadline, and "đến năm 2030" is none.
_OPENS = re.compile(
    r"trước|chậm nhất|muộn nhất|không (?:muộn|chậm) (?:hơn|quá)|(?:cho )?đến hết|từ(?= ngày| tháng| quý| năm| \d)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:hoàn thành|xong|gửi|ban hành)\s+$", re.IGNORECASE)
# Work that is done then, said without "trong": "…, hoàn thành tháng 4/2027"; with a year only where it opens a clause.
_ENDS = re.compile(
    r"(?P<own>(?:^|[,;(]\s*|\bvà\s+))?"
    r"(?<!đã )(?:(?:hoàn thành|xong|nghiệm thu|bàn giao|khởi công|khánh thành|ban hành)(?:\s*:)?)\s+$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"\W*$|\s*[,;.)]")
_IN = re.compile(
    r"(?P<act>hoàn thành|thực hiện|ban hành|xong|tổ chức)?\s*\b(?:trong|(?P<at>vào))\s+(?:cuối\s+)?$", re.IGNORECASE
)
_LISTED = re.compile(r"\s*(?:,|và|đến|-)\s*(?:hết\s+)?", re.IGNORECASE)
_AND_EACH = re.compile(rf"\s+{_EACH}", re.IGNORECASE)
_PLACED = re.compile(
    rf"(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+(?:ngày\s+)?\d{{1,2}}\s+"
    rf"(?:{_EACH}|(?:của\s+)?tháng\s+(?:cuối|đầu|tiếp|sau)[\w\s]{{0,24}})"
    rf"|(?:trước|vào)\s+(?:(?:sáng|trưa|chiều|tối)\s+)?(?:thứ\s+\w+|chủ nhật)\s+{_EACH}"
    rf"|^(?:cuối năm|cuối quý|cuối tháng|hết năm)(?:\s+\d{{4}})?(?=,)",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    rf"{_NAMED}{_LIMIT}(?:\s*(?:,|;|và|hoặc|/)\s*{_NAMED}{_LIMIT})+|{_OFTEN}|{_EACH}|quý\s+[IV]+\s*\(trước[^()]*\)",
    re.IGNORECASE,
)
_REGULAR = re.compile(r"(?P<w>định kỳ)", re.IGNORECASE)
# Alone it is a rhythm where it says how a thing is done, not which thing ("báo cáo định kỳ" is a kind of report).
_REGULARLY = re.compile(r"(?:^|[,;]\s+(?:và\s+)?|\btheo\s+)(?P<w>định kỳ)", re.IGNORECASE)
_ALWAYS = re.compile(r"^(?:[^,;]{0,90}?\s)?(?P<w>thường xuyên)(?=[\s,]|\W*$)", re.IGNORECASE)
_DONE_ALWAYS = re.compile(
    r"\b(?:thực hiện|triển khai|duy trì|tiến hành)\s+(?P<w>thường xuyên)(?=\W*$|\s*[,;])", re.IGNORECASE
)
_NOT_ALWAYS = re.compile(
    r"(?:nhiệm vụ|chi|công việc|kinh phí|hoạt động|cơ quan|là|(?<!đưa )tin|giao ban|mang tính|việc|có tính)"
    r"\s+thường xuyên",
    re.IGNORECASE,
)
# An event at the end by which something is to be done ("xong trước mùa mưa").
_EVENT = re.compile(
    r"(?:(?:hoàn thành|xong)\s+(?:trước|sau)|trước và sau)\s+(?!ngày\b|tháng\b|quý\b|năm\b)[^\d,;.()]{3,40}(?=\W*$)",
    re.IGNORECASE,
)
# A length of time from some day on ("trong thời hạn 03 ngày làm việc kể từ ngày nhận được văn bản").
_WITHIN = re.compile(
    r"(?:trong|chậm nhất|muộn nhất|không quá|tối đa|sau)(?:\s+(?:là|sau|thời (?:hạn|gian)|vòng|không quá|tối đa))*"
    r"\s+\d{1,3}\s+(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?\s*,?\s*(?:(?:kể|tính)\s+từ|từ|sau)"
    r"\s+(?:khi|ngày|thời điểm|lúc)\s+(?!\d)[^,;.()]+",
    re.IGNORECASE,
)
_HANDED = re.compile(r"(?:^|[,;]\s*)(?:và\s+)?(?:trình|gửi|nộp|báo cáo|hoàn thành|xong)\b[^,;]*$", re.IGNORECASE)
_MONEY = re.compile(r"(?:dự toán|ngân sách|kinh phí|chỉ số|nguồn vốn|giao(?! ban\b))\b[^,;]*$", re.IGNORECASE)
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
    found = [*_dated(bare), *(match.span() for match in _PLACED.finditer(bare))]
    found += [match.span() for match in _WITHIN.finditer(bare)]
    found += [match.span() for match in _REPORTS.finditer(bare) if _repeats(bare, match)]
    found += [event.span()] if not found and (event := _EVENT.search(bare)) else []
    always = _DONE_ALWAYS.search(bare) or _ALWAYS.match(bare)
    if always and not _NOT_ALWAYS.search(always[0]):
        found.append(always.span("w"))
    if regular := _REGULAR.search(bare) if found else _REGULARLY.search(bare):
        found.append(regular.span("w"))
    return _joined(bare, sorted(found))


def _dated(text: str) -> Iterator[tuple[int, int]]:
    """Where times stand that set a deadline: behind a word that opens one, or in which something is to be done."""
    times, over = times_at(_HOUR.sub(lambda match: " " * len(match[0]), text)), 0
    for start in sorted(times):
        if start < over or (opened := _opening(text, start, *times[start])) is None:
            continue
        end = times[start][0]
        while (link := _LISTED.match(text, end)) and link.end() in times:
            end = times[link.end()][0]
        each = _AND_EACH.match(text, end)
        over = each.end() if each else end
        yield start - opened, over


def _opening(text: str, start: int, end: int, named: Named) -> int | None:
    """How many letters before a time belong to the words that make a deadline of it; None where none do."""
    before = text[max(start - _REACH, 0) : start]
    if _OPENS.match(text, start):
        done = _DONE.search(before)
        return len(done[0]) if done else 0
    within, time = _IN.search(before), time_of(named[0])
    if not within:
        return _done_then(text, start, end, time.grain)
    fine = time.grain in (Grain.MONTH, Grain.QUARTER)
    return len(within[0]) if within["act"] or fine or (within["at"] and time.grain is Grain.YEAR) else None


_REACH = 30  # letters before a time


def _done_then(text: str, start: int, end: int, grain: Grain) -> int | None:
    """As `_opening`, where no word leads up to the time: it ends a clause that says what is done or handed in."""
    done = _ENDS.search(text[max(start - _REACH, 0) : start])
    if done and _CLAUSE_END.match(text, end) and (grain is not Grain.YEAR or done["own"] is not None):
        return len(done[0]) - len(done["own"] or "")
    if re.fullmatch(r"\W*", text[end:]) is None:
        return None
    if grain is Grain.DAY and _HANDED.search(text[:start]):
        return 0
    dated = grain in (Grain.DAY, Grain.MONTH, Grain.QUARTER) and re.search(r"(?:19|20)\d\d$", text[:end])
    owner = _DAY_OF if grain is Grain.DAY else _TIME_OF
    return 0 if dated and not owner.search(text[:start]) else None


# What a time at the end belongs to: a document of that day, the work or the report of that month; neither ends a duty.
_PAPER = (
    r"tại|từ|của|theo|đến|và|là|đã|tuần|đợt|kỳ|quyết định|nghị quyết|nghị định|thông tư|công văn|chỉ thị|luật|kế hoạch"
    r"|chương trình|tờ trình|văn bản|thông báo"
)
_DAY_OF = re.compile(rf"(?:{_PAPER}|[:(])(?!\w)[^,;]*$", re.IGNORECASE)
_TIME_OF = re.compile(
    rf"(?:{_PAPER}|báo cáo|sơ kết|tổng kết|đánh giá|tổng hợp|thống kê|kiểm điểm|kết quả|tình hình|số liệu|nhiệm vụ"
    r"|chỉ tiêu|dự toán|kinh phí|ngân sách|công tác|lương|so với|[:(])(?!\w)[^,;]*$",
    re.IGNORECASE,
)


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
