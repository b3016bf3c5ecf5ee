"""Words for what repeats: "hằng quý", "06 tháng một lần", "ngày 25 tháng cuối quý", "thứ Sáu hằng tuần"."""

import re

from knowledge.deadlines.tokens import DAY, Mark, Rules, Token, plain, valued

_UNIT = "(?P<unit>ngay|tuan|thang|quy|nam)"
RHYTHMS = {"ngay": "daily", "tuan": "weekly", "thang": "monthly", "quy": "quarterly", "nam": "yearly"}
_ENGLISH = {"ngay": "days", "tuan": "weeks", "thang": "months", "quy": "quarters", "nam": "years"}
_SEVERAL = {(3, "thang"): "quarterly", (6, "thang"): "half-yearly", (12, "thang"): "yearly"}
_OFTEN = {(2, "nam"): "half-yearly", (4, "nam"): "quarterly", (12, "nam"): "monthly", (3, "quy"): "monthly"}
_WEEKDAYS = {
    "2": "mon", "hai": "mon", "3": "tue", "ba": "tue", "4": "wed", "tu": "wed", "5": "thu", "nam": "thu",
    "6": "fri", "sau": "fri", "7": "sat", "bay": "sat",
}  # fmt: skip


_NTH = {
    "dau": 1, "tien": 1, "nhat": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tu": 4, "4": 4, "cuoi": 5, "cung": 5,
}  # fmt: skip


def rules() -> Rules:
    """Rhythms, and where in them something falls."""
    yield r"[369] thang(?:,| va|, va) ca nam\b(?! \d)", plain(Mark.CYCLE, "half-yearly")  # the reports of each year
    yield from _cycles()
    yield from _places()


def reports() -> Rules:
    """Bare names of periodic reports and bare days; they come after the calendar, which has the longer forms."""
    yield r"(?:bao cao )?(?P<n>[369]|0[369]) (?P<unit>thang)\b", _report
    yield r"(?P<n>)(?:0?1|mot) (?P<unit>nam)\b(?! \d)", _report
    yield r"(?P<n>)bao cao (?P<unit>quy|nam|thang)(?= (?:truoc|cham|xong|vao))", _report
    yield (
        r"(?P<n>)(?:bao cao )?(?P<unit>quy|nam|thang)(?= ?(?:[,;()]|$|va |hoac |gui |ve |theo ))",
        _report,
    )


def days() -> Rules:
    """Days that name no month."""
    yield rf"ngay (?P<d>{DAY})(?![\w/])", valued(Mark.DAY_OF_CYCLE, "d")
    yield (
        rf"(?P<d>{DAY})(?= (?:hang|moi|cua) (?:thang|quy)|(?: va|,) {DAY}(?: hang|/|,| va| thang))",
        valued(Mark.DAY_OF_CYCLE, "d"),
    )


def _cycles() -> Rules:
    weekday = r"(?:vao |truoc )?(?:ngay )?thu (?P<d>[2-7]|hai|ba|tu|nam|sau|bay)"
    yield rf"{weekday} hang tuan\b", _weekday
    which = r"(?:(?:cua )?tuan )?(?P<nth>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu|[1-4])) "
    month = r"thang\b(?! (?:\d|nay|sau|toi|truoc|qua))"
    yield rf"{weekday} (?:{which}(?:cua |trong )?(?:hang |moi )?|(?:hang|moi) ){month}", _weekday_of_month
    yield r"(?:vao )?(?P<d>)chu nhat hang tuan\b", _weekday
    yield rf"(?:hang|moi|tung) (?P<n>\d{{1,2}}) {_UNIT}\b", _cycle
    yield rf"(?:dinh ky )?(?P<n>\d{{1,2}}) {_UNIT} ?(?:/ ?|mot |moi )?(?:0?1 )?lan\b", _cycle
    yield rf"(?:dinh ky )(?:hang )?(?P<n>\d{{1,2}}) {_UNIT}\b(?! (?:dau|cuoi))(?<!ngay)", _cycle
    least = "(?:it nhat |toi thieu )?"
    times = "so|cuoc|ky|buoi|bai|tin|hoi|dot|lop|ban"
    yield rf"(?:moi|hang) {_UNIT} {least}(?P<n>\d{{1,2}}) (?:{times})\b", _often
    yield r"cac (?P<unit>tuan|thang|quy) (?:trong|cua) nam(?! \d)\b", _cycle
    yield rf"{least}(?:moi|0?1|mot) {_UNIT} {least}(?P<n>\d{{1,2}}) lan\b", _often
    yield r"(?P<n>\d{1,2}) (?!thang|ngay|quy)\w+/(?P<unit>nam|quy|thang|tuan)\b(?! \d)", _often
    yield rf"{least}(?P<n>\d{{1,2}}) lan ?/? ?(?:trong |moi |mot |0?1 )?{_UNIT}\b", _often
    yield rf"(?:hang|moi|dinh ky (?:hang|moi)?|lan/) ?{_UNIT}(?! \d| [ivl]{{1,3}}\b)\b", _cycle
    yield r"(?P<unit>thang|quy|nam|tuan)/(?:0?1 )?lan\b", _cycle
    yield r"thuong nien\b", plain(Mark.CYCLE, "yearly")
    yield r"nua nam (?:mot|1) lan", plain(Mark.CYCLE, "half-yearly")
    yield r"cuoi (?:cua )?(?:moi |hang )?tuan\b", plain(Mark.CYCLE, "weekly")
    yield r"(?:dinh ky|dinh ki|thuong ky)\b", plain(Mark.PERIODIC)


def _places() -> Rules:
    quarter = r"(?:cua )?(?:moi |hang )?quy(?! [ivl\d]+\b)"
    last, first = "last of quarter", "first of quarter"
    yield (
        rf"(?:cua )?(?:thang|ngay) (?:cuoi(?: cung)?|thu ba) {quarter}(?: bao cao)?\b",
        plain(Mark.PLACE_IN_CYCLE, last),
    )
    yield (
        rf"(?:cua )?thang (?:dau(?: tien)?) {quarter}(?: tiep theo| sau| ke tiep)?\b",
        plain(Mark.PLACE_IN_CYCLE, first),
    )
    yield r"(?:cua )?thang (?:dau(?: tien)?|cuoi(?: cung)?) (?:cua )?ky\b.{0,24}", plain(Mark.PLACE_IN_CYCLE)
    yield r"(?:cua )?quy (?:tiep theo|sau|ke tiep|bao cao)\b", plain(Mark.PLACE_IN_CYCLE, first)
    following = "(?:tiep theo|sau|ke tiep|lien ke|bao cao|lien sau)"
    yield rf"(?:cua )?thang {following}\b", plain(Mark.PLACE_IN_CYCLE, "of month")
    yield r"(?:cua )?(?:ky (?:bao cao|tiep theo|ke tiep|sau))\b", plain(Mark.PLACE_IN_CYCLE)
    month = r"(?:cua )?(?:moi |hang )?thang(?! \d)\b"
    yield rf"(?:ngay (?:lam viec )?)?cuoi(?: cung)? {month}", plain(Mark.PLACE_IN_CYCLE, "last of month")
    yield rf"(?:ngay )?cuoi {quarter}\b", plain(Mark.PLACE_IN_CYCLE, "end of quarter")


def _cycle(match: re.Match[str]) -> Token:
    count, unit = int(match.groupdict().get("n") or 1), match["unit"]
    named = RHYTHMS[unit] if count == 1 else _SEVERAL.get((count, unit), f"every {count} {_ENGLISH[unit]}")
    return Token(Mark.CYCLE, match[0], value=named)


def _often(match: re.Match[str]) -> Token:
    """So many times in a unit: "2 lần/năm"."""
    count, unit = int(match["n"]), match["unit"]
    return Token(Mark.CYCLE, match[0], value=_OFTEN.get((count, unit), RHYTHMS[unit]))


def _weekday(match: re.Match[str]) -> Token:
    return Token(Mark.CYCLE, match[0], value=f"weekly {_WEEKDAYS.get(match['d'], 'sun')}")


def _weekday_of_month(match: re.Match[str]) -> Token:
    """A weekday of each month; where it is not said which one, only the month is known."""
    day, which = _WEEKDAYS[match["d"]], match["nth"]
    return Token(Mark.CYCLE, match[0], value=f"monthly {day}-{_NTH[which.split()[-1]]}" if which else "monthly")


def _report(match: re.Match[str]) -> Token:
    named = {"3": "quarterly", "6": "half-yearly", "9": "nine months"}.get((match["n"] or "").lstrip("0"))
    return Token(Mark.REPORT, match[0], value=named or RHYTHMS[match["unit"]])
