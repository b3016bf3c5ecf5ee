"""Who does a task and when, said in running words without colons: "Đoàn xã chủ trì, các thôn phối hợp; quý I/2026".

Such words stand in brackets or behind a colon at the end of a task, or are all that a cell of units says. Each part of
them is as good as a label.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from knowledge.language.text import folded
from knowledge.plan.cell_fit import begins
from knowledge.plan.columns import Role, names_chair
from knowledge.units.name_words import printed_head, starts_with_head, words
from knowledge.units.phrase import duty_words

EDGE = " .;,–-("


@dataclass(frozen=True, slots=True)
class Label:
    """A label, what it says, and the words that follow it, "" where they stand on the lines below."""

    role: Role
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph taken apart: the words before the first label, and the labels."""

    title: str
    labels: tuple[Label, ...] = ()


def assigned(text: str) -> Labelled | None:
    """What is said behind a task of who does it and until when, without colons.

    In brackets at its end ("… (Sở Y tế chủ trì; hoàn thành quý I/2026).") or behind a colon ("Trồng cây: Đoàn xã chủ
    trì, các thôn phối hợp"). What is said besides stays with the task; behind a colon only beside who and when.
    """
    match = _ASSIGNED.search(text) or _BEHIND_COLON.fullmatch(text)
    said = [(piece, label_said(piece)) for piece in pieces_said(match["said"])] if match else []
    labels = tuple(label for _, label in said if label)
    chairs = next((label.value for label in labels if label.role is Role.LEAD), None)
    if match is None or chairs is None or (len(labels) < 2 and printed_head(chairs) in words("post")):
        return None  # "(do Chủ tịch chủ trì)" says who leads a meeting
    rest = [piece for piece, label in said if piece and not label]
    title = text[: match.start("said")].strip(EDGE + ":")
    if match.re is _BEHIND_COLON and (starts_with_head(title) or (rest and not _is_whole(labels, rest))):
        return None
    return Labelled(f"{title} ({'; '.join(rest)})" if rest else title, labels)


_ASSIGNED = re.compile(r"\((?P<said>[^()]*\bchủ trì\b[^()]*)\)\W*$", re.IGNORECASE)
_BEHIND_COLON = re.compile(r"[^:]{3,}:\s+(?P<said>[^:]*\bchủ trì\b[^:]*?)\W*", re.IGNORECASE)


def _is_whole(labels: Collection[Label], rest: Collection[str]) -> bool:
    """Whether it is said who does a task and when, and what is said besides is nothing more to be done or denied."""
    does = tuple(f"{verb} " for verb in duty_words("verb"))
    more = any(piece.startswith(does) or _DENIES.search(piece) for piece in rest)
    return not more and any(label.role is Role.TIME for label in labels)


def pieces_said(said: str) -> list[str]:
    """What stands between commas and semicolons; in a list of units or of times a comma parts nothing."""
    parts: list[str] = []
    mark = ";"
    for piece in re.split(r"\s*([;,])\s*", said.strip()):
        if piece in {";", ","}:
            mark = piece
        elif mark == "," and _goes_on(parts[-1], piece):
            parts[-1] = f"{parts[-1]}, {piece}"
        else:
            parts.append(piece)
    return parts


def _goes_on(before: str, piece: str) -> bool:
    """Whether a list goes on: "các phòng, các xã phối hợp", "phối hợp với Đoàn xã, Hội Phụ nữ", "tháng 3, 6"."""
    label, own = label_said(before), label_said(piece)
    if label is None:
        return _names_unit(before) and (_names_unit(piece) or own is None)
    others = _WITH.fullmatch(before) is not None and (_names_unit(piece) or piece[:1].isupper())
    return own is None and (others or (label.role is Role.TIME and piece[:1].isdigit()))


def _names_unit(piece: str) -> bool:
    bare = _GIVEN.sub("", piece)
    return starts_with_head(bare[:1].upper() + bare[1:])


_GIVEN = re.compile(
    r"^(?:(?:nhiệm vụ|nội dung|công việc|phần việc|việc|hoạt động) (?:này|trên) )?(?:do|(?:được )?giao(?: cho)?) ",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?<!hàng )(?:không|chưa|thôi)\b", re.IGNORECASE)  # "Cục Hàng không" is an office
_WHO = re.compile(
    r"(?:do |giao (?:cho )?)?(?P<unit>.+?) (?:là (?:đơn vị|cơ quan|bộ phận) |(?:đồng|cùng) )?(?P<how>chủ trì|phối hợp)"
    r"(?: (?:thực hiện|tham mưu|triển khai))?",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?P<how>chủ trì|phối hợp)(?: với)? (?P<unit>.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:hoàn thành|xong|thời hạn|thời gian)(?: hoàn thành)? (?P<time>.+)", re.IGNORECASE)


def label_said(piece: str) -> Label | None:
    """One part of such brackets as a label; None where it says something else."""
    who = _WHO.fullmatch(piece) or _WITH.fullmatch(piece)
    whole = who is not None and "chủ trì" not in who["unit"] and not _DENIES.search(piece)
    if who and whole and (_names_unit(who["unit"]) or who["unit"][0].isdigit()):  # "5 xã phối hợp"
        role = Role.LEAD if who["how"].lower() == "chủ trì" else Role.COORDINATE
        return Label(role, who["how"], _GIVEN.sub("", who["unit"]))
    until = _UNTIL.fullmatch(piece)
    time = until["time"] if until else piece
    return Label(Role.TIME, "hoàn thành", time) if until or begins("time", time[:1].upper() + time[1:]) else None


def assigned_in_cell(cell: str) -> list[Label | str]:
    """What a cell of units says of who chairs it and who helps, and what else it says; nothing where it says no such.

    "Phòng A chủ trì; Phòng B phối hợp", "Phòng A phối hợp với Phòng B". Beside whoever chairs others help.
    """
    bare = cell.strip(" .;-+*•–")
    return _assigned_in(re.sub(r"\s*\n[-+*•– ]*", "; ", bare)) or _assigned_in(" ".join(bare.split()))


def _assigned_in(text: str) -> list[Label | str]:
    found: list[Label | str] = []
    for part in pieces_said(text):
        found += _with_others(part) or [label_said(part) or part]
    labels = [piece for piece in found if isinstance(piece, Label)]
    if not any(label.role is Role.LEAD for label in labels) or any(label.role is Role.TIME for label in labels):
        return []
    chaired = any(names_chair(label.name) for label in labels)
    return [_beside(piece) if chaired and isinstance(piece, str) else piece for piece in found]


def _beside(piece: str) -> Label:
    """What is said beside whoever chairs: who helps, or chairs a part of it ("Phòng B chủ trì nội dung 2")."""
    return Label(Role.LEAD, "chủ trì", piece) if names_chair(piece) else Label(Role.COORDINATE, "", piece)


def _with_others(part: str) -> list[Label]:
    """A unit that works with others: it does the task; a name with these words inside is none ("Tổ phối hợp …")."""
    match = _WITH_OTHERS.fullmatch(part)
    if match is None or not (_names_unit(match["unit"]) and _names_unit(match["others"])):
        return []
    if printed_head(match["unit"]) == folded(match["unit"]) or _DENIES.search(part):
        return []
    return [Label(Role.LEAD, match["how"] or "", match["unit"]), Label(Role.COORDINATE, "phối hợp", match["others"])]


_WITH_OTHERS = re.compile(
    r"(?:[Dd]o |[Gg]iao (?:cho )?)?(?P<unit>[^,;]+?)(?: (?P<how>chủ trì) (?:phối hợp|cùng|với)| phối hợp)"
    r" (?:(?:cùng|với) )*(?P<others>\S.*)"
)
