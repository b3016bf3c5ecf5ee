"""A sentence that charges a unit taken apart: what is to be done, who helps, and when.

"Giao Ban A chủ trì, phối hợp với Văn phòng và Hội B mở 02 lớp cho 60 người; hoàn thành trong tháng 5." is the work "mở
02 lớp cho 60 người". What leads up to the unit, the order and the part of those who help are no words of the work, nor
is a time before or behind it; what else stands there stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.deadlines.only_times import says_only_when
from knowledge.language.text import UPPER
from knowledge.plan.cell_fit import begins
from knowledge.plan.charges import orders_of
from knowledge.plan.duty_units import does, helpers_in, known_at
from knowledge.plan.events import event_at_end
from knowledge.plan.sentences import clauses, sentences
from knowledge.plan.time_words import time_words
from knowledge.units.phrase import begins_unit, unit_at


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done, those who help as printed, and the words of the time, "" where none are said."""

    words: str
    helpers: tuple[str, ...] = ()
    when: str = ""


def works_in(text: str, lead: str, known: frozenset[str]) -> Iterator[Work]:
    """The works of a sentence, each in its own time: "lập danh sách trước 15/4, mở 02 lớp xong trước 30/5" are two.

    Args:
        text: the sentence, with those that only add to it.
        lead: the unit that it charges, as printed; it may stand above.
        known: units that the plan names, canonical.
    """
    before, rest = _behind_unit(text, lead)
    helpers, rest = _behind_helpers(rest, known)
    for said in _apart(rest):
        work = _without_ends(Work(said, helpers), known)
        words = work.words.strip(" ,;.:")
        yield Work(words or text.strip(" .;"), work.helpers, work.when or (before if words else ""))


def _behind_unit(text: str, lead: str) -> tuple[str, str]:
    """The time that stands before a unit, and what stands behind its name; all of a text that does not begin so."""
    start = text.find(lead)
    head = _LEADS_UP.fullmatch(text[:start]) if start >= 0 else None
    if start > 0 and head is None and not begins_unit(text):
        return "", text
    if start < 0:
        return "", text
    if head is None and not _HANDS.search(text[:start]):
        return "", text
    said = _ALSO.sub("", (head["before"] or "").strip(" ,")) if head else ""
    return said if says_only_when(said) else "", _OF_DUTY.sub("", text[start + len(lead) :], count=1)


_ORDER = rf"(?:{orders_of('order')})(?:\s*:)?"
_LEADS_UP = re.compile(rf"(?P<before>[^;:]{{3,70}},\s+)?(?:(?:thì\s+)?{_ORDER}\s+|(?:do)\s+)?")
_HANDS = re.compile(rf"\s(?:{orders_of('handing')}|yêu cầu|phân công|đề nghị)\s+$")
_ALSO = re.compile(r"^(?:Cũng|Riêng|Ngay)\s")
_OF_DUTY = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?[,:]?\s*(?:(?:đồng thời|có trách nhiệm|được (?:giao|phân công)|có nhiệm vụ|chủ động)\s+)*"
)
_CHAIRS = re.compile(
    r"\s*(?:(?:là |làm )?(?:cơ quan |đơn vị )?(?:chủ trì|đầu mối)(?: thực hiện)?[,;]?\s+(?:và\s+)?)?"
    rf"(?P<with>phối hợp(?: chặt chẽ)?(?:\s+với|\s+cùng|(?=\s+(?-i:[{UPPER}])))\s+)?",
    re.IGNORECASE,
)


def _behind_helpers(text: str, known: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """Those who help, said before the work, and the work; nobody where it is not sure where their names end."""
    part = _CHAIRS.match(text)
    if part is None or not part[0].strip():
        return (), text
    if not part["with"]:
        rest = text[part.end() :]
        return (), rest if does(rest.split(maxsplit=1)[0]) else text
    behind = text[part.end() :]
    named = helpers_in(f"phối hợp với {behind}", known)
    rest = behind[len(named) :] if named and behind.startswith(named) else ""
    goes_on = rest.strip(" ,:")
    work = goes_on and does(goes_on.split(maxsplit=1)[0]) and not (_ENDS_IT.match(goes_on) or says_only_when(goes_on))
    return ((named,), goes_on) if named and work else ((), text)


def names_helpers(words: str) -> bool:
    """Whether the words of a work still begin with those who help: it is not seen where their names end."""
    part = _CHAIRS.match(words)
    return part is not None and part["with"] is not None


def _without_ends(work: Work, known: frozenset[str]) -> Work:
    """A work without what stands behind it and says who helps, or when."""
    while True:
        shorter = _without_end(work, known)
        if shorter is None:
            return work
        work = shorter


def _without_end(work: Work, known: frozenset[str]) -> Work | None:
    text = work.words.strip(" .;,")
    *before, last = [clause for sentence in sentences(text) for clause in clauses(sentence)] or [""]
    kept = text[: text.rfind(last)].strip(" .;,")
    if before and (name := _helps(last, known)):
        return replace(work, words=kept, helpers=(*work.helpers, name))
    if helped := _HELPED.search(text):
        return replace(work, words=text[: helped.start()], helpers=(*work.helpers, helped["who"]))
    if work.when:
        return None
    closes = len(last.split()) <= _LONGEST and _CLOSES.match(last) and time_words(last)
    if before and (says_only_when(last) or _LABEL.match(last) or closes):
        return replace(work, words=kept, when=_LABEL.sub("", last))
    return _without_time(replace(work, words=text))


_LONGEST = 16  # words of a clause that says when


def _without_time(work: Work) -> Work | None:
    """A work without the time that ends its last words, the short clause in which it stands with it."""
    bracket, clause = _BRACKET.search(work.words), _LAST_CLAUSE.search(work.words)
    if bracket and (says_only_when(bracket["said"]) or begins("time", _capital(bracket["said"]))):
        return replace(work, words=work.words[: bracket.start()], when=bracket["said"])
    if clause and (time_words(clause["said"]) or says_only_when(clause["said"])):
        return replace(work, words=work.words[: clause.start()], when=clause["said"])
    said = time_words(work.words).split(" … ")[-1]
    ends = (work.words[found.start() :] for found in _TIME.finditer(work.words.partition("(")[0]))
    last = _WEEKDAY.sub("", work.words)
    when = work.words[last.rfind(said) :] if said and last.endswith(said) else next(filter(says_only_when, ends), "")
    when = when or event_at_end(work.words)
    kept = work.words[: len(work.words) - len(when)].strip(" ,;")
    return replace(work, words=kept, when=when) if when and len(kept.split()) > 1 else None


_TIME = re.compile(r"(?<=\s)(?:trong|vào|trước|từ|hằng|hàng|mỗi|định kỳ|sáng|chiều|tối|chậm nhất|xong)(?=\s)")


_WEEKDAY = re.compile(r"\s+(?:vào\s+)?(?:(?:sáng|trưa|chiều|tối)\s+)?(?:thứ\s+\w+|chủ nhật)$", re.IGNORECASE)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _helps(clause: str, known: frozenset[str]) -> str:
    """Whoever is said to help with the work before: "Ban A phối hợp chuẩn bị nội dung"."""
    name = known_at(clause, known, ("phối", "hỗ", "cùng"))
    phrase = unit_at(clause)
    name = name or (phrase.name if phrase else "")
    return name if name and _HELPING.match(clause[len(name) :]) else ""


_HELPING = re.compile(r"\s*,?\s*(?:cùng\s+)?(?:phối hợp|hỗ trợ|tham gia|giám sát)\b")
_HELPED = re.compile(
    rf",?\s*(?:có )?sự (?:phối hợp|tham gia|hỗ trợ) của (?P<who>(?:[{UPPER}]|các\s)[^,;.]*)$", re.IGNORECASE
)
_CLOSING = (
    r"hoàn thành|xong|trình|nghiệm thu|khai giảng|khai mạc|khánh thành|gắn biển|lên sóng"
    r"|báo cáo kết quả|thời (?:gian|hạn)[^:,;]{0,20}:|bàn giao|tiến độ"
)
_CLOSES = re.compile(rf"(?:{_CLOSING})\b|[^,;]{{0,60}}\b(?:khai giảng|khai mạc|hoàn thành|xong)\b")
_LAST_CLAUSE = re.compile(rf",\s+(?P<said>(?:{_CLOSING})\b[^,;]{{0,60}})$")
_BRACKET = re.compile(r"\s*\((?P<said>[^()]+)\)$")
_LABEL = re.compile(r"^(?:thời (?:gian|hạn)|tiến độ)[^:,;]{0,20}:\s*", re.IGNORECASE)


def _apart(words: str) -> tuple[str, ...]:
    """Two works that a comma or semicolon parts, each with its time behind it; the words as they are for one work."""
    for comma in re.finditer(r"[,;]\s+(?=[^\W\d])", words):
        before, behind = words[: comma.start()], words[comma.end() :]
        times = time_words(before).split(" … "), time_words(behind).split(" … ")
        timed = times[0][-1] and before.endswith(times[0][-1]) and times[1][-1] and behind.endswith(times[1][-1])
        if timed and len(before.split()) > _FEW and len(behind.split()) > _FEW and not _ENDS_IT.match(behind):
            return before, behind
    return (words,)


_FEW = 5  # words of a clause that only says more of a time
_ENDS_IT = re.compile(r"(?:hoàn thành|xong|nghiệm thu|khai|báo cáo kết quả|đến|và|nhưng|chậm nhất|muộn nhất)\b")
