"""Rows of words made into tasks: units one by one, deadlines understood, doubts said."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.language.dates import printed
from knowledge.language.slips import trusted
from knowledge.language.text import UPPER, folded, nfc
from knowledge.model import Deadline, DeadlineKind, Doubt, Heading, Task
from knowledge.plan.assigned import Label, assigned_in_cell
from knowledge.plan.block import split_marker
from knowledge.plan.columns import Role, names_chair
from knowledge.plan.dating import deadline_in, in_week
from knowledge.plan.draft import RawTask, row_named
from knowledge.plan.glossary import in_full
from knowledge.plan.labels import pieces_of
from knowledge.plan.remarks import helpers_apart, notes_apart, remarks_in
from knowledge.plan.timetable import on_day
from knowledge.units.cells import split_units
from knowledge.units.name_words import ADDRESSES, addresses, starts_with_head

_Cells = tuple[str, str]  # who chairs and who coordinates
_HOW = (Role.LEAD, Role.COORDINATE, Role.TIME, Role.RESULT)
_NOBODY = re.compile(
    r"^[\W_]*$|^\W*không(?: có)?\W*$|^\W*(?:chọn (?:một|đơn vị|cơ quan|phòng|mục)|choose an item|click or tap)\b.*$",
    re.IGNORECASE,
)
# A role in brackets ("đầu mối tổng hợp"), not a part of the name ("thuộc Sở Y tế") or another unit.
_ROLE = re.compile(r"\s*\((?!(?:thuộc|trực thuộc|nay|cũ|trước đây)\b)(?P<role>[^()]{3,120})\)")
# Whoever of the unit is meant, in brackets or behind a dash: "(bà Huỳnh Thị Lài)", "– BS. Trần Công".
_PERSON = re.compile(
    rf"\s*(?:[-–,:]\s+|(?P<open>\())(?P<person>(?i:{'|'.join(ADDRESSES)}|bs|ths|ts|ks|cn|gs|pgs)\.?\s*"
    rf"[{UPPER}]\w*(?:(?:\.\s*|\s+)[{UPPER}]\w*){{0,5}}\.?\s*(?:,\s*[^(),;\n]{{3,60}})?)(?(open)\)|(?=\s*(?:[;,\n]|$)))"
)


def assemble(raw: Sequence[RawTask], heading: Heading, legend: Mapping[str, str] | None = None) -> tuple[Task, ...]:
    """The tasks of a plan's tables; `legend` tells which units its short forms are."""
    printed = [_responsible(task) for task in raw]
    cells = [(in_full(lead, legend or {}), in_full(helps, legend or {})) for lead, helps in printed]
    known = trusted(unit for pair in cells for cell in pair for unit in split_units(_without_roles(cell)))
    told = zip(raw, cells, printed, strict=True)
    return tuple(_task(task, pair, as_printed, known, heading) for task, pair, as_printed in told)


def doubts_of(raw: Sequence[RawTask]) -> Iterator[Doubt]:
    """What a person should look at: rows that seem to be several glued together, rows without words."""
    led = False  # a row above has a chair
    for task in raw:
        where = row_named(task.stt)
        if not nfc(task.get(Role.TASK)):
            yield Doubt(f"{where}không có nội dung nhiệm vụ", task.place)
        elif Role.LEAD in task.fields and not any(task.get(role) for role in _HOW):
            yield Doubt(f"{where}không ghi đơn vị, sản phẩm và thời hạn", task.place)
        if led and not task.get(Role.LEAD) and _in_sheet(task) and any(map(task.get, _HOW)):
            message = f"{where}ô đơn vị chủ trì để trống, trong bảng tính có thể nghĩa là “như trên”, cần đối chiếu"
            yield Doubt(message, task.place)
        led = bool(task.get(Role.LEAD)) or (led and Role.LEAD in task.fields)
        if _is_glued(task):
            yield Doubt(f"{where}có thể là nhiều dòng bị dính vào nhau, cần đối chiếu bản gốc", task.place)


def _in_sheet(raw: RawTask) -> bool:
    """Whether a row stands in a spreadsheet: there a pivot or a filter leaves out what is the same as above."""
    return "!" in (raw.place.at or "")


def year_doubts(tasks: Sequence[Task]) -> Iterator[Doubt]:
    """That the plan says no year, where its dates need one."""
    without = [t for t in tasks if t.deadline.kind is DeadlineKind.DATE and not t.deadline.due and not t.deadline.doubt]
    if without:
        message = f"Không rõ kế hoạch của năm nào: {len(without)} thời hạn không ghi năm chưa tính được ngày"
        yield Doubt(message, without[0].place)


def date_doubts(tasks: Sequence[Task]) -> Iterator[Doubt]:
    """The rows whose printed date is in no calendar or not worked out, and what it was taken for."""
    for task in tasks:
        if task.deadline.doubt:
            where = f"Dòng {task.number}: " if task.number else ""
            taken = ", ".join(map(printed, task.deadline.due))
            meant = f"được hiểu là {taken}, " if taken else ""
            message = f"{where}thời hạn “{task.deadline.text}” {task.deadline.doubt}, {meant}cần đối chiếu bản gốc"
            yield Doubt(message, task.place)


def _task(raw: RawTask, units: _Cells, printed: _Cells, known: frozenset[str], heading: Heading) -> Task:
    lead, coordinate = printed
    leads, coordinates = (split_units(notes_apart(_without_roles(cell)), known) for cell in units)
    remarks = (*remarks_in(leads), *remarks_in(coordinates))
    return Task(
        task=_flat(raw.get(Role.TASK)),
        section=raw.section,
        stt=raw.stt,
        stt_inherited=raw.stt_inherited,
        objective=_flat(raw.get(Role.OBJECTIVE)) or None,
        activity=_flat(raw.get(Role.ACTIVITY)) or None,
        result=_flat(raw.get(Role.RESULT)) or None,
        lead=tuple(unit for unit in leads if unit not in remarks),
        lead_raw=_flat(lead),
        coordinate=tuple(unit for unit in coordinates if unit not in remarks),
        coordinate_raw=_flat(coordinate),
        deadline=_deadline(raw, heading),
        budget=_flat(raw.get(Role.BUDGET)) or None,
        coin=raw.coin or None,
        status=_flat(raw.get(Role.STATUS)) or None,
        person=_flat(raw.get(Role.PERSON)) or None,
        note="; ".join(_flat(role) for role in (*_roles(lead), *_roles(coordinate), *remarks)) or None,
        extra=raw.extra,
        place=raw.place,
    )


def _deadline(raw: RawTask, heading: Heading) -> Deadline:
    time = on_day(_RAISED.sub("", _unmarked(raw.get(Role.TIME))), raw.day)
    return deadline_in(in_week(time, raw.day, heading), heading, raw.section)


def _roles(cell: str) -> Iterator[str]:
    """What is said beside units of how they take part, and of who of them."""
    if not addresses(cell):
        yield from (match["person"].strip() for match in _PERSON.finditer(cell))
    yield from (match["role"] for match in _ROLE.finditer(_without_people(cell)) if _is_role(match["role"]))


def _is_role(words: str) -> bool:
    plain = words[0].islower() and not starts_with_head(words)
    return plain or any(said.match(words) for said in (_OFFICE_AS, _TAKES_PART))


# "(cơ quan thường trực)" names no other unit.
_OFFICE_AS = re.compile(r"(?:là\s+)?(?:(?:cơ quan|đơn vị|bộ phận)\s[^A-ZĐ]*|thường trực)$")


def _without_roles(cell: str) -> str:
    return _ROLE.sub(lambda match: "" if _is_role(match["role"]) else match[0], _without_people(cell))


def _without_people(cell: str) -> str:
    return cell if addresses(cell) else _PERSON.sub("", cell)


def _responsible(raw: RawTask) -> tuple[str, str]:
    """(chairs, coordinates): one cell may hold both behind labels ("Chủ trì: …; Phối hợp: …") or before brackets."""
    lead, beside = _by_brackets(_unless_empty(raw.get(Role.LEAD)))
    lead, helping = _by_labels(lead, Role.LEAD)
    lead, more = helpers_apart(lead)
    others, coordinate = _by_labels(_apart((beside, _unless_empty(raw.get(Role.COORDINATE)))), Role.COORDINATE)
    lead, coordinate = (_apart(part) for part in ((lead, others), (more, helping, coordinate)))
    return _unless_empty(lead), _unless_empty(coordinate)


def _apart(parts: Iterable[str]) -> str:
    """What is said in several places: no name goes on from one to the other ("Phòng B", "xã X")."""
    return ";\n".join(filter(_unless_empty, parts))


def _below(lines: Iterable[str]) -> str:
    return "\n".join(filter(str.strip, lines))


_TAKES_PART = re.compile(r"\s*(?:(?:đơn vị|cơ quan)\s+)?(?:chủ trì|phối hợp)(?:\s+thực hiện)?\s*$", re.IGNORECASE)
_CHAIRS = re.compile(r"\(\s*(?:(?:đơn vị|cơ quan)\s+)?chủ trì(?:\s+thực hiện)?\s*\)", re.IGNORECASE)
_HELPS = re.compile(r"\(\s*(?:(?:đơn vị|cơ quan)\s+)?phối hợp(?:\s+thực hiện)?\s*\)", re.IGNORECASE)
_IN_FRONT = re.compile(
    r"\(\s*((?:(?:đơn vị|cơ quan)\s+)?(?:chủ trì|phối hợp)(?:\s+thực hiện)?)\s*\)\s*(?=\w)", re.IGNORECASE
)
_JOINS = re.compile(r"^\W*(?:(?:và|cùng|với)\s+)*")


def _by_brackets(text: str) -> tuple[str, str]:
    """(chairs, coordinates) of a cell that says behind units what they do: "Sở A (chủ trì), Sở B (phối hợp)".

    Who stands behind the last bracket that says who chairs does not. Brackets before units are as good as labels.
    """
    first = _IN_FRONT.search(text)
    if first and not re.search(r"\w", text[: first.start()]):
        return _IN_FRONT.sub(r"\1: ", text), ""
    end = max((match.end() for match in _CHAIRS.finditer(text)), default=len(text))
    text, beside = text[:end], _JOINS.sub("", text[end:])
    if not _HELPS.search(text):
        return text, beside
    pieces = [piece.strip(" ,;\n") for piece in re.findall(r"[^()]+\([^()]*\)|[^()]+$", text)]
    helping = [piece for piece in pieces if _HELPS.search(piece)]
    leading = [piece for piece in pieces if piece not in helping]
    if not leading and helping:  # nobody is named apart: the first bracket is that of the unit right before it
        *leading, helping[0] = split_units(helping[0]) or (helping[0],)
    return _apart(leading), _apart((*helping, beside))


def _by_labels(cell: str, own: Role) -> tuple[str, str]:
    """(chairs, coordinates) of a cell that says so behind labels; a line without one goes on with the one above.

    Beside those who chair it, in this very word, and in a column of those who help, others who do it coordinate.
    """
    said: dict[Role, list[str]] = {Role.LEAD: [], Role.COORDINATE: []}
    lines = [(line, pieces_of(split_marker(line.strip())[1], said)) for line in cell.split("\n")]
    if own is Role.LEAD and not any(isinstance(piece, Label) for _, pieces in lines for piece in pieces):
        lines = [("", spoken)] if (spoken := assigned_in_cell(cell)) else lines
    chaired = any(isinstance(piece, Label) and names_chair(piece.name) for _, pieces in lines for piece in pieces)
    role = own
    for line, pieces in lines:
        if all(isinstance(piece, str) for piece in pieces):
            said[role].append(line)  # with its bullet, by which units stand apart
            continue
        for piece in pieces:
            if isinstance(piece, Label):
                helps = (chaired or own is Role.COORDINATE) and piece.role is Role.LEAD and not names_chair(piece.name)
                role = Role.COORDINATE if helps else piece.role
            said[role].append(piece.value if isinstance(piece, Label) else piece)
    return _below(said[Role.LEAD]), _below(said[Role.COORDINATE])


def _unless_empty(text: str) -> str:
    """The cell of units without marks of notes: no unit's name has a raised figure ("Phòng Nghiệp vụ 2³")."""
    return "" if _NOBODY.match(text) else _RAISED.sub("", _NOTE_MARK.sub("", _unmarked(text.strip())))


def _flat(text: str) -> str:
    return _NOTE_MARK.sub("", nfc(_unmarked(text).replace("\n", " ")))


# No time and no unit has a raised figure: "Quý I¹", "Phòng Nghiệp vụ 2³" have the mark of a note.
_RAISED = re.compile("[¹²³⁴-⁹]+")
# The mark of a note below the table; "m²" is none.
_NOTE_MARK = re.compile(r"(?<=[^\W\d_])(?<!\bm)(?<!\b[kcd]m)(?<!\dm)(?<!\d[kcd]m)[¹²³⁴-⁹]+(?!\w)|(?<=\w)\s?\(\*{0,3}\)")


def _unmarked(text: str) -> str:
    """The text without marks of notes in square brackets ("[1]", in Markdown "[^1]"), which end what they are put to.

    A number is none that the word before it asks for ("Tổ [1]", "mẫu số [12]").
    """
    return _BRACKETED.sub(lambda mark: mark[0] if _asks_for_number(text[: mark.start()]) else "", text)


_BRACKETED = re.compile(r"(?<=\w) ?\[\^?\d{1,2}\](?=\s*(?:$|[\n;,.]))")


def _asks_for_number(before: str) -> bool:
    said = re.split(r"[\n;,]", before)[-1].split()
    alone = len(said) == 1 and said[0].isalpha() and not said[0].isupper()
    return alone or said[-1] == "số"


def _is_glued(raw: RawTask) -> bool:
    """Whether cells say the same thing twice, or most have several lines, as when OCR puts rows together."""
    if any(_repeats(raw.get(role)) for role in (Role.TIME, Role.LEAD, Role.COORDINATE)):
        return True
    several = [role for role in (Role.TASK, *_HOW) if _has_lines(raw.get(role))]
    return Role.TASK in several and Role.RESULT in several and len(several) >= 4


def _has_lines(text: str) -> bool:
    """Whether a cell has lines of its own that are no list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and not any(line[0] in "-+*•–" for line in lines[1:])


def _repeats(text: str) -> bool:
    lines = [folded(line).strip(" .;,-") for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and len(set(lines)) < len(lines):
        return True
    words = folded(_flat(text)).split()
    half, odd = divmod(len(words), 2)
    return half >= 2 and not odd and words[:half] == words[half:]
