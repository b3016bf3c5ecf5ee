"""Labels inside a cell: "Tổ chức thực hiện | Chủ trì: …, Phối hợp: …, Thời gian: …" says what other columns would.

What a label says goes to the field that it names, where no column says it; the words before the first label stay.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.deadlines.meaning import understand_deadline
from knowledge.model import DeadlineKind
from knowledge.plan.block import split_marker
from knowledge.plan.columns import Role
from knowledge.plan.draft import RawTask
from knowledge.plan.labels import answers, labels_in
from knowledge.plan.lost_breaks import with_breaks

_UNITS = frozenset({Role.LEAD, Role.COORDINATE})
_ASKING = _UNITS | {Role.TIME}  # labels whose answer can be told from other words
_TASKS = frozenset({Role.TASK, Role.ACTIVITY})
_HOLDS = (
    Role.TASK,
    Role.ACTIVITY,
    Role.LEAD,
    Role.COORDINATE,
    Role.TIME,
)  # fields whose cells hold more than their own
_SAID = frozenset({*_UNITS, Role.TIME, Role.RESULT, Role.BUDGET, Role.PERSON})


def parted(raw: RawTask) -> RawTask:
    """A row with what its cells say behind labels put under the fields that these name."""
    fields = {role: with_breaks(text, units=role in _UNITS) if role in _HOLDS else text
              for role, text in raw.fields.items()}  # fmt: skip
    raw, extra = replace(raw, fields=dict(fields)), list[tuple[str, str]]()
    for role in _HOLDS:
        fields[role] = _taken(raw.get(role), role, fields) if raw.get(role) else fields.get(role, "")
    for name, text in raw.extra:
        left = _taken(with_breaks(text, units=False), Role.OTHER, fields)
        extra += [(name, left)] if left else []
    return replace(raw, fields={role: text for role, text in fields.items() if text or role in raw.fields},
                   extra=tuple(extra))  # fmt: skip


def _taken(cell: str, own: Role, fields: dict[Role, str]) -> str:
    """What stays of a cell, what it says of other fields put there; the whole cell where a column says that.

    Steps with labels of their own stay together; who does any of them, and when, is said of the row all the same.
    """
    pieces = _pieces(cell, own)
    said = {piece.role for piece in pieces if piece.role is not own}
    steps = _has_steps(pieces)
    if not said or not (steps or _is_of_row(pieces, own)) or (not steps and any(map(fields.get, said))):
        return cell
    for role in said & _ASKING if steps else said:
        if not fields.get(role) and (role is not Role.TIME or _tells_days(pieces)):
            fields[role] = "\n".join(dict.fromkeys(_words(pieces, role).split("\n")))  # two steps of one unit
    return cell if steps else _words(pieces, own)


def _has_steps(pieces: Sequence["_Piece"]) -> bool:
    """Whether labels come back behind other words: each is then said of what stands above it."""
    labelled = [piece.role for piece in pieces if piece.label]
    between = any(not piece.label and at and pieces[at - 1].label for at, piece in enumerate(pieces))
    return between and len(set(labelled)) < len(labelled)


def _is_of_row(pieces: Sequence["_Piece"], own: Role) -> bool:
    """Whether what labels of a cell say is said of the row.

    A cell of tasks keeps a task, and a time is one: "Thời gian: 8 giờ" is when people meet.
    """
    return own not in _TASKS or (_tells_days(pieces) and any(piece.role is own for piece in pieces))


def _tells_days(pieces: Sequence["_Piece"]) -> bool:
    timed = (piece.text for piece in pieces if piece.role is Role.TIME)
    return all(understand_deadline(text, year=None).kind not in _NO_DAY for text in timed)


_NO_DAY = frozenset({DeadlineKind.NONE, DeadlineKind.CONDITIONAL})


@dataclass(slots=True)
class _Piece:
    """Words of a cell: the field that they are of, and whether a label says so."""

    role: Role
    text: str
    label: bool = False


def _pieces(cell: str, own: Role) -> list[_Piece]:
    """The cell taken apart; a line without a label goes on with what is said above it, where it answers that."""
    found: list[_Piece] = []
    for line in filter(str.strip, cell.split("\n")):
        pieces = list(_of_line(line, own))
        unlabelled = len(pieces) == 1 and not pieces[0].label and found and found[-1].label
        if unlabelled and (found[-1].role not in _ASKING or answers(found[-1].role, split_marker(line.strip())[1])):
            found[-1].text += f"\n{line.strip()}"
        else:
            found += pieces
    return found


def _of_line(line: str, own: Role) -> Iterator[_Piece]:
    """The words before the first label, as they are printed where there is none, and what each label says."""
    parts = labels_in(split_marker(line.strip())[1])
    labels = [label for label in parts.labels if label.role in _SAID and label.value]
    if len(labels) < len(parts.labels) or not labels:
        yield _Piece(own, line)
        return
    if parts.title:
        yield _Piece(own, parts.title)
    for label in labels:
        units = label.role in _UNITS  # "Chủ trì: …; Phối hợp: …" of units is parted later
        said = f"{label.name}: {label.value}" if units else label.value
        yield _Piece(own if units and own in _UNITS else label.role, said, label=True)


def _words(pieces: Iterable[_Piece], role: Role) -> str:
    return "\n".join(piece.text for piece in pieces if piece.role is role)
