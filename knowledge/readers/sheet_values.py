"""What an Excel cell shows on the screen, from its value and its number format.

Excel keeps numbers and dates, people see text: 1.10 under "0.00" is the number 1.1, a deadline typed as 5/2022 is the
first of May under "mmm-yy", a row number typed as 1.2 may have become a date.
"""

import re
from datetime import date, datetime, time

_MARKS = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.|_.|\*.")  # colours, conditions, literals, padding


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
    return "" if value is None else str(value)


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
