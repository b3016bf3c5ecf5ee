"""What a question adds so that nothing is left out: "kể cả phần lời văn", "tính luôn việc vừa rồi".

Whoever says so wants no fewer rows, so the words narrow nothing; of a section of duties it wants those rows too. What
adds a role ("kể cả phối hợp"), a time, a unit or a further field ("nói luôn thời hạn") says which rows are meant, and
stays. So does what rows are said to hold, whatever it is: only behind "kể cả" or a sign are words added, elsewhere they
may be what is asked for ("việc nào gồm cả tập huấn") unless they name a part of the document or what was shown.
"""

import re
from collections.abc import Callable, Sequence

from knowledge.deadlines.periods import finer_times
from knowledge.language.text import folded, nfc, tokens
from knowledge.questions.constraints import Constraint, leaves_out_the_shown
from knowledge.questions.cue_uses import OF_ROWS
from knowledge.questions.cues import cues_in
from knowledge.questions.purposes import Names
from knowledge.questions.rule_words import PAPERS

_OPENS = re.compile(
    r"(?:^|[\s,;(])(?P<said>(?:tinh|(?:liet )?ke|noi|neu|(?:bao )?gom|lay|dem)"
    r"(?: (?:tron|het|du))*(?: (?:luon|ca)){1,2}|luon ca)\s"
)
_DUTIES = r"\b(?:to chuc thuc hien|loi van|(?:phan|trong|doan) van ban|phan chu|phan van)\b"
_OF_DUTIES = re.compile(_DUTIES)
# "trong phụ lục và phần tổ chức thực hiện": both are meant, so neither narrows
_BOTH = re.compile(
    r"\b(?P<said>(?:(?:trong|o|tai|theo|ca) )*(?:phu luc|danh muc|bang)(?: kem theo| nhiem vu)?"
    rf" (?:va|lan|cung)(?: ca)?) (?=(?:phan |muc |chuong )?{_DUTIES})"
)
_HOW_IT_FALLS_DUE = re.compile(
    r"\b(?:thuong xuyen|dinh ky|(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|ghi(?: theo)? (?:ngay|thang|quy|nam)"
    r"|(?:khong|chua|ko|k)(?: (?:co|ghi|neu))+ (?:han|thoi han|thoi gian))\b"
)
_BORDER = re.compile(r"[,;.?!…)](?=\s|$)")
_DENIED = re.compile(r"\b(?:khong|dung|chua|khoi|cho|chang|chi)(?: (?:duoc|can|phai|co|nen|muon))*\s*$")
_BEHIND_A_SIGN = re.compile(r"(?:^|[,;(])\s*$")
_TOGETHER = frozenset({"chung", "cung"})  # "kể cả | chung với Văn phòng": what is done with others
_WHICH = frozenset({"who", "lead", "coordinate", "person", "when", "result", "share", "objective", "budget", "whom"})


def without_addition(
    text: str, names: Names = lambda _: False, has_its_own: Callable[[str], bool] = lambda _: False
) -> tuple[str, str]:
    """A text without what it adds to its rows, and that; empty where nothing is added.

    Args:
        names: whether words name a unit.
        has_its_own: whether a text has rows of their own beside those of its time or deadline.
    """
    typed = nfc(text)
    bare = folded(typed)
    found = _OPENS.search(bare) or _BOTH.search(bare) if len(bare) == len(typed) else None
    if found is None or _DENIED.search(bare[: found.start("said")]):
        return text, ""
    start, behind = found.span("said")
    border = _BORDER.search(typed, behind)
    end = border.start() if border else len(typed)
    added = typed[behind:end]
    rest = f"{typed[:start].rstrip(' ,;(')} {typed[end:].lstrip(' )')}".lstrip(" ,;").strip()
    if _falls_due_otherwise(rest, added):
        both = f"{typed[:start]}{'kể cả' if bare != typed.lower() else 'ke ca'} {typed[found.end() :]}"
        if has_its_own(both):
            return both, ""  # "tháng 6 có gì, tính luôn việc thường xuyên" has rows of its own
    if not (_can_only_add(bare[:start], found["said"]) or _names_no_matter(added)):
        return text, ""
    of_rows = _asks(rest, OF_ROWS) or finer_times(tuple(tokens(rest)))  # "quý 2 có những hạn nào, kể cả …"
    return (rest, added.strip()) if of_rows and not _says_which(added, names) else (text, "")


def _falls_due_otherwise(rest: str, added: str) -> bool:
    """Whether rows that are added fall due in another way than those of the time, or the deadline, of the rest.

    Rows that name a day or a month ("quý 2 có gì, tính luôn việc ghi tháng") are due in that time anyway.
    """
    timed, bare = finer_times(tuple(tokens(rest))), folded(added)
    dated = timed or _HOW_IT_FALLS_DUE.search(folded(rest))
    return bool(dated and _HOW_IT_FALLS_DUE.search(_BY_DAY_OR_MONTH.sub("", bare) if timed else bare))


_BY_DAY_OR_MONTH = re.compile(r"\bghi(?: theo)? (?:ngay|thang)\b")


def _can_only_add(ahead: str, said: str) -> bool:
    """Whether words can only add to what stands before them, by what they are or by a sign ("…, tính luôn …")."""
    by_itself = said.startswith(("ke", "liet ke", "luon"))
    return by_itself or (bool(_BEHIND_A_SIGN.search(ahead)) and not said.startswith("noi"))


def _names_no_matter(added: str) -> bool:
    """Whether what is added is no matter of rows: a part of the document, what was shown, what others share."""
    bare = folded(added)
    return bool(_OF_DUTIES.search(bare) or _THE_SHOWN.search(bare)) or _is_together(tokens(added))


def adds_duties(added: str) -> bool:
    """Whether the duties of running text are added to the rows of tables."""
    return bool(_OF_DUTIES.search(folded(added)))


def with_the_shown(where: tuple[Constraint, ...], added: str) -> tuple[Constraint, ...]:
    """The constraints without those that leave out what was shown, where that is added again ("kể cả cái vừa nói")."""
    return tuple(c for c in where if not leaves_out_the_shown(c)) if _THE_SHOWN.search(folded(added)) else where


_THE_SHOWN = re.compile(r"\b(?:cai|viec|dong|muc|khoan|dau viec|nhiem vu) (?:do|nay|ay|tren|vua)\b|\bno\b")


def _says_which(added: str, names: Names) -> bool:
    """Whether what is added says which rows are meant, by a role, a time, a unit or a field; so does nothing at all."""
    words = tokens(added)
    together = _is_together(words)
    if not words or _asks(added, _WHICH - {"coordinate"} if together else _WHICH):
        return True
    times = finer_times(tuple(tokens(_ITS_TIME.sub("", folded(added)))))
    return not together and bool(times or (names(words) and not _BEGINS_A_PAPER.match(folded(added))))


# the time that was said before it: "quý III, tính luôn mấy cái ghi ngày | trong quý"
_ITS_TIME = re.compile(r"\btrong (?:quy|thang|nam|tuan)(?: (?:do|ay))?\s*$")
# "kể cả báo cáo các phòng gửi về Văn phòng" adds reports, whoever sends them
_BEGINS_A_PAPER = re.compile(rf"\s*(?:(?:cac|nhung|may|ca) )*(?:{folded(PAPERS)})\b")


def _is_together(words: Sequence[str]) -> bool:
    return not _TOGETHER.isdisjoint(map(folded, words[:1]))


def _asks(text: str, kinds: frozenset[str]) -> bool:
    return any(cue.kinds & kinds for cue in cues_in(tuple(tokens(text))))
