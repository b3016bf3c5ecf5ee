"""Files are told by their content, and what no plan is written in is refused in plain words."""

import io
import zipfile

import pytest
from writers import a_sheet, as_docx, as_html, as_pdf, as_xlsx

from knowledge.errors import RefusedError
from knowledge.readers.sniff import Kind, sniff

SHEET = a_sheet(("STT", "Nhiệm vụ"), ("1", "Rà soát"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(as_docx(SHEET), Kind.WORD, id="Word"),
        pytest.param(as_xlsx(SHEET), Kind.EXCEL, id="Excel"),
        pytest.param(as_pdf(SHEET), Kind.PDF, id="PDF"),
        pytest.param(b"\r\n" + as_pdf(SHEET), Kind.PDF, id="PDF after an empty line"),
        pytest.param(as_html(SHEET), Kind.HTML, id="HTML"),
        pytest.param(b"<!-- saved --><?xml version='1.0'?> <HTML><body>", Kind.HTML, id="HTML after a comment"),
        pytest.param("<html>".encode("utf-16"), Kind.HTML, id="HTML in UTF-16"),
        pytest.param(b"From: x\r\nMIME-Version: 1.0\r\n\r\nContent-Type: text/html", Kind.HTML, id="web archive"),
        pytest.param(ole("WordDocument"), Kind.OLD_TEXT, id="old Word"),
        pytest.param(ole("Workbook"), Kind.OLD_SHEET, id="old Excel"),
        pytest.param(rb"{\rtf1\ansi x}", Kind.OLD_TEXT, id="RTF"),
        pytest.param(zipped(mimetype=b"application/vnd.oasis.opendocument.text"), Kind.OLD_TEXT, id="OpenDocument"),
        pytest.param(
            b"<office:document x='1' office:mimetype=\"application/vnd.oasis.opendocument.text\">",
            Kind.OLD_TEXT,
            id="flat OpenDocument",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n", Kind.PICTURE, id="picture"),
        pytest.param(b"\xff\xd8\xff\xe0", Kind.PICTURE, id="photo"),
        pytest.param(zipped(a=b"x"), Kind.ARCHIVE, id="zip"),
        pytest.param(b"From: a\nSubject: b\nDate: c\n\ntext", Kind.MAIL, id="mail"),
        pytest.param(
            b"MIME-Version: 1.0\n\nContent-Type: text/html\nContent-Disposition: attachment",
            Kind.MAIL,
            id="mail with an attachment",
        ),
        pytest.param("KẾ HOẠCH <b>đậm</b>".encode(), Kind.TEXT, id="text with crumbs of HTML"),
        pytest.param(b"MZ la chu viet tat", Kind.TEXT, id="text that begins like a program"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, kind: Kind) -> None:
    assert sniff(data, "ke-hoach") is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "tệp rỗng", id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n", "tệp rỗng", id="only white space"),
        pytest.param(zipped(FixedDocumentSequence__fdseq=b"x"), "tệp XPS", id="XPS"),
        pytest.param(zipped(mimetype=b"application/epub+zip"), "sách điện tử", id="book"),
        pytest.param(zipped(ppt__slide=b"x"), "bản trình chiếu", id="slides"),
        pytest.param(b"PK\x03\x04 rest is lost", "bị hỏng", id="cut zip"),
        pytest.param(as_docx(SHEET)[:-400], "bị hỏng", id="Word that was not wholly downloaded"),
        pytest.param(ole("EncryptedPackage"), "mật khẩu", id="locked Office file"),
        pytest.param(ole("PowerPoint Document"), "không phải Word hay Excel", id="old slides"),
        pytest.param(ole("__substg1.0_001A001F"), "thư Outlook", id="Outlook message"),
        pytest.param(b"\0\0\0\x18ftypheic", "ảnh HEIC", id="photo of a telephone"),
        pytest.param(b"\0\0\0\x18ftypmp42", "phim", id="film"),
        pytest.param(b"MZ\x90\0\x03", "chương trình", id="program"),
        pytest.param(b"\x7fELF\x02", "chương trình", id="Linux program"),
        pytest.param(b"Rar!\x1a\x07", "tệp nén", id="RAR"),
        pytest.param(b"x" * 257 + b"ustar", "tệp nén", id="tar"),
    ],
)
def test_what_no_plan_is_written_in_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(RefusedError, match=rf"^tep\.bin: .*{words}.*\. .*\.$"):
        sniff(data, "tep.bin")


def test_markup_that_never_ends_is_no_trap() -> None:
    assert sniff(b"<!-- --><!-- -->" * 400 + b"x", "x") is Kind.TEXT
