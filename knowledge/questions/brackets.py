"""A short form that is explained in brackets, or stands in them: "ban qlvt (quản lý vật tư)", "phòng kế toán (pkt)".

Both say the same, so the words that are written out stand for both. A bracket that only concedes something goes
("(chung hay riêng gì cũng được)"): it narrows nothing. So does one that says what a section is of ("mục VI (CQĐT)"),
which its mark tells. Any other stays.
"""

import re
from functools import cache

from knowledge.deadlines.periods import finer_times
from knowledge.language.initials import initials
from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.rule_words import FIELDS

_BRACKET = re.compile(r"\(\s*([^()]{2,80}?)\s*\)")
_CONCEDES = re.compile(r"\b(?:cung|deu) (?:duoc|tinh|lay|ke|xong)\b|\b(?:ke|tinh|gom) ca (?:lam )?chung\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = 4  # words that a short form may be typed in ("Q L V T")
_LEAST = 2  # letters of a short form


def without_explained(text: str) -> str:
    """The text with each short form and what explains it as one."""
    text = _ARROW.sub(" đến ", text)
    typed, at = nfc(text), 0
    while found := _BRACKET.search(typed, at):
        ahead, said, behind = typed[: found.start()].split(), found[1].split(), typed[found.end() :].lstrip(" ")
        idle = _concedes(folded(found[1])) or _is_of_a_section(ahead, said) or _names_the_same_cell(ahead, said)
        days = [*ahead, "tức", "là", _DASH.sub(" đến ", found[1])] if _is_a_span(ahead, said) else None
        joined = ahead if idle else days or _joined(ahead, said)
        if joined is None:
            at = found.end()
            continue
        mark = "" if behind[:1] in {",", ".", "?", ";", ""} else " "
        kept = " ".join(joined)
        typed, at = f"{kept}{mark}{behind}", len(kept)
    return typed if at else text


_ARROW = re.compile(  # "25 -> 31/3", "1/4 - 15/4"; years are those of a programme
    r"(?<=\d)(?<!(?<![\d/.-])(?:19|20)\d\d)\s*(?:[-–=]+>|→)\s*(?=\d)|(?:(?<=\d/\d)|(?<=\d/\d\d))\s+[-–]\s+(?=\d{1,2}/\d)"
)


_DASH = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")


def _is_a_span(ahead: list[str], said: list[str]) -> bool:
    """Whether a bracket tells the days of the time that stands before it ("tuần cuối tháng 3 (25 đến 31/3)")."""
    days = _DAYS.fullmatch(folded(" ".join(said)))
    times = finer_times(tuple(canonical(" ".join(ahead)).split())) if days else ()
    return bool(times) and times[-1][1] == len(ahead)


_DAY = r"(?:ngay )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?"
_DAYS = re.compile(rf"(?:tu )?{_DAY}\s*(?:den|toi|-|–)\s*{_DAY}")


def _concedes(said: str) -> bool:
    """Whether a bracket only says that something may be so as well; one that leaves out or narrows says more."""
    return bool(_CONCEDES.search(said)) and _NARROWS.isdisjoint(said.replace(",", " ").split())


_NARROWS = frozenset({"tru", "bo", "bot", "ngoai", "chi", "thoi", "khong", "dung", "can"})


def _names_the_same_cell(ahead: list[str], said: list[str]) -> bool:
    """Whether a bracket has another name of the cell that stands before it ("ô sản phẩm (kết quả)")."""
    inside, before = folded(" ".join(said)), f" {folded(' '.join(ahead))}"
    return any(names.fullmatch(inside) and re.search(rf" (?:{names.pattern})$", before) for names in _cells())


@cache
def _cells() -> list[re.Pattern[str]]:
    return [re.compile(folded(names)) for field, names in FIELDS.items() if field in _NAMED]


_NAMED = ("deadline", "result", "budget")


def _is_of_a_section(ahead: list[str], said: list[str]) -> bool:
    """Whether a bracket stands behind the mark of a section and only says what that is of, not which of its rows."""
    marked = _SECTION.search(folded(" ".join(ahead)))
    return bool(marked) and not (_ROWS | _NARROWS).intersection(folded(word.strip(",;")) for word in said)


_SECTION = re.compile(r"\b(?:muc|phan|chuong|nhom) (?:[ivx]{1,4}|\d{1,2}|[a-h])$")
_ROWS = frozenset(
    {"viec", "nhiem", "vu", "chu", "tri", "phoi", "hop", "han", "ngay", "thang", "quy", "cot", "dong", "ai"}
)


def _joined(ahead: list[str], said: list[str]) -> list[str] | None:
    """The words before a bracket with those inside it; None where neither is short for the other."""
    if len(said) == 1 and _is_short(_letters(said), ahead[-_longest(said) :]):
        return ahead
    for size in range(1, min(_SPACED, len(ahead)) + 1):
        short, head = _letters(ahead[-size:]), ahead[-size - 1 : -size]
        if head and folded(head[0]) == folded(said[0]) and _is_short(short, said[1:]):
            return [*ahead[: -size - 1], *said]
        if _is_short(short, said):
            return [*ahead[:-size], *said]
    return None


def _letters(words: list[str]) -> str:
    return "".join(_LETTERS.findall(folded("".join(words))))


def _longest(said: list[str]) -> int:
    """How many words a short form may stand for: one for each letter, and one that it leaves out."""
    return len(_letters(said)) + 1


def _is_short(short: str, words: list[str]) -> bool:
    """Whether letters are the initials of the last of some words, but for one of them."""
    letters = initials(word for word in words if word[:1].isalpha())
    if len(short) < _LEAST or short == _letters(words):
        return False
    if letters.endswith(short):
        return len(letters) - len(short) <= 1
    cut = range(1, len(letters))
    return len(letters) > _LEAST and any(letters[:at] + letters[at + 1 :] == short for at in cut)
