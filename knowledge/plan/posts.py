"""The posts over a signature, and the row of a table that holds one."""

import re

from knowledge.document import Cover, Row
from knowledge.language.text import canonical, folded
from knowledge.plan.block import Block
from knowledge.plan.columns import flat
from knowledge.units.name_words import text_heads

_SIGNED = ("nguoi lap", "noi nhan", "nguoi tong hop", "ky ten", "xac nhan cua")
_SHORT_CELL = 8  # words of a cell of a signature


def is_signature(row: Row) -> bool:
    """Whether a row holds the posts or the recipients below a table, each cell on one line or whole with its name."""
    own = [cell.text.strip().splitlines() for cell in row.cells if cell.cover is Cover.OWN and flat(cell)]
    first = [" ".join(lines[0].split()) for lines in own]
    short = all(len(text.split()) <= _SHORT_CELL for text in first)
    signed = any(is_post(text) or folded(text).startswith(_SIGNED) for text in first)
    return signed and short and all(text.isupper() or folded(text).startswith(_SIGNED) for text in first)


def is_small_post(block: Block) -> bool:
    """Whether a line is a post over a signature that is not in capitals: "Giám đốc", "KT. Chủ tịch"."""
    text = block.text
    short = not block.marker and not text.isupper() and text[:1].isupper() and len(text.split()) <= _POST_WORDS
    return short and not re.search(r"[,;:()]|\.$", text) and is_post(text.upper())


_POST_WORDS = 5


_POST = re.compile(
    r"(?:(?:KT|TM|TL|TUQ|Q)\s*\.\s*|(?:K/T|T/M|T/L)\s*\.?\s*)?(?:PHÓ\s+|QUYỀN\s+)?(?:TỔNG\s+)?"
    r"(?:GIÁM ĐỐC|CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ NHIỆM|TỔNG THANH TRA|TỔNG KIỂM TOÁN"
    r"|THỨ TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|TRƯỞNG BAN|TRƯỞNG PHÒNG|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CHÁNH THANH TRA|CHÁNH ÁN|THỦ TRƯỞNG|TRƯỞNG ĐOÀN"
    r"|CHÍNH TRỊ VIÊN|CHÍNH ỦY|CHÍNH UỶ|TƯ LỆNH|TỔNG BIÊN TẬP"
    r"|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|ĐẢNG ỦY|ĐẢNG UỶ)\b.{0,60}"
)


def is_post(text: str) -> bool:
    """Whether a line is the post over a signature: in capitals, "KT. GIÁM ĐỐC", "TM. UBND TỈNH"; "… ĐIỆN:" speaks."""
    if len(text) > 90 or text.endswith(":") or not text.isupper():
        return False
    return bool(_POST.fullmatch(text) or _SIGNED_FOR.match(text)) or _heads_unit(text)


_SIGNED_FOR = re.compile(r"(?:(?:KT|TM|TL|TUQ)\s*\.|[KT]/[TML]\s*\.?)\s*\w")  # whoever it is signed for


_STEPS = re.compile(r"(?:(?:kt|tm|tl|tuq|q)\s*\.\s*|[kt]/[tml]\s*\.?\s*)?(?:phó\s+|quyền\s+)?")


def _heads_unit(text: str) -> bool:
    """Whether a line is the post of whoever heads a unit of any kind: "TRƯỞNG KHOA", "HẠT TRƯỞNG"."""
    bare = _STEPS.sub("", canonical(text), count=1)
    heads = (*text_heads(), *_ALSO_HEADED)
    unit = bare.removeprefix("trưởng ")
    if unit != bare:  # "TRƯỞNG THÀNH TRONG GIAN KHÓ" is a heading
        known = any(unit == head or unit.startswith(f"{head} ") for head in heads)
        return known or (len(unit.split()) <= _SHORT and not unit.startswith("các "))
    *before, last = bare.removesuffix(" trưởng").split() or [""]
    unit = " ".join([*before, last])
    return unit != bare and (unit in heads or (len(before) == 1 and last in heads))  # "XÃ ĐỘI TRƯỞNG"


_SHORT = 3  # words of a unit of a kind that is not known: "TRƯỞNG BUÔN"
_ALSO_HEADED = ("đồn", "trại", "tổ", "xưởng", "kho", "cảng", "khối", "bến", "chỉ huy", "tiểu ban", "thôn", "bản", "ấp")
