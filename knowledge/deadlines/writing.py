"""One way of writing for all the ways in which a deadline is typed, scanned or pasted.

The result is folded (no accents, lower case) with `;` between statements, so that the lexicon needs one spelling only.
What accents or capitals tell apart (sáu/sau, năm/nam, a new statement that begins with "Quý") is settled before they
are dropped.
"""

import re
import unicodedata

from knowledge.data import records
from knowledge.language.text import canonical, folded, has_accents, nfc

_LONGEST = 1_000  # letters; no deadline is told in more, and a hostile cell must not take long
# "năm" is five only where the grammar of the words around it says so; here it is the year.
_NUMERALS = {
    word: value
    for word, kind, value in (row for row in records("time_words.tsv") if len(row) > 2)
    if kind == "number" and word != "năm"
}
_NUMERAL = "|".join(sorted(_NUMERALS, key=len, reverse=True))
# Words that begin a new statement when they are capitalised in the middle of a cell, and words after which they do not.
_OPENERS = (
    "Quý|Quí|Qúy|Tháng|Ngày|Trước|Trong|Hằng|Hàng|Thường xuyên|Định kỳ|Chậm nhất|Hoàn thành|Sau khi|Khi|Từ|Đến|Theo"
)
_JOINERS = (
    "trong|trước|sau|đến|tới|hết|từ|cuối|đầu|giữa|nhất|ngày|và|hoặc|vào|các|là|của|thành|quý|quí|năm|tháng|tuần|nửa|xong|"
    "thứ|kỳ|báo cáo|riêng|thì|hay|cho|kể từ|kịp thời|chậm|mỗi"
)


def settle(text: str) -> str:
    """The wording, folded, with settled digits and separators; statements are parted by " ; "."""
    text = re.sub(r"[ \t\u00a0]{3,}", "  ", text)[:_LONGEST].strip()
    text = re.sub(r"^\(([^()]*)\)$", r"\1", text)
    text = _MAY.sub(lambda m: f"{m[0].split()[0]} 5", unicodedata.normalize("NFC", text))
    text = _statements(text)
    text = _accented(canonical(text))
    return _repair(folded(text))


# "Năm" is a month where it is written as the name of one, closes a day, or stands before the year; else it is the year:
# months are counted in "6 tháng năm học".
_OF_A_DAY = r"(?:(?<=gày \d )|(?<=gày \d\d ))"
_MAY = re.compile(
    rf"(?<!gày )(?:(?<!\d )|{_OF_A_DAY})\b[Tt]háng Năm\b|(?:{_OF_A_DAY}[Tt]háng năm|(?<=\d )[Tt]háng Năm)\b(?! ?\w)"
    r"|\b[Tt]háng năm(?= ?/ ?\d{4})"
)


def _statements(text: str) -> str:
    """Statements parted by ";": bullets, sentences, and capitals that begin anew in the middle of a cell."""
    shouted = text.upper() == text
    text = re.sub(r"(?:<[^<>]{0,40}>|\*{2,3})+", "\n", text)
    text = re.sub(r"[ \t]*\n\s*", "\n", text)
    text = re.sub(r"(?:^|\n|\s{2,})\s*[-+•*–]\s*(?![IVX]{1,4}\b)(?=[^\W\d_])", " ; ", text)
    if not shouted:
        text = re.sub(rf"(?:\n|\t|[ \u00a0]{{2,}})\s*(?=(?:{_OPENERS}|Năm) )", f" {_NEW}", text)
    text = nfc(text)
    text = re.sub(r"(?<=[^\W_]{2})\.\s+(?=\w)", lambda m: _after_stop(m, text), text)
    if shouted:
        return text
    text = re.sub(rf"(?<![;,:(–\-…~→÷]) (?=(?:{_OPENERS})\b)", f" {_NEW}", text)
    text = re.sub(rf"([-–~→÷(,:/]) {_NEW}", r"\1 ", text)
    return re.sub(rf"(?i)(^|[\s(/–-])({_JOINERS}) {_NEW}", r"\1\2 ", text).replace(_NEW, "; ")


_NEW = "\ue001"  # a statement may begin here; private use, never in a document


def _after_stop(match: re.Match[str], text: str) -> str:
    following = text[match.end() : match.end() + 1]
    long_word = re.search(r"[^\W\d_]{4,}$|\b(?:19|20)\d\d$", text[: match.start()])
    return " ; " if following.isupper() or (long_word and following.isalpha()) else match[0]


def _accented(text: str) -> str:
    """Numerals in words become digits; "nam" that is no "năm" is kept apart. The text is canonical."""
    if not has_accents(text):
        return text
    before = "(?:tháng|quý) (?:đầu|cuối)|tháng một lần|năm một lần|lần(?: một|/| trong|$)|tháng/"
    text = re.sub(rf"\b({_NUMERAL}) (?={before})", lambda m: f"{_NUMERALS[m[1]]} ", text)
    text = re.sub(rf"\bngày ({_NUMERAL}) (?=tháng \w)", lambda m: f"ngày {_NUMERALS[m[1]]} ", text)
    after = "tháng|quý|tuần|tuần thứ|thứ"
    text = re.sub(rf"\b({after}) ({_NUMERAL})\b(?! lần)", lambda m: f"{m[1]} {_NUMERALS[m[2]]}", text)
    text = re.sub(r"\btháng năm (?=năm \d)", "tháng 5 ", text)
    text = re.sub(r"\bnam\b", "nam_", text)
    return re.sub(r"\bngay\b", "ngay_", text)


_HOUR = r"\d{1,2}\s*(?:gio|h|g)\s*(?:\d{1,2})?\s*(?:phut|p)?"
_REPAIRS: tuple[tuple[str, str], ...] = (
    (r"[–—−‐‑→÷~]|=>|->", "-"),
    (r"[…]|\.{2,}", " "),
    (r"[\"“”'‘’]", " "),
    (r"\bqu[iy]\b", "quy"),
    (r"\bquy(?= (?:dinh|che|trinh|hoach|uoc|mo|pham|tac|luat|cach|chuan|doi)\b)", "qui"),
    (r"\bthg?\.? ?(?=\d{1,2}\b)", "thang "),
    (r"\b(quy|thang|nam|ngay)\s?:\s?(?=[ivl\d])", r"\1 "),
    (r" ?\(nam ((?:19|20)\d\d)\)", r" nam \1"),
    (r"\bngay (\d{1,2}) ?, ?thang (\d{1,2})(?: ?, ?(?=nam))?", r"ngay \1 thang \2"),
    (r"\b24/24h?\b|^24/7$|(?<=truc )24/7|(?<=lien tuc )24/7", "thuong xuyen"),
    (r"\bhan[gq]\b(?= (?:ngay|tuan|thang|quy|nam)\b)", "hang"),
    (r"\bquy(?=[ivl1-4]{1,3}\b)", "quy "),
    (r"(thang|ngay|nam|truoc|tuan|den|het)(?=\d)", r"\1 "),
    (r"\b(truoc|trong|den|het|cuoi|dau)(?=(?:ngay|thang|quy|nam)\b)", r"\1 "),
    (r"(?<=\d)(?=(?:thang|ngay|quy|nam)\b)", " "),
    (r"\s*/\s*(?=\d)", "/"),
    (r"(?<=\d)\s*/\s*(?=lan\b)", "/"),
    # a number told again in words: "10 (mười) ngày"
    (r"(\d+)\s*\(\s*[a-z ]{2,24}\)\s*(?=(?:ngay|thang|nam|gio|quy|tuan)\b)", r"\1 "),
    # the hour and the weekday before a day
    (
        (
            rf"\b(?:(?:tu )?{_HOUR}\s*(?:-|den)\s*)?{_HOUR}\s*,?\s*"
            r"(?=(?:thu \w+ ?,? ?)?ngay \d|(?:ngay )?(?:thu \w+|chu nhat) hang)"
        ),
        " ",
    ),
    (r"\bthu (?:[2-7]|hai|ba|tu|nam|sau|bay)\s*[,(]?\s*(?=ngay \d)", " "),
    (r"\bchu nhat\s*,?\s*(?=ngay \d)", " "),
    (r"\b(\d{1,2})\s*([-.])\s*(\d{1,2})\s*\2\s*((?:19|20)\d\d)\b", r"\1/\3/\4"),
    (r"\b(\d{1,2})\s*-\s*(\d{1,2})/((?:19|20)\d\d)\b", r"\1-\2/\3"),
    (r"\brieng\b", " ; rieng"),
    (r"(?:^|(?<=[;:(]))\s*-\s*", " ; "),
    (r"\s-\s(?=[a-z])(?!(?:quy|thang|ngay|nam|het|den|t\d|q\d|cuoi|truoc|[ivx]{1,4})\b)", " ; "),
    (r"\s+", " "),
)
_COMPILED = tuple((re.compile(pattern), new) for pattern, new in _REPAIRS)
_MISREAD = re.compile(
    r"(?<![\w/])[\dlio|]{1,2}([/.-])[\dlio|]{1,2}\1[\dlio|]{4}(?!\w)|(?<=ngay )[\dlio|]{1,2}/[\dlio|]{1,2}(?!\w)"
)
_MISREAD_QUARTER = re.compile(r"(?<=quy )(?:l{1,3}|lv|1v|11{1,2})(?!\w)")
_MISREAD_NUMBER = re.compile(r"(?<=thang )[\dlio|]{1,2}(?=[/ -]|$)|(?<=ngay )[\dlio|]{1,2}(?= thang)")


def _repair(text: str) -> str:
    for pattern, new in _COMPILED:
        text = pattern.sub(new, text)
    for pattern in (_MISREAD, _MISREAD_NUMBER):
        text = pattern.sub(lambda m: _digits(m[0]), text)
    text = _MISREAD_QUARTER.sub(lambda m: re.sub("[l1]", "i", m[0]), text)
    return text.strip(" .")


def _digits(text: str) -> str:
    """Letters that OCR reads for digits, where at least one digit stands beside them."""
    return text.translate(str.maketrans("lio|", "1101")) if any(c.isdigit() for c in text) else text
