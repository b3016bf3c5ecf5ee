"""What an Excel cell shows on the screen, from its value and its number format.

Excel keeps numbers and dates, people see text: 1.10 under "0.00" is the number 1.1, a deadline typed as 5/2022 is the
first of May under "mmm-yy", a row number typed as 1.2 may have become a date.
"""

import re
from datetime import date, datetime, time, timedelta

_MARKS = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.|_.|\*.")  # colours, conditions, literals, padding


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SERIALS = range(36_526, 54_789)  # 2000 to 2049: no year, amount of money or row number of a plan is in this range
_FIRST = date(1899, 12, 30)


def unescaped(text: str) -> str:
    """A text without the marks that stand for signs XML cannot hold ("_x000D_", ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def day_of(value: object, number_format: str) -> date | None:
    """The day that a bare number is where a date lost its format; None where the number cannot be one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or number_format not in {"General", "0", "@"}:
        return None
    return _FIRST + timedelta(days=int(value)) if value == int(value) and int(value) in _SERIALS else None


def shown(value: object, number_format: str) -> str:
    """The text of a cell."""
    if isinstance(value, bool):
        return "Đúng" if value else "Sai"
    if isinstance(value, datetime | date):
        return _date(value, number_format)
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else unescaped(str(value))


def _date(value: date, number_format: str) -> str:
    """dd/mm/yyyy, or as little of it as the format shows: a month typed as "5/2022" has no day."""
    form = _MARKS.sub("", number_format.lower().split(";")[0])
    day, year = "d" in form, "y" in form
    if re.fullmatch(r"d{1,2}\.m{1,2}", form):  # a row number 1.2 that Excel took for the first of February
        return f"{value.day}.{value.month}"
    if "m" in form and year and not day:
        return f"{value:%m/%Y}"
    if form.strip() in {"yyyy", "yy"}:
        return f"{value:%Y}"
    return f"{value:%d/%m/%Y}"


def _number(value: float, number_format: str) -> str:
    form = _MARKS.sub("", number_format.split(";", maxsplit=1)[0])
    percent = "%" in form
    amount = value * 100 if percent else value
    if abs(amount) >= 1e15 or amount != amount:  # noqa: PLR0124 - only NaN differs from itself
        return str(value)
    sign = "%" if percent else ""
    if not re.search("[0#]", form):  # General
        return _plain(amount) + sign
    decimals = len(_decimals(form))
    text = f"{amount:,.{decimals}f}" if "," in form else f"{amount:.{decimals}f}"
    if "," in form:  # Vietnamese sheets show 1.234.567,5
        text = text.translate({ord(","): ".", ord("."): ","})
    return text + sign


def _decimals(form: str) -> str:
    found = re.search(r"\.([0#]+)", form)
    return found[1] if found else ""


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.10g}"
