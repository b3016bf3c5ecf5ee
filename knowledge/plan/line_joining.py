"""Printed lines and the halves of paragraphs that a page break cut, joined into whole paragraphs."""

import re
from collections.abc import Sequence

from knowledge.language.text import UPPER
from knowledge.model import Place
from knowledge.plan.block import BULLETS, Block
from knowledge.plan.column_names import is_cut_name
from knowledge.plan.columns import role_of
from knowledge.plan.kinds import ALL


def joined_lines(pieces: Sequence[Block]) -> list[Block]:
    """Paragraphs from the printed lines of a PDF."""
    width = _full_width([len(piece.whole) for piece in pieces if piece.table is None])
    result: list[Block] = []
    last = 0  # how long the line was that the paragraph ends with
    for piece in pieces:
        if result and (
            _closes_bracket(result[-1], piece)
            or _hangs_bracket(result[-1], piece)
            or _says_when(result[-1], piece)
            or _asks(result[-1], piece)
            or (_goes_on(result[-1], last, piece, width) and not _opens_text(result, piece))
        ):
            result[-1] = _join(result[-1], piece)
        else:
            result.append(piece)
        last = len(piece.whole)
    return result


def _full_width(widths: Sequence[int]) -> int:
    """How long a full line of running text is: the cells of a table are many lines, but little of the text."""
    narrow, filled = 0, sum(widths) * _NARROW
    for width in sorted(widths):
        narrow += width
        if narrow > filled:
            return width
    return 0


_NARROW = 0.8  # share of a text in lines up to its full width


def _goes_on(before: Block, last: int, piece: Block, width: int) -> bool:
    """Whether a printed line belongs to the paragraph before it."""
    if piece.table or before.table or piece.cell or before.cell or not before.text or not piece.text:
        return False
    label = _LABEL.match(piece.text) is not None or _is_small_label(piece.text)
    if label and not _cut_word(before) and before.text[-1] != ",":
        return _cuts_label(before, piece)
    if piece.marker or _stands_alone(before) or _stands_alone(piece):
        return bool(piece.marker) and _cut_word(before) and not piece.text[:1].isupper()
    if piece.text[0].islower() or _cut_word(before) or _is_open(before, piece):
        return True
    if (before.bold and not piece.bold) or _GROUNDS.match(piece.text):
        return False  # a title, in bold or small letters, and the text below it
    ended = before.text[-1] in ".:!?" or before.text.endswith("./.")
    return last >= width * (0.93 if ended else 0.72)


_GROUNDS = re.compile(r"Căn cứ\b")  # within a sentence it has a small letter


def _opens_text(above: Sequence[Block], piece: Block) -> bool:
    """Whether a line below a title of one line, or of several that were joined, begins the running text."""
    titled = len(above) > 1 and _KIND.fullmatch(above[-2].text) is not None and not above[-1].marker
    return titled and _OPENING.match(piece.text) is not None


_KIND = re.compile(rf"(?:{ALL})\s*:?")
_PAPER = (
    "Kế hoạch|Nghị quyết|Chỉ thị|Quyết định|Công văn|Luật|Nghị định|Thông tư|Chương trình|Kết luận|Hướng dẫn|Công điện"
)
_OPENING = re.compile(
    rf"(?:(?:Tiếp tục )?(?:Thực hiện|Triển khai|Thi hành|Hưởng ứng|Theo)[\w ]{{0,40}}\b(?:{_PAPER}) "
    r"|Để |Nhằm |Trên cơ sở |Xét )"
)


def _cuts_label(before: Block, piece: Block) -> bool:
    """Whether a line ends in the middle of a label that the next goes on with ("…; cơ quan | phối hợp: Sở Y tế")."""
    end = _CLAUSE.split(before.text)[-1]
    return not piece.marker and ":" not in end and is_cut_name(end, piece.text.partition(":")[0])


# "Cơ quan chủ trì: …", "Hoạt động 2: …"
_LABEL = re.compile(rf"[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,5}}(?: \d{{1,3}}(?:\.\d+)*)?:(?=\s\S)")


def _is_open(block: Block, piece: Block) -> bool:
    """A list item ends with a mark of its own; one without, like a line after a comma, goes on."""
    if _ANEW.match(piece.text) or block.text.startswith("Lưu"):
        return False
    return block.text[-1] == "," or (block.marker in BULLETS and block.text[-1] not in ".;:!?…)")


_ANEW = re.compile(r"(?:Trên đây|Yêu cầu|Giao|Đề nghị|Nơi nhận|Trong quá trình|Kế hoạch này|Phụ lục)\b")


def _cut_word(block: Block) -> bool:
    return bool(re.search(r"\w[-/]$", block.text))


def _stands_alone(block: Block) -> bool:
    """Lines that are never part of a paragraph: titles in capitals, the parts of letterhead and signature."""
    text = block.text
    return (text.isupper() and not block.marker) or bool(
        re.match(
            r"(?:Số|Nơi nhận)\s*:|Độc lập\s*[-–]|Phụ lục\b(?:\s*\w{1,4})?$"
            r"|(?:Nhiệm vụ|Công việc|Hoạt động|Việc) (?:số )?\d{1,3}[.:]?$",
            text,
        )
    )


def joined_cuts(pieces: Sequence[Block]) -> list[Block]:
    """Paragraphs, where a page break cut one in the middle of a sentence joined again."""
    result: list[Block] = []
    for piece in pieces:
        if result and (_was_cut(result[-1], piece) or _hangs_bracket(result[-1], piece)):
            result[-1] = _join(result[-1], piece)
        else:
            result.append(piece)
    return result


def _was_cut(before: Block, piece: Block) -> bool:
    if piece.table or before.table or piece.cell or piece.marker or not before.text or not piece.text:
        return False
    if piece.level or before.level or before.bold or len(before.text) < (_LINE if _next_line(before, piece) else _CUT):
        return False
    goes_on = piece.text[0].islower() and before.text[-1] not in ".;:!?" and not _is_small_label(piece.text)
    return goes_on or _closes_bracket(before, piece)


_CUT, _LINE = 60, 25  # characters of a paragraph that may have been cut, and of a line that the next one follows


def _is_small_label(text: str) -> bool:
    """Whether a line begins with a label in small letters ("phối hợp: …"), and does not go on with a sentence."""
    name, colon, said = text.partition(":")
    bare = colon and said.strip() and name.replace(" ", "").isalpha() and len(name.split()) <= _WORDS
    return bool(bare) and role_of(name)[1] >= _SURE


_WORDS, _SURE = 4, 3


def _next_line(before: Block, piece: Block) -> bool:
    """Whether a piece stands on the line of a text right below another."""
    above, below = before.place.lines, piece.place.lines
    return above is not None and below is not None and not piece.gap and below[0] == above[1] + 1


def _says_when(before: Block, piece: Block) -> bool:
    """Whether a line ends before the number of its quarter, month or day ("Quý / I/2027.")."""
    ends = re.search(r"\b(?:quý|tháng|ngày|năm)$", before.text, re.IGNORECASE) is not None
    return (
        ends and not piece.marker and not piece.cell and re.match(r"(?:[IVX]{1,4}|\d{1,4})\b", piece.text) is not None
    )


def _asks(before: Block, piece: Block) -> bool:
    """Whether a line ends with a label behind others ("…; cơ quan phối hợp:"): what it asks for is on the next."""
    if piece.marker or piece.cell or piece.table or before.table or not before.text.endswith(":"):
        return False
    name = _CLAUSE.split(before.text[:-1])[-1]
    return ":" in before.text[:-1] and ":" not in name and role_of(name)[1] >= _SURE - 1 and bool(piece.text)


_CLAUSE = re.compile(r"[;.,]\s+")


def _closes_bracket(before: Block, piece: Block) -> bool:
    """Whether a line goes on with what stands in brackets: one is open before it, and it closes one."""
    opened = before.text.rfind("(") > before.text.rfind(")") and not (piece.cell or piece.marker)
    return opened and ")" in piece.text and not 0 <= piece.text.find("(") < piece.text.find(")")


def _hangs_bracket(before: Block, piece: Block) -> bool:
    """Whether a line is only a bracket, or an arrow, that says several things of the item above it, or begins so."""
    if not before.marker or before.level or before.text[-1:] in {".", ";", ":", ")", "]"} or piece.marker or piece.cell:
        return False
    said = piece.text.startswith(("(", "[", "=>", "->")) and re.search(r"[;:]\s|;$", piece.text) is not None
    return said and _next_line(before, piece)


def titled(pieces: Sequence[Block]) -> list[Block]:
    """Bare numbers of parts ("PHẦN I", "Chương II") with the title that stands on the next line."""
    result: list[Block] = []
    for piece in pieces:
        above = result[-1] if result else None
        bare = above is not None and above.table is None and above.marker and not above.text
        if above is not None and bare and piece.table is None and not piece.marker:
            result[-1] = _join(above, piece)
        else:
            result.append(piece)
    return result


def _join(before: Block, piece: Block) -> Block:
    glue = "" if _cut_word(before) else " "
    text = f"{before.text}{glue}{piece.whole}".strip()
    place = before.place
    if before.place.lines and piece.place.lines:
        place = Place(lines=(before.place.lines[0], piece.place.lines[1]), page=before.place.page, at=before.place.at)
    return Block(text, place, before.marker, before.level, before.bold and piece.bold, before.gap)
