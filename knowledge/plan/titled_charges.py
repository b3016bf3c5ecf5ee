"""Tasks whose title stands alone and who does them and when in running words behind it.

"4.1. Tập huấn kiểm tra viên / Giao Phòng A chủ trì, phối hợp với Phòng B mở 01 lớp, xong trước ngày 10/8." The title is
the task; what the words behind it say of its parts is as good as labels, and they are kept as its content where they
say more. They stand in paragraphs of their own, in the only item below, or in the line of the title, behind a full stop
or, where they say nothing else, a semicolon.

A heading may stand over such words as well, and a duty begin as they do. So a title is a task only where its words
charge one unit and nobody else, and where most titles of its list are told so or by labels.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.language.text import canonical
from knowledge.plan.assigned import Label
from knowledge.plan.cell_fit import UNITS
from knowledge.plan.charges import orders_of
from knowledge.plan.column_names import names_a_column
from knowledge.plan.columns import Role
from knowledge.plan.counters import counted_in
from knowledge.plan.duty_headings import assigns, unit_of_heading
from knowledge.plan.duty_sentences import closes, whole_sentences
from knowledge.plan.headings import BULLET
from knowledge.plan.label_groups import PARTS, Line
from knowledge.plan.said_of_charge import Charge, charge_in, clear_units
from knowledge.plan.sentences import sentences
from knowledge.units.phrase import begins_unit, duty_words


@dataclass(frozen=True, slots=True)
class _Told:
    """A title, what stands behind it in its own line, the lines whose words say more below, and whom these charge."""

    title: str
    behind: str
    below: tuple[int, ...]
    charge: Charge
    timed: bool  # whether it is said when, here or by a label beside it

    @property
    def sure(self) -> bool:
        """Whether the words say when, or only who: what else they say may be what a heading stands over."""
        return self.timed or not self.charge.more


def with_charges(lines: Sequence[Line]) -> list[Line]:
    """The lines, what charges a unit with the title above it as the labels that it is as good as."""
    known = frozenset(map(canonical, _units(lines)))
    lists: defaultdict[tuple[tuple[str, ...], int | None], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if _title(line):
            lists[line.section, line.level].append(at)
    found = list(lines)
    for places in lists.values():
        told = {at: said for at in places if (said := _told(lines, at, known))}
        labelled = sum(at not in told and _is_labelled(lines, at) for at in places)
        sure = sum(said.sure for said in told.values())
        if sure and sure + labelled > len(places) - len(told) - labelled:
            for at, said in told.items():
                _put(found, at, said)
    return found


def _units(lines: Sequence[Line]) -> Iterator[str]:
    """The units that labels name or sentences charge in so many words."""
    for line in lines:
        yield from (label.value for label in line.labels if label.role in UNITS)
        yield from clear_units(line.block.text)


_BELOW = BULLET + 90  # deeper than any bullet: what is said of a title is its own and no other's
_LONGEST = 60  # words of a title
_MOST = 150  # words of what is said of it


def _title(line: Line) -> str:
    """The words by which a line may name a task, an item or a heading without a number; "" where it names none.

    A unit's name is none, nor that of a column, nor anything in a section that says who does what.
    """
    counted = _counted(line)
    words = counted.value if counted else line.title
    bare = words.rstrip(" .:")
    deep = line.level is not None and line.level > PARTS
    if not bare or not (_is_counted(line) or deep or (line.level is None and line.heads)):
        return ""
    named = names_a_column(bare) or canonical(bare) in map(canonical, duty_words("section"))
    of_unit = begins_unit(bare) or (";" not in bare and unit_of_heading(bare))  # no heading goes on behind one
    return "" if named or of_unit or assigns(line.section) else words


def _counted(line: Line) -> Label | None:
    """The label that counts a task and names it ("Nhiệm vụ 3: …"), None where a line has no such label alone."""
    label = line.labels[0] if line.labels and not line.title else None
    return label if label and label.role in _TASKS and any(map(str.isdigit, label.name)) else None


def _is_counted(line: Line) -> bool:
    return _counted(line) is not None or (not line.labels and counted_in(line) is not None)


_TASKS = frozenset({Role.TASK, Role.ACTIVITY})


def _told(lines: Sequence[Line], at: int, known: frozenset[str]) -> _Told | None:
    """What charges a unit with the title of a line, None where nothing does or the words charge several."""
    line, below = lines[at], tuple(_below(lines, at))
    words = tuple(i for i in below if lines[i].title or _speaks(lines[i]))
    others = [label for i in (at, *below) if i not in words for label in lines[i].labels]
    if any(label.role is Role.LEAD for label in others):
        return None
    title, behind = (_title(line), "") if counted_in(line) else _behind(_title(line), known, alone=not words)
    said = _joined([*filter(None, [behind]), *(_words(lines[i]) for i in words)])
    if len(title.split()) > _LONGEST or len(said.split()) > _MOST:
        return None
    charge = charge_in(said, known)
    beside = [label for i in (at, *below) for label in lines[i].labels]
    timed = charge is not None and bool(charge.time or any(label.role is Role.TIME for label in beside))
    return _Told(title, behind, words, charge, timed) if charge and (timed or charge.outright) else None


def _speaks(line: Line) -> bool:
    """Whether a label of who does it has running words behind it: "Phân công: Phòng A chủ trì, xong trước ngày 3/4"."""
    only = line.labels[0] if len(line.labels) == 1 and not line.title else None
    charge = charge_in(only.value) if only and only.role is Role.LEAD else None
    return charge is not None and charge.time != ""


def _words(line: Line) -> str:
    return line.title or line.labels[0].value


def _joined(paragraphs: Sequence[str]) -> str:
    """Paragraphs as one text; one that ends in the middle of a sentence goes on with the next."""
    text = ""
    for words in paragraphs:
        stop = "." if text and text[-1] not in ".,;:" and words[:1].isupper() and not text.endswith(_OPEN) else ""
        text = f"{text}{stop} {words}".strip()
    return text


_OPEN = (" với", " và", " cùng", " do", " giao")  # behind these a line goes on


def _behind(text: str, known: frozenset[str], *, alone: bool) -> tuple[str, str]:
    """A title and the sentences behind it in its own line, "" where there are none.

    Args:
        alone: whether nothing is said of it below; then it may also end at a colon, or within its sentence.
    """
    title, *said = sentences(text)
    name, colon, rest = text.partition(": ")
    if not alone or said:
        return title, ". ".join(said)
    return _within(text, known) or ((name, rest) if colon else (title, ""))


def _within(text: str, known: frozenset[str]) -> tuple[str, str] | None:
    """A sentence that names a task and then says who does it and when, and nothing else; None where none does.

    As in "Chọn 06 chi bộ làm điểm; giao Ban A chủ trì, phối hợp với Văn phòng, xong trong quý I".
    """
    for mark in _CLAUSE.finditer(text):
        title, rest = text[: mark.start()].strip(), text[mark.end() :].strip(" .;")
        charge = charge_in(rest, known)
        if charge and charge.outright and not charge.more and not (begins_unit(title) or _HANDS_ON.match(title)):
            return title, rest
    return None


_HANDS_ON = re.compile(rf"{orders_of('handing')}\s")
_CLAUSE = re.compile(r";\s+|(?:,|\s[–—-])\s+(?=(?:giao|do|phân công|việc này|nhiệm vụ này|nội dung này)\s)")


def _below(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The paragraphs below a title, or its only item; nothing where several items stand there."""
    level = lines[at].level
    found: list[int] = []
    for i in range(at + 1, len(lines)):
        line = lines[i]
        if _ends(line, level) or (found and line.block.text.endswith("./.")):
            break
        found.append(i)
    items = [(i, depth) for i in found if (depth := lines[i].level) is not None and lines[i].title]
    alone = len(items) == 1 and items[0][0] == at + 1 and items[0][1] >= BULLET
    yield from found if not items or alone else ()


def _ends(line: Line, level: int | None) -> bool:
    """Whether a line stands no more below a title of a level."""
    if line.level is not None:
        return level is None or line.level <= level
    text = line.block.text
    return line.heads or _is_counted(line) or closes(text) or not (whole_sentences(text) or charge_in(text))


def _is_labelled(lines: Sequence[Line], at: int) -> bool:
    """Whether labels tell who does what a line names."""
    own = [at, *(i for i in _below(lines, at) if not lines[i].title)]
    return any(label.role is Role.LEAD for i in own for label in lines[i].labels)


def _put(lines: list[Line], at: int, told: _Told) -> None:
    """Write what charges a unit as the labels that it is as good as."""
    charge = told.charge
    labels = [Label(Role.LEAD, "chủ trì", charge.lead)]
    labels += [Label(Role.COORDINATE, "phối hợp", "; ".join(charge.coordinate))] if charge.coordinate else []
    labels += [Label(Role.TIME, "thời gian", charge.time)] if charge.time else []
    several = len(told.below) + bool(told.behind) > 1
    content = [Label(Role.ACTIVITY, _CONTENT, told.behind)] if told.behind and (charge.more or several) else []
    if told.behind:
        lines[at] = _with_title(lines[at], told.title, () if told.below else (*labels, *content))
    for i in told.below:
        said = [Label(Role.ACTIVITY, _CONTENT, lines[i].block.text)] if charge.more or several else []
        own = lines[i].labels if lines[i].title else ()
        given = (*labels, *content) if i == told.below[0] else ()
        lines[i] = replace(lines[i], title="", labels=(*given, *said, *own), level=_BELOW, heads=False)


def _with_title(line: Line, title: str, labels: Sequence[Label]) -> Line:
    """A line with its title cut short and labels added to its own."""
    counted = _counted(line)
    if counted is None:
        return replace(line, title=title, labels=(*labels, *line.labels))
    return replace(line, labels=(replace(counted, value=title), *labels, *line.labels[1:]))


_CONTENT = "nội dung"
