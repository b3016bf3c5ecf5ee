"""What somebody calls theirs ("việc của tôi", "phòng em có gì tuần này"), said with the name of their unit. Pure.

A unit is meant where the speaker owns something ("của tôi"), a word for a unit stands in front ("phòng em"), or the
speaker has or has to do something ("tôi phải làm gì"). A speaker who only asks ("cho tôi biết") means none.
"""

import re

from knowledge.language.text import folded, nfc

_LONGEST = 15  # words: in a longer text the speaker tells of other things of theirs
_I = r"(?:chung |bon |tui )?(?:toi|tui|minh|em|chung ta)"
_UNIT = r"(?:don vi|phong|ban|co quan|bo phan|trung tam|nhom|ben)"
_THINGS = r"\b(?:viec|nhiem vu|han|dau viec|tinh hinh|tien do|ket qua|so lieu)(?: \w+){0,3} "
_OWNED = rf"{_THINGS}(?P<owned>cua (?:{_UNIT} )?{_I})\b"
_HOUSE = rf"(?P<house>\b(?:don vi|phong|ban|co quan|bo phan|trung tam|ben) {_I})\b(?! (?:biet|hoi|xem))"
_DOES = (
    rf"(?P<does>(?:^|(?<=[,.;?] ))(?P<when>(?:hom nay|tuan nay|thang nay|quy nay|nam nay|hien nay|the|vay|con) )?{_I})"
)
_HAS = "(?:con |dang |se |duoc |phai |can |co |chu tri |phoi hop |phu trach )+"
_WORK = rf"(?= {_HAS}(?:[^?.]* )?(?:viec|nhiem vu|lam gi|gi|nhung gi)\b)"
_GIVEN = rf"\b(?:giao|phan cong)(?: cho)? (?P<given>(?:{_UNIT} )?{_I})\b(?! (?:biet|hoi|xem))"
_MINE = re.compile(f"{_OWNED}|{_HOUSE}|{_DOES}{_WORK}|{_GIVEN}")
_ASKS_ONLY = re.compile(r" (?:co |can |muon )*(?:cau hoi|hoi|biet|thac mac|dang)\b")


def names_mine(text: str) -> bool:
    """Whether a text speaks of what is the speaker's own."""
    return _find(text) is not None


def with_my_unit(text: str, unit: str) -> str:
    """The text with the unit's name in place of the speaker; as it is where it speaks of nothing of theirs."""
    text = nfc(text)
    found = _find(text)
    if found is None:
        return text
    kind = next(name for name in ("owned", "house", "does", "given") if found[name])
    said = f"của {unit}" if kind == "owned" else unit
    if kind == "does" and found["when"]:  # a time may stand in front of the speaker
        said = f"{text[found.start('when') : found.end('when')]}{unit}"
    return f"{text[: found.start(kind)]}{said}{text[found.end(kind) :]}"


def _find(text: str) -> re.Match[str] | None:
    bare = folded(text)
    short = len(bare) == len(nfc(text)) and len(bare.split()) <= _LONGEST
    found = _MINE.search(bare) if short else None
    return None if found and _ASKS_ONLY.match(bare[found.end() :]) else found
