"""Abbreviations that a document explains itself: "thủ tục hành chính (TTHC)", "sau đây gọi tắt là …"."""

import re
from collections.abc import Iterable

from knowledge.language.initials import initials
from knowledge.language.text import folded

_SHORT = r"[\"“”']?(?P<short>[^\W\d_][\w&\-./ ]{0,38}?)[\"“”']?\s*"
_BRACKETS = re.compile(rf"\(\s*(?:(?:sau đây|dưới đây)?\s*(?:gọi|viết)\s*(?:tắt|chung)\s*(?:là|:)\s*)?{_SHORT}\)")
_CALLED = re.compile(rf"[,(]?\s*(?:sau đây|dưới đây)?\s*(?:được )?(?:gọi|viết)\s*tắt\s*(?:là|:)\s*{_SHORT}(?=[).,;]|$)")
# "sau đây gọi là QLVB" explains short forms only: "sau đây gọi là Kế hoạch" would give a plain word another meaning.
_NAMED = re.compile(
    rf"[,(]\s*(?:sau đây|dưới đây|từ đây) (?:được )?(?:gọi|viết)(?: chung)?\s*(?:là|:)\s*{_SHORT}(?=[).,;]|$)"
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
    return tuple(found.items())


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
