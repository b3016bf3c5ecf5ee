"""Abbreviations that a document explains itself: "thủ tục hành chính (TTHC)", "sau đây gọi tắt là …"."""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.initials import initials
from knowledge.language.text import UPPER, folded
from knowledge.units.name_words import starts_with_head

_SHORT = r"[\"“”']?(?P<short>[^\W\d_][\w&\-./ ]{0,38}?)[\"“”']?\s*"
_BRACKETS = re.compile(rf"\(\s*(?:(?:sau đây|dưới đây)?\s*(?:gọi|viết)\s*(?:tắt|chung)\s*(?:là|:)\s*)?{_SHORT}\)")
_CALLED = re.compile(rf"[,(]?\s*(?:sau đây|dưới đây)?\s*(?:được )?(?:gọi|viết)\s*tắt\s*(?:là|:)\s*{_SHORT}(?=[).,;]|$)")
# "sau đây gọi là QLVB" explains short forms only: "sau đây gọi là Kế hoạch" would give a plain word another meaning.
_NAMED = re.compile(
    rf"[,(]\s*(?:sau đây|dưới đây|từ đây) (?:được )?(?:gọi|viết)(?: chung)?\s*(?:là|:)\s*{_SHORT}(?=[).,;]|$)"
)
# "… được viết tắt như sau: Đoàn Thanh niên phường (ĐTN), …": each thing of the list has its own short form behind it.
_LISTED = re.compile(r"(?:gọi|viết) tắt\s*(?:như sau|sau đây|gồm|là)?\s*:\s*(?P<list>.+)", re.DOTALL)
_OF_LIST = re.compile(r"\s*(?P<long>[^;:()]{4,150}?)\s*\((?P<short>[^\W\d_][\w&\-./]{1,14})\)\s*(?:[,;.]|và\b|$)")
# "VP: Văn phòng HĐND và UBND; KT: Phòng Kinh tế": units in short, as legends tell them.
_IN_SHORT = re.compile(
    rf"(?<![\w(])(?P<short>[{UPPER}][{UPPER}&\-]{{1,9}})\s*[:=]\s*(?P<long>[^;:=.()\n]{{4,90}})(?=[;.\n]|$)"
)
_LINKS = {"va", "cua", "cho", "ve", "cac", "-"}


def glossary(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(short, long) in the order of their first explanation; the first one counts."""
    found: dict[str, str] = {}
    for text in texts:
        for pattern in (_BRACKETS, _CALLED, _NAMED):
            for match in pattern.finditer(text):
                short = match["short"].strip()
                long = _explained(short, text[: match.start()], called="tắt" in match[0])
                if long:
                    found.setdefault(short, long)
        for short, long in _listed(text):
            found.setdefault(short, long)
    return tuple(found.items())


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """What lists of short forms explain; a unit's short form takes its letters from the unit's name."""
    if listed := _LISTED.search(text):
        yield from ((match["short"], match["long"]) for match in _OF_LIST.finditer(listed["list"]))
    for match in _IN_SHORT.finditer(text):
        if starts_with_head(match["long"]) and _takes_letters(match["short"], match["long"]):
            yield match["short"], match["long"].strip()


def _takes_letters(short: str, long: str) -> bool:
    """Whether the letters of a short form begin words of the long one, in their order."""
    letters = iter(initials(long.split()))
    return all(letter in letters for letter in folded(short) if letter.isalpha())


def _explained(short: str, before: str, *, called: bool) -> str | None:
    """The words before that the short form stands for: as many as give its letters, or the whole phrase."""
    letters = "".join(c for c in folded(short) if c.isalnum())
    if not called and not (short.isupper() and 2 <= len(letters) <= 12) and not re.search(r"[A-ZĐ]{2}", short):
        return None
    phrase = re.split(r"[.;:,()](?=\s|$)", before)[-1].split()
    # unless it is said in so many words, the words have to give the letters
    for count in range(2, min(len(phrase), 2 * len(letters) + 4) + 1):
        words = phrase[-count:]
        if letters in (initials(words, _LINKS), initials(words)):
            return " ".join(words)
    joined = re.split(r"[.;:()](?=\s|$)", before)[-1].split()
    for count in range(2, min(len(joined), 2 * len(letters) + 6) + 1):
        if initials(joined[-count:], _LINKS) == letters:
            return " ".join(joined[-count:])
    return " ".join(phrase[-12:]) if called and len(phrase) > 1 else None
