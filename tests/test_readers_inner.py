"""Documents that are packed in others: mails, archives, parts of Word files, and less usual packages."""

import io
import zipfile

import docx
import pytest
from documents import texts
from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from packing import archive, mail
from writers import SHEET, as_docx, as_html, as_xlsx, saved

from knowledge.errors import RefusedError
from knowledge.readers import read_here

ROWS = texts(read_here(as_docx(SHEET), "ke-hoach.docx"))
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
PICTURE, PROGRAM = b"\x89PNG\r\n\x1a\n", b"MZ\x90\0\x03"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def rewritten(data: bytes, *changes: tuple[str, str]) -> bytes:
    """A package with strings of its XML replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as changed:
        for info in source.infolist():
            content = source.read(info)
            for old, new in changes if info.filename.endswith((".xml", ".rels")) else ():
                content = content.replace(old.encode(), new.encode())
            changed.writestr(info.filename, content)
    return out.getvalue()


def strict(data: bytes) -> bytes:
    usual, other = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
    kinds = ("officeDocument/{}relationships", "wordprocessingml/{}main", "spreadsheetml/{}main", "drawingml/{}main")
    return rewritten(data, *((f"{usual}/{k.format('2006/')}", f"{other}/{k.format('')}") for k in kinds))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(rewritten(as_docx(SHEET), (CONTENT_TYPE.WML_DOCUMENT_MAIN, MACROS)), id="with macros"),
        pytest.param(rewritten(as_docx(SHEET), (CONTENT_TYPE.WML_DOCUMENT_MAIN, TEMPLATE)), id="template"),
        pytest.param(strict(as_docx(SHEET)), id="strict Word"),
    ],
)
def test_the_less_usual_word_files_are_read_like_the_usual_one(data: bytes) -> None:
    assert texts(read_here(data, "ke-hoach")) == ROWS


def test_a_strict_excel_file_is_read_like_the_usual_one() -> None:
    assert texts(read_here(strict(as_xlsx(SHEET)), "x")) == texts(read_here(as_xlsx(SHEET), "x"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(mail(("ke-hoach.docx", as_docx(SHEET))), id="mail"),
        pytest.param(archive(kehoach=as_docx(SHEET), anh=b"\x89PNG\r\n\x1a\n"), id="archive"),
        pytest.param(mail(("nen.zip", archive(kehoach=as_docx(SHEET)))), id="archive in a mail"),
    ],
)
def test_the_only_document_of_a_mail_or_an_archive_is_read(data: bytes) -> None:
    document = read_here(data, "thu.eml")
    assert document.source == "thu.eml"
    assert texts(document) == ROWS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail(("ke-hoach.docx", as_docx(SHEET))), []),
        (mail(("ke-hoach.docx", as_docx(SHEET)), ("anh.png", PICTURE)), ["Thư còn 1 tệp chưa đọc: anh.png"]),
        (mail(("b.exe", PROGRAM), text="1. Sở Nội vụ rà soát hồ sơ."), ["Thư còn 1 tệp chưa đọc: b.exe"]),
        (archive(a=as_docx(SHEET), b=PICTURE, c=PROGRAM), ["Tệp nén còn 2 tệp chưa đọc: b, c"]),
    ],
    ids=["nothing", "a picture", "a program beside a mail's own text", "two in an archive"],
)
def test_what_is_packed_beside_the_document_is_named(data: bytes, said: list[str]) -> None:
    assert [doubt.message for doubt in read_here(data, "thu.eml").doubts] == said


def test_a_mail_without_attachment_is_its_own_text() -> None:
    assert texts(read_here(mail(text="1. Sở Nội vụ rà soát hồ sơ."), "thu.eml")) == ["1. Sở Nội vụ rà soát hồ sơ."]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(archive(a=as_docx(SHEET), b=as_xlsx(SHEET)), r"có 2 văn bản \(a, b\)", id="several"),
        pytest.param(
            mail(("a", as_docx(SHEET)), ("b", as_html(SHEET))), r"có 2 văn bản \(a, b\)", id="several in a mail"
        ),
        pytest.param(archive(a=b"MZ\x90\0\x03"), "không có văn bản nào", id="a program"),
        pytest.param(
            archive(a=archive(a=archive(a=archive(a=as_docx(SHEET))))), "quá nhiều lớp", id="packed again and again"
        ),
    ],
)
def test_of_several_documents_none_is_guessed(data: bytes, words: str) -> None:
    with pytest.raises(RefusedError, match=rf"^x\.zip: .*{words}"):
        read_here(data, "x.zip")


def test_a_part_of_another_format_in_a_word_file_is_read_where_it_stands() -> None:
    file = docx.Document()
    file.add_paragraph("Trước")
    part = Part(PackURI("/word/chunk.html"), "text/html", as_html(SHEET), file.part.package)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    chunk = parse_xml(f"<w:altChunk {nsdecls('w', 'r')} r:id='{file.part.relate_to(part, kind)}'/>")
    file.paragraphs[0]._p.addnext(chunk)
    file.add_paragraph("Sau")
    assert texts(read_here(saved(file), "x.docx")) == ["Trước", *ROWS, "Sau"]
