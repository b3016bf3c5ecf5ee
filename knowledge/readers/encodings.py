"""Bytes → Vietnamese text in NFC, whatever the office's machine wrote it in.

UTF-8 and UTF-16 say what they are. The single-byte encodings (windows-1258, TCVN3, VNI) do not, so each is tried and
the one under which most accented words are Vietnamese syllables is taken, with a doubt that says so.
"""

import codecs
import re
import unicodedata

from knowledge.document import Doubt
from knowledge.readers.legacy_fonts import FROM_TCVN3, from_vni, legacy_name
from knowledge.readers.refusal import refused

_SURE = 0.85  # share of accented words that must be Vietnamese syllables for a guessed encoding to be believed
_BETTER = 0.15  # how much likelier than the plain reading a legacy font must be


def decode(data: bytes, name: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a file and what was doubtful about its encoding.

    Raises:
        RefusedError: no encoding makes Vietnamese of it.
    """
    text = _declared(data)
    if _has_lost_letters(text or data[:_SAMPLE].decode("latin-1")):
        raise refused(
            name,
            "chữ tiếng Việt đã mất khi lưu tệp, dấu “?” đứng thay chữ",
            "Đề nghị lưu lại từ tệp gốc thành Word, Excel, PDF hoặc văn bản UTF-8 rồi gửi lại",
        )
    if text is None:
        return _guessed(data, name)
    if "\0" in text:
        raise _unreadable(name)
    text, doubts = _decoded_once(text)
    text, more = mend_legacy(text)
    return unicodedata.normalize("NFC", text), (*doubts, *more)


def _has_lost_letters(text: str) -> bool:
    """Whether an encoding without Vietnamese put "?" inside of words ("Nhi?m v?"); a question has it behind one."""
    words = text[:_SAMPLE].split()
    lost = sum(_LOST.search(word) is not None and "/" not in word and "=" not in word for word in words)
    return lost > _FEW_LOST and lost > _LOST_SHARE * len(words)


_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]")
_SAMPLE = 20_000  # characters
_FEW_LOST, _LOST_SHARE = 2, 0.05


def _decoded_once(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text, mended where a program took UTF-8 for Windows-1252 and saved that ("Nhiá»‡m vá»¥")."""
    if not _TWICE.search(text[:_SAMPLE]):
        return text, ()
    try:
        mended = b"".join(_byte(sign) for sign in text).decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text, ()
    if likeness(mended) < max(_SURE, likeness(text)):
        return text, ()
    return mended, (Doubt("Chữ bị chuyển mã hai lần, đã khôi phục: đề nghị đối chiếu với bản gốc"),)


_TWICE = re.compile("á[»º].|[ÃÄÆ][\u0080-\u00bf\u0152-\u2122]")  # letters of Vietnamese in UTF-8, each byte a letter


def _byte(sign: str) -> bytes:
    """The byte that Windows-1252 shows as a sign; the five that it leaves open stand for themselves."""
    return bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252")


def mend_legacy(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text, converted where it is TCVN3 or VNI that somebody pasted as Unicode ("Céng hßa", "Coäng hoøa")."""
    label = hidden_encoding(text)
    return (text, ()) if label is None else (dict(_legacy(text))[label], (Doubt(legacy_name(label)),))


NONSENSE = 0.6  # likeness below which a text is no Vietnamese


def hidden_encoding(text: str) -> str | None:
    """The old encoding under which a text that is no Vietnamese becomes some; None where it is none of them."""
    plain = likeness(text)
    if plain >= _SURE or text.isascii():
        return None
    best, label = max((likeness(changed), label) for label, changed in _legacy(text))
    return label if best >= _SURE and best >= plain + _BETTER else None


def likeness(text: str) -> float:
    """The share of accented words that can be Vietnamese syllables, 1.0 where none is accented."""
    words = [word for word in _WORD.findall(text[:200_000]) if any(ord(c) > 0x7F for c in word)]
    if not words:
        return 1.0
    return sum(bool(_SYLLABLE.match(_toneless(word))) for word in words) / len(words)


def _declared(data: bytes) -> str | None:
    """The text where the bytes themselves tell the encoding."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data, encoding)
    if wide := _wide(data):
        return _try(data, wide)
    return _try(data, "utf-8")


_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: most bytes on one side of each pair are zero or that of a Vietnamese block (1E, 01)."""
    pairs = min(len(data), 4000) // 2
    if pairs < 2 or len(data) % 2:
        return None
    for side, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[side : pairs * 2 : 2]
        if high.count(0) > 0.5 * pairs and sum(high.count(b) for b in (0, 1, 3, 0x1E, 0x20)) > 0.95 * pairs:
            return encoding
    return None


def _guessed(data: bytes, name: str) -> tuple[str, tuple[Doubt, ...]]:
    if b"\0" in data or sum(b < 32 and b not in b"\t\n\r\f\v\x1b" for b in data[:4096]) > 8:
        raise _unreadable(name)
    latin = data.decode("cp1252", "ignore") if _try(data, "cp1252") else data.decode("latin-1")
    candidates = [("Windows-1252", latin), *_legacy(data.decode("latin-1"))]
    if (text := _try(data, "cp1258")) is not None:
        candidates.insert(0, ("Windows-1258", unicodedata.normalize("NFC", text)))
    scores = [likeness(text) for _, text in candidates]
    best = scores.index(max(scores))
    if scores[best] < _SURE:
        raise _unreadable(name)
    label, text = candidates[best]
    doubt = Doubt(f"Tệp dùng bảng mã {label}, đã chuyển sang Unicode: đề nghị đối chiếu với bản gốc")
    return unicodedata.normalize("NFC", text), (doubt,)


def _legacy(text: str) -> list[tuple[str, str]]:
    return [("TCVN3 (.VnTime)", text.translate(FROM_TCVN3)), ("VNI", from_vni(text))]


def _unreadable(name: str) -> Exception:
    return refused(
        name,
        "không nhận ra định dạng hoặc bảng mã của tệp, đọc không ra tiếng Việt",
        "Đề nghị lưu lại thành Word, Excel, PDF hoặc văn bản UTF-8 rồi gửi lại",
    )


_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*|[\u00a1-\u00bf]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)


def _toneless(word: str) -> str:
    """The word in lower case without its one tone mark (letters keep their hats, horns and breves)."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare, tones = re.subn("[\u0300\u0301\u0303\u0309\u0323]", "", apart)
    return unicodedata.normalize("NFC", bare) if tones <= 1 else "?"
