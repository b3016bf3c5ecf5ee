"""What a file is, told by its content; its name is only used to talk about it."""

import codecs
import io
import json
import re
import zipfile
from enum import StrEnum

from knowledge.readers.refusal import PACKED_FAULTS, broken, refused


class Kind(StrEnum):
    """The kinds of file that some reader takes."""

    WORD = "docx"
    EXCEL = "xlsx"
    OLD_TEXT = "old text"  # .doc, .rtf, .odt, .fodt, Word 2003 XML: LibreOffice turns them into docx
    OLD_SHEET = "old sheet"  # .xls, .ods, .fods, .xlsb, Excel 2003 XML: LibreOffice turns them into xlsx
    PDF = "pdf"
    HTML = "html"
    PICTURE = "picture"
    MAIL = "mail"
    ARCHIVE = "archive"
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
    if _is_picture(data):
        return Kind.PICTURE
    _refuse_others(data, name)
    kind = _marked_up(data)
    if kind is Kind.TEXT and (what := _machine_made(data)):
        raise refused(name, f"đây là {what}, không phải văn bản kế hoạch", _TAKEN)
    return kind


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")


def _is_picture(data: bytes) -> bool:
    if data[:4] == b"RIFF":
        return data[8:12] == b"WEBP"
    return data.startswith(_PICTURES) and (data[:2] != b"BM" or not _is_text(data))


_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"RIFF", "âm thanh hoặc phim"), (b"MZ", "chương trình"), (b"\x7fELF", "chương trình"),
    (b"\xca\xfe\xba\xbe", "chương trình"), (b"\xcf\xfa\xed\xfe", "chương trình"), (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"), (b"\x1f\x8b", "tệp nén"), (b"BZh", "tệp nén"), (b"\xfd7zXZ", "tệp nén"),
    (b"PK\x05\x06", "tệp nén rỗng"), (b"ID3", "âm thanh"), (b"OggS", "âm thanh"), (b"SQLite format 3", "cơ sở dữ liệu"),
    (b"AT&TFORM", "tệp DjVu"), (b"x\x9f>\x22", "tệp winmail.dat của Outlook"),
)  # fmt: skip
_ADVICE = {
    "ảnh HEIC": "Đề nghị lưu ảnh thành JPG hoặc ghép thành một tệp PDF rồi gửi lại",
    "tệp nén": "Đề nghị giải nén rồi gửi từng văn bản",
    "tệp nén RAR": "Đề nghị giải nén rồi gửi từng văn bản",
    "tệp nén 7z": "Đề nghị giải nén rồi gửi từng văn bản",
    "tệp XPS": "Đề nghị in lại thành PDF rồi gửi",
    "tệp DjVu": "Đề nghị in lại thành PDF rồi gửi",
    "tệp Pages hoặc Numbers": "Đề nghị xuất thành Word, Excel hoặc PDF rồi gửi lại",
    "sách điện tử": "Đề nghị xuất thành Word hoặc PDF rồi gửi lại",
    "thư Outlook (.msg)": "Đề nghị gửi riêng tệp đính kèm, hoặc lưu thư thành .eml",
    "tệp winmail.dat của Outlook": "Đề nghị gửi riêng tệp đính kèm",
}
_TAKEN = "Chỉ nhận Word, Excel, PDF, ODT, ODS, HTML, CSV, ảnh chụp trang giấy và văn bản thuần"


def _refuse_others(data: bytes, name: str) -> None:
    for magic, what in _OTHERS:
        short = len(magic) == 2
        if data.startswith(magic) and not (short and _is_text(data)):
            raise refused(name, f"đây là {what}, không phải văn bản kế hoạch", _ADVICE.get(what, _TAKEN))
    if data[4:8] == b"ftyp":
        what = "ảnh HEIC" if data[8:12] in {b"heic", b"heix", b"mif1", b"msf1"} else "phim"
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
    except PACKED_FAULTS as e:
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
    what = next((what for mark, what in _PACKED if any(part.startswith(mark) for part in names)), "")
    if b"epub" in mimetype or what:
        what = what or "sách điện tử"
        raise refused(name, f"đây là {what}, không phải văn bản kế hoạch", _ADVICE.get(what, _TAKEN))
    return Kind.ARCHIVE


_PACKED = (
    ("ppt/", "bản trình chiếu"),
    ("FixedDocumentSequence", "tệp XPS"),
    ("Index/Document.iwa", "tệp Pages hoặc Numbers"),
    ("Index.zip", "tệp Pages hoặc Numbers"),
)


def _compound(data: bytes, name: str) -> Kind:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage") or has("EncryptionInfo"):
        raise _locked(name)
    if has("WordDocument"):
        return Kind.OLD_TEXT
    if has("Workbook") or has("Book"):
        return Kind.OLD_SHEET
    if has("__substg1.0_"):
        raise refused(name, "đây là thư Outlook (.msg), chưa đọc được", _ADVICE["thư Outlook (.msg)"])
    raise refused(name, "đây là tệp Office kiểu cũ nhưng không phải Word hay Excel", _TAKEN)


def _locked(name: str) -> Exception:
    return refused(name, "tệp được đặt mật khẩu nên không mở được", "Đề nghị gỡ mật khẩu rồi gửi lại")


_MARKUP = re.compile(
    rb"(?>\s+|\xef\xbb\xbf|<\?xml[^>]*>|<!--(?>(?!-->).)*-->)*+<(?:!doctype\s+html|html|head|body|meta|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT = re.compile(
    rb"<office:document\b[^>]*\boffice:mimetype=\"[\w./-]*opendocument\.(text|spreadsheet)", re.IGNORECASE
)
# Office's files of one part: told by the instruction before them, or by their first element where it is left out.
_OFFICE_XML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>(?>\s+|<!--(?>(?!-->).)*-->)*+"
    rb"(?:<\?mso-application\s+progid=[\"'](?P<by>Word|Excel)|<(?:\w+:)?(?P<root>wordDocument|Workbook|package)\s[^>]*"
    rb"schemas[.-]microsoft[.-]com[:/]office)",
    re.IGNORECASE | re.DOTALL,
)


def _marked_up(data: bytes) -> Kind:
    head = _in_utf8(data[:16384])[:8192]
    if office := _OFFICE_XML.match(head):
        sheet = (office["by"] or office["root"]).lower() in {b"excel", b"workbook"}
        return Kind.OLD_SHEET if sheet else Kind.OLD_TEXT
    if flat := _FLAT.search(head):
        return Kind.OLD_TEXT if flat[1].lower() == b"text" else Kind.OLD_SHEET
    if _is_message(head):
        page = b"text/html" in data and not _ATTACHED.search(data)
        return Kind.HTML if page else Kind.MAIL  # a page saved as a web archive is a message as well
    return Kind.HTML if _MARKUP.match(head) or _is_fragment(head) else Kind.TEXT


_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\s|<svg[\s>])", re.IGNORECASE)


def _machine_made(data: bytes) -> str:
    """What a text is that programs write for each other, "" where people may have written it."""
    data = _in_utf8(data)
    if match := _XML.match(data[:200]):
        return "tệp XML" if match[0].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?") else "hình vẽ SVG"
    data = data.removeprefix(codecs.BOM_UTF8).strip()
    if data[:1] not in {b"{", b"["}:
        return ""
    return "tệp JSON" if _is_json(data) or all(_is_json(line) for line in data.splitlines() if line.strip()) else ""


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False


def _in_utf8(data: bytes) -> bytes:
    """A text that may be in UTF-16, with its mark or known by the zeros of its first letter."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "ignore").encode()
    order = "le" if data[1:2] == b"\0" else "be" if data[:1] == b"\0" else ""
    return data.decode(f"utf-16-{order}", "ignore").encode() if order else data


_FRAGMENT = re.compile(rb"\s*<(?:p|h[1-6]|center|section|article|title|style|span|font)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(rb"^(?:#{1,6} |\||[-*+] )", re.MULTILINE)


def _is_fragment(head: bytes) -> bool:
    """Whether a text is a part of a page, saved without the page around it; Markdown may begin with a tag as well."""
    return _FRAGMENT.match(head) is not None and b"</" in head and not _MARKDOWN.search(head)


_ATTACHED = re.compile(rb"^Content-Disposition:\s*attachment", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"[!-9;-~]+:|[ \t]")  # a header field or the continuation of one (RFC 5322, 2.2)


def _is_message(head: bytes) -> bool:
    """Whether a file begins with the header of a mail: fields only, up to the first empty line."""
    lines = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0].splitlines()
    names = {line.split(b":", 1)[0].lower() for line in lines}
    told = b"mime-version" in names or {b"from", b"subject", b"date"} <= names
    return told and all(_FIELD.match(line) for line in lines)
