"""Word files written as their XML, and what is read of them."""

import docx
from documents import texts
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from writers import saved

from knowledge.readers import Limits
from knowledge.readers.word import read_word

W = nsdecls("w")


def a_file(*body: str) -> bytes:
    """A Word file whose body is the given XML (inner XML of w:body)."""
    file = docx.Document()
    section = file.element.body.sectPr
    for part in body:
        for element in parse_xml(f"<w:body {W}>{part}</w:body>"):
            section.addprevious(element)
    return saved(file)


def p(text: str = "", properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )


def tc(content: str = "", properties: str = "") -> str:
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def read(data: bytes, limits: Limits = Limits()) -> list[str]:  # noqa: B008 - a frozen value
    return texts(read_word(data, "ke-hoach.docx", limits))


def doubts(data: bytes) -> list[str]:
    return [doubt.message for doubt in read_word(data, "ke-hoach.docx", Limits()).doubts]


def a_box(text: str) -> str:
    inner = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"


def a_watermark(text: str) -> str:
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{text}"/></v:shape>'
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
