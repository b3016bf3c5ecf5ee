"""Printed rows that stand among those of a table and are none: headers once more and sums."""

import re

from knowledge.document import Cover, Row
from knowledge.language.text import folded
from knowledge.plan.columns import LONGEST, WHAT, Role, flat, role_of
from knowledge.plan.glossary import in_short
from knowledge.plan.headers import Header, is_numbering, repeats
from knowledge.plan.paragraphs import is_page_number

# "Tổng cộng", "Tổng số: 24 nhiệm vụ", "Cộng: 3"; but "Tổng kết …" and "Công bố …" are tasks
_SUM = re.compile(
    r"^\W*(?:tong (?:cong|so|kinh phi|nhiem vu)\b|tong\W*$|tong\s*[:(]"
    r"|cong\s*(?:[:(]|\d|$|(?:muc|phan|nhom|bang|trang)\b|[a-z]{1,4}\s*[:(]))"
)
_FIGURES = re.compile(r"^[\d\s.,%()/-]*(?:[^\W\d_]+\s*){0,4}$")


def is_idle(row: Row, header: Header) -> bool:
    """Whether a row is none of the table's own: empty, a page number, a header or its numbers once more, or a sum."""
    texts = [text for cell in row.cells if (text := flat(cell))]
    if not texts or (len(texts) == 1 and is_page_number(texts[0]) and any(map(str.isalpha, texts[0]))):
        return True
    heads = (
        repeats(row, header)
        or names_columns(row, header)
        or _names_numbers(row, header)
        or _explains(row)
        or _is_legend(row)
    )
    return heads or is_numbering(row) or is_sum(row, header)


def _explains(row: Row) -> bool:
    """Whether a row says in brackets what its columns want ("(ngày/tháng)", "(ghi rõ vị trí)")."""
    own = [text for _, text in _own(row)]
    return len(own) > 1 and all(text.startswith("(") and text.endswith(")") for text in own)


def _is_legend(row: Row) -> bool:
    """Whether all that a row says is what short forms stand for ("VP: Văn phòng; KT: Phòng Kinh tế")."""
    own = [text for _, text in _own(row)]
    return len(own) == 1 and len(in_short(own)) > 1


def _names_numbers(row: Row, header: Header) -> bool:
    """Whether a row names the column of numbers where others have theirs ("Số TT"): then it names all of them."""
    own = dict(_own(row))
    column = header.first(Role.STT)
    said, strength = role_of(own.pop(column, "")) if column is not None else (Role.OTHER, 0)
    return said is Role.STT and strength > 1 and len(own) > 1 and all(len(text) <= LONGEST for text in own.values())


def names_columns(row: Row, header: Header) -> bool:
    """Whether every cell names its column, in the words of the header or in others."""
    own = [(header.columns[i].role, text) for i, text in _own(row) if header.columns[i].role is not Role.STT]
    if len(own) < 2 or any(len(text) > LONGEST or text.endswith((".", ";")) for _, text in own):
        return False
    return all(_kind(role) == _kind(said) and strength > 1 for role, (said, strength) in _said(own))


def is_sum(row: Row, header: Header) -> bool:
    """Whether a row counts the others or adds them up."""
    own = _own(row)
    if not own or not _SUM.match(folded(own[0][1])):
        return False
    who = {Role.LEAD, Role.COORDINATE, Role.TIME}
    return all(header.columns[i].role not in who or _FIGURES.match(text) for i, text in own[1:])


def _own(row: Row) -> list[tuple[int, str]]:
    return [(i, flat(cell)) for i, cell in enumerate(row.cells) if cell.cover is Cover.OWN and flat(cell)]


def _said(own: list[tuple[Role, str]]) -> list[tuple[Role, tuple[Role, int]]]:
    return [(role, role_of(text)) for role, text in own]


def _kind(role: Role) -> Role:
    return Role.TASK if role in WHAT else role
