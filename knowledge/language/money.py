"""Sums of money as people and plans write them: "1.350 triệu đồng", "9,75 tỷ", "60 tr"."""

import re
from collections.abc import Iterable

from knowledge.language.text import folded, nfc

_UNITS = {"ty": 1e9, "ti": 1e9, "trieu": 1e6, "tr": 1e6, "nghin": 1e3, "ngan": 1e3, "dong": 1.0, "vnd": 1.0, "d": 1.0}
COINS = "tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng"
_SUM = re.compile(rf"(?P<figure>\d[\d.,]*)\s*(?P<unit>{'|'.join(_UNITS)})\b")
_BARE = re.compile(r"\s*(\d[\d.,]*)\s*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
SPACED = r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?=\s*(?:đồng|dong|vnđ|vnd|đ|d)\b|\s*$)"  # whole đồng: "500 000 000 đồng"
_SPACED = re.compile(SPACED)
_PRINTED = {"ty": "tỷ", "ti": "tỷ", "trieu": "triệu", "tr": "triệu", "nghin": "nghìn", "ngan": "nghìn"}
_COIN = "đồng|dong|vnđ|vnd|đ|d"
_MULTIPLE = "tỷ|tỉ|triệu|tr|nghìn|ngàn|ty|ti|trieu|nghin|ngan"
_OF_MONEY = r"\b(?:kinh phí|kinh phi|số tiền|so tien)\s+"  # "Kinh phí đồng"
_SIGN = r"[(\[:,–-]\s*"  # "(đồng)", "ĐVT: đồng", "Kinh phí - đồng"
_MARK = rf"{_SIGN}|\b(?:tính|tinh)(?: (?:bằng|bang|theo))?\s+|{_OF_MONEY}"  # "đơn vị tính đồng"
_HEADED = re.compile(  # at the end of a column's name; a lone "đồng" may be half of "hợp đồng"
    rf"(?:(?P<many>(?<!\d)1(?:[.,]?000)+) ?(?:{_COIN})"
    rf"|(?<!\w)(?P<multiple>{_MULTIPLE})[. ]{{0,2}}(?:{_COIN})"
    rf"|(?:{_MARK})(?P<marked>{_MULTIPLE}|{_COIN}))\W*$"
)
_MILLION, _BILLION = 1e6, 1e9


def amount_of(text: str) -> float | None:
    """The first sum in a text, in đồng; a cell that is nothing but a figure is in the unit of its column."""
    bare = _SPACED.sub(lambda spaced: re.sub(r"\s", ".", spaced[0]), folded(text))
    found = _SUM.search(bare)
    if found:
        return figure_of(found["figure"]) * _UNITS[found["unit"]]
    alone = _BARE.fullmatch(bare)
    return figure_of(alone[1]) if alone else None


def coin_of(heading: str) -> str:
    """The coin that a column's name gives its figures in: "triệu đồng" of "Kinh phí (ĐVT: tr.đ)"; else nothing."""
    coin = _HEADED.search(nfc(heading).casefold())
    if not coin:
        return ""
    unit = {1: "nghin", 2: "trieu", 3: "ty"}.get((coin["many"] or "").count("000"), "")
    unit = unit or folded(coin["multiple"] or coin["marked"] or "")
    return f"{_PRINTED.get(unit, '')} đồng".strip()


def in_coin(text: str, coin: str) -> str:
    """What a cell says in the coin of its column: a figure alone takes it, any other text stays as it is."""
    return f"{text.strip()} {coin}" if coin and _BARE.fullmatch(text) else text


def figure_of(written: str) -> float:
    """A figure as it is written here: "1.350" and "1.350.000" are grouped, "9,75" and "1.5" have decimals."""
    written = written.rstrip(".,")
    if _GROUPED.fullmatch(written):
        return float(re.sub(r"[.,]", "", written))
    whole, _, decimals = written.replace(".", ",").rpartition(",")
    return float(f"{whole.replace(',', '') or '0'}.{decimals}") if whole else float(decimals)


def said_money(amount: float) -> str:
    """A sum as an office writes it: in millions, or what is less or does not come out even in đồng."""
    if amount < _MILLION or amount % 1e4:
        return f"{_grouped(amount)} đồng" if amount >= 1e3 else _grouped(amount)
    return f"{_grouped(amount / _MILLION)} triệu đồng"


def total(amounts: Iterable[float | None]) -> float:
    """The sum of those that are known."""
    return sum(amount for amount in amounts if amount is not None)


def _grouped(value: float) -> str:
    """A figure with its thousands apart and a comma for decimals: 1590 is "1.590", 12.5 is "12,5"."""
    whole, _, decimals = f"{value:,.2f}".rstrip("0").rstrip(".").partition(".")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


_OF_TABLES = re.compile(r"(?<!\S)(?:bang|cot|chu|ghi(?! bao nhieu))(?!\S)")
_SPEAKS_OF_MONEY = re.compile(
    r"(?<!\S)(?:kinh phi|du toan|ngan sach|chi phi|tien)(?!\S)(?! (?:ghi|la|do|theo|tu|co) (?!tong))"
)


def speaks_of_rows(bare: str) -> bool:
    """Whether "dong" in a text without accents is "dòng": of a table's parts is spoken, and of no money."""
    return _OF_TABLES.search(bare) is not None and _SPEAKS_OF_MONEY.search(bare) is None
