"""The bracket that a task ends with, and what its parts say: who does the task, who helps, when, what comes out of it.

"… (Đội A; phối hợp: Đội B; trước 25/3)", "… [Chủ trì: Phòng C. Xong: tháng 8]", "… (hạn 30/9, cùng Tổ D)".
Semicolons part it, and commas where another kind of thing begins behind them; a part has a label, says what it is in
its own words, or is known by what it begins with. A dash or an arrow may stand for the bracket.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.only_times import says_only_when
from knowledge.language.text import UPPER
from knowledge.plan.assigned import EDGE, Label, label_said
from knowledge.plan.cell_fit import begins
from knowledge.plan.columns import Role
from knowledge.plan.labels import label_role
from knowledge.plan.parts_taken import role_of_mark
from knowledge.units.name_words import addresses, starts_with_head

_CLOSING = {")": "(", "]": "["}
_CHAIRS, _UNNAMED = "chủ trì", ""  # by what a unit is known to chair, and the name of what only its place tells


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A text that ends in a bracket: the words before it, and the parts of what it holds.

    Args:
        open: a dash stands for the bracket, and behind a unit's name it may only go on with others.
    """

    title: str
    parts: tuple["Part", ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bracket, and the label that it is as good as; None where its words do not tell."""

    words: str
    label: Label | None = None

    @property
    def role(self) -> Role | None:
        """What it says, None where that is not known."""
        return self.label.role if self.label else None


def bracketed(text: str) -> Bracketed | None:
    """A text taken apart at the bracket that ends it; brackets may stand within. None where none does."""
    bare = _LEADS_ON.sub("", text).rstrip(" .;,")
    start = _opening(bare)
    title = bare[:start].strip(EDGE)
    said = bare[start + 1 : -1].strip() if start > 0 else ""
    return Bracketed(title, tuple(parts_in(said))) if said and " " in title else None


def dashed(text: str) -> Bracketed | None:
    """A text taken apart at the dash or arrow behind which it says who does it and when; None where none does so."""
    task, *behind = outside_brackets(_DASH, text.rstrip(" .;,")) or [""]
    while behind:
        parts = tuple(parts_in("; ".join(_whole_names(behind))))
        if _names_unit(behind[0]) and all(part.label for part in parts) and {part.role for part in parts} - {Role.LEAD}:
            return Bracketed(task.strip(EDGE), parts, open=_ends_in_unit(task)) if " " in task else None
        task = f"{task} – {behind.pop(0)}"
    return None


def _ends_in_unit(task: str) -> bool:
    """Whether the last words of a task that begin with a capital name a unit ("quan hệ Nhà trường")."""
    return any(starts_with_head(task[word.start() :]) for word in _CAPITAL.finditer(task) if word.start())


_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
_DASH = re.compile(r"\s+(?:[-–—→⇒]|[-=]>)\s+")


def _whole_names(pieces: Sequence[str]) -> list[str]:
    """What stands between dashes; one that tells nothing by itself ends a name ("Tổ Âm nhạc - Mĩ thuật")."""
    found: list[str] = []
    for piece in pieces:
        if found and _label(re.split(r"[;,]", piece)[0]) is None:
            found[-1] = f"{found[-1]} - {piece}"
        else:
            found.append(piece)
    return found


# Words behind a bracket that only lead on to a list of what belongs to the task.
_LEADS_ON = re.compile(r"(?<=[)\]]),?\s+(?:(?:bao )?gồm|cụ thể|trong đó|như sau|với các nội dung)(?: như sau)?\s*:$")


def leads_on(text: str) -> bool:
    """Whether a text says behind its bracket that what belongs to it follows: no other tasks do."""
    return _LEADS_ON.search(text) is not None


def _opening(text: str) -> int:
    """Where the bracket opens that a text ends with, -1 where none does."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] in _CLOSING) - (text[at] in _CLOSING.values())
        if depth <= 0:
            return at if at < len(text) - 1 and text[at] == _CLOSING.get(text[-1]) else -1
    return -1


def parts_in(said: str) -> Iterator[Part]:
    """The parts in printed order; what a comma parts only where both sides say things of another kind."""
    for n, piece in enumerate(outside_brackets(_PARTED, said)):
        if n and (label := _label(piece)) and label.role in _UNITS and label.name != _UNNAMED:
            yield Part(piece, label)  # "các thôn, Đoàn xã phối hợp" behind whoever chairs
            continue
        told = ""
        for words in outside_brackets(_COMMA, piece):
            if told and _parts_from(told, words):
                yield Part(told, _label(told))
                told = words
            else:
                told = f"{told}, {words}".strip(", ")
        yield Part(told, _label(told))


_PARTED = re.compile(rf"\s*;\s*|\.\s+(?=[{UPPER}][^.;:]{{0,30}}:\s)")
_COMMA = re.compile(r"\s*,\s+")


def outside_brackets(mark: re.Pattern[str], text: str) -> list[str]:
    """The pieces of a text between marks that stand in no bracket within it."""
    found, start = [], 0
    for match in mark.finditer(text):
        before = text[: match.start()]
        if before.count("(") == before.count(")"):
            found.append(text[start : match.start()])
            start = match.end()
    return [piece for piece in (*found, text[start:]) if piece.strip()]


def _parts_from(before: str, piece: str) -> bool:
    """Whether a piece behind a comma is a part of its own: it says who helps, or when where units stand before."""
    own, held = _label(piece), _label(before)
    if own is None or (piece[:1].isdigit() and held is not None and held.role is Role.TIME):
        return False
    if own.name == _UNNAMED:  # a unit or a time that only goes on with the list before it
        return held is not None and (held.role in _UNITS) is not (own.role in _UNITS)
    return held is None or held.role is not own.role or own.role is not Role.TIME


_UNITS = frozenset({Role.LEAD, Role.COORDINATE, Role.PERSON})


def _label(words: str) -> Label | None:
    """What a part says, as the label that it is as good as."""
    bare = words.strip(EDGE)
    name, colon, value = bare.partition(":")
    if colon and value[:1] in {"", " "} and (label := _by_name(name.strip(), value.strip(EDGE))):
        return label
    return _by_words(bare) or _by_kind(bare)


def _by_name(name: str, value: str) -> Label | None:
    """A part with a label before its colon; one that no column is named by is known by what it asks for."""
    if len(name.split()) > _NAME or any(map(str.isdigit, name)):
        return None
    role = label_role(name) or role_of_mark(name)
    if role is None and _names_unit(value):
        role = Role.LEAD
    elif role is None and _is_timed(value):
        role = Role.TIME
    return Label(role, _CHAIRS if role_of_mark(name) is Role.LEAD else name, value) if role else None


_NAME = 5  # words of a label


def _by_words(words: str) -> Label | None:
    """A part that says in its own words what it is: "Tổ A phụ trách", "cùng với Tổ B", "hạn 30/8"."""
    if helps := _HELPS.fullmatch(words) or _WITH.fullmatch(words):
        return Label(Role.COORDINATE, "phối hợp", helps["unit"]) if _may_be_unit(helps["unit"]) else None
    if (does := _DOES.fullmatch(words)) and _may_be_unit(does["unit"]):
        return Label(Role.LEAD, _CHAIRS, does["unit"])
    said = label_said(words)
    if said is not None and said.role in _UNITS:
        return said
    split = words.split()
    for n in range(1, min(_NAME, len(split))):
        name, value = " ".join(split[:n]), " ".join(split[n:])
        role = None if any(map(str.isdigit, name)) else label_role(name)
        if role is Role.TIME and name.casefold() not in _OF_TIMES and _is_timed(value):
            return Label(role, name, value)
        if role in _UNITS and _may_be_unit(value):
            return Label(role, name, value)
    return None


_OF_TIMES = frozenset({"ngày", "tháng", "quý", "năm", "tuần", "đợt"})  # they are part of the time that they begin
_HELPS = re.compile(
    r"(?:có )?(?P<unit>.+?) (?:cùng |để )?(?:phối hợp|tham gia|hỗ trợ|giám sát|cùng làm)(?: thực hiện)?", re.IGNORECASE
)
_WITH = re.compile(
    r"(?:(?:có )?sự (?:tham gia|phối hợp|hỗ trợ) của|(?:phối hợp )?(?:cùng với|cùng|với)|phối hợp) (?P<unit>.+)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:do |giao (?:cho )?)?(?P<unit>.+?) (?:chủ trì|phụ trách|(?:làm |là )?đầu mối|đảm nhiệm|đảm nhận|đảm trách"
    r"|chịu trách nhiệm)(?: chính| chung| thực hiện)?",
    re.IGNORECASE,
)


def _by_kind(words: str) -> Label | None:
    """A part that is known by what it is itself: a time, a unit or somebody."""
    if _is_time(words):
        return Label(Role.TIME, _UNNAMED, words)
    return Label(Role.LEAD, _UNNAMED, words) if _names_unit(words) else None


def _names_unit(words: str) -> bool:
    """Whether words begin with a unit, a post or somebody's name."""
    bare = words[:1].upper() + words[1:]
    return addresses(bare) or starts_with_head(bare)


def _may_be_unit(words: str) -> bool:
    """Whether words that are said to do something may be called so ("Bảo vệ | phối hợp")."""
    return _names_unit(words) or (words[:1].isupper() and len(words.split()) <= _CALLED)


_CALLED = 7  # words


def _is_time(words: str) -> bool:
    return says_only_when(words) or begins("time", words[:1].upper() + words[1:])


def _is_timed(words: str) -> bool:
    """Whether words behind a label that asks for a time tell one; they may say more of it."""
    return words[:1].isdigit() or _is_time(words)
