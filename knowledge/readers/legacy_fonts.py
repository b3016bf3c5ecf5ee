"""The two encodings of offices before Unicode: TCVN 5712:1993 (".VnTime" fonts) and VNI ("VNI-Times" fonts).

Both put Vietnamese letters on the code positions of Western ones, so text in them is only right in its font:
"Céng hßa" (TCVN3) and "Coäng hoøa" (VNI) are both "Cộng hòa". TCVN3 has one position a letter and no accented capitals
(fonts whose name ends in H draw capitals); VNI writes a letter and then a mark.
"""

import re
import unicodedata
from functools import cache

_CAPITALS = "ĂÂÊÔƠƯĐ"
FROM_TCVN3 = {
    **{0xA1 + i: capital for i, capital in enumerate(_CAPITALS)},
    **{0xA8 + i: letter for i, letter in enumerate("ăâêôơưđ")},
    **dict(zip(range(0xB5, 0xBA), "àảãáạ", strict=True)),
    **dict(zip(range(0xBB, 0xBF), "ằẳẵắ", strict=True)),
    **dict(zip(range(0xC6, 0xCD), "ặầẩẫấậè", strict=True)),
    **dict(zip(range(0xCE, 0xD9), "ẻẽéẹềểễếệìỉ", strict=True)),
    **dict(zip(range(0xDC, 0xE0), "ĩíịò", strict=True)),
    **dict(zip(range(0xE1, 0xF0), "ỏõóọồổỗốộờởỡớợù", strict=True)),
    **dict(zip(range(0xF1, 0xFF), "ủũúụừửữứựỳỷỹýỵ", strict=True)),
}

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
# The mark that follows a vowel, and what it stands for.
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_HATS = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BREVES = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_HORNS = {"ô": "ơ", "ö": "ư"}
_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}


def _vni_pairs() -> dict[str, str]:
    pairs = {vowel + mark: vowel + tone for vowel in "aeouy" for mark, tone in _TONES.items()}
    pairs |= {vowel + mark: vowel + _HAT + tone for vowel in "aeo" for mark, tone in _HATS.items()}
    pairs |= {"a" + mark: "a" + _BREVE + tone for mark, tone in _BREVES.items()}
    pairs |= {horn + mark: letter + tone for horn, letter in _HORNS.items() for mark, tone in _TONES.items()}
    pairs |= _HORNS | _ALONE
    upper = {pair.upper(): letter.upper() for pair, letter in pairs.items()}
    mixed = {p[0].upper() + p[1]: letter[0].upper() + letter[1:] for p, letter in pairs.items() if len(p) == 2}
    return {p: unicodedata.normalize("NFC", letter) for p, letter in (mixed | upper | pairs).items()}


_VNI = _vni_pairs()


def from_vni(text: str) -> str:
    """VNI text in Unicode."""
    return _vni_pair().sub(lambda found: _VNI[found[0]], text)


@cache
def _vni_pair() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))  # few files have such a font


def from_tcvn3(text: str, *, capitals: bool) -> str:
    """TCVN3 text in Unicode; `capitals` where the font draws every letter as a capital."""
    text = text.translate(FROM_TCVN3)
    return text.upper() if capitals else text


def legacy_label(font: str | None) -> str | None:
    """Either "TCVN3" or "VNI" where a font's name says that its text is in that encoding, else None."""
    name = (font or "").rpartition("+")[2].lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni") else None


def from_font(text: str, font: str | None) -> str:
    """The text of one font in Unicode. Text that already has letters beyond the Western ones is Unicode and stays."""
    label = legacy_label(font)
    if label is None or any(ord(c) > 0xFF and not unicodedata.category(c).startswith("P") for c in text):
        return text
    return from_tcvn3(text, capitals=(font or "").upper().endswith("H")) if label == "TCVN3" else from_vni(text)


def legacy_name(label: str) -> str:
    """What to tell of text that was converted from one of these encodings."""
    return f"Văn bản dùng bảng mã cũ {label}, đã chuyển sang Unicode: đề nghị đối chiếu với bản gốc"
