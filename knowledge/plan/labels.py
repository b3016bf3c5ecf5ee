"""Labels in running text: "Cơ quan chủ trì: …", "Thời gian thực hiện: …", each with the words behind it.

A label is called as the column of a table would be (`columns.role_of`), is made of such words only, and stands where
something begins: at the start of a line, behind a full stop, semicolon, comma or bracket, or with a capital.
"""

import re
from collections.abc import Collection, Iterator

from knowledge.language.text import UPPER, folded, folded_tokens
from knowledge.plan.assigned import EDGE, Label, Labelled, assigned
from knowledge.plan.cell_fit import begins
from knowledge.plan.column_names import GENERAL, opens_a_name
from knowledge.plan.columns import Role, header_words, role_of
from knowledge.plan.sentences import sentences
from knowledge.units.name_words import printed_head, starts_with_head

_COLON = re.compile(r"\s*:(?=\s|$)\s*|\s+[-–—]\s+(?=\w)")  # also "Cơ quan chủ trì – Văn phòng Sở"
_DASH = re.compile(r"\s[-–—]\s")
# What begins here may be a label; the far side of "Cơ quan, đơn vị phối hợp" as well.
_BEGINS = re.compile(rf"(?:^|[.;,(–-]\s+|\(|\s(?=[{UPPER}]))(?=\w)")
_LONGEST = 10  # words
_FARTHEST = 120  # characters from where a label begins to its colon
_ROLES = frozenset({
    Role.TASK, Role.ACTIVITY, Role.OBJECTIVE, Role.RESULT, Role.LEAD, Role.COORDINATE, Role.TIME, Role.BUDGET,
    Role.PERSON, Role.STATUS,
})  # fmt: skip
_ONE_SENTENCE = frozenset({Role.LEAD, Role.COORDINATE, Role.TIME, Role.PERSON})
_UNITS = frozenset({Role.LEAD, Role.COORDINATE})
_DASHED = frozenset({*_UNITS, Role.TIME, Role.RESULT})
_NUMBERED = re.compile(r"\s+\d{1,3}(?:\.\d{1,3})*$")


def label_role(name: str) -> Role | None:
    """What a label says, None where the words are none: they have to be those that columns are named by."""
    bare = _OF_WHAT.sub("", _NUMBERED.sub("", name.strip()))
    if bare.casefold() in _HANDS_ON:
        return Role.LEAD
    words = [word for word in folded_tokens(bare) if word.isalpha()]
    if "Liên quan" in bare:  # "Ban Liên quan: Tổ 1" is called so
        return None
    if not words or len(words) > _LONGEST or not all(word in header_words() or word in _SMALL for word in words):
        return None
    role, strength = role_of(bare)
    sure = strength >= 2 or bare.casefold() in _PLAIN
    return role if role in _ROLES and sure and not (strength < _SURE and _names_a_unit(bare)) else None


def _names_a_unit(words: str) -> bool:
    """Whether words are a unit's name and no label: of one kind of office, with a capital behind ("Phòng Hỗ trợ")."""
    head = printed_head(words)
    return head is not None and words[len(head) :].strip()[:1].isupper()


_SURE = 3  # "Phòng Chủ trì" is a label all the same


# What a label is said of: "Đơn vị chủ trì thực hiện các nội dung tại điểm a, b".
_OF_WHAT = re.compile(
    r"\s+(?:thực hiện\s+)?(?:các\s+)?(?:nội dung|nhiệm vụ|công việc|việc|mục|điểm)\s+(?:này|trên|nêu|tại|từ|ở)\b.*$"
)
_HANDS_ON = frozenset({"giao", "giao cho"})
_SMALL = frozenset({"cac", "cua", "theo", "tai", "voi", "trong", "den", "dinh", "cho", "cung", "khi"})
_PLAIN = frozenset({"thực hiện", "đơn vị thực hiện", "hoàn thành"})


def labels_in(text: str) -> Labelled:
    """The labels of a paragraph without its number or bullet, in printed order."""
    first, *more = _BETWEEN.split(text)
    if more:
        title, behind = labels_in(first), [*map(_behind_dash, more)]
        if any(label.role in _DASHED for labels in behind for label in labels):
            return Labelled(title.title, (*title.labels, *(label for labels in behind for label in labels)))
    marks = list(_marks(text))
    if not marks:
        return assigned(text) or Labelled(text)
    bounds = [*(start for start, *_ in marks[1:]), len(text)]
    labels = tuple(
        Label(role, text[start:colon].strip(), _value(text[end:bound], role))
        for (start, colon, end, role), bound in zip(marks, bounds, strict=True)
    )
    before = text[: marks[0][0]].strip(EDGE + ":")
    said = assigned(before) or Labelled(before)
    return Labelled(said.title, (*said.labels, *labels))


# A dash before one of several labels: "… – Địa điểm: phòng họp – Thành phần: các phòng – Chủ trì: Văn phòng".
_BETWEEN = re.compile(rf"\s+[-–—]\s+(?=[{UPPER}][^\W\d_]*(?:\s[^\W\d_]+){{0,4}}:\s)")


def _behind_dash(piece: str) -> tuple[Label, ...]:
    """What stands between two such dashes; a name that no column has is a label of its own there."""
    parted = labels_in(piece)
    name, _, said = piece.partition(":")
    return parted.labels if not parted.title else (Label(Role.OTHER, name.strip(), said.strip(" .;")),)


def pieces_of(text: str, roles: Collection[Role]) -> list[Label | str]:
    """All words of a text in printed order: those before the first label, and each label with the words behind it.

    Labels of other roles stay with what they say, as words.
    """
    found: list[Label | str] = []
    marks = list(_marks(text))
    bounds = [*(start for start, *_ in marks), len(text)]
    found.append(text[: bounds[0]].strip(EDGE))
    for (start, colon, end, role), bound in zip(marks, bounds[1:], strict=True):
        said = text[end if role in roles else start : bound].strip(EDGE)
        found.append(Label(role, text[start:colon].strip(), said) if role in roles and said else said)
    return [piece for piece in found if piece]


def _marks(text: str) -> Iterator[tuple[int, int, int, Role]]:
    """(start, colon, end, role) of each label."""
    past, role = 0, None
    for colon in _COLON.finditer(text):
        found = _name_before(text, past, colon.start(), role)
        if found and (":" in colon[0] or _fits_dash(text, found, colon.end())):
            yield found[0], colon.start(), colon.end(), found[1]
            past, role = colon.end(), found[1]


def _fits_dash(text: str, found: tuple[int, Role], end: int) -> bool:
    """Whether a dash stands for the colon of a label: the label begins a clause, and what it asks for follows."""
    start, role = found
    clause = start == 0 or text[:start].rstrip()[-1] in ".;,("
    if role not in _DASHED or not clause or any(map(str.isdigit, text[start:end])):
        return False  # "thời gian 27/3 - 30/4" is from one day to another
    said = re.split(r"[;.]\s", text[end : end + _FARTHEST])[0]
    said = said[:1].upper() + said[1:]
    timed = said[:1].isdigit() or begins("time", said)
    fits = starts_with_head(said) if role in _UNITS else timed or role is not Role.TIME
    return fits and label_role(said) is None


def _name_before(text: str, past: int, colon: int, before: Role | None) -> tuple[int, Role] | None:
    """Where the longest label begins that ends at a colon, but leaves the one before what that says.

    Of "Chủ trì: Văn phòng Sở Thời gian: …" it is "Thời gian", of "Phòng Kế hoạch - Tài chính Phối hợp: …" "Phối hợp".
    """
    names = [(found, text[past : found[0]].strip(EDGE)) for found in _names_before(text, past, colon)]
    if before is None or not names:
        return names[0][0] if names else None
    opening = ((found, said) for found, said in names if said and opens_a_name(text[found[0] : colon]))
    fits = (found for found, said in opening if names[0][1] or answers(before, said))
    return next(fits, names[0][0])


def answers(role: Role, said: str) -> bool:
    """Whether words are what a label asks for."""
    if role in _UNITS:
        return starts_with_head(said) and label_role(said) is None
    return role is Role.TIME and begins("time", said[:1].upper() + said[1:])


def _names_before(text: str, past: int, colon: int) -> Iterator[tuple[int, Role]]:
    """Where labels begin that end at a colon, the longest first."""
    for match in _BEGINS.finditer(text, max(past - 1, colon - _FARTHEST, 0), colon):
        start = match.end()
        name = text[start:colon]
        parts = re.split(r"\s*,\s+", _OF_WHAT.sub("", name))
        listed = len(parts) > 1
        if (
            start < past
            or text[:start].rstrip().endswith(" và")  # "Bộ phận Tiếp nhận và Trả kết quả"
            or re.search(r"[;.(]", _OF_WHAT.sub("", name))
            or _spans_dash(name)
            or (listed and not (match[0].strip() or start == 0))
            or any(map(str.isdigit, name.split()[0]))
        ):
            continue
        if listed and not all(folded(part) in GENERAL for part in parts[:-1]):
            continue
        if (role := label_role(name)) and not _ends_a_unit(text[past:start].strip(EDGE), name):
            yield start, role


def _ends_a_unit(before: str, name: str) -> bool:
    """Whether a name is that of a unit whose kind ends what stands before it ("Văn phòng Sở; Phòng | Hỗ trợ")."""
    clause = _CLAUSE.split(before)[-1]
    tails = (clause[word.start() :] for word in _CAPITAL.finditer(clause))
    kind, tail = next(((kind, tail) for tail in tails if (kind := printed_head(tail))), (None, ""))
    return kind is not None and kind == folded(tail).strip() and role_of(name)[1] < _SURE


_CLAUSE = re.compile(r"[;,.:(]\s*|\s(?:và|-|–)\s")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")


def _spans_dash(name: str) -> bool:
    """Whether the words before a dash are those of the label before ("Sở Nội vụ - Thời gian"), not of this one."""
    dash = _DASH.search(name)
    return dash is not None and label_role(name[: dash.start()]) is None


def _value(text: str, role: Role) -> str:
    """The words behind a label: of units and times one sentence, an open bracket of the paragraph closed before."""
    said = re.sub(r"\s+[-–—]$", "", text.strip())
    if said.endswith((")", ").", ");")) and said.count(")") > said.count("("):
        said = said[: said.rindex(")")]
    if role in _ONE_SENTENCE:
        said = next(iter(sentences(said)), "")
    return said.strip(" ;,/").rstrip(".( ")
