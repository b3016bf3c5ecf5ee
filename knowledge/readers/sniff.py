"""What a file is, told by its content; its name is only used to talk about it."""

import io
import re
import zipfile
import zlib
from enum import StrEnum

from knowledge.readers.refusal import broken, refused


class Kind(StrEnum):
    """The kinds of file that some reader takes."""

    WORD = "docx"
    EXCEL = "xlsx"
    OLD_TEXT = "old text"  # .doc, .rtf, .odt: LibreOffice turns them into docx
    OLD_SHEET = "old sheet"  # .xls, .ods, .xlsb: LibreOffice turns them into xlsx
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"


def sniff(data: bytes, name: str) -> Kind:
    """The kind of a file.

    Raises:
        RefusedError: it is empty, encrypted, broken, or something that no plan is written in.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise refused(name, "tệp rỗng, không có nội dung", "Đề nghị kiểm tra và gửi lại")
    if data[:4] == b"PK\x03\x04":
        return _zipped(data, name)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _compound(data, name)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data[:5] == b"{\\rtf":
        return Kind.OLD_TEXT
    _refuse_others(data, name)
    return _marked_up(data)


_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "ảnh"), (b"\xff\xd8\xff", "ảnh"), (b"GIF8", "ảnh"), (b"II*\0", "ảnh"), (b"MM\0*", "ảnh"),
    (b"BM", "ảnh"), (b"RIFF", "ảnh hoặc âm thanh"), (b"\0\0\0\x18ftyp", "ảnh hoặc phim"), (b"\0\0\0 ftyp", "phim"),
    (b"MZ", "chương trình"), (b"\x7fELF", "chương trình"), (b"\xca\xfe\xba\xbe", "chương trình"),
    (b"\xcf\xfa\xed\xfe", "chương trình"), (b"Rar!", "tệp nén"), (b"7z\xbc\xaf", "tệp nén"), (b"\x1f\x8b", "tệp nén"),
    (b"BZh", "tệp nén"), (b"\xfd7zXZ", "tệp nén"), (b"PK\x05\x06", "tệp nén rỗng"), (b"ID3", "âm thanh"),
    (b"OggS", "âm thanh"), (b"SQLite format 3", "cơ sở dữ liệu"),
)  # fmt: skip
_ADVICE = {
    "ảnh": "Đề nghị ghép các ảnh thành một tệp PDF rồi gửi lại",
    "tệp nén": "Đề nghị giải nén rồi gửi từng văn bản",
}
_TAKEN = "Chỉ nhận Word, Excel, PDF, HTML, CSV và văn bản thuần"


def _refuse_others(data: bytes, name: str) -> None:
    for magic, what in _OTHERS:
        short = len(magic) == 2
        if data.startswith(magic) and not (short and _is_text(data)):
            raise refused(name, f"đây là {what}, không phải văn bản kế hoạch", _ADVICE.get(what, _TAKEN))
    if data[257:262] == b"ustar":
        raise refused(name, "đây là tệp nén, không phải văn bản kế hoạch", _ADVICE["tệp nén"])


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:4096]


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            mimetype = package.read("mimetype")[:100] if "mimetype" in package.namelist() else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as e:
        raise broken(name, "Word/Excel") from e
    if any(info.flag_bits & 1 for info in infos):
        raise _locked(name)
    names = {info.filename for info in infos}
    if b"opendocument" in mimetype:
        return Kind.OLD_SHEET if b"spreadsheet" in mimetype else Kind.OLD_TEXT
    if "xl/workbook.bin" in names:
        return Kind.OLD_SHEET
    for folder, kind in (("word/", Kind.WORD), ("xl/", Kind.EXCEL)):
        if "[Content_Types].xml" in names and any(part.startswith(folder) for part in names):
            return kind
    what = "bản trình chiếu" if any(part.startswith("ppt/") for part in names) else "tệp nén"
    raise refused(name, f"đây là {what}, không phải văn bản kế hoạch", _ADVICE.get(what, _TAKEN))


def _compound(data: bytes, name: str) -> Kind:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage") or has("EncryptionInfo"):
        raise _locked(name)
    if has("WordDocument"):
        return Kind.OLD_TEXT
    if has("Workbook") or has("Book"):
        return Kind.OLD_SHEET
    raise refused(name, "đây là tệp Office kiểu cũ nhưng không phải Word hay Excel", _TAKEN)


def _locked(name: str) -> Exception:
    return refused(name, "tệp được đặt mật khẩu nên không mở được", "Đề nghị gỡ mật khẩu rồi gửi lại")


_MARKUP = re.compile(
    rb"(?>\s+|\xef\xbb\xbf|<\?xml[^>]*>|<!--(?>(?!-->).)*-->)*+<(?:!doctype\s+html|html|head|body|meta|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"\A(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}?MIME-Version:", re.IGNORECASE)
_OFFICE_XML = re.compile(rb"\A\s*<\?xml[^>]*>\s*<\?mso-application\s+progid=\"(Word|Excel)", re.IGNORECASE)


def _marked_up(data: bytes) -> Kind:
    head = data[:8192]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = data[:16384].decode("utf-16", "ignore").encode()
    if office := _OFFICE_XML.match(head):
        return Kind.OLD_TEXT if office[1].lower() == b"word" else Kind.OLD_SHEET
    if _MARKUP.match(head) or (_MAIL.match(head) and b"text/html" in data):
        return Kind.HTML
    return Kind.TEXT
