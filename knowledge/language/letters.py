"""Letters that look like others are the others: folded once, where text enters, in documents and in questions.

Old fonts and keyboards write Ð (eth) for Đ, Word's list of symbols has one letter for "Ⅱ", East Asian keyboards type
broad ones, recognition sees a fraction slash; none of them would be found again by whoever types the usual letter.
"""

import re
import unicodedata

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТХаеѕіјорсух", "ABESIJKMHOPCTXaesijopcyx", strict=True))
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M")
_LOOK_ALIKE = str.maketrans(
    {
        "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ",
        "⁄": "/", "∕": "/", "‐": "-", "‑": "-", "\u3000": " ",
        **_CYRILLIC,
        **{chr(0x2160 + i): number for i, number in enumerate(_ROMAN)},
        **{chr(0x2170 + i): number.lower() for i, number in enumerate(_ROMAN)},
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    }
)  # fmt: skip
_ANY = re.compile("[" + "".join(map(re.escape, map(chr, _LOOK_ALIKE))) + "]")


def settled(text: str) -> str:
    """The text in NFC with the usual letter for each that only looks like it; spaces and line breaks stay."""
    text = unicodedata.normalize("NFC", text)
    return text.translate(_LOOK_ALIKE) if not text.isascii() and _ANY.search(text) else text
