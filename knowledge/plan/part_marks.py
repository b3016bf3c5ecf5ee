"""The signs by which a document marks the parts that units take, told by its legend: "C - chủ trì; B - được báo cáo".

Where units have columns of their own, each sign of the legend becomes the usual one for chairing or helping; one for
anything else says of no unit that it does the task.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from knowledge.document import Block, Cell, Cover, Document, Paragraph, Row, Table
from knowledge.language.text import folded
from knowledge.plan.columns import Role, flat, role_of
from knowledge.plan.glossary import said_in_tables
from knowledge.plan.parts_taken import CHAIRS, HELPS, NO_PART
from knowledge.units.name_words import starts_with_head

_SIGN = r"[\"“'(]?(?P<sign>[A-ZĐ]{1,2}\d?|[xXvVoO]|[●○◉◎•◦✓✔√▲△★☆■□◆◇⚫⚪+*]{1,2})[\"”')]?"
_MEANS = re.compile(rf"(?<!\w){_SIGN}(?:\s*\([^()]*\))?\s*(?:[-–—:=→]|là\b|chỉ\b)\s*(?P<said>[^;,.()\n]{{3,80}})")
_CALLED = re.compile(
    rf"(?P<said>(?i:chủ trì|phối hợp)(?: thực hiện)?)\s*(?:\(|ký hiệu(?: là)?:?\s){_SIGN}(?=[\s;,.)]|$)"
)
_NONE = re.compile(
    r"\b(?:phe duyet|giai trinh|kiem tra|giam sat|theo doi|bao cao|tham van|y kien|thong bao|chi dao|khong)\b"
)
_CHAIR = re.compile(r"\b(?:chu tri|chiu trach nhiem|thuc hien chinh|dau moi|chinh)\b|^thuc hien\b")
_HELP = re.compile(r"\b(?:phoi hop|tham gia|ho tro|cung (?:lam|thuc hien))\b")
_FEWEST = 2  # columns of units


def with_usual_marks(document: Document) -> Document:
    """The document with the signs of its legend put as the usual ones into the columns of units."""
    marks = _legend(_texts(document.blocks))
    if not marks:
        return document
    blocks = tuple(_marked(block, marks) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The paragraphs, and what tables say beside their rows."""
    for block in blocks:
        yield from (block.text,) if isinstance(block, Paragraph) else said_in_tables((block,))


def _legend(texts: Iterable[str]) -> Mapping[str, str]:
    """The usual mark for each sign; none where no sentence tells the sign of who chairs from another."""
    for text in texts:
        found = [match for form in (_MEANS, _CALLED) for match in form.finditer(text)]
        told = [(match["sign"], match["said"], _meant(folded(match["said"]))) for match in reversed(found)]
        exact = {sign: mark for sign, said, mark in told if mark or not starts_with_head(said)}  # no unit in short
        marks = {**{sign.swapcase(): mark for sign, mark in exact.items()}, **exact}
        if len(exact) > 1 and CHAIRS in marks.values():
            return marks
    return {}


def _meant(said: str) -> str:
    if _NONE.search(said):
        return NO_PART
    return CHAIRS if _CHAIR.search(said) else HELPS if _HELP.search(said) else NO_PART


def _marked(table: Table, marks: Mapping[str, str]) -> Table:
    columns = {at for at in range(len(table.rows[0].cells) if table.rows else 0) if _is_of_a_unit(table, at, marks)}
    if len(columns) < _FEWEST:
        return table
    return replace(table, rows=tuple(_in_usual(row, columns, marks) for row in table.rows))


def _is_of_a_unit(table: Table, at: int, marks: Mapping[str, str]) -> bool:
    """Whether a column holds nothing but signs below its name, and the name is none of another column."""
    said = [text for row in table.rows if row.cells[at].cover is Cover.OWN and (text := flat(row.cells[at]))]
    first = next((n for n, text in enumerate(said) if text in marks), 0)
    name = said[first - 1] if first else ""
    named = bool(name) and (starts_with_head(name) or role_of(name)[0] is Role.OTHER)
    return named and all(text in marks or text in said[:first] for text in said[first:])


def _in_usual(row: Row, columns: Iterable[int], marks: Mapping[str, str]) -> Row:
    cells = list(row.cells)
    for at in columns:
        mark = marks.get(flat(cells[at]))
        cells[at] = Cell(mark, cells[at].cover, cells[at].bold) if mark is not None else cells[at]
    return replace(row, cells=tuple(cells))
